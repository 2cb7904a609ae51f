import type { Database } from '../../db/open.ts'
import type { IndexedHall } from '../halls/rules/indexed.ts'
import { readHall } from './halls.ts'
import { releasedHallReader } from './queries.ts'

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
  const findHall = releasedHallReader(db)
  return async (congressId, label) => {
    if (label === '') return null
    const [found] = await findHall({ congressId })
    if (!found) return null
    const hall = await readHall(db.read, found.hallId, found.hallNumber)
    const at = placeCalled(hall, label)
    return at === undefined ? null : { hall, at }
  }
}
