import type { Block, Fixture, HallDrawing, Level, Seat, SeatRow, StagePart } from '../schema.ts'
import { cornersOf } from './indexed.ts'

/** Parts of a drawing that something is done with, by id. */
export interface Picked {
  seats: ReadonlySet<string>
  fixtures: ReadonlySet<string>
}

export interface Place {
  x: number
  y: number
}

type Move = (place: Place) => Place

export const nothingPicked: Picked = { seats: new Set(), fixtures: new Set() }

/** Changes blocks of every level; levels of which nothing changed stay the same object. */
export const withBlocks = (drawing: HallDrawing, change: (blocks: Block[], level: Level) => Block[]): HallDrawing => ({
  ...drawing,
  levels: drawing.levels.map((level) => {
    const blocks = change(level.blocks, level)
    return blocks === level.blocks ? level : { ...level, blocks }
  }),
})

/** Maps a list, giving the very same list where nothing changed. */
const mapped = <Part>(parts: Part[], change: (part: Part) => Part): Part[] => {
  const next = parts.map(change)
  return next.some((part, at) => part !== parts[at]) ? next : parts
}

export const withRows = (drawing: HallDrawing, change: (row: SeatRow, block: Block) => SeatRow): HallDrawing =>
  withBlocks(drawing, (blocks) =>
    mapped(blocks, (block) => {
      const rows = mapped(block.rows, (row) => change(row, block))
      return rows === block.rows ? block : { ...block, rows }
    }),
  )

export const withSeats = (drawing: HallDrawing, change: (seat: Seat, row: SeatRow) => Seat): HallDrawing =>
  withRows(drawing, (row) => {
    const seats = mapped(row.seats, (seat) => change(seat, row))
    return seats === row.seats ? row : inOrder({ ...row, seats })
  })

export const withFixtures = (drawing: HallDrawing, change: (fixture: Fixture) => Fixture): HallDrawing => ({
  ...drawing,
  levels: drawing.levels.map((level) => {
    const fixtures = mapped(level.fixtures, change)
    return fixtures === level.fixtures ? level : { ...level, fixtures }
  }),
})

/** Seats of a plain row stand from the left; a row that was turned round is read from its other end. */
const inOrder = (row: SeatRow): SeatRow => {
  const [first, last] = [row.seats[0], row.seats.at(-1)]
  return first && last && row.tableId === null && last.x < first.x - 0.01
    ? { ...row, seats: row.seats.toReversed() }
    : row
}

const moveAll = (drawing: HallDrawing, { seats, fixtures }: Picked, move: Move, turn: number): HallDrawing =>
  withFixtures(
    withSeats(drawing, (seat) => (seats.has(seat.id) ? { ...seat, ...move(seat) } : seat)),
    (fixture) =>
      fixtures.has(fixture.id) ? { ...fixture, ...move(fixture), turn: (fixture.turn + turn) % 360 } : fixture,
  )

export const moveParts = (drawing: HallDrawing, picked: Picked, dx: number, dy: number): HallDrawing =>
  moveAll(drawing, picked, ({ x, y }) => ({ x: x + dx, y: y + dy }), 0)

/** The mean of all middles: it stays where it is however often one turns around it. */
const weightOf = ({ levels }: HallDrawing, { seats, fixtures }: Picked): Place => {
  const places = levels.flatMap((level) => [
    ...level.blocks.flatMap(({ rows }) => rows.flatMap((row) => row.seats.filter(({ id }) => seats.has(id)))),
    ...level.fixtures.filter(({ id }) => fixtures.has(id)),
  ])
  const mean = (pick: (place: Place) => number) =>
    places.reduce((sum, place) => sum + pick(place), 0) / Math.max(1, places.length)
  return { x: mean(({ x }) => x), y: mean(({ y }) => y) }
}

