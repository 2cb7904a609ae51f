import { and, asc, count, eq, inArray } from 'drizzle-orm'
import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'

/** The rows of a congress's list in their order. */
export const findRows = async (read: Reader, congressId: string, list: string): Promise<Row<'listRows'>[]> => {
  const { listRows } = read.tables
  return read
    .select()
    .from(listRows)
    .where(and(eq(listRows.congressId, congressId), eq(listRows.list, list)))
    .orderBy(asc(listRows.position), asc(listRows.id))
}

/** All rows of all lists of a congress. */
export const findRowsOfCongress = async (read: Reader, congressId: string): Promise<Row<'listRows'>[]> => {
  const { listRows } = read.tables
  return read.select().from(listRows).where(eq(listRows.congressId, congressId))
}

/** Those of the rows that are in this list of the congress. */
export const findRowsById = async (
  read: Reader,
  { congressId, list, ids }: { congressId: string; list: string; ids: readonly string[] },
): Promise<Row<'listRows'>[]> => {
  const { listRows } = read.tables
  return read
    .select()
    .from(listRows)
    .where(and(eq(listRows.congressId, congressId), eq(listRows.list, list), inArray(listRows.id, [...ids])))
}

/** How many rows each list of a congress has; lists without any are left out. */
export const countRows = async (read: Reader, congressId: string): Promise<Map<string, number>> => {
  const { listRows } = read.tables
  const counted = await read
    .select({ list: listRows.list, rows: count() })
    .from(listRows)
    .where(eq(listRows.congressId, congressId))
    .groupBy(listRows.list)
  return new Map(counted.map(({ list, rows }) => [list, rows]))
}
