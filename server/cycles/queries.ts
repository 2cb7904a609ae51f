import { asc, desc, eq } from 'drizzle-orm'
import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import type { AskedField } from '../people/schema.ts'
import type { Level } from './schema.ts'

export const findCycle = async (read: Reader, id: string): Promise<Row<'cycles'> | undefined> => {
  const { cycles } = read.tables
  return (await read.select().from(cycles).where(eq(cycles.id, id)))[0]
}

export const listCycles = async (read: Reader): Promise<Row<'cycles'>[]> => {
  const { cycles } = read.tables
  return read.select().from(cycles).orderBy(desc(cycles.startsOn), asc(cycles.id))
}

export const findLevel = async (read: Reader, id: string): Promise<Level | undefined> => {
  const { levels } = read.tables
  return (await read.select().from(levels).where(eq(levels.id, id)))[0] as Level | undefined
}

/** Levels of a cycle, lowest first. */
export const listLevels = async (read: Reader, cycleId: string): Promise<Level[]> => {
  const { levels } = read.tables
  const rows = await read.select().from(levels).where(eq(levels.cycleId, cycleId)).orderBy(asc(levels.position))
  return rows as Level[]
}

/** What the level of a congress asks of its delegates beside what every list has. */
export const listAskedFields = async (read: Reader, congressId: string): Promise<AskedField[]> => {
  const { congresses, levels } = read.tables
  const [found] = await read
    .select({ asked: levels.delegateFields })
    .from(congresses)
    .innerJoin(levels, eq(levels.id, congresses.levelId))
    .where(eq(congresses.id, congressId))
  return found?.asked ?? []
}
