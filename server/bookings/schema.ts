import { type Static } from 'typebox'
import { Choice, ClockTime, Id, IsoDate, Line, Nullable, Paragraphs, Shape, Version } from '../shapes.ts'

/** What takes a hall besides a congress. */
export const bookingKinds = ['rehearsal', 'decoration', 'set-up', 'other'] as const
export type BookingKind = (typeof bookingKinds)[number]

export const repetitions = ['none', 'daily', 'weekly'] as const
export type Repetition = (typeof repetitions)[number]

const bookingFields = {
  kind: Choice(bookingKinds),
  /** Its beginning and end as the clock of the hall shows them; it may go on past midnight. */
  fromDay: IsoDate,
  fromTime: ClockTime,
  toDay: IsoDate,
  toTime: ClockTime,
  repeats: Choice(repetitions),
  /** The last day on which it may begin once more; null exactly when it does not repeat. */
  repeatsUntil: Nullable(IsoDate),
  bookedBy: Line(200),
  note: Paragraphs(500),
}

export const Booking = Shape({ id: Id, venueId: Id, ...bookingFields, version: Version })
export type Booking = Static<typeof Booking>
export const NewBooking = Shape({ venueId: Id, ...bookingFields })
export type NewBooking = Static<typeof NewBooking>
/** It stays at its venue: booked elsewhere it is another one. */
export const BookingChange = Shape({ ...bookingFields, version: Version })
export type BookingChange = Static<typeof BookingChange>

/** One time at which a booking takes its hall. */
export type Occurrence = Pick<Booking, 'fromDay' | 'fromTime' | 'toDay' | 'toTime'>

/** The booking that stands in another's way, at the time at which they meet. */
export type Overlap = Occurrence & Pick<Booking, 'kind' | 'bookedBy'>
