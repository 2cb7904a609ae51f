import type { Booking } from '../../server/bookings/schema.ts'
import { formatShortDate } from '../../server/format/dates.ts'
import { wordConflict } from '../conflicts/word-conflict.ts'
import { loadRoad, type LoadedRoad } from '../road/road-source.ts'
import { language, words } from '../words/words.ts'

/** Sentences on the congresses that need the hall when this booking takes it. */
export const metBy = ({ road }: LoadedRoad, booking: Booking, unitId: string): string[] => {
  const bookings = [...road.bookings.filter(({ id }) => id !== booking.id), { ...booking, unitId }]
  const loaded = loadRoad({ ...road, bookings })
  return loaded.open
    .filter(({ bookingId }) => bookingId === booking.id)
    .map((conflict) => wordConflict(conflict, loaded, words(), (date) => formatShortDate(date, language())))
}
