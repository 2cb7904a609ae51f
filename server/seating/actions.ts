import type { Row } from '../../db/rows.ts'
import { findCongress } from '../congresses/queries.ts'
import { listDelegates } from '../delegates/queries.ts'
import { invalid, notFound, refused, stale } from '../errors.ts'
import type { IndexedHall } from '../halls/rules/indexed.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import { findHall, listVersions } from '../halls/queries.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { planOf } from './board.ts'
import { hallsFor, readHall } from './halls.ts'
import {
  findPlan,
  findStageOrder,
  listAllReleases,
  listNeeds,
  listPlaces,
  listPlans,
  listRules,
  type PlanRecord,
} from './queries.ts'
import { takenTwice } from './rules/occupancy.ts'
import { isOpen } from './rules/open.ts'
import {
  mostPlans,
  type HallChoice,
  type HallTaken,
  type NewSeatingPlan,
  type PlaceChanges,
  type SeatingPlan,
  type SeatingPlanChange,
} from './schema.ts'

const step = 1024
/** Seats that a refusal names; the others are counted. */
const mostNamed = 8

export const createPlan = (
  office: Office,
  actor: Actor,
  congressId: string,
  { name, kind, hallId, copyOf }: NewSeatingPlan,
): Promise<Done<SeatingPlan>> =>
  act(office, actor, about('seating-plan-made'), async (rows) => {
    const congress = await requireCongress(rows, congressId)
    const halls = await hallsFor(rows.tx, congress)
    if (!halls.some(({ id }) => id === hallId)) throw invalid([{ field: 'hallId', rule: 'not-known' }])
    const plans = await listPlans(rows.tx, congressId)
    if (plans.length >= mostPlans) {
      throw refused('seating-plans-full', 'The congress has as many plans as it may have.')
    }
    checkName(plans, name)
    const from = copyOf === null ? undefined : await findPlan(rows.tx, congressId, copyOf)
    if (copyOf !== null && !from) throw invalid([{ field: 'copyOf', rule: 'not-known' }])
    const id = newId()
    const number = await newestNumber(rows, hallId)
    await rows.create('seatingPlans', {
      ...{ id, congressId, position: (plans.at(-1)?.plan.position ?? 0) + step, name, kind },
      ...{ hallId, hallNumber: number, releasedNumber: 0 },
      phases: from?.plan.phases ?? [{ id: '', name: '' }],
      layout: from?.plan.layout ?? 'rows',
      delegationOrder: from?.plan.delegationOrder ?? [],
    })
    if (from) await copyPlaces(rows, from, { planId: id, hall: await readHall(rows.tx, hallId, number) })
    rows.say({ subject: name })
    return planOf(await requirePlan(rows, congressId, id))
  })

/** Changes what a plan is called, its phases, and how delegations lie. Who sits in a phase that goes sits there no more. */
export const changePlan = (
  office: Office,
  actor: Actor,
  { congressId, planId }: PlanAt,
  { version, ...values }: SeatingPlanChange,
): Promise<Done<SeatingPlan>> =>
  act(office, actor, about('seating-plan-changed'), async (rows) => {
    await requireCongress(rows, congressId)
    await requirePlan(rows, congressId, planId)
    checkName(
      (await listPlans(rows.tx, congressId)).filter(({ plan }) => plan.id !== planId),
      values.name,
    )
    const ids = values.phases.map(({ id }) => id)
    if (ids[0] !== '' || new Set(ids).size < ids.length) throw invalid([{ field: 'phases', rule: 'twice' }])
    await rows.change('seatingPlans', planId, version, values)
    const gone = (await listPlaces(rows.tx, planId)).filter(({ phaseId }) => !ids.includes(phaseId))
    await rows.removeMany('seatPlaces', gone)
    rows.say({ subject: values.name })
    return planOf(await requirePlan(rows, congressId, planId))
  })

/** Deletes a plan with who sits in it and what was released of it; the undo brings all of it back. */
export const deletePlan = (
  office: Office,
  actor: Actor,
  { congressId, planId }: PlanAt,
  version: number,
): Promise<Done<void>> =>
  act(office, actor, about('seating-plan-deleted'), async (rows) => {
    await requireCongress(rows, congressId)
    const { plan } = await requirePlan(rows, congressId, planId)
    rows.say({ subject: plan.name })
    await removePlan(rows, planId, version)
  })

/**
 * Puts people on seats of a phase, takes them off, locks and unlocks them: all in one act, or nothing. Whoever withdrew
 * gives the seat up to those who come.
 */
