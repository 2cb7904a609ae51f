import { strToU8, zipSync } from 'fflate'

/** A cell as it is written into the sheet: text, number, or the XML of a cell (with its place as `@`). */
export type Written = string | number | null | { xml: string }

export interface WrittenSheet {
  name?: string
  rows: Written[][]
  /** XML after the rows: merged cells. */
  after?: string
  state?: string
  /** XML before everything: declarations. */
  before?: string
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** The parts of a workbook by name, written by hand so that each test says exactly what stands in its file. */
export const workbookParts = (sheets: WrittenSheet[], workbookPr = ''): Record<string, Uint8Array> => {
  const parts: Record<string, string> = {
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}">${workbookPr}<sheets>${sheets
      .map(({ name, state }, index) => {
        const visible = state === undefined ? '' : ` state="${state}"`
        return `<sheet name="${name ?? `Sheet${String(index + 1)}`}" sheetId="${String(index + 1)}"${visible} r:id="rId${String(index + 1)}"/>`
      })
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_sheet, index): [string, string, string] => [
        `rId${String(index + 1)}`,
        'worksheet',
        `worksheets/sheet${String(index + 1)}.xml`,
      ]),
      ['rIdStyles', 'styles', 'styles.xml'],
    ]),
    // Style 1 is a date as Excel knows it, style 2 one of the office's own.
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="164" formatCode="dd\\/mm\\/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
  }
  sheets.forEach((sheet, index) => (parts[`xl/worksheets/sheet${String(index + 1)}.xml`] = sheetXml(sheet)))
  return Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))
}

/** A workbook of these sheets as a file. */
export const workbook = (sheets: WrittenSheet[], workbookPr = ''): Uint8Array =>
  zipSync(workbookParts(sheets, workbookPr))

/** A workbook of one sheet. */
export const workbookOf = (rows: Written[][], after = ''): Uint8Array => workbook([{ rows, after }])

const relations = (all: [string, string, string][]) =>
  `<Relationships xmlns="${packaged}">${all
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

const sheetXml = ({ rows, after = '', before = '' }: WrittenSheet) =>
  `<?xml version="1.0" encoding="UTF-8"?>${before}<worksheet xmlns="${main}"><sheetData>${rows
    .map(
      (cells, row) =>
        `<row r="${String(row + 1)}">${cells.map((cell, column) => cellXml(cell, row, column)).join('')}</row>`,
    )
    .join('')}</sheetData>${after}</worksheet>`

const cellXml = (cell: Written, row: number, column: number): string => {
  if (cell === null) return ''
  const at = `${String.fromCharCode(65 + column)}${String(row + 1)}`
  if (typeof cell === 'number') return `<c r="${at}"><v>${String(cell)}</v></c>`
  if (typeof cell === 'string') return `<c r="${at}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
  return cell.xml.replace('@', at)
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
