import { cutTo } from '../format/search.ts'
import { isOfList } from './asked-fields.ts'
import { foldHeading, headingOf, isOfNoRecord, likelyField, namesOfKind } from './field-names.ts'
import { findHeaderRow, guessColumns, recordRows, shownHeadings } from './headings.ts'
import { givenNameFirst } from './joined-names.ts'
import type { ImportColumn, ImportKind, ImportRowsChoice, NameOrder } from './schema.ts'
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
  /** Chosen by a person; null = as the headings say. */
  nameOrder: NameOrder | null
  /** By row and field: what a person wrote instead of the cell. */
  mended: Record<string, Record<string, string>>
  /** By row: whom a person said it means. */
  decided: Record<string, string>
  decidedAll: 'same' | 'new' | null
  isOtherAccepted: boolean
  /** The congress that delegates are imported into. */
  congressId: string | null
  /** The unit into whose own list for that congress they are; null = into the congress. */
  sendingUnitId: string | null
}

/** Where delegates are imported into. */
export type DelegatesInto = Pick<Content, 'congressId' | 'sendingUnitId'>

const intoNone: DelegatesInto = { congressId: null, sendingUnitId: null }

/** Nothing is chosen yet. */
const unchosen = {
  isChosen: false,
  restored: [],
  nameOrder: null,
  mended: {},
  decided: {},
  decidedAll: null,
  isOtherAccepted: false,
}

/** What is kept from before there was something to decide about its rows has nothing decided. */
export const contentOf = (kept: unknown): Content => {
  const content = kept as Partial<Content> & Pick<Content, 'workbook' | 'sheet' | 'headerRow' | 'columns'>
  return { ...unchosen, ...intoNone, ...content }
}

type Names = ReadonlyMap<string, string>

/** The content with those columns alone that may be imported. */
export const withFields = (content: Content, fields: readonly string[]): Content => ({
  ...content,
  columns: content.columns.map((field) => (field !== null && fields.includes(field) ? field : null)),
  mended: Object.fromEntries(
    Object.entries(content.mended).map(([row, cells]) => [
      row,
      Object.fromEntries(Object.entries(cells).filter(([field]) => fields.includes(field))),
    ]),
  ),
})

/** The sheet that is imported. */
export const sheetOf = ({ workbook, sheet }: Content): Sheet =>
  workbook.sheets.find(({ name }) => name === sheet) ?? { name: sheet, rows: [], spans: [] }

/** Chooses the sheet with the most known headings (`names`), its header row and its columns. */
export const guessContent = (
  workbook: Workbook,
  kind: ImportKind,
  names: Names,
  into: DelegatesInto = intoNone,
): Content => {
  const guesses = workbook.sheets.map((sheet) => {
    const headerRow = findHeaderRow(sheet, names)
    const columns = guessColumns(sheet, headerRow, names)
    return { sheet: sheet.name, headerRow, columns, known: columns.filter(Boolean).length }
  })
  const [best] = guesses.toSorted((a, b) => b.known - a.known)
  const { sheet = '', headerRow: found = 1, columns = [], known = 0 } = best ?? {}
  // A list of people that was copied without its headings begins with a person.
  const headerRow = kind === 'delegates' && known === 0 ? 0 : found
  return { ...unchosen, workbook, sheet, headerRow, columns, ...into }
}

/** Guesses the columns under a header row that a person chose, or both on another sheet. */
export const guessUnder = (content: Content, names: Names, isOtherSheet: boolean): Content => {
  const sheet = sheetOf(content)
  const headerRow = isOtherSheet ? findHeaderRow(sheet, names) : content.headerRow
  const { workbook, congressId, sendingUnitId } = content
  return {
    ...(isOtherSheet ? { ...unchosen, workbook, congressId, sendingUnitId } : content),
    sheet: content.sheet,
    headerRow,
    columns: guessColumns(sheet, headerRow, names),
    isChosen: false,
  }
}

/** Mended cells by row and field, with these beside them. */
export const withMended = (
  before: Content['mended'],
  cells: NonNullable<ImportRowsChoice['mended']>,
): Content['mended'] => {
  const mended = { ...before }
  for (const { row, field, text } of cells) {
    const { [field]: _before, ...others } = mended[row] ?? {}
    mended[row] = text === null ? others : { ...others, [field]: text }
  }
  return mended
}

/** Decisions by row, with these beside them. */
export const withDecided = (
  before: Content['decided'],
  said: NonNullable<ImportRowsChoice['decided']>,
): Content['decided'] => {
  const left = Object.entries(before).filter(([row]) => !said.some((each) => String(each.row) === row))
  const taken = said.flatMap(({ row, decision }) => (decision === null ? [] : [[String(row), decision] as const]))
  return Object.fromEntries([...left, ...taken])
}

/** What is kept once a person said this of single rows. */
export const withRowsChoice = (content: Content, choice: ImportRowsChoice): Content => {
  const mended = withMended(content.mended, choice.mended ?? [])
  const decided = withDecided(content.decided, choice.decided ?? [])
  const { decidedAll = content.decidedAll, isOtherAccepted = content.isOtherAccepted } = choice
  return { ...content, mended, decided, decidedAll, isOtherAccepted }
}

/** How names in two columns are joined; null = they stand in one. */
export const nameOrderOf = ({ nameOrder, ...content }: Content): NameOrder | null => {
  if (!content.columns.includes('firstName')) return null
  const heading = shownHeadings(sheetOf(content as Content), content.headerRow)[content.columns.indexOf('firstName')]
  return nameOrder ?? (givenNameFirst(heading ?? '') ? 'given-first' : 'family-first')
}

/** By column the field of its heading which is not among those that are imported here; null = none, or it is imported. */
export const unaskedFields = (content: Content, kind: ImportKind, fields: readonly string[]): (string | null)[] => {
  const names = namesOfKind(kind, new Map())
  return shownHeadings(sheetOf(content), content.headerRow).map((heading, at) => {
    const field = content.columns[at] === null ? names.get(foldHeading(heading)) : undefined
    const isKnown = field !== undefined && isOfList(field, { unitId: content.sendingUnitId })
    return isKnown && !fields.includes(field) ? field : null
  })
}

/** The columns of the sheet as they are shown: what is ours or was used before is no guess. */
export const columnsOf = (
  content: Content,
  kind: ImportKind,
  remembered: Names,
  fields?: readonly string[],
): ImportColumn[] => {
  const sheet = sheetOf(content)
  const { rows } = recordRows(sheet, content.headerRow)
  const names = [...namesOfKind(kind, remembered, fields)].filter(([, field]) => !content.columns.includes(field))
  const unasked = fields ? unaskedFields(content, kind, fields) : []
  return shownHeadings(sheet, content.headerRow).map((heading, index) => {
    const field = content.columns[index] ?? null
    const folded = foldHeading(heading)
    const isKnown =
      field !== null && (foldHeading(headingOf(kind, field)) === folded || remembered.get(folded) === field)
    const sample = cutTo(rows.find(({ cells }) => cells[index])?.cells[index]?.text ?? '', longestSample)
    // What is not asked here is told by itself, and nothing can be made of it.
    const isLeftOut = field === null && sample !== '' && !isOfNoRecord(heading) && !unasked[index]
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
