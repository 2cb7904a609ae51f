import { and, asc, eq } from 'drizzle-orm'
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
