import { assign } from './assign.ts'
import { isPlain } from './can-seat.ts'
import { clustersOf, seatClusters } from './clusters.ts'
import { points, type Instance } from './instance.ts'
import { delegatesRank } from './problem.ts'
import { improveSpread, pourAnew } from './pouring.ts'
import { emptySpread, pourInOrder, type Slot, type Spread, type SpreadProblem } from './spread.ts'
import { lift, mayHave, ownCost, put, type Standing } from './standing.ts'

/** Rows that may stay empty in front of the last one used, so that delegations need not be cut. */
const spareRows = 1

/** Locked people sit where they are, whatever else holds; of two locked to one seat the first in the list. */
export const seatLocked = (standing: Standing): void => {
  const { instance } = standing
  for (const [person, seat] of instance.standing.entries()) {
    if (instance.locked[person] === 1 && seat !== -1 && standing.personAt[seat] === -1) put(standing, person, seat)
  }
}

/** Those who are tied, then by rank, need and honour; who is of a delegation waits. */
export const seatTheFew = (standing: Standing): void => {
  const { instance } = standing
  seatClusters(standing, clustersOf(instance), pullOf(instance))
  seatByRank(standing)
  seatStepFree(standing)
  seatHonoured(standing)
}

/** What it is worth to sit where the delegation will be by its place in the order. */
const pullOf = (instance: Instance): ((person: number, seat: number) => number) => {
  const { ground, partySizes, party, weights } = instance
  const all = partySizes.reduce((sum, size) => sum + size, 0)
  const capacity = ground.open.length
  let before = 0
  const aims = [...partySizes].map((size) => {
    const share = (before + size / 2) / Math.max(1, capacity)
    before += size
    return share * ground.bands
  })
  const weight = Math.max(1, weights.order + weights.together)
  return (person, seat) => {
    const own = party[person] ?? -1
    return own === -1 || all === 0 ? 0 : Math.round(weight * Math.abs((ground.band[seat] ?? 0) - (aims[own] ?? 0)))
  }
}

const waitingFor = ({ instance, seatAt }: Standing, isMeant: (person: number) => boolean): number[] =>
  [...instance.problem.people.keys()].filter((person) => seatAt[person] === -1 && isMeant(person))

const freeSeats = ({ instance, personAt }: Standing): number[] =>
  [...instance.ground.open].filter((seat) => personAt[seat] === -1)

const byOrder =
  ({ ground }: Instance) =>
  (one: number, other: number) =>
    (ground.order[one] ?? 0) - (ground.order[other] ?? 0)

const rankOf = ({ problem }: Instance, person: number): number => problem.people[person]?.rank ?? delegatesRank

/** The best seats in the order of precedence: nobody loses more than has to be. */
const seatByRank = (standing: Standing): void => {
  const { instance } = standing
  const ranked = waitingFor(
    standing,
    (person) =>
      instance.due[person] !== -1 && instance.party[person] === -1 && rankOf(instance, person) <= delegatesRank,
  )
  ranked.sort((one, other) => (instance.due[one] ?? 0) - (instance.due[other] ?? 0) || one - other)
  const seats = freeSeats(standing).sort(byOrder(instance))
  const isTaken = new Uint8Array(seats.length)
  let from = 0
  for (const person of ranked) {
    while (isTaken[from] === 1) from += 1
    for (let at = from; at < seats.length; at += 1) {
      if (isTaken[at] === 1 || !mayHave(instance, person, seats[at] ?? -1)) continue
      isTaken[at] = 1
      put(standing, person, seats[at] ?? -1)
      break
    }
  }
}

const seatStepFree = (standing: Standing): void => {
  const { instance } = standing
  const { ground, problem, weights } = instance
  if (weights['step-free'] === 0) return
  const people = waitingFor(
    standing,
    (person) => problem.people[person]?.needsStepFree === true && instance.party[person] === -1,
  )
  const seats = freeSeats(standing)
    .filter((seat) => ground.hall.seats[seat]?.isStepFree)
    .sort(byOrder(instance))
  for (const person of people) {
    const at = seats.findIndex((seat) => mayHave(instance, person, seat))
    const [seat] = at === -1 ? [] : seats.splice(at, 1)
    if (seat !== undefined) put(standing, person, seat)
  }
}

