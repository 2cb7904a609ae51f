import { Type, type Static } from 'typebox'
import { Count, Id, Instant, Line, Nullable, OptionalLine, Paragraphs, Shape } from '../shapes.ts'

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
})
export type ActLine = Static<typeof ActLine>

export const ActList = Shape({ acts: Type.Array(ActLine), next: Nullable(Id) })

export const ActFilter = Shape({
  congressId: Type.Optional(Id),
  /** Only what was deleted and can be restored. */
  deleted: Type.Optional(Type.Literal('yes')),
  cursor: Type.Optional(Id),
})
