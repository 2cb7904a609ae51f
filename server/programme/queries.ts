import { asc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
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

/** What a secretary filled in for one kind of paper of a congress. */
export const findPaper = async (read: Reader, congressId: string, kind: string): Promise<Row<'papers'> | undefined> => {
  const { papers } = read.tables
  const rows = await read.select().from(papers).where(eq(papers.congressId, congressId))
  return rows.find((paper) => paper.kind === kind)
}

export const listPapers = async (read: Reader, congressId: string): Promise<Row<'papers'>[]> => {
  const { papers } = read.tables
  return read.select().from(papers).where(eq(papers.congressId, congressId))
}
