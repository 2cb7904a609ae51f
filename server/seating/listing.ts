import type { Row } from '../../db/rows.ts'
import type { Reader } from '../../db/open.ts'
import { listDelegates, type DelegateRecord } from '../delegates/queries.ts'
import { refused } from '../errors.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import type { Actor, Office } from '../office.ts'
import { about, requireCongress, requirePlan, type PlanAt } from './actions.ts'
import { readHall } from './halls.ts'
import { findRelease, findToldPlan } from './queries.ts'
import { listedElsewhere, listedTwice, seatToList, type PlanTold } from './rules/listed.ts'
import type { ListedSeats, ReleasedPlace } from './schema.ts'

/** What the list of delegates tells of seats, beside what the official plan told with its last release. */
export const showListedSeats = async (read: Reader, congressId: string): Promise<ListedSeats> => {
  const people = (await listDelegates(read, congressId)).filter(isListed)
  const listed = people.map(({ delegate: { id, seat, door }, person }) => ({ id, name: nameOf(person), seat, door }))
  const twice = listedTwice(listed).map(({ seat, people: sitting }) => ({
    seat,
    names: sitting.map(({ name }) => name),
  }))
  const official = await findToldPlan(read, congressId)
  const told = official && (await toldBy(read, official))
  if (!told) return { planId: null, told: [], elsewhere: [], twice }
  return {
    planId: official.id,
    told: [...told.seats].map(([delegateId, { seat, door }]) => ({ delegateId, seat, door })),
    elsewhere: listedElsewhere(listed, told).map(({ person, told: { seat, door } }) => ({
      ...{ delegateId: person.id, name: person.name },
      ...{ listedSeat: person.seat, listedDoor: person.door, seat, door },
      takenBy: listed.find(({ id }) => id !== person.id && told.seats.get(id)?.seat === person.seat)?.name ?? '',
    })),
    twice,
  }
}

/** Writes the seats that the official plan released into the list once more. */
export const listSeats = (office: Office, actor: Actor, { congressId, planId }: PlanAt): Promise<Done<void>> =>
  act(office, actor, about('seats-listed'), async (rows) => {
    await requireCongress(rows, congressId)
    const { plan } = await requirePlan(rows, congressId, planId)
    rows.say({ subject: plan.name })
    const told = await toldBy(rows.tx, plan)
    if (plan.kind !== 'official' || !told) throw refused('seats-not-told', 'The plan told no delegate a seat.')
    await tellDelegates(rows, congressId, told)
  })

/** Whether the list tells something else than these places. */
export const isListedElsewhere = async (read: Reader, congressId: string, told: PlanTold): Promise<boolean> => {
  const delegates = (await listDelegates(read, congressId)).filter(isListed).map(({ delegate }) => delegate)
  return listedElsewhere(delegates, told).length > 0
}

/** Writes seats and doors of a plan into the list. */
export const tellDelegates = async (rows: ActRows, congressId: string, told: PlanTold): Promise<void> => {
  for (const { delegate } of await listDelegates(rows.tx, congressId)) {
    const { seat, door } = seatToList(delegate.id, delegate, told)
    if (seat === delegate.seat && door === delegate.door) continue
    await rows.change('delegates', delegate.id, delegate.version, { seat, door })
  }
}

/** Seats from the opening on, as a release tells them. */
export const seatsTold = (places: readonly ReleasedPlace[]): PlanTold['seats'] =>
  new Map(places.flatMap((place) => (place.phaseId === '' ? [[place.delegateId, place] as const] : [])))

/** undefined = nothing was released. */
const toldBy = async (
  read: Reader,
  { id, hallId, releasedNumber }: Pick<Row<'seatingPlans'>, 'id' | 'hallId' | 'releasedNumber'>,
): Promise<PlanTold | undefined> => {
  const release = await findRelease(read, id, releasedNumber)
  if (!release) return undefined
  const hall = await readHall(read, release.hallId ?? hallId, release.hallNumber)
  const labels = new Set(hall.seats.map(({ label }) => label))
  return { seats: seatsTold(release.places), isInHall: (seat) => labels.has(seat) }
}

const isListed = ({ delegate }: DelegateRecord): boolean => delegate.standing === 'listed'

const nameOf = ({ printedName, name }: DelegateRecord['person']): string => printedName || name
