import { Type, type Static } from 'typebox'
import { Choice, Count, Id, Line, Nullable, OptionalLine, Shape } from '../shapes.ts'

export const importKinds = ['units', 'venues', 'congresses'] as const
export type ImportKind = (typeof importKinds)[number]

/** What a column can be, per kind, in the order of the forms and exports. */
export const importFields = {
  units: [
    'name',
    'code',
    'parent',
    'type',
    'block',
    'staffNumber',
    'contactName',
    'contactPhone',
    'address',
    'validFrom',
    'validTo',
    'windowFrom',
    'windowTo',
  ],
  venues: ['name', 'unit', 'address', 'capacity', 'layouts', 'contactName', 'contactPhone'],
  congresses: [
    'unit',
    'level',
    'form',
    'title',
    'theme',
    'ordinal',
    'dateFrom',
    'dateTo',
    'halfDay',
    'weekOf',
    'venue',
    'expectedDelegates',
    'expectedGuests',
    'assembly',
    'isPilot',
    'state',
    'note',
    'hosts',
    'hostBlock',
    'combinedWith',
  ],
} as const satisfies Record<ImportKind, readonly string[]>
export type ImportField = (typeof importFields)[ImportKind][number]

/** Fields without whose column nothing can be imported. */
export const requiredFields = {
  units: ['name'],
  venues: ['name'],
  congresses: ['unit'],
} as const satisfies Record<ImportKind, readonly string[]>

/** What can be wrong with one cell: the row is left out while it is. Details beside each. */
export const importErrors = [
  'required',
  /** { limit } */
  'too-long',
  'not-a-number',
  /** { limit } */
  'number-too-large',
  'not-a-date',
  'no-such-day',
  /** Neither a telephone number nor several; what stands there already may be said again. */
  'not-a-phone',
  'date-without-first',
  'dates-reversed',
  'week-with-date',
  /** The cell holds #REF!, #N/A …: { value } */
  'cell-error',
  /** Nothing of this code or name: { value } */
  'unit-not-known',
  /** Several fit; give the code or «Huyện / Xã»: { value, count } */
  'unit-ambiguous',
  'unit-under-itself',
  'venue-not-known',
  'venue-ambiguous',
  'level-not-known',
  /** The cycle has several levels and the row does not say which. */
  'level-missing',
  'half-day-not-known',
  /** Not how a hall is laid out with how many seats: { value } */
  'layout-not-known',
  /** { value } */
  'layout-twice',
  'assembly-not-known',
  'yes-or-no',
  'state-not-known',
  /** New congresses are planned; states change on their own page: { state } */
  'state-not-imported',
  /** The same record stands in the file twice: { row } */
  'twice-in-file',
  /** Several records here fit this row equally: { count } */
  'several-fit',
  /** The parent's own row is wrong: { row } */
  'parent-row-wrong',
  /** The congress cannot be held then (a conflict that is impossible): { rule } */
  'impossible',
  /** What was held or reported was so on a day that has not come. */
  'day-in-future',
  'report-before-held',
  /** The congress is put off or cancelled. */
  'not-to-be-closed',
  /** It was held or cancelled already: another day cannot be registered. */
  'not-to-be-scheduled',
  'result-not-fitting',
  /** Excel has shortened a number that is none, its last figures are gone: { value } */
  'digits-lost',
  /** { value } */
  'not-among-choices',
  /** Neither a year nor a whole date: { value } */
  'not-a-year',
] as const

/** What should be looked at but does not stop the row. */
export const importWarnings = [
  /** There is one with almost this name: { name } */
  'likely-duplicate',
  /** Another row has the same name under the same parent, and another code: { row } */
  'namesake',
  /** A telephone number or code lost the zeros at its beginning; it stays as it is in the file: { restored } */
  'zero-lost',
  /** The zeros were put back, as a person chose: { written } */
  'zero-restored',
  /** A day without its year, which was taken by when the congress is planned: { year } */
  'year-taken',
  /** Known though written differently: { name } */
  'name-differs',
  /** The unit goes under another one. */
  'unit-moves',
  /** A hall that is not in the list yet: it is added. */
  'venue-new',
] as const

export const importFaults = [...importErrors, ...importWarnings] as const
export type ImportFault = (typeof importFaults)[number]
export type ImportError = (typeof importErrors)[number]

