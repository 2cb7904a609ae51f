import { and, asc, count, eq, inArray, type SQL } from 'drizzle-orm'
import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'

/** Somebody's part in a congress with who it is and the name of the delegation, '' = none. */
export interface DelegateRecord {
  delegate: Row<'delegates'>
  person: Row<'people'>
  delegation: string
}

const readDelegates = async (read: Reader, condition: SQL | undefined): Promise<DelegateRecord[]> => {
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
