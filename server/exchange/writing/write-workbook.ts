import writeExcelFile, { type Row } from 'write-excel-file/node'
import { bodyRows, patternOf, type Body } from './body-rows.ts'
import { filters } from './filters.ts'
import { hiddenColumns } from './hidden-columns.ts'
import { dropDowns, listsOf, sheetOfLists } from './drop-downs.ts'
import {
  bodyRow,
  columnWidths,
  headingRow,
  linesAbove,
  rowAbove,
  workbookFont,
  type Marks,
  type Written,
} from './looks.ts'
import { printing } from './printing.ts'

export interface Table {
  name: string
  /** Lines above the headings. */
  above: string[]
  headings: string[]
  rows: Written[][]
  /** By column: what may be chosen there. Other texts may still be written. */
  choices: ReadonlyMap<number, readonly string[]>
  /** Columns that nobody needs to see. */
  hidden?: ReadonlySet<number>
}

/** Writes a table as a workbook, its choices on a second sheet; the import reads it back. */
export const writeTable = ({ choices, hidden = new Set(), ...table }: Table): Promise<Buffer> => {
  const { sheet, body } = sheetOf(table)
  const headerRow = sheet.stickyRowsCount
  const lists = listsOf(choices)
  const sheets = lists.length > 0 ? [sheet, sheetOfLists(lists)] : [sheet]
  const features = [printing(headerRow), dropDowns(lists, headerRow), bodyRows([body]), hiddenColumns(hidden)]
  return writeExcelFile(sheets, { ...workbookFont, features }).toBuffer()
}

/** Writes tables to look through, a sheet each, with filters over their headings; all have as many lines above. */
export const writeLists = (tables: readonly Omit<Table, 'choices' | 'hidden'>[]): Promise<Buffer> => {
  const made = tables.map(sheetOf)
  const headerRow = made[0]?.sheet.stickyRowsCount ?? 1
  const sizes = tables.map(({ headings, rows }) => ({ columns: headings.length, rows: rows.length }))
  const features = [
    filters(headerRow, sizes),
    printing(headerRow, 'landscape', tables.length),
    bodyRows(made.map(({ body }) => body)),
  ]
  return writeExcelFile(
    made.map(({ sheet }) => sheet),
    { ...workbookFont, features },
  ).toBuffer()
}

const sheetOf = ({ name, above, headings, rows }: Omit<Table, 'choices' | 'hidden'>) => {
  const headerRow = above.length + 1
  const widths = columnWidths(headings, rows)
  const body: Body = { rows, widths, firstRow: headerRow + 1 }
  const pattern = rows.length > 0 ? [patternOf(body)] : []
  const data: Row[] = [...linesAbove(above), headingRow(headings, widths), ...pattern]
  const columns = widths.map((width) => ({ width }))
  return { sheet: { data, sheet: name, columns, stickyRowsCount: headerRow }, body }
}

/** A row where it stood, with the marks of its cells by column. All rows are equally long. */
export interface PlacedRow {
  row: number
  cells: Written[]
  marks: Marks
}

/** Writes rows where they stood, one of which holds the headings. */
export const writeRows = (name: string, rows: readonly PlacedRow[], headerRow: number): Promise<Buffer> => {
  const header = rows.find(({ row }) => row === headerRow)?.cells ?? rows[0]?.cells.map(() => null) ?? []
  const headings = header.map(textOf)
  const below = rows.filter(({ row }) => row > headerRow).map(({ cells }) => cells)
  const widths = columnWidths(headings, below)
  const data: Row[] = []
  for (const { row, cells, marks } of rows) {
    // A sheet may have a cell in its last row and nothing before: then the rows stand closer.
    while (data.length < row - 1 && row <= furthestRow) data.push([])
    if (row === headerRow) data.push(headingRow(headings, widths))
    else data.push(row < headerRow ? rowAbove(cells) : bodyRow(cells, widths, marks))
  }
  // Were more rows held fast, nothing below them would be left to see on a small screen.
  const held = headerRow <= mostHeldRows ? { stickyRowsCount: headerRow } : {}
  const sheet = { data, sheet: name, columns: widths.map((width) => ({ width })), ...held }
  return writeExcelFile([sheet], { ...workbookFont, features: [printing(headerRow)] }).toBuffer()
}

const furthestRow = 60_000
const mostHeldRows = 12

const textOf = (cell: Written): string => (typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '')
