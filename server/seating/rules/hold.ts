import { exchange, lift, mayHave, put, softOf, type Standing } from './standing.ts'
import { delegatesRank } from './problem.ts'
import { brokenTies, isTied, mayTrade, tiesBrokenBy } from './ties.ts'

/**
 * Makes all ties hold: whoever breaks one changes places with whom it costs the least; where nobody helps, the lower one
 * in the list stands up. Then everybody without a seat takes a free one on which nothing breaks, if there is one.
 */
export const holdTies = (standing: Standing): void => {
  const { instance, seatAt } = standing
  const people = [...instance.problem.people.keys()]
  for (const person of [...people].reverse()) {
    if (!isTied(instance, person) || brokenTies(standing, person) === 0) continue
    while (brokenTies(standing, person) > 0 && mend(standing, person)) continue
  }
  for (const person of [...people].reverse()) {
    const seat = seatAt[person] ?? -1
    if (instance.locked[person] === 0 && isTied(instance, person) && brokenTies(standing, person) > 0)
      lift(standing, seat)
  }
  // Somebody else may have been the one to stand up: who broke nothing after all sits again.
  for (const person of byRank(standing)) if (seatAt[person] === -1) seatBest(standing, person)
}

const byRank = ({ instance }: Standing): number[] => {
  const { people } = instance.problem
  const rank = (person: number) => people[person]?.rank ?? delegatesRank
  return [...people.keys()].sort((one, other) => rank(one) - rank(other) || one - other)
}

const mend = (standing: Standing, person: number): boolean => {
  const { instance, seatAt } = standing
  const seat = seatAt[person] ?? -1
  if (seat === -1 || instance.locked[person] === 1) return false
  let [best, bestTies, bestCost] = [-1, 0, Infinity]
  for (const other of instance.ground.open) {
    if (other === seat || !mayTrade(standing, seat, other)) continue
    const ties = tiesBrokenBy(standing, seat, other)
    if (ties >= 0 || ties > bestTies) continue
    const before = softOf(standing)
    exchange(standing, seat, other)
    const cost = softOf(standing) - before
    exchange(standing, seat, other)
    if (ties < bestTies || cost < bestCost) [best, bestTies, bestCost] = [other, ties, cost]
  }
  if (best === -1) return false
  exchange(standing, seat, best)
  return true
}

/** Puts somebody on the free seat that costs the least and breaks nothing; answers the seat, -1 = there is none. */
export const seatBest = (standing: Standing, person: number): number => {
  const best = freeSeatsFor(standing, person)[0]?.seat ?? -1
  if (best !== -1) put(standing, person, best)
  return best
}

/** Free seats that somebody may have, the cheapest first, with what it adds to the cost of the plan. */
export const freeSeatsFor = (standing: Standing, person: number): { seat: number; cost: number }[] => {
  const { instance, personAt } = standing
  const before = softOf(standing)
  const found: { seat: number; cost: number }[] = []
  for (const seat of instance.ground.open) {
    if (personAt[seat] !== -1 || !mayHave(instance, person, seat)) continue
    put(standing, person, seat)
    if (brokenTies(standing, person) === 0) found.push({ seat, cost: softOf(standing) - before })
    lift(standing, seat)
  }
  const { order } = instance.ground
  return found.sort((one, other) => one.cost - other.cost || (order[one.seat] ?? 0) - (order[other.seat] ?? 0))
}
