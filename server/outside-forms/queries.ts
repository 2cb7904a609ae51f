import { asc, desc, eq } from 'drizzle-orm'
import type { Reader, Writer } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'

export const findOutsideForm = async (read: Reader, id: string): Promise<Row<'outsideForms'> | undefined> => {
  const { outsideForms } = read.tables
  return (await read.select().from(outsideForms).where(eq(outsideForms.id, id)))[0]
}

export const listOutsideForms = async (read: Reader): Promise<Row<'outsideForms'>[]> => {
  const { outsideForms } = read.tables
  return read.select().from(outsideForms).orderBy(asc(outsideForms.id))
}

export const findOutsideFill = async (read: Reader, id: string): Promise<Row<'outsideFills'> | undefined> => {
  const { outsideFills } = read.tables
  return (await read.select().from(outsideFills).where(eq(outsideFills.id, id)))[0]
}

/** What was filled for a congress, the newest first. */
export const listFillsOf = async (read: Reader, congressId: string): Promise<Row<'outsideFills'>[]> => {
  const { outsideFills } = read.tables
  return read
    .select()
    .from(outsideFills)
    .where(eq(outsideFills.congressId, congressId))
    .orderBy(desc(outsideFills.at), desc(outsideFills.id))
}

export const saveFill = async (tx: Writer, fill: Row<'outsideFills'>): Promise<void> => {
  await tx.insert(tx.tables.outsideFills).values(fill)
}
