import { Type, type Static } from 'typebox'
import { ImportRow, ImportTotals } from '../exchange/schema.ts'
import { Count, Id, Line, Nullable, OptionalLine, Shape, Version } from '../shapes.ts'

/** Letters of one value, and rows of one list of a congress. */
export const longestValue = 300
export const mostRows = 5000

const Both = Shape({ vi: Line(500), en: Line(500) })
/** Text by column; empty columns may be left out. */
const Values = Type.Record(Type.String({ maxLength: 60 }), OptionalLine(longestValue))

export const ListColumnShown = Shape({
  name: Line(60),
  labels: Both,
  isRequired: Type.Boolean(),
  /** The values it may have; empty = any. */
  choices: Type.Array(Line(80)),
  /** The same in English, in their order; empty = they have no English words. */
  choicesEnglish: Type.Array(Line(80)),
})
export type ListColumnShown = Static<typeof ListColumnShown>

export const ListRowShown = Shape({ id: Id, values: Values, version: Version })
export type ListRowShown = Static<typeof ListRowShown>

/** A list of a congress with its rows in their order. */
export const CongressList = Shape({
  list: Line(60),
  titles: Both,
  columns: Type.Array(ListColumnShown),
  rows: Type.Array(ListRowShown),
})
export type CongressList = Static<typeof CongressList>

const ListSummary = Shape({ list: Line(60), titles: Both, rowCount: Count() })
export type ListSummary = Static<typeof ListSummary>
/** The lists that a congress can have, with how many rows each has. */
export const CongressLists = Shape({ lists: Type.Array(ListSummary) })
export type CongressLists = Static<typeof CongressLists>

export const NewListRow = Shape({ values: Values })
export type NewListRow = Static<typeof NewListRow>

const RowAtVersion = { id: Id, version: Version }
/** Columns that are not named stay as they are. */
export const ListRowChanges = Shape({
  rows: Type.Array(Shape({ ...RowAtVersion, values: Values }), { minItems: 1, maxItems: mostRows }),
})
export type ListRowChanges = Static<typeof ListRowChanges>

export const ListRowsChanged = Shape({ rows: Type.Array(ListRowShown) })

export const ListRowsGone = Shape({ rows: Type.Array(Shape(RowAtVersion), { minItems: 1, maxItems: mostRows }) })
export type ListRowsGone = Static<typeof ListRowsGone>

/** Rows that go before another one, in this order; null = to the end. */
export const ListRowOrder = Shape({
  ids: Type.Array(Id, { minItems: 1, maxItems: mostRows, uniqueItems: true }),
  beforeId: Nullable(Id),
})
export type ListRowOrder = Static<typeof ListRowOrder>

const BroughtColumn = Shape({
  letter: Type.String(),
  heading: Type.String(),
  /** The column of the list that it is; null = it is left out. */
  field: Nullable(Type.String()),
  /** What stands first in it. */
  sample: Type.String(),
})

/** A dry run: what bringing a table would do to the list, row by row and cell by cell. */
export const ListPreview = Shape({
  fileName: Type.String(),
  sheet: Type.String(),
  /** Row of the headings, from 1; null = the table has none, and its columns are taken in the order of the list. */
  headerRow: Nullable(Type.Integer()),
  columns: Type.Array(BroughtColumn),
  totals: ImportTotals,
  rows: Type.Array(ImportRow),
  /** What the rows are called that would go, because the table does not have them. */
  removed: Type.Array(Type.String()),
  /** Of all that is shown: what is confirmed is exactly this. */
  digest: Type.String(),
})
export type ListPreview = Static<typeof ListPreview>

export const ListImported = Shape({
  created: Count(),
  changed: Count(),
  same: Count(),
  removed: Count(),
  skipped: Count(),
})
export type ListImported = Static<typeof ListImported>
