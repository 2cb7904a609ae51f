import { and, asc, eq, sql } from 'drizzle-orm'
import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import type { FileOwner } from './schema.ts'

export const findFile = async (read: Reader, id: string): Promise<Row<'files'> | undefined> => {
  const { files } = read.tables
  return (await read.select().from(files).where(eq(files.id, id)))[0]
}

/** Files of one owner, in the order in which they were added. */
export const listFilesOf = async (read: Reader, kind: FileOwner, ownerId: string): Promise<Row<'files'>[]> => {
  const { files } = read.tables
  return read
    .select()
    .from(files)
    .where(and(eq(files.ownerKind, kind), eq(files.ownerId, ownerId)))
    .orderBy(asc(files.id))
}

/** Every file of a congress, whatever of it they are attached to. */
export const listFilesOfCongress = async (read: Reader, congressId: string): Promise<Row<'files'>[]> => {
  const { files } = read.tables
  return read.select().from(files).where(eq(files.congressId, congressId)).orderBy(asc(files.id))
}

/** Hashes that a file or a photo has, or had before or after an act: undoing it would need the bytes again. */
export const listNamedHashes = async (read: Reader): Promise<Set<string>> => {
  const { files, outsideFills, photos, acts } = read.tables
  const standing = [
    ...(await read.selectDistinct({ sha256: files.sha256 }).from(files)),
    ...(await read.selectDistinct({ sha256: outsideFills.sha256 }).from(outsideFills)),
    ...(await read.selectDistinct({ sha256: photos.sha256 }).from(photos)),
  ]
  const told = await read
    .select({ changes: acts.changes })
    .from(acts)
    .where(sql`cast(${acts.changes} as text) like '%"sha256"%'`)
  const rows = told.flatMap(({ changes }) => changes.flatMap(({ before, after }) => [before, after]))
  return new Set([...standing.map(({ sha256 }) => sha256), ...rows.map((row) => String(row?.['sha256'] ?? ''))])
}
