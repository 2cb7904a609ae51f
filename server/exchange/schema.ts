import { Type, type Static } from 'typebox'
import { sensitiveFields } from '../people/schema.ts'
import { Choice, Count, Id, Line, Nullable, OptionalLine, Shape } from '../shapes.ts'
import { importNotes } from './rules/notes.ts'

export const importKinds = ['units', 'venues', 'congresses', 'delegates'] as const
export type ImportKind = (typeof importKinds)[number]
/** Kinds that are imported under a unit; delegates are into a congress. */
export const unitKinds = ['units', 'venues', 'congresses'] as const
export type UnitKind = (typeof unitKinds)[number]

/** What a column can be, per kind, in the order of the forms and exports; the system code is that of an exported row. */
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
  delegates: [
    ...(['address', 'name', 'lastName', 'firstName'] as const),
    'printedName',
    'post',
    'unit',
    'printedPost',
    'delegation',
    'class',
    'standing',
    'structure',
    'sex',
    'birth',
    'phone',
    'email',
    'titles',
    'education',
    'field',
    'isDirectWorker',
    ...sensitiveFields,
    'number',
    'seat',
    'door',
    'introduced',
    'representative',
    'link',
    'note',
    'systemCode',
  ],
} as const satisfies Record<ImportKind, readonly string[]>
export type ImportField = (typeof importFields)[ImportKind][number]

/** Fields without whose column nothing can be imported. */
export const requiredFields = {
  units: ['name'],
  venues: ['name'],
  congresses: ['unit'],
  delegates: ['name'],
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
  'not-an-email',
  /** { value } */
  'class-not-known',
  /** { value } */
  'standing-not-known',
  /** Somebody would withdraw, or come back, by a file. */
  'withdrawn-in-list',
  /** { value } */
  'sex-not-known',
  /** Another delegate of the congress has this number: { name } */
  'number-taken',
  /** In the list of a unit another delegation or unit is named, which sends its own: { value, unit } */
  'of-other-unit',
  /** The row came from the list of another unit, on which the person stands. */
  'on-other-list',
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
  /** A delegation that the congress does not have yet: it is added. */
  'delegation-new',
  /** A name with signs that no name has: a formula, an address, a piece of a page. It is kept as it is written. */
  'name-odd',
  /** Hardly anybody of that age is a delegate: { age } */
  'birth-too-young',
  'birth-too-old',
] as const

export const importFaults = [...importErrors, ...importWarnings] as const
export type ImportFault = (typeof importFaults)[number]
export type ImportError = (typeof importErrors)[number]

/** `choose` = a person must say first who is meant; `skipped` = a person said that the row is not imported. */
export const rowStates = ['new', 'changed', 'same', 'choose', 'skipped', 'error'] as const
export type RowState = (typeof rowStates)[number]
/** By what rows are looked through. */
export const rowFilters = ['new', 'changed', 'same', 'choose', 'skipped', 'warning', 'error'] as const
export type RowFilter = (typeof rowFilters)[number]
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

/** What a person must decide about a row. */
export const questionCodes = [
  /** Somebody on the list of the congress may be meant. */
  'known-here',
  /** Somebody may be meant who is kept already, for another congress or a post. */
  'known-elsewhere',
  /** A row above has the same name and year of birth: { row } */
  'same-in-file',
] as const
export type QuestionCode = (typeof questionCodes)[number]

/** Somebody who may be meant, so far as it tells them from another. */
const Candidate = Shape({
  id: Id,
  name: Type.String(),
  birth: Type.String(),
  post: Type.String(),
  unit: Type.String(),
  /** Where else the person is known from; empty = from this list. */
  congress: Type.String(),
})
export type Candidate = Static<typeof Candidate>

/** A candidate's id, or that it is somebody new, or that the row is left out. */
export const Decision = Type.String({ pattern: '^(new|skip|[0-9a-f-]{36})$' })

export const ImportQuestion = Shape({
  code: Choice(questionCodes),
  details: Details,
  candidates: Type.Array(Candidate),
  /** Name and year of birth are the same as the only candidate's. */
  isExact: Type.Boolean(),
  decision: Nullable(Decision),
})
export type ImportQuestion = Static<typeof ImportQuestion>

