import type { IndexedHall } from '../../halls/rules/indexed.ts'
import type { SeatPlace } from '../schema.ts'
import type { Occupancy } from './moving.ts'

/** Who goes on which seat of the stage, by place in the hall; or how many free places the stage has, where they do not suffice. */
export type StageFill = { seats: ReadonlyMap<string, number> } | { free: number }

/**
 * Puts people on the stage in their order, row by row from the edge, each row from the left as seen from the hall: all in
 * one block where one has room for them. Whoever is on the stage besides them stays there; the tables of presidium and
 * secretariat are theirs.
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
      return isStage && stagePart === null && use === 'ordinary' && (whose === undefined || going.has(whose))
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
  return { seats: new Map(people.flatMap((id, place) => (one[place] ? [[id, one[place].at] as const] : []))) }
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
