import type { Fixture, HallDrawing, Level, Seat, SeatRow } from '../schema.ts'
import { cornersOf, pitchOf } from './indexed.ts'
import { labelsOf } from './labels.ts'

export const hallFaultKinds = [
  'no-seat',
  'double-id',
  'no-place',
  'double-label',
  'overlap',
  'levels-overlap',
  'off-floor',
  'row-without-name',
  'seat-without-number',
] as const
export type HallFaultKind = (typeof hallFaultKinds)[number]

/** What is wrong with a drawing. */
export interface HallFault {
  kind: HallFaultKind
  /** The label that is double, or the name of a block or level; '' where it says nothing. */
  text: string
  /** Ids of the seats that it is about. */
  seats: string[]
  /** Such a drawing cannot be kept. */
  isSerious: boolean
}

const serious: ReadonlySet<HallFaultKind> = new Set(['double-id', 'no-place'])

/** Whatever a drawing has to be looked at for, what cannot be kept first. */
export const checkHall = (drawing: HallDrawing): HallFault[] => {
  const unsound = [...doubleIds(drawing), ...withoutPlace(drawing)]
  // Nothing more can be said of seats that are nowhere or two at once.
  if (unsound.length > 0) return unsound
  return [
    ...noSeat(drawing),
    ...doubleLabels(drawing),
    ...drawing.levels.flatMap((level) => [...overlaps(level), ...offFloor(level)]),
    ...levelsOverlap(drawing),
    ...unnamed(drawing),
  ]
}

const fault = (kind: HallFaultKind, text: string, seats: string[]): HallFault => ({
  ...{ kind, text, seats },
  isSerious: serious.has(kind),
})

const rowsOf = ({ blocks }: Level): SeatRow[] => blocks.flatMap(({ rows }) => rows)
const seatsOf = (level: Level): Seat[] => rowsOf(level).flatMap(({ seats }) => seats)
const allSeats = ({ levels }: HallDrawing): Seat[] => levels.flatMap(seatsOf)

const doubleIds = (drawing: HallDrawing): HallFault[] => {
  const seen = new Set<string>()
  const doubled = new Set<string>()
  const note = ({ id }: { id: string }) => (seen.has(id) ? doubled.add(id) : seen.add(id))
  for (const level of drawing.levels) {
    note(level)
    level.fixtures.forEach(note)
    for (const block of level.blocks) {
      note(block)
      for (const row of block.rows) {
        note(row)
        row.seats.forEach(note)
      }
    }
  }
  const ids = new Set(allSeats(drawing).map(({ id }) => id))
  return [...doubled].map((id) => fault('double-id', id, ids.has(id) ? [id] : []))
}

/** Centimetres from the corner of a drawing beyond which nothing is. */
const furthest = 100_000
const isPlace = ({ x, y }: { x: number; y: number }): boolean => Math.abs(x) <= furthest && Math.abs(y) <= furthest

const withoutPlace = (drawing: HallDrawing): HallFault[] => {
  const seats = allSeats(drawing).filter((seat) => !isPlace(seat))
  const fixtures = drawing.levels
    .flatMap((level) => level.fixtures)
    .filter(({ x, y, width, height, turn, corners }) => {
      return !(isPlace({ x, y }) && isPlace({ x: width, y: height }) && isFinite(turn) && corners.every(isPlace))
    })
  return [
    ...(seats.length > 0
      ? [
          fault(
            'no-place',
            '',
            seats.map(({ id }) => id),
          ),
        ]
      : []),
    ...fixtures.map(({ text }) => fault('no-place', text, [])),
  ]
}

const noSeat = (drawing: HallDrawing): HallFault[] =>
  allSeats(drawing).some(({ use }) => use !== 'blocked') ? [] : [fault('no-seat', '', [])]

const doubleLabels = (drawing: HallDrawing): HallFault[] => {
  const byLabel = new Map<string, string[]>()
  for (const [id, label] of labelsOf(drawing)) byLabel.set(label, [...(byLabel.get(label) ?? []), id])
  return [...byLabel].flatMap(([label, ids]) =>
    ids.length > 1 && label !== '' ? [fault('double-label', label, ids)] : [],
  )
}

/** Seats nearer to one another than this share of the usual distance stand in one another. */
const tooNear = 0.6

