import type { Reader } from '../../db/open.ts'
import { listBookingsOf } from '../bookings/queries.ts'
import { occurrencesIn } from '../bookings/rules.ts'
import { findCongress } from '../congresses/queries.ts'
import { addDays } from '../format/dates.ts'
import { findVenue } from '../venues/queries.ts'
import { seatsIn } from '../venues/rules.ts'
import { findProgramme } from './queries.ts'
import type { ProgrammeView } from './schema.ts'

/** Days before a congress on which its rehearsals are looked for among the venue's bookings, and after it. */
const daysAround = 30

/** A programme with what its venue has to say: rooms, seats, and when it is booked around the congress. */
export const viewProgramme = async (read: Reader, congressId: string): Promise<ProgrammeView> => {
  const programme = await findProgramme(read, congressId)
  const congress = await findCongress(read, congressId)
  const venue = congress?.venueId == null ? undefined : await findVenue(read, congress.venueId)
  if (!congress || !venue) return { ...programme, venue: null }
  const { dateFrom, dateTo } = congress
  const days =
    dateFrom === null ? null : { from: addDays(dateFrom, -daysAround), to: addDays(dateTo ?? dateFrom, daysAround) }
  const bookings = days === null ? [] : await listBookingsOf(read, venue.id, days)
  return {
    ...programme,
    venue: {
      rooms: venue.rooms,
      capacity: seatsIn(venue, congress.layout),
      bookings: bookings.flatMap((booking) =>
        days === null
          ? []
          : occurrencesIn(booking, days.from, days.to).map((times) => ({ kind: booking.kind, ...times })),
      ),
    },
  }
}
