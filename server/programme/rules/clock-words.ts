import type { Language } from '../../format/dates.ts'
import { clockOf, minutesPerDay } from '../rules.ts'

const nextDay: Record<Language, string> = { vi: 'hôm sau', en: 'next day' }

/** Words for the minutes of a session's day: what comes after its midnight says so, «01:15 (hôm sau)». */
export const withNextDay = (text: string, minutes: number, language: Language): string =>
  minutes < minutesPerDay ? text : `${text} (${nextDay[language]})`

/** `08:30`, «01:15 (hôm sau)». */
export const clockIn = (minutes: number, language: Language): string => withNextDay(clockOf(minutes), minutes, language)

/** `08:30–09:00`, «23:30–01:15 (hôm sau)». */
export const clockSpanIn = (start: number, end: number, language: Language): string =>
  withNextDay(`${clockOf(start)}–${clockOf(end)}`, end, language)