export const changePlaces = (
  office: Office,
  actor: Actor,
  { congressId, planId }: PlanAt,
  { phaseId, places: changes, isPlanned }: PlaceChanges,
): Promise<Done<void>> =>
  act(office, actor, about(isPlanned ? 'seats-planned' : 'seats-changed'), async (rows) => {
    await requireCongress(rows, congressId)
    const { plan } = await requirePlan(rows, congressId, planId)
    if (!plan.phases.some(({ id }) => id === phaseId))
      throw refused('seating-phase-gone', 'The plan has no such phase.')
    const hall = await readHall(rows.tx, plan.hallId, plan.hallNumber)
    await refuseGone(rows, plan, { hall, changes })
    const nameOf = await listedNames(rows, congressId)
    const standing = (await listPlaces(rows.tx, planId)).filter((place) => place.phaseId === phaseId)
    const ownOf = new Map(standing.map((place) => [place.delegateId, place]))
    const gone: Row<'seatPlaces'>[] = []
    const made: Omit<Row<'seatPlaces'>, 'version'>[] = []
    for (const { delegateId, seatId, isLocked, placeId } of changes) {
      if (!nameOf.has(delegateId)) throw refused('seated-not-listed', 'Somebody is not on the list any more.')
      if (seatId !== null) refuseBlocked(hall, seatId)
      const own = ownOf.get(delegateId)
      if ((own?.id ?? null) !== placeId) throw stale(own ?? null)
      ownOf.delete(delegateId)
      if (own) gone.push(own)
      if (seatId !== null) made.push({ id: newId(), planId, phaseId, delegateId, seatId, formerSeat: '', isLocked })
    }
    const wanted = new Set(made.map(({ seatId }) => seatId))
    const givenUp = [...ownOf.values()].filter(
      ({ delegateId, seatId }) => seatId !== null && wanted.has(seatId) && !nameOf.has(delegateId),
    )
    for (const { id, version, seatId } of givenUp) {
      await rows.change('seatPlaces', id, version, { seatId: null, formerSeat: labelOf(hall, seatId) })
    }
    await rows.removeMany('seatPlaces', gone)
    refuseTwice(hall, { plan, nameOf }, [...[...ownOf.values()].filter((each) => !givenUp.includes(each)), ...made])
    await rows.createMany('seatPlaces', made)
    refuseTwice(hall, { plan, nameOf }, await listPlaces(rows.tx, planId))
    const [only, ...others] = changes
    rows.say({ subject: others.length === 0 ? (nameOf.get(only?.delegateId ?? '') ?? plan.name) : plan.name })
  })

/**
 * Goes on in another hall or in another version of its own. Whose seat is not there any more waits without one, and is
 * told by what it was called; nobody is lost.
 */
export const takeHall = (
  office: Office,
  actor: Actor,
  { congressId, planId }: PlanAt,
  { hallId, number, version }: HallChoice,
): Promise<Done<HallTaken>> =>
  act(office, actor, about('seating-hall-taken'), async (rows) => {
    const congress = await requireCongress(rows, congressId)
    const { plan } = await requirePlan(rows, congressId, planId)
    const isAllowed = hallId === plan.hallId || (await hallsFor(rows.tx, congress)).some(({ id }) => id === hallId)
    if (!isAllowed) throw invalid([{ field: 'hallId', rule: 'not-known' }])
    const before = await readHall(rows.tx, plan.hallId, plan.hallNumber)
    const after = await readHall(rows.tx, hallId, number)
    await rows.change('seatingPlans', planId, version, { hallId, hallNumber: number })
    const lost: HallTaken['lost'] = []
    for (const { id, version: at, seatId, delegateId } of await listPlaces(rows.tx, planId)) {
      if (seatId === null || isOpen(after, seatId)) continue
      const seat = labelOf(before, seatId)
      await rows.change('seatPlaces', id, at, { seatId: null, formerSeat: seat, isLocked: false })
      lost.push({ delegateId, seat })
    }
    rows.say({ subject: plan.name })
    return { lost }
  })

/** Takes all that a congress has of seating away. */
export const removeSeating = async (rows: ActRows, congressId: string): Promise<void> => {
  for (const { plan } of await listPlans(rows.tx, congressId)) await removePlan(rows, plan.id, plan.version)
  await rows.removeMany('seatNeeds', await listNeeds(rows.tx, congressId))
  await rows.removeMany('seatRules', await listRules(rows.tx, congressId))
  const order = await findStageOrder(rows.tx, congressId)
  if (order) await rows.remove('stageOrders', order.id, order.version)
}

/** A plan of a congress. */
export interface PlanAt {
  congressId: string
  planId: string
}

export const about = (action: string) => ({ action, subject: '', unitId: null })

export const requireCongress = async (rows: ActRows, id: string): Promise<Row<'congresses'>> => {
  const congress = await findCongress(rows.tx, id)
  if (!congress) throw notFound()
  const { title, unitId, cycleId } = congress
  rows.say({ subject: title, unitId, cycleId, congressId: id })
  return congress
}

