import { UTCDateMini } from '@date-fns/utc'
import { addDays as addDaysTo } from 'date-fns/addDays'
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays'
import { getISODay } from 'date-fns/getISODay'
import { isValid } from 'date-fns/isValid'
import { startOfISOWeek } from 'date-fns/startOfISOWeek'

// Dates are ISO text, reckoned in UTC; what judges thousands of days at once reckons in whole day numbers. No `Date` in
// local time anywhere, so no time zone of a machine can shift a day.

export type Language = 'vi' | 'en'

const millisecondsPerDay = 86_400_000

/** Days since 1970-01-01 of an ISO date. */
export const dayNumber = (date: string): number =>
  Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / millisecondsPerDay

/** ISO date of a day number. */
export const isoDate = (day: number): string => new Date(day * millisecondsPerDay).toISOString().slice(0, 10)

/** The start of an ISO date in UTC, where every day has 24 hours. */
const utcDay = (date: string) => new UTCDateMini(`${date}T00:00:00.000Z`)

const isoText = (date: Date): string => date.toISOString().slice(0, 10)

export const addDays = (date: string, days: number): string => isoText(addDaysTo(utcDay(date), days))

/** Days from one date to another; negative when the other lies before. */
export const daysBetween = (from: string, to: string): number => differenceInCalendarDays(utcDay(to), utcDay(from))

/** 0 = Monday … 6 = Sunday. */
export const weekdayOf = (date: string): number => getISODay(utcDay(date)) - 1

/** Monday of the date's week. */
export const mondayOf = (date: string): string => isoText(startOfISOWeek(utcDay(date)))

/** Whether the text is an ISO date of a day that exists. */
export const isDate = (text: string): boolean => {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? utcDay(text) : null
  // JavaScript carries 31 February over into March: a day that exists comes back as it was written.
  return day !== null && isValid(day) && isoText(day) === text
}

/** Today's date in a time zone. */
export const todayIn = (timeZone: string, now: Date): string => wallClockOf(now, timeZone).slice(0, 10)

/** The clock time in a time zone: `07:30`. */
export const clockIn = (timeZone: string, now: Date): string => wallClockOf(now, timeZone).slice(11, 16)

/** The instant of a date and wall-clock time in a time zone; in the hour that a clock skips, the one after it. */
export const instantOf = (date: string, clock: string, timeZone: string): string => {
  const wanted = Date.parse(`${date}T${clock}:00.000Z`)
  const first = wanted - zoneOffset(wanted, timeZone)
  // Near a change of the clocks the offset of the first guess may be that of the other side.
  return new Date(wanted - zoneOffset(first, timeZone)).toISOString()
}

/** Milliseconds by which the clocks of the zone are ahead of UTC at an instant. */
const zoneOffset = (instant: number, timeZone: string): number => {
  const at = new Date(instant)
  return Date.parse(`${wallClockOf(at, timeZone).replace(' ', 'T')}.000Z`) - Math.floor(instant / 1000) * 1000
}

/** What the clocks of a time zone show: `2020-09-09 07:30:00`. */
export const wallClockOf = (at: Date, timeZone: string): string => wallClockIn(timeZone).format(at)

const wallClocks = new Map<string, Intl.DateTimeFormat>()

/** Making one costs a hundred times its use. */
const wallClockIn = (timeZone: string): Intl.DateTimeFormat => {
  const known = wallClocks.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  wallClocks.set(timeZone, made)
  return made
}

const weekdays = {
  vi: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}
const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** The weekday as it stands inside a sentence: thứ Tư, Chủ nhật (NĐ 30/2020, Phụ lục II, V.8c). */
export const weekdayName = (date: string, language: Language): string => weekdays[language][weekdayOf(date)] ?? ''

const partsOf = (date: string) => ({
  year: date.slice(0, 4),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
})

/** A zero before days below 10 and before the months 1 and 2 only (NĐ 30/2020, Phụ lục I, II.4b). */
const officialDay = (day: number) => (day < 10 ? `0${String(day)}` : String(day))
const officialMonth = (month: number) => (month < 3 ? `0${String(month)}` : String(month))

/** `09/9` or `9 Sep`. */
export const formatDayMonth = (date: string, language: Language): string => {
  const { month, day } = partsOf(date)
  if (language === 'en') return `${String(day)} ${(englishMonths[month - 1] ?? '').slice(0, 3)}`
  return `${officialDay(day)}/${officialMonth(month)}`
}

