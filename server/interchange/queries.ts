import { eq, or } from 'drizzle-orm'
import type { Reader } from '../../db/open.ts'
import type { Interchange } from '../programme/schema.ts'

/** What schedule files said of the items of a congress, by item; items that no file brought are not in it. */
export const listInterchange = async (read: Reader, congressId: string): Promise<Map<string, Interchange>> => {
  const { items, sessions } = read.tables
  const rows = await read
    .select({ id: items.id, interchange: items.interchange })
    .from(items)
    .leftJoin(sessions, eq(sessions.id, items.sessionId))
    .where(or(eq(sessions.congressId, congressId), eq(items.trayCongressId, congressId)))
  return new Map(rows.flatMap(({ id, interchange }) => (interchange ? [[id, interchange] as const] : [])))
}
