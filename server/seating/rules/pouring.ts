import { pour, pourDown, slotsByRegion, type Spread } from './spread.ts'

export interface Pouring {
  random: () => number
  mostTries: number
  /** What the cost cannot be below. */
  least: number
  mayGoOn: () => boolean
}

const triesBetweenPauses = 4000
const pouringsBetweenPauses = 100
/** Pourings without a win after which no more are tried. */
const patience = 400
/** At the start as much dearer a try may be as this share of the dearest term, about: less or more ends dearer. */
const hottest = 0.3

/**
 * Makes a spread cheaper: part of a delegation goes to another slot, or changes places with part of another one.
 * What makes it dearer is taken less and less often. The best is what stands in the end.
 */
export function* improveSpread(spread: Spread, { random, mostTries, least, mayGoOn }: Pouring): Generator<void, void> {
  const { problem, held, free } = spread
  const { slots, sizes, price } = problem
  const count = slots.length
  const used = holdersOf(spread)
  if (sizes.length === 0 || count < 2 || used.all.length === 0) return
  const below = (limit: number) => Math.floor(random() * limit)
  const heat = hottest * Math.max(1, price.piece, price.region, price.order)
  let best = { cost: spread.cost, held: held.slice() }
  const move = (party: number, from: number, to: number, people: number): void => {
    if (people === 0) return
    pour(spread, party, from, -people)
    pour(spread, party, to, people)
    used.note(party, from)
    used.note(party, to)
  }
  for (let tries = 0; tries < mostTries && best.cost > least; tries += 1) {
    if (tries % triesBetweenPauses === 0) {
      if (!mayGoOn()) break
      yield
    }
    const cell = used.all[below(used.all.length)] ?? 0
    const party = Math.floor(cell / count)
    const from = cell % count
    const to = aimOf(spread, used.of(party), from, below)
    if (to === from) continue
    const here = held[cell] ?? 0
    const room = free[to] ?? 0
    const before = spread.cost
    const heatNow = heat * (1 - tries / mostTries) + 1e-6
    // What is taken of this try, drawn before it is known what it costs.
    const most = before - heatNow * Math.log(random() + 1e-12)
    if (room > 0 && below(3) > 0) {
      const people = Math.min(here, room)
      move(party, from, to, people)
      if (spread.cost > most) move(party, to, from, people)
    } else {
      const others = used.in(to)
      const other = others[below(others.length)] ?? -1
      if (other === -1 || other === party) continue
      const there = held[other * count + to] ?? 0
      // Whole parts where there is room for the larger one, else as many as the smaller one has.
      const canWhole = here <= there + room && there <= here + (free[from] ?? 0)
      const [mine, theirs] =
        canWhole && below(4) > 0 ? [here, there] : [Math.min(here, there + room), Math.min(here, there)]
      pour(spread, party, from, -mine)
      move(other, to, from, theirs)
      pour(spread, party, to, mine)
      used.note(party, from)
      used.note(party, to)
      if (spread.cost > most) {
        pour(spread, party, to, -mine)
        move(other, from, to, theirs)
        pour(spread, party, from, mine)
        used.note(party, from)
        used.note(party, to)
      }
    }
    if (spread.cost < best.cost) best = { cost: spread.cost, held: held.slice() }
  }
  for (const [cell, people] of best.held.entries()) {
    const less = people - (held[cell] ?? 0)
    if (less < 0) pour(spread, Math.floor(cell / count), cell % count, less)
  }
  for (const [cell, people] of best.held.entries()) {
    pour(spread, Math.floor(cell / count), cell % count, people - (held[cell] ?? 0))
  }
}

/** Where to go: beside others of the delegation most often, else anywhere. */
const aimOf = ({ problem }: Spread, own: readonly number[], from: number, below: (limit: number) => number): number => {
  const { slots } = problem
  const chance = below(10)
  if (chance < 4) return own[below(own.length)] ?? from
  if (chance < 8) {
    const near = own[below(own.length)] ?? from
    const to = near + below(7) - 3
    return to >= 0 && to < slots.length ? to : from
  }
  return below(slots.length)
}

