import type { IndexedHall } from '../../halls/rules/indexed.ts'

/** Who sits where in a phase, both ways round; seats by their place in the hall. */
export interface Occupancy {
  seatOf: ReadonlyMap<string, number>
  personAt: ReadonlyMap<number, string>
  locked: ReadonlySet<string>
}

/** What a move does: who goes where, null = nowhere. */
export type Moves = ReadonlyMap<string, number | null>

export type MoveRefusal =
  | { kind: 'locked'; personId: string }
  | { kind: 'blocked'; seat: number }
  /** So many seats from there on, where so many are wanted. */
  | { kind: 'too-few'; wanted: number; seats: number }

/** Seats by id and people's seats turned into what moves are reckoned by. Seats that the hall lacks are nobody's. */
export const occupancyOf = (
  hall: Pick<IndexedHall, 'placeOf'>,
  seats: ReadonlyMap<string, string>,
  locked: ReadonlySet<string>,
): Occupancy => {
  const seatOf = new Map<string, number>()
  const personAt = new Map<number, string>()
  for (const [personId, seatId] of seats) {
    const at = hall.placeOf.get(seatId)
    if (at === undefined) continue
    seatOf.set(personId, at)
    personAt.set(at, personId)
  }
  return { seatOf, personAt, locked }
}

/**
 * Puts people on seats from one on, in their order: along its row, then row by row through its block away from the stage,
 * past seats that are blocked or locked. Whoever sat there takes the seats that become free, in the same order, or waits
 * without one where there are none. Nobody is moved when one of them is locked or the seats do not suffice.
 */
export const movePeople = (
  hall: IndexedHall,
  { seatOf, personAt, locked }: Occupancy,
  { people, to }: { people: readonly string[]; to: number },
): { moves: Moves } | { refusal: MoveRefusal } => {
  const held = people.find((id) => locked.has(id) && seatOf.has(id) && (people.length > 1 || seatOf.get(id) !== to))
  if (held !== undefined) return { refusal: { kind: 'locked', personId: held } }
  const first = hall.seats[to]
  if (!first || first.use === 'blocked') return { refusal: { kind: 'blocked', seat: to } }
  const sitting = personAt.get(to)
  if (sitting !== undefined && locked.has(sitting) && !people.includes(sitting)) {
    return { refusal: { kind: 'locked', personId: sitting } }
  }
  const moving = new Set(people)
  const targets = seatsFrom(hall, to)
    .filter((at) => {
      const whose = personAt.get(at)
      return hall.seats[at]?.use !== 'blocked' && (whose === undefined || moving.has(whose) || !locked.has(whose))
    })
    .slice(0, people.length)
  if (targets.length < people.length) {
    return { refusal: { kind: 'too-few', wanted: people.length, seats: targets.length } }
  }
  const taken = new Set(targets)
  const freed = people.flatMap((id) => {
    const at = seatOf.get(id)
    return at === undefined || taken.has(at) ? [] : [at]
  })
  const displaced = targets.flatMap((at) => {
    const whose = personAt.get(at)
    return whose === undefined || moving.has(whose) ? [] : [whose]
  })
  const moves = new Map<string, number | null>()
  for (const [place, id] of people.entries()) {
    const target = targets[place]
    if (target !== undefined && seatOf.get(id) !== target) moves.set(id, target)
  }
  for (const [place, id] of displaced.entries()) moves.set(id, freed[place] ?? null)
  return { moves }
}

/** The seats of a block from one on: the rest of its row, then the rows behind it, each from the left. */
const seatsFrom = (hall: IndexedHall, to: number): number[] => {
  const first = hall.seats[to]
  if (!first) return []
  const rows = hall.rows
    .map((row, at) => ({ ...row, at, line: hall.seats[row.seats[0] ?? -1]?.line ?? 0 }))
    .filter(({ level, block }) => level === first.level && block === first.block)
    .sort((one, other) => one.line - other.line || one.at - other.at)
  const from = rows.findIndex(({ at }) => at === first.row)
  return rows.slice(from).flatMap(({ seats }, place) => (place === 0 ? seats.slice(seats.indexOf(to)) : seats))
}
