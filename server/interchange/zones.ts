import { addDays, instantOf } from '../format/dates.ts'
import { clockOf, minutesPerDay } from '../programme/rules.ts'

/** Minutes by which a time zone is ahead of UTC at a time of its own clock. */
export type OffsetAt = (day: string, minutes: number) => number

/** The clock of a zone; schedules name few days and a zone is slow to ask, so each answer is kept. Throws RangeError for an unknown one. */
export const offsetsOf = (timeZone: string): OffsetAt => {
  const kept = new Map<string, number>()
  instantOf('2020-01-01', '00:00', timeZone)
  return (day, minutes) => {
    const date = addDays(day, Math.floor(minutes / minutesPerDay))
    const key = `${date} ${String(Math.floor((minutes % minutesPerDay) / 60))}`
    const known = kept.get(key)
    if (known !== undefined) return known
    const clock = clockOf(minutes)
    const offset = (Date.parse(`${date}T${clock}:00.000Z`) - Date.parse(instantOf(date, clock, timeZone))) / 60_000
    kept.set(key, offset)
    return offset
  }
}
