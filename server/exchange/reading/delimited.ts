import { CsvError, parse } from 'csv-parse/sync'
import {
  brokenSpreadsheet,
  encodingUnknown,
  foreignSpreadsheet,
  notASpreadsheet,
  spreadsheetTooLarge,
  tooManyRows,
  wordDocument,
} from '../../errors.ts'
import { cleanText } from '../../format/search.ts'
import { sheetLimits, weightOf, type SheetRow, type Workbook } from '../sheet.ts'

/** Reads a text table: commas, semicolons, tabs or bars between its cells, in UTF-8, UTF-16 or Windows-1258. */
export const readDelimited = (bytes: Uint8Array): Workbook => {
  const { text, encoding } = decoded(bytes)
  if (/^\s*(<!doctype|<html|<\?xml|<table)/i.test(text)) throw refusalOfMarkup(text)
  if (text.startsWith('{\\rtf')) throw wordDocument()
  let columnsLeftOut = 0
  let characters = 0
  const rows: SheetRow[] = []
  recordsOf(text).forEach((record, index) => {
    columnsLeftOut = Math.max(columnsLeftOut, record.length - sheetLimits.columns)
    const cells = record.slice(0, sheetLimits.columns).map((value) => {
      const kept = cleanText(value)
      characters += weightOf(kept)
      return kept === '' ? null : { text: kept }
    })
    if (characters > sheetLimits.characters) throw spreadsheetTooLarge()
    if (cells.some((cell) => cell)) rows.push({ row: index + 1, cells })
  })
  const sheet = { name: 'CSV', rows, spans: [] }
  return { sheets: [sheet], hiddenSheets: 0, formulas: { taken: 0, without: 0 }, columnsLeftOut, encoding }
}

/** Web programs of offices give out pages, and Excel of 2003 gave out XML, under the name .xls. */
const refusalOfMarkup = (text: string) =>
  /<table|urn:schemas-microsoft-com:office:spreadsheet/i.test(text) ? foreignSpreadsheet() : notASpreadsheet()

const recordsOf = (text: string): string[][] => {
  // Excel's own hint about the separator, in a line that is no row.
  const hint = /^sep=(.)\r?\n/.exec(text)
  try {
    const records: string[][] = parse(hint ? text.slice(hint[0].length) : text, {
      delimiter: hint?.[1] ?? separatorOf(text),
      relax_column_count: true,
      relax_quotes: true,
      to: sheetLimits.rows + 1,
    })
    if (records.length > sheetLimits.rows) throw tooManyRows(sheetLimits.rows)
    return hint ? [[], ...records] : records
  } catch (error) {
    throw error instanceof CsvError ? brokenSpreadsheet() : error
  }
}

const separators = [',', ';', '\t', '|'] as const

/** The separator that stands as often in most of the first lines. */
const separatorOf = (text: string): string => {
  const lines = text.slice(0, 65_536).split(/\r?\n/).slice(0, 30)
  const weigh = (separator: string) => {
    const counts = lines.map((line) => line.replaceAll(/"[^"]*"/gu, '').split(separator).length - 1).filter(Boolean)
    const usual = counts.toSorted((a, b) => a - b)[counts.length >> 1] ?? 0
    return counts.filter((count) => count === usual).length * usual
  }
  return [...separators].sort((a, b) => weigh(b) - weigh(a))[0] ?? ','
}

const decoded = (bytes: Uint8Array): { text: string; encoding: string | null } => {
  const wide = wideEncoding(bytes)
  if (wide !== null) return { text: requireText(new TextDecoder(wide).decode(bytes)), encoding: 'UTF-16' }
  if (bytes.includes(0)) throw notASpreadsheet()
  try {
    return { text: requireText(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), encoding: null }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  const text = new TextDecoder('windows-1258').decode(bytes).normalize('NFC')
  if (!isVietnamese(text)) throw encodingUnknown()
  return { text: requireText(text), encoding: 'Windows-1258' }
}

/** By its mark, or, without one, by the zeros that stand in every second place of Latin letters. */
const wideEncoding = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 2000)
  const zerosAt = (odd: number) => sample.filter((byte, index) => index % 2 === odd && byte === 0).length
  const [even, odd] = [zerosAt(0), zerosAt(1)]
  if (odd > sample.length / 6 && even === 0) return 'utf-16le'
  if (even > sample.length / 6 && odd === 0) return 'utf-16be'
  return null
}

/** Control characters stand in no table of text; the sign for a lost letter says that letters were lost before. */
const requireText = (text: string): string => {
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  if (/[\u0000-\u0008\u000e-\u001a]/u.test(text)) throw notASpreadsheet()
  if (text.includes('\ufffd')) throw encodingUnknown()
  return text
}

/**
 * Windows-1258 reads any bytes. Text of TCVN3 or VNI read so has signs inside its words (§¬n vÞ), and marks on no
 * letter.
 */
const isVietnamese = (text: string): boolean =>
  !/[\u0080-\u009f]|\p{L}[¡-©«-¹»-¿×÷ˆ˜‰†‡]|[¡-©«-¹»-¿×÷†‡‰]\p{Ll}|(?<!\p{L})\p{M}/u.test(text)
