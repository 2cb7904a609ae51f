import type { PlacedPiece } from './paginate.ts'
import type { PagePen, Stamp } from './pen.ts'

/** Draws the pieces of a page below `top`. */
export type Put = (placed: readonly PlacedPiece[], top: number) => void

/**
 * Pieces that were drawn before are shared: from their second time on, a run of them that stands together just as it
 * did is kept once in the file and only stamped. This makes the head, the fixed text and the signature of a thousand
 * invitations as small and as fast as one.
 */
export const stamper = (pen: PagePen): Put => {
  // What is read aloud belongs to one place of one paper.
  if (pen.tags) return drawAll
  const stamps = new Map<string, Stamp>()
  let count = 0
  const stampRun = (run: readonly PlacedPiece[], top: number) => {
    const [first] = run
    if (!first) return
    let key = ''
    for (const { piece, top: at } of run)
      key += `${String(piece.serial)}@${String(Math.round((at - first.top) * 100))} `
    let stamp = stamps.get(key)
    if (!stamp) {
      stamp = pen.record(() => {
        for (const { piece, top: at } of run) piece.draw(at - first.top)
      })
      stamps.set(key, stamp)
    }
    pen.stamp(stamp, { x: 0, y: top + first.top })
  }
  return (placed, top) => {
    let run: PlacedPiece[] = []
    for (const each of placed) {
      if (each.piece.serial !== undefined) {
        run.push(each)
        continue
      }
      if (run.length > 0) stampRun(run, top)
      run = []
      each.piece.draw(top + each.top)
      count += 1
      each.piece.serial = count
    }
    stampRun(run, top)
  }
}

const drawAll: Put = (placed, top) => {
  for (const { piece, top: at } of placed) piece.draw(top + at)
}
