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

const inBothLanguages = (maxLength: number) => Shape({ vi: Line(maxLength), en: Line(maxLength) })

const OutlinedItem = Shape({
  title: inBothLanguages(500),
  durationMinutes: Count(24 * 60),
  fixedStart: Type.Optional(ClockTime),
  /** The post that speaks or leads, never a name. */
  presenter: Type.Optional(inBothLanguages(300)),
  note: Type.Optional(inBothLanguages(1000)),
})

const OutlinedSession = Shape({
  kind: Choice(sessionKinds),
  title: inBothLanguages(300),
  /** 0 = the first day of the congress, −1 = the day before. */
  day: Type.Integer({ minimum: -7, maximum: 7 }),
  startsAt: ClockTime,
  /** When it begins at a congress that is held in an afternoon. */
  afternoonStart: Type.Optional(ClockTime),
  items: Type.Array(OutlinedItem, { minItems: 1, maxItems: 200 }),
})

/** A programme template as its file under templates/programmes holds it. */
export const ProgrammeOutline = Shape({
  name: Line(200),
  nameEnglish: Line(200),
  /** What its order and times rest on. */
  source: Line(500),
  sessions: Type.Array(OutlinedSession, { minItems: 1, maxItems: 50 }),
})
export type ProgrammeOutline = Static<typeof ProgrammeOutline>

export const ProgrammeTemplate = Shape({
  id: Line(60),
  name: Line(200),
  nameEnglish: Line(200),
  source: OptionalLine(500),
  sessionCount: Count(100),
  itemCount: Count(10_000),
})
export type ProgrammeTemplate = Static<typeof ProgrammeTemplate>

export const ProgrammeStart = Shape({
  templateId: Line(60),
  /** The language of the programme's own words; Vietnamese unless said. */
  language: Type.Optional(Choice(['vi', 'en'] as const)),
  /** Adds to a programme that has sessions already. */
  isAdded: Type.Optional(Type.Boolean()),
})
export type ProgrammeStart = Static<typeof ProgrammeStart>
