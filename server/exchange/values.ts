import { formatShortDate, isoDate, mondayOf, parseDate } from '../format/dates.ts'
import { foldForSearch } from '../format/search.ts'
import type { DigitKind } from './lost-digits.ts'
import type { Details, ImportFault } from './schema.ts'
import { dayOfSerial, type Cell } from './sheet.ts'

export type Value = string | number | boolean | null

export interface Fault {
  code: ImportFault
  details: Details
}

/** A cell understood: its value, and what is wrong with it or to be looked at. */
export interface Understood {
  value: Value | undefined
  fault: Fault | null
}

export interface DateSpan {
  from: string
  to: string
}

export interface FieldKind {
  /** `spans` = where a day without a year may lie, the nearest first. */
  read: (cell: Cell, spans?: readonly DateSpan[]) => Understood
  /** Its values are figures that Excel takes for a number. */
  digits?: DigitKind
  /** The value as a person reads it. */
  show: (value: Value) => string
}

const right = (value: Value): Understood => ({ value, fault: null })
export const wrong = (code: ImportFault, details: Details = {}): Understood => ({
  value: undefined,
  fault: { code, details },
})

const plain = (value: Value): string => (value === null ? '' : String(value))

/** One line or several of at most so many characters. */
export const text = (limit: number): FieldKind => ({
  read: ({ text: value }) => (value.length > limit ? wrong('too-long', { limit }) : right(value)),
  show: plain,
})

/** A whole number from 0; points, commas and blanks between its thousands are read as such. */
export const count = (limit: number): FieldKind => ({
  read: (cell) => {
    const isGrouped = /^\d{1,3}([., \u00a0]\d{3})+$/.test(cell.text)
    const value = cell.number ?? Number(isGrouped ? cell.text.replaceAll(/[^\d]/gu, '') : cell.text)
    if (!Number.isInteger(value) || value < 0) return wrong('not-a-number', { value: cell.text })
    return value > limit ? wrong('number-too-large', { limit }) : right(value)
  },
  show: plain,
})

/** A day: as Excel counts it, or as an office writes it, day before month. */
export const date = (): FieldKind => ({
  read: dateOf,
  show: (value) => (typeof value === 'string' ? formatShortDate(value, 'vi') : ''),
})

/** A week, named by any of its days; kept as its Monday. */
export const week = (): FieldKind => ({
  ...date(),
  read: (cell) => {
    const day = dateOf(cell)
    return typeof day.value === 'string' ? right(mondayOf(day.value)) : day
  },
})

/** Excel's days from 1930 to 2200: other numbers are no dates. */
const [firstSerial, lastSerial] = [10_959, 109_575]

const dateOf = (cell: Cell, spans: readonly DateSpan[] = []): Understood => {
  const serial = cell.number ?? (/^\d{5}$/.test(cell.text) ? Number(cell.text) : null)
  if (serial !== null) {
    if (serial < firstSerial || serial > lastSerial) return wrong('not-a-date', { value: cell.text })
    return right(isoDate(dayOfSerial(serial)))
  }
  const written = cell.text.replace(/^(thứ \S+|chủ nhật),?\s+/iu, '').replace(/^ngày\s+(?=\d+\s*[./-])/iu, '')
  const parsed = parseDate(written)
  for (const span of parsed.fault === null ? [] : spans) {
    const { date: found } = parseDate(written, span)
    if (found !== null) return { value: found, fault: { code: 'year-taken', details: { year: found.slice(0, 4) } } }
  }
  return parsed.fault === null ? right(parsed.date) : wrong(parsed.fault, { value: cell.text })
}

/** One of a closed list, each with the words that say it; the first word is shown. */
export const choice = <T extends string | boolean>(
  words: readonly (readonly [T, readonly string[]])[],
  fault: ImportFault,
): FieldKind => {
  // Folded once: a list has tens of thousands of such cells.
  const values = new Map<string, T>()
  for (const [value, said] of words) {
    for (const folded of said.map(foldForSearch)) if (!values.has(folded)) values.set(folded, value)
  }
  return {
    read: (cell) => {
      const found = values.get(foldForSearch(cell.text))
      return found === undefined ? wrong(fault, { value: cell.text }) : right(found)
    },
    show: (value) => words.find(([each]) => each === value)?.[1][0] ?? '',
  }
}

/** A text whose figures may have lost the zeros at their beginning. */
export const figures = (digits: DigitKind, limit: number): FieldKind => ({ ...text(limit), digits })
