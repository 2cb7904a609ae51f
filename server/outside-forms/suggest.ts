import { foldHeading } from '../exchange/field-names.ts'
import { findHeaderRow, guessColumns, recordRows } from '../exchange/headings.ts'
import type { Sheet, SheetRow } from '../exchange/sheet.ts'
import type { FormField, FormMarks, ShownCell, ShownPart, ShownRow } from './schema.ts'

/** A table of a form, and where each of its cells can be marked. */
interface Table {
  part: string
  sheet: Sheet
  /** By row of the sheet: the row of the form, and its cells by column. */
  rows: Map<number, { at: string; cells: (ShownCell | undefined)[] }>
}

/** Fewer may be chance. */
const leastKnown = 2

/**
 * What the headings of a form's tables say: the row under them is the one to repeat, each of its cells what its column
 * is called. It is only proposed; a person confirms it.
 */
export const suggestMarks = (parts: readonly ShownPart[], fields: readonly FormField[]): FormMarks | null => {
  const names = namesOf(fields)
  const guesses = parts.flatMap(tablesOf).flatMap((table) => {
    const headerRow = findHeaderRow(table.sheet, names)
    const columns = guessColumns(table.sheet, headerRow, names)
    const known = columns.filter((column) => column !== null).length
    return known < leastKnown ? [] : [{ table, headerRow, columns, known }]
  })
  const [best] = guesses.toSorted((a, b) => b.known - a.known)
  if (!best) return null
  const { table, headerRow, columns } = best
  const row = table.rows.get(rowToRepeat(table, headerRow))
  const texts = columns.flatMap((name, column) => {
    const text = row?.cells[column]?.texts[0]
    return name === null || !text || text.isFormula ? [] : [{ part: table.part, at: text.at, text: `{{${name}}}` }]
  })
  return row && texts.length > 0 ? { texts, repeat: { part: table.part, at: row.at } } : null
}

/** The first row under the headings, and under the numbers of the columns where a form has them. */
const rowToRepeat = ({ sheet, rows }: Table, headerRow: number): number => {
  const [under] = recordRows(sheet, headerRow).rows
  const numbered = sheet.rows.find(({ row }) => row > headerRow)
  const isNumbering =
    numbered !== undefined && numbered !== under && numbered.row === headerRow + 1 && isOfNumbers(numbered)
  const first = isNumbering ? headerRow + 2 : headerRow + 1
  return rows.has(first) ? first : headerRow + 1
}

const isOfNumbers = ({ cells }: SheetRow): boolean =>
  cells.every((cell) => cell === null || /^(\(?\d{1,2}\)?|[A-D])$/u.test(cell.text))

const namesOf = (fields: readonly FormField[]): Map<string, string> => {
  const names = new Map<string, string>()
  for (const { name, labels, headings, isOfRow } of fields) {
    if (!isOfRow) continue
    for (const heading of [labels.vi, labels.en, ...headings]) {
      const folded = foldHeading(heading)
      if (!names.has(folded)) names.set(folded, name)
    }
  }
  return names
}

const tablesOf = ({ part, rows }: ShownPart): Table[] => {
  const ofTables = rows.filter(({ at }) => at !== null)
  const tables = [...new Set(ofTables.map(({ table }) => table))]
  return tables.map((each) =>
    tableOf(
      part,
      ofTables.filter(({ table }) => table === each),
    ),
  )
}

const tableOf = (part: string, rows: readonly ShownRow[]): Table => {
  const table: Table = { part, sheet: { name: part, rows: [], spans: [] }, rows: new Map() }
  // Cells that reach down from rows above take the columns that they cover.
  const reaching: number[] = []
  for (const [index, { at, cells }] of rows.entries()) {
    const number = Number(at)
    const placed: (ShownCell | undefined)[] = []
    let column = 0
    for (const cell of cells) {
      while ((reaching[column] ?? 0) > index) column += 1
      placed[column] = cell
      for (let each = 0; each < cell.columns; each += 1) reaching[column + each] = index + cell.rows
      if (cell.columns > 1) table.sheet.spans.push({ row: number, from: column, to: column + cell.columns - 1 })
      column += cell.columns
    }
    const read = Array.from(placed, (cell) => {
      const text =
        cell?.texts
          .map((each) => each.text)
          .join(' ')
          .trim() ?? ''
      return text === '' ? null : { text }
    })
    table.rows.set(number, { at: at ?? '', cells: placed })
    if (read.some((cell) => cell !== null)) table.sheet.rows.push({ row: number, cells: read })
  }
  return table
}
