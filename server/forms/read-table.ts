import { namesOfKind } from '../exchange/field-names.ts'
import { findHeaderRow, guessColumns, recordRows } from '../exchange/headings.ts'
import { columnLetter, type Cell, type Sheet } from '../exchange/sheet.ts'
import type { FormField } from './form-field.ts'

/** What stands in an answer, and where: B9. */
export interface PlacedCell {
  cell: Cell | null
  place: string
}

/** A row of a form that is a table. */
export interface ReadRow {
  /** In the sheet, from 1. */
  row: number
  cells: Record<string, PlacedCell>
}

/** A unit may have added the column, and what it says there is told to be wrong. */
const besides: readonly string[] = ['delegation']

/** The rows below the headings of a form, whatever was moved or added, and the fields whose column is gone. */
export const rowsOfTable = (
  sheets: readonly Sheet[],
  fields: readonly FormField[],
): { rows: ReadRow[]; missing: string[] } => {
  const wanted = new Set([...fields.map(({ name }) => name), ...besides])
  const names = new Map([...namesOfKind('delegates', new Map())].filter(([, field]) => wanted.has(field)))
  const guesses = sheets.map((sheet) => {
    const headerRow = findHeaderRow(sheet, names)
    const columns = guessColumns(sheet, headerRow, names)
    return { sheet, headerRow, columns, known: columns.filter(Boolean).length }
  })
  const [best] = guesses.toSorted((a, b) => b.known - a.known)
  if (!best || best.known === 0) return { rows: [], missing: fields.map(({ name }) => name) }
  const { sheet, headerRow, columns } = best
  return {
    rows: recordRows(sheet, headerRow).rows.map(({ row, cells }) => ({
      row,
      cells: Object.fromEntries(
        columns.flatMap((field, at) => {
          const place = `${columnLetter(at)}${String(row)}`
          return field === null ? [] : [[field, { cell: cells[at] ?? null, place }] as const]
        }),
      ),
    })),
    missing: fields.map(({ name }) => name).filter((name) => !columns.includes(name)),
  }
}
