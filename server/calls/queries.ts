import { and, desc, eq, isNull, or } from 'drizzle-orm'
import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'

export const findCall = async (read: Reader, id: string): Promise<Row<'calls'> | undefined> => {
  const { calls } = read.tables
  return (await read.select().from(calls).where(eq(calls.id, id)))[0]
}

/** Calls with a unit, newest first. */
export const listCallsWithUnit = async (read: Reader, unitId: string): Promise<Row<'calls'>[]> => {
  const { calls } = read.tables
  return read.select().from(calls).where(eq(calls.unitId, unitId)).orderBy(desc(calls.at), desc(calls.id))
}

/** Calls about a congress, and those with its unit about nothing in particular, newest first. */
export const listCallsOfCongress = async (
  read: Reader,
  congress: { id: string; unitId: string },
): Promise<Row<'calls'>[]> => {
  const { calls } = read.tables
  const ofUnit = and(eq(calls.unitId, congress.unitId), isNull(calls.congressId))
  return read
    .select()
    .from(calls)
    .where(or(eq(calls.congressId, congress.id), ofUnit))
    .orderBy(desc(calls.at), desc(calls.id))
}

/** All calls, newest first. */
export const listCalls = async (read: Reader): Promise<Row<'calls'>[]> => {
  const { calls } = read.tables
  return read.select().from(calls).orderBy(desc(calls.at), desc(calls.id))
}

/** Calls that speak of a congress. */
export const listCallsNaming = async (read: Reader, congressId: string): Promise<Row<'calls'>[]> => {
  const { calls } = read.tables
  return read.select().from(calls).where(eq(calls.congressId, congressId))
}
