import {
  mostCorners,
  mostFixtures,
  mostLevels,
  mostRows,
  mostSeats,
  seatUses,
  stageParts,
  type Block,
  type HallDrawing,
  type Level,
  type Seat,
  type SeatRow,
  type SeatUse,
} from '../schema.ts'
import { usualPitch } from './indexed.ts'
import { fixtureOf, isNumber, listOf, numberOr, ownOf, placeOf, restOf, textOf, type Place } from './pretix-parts.ts'
import { isRaw, PretixRefusal, readJson, type PretixFault, type Raw } from './pretix-text.ts'

export interface PretixRead {
  /** What the plan is called; '' = it does not say. */
  name: string
  drawing: HallDrawing
  /** Members that this program has no use for («seat.radius»): kept, and written out again. */
  kept: string[]
  /** Members that are not kept. */
  dropped: string[]
}

interface Names {
  /** Of the block that a name of a row comes up in for the second time: «Khối 2». */
  block: (number: number) => string
  newId: () => string
}

/** Units of that format between seats, where a file does not say: so far apart its own editor puts them. */
export const usualUnits = 25

/** Reads a seating plan of the open format of pretix: all of it or, with a reason, nothing. */
export const readPretix = (text: string, names: Names): PretixRead | { fault: PretixFault } => {
  try {
    return readPlan(text, names)
  } catch (error) {
    if (error instanceof PretixRefusal) return { fault: error.fault }
    throw error
  }
}

const readPlan = (text: string, names: Names): PretixRead => {
  const { value, dropped } = readJson(text)
  if (!isRaw(value) || !Array.isArray(value['zones'])) throw new PretixRefusal({ kind: 'not-a-plan' })
  const zones = listOf(value['zones'])
  limit('zones', zones.length, mostLevels)
  const rows = zones.flatMap((zone) => listOf(zone['rows']))
  limit('rows', rows.length, mostRows)
  const seats = rows.reduce((sum, row) => sum + listOf(row['seats']).length, 0)
  if (seats === 0) throw new PretixRefusal({ kind: 'no-seat' })
  limit('seats', seats, mostSeats)
  const own = ownOf(value)
  const asked = own['scale']
  const scale = isNumber(asked) && isScale(asked) ? asked : scaleOf(rows)
  const ids = idsOf(names.newId)
  const levels = zones.map((zone, at) => levelOf(zone, { scale, ids, names, where: `zones[${at}]` }))
  const foreign = own['isOwn'] === true ? undefined : { ...restOf(value, 'zones'), scale }
  return {
    name: nameOf(value),
    drawing: { levels, ...(foreign && { foreign }) },
    kept: extrasOf(value, zones, rows),
    dropped,
  }
}

const mostName = 120

/** In one line, cut where a hall cannot be called so much. */
const nameOf = ({ name }: Raw): string =>
  typeof name === 'string'
    ? name
        .normalize('NFC')
        .replaceAll(/[\s\p{Cc}]+/gu, ' ')
        .slice(0, mostName)
        .trim()
    : ''

const limit = (what: 'seats' | 'rows' | 'zones' | 'areas' | 'corners', count: number, most: number): void => {
  if (count > most) throw new PretixRefusal({ kind: 'too-many', what, count, most })
}

/** Centimetres for a unit: the middle one of the distances between neighbours is the usual one. */
const scaleOf = (rows: readonly Raw[]): number => {
  const between: number[] = []
  for (const row of rows) {
    let before: Place | null = null
    for (const [at, seat] of listOf(row['seats']).entries()) {
      const place = placeOf(seat, seatWhere(row, seat, at))
      const apart = before ? Math.hypot(place.x - before.x, place.y - before.y) : 0
      if (apart > 0) between.push(apart)
      before = place
    }
  }
  between.sort((one, other) => one - other)
  const scale = usualPitch / (between[between.length >> 1] ?? usualUnits)
  return isScale(scale) ? scale : usualPitch / usualUnits
}

const isScale = (scale: number): boolean => scale > 0.001 && scale < 1000

type Kind = 'seat' | 'row' | 'zone' | 'area'

/** Gives each part the id that the file gives it, refusing one that two parts have, or a new one. */
const idsOf = (newId: () => string) => {
  const seen = new Set<string>()
  return (kind: Kind, ...given: unknown[]): string => {
    const id = given.find((each): each is string => typeof each === 'string' && /\S/u.test(each)) ?? newId()
    if (id.length > 100) throw new PretixRefusal({ kind: 'too-long', where: kind, most: 100, text: id.slice(0, 40) })
    if (seen.has(id)) throw new PretixRefusal({ kind: 'double-id', what: kind, id })
    seen.add(id)
    return id
  }
}

interface Reading {
  scale: number
  ids: ReturnType<typeof idsOf>
  names: Names
  where: string
}

const levelOf = (zone: Raw, reading: Reading): Level => {
  const { scale, ids, where } = reading
  const at = zone['position'] === undefined ? { x: 0, y: 0 } : placeOf(zone, where)
  const areas = listOf(zone['areas'])
  limit('areas', areas.length, mostFixtures)
  const own = ownOf(zone)
  const id = ids('zone', zone['uuid'], zone['zone_id'])
  const foreign = own['isOwn'] === true ? undefined : restOf(zone, 'name', 'rows', 'areas', 'uuid')
  return {
    ...{ id, name: textOf(zone['name'], 60, `${where}.name`) },
    blocks: blocksOf(zone, at, reading),
    fixtures: areas.map((area, place) => {
      const here = `${where}.areas[${place}]`
      const fixture = fixtureOf(area, ids('area', area['uuid']), at, scale, here)
      limit('corners', fixture.corners.length, mostCorners)
      const said = ownOf(area)
      // One that was changed here still tells what it was before.
      const rest = said['isOwn'] === true ? undefined : isRaw(said['before']) ? said['before'] : restOf(area, 'uuid')
      return { ...fixture, ...(rest && { foreign: rest }) }
    }),
    ...(foreign && { foreign }),
  }
}

