import type { Block, Fixture, HallDrawing, Seat, SeatRow, SeatUse, StagePart } from '../schema.ts'
import { labelsOf } from './labels.ts'

/** A seat with all that its place in the hall says of it. */
export interface IndexedSeat {
  /** Its place among the seats of the hall: level by level, block by block, row by row, from the left. */
  at: number
  id: string
  /** What it is called by in lists: «A12», «Ban công, A12». */
  label: string
  number: string
  /** Places of the level and block within the drawing, and of the row among all rows of the hall. */
  level: number
  block: number
  row: number
  x: number
  y: number
  use: SeatUse
  isStepFree: boolean
  /** On the stage, facing the hall. */
  isStage: boolean
  /** Whose alone it is on the stage; null = no one's, or not there. */
  stagePart: StagePart | null
  /**
   * How far in front it is: rows of the hall that stand side by side share it, 0 being the nearest to the stage; levels
   * follow one another. Of seats on the stage, 0 is the row nearest to the hall.
   */
  line: number
  /** Centimetres to the right of the middle of the hall as seen by whoever sits there: below zero, to the left. */
  offset: number
  /** Seats beside one another without an aisle between them share it. */
  segment: number
  /** Place in the segment, from the left as seen facing the stage, and whether it is its first or last beside an aisle. */
  place: number
  isAisle: boolean
}

/** Seats that stand beside one another. */
export interface Segment {
  level: number
  block: number
  row: number
  line: number
  isStage: boolean
  /** From the left as seen facing the stage. */
  seats: number[]
}

export interface IndexedRow {
  id: string
  name: string
  level: number
  block: number
  tableId: string | null
  /** From the left. */
  seats: number[]
}

export interface IndexedHall {
  drawing: HallDrawing
  seats: IndexedSeat[]
  rows: IndexedRow[]
  segments: Segment[]
  /** How many lines there are in front of the stage. */
  lines: number
  /** Place of a seat by its id. */
  placeOf: ReadonlyMap<string, number>
  /** Where the middle of the hall is, from the left. */
  axis: number
  /** The least distance between seats beside one another, or the usual one. */
  pitch: number
  /** What holds every part. */
  bounds: { left: number; top: number; right: number; bottom: number }
}

/** Between the middles of seats beside one another where a hall has no two of them. */
export const usualPitch = 55
/** Seats further apart than so many times the pitch have an aisle between them. */
const aisleFrom = 1.7
/** Rows whose depth differs by less stand side by side; those of one name, by a curve, up to the second. */
const sameLine = 30
const sameNamedLine = 250

/** Reads a drawing into seats that know where they are; seats count from the left and from the stage. */
export const indexHall = (drawing: HallDrawing): IndexedHall => {
  const labels = labelsOf(drawing)
  const found = rowsOf(drawing)
  const pitch = pitchOf(found.map(({ row }) => row))
  const axis = axisOf(drawing, found)
  const lines = linesOf(drawing, found)
  const seats: IndexedSeat[] = []
  const rows: IndexedRow[] = []
  const segments: Segment[] = []
  for (const [rowAt, { row, block, level, blockAt }] of found.entries()) {
    const indexed: IndexedRow = {
      ...{ id: row.id, name: row.name, level, block: blockAt, tableId: row.tableId, seats: [] },
    }
    rows.push(indexed)
    let segment: Segment | null = null
    let before: Seat | null = null
    for (const seat of row.seats) {
      if (!segment || (before && distance(before, seat) > pitch * aisleFrom)) {
        segment = { level, block: blockAt, row: rowAt, line: lines[rowAt] ?? 0, isStage: block.isStage, seats: [] }
        segments.push(segment)
      }
      // Field by field: spreads cost as much again, with every stroke in a hall that is drawn.
      seats.push({
        at: seats.length,
        id: seat.id,
        label: labels.get(seat.id) ?? seat.number,
        number: seat.number,
        level,
        block: blockAt,
        row: rowAt,
        x: seat.x,
        y: seat.y,
        use: seat.use,
        isStepFree: seat.isStepFree,
        isStage: block.isStage,
        stagePart: block.isStage ? (block.stagePart ?? null) : null,
        line: lines[rowAt] ?? 0,
        offset: block.isStage ? axis - seat.x : seat.x - axis,
        segment: segments.length - 1,
        place: segment.seats.length,
        isAisle: false,
      })
      segment.seats.push(seats.length - 1)
      indexed.seats.push(seats.length - 1)
      before = seat
    }
  }
  for (const { seats: places } of segments) {
    for (const end of [places[0], places.at(-1)]) {
      const seat = end === undefined ? undefined : seats[end]
      if (seat) seat.isAisle = true
    }
  }
  return {
    ...{ drawing, seats, rows, segments },
    lines: seats.reduce((most, { line, isStage }) => (isStage ? most : Math.max(most, line + 1)), 0),
    placeOf: new Map(seats.map(({ id, at }) => [id, at])),
    ...{ axis, pitch },
    bounds: boundsOf(drawing, pitch),
  }
}

