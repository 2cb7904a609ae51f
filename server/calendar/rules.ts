import type { CalendarDay } from './schema.ts'

/** How many years it is on this day since what an anniversary recalls; null where it recalls nothing dated. */
export const yearsOf = ({ sinceYear, from }: Pick<CalendarDay, 'sinceYear' | 'from'>): number | null => {
  const years = sinceYear === null ? 0 : Number(from.slice(0, 4)) - sinceYear
  return years > 0 ? years : null
}

/** Years of which there is more to be made: every tenth («năm tròn») and every fifth («năm lẻ 5»). */
export const isRoundYear = (years: number | null): boolean => years !== null && years % 5 === 0

/** Kinds of days on which people do not work or should not meet: what a chart draws as unwanted. */
export const isDayToAvoid = ({ kind }: Pick<CalendarDay, 'kind'>): boolean =>
  kind !== 'anniversary' && kind !== 'working-day'
