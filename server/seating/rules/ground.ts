import type { IndexedHall } from '../../halls/rules/indexed.ts'
import type { DelegationLayout, SeatingProblem } from './problem.ts'

/** What the seats of a hall are to a plan, each array by the place of a seat in the hall; -1 = none. */
export interface Ground {
  hall: IndexedHall
  isOpen: Uint8Array
  /** How many seats may be given, and how many of them stand on the stage. */
  open: Int32Array
  openOnStage: number
  /** Beside it in its segment, from the left as seen facing the stage. */
  left: Int32Array
  right: Int32Array
  /** Whom not to sit near means: beside a seat, right behind it and right before it. Few seats are ever asked for. */
  near: (seat: number) => readonly number[]
  /** Where a companion sits beside somebody: seats within reach, the segment's neighbours first. */
  beside: (seat: number) => readonly number[]
  /** Precedence: 0 is the best; the stage first, then row by row the middle, right, left of those who sit there. */
  order: Int32Array
  /** Seats to the nearest aisle. */
  fromAisle: Int32Array
  /** Whether a seat is reached by steps. */
  hasSteps: Uint8Array
  line: Int32Array
  /**
   * Delegations lie in chains of seats, pieces of rows or, in strips, of columns: the open neighbours of a chain, its band
   * (the row or column of the hall, so that chains of neighbouring bands touch), and the region between aisles.
   */
  before: Int32Array
  after: Int32Array
  band: Int32Array
  region: Int32Array
  bands: number
  lines: number
  regions: number
  /** The fewest chains, and regions, that hold so many people, by their number. */
  fewestChains: Int32Array
  fewestRegions: Int32Array
}

/** Seats side by side in neighbouring rows are right behind one another from this share of the pitch on. */
const behindWithin = 0.75
/** Of the pitch: as far as the hand of a companion reaches. */
const reach = 1.7

export const groundOf = ({ hall, open, layout }: Pick<SeatingProblem, 'hall' | 'open' | 'layout'>): Ground => {
  const count = hall.seats.length
  const none = () => new Int32Array(count).fill(-1)
  const isOpen = new Uint8Array(count)
  for (const at of open) {
    const seat = hall.seats[at]
    if (seat && seat.use !== 'blocked') isOpen[at] = 1
  }
  const given = hall.seats.flatMap(({ at }) => (isOpen[at] === 1 ? [at] : []))
  const [left, right, fromAisle] = [none(), none(), new Int32Array(count)]
  for (const { seats } of hall.segments) {
    for (const [place, at] of seats.entries()) {
      left[at] = seats[place - 1] ?? -1
      right[at] = seats[place + 1] ?? -1
      fromAisle[at] = Math.min(place, seats.length - 1 - place)
    }
  }
  const { regionOf, regions } = regionsOf(hall)
  const chains = layout === 'rows' ? rowChains(hall) : columnChains(hall, regionOf)
  const ground = {
    ...{ hall, isOpen, open: Int32Array.from(given), left, right, fromAisle },
    openOnStage: given.filter((at) => hall.seats[at]?.isStage).length,
    ...nearness(hall),
    order: orderOf(hall, given),
    hasSteps: Uint8Array.from(hall.seats, ({ isStepFree }) => Number(!isStepFree)),
    line: Int32Array.from(hall.seats, ({ line }) => line),
    ...{ before: none(), after: none(), region: regionOf, regions },
    ...bandsOf(hall, layout),
    lines: hall.seats.reduce((most, { line }) => Math.max(most, line + 1), 1),
  }
  const chainSizes: number[] = []
  for (const chain of chains) {
    let size = 0
    for (const [place, at] of chain.entries()) {
      if (isOpen[at] === 0) continue
      const next = chain[place + 1]
      size += 1
      if (next !== undefined && isOpen[next] === 1) {
        ground.after[at] = next
        ground.before[next] = at
        continue
      }
      if (hall.seats[at]?.isStage === false) chainSizes.push(size)
      size = 0
    }
  }
  const regionSizes = new Array<number>(regions).fill(0)
  for (const at of given) {
    const region = regionOf[at] ?? 0
    if (hall.seats[at]?.isStage === false) regionSizes[region] = (regionSizes[region] ?? 0) + 1
  }
  return {
    ...ground,
    fewestChains: fewestFor(given.length, chainSizes),
    fewestRegions: fewestFor(given.length, regionSizes),
  }
}

/** How many of the largest it takes to hold each number of people, up to `most`. */
const fewestFor = (most: number, sizes: readonly number[]): Int32Array => {
  const largest = [...sizes].sort((one, other) => other - one)
  const fewest = new Int32Array(most + 1)
  let [count, room] = [0, 0]
  for (let people = 1; people <= most; people += 1) {
    while (room < people && count < largest.length) {
      room += largest[count] ?? 0
      count += 1
    }
    fewest[people] = count
  }
  return fewest
}

/** Seats of a block between the same aisles: rows of it are counted from the left. */
const regionsOf = (hall: IndexedHall) => {
  const known = new Map<string, number>()
  const regionOf = new Int32Array(hall.seats.length)
  const ofRow = new Map<number, number>()
  for (const { level, block, row, seats } of hall.segments) {
    const column = ofRow.get(row) ?? 0
    ofRow.set(row, column + 1)
    const key = `${String(level)} ${String(block)} ${String(column)}`
    const region = known.get(key) ?? known.size
    known.set(key, region)
    for (const at of seats) regionOf[at] = region
  }
  return { regionOf, regions: Math.max(1, known.size) }
}

