import writeExcelFile, { type Row } from 'write-excel-file/node'
import { filters } from './filters.ts'
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
}

/** Writes a table as a workbook, its choices on a second sheet; the import reads it back. */
export const writeTable = ({ name, above, headings, rows, choices }: Table): Promise<Buffer> => {
  const headerRow = above.length + 1
  const widths = columnWidths(headings, rows)
  const data: Row[] = [...linesAbove(above), headingRow(headings, widths), ...rows.map((row) => bodyRow(row, widths))]
  const main = { data, sheet: name, columns: widths.map((width) => ({ width })), stickyRowsCount: headerRow }
  const lists = listsOf(choices)
  const sheets = lists.length > 0 ? [main, sheetOfLists(lists)] : [main]
  const features = [printing(headerRow), dropDowns(lists, headerRow)]
  return writeExcelFile(sheets, { ...workbookFont, features }).toBuffer()
}

/** Writes tables to look through, a sheet each, with filters over their headings; all have as many lines above. */
export const writeLists = (tables: readonly Omit<Table, 'choices'>[]): Promise<Buffer> => {
  const headerRow = (tables[0]?.above.length ?? 0) + 1
  const sheets = tables.map(({ name, above, headings, rows }) => {
    const widths = columnWidths(headings, rows)
    const data: Row[] = [...linesAbove(above), headingRow(headings, widths), ...rows.map((row) => bodyRow(row, widths))]
    return { data, sheet: name, columns: widths.map((width) => ({ width })), stickyRowsCount: headerRow }
  })
  const sizes = tables.map(({ headings, rows }) => ({ columns: headings.length, rows: rows.length }))
  const features = [filters(headerRow, sizes), printing(headerRow, 'landscape', tables.length)]
  return writeExcelFile(sheets, { ...workbookFont, features }).toBuffer()
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
