import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { showAssignments } from '../assignments/board.ts'
import { readAssignments } from '../assignments/rules.ts'
import { honouredAmong, recipientOf } from '../assignments/rules/honoured.ts'
import { findCongress } from '../congresses/queries.ts'
import { listDelegates, listDelegations, type DelegateRecord } from '../delegates/queries.ts'
import { notFound } from '../errors.ts'
import { findRows } from '../lists/queries.ts'
import { findPrintedSeats } from '../prints/printed-seats.ts'
import { hallsFor, readHall } from './halls.ts'
import {
  countSeated,
  findImportance,
  findPlan,
  findRelease,
  findStageOrder,
  listNeeds,
  listPlaces,
  listPlans,
  listReleases,
  listRules,
  listSeatedIn,
  type PlanRecord,
} from './queries.ts'
import { isOpen } from './rules/open.ts'
import { usualImportance } from './rules/usual-importance.ts'
import { usuallyStepFree } from './rules/ranks.ts'
import type { SeatedInHall, SeatingBoard, SeatingOverview, SeatingPerson, SeatingPlan, SeatPlace } from './schema.ts'

/** The plans of a congress, and the halls that another one could be in. */
export const showOverview = async (read: Reader, congressId: string): Promise<SeatingOverview> => {
  const congress = await requireCongress(read, congressId)
  const seated = await countSeated(read, congressId)
  const delegates = await listDelegates(read, congressId)
  return {
    plans: (await listPlans(read, congressId)).map((record) => ({
      ...planOf(record),
      seated: seated.get(record.plan.id) ?? 0,
    })),
    people: delegates.filter(isListed).length,
    halls: await hallsFor(read, congress),
    venueId: congress.venueId,
  }
}

export const showBoard = async (read: Reader, congressId: string, planId: string): Promise<SeatingBoard> => {
  const congress = await requireCongress(read, congressId)
  const record = await findPlan(read, congressId, planId)
  if (!record) throw notFound()
  const delegates = (await listDelegates(read, congressId)).filter(isListed)
  const delegations = await listDelegations(read, congressId)
  const importance = await findImportance(read, congress.cycleId)
  const order = await findStageOrder(read, congressId)
  const { releasedNumber } = record.plan
  const released = releasedNumber === 0 ? undefined : await findRelease(read, planId, releasedNumber)
  const places = await listPlaces(read, planId)
  return {
    plan: planOf(record),
    places: places.map(placeOf),
    losing: await countLosing(read, record, { places, delegates }),
    people: await peopleOf(read, congress, { delegates, delegations }),
    delegations: delegations.map(({ id, name, number, colour, headId }) => ({ id, name, number, colour, headId })),
    rules: (await listRules(read, congressId)).map(({ id, kind, delegateIds, version }) => ({
      ...{ id, kind, delegateIds, version },
    })),
    batches: order?.batches ?? (await batchesByHonours(read, congressId, delegates)),
    batchesVersion: order?.version ?? 0,
    importance: importance?.importance ?? usualImportance,
    importanceVersion: importance?.version ?? 0,
    releases: await listReleases(read, planId),
    released: released?.places ?? [],
  }
}

/** Who sits on which seats of a hall, plan by plan. */
export const showSeatedIn = async (read: Reader, hallId: string): Promise<SeatedInHall> => {
  const plans = new Map<string, SeatedInHall['plans'][number]>()
  for (const { planId, name, congress, delegateId, seatId } of await listSeatedIn(read, hallId)) {
    const plan = plans.get(planId) ?? { name, congress, places: [] }
    plans.set(planId, plan)
    if (seatId !== null) plan.places.push({ delegateId, seatId })
  }
  return { plans: [...plans.values()] }
}

/** How many people of the list would lose a seat in the newest drawing of the plan's hall. */
const countLosing = async (
  read: Reader,
  { plan, hall }: PlanRecord,
  { places, delegates }: { places: readonly Row<'seatPlaces'>[]; delegates: readonly DelegateRecord[] },
): Promise<number> => {
  if (plan.hallNumber === hall.number) return 0
  const newest = await readHall(read, hall.id, hall.number)
  const listed = new Set(delegates.map(({ delegate }) => delegate.id))
  const losing = places.filter(
    ({ delegateId, seatId }) => seatId !== null && listed.has(delegateId) && !isOpen(newest, seatId),
  )
  return new Set(losing.map(({ delegateId }) => delegateId)).size
}

