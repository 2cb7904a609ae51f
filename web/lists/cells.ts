import { foldForSearch } from '../../server/format/search.ts'
import type { ListColumnShown, ListRowShown } from '../../server/lists/schema.ts'

/** A column of the grid; what is fixed is only looked at. */
export type GridColumn = ListColumnShown & { isFixed?: boolean }

/** New texts of some columns of a row. */
export interface CellChange {
  id: string
  values: Record<string, string>
}

/** In pixels; what a letter takes on average, and what stays free at both sides. */
const [narrowest, widest, letterWidth, sides] = [88, 288, 7.6, 24]

/** As wide as what stands in a column, within limits; `marks` by id stand beside the names. */
export const widthsOf = (
  columns: readonly ListColumnShown[],
  rows: readonly ListRowShown[],
  language: 'vi' | 'en',
  marks: ReadonlyMap<string, { word: string }> = new Map(),
): number[] =>
  columns.map(({ name, labels }) => {
    let longest = labels[language].length + 1
    for (const { id, values } of rows) {
      const mark = name === 'name' ? (marks.get(id)?.word.length ?? -1) + 1 : 0
      longest = Math.max(longest, (values[name]?.length ?? 0) + mark)
    }
    return Math.min(widest, Math.max(narrowest, Math.round(longest * letterWidth) + sides))
  })

/** Copied cells by their rows. */
export const blockOf = (text: string): string[][] =>
  text
    .replace(/\r?\n$/u, '')
    .split(/\r?\n/u)
    .map((line) => line.split('\t'))

/** Whether copied cells are headings: several of them, or the only one. */
export const isHeading = (cells: readonly string[], columns: readonly ListColumnShown[]): boolean => {
  const labels = new Set(columns.flatMap(({ labels: both }) => [both.vi, both.en]).map(foldForSearch))
  return cells.filter((cell) => labels.has(foldForSearch(cell))).length >= Math.min(2, cells.length)
}

/** Of the changes what differs from what stands there, as it is kept: in one line. */
export const realChanges = (changes: readonly CellChange[], rows: readonly ListRowShown[]): CellChange[] => {
  const byId = new Map(rows.map(({ id, values }) => [id, values]))
  return changes.flatMap(({ id, values }) => {
    const differing = Object.entries(values)
      .map(([name, text]) => [name, text.replaceAll(/\s+/gu, ' ').trim()] as const)
      .filter(([name, text]) => text !== (byId.get(id)?.[name] ?? ''))
    return differing.length === 0 ? [] : [{ id, values: Object.fromEntries(differing) }]
  })
}

/** The column that must say something, and that one of the changes would empty. */
export const emptiedBy = (changes: readonly CellChange[], columns: readonly GridColumn[]): GridColumn | undefined =>
  columns.find(({ name, isRequired }) => isRequired && changes.some(({ values }) => values[name] === ''))

/** A cell by its place among the rows that are found and the columns. */
export interface Cell {
  row: number
  column: number
}

/** What copied cells change, from a cell on; columns that are fixed stay as they are. */
export const filledBy = (
  block: readonly (readonly string[])[],
  from: Cell,
  rows: readonly ListRowShown[],
  columns: readonly GridColumn[],
): CellChange[] =>
  block.map((line, at) => ({
    id: rows[from.row + at]?.id ?? '',
    values: Object.fromEntries(
      line.flatMap((text, index) => {
        const column = columns[from.column + index]
        return column && column.isFixed !== true ? [[column.name, text]] : []
      }),
    ),
  }))

/** Whether copied cells fit into the rows and columns from a cell on. */
export const isWithin = (
  block: readonly (readonly string[])[],
  from: Cell,
  rows: readonly unknown[],
  columns: readonly unknown[],
): boolean =>
  from.row + block.length <= rows.length && block.every((line) => from.column + line.length <= columns.length)
