import { assign, forbidden } from './assign.ts'
import { seatDelegations } from './construct.ts'
import { holdTies, seatBest } from './hold.ts'
import { delegatesRank } from './problem.ts'
import { exchange, lift, mayHave, ownCost, put, softOf, type Standing } from './standing.ts'
import { brokenTies, isTied, mayTrade } from './ties.ts'

/**
 * Seats everybody where they stand. Who is changed gets the best seat that is due, and newcomers one of those that are
 * left; the others move only to make way, as few as can be, and then as cheaply as can be. Answers whether it is proven
 * that fewer cannot move: so it is where nobody who moved is tied to others.
 */
export const keepMost = (standing: Standing, changed: readonly string[], random: () => number): boolean => {
  const { instance } = standing
  const { people } = instance.problem
  const asked = new Set(changed.flatMap((id) => instance.placeOf.get(id) ?? []))
  seatWhoStands(standing)
  const newcomers = [...people.keys()].filter((person) => standing.seatAt[person] === -1)
  let isProven = true
  for (const person of [...newcomers].sort((one, other) => rankOf(standing, one) - rankOf(standing, other))) {
    if (!asked.has(person)) continue
    // Those who are asked for get their due in exchange with whoever has it.
    seatBest(standing, person)
  }
  for (const person of asked) isProven = giveDue(standing, person) && isProven
  const several = severalOf(standing, newcomers)
  for (const person of newcomers) if (standing.seatAt[person] === -1 && !several.has(person)) seatBest(standing, person)
  if (several.size > 0) {
    const pouring = seatDelegations(standing, { random, tries: triesForNewcomers, mayGoOn: () => true })
    while (!pouring.next().done) continue
  }
  for (const person of several) if (brokenTies(standing, person) > 0) lift(standing, standing.seatAt[person] ?? -1)
  for (const person of newcomers) if (standing.seatAt[person] === -1) seatBest(standing, person)
  const without = newcomers.filter((person) => standing.seatAt[person] === -1)
  if (without.length > 0) {
    makeRoom(standing, without)
    isProven = isProven && [...people.keys()].every((person) => !isTied(instance, person))
    for (const person of without) if (standing.seatAt[person] === -1) pushAside(standing, person)
  }
  holdTies(standing)
  return isProven
}

/** How often another spread of newcomers over the free seats is tried. */
const triesForNewcomers = 20_000

/** Newcomers who are not alone of their delegation: one by one they would end far from one another. */
const severalOf = ({ instance: { party }, seatAt }: Standing, newcomers: readonly number[]): ReadonlySet<number> => {
  const waiting = newcomers.filter((person) => seatAt[person] === -1 && party[person] !== -1)
  const counts = new Map<number, number>()
  for (const person of waiting) counts.set(party[person] ?? -1, (counts.get(party[person] ?? -1) ?? 0) + 1)
  return new Set(waiting.filter((person) => (counts.get(party[person] ?? -1) ?? 0) > 1))
}

const rankOf = ({ instance }: Standing, person: number): number =>
  instance.problem.people[person]?.rank ?? delegatesRank

/** Everybody whose seat is there still and may be had; ties that do not hold any more are left to be mended. */
const seatWhoStands = (standing: Standing): void => {
  const { instance } = standing
  for (const [person, seat] of instance.standing.entries()) {
    if (seat === -1 || standing.seatAt[person] !== -1 || standing.personAt[seat] !== -1) continue
    if (mayHave(instance, person, seat)) put(standing, person, seat)
  }
}

/**
 * The exchange after which somebody's own seat costs the least, and of those the one that moves nobody, or else one who
 * may have the seat that gets free: one move is the fewest where there is no free seat as good.
 */
