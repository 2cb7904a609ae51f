import type { Reader } from '../../db/open.ts'
import type { CongressFacts } from '../documents/facts.ts'
import type { ListRow } from '../documents/list-rows.ts'
import type { Fixture } from '../halls/schema.ts'
import type { IndexedHall, IndexedSeat } from '../halls/rules/indexed.ts'
import { shortLabel } from '../halls/rules/labels.ts'
import { doorName, doorsOf, nearestDoor } from '../halls/rules/ways.ts'
import { readHall } from '../seating/halls.ts'
import { findRelease, listPlaces, listPlans } from '../seating/queries.ts'
import { seatsIn } from '../seating/rules/occupancy.ts'
import { findPrintedPeople } from './printed-people.ts'

/** Of a stage on which nobody sits only its edge is drawn: so deep, in centimetres. */
const emptyStage = 100

/** Fixtures that a chart shows beside the seats. */
const shownFixtures = new Set(['door', 'table', 'stage'])

/**
 * The list `seats` of a congress that is seated by plan: every seat of the hall with who sits there from the opening on, and
 * doors, tables and the stage; as the plan was released last, like all papers that tell seats, or as it stands before its
 * first release. Of several plans the first official one, else the first; null = there is none.
 */
export const rowsOfPlan = async (read: Reader, { congress }: CongressFacts): Promise<ListRow[] | null> => {
  const plans = await listPlans(read, congress.id)
  const plan = (plans.find((each) => each.plan.kind === 'official') ?? plans[0])?.plan
  if (!plan) return null
  const release = await findRelease(read, plan.id, plan.releasedNumber)
  const hall = await readHall(read, plan.hallId, release?.hallNumber ?? plan.hallNumber)
  const people = new Map((await findPrintedPeople(read, congress.id)).map((row) => [row.id, row.values]))
  const personOn = new Map<string, ListRow['values']>()
  for (const [delegateId, seatId] of seatsIn(release?.places ?? (await listPlaces(read, plan.id)), '')) {
    const values = people.get(delegateId)
    if (values) personOn.set(seatId, values)
  }
  return rowsInHall(hall, personOn)
}

/** The same of a hall, with who sits on which seat, by its id. */
export const rowsInHall = (hall: IndexedHall, personOn: ReadonlyMap<string, ListRow['values']>): ListRow[] => {
  const isStageUsed = hall.seats.some(({ id, isStage }) => isStage && personOn.has(id))
  const { left, top } = hall.bounds
  const placeOf = ({ x, y }: { x: number; y: number }) => ({ x: String(x - left), y: String(y - top) })
  const taken = new Set(hall.seats.flatMap(({ id, level }) => (personOn.has(id) ? [level] : [])))
  // A balcony that stays empty would only make all seats smaller.
  const isShown = (level: number) => taken.size === 0 || taken.has(level)
  const doors = doorsOf(hall)
  const seats = hall.seats.flatMap((seat): ListRow[] => {
    if (seat.use === 'blocked' || (seat.isStage && !isStageUsed) || !isShown(seat.level)) return []
    const { name = '', delegation = '', class: kind = '' } = personOn.get(seat.id) ?? {}
    const sits = { name, delegation: name === '' ? '' : delegation || kind }
    return [{ id: seat.id, values: { ...whereOf(hall, seat, doors), ...placeOf(seat), ...sits } }]
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
              },
            },
          ]
        : [],
    ),
  )
  return [...seats, ...fixtures]
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
