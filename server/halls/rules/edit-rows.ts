import type { Block, HallDrawing, SeatRow } from '../schema.ts'
import { withBlocks, withRows, withSeats } from './edit.ts'
import { nameRows, numberSeats, type Numbering } from './numbering.ts'

/** Rows side by side, from the front. */
type Line = { row: SeatRow; block: Block }[]

/** Rows whose depths differ by no more stand side by side; those of one name by a curve, too. */
const sameLine = 30

const depthOf = ({ seats }: SeatRow, isStage: boolean): number => {
  const middle = seats.reduce((sum, { y }) => sum + y, 0) / Math.max(1, seats.length)
  return isStage ? -middle : middle
}

/** Lines of blocks: within a block each row is one; rows of several blocks go together in their order from the front. */
const linesOf = (blocks: readonly Block[]): Line[] => {
  const lines: (Line & { depth?: number })[] = []
  const ordered = blocks.map((block) => ({
    block,
    rows: block.rows
      .filter(({ seats, tableId }) => seats.length > 0 && tableId === null)
      .toSorted((one, other) => depthOf(one, block.isStage) - depthOf(other, block.isStage)),
  }))
  const front = Math.min(...ordered.map(({ block, rows }) => (rows[0] ? depthOf(rows[0], block.isStage) : Infinity)))
  for (const { block, rows } of ordered) {
    // A block that begins further back has its first row beside a later one of the others.
    const pitch = rows[0] && rows[1] ? depthOf(rows[1], block.isStage) - depthOf(rows[0], block.isStage) : Infinity
    const late = rows[0] ? depthOf(rows[0], block.isStage) - front : 0
    const skipped =
      Number.isFinite(pitch) && pitch > sameLine ? Math.round(Math.max(0, late - pitch * 0.75) / pitch) : 0
    for (const [at, row] of rows.entries()) (lines[at + skipped] ??= []).push({ row, block })
  }
  return lines
    .filter((line) => line !== undefined)
    .map((line) => line.toSorted((one, other) => leftOf(one) - leftOf(other)))
}

const leftOf = ({ row }: Line[number]): number => row.seats[0]?.x ?? 0

/**
 * Names rows and numbers seats anew by a rule: over all chosen blocks as one hall, aisles notwithstanding, or in each
 * block by itself. Chairs around a table are counted around it, and called as the table is.
 */
export const renumber = (
  drawing: HallDrawing,
  blockIds: ReadonlySet<string>,
  numbering: Numbering,
  isJoint: boolean,
): HallDrawing => {
  const names = new Map<string, string>()
  const numbers = new Map<string, string>()
  const number = (blocks: readonly Block[]) => {
    const lines = linesOf(blocks)
    const rowNames = nameRows(lines.length, numbering)
    const all = lines.flatMap((line) => line.flatMap(({ row }) => row.seats.map(({ x }) => x)))
    const middle = all.length > 0 ? (Math.min(...all) + Math.max(...all)) / 2 + 1e-6 : 0
    for (const [at, line] of lines.entries()) {
      for (const { row } of line) names.set(row.id, rowNames[at] ?? row.name)
      const seats = line.flatMap(({ row }) => row.seats)
      const places = seats.map(({ x }) => x)
      for (const [place, text] of numberSeats(places, numbering, middle).entries()) {
        const seat = seats[place]
        if (seat) numbers.set(seat.id, text)
      }
    }
  }
  for (const { blocks } of drawing.levels) {
    const chosen = blocks.filter(({ id }) => blockIds.has(id))
    for (const { rows } of chosen) {
      for (const { seats } of rows.filter(({ tableId }) => tableId !== null)) {
        for (const [place, { id }] of seats.entries()) numbers.set(id, String(numbering.firstSeat + place))
      }
    }
    if (isJoint) number(chosen)
    else for (const block of chosen) number([block])
  }
  const named = withRows(drawing, (row) => {
    const name = names.get(row.id)
    return name === undefined || name === row.name ? row : { ...row, name }
  })
  return withSeats(named, (seat) => {
    const text = numbers.get(seat.id)
    return text === undefined || text === seat.number ? seat : { ...seat, number: text }
  })
}

/** Bends the rows of blocks so that their ends come forward by so many centimetres; 0 makes them straight. */
export const curveRows = (drawing: HallDrawing, blockIds: ReadonlySet<string>, bend: number): HallDrawing => {
  const depths = new Map<string, number>()
  for (const { blocks } of drawing.levels) {
    const chosen = blocks.filter(({ id }) => blockIds.has(id))
    const xs = chosen.flatMap(({ rows }) => rows.flatMap(({ seats }) => seats.map(({ x }) => x)))
    if (xs.length === 0) continue
    const axis = (Math.min(...xs) + Math.max(...xs)) / 2
    const reach = Math.max(1, Math.max(...xs) - axis)
    for (const line of linesOf(chosen)) {
      const seats = line.flatMap(({ row }) => (row.tableId === null ? row.seats : []))
      const nearest = seats.toSorted((one, other) => Math.abs(one.x - axis) - Math.abs(other.x - axis))[0]
      for (const { id, x } of seats) depths.set(id, (nearest?.y ?? 0) - bend * ((x - axis) / reach) ** 2)
    }
  }
  return withSeats(drawing, (seat) => {
    const y = depths.get(seat.id)
    return y === undefined || y === seat.y ? seat : { ...seat, y }
  })
}

/** Another row behind the last one of a block, seat by seat like it. */
export const addRowBehind = (drawing: HallDrawing, blockId: string, newId: () => string): HallDrawing =>
  withBlocks(drawing, (blocks) =>
    blocks.some(({ id }) => id === blockId)
      ? blocks.map((block) => (block.id === blockId ? { ...block, rows: withRowBehind(block, newId) } : block))
      : blocks,
  )

const usualDepth = 95

const withRowBehind = ({ rows, isStage }: Block, newId: () => string): SeatRow[] => {
  const ordered = rows.toSorted((one, other) => depthOf(one, false) - depthOf(other, false))
  const [last, before] = [ordered.at(-1), ordered.at(-2)]
  if (!last) return rows
  const apart = before ? depthOf(last, false) - depthOf(before, false) : usualDepth
  const seats = last.seats.map(({ foreign: _foreign, ...seat }) => ({
    ...seat,
    id: newId(),
    y: seat.y + (apart || usualDepth),
  }))
  return [...rows, { id: newId(), name: isStage ? last.name : nextName(last.name), tableId: null, seats }]
}

/** «B» after «A», «AA» after «Z», «12» after «11»; what is neither stays to be named. */
const nextName = (name: string): string => {
  if (/^\d{1,6}$/u.test(name)) return String(Number(name) + 1)
  if (!/^[A-Z]{1,2}$/u.test(name)) return ''
  const letters = [...name].map((letter) => letter.charCodeAt(0) - 65)
  let at = letters.length - 1
  while (at >= 0 && letters[at] === 25) letters[at--] = 0
  if (at < 0) letters.unshift(0)
  else letters[at] = (letters[at] ?? 0) + 1
  return letters.map((letter) => String.fromCharCode(65 + letter)).join('')
}