const giveDue = (standing: Standing, person: number): boolean => {
  const { instance, seatAt, personAt } = standing
  const from = seatAt[person] ?? -1
  if (from === -1 || instance.locked[person] === 1) return true
  const own = (seat: number) => dueCost(standing, person, seat)
  let best = { seat: from, key: [own(from), 0, 0] as readonly [number, number, number] }
  const before = softOf(standing)
  for (const seat of instance.ground.open) {
    if (seat === from || own(seat) > best.key[0]) continue
    const other = personAt[seat] ?? -1
    if (!mayTrade(standing, from, seat)) continue
    exchange(standing, from, seat)
    const holds = brokenTies(standing, person) === 0 && (other === -1 || brokenTies(standing, other) === 0)
    const key = [own(seat), Number(other !== -1), softOf(standing) - before] as const
    exchange(standing, from, seat)
    if (holds && isLess(key, best.key)) best = { seat, key }
  }
  if (best.seat !== from) exchange(standing, from, best.seat)
  return !isTied(instance, person)
}

/** Own cost without the move, which is asked for. */
const dueCost = ({ instance }: Standing, person: number, seat: number): number => {
  const stood = instance.standing[person] ?? -1
  const price = stood !== -1 && stood !== seat ? (instance.movePrice[person] ?? 0) : 0
  return ownCost(instance, person, seat) - price
}

const isLess = (one: readonly number[], other: readonly number[]): boolean => {
  for (const [at, value] of one.entries()) if (value !== other[at]) return value < (other[at] ?? 0)
  return false
}

/** Who is weighed before cost: each who moves. */
const priceOfMove = 1_000_000

/** Seats everybody who is not locked or tied anew with the fewest moves, exactly: so that those without a seat get one. */
const makeRoom = (standing: Standing, without: readonly number[]): void => {
  const { instance, seatAt, personAt } = standing
  const movable = [...instance.problem.people.keys()].filter(
    (person) => seatAt[person] !== -1 && instance.locked[person] === 0 && !isTied(instance, person),
  )
  // Those who sit come first: the assignment begins with everybody at home.
  const rows = [...movable, ...without]
  const homes = rows.map((person) => seatAt[person] ?? -1)
  for (const seat of homes) if (seat !== -1) lift(standing, seat)
  const seats = [...instance.ground.open].filter((seat) => personAt[seat] === -1)
  const cost = (row: number, column: number): number => {
    const [person, seat] = [rows[row] ?? -1, seats[column] ?? -1]
    if (!mayHave(instance, person, seat)) return forbidden
    const home = homes[row] ?? -1
    if (home === seat) return 0
    return (home === -1 ? 0 : priceOfMove) + dueCost(standing, person, seat)
  }
  const { columnOf } = assign(rows.length, seats.length, cost)
  for (const [row, column] of columnOf.entries()) {
    const person = rows[row] ?? -1
    const seat = column === -1 ? (homes[row] ?? -1) : (seats[column] ?? -1)
    if (seat !== -1 && personAt[seat] === -1) put(standing, person, seat)
  }
}

/** Gives somebody the seat of one, tied or not, who can go to a free seat: the cheapest where all ties hold. */
const pushAside = (standing: Standing, person: number): void => {
  const { instance, personAt } = standing
  const { open } = instance.ground
  const free = [...open].filter((seat) => personAt[seat] === -1)
  let best: { seat: number; to: number; cost: number } | null = null
  for (const seat of open) {
    const other = personAt[seat] ?? -1
    if (other === -1 || !mayHave(instance, person, seat)) continue
    for (const to of free) {
      if (!mayTrade(standing, seat, to)) continue
      exchange(standing, seat, to)
      put(standing, person, seat)
      const holds = brokenTies(standing, person) === 0 && brokenTies(standing, other) === 0
      const cost = softOf(standing)
      lift(standing, seat)
      exchange(standing, seat, to)
      if (holds && (!best || cost < best.cost)) best = { seat, to, cost }
    }
  }
  if (!best) return
  exchange(standing, best.seat, best.to)
  put(standing, person, best.seat)
}