/** In the order in which they are called up, on the seats nearest to an aisle from the front back. */
const seatHonoured = (standing: Standing): void => {
  const { instance } = standing
  const { ground, problem, weights } = instance
  if (weights.honoured === 0) return
  const called = waitingFor(
    standing,
    (person) => problem.people[person]?.honoured != null && instance.party[person] === -1,
  )
  called.sort((one, other) => (problem.people[one]?.honoured ?? 0) - (problem.people[other]?.honoured ?? 0))
  const key = (seat: number) => [ground.fromAisle[seat] ?? 0, ground.line[seat] ?? 0] as const
  const seats = freeSeats(standing)
    .filter((seat) => ground.hall.seats[seat]?.use !== 'wheelchair' && !ground.hall.seats[seat]?.isStage)
    .sort((one, other) => key(one)[0] - key(other)[0] || key(one)[1] - key(other)[1] || one - other)
    .slice(0, called.length)
    .sort((one, other) => (ground.line[one] ?? 0) - (ground.line[other] ?? 0) || one - other)
  let at = 0
  for (const person of called) {
    const seat = seats[at] ?? -1
    if (seat === -1 || !mayHave(instance, person, seat)) continue
    put(standing, person, seat)
    at += 1
  }
}

/** Pours the delegations into the free seats, makes that better and seats each within its own, exactly. */
export function* seatDelegations(
  standing: Standing,
  { random, tries, mayGoOn }: { random: () => number; tries: number; mayGoOn: () => boolean },
): Generator<void, void> {
  const { instance } = standing
  const waiting = waitingFor(standing, (person) => instance.party[person] !== -1 && isPlain(instance.kind[person] ?? 0))
  if (waiting.length === 0) return
  const slots = slotsOf(standing, waiting.length)
  const spread = emptySpread(spreadOf(standing, waiting, slots))
  pourInOrder(spread)
  yield* improveSpread(spread, { random, mostTries: tries, least: 0, mayGoOn })
  yield* pourAnew(spread, { random, least: 0, mayGoOn })
  seatSpread(standing, spread, slots, waiting)
}

/** Free seats in a row of chains, with those who sit at both ends already. */
interface FreeSlot extends Slot {
  seats: readonly number[]
}

/** From the front back as many rows as it takes, and some to spare. */
const slotsOf = (standing: Standing, people: number): FreeSlot[] => {
  const { instance, personAt } = standing
  const { ground } = instance
  const isPlain = (seat: number) => {
    const { isStage, use } = ground.hall.seats[seat] ?? { isStage: true, use: 'blocked' }
    return !isStage && (use === 'ordinary' || use === 'reserved') && personAt[seat] === -1
  }
  const free = [...ground.open].filter(isPlain)
  const inLine = new Int32Array(ground.lines)
  for (const seat of free) inLine[ground.line[seat] ?? 0] = (inLine[ground.line[seat] ?? 0] ?? 0) + 1
  let [last, room] = [0, 0]
  while (last < ground.lines && room < people) {
    room += inLine[last] ?? 0
    last += 1
  }
  const isUsed = new Uint8Array(ground.order.length)
  for (const seat of free) if ((ground.line[seat] ?? 0) < last + spareRows) isUsed[seat] = 1
  const partyAt = (seat: number) => (seat === -1 ? -1 : (instance.party[personAt[seat] ?? -1] ?? -1))
  const slots: FreeSlot[] = []
  for (const seat of free) {
    if (isUsed[seat] === 0 || isUsed[ground.before[seat] ?? -1] === 1) continue
    const seats = [seat]
    for (let next = ground.after[seat] ?? -1; isUsed[next] === 1; next = ground.after[next] ?? -1) seats.push(next)
    slots.push({
      ...{ seats, size: seats.length, band: ground.band[seat] ?? 0, region: ground.region[seat] ?? 0 },
      beside: [partyAt(ground.before[seat] ?? -1), partyAt(ground.after[seats.at(-1) ?? -1] ?? -1)],
    })
  }
  return slots.sort((one, other) => one.band - other.band || (one.seats[0] ?? 0) - (other.seats[0] ?? 0))
}

const spreadOf = (
  { instance, seatAt }: Standing,
  waiting: readonly number[],
  slots: readonly FreeSlot[],
): SpreadProblem => {
  const { ground, parties, party, weights } = instance
  const sizes = new Int32Array(parties)
  for (const person of waiting) sizes[party[person] ?? 0] = (sizes[party[person] ?? 0] ?? 0) + 1
  return {
    ...{ slots, sizes, bands: ground.bands, regions: ground.regions },
    placed: [...party.entries()].flatMap(([person, own]) => {
      const seat = seatAt[person] ?? -1
      return own === -1 || seat === -1
        ? []
        : [{ party: own, band: ground.band[seat] ?? 0, region: ground.region[seat] ?? 0 }]
    }),
    ...{
      fewestPieces: fewestOf(ground.fewestChains, instance),
      fewestRegions: fewestOf(ground.fewestRegions, instance),
    },
    price: {
      piece: weights.together * points.together,
      region: weights.aisles * points.aisles,
      order: weights.order * points.order,
      orphan: weights.orphans * points.orphans,
    },
  }
}

