import type { Reader } from '../../db/open.ts'
import { findDrawing, listHallsOf, listHallsOfUnits } from '../halls/queries.ts'
import { indexHall, type IndexedHall } from '../halls/rules/indexed.ts'
import { notFound } from '../errors.ts'
import { lineOfUnit } from '../units/queries.ts'
import type { SeatingHall } from './schema.ts'

/** Halls that were read last, by hall and version: a version never changes. */
const kept = new Map<string, IndexedHall>()
const mostKept = 6

/** A version of a hall with where each seat is. */
export const readHall = async (read: Reader, hallId: string, number: number): Promise<IndexedHall> => {
  const key = `${hallId} ${String(number)}`
  const known = kept.get(key)
  if (known) {
    // The one asked for last goes last.
    kept.delete(key)
    kept.set(key, known)
    return known
  }
  const drawing = await findDrawing(read, hallId, number)
  if (!drawing) throw notFound()
  const hall = indexHall(drawing)
  kept.set(key, hall)
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break
    kept.delete(oldest)
  }
  return hall
}

/** Halls in which a congress may be seated: those of its venue, then of its unit's and of the units above. */
export const hallsFor = async (
  read: Reader,
  { unitId, venueId }: { unitId: string; venueId: string | null },
): Promise<SeatingHall[]> => {
  const own = venueId === null ? [] : await listHallsOf(read, venueId)
  const others = await listHallsOfUnits(read, await lineOfUnit(read, unitId))
  const isOwn = new Set(own.map(({ hall }) => hall.id))
  return [...own, ...others.filter(({ hall }) => !isOwn.has(hall.id))].map(({ hall, venueName }) => ({
    ...{ id: hall.id, name: hall.name, venueName, seats: hall.seats },
    isVenue: hall.venueId === venueId,
  }))
}
