import { asc, eq } from 'drizzle-orm'
import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'

export const findVenue = async (read: Reader, id: string): Promise<Row<'venues'> | undefined> => {
  const { venues } = read.tables
  return (await read.select().from(venues).where(eq(venues.id, id)))[0]
}

export const listVenues = async (read: Reader): Promise<Row<'venues'>[]> => {
  const { venues } = read.tables
  return read.select().from(venues).orderBy(asc(venues.id))
}

/** Congresses that are held there. */
export const listUsesOfVenue = async (read: Reader, id: string): Promise<{ kind: string; name: string }[]> => {
  const { congresses } = read.tables
  const rows = await read.select({ name: congresses.title }).from(congresses).where(eq(congresses.venueId, id))
  return rows.map(({ name }) => ({ kind: 'congress', name }))
}
