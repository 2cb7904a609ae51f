import type { Reader } from '../../db/open.ts'
import type { Template } from '../documents/templates.ts'
import type { SeatsStanding, SeatsTold, SharedSeatTold } from '../documents/seats-told.ts'
import { todayIn } from '../format/dates.ts'
import { readHall } from '../seating/halls.ts'
import { showListedSeats } from '../seating/listing.ts'
import { listPlaces } from '../seating/queries.ts'
import { seatsIn, sharedSeats } from '../seating/rules/occupancy.ts'
import { findPrintedPeople } from './printed-people.ts'
import { findSeatPlan } from './seat-plan.ts'

/** Reads what papers of seats say of the plan that they tell, once for all kinds of a congress. */
export const seatsTeller = (
  read: Reader,
  { congressId, timeZone }: { congressId: string; timeZone: string },
): ((template: Pick<Template, 'group' | 'isChart'>) => Promise<{ seats?: SeatsTold }>) => {
  let told: Promise<PlanAndList | null> | undefined
  return async ({ group, isChart }) => {
    if (group !== 'seating') return {}
    told ??= readTold(read, congressId, timeZone)
    const found = await told
    if (!found) return {}
    const { standing, elsewhere, shared, isOfficial } = found
    if (isChart === true) return { seats: { standing, shared: [] } }
    // What the list tells is written by an official plan alone.
    return { seats: { standing: isOfficial ? { ...standing, isListed: true, elsewhere } : null, shared } }
  }
}

interface PlanAndList {
  standing: SeatsStanding
  isOfficial: boolean
  elsewhere: number
  shared: SharedSeatTold[]
}

const readTold = async (read: Reader, congressId: string, timeZone: string): Promise<PlanAndList | null> => {
  const found = await findSeatPlan(read, congressId)
  if (!found) return null
  const { plan, release } = found
  const hall = await readHall(read, plan.hallId, plan.hallNumber)
  const people = await findPrintedPeople(read, congressId)
  const now = seatsIn(await listPlaces(read, plan.id), '')
  const before = new Map(
    (release?.places ?? []).flatMap(({ delegateId, phaseId, seat }) => (phaseId === '' ? [[delegateId, seat]] : [])),
  )
  const labelOf = (seatId: string | undefined) => hall.seats[hall.placeOf.get(seatId ?? '') ?? -1]?.label
  const isOther = ({ id }: { id: string }) => labelOf(now.get(id)) !== before.get(id)
  return {
    isOfficial: plan.kind === 'official',
    elsewhere: plan.kind === 'official' ? (await showListedSeats(read, congressId)).elsewhere.length : 0,
    standing: {
      ...{ isListed: false, number: release?.number ?? 0, elsewhere: 0 },
      day: release ? todayIn(timeZone, new Date(release.releasedAt)) : '',
      unreleased: people.filter(isOther).length,
      isHallOther:
        release !== undefined &&
        (release.hallNumber !== plan.hallNumber || (release.hallId ?? plan.hallId) !== plan.hallId),
    },
    shared: sharedOf(
      release?.places ?? [],
      plan.phases,
      new Map(people.map(({ id, values }) => [id, values['name'] ?? ''])),
    ),
  }
}

/** Those of the list alone; the tables on the stage are everybody's who is called there. */
const sharedOf = (
  places: readonly { delegateId: string; phaseId: string; seatId: string; seat: string }[],
  phases: readonly { id: string; name: string }[],
  names: ReadonlyMap<string, string>,
): SharedSeatTold[] => {
  const seats = new Map(places.map(({ seatId, seat }) => [seatId, seat]))
  const fromOpening = new Set(places.flatMap(({ phaseId, seatId }) => (phaseId === '' ? [seatId] : [])))
  const phaseNames = new Map(phases.map(({ id, name }) => [id, id === '' ? '' : name]))
  const listed = places.filter(({ delegateId }) => names.has(delegateId))
  return sharedSeats(
    listed,
    phases.map(({ id }) => id),
  ).flatMap(({ seatId, people }) =>
    fromOpening.has(seatId)
      ? [
          {
            seat: seats.get(seatId) ?? '',
            people: people.map(({ delegateId, phaseId }) => ({
              ...{ name: names.get(delegateId) ?? '', phase: phaseNames.get(phaseId) ?? '' },
            })),
          },
        ]
      : [],
  )
}
