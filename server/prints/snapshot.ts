import type { Making } from '../documents/compose.ts'
import type { LostSeatTold } from '../documents/seat-parts.ts'
import { packMade, unpackMade } from '../documents/packing.ts'
import type { LeftOut, PrintOrder } from './schema.ts'

/** All that a print is made from: drawn from it again, it is the same byte for byte, whatever changed since. */
export interface Snapshot {
  making: Making
  order: PrintOrder
  /** Rows that are printed of those of the list; null = all. */
  chosen: readonly string[] | null
  madeAt: string
  /** By sheet, the seats that changed since it was printed before. */
  marked?: Readonly<Record<string, readonly string[]>>
  /** By sheet of a delegation, the seats that it had when it was printed before. */
  lost?: Readonly<Record<string, readonly LostSeatTold[]>>
  /** Of the first paper of a package: what is not in it. */
  leftOut?: LeftOut[]
}

export const packSnapshot = (snapshot: Snapshot): Promise<string> => packMade(snapshot)

export const unpackSnapshot = (packed: string): Promise<Snapshot> => unpackMade<Snapshot>(packed)
