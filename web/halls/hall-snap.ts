import type { Guide } from '../seats/seat-map-types.ts'

export interface Snapped {
  dx: number
  dy: number
  guides: Guide[]
}

/**
 * Draws a dragged part to the lines that others stand on. `from` is where the part stood, `xs` and `ys` are those lines
 * in rising order, `reach` how far they draw, all in centimetres. Where nothing draws, whole centimetres.
 */
export const snapped = (
  from: { x: number; y: number },
  dx: number,
  dy: number,
  xs: readonly number[],
  ys: readonly number[],
  reach: number,
): Snapped => {
  const x = nearest(xs, from.x + dx, reach)
  const y = nearest(ys, from.y + dy, reach)
  return {
    dx: x === null ? Math.round(dx) : x - from.x,
    dy: y === null ? Math.round(dy) : y - from.y,
    guides: [...(x === null ? [] : [{ x }]), ...(y === null ? [] : [{ y }])],
  }
}

const nearest = (lines: readonly number[], place: number, reach: number): number | null => {
  let [low, high] = [0, lines.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle] ?? 0) < place) low = middle + 1
    else high = middle
  }
  const beside = [lines[low - 1], lines[low]].filter((line) => line !== undefined)
  const best = beside.sort((one, other) => Math.abs(one - place) - Math.abs(other - place))[0]
  return best !== undefined && Math.abs(best - place) <= reach ? best : null
}

/** Numbers once each, in rising order. */
export const linesThrough = (places: Iterable<number>): number[] => {
  const lines = new Set<number>()
  for (const place of places) lines.add(Math.round(place * 100) / 100)
  return [...lines].sort((one, other) => one - other)
}