export const planOf = ({ plan, hall, venueName }: PlanRecord): SeatingPlan => ({
  ...{ id: plan.id, name: plan.name, kind: plan.kind, phases: plan.phases, layout: plan.layout },
  delegationOrder: plan.delegationOrder,
  ...{ hallId: hall.id, hallName: hall.name, hallNumber: plan.hallNumber, newestNumber: hall.number },
  ...{ venueId: hall.venueId, venueName },
  ...{ releasedNumber: plan.releasedNumber, version: plan.version },
})

export const placeOf = ({ id, delegateId, phaseId, seatId, formerSeat, isLocked }: Row<'seatPlaces'>): SeatPlace => ({
  ...{ id, delegateId, phaseId, seatId, formerSeat, isLocked },
})

const isListed = ({ delegate }: DelegateRecord): boolean => delegate.standing === 'listed'

const requireCongress = async (read: Reader, id: string): Promise<Row<'congresses'>> => {
  const congress = await findCongress(read, id)
  if (!congress) throw notFound()
  return congress
}

const peopleOf = async (
  read: Reader,
  { id: congressId, dateFrom, weekOf }: Row<'congresses'>,
  { delegates, delegations }: { delegates: readonly DelegateRecord[]; delegations: readonly Row<'delegations'>[] },
): Promise<SeatingPerson[]> => {
  const needs = new Map((await listNeeds(read, congressId)).map((each) => [each.delegateId, each]))
  const onStage = await rolesOnStage(read, congressId, delegates)
  const heads = new Set(delegations.flatMap(({ headId }) => headId ?? []))
  const { seats } = await findPrintedSeats(read, congressId)
  const printed = new Map(seats.map(({ delegateId, seat }) => [delegateId, seat]))
  const year = Number((dateFrom ?? weekOf ?? '').slice(0, 4)) || null
  return delegates.map(({ delegate, person }) => {
    const own = needs.get(delegate.id)
    const facts = { groups: delegate.groups, titles: person.titles, birthYear: person.birthYear }
    return {
      id: delegate.id,
      name: person.printedName || person.name,
      ...{ post: delegate.printedPost || delegate.post, workplace: delegate.workplace },
      ...{ delegationId: delegate.delegationId, class: delegate.class, ...facts },
      isHead: heads.has(delegate.id),
      isPresidium: onStage.presidium.has(delegate.id),
      isSecretariat: onStage.secretariat.has(delegate.id),
      rank: own?.rank ?? null,
      needsStepFree: own?.needsStepFree ?? (year !== null && usuallyStepFree(facts, year)),
      needsWheelchair: own?.needsWheelchair ?? false,
      companionOf: own?.companionOf ?? null,
      needsVersion: own?.version ?? 0,
      listedSeat: delegate.seat,
      isPrinted: delegate.seat !== '' && printed.get(delegate.id) === delegate.seat,
    }
  })
}

/** Those who have a place on the stage at any session, or at the congress as a whole. */
const rolesOnStage = async (
  read: Reader,
  congressId: string,
  delegates: readonly DelegateRecord[],
): Promise<{ presidium: ReadonlySet<string>; secretariat: ReadonlySet<string> }> => {
  const board = await showAssignments(read, congressId)
  const assigned = readAssignments(board)
  const having = (role: string): ReadonlySet<string> => {
    const targets = [...board.rules, ...board.exceptions].filter((each) => each.role === role)
    const sessions = [...new Set(targets.map(({ sessionId }) => sessionId))]
    const asks = sessions.map((sessionId) => assigned.hasRole({ sessionId, role }))
    return new Set(delegates.flatMap(({ delegate }) => (asks.some((has) => has(delegate)) ? [delegate.id] : [])))
  }
  return { presidium: having('presidium'), secretariat: having('secretariat') }
}

/** Batches as the list of honours tells them, of those of its people who attend. */
const batchesByHonours = async (
  read: Reader,
  congressId: string,
  delegates: readonly DelegateRecord[],
): Promise<string[][]> => {
  const people = delegates.map(({ delegate, person }) => ({
    ...{ id: delegate.id, name: person.name, post: delegate.post, workplace: delegate.workplace },
  }))
  const batches = new Map<string, string[]>()
  const taken = new Set<string>()
  for (const { values } of await findRows(read, congressId, 'honours')) {
    for (const recipient of recipientOf(values)) {
      for (const id of honouredAmong(people, [recipient])) {
        if (taken.has(id)) continue
        taken.add(id)
        const batch = values['batch'] ?? ''
        batches.set(batch, [...(batches.get(batch) ?? []), id])
      }
    }
  }
  const figure = (batch: string) => Number(batch) || Infinity
  return [...batches].sort(([one], [other]) => figure(one) - figure(other)).map(([, ids]) => ids)
}
