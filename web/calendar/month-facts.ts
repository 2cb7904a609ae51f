import { occurrencesIn } from '../../server/bookings/rules.ts'
import type { Booking, Occurrence } from '../../server/bookings/schema.ts'
import { isRoundYear, yearsOf } from '../../server/calendar/rules.ts'
import type { CalendarDay } from '../../server/calendar/schema.ts'
import type { Conflict } from '../../server/conflicts/schema.ts'
import type { Congress } from '../../server/congresses/schema.ts'
import { addDays, daysBetween, mondayOf, weekdayOf } from '../../server/format/dates.ts'
import { lunarDate } from '../../server/format/lunar.ts'
import type { Road } from '../../server/road/schema.ts'
import { conflictsOf } from '../road/road-filter.ts'
import type { LoadedRoad } from '../road/road-source.ts'

/** What the calendar keeps; empty text = everything. */
export interface CalendarFilter {
  levelId: string
  postId: string
  venueId: string
}

/** One time at which a booking takes its hall. */
export type Taken = Occurrence & Pick<Booking, 'kind' | 'bookedBy'>

/** All that is on one day. */
export interface DayFacts {
  date: string
  /** Days of the year: holidays first, anniversaries last. */
  days: readonly CalendarDay[]
  congresses: readonly Congress[]
  /** What else takes the venue that is looked at. */
  bookings: readonly Taken[]
  leaves: readonly Road['leaves'][number][]
}

type Facts = Pick<Road, 'days' | 'congresses' | 'leaves' | 'posts'> & {
  bookings: readonly Omit<Booking, 'note' | 'version'>[]
}

/** The days that a month's grid shows: whole weeks from Monday on. `month` is `2020-09`. */
export const gridOf = (month: string): string[] => {
  const first = mondayOf(`${month}-01`)
  const last = lastOf(month)
  const end = addDays(last, 6 - weekdayOf(last))
  return Array.from({ length: daysBetween(first, end) + 1 }, (_none, at) => addDays(first, at))
}

/** The days of a month itself. */
export const daysOfMonth = (month: string): string[] => gridOf(month).filter((date) => date.startsWith(month))

const lastOf = (month: string): string => addDays(`${shiftMonth(month, 1)}-01`, -1)

/** The month so many months later: `2020-09`, 1 → `2020-10`. */
export const shiftMonth = (month: string, by: number): string => {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`
}

/** What is on each of these days, in their order; congresses that were cancelled are on none. */
export const factsOf = (road: Facts, dates: readonly string[], filter: CalendarFilter): DayFacts[] => {
  const congresses = road.congresses.filter((congress) => isWanted(congress, filter)).sort(byTime)
  const personIds = new Set(
    road.posts
      .filter(({ id }) => id === filter.postId)
      .flatMap(({ holders }) => holders.map(({ personId }) => personId)),
  )
  const taken = takenIn(road.bookings, dates, filter.venueId)
  const leaves = road.leaves.filter(({ personId }) => filter.postId === '' || personIds.has(personId))
  return dates.map((date) => ({
    date,
    days: road.days.filter(({ from, to }) => from <= date && date <= to).sort(byKind),
    congresses: congresses.filter(
      ({ dateFrom, dateTo }) => dateFrom !== null && dateFrom <= date && date <= (dateTo ?? dateFrom),
    ),
    bookings: taken.filter((each) => each.fromDay <= date && (each.toDay > date || isInto(each, date))),
    leaves: leaves.filter(({ from, to }) => from <= date && date <= to),
  }))
}

/** How much is on a day. */
export const countOf = ({ days, congresses, bookings, leaves }: DayFacts): number =>
  days.length + congresses.length + bookings.length + leaves.length

/** When a venue is booked on these days, the earliest first. */
const takenIn = (bookings: Facts['bookings'], dates: readonly string[], venueId: string): Taken[] => {
  const [first = '', last = ''] = [dates[0], dates.at(-1)]
  return bookings
    .filter((booking) => booking.venueId === venueId)
    .flatMap((booking) => occurrencesIn(booking, first, last).map((each) => ({ ...booking, ...each })))
    .sort((a, b) => (a.fromDay + a.fromTime < b.fromDay + b.fromTime ? -1 : 1))
}

/** Not what ends at midnight, as the day begins. */
const isInto = ({ toDay, toTime }: Occurrence, date: string): boolean => toDay === date && toTime > '00:00'

const isWanted = (
  { state, levelId, postIds, venueId, dateFrom }: Congress,
  { levelId: level, postId, venueId: venue }: CalendarFilter,
): boolean =>
  dateFrom !== null &&
  state !== 'cancelled' &&
  (level === '' || levelId === level) &&
  (postId === '' || postIds.includes(postId)) &&
  (venue === '' || venueId === venue)

const halfOrder = { day: 0, morning: 1, afternoon: 2 }
const byTime = (a: Congress, b: Congress): number =>
  halfOrder[a.halfDay] - halfOrder[b.halfDay] || (a.id < b.id ? -1 : 1)

const kindOrder: Record<CalendarDay['kind'], number> = {
  tet: 0,
  holiday: 0,
  blocked: 1,
  'party-congress': 2,
  'working-day': 3,
  anniversary: 4,
}
/** Round anniversaries before the others. */
const orderOf = (day: CalendarDay): number => kindOrder[day.kind] - (isRoundYear(yearsOf(day)) ? 0.5 : 0)
const byKind = (a: CalendarDay, b: CalendarDay): number => orderOf(a) - orderOf(b)

/** The open conflicts in which any of these congresses takes part, each once; being late is a state here, not a conflict. */
export const clashesOf = (congresses: readonly Congress[], road: Pick<LoadedRoad, 'open' | 'accepted'>): Conflict[] =>
  conflictsOf(road, new Set(congresses.map(({ id }) => id))).open.filter(({ rule }) => rule !== 'late')

/** As a calendar on the wall writes the lunar day: its number, with the month on its first day and in the first cell. */
export const lunarLabel = (date: string, isFirst: boolean, leapMark: string): string => {
  const lunar = lunarDate(date)
  if (!lunar) return ''
  return lunar.day === 1 || isFirst
    ? `${String(lunar.day)}/${String(lunar.month)}${lunar.isLeapMonth ? leapMark : ''}`
    : String(lunar.day)
}
