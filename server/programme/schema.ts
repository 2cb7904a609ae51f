import { Type, type Static } from 'typebox'
import {
  Choice,
  ClockTime,
  Count,
  Id,
  IsoDate,
  Line,
  Nullable,
  OptionalLine,
  Paragraphs,
  Shape,
  Version,
} from '../shapes.ts'

/** Kinds of sessions in the field's words (phiên trù bị, phiên chính thức, tổng duyệt, giao lưu, dâng hương, chiêu đãi, nghệ thuật, tham quan, tổ thảo luận). */
export const sessionKinds = [
  'preparatory',
  'official',
  'rehearsal',
  'exchange',
  'incense',
  'reception',
  'art',
  'visit',
  'discussion',
] as const
export type SessionKind = (typeof sessionKinds)[number]

const itemFields = {
  title: Line(500),
  durationMinutes: Count(24 * 60),
  /** A fixed item holds its clock time; null = it follows the one before. */
  fixedStart: Nullable(ClockTime),
  presenter: OptionalLine(300),
  note: Paragraphs(1000),
}
export const ProgrammeItem = Shape({ id: Id, sessionId: Id, position: Count(5000), ...itemFields, version: Version })
export type ProgrammeItem = Static<typeof ProgrammeItem>
export const NewItem = Shape({ ...itemFields, position: Nullable(Count(5000)) })
export type NewItem = Static<typeof NewItem>
export const ItemChange = Shape({ ...itemFields, version: Version })
export type ItemChange = Static<typeof ItemChange>

const sessionFields = {
  kind: Choice(sessionKinds),
  title: Line(300),
  date: Nullable(IsoDate),
  startsAt: ClockTime,
  /** Room inside the venue; empty = the venue itself. */
  room: OptionalLine(200),
}
export const ProgrammeSession = Shape({
  id: Id,
  congressId: Id,
  position: Count(500),
  ...sessionFields,
  version: Version,
})
export type ProgrammeSession = Static<typeof ProgrammeSession>
export const NewSession = Shape(sessionFields)
export type NewSession = Static<typeof NewSession>
export const SessionChange = Shape({ ...sessionFields, version: Version })
export type SessionChange = Static<typeof SessionChange>

export const Programme = Shape({
  congressId: Id,
  sessions: Type.Array(Shape({ ...ProgrammeSession.properties, items: Type.Array(ProgrammeItem) })),
})
export type Programme = Static<typeof Programme>
