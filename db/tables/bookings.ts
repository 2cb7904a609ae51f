import type { BookingKind, Repetition } from '../../server/bookings/schema.ts'
import type { Keyed, Kit } from '../columns.ts'

/** When a venue is taken by something else than a congress. Days and clock times are those on its wall. */
export const bookingTables = (kit: Kit, venues: Keyed) => {
  const bookings = kit.table(
    'bookings',
    {
      id: kit.text('id').primaryKey(),
      venueId: kit
        .text('venue_id')
        .notNull()
        .references(() => venues.id),
      kind: kit.choice<BookingKind>('kind').notNull(),
      fromDay: kit.text('from_day').notNull(),
      fromTime: kit.text('from_time').notNull(),
      toDay: kit.text('to_day').notNull(),
      toTime: kit.text('to_time').notNull(),
      repeats: kit.choice<Repetition>('repeats').notNull(),
      repeatsUntil: kit.text('repeats_until'),
      bookedBy: kit.text('booked_by').notNull(),
      note: kit.text('note').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.index('bookings_venue').on(table.venueId)],
  )
  return { bookings }
}
