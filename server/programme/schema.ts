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

/** The items of a session in their new order; items of other sessions of the congress move in. */
export const ItemOrder = Shape({ itemIds: Type.Array(Id, { maxItems: 2000, uniqueItems: true }) })
export type ItemOrder = Static<typeof ItemOrder>

/** One session of a starting programme: what a template gives. */
export interface StartingSession {
  kind: SessionKind
  title: string
  /** Days from the congress's first day: −1 = the day before. */
  dayOffset: number
  startsAt: string
  items: { title: string; durationMinutes: number; fixedStart: string | null; presenter: string; note: string }[]
}

export const ProgrammeTemplate = Shape({
  id: Line(60),
  name: Line(200),
  nameEnglish: Line(200),
  source: OptionalLine(500),
  sessionCount: Count(100),
  itemCount: Count(1000),
})
export type ProgrammeTemplate = Static<typeof ProgrammeTemplate>
export const ProgrammeStart = Shape({ templateId: Line(60) })

/** The fields of a paper's template as filled in; version 0 = nothing kept yet. */
export const PaperFields = Type.Record(Type.String({ maxLength: 60 }), Type.String({ maxLength: 2000 }), {
  maxProperties: 60,
})
export const PaperChange = Shape({ fields: PaperFields, version: Count(2_147_483_647) })
export type PaperChange = Static<typeof PaperChange>