/** `09/9/2020` or `9 Sep 2020`. */
export const formatShortDate = (date: string, language: Language): string => {
  const { year } = partsOf(date)
  return language === 'en' ? `${formatDayMonth(date, 'en')} ${year}` : `${formatDayMonth(date, 'vi')}/${year}`
}

/** With the weekday, for inside a sentence: `thứ Tư, 09/9/2020` or `Wednesday, 9 September 2020`. */
export const formatDateInSentence = (date: string, language: Language): string => {
  if (language === 'vi') return `${weekdayName(date, 'vi')}, ${formatShortDate(date, 'vi')}`
  const { year, month, day } = partsOf(date)
  return `${weekdayName(date, 'en')}, ${String(day)} ${englishMonths[month - 1] ?? ''} ${year}`
}

/** With the weekday, standing alone or at the beginning of a sentence: `Thứ Tư, 09/9/2020`. */
export const formatDate = (date: string, language: Language): string =>
  capitalized(formatDateInSentence(date, language))

/** Fit for the beginning of a sentence. */
export const capitalized = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

/** Narrow, for charts and lists: `thứ Tư 09/9` or `Wednesday 9 Sep`; T4 is April on a scale of months. */
export const formatDayLabel = (date: string, language: Language): string =>
  `${weekdayName(date, language)} ${formatDayMonth(date, language)}`

/** One day or from–to: `09/9/2020`, `08–09/9/2020`, `30/8–02/9/2020`. */
export const formatDateRange = (from: string, to: string, language: Language): string => {
  if (from === to) return formatShortDate(from, language)
  const last = formatShortDate(to, language)
  if (from.slice(0, 7) === to.slice(0, 7)) {
    const day = partsOf(from).day
    return `${language === 'vi' ? officialDay(day) : String(day)}–${last}`
  }
  const isSameYear = from.slice(0, 4) === to.slice(0, 4)
  return `${isSameYear ? formatDayMonth(from, language) : formatShortDate(from, language)}–${last}`
}

/** As a paper writes it: `ngày 09 tháng 9 năm 2020`. */
export const formatPaperDate = (date: string): string => {
  const { year, month, day } = partsOf(date)
  return `ngày ${officialDay(day)} tháng ${officialMonth(month)} năm ${year}`
}

/** As a paper writes a clock time: `07 giờ 30`. */
export const formatPaperTime = (clock: string): string => clock.replace(':', ' giờ ')

/** An instant as day and clock time in a time zone: `22/6/2020, 09:00`. */
export const formatInstant = (instant: string, timeZone: string, language: Language): string => {
  const moment = new Date(instant)
  return `${formatShortDate(todayIn(timeZone, moment), language)}, ${clockIn(timeZone, moment)}`
}

export type DateFault = 'not-a-date' | 'no-such-day'

/**
 * Reads a date as an office types it: `9/9/2020`, `09.09.2020`, `9-9-2020`, `2020-09-09`, `ngày 9 tháng 9 năm 2020`,
 * day before month. Two-digit years are refused: nobody should guess a century. Without a year (`9/9`) it is the last
 * such day within `span`, where one is told.
 */
export const parseDate = (
  text: string,
  span: { from: string; to: string } | null = null,
): { date: string; fault: null } | { date: null; fault: DateFault } => {
  const plain = text.trim().toLowerCase()
  if (span && /^\d{1,2}\s*[./-]\s*\d{1,2}$/.test(plain)) return dayWithin(plain, span)
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain)
  const office =
    /^(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4})$/.exec(plain) ??
    /^(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})$/.exec(plain)
  const [year, month, day] = iso ? iso.slice(1) : office ? office.slice(1).reverse() : []
  if (year === undefined || month === undefined || day === undefined) return { date: null, fault: 'not-a-date' }
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDate(date) ? { date, fault: null } : { date: null, fault: 'no-such-day' }
}

const dayWithin = (dayMonth: string, { from, to }: { from: string; to: string }): ReturnType<typeof parseDate> => {
  for (let year = Number(to.slice(0, 4)); year >= Number(from.slice(0, 4)); year -= 1) {
    const found = parseDate(`${dayMonth}/${String(year)}`)
    if (found.date !== null && found.date >= from && found.date <= to) return found
  }
  return { date: null, fault: 'not-a-date' }
}
