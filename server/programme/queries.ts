import { asc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import type { TimedSession } from './rules.ts'
import type { Programme } from './schema.ts'

export const findSession = async (read: Reader, id: string): Promise<Row<'sessions'> | undefined> => {
  const { sessions } = read.tables
  return (await read.select().from(sessions).where(eq(sessions.id, id)))[0]
}

export const findItem = async (read: Reader, id: string): Promise<Row<'items'> | undefined> => {
  const { items } = read.tables
  return (await read.select().from(items).where(eq(items.id, id)))[0]
}

export const listSessions = async (read: Reader, congressId: string): Promise<Row<'sessions'>[]> => {
  const { sessions } = read.tables
  return read
    .select()
    .from(sessions)
    .where(eq(sessions.congressId, congressId))
    .orderBy(asc(sessions.position), asc(sessions.id))
}

/** Items of the sessions, in their order. */
export const listItems = async (read: Reader, sessionIds: string[]): Promise<Row<'items'>[]> => {
  if (sessionIds.length === 0) return []
  const { items } = read.tables
  return read
    .select()
    .from(items)
    .where(inArray(items.sessionId, sessionIds))
    .orderBy(asc(items.position), asc(items.id))
}

export const findProgramme = async (read: Reader, congressId: string): Promise<Programme> => {
  const sessions = await listSessions(read, congressId)
  const items = await listItems(
    read,
    sessions.map(({ id }) => id),
  )
  return {
    congressId,
    sessions: sessions.map((session) => ({ ...session, items: items.filter((item) => item.sessionId === session.id) })),
  }
}

/** The sessions of a cycle's congresses with the times of their items, by congress; those without a programme have none. */
export const listProgrammeTimes = async (read: Reader, cycleId: string): Promise<Map<string, TimedSession[]>> => {
  const { sessions, items, congresses } = read.tables
  const { id, congressId, kind, date, startsAt } = sessions
  const ofCycle = await read
    .select({ id, congressId, kind, date, startsAt })
    .from(sessions)
    .innerJoin(congresses, eq(congresses.id, congressId))
    .where(eq(congresses.cycleId, cycleId))
  const { sessionId, durationMinutes, fixedStart } = items
  const itemsOf = new Map(ofCycle.map((session) => [session.id, [] as TimedSession['items']]))
  if (ofCycle.length > 0) {
    const rows = await read
      .select({ sessionId, durationMinutes, fixedStart })
      .from(items)
      .innerJoin(sessions, eq(sessions.id, sessionId))
      .innerJoin(congresses, eq(congresses.id, congressId))
      .where(eq(congresses.cycleId, cycleId))
      .orderBy(asc(items.position), asc(items.id))
    for (const { sessionId: of, ...item } of rows) itemsOf.get(of)?.push(item)
  }
  const found = new Map<string, TimedSession[]>()
  for (const { id: of, congressId: at, ...session } of ofCycle) {
    found.set(at, [...(found.get(at) ?? []), { ...session, items: itemsOf.get(of) ?? [] }])
  }
  return found
}
