import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { findAssignedPeople } from '../assignments/board.ts'
import { listBookingsOf } from '../bookings/queries.ts'
import { occurrencesIn } from '../bookings/rules.ts'
import { findCongress } from '../congresses/queries.ts'
import { addDays } from '../format/dates.ts'
import { findVenue } from '../venues/queries.ts'
import { seatsIn } from '../venues/rules.ts'
import { findProgramme, listRemarks } from './queries.ts'
import type { ProgrammeView } from './schema.ts'

/** Days before a congress on which its rehearsals are looked for among the venue's bookings, and after it. */
const daysAround = 30

/** A programme with what its venue has to say (rooms, seats, when it is booked around the congress) and what waits for an answer. */
export const viewProgramme = async (read: Reader, congressId: string): Promise<ProgrammeView> => {
  const programme = await findProgramme(read, congressId)
  const congress = await findCongress(read, congressId)
  const venue = congress?.venueId == null ? undefined : await findVenue(read, congress.venueId)
  const openRemarks = countOpen(await listRemarks(read, congressId))
  const assigned = await findAssignedPeople(read, congressId, programme.sessions)
  const view = { ...programme, openRemarks, assigned }
  if (!congress || !venue) return { ...view, venue: null }
  const bookings = await bookingsAround(read, venue.id, congress)
  return { ...view, venue: { rooms: venue.rooms, capacity: seatsIn(venue, congress.layout), bookings } }
}

const countOpen = (remarks: readonly Row<'remarks'>[]): Record<string, number> => {
  const counts = new Map<string, number>()
  for (const { itemId, sessionId, settledBy } of remarks) {
    const about = itemId ?? sessionId
    if (about !== null && settledBy === null) counts.set(about, (counts.get(about) ?? 0) + 1)
  }
  return Object.fromEntries(counts)
}

const bookingsAround = async (
  read: Reader,
  venueId: string,
  { dateFrom, dateTo }: Pick<Row<'congresses'>, 'dateFrom' | 'dateTo'>,
): Promise<NonNullable<ProgrammeView['venue']>['bookings']> => {
  if (dateFrom === null) return []
  const from = addDays(dateFrom, -daysAround)
  const to = addDays(dateTo ?? dateFrom, daysAround)
  const bookings = await listBookingsOf(read, venueId, { from, to })
  return bookings.flatMap((booking) =>
    occurrencesIn(booking, from, to).map((times) => ({ kind: booking.kind, ...times })),
  )
}
