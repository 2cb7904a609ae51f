import { addDays, dayNumber, isoDate } from './dates.ts'
import { firstLunarDay, firstLunarYear, lunarYears } from './lunar-table.ts'

/** A day of the Vietnamese lunar calendar. */
export interface LunarDate {
  day: number
  month: number
  isLeapMonth: boolean
  /** The year in which the lunar year begins. */
  year: number
  /** `Canh Tý`. */
  yearName: string
}

/** A lunar month from its first day to its last. */
export interface LunarMonth extends Omit<LunarDate, 'day'> {
  from: string
  to: string
}

/** The lunar day of an ISO date; null where the table does not reach. */
export const lunarDate = (date: string): LunarDate | null => {
  const found = monthAt(date)
  if (!found) return null
  const { from, to: _to, ...month } = found
  return { day: dayNumber(date) - dayNumber(from) + 1, ...month }
}

/** As an office writes it: `22/7 Canh Tý`, in a leap month `22/4 nhuận Canh Tý`; empty where the table does not reach. `leap` = the word of another language. */
export const lunarText = (date: string, leap = 'nhuận'): string => {
  const found = lunarDate(date)
  if (!found) return ''
  const { day, month, isLeapMonth, yearName } = found
  return `${String(day)}/${String(month)}${isLeapMonth ? ` ${leap}` : ''} ${yearName}`
}

/** The whole lunar months that a span of ISO dates touches. */
export const lunarMonthsBetween = (from: string, to: string): LunarMonth[] =>
  months.filter((month) => month.from <= to && month.to >= from)

/** The ISO date of a day of a lunar year, counted in its ordinary month; null where the table does not reach. */
export const dateOfLunar = (year: number, month: number, day: number): string | null => {
  const found = months.find((one) => one.year === year && one.month === month && !one.isLeapMonth)
  return found ? addDays(found.from, day - 1) : null
}

const stems = ['Giáp', 'Ất', 'Bính', 'Đinh', 'Mậu', 'Kỷ', 'Canh', 'Tân', 'Nhâm', 'Quý']
const branches = ['Tý', 'Sửu', 'Dần', 'Mão', 'Thìn', 'Tỵ', 'Ngọ', 'Mùi', 'Thân', 'Dậu', 'Tuất', 'Hợi']

/** The year 4 was a Giáp Tý. */
const nameOfYear = (year: number): string => `${stems[(year - 4) % 10] ?? ''} ${branches[(year - 4) % 12] ?? ''}`

const digitsPerYear = 5
const bitsOfLengths = 13

const readMonths = (): LunarMonth[] => {
  const found: LunarMonth[] = []
  let next = dayNumber(firstLunarDay)
  for (let index = 0; index < lunarYears.length / digitsPerYear; index += 1) {
    const code = Number.parseInt(lunarYears.slice(index * digitsPerYear, (index + 1) * digitsPerYear), 16)
    const leapMonth = code >> bitsOfLengths
    const year = firstLunarYear + index
    for (let place = 0; place < (leapMonth > 0 ? 13 : 12); place += 1) {
      const isLeapMonth = leapMonth > 0 && place === leapMonth
      const month = leapMonth > 0 && place >= leapMonth ? place : place + 1
      const length = (code >> place) & 1 ? 30 : 29
      const span = { from: isoDate(next), to: isoDate(next + length - 1) }
      found.push({ ...span, month, isLeapMonth, year, yearName: nameOfYear(year) })
      next += length
    }
  }
  return found
}

const months = readMonths()

const monthAt = (date: string): LunarMonth | undefined => {
  let low = 0
  let high = months.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((months[middle]?.from ?? '') <= date) low = middle + 1
    else high = middle
  }
  const last = months[low - 1]
  return last && date <= last.to ? last : undefined
}