const rowChains = ({ segments }: IndexedHall): readonly (readonly number[])[] => segments.map(({ seats }) => seats)

/** From front to back: what stands in one column of a region, row after row without a gap. */
const columnChains = (hall: IndexedHall, regionOf: Int32Array): number[][] => {
  const columns = new Map<string, number[]>()
  for (const { at } of hall.seats) {
    const key = `${String(regionOf[at])} ${String(columnOf(hall, at))}`
    columns.set(key, [...(columns.get(key) ?? []), at])
  }
  const lineOf = (at: number) => hall.seats[at]?.line ?? 0
  return [...columns.values()].flatMap((column) => {
    column.sort((one, other) => lineOf(one) - lineOf(other))
    const chains: number[][] = []
    for (const at of column) {
      const chain = chains.at(-1)
      const last = chain?.at(-1)
      if (chain && last !== undefined && lineOf(at) === lineOf(last) + 1) chain.push(at)
      else chains.push([at])
    }
    return chains
  })
}

const columnOf = ({ seats, axis, pitch }: IndexedHall, at: number): number =>
  Math.round(((seats[at]?.x ?? axis) - axis) / Math.max(1, pitch))

/** Rows by their line; columns by their place among the columns there are, so that an aisle leaves no hole. */
const bandsOf = (hall: IndexedHall, layout: DelegationLayout): { band: Int32Array; bands: number } => {
  const key = ({ at, line }: { at: number; line: number }) => (layout === 'rows' ? line : columnOf(hall, at))
  const keys = [...new Set(hall.seats.filter(({ isStage }) => !isStage).map(key))].sort((one, other) => one - other)
  const placeOf = new Map(keys.map((each, place) => [each, place]))
  return {
    band: Int32Array.from(hall.seats, (seat) => (seat.isStage ? 0 : (placeOf.get(key(seat)) ?? 0))),
    bands: Math.max(1, keys.length),
  }
}

/** Who sits as near to the middle as another is told apart by the right hand; a tenth of a metre counts as nothing. */
const orderOf = ({ seats }: IndexedHall, given: readonly number[]): Int32Array => {
  const order = new Int32Array(seats.length).fill(-1)
  const keyed = given.flatMap((at) => {
    const seat = seats[at]
    if (!seat) return []
    const { line, offset } = seat
    return [{ at, line, hall: seat.isStage ? 0 : 1, out: Math.round(Math.abs(offset) / 10), left: offset > 0 ? 0 : 1 }]
  })
  keyed.sort(
    (one, other) =>
      one.hall - other.hall ||
      one.line - other.line ||
      one.out - other.out ||
      one.left - other.left ||
      one.at - other.at,
  )
  for (const [place, { at }] of keyed.entries()) order[at] = place
  return order
}

const nearness = (hall: IndexedHall): Pick<Ground, 'near' | 'beside'> => {
  const { seats, segments, pitch } = hall
  const byLine = new Map<string, number[]>()
  for (const { at, level, line, isStage } of seats) {
    const key = `${String(level)} ${String(isStage)} ${String(line)}`
    const there = byLine.get(key)
    if (there) there.push(at)
    else byLine.set(key, [at])
  }
  for (const line of byLine.values()) line.sort((one, other) => (seats[one]?.x ?? 0) - (seats[other]?.x ?? 0))
  const within = (at: number, lineBy: number, distance: number): number[] => {
    const seat = seats[at]
    if (!seat) return []
    const line = byLine.get(`${String(seat.level)} ${String(seat.isStage)} ${String(seat.line + lineBy)}`) ?? []
    const found: number[] = []
    let [low, high] = [0, line.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((seats[line[middle] ?? -1]?.x ?? 0) < seat.x - distance) low = middle + 1
      else high = middle
    }
    for (let place = low; place < line.length; place += 1) {
      const other = line[place] ?? -1
      if ((seats[other]?.x ?? Infinity) > seat.x + distance) break
      if (other !== at) found.push(other)
    }
    return found
  }
  const inSegment = (at: number): number[] => {
    const { segment = -1, place = -1 } = seats[at] ?? {}
    const row = segments[segment]?.seats ?? []
    return [row[place - 1], row[place + 1]].flatMap((other) => other ?? [])
  }
  const isInReach = (one: number, other: number) =>
    Math.hypot((seats[one]?.x ?? 0) - (seats[other]?.x ?? 0), (seats[one]?.y ?? 0) - (seats[other]?.y ?? 0)) <=
    reach * pitch
  return {
    near: notedBySeat((at) => [
      ...inSegment(at),
      ...[-1, 1].flatMap((lineBy) => within(at, lineBy, pitch * behindWithin)),
    ]),
    beside: notedBySeat((at) => [
      ...new Set([
        ...inSegment(at),
        ...[-1, 0, 1].flatMap((lineBy) => within(at, lineBy, reach * pitch)).filter((other) => isInReach(at, other)),
      ]),
    ]),
  }
}

const notedBySeat = (find: (at: number) => readonly number[]): ((at: number) => readonly number[]) => {
  const known = new Map<number, readonly number[]>()
  return (at) => {
    const noted = known.get(at)
    if (noted) return noted
    const found = find(at)
    known.set(at, found)
    return found
  }
}