interface FoundRow {
  row: SeatRow
  block: Block
  level: number
  blockAt: number
}

const rowsOf = ({ levels }: HallDrawing): FoundRow[] =>
  levels.flatMap(({ blocks }, level) =>
    blocks.flatMap((block, blockAt) => block.rows.map((row) => ({ row, block, level, blockAt }))),
  )

const distance = (one: { x: number; y: number }, other: { x: number; y: number }): number =>
  Math.hypot(one.x - other.x, one.y - other.y)

/** The middle one of the distances between neighbours in rows. */
/** The middle one of the distances between seats beside one another in these rows, or the usual one. */
export const pitchOf = (rows: readonly SeatRow[]): number => {
  const distances: number[] = []
  for (const { seats } of rows) {
    for (let at = 1; at < seats.length; at += 1) {
      const [one, other] = [seats[at - 1], seats[at]]
      if (one && other) distances.push(distance(one, other))
    }
  }
  const between = Float64Array.from(distances).sort()
  const middle = between[Math.floor(between.length / 2)] ?? 0
  return middle > 0 ? middle : usualPitch
}

/** Through the middle of the stage; without one, of the seats of the first level. */
const axisOf = ({ levels }: HallDrawing, rows: readonly FoundRow[]): number => {
  const stage = levels.flatMap(({ fixtures }) => fixtures).find(({ kind }) => kind === 'stage')
  if (stage) return stage.x
  const first = rows.find(({ row, block }) => !block.isStage && row.seats.length > 0)?.level
  let [left, right] = [Infinity, -Infinity]
  for (const { row, level } of rows) {
    if (level !== first) continue
    for (const { x } of row.seats) {
      left = Math.min(left, x)
      right = Math.max(right, x)
    }
  }
  return Number.isFinite(left) ? (left + right) / 2 : 0
}

/** The line of each row: level by level from the stage back; on the stage from the hall back. */
const linesOf = ({ levels }: HallDrawing, rows: readonly FoundRow[]): number[] => {
  const lines: number[] = rows.map(() => 0)
  const depths = rows.map(({ row: { seats }, block }) => {
    const middle = seats.reduce((sum, { y }) => sum + y, 0) / Math.max(1, seats.length)
    return block.isStage ? -middle : middle
  })
  const number = (isStage: boolean, level: number | null, from: number): number => {
    const here = rows.flatMap(({ block, level: at, row }, place) =>
      block.isStage === isStage && (level === null || at === level) && row.seats.length > 0 ? [place] : [],
    )
    here.sort((one, other) => (depths[one] ?? 0) - (depths[other] ?? 0))
    let line = from - 1
    let began = -Infinity
    const named = new Map<string, { line: number; depth: number }>()
    for (const place of here) {
      const depth = depths[place] ?? 0
      const name = rows[place]?.row.name ?? ''
      const like = name === '' ? undefined : named.get(name)
      if (like && depth - like.depth < sameNamedLine) {
        lines[place] = like.line
        continue
      }
      if (depth - began > sameLine) {
        line += 1
        began = depth
      }
      lines[place] = line
      named.set(name, { line, depth })
    }
    return line + 1
  }
  number(true, null, 0)
  let from = 0
  for (let level = 0; level < levels.length; level += 1) from = number(false, level, from)
  return lines
}

/** Corners of a fixture as they stand in the hall. */
export const cornersOf = ({ x, y, width, height, turn, corners, outline }: Fixture): { x: number; y: number }[] => {
  const [sine, cosine] = [Math.sin((turn * Math.PI) / 180), Math.cos((turn * Math.PI) / 180)]
  const half = { x: width / 2, y: height / 2 }
  const own =
    outline === 'polygon'
      ? corners
      : [
          { x: -half.x, y: -half.y },
          { x: half.x, y: -half.y },
          { x: half.x, y: half.y },
          { x: -half.x, y: half.y },
        ]
  return own.map((corner) => ({
    x: x + corner.x * cosine - corner.y * sine,
    y: y + corner.x * sine + corner.y * cosine,
  }))
}

const boundsOf = ({ levels }: HallDrawing, pitch: number): IndexedHall['bounds'] => {
  const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  const hold = (x: number, y: number, by: number) => {
    bounds.left = Math.min(bounds.left, x - by)
    bounds.right = Math.max(bounds.right, x + by)
    bounds.top = Math.min(bounds.top, y - by)
    bounds.bottom = Math.max(bounds.bottom, y + by)
  }
  for (const { blocks, fixtures } of levels) {
    for (const fixture of fixtures) for (const { x, y } of cornersOf(fixture)) hold(x, y, 0)
    for (const { rows } of blocks) {
      for (const { seats } of rows) for (const { x, y } of seats) hold(x, y, pitch / 2)
    }
  }
  return Number.isFinite(bounds.left) ? bounds : { left: 0, top: 0, right: 1000, bottom: 1000 }
}
