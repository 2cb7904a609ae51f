import { latenessOf } from '../../conflicts/rules/facts.ts'
import { addDays, dayNumber } from '../../format/dates.ts'
import { placeSummed, type SummedFacts } from './sums.ts'

/** Ids of congresses that a report on the road names. */
export interface DueCongresses {
  /** Their day or week passed, and no report on them has come; those that wait longest first. */
  unreported: string[]
  /** To be held within the days ahead, today's first. */
  coming: string[]
}

export const dueCongresses = (facts: Omit<SummedFacts, 'results'>, daysAhead: number): DueCongresses => {
  const { index, placed: all } = placeSummed(facts)
  const lastDay = dayNumber(addDays(facts.today, daysAhead))
  const unreported: { id: string; day: number }[] = []
  const coming: { id: string; day: number }[] = []
  for (const placed of all) {
    const { id, firstDay } = placed
    const { state, weekOf } = placed.congress
    const isDated = placed.hasDate || weekOf !== null
    // One that never had a day is late in naming it: it owes no report yet.
    const late = isDated ? latenessOf(placed, index.today) : null
    if (state === 'held') unreported.push({ id, day: placed.lastDay })
    else if (late) unreported.push({ id, day: late.since })
    else if (placed.standing === 'open' && isDated && firstDay <= lastDay) {
      coming.push({ id, day: Math.max(firstDay, index.today) })
    }
  }
  const inOrder = (list: { id: string; day: number }[]) => list.sort((a, b) => a.day - b.day).map(({ id }) => id)
  return { unreported: inOrder(unreported), coming: inOrder(coming) }
}
