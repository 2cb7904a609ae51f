import { eq, inArray } from 'drizzle-orm'
import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'

export const findLogo = async (read: Reader, unitId: string): Promise<Row<'logos'> | undefined> => {
  const { logos } = read.tables
  return (await read.select().from(logos).where(eq(logos.unitId, unitId)))[0]
}

/** The logo of the first of these units that keeps one. */
export const findNearestLogo = async (read: Reader, unitIds: readonly string[]): Promise<Row<'logos'> | undefined> => {
  const { logos } = read.tables
  const kept = await read
    .select({ unitId: logos.unitId })
    .from(logos)
    .where(inArray(logos.unitId, [...unitIds]))
  const nearest = unitIds.find((id) => kept.some(({ unitId }) => unitId === id))
  return nearest === undefined ? undefined : findLogo(read, nearest)
}
