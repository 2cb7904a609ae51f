import { asc, desc, eq, lt } from 'drizzle-orm'
import type { Reader, Writer } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'

export const findForm = async (read: Reader, id: string): Promise<Row<'forms'> | undefined> => {
  const { forms } = read.tables
  return (await read.select().from(forms).where(eq(forms.id, id)))[0]
}

/** Every form of a cycle, in the order of their issuing. */
export const listForms = async (read: Reader, cycleId: string): Promise<Row<'forms'>[]> => {
  const { forms } = read.tables
  return read.select().from(forms).where(eq(forms.cycleId, cycleId)).orderBy(asc(forms.issue), asc(forms.id))
}

export const listFormsOfBatch = async (read: Reader, batchId: string): Promise<Row<'forms'>[]> => {
  const { forms } = read.tables
  return read.select().from(forms).where(eq(forms.batchId, batchId)).orderBy(asc(forms.id))
}

export const listFormsOfCongress = async (read: Reader, congressId: string): Promise<Row<'forms'>[]> => {
  const { forms } = read.tables
  return read.select().from(forms).where(eq(forms.congressId, congressId)).orderBy(asc(forms.id))
}

export const findRefusal = async (read: Reader, id: string): Promise<Row<'refusals'> | undefined> => {
  const { refusals } = read.tables
  return (await read.select().from(refusals).where(eq(refusals.id, id)))[0]
}

/** What of a cycle was not taken, newest first. */
export const listRefusalsOf = async (read: Reader, cycleId: string): Promise<Row<'refusals'>[]> => {
  const { refusals } = read.tables
  return read.select().from(refusals).where(eq(refusals.cycleId, cycleId)).orderBy(desc(refusals.id))
}

export const findReturn = async (read: Reader, id: string): Promise<Row<'returns'> | undefined> => {
  const { returns } = read.tables
  return (await read.select().from(returns).where(eq(returns.id, id)))[0]
}

/** Whose a heap is and where it may be imported, without what was read. */
export const findPlaceOfReturn = async (
  read: Reader,
  id: string,
): Promise<{ accountId: string; unitIds: (string | null)[] } | undefined> => {
  const { returns } = read.tables
  const found = await read
    .select({ accountId: returns.accountId, unitIds: returns.unitIds })
    .from(returns)
    .where(eq(returns.id, id))
  return found[0]
}

export const saveReturn = async (tx: Writer, row: Row<'returns'>): Promise<void> => {
  await tx.insert(tx.tables.returns).values(row)
}

export const changeReturn = async (tx: Writer, id: string, content: unknown): Promise<void> => {
  const { returns } = tx.tables
  await tx.update(returns).set({ content }).where(eq(returns.id, id))
}

export const removeReturn = async (tx: Writer, id: string): Promise<void> => {
  const { returns } = tx.tables
  await tx.delete(returns).where(eq(returns.id, id))
}

/** Heaps that nobody came back to. */
export const removeReturnsBefore = async (tx: Writer, instant: string): Promise<void> => {
  const { returns } = tx.tables
  await tx.delete(returns).where(lt(returns.createdAt, instant))
}