/** Blocks that this program wrote; else a new one begins where a row's name comes up again. */
const blocksOf = (zone: Raw, at: Place, reading: Reading): Block[] => {
  const { ids, names, where } = reading
  const blocks: Block[] = listOf(ownOf(zone)['blocks']).map((block) => ({
    id: ids('row', block['id']),
    name: textOf(block['name'], 60, `${where}.${String(block['id'])}`),
    ...{ isStage: block['isStage'] === true, rows: [] },
    ...stagePartOf(block),
  }))
  const areWritten = blocks.length > 0
  let used = new Set<string>()
  for (const [place, row] of listOf(zone['rows']).entries()) {
    const read = rowOf(row, at, reading, `${where}.rows[${place}]`)
    if (areWritten) {
      const wanted = ownOf(row)['block']
      const block = blocks[isNumber(wanted) ? wanted : 0] ?? blocks[0]
      block?.rows.push(read)
      continue
    }
    const last = blocks.at(-1)
    if (!last || (read.name !== '' && used.has(read.name))) {
      blocks.push({ id: ids('row'), name: '', isStage: false, rows: [read] })
      used = new Set()
    } else last.rows.push(read)
    used.add(read.name)
  }
  if (!areWritten && blocks.length > 1)
    for (const [number, block] of blocks.entries()) block.name = names.block(number + 1)
  return blocks
}

const stagePartOf = ({ stagePart }: Raw): Pick<Block, 'stagePart'> => {
  const known = stageParts.find((each) => each === stagePart)
  return known ? { stagePart: known } : {}
}

const seatWhere = (row: Raw, seat: Raw, at: number): string =>
  [row['row_number'], seat['seat_number'] ?? at + 1]
    .filter((each) => typeof each !== 'object')
    .join('-')
    .slice(0, 40)

/** Some files call several seats by one `seat_guid`: what tells them apart is their `uuid`. */
const knownOfSeat = (seat: Raw): string[] =>
  seat['seat_guid'] === (seat['uuid'] ?? seat['seat_guid'])
    ? ['seat_number', 'uuid', 'seat_guid']
    : ['seat_number', 'uuid']

const rowOf = (row: Raw, zone: Place, { scale, ids }: Reading, where: string): SeatRow => {
  const at = row['position'] === undefined ? { x: 0, y: 0 } : placeOf(row, where)
  const own = ownOf(row)
  const seats = listOf(row['seats']).map((seat, place): Seat => {
    const here = seatWhere(row, seat, place)
    const from = placeOf(seat, here)
    const said = ownOf(seat)
    const x = numberOr(said['x'], (zone.x + at.x + from.x) * scale)
    const y = numberOr(said['y'], (zone.y + at.y + from.y) * scale)
    if (Math.abs(x) > 100_000 || Math.abs(y) > 100_000) throw new PretixRefusal({ kind: 'no-place', where: here })
    const use = seatUses.find((each): each is SeatUse => each === said['use']) ?? 'ordinary'
    const rest = said['isOwn'] === true ? undefined : restOf(seat, ...knownOfSeat(seat))
    const foreign = rest && isRaw(said['from']) ? { ...rest, position: said['from'] } : rest
    return {
      id: ids('seat', seat['uuid'], seat['seat_guid']),
      number: textOf(seat['seat_number'], 20, here),
      ...{ x, y, use, isStepFree: said['isStepFree'] === true },
      ...(foreign && { foreign }),
    }
  })
  const [first, last] = [seats[0], seats.at(-1)]
  const table = own['table']
  const tableId = typeof table === 'string' ? table : null
  // Some files count a row from the right.
  if (first && last && last.x < first.x && tableId === null) seats.reverse()
  const foreign = own['isOwn'] === true ? undefined : restOf(row, 'row_number', 'seats', 'uuid')
  return {
    ...{ id: ids('row', row['uuid']), name: textOf(row['row_number'], 20, where), seats, tableId },
    ...(foreign && { foreign }),
  }
}

/** Names of members that are no part of the format as it is known here. */
const extrasOf = (plan: Raw, zones: readonly Raw[], rows: readonly Raw[]): string[] => {
  const found = new Set<string>()
  const look = (kind: string, raw: Raw, known: readonly string[]) => {
    for (const name of Object.keys(raw)) if (!known.includes(name)) found.add(`${kind}.${name}`)
  }
  look('plan', plan, ['name', 'categories', 'zones', 'size', 'tien_toi'])
  for (const zone of zones) {
    look('zone', zone, ['name', 'zone_id', 'uuid', 'position', 'rows', 'areas', 'tien_toi'])
    for (const area of listOf(zone['areas'])) look('area', area, knownOfArea)
  }
  for (const row of rows) {
    look('row', row, ['position', 'row_number', 'row_number_position', 'row_label', 'seats', 'uuid', 'tien_toi'])
    for (const seat of listOf(row['seats'])) {
      look('seat', seat, ['seat_number', 'seat_guid', 'uuid', 'position', 'category', 'tien_toi'])
    }
  }
  return [...found]
}

const knownOfArea = [
  ...['shape', 'color', 'border_color', 'rotation', 'uuid', 'position', 'text', 'rectangle', 'circle', 'ellipse'],
  ...['polygon', 'tien_toi'],
]
