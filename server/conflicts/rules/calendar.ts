import type { RoadFacts } from './facts.ts'
import { dayNumber } from '../../format/dates.ts'

type Day = RoadFacts['days'][number]

/** The special days of a road, sorted by their beginning, for questions about a few days out of years. */
export interface RoadCalendar {
  days: readonly Day[]
  from: Int32Array
  to: Int32Array
  /** The latest end among this entry and all before it: where the search back may stop. */
  latestTo: Int32Array
}

export const createCalendar = (days: readonly Day[]): RoadCalendar => {
  const sorted = days
    // What is recalled on a day keeps nobody from meeting on it.
    .filter(({ kind }) => kind !== 'anniversary')
    .map((day) => ({ day, from: dayNumber(day.from), to: Math.max(dayNumber(day.from), dayNumber(day.to)) }))
    .sort((a, b) => a.from - b.from || (a.day.id < b.day.id ? -1 : 1))
  let latest = -Infinity
  return {
    days: sorted.map(({ day }) => day),
    from: Int32Array.from(sorted, ({ from }) => from),
    to: Int32Array.from(sorted, ({ to }) => to),
    latestTo: Int32Array.from(sorted, ({ to }) => (latest = Math.max(latest, to))),
  }
}

/** Calls `visit` for each entry that touches the days first–last and counts for a unit with this line of ancestors. */
export const visitDays = (
  { days, from, to, latestTo }: RoadCalendar,
  { firstDay, lastDay, line }: { firstDay: number; lastDay: number; line: readonly string[] },
  visit: (day: Day, from: number, to: number) => void,
): void => {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((from[middle] ?? 0) <= lastDay) low = middle + 1
    else high = middle
  }
  for (let at = low - 1; at >= 0 && (latestTo[at] ?? 0) >= firstDay; at -= 1) {
    const day = days[at]
    const end = to[at] ?? 0
    if (day && end >= firstDay && (day.unitId === null || line.includes(day.unitId))) visit(day, from[at] ?? 0, end)
  }
}

/** Whether a unit works on a day in exchange for another, so that it is no day of a weekend. */
export const isWorkedInExchange = (calendar: RoadCalendar, day: number, line: readonly string[]): boolean => {
  let isWorked = false
  visitDays(calendar, { firstDay: day, lastDay: day, line }, ({ kind }) => {
    if (kind === 'working-day') isWorked = true
  })
  return isWorked
}
