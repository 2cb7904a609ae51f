import { exchange, ownCost, softOf, type Standing } from './standing.ts'
import { brokenTies, isTied, mayTrade } from './ties.ts'

export interface Stirring {
  random: () => number
  mostTries: number
  mayGoOn: () => boolean
}

const triesBetweenPauses = 2000
/** As many seats side by side change places at once at the most. */
const widest = 4

/**
 * Exchanges seats, or a few side by side with as many others, by chance: what makes the plan dearer is taken less and
 * less often. The best is what stands in the end; ties are never broken for it.
 */
export function* stir(standing: Standing, { random, mostTries, mayGoOn }: Stirring): Generator<void, void> {
  const { instance } = standing
  const { open } = instance.ground
  const movable = [...instance.problem.people.keys()].filter(
    (person) => instance.locked[person] === 0 && standing.seatAt[person] !== -1,
  )
  if (movable.length === 0 || open.length < 2) return
  const below = (limit: number) => Math.floor(random() * limit)
  const start = softOf(standing)
  const heat = Math.max(2, start / (4 * movable.length))
  let best = { cost: start, seatAt: standing.seatAt.slice() }
  for (let tries = 0; tries < mostTries && best.cost > 0; tries += 1) {
    if (tries % triesBetweenPauses === 0) {
      if (!mayGoOn()) break
      yield
    }
    const one = standing.seatAt[movable[below(movable.length)] ?? -1] ?? -1
    const other = open[below(open.length)] ?? -1
    const width = below(4) === 0 ? 2 + below(widest - 1) : 1
    const before = softOf(standing)
    const heatNow = heat * (1 - tries / mostTries) + 1e-9
    // What is taken of this try, drawn before it is known what it costs.
    const most = -heatNow * Math.log(random() + 1e-12)
    if (width === 1 && leastOfSwap(standing, one, other) > most) continue
    const pairs = pairsOf(standing, one, other, width)
    if (pairs.length === 0) continue
    const tied = tiedIn(standing, pairs)
    const ties = brokenOf(standing, tied)
    for (const [from, to] of pairs) exchange(standing, from, to)
    if (softOf(standing) - before > most || brokenOf(standing, tied) > ties) {
      for (const [from, to] of pairs.reverse()) exchange(standing, from, to)
      continue
    }
    const cost = softOf(standing)
    if (cost < best.cost) best = { cost, seatAt: standing.seatAt.slice() }
  }
  if (softOf(standing) > best.cost) seatAs(standing, best.seatAt)
}

/** What a swap costs of itself, less all that there is to win elsewhere; forbidden ones cost without end. */
const leastOfSwap = (standing: Standing, one: number, other: number): number => {
  const { instance, personAt } = standing
  const [first, second] = [personAt[one] ?? -1, personAt[other] ?? -1]
  if (first === second || !mayTrade(standing, one, other)) return Infinity
  const cost =
    (first === -1 ? 0 : ownCost(instance, first, other) - ownCost(instance, first, one)) +
    (second === -1 ? 0 : ownCost(instance, second, one) - ownCost(instance, second, other))
  return cost - standing.parties - standing.orphans - standing.honoured
}

const tiedIn = ({ instance, personAt }: Standing, pairs: readonly (readonly [number, number])[]): number[] => {
  const tied: number[] = []
  for (const [from, to] of pairs) {
    const [first, second] = [personAt[from] ?? -1, personAt[to] ?? -1]
    if (isTied(instance, first)) tied.push(first)
    if (isTied(instance, second)) tied.push(second)
  }
  return tied
}

const brokenOf = (standing: Standing, people: readonly number[]): number => {
  let broken = 0
  for (const person of people) broken += brokenTies(standing, person)
  return broken
}

/** Seats side by side with as many others, none twice; none where somebody of them may not sit. */
const pairsOf = (standing: Standing, one: number, other: number, width: number): [number, number][] => {
  const { right } = standing.instance.ground
  const pairs: [number, number][] = []
  const seen = new Set<number>()
  let [from, to] = [one, other]
  for (let at = 0; at < width; at += 1) {
    if (from === -1 || to === -1 || from === to || seen.has(from) || seen.has(to)) return []
    if (!mayTrade(standing, from, to)) return []
    seen.add(from).add(to)
    pairs.push([from, to])
    from = right[from] ?? -1
    to = right[to] ?? -1
  }
  return pairs
}

/** Seats everybody as they sat when this was noted; nobody may have come or gone since. */
export const seatAs = (standing: Standing, seatAt: Int32Array): void => {
  for (const [person, seat] of seatAt.entries()) {
    const now = standing.seatAt[person] ?? -1
    if (seat !== -1 && now !== seat) exchange(standing, now, seat)
  }
}
