import { points } from './instance.ts'
import { leavingOf, nobody, type Leaving } from './leaving.ts'
import {
  calledWin,
  exchange,
  mostToWin,
  orderWrong,
  orphanWin,
  ownBeside,
  ownCost,
  partyPoints,
  softOf,
  type Standing,
} from './standing.ts'
import { brokenTies, isTied, mayTrade, tiesBrokenBy } from './ties.ts'

/** Seats that are looked at between two pauses. */
const seatsBetweenPauses = 60

/**
 * Swaps two people, or moves one to a free seat, wherever the plan gets cheaper, until a pass over all pairs finds none:
 * what then stands is settled. A pair can win only by what one of the two seats costs, or by what a delegation wins on a
 * seat that it does not have: no other is looked at; and one is reckoned exactly where two bounds say that it may win.
 * Answers whether it ended.
 */
export function* settle(standing: Standing, mayGoOn: () => boolean = () => true): Generator<void, boolean> {
  const { open } = standing.instance.ground
  const wished = wishedSeats(standing)
  let leaving = leavingOf(standing)
  for (let looked = 0; ;) {
    let changed = false
    for (const seat of open) {
      for (;;) {
        const others = hasToWin(standing, seat) ? open : wished.of(partyAt(standing, seat))
        if (others.length === 0 || !improveAt(standing, leaving, seat, others)) break
        changed = true
        wished.forget()
        leaving = leavingOf(standing)
      }
      looked += 1
      if (looked % seatsBetweenPauses !== 0) continue
      if (!mayGoOn()) return false
      yield
    }
    if (!changed) return true
  }
}

const partyAt = ({ instance, personAt }: Standing, seat: number): number => instance.party[personAt[seat] ?? -1] ?? -1

/** Whether a term of this seat, or of who leaves it, costs something. */
const hasToWin = (standing: Standing, seat: number): boolean => {
  const { instance, personAt, inBand, inLine, inRegion, firstBand, lastBand, firstLine } = standing
  const { ground, weights } = instance
  if (weights.orphans > 0 && orphanWin(standing, seat) > 0) return true
  const person = personAt[seat] ?? -1
  if (person === -1) return false
  if (ownCost(instance, person, seat) > 0 || calledWin(standing, person) > 0) return true
  if (isTied(instance, person) && brokenTies(standing, person) > 0) return true
  const party = instance.party[person] ?? -1
  if (party === -1 || mostToWin(standing, party) === 0) return false
  const { gaps, regions, heads } = partyPoints(standing, party)
  const band = ground.band[seat] ?? 0
  const isFirst = band === firstBand[party]
  if (inBand[party * ground.bands + band] === 1) {
    if (gaps > 0 && (isFirst || band === lastBand[party])) return true
    if (isFirst && orderWrong(standing, party) > 0) return true
  }
  if (regions > 0 && inRegion[party * ground.regions + (ground.region[seat] ?? 0)] === 1) return true
  if (heads === 0) return false
  const line = ground.line[seat] ?? 0
  return instance.isHead[person] === 1 || (line === firstLine[party] && inLine[party * ground.lines + line] === 1)
}

/** Seats that a delegation does not have and would win on, found once until it is told to forget them. */
const wishedSeats = (standing: Standing) => {
  const known = new Map<number, Int32Array>()
  return {
    of: (party: number): Int32Array => {
      if (party === -1) return none
      const seats = known.get(party) ?? wishedBy(standing, party)
      known.set(party, seats)
      return seats
    },
    forget: (): void => {
      known.clear()
    },
  }
}

const none = new Int32Array(0)

const wishedBy = (standing: Standing, party: number): Int32Array => {
  const { instance, firstBand, lastBand, inBand, personAt } = standing
  const { ground } = instance
  if (mostToWin(standing, party) === 0) return none
  const { pieces, gaps } = partyPoints(standing, party)
  const [first, last] = [firstBand[party] ?? 0, lastBand[party] ?? 0]
  const isLate = orderWrong(standing, party + 1) > 0
  const seats: number[] = []
  for (const seat of ground.open) {
    if (instance.party[personAt[seat] ?? -1] === party) continue
    const band = ground.band[seat] ?? 0
    const isWished =
      (pieces > 0 && ownBeside(standing, party, seat) > 0) ||
      (gaps > 0 && band > first && band < last && inBand[party * ground.bands + band] === 0) ||
      (isLate && band < first)
    if (isWished) seats.push(seat)
  }
  return Int32Array.from(seats)
}

