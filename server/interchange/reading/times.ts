import { dayNumber, isDate, isoDate } from '../../format/dates.ts'
import { minutesPerDay } from '../../programme/rules.ts'
import { offsetMinutes } from '../schedule.ts'

/** Minutes of `9:30`, `09:30` and `09:30:00`, seconds rounded; null where it is no such time. Hours may be any number. */
export const clockMinutes = (text: string): number | null => {
  const [, hours, minutes, seconds = '0'] = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d))?$/.exec(text.trim()) ?? []
  return hours === undefined ? null : Math.round(Number(hours) * 60 + Number(minutes) + Number(seconds) / 60)
}

/** A date with its time: minutes since year 0 by its own clock, and how far that is ahead of UTC (null = not said). */
export interface Stamp {
  at: number
  offset: number | null
}

/** `2019-12-27T11:00:00+01:00`; null where it is none, or no day of the calendar. */
export const stampOf = (text: string): Stamp | null => {
  const [, date = '', clock = '', offset = ''] =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?$/i.exec(text.trim()) ?? []
  const minutes = clockMinutes(clock)
  if (minutes === null || !isCalendarDay(date)) return null
  return { at: startOf(date) + minutes, offset: offset === '' ? null : offsetMinutes(offset) }
}

/** Years in which congresses are held: what is far from them is a slip. */
export const isCalendarDay = (text: string): boolean => isDate(text) && /^(19|20|21)/.test(text)

/** Minutes since year 0 of a day's midnight. */
export const startOf = (day: string): number => dayNumber(day) * minutesPerDay

export const dayOf = (at: number): string => isoDate(Math.floor(at / minutesPerDay))
