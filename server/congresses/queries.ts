import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Database, Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import type { StandingReason } from './schema.ts'

/** The congress as kept; `folded` is for searching and leaves with no answer. */
export const findCongress = async (read: Reader, id: string): Promise<Row<'congresses'> | undefined> => {
  const { congresses } = read.tables
  return (await read.select().from(congresses).where(eq(congresses.id, id)))[0]
}

/** Reads one congress with a statement that is compiled once. */
export const congressReader = (db: Database) => {
  const find = db.prepared('congress', (read) => {
    const { congresses } = read.tables
    return read
      .select()
      .from(congresses)
      .where(eq(congresses.id, sql.placeholder('id')))
  })
  return async (id: string) => (await find({ id }))[0]
}

export const listCongresses = async (read: Reader, cycleId: string): Promise<Row<'congresses'>[]> => {
  const { congresses } = read.tables
  return read.select().from(congresses).where(eq(congresses.cycleId, cycleId)).orderBy(asc(congresses.id))
}

export const listCongressesById = async (read: Reader, ids: string[]): Promise<Row<'congresses'>[]> => {
  if (ids.length === 0) return []
  const { congresses } = read.tables
  return read.select().from(congresses).where(inArray(congresses.id, ids)).orderBy(asc(congresses.id))
}

export const listEvents = async (read: Reader, congressId: string): Promise<Row<'congressEvents'>[]> => {
  const { congressEvents } = read.tables
  return read
    .select()
    .from(congressEvents)
    .where(eq(congressEvents.congressId, congressId))
    .orderBy(desc(congressEvents.at), desc(congressEvents.id))
}

/** Why each postponed or cancelled congress of a cycle stands as it does, and what it was before. */
export const listStandingReasons = async (read: Reader, cycleId: string): Promise<StandingReason[]> => {
  const { congresses, congressEvents: events } = read.tables
  const isPutOff = and(eq(congresses.cycleId, cycleId), inArray(congresses.state, ['postponed', 'cancelled']))
  const steps = await read
    .select({
      congressId: events.congressId,
      reason: events.reason,
      paperNumber: events.paperNumber,
      stateBefore: events.stateBefore,
    })
    .from(events)
    .innerJoin(congresses, eq(congresses.id, events.congressId))
    .where(and(isPutOff, eq(events.kind, 'state')))
    .orderBy(asc(events.at), asc(events.id))
  const last = new Map<string, StandingReason>()
  for (const step of steps) {
    // Put off once more: what it was before is what it was before the first time.
    const stateBefore = step.stateBefore === 'postponed' ? last.get(step.congressId)?.stateBefore : step.stateBefore
    last.set(step.congressId, { ...step, stateBefore: stateBefore ?? null })
  }
  return [...last.values()]
}

export const findAcceptance = async (read: Reader, id: string): Promise<Row<'acceptances'> | undefined> => {
  const { acceptances } = read.tables
  return (await read.select().from(acceptances).where(eq(acceptances.id, id)))[0]
}

export const listAcceptances = async (read: Reader, congressIds: string[]): Promise<Row<'acceptances'>[]> => {
  if (congressIds.length === 0) return []
  const { acceptances } = read.tables
  const wanted = new Set(congressIds)
  const all = await read.select().from(acceptances).orderBy(asc(acceptances.id))
  return all.filter((acceptance) => wanted.has(acceptance.congressId))
}

/** Titles of the congresses that a post attends. */
export const listTitlesWithPost = async (read: Reader, postId: string): Promise<string[]> => {
  const { congresses } = read.tables
  const rows = await read.select({ title: congresses.title, postIds: congresses.postIds }).from(congresses)
  return rows.filter((row) => row.postIds.includes(postId)).map((row) => row.title)
}

export const listLowerCongresses = async (read: Reader, id: string): Promise<Row<'congresses'>[]> => {
  const { congresses } = read.tables
  return read.select().from(congresses).where(eq(congresses.upperCongressId, id))
}
