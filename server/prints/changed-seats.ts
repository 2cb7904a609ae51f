import type { Reader } from '../../db/open.ts'
import { rowsOf, type Making } from '../documents/compose.ts'
import { sheetId, type ChartSeat, type LostSeatTold } from '../documents/seat-parts.ts'
import { planSeats, type SeatPlan } from '../documents/seat-places.ts'
import type { Language } from '../format/dates.ts'
import type { Printable } from './hashes.ts'
import { findPrint, listPrints } from './queries.ts'
import { unpackSnapshot, type Snapshot } from './snapshot.ts'

/** Prints of a congress that are looked at for a sheet that was printed before. */
const mostLookedAt = 200

/**
 * By sheet, the seats in which somebody else sits, or that are called otherwise, than when the sheet was printed before; and
 * of the sheets of delegations the seats that each had then and has no more.
 */
export const changedSeats = async (
  read: Reader,
  congressId: string,
  {
    kind,
    language,
    making,
    printed,
  }: { kind: string; language: Language; making: Making; printed: readonly Printable[] },
): Promise<Required<Pick<Snapshot, 'marked' | 'lost'>>> => {
  const left = new Set(printed.map(({ rowId }) => rowId))
  const now = toldOf(making)
  const marked: Record<string, string[]> = {}
  const lost: Record<string, readonly LostSeatTold[]> = {}
  const before = (await listPrints(read, congressId, mostLookedAt)).filter(
    (print) => print.kind === kind && print.language === language,
  )
  for (const { id } of before) {
    if (left.size === 0) break
    const print = await findPrint(read, id)
    if (!print) continue
    const snapshot = await unpackSnapshot(print.snapshot)
    const sheets = [...left].filter((rowId) => isIn(snapshot, rowId))
    if (sheets.length === 0) continue
    const then = toldOf(snapshot.making)
    const seats = [...now].flatMap(([seatId, told]) => (then.get(seatId) === told ? [] : [seatId]))
    const had =
      making.template.each === 'delegation' ? lostSince(snapshot.making, making) : new Map<string, LostSeatTold[]>()
    for (const rowId of sheets) {
      marked[rowId] = seats
      const gone = had.get(rowId)
      if (gone) lost[rowId] = gone
      left.delete(rowId)
    }
  }
  return { marked, lost }
}

/** By sheet of a delegation, the seats that were its own and are no more. */
const lostSince = (before: Making, now: Making): Map<string, LostSeatTold[]> => {
  const ownerOf = new Map(seatedIn(now).map(({ id, delegation }) => [id, delegation]))
  const lost = new Map<string, LostSeatTold[]>()
  for (const { id, label, delegation } of seatedIn(before)) {
    if (ownerOf.get(id) === delegation) continue
    const rowId = sheetId('delegation', delegation, 0)
    lost.set(rowId, [...(lost.get(rowId) ?? []), { id, label }])
  }
  return lost
}

const seatedIn = (making: Making) => planSeats(rowsOf(making)).seats.filter(({ name }) => name.trim() !== '')

/** What is told of each seat, by its id. */
const toldOf = (making: Making): Map<string, string> =>
  new Map(
    everySeat(planSeats(rowsOf(making))).map(({ id, label, name, delegation }) => [
      id,
      JSON.stringify([label, name.trim(), delegation]),
    ]),
  )

const everySeat = ({ seats, phases }: SeatPlan): ChartSeat[] => [...seats, ...phases.flatMap((phase) => phase.seats)]

const isIn = ({ chosen }: Snapshot, rowId: string): boolean => chosen === null || chosen.includes(rowId)
