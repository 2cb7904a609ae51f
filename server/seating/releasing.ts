import { listDelegates } from '../delegates/queries.ts'
import { refused } from '../errors.ts'
import type { IndexedHall } from '../halls/rules/indexed.ts'
import { doorName, doorsOf, nearestDoor } from '../halls/rules/ways.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { about, listedNames, requireCongress, requirePlan, type PlanAt } from './actions.ts'
import { readHall } from './halls.ts'
import { findRelease, listPlaces } from './queries.ts'
import type { ReleasedPlace, SeatReleaseOrder } from './schema.ts'

/**
 * Releases a plan: a numbered copy of who sits where. Of the official plan, seats and doors go into the list of delegates,
 * from which every paper and every delegate's own page tells them. Refused where nothing changed, and where nobody sits.
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
    if (before && isSame(before.places, places))
      throw refused('nothing-to-release', 'Nothing changed since the release before.')
    const number = plan.releasedNumber + 1
    await rows.change('seatingPlans', planId, version, { releasedNumber: number })
    await rows.create('seatReleases', {
      ...{ id: newId(), planId, number, hallNumber: plan.hallNumber, places, note },
      ...{ releasedAt: office.now().toISOString(), releasedBy: actor.name },
    })
    if (plan.kind === 'official') await tellDelegates(rows, congressId, { before: before?.places ?? [], places })
    return { number }
  })

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

/** Whoever sits in the plan is told there; a seat that the release before told, and this one gives to nobody, goes. */
const tellDelegates = async (
  rows: ActRows,
  congressId: string,
  { before, places }: { before: readonly ReleasedPlace[]; places: readonly ReleasedPlace[] },
): Promise<void> => {
  const fromOpening = (each: readonly ReleasedPlace[]) =>
    new Map(each.flatMap((place) => (place.phaseId === '' ? [[place.delegateId, place] as const] : [])))
  const [told, now] = [fromOpening(before), fromOpening(places)]
  for (const { delegate } of await listDelegates(rows.tx, congressId)) {
    const { seat, door } = now.get(delegate.id) ?? {
      ...delegate,
      ...(told.get(delegate.id)?.seat === delegate.seat ? { seat: '', door: '' } : {}),
    }
    if (seat === delegate.seat && door === delegate.door) continue
    await rows.change('delegates', delegate.id, delegate.version, { seat, door })
  }
}
