import type { Congress } from '../../server/congresses/schema.ts'
import { monthsOf } from '../../server/road/rules/filter.ts'
import { words } from '../words/words.ts'

type Dated = Pick<Congress, 'dateFrom' | 'dateTo' | 'weekOf'>

/**
 * The months in which congresses are held, in their order, each with how many: `['2020-04', '4/2020 (35)']`. The chosen
 * one stays to be seen where the other filters leave nothing of it.
 */
export const monthChoices = (congresses: readonly Dated[], chosen: string): (readonly [string, string])[] => {
  const counts = new Map(chosen === '' ? [] : [[chosen, 0]])
  for (const congress of congresses) {
    for (const month of monthsOf(congress)) counts.set(month, (counts.get(month) ?? 0) + 1)
  }
  return [...counts]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([month, count]) => [month, words().many.month.one(nameOf(month), count)])
}

/** `4/2020`, in both languages: so the office writes a month. */
const nameOf = (month: string): string => `${String(Number(month.slice(5)))}/${month.slice(0, 4)}`
