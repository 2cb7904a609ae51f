import { strFromU8, strToU8, unzipSync } from 'fflate'
import writeExcelFile, { type Row } from 'write-excel-file/node'
import { columnLetter } from '../exchange/sheet.ts'
import { hiddenColumns } from '../exchange/writing/hidden-columns.ts'
import { bodyRow, headingRow, heightOf, linesAbove, linesIn, roomIn, workbookFont } from '../exchange/writing/looks.ts'
import { printing } from '../exchange/writing/printing.ts'
import { noZipTime, packZip } from '../zips.ts'
import { formSheet, high } from './write-form.ts'
import {
  cellXml,
  listSheet,
  listsXml,
  properties,
  propertiesPath,
  protectedSheet,
  rulesXml,
  unlocked,
  withCode,
  withProperties,
  withPropertiesRelation,
} from './write-parts.ts'

/** A column of a form that is a table. */
export interface TableColumn {
  heading: string
  /** In characters. */
  width: number
  choices: readonly string[]
  /** It holds what finds the row again, and nobody needs to see it. */
  isHidden: boolean
}

export interface TableForm {
  above: readonly string[]
  columns: readonly TableColumn[]
  rows: readonly (readonly string[])[]
  /** Empty rows below them. */
  blanks: number
  code: string
}

const main = 'xl/worksheets/sheet1.xml'
const lists = 'xl/worksheets/sheet2.xml'
/** In points: a finger hits it. */
const lowestRow = 22

/**
 * Writes a form that is a table. Headings are protected; whatever stands below them may be written, also further down
 * than the rows that are drawn, so that a table can be pasted.
 */
export const writeTableForm = async (form: TableForm): Promise<Uint8Array> => {
  const { above, columns, code } = form
  const headerRow = above.length + 1
  const widths = columns.map(({ width }) => width)
  const headings = columns.map(({ heading }) => heading)
  const sample = columns.map(() => '-')
  const pattern = bodyRow(sample, widths, new Map(columns.map((_column, at) => [at, 'answer' as const])))
  const data: Row[] = [
    ...linesAbove(above).map((row, index) => high(row, index === 0 ? 24 : 18)),
    headingRow(headings, columns.map(roomOf)),
    pattern.map((cell) => ({ ...(cell as object), wrap: true, align: 'left' })) as Row,
  ]
  const sheets = [
    { data, sheet: formSheet, columns: widths.map((width) => ({ width })), stickyRowsCount: headerRow },
    { data: [['-']], sheet: listSheet },
  ]
  const hidden = new Set(columns.flatMap(({ isHidden }, at) => (isHidden ? [at] : [])))
  const features = [printing(headerRow, 'landscape'), hiddenColumns(hidden)]
  const written = unzipSync(await writeExcelFile(sheets, { ...workbookFont, features }).toBuffer())
  const text = (name: string) => strFromU8(written[name] ?? new Uint8Array())
  const { styles, open } = unlocked(text('xl/styles.xml'))
  const offered = columns.flatMap(({ choices }, at) => {
    const letter = columnLetter(at)
    const cells = `${letter}${String(headerRow + 1)}:${letter}${String(headerRow + lastRow)}`
    return choices.length > 0 ? [{ cells, values: choices }] : []
  })
  const openStyle = (style: string) => open(new Set([style])).get(style) ?? style
  const sheet = withRows(protectedSheet(text(main)), form, { firstRow: headerRow + 1, openStyle })
    .replace('<dataValidations/>', () => rulesXml(offered))
    .replaceAll(/<col (?![^>]*hidden)/gu, (found) => `${found}style="${openStyle('0')}" `)
  return packZip(
    {
      ...written,
      'xl/styles.xml': strToU8(styles),
      '[Content_Types].xml': strToU8(withProperties(text('[Content_Types].xml'))),
      '_rels/.rels': strToU8(withPropertiesRelation(text('_rels/.rels'))),
      [main]: strToU8(sheet),
      [lists]: strToU8(text(lists).replace(/<sheetData>.*<\/sheetData>/su, () => listsXml(code, offered))),
      'xl/workbook.xml': strToU8(withCode(text('xl/workbook.xml'), code)),
      [propertiesPath]: strToU8(properties(code)),
    },
    noZipTime,
  )
}

/** What nobody sees makes no row higher. */
const roomOf = ({ width, isHidden }: TableColumn): number => (isHidden ? Infinity : width)

/** Drop-downs reach so many rows down. */
const lastRow = 1000

interface Placing {
  firstRow: number
  openStyle: (style: string) => string
}

/** Puts the rows in the place of their pattern. */
const withRows = (xml: string, { columns, rows, blanks }: TableForm, { firstRow, openStyle }: Placing): string => {
  const start = xml.indexOf(`<row r="${String(firstRow)}"`)
  const end = xml.indexOf('</row>', start) + '</row>'.length
  const styles = [...xml.slice(start, end).matchAll(/<c [^>]*?s="(\d+)"/gu)].map(([, style = '0']) => style)
  const empty = Array.from({ length: blanks }, () => columns.map(() => ''))
  const written = [...rows, ...empty].map((row, index) => {
    const number = firstRow + index
    const most = Math.max(1, ...columns.map((column, at) => linesIn(row[at] ?? '', roomIn(roomOf(column)))))
    const cells = columns.map(({ isHidden }, at) => {
      const style = styles[at] ?? '0'
      const place = { column: columnLetter(at), row: number, style: isHidden ? style : openStyle(style) }
      return cellXml(place, row[at] ?? '', false)
    })
    const height = String(Math.max(lowestRow, heightOf(most)))
    return `<row r="${String(number)}" ht="${height}" customHeight="1">${cells.join('')}</row>`
  })
  return xml.slice(0, start) + written.join('') + xml.slice(end)
}
