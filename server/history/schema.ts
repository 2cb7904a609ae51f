import { Type, type Static } from 'typebox'
import { Choice, Count, Id, Instant, Line, Nullable, OptionalLine, Paragraphs, Shape } from '../shapes.ts'

/** A field that an act changed. Dates, states and numbers with what they were and became; of what is long only the name. */
export const ChangedField = Shape({
  table: Line(80),
  field: Line(80),
  isTold: Type.Boolean(),
  before: Nullable(Type.String({ maxLength: 40 })),
  after: Nullable(Type.String({ maxLength: 40 })),
})
export type ChangedField = Static<typeof ChangedField>

/** One line of the record of what was done. */
export const ActLine = Shape({
  id: Id,
  at: Instant,
  accountName: OptionalLine(200),
  action: Line(80),
  subject: OptionalLine(400),
  unitId: Nullable(Id),
  cycleId: Nullable(Id),
  congressId: Nullable(Id),
  reason: Paragraphs(600),
  changeCount: Count(),
  undoneByActId: Nullable(Id),
  undoesActId: Nullable(Id),
  /** Empty where rows were only added or removed, and where there are too many to tell. */
  changed: Type.Array(ChangedField),
  /** Whether the account's roles allow to undo it; that what it touched was changed since is found out by trying. */
  mayUndo: Type.Boolean(),
})
export type ActLine = Static<typeof ActLine>

export const ActList = Shape({ acts: Type.Array(ActLine), next: Nullable(Id) })

export const ActFilter = Shape({
  congressId: Type.Optional(Id),
  /** Only what was deleted and can be restored. */
  deleted: Type.Optional(Type.Literal('yes')),
  cursor: Type.Optional(Id),
  /** In English, titles that the program proposed are worded so. */
  language: Type.Optional(Choice(['vi', 'en'] as const)),
})
