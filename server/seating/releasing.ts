import { refused } from '../errors.ts'
import type { IndexedHall } from '../halls/rules/indexed.ts'
import { doorName, doorsOf, nearestDoor } from '../halls/rules/ways.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { about, listedNames, requireCongress, requirePlan, type PlanAt } from './actions.ts'
import { readHall } from './halls.ts'
import { isListedElsewhere, seatsTold, tellDelegates } from './listing.ts'
import { findRelease, listPlaces } from './queries.ts'
import type { PlanTold } from './rules/listed.ts'
import type { ReleasedPlace, SeatReleaseOrder } from './schema.ts'

/**
 * Releases a plan: a numbered copy of who sits where. Of the official plan, seats and doors go into the list of delegates,
 * from which every paper and every delegate's own page tells them. Refused where nothing changed and the list tells it, and
 * where nobody sits.
 */
export const releasePlan = (
  office: Office,
  actor: Actor,
  { congressId, planId }: PlanAt,
  { note, version }: SeatReleaseOrder,
): Promise<Done<{ number: number }>> =>
  act(office, actor, about('seating-released'), async (rows) => {
    await requireCongress(rows, congressId)
    const { plan } = await requirePlan(rows, congressId, planId)
    rows.say({ subject: plan.name })
    const hall = await readHall(rows.tx, plan.hallId, plan.hallNumber)
    const places = await placesToRelease(rows, { congressId, planId }, hall)
    if (places.length === 0) throw refused('seating-empty', 'Nobody has a seat in the plan.')
    const before = await findRelease(rows.tx, planId, plan.releasedNumber)
    const told = toldWith(hall, { before: before?.places ?? [], places })
    const isToBeTold = plan.kind === 'official' && (await isListedElsewhere(rows.tx, congressId, told))
    const isHallSame = before?.hallNumber === plan.hallNumber && (before.hallId ?? plan.hallId) === plan.hallId
    if (before && isHallSame && isSame(before.places, places) && !isToBeTold)
      throw refused('nothing-to-release', 'Nothing changed since the release before.')
    const number = plan.releasedNumber + 1
    await rows.change('seatingPlans', planId, version, { releasedNumber: number })
    await rows.create('seatReleases', {
      ...{ id: newId(), planId, number, hallId: plan.hallId, hallNumber: plan.hallNumber, places, note },
      ...{ releasedAt: office.now().toISOString(), releasedBy: actor.name },
    })
    if (plan.kind === 'official') await tellDelegates(rows, congressId, told)
    return { number }
  })

/** A seat that the release before told, and this one gives to nobody, is told no more even where the hall lost it. */
const toldWith = (
  hall: IndexedHall,
  { before, places }: { before: readonly ReleasedPlace[]; places: readonly ReleasedPlace[] },
): PlanTold => {
  const labels = new Set([...hall.seats.map(({ label }) => label), ...before.map(({ seat }) => seat)])
  return { seats: seatsTold(places), isInHall: (seat) => labels.has(seat) }
}

const placesToRelease = async (
  rows: ActRows,
  { congressId, planId }: PlanAt,
  hall: IndexedHall,
): Promise<ReleasedPlace[]> => {
  const listed = await listedNames(rows, congressId)
  const doors = doorsOf(hall)
  return (await listPlaces(rows.tx, planId)).flatMap(({ delegateId, phaseId, seatId }) => {
    const at = seatId === null ? undefined : hall.placeOf.get(seatId)
    if (at === undefined || seatId === null || !listed.has(delegateId)) return []
    const door = nearestDoor(hall, at, doors)
    const seat = hall.seats[at]?.label ?? ''
    return [{ delegateId, phaseId, seatId, seat, door: door ? doorName(door) : '' }]
  })
}

const keyOf = ({ delegateId, phaseId, seatId, seat, door }: ReleasedPlace): string =>
  JSON.stringify([delegateId, phaseId, seatId, seat, door])

const isSame = (one: readonly ReleasedPlace[], other: readonly ReleasedPlace[]): boolean => {
  const known = new Set(one.map(keyOf))
  return one.length === other.length && other.every((place) => known.has(keyOf(place)))
}
