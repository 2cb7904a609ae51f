import { and, asc, eq, inArray, type SQL } from 'drizzle-orm'
import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { inOrderOfTime } from '../programme/rules.ts'

export const findPerson = async (read: Reader, id: string): Promise<Row<'people'> | undefined> => {
  const { people } = read.tables
  return (await read.select().from(people).where(eq(people.id, id)))[0]
}

export const findLeave = async (read: Reader, id: string): Promise<Row<'leaves'> | undefined> => {
  const { leaves } = read.tables
  return (await read.select().from(leaves).where(eq(leaves.id, id)))[0]
}

/** All leaves with the unit of whoever is away, the earliest first. */
export const listLeaves = async (read: Reader): Promise<(Row<'leaves'> & { unitId: string })[]> => {
  const { leaves, people } = read.tables
  const rows = await read
    .select({ leave: leaves, unitId: people.unitId })
    .from(leaves)
    .innerJoin(people, eq(people.id, leaves.personId))
    .orderBy(asc(leaves.from), asc(leaves.id))
  return rows.map(({ leave, unitId }) => ({ ...leave, unitId }))
}

export const findReplacement = async (read: Reader, id: string): Promise<Row<'replacements'> | undefined> => {
  const { replacements } = read.tables
  return (await read.select().from(replacements).where(eq(replacements.id, id)))[0]
}

/** Who was replaced at these congresses, the first act first. */
export const listReplacements = async (read: Reader, congressIds: string[]): Promise<Row<'replacements'>[]> => {
  if (congressIds.length === 0) return []
  const { replacements } = read.tables
  return read
    .select()
    .from(replacements)
    .where(inArray(replacements.congressId, congressIds))
    .orderBy(asc(replacements.at), asc(replacements.id))
}

/** The congresses of a cycle at which somebody was replaced; of those the one post or the one congress where named. */
export const listReplacedCongresses = async (
  read: Reader,
  cycleId: string,
  { postId, congressId }: { postId: string | null; congressId: string | null },
): Promise<Row<'congresses'>[]> => {
  const { replacements, congresses } = read.tables
  const conditions: (SQL | undefined)[] = [eq(congresses.cycleId, cycleId)]
  if (postId !== null) conditions.push(eq(replacements.postBeforeId, postId))
  if (congressId !== null) conditions.push(eq(congresses.id, congressId))
  const named = read
    .select({ id: replacements.congressId })
    .from(replacements)
    .innerJoin(congresses, eq(congresses.id, replacements.congressId))
    .where(and(...conditions))
  return read.select().from(congresses).where(inArray(congresses.id, named)).orderBy(asc(congresses.id))
}

/** The items of these congresses, each with its congress. */
export const listItemsOf = async (
  read: Reader,
  congressIds: string[],
): Promise<(Row<'items'> & { congressId: string })[]> => {
  if (congressIds.length === 0) return []
  const { items, sessions } = read.tables
  const { congressId, date, startsAt, room } = sessions
  const rows = await read
    .select({ item: items, congressId, date, startsAt, room })
    .from(items)
    .innerJoin(sessions, eq(sessions.id, items.sessionId))
    .where(inArray(congressId, congressIds))
    .orderBy(asc(sessions.position), asc(items.position), asc(items.id))
  return inOrderOfTime(rows).map(({ item, congressId: at }) => ({ ...item, congressId: at }))
}

export const listPapersOf = async (read: Reader, congressIds: string[]): Promise<Row<'papers'>[]> => {
  if (congressIds.length === 0) return []
  const { papers } = read.tables
  return read.select().from(papers).where(inArray(papers.congressId, congressIds)).orderBy(asc(papers.kind))
}
