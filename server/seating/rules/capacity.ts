import type { StagePart } from '../../halls/schema.ts'
import { canSeat, kindOf, takerOf, type SeatTaker } from './can-seat.ts'
import { delegatesRank, type SeatedPerson, type SeatingProblem } from './problem.ts'

/** Seats and people that are alike for each other: what a seat is for, what a person may have. */
interface SeatClass {
  use: 'ordinary' | 'wheelchair' | 'companion'
  isStage: boolean
  stagePart: StagePart | null
  count: number
}

/** People for whom there are not enough seats, however they are seated: so many of a class for so many seats. */
export interface Shortage {
  classes: readonly SeatTaker[]
  people: number
  seats: number
}

export interface Capacity {
  /** Those for whom there is a seat at the most, and those for whom there is none: the last in line. */
  seated: readonly SeatedPerson[]
  left: readonly SeatedPerson[]
  /** None = there are enough. Each names the fewest classes of people that say it. */
  shortages: readonly Shortage[]
}

/** Locked people first, then by rank, heads and the place in the list. */
export const inLine = ({ people, standing }: SeatingProblem): SeatedPerson[] => {
  const locked = new Set(standing.flatMap(({ personId, isLocked }) => (isLocked ? [personId] : [])))
  const placed = people.map((person, place) => ({
    ...{ person, place, rank: person.rank ?? delegatesRank },
    ...{ locked: locked.has(person.id) ? 0 : 1, head: person.isHead ? 0 : 1 },
  }))
  return placed
    .sort(
      (one, other) =>
        one.locked - other.locked || one.rank - other.rank || one.head - other.head || one.place - other.place,
    )
    .map(({ person }) => person)
}

/** Who can have a seat at the most by what the seats are for: a flow from classes of people to classes of seats. */
export const capacityOf = (problem: SeatingProblem): Capacity => {
  const seatClasses = seatClassesOf(problem)
  const classes: SeatTaker[] = []
  const flow: number[][] = []
  const asking: number[] = []
  const used = seatClasses.map(() => 0)
  const fits: boolean[][] = []
  const known = new Map<number, number>()
  const classOf = (person: SeatedPerson): number => {
    const kind = kindOf(person)
    const noted = known.get(kind)
    if (noted !== undefined) return noted
    const at = classes.push(takerOf(kind)) - 1
    known.set(kind, at)
    flow.push(seatClasses.map(() => 0))
    asking.push(0)
    fits.push(seatClasses.map((seat) => canSeat(person, seat, true) === null))
    return at
  }
  const mayHave = (at: number, seatAt: number): boolean => fits[at]?.[seatAt] === true
  /** Makes room for one more of a class, others of a class making way; answers whether it went. `seen` = classes asked. */
  const grow = (at: number, seen: Set<number>): boolean => {
    seen.add(at)
    for (const seatAt of seatClasses.keys()) {
      if (!mayHave(at, seatAt)) continue
      if ((used[seatAt] ?? 0) < (seatClasses[seatAt]?.count ?? 0)) {
        add(at, seatAt, 1)
        used[seatAt] = (used[seatAt] ?? 0) + 1
        return true
      }
      for (const other of classes.keys()) {
        if (seen.has(other) || (flow[other]?.[seatAt] ?? 0) === 0 || !grow(other, seen)) continue
        add(other, seatAt, -1)
        add(at, seatAt, 1)
        return true
      }
    }
    return false
  }
  const add = (at: number, seatAt: number, by: number): void => {
    const row = flow[at]
    if (row) row[seatAt] = (row[seatAt] ?? 0) + by
  }
  const [seated, left]: [SeatedPerson[], SeatedPerson[]] = [[], []]
  const short = new Map<string, readonly number[]>()
  const line = inLine(problem)
  for (const person of line) {
    const at = classOf(person)
    asking[at] = (asking[at] ?? 0) + 1
    const seen = new Set<number>()
    if (grow(at, seen)) seated.push(person)
    else {
      left.push(person)
      const lacking = [...seen].sort((one, other) => one - other)
      short.set(lacking.join(' '), lacking)
    }
  }
  const seatsFor = (lacking: readonly number[]) =>
    seatClasses.reduce((sum, { count }, seatAt) => (lacking.some((at) => mayHave(at, seatAt)) ? sum + count : sum), 0)
  return {
    ...{ seated, left },
    shortages: [...short.values()].map((lacking) => ({
      classes: lacking.flatMap((at) => classes[at] ?? []),
      people: lacking.reduce((sum, at) => sum + (asking[at] ?? 0), 0),
      seats: seatsFor(lacking),
    })),
  }
}

const seatClassesOf = ({ hall, open }: SeatingProblem): SeatClass[] => {
  const found = new Map<string, SeatClass>()
  for (const at of new Set(open)) {
    const seat = hall.seats[at]
    if (!seat || seat.use === 'blocked') continue
    const use = seat.use === 'reserved' ? 'ordinary' : seat.use
    const { isStage, stagePart } = seat
    const key = `${use} ${String(isStage)} ${String(stagePart)}`
    const one = found.get(key) ?? { use, isStage, stagePart, count: 0 }
    one.count += 1
    found.set(key, one)
  }
  return [...found.values()]
}