/** Tells each two seats that are less than `least` centimetres apart, by their places in the list, the later one first. */
const eachTooNear = (seats: readonly Seat[], least: number, tell: (at: number, other: number) => void): void => {
  // Of a stadium there are tens of thousands, after each stroke: a cell is called by a number, not by a text.
  const cells = new Map<number, number[]>()
  const across = Math.ceil((2 * furthest) / least) + 3
  for (const [at, seat] of seats.entries()) {
    const [column, row] = [Math.floor(seat.x / least), Math.floor(seat.y / least)]
    for (let beside = column - 1; beside <= column + 1; beside += 1) {
      for (let behind = row - 1; behind <= row + 1; behind += 1) {
        for (const other of cells.get(behind * across + beside) ?? []) {
          const known = seats[other]
          if (known && Math.hypot(known.x - seat.x, known.y - seat.y) < least) tell(at, other)
        }
      }
    }
    const key = row * across + column
    const cell = cells.get(key)
    if (cell) cell.push(at)
    else cells.set(key, [at])
  }
}

/** Levels that lie over one before them, with all of their seats: so they are moved aside as a whole. */
const levelsOverlap = (drawing: HallDrawing): HallFault[] => {
  if (drawing.levels.length === 1) return []
  const seats = drawing.levels.flatMap((level, at) => seatsOf(level).map((seat) => ({ ...seat, level: at })))
  const over = new Set<number>()
  eachTooNear(seats, pitchOf(drawing.levels.flatMap(rowsOf)) * tooNear, (at, other) => {
    const [one = 0, before = 0] = [seats[at]?.level, seats[other]?.level]
    if (one !== before) over.add(one)
  })
  return [...over].flatMap((at) => {
    const level = drawing.levels[at]
    if (!level) return []
    const ids = seatsOf(level).map(({ id }) => id)
    return [fault('levels-overlap', level.name || String(at + 1), ids)]
  })
}

/** Groups of seats that stand in one another. */
const overlaps = (level: Level): HallFault[] => {
  const seats = seatsOf(level)
  const least = pitchOf(rowsOf(level)) * tooNear
  const group = seats.map((_seat, at) => at)
  const first = (at: number): number => {
    let root = at
    while (group[root] !== root) root = group[root] ?? root
    return root
  }
  eachTooNear(seats, least, (at, other) => {
    group[first(at)] = first(other)
  })
  const groups = new Map<number, string[]>()
  for (const [at, { id }] of seats.entries()) {
    const root = first(at)
    if (root === at) continue
    const ids = groups.get(root)
    if (ids) ids.push(id)
    else groups.set(root, [seats[root]?.id ?? '', id])
  }
  return [...groups.values()].map((ids) => fault('overlap', level.name, ids))
}

/** Where a level says how far its floor reaches: seats that stand neither on it nor on a stage. */
const offFloor = (level: Level): HallFault[] => {
  const grounds = level.fixtures.filter(({ kind }) => kind === 'floor' || kind === 'stage')
  if (!grounds.some(({ kind }) => kind === 'floor')) return []
  const seats = seatsOf(level).filter((seat) => !grounds.some((ground) => standsOn(seat, ground)))
  return seats.length === 0
    ? []
    : [
        fault(
          'off-floor',
          level.name,
          seats.map(({ id }) => id),
        ),
      ]
}

/** Whether a place lies within a fixture. */
export const standsOn = (place: { x: number; y: number }, fixture: Fixture): boolean => {
  if (fixture.outline === 'ellipse') {
    const turn = (-fixture.turn * Math.PI) / 180
    const [dx, dy] = [place.x - fixture.x, place.y - fixture.y]
    const across = (dx * Math.cos(turn) - dy * Math.sin(turn)) / (fixture.width / 2)
    const down = (dx * Math.sin(turn) + dy * Math.cos(turn)) / (fixture.height / 2)
    return across * across + down * down <= 1
  }
  const corners = cornersOf(fixture)
  let isInside = false
  let before = corners.at(-1)
  for (const corner of corners) {
    if (before && corner.y > place.y !== before.y > place.y) {
      const edge = ((before.x - corner.x) * (place.y - corner.y)) / (before.y - corner.y) + corner.x
      if (place.x < edge) isInside = !isInside
    }
    before = corner
  }
  return isInside
}

const unnamed = (drawing: HallDrawing): HallFault[] =>
  drawing.levels.flatMap(({ blocks, name: level }) =>
    blocks.flatMap(({ rows, name }) => {
      const nameless = rows.filter((row) => row.name.trim() === '' && row.seats.length > 0)
      const numberless = rows.flatMap(({ seats }) => seats.filter(({ number }) => number.trim() === ''))
      const ids = (seats: Seat[]) => seats.map(({ id }) => id)
      return [
        ...(nameless.length > 0
          ? [fault('row-without-name', name || level, ids(nameless.flatMap(({ seats }) => seats)))]
          : []),
        ...(numberless.length > 0 ? [fault('seat-without-number', name || level, ids(numberless))] : []),
      ]
    }),
  )
