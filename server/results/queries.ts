import { eq } from 'drizzle-orm'
import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'

export const findResult = async (read: Reader, congressId: string): Promise<Row<'results'> | undefined> => {
  const { results } = read.tables
  return (await read.select().from(results).where(eq(results.congressId, congressId)))[0]
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
