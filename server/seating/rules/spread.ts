/** Free seats in a row (a column, in strips) that delegations are poured into. */
export interface Slot {
  size: number
  band: number
  region: number
  /** Delegations that sit right before and after it already: with them nobody begins a new piece. */
  beside: readonly number[]
}

/** How many people of each delegation sit in each slot is what is sought. */
export interface SpreadProblem {
  slots: readonly Slot[]
  /** People to pour, in the order of the delegations. */
  sizes: Int32Array
  bands: number
  regions: number
  /** Members who have a seat already, which the others gather around. */
  placed: readonly { party: number; band: number; region: number }[]
  fewestPieces: Int32Array
  fewestRegions: Int32Array
  /** What a piece or a gap, a region, a band out of order and a single seat cost. */
  price: { piece: number; region: number; order: number; orphan: number }
}

/** A spread that is kept up to date: each array by delegation, `held` by `party * slots + slot`. */
export interface Spread {
  problem: SpreadProblem
  held: Int32Array
  free: Int32Array
  pieces: Int32Array
  inBand: Int32Array
  inRegion: Int32Array
  bandsUsed: Int32Array
  regionsUsed: Int32Array
  firstBand: Int32Array
  lastBand: Int32Array
  cost: number
}

export const emptySpread = (problem: SpreadProblem): Spread => {
  const { slots, sizes, bands, regions } = problem
  const zeros = () => new Int32Array(sizes.length)
  const spread: Spread = {
    problem,
    held: new Int32Array(sizes.length * slots.length),
    free: Int32Array.from(slots, ({ size }) => size),
    ...{ pieces: zeros(), bandsUsed: zeros(), regionsUsed: zeros() },
    inBand: new Int32Array(sizes.length * bands),
    inRegion: new Int32Array(sizes.length * regions),
    ...{ firstBand: zeros().fill(-1), lastBand: zeros().fill(-1) },
    cost: slots.reduce((sum, { size }) => sum + orphanCost(problem, size, size), 0),
  }
  for (const { party, band, region } of problem.placed) {
    spread.cost -= costOf(spread, party)
    countIn(spread, party, band, region, 1)
    spread.cost += costOf(spread, party)
  }
  return spread
}

/** A delegation's share of the cost, its places in the order to both sides included. */
const costOf = (spread: Spread, party: number): number => {
  const { problem, pieces, bandsUsed, regionsUsed, firstBand, lastBand } = spread
  const { price, fewestPieces, fewestRegions } = problem
  if ((bandsUsed[party] ?? 0) === 0) return 0
  const more = Math.max(0, (pieces[party] ?? 0) - (fewestPieces[party] ?? 0))
  const gaps = (lastBand[party] ?? 0) - (firstBand[party] ?? 0) + 1 - (bandsUsed[party] ?? 0)
  const regions = Math.max(0, (regionsUsed[party] ?? 0) - (fewestRegions[party] ?? 0))
  return (
    price.piece * (more + gaps) +
    price.region * regions +
    price.order * (wrongOrder(spread, party) + wrongOrder(spread, party + 1))
  )
}

const wrongOrder = ({ firstBand }: Spread, party: number): number => {
  if (party < 1 || party >= firstBand.length) return 0
  const [before, own] = [firstBand[party - 1] ?? -1, firstBand[party] ?? -1]
  return before === -1 || own === -1 ? 0 : Math.max(0, before - own)
}

/** One seat left over, or one person alone, in a slot. */
const orphanCost = ({ price }: SpreadProblem, free: number, size: number): number =>
  size > 1 && (free === 1 || size - free === 1) ? price.orphan : 0

