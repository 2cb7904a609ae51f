import type { Reader } from '../../db/open.ts'
import { rowsOf } from '../documents/compose.ts'
import { findPrint, listPrints } from './queries.ts'
import type { PrintedSeats } from './schema.ts'
import { unpackSnapshot } from './snapshot.ts'

/** Papers that tell each delegate a seat: the card on it, and the list at the door. */
const tellingSeats = new Set(['seat-card', 'door-list'])
/** Prints of a congress that are looked at. */
const mostLookedAt = 200

/** The seat that each delegate was told on paper last. */
export const findPrintedSeats = async (read: Reader, congressId: string): Promise<PrintedSeats> => {
  const seats = new Map<string, string>()
  const prints = (await listPrints(read, congressId, mostLookedAt)).filter(({ kind }) => tellingSeats.has(kind))
  for (const { id } of prints) {
    const print = await findPrint(read, id)
    if (!print) continue
    const { making, chosen } = await unpackSnapshot(print.snapshot)
    const isPrinted = chosen ? new Set(chosen) : null
    // The list at the door is one paper of all.
    const isWhole = making.template.each !== 'row'
    for (const row of rowsOf(making)) {
      const seat = row.values['seat'] ?? ''
      const isOn = isWhole || isPrinted === null || isPrinted.has(row.id)
      if (isOn && seat !== '' && !seats.has(row.id)) seats.set(row.id, seat)
    }
  }
  return {
    at: prints[0]?.at ?? null,
    seats: [...seats].map(([delegateId, seat]) => ({ delegateId, seat })),
  }
}
