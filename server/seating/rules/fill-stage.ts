import type { IndexedHall, IndexedSeat } from '../../halls/rules/indexed.ts'
import { stageParts, type StagePart } from '../../halls/schema.ts'
import type { SeatingPhase, SeatPlace } from '../schema.ts'
import type { Occupancy } from './moving.ts'

/** Who goes on which seat of the stage, by place in the hall; or how many free places the stage has, where they do not suffice. */
export type StageFill = { seats: ReadonlyMap<string, number> } | { free: number }

/**
 * Puts people on the stage in their order, row by row from the edge, each row from the left as seen from the hall and in
 * the middle of the row where they do not fill it: all in one block where one has room for them. Whoever is on the stage
 * besides them stays there; the tables of presidium and secretariat are theirs. Seats that are given by hand alone are
 * given, too: who calls people up is the hand.
 */
export const fillStage = (
  hall: IndexedHall,
  { personAt }: Pick<Occupancy, 'personAt'>,
  people: readonly string[],
): StageFill => {
  const going = new Set(people)
  const free = hall.seats
    .filter(({ at, isStage, stagePart, use }) => {
      const whose = personAt.get(at)
      const isGiven = isStage && stagePart === null && (use === 'ordinary' || use === 'reserved')
      return isGiven && (whose === undefined || going.has(whose))
    })
    .sort((one, other) => one.line - other.line || one.x - other.x)
  if (free.length < people.length || people.length === 0) return { free: free.length }
  const blocks = new Map<string, typeof free>()
  for (const seat of free) {
    const key = `${String(seat.level)} ${String(seat.block)}`
    blocks.set(key, [...(blocks.get(key) ?? []), seat])
  }
  // The smallest that has room: what is left over of the others stays whole.
  const [one = free] = [...blocks.values()]
    .filter(({ length }) => length >= people.length)
    .sort((first, second) => first.length - second.length)
  const seats = middleOfRows(one, people.length)
  return { seats: new Map(people.flatMap((id, place) => (seats[place] ? [[id, seats[place].at] as const] : []))) }
}

/**
 * Puts presidium and secretariat at their tables in their order: the first in the middle, the next to the right and left of
 * them as seen by who sits there, row by row from the edge.
 */
export const fillTables = (
  hall: IndexedHall,
  { personAt }: Pick<Occupancy, 'personAt'>,
  parties: Readonly<Record<StagePart, readonly string[]>>,
): StageFill => {
  const going = new Set(stageParts.flatMap((part) => parties[part]))
  const given = new Map<string, number>()
  let places = 0
  for (const part of stageParts) {
    const free = hall.seats.filter(({ at, stagePart, use }) => {
      const whose = personAt.get(at)
      return stagePart === part && use !== 'blocked' && (whose === undefined || going.has(whose))
    })
    places += free.length
    const middle = free.reduce((sum, { x }) => sum + x, 0) / Math.max(1, free.length)
    // Who sits on the stage faces the hall: to the right of them is the left of the drawing.
    free.sort((one, other) => one.line - other.line || away(one, middle) - away(other, middle) || one.x - other.x)
    for (const [place, id] of parties[part].entries()) {
      const seat = free[place]
      if (seat) given.set(id, seat.at)
    }
  }
  return given.size < going.size || going.size === 0 ? { free: places } : { seats: given }
}

/** Centimetres; two that stand alike to both sides are not told apart by a hair. */
const away = ({ x }: IndexedSeat, middle: number): number => Math.round(Math.abs(x - middle))

/** So many seats: whole rows, and of the last row that is begun those in its middle. */
const middleOfRows = (free: readonly IndexedSeat[], count: number): IndexedSeat[] => {
  const taken: IndexedSeat[] = []
  for (const line of new Set(free.map((seat) => seat.line))) {
    const row = free.filter((seat) => seat.line === line)
    const here = Math.min(row.length, count - taken.length)
    const from = Math.floor((row.length - here) / 2)
    taken.push(...row.slice(from, from + here))
  }
  return taken
}

/**
 * Puts those who have a place of their own in another phase on the same seats, by place in the hall. Whoever besides them
 * sits on one of these stays there; `isListed` leaves out whoever is on the list no more.
 */
export const likePhase = (
  { placeOf }: Pick<IndexedHall, 'placeOf'>,
  { personAt }: Pick<Occupancy, 'personAt'>,
  { places, phaseId, isListed }: { places: readonly SeatPlace[]; phaseId: string; isListed: (id: string) => boolean },
): ReadonlyMap<string, number> => {
  const own = places.filter((place) => place.phaseId === phaseId && isListed(place.delegateId))
  const going = new Set(own.map(({ delegateId }) => delegateId))
  return new Map(
    own.flatMap(({ delegateId, seatId }) => {
      const at = placeOf.get(seatId ?? '')
      if (at === undefined) return []
      const whose = personAt.get(at)
      return whose === undefined || going.has(whose) ? [[delegateId, at] as const] : []
    }),
  )
}

/** Who of an earlier phase keeps a table of the stage, by place in the hall. */
export interface StageStays {
  phase: SeatingPhase
  seats: ReadonlyMap<string, number>
}

/**
 * Those who sit at a table of the stage in the nearest phase before this one, and in this one are back on their seats in
 * the hall: as a rule presidium and secretariat stay while batches come and go. Left out is whose seat somebody else has,
 * and who has a place of their own in this phase. null = there is nobody.
 */
export const staysOnStage = (
  { placeOf, seats }: Pick<IndexedHall, 'placeOf' | 'seats'>,
  { personAt }: Pick<Occupancy, 'personAt'>,
  plan: {
    phases: readonly SeatingPhase[]
    places: readonly SeatPlace[]
    phaseId: string
    isListed: (id: string) => boolean
  },
): StageStays | null => {
  const { phases, places, phaseId, isListed } = plan
  const before = phases
    .slice(
      1,
      Math.max(
        1,
        phases.findIndex(({ id }) => id === phaseId),
      ),
    )
    .reverse()
  const own = new Set(places.flatMap((place) => (place.phaseId === phaseId ? [place.delegateId] : [])))
  for (const phase of before) {
    const atTables = places.flatMap(({ phaseId: at, delegateId, seatId }) => {
      const seat = at === phase.id && isListed(delegateId) ? seats[placeOf.get(seatId ?? '') ?? -1] : undefined
      return seat && seat.stagePart !== null ? [[delegateId, seat.at] as const] : []
    })
    if (atTables.length === 0) continue
    const staying = atTables.filter(([id, at]) => !own.has(id) && !personAt.has(at))
    return staying.length === 0 ? null : { phase, seats: new Map(staying) }
  }
  return null
}
