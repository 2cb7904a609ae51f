import type { Database } from '../../db/open.ts'
import type { IndexedHall } from '../halls/rules/indexed.ts'
import { readHall } from './halls.ts'
import { findReleasedPlaces, otherReleasesReader, toldPlanReader } from './queries.ts'
import type { ReleasedPlace, SeatingKind } from './schema.ts'

/** A seat of a hall. */
export interface SeatInHall {
  hall: IndexedHall
  /** Place of the seat in the hall. */
  at: number
}

/** Seats by what they are called, of halls that were asked for. */
const labels = new WeakMap<IndexedHall, ReadonlyMap<string, number>>()

const placeCalled = (hall: IndexedHall, label: string): number | undefined => {
  const known = labels.get(hall) ?? new Map(hall.seats.map((seat) => [seat.label, seat.at]))
  labels.set(hall, known)
  return known.get(label)
}

/**
 * Finds the seat that a delegate was told, in the hall of the official plan that was released; null = nothing was
 * released, or the seat was written by hand and the hall has none that is called so.
 */
export const seatFinder = (db: Database): ((congressId: string, label: string) => Promise<SeatInHall | null>) => {
  const findPlan = toldPlanReader(db)
  return async (congressId, label) => {
    if (label === '') return null
    const [found] = await findPlan({ congressId })
    if (!found) return null
    const hall = await readHall(db.read, found.hallId, found.hallNumber)
    const at = placeCalled(hall, label)
    return at === undefined ? null : { hall, at }
  }
}

/** A seat at a rehearsal or a reception, by the name of the plan that was released. */
export interface OtherSeat {
  plan: string
  kind: SeatingKind
  seat: string
  door: string
}

/** Releases whose places are kept at the same time. */
const mostKept = 20

/**
 * Reads the seats besides the official one that a congress was told, by delegate, in the order of the plans. Only what a
 * release in force holds is told; a release never changes, so that what it holds is read once and kept.
 */
export const otherSeatsReader = (
  db: Database,
): ((congressId: string) => Promise<(delegateId: string) => OtherSeat[]>) => {
  const findReleases = otherReleasesReader(db)
  const kept = new Map<string, ReadonlyMap<string, ReleasedPlace>>()
  const placesOf = async (releaseId: string) => {
    const known = kept.get(releaseId)
    if (known) return known
    const places = await findReleasedPlaces(db.read, releaseId)
    const fromOpening = new Map(places.flatMap((place) => (place.phaseId === '' ? [[place.delegateId, place]] : [])))
    if (kept.size >= mostKept) kept.clear()
    kept.set(releaseId, fromOpening)
    return fromOpening
  }
  return async (congressId) => {
    const releases = await Promise.all(
      (await findReleases({ congressId })).map(async ({ name, kind, releaseId }) => ({
        ...{ plan: name, kind, places: await placesOf(releaseId) },
      })),
    )
    return (delegateId) =>
      releases.flatMap(({ plan, kind, places }) => {
        const place = places.get(delegateId)
        return place ? [{ plan, kind, seat: place.seat, door: place.door }] : []
      })
  }
}
