import { and, asc, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'

type Copy = Row<'templateCopies'>
type Version = Row<'templateVersions'>

export const findCopy = async (read: Reader, place: string): Promise<Copy | undefined> => {
  const { templateCopies } = read.tables
  return (await read.select().from(templateCopies).where(eq(templateCopies.place, place)))[0]
}

export const findCopyById = async (read: Reader, id: string): Promise<Copy | undefined> => {
  const { templateCopies } = read.tables
  return (await read.select().from(templateCopies).where(eq(templateCopies.id, id)))[0]
}

/** Copies that units keep. */
export const listCopies = async (read: Reader, unitIds: readonly string[]): Promise<Copy[]> => {
  if (unitIds.length === 0) return []
  const { templateCopies } = read.tables
  return read
    .select()
    .from(templateCopies)
    .where(inArray(templateCopies.unitId, [...unitIds]))
    .orderBy(asc(templateCopies.place))
}

export const listCopiesOfLevels = async (read: Reader, levelIds: readonly string[]): Promise<Copy[]> => {
  if (levelIds.length === 0) return []
  const { templateCopies } = read.tables
  return read
    .select()
    .from(templateCopies)
    .where(inArray(templateCopies.levelId, [...levelIds]))
    .orderBy(asc(templateCopies.place))
}

/** What copies of units have in force, with the files. */
export const listInForce = async (
  read: Reader,
  unitIds: readonly string[],
): Promise<(Pick<Copy, 'kind' | 'unitId' | 'levelId'> & Pick<Version, 'files'>)[]> => {
  if (unitIds.length === 0) return []
  const { templateCopies: copies, templateVersions: versions } = read.tables
  return read
    .select({ kind: copies.kind, unitId: copies.unitId, levelId: copies.levelId, files: versions.files })
    .from(copies)
    .innerJoin(versions, and(eq(versions.copyId, copies.id), eq(versions.number, copies.inForce)))
    .where(and(inArray(copies.unitId, [...unitIds]), isNotNull(copies.inForce)))
}

/** Versions of a copy, the last one first. */
export const listVersions = async (read: Reader, copyId: string): Promise<Version[]> => {
  const { templateVersions } = read.tables
  return read
    .select()
    .from(templateVersions)
    .where(eq(templateVersions.copyId, copyId))
    .orderBy(desc(templateVersions.number))
}

export const findVersion = async (read: Reader, copyId: string, number: number): Promise<Version | undefined> => {
  const { templateVersions } = read.tables
  const found = await read
    .select()
    .from(templateVersions)
    .where(and(eq(templateVersions.copyId, copyId), eq(templateVersions.number, number)))
  return found[0]
}

/** The last version of each copy. */
export const listLastVersions = async (read: Reader, copyIds: readonly string[]): Promise<Version[]> => {
  if (copyIds.length === 0) return []
  const { templateCopies: copies, templateVersions: versions } = read.tables
  const rows = await read
    .select({ version: versions })
    .from(versions)
    .innerJoin(copies, and(eq(versions.copyId, copies.id), eq(versions.number, copies.lastNumber)))
    .where(inArray(copies.id, [...copyIds]))
  return rows.map(({ version }) => version)
}

/** Congresses that can be looked at; nobody chooses among more. */
const mostCongresses = 300

/** Congresses of units, of one level or all, the first day first. */
export const listCongressesAt = async (
  read: Reader,
  unitIds: readonly string[],
  levelId: string | null,
): Promise<Pick<Row<'congresses'>, 'id' | 'title' | 'unitId'>[]> => {
  const { congresses } = read.tables
  const ofUnits = inArray(congresses.unitId, [...unitIds])
  return read
    .select({ id: congresses.id, title: congresses.title, unitId: congresses.unitId })
    .from(congresses)
    .where(levelId === null ? ofUnits : and(ofUnits, eq(congresses.levelId, levelId)))
    .orderBy(desc(congresses.dateFrom), asc(congresses.id))
    .limit(mostCongresses)
}
