import { eq } from 'drizzle-orm'
import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'

export const findPublication = async (read: Reader, congressId: string): Promise<Row<'publications'> | undefined> => {
  const { publications } = read.tables
  return (await read.select().from(publications).where(eq(publications.congressId, congressId)))[0]
}

export const findPublicationByCode = async (read: Reader, code: string): Promise<Row<'publications'> | undefined> => {
  const { publications } = read.tables
  return (await read.select().from(publications).where(eq(publications.code, code)))[0]
}