/** Turns around the middle of what is picked, by degrees clockwise. */
export const turnParts = (drawing: HallDrawing, picked: Picked, degrees: number): HallDrawing => {
  const { x: middleX, y: middleY } = weightOf(drawing, picked)
  const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
  const move: Move = ({ x, y }) => ({
    x: middleX + (x - middleX) * cosine - (y - middleY) * sine,
    y: middleY + (x - middleX) * sine + (y - middleY) * cosine,
  })
  return moveAll(drawing, picked, move, degrees)
}

/** Left and right change places, around the middle of what is picked. */
export const mirrorParts = (drawing: HallDrawing, picked: Picked): HallDrawing => {
  const { x: middle } = middleOf(drawing, picked)
  const moved = moveAll(drawing, picked, ({ x, y }) => ({ x: 2 * middle - x, y }), 0)
  return withFixtures(moved, (fixture) =>
    picked.fixtures.has(fixture.id)
      ? { ...fixture, turn: -fixture.turn || 0, corners: fixture.corners.map(({ x, y }) => ({ x: -x || 0, y })) }
      : fixture,
  )
}

/** Seats of one row, or a fixture: what is aligned and spread as one. */
interface Piece {
  picked: Picked
  left: number
  right: number
  top: number
  bottom: number
}

const piecesOf = ({ levels }: HallDrawing, { seats, fixtures }: Picked): Piece[] => {
  const pieces: Piece[] = []
  const add = (picked: Picked, places: readonly Place[]) => {
    if (places.length === 0) return
    const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)]
    const edges = { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
    pieces.push({ picked, ...edges })
  }
  for (const level of levels) {
    for (const { rows } of level.blocks) {
      for (const row of rows) {
        const own = row.seats.filter(({ id }) => seats.has(id))
        add({ seats: new Set(own.map(({ id }) => id)), fixtures: new Set() }, own)
      }
    }
    for (const fixture of level.fixtures) {
      if (fixtures.has(fixture.id)) add({ seats: new Set(), fixtures: new Set([fixture.id]) }, cornersOf(fixture))
    }
  }
  return pieces
}

const edgesOf = (pieces: readonly Piece[]) => ({
  left: Math.min(...pieces.map(({ left }) => left)),
  right: Math.max(...pieces.map(({ right }) => right)),
  top: Math.min(...pieces.map(({ top }) => top)),
  bottom: Math.max(...pieces.map(({ bottom }) => bottom)),
})

/** The middle of what is picked. */
export const middleOf = (drawing: HallDrawing, picked: Picked): Place => {
  const pieces = piecesOf(drawing, picked)
  if (pieces.length === 0) return { x: 0, y: 0 }
  const { left, right, top, bottom } = edgesOf(pieces)
  return { x: (left + right) / 2, y: (top + bottom) / 2 }
}

/** Between a level and the one that is drawn behind it, in centimetres. */
const betweenLevels = 300

/** Draws the level of a seat behind all others. */
export const moveLevelBehind = (drawing: HallDrawing, seatId: string): HallDrawing => {
  const isIts = ({ blocks }: Level) =>
    blocks.some(({ rows }) => rows.some(({ seats }) => seats.some(({ id }) => id === seatId)))
  const own = partsOf(drawing.levels.filter(isIts))
  const one = edgesOf(piecesOf(drawing, own))
  const others = edgesOf(piecesOf(drawing, partsOf(drawing.levels.filter((level) => !isIts(level)))))
  return moveParts(drawing, own, 0, others.bottom + betweenLevels - one.top)
}

const partsOf = (levels: readonly Level[]): Picked => ({
  seats: new Set(
    levels.flatMap(({ blocks }) =>
      blocks.flatMap(({ rows }) => rows.flatMap(({ seats }) => seats.map(({ id }) => id))),
    ),
  ),
  fixtures: new Set(levels.flatMap(({ fixtures }) => fixtures.map(({ id }) => id))),
})

export const alignments = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const
export type Alignment = (typeof alignments)[number]

