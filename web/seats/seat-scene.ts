import type { IndexedHall } from '../../server/halls/rules/indexed.ts'
import { seatUses } from '../../server/halls/schema.ts'

/** Seats that one walks along with the left and right keys: rows side by side, over aisles. */
export interface Band {
  /** Of the stage, -1. */
  level: number
  /** From the left. */
  seats: number[]
}

/** A hall made ready for painting and for finding what is under a finger; arrays by the place of a seat. */
export interface SeatScene {
  hall: IndexedHall
  x: Float32Array
  y: Float32Array
  /** Radians that a seat is turned by to follow its row, within an eighth of a circle. */
  turn: Float32Array
  /** Place in `seatUses`. */
  use: Uint8Array
  /** Left, top, right, bottom of each row. */
  boxes: Float32Array
  /** Of a block or table they are centred ('middle'), of a row they stand left and right of it. */
  names: { x: number; y: number; text: string; side: 'left' | 'middle' | 'right' }[]
  /** From the back of the stage to the back of the hall. */
  bands: Band[]
  bandOf: Int32Array
  /** Width of a seat in centimetres. */
  side: number
  grid: Grid
}

interface Grid {
  cell: number
  left: number
  top: number
  columns: number
  rows: number
  /** Where the seats of a cell begin in `seats`; one more than there are cells. */
  starts: Int32Array
  seats: Int32Array
}

const mostCells = 1_000_000

export const sceneOf = (hall: IndexedHall): SeatScene => {
  const { seats } = hall
  const x = Float32Array.from(seats, (seat) => seat.x)
  const y = Float32Array.from(seats, (seat) => seat.y)
  const { bands, bandOf } = bandsOf(hall)
  return {
    ...{ hall, x, y, turn: turnsOf(hall) },
    use: Uint8Array.from(seats, ({ use }) => seatUses.indexOf(use)),
    boxes: boxesOf(hall),
    names: namesOf(hall, bands),
    ...{ bands, bandOf },
    side: hall.pitch * 0.82,
    grid: gridOf(hall, x, y),
  }
}

/** The seat whose middle is nearest to a place, no further than `reach` to any side; -1 = none. */
export const seatNear = ({ grid, x, y }: SeatScene, place: { x: number; y: number }, reach: number): number => {
  const from = (at: number, origin: number) => Math.floor((at - reach - origin) / grid.cell)
  const to = (at: number, origin: number) => Math.floor((at + reach - origin) / grid.cell)
  let found = -1
  let nearest = Infinity
  for (
    let row = Math.max(0, from(place.y, grid.top));
    row <= Math.min(grid.rows - 1, to(place.y, grid.top));
    row += 1
  ) {
    const last = Math.min(grid.columns - 1, to(place.x, grid.left))
    for (let column = Math.max(0, from(place.x, grid.left)); column <= last; column += 1) {
      const cell = row * grid.columns + column
      for (let at = grid.starts[cell] ?? 0; at < (grid.starts[cell + 1] ?? 0); at += 1) {
        const seat = grid.seats[at] ?? 0
        const away = Math.max(Math.abs((x[seat] ?? 0) - place.x), Math.abs((y[seat] ?? 0) - place.y))
        if (away <= reach && away < nearest) {
          nearest = away
          found = seat
        }
      }
    }
  }
  return found
}

/** Seats whose middle lies between two corners. */
export const seatsWithin = (
  { x, y }: SeatScene,
  one: { x: number; y: number },
  other: { x: number; y: number },
): number[] => {
  const [left, right] = [Math.min(one.x, other.x), Math.max(one.x, other.x)]
  const [top, bottom] = [Math.min(one.y, other.y), Math.max(one.y, other.y)]
  const found: number[] = []
  for (let at = 0; at < x.length; at += 1) {
    const [seatX, seatY] = [x[at] ?? 0, y[at] ?? 0]
    if (seatX >= left && seatX <= right && seatY >= top && seatY <= bottom) found.push(at)
  }
  return found
}

const turnsOf = ({ seats, rows }: IndexedHall): Float32Array => {
  const turns = new Float32Array(seats.length)
  for (const { seats: places, tableId } of rows) {
    if (tableId !== null) continue
    for (const [place, at] of places.entries()) {
      const [before, after] = [seats[places[place - 1] ?? at], seats[places[place + 1] ?? at]]
      if (!before || !after || before === after) continue
      const angle = Math.atan2(after.y - before.y, after.x - before.x)
      // A square looks the same after each quarter.
      turns[at] = angle - Math.round(angle / (Math.PI / 2)) * (Math.PI / 2)
    }
  }
  return turns
}

const boxesOf = ({ seats, rows, pitch }: IndexedHall): Float32Array => {
  const boxes = new Float32Array(rows.length * 4)
  for (const [row, { seats: places }] of rows.entries()) {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
    for (const at of places) {
      const seat = seats[at]
      if (!seat) continue
      left = Math.min(left, seat.x - pitch)
      right = Math.max(right, seat.x + pitch)
      top = Math.min(top, seat.y - pitch)
      bottom = Math.max(bottom, seat.y + pitch)
    }
    boxes.set([left, top, right, bottom], row * 4)
  }
  return boxes
}

