import { and, asc, desc, eq, getTableColumns, inArray } from 'drizzle-orm'
import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import type { Release } from './schema.ts'

/** The releases of a congress without their contents, the newest first. */
export const listReleases = async (read: Reader, congressId: string): Promise<Release[]> => {
  const { releases } = read.tables
  const { content: _content, version: _version, ...columns } = getTableColumns(releases)
  return read.select(columns).from(releases).where(eq(releases.congressId, congressId)).orderBy(desc(releases.number))
}

export const findRelease = async (read: Reader, id: string): Promise<Row<'releases'> | undefined> => {
  const { releases } = read.tables
  return (await read.select().from(releases).where(eq(releases.id, id)))[0]
}

export const findReleaseNumbered = async (
  read: Reader,
  congressId: string,
  number: number,
): Promise<Row<'releases'> | undefined> => {
  const { releases } = read.tables
  const isWanted = and(eq(releases.congressId, congressId), eq(releases.number, number))
  return (await read.select().from(releases).where(isWanted))[0]
}

/** The release that is in force. */
export const findNewest = async (read: Reader, congressId: string): Promise<Row<'releases'> | undefined> => {
  const { releases } = read.tables
  const ofCongress = eq(releases.congressId, congressId)
  return (await read.select().from(releases).where(ofCongress).orderBy(desc(releases.number)).limit(1))[0]
}

export const findTelling = async (read: Reader, id: string): Promise<Row<'tellings'> | undefined> => {
  const { tellings } = read.tables
  return (await read.select().from(tellings).where(eq(tellings.id, id)))[0]
}

export const listTellings = async (read: Reader, releaseIds: readonly string[]): Promise<Row<'tellings'>[]> => {
  if (releaseIds.length === 0) return []
  const { tellings } = read.tables
  const ofReleases = inArray(tellings.releaseId, [...releaseIds])
  return read.select().from(tellings).where(ofReleases).orderBy(asc(tellings.id))
}