/** What is said about the file as a whole. */
export const importNotes = [
  /** No row of known headings was found: choose the header row and the columns. */
  'heading-not-found',
  /** { field }: a required column was not found or chosen. */
  'column-missing',
  /** { field }: two columns were chosen for it. */
  'column-twice',
  /** { count }: cells with formulas; their last computed values were taken. */
  'formulas-taken-as-values',
  /** { count }: formulas without a computed value; they count as empty. */
  'formulas-without-value',
  /** { encoding }: the text was not UTF-8. */
  'text-decoded',
  /** { count }: rows that only sum up or number the columns. */
  'rows-passed-over',
  /** { count }: columns after the limit were not read. */
  'columns-left-out',
  /** Empty cells leave what is there as it is. */
  'empty-cells-keep',
  /** { count }: sheets that are hidden in the workbook. */
  'hidden-sheets',
] as const
export type ImportNote = (typeof importNotes)[number]

export const rowStates = ['new', 'changed', 'same', 'error'] as const
export type RowState = (typeof rowStates)[number]
export const cellStates = ['new', 'changed', 'same', 'warning', 'error'] as const
export type CellState = (typeof cellStates)[number]

const Details = Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))
export type Details = Record<string, string | number>

export const ImportCell = Shape({
  field: Type.String(),
  /** The value as it will stand, as a person reads it. */
  value: Type.String(),
  state: Choice(cellStates),
  code: Nullable(Choice(importFaults)),
  details: Details,
  /** What stands there now; null where nothing does or it stays. */
  was: Nullable(Type.String()),
})
export type ImportCell = Static<typeof ImportCell>

export const ImportRow = Shape({
  /** Its row in the sheet, from 1. */
  row: Type.Integer(),
  state: Choice(rowStates),
  cells: Type.Array(ImportCell),
})
export type ImportRow = Static<typeof ImportRow>

const ImportColumn = Shape({
  letter: Type.String(),
  heading: Type.String(),
  field: Nullable(Type.String()),
  isGuessed: Type.Boolean(),
  /** What stands first below the heading; empty where nothing does. */
  sample: Type.String(),
  /** It holds something that is not imported. Mere numbers of the rows are not missed. */
  isLeftOut: Type.Boolean(),
  /** Of a column that is left out: the field that its heading seems to mean, where no other column is it. */
  likely: Nullable(Type.String()),
})
export type ImportColumn = Static<typeof ImportColumn>

/** A dry run: what the import would do, row by row and cell by cell. */
export const ImportPreview = Shape({
  id: Id,
  kind: Choice(importKinds),
  fileName: Type.String(),
  sheets: Type.Array(Type.String()),
  sheet: Type.String(),
  /** Row of the headings, from 1; the lower one where there are two. */
  headerRow: Type.Integer(),
  columns: Type.Array(ImportColumn),
  fields: Type.Array(Shape({ name: Type.String(), isRequired: Type.Boolean() })),
  /** Rows by state; `warning` counts rows with a warning, whatever their state. */
  totals: Shape({ new: Count(), changed: Count(), same: Count(), warning: Count(), error: Count() }),
  rows: Type.Array(ImportRow),
  notes: Type.Array(Shape({ code: Choice(importNotes), details: Details })),
  /** Of all that is shown: what is confirmed is exactly this. */
  digest: Type.String(),
})
export type ImportPreview = Static<typeof ImportPreview>

/** Columns (`contactPhone`) whose lost zeros are put back, and cells (`contactPhone.12`) that differ from theirs. */
const RestoredCells = Type.Array(Line(60), { maxItems: 2000 })

/** Sheet, header row and columns as chosen; no columns = guess them anew, and on another sheet the header row too. */
export const ImportChoice = Shape({
  sheet: OptionalLine(100),
  headerRow: Type.Integer({ minimum: 1, maximum: 1_048_576 }),
  columns: Type.Array(Nullable(OptionalLine(40)), { maxItems: 200 }),
  restored: Type.Optional(RestoredCells),
})
export type ImportChoice = Static<typeof ImportChoice>

export const ImportConfirmation = Shape({ digest: Type.String({ minLength: 1, maxLength: 100 }) })

/** What an import did; `skipped` are the rows with errors. */
export const ImportDone = Shape({ created: Count(), changed: Count(), same: Count(), skipped: Count() })
export type ImportDone = Static<typeof ImportDone>
