import { Type, type Static } from 'typebox'
import { AssignedPeople } from '../assignments/schema.ts'
import { bookingKinds } from '../bookings/schema.ts'
import { VenueRoom } from '../venues/schema.ts'
import {
  Choice,
  ClockTime,
  Count,
  Id,
  Instant,
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

/** What an item is: pauses are no work of the congress, awards take as long as their batches need. */
export const itemKinds = ['item', 'break', 'awards'] as const
export type ItemKind = (typeof itemKinds)[number]

/**
 * Wall-clock time within a session that may go on past midnight: `00:30` of the next day may be written `24:30`, so that
 * nobody has to guess the day.
 */
export const SessionClock = Type.String({ pattern: '^([0-3]\\d|4[0-7]):[0-5]\\d$' })

/** A batch of an award ceremony in the order of the stage. */
export const AwardBatch = Shape({ title: Line(300), minutes: Count(600) })
export type AwardBatch = Static<typeof AwardBatch>

/** One line of the run sheet within an item. */
export const Cue = Shape({
  /** Minutes after the item begins. */
  offsetMinutes: Count(24 * 60),
  speaks: OptionalLine(300),
  standsBy: OptionalLine(300),
  light: OptionalLine(300),
  sound: OptionalLine(300),
  handedOver: OptionalLine(300),
})
export type Cue = Static<typeof Cue>

/** Fields of a schedule file that the product hands on as they came, by the names of that format. */
export type Interchange = Record<string, unknown>

const itemFields = {
  title: Line(500),
  durationMinutes: Count(24 * 60),
  /** A fixed item holds its clock time; null = it follows the one before. */
  fixedStart: Nullable(SessionClock),
  presenter: OptionalLine(300),
  note: Paragraphs(1000),
}
const itemMore = {
  kind: Choice(itemKinds),
  /** Speakers of the congress who must be there, in their order. */
  speakerIds: Type.Array(Id, { maxItems: 50, uniqueItems: true }),
  /** What the presidium and the announcer say at this item. */
  presidiumWords: Paragraphs(10_000),
  announcerWords: Paragraphs(10_000),
  batches: Type.Array(AwardBatch, { maxItems: 100 }),
  cues: Type.Array(Cue, { maxItems: 200 }),
}
export const ProgrammeItem = Shape({
  id: Id,
  /** null = in the tray, not placed yet. */
  sessionId: Nullable(Id),
  position: Count(5000),
  ...itemFields,
  ...itemMore,
  /** Clock times that were tapped on the day; null = not yet. */
  startedAt: Nullable(SessionClock),
  endedAt: Nullable(SessionClock),
  version: Version,
})
export type ProgrammeItem = Static<typeof ProgrammeItem>
const itemMoreOptional = Type.Partial(Type.Object(itemMore)).properties
export const NewItem = Shape({ ...itemFields, ...itemMoreOptional, position: Nullable(Count(5000)) })
export type NewItem = Static<typeof NewItem>
/** What is not named stays as it is. */
export const ItemChange = Shape({ ...itemFields, ...itemMoreOptional, version: Version })
export type ItemChange = Static<typeof ItemChange>

const sessionFields = {
  kind: Choice(sessionKinds),
  title: Line(300),
  date: Nullable(IsoDate),
  startsAt: ClockTime,
  /** Room inside the venue, empty = the venue itself; of a session outside it the place, empty = not known yet. */
  room: OptionalLine(200),
}
const sessionMore = {
  /** It is held elsewhere than in the congress's venue. */
  isOutside: Type.Boolean(),
  /** Minutes on the way between a place outside and the venue; null = not known. */
  travelMinutes: Nullable(Count(600)),
  /** When it must be over; null = when its items are. */
  fixedEnd: Nullable(SessionClock),
  /** Persons who are expected in it; null = those of the congress. */
  attendance: Nullable(Count(200_000)),
}
const sessionMoreOptional = Type.Partial(Type.Object(sessionMore)).properties
export const ProgrammeSession = Shape({
  id: Id,
  congressId: Id,
  position: Count(500),
  ...sessionFields,
  ...sessionMore,
  version: Version,
})
export type ProgrammeSession = Static<typeof ProgrammeSession>
export const NewSession = Shape({ ...sessionFields, ...sessionMoreOptional })
export type NewSession = Static<typeof NewSession>
/** What is not named stays as it is. */
export const SessionChange = Shape({ ...sessionFields, ...sessionMoreOptional, version: Version })
export type SessionChange = Static<typeof SessionChange>

export const speakerStates = ['not-asked', 'asked', 'confirmed', 'withdrawn'] as const
export type SpeakerState = (typeof speakerStates)[number]

const speakerFields = {
  name: Line(200),
  post: OptionalLine(300),
  state: Choice(speakerStates),
  /** The day on which he withdrew; null unless he did. */
  withdrawnOn: Nullable(IsoDate),
  note: Paragraphs(1000),
}
/** Somebody who presents at a congress: must be there, and at one place at a time. */
export const Speaker = Shape({ id: Id, congressId: Id, ...speakerFields, version: Version })
export type Speaker = Static<typeof Speaker>
export const NewSpeaker = Shape(speakerFields)
export type NewSpeaker = Static<typeof NewSpeaker>
export const SpeakerChange = Shape({ ...speakerFields, version: Version })
export type SpeakerChange = Static<typeof SpeakerChange>

/** What somebody says about a programme, a session or an item; open until it is answered. */
export const Remark = Shape({
  id: Id,
  congressId: Id,
  /** Both null = the programme as a whole. */
  sessionId: Nullable(Id),
  itemId: Nullable(Id),
  text: Paragraphs(2000),
  accountId: Id,
  accountName: Line(120),
  at: Instant,
  /** Who settled it; null = open. */
  settledBy: Nullable(Line(120)),
  answer: Paragraphs(2000),
  version: Version,
})
export type Remark = Static<typeof Remark>
export const NewRemark = Shape({ sessionId: Nullable(Id), itemId: Nullable(Id), text: Line(2000) })
export type NewRemark = Static<typeof NewRemark>
export const RemarkAnswer = Shape({ isSettled: Type.Boolean(), answer: Paragraphs(2000), version: Version })
export type RemarkAnswer = Static<typeof RemarkAnswer>

export const Programme = Shape({
  congressId: Id,
  sessions: Type.Array(Shape({ ...ProgrammeSession.properties, items: Type.Array(ProgrammeItem) })),
  /** Items that are not placed yet. */
  tray: Type.Array(ProgrammeItem),
  speakers: Type.Array(Speaker),
})
export type Programme = Static<typeof Programme>

/** What a programme is held against in its venue. */
const VenueOfProgramme = Shape({
  rooms: Type.Array(VenueRoom),
  /** Seats of the main hall as the congress lays it out; null = not known. */
  capacity: Nullable(Count(200_000)),
  /** Each time around the congress for which it is booked. */
  bookings: Type.Array(
    Shape({ kind: Choice(bookingKinds), fromDay: IsoDate, fromTime: ClockTime, toDay: IsoDate, toTime: ClockTime }),
  ),
})

export const ProgrammeView = Shape({
  ...Programme.properties,
  venue: Nullable(VenueOfProgramme),
  /** How many remarks wait for an answer, by the id of the item or session that they are about. */
  openRemarks: Type.Record(Type.String(), Count()),
  /** Who was assigned to its sessions; null = nobody was. */
  assigned: Type.Union([AssignedPeople, Type.Null()]),
})
export type ProgrammeView = Static<typeof ProgrammeView>

/** A session that is opened for an item which is put where nothing is held yet. */
export const OpenedSession = Shape(sessionFields)
export type OpenedSession = Static<typeof OpenedSession>

/** Where a session or an item goes, each with the version that was seen: all of it in one act, or nothing. */
export const Arrangement = Shape({
  sessions: Type.Array(
    Shape({
      id: Id,
      version: Version,
      date: Nullable(IsoDate),
      startsAt: ClockTime,
      room: OptionalLine(200),
      /** Stays as it is where it is not said. */
      isOutside: Type.Optional(Type.Boolean()),
      fixedEnd: Nullable(SessionClock),
    }),
    { maxItems: 500 },
  ),
  items: Type.Array(
    Shape({
      id: Id,
      version: Version,
      /** null = into the tray. */
      sessionId: Nullable(Id),
      position: Count(5000),
      durationMinutes: Count(24 * 60),
      fixedStart: Nullable(SessionClock),
    }),
    { maxItems: 5000 },
  ),
  /** Items go to it under `openedSessionId`. */
  opened: Type.Optional(OpenedSession),
})
export type Arrangement = Static<typeof Arrangement>

/** Sessions that are taken over from another congress, or once more from the same. */
export const ProgrammeCopy = Shape({
  fromCongressId: Id,
  /** null = the whole programme. */
  sessionIds: Nullable(Type.Array(Id, { minItems: 1, maxItems: 500, uniqueItems: true })),
  /** The day that the first of them comes to; null = as far from the congress's first day as it was there. */
  firstDay: Nullable(IsoDate),
  /** Who speaks is taken over too, to be asked anew. */
  withSpeakers: Type.Boolean(),
})
export type ProgrammeCopy = Static<typeof ProgrammeCopy>

/** The items of a session in their new order; items of other sessions of the congress move in. */
export const ItemOrder = Shape({ itemIds: Type.Array(Id, { maxItems: 2000, uniqueItems: true }) })
export type ItemOrder = Static<typeof ItemOrder>

/** One session of a starting programme: what a template gives. */
export interface StartingSession extends Partial<Pick<ProgrammeSession, 'isOutside'>> {
  kind: SessionKind
  title: string
  /** Days from the congress's first day: −1 = the day before. */
  dayOffset: number
  startsAt: string
  items: Pick<ProgrammeItem, 'kind' | 'title' | 'durationMinutes' | 'fixedStart' | 'presenter' | 'note'>[]
}

const inBothLanguages = (maxLength: number) => Shape({ vi: Line(maxLength), en: Line(maxLength) })

const OutlinedItem = Shape({
  title: inBothLanguages(500),
  kind: Type.Optional(Choice(itemKinds)),
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
  /** It is held elsewhere than in the hall, at a place that the congress has yet to choose. */
  isOutside: Type.Optional(Type.Boolean()),
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
