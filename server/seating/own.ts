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

/** A seat at a rehearsal or a reception, or in a later phase of the official plan, by the name of the plan or phase. */
export interface OtherSeat {
  plan: string
  kind: SeatingKind
  seat: string
  door: string
}

/** Releases whose places are kept at the same time. */
const mostKept = 20

/**
 * Reads the seats besides the official one that a congress was told, by delegate: later phases, then the other plans in
 * their order. Only what a release in force holds is told; a release never changes, so that what it holds is read once and
 * kept.
 */
export const otherSeatsReader = (
  db: Database,
): ((congressId: string) => Promise<(delegateId: string) => OtherSeat[]>) => {
  const [findReleases, findOfficial] = [otherReleasesReader(db), toldPlanReader(db)]
  const kept = new Map<string, ReadonlyMap<string, readonly ReleasedPlace[]>>()
  const placesOf = async (releaseId: string) => {
    const known = kept.get(releaseId)
    if (known) return known
    const places = new Map<string, ReleasedPlace[]>()
    for (const place of await findReleasedPlaces(db.read, releaseId)) {
      const own = places.get(place.delegateId)
      if (own) own.push(place)
      else places.set(place.delegateId, [place])
    }
    if (kept.size >= mostKept) kept.clear()
    kept.set(releaseId, places)
    return places
  }
  return async (congressId) => {
    const releases = await Promise.all(
      (await findReleases({ congressId })).map(async ({ name, kind, releaseId }) => ({
        ...{ plan: name, kind, places: await placesOf(releaseId) },
      })),
    )
    const [official] = await findOfficial({ congressId })
    const placesOfficially = official && (await placesOf(official.releaseId))
    const inPhases = (own: readonly ReleasedPlace[]): OtherSeat[] =>
      (official?.phases ?? []).flatMap(({ id, name }) => {
        const place = id === '' ? undefined : own.find(({ phaseId }) => phaseId === id)
        return place ? [{ plan: name, kind: 'official' as const, seat: place.seat, door: '' }] : []
      })
    return (delegateId) => [
      ...inPhases(placesOfficially?.get(delegateId) ?? []),
      ...releases.flatMap(({ plan, kind, places }) => {
        const place = places.get(delegateId)?.find(({ phaseId }) => phaseId === '')
        return place ? [{ plan, kind, seat: place.seat, door: place.door }] : []
      }),
    ]
  }
}