/** Pours so many more people of a delegation into a slot, or takes them out; there has to be room. */
export const pour = (spread: Spread, party: number, at: number, people: number): void => {
  const { problem, held, free } = spread
  const slot = problem.slots[at]
  if (!slot || people === 0) return
  const cell = party * problem.slots.length + at
  const before = held[cell] ?? 0
  const room = free[at] ?? 0
  spread.cost += orphanCost(problem, room - people, slot.size) - orphanCost(problem, room, slot.size)
  held[cell] = before + people
  free[at] = room - people
  const isNew = before === 0
  if (!isNew && before + people !== 0) return
  spread.cost -= costOf(spread, party)
  if (!slot.beside.includes(party)) spread.pieces[party] = (spread.pieces[party] ?? 0) + (isNew ? 1 : -1)
  countIn(spread, party, slot.band, slot.region, isNew ? 1 : -1)
  spread.cost += costOf(spread, party)
}

const countIn = (spread: Spread, party: number, band: number, region: number, sign: 1 | -1): void => {
  const { problem, inBand, inRegion, bandsUsed, regionsUsed, firstBand, lastBand } = spread
  const { bands, regions } = problem
  const regionCell = party * regions + region
  inRegion[regionCell] = (inRegion[regionCell] ?? 0) + sign
  if (inRegion[regionCell] === (sign === 1 ? 1 : 0)) regionsUsed[party] = (regionsUsed[party] ?? 0) + sign
  const bandCell = party * bands + band
  inBand[bandCell] = (inBand[bandCell] ?? 0) + sign
  if (inBand[bandCell] !== (sign === 1 ? 1 : 0)) return
  bandsUsed[party] = (bandsUsed[party] ?? 0) + sign
  if ((bandsUsed[party] ?? 0) === 0) {
    firstBand[party] = -1
    lastBand[party] = -1
    return
  }
  let [first, last] = [firstBand[party] ?? -1, lastBand[party] ?? -1]
  if (sign === 1) {
    first = first === -1 ? band : Math.min(first, band)
    last = Math.max(last, band)
  } else {
    while (inBand[party * bands + first] === 0) first += 1
    while (inBand[party * bands + last] === 0) last -= 1
  }
  firstBand[party] = first
  lastBand[party] = last
}

/**
 * Pours the delegations in their order, each where it costs the least from the slots on that are the nearest to the
 * front and still free, so that one follows the other.
 */
export const pourInOrder = (spread: Spread): void => {
  const { problem, free } = spread
  const { slots, sizes } = problem
  const byRegion = slotsByRegion(slots)
  for (const [party, size] of sizes.entries()) {
    let left = size
    while (left > 0) {
      let best: { slots: number[]; cost: number; took: number } | null = null
      for (const list of byRegion.values()) {
        const into = list.filter((at) => (free[at] ?? 0) > 0)
        if (into.length === 0) continue
        const took = pourDown(spread, party, left, into)
        const front = slots[into[0] ?? 0]?.band ?? 0
        // Whoever fits into one region stays there; otherwise the front goes first.
        const cost = spread.cost + problem.price.order * front + (left - took) * problem.price.region
        pourDown(spread, party, -took, into)
        if (!best || cost < best.cost) best = { slots: into, cost, took }
      }
      if (!best) return
      left -= pourDown(spread, party, left, best.slots)
    }
  }
}

/** Places of slots by their region, as they are listed. */
export const slotsByRegion = (slots: readonly Slot[]): ReadonlyMap<number, readonly number[]> => {
  const byRegion = new Map<number, number[]>()
  for (const [at, { region }] of slots.entries()) {
    const list = byRegion.get(region)
    if (list) list.push(at)
    else byRegion.set(region, [at])
  }
  return byRegion
}

/** Pours people, or takes them out (below 0), slot by slot from a place in a list on; answers how many. */
export const pourDown = (spread: Spread, party: number, people: number, into: readonly number[], from = 0): number => {
  const { held, free, problem } = spread
  let left = people
  const isOut = people < 0
  for (let step = from; step < into.length && left !== 0; step += 1) {
    const at = into[isOut ? into.length - 1 - (step - from) : step] ?? 0
    const part = isOut ? Math.max(left, -(held[party * problem.slots.length + at] ?? 0)) : Math.min(left, free[at] ?? 0)
    pour(spread, party, at, part)
    left -= part
  }
  return people - left
}