const fewestOf = (fewest: Int32Array, { partySizes }: Instance): Int32Array =>
  partySizes.map((size) => fewest[Math.min(size, fewest.length - 1)] ?? 0)

const seatSpread = (
  standing: Standing,
  { held, problem }: Spread,
  slots: readonly FreeSlot[],
  waiting: readonly number[],
): void => {
  const seatsOf = new Map<number, number[]>()
  for (const [at, { seats, beside }] of slots.entries()) {
    const here = [...problem.sizes.keys()].filter((party) => (held[party * slots.length + at] ?? 0) > 0)
    // Whose people sit beside the slot already is next to them; who is to follow another in the order comes after.
    const side = (party: number) => (party === beside[0] ? -1 : party === beside[1] ? 1 : 0)
    here.sort((one, other) => side(one) - side(other) || one - other)
    const total = here.reduce((sum, party) => sum + (held[party * slots.length + at] ?? 0), 0)
    // Empty seats are left between who sits at the left and who sits beside the right end.
    const rightFrom = here.findIndex((party) => side(party) === 1)
    let from = 0
    for (const [place, party] of here.entries()) {
      if (place === rightFrom) from += seats.length - total
      const people = held[party * slots.length + at] ?? 0
      seatsOf.set(party, [...(seatsOf.get(party) ?? []), ...seats.slice(from, from + people)])
      from += people
    }
  }
  for (const [party, seats] of seatsOf) {
    const members = waiting.filter((person) => standing.instance.party[person] === party)
    seatExactly(standing, members, seats)
  }
}

/** What somebody costs on a seat while the first row of the delegation stays. */
const costWithin = (standing: Standing, first: number) => {
  const { instance } = standing
  const { weights, isHead, ground } = instance
  const headCost = weights.heads * points.heads
  return (person: number, seat: number): number =>
    ownCost(instance, person, seat) + (isHead[person] === 1 ? headCost * ((ground.line[seat] ?? 0) - first) : 0)
}

/** Gives people seats of a list so that their own costs are the least; those to whom every seat is alike come last. */
const seatExactly = (standing: Standing, members: readonly number[], seats: readonly number[]): void => {
  const { instance } = standing
  const first = Math.min(...seats.map((seat) => instance.ground.line[seat] ?? 0))
  const cost = costWithin(standing, first)
  const isChoosy = (person: number) => seats.some((seat) => cost(person, seat) !== 0)
  const choosy = members.filter(isChoosy).slice(0, seats.length)
  const { columnOf } = assign(choosy.length, seats.length, (row, column) =>
    cost(choosy[row] ?? -1, seats[column] ?? -1),
  )
  for (const [row, column] of columnOf.entries()) {
    if (column !== -1) put(standing, choosy[row] ?? -1, seats[column] ?? -1)
  }
  const free = seats.filter((seat) => standing.personAt[seat] === -1)
  for (const person of members) {
    if (standing.seatAt[person] !== -1) continue
    const seat = free.shift()
    if (seat === undefined) return
    put(standing, person, seat)
  }
}

/** Seats each delegation anew on the seats that it has: exactly, for people whom nothing ties or holds. */
export const seatWithinParties = (standing: Standing, isFree: (person: number) => boolean): void => {
  const { instance, seatAt } = standing
  const members = Array.from({ length: instance.parties }, (): number[] => [])
  for (const [person, party] of instance.party.entries()) {
    const seat = seatAt[person] ?? -1
    const use = instance.ground.hall.seats[seat]?.use
    if (seat !== -1 && isFree(person) && use !== 'companion' && isPlain(instance.kind[person] ?? 0)) {
      members[party]?.push(person)
    }
  }
  for (const people of members) {
    const seats = people.map((person) => seatAt[person] ?? -1)
    for (const seat of seats) lift(standing, seat)
    if (people.length > 0) seatExactly(standing, people, seats)
  }
}

/** Who is left over takes what is free: the highest first, the frontmost seat; answers those for whom there is none. */
export const seatOthers = (standing: Standing): void => {
  const { instance } = standing
  const left = waitingFor(standing, () => true)
  left.sort((one, other) => rankOf(instance, one) - rankOf(instance, other) || one - other)
  const seats = freeSeats(standing).sort(byOrder(instance))
  for (const person of left) {
    const at = seats.findIndex((seat) => mayHave(instance, person, seat))
    const [seat] = at === -1 ? [] : seats.splice(at, 1)
    if (seat !== undefined) put(standing, person, seat)
  }
}