/** Brings rows and fixtures to one edge or middle of all that is picked. */
export const alignParts = (drawing: HallDrawing, picked: Picked, to: Alignment): HallDrawing => {
  const pieces = piecesOf(drawing, picked)
  if (pieces.length < 2) return drawing
  const all = edgesOf(pieces)
  const away = ({ left, right, top, bottom }: Omit<Piece, 'picked'>): Place => {
    switch (to) {
      case 'left':
        return { x: all.left - left, y: 0 }
      case 'right':
        return { x: all.right - right, y: 0 }
      case 'centre':
        return { x: (all.left + all.right - left - right) / 2, y: 0 }
      case 'top':
        return { x: 0, y: all.top - top }
      case 'bottom':
        return { x: 0, y: all.bottom - bottom }
      case 'middle':
        return { x: 0, y: (all.top + all.bottom - top - bottom) / 2 }
    }
  }
  return pieces.reduce((next, piece) => {
    const { x, y } = away(piece)
    return moveParts(next, piece.picked, x, y)
  }, drawing)
}

/** Middles of rows and fixtures stand equally far apart, the outermost staying. */
export const spreadParts = (drawing: HallDrawing, picked: Picked, along: 'x' | 'y'): HallDrawing => {
  const pieces = piecesOf(drawing, picked)
  const middle = ({ left, right, top, bottom }: Piece) => (along === 'x' ? (left + right) / 2 : (top + bottom) / 2)
  pieces.sort((one, other) => middle(one) - middle(other))
  const [first, last] = [pieces[0], pieces.at(-1)]
  if (!first || !last || pieces.length < 3) return drawing
  const step = (middle(last) - middle(first)) / (pieces.length - 1)
  return pieces.reduce((next, piece, at) => {
    const by = middle(first) + at * step - middle(piece)
    return moveParts(next, piece.picked, along === 'x' ? by : 0, along === 'y' ? by : 0)
  }, drawing)
}

/** Takes parts out; rows and blocks that become empty go with them. */
export const removeParts = (drawing: HallDrawing, { seats, fixtures }: Picked): HallDrawing => ({
  ...drawing,
  levels: drawing.levels.map((level) => ({
    ...level,
    fixtures: level.fixtures.filter(({ id }) => !fixtures.has(id)),
    blocks: level.blocks.flatMap((block) => {
      const rows = block.rows.flatMap((row) => {
        const left = row.seats.filter(({ id }) => !seats.has(id))
        const tableId = row.tableId !== null && fixtures.has(row.tableId) ? null : row.tableId
        if (left.length === row.seats.length) return [tableId === row.tableId ? row : { ...row, tableId }]
        return left.length === 0 ? [] : [{ ...row, seats: left, tableId }]
      })
      return rows.length === 0 && block.rows.length > 0 ? [] : [{ ...block, rows }]
    }),
  })),
})

/** What another program told parts of its own by must not be told of a second one. */
const withoutIdentity = (foreign: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(foreign).filter(([name]) => !['uuid', 'seat_guid', 'zone_id'].includes(name)))

const copied = <Part extends { id: string; foreign?: Record<string, unknown> }>(part: Part, id: string): Part =>
  part.foreign ? { ...part, id, foreign: withoutIdentity(part.foreign) } : { ...part, id }

/** A second of each part, so far beside the first: seats of a block make a new block with the same rows. */
export const duplicateParts = (
  drawing: HallDrawing,
  picked: Picked,
  { dx, dy }: { dx: number; dy: number },
  newId: () => string,
): { drawing: HallDrawing; picked: Picked } => {
  const seats = new Set<string>()
  const twins = new Map([...picked.fixtures].map((id) => [id, newId()]))
  const levels = drawing.levels.map((level): Level => {
    const fixtures = level.fixtures.flatMap((fixture) => {
      const twin = twins.get(fixture.id)
      return twin === undefined ? [] : [{ ...copied(fixture, twin), x: fixture.x + dx, y: fixture.y + dy }]
    })
    const blocks = level.blocks.flatMap((block) => {
      const rows = block.rows.flatMap((row): SeatRow[] => {
        const own = row.seats.filter(({ id }) => picked.seats.has(id))
        if (own.length === 0) return []
        const twinSeats = own.map((seat) => ({ ...copied(seat, newId()), x: seat.x + dx, y: seat.y + dy }))
        for (const { id } of twinSeats) seats.add(id)
        const tableId = row.tableId === null ? null : (twins.get(row.tableId) ?? null)
        return [{ ...copied(row, newId()), seats: twinSeats, tableId }]
      })
      return rows.length === 0 ? [] : [{ ...block, id: newId(), rows }]
    })
    if (fixtures.length + blocks.length === 0) return level
    return { ...level, fixtures: [...level.fixtures, ...fixtures], blocks: [...level.blocks, ...blocks] }
  })
  return { drawing: { ...drawing, levels }, picked: { seats, fixtures: new Set(twins.values()) } }
}

