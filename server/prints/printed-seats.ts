import type { Reader } from '../../db/open.ts'
import { rowsOf } from '../documents/compose.ts'
import { findPrint, listPrints } from './queries.ts'
import type { PrintedSeats } from './schema.ts'
import { unpackSnapshot } from './snapshot.ts'

/** The card that tells somebody a seat. */
const card = 'seat-card'
/** Prints of a congress that are looked at. */
const mostLookedAt = 200

/** Cards that were read last, by print, with the seat of each delegate: a print never changes. */
const kept = new Map<string, ReadonlyMap<string, string>>()
const mostKept = 50

const seatsOnPrint = async (read: Reader, id: string): Promise<ReadonlyMap<string, string>> => {
  const known = kept.get(id)
  if (known) return known
  const print = await findPrint(read, id)
  if (!print) return new Map()
  const { making, chosen } = await unpackSnapshot(print.snapshot)
  const isPrinted = chosen ? new Set(chosen) : null
  const seats = new Map(
    rowsOf(making).flatMap((row) => {
      const seat = row.values['seat'] ?? ''
      return seat !== '' && (isPrinted?.has(row.id) ?? true) ? [[row.id, seat] as const] : []
    }),
  )
  if (kept.size >= mostKept) kept.clear()
  kept.set(id, seats)
  return seats
}

/** The seat that the newest printed card of each delegate tells. */
export const findPrintedSeats = async (read: Reader, congressId: string): Promise<PrintedSeats> => {
  const seats = new Map<string, string>()
  const prints = (await listPrints(read, congressId, mostLookedAt)).filter(({ kind }) => kind === card)
  for (const { id } of prints) {
    for (const [delegateId, seat] of await seatsOnPrint(read, id)) {
      if (!seats.has(delegateId)) seats.set(delegateId, seat)
    }
  }
  return {
    at: prints[0]?.at ?? null,
    seats: [...seats].map(([delegateId, seat]) => ({ delegateId, seat })),
  }
}
