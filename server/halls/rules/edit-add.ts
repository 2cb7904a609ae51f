import type { Block, Fixture, FixtureKind, HallDrawing, Level, Seat } from '../schema.ts'
import type { Picked, Place } from './edit.ts'
import { nameRows, numberSeats, type Numbering } from './numbering.ts'

export interface Added {
  drawing: HallDrawing
  /** What is new, so that it can be moved to where it belongs. */
  picked: Picked
}

const onLevel = (drawing: HallDrawing, levelId: string, change: (level: Level) => Level): HallDrawing => ({
  ...drawing,
  levels: drawing.levels.map((level) => (level.id === levelId ? change(level) : level)),
})

export interface NewBlock {
  name: string
  isStage: boolean
  rows: number
  seats: number
  seatPitch: number
  rowPitch: number
  /** How far the ends of a row come forward, in centimetres. */
  bend: number
  numbering: Numbering
}

const newSeat = (id: string, number: string, { x, y }: Place): Seat => ({
  ...{ id, number, x, y },
  ...{ use: 'ordinary', isStepFree: false },
})

/** Adds rows of seats around a place. */
export const addBlock = (
  drawing: HallDrawing,
  levelId: string,
  middle: Place,
  { name, isStage, rows, seats, seatPitch, rowPitch, bend, numbering }: NewBlock,
  newId: () => string,
): Added => {
  const across = Array.from({ length: seats }, (_nothing, at) => (at - (seats - 1) / 2) * seatPitch)
  const reach = Math.max(1, across.at(-1) ?? 1)
  const numbers = numberSeats(across, numbering)
  const block: Block = {
    ...{ id: newId(), name, isStage },
    rows: nameRows(rows, numbering).map((rowName, row) => ({
      ...{ id: newId(), name: rowName, tableId: null },
      seats: across.map((away, at) =>
        newSeat(newId(), numbers[at] ?? '', {
          x: middle.x + away,
          y: middle.y + (row - (rows - 1) / 2) * rowPitch - bend * (away / reach) ** 2,
        }),
      ),
    })),
  }
  return {
    drawing: onLevel(drawing, levelId, (level) => ({ ...level, blocks: [...level.blocks, block] })),
    picked: { seats: idsOf(block), fixtures: new Set() },
  }
}

const idsOf = ({ rows }: Block): ReadonlySet<string> => new Set(rows.flatMap(({ seats }) => seats.map(({ id }) => id)))

export interface NewTable {
  /** Of the table; its seats are called by it. */
  name: string
  isRound: boolean
  seats: number
}

const seatToTable = 45
const seatAtTable = 60

/** Adds a table with seats around it: all around a round one, along both sides of a long one. */
export const addTable = (
  drawing: HallDrawing,
  levelId: string,
  middle: Place,
  { name, isRound, seats }: NewTable,
  newId: () => string,
): Added => {
  const table: Fixture = { ...newFixture('table', middle, newId), text: name }
  const places: Place[] = []
  if (isRound) {
    const across = Math.max(120, (seats * seatAtTable) / Math.PI - 2 * seatToTable)
    Object.assign(table, { outline: 'ellipse', width: across, height: across })
    for (let at = 0; at < seats; at += 1) {
      const angle = (at / seats) * 2 * Math.PI - Math.PI / 2
      const away = across / 2 + seatToTable
      places.push({ x: middle.x + away * Math.cos(angle), y: middle.y + away * Math.sin(angle) })
    }
  } else {
    const side = Math.ceil(seats / 2)
    Object.assign(table, { width: Math.max(1, side) * seatAtTable, height: 80 })
    for (let at = 0; at < seats; at += 1) {
      const [place, row] = [at % side, at < side ? -1 : 1]
      places.push({ x: middle.x + (place - (side - 1) / 2) * seatAtTable, y: middle.y + row * (40 + seatToTable) })
    }
  }
  const row = {
    ...{ id: newId(), name, tableId: table.id },
    seats: places.map((place, at) => newSeat(newId(), String(at + 1), place)),
  }
  const block: Block = { id: newId(), name: '', isStage: false, rows: [row] }
  return {
    drawing: onLevel(drawing, levelId, (level) => ({
      ...level,
      ...{ blocks: [...level.blocks, block], fixtures: [...level.fixtures, table] },
    })),
    picked: { seats: idsOf(block), fixtures: new Set([table.id]) },
  }
}

/** Width and depth in centimetres that fixtures begin with. */
const sizes: Record<FixtureKind, [number, number]> = {
  stage: [1200, 350],
  table: [240, 80],
  aisle: [120, 800],
  door: [160, 30],
  floor: [2400, 2400],
  obstacle: [60, 60],
  text: [300, 50],
}

const newFixture = (kind: FixtureKind, { x, y }: Place, newId: () => string): Fixture => ({
  ...{ id: newId(), kind, outline: 'rectangle', x, y, turn: 0, corners: [], text: '' },
  ...{ width: sizes[kind][0], height: sizes[kind][1] },
})

export const addFixture = (
  drawing: HallDrawing,
  levelId: string,
  kind: FixtureKind,
  text: string,
  middle: Place,
  newId: () => string,
): Added => {
  const fixture = { ...newFixture(kind, middle, newId), text }
  return {
    drawing: onLevel(drawing, levelId, (level) => ({ ...level, fixtures: [...level.fixtures, fixture] })),
    picked: { seats: new Set(), fixtures: new Set([fixture.id]) },
  }
}

export const addLevel = (drawing: HallDrawing, name: string, newId: () => string): HallDrawing => ({
  ...drawing,
  levels: [...drawing.levels, { id: newId(), name, blocks: [], fixtures: [] }],
})

/** Takes an empty level out; one that holds anything stays, and so does the last. */
export const removeLevel = (drawing: HallDrawing, id: string): HallDrawing => ({
  ...drawing,
  levels:
    drawing.levels.length === 1
      ? drawing.levels
      : drawing.levels.filter((level) => level.id !== id || level.blocks.length + level.fixtures.length > 0),
})
