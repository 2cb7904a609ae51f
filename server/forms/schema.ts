import { Type, type Static } from 'typebox'
import { DecidedRow, ImportCell, ImportQuestion, MendedText, RowNumber, rowStates } from '../exchange/schema.ts'
import { Choice, Count, Id, Instant, IsoDate, Line, Nullable, OptionalLine, Shape, Version } from '../shapes.ts'

/** What units are asked of the congresses that they hold themselves. */
export const ownFormKinds = ['schedule', 'result'] as const
export type OwnFormKind = (typeof ownFormKinds)[number]
/**
 * What units are asked for by a workbook: besides, whom they send to a congress above them. A new kind is an entry here,
 * its file in kinds/, its words in words/.
 */
export const formKindIds = [...ownFormKinds, 'delegates'] as const
export type FormKindId = (typeof formKindIds)[number]

/** More than the units of any province; whoever has more chooses some of them. */
export const mostFormsAtOnce = 5000

/** Asks the units of these congresses, in one act. */
export const FormOrder = Shape({
  kind: Choice(ownFormKinds),
  congressIds: Type.Array(Id, { minItems: 1, maxItems: mostFormsAtOnce, uniqueItems: true }),
  /** Until when an answer is asked for. */
  deadline: Nullable(IsoDate),
})
export type FormOrder = Static<typeof FormOrder>

/** Asks these units whom they send to a congress, in one act. */
export const ListFormOrder = Shape({
  unitIds: Type.Array(Id, { minItems: 1, maxItems: mostFormsAtOnce, uniqueItems: true }),
  deadline: Nullable(IsoDate),
})
export type ListFormOrder = Static<typeof ListFormOrder>

/** The one form that a unit takes for itself. */
export const OwnForm = Shape({ id: Id })
export type OwnForm = Static<typeof OwnForm>

export const FormsIssued = Shape({ batchId: Id, count: Count() })
export type FormsIssued = Static<typeof FormsIssued>

/** The newest form of a kind that a unit was sent for a congress. */
export const IssuedForm = Shape({
  id: Id,
  kind: Choice(formKindIds),
  unitId: Id,
  unitName: OptionalLine(200),
  /** The unit above it; empty where it has none. */
  upperName: OptionalLine(200),
  congressId: Id,
  levelId: Id,
  issue: Count(),
  batchId: Id,
  deadline: Nullable(IsoDate),
  issuedAt: Instant,
  answeredAt: Nullable(Instant),
  /** Nobody answered it, and what it asks is known by now: by telephone, by letter. */
  isKnownOtherwise: Type.Boolean(),
  contactName: OptionalLine(120),
  contactPhone: OptionalLine(60),
  /** The last call with the unit about it, or about nothing in particular, since it was sent, and when to call again. */
  call: Nullable(Shape({ at: Instant, callBackOn: Nullable(IsoDate) })),
})
export type IssuedForm = Static<typeof IssuedForm>

/** What can be said of a returned file beside its answers: the first three are imported when somebody says so. */
export const fileVerdicts = [
  'fine',
  /** The code is gone: known by its title and the name of the unit, { unit }. */
  'code-missing',
  /** The code was altered: known by its title and the name of the unit, { unit }. */
  'code-edited',
  /** A newer one was sent since: { issue, newest } */
  'older-issue',
  /** The name on the form is not that of the unit of its code: { written, unit } */
  'unit-differs',
  /** It is of another cycle: { cycle }, empty where the reader may not see it. */
  'other-cycle',
  /** The unit was merged or renamed since: { unit, successor } */
  'unit-merged',
  /** The unit or its congress is no more. */
  'unit-gone',
  /** This installation keeps no such form: it was withdrawn, or another office sent it. */
  'form-not-known',
  /** The list is with the congress and is not changed by a form; it is given back first. */
  'list-closed',
  /** It is of another congress than the one whose forms are read: { title } */
  'other-congress',
  /** Its unit is not one of those that the reader organizes. */
  'not-yours',
  /** A form of ours of which nobody can tell whose it is: { unit } as written. */
  'unit-not-known',
  'not-a-form',
  'picture',
  'pdf',
  'word-document',
  'legacy',
  'foreign',
  'encrypted',
  'broken',
  'too-large',
  /** Zips within zips within zips. */
  'too-deep',
] as const
export type FileVerdict = (typeof fileVerdicts)[number]

/** Imported when a person says that it is right. */
export const askedVerdicts: readonly FileVerdict[] = ['code-missing', 'code-edited', 'older-issue', 'unit-differs']

export const fileNotes = [
  /** The workbook holds macros: they were neither run nor read. */
  'macros-ignored',
  /** Another file of the heap answers the same form: { count } */
  'answered-twice',
  /** The form was answered before: { at } as an instant */
  'answered-before',
  /** Lines that are no longer on the form: { fields } */
  'labels-missing',
  /** So many more would be on the unit's list than it may send: { count } */
  'over-quota',
] as const
export type FileNote = (typeof fileNotes)[number]

