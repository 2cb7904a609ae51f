import type { RoadFacts } from '../../../server/conflicts/rules.ts'
import { addDays } from '../../../server/format/dates.ts'

type Congress = RoadFacts['congresses'][number]

/** The bookings that take the hall of a congress in one of its half-days (`2020-06-30 0`), each with the first day. */
export const takenBy = (road: RoadFacts, { venueId }: Congress, slots: readonly string[]) =>
  road.bookings.flatMap((booking) => {
    if (booking.venueId !== venueId) return []
    const times: { from: string; to: string }[] = []
    const step = booking.repeats === 'weekly' ? 7 : 1
    const until = booking.repeatsUntil ?? booking.fromDay
    for (let on = 0; addDays(booking.fromDay, on) <= until; on += step) {
      const from = `${addDays(booking.fromDay, on)} ${booking.fromTime}`
      times.push({ from, to: `${addDays(booking.toDay, on)} ${booking.toTime}` })
    }
    const isTaken = (date: string, from: string, to: string) =>
      times.some((time) => time.from < `${date} ${to}` && time.to > `${date} ${from}`)
    for (const date of new Set(slots.map((slot) => slot.slice(0, 10)))) {
      const isIn = (half: string) => slots.includes(`${date} ${half}`)
      const inMorning = isIn('0') && isTaken(date, '07:00', '12:00')
      const inAfternoon = isIn('1') && isTaken(date, '13:00', '18:00')
      const atNoon = isIn('0') && isIn('1') && isTaken(date, '12:00', '13:00')
      if (!inMorning && !inAfternoon && !atNoon) continue
      return [{ id: booking.id, date, half: inMorning === inAfternoon ? 'day' : inMorning ? 'morning' : 'afternoon' }]
    }
    return []
  })
