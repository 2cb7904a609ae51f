import { Type, type Static } from 'typebox'
import { Choice, Count, IsoDate, Line, Nullable, OptionalLine, Shape } from '../shapes.ts'

export const scheduleFormats = ['schedule-xml', 'icalendar'] as const
export type ScheduleFormat = (typeof scheduleFormats)[number]

/** Why an event of a file stays out. Details beside each. */
export const eventFaults = [
  /** { value } */
  'start-not-a-time',
  /** { value } */
  'duration-not-a-time',
  'end-before-start',
  /** Longer than a day: { hours } */
  'longer-than-a-day',
  /** Its day is none of the calendar, or too far from the one under which it stands: { value } */
  'day-unknown',
  /** A whole day has no hour. */
  'all-day',
  'cancelled',
  /** { limit } */
  'too-many-persons',
  /** { field, limit } */
  'too-long',
] as const
export type EventFault = (typeof eventFaults)[number]

/** What is told of a file as a whole. Details beside each. */
export const scheduleNotes = [
  /** The file says another encoding than it has: { encoding } */
  'encoding-differs',
  /** Several events have one identifier; each comes in by itself: { count } */
  'identifier-twice',
  /** The event's own hour and that of its date differ; the hour counts: { count } */
  'start-differs',
  /** Of what repeats, the first time alone comes in: { count } */
  'repeats',
  /** Events without a title: { count } */
  'untitled',
  /** Titles that go on before the abstract: { count, limit } */
  'title-cut',
  /** Its clock is not the installation's; the hours stay as the file has them: { offsets } */
  'other-clock',
] as const
export type ScheduleNote = (typeof scheduleNotes)[number]

const Details = Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))
export type Details = Static<typeof Details>

/** New to the programme; with other times, words or persons than there; as it stands there. */
export const eventStates = ['new', 'changed', 'same'] as const
export type EventState = (typeof eventStates)[number]

const EventPlace = {
  title: OptionalLine(500),
  day: Nullable(IsoDate),
  startsAt: OptionalLine(20),
  room: OptionalLine(200),
}

export const ScheduleImportPreview = Shape({
  fileName: OptionalLine(200),
  format: Choice(scheduleFormats),
  /** What the file calls itself. */
  title: OptionalLine(500),
  totals: Shape({
    events: Count(),
    days: Count(),
    rooms: Count(),
    persons: Count(),
    /** Sessions that are made for the new events. */
    sessions: Count(),
    new: Count(),
    changed: Count(),
    same: Count(),
    /** Items that came from a file once and are not in this one; they stay. */
    missing: Count(),
    /** Events that stay out because something in them cannot be right. */
    faulty: Count(),
    /** Events that begin in a room before another one there has ended. */
    overlaps: Count(),
    /** Events that go on past midnight or begin after it. */
    pastMidnight: Count(),
  }),
  days: Type.Array(Shape({ day: IsoDate, rooms: Count(), events: Count() })),
  /** Fields of the file that the product has no place for, by their names there. */
  dropped: Type.Array(Shape({ field: Line(200), count: Count() })),
  notes: Type.Array(Shape({ code: Choice(scheduleNotes), details: Details })),
  faults: Type.Array(Shape({ ...EventPlace, fault: Choice(eventFaults), details: Details })),
  /** The first of what is new or changed, what is gone, what overlaps. */
  listed: Type.Array(
    Shape({ ...EventPlace, state: Choice([...eventStates, 'missing', 'overlap', 'past-midnight'] as const) }),
  ),
  digest: Line(100),
})
export type ScheduleImportPreview = Static<typeof ScheduleImportPreview>

export const ScheduleImportDone = Shape({ created: Count(), changed: Count(), same: Count(), faulty: Count() })
export type ScheduleImportDone = Static<typeof ScheduleImportDone>