const Details = Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))
export type FileDetails = Record<string, string | number>

const PlacedImportCell = Shape({
  ...ImportCell.properties,
  heading: Type.String(),
  place: Type.String(),
  /** Of the sheet, where the form is a table; else the place of the file in its heap, from 1. */
  row: Type.Optional(RowNumber),
  /** What the file says, where something else was written here instead. */
  written: Type.Optional(Type.String()),
})
/** An answer that is wrong, with the line of the form and where it stands. */
export type FaultyCell = Static<typeof PlacedImportCell>

/** A row of a form that is a table, beside who stands there. */
const FormRow = Shape({
  /** Its row in the sheet, from 1. */
  row: Type.Integer(),
  state: Choice(rowStates),
  name: Type.String(),
  cells: Type.Array(PlacedImportCell),
  /** Who of the list it means, where only a person can say. */
  question: Type.Optional(ImportQuestion),
})
export type FormRow = Static<typeof FormRow>

export const ReturnedFile = Shape({
  /** Its place in the heap, from 0. */
  index: Count(),
  /** With the folders and zips in which it lay. */
  name: Type.String(),
  kind: Nullable(Choice(formKindIds)),
  /** Whom to ask; null = nobody can tell whose it is. */
  unitId: Nullable(Id),
  unitName: Type.String(),
  upperName: Type.String(),
  contactName: Type.String(),
  contactPhone: Type.String(),
  congressId: Nullable(Id),
  verdict: Choice(fileVerdicts),
  details: Details,
  notes: Type.Array(Shape({ code: Choice(fileNotes), details: Details })),
  /** Day and time at which it was last saved, as it says itself. */
  savedAt: Nullable(Type.String()),
  /** Of its answers beside what stands there; null where it cannot be imported at all. */
  state: Nullable(Choice(rowStates)),
  /** With the line of the form and where its answer stands: B9. */
  cells: Type.Array(PlacedImportCell),
  /** Of a form that is a table: each row that says anything. */
  rows: Type.Array(FormRow),
  /** Files that answer the same form share it; only one of them is imported. */
  group: Nullable(Type.String()),
  mayChoose: Type.Boolean(),
  isChosen: Type.Boolean(),
})
export type ReturnedFile = Static<typeof ReturnedFile>

/** A dry run: what importing a heap of returned files would do. */
export const ReturnPreview = Shape({
  id: Id,
  files: Type.Array(ReturnedFile),
  /** Files that are none of anybody's: folders' own files, locks of open workbooks. */
  passedOver: Count(),
  /** Forms of this cycle and these units that would still be without an answer; null = none was issued to them. */
  unanswered: Nullable(Count()),
  /** Of all that is shown: what is confirmed is exactly this. */
  digest: Type.String(),
})
export type ReturnPreview = Static<typeof ReturnPreview>

/**
 * Which files are imported, by their places, what is written instead of cells that are told as wrong, and whom rows mean.
 */
export const ReturnChoice = Shape({
  chosen: Type.Optional(Type.Array(Count(10_000), { maxItems: 2000, uniqueItems: true })),
  mended: Type.Optional(
    Type.Array(Shape({ file: Count(10_000), row: RowNumber, field: Line(200), text: MendedText }), { maxItems: 500 }),
  ),
  decided: Type.Optional(Type.Array(Shape({ file: Count(10_000), ...DecidedRow.properties }), { maxItems: 500 })),
})
export type ReturnChoice = Static<typeof ReturnChoice>

/**
 * `changed` = forms whose answers changed something, `same` = answers that said nothing new, `refused` = files that are
 * kept as not taken.
 */
export const ReturnDone = Shape({ changed: Count(), same: Count(), refused: Count() })
export type ReturnDone = Static<typeof ReturnDone>

/** A returned file that was not taken: its unit is still to be asked. */
export const Refusal = Shape({
  id: Id,
  kind: Nullable(Choice(formKindIds)),
  unitId: Nullable(Id),
  unitName: Type.String(),
  upperName: Type.String(),
  contactName: Type.String(),
  contactPhone: Type.String(),
  congressId: Nullable(Id),
  fileName: Type.String(),
  verdict: Choice(fileVerdicts),
  details: Details,
  cells: Type.Array(PlacedImportCell),
  at: Instant,
  accountName: OptionalLine(200),
  version: Version,
})
export type Refusal = Static<typeof Refusal>

/** What a heap may hold; more is refused before it is read to its end. */
export const heapLimits = {
  files: 1000,
  /** Unpacked, of all files together. */
  bytes: 400 * 1024 * 1024,
  /** Unpacked, of one file in a zip. */
  entryBytes: 64 * 1024 * 1024,
  /** Of one workbook. */
  fileBytes: 10 * 1024 * 1024,
  /** Zips within zips. */
  depth: 3,
} as const
