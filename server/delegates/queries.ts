import { and, asc, count, desc, eq, inArray, max, ne, type SQL } from 'drizzle-orm'
import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import type { OtherPart } from './schema.ts'

/** Somebody's part in a congress with who it is and the name of the delegation, '' = none. */
export interface DelegateRecord {
  delegate: Row<'delegates'>
  person: Row<'people'>
  delegation: string
}

/** Delegates of whom the condition holds, in the order of their list. */
export const readDelegates = async (read: Reader, condition: SQL | undefined): Promise<DelegateRecord[]> => {
  const { delegates, delegations, people } = read.tables
  const rows = await read
    .select({ delegate: delegates, person: people, delegation: delegations.name })
    .from(delegates)
    .innerJoin(people, eq(people.id, delegates.personId))
    .leftJoin(delegations, eq(delegations.id, delegates.delegationId))
    .where(condition)
    .orderBy(asc(delegates.position), asc(delegates.id))
  return rows.map(({ delegation, ...row }) => ({ ...row, delegation: delegation ?? '' }))
}

/** Who attends a congress, in the order of its list. */
export const listDelegates = async (read: Reader, congressId: string): Promise<DelegateRecord[]> =>
  readDelegates(read, eq(read.tables.delegates.congressId, congressId))

/** Those of them that are named. */
export const findDelegates = async (
  read: Reader,
  congressId: string,
  ids: readonly string[],
): Promise<DelegateRecord[]> => {
  const { delegates } = read.tables
  return readDelegates(read, and(eq(delegates.congressId, congressId), inArray(delegates.id, [...ids])))
}

/** How many attend: neither who stands by nor who withdrew. */
export const countDelegates = async (read: Reader, congressId: string): Promise<number> => {
  const { delegates } = read.tables
  const [counted] = await read
    .select({ rows: count() })
    .from(delegates)
    .where(and(eq(delegates.congressId, congressId), eq(delegates.standing, 'listed')))
  return counted?.rows ?? 0
}

/** The delegations of a congress in their order. */
export const listDelegations = async (read: Reader, congressId: string): Promise<Row<'delegations'>[]> => {
  const { delegations } = read.tables
  return read
    .select()
    .from(delegations)
    .where(eq(delegations.congressId, congressId))
    .orderBy(asc(delegations.position), asc(delegations.id))
}

/** How many rows a congress has, whether they attend or not. */
export const countAllDelegates = async (read: Reader, congressId: string): Promise<number> => {
  const { delegates } = read.tables
  const [counted] = await read.select({ rows: count() }).from(delegates).where(eq(delegates.congressId, congressId))
  return counted?.rows ?? 0
}

/** Where the last of the list stands; null = the list is empty. */
export const lastPosition = async (read: Reader, congressId: string): Promise<number | null> => {
  const { delegates } = read.tables
  const [last] = await read
    .select({ position: max(delegates.position) })
    .from(delegates)
    .where(eq(delegates.congressId, congressId))
  return last?.position ?? null
}

export const findDelegation = async (read: Reader, id: string): Promise<Row<'delegations'> | undefined> => {
  const { delegations } = read.tables
  return (await read.select().from(delegations).where(eq(delegations.id, id)))[0]
}

/** The congress that somebody attends. */
export const findCongressIdOfDelegate = async (read: Reader, id: string): Promise<string | undefined> => {
  const { delegates } = read.tables
  const [found] = await read.select({ congressId: delegates.congressId }).from(delegates).where(eq(delegates.id, id))
  return found?.congressId
}

/** The other congresses that a delegate attends as the same person, the latest first, with their units. */
export const listOtherParts = async (read: Reader, id: string): Promise<(OtherPart & { unitId: string })[]> => {
  const { delegates, congresses } = read.tables
  const person = read.select({ id: delegates.personId }).from(delegates).where(eq(delegates.id, id))
  return read
    .select({
      congressId: congresses.id,
      title: congresses.title,
      dateFrom: congresses.dateFrom,
      class: delegates.class,
      post: delegates.post,
      standing: delegates.standing,
      unitId: congresses.unitId,
    })
    .from(delegates)
    .innerJoin(congresses, eq(congresses.id, delegates.congressId))
    .where(and(inArray(delegates.personId, person), ne(delegates.id, id)))
    .orderBy(desc(congresses.dateFrom), asc(congresses.id))
}

/** The person that a delegate is. */
export const findPersonOfDelegate = async (read: Reader, id: string): Promise<Row<'people'> | undefined> => {
  const { delegates, people } = read.tables
  const [found] = await read
    .select({ person: people })
    .from(delegates)
    .innerJoin(people, eq(people.id, delegates.personId))
    .where(eq(delegates.id, id))
  return found?.person
}
