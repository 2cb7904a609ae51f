import type { CardPrint } from './queries.ts'
import type { OpenSheet } from './schema.ts'

/** A part-filled sheet with what tells whether a later print goes on with it. */
type Left = OpenSheet & { printId: string }

/**
 * The sheet of cards of each kind that a print left part-filled, the last one of those that no other print went on with.
 * Told from the prints, the first one first.
 */
export const openSheetsOf = (prints: readonly CardPrint[]): OpenSheet[] => {
  const piles = new Map<string, Left[]>()
  const last = new Map<string, string>()
  for (const print of prints) {
    const { id, kind, wish, perSheet, left, at } = print
    const isOverprint = wish.overprint !== null
    // Blanks that bear the rest are other sheets than plain paper.
    const key = JSON.stringify([kind, isOverprint])
    const pile = piles.get(key) ?? []
    piles.set(key, pile)
    const top = pile.at(-1)
    const isAfterJam = wish.fromSheet > 1
    // After a jam the end of the print before comes out once more; only its first sheet was begun by another.
    const isTaken = isAfterJam
      ? top?.printId === last.get(key)
      : top?.perSheet === perSheet && wish.skipped >= top.place - 1 && wish.skipped > 0
    if (isTaken) pile.pop()
    if (left > 0) pile.push({ kind, isOverprint, perSheet, place: perSheet - left + 1, at, printId: id })
    last.set(key, id)
  }
  return [...piles.values()].flatMap((pile) => pile.slice(-1).map(({ printId: _printId, ...sheet }) => sheet))
}
