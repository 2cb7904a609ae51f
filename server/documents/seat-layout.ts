import type { ChartFixture, ChartHall, Size } from './seat-parts.ts'

interface Spot {
  x: number
  y: number
}

/** How close seats stand, in centimetres. */
export interface Spacing {
  /** Seats less wide than this, and as deep, touch none beside or behind them. */
  pitch: number
  /** Of seats less wide than the pitch: less deep than this they touch none behind them. */
  depth: number
}

/** Of a seat alone. */
const usual: Spacing = { pitch: 60, depth: 90 }
/** Deeper seats would look like no seats. */
const deepest = 1.9

/** How close the seats of a hall stand, whichever way its rows run. */
export const spacingOf = (seats: readonly Spot[]): Spacing => {
  const { left, top, right, bottom } = boundsOf(seats)
  const [width, height] = [right - left, bottom - top]
  const sparse = Math.max(Math.sqrt((width * height) / seats.length), width / seats.length, height / seats.length)
  let pitch = Infinity
  eachPair(seats, 2 * sparse, (across, down) => {
    const distance = Math.max(across, down)
    if (distance > 0 && distance < pitch) pitch = distance
  })
  if (!Number.isFinite(pitch)) return usual
  let depth = pitch * deepest
  eachPair(seats, pitch * deepest, (across, down) => {
    if (across < pitch * 0.95 && down > 0 && down < depth) depth = down
  })
  return { pitch, depth }
}

/** Tells how far apart any two seats are that stand within `reach` of each other, and some beyond. */
const eachPair = (seats: readonly Spot[], reach: number, look: (across: number, down: number) => void): void => {
  if (!(reach > 0)) return
  const cells = new Map<number, Spot[]>()
  const { left, top, right } = boundsOf(seats)
  const columns = Math.floor((right - left) / reach) + 3
  const cellOf = ({ x, y }: Spot) => (Math.floor((y - top) / reach) + 1) * columns + Math.floor((x - left) / reach) + 1
  for (const seat of seats) {
    const at = cellOf(seat)
    // Of each pair the one that comes later in the list looks at the other.
    for (const row of [at - columns, at, at + columns]) {
      for (const beside of [row - 1, row, row + 1]) {
        for (const { x, y } of cells.get(beside) ?? []) look(Math.abs(seat.x - x), Math.abs(seat.y - y))
      }
    }
    const own = cells.get(at)
    if (own) own.push(seat)
    else cells.set(at, [seat])
  }
}

interface Bounds {
  left: number
  top: number
  right: number
  bottom: number
}

const boundsOf = (spots: readonly Spot[]): Bounds => {
  const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const { x, y } of spots) {
    bounds.left = Math.min(bounds.left, x)
    bounds.top = Math.min(bounds.top, y)
    bounds.right = Math.max(bounds.right, x)
    bounds.bottom = Math.max(bounds.bottom, y)
  }
  return bounds
}

/** How a hall lies on a page: from centimetres to millimetres. */
export interface Placed {
  /** Millimetres of a centimetre. */
  across: number
  down: number
  x: (centimetres: number) => number
  y: (centimetres: number) => number
  /** Of a seat, in millimetres. */
  seat: Size
}

/** Of the room of a seat it takes this share: the rest is the gap to the next. */
const seatShare = 0.9

/**
 * A hall as large as a box of the page lets it be, in its middle from left to right; seats are no wider than `widest`. To
 * fill the box it is drawn up to `stretch` times as large one way as the other.
 */
export const placeHall = (
  { seats, sections, fixtures }: ChartHall,
  { x, y, width, height }: Spot & Size,
  { widest = Infinity, stretch = 1 }: { widest?: number; stretch?: number } = {},
): Placed => {
  const { pitch, depth } = spacingOf(seats)
  const own = boundsOf(seats)
  const { left, right, top, bottom } = boundsOf([
    { x: own.left - pitch / 2, y: own.top - depth / 2 },
    { x: own.right + pitch / 2, y: own.bottom + depth / 2 },
    ...fixtures.flatMap(cornersOf),
  ])
  const first = Math.min(top, ...sections.map((section) => section.y - depth / 2))
  const [widthMost, heightMost] = [Math.min(width / (right - left), widest / pitch), height / (bottom - first)]
  const across = Math.min(widthMost, heightMost * stretch)
  const down = Math.min(heightMost, across * stretch)
  const shift = x + (width - (right - left) * across) / 2
  return {
    across,
    down,
    x: (centimetres) => shift + (centimetres - left) * across,
    y: (centimetres) => y + (centimetres - first) * down,
    seat: { width: pitch * seatShare * across, height: depth * seatShare * down },
  }
}

const cornersOf = ({ x, y, width, height }: Pick<ChartFixture, 'x' | 'y' | 'width' | 'height'>): Spot[] => [
  { x: x - width / 2, y: y - height / 2 },
  { x: x + width / 2, y: y + height / 2 },
]
