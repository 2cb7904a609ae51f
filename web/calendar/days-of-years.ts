import type { CalendarDay } from '../../server/calendar/schema.ts'

/** Those that lie in a year (`2020`), in any (`all`), or in one of the cycle's (``); one over New Year's Eve lies in both. */
export const daysOfYears = <T extends Pick<CalendarDay, 'from' | 'to'>>(
  days: readonly T[],
  year: string,
  ofCycle: readonly number[],
): readonly T[] => {
  if (year === 'all') return days
  const years = (year === '' ? ofCycle.map(String) : [year]).sort()
  const [first = '', last = ''] = [years[0], years.at(-1)]
  return days.filter(({ from, to }) => from.slice(0, 4) <= last && to.slice(0, 4) >= first)
}
