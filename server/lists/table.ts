import type { ListColumn, ListFile } from '../documents/schema.ts'
import { foldHeading, isOfNoRecord } from '../exchange/field-names.ts'
import { findHeaderRow, guessColumns, recordRows, shownHeadings } from '../exchange/headings.ts'
import { columnLetter, type Sheet, type SheetRow, type Workbook } from '../exchange/sheet.ts'
import { cutTo, foldForSearch } from '../format/search.ts'
import type { ListPreview } from './schema.ts'

/** A table that is brought for a list: its rows, and which column of the list each of its columns is. */
export interface BroughtTable {
  sheet: string
  headerRow: number | null
  columns: ListPreview['columns']
  rows: SheetRow[]
}

/** Reads the sheet with the most known headings; `chosen` says what the columns are instead of their headings. */
export const readTable = (
  workbook: Workbook,
  file: ListFile,
  chosen: readonly (string | null)[] | null,
): BroughtTable => {
  const names = headingsOf(file.columns)
  const guesses = workbook.sheets.map((sheet) => ({ sheet, ...guessIn(sheet, names) }))
  const [best] = guesses.toSorted((a, b) => knownIn(b.fields) - knownIn(a.fields))
  const sheet = best?.sheet ?? { name: '', rows: [], spans: [] }
  const headerRow = best?.headerRow ?? null
  const { rows } = recordRows(sheet, headerRow ?? 0)
  const headings = shownHeadings(sheet, headerRow ?? 0)
  const guessed = withParts(best?.fields ?? [], headings, names)
  const fields = chosen ?? (headerRow === null ? fieldsInOrder(file.columns, rows) : guessed)
  const columns = headings.map((heading, at) => ({
    letter: columnLetter(at),
    heading: headerRow === null || isOfNoRecord(heading) ? '' : heading,
    field: fields[at] ?? null,
    sample: cutTo(rows.find(({ cells }) => cells[at])?.cells[at]?.text ?? '', longestSample),
  }))
  return { sheet: workbook.sheets.length > 1 ? sheet.name : '', headerRow, columns, rows }
}

const longestSample = 60

/** Columns by the headings that they may stand under, in both languages. */
const headingsOf = (columns: readonly ListColumn[]): Map<string, string> => {
  const names = new Map<string, string>()
  for (const { name, labels, headings = [] } of columns) {
    for (const heading of [labels.vi, labels.en, ...headings, name]) {
      const folded = foldHeading(heading)
      if (!names.has(folded)) names.set(folded, name)
    }
  }
  return names
}

/** A heading of several words for one thing («Cơ quan/đơn vị/địa phương») is what those of them say that are known. */
const withParts = (
  fields: readonly (string | null)[],
  headings: readonly string[],
  names: ReadonlyMap<string, string>,
): (string | null)[] => {
  const taken = new Set(fields)
  return headings.map((heading, at) => {
    const field = fields[at] ?? null
    if (field !== null) return field
    const parts = heading.split(/[,;/\n]|\s(?:và|hoặc|or)\s/u).map((part) => names.get(foldHeading(part)))
    const known = [...new Set(parts.filter((part) => part !== undefined))]
    const [only] = known
    if (only === undefined || known.length > 1 || taken.has(only)) return null
    taken.add(only)
    return only
  })
}

const knownIn = (fields: readonly (string | null)[]) => fields.filter((field) => field !== null).length

/** A row is one of headings when several of its cells are known as such, or most of the few that it has. */
const guessIn = (sheet: Sheet, names: ReadonlyMap<string, string>) => {
  const headerRow = findHeaderRow(sheet, names)
  const fields = guessColumns(sheet, headerRow, names)
  const filled = sheet.rows.find(({ row }) => row === headerRow)?.cells.filter(Boolean).length ?? 0
  const known = knownIn(fields)
  const isHeading = known >= 2 || (known === 1 && filled <= 2)
  return isHeading ? { headerRow, fields } : { headerRow: null, fields: [] }
}

/**
 * Without headings the columns are those of the list in their order: from the first one where the table begins with what
 * stands there usually, else from the first that is required. A column that only numbers the rows is none of them.
 */
const fieldsInOrder = (columns: readonly ListColumn[], rows: readonly SheetRow[]): (string | null)[] => {
  const isNumbered = rows.length > 1 && rows.every(({ cells }, at) => Number(cells[0]?.text) === at + 1)
  const first = isNumbered ? 1 : 0
  const usual = new Set([...(columns[0]?.samples ?? []), ...(columns[0]?.choices ?? [])].map(foldForSearch))
  const isUsual = rows.some(({ cells }) => cells[first] && usual.has(foldForSearch(cells[first].text)))
  const from = isUsual
    ? 0
    : Math.max(
        0,
        columns.findIndex(({ isRequired }) => isRequired === true),
      )
  return [...(isNumbered ? [null] : []), ...columns.slice(from).map(({ name }) => name)]
}
