import { cutTo } from '../format/search.ts'
import { foldHeading, headingOf, isOfNoRecord, likelyField, namesOfKind } from './field-names.ts'
import { findHeaderRow, guessColumns, recordRows, shownHeadings } from './headings.ts'
import type { ImportColumn, ImportKind } from './schema.ts'
import { columnLetter, type Sheet, type Workbook } from './sheet.ts'

/** What is kept of an import while it waits: the workbook as read and what was chosen in it. */
export interface Content {
  workbook: Workbook
  sheet: string
  headerRow: number
  columns: (string | null)[]
  /** The columns were chosen by a person. */
  isChosen: boolean
  /** Whose lost zeros are put back (`restoringOf`). */
  restored: string[]
}

type Remembered = ReadonlyMap<string, string>

/** The sheet that is imported. */
export const sheetOf = ({ workbook, sheet }: Content): Sheet =>
  workbook.sheets.find(({ name }) => name === sheet) ?? { name: sheet, rows: [], spans: [] }

/** Chooses the sheet with the most known headings, its header row and its columns. */
export const guessContent = (workbook: Workbook, kind: ImportKind, remembered: Remembered): Content => {
  const names = namesOfKind(kind, remembered)
  const guesses = workbook.sheets.map((sheet) => {
    const headerRow = findHeaderRow(sheet, names)
    const columns = guessColumns(sheet, headerRow, names)
    return { sheet: sheet.name, headerRow, columns, known: columns.filter(Boolean).length }
  })
  const [best] = guesses.toSorted((a, b) => b.known - a.known)
  const { sheet = '', headerRow = 1, columns = [] } = best ?? {}
  return { workbook, sheet, headerRow, columns, isChosen: false, restored: [] }
}

/** Guesses the columns under a header row that a person chose, or both on another sheet. */
export const guessUnder = (
  content: Content,
  kind: ImportKind,
  remembered: Remembered,
  isOtherSheet: boolean,
): Content => {
  const names = namesOfKind(kind, remembered)
  const sheet = sheetOf(content)
  const headerRow = isOtherSheet ? findHeaderRow(sheet, names) : content.headerRow
  return { ...content, headerRow, columns: guessColumns(sheet, headerRow, names), isChosen: false }
}

/** The columns of the sheet as they are shown: what is ours or was used before is no guess. */
export const columnsOf = (content: Content, kind: ImportKind, remembered: Remembered): ImportColumn[] => {
  const sheet = sheetOf(content)
  const { rows } = recordRows(sheet, content.headerRow)
  const names = [...namesOfKind(kind, remembered)].filter(([, field]) => !content.columns.includes(field))
  return shownHeadings(sheet, content.headerRow).map((heading, index) => {
    const field = content.columns[index] ?? null
    const folded = foldHeading(heading)
    const isKnown =
      field !== null && (foldHeading(headingOf(kind, field)) === folded || remembered.get(folded) === field)
    const sample = cutTo(rows.find(({ cells }) => cells[index])?.cells[index]?.text ?? '', longestSample)
    const isLeftOut = field === null && sample !== '' && !isOfNoRecord(heading)
    return {
      letter: columnLetter(index),
      heading,
      field,
      isGuessed: field !== null && !content.isChosen && !isKnown,
      sample,
      isLeftOut,
      likely: isLeftOut ? likelyField(folded, names) : null,
    }
  })
}

const longestSample = 60
