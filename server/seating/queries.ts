import { and, asc, count, desc, eq, inArray, isNotNull, ne, sql, type Placeholder } from 'drizzle-orm'
import type { Database, Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'

/** A plan with the hall that it is in. */
export interface PlanRecord {
  plan: Row<'seatingPlans'>
  hall: Row<'halls'>
  venueName: string
}

const readPlans = (read: Reader) => {
  const { seatingPlans, halls, venues } = read.tables
  return read
    .select({ plan: seatingPlans, hall: halls, venueName: venues.name })
    .from(seatingPlans)
    .innerJoin(halls, eq(halls.id, seatingPlans.hallId))
    .innerJoin(venues, eq(venues.id, halls.venueId))
}

/** The plans of a congress in their order. */
export const listPlans = async (read: Reader, congressId: string): Promise<PlanRecord[]> => {
  const { seatingPlans } = read.tables
  return readPlans(read)
    .where(eq(seatingPlans.congressId, congressId))
    .orderBy(asc(seatingPlans.position), asc(seatingPlans.id))
}

/** A plan, where it is of this congress. */
export const findPlan = async (read: Reader, congressId: string, planId: string): Promise<PlanRecord | undefined> => {
  const { seatingPlans } = read.tables
  const isOf = and(eq(seatingPlans.congressId, congressId), eq(seatingPlans.id, planId))
  return (await readPlans(read).where(isOf))[0]
}

/** Who sits where in a plan, oldest first; those included who withdrew since. */
export const listPlaces = async (read: Reader, planId: string): Promise<Row<'seatPlaces'>[]> => {
  const { seatPlaces } = read.tables
  return read.select().from(seatPlaces).where(eq(seatPlaces.planId, planId)).orderBy(asc(seatPlaces.id))
}

/** How many of the list have a seat in each plan of a congress, from the opening on. */
export const countSeated = async (read: Reader, congressId: string): Promise<Map<string, number>> => {
  const { seatingPlans, seatPlaces, delegates } = read.tables
  const rows = await read
    .select({ planId: seatPlaces.planId, seated: count() })
    .from(seatPlaces)
    .innerJoin(seatingPlans, eq(seatingPlans.id, seatPlaces.planId))
    .innerJoin(delegates, and(eq(delegates.id, seatPlaces.delegateId), eq(delegates.standing, 'listed')))
    .where(and(eq(seatingPlans.congressId, congressId), eq(seatPlaces.phaseId, ''), isNotNull(seatPlaces.seatId)))
    .groupBy(seatPlaces.planId)
  return new Map(rows.map(({ planId, seated }) => [planId, seated]))
}

/** Who of the list sits where in the plans that are in a hall, with the congress of each. */
export const listSeatedIn = async (read: Reader, hallId: string) => {
  const { seatPlaces, seatingPlans, congresses, delegates } = read.tables
  return read
    .select({
      ...{ planId: seatingPlans.id, name: seatingPlans.name, congress: congresses.title },
      ...{ delegateId: seatPlaces.delegateId, seatId: seatPlaces.seatId },
    })
    .from(seatPlaces)
    .innerJoin(seatingPlans, eq(seatingPlans.id, seatPlaces.planId))
    .innerJoin(congresses, eq(congresses.id, seatingPlans.congressId))
    .innerJoin(delegates, and(eq(delegates.id, seatPlaces.delegateId), eq(delegates.standing, 'listed')))
    .where(and(eq(seatingPlans.hallId, hallId), isNotNull(seatPlaces.seatId)))
    .orderBy(asc(seatingPlans.id), asc(seatPlaces.id))
}

/** Releases of a plan, the newest first, without their places. */
export const listReleases = async (read: Reader, planId: string) => {
  const { seatReleases } = read.tables
  const { number, note, releasedAt, releasedBy } = seatReleases
  return read
    .select({ number, note, releasedAt, releasedBy })
    .from(seatReleases)
    .where(eq(seatReleases.planId, planId))
    .orderBy(desc(seatReleases.number))
}

export const findRelease = async (
  read: Reader,
  planId: string,
  number: number,
): Promise<Row<'seatReleases'> | undefined> => {
  const { seatReleases } = read.tables
  const isIt = and(eq(seatReleases.planId, planId), eq(seatReleases.number, number))
  return (await read.select().from(seatReleases).where(isIt))[0]
}

/** All that was released of a plan. */
export const listAllReleases = async (read: Reader, planId: string): Promise<Row<'seatReleases'>[]> => {
  const { seatReleases } = read.tables
  return read.select().from(seatReleases).where(eq(seatReleases.planId, planId)).orderBy(asc(seatReleases.number))
}

export const listNeeds = async (read: Reader, congressId: string): Promise<Row<'seatNeeds'>[]> => {
  const { seatNeeds } = read.tables
  return read.select().from(seatNeeds).where(eq(seatNeeds.congressId, congressId)).orderBy(asc(seatNeeds.id))
}

export const listRules = async (read: Reader, congressId: string): Promise<Row<'seatRules'>[]> => {
  const { seatRules } = read.tables
  return read.select().from(seatRules).where(eq(seatRules.congressId, congressId)).orderBy(asc(seatRules.id))
}

export const findStageOrder = async (read: Reader, congressId: string): Promise<Row<'stageOrders'> | undefined> => {
  const { stageOrders } = read.tables
  return (await read.select().from(stageOrders).where(eq(stageOrders.congressId, congressId)))[0]
}

export const findImportance = async (read: Reader, cycleId: string): Promise<Row<'seatImportances'> | undefined> => {
  const { seatImportances } = read.tables
  return (await read.select().from(seatImportances).where(eq(seatImportances.cycleId, cycleId)))[0]
}

/** Places that a delegate has in the plans of a congress, by the delegates. */
export const listPlacesOf = async (read: Reader, delegateIds: readonly string[]): Promise<Row<'seatPlaces'>[]> => {
  const { seatPlaces } = read.tables
  return read
    .select()
    .from(seatPlaces)
    .where(inArray(seatPlaces.delegateId, [...delegateIds]))
    .orderBy(asc(seatPlaces.id))
}

export const listNeedsOf = async (read: Reader, delegateIds: readonly string[]): Promise<Row<'seatNeeds'>[]> => {
  const { seatNeeds } = read.tables
  return read
    .select()
    .from(seatNeeds)
    .where(inArray(seatNeeds.delegateId, [...delegateIds]))
}

/** The official plan that was released last, in the hall of that release: what the list of delegates tells, and all that is read from it. */
const readToldPlan = (read: Reader, congressId: string | Placeholder) => {
  const { seatingPlans, seatReleases } = read.tables
  const { id, releasedNumber, phases } = seatingPlans
  const hallId = sql<string>`coalesce(${seatReleases.hallId}, ${seatingPlans.hallId})`
  const { hallNumber } = seatReleases
  return read
    .select({ id, hallId, hallNumber, releasedNumber, phases, releaseId: seatReleases.id })
    .from(seatingPlans)
    .innerJoin(seatReleases, and(eq(seatReleases.planId, id), eq(seatReleases.number, releasedNumber)))
    .where(and(eq(seatingPlans.congressId, congressId), eq(seatingPlans.kind, 'official')))
    .orderBy(desc(seatReleases.releasedAt), desc(seatReleases.id))
    .limit(1)
}

/** The plan that told a congress its seats; undefined = none was released. */
export const findToldPlan = async (read: Reader, congressId: string) => (await readToldPlan(read, congressId))[0]

/** The same by a statement that is compiled once: telephones ask for the hall that it is in. */
export const toldPlanReader = (db: Database) =>
  db.prepared('told-plan', (read) => readToldPlan(read, sql.placeholder('congressId')))

/** Reads which plans of rehearsals and receptions were released, and by which release each is in force. */
export const otherReleasesReader = (db: Database) =>
  db.prepared('other-seat-releases', (read) => {
    const { seatingPlans, seatReleases } = read.tables
    return read
      .select({ name: seatingPlans.name, kind: seatingPlans.kind, releaseId: seatReleases.id })
      .from(seatingPlans)
      .innerJoin(
        seatReleases,
        and(eq(seatReleases.planId, seatingPlans.id), eq(seatReleases.number, seatingPlans.releasedNumber)),
      )
      .where(and(eq(seatingPlans.congressId, sql.placeholder('congressId')), ne(seatingPlans.kind, 'official')))
      .orderBy(asc(seatingPlans.position), asc(seatingPlans.id))
  })

/** Who sits where in a release. */
export const findReleasedPlaces = async (read: Reader, releaseId: string): Promise<Row<'seatReleases'>['places']> => {
  const { seatReleases } = read.tables
  const [found] = await read
    .select({ places: seatReleases.places })
    .from(seatReleases)
    .where(eq(seatReleases.id, releaseId))
  return found?.places ?? []
}
