import { asc, eq, getTableColumns, inArray } from 'drizzle-orm'
import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { inOrderOfTime, type TimedSession } from './rules.ts'
import type { Programme } from './schema.ts'

export const findSession = async (read: Reader, id: string): Promise<Row<'sessions'> | undefined> => {
  const { sessions } = read.tables
  return (await read.select().from(sessions).where(eq(sessions.id, id)))[0]
}

export const findItem = async (read: Reader, id: string): Promise<Row<'items'> | undefined> => {
  const { items } = read.tables
  return (await read.select().from(items).where(eq(items.id, id)))[0]
}

/** The sessions of a congress in the order in which they are held; at the same time in one room, as they were made. */
export const listSessions = async (read: Reader, congressId: string): Promise<Row<'sessions'>[]> => {
  const { sessions } = read.tables
  const rows = await read
    .select()
    .from(sessions)
    .where(eq(sessions.congressId, congressId))
    .orderBy(asc(sessions.position), asc(sessions.id))
  return inOrderOfTime(rows)
}

/** An item as everybody works with it: without what a schedule file said beside. */
export type ItemRow = Omit<Row<'items'>, 'interchange'>

const itemColumns = ({ tables }: Reader) => {
  const { interchange: _interchange, ...columns } = getTableColumns(tables.items)
  return columns
}

/** Items of the sessions, in their order. */
export const listItems = async (read: Reader, sessionIds: string[]): Promise<ItemRow[]> => {
  if (sessionIds.length === 0) return []
  const { items } = read.tables
  return read
    .select(itemColumns(read))
    .from(items)
    .where(inArray(items.sessionId, sessionIds))
    .orderBy(asc(items.position), asc(items.id))
}

/** Items of a congress that are not placed yet, in their order. */
export const listTray = async (read: Reader, congressId: string): Promise<ItemRow[]> => {
  const { items } = read.tables
  return read
    .select(itemColumns(read))
    .from(items)
    .where(eq(items.trayCongressId, congressId))
    .orderBy(asc(items.position), asc(items.id))
}

/** The congress that an item belongs to, by its session or by the tray that it lies in. */
export const findCongressIdOfItem = async (
  read: Reader,
  { sessionId, trayCongressId }: Pick<ItemRow, 'sessionId' | 'trayCongressId'>,
): Promise<string | undefined> =>
  sessionId === null ? (trayCongressId ?? undefined) : (await findSession(read, sessionId))?.congressId

export const findSpeaker = async (read: Reader, id: string): Promise<Row<'speakers'> | undefined> => {
  const { speakers } = read.tables
  return (await read.select().from(speakers).where(eq(speakers.id, id)))[0]
}

/** Speakers of a congress in the order in which they were entered. */
export const listSpeakers = async (read: Reader, congressId: string): Promise<Row<'speakers'>[]> => {
  const { speakers } = read.tables
  return read.select().from(speakers).where(eq(speakers.congressId, congressId)).orderBy(asc(speakers.id))
}

export const findRemark = async (read: Reader, id: string): Promise<Row<'remarks'> | undefined> => {
  const { remarks } = read.tables
  return (await read.select().from(remarks).where(eq(remarks.id, id)))[0]
}

/** What was remarked on a programme, the first remark first. */
export const listRemarks = async (read: Reader, congressId: string): Promise<Row<'remarks'>[]> => {
  const { remarks } = read.tables
  return read.select().from(remarks).where(eq(remarks.congressId, congressId)).orderBy(asc(remarks.id))
}

export const findProgramme = async (read: Reader, congressId: string): Promise<Programme> => {
  const sessions = await listSessions(read, congressId)
  const items = await listItems(
    read,
    sessions.map(({ id }) => id),
  )
  const ofSession = new Map(sessions.map(({ id }) => [id, [] as ItemRow[]]))
  for (const item of items) ofSession.get(item.sessionId ?? '')?.push(item)
  return {
    congressId,
    sessions: sessions.map((session) => ({ ...session, items: ofSession.get(session.id) ?? [] })),
    tray: await listTray(read, congressId),
    speakers: await listSpeakers(read, congressId),
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
    for (const { sessionId: of, ...item } of rows) itemsOf.get(of ?? '')?.push(item)
  }
  const found = new Map<string, TimedSession[]>()
  for (const { id: of, congressId: at, ...session } of ofCycle) {
    found.set(at, [...(found.get(at) ?? []), { ...session, items: itemsOf.get(of) ?? [] }])
  }
  return found
}
