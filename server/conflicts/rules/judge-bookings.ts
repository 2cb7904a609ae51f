import { firstWithin, type Run } from '../../bookings/rules.ts'
import type { HalfDay } from '../../congresses/schema.ts'
import type { Conflict } from '../schema.ts'
import { conflictOf } from './conflict.ts'
import { dateText } from './days.ts'
import { isOn, type PlacedCongress } from './facts.ts'
import type { RoadIndex } from './road-index.ts'

/** When a half-day needs its hall, in minutes of the day; a whole day needs it over noon too. */
const morning = { from: 7 * 60, to: 12 * 60 }
const afternoon = { from: 13 * 60, to: 18 * 60 }
const minutesPerDay = 1440
/** No congress is that long: a slip of the year ends here. */
const mostDays = 366

/** Something else has taken the hall while the congress needs it. Each booking is said once, at the first day that it takes. */
export const judgeBookings = (index: RoadIndex, placed: PlacedCongress, found: Conflict[]): void => {
  const { venueId, dateFrom, dateTo, halfDay } = placed.congress
  const bookings = venueId === null ? undefined : index.bookings.get(venueId)
  if (!bookings || !placed.hasDate || !isOn(placed, 'venue-booked')) return
  for (const { id, run } of bookings) {
    const met = firstMet(run, placed)
    if (!met) continue
    found.push(
      conflictOf('venue-booked', 'serious', placed, {
        about: `${placed.id}:${id}`,
        facts: [dateFrom, dateTo, halfDay, venueId, run.start, run.length, run.step, run.count],
        venueId,
        bookingId: id,
        date: dateText(met.day),
        halfDay: met.halfDay,
      }),
    )
  }
}

const firstMet = (run: Run, placed: PlacedCongress): { day: number; halfDay: HalfDay } | null => {
  const lastDay = Math.min(placed.lastDay, placed.firstDay + mostDays)
  for (let day = placed.firstDay; day <= lastDay; day += 1) {
    const isMorning = day * 2 >= placed.firstSlot
    const isAfternoon = day * 2 + 1 <= placed.lastSlot
    const takes = (from: number, to: number) =>
      firstWithin(run, day * minutesPerDay + from, day * minutesPerDay + to) !== null
    if (!takes((isMorning ? morning : afternoon).from, (isAfternoon ? afternoon : morning).to)) continue
    const inMorning = isMorning && takes(morning.from, morning.to)
    const inAfternoon = isAfternoon && takes(afternoon.from, afternoon.to)
    return { day, halfDay: inMorning === inAfternoon ? 'day' : inMorning ? 'morning' : 'afternoon' }
  }
  return null
}
