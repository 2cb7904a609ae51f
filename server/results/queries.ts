import { eq } from 'drizzle-orm'
import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'

export const findResult = async (read: Reader, congressId: string): Promise<Row<'results'> | undefined> => {
  const { results } = read.tables
  return (await read.select().from(results).where(eq(results.congressId, congressId)))[0]
}

/** Of each congress of a cycle what its sums ask for: a road is read whole after every act. */
export const listSummedCongresses = async (read: Reader, cycleId: string) => {
  const { congresses } = read.tables
  const { id, levelId, unitId, state, dateFrom, dateTo, weekOf, hostUnitIds, hostBlock } = congresses
  return read
    .select({ id, levelId, unitId, state, dateFrom, dateTo, weekOf, hostUnitIds, hostBlock })
    .from(congresses)
    .where(eq(congresses.cycleId, cycleId))
}

/** Of each unit what sums ask for. */
export const listSummedUnits = async (read: Reader) => {
  const { id, parentId, block, windowFrom, windowTo } = read.tables.units
  return read.select({ id, parentId, block, windowFrom, windowTo }).from(read.tables.units)
}

/** Of each result what is summed. */
export const listSummedResults = async (read: Reader, cycleId: string) => {
  const { results, congresses } = read.tables
  const { congressId, presentDelegates, presentGuests, honours, chosenUpward } = results
  return read
    .select({ congressId, presentDelegates, presentGuests, honours, chosenUpward })
    .from(results)
    .innerJoin(congresses, eq(congresses.id, results.congressId))
    .where(eq(congresses.cycleId, cycleId))
}

/** Results of the congresses of a cycle. */
export const listResults = async (read: Reader, cycleId: string): Promise<Row<'results'>[]> => {
  const { results, congresses } = read.tables
  const rows = await read
    .select({ result: results })
    .from(results)
    .innerJoin(congresses, eq(congresses.id, results.congressId))
    .where(eq(congresses.cycleId, cycleId))
  return rows.map(({ result }) => result)
}
