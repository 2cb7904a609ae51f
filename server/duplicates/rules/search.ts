import { judgeOf, preparer, type Prepared } from './evidence.ts'
import { groupsOf } from './groups.ts'
import type { Comparable, DuplicatePair, Evidence } from '../schema.ts'

/** From so many powers of two on a pair is shown, and is called likely. */
const [leastShown, leastLikely] = [-1, 6]
/** People compared in one step. */
const peopleAtOnce = 200

export const findDuplicates = (people: readonly Comparable[]): DuplicatePair[] => {
  const steps = searchDuplicates(people)
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}

/** Step by step, so that whoever asks may let others in between. */
export function* searchDuplicates(people: readonly Comparable[]): Generator<undefined, DuplicatePair[], undefined> {
  const prepared: Prepared[] = []
  // In one order, so that it is all the same how they stand in the list; by name, so that those who are compared lie
  // beside each other in memory: to fetch them takes longer than to compare them.
  const inOrder = [...people].sort((a, b) => (a.name < b.name || (a.name === b.name && a.id < b.id) ? -1 : 1))
  const prepare = preparer()
  for (const [at, person] of inOrder.entries()) {
    prepared.push(prepare(person))
    if (at % peopleAtOnce === 0) yield
  }
  const { weighed, judge } = judgeOf(prepared)
  const othersOf = groupsOf(prepared)
  yield
  const pairs: DuplicatePair[] = []
  for (const [at, one] of weighed.entries()) {
    for (const index of othersOf(at)) {
      const other = weighed[index]
      if (!other) continue
      const found = judge(one, other, leastShown)
      if (found) pairs.push(pairOf(one.person.id, other.person.id, found))
    }
    if (at % peopleAtOnce === 0) yield
  }
  return pairs.sort((a, b) => b.score - a.score || (a.firstId < b.firstId ? -1 : 1))
}

const pairOf = (one: string, other: string, { bits, reasons }: Evidence): DuplicatePair => ({
  ...(one < other ? { firstId: one, secondId: other } : { firstId: other, secondId: one }),
  score: Math.round(bits * 10) / 10,
  ...{ isLikely: bits >= leastLikely, reasons },
})