const bandsOf = ({ seats }: IndexedHall): { bands: Band[]; bandOf: Int32Array } => {
  const byLine = new Map<number, Band>()
  for (const { at, line, level, isStage } of seats) {
    const key = isStage ? -1 - line : line
    const band = byLine.get(key) ?? { level: isStage ? -1 : level, seats: [] }
    band.seats.push(at)
    byLine.set(key, band)
  }
  const bands = [...byLine].sort(([one], [other]) => one - other).map(([, band]) => band)
  const bandOf = new Int32Array(seats.length)
  for (const [place, band] of bands.entries()) {
    band.seats.sort((one, other) => (seats[one]?.x ?? 0) - (seats[other]?.x ?? 0))
    for (const at of band.seats) bandOf[at] = place
  }
  return { bands, bandOf }
}

/** Aisles with room for one name, for one on either side, and such as are floor rather than aisles: in distances of seats. */
const aisles = { one: 1.9, both: 2.9, wide: 6 }
/** By so much of the distance of seats a row may bend before the eye takes another one for it. */
const mostBend = 0.3

/**
 * A row's name stands at both ends of all that bear it side by side, and beside an aisle where the row is bent, so that
 * the end is at the height of another one, or the aisle is wide; a block's name in front of it.
 */
const namesOf = ({ seats, rows, pitch, drawing }: IndexedHall, bands: readonly Band[]): SeatScene['names'] => {
  const names: SeatScene['names'] = []
  for (const { level, seats: places } of bands) {
    for (const [side, order, away, least] of [
      ['left', places, -0.75, aisles.one],
      ['right', [...places].reverse(), 0.75, aisles.both],
    ] as const) {
      // Where each name stands outermost on this side.
      const outermost = new Map<string, number>()
      let before: { x: number; row: number } | null = null
      for (const at of order) {
        const seat = seats[at]
        const row = seat && rows[seat.row]
        if (!row || level === -1 || row.name === '' || row.tableId !== null) continue
        const outerY = outermost.get(row.name)
        const aisle = before && before.row !== seat.row ? Math.abs(seat.x - before.x) / pitch : 0
        const isBent = outerY !== undefined && Math.abs(seat.y - outerY) > pitch * mostBend
        if (outerY === undefined || aisle >= aisles.wide || (aisle >= least && isBent)) {
          names.push({ x: seat.x + pitch * away, y: seat.y, text: row.name, side })
        }
        if (outerY === undefined) outermost.set(row.name, seat.y)
        before = { x: seat.x, row: seat.row }
      }
    }
  }
  const tables = new Map(drawing.levels.flatMap(({ fixtures }) => fixtures.map((fixture) => [fixture.id, fixture])))
  for (const { name, tableId } of rows) {
    const table = tableId === null ? undefined : tables.get(tableId)
    if (table && table.text === '' && name !== '') names.push({ x: table.x, y: table.y, text: name, side: 'middle' })
  }
  for (const { blocks } of drawing.levels) {
    for (const { name, isStage, rows: own } of blocks) {
      const places = own.flatMap(({ seats: row }) => row)
      if (name === '' || isStage || places.length === 0) continue
      let [left, right, top] = [Infinity, -Infinity, Infinity]
      for (const { x, y } of places) {
        left = Math.min(left, x)
        right = Math.max(right, x)
        top = Math.min(top, y)
      }
      names.push({ x: (left + right) / 2, y: top - pitch * 1.15, text: name, side: 'middle' })
    }
  }
  return names
}

const gridOf = ({ bounds, pitch }: IndexedHall, x: Float32Array, y: Float32Array): Grid => {
  const [width, height] = [bounds.right - bounds.left, bounds.bottom - bounds.top]
  const cell = Math.max(pitch, Math.sqrt((width * height) / mostCells), 1)
  const [columns, rows] = [Math.ceil(width / cell) + 1, Math.ceil(height / cell) + 1]
  const starts = new Int32Array(columns * rows + 1)
  const cellOf = (at: number) =>
    Math.floor(((y[at] ?? 0) - bounds.top) / cell) * columns + Math.floor(((x[at] ?? 0) - bounds.left) / cell)
  for (let at = 0; at < x.length; at += 1) {
    const next = cellOf(at) + 1
    starts[next] = (starts[next] ?? 0) + 1
  }
  for (let place = 1; place < starts.length; place += 1) starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0)
  const filled = starts.slice()
  const seats = new Int32Array(x.length)
  for (let at = 0; at < x.length; at += 1) {
    const own = cellOf(at)
    const place = filled[own] ?? 0
    seats[place] = at
    filled[own] = place + 1
  }
  return { cell, left: bounds.left, top: bounds.top, columns, rows, starts, seats }
}
