import type { Fixture, HallDrawing, Level, Seat, SeatRow } from '../schema.ts'
import { usualPitch } from './indexed.ts'
import { fixtureOf, isNumber, ownKey, placeOf, type Place } from './pretix-parts.ts'
import { usualUnits } from './pretix-read.ts'
import type { Raw } from './pretix-text.ts'

/** What the format wants a word for and a hall that was drawn here has none for. */
interface Names {
  plan: string
  category: string
}

/**
 * A hall as a seating plan of the open format of pretix. What came from such a file goes out as it came, numbers and
 * unknown members included; what the format has no word for stands under a member of our own.
 */
export const writePretix = (drawing: HallDrawing, names: Names): string => {
  const { levels, foreign } = drawing
  const { scale: given, ...rest } = foreign ?? {}
  const scale = isNumber(given) && given > 0 ? given : usualPitch / usualUnits
  const category = firstCategory(rest['categories']) ?? names.category
  return JSON.stringify({
    ...(foreign ? {} : { name: names.plan, categories: [{ name: category, color: '#64708a' }] }),
    ...(foreign ? {} : { size: sizeOf(drawing, scale) }),
    ...rest,
    zones: levels.map((level) => zoneOf(level, scale, category)),
    [ownKey]: { scale, ...(foreign ? {} : { isOwn: true }) },
  })
}

const firstCategory = (categories: unknown): string | null => {
  const first: unknown = Array.isArray(categories) ? categories[0] : null
  const name = typeof first === 'object' && first !== null && 'name' in first ? first.name : null
  return typeof name === 'string' ? name : null
}

const sizeOf = ({ levels }: HallDrawing, scale: number): { width: number; height: number } => {
  let [width, height] = [0, 0]
  for (const { blocks, fixtures } of levels) {
    const seats = blocks.flatMap(({ rows }) => rows.flatMap((row) => row.seats))
    for (const { x, y } of seats) [width, height] = [Math.max(width, x), Math.max(height, y)]
    for (const each of fixtures) {
      width = Math.max(width, each.x + each.width / 2)
      height = Math.max(height, each.y + each.height / 2)
    }
  }
  return { width: Math.ceil(width / scale) + usualUnits, height: Math.ceil(height / scale) + usualUnits }
}

/** A place that a file gave, where there is one. */
const givenPlace = (foreign: Raw | undefined): Place => {
  const position = foreign?.['position']
  return typeof position === 'object' && position !== null ? placeOf({ position }, '') : { x: 0, y: 0 }
}

const zoneOf = (level: Level, scale: number, category: string): Raw => {
  const { id, name, blocks, fixtures, foreign } = level
  const at = givenPlace(foreign)
  return {
    ...(foreign ? {} : { zone_id: id, position: { x: 0, y: 0 } }),
    ...foreign,
    ...{ name, uuid: id },
    rows: blocks.flatMap(({ rows }, block) => rows.map((row) => writtenRow(row, block, at, scale, category))),
    areas: fixtures.map((fixture) => areaOf(fixture, at, scale)),
    [ownKey]: {
      blocks: blocks.map(({ rows: _rows, ...block }) => block),
      ...(foreign ? {} : { isOwn: true }),
    },
  }
}

const writtenRow = (row: SeatRow, block: number, zone: Place, scale: number, category: string): Raw => {
  const { id, name, seats, tableId, foreign } = row
  const first = seats[0]
  const at = foreign
    ? givenPlace(foreign)
    : { x: (first?.x ?? 0) / scale - zone.x, y: (first?.y ?? 0) / scale - zone.y }
  return {
    ...(foreign ? {} : { position: at, row_number_position: 'start' }),
    ...foreign,
    ...{ row_number: name, uuid: id },
    seats: seats.map((seat) => writtenSeat(seat, { x: zone.x + at.x, y: zone.y + at.y }, scale, category)),
    [ownKey]: { block, ...(tableId === null ? {} : { table: tableId }), ...(foreign ? {} : { isOwn: true }) },
  }
}

const writtenSeat = (seat: Seat, row: Place, scale: number, category: string): Raw => {
  const { id, number, x, y, use, isStepFree, foreign } = seat
  const given = givenPlace(foreign)
  const isWhereItWas = foreign !== undefined && (row.x + given.x) * scale === x && (row.y + given.y) * scale === y
  const position = isWhereItWas ? given : { x: x / scale - row.x, y: y / scale - row.y }
  const own = {
    ...(use === 'ordinary' ? {} : { use }),
    ...(isStepFree ? { isStepFree } : {}),
    // A division and its multiplication do not always meet again.
    ...((row.x + position.x) * scale === x ? {} : { x }),
    ...((row.y + position.y) * scale === y ? {} : { y }),
    ...(foreign ? (isWhereItWas ? {} : { from: given }) : { isOwn: true }),
  }
  return {
    seat_guid: id,
    ...(foreign ? {} : { category }),
    ...foreign,
    ...{ seat_number: number, uuid: id, position },
    ...(Object.keys(own).length > 0 ? { [ownKey]: own } : {}),
  }
}

const areaOf = (fixture: Fixture, zone: Place, scale: number): Raw => {
  const { id, foreign, ...rest } = fixture
  if (foreign) {
    const { foreign: _none, ...before } = { foreign: null, ...fixtureOf(foreign, id, zone, scale, '') }
    if (JSON.stringify(sorted(before)) === JSON.stringify(sorted({ id, ...rest }))) return { ...foreign, uuid: id }
  }
  const { kind, outline, x, y, width, height, turn, corners, text } = rest
  const angle = (turn * Math.PI) / 180
  const isBox = outline === 'rectangle' && kind !== 'text'
  const [left, top] = isBox ? [width / 2, height / 2] : [0, 0]
  const given = foreign?.['text']
  return {
    ...{ color: '#f4f0eb', border_color: '#8b8177' },
    ...foreign,
    ...{ uuid: id, rotation: turn, shape: kind === 'text' ? 'text' : outline },
    position: {
      x: (x - left * Math.cos(angle) + top * Math.sin(angle)) / scale - zone.x,
      y: (y - left * Math.sin(angle) - top * Math.cos(angle)) / scale - zone.y,
    },
    text: {
      ...{ position: { x: left / scale, y: top / scale }, color: '#333333' },
      ...(typeof given === 'object' ? given : {}),
      text,
      ...(kind === 'text' ? { size: height / scale } : {}),
    },
    ...(isBox ? { rectangle: { width: width / scale, height: height / scale } } : {}),
    ...(outline === 'ellipse' ? { ellipse: { radius: { x: width / 2 / scale, y: height / 2 / scale } } } : {}),
    ...(outline === 'polygon'
      ? { polygon: { points: corners.map((each) => ({ x: each.x / scale, y: each.y / scale })) } }
      : {}),
    [ownKey]: {
      kind,
      outline,
      x,
      y,
      width,
      height,
      turn,
      corners,
      ...(foreign ? { before: foreign } : { isOwn: true }),
    },
  }
}

const sorted = (fixture: object): [string, unknown][] =>
  Object.entries(fixture).sort(([one], [other]) => (one < other ? -1 : 1))
