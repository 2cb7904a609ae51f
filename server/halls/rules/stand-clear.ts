import type { FixtureKind, HallDrawing } from '../schema.ts'
import { moveParts, type Picked, type Place } from './edit.ts'
import type { Added } from './edit-add.ts'
import { cornersOf } from './indexed.ts'

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** Around the middle of a seat, in centimetres: so much of the floor it has to itself. */
const seatReach = 35
/** What goes aside keeps this far from others: an aisle, with room for the names of rows. */
const aside = 80
/** Squares of the floor are as wide as this at least, and so many stand beside one another at most. */
const leastSquare = 25
const mostSquares = 1000

/** What seats do not stand in. */
const solid: ReadonlySet<FixtureKind> = new Set(['stage', 'table', 'obstacle'])

/**
 * Moves what was just added to the nearest free place, where it stands in what the drawing had before: seats, tables and
 * whatever else is no floor. What belongs `isOnStage` stands on the stage.
 */
export const standClear = (before: HallDrawing, added: Added, isOnStage: boolean): Added => {
  const own = boxOf(boxesOf(added.drawing, added.picked))
  if (!own) return added
  const stages = before.levels.flatMap(({ fixtures }) => fixtures.filter(({ kind }) => kind === 'stage'))
  const taken = takenIn(before, (kind) => solid.has(kind) && !(isOnStage && kind === 'stage'))
  const [stage] = stages
  const middle = { x: (own.left + own.right) / 2, y: (own.top + own.bottom) / 2 }
  const wish = isOnStage && stage ? { x: stage.x, y: stage.y } : middle
  const free = nearestFree(taken, { width: own.right - own.left, height: own.bottom - own.top }, wish)
  const [dx, dy] = [free.x - middle.x, free.y - middle.y]
  if (dx === 0 && dy === 0) return added
  return { ...added, drawing: moveParts(added.drawing, added.picked, dx, dy) }
}

const boxesOf = ({ levels }: HallDrawing, { seats, fixtures }: Picked): Box[] =>
  levels.flatMap((level) => [
    ...level.blocks.flatMap(({ rows }) =>
      rows.flatMap((row) => row.seats.filter(({ id }) => seats.has(id)).map(around)),
    ),
    ...level.fixtures
      .filter(({ id }) => fixtures.has(id))
      .flatMap((fixture) => boxOf(pointsOf(cornersOf(fixture))) ?? []),
  ])

const takenIn = ({ levels }: HallDrawing, isTaken: (kind: FixtureKind) => boolean): Box[] =>
  levels.flatMap((level) => [
    ...level.blocks.flatMap(({ rows }) => rows.flatMap((row) => row.seats.map(around))),
    ...level.fixtures
      .filter(({ kind }) => isTaken(kind))
      .flatMap((fixture) => boxOf(pointsOf(cornersOf(fixture))) ?? []),
  ])

const around = ({ x, y }: Place): Box => ({
  ...{ left: x - seatReach, top: y - seatReach },
  ...{ right: x + seatReach, bottom: y + seatReach },
})

const pointsOf = (places: readonly Place[]): Box[] =>
  places.map(({ x, y }) => ({ left: x, top: y, right: x, bottom: y }))

/** What holds all of them; null = there are none. */
const boxOf = (boxes: readonly Box[]): Box | null => {
  const [first] = boxes
  if (!first) return null
  const all = { ...first }
  for (const { left, top, right, bottom } of boxes) {
    all.left = Math.min(all.left, left)
    all.top = Math.min(all.top, top)
    all.right = Math.max(all.right, right)
    all.bottom = Math.max(all.bottom, bottom)
  }
  return all
}

/** The nearest middle to the wished one around which a box of that size touches nothing. */
const nearestFree = (
  taken: readonly Box[],
  { width, height }: { width: number; height: number },
  wish: Place,
): Place => {
  const at = ({ x, y }: Place, more = aside): Box => ({
    ...{ left: x - width / 2 - more, top: y - height / 2 - more },
    ...{ right: x + width / 2 + more, bottom: y + height / 2 + more },
  })
  const all = boxOf([...taken, at(wish)])
  const isClear = (box: Box) =>
    taken.every(
      ({ left, top, right, bottom }) =>
        right <= box.left || left >= box.right || bottom <= box.top || top >= box.bottom,
    )
  if (!all || isClear(at(wish, 0))) return wish
  // Outside of all there is room: one box further to each side is looked at.
  const [left, top] = [all.left - width - aside, all.top - height - aside]
  const [wide, high] = [all.right + width + aside - left, all.bottom + height + aside - top]
  const square = Math.max(leastSquare, wide / mostSquares, high / mostSquares)
  const sums = new TakenSquares(taken, {
    left,
    top,
    square,
    across: Math.ceil(wide / square),
    down: Math.ceil(high / square),
  })
  let [best, nearest] = [{ x: wish.x, y: all.bottom + height / 2 + aside }, Infinity]
  for (let row = Math.ceil(-(wish.y - top) / square); wish.y + row * square < top + high; row += 1) {
    for (let column = Math.ceil(-(wish.x - left) / square); wish.x + column * square < left + wide; column += 1) {
      const away = row * row + column * column
      if (away >= nearest) continue
      const middle = { x: wish.x + column * square, y: wish.y + row * square }
      if (sums.has(at(middle))) continue
      ;[best, nearest] = [middle, away]
    }
  }
  return best
}

interface Squares {
  left: number
  top: number
  square: number
  across: number
  down: number
}

/** How many squares of the floor are taken, summed up from the upper left corner: a box is asked for in no time. */
class TakenSquares {
  readonly #squares: Squares
  readonly #sums: Uint32Array

  constructor(taken: readonly Box[], squares: Squares) {
    this.#squares = squares
    const { across, down } = squares
    const isTaken = new Uint8Array(across * down)
    for (const box of taken) {
      const { from, to, above, below } = this.#within(box)
      for (let row = above; row < below; row += 1) isTaken.fill(1, row * across + from, row * across + to)
    }
    this.#sums = new Uint32Array((across + 1) * (down + 1))
    for (let row = 0; row < down; row += 1) {
      let ofRow = 0
      for (let column = 0; column < across; column += 1) {
        ofRow += isTaken[row * across + column] ?? 0
        this.#sums[(row + 1) * (across + 1) + column + 1] = ofRow + (this.#sums[row * (across + 1) + column + 1] ?? 0)
      }
    }
  }

  /** Whether anything stands in a box. */
  has(box: Box): boolean {
    const { from, to, above, below } = this.#within(box)
    const wide = this.#squares.across + 1
    const upTo = (column: number, row: number) => this.#sums[row * wide + column] ?? 0
    return upTo(to, below) - upTo(from, below) - upTo(to, above) + upTo(from, above) > 0
  }

  /** Squares that a box touches, the last ones not included. */
  #within({ left, top, right, bottom }: Box) {
    const { square, across, down } = this.#squares
    const within = (value: number, most: number) => Math.min(most, Math.max(0, value))
    return {
      from: within(Math.floor((left - this.#squares.left) / square), across),
      to: within(Math.ceil((right - this.#squares.left) / square), across),
      above: within(Math.floor((top - this.#squares.top) / square), down),
      below: within(Math.ceil((bottom - this.#squares.top) / square), down),
    }
  }
}
