import type { Reader } from '../../db/open.ts'
import type { CongressFacts } from '../documents/facts.ts'
import type { ListRow } from '../documents/list-rows.ts'
import type { Fixture } from '../halls/schema.ts'
import type { IndexedHall, IndexedSeat } from '../halls/rules/indexed.ts'
import { shortLabel } from '../halls/rules/labels.ts'
import { doorName, doorsOf, nearestDoor } from '../halls/rules/ways.ts'
import { readHall } from '../seating/halls.ts'
import { listPlaces } from '../seating/queries.ts'
import { seatsIn } from '../seating/rules/occupancy.ts'
import { findPrintedPeople } from './printed-people.ts'
import { findSeatPlan } from './seat-plan.ts'

/** Of a stage on which nobody sits only its edge is drawn: so deep, in centimetres. */
const emptyStage = 100

/** Fixtures that a chart shows beside the seats. */
const shownFixtures = new Set(['door', 'table', 'stage'])

/**
 * The list `seats` of a congress that is seated by plan: every seat of the hall with who sits there from the opening on,
 * doors, tables and the stage, and for each later phase the blocks in which it puts anybody; as the plan was released last,
 * like all papers that tell seats, or as it stands before its first release. null = there is no plan.
 */
export const rowsOfPlan = async (read: Reader, { congress }: CongressFacts): Promise<ListRow[] | null> => {
  const found = await findSeatPlan(read, congress.id)
  if (!found) return null
  const { plan, release } = found
  const hall = await readHall(read, release?.hallId ?? plan.hallId, release?.hallNumber ?? plan.hallNumber)
  const people = new Map((await findPrintedPeople(read, congress.id)).map((row) => [row.id, row.values]))
  const places = release?.places ?? (await listPlaces(read, plan.id))
  const sittingIn = (phaseId: string) => {
    const personOn = new Map<string, ListRow['values']>()
    for (const [delegateId, seatId] of seatsIn(places, phaseId)) {
      const values = people.get(delegateId)
      if (values) personOn.set(seatId, values)
    }
    return personOn
  }
  const later = plan.phases.flatMap((phase) => {
    const given = places.flatMap(({ phaseId, seatId }) => (phaseId === phase.id && seatId !== null ? [seatId] : []))
    return phase.id === '' ? [] : rowsInPhase(hall, phase, { given, personOn: sittingIn(phase.id) })
  })
  return [...rowsInHall(hall, sittingIn('')), ...later]
}

/** The seats of the blocks in which a phase puts people, with who is there then: the tables of the stage, places to stand. */
export const rowsInPhase = (
  hall: IndexedHall,
  phase: { id: string; name: string },
  { given, personOn }: { given: readonly string[]; personOn: ReadonlyMap<string, ListRow['values']> },
): ListRow[] => {
  const blockOf = ({ level, block }: IndexedSeat) => `${String(level)} ${String(block)}`
  const used = new Set(
    given.flatMap((id) => {
      const seat = personOn.has(id) ? hall.seats[hall.placeOf.get(id) ?? -1] : undefined
      return seat ? [blockOf(seat)] : []
    }),
  )
  const doors = doorsOf(hall)
  return hall.seats.flatMap((seat): ListRow[] => {
    if (seat.use === 'blocked' || !used.has(blockOf(seat))) return []
    // Rows of several blocks stand in one drawing: each where it stands, and by no name.
    const values = { ...seatValues(hall, seat, personOn, doors), row: '' }
    return [{ id: `${phase.id} ${seat.id}`, values: { ...values, phaseId: phase.id, phase: phase.name } }]
  })
}

/** The same of a hall, with who sits on which seat, by its id. */
export const rowsInHall = (hall: IndexedHall, personOn: ReadonlyMap<string, ListRow['values']>): ListRow[] => {
  const isStageUsed = hall.seats.some(({ id, isStage }) => isStage && personOn.has(id))
  const placeOf = placeIn(hall)
  const taken = new Set(hall.seats.flatMap(({ id, level }) => (personOn.has(id) ? [level] : [])))
  // A balcony that stays empty would only make all seats smaller.
  const isShown = (level: number) => taken.size === 0 || taken.has(level)
  const doors = doorsOf(hall)
  const seats = hall.seats.flatMap((seat): ListRow[] => {
    if (seat.use === 'blocked' || (seat.isStage && !isStageUsed) || !isShown(seat.level)) return []
    return [{ id: seat.id, values: seatValues(hall, seat, personOn, doors) }]
  })
  const fixtures = hall.drawing.levels.flatMap((level, at) =>
    level.fixtures.map(isStageUsed ? (fixture) => fixture : edgeOfStage).flatMap((fixture): ListRow[] =>
      isShown(at) && shownFixtures.has(fixture.kind)
        ? [
            {
              id: fixture.id,
              values: {
                ...{ fixture: fixture.kind, name: fixture.text, ...placeOf(fixture) },
                ...{ width: String(fixture.width), height: String(fixture.height) },
                ...(fixture.outline === 'ellipse' ? { outline: fixture.outline } : {}),
              },
            },
          ]
        : [],
    ),
  )
  return [...seats, ...fixtures]
}

const placeIn =
  ({ bounds: { left, top } }: IndexedHall) =>
  ({ x, y }: { x: number; y: number }) => ({ x: String(x - left), y: String(y - top) })

/** A seat with its place and who sits there. */
const seatValues = (
  hall: IndexedHall,
  seat: IndexedSeat,
  personOn: ReadonlyMap<string, ListRow['values']>,
  doors: readonly Fixture[][],
): ListRow['values'] => {
  const { name = '', delegation = '', class: kind = '' } = personOn.get(seat.id) ?? {}
  const sits = { name, delegation: name === '' ? '' : delegation || kind }
  return { ...whereOf(hall, seat, doors), ...placeIn(hall)(seat), ...sits }
}

/** What of a seat's place its chart tells; rows around a table have no ends to be named at. */
const whereOf = (hall: IndexedHall, seat: IndexedSeat, doors: readonly Fixture[][]): ListRow['values'] => {
  const row = hall.rows[seat.row]
  const isTable = row !== undefined && row.tableId !== null && !seat.isStage
  const level = hall.drawing.levels[seat.level]
  const block = level?.blocks[seat.block]
  const door = nearestDoor(hall, seat.at, [...doors])
  return {
    ...{ seat: seat.label, short: shortLabel(row?.name ?? '', seat.number), number: seat.number },
    row: isTable ? '' : (row?.name ?? ''),
    // A table by itself is a block that nobody names.
    ...{ block: block?.id ?? '', blockName: block?.name || (isTable ? (row?.name ?? '') : '') },
    // Where there is but one level, it goes without saying.
    level: hall.drawing.levels.length > 1 ? (level?.name ?? '') : '',
    door: door ? doorName(door) : '',
    ...(seat.isStage ? { isStage: 'x' } : {}),
  }
}

/** The edge towards the hall. */
const edgeOfStage = (fixture: Fixture): Fixture => {
  if (fixture.kind !== 'stage' || fixture.height <= emptyStage || fixture.turn !== 0) return fixture
  return { ...fixture, y: fixture.y + (fixture.height - emptyStage) / 2, height: emptyStage }
}