/** Takes the best exchange that this seat has; answers whether there was one that wins. */
const improveAt = (standing: Standing, leaving: Leaving, seat: number, others: Int32Array): boolean => {
  const { personAt } = standing
  const person = personAt[seat] ?? -1
  const mayMendTies = person !== -1 && brokenTies(standing, person) > 0
  const cheapest = cheapestFrom(standing, leaving, seat)
  let [best, bestTies, bestCost] = [-1, 0, 0]
  for (let at = 0; at < others.length; at += 1) {
    const other = others[at] ?? -1
    if (!mayMendTies && leaving.isTied[other] === 0) {
      if (cheapest(other) >= bestCost || least(standing, seat, other) >= bestCost) continue
    }
    const second = personAt[other] ?? -1
    if (other === seat || (person === -1 && second === -1) || !mayTrade(standing, seat, other)) continue
    const ties = tiesBrokenBy(standing, seat, other)
    if (ties > bestTies) continue
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

/**
 * What exchanges of a seat with others cost at the least as far as is noted: nothing is said, by -Infinity, of seats
 * beside those of one's own delegation. This is asked of nearly all pairs of seats there are.
 */
const cheapestFrom = ({ instance, personAt, firstBand }: Standing, leaving: Leaving, seat: number) => {
  const { band } = instance.ground
  const { cares } = instance
  const { win, orphans, party, before, after, late } = leaving
  const person = personAt[seat] ?? -1
  const [own, left, right] = [party[seat] ?? nobody, before[seat] ?? nobody, after[seat] ?? nobody]
  const [seatBand, seatWin, seatOrphans] = [band[seat] ?? 0, win[seat] ?? 0, orphans[seat] ?? 0]
  const [ownFirst, ownLate] = own === nobody ? [0, 0] : [firstBand[own] ?? 0, late[own] ?? 0]
  const isChoosy = person !== -1 && cares[person] === 1
  return (other: number): number => {
    const theirs = party[other] ?? nobody
    if (own !== nobody && (theirs === own || before[other] === own || after[other] === own)) return -Infinity
    const second = personAt[other] ?? -1
    let bound = -seatWin - (win[other] ?? 0)
    if (theirs !== nobody) {
      if (theirs === left || theirs === right) return -Infinity
      if (seatBand < (firstBand[theirs] ?? 0)) bound -= late[theirs] ?? 0
    }
    if ((band[other] ?? 0) < ownFirst) bound -= ownLate
    if (person === -1 || second === -1) bound -= seatOrphans + (orphans[other] ?? 0)
    if (second !== -1 && cares[second] === 1) bound += ownCost(instance, second, seat)
    return isChoosy && bound < 0 ? bound + ownCost(instance, person, other) : bound
  }
}

/** What an exchange costs at the least. */
const least = (standing: Standing, seat: number, other: number): number => {
  const { instance, personAt } = standing
  const { party, isHead } = instance
  const [first, second] = [personAt[seat] ?? -1, personAt[other] ?? -1]
  let bound = 0
  if (first !== -1)
    bound += ownCost(instance, first, other) - ownCost(instance, first, seat) - calledWin(standing, first)
  if (second !== -1) {
    bound += ownCost(instance, second, seat) - ownCost(instance, second, other) - calledWin(standing, second)
  }
  if (first === -1 || second === -1) bound -= orphanWin(standing, seat) + orphanWin(standing, other)
  const one = first === -1 ? -1 : (party[first] ?? -1)
  const two = second === -1 ? -1 : (party[second] ?? -1)
  if (one === two && isHead[first] !== 1 && isHead[second] !== 1) return bound
  if (one === two && one !== -1) return bound - mostToWin(standing, one)
  if (one !== -1) bound += partyLeast(standing, one, first, seat, other)
  if (two !== -1) bound += partyLeast(standing, two, second, other, seat)
  return bound
}

/** What it costs a delegation at the least that one of its people goes from a seat to another that it does not have. */
const partyLeast = (standing: Standing, party: number, person: number, from: number, to: number): number => {
  const { instance, inBand, inRegion, inLine, firstBand, lastBand, firstLine } = standing
  const { ground, weights } = instance
  const won = partyPoints(standing, party)
  const price = weights.together * points.together
  const apart = ownBeside(standing, party, from) - ownBeside(standing, party, to)
  let bound = price * Math.max(-won.pieces, apart)
  const [bandFrom, bandTo] = [ground.band[from] ?? 0, ground.band[to] ?? 0]
  const [first, last] = [firstBand[party] ?? 0, lastBand[party] ?? 0]
  const isOnlyInBand = inBand[party * ground.bands + bandFrom] === 1
  if (isOnlyInBand && (bandFrom === first || bandFrom === last)) bound -= price * won.gaps
  if (bandTo > first && bandTo < last && inBand[party * ground.bands + bandTo] === 0) bound -= price
  const enters = inRegion[party * ground.regions + (ground.region[to] ?? 0)] === 0
  const leaves = inRegion[party * ground.regions + (ground.region[from] ?? 0)] === 1
  const regions = Number(enters) - Number(leaves)
  bound += weights.aisles * points.aisles * Math.max(-won.regions, regions)
  const isFirstLine = firstLine[party] === ground.line[from]
  if (instance.isHead[person] === 1 || (isFirstLine && inLine[party * ground.lines + (ground.line[from] ?? 0)] === 1)) {
    bound -= weights.heads * points.heads * won.heads
  }
  const order = weights.order * points.order
  if (isOnlyInBand && bandFrom === first) bound -= order * orderWrong(standing, party)
  if (bandTo < first) bound -= order * orderWrong(standing, party + 1)
  return bound
}