export const ImportRow = Shape({
  /** Its row in the sheet, from 1. */
  row: Type.Integer(),
  state: Choice(rowStates),
  cells: Type.Array(ImportCell),
  question: Type.Optional(ImportQuestion),
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

/** Rows by state; `warning` counts rows with a warning, whatever their state. */
export const ImportTotals = Shape({
  new: Count(),
  changed: Count(),
  same: Count(),
  warning: Count(),
  error: Count(),
  choose: Type.Optional(Count()),
  skipped: Type.Optional(Count()),
})
export type ImportTotals = Static<typeof ImportTotals>

/** A column in which Excel dropped first zeros: how many cells, how many of them are put back, and the first that is not. */
const ZeroColumn = Shape({
  field: Type.String(),
  lost: Count(),
  restored: Count(),
  first: Nullable(Shape({ value: Type.String(), restored: Type.String() })),
})
export type ZeroColumn = Static<typeof ZeroColumn>

/** Names in two columns: the family name stands first, as in Vietnamese, or the given one. */
export const nameOrders = ['family-first', 'given-first'] as const
export type NameOrder = (typeof nameOrders)[number]

/** A dry run: what the import would do, cell by cell, of one page of its rows. */
export const ImportPreview = Shape({
  id: Id,
  kind: Choice(importKinds),
  fileName: Type.String(),
  sheets: Type.Array(Type.String()),
  sheet: Type.String(),
  /** Row of the headings, from 1; the lower one where there are two. 0 = there is none. */
  headerRow: Type.Integer(),
  columns: Type.Array(ImportColumn),
  fields: Type.Array(Shape({ name: Type.String(), isRequired: Type.Boolean() })),
  /** Of names in two columns; null = they stand in one. */
  nameOrder: Nullable(Choice(nameOrders)),
  /** The congress that delegates are imported into. */
  congressId: Nullable(Id),
  /** The unit into whose own list they are; null = into the congress. */
  sendingUnitId: Nullable(Id),
  totals: ImportTotals,
  rowCount: Count(),
  /** Rows of the state that is looked at, and which page of them this is. */
  found: Count(),
  page: Count(),
  rows: Type.Array(ImportRow),
  /** Fields without a column that a row has something to be said of. */
  otherFields: Type.Array(Type.String()),
  zeros: Type.Array(ZeroColumn),
  /** Columns and cells whose lost zeros are put back. */
  restored: Type.Array(Type.String()),
  /** Questions about somebody known elsewhere by the same name and year, and how all of them were decided. */
  exact: Shape({ count: Count(), decision: Nullable(Choice(['same', 'new'] as const)) }),
  /** Whether a person must first agree that the file is of another congress or unit. */
  isOtherCongress: Type.Boolean(),
  notes: Type.Array(Shape({ code: Choice(importNotes), details: Details })),
  /** Of all that is shown: what is confirmed is exactly this. */
  digest: Type.String(),
})
export type ImportPreview = Static<typeof ImportPreview>

/** Columns (`contactPhone`) whose lost zeros are put back, and cells (`contactPhone.12`) that differ from theirs. */
const RestoredCells = Type.Array(Line(60), { maxItems: 2000 })

/** Sheet, header row (0 = there is none) and columns as chosen; no columns = guess them anew, and on another sheet the header row too. */
export const ImportChoice = Shape({
  sheet: OptionalLine(100),
  headerRow: Type.Integer({ minimum: 0, maximum: 1_048_576 }),
  columns: Type.Array(Nullable(OptionalLine(40)), { maxItems: 200 }),
  restored: Type.Optional(RestoredCells),
  nameOrder: Type.Optional(Choice(nameOrders)),
})
export type ImportChoice = Static<typeof ImportChoice>

export const RowNumber = Type.Integer({ minimum: 1, maximum: 1_048_576 })

/** What a cell is mended to; null = as the file has it. */
export const MendedText = Nullable(OptionalLine(2000))

/** Whom a row means; null = not decided. */
export const DecidedRow = Shape({ row: RowNumber, decision: Nullable(Decision) })

/** What a person says of single rows; what is not named stays as it was said before. */
export const ImportRowsChoice = Shape({
  mended: Type.Optional(Type.Array(Shape({ row: RowNumber, field: Line(40), text: MendedText }), { maxItems: 500 })),
  decided: Type.Optional(Type.Array(DecidedRow, { maxItems: 500 })),
  /** All who are known elsewhere by the same name and year of birth, unless their own row says otherwise. */
  decidedAll: Type.Optional(Nullable(Choice(['same', 'new'] as const))),
  /** The file is of another congress, and is meant for this one all the same. */
  isOtherAccepted: Type.Optional(Type.Boolean()),
})
export type ImportRowsChoice = Static<typeof ImportRowsChoice>

/** Which rows are looked at. */
export const ImportLook = {
  show: Type.Optional(Choice(rowFilters)),
  page: Type.Optional(Type.String({ pattern: '^[1-9]\\d{0,5}$' })),
}

const Digest = Type.String({ minLength: 1, maxLength: 100 })
export const ImportConfirmation = Shape({ digest: Digest })
export const DelegateConfirmation = Shape({ id: Id, digest: Digest })

/** What an import did; `skipped` are the rows with errors and those that were left out or not decided. */
export const ImportDone = Shape({ created: Count(), changed: Count(), same: Count(), skipped: Count() })
export type ImportDone = Static<typeof ImportDone>
