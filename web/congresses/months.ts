import type { Congress } from '../../server/congresses/schema.ts'
import { words } from '../words/words.ts'

type Dated = Pick<Congress, 'dateFrom' | 'dateTo' | 'weekOf'>

/** The months in which congresses are held, in their order, each with how many: `['2020-04', '4/2020 (35)']`. */
export const monthChoices = (congresses: readonly Dated[]): (readonly [string, string])[] => {
  const counts = new Map<string, number>()
  for (const congress of congresses) {
    for (const month of monthsOf(congress)) counts.set(month, (counts.get(month) ?? 0) + 1)
  }
  return [...counts]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([month, count]) => [month, words().many.month.one(nameOf(month), count)])
}

/** Whether any of its days, or its intended week, falls into the month; '' = any month. */
export const isInMonth = (congress: Dated, month: string): boolean => month === '' || monthsOf(congress).includes(month)

const monthsOf = ({ dateFrom, dateTo, weekOf }: Dated): string[] => {
  const first = dateFrom ?? weekOf
  if (first === null) return []
  return [...new Set([first, dateTo ?? first].map((date) => date.slice(0, 7)))]
}

/** `4/2020`, in both languages: so the office writes a month. */
const nameOf = (month: string): string => `${String(Number(month.slice(5)))}/${month.slice(0, 4)}`