export const requirePlan = async (rows: ActRows, congressId: string, planId: string): Promise<PlanRecord> => {
  const record = await findPlan(rows.tx, congressId, planId)
  if (!record) throw notFound()
  return record
}

/** Names of those who are on the list, by delegate. */
export const listedNames = async (rows: ActRows, congressId: string): Promise<ReadonlyMap<string, string>> =>
  new Map(
    (await listDelegates(rows.tx, congressId)).flatMap(({ delegate, person }) =>
      delegate.standing === 'listed' ? [[delegate.id, person.printedName || person.name] as const] : [],
    ),
  )

export const labelOf = (hall: IndexedHall, seatId: string | null): string => {
  const at = seatId === null ? undefined : hall.placeOf.get(seatId)
  return at === undefined ? '' : (hall.seats[at]?.label ?? '')
}

const refuseBlocked = (hall: IndexedHall, seatId: string): void => {
  if (!isOpen(hall, seatId)) {
    throw refused('seat-blocked', 'The seat is blocked.', { seat: labelOf(hall, seatId) })
  }
}

/** Seats that the hall does not have are named as the hall's other versions call them: who asks saw one of those. */
const refuseGone = async (
  rows: ActRows,
  { hallId, hallNumber }: Row<'seatingPlans'>,
  { hall, changes }: { hall: IndexedHall; changes: PlaceChanges['places'] },
): Promise<void> => {
  const gone = changes.flatMap(({ seatId }) => (seatId === null || hall.placeOf.has(seatId) ? [] : [seatId]))
  if (gone.length === 0) return
  const seats = new Map<string, string>()
  for (const { number } of await listVersions(rows.tx, hallId)) {
    if (number === hallNumber || seats.size === gone.length) continue
    const other = await readHall(rows.tx, hallId, number)
    for (const id of gone) if (!seats.has(id) && other.placeOf.has(id)) seats.set(id, labelOf(other, id))
  }
  const named = gone.flatMap((id) => seats.get(id) ?? []).slice(0, mostNamed)
  const details = { seats: named.join(', '), more: gone.length - named.length }
  throw refused('seats-gone', 'The hall has these seats no more.', details)
}

/** Nobody has a seat that somebody else has in the same phase. */
const refuseTwice = (
  hall: IndexedHall,
  { plan, nameOf }: { plan: Row<'seatingPlans'>; nameOf: ReadonlyMap<string, string> },
  places: Parameters<typeof takenTwice>[0],
): void => {
  const taken = takenTwice(
    places,
    plan.phases.map(({ id }) => id),
    (id) => nameOf.has(id),
  )
  if (!taken) return
  const [first, second] = taken.delegateIds.map((id) => nameOf.get(id) ?? '')
  const phase = plan.phases.find(({ id }) => id === taken.phaseId)?.name ?? ''
  const details = { seat: labelOf(hall, taken.seatId), first, second, phase }
  throw refused('seat-taken', 'The seat is given to somebody else.', details)
}

const newestNumber = async (rows: ActRows, hallId: string): Promise<number> => {
  const found = await findHall(rows.tx, hallId)
  if (!found) throw notFound()
  return found.hall.number
}

const checkName = (plans: readonly PlanRecord[], name: string): void => {
  if (plans.some(({ plan }) => plan.name === name)) {
    throw refused('seating-plan-twice', 'Another plan of the congress has this name.', { name })
  }
}

const removePlan = async (rows: ActRows, planId: string, version: number): Promise<void> => {
  await rows.removeMany('seatPlaces', await listPlaces(rows.tx, planId))
  await rows.removeMany('seatReleases', await listAllReleases(rows.tx, planId))
  await rows.remove('seatingPlans', planId, version)
}

/** Those whose seat the new plan's hall has sit there; the others wait. */
const copyPlaces = async (
  rows: ActRows,
  from: PlanRecord,
  { planId, hall }: { planId: string; hall: IndexedHall },
): Promise<void> => {
  const before = await readHall(rows.tx, from.plan.hallId, from.plan.hallNumber)
  const places = await listPlaces(rows.tx, from.plan.id)
  await rows.createMany(
    'seatPlaces',
    places.map(({ phaseId, delegateId, seatId, formerSeat, isLocked }) => {
      const isThere = seatId !== null && isOpen(hall, seatId)
      return {
        ...{ id: newId(), planId, phaseId, delegateId },
        seatId: isThere ? seatId : null,
        formerSeat: isThere ? '' : seatId === null ? formerSeat : labelOf(before, seatId),
        isLocked: isThere && isLocked,
      }
    }),
  )
}
