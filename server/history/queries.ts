import { and, desc, eq, inArray, isNull, lt, sql, type SQL } from 'drizzle-orm'
import type { Database, Reader, Writer } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import type { RowChange } from '../../db/tables/history.ts'

export const saveAct = async (tx: Writer, act: Row<'acts'>): Promise<void> => {
  await tx.insert(tx.tables.acts).values(act)
}

export const findAct = async (read: Reader, id: string): Promise<Row<'acts'> | undefined> => {
  const { acts } = read.tables
  return (await read.select().from(acts).where(eq(acts.id, id)))[0]
}

export const markUndone = async (tx: Writer, actId: string, undoneByActId: string | null): Promise<void> => {
  const { acts } = tx.tables
  await tx.update(acts).set({ undoneByActId }).where(eq(acts.id, actId))
}

const stampName = 'acts'

/** One more act was done; inside the write, so that the stamp never runs ahead of what it stands for. */
export const raiseStamp = async (tx: Writer): Promise<void> => {
  const { stamps } = tx.tables
  await tx
    .insert(stamps)
    .values({ name: stampName, value: 1 })
    .onConflictDoUpdate({ target: stamps.name, set: { value: sql`${stamps.value} + 1` } })
}

const timesPerInsert = 500

/** These records were changed at this instant. */
export const saveChangeTimes = async (tx: Writer, ids: readonly string[], at: string): Promise<void> => {
  const { changeTimes } = tx.tables
  for (let start = 0; start < ids.length; start += timesPerInsert) {
    const rows = ids.slice(start, start + timesPerInsert).map((id) => ({ id, at }))
    await tx.insert(changeTimes).values(rows).onConflictDoUpdate({ target: changeTimes.id, set: { at } })
  }
}

/** When records were last changed, by id; those that nobody changed since this is kept have no entry. */
export const listChangeTimes = async (read: Reader): Promise<Map<string, string>> => {
  const rows = await read.select().from(read.tables.changeTimes)
  return new Map(rows.map(({ id, at }) => [id, at]))
}

/** Reads the number of acts done so far. */
export const stampReader = (db: Database): (() => Promise<number>) => {
  const find = db.prepared('stamp', (read) => {
    const { stamps } = read.tables
    return read
      .select({ value: stamps.value })
      .from(stamps)
      .where(eq(stamps.name, sql.placeholder('name')))
  })
  return async () => (await find({ name: stampName }))[0]?.value ?? 0
}

/** Acts that can be seen from these units (null = from everywhere), newest first, before the cursor's act. */
export const listActs = async (
  read: Reader,
  where: {
    unitIds: string[] | null
    congressId: string | null
    cursor: string | null
    isDeletedOnly: boolean
    limit: number
  },
) => {
  const { acts } = read.tables
  const conditions: (SQL | undefined)[] = []
  if (where.unitIds !== null) conditions.push(inArray(acts.unitId, where.unitIds))
  if (where.congressId !== null) conditions.push(eq(acts.congressId, where.congressId))
  if (where.cursor !== null) conditions.push(lt(acts.id, where.cursor))
  // The undoing of a deletion is no deletion: what it brought back is not in the trash.
  if (where.isDeletedOnly) {
    const isDeletion = sql`${acts.action} LIKE '%-deleted' AND ${acts.action} NOT LIKE 'undo:%'`
    conditions.push(and(isDeletion, isNull(acts.undoneByActId)))
  }
  return read
    .select(lineColumns(read))
    .from(acts)
    .where(and(...conditions))
    .orderBy(desc(acts.id))
    .limit(where.limit)
}

/** The rows that these acts changed, by act: only of acts that touched few, an import has thousands. */
export const listChanges = async (read: Reader, actIds: readonly string[]): Promise<Map<string, RowChange[]>> => {
  if (actIds.length === 0) return new Map()
  const { acts } = read.tables
  const rows = await read
    .select({ id: acts.id, changes: acts.changes })
    .from(acts)
    .where(inArray(acts.id, [...actIds]))
  return new Map(rows.map(({ id, changes }) => [id, changes]))
}

/** All but the rows themselves, which are read only to undo and where they are few. */
const lineColumns = (read: Reader) => {
  const { acts } = read.tables
  return {
    id: acts.id,
    at: acts.at,
    accountName: acts.accountName,
    action: acts.action,
    subject: acts.subject,
    unitId: acts.unitId,
    cycleId: acts.cycleId,
    congressId: acts.congressId,
    reason: acts.reason,
    changeCount: acts.changeCount,
    undoneByActId: acts.undoneByActId,
    undoesActId: acts.undoesActId,
  }
}
