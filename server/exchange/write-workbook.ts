import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'
import writeExcelFile, { type Cell, type Feature, type Row } from 'write-excel-file/node'
import { getSelfClosingTagMarkup, insertElementMarkupAccordingToOrderOfSiblings } from 'write-excel-file/utility'
import { dayNumber } from '../format/dates.ts'
import { columnLetter, serialOfDay } from './sheet.ts'

/** What is written into a cell. Text is always text, whatever it begins with: no program takes it for a formula. */
export type Written = string | number | { date: string } | { serial: number } | null

export interface Table {
  name: string
  /** Lines above the headings. */
  above: string[]
  headings: string[]
  rows: Written[][]
  /** By column: what may be chosen there. Other texts may still be written. */
  choices: ReadonlyMap<number, readonly string[]>
}

/** Writes a table as a workbook, its choices on a second sheet; the import reads it back. */
export const writeTable = async (table: Table): Promise<Buffer> => {
  const headerRow = table.above.length + 1
  const data: Row[] = [
    ...table.above.map((line, index): Row => [
      { value: line, type: String, fontSize: index === 0 ? 14 : 11, ...(index === 0 ? bold : {}) },
    ]),
    table.headings.map((heading) => headingCell(heading)),
    ...table.rows.map((row) => row.map(cellOf)),
  ]
  const columns = table.headings.map((heading, column) => ({ width: widthOf(heading, table.rows, column) }))
  const main = { data, sheet: table.name, columns, stickyRowsCount: headerRow }
  const lists = listsOf(table)
  const options = { fontFamily: 'Times New Roman', fontSize: 12, features: [dropDowns(lists, headerRow)] }
  const second = lists.length > 0 ? [{ data: dataOfLists(lists), sheet: listSheet }] : []
  return writeExcelFile([main, ...second], options).toBuffer()
}

/** Writes rows where they stood, each beside what is to be said of it. */
export const writeRows = (
  name: string,
  rows: { row: number; cells: Written[]; isMarked: boolean }[],
): Promise<Buffer> => {
  const data: Row[] = []
  for (const { row, cells, isMarked } of rows) {
    // A sheet may have a cell in its last row and nothing before: then the rows stand closer.
    while (data.length < row - 1 && row <= furthestRow) data.push([])
    data.push(cells.map((cell) => marked(cellOf(cell), isMarked)))
  }
  return writeExcelFile([{ data, sheet: name }], { fontFamily: 'Times New Roman', fontSize: 12 }).toBuffer()
}

const furthestRow = 60_000
const bold = { fontWeight: 'bold' } as const
const listSheet = 'Danh mục'

const headingCell = (value: string): Cell => ({
  value,
  type: String,
  ...bold,
  wrap: true,
  align: 'center',
  alignVertical: 'center',
  backgroundColor: '#F3E9D2',
  borderStyle: 'thin',
})

const cellOf = (written: Written): Cell => {
  if (written === null || written === '') return null
  if (typeof written === 'string') return { value: written, type: String, format: '@' }
  if (typeof written === 'number') return { value: written, type: Number }
  const serial = 'serial' in written ? written.serial : serialOfDay(dayNumber(written.date))
  return { value: serial, type: Number, format: 'dd/mm/yyyy' }
}

const marked = (cell: Cell, isMarked: boolean): Cell =>
  isMarked && cell !== null && typeof cell === 'object' ? ({ ...cell, backgroundColor: '#FBE3E0' } as Cell) : cell

const widthOf = (heading: string, rows: readonly Written[][], column: number): number => {
  const longest = rows.slice(0, 500).reduce((most, row) => {
    const cell = row[column] ?? null
    return Math.max(most, typeof cell === 'string' ? cell.length : 10)
  }, heading.length)
  return Math.min(60, Math.max(10, longest + 2))
}

interface List {
  column: number
  values: readonly string[]
}

/** Nobody looks for a unit in a longer list. */
const longestList = 2000

const listsOf = ({ choices }: Table): List[] =>
  [...choices]
    .filter(([, values]) => values.length > 0 && values.length <= longestList)
    .map(([column, values]) => ({ column, values }))

/** Each list in its own column, under no heading: the import takes none of it for records. */
const dataOfLists = (lists: readonly List[]): Row[] => {
  const length = Math.max(...lists.map(({ values }) => values.length))
  return Array.from({ length }, (_each, row) => lists.map(({ values }) => cellOf(values[row] ?? null)))
}

/** ECMA-376 part 1, 18.3.1.99: what may stand after a sheet's rows, in this order. */
const afterRows = [
  'sheetData',
  'sheetProtection',
  'autoFilter',
  'mergeCells',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'drawing',
]
const lastRow = 20_000

/** Drop-downs of the first sheet, which the library does not write by itself. */
const dropDowns = (lists: readonly List[], headerRow: number): Feature<Stream | Buffer | Blob> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, _options, { sheetIndex }) => {
          if (sheetIndex !== 0 || lists.length === 0) return xml
          const rules = lists.map(({ column, values }, index) => {
            const letter = columnLetter(column)
            const place = {
              type: 'list',
              allowBlank: 1,
              sqref: `${letter}${String(headerRow + 1)}:${letter}${String(lastRow)}`,
            }
            const list = `'${listSheet}'!$${columnLetter(index)}$1:$${columnLetter(index)}$${String(values.length)}`
            return `${getSelfClosingTagMarkup('dataValidation', place).replace(/\/>$/, '>')}<formula1>${list}</formula1></dataValidation>`
          })
          const markup = `<dataValidations count="${String(rules.length)}">${rules.join('')}</dataValidations>`
          return insertElementMarkupAccordingToOrderOfSiblings(xml, markup, afterRows, 'worksheet')
        },
      },
    },
  },
})
