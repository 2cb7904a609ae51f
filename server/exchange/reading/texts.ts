import { spreadsheetTooLarge } from '../../errors.ts'
import { sheetLimits } from '../sheet.ts'
import { readXml } from './xml.ts'
import type { Budget, ZipEntry } from './zip.ts'

/** Texts that cells point at by number. Readings aids (furigana, `rPh`) are no part of them. */
export const readSharedStrings = async (entry: ZipEntry | null, budget: Budget): Promise<string[]> => {
  const texts: string[] = []
  if (!entry) return texts
  let text = ''
  let isText = false
  let isAid = false
  let characters = 0
  await readXml(entry, budget, {
    open: (element) => {
      if (element === 'si') text = ''
      if (element === 'rPh') isAid = true
      if (element === 't') isText = !isAid
    },
    close: (element) => {
      if (element === 't') isText = false
      if (element === 'rPh') isAid = false
      if (element === 'si') texts.push(unescaped(text))
    },
    text: (piece) => {
      if (!isText) return
      characters += piece.length
      if (characters > sheetLimits.characters) throw spreadsheetTooLarge()
      text += piece
    },
  })
  return texts
}

/** Characters that XML cannot hold are written `_x000D_`. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(/_x([0-9a-f]{4})_/giu, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text

/** How cell formats show a number: as a date, or with so many figures, zeros before it (`0000`). */
export interface NumberStyles {
  dates: Set<number>
  widths: Map<number, number>
}

export const readNumberStyles = async (entry: ZipEntry | null, budget: Budget): Promise<NumberStyles> => {
  const styles: NumberStyles = { dates: new Set(), widths: new Map() }
  if (!entry) return styles
  const ownFormats = new Map<number, string>()
  let isOfCells = false
  let index = 0
  await readXml(entry, budget, {
    open: (element, attributes) => {
      const format = Number(attributes['numFmtId'] ?? 0)
      if (element === 'numFmt') ownFormats.set(format, attributes['formatCode'] ?? '')
      if (element === 'cellXfs') isOfCells = true
      if (element !== 'xf' || !isOfCells) return
      const own = ownFormats.get(format)
      if (showsDate(format, own)) styles.dates.add(index)
      if (own !== undefined && /^0{2,20}$/.test(own)) styles.widths.set(index, own.length)
      index += 1
    },
    close: (element) => {
      if (element === 'cellXfs') isOfCells = false
    },
  })
  return styles
}

/** Whether a format shows a number as a date; `own` = its code, where the workbook brings it. */
export const showsDate = (format: number, own: string | undefined): boolean =>
  own === undefined ? isBuiltInDate(format) : isDateFormat(own)

/** ECMA-376 part 1, 18.8.30: the formats that every Excel knows, with those of East Asia. Times alone are no dates. */
const isBuiltInDate = (format: number): boolean =>
  (format >= 14 && format <= 17) ||
  format === 22 ||
  (format >= 27 && format <= 31) ||
  format === 36 ||
  (format >= 50 && format <= 54) ||
  (format >= 57 && format <= 58)

const isDateFormat = (code: string): boolean => /[dy]/i.test(code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./gu, ''))