/** Which cells of a spread hold anybody, kept up to date by `note`. */
const holdersOf = (spread: Spread) => {
  const { held, problem } = spread
  const count = problem.slots.length
  const all: number[] = []
  const placeOf = new Int32Array(held.length).fill(-1)
  const ofParty = Array.from({ length: problem.sizes.length }, (): number[] => [])
  const inSlot = Array.from({ length: count }, (): number[] => [])
  const note = (party: number, slot: number): void => {
    const cell = party * count + slot
    const place = placeOf[cell] ?? -1
    if ((held[cell] ?? 0) > 0 === place >= 0) return
    if (place === -1) {
      placeOf[cell] = all.push(cell) - 1
      ofParty[party]?.push(slot)
      inSlot[slot]?.push(party)
      return
    }
    const last = all.pop() ?? cell
    if (last !== cell) {
      all[place] = last
      placeOf[last] = place
    }
    placeOf[cell] = -1
    ofParty[party]?.splice(ofParty[party].indexOf(slot), 1)
    inSlot[slot]?.splice(inSlot[slot].indexOf(party), 1)
  }
  for (const [cell, people] of held.entries()) if (people > 0) note(Math.floor(cell / count), cell % count)
  return {
    all,
    note,
    of: (party: number): readonly number[] => ofParty[party] ?? [],
    in: (slot: number): readonly number[] => inSlot[slot] ?? [],
  }
}

/**
 * Makes a spread cheaper: two or three delegations are taken out and poured in again one after the other, each from the
 * slot on where it costs the least. What makes it dearer is put back.
 */
export function* pourAnew(
  spread: Spread,
  { random, least, mayGoOn }: Omit<Pouring, 'mostTries'>,
): Generator<void, void> {
  const { problem, held } = spread
  const { slots, sizes } = problem
  const count = slots.length
  const below = (limit: number) => Math.floor(random() * limit)
  const poured = [...sizes.keys()].filter((party) => (sizes[party] ?? 0) > 0)
  const regions = slotsByRegion(slots)
  const take = (party: number): Int32Array => {
    const parts = held.slice(party * count, (party + 1) * count)
    for (const [at, people] of parts.entries()) pour(spread, party, at, -people)
    return parts
  }
  const give = (party: number, parts: Int32Array): void => {
    for (const [at, people] of parts.entries()) pour(spread, party, at, people)
  }
  let won = 0
  for (let tries = 0; tries - won < patience && spread.cost > least; tries += 1) {
    if (tries % pouringsBetweenPauses === 0) {
      if (!mayGoOn()) return
      yield
    }
    const first = below(poured.length)
    const chosen = new Set([first, below(3) === 0 ? below(poured.length) : Math.min(poured.length - 1, first + 1)])
    if (below(2) === 0) chosen.add(below(poured.length))
    const parties = [...chosen].map((at) => poured[at] ?? 0)
    const before = spread.cost
    const parts = parties.map(take)
    const isWhole = parties.every((party) => {
      let left = sizes[party] ?? 0
      for (let times = 0; left > 0 && times < 4; times += 1) left -= pourBest(spread, regions, party, left)
      return left === 0
    })
    if (isWhole && spread.cost <= before) {
      if (spread.cost < before) won = tries
      continue
    }
    for (const party of parties) take(party)
    for (const [at, party] of parties.entries()) give(party, parts[at] ?? new Int32Array(0))
  }
}

/** Pours people of a delegation from the slot on where that costs the least; answers how many. */
const pourBest = (
  spread: Spread,
  regions: ReadonlyMap<number, readonly number[]>,
  party: number,
  people: number,
): number => {
  const { free, problem } = spread
  let best: { list: readonly number[]; from: number; cost: number } | null = null
  for (const list of regions.values()) {
    for (let from = 0; from < list.length; from += 1) {
      if ((free[list[from] ?? 0] ?? 0) === 0) continue
      const took = pourDown(spread, party, people, list, from)
      const cost = spread.cost + (people - took) * (problem.price.region + problem.price.piece)
      pourDown(spread, party, -took, list, from)
      if (!best || cost < best.cost) best = { list, from, cost }
    }
  }
  return best ? pourDown(spread, party, people, best.list, best.from) : 0
}
