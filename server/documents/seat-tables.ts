import type { CardElement } from './cards.ts'
import { spacingOf } from './seat-layout.ts'
import { point, text, type ChartFixture, type ChartSeat, type Size } from './seat-parts.ts'

/** A seat with its place on a sheet, counted in seats from the left and from the stage. */
export interface Spot {
  seat: ChartSeat
  across: number
  down: number
}

/** A table with its upper left corner and its size, counted like its seats. */
export interface TableSpot extends Size {
  name: string
  isRound: boolean
  across: number
  down: number
}

/** Tables that stand on one sheet, with their seats. */
export interface TableSheet {
  /** Of the blocks that they are. */
  ids: string[]
  names: string[]
  spots: Spot[]
  tables: TableSpot[]
}

interface PlacedTable extends Omit<TableSheet, 'ids' | 'names'> {
  id: string
  table: ChartFixture
  wide: number
  deep: number
}

/** Between two tables, in seats. */
const between = 0.7

/**
 * Blocks that are a table with its seats around: as many on a sheet as can be read, where `cell` is the least room of a
 * seat, in the order in which they stand from the stage and from the left. Blocks that are no tables, or larger than a
 * sheet, are not among them.
 */
export const tableSheets = (
  blocks: ReadonlyMap<string, readonly ChartSeat[]>,
  fixtures: readonly ChartFixture[],
  { cell, room }: { cell: Size; room: Size },
): TableSheet[] => {
  const most = { wide: room.width / cell.width, deep: room.height / cell.height }
  const all = [...blocks]
    .flatMap(([id, seats]) => {
      const table = seats.every(({ row, isStage }) => row === '' && !isStage) && tableOf(seats, fixtures)
      return table ? [placedTable(id, seats, table)] : []
    })
    .filter(({ wide, deep }) => wide <= most.wide && deep <= most.deep)
  const slot = {
    wide: Math.max(...all.map(({ wide }) => wide)) + between,
    deep: Math.max(...all.map(({ deep }) => deep)) + between,
  }
  const columns = Math.floor((most.wide + between) / slot.wide)
  const perSheet = columns * Math.floor((most.deep + between) / slot.deep)
  // As many on the last sheet as on the others, or about.
  const sheets = Math.ceil(all.length / perSheet)
  const each = Math.ceil(all.length / sheets)
  const sorted = inRows(all)
  return Array.from({ length: all.length === 0 ? 0 : sheets }, (_nothing, sheet) => {
    const own = sorted.slice(sheet * each, (sheet + 1) * each)
    const moved = own.map(({ spots, tables, wide, deep }, at) => {
      const across = (at % columns) * slot.wide + (slot.wide - between - wide) / 2
      const down = Math.floor(at / columns) * slot.deep + (slot.deep - between - deep) / 2
      const move = <Part extends { across: number; down: number }>(part: Part): Part => ({
        ...{ ...part, across: part.across + across, down: part.down + down },
      })
      return { spots: spots.map(move), tables: tables.map(move) }
    })
    return {
      ids: own.map(({ id }) => id),
      names: own.map(({ table, spots }) => table.text || (spots[0]?.seat.blockName ?? '')),
      spots: moved.flatMap(({ spots }) => spots),
      tables: moved.flatMap(({ tables }) => tables),
    }
  })
}

/** The table in the middle of its seats. */
const tableOf = (seats: readonly ChartSeat[], fixtures: readonly ChartFixture[]): ChartFixture | undefined => {
  const [xs, ys] = [seats.map(({ x }) => x), seats.map(({ y }) => y)]
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  return fixtures.find(({ kind, x, y }) => kind === 'table' && x >= left && x <= right && y >= top && y <= bottom)
}

/** Seats as they stand around their table, with the room that all of it takes. */
const placedTable = (id: string, seats: readonly ChartSeat[], table: ChartFixture): PlacedTable => {
  const { pitch, depth: own } = spacingOf(seats)
  // Seats before and behind a long table are no deeper than that they do not reach onto it.
  const away = seats.map(({ y }) => Math.abs(y - table.y) - table.height / 2).filter((distance) => distance > 0)
  const depth = table.isRound ? own : Math.max(own / 2, Math.min(own, 2 * Math.min(...away)))
  const size = { width: table.width / pitch, height: table.height / depth }
  const [tableAcross, tableDown] = [table.x / pitch - size.width / 2, table.y / depth - size.height / 2]
  const [xs, ys] = [seats.map(({ x }) => x / pitch), seats.map(({ y }) => y / depth)]
  // A seat reaches half its room to each side of its middle.
  const left = Math.min(tableAcross, Math.min(...xs) - 0.5)
  const top = Math.min(tableDown, Math.min(...ys) - 0.5)
  const right = Math.max(tableAcross + size.width, Math.max(...xs) + 0.5)
  const bottom = Math.max(tableDown + size.height, Math.max(...ys) + 0.5)
  const { isRound, text: name } = table
  return {
    ...{ id, table, wide: right - left, deep: bottom - top },
    spots: seats.map((seat) => ({ seat, across: seat.x / pitch - 0.5 - left, down: seat.y / depth - 0.5 - top })),
    tables: [{ name, isRound, ...size, across: tableAcross - left, down: tableDown - top }],
  }
}

/** Row behind row from the stage on, each from the left: tables that stand a little askew are in one row. */
const inRows = (all: readonly PlacedTable[]): PlacedTable[] => {
  const rows: PlacedTable[][] = []
  for (const each of all.toSorted((one, other) => one.table.y - other.table.y)) {
    const row = rows.at(-1)
    const first = row?.[0]?.table
    if (row && first && each.table.y - first.y < first.height / 2) row.push(each)
    else rows.push([each])
  }
  return rows.flatMap((row) => row.toSorted((one, other) => one.table.x - other.table.x))
}

/** A table with its name, where `x` and `y` are its corner in millimetres. */
export const tableElements = (name: string, box: { x: number; y: number } & Size, isRound: boolean): CardElement[] => [
  { kind: 'frame', ...box, grey: 0.9, rule: 0.6, isPreprinted: false, isOval: isRound },
  ...(name === ''
    ? []
    : [text({ text: name, ...box, size: Math.min(12, (box.height * 0.4) / point), face: 'bold', isOneLine: false })]),
]