/** Gives seats another use, or says whether they are reached without a step. */
export const changeSeats = (
  drawing: HallDrawing,
  seats: ReadonlySet<string>,
  change: Partial<Pick<Seat, 'use' | 'isStepFree' | 'number'>>,
): HallDrawing => withSeats(drawing, (seat) => (seats.has(seat.id) ? { ...seat, ...change } : seat))

export const changeFixture = (drawing: HallDrawing, id: string, change: Partial<Omit<Fixture, 'id'>>): HallDrawing =>
  withFixtures(drawing, (fixture) => (fixture.id === id ? { ...fixture, ...change } : fixture))

export const nameRow = (drawing: HallDrawing, ids: ReadonlySet<string>, name: string): HallDrawing =>
  withRows(drawing, (row) => (ids.has(row.id) ? { ...row, name } : row))

export const changeBlock = (
  drawing: HallDrawing,
  id: string,
  change: Partial<Pick<Block, 'name' | 'isStage'>>,
): HallDrawing =>
  withBlocks(drawing, (blocks) => mapped(blocks, (block) => (block.id === id ? { ...block, ...change } : block)))

/** Keeps a block of the stage for one table's people; null = for whoever belongs on the stage. */
export const giveBlockTo = (drawing: HallDrawing, id: string, part: StagePart | null): HallDrawing =>
  withBlocks(drawing, (blocks) =>
    mapped(blocks, (block) => {
      if (block.id !== id) return block
      const { stagePart: _before, ...rest } = block
      return part === null ? rest : { ...rest, stagePart: part }
    }),
  )

export const nameLevel = (drawing: HallDrawing, id: string, name: string): HallDrawing => ({
  ...drawing,
  levels: drawing.levels.map((level) => (level.id === id ? { ...level, name } : level)),
})

/** Seats and fixtures go to another level, seats in blocks and rows as they were. */
export const moveToLevel = (
  drawing: HallDrawing,
  picked: Picked,
  levelId: string,
  newId: () => string,
): HallDrawing => {
  const blocks: Block[] = []
  const fixtures: Fixture[] = []
  for (const level of drawing.levels) {
    if (level.id === levelId) continue
    fixtures.push(...level.fixtures.filter(({ id }) => picked.fixtures.has(id)))
    for (const block of level.blocks) {
      const rows = block.rows.flatMap((row) => {
        const own = row.seats.filter(({ id }) => picked.seats.has(id))
        if (own.length === 0) return []
        return [own.length === row.seats.length ? row : { ...copied(row, newId()), seats: own }]
      })
      const isWhole = block.rows.length === rows.length && rows.every((row, at) => row === block.rows[at])
      if (rows.length > 0) blocks.push({ ...block, id: isWhole ? block.id : newId(), rows })
    }
  }
  const movedSeats = new Set(blocks.flatMap(({ rows }) => rows.flatMap((row) => row.seats.map(({ id }) => id))))
  const moved = { seats: movedSeats, fixtures: new Set(fixtures.map(({ id }) => id)) }
  const left = removeParts(drawing, moved)
  return {
    ...drawing,
    levels: left.levels.map((level) =>
      level.id === levelId
        ? { ...level, blocks: [...level.blocks, ...blocks], fixtures: [...level.fixtures, ...fixtures] }
        : level,
    ),
  }
}
