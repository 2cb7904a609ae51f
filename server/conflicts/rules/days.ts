import { isoDate } from '../../format/dates.ts'

/** 0 = Sunday … 6 = Saturday, of a day number; day 0, 1970-01-01, was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7

export const isWeekend = (day: number): boolean => weekdayOf(day) % 6 === 0

/** ISO date of a day number. A road names a few hundred days thousands of times: their texts are kept. */
export const dateText = (day: number): string => {
  const known = texts.get(day)
  if (known !== undefined) return known
  if (texts.size >= mostTexts) texts.clear()
  const text = isoDate(day)
  texts.set(day, text)
  return text
}

const texts = new Map<number, string>()
const mostTexts = 4000
