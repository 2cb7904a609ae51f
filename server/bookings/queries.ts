import { and, asc, eq, gte, lte, or } from 'drizzle-orm'
import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { addDays } from '../format/dates.ts'
import { daysOf, firstMeeting, longestRepeatedDays, occurrenceAt, runOf } from './rules.ts'
import type { Booking, Overlap } from './schema.ts'

export const findBooking = async (read: Reader, id: string): Promise<Row<'bookings'> | undefined> => {
  const { bookings } = read.tables
  return (await read.select().from(bookings).where(eq(bookings.id, id)))[0]
}

interface Days {
  from: string
  to: string
}

/** Bookings of one venue, the earliest first; of those only what may take part of the days from–to. */
export const listBookingsOf = async (
  read: Reader,
  venueId: string,
  days: Days | null = null,
): Promise<Row<'bookings'>[]> => {
  const { bookings } = read.tables
  return read
    .select()
    .from(bookings)
    .where(and(eq(bookings.venueId, venueId), touching(read, days)))
    .orderBy(asc(bookings.fromDay), asc(bookings.fromTime), asc(bookings.id))
}

/** All bookings with the unit that keeps the venue, the earliest first; of those only what may take part of the days from–to. */
export const listBookings = async (
  read: Reader,
  days: Days | null = null,
): Promise<(Row<'bookings'> & { unitId: string })[]> => {
  const { bookings, venues } = read.tables
  const rows = await read
    .select({ booking: bookings, unitId: venues.unitId })
    .from(bookings)
    .innerJoin(venues, eq(venues.id, bookings.venueId))
    .where(touching(read, days))
    .orderBy(asc(bookings.fromDay), asc(bookings.fromTime), asc(bookings.id))
  return rows.map(({ booking, unitId }) => ({ ...booking, unitId }))
}

/** The last time of a repeated booking may end some days after the last day on which it begins. */
const touching = ({ tables: { bookings } }: Reader, days: Days | null) =>
  days === null
    ? undefined
    : and(
        lte(bookings.fromDay, days.to),
        or(gte(bookings.toDay, days.from), gte(bookings.repeatsUntil, addDays(days.from, -longestRepeatedDays))),
      )

/** What else has taken the venue at one of a booking's times, and when; null = nothing. */
export const findOverlap = async (read: Reader, booking: Omit<Booking, 'version'>): Promise<Overlap | null> => {
  const run = runOf(booking)
  for (const other of await listBookingsOf(read, booking.venueId, daysOf(booking))) {
    const otherRun = runOf(other)
    const begins = other.id === booking.id ? null : firstMeeting(run, otherRun)
    if (begins === null) continue
    const { kind, bookedBy } = other
    return { kind, bookedBy, ...occurrenceAt(begins, otherRun) }
  }
  return null
}
