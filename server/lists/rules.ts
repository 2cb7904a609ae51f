import { parseDate } from '../format/dates.ts'
import { cleanText, foldForSearch } from '../format/search.ts'
import { longestValue } from './schema.ts'

/** What a column says about its values. */
export interface ColumnRules {
  name: string
  isRequired?: boolean
  choices?: readonly string[]
  /** The same in English, in their order. */
  choicesEnglish?: readonly string[]
  isYear?: boolean
  isCount?: boolean
}

/** Which value is refused, by which rule. */
interface Refusal {
  field: string
  rule: string
}

export type ValueFault = 'too-long' | 'not-among-choices' | 'not-a-year' | 'not-a-number'

/** A value as it is kept: one line, a choice as it is written in the list, a year; or the rule that it breaks. */
export const readValue = (
  { choices = [], choicesEnglish = [], isYear = false, isCount = false }: ColumnRules,
  text: string,
): { value: string; fault: ValueFault | null } => {
  const line = cleanText(text).replaceAll(/\s+/gu, ' ')
  if (line.length > longestValue) return { value: line, fault: 'too-long' }
  if (line !== '' && isYear) {
    const year = yearIn(line)
    return year === null ? { value: line, fault: 'not-a-year' } : { value: year, fault: null }
  }
  if (line !== '' && isCount) {
    const count = countIn(line)
    return count === null ? { value: line, fault: 'not-a-number' } : { value: count, fault: null }
  }
  if (line === '' || choices.length === 0) return { value: line, fault: null }
  const isSaid = (choice: string) => foldForSearch(choice) === foldForSearch(line)
  const chosen = choices.find(isSaid) ?? choices[choicesEnglish.findIndex(isSaid)]
  return chosen === undefined ? { value: line, fault: 'not-among-choices' } : { value: chosen, fault: null }
}

/** The year of «1968», «7/1968» or a whole date; null = it says none that a person now alive was born in. */
const yearIn = (text: string): string | null => {
  const { date } = parseDate(text)
  const year = date?.slice(0, 4) ?? /^(?:(?:0?[1-9]|1[0-2])\s*[./-]\s*)?(\d{4})$/u.exec(text)?.[1]
  return year !== undefined && year >= '1900' && year <= '2100' ? year : null
}

/** «1.024», «1 024» or «24» as a whole number; null = it is none. */
const countIn = (text: string): string | null => {
  const figures = /^\d{1,3}(?:[. ]\d{3})+$/u.test(text) ? text.replaceAll(/[. ]/gu, '') : text
  return /^\d{1,6}$/u.test(figures) ? String(Number(figures)) : null
}

/**
 * A row's values as they stand after a change: only what is filled in. Columns that the list does not have, values that
 * a column refuses and required ones that would be empty are named.
 */
export const changedValues = (
  columns: readonly ColumnRules[],
  before: Readonly<Record<string, string>>,
  change: Readonly<Record<string, string>>,
): { values: Record<string, string>; faults: Refusal[] } => {
  const known = new Map(columns.map((column) => [column.name, column]))
  const faults: Refusal[] = []
  const values = new Map(Object.entries(before))
  for (const [name, text] of Object.entries(change)) {
    const column = known.get(name)
    const { value, fault } = column ? readValue(column, text) : { value: '', fault: 'unknown-key' }
    if (fault !== null) faults.push({ field: `values.${name}`, rule: wordOfFault[fault] ?? fault })
    else values.set(name, value)
  }
  const missing = columns.filter(({ name, isRequired }) => isRequired === true && !values.get(name))
  const named = new Set(faults.map(({ field }) => field))
  for (const { name } of missing) {
    if (!named.has(`values.${name}`)) faults.push({ field: `values.${name}`, rule: 'required' })
  }
  return { values: filledOf(values), faults }
}

/** As the forms of the pages word it. */
const wordOfFault: Partial<Record<string, string>> = { 'not-among-choices': 'not-a-choice' }

/** Only what is filled in is kept. */
export const filledOf = (values: Iterable<readonly [string, string]>): Record<string, string> =>
  Object.fromEntries([...values].filter(([, value]) => value !== ''))

/** How far rows stand apart, so that others go between them without moving them. */
const step = 1024

/**
 * Positions of rows in their order: one that has its place keeps it, those without (null) go between their neighbours.
 * Where that cannot be, all get new ones.
 */
export const arrange = (places: readonly (number | null)[]): number[] => {
  const arranged: number[] = []
  const anew = () => places.map((_place, at) => (at + 1) * step)
  for (let at = 0; at < places.length;) {
    const last = arranged.at(-1) ?? -1
    const place = places[at] ?? null
    if (place !== null) {
      if (place <= last) return anew()
      arranged.push(place)
      at += 1
      continue
    }
    let end = at
    while (end < places.length && places[end] === null) end += 1
    const count = end - at
    const next = places[end] ?? Math.max(last, 0) + step * (count + 1)
    const gap = Math.floor((next - last) / (count + 1))
    if (gap < 1) return anew()
    for (let each = 1; each <= count; each += 1) arranged.push(last + gap * each)
    at = end
  }
  return arranged
}

/** What a row is called: its name, else the first thing that stands in it. */
export const nameOfRow = (columns: readonly { name: string }[], values: Readonly<Record<string, string>>): string =>
  values['name'] ?? columns.map(({ name }) => values[name]).find((value) => value !== undefined && value !== '') ?? ''
