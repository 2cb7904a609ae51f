import { and, asc, eq, inArray, lt, ne } from 'drizzle-orm'
import type { Reader, Writer } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import type { ImportKind } from './schema.ts'

export const findImport = async (read: Reader, id: string): Promise<Row<'imports'> | undefined> => {
  const { imports } = read.tables
  return (await read.select().from(imports).where(eq(imports.id, id)))[0]
}

/** Where an import stands and whose it is, without what was read. */
export const findPlaceOfImport = async (
  read: Reader,
  id: string,
): Promise<Pick<Row<'imports'>, 'accountId' | 'unitId'> | undefined> => {
  const { imports } = read.tables
  const found = await read
    .select({ accountId: imports.accountId, unitId: imports.unitId })
    .from(imports)
    .where(eq(imports.id, id))
  return found[0]
}

export const saveImport = async (tx: Writer, row: Row<'imports'>): Promise<void> => {
  await tx.insert(tx.tables.imports).values(row)
}

export const changeContent = async (tx: Writer, id: string, content: unknown): Promise<void> => {
  const { imports } = tx.tables
  await tx.update(imports).set({ content }).where(eq(imports.id, id))
}

export const removeImport = async (tx: Writer, id: string): Promise<void> => {
  const { imports } = tx.tables
  await tx.delete(imports).where(eq(imports.id, id))
}

/** Dry runs that nobody came back to. */
export const removeImportsBefore = async (tx: Writer, instant: string): Promise<void> => {
  const { imports } = tx.tables
  await tx.delete(imports).where(lt(imports.createdAt, instant))
}

/**
 * Fields by the folded headings that this office used before. Lists of delegates are made by their units, each in its
 * own words: what one of them calls a column counts for no other.
 */
export const rememberedNames = async (
  read: Reader,
  kind: ImportKind,
  unitId: string | null,
): Promise<Map<string, string>> => {
  const { columnNames } = read.tables
  const rows = await read
    .select({ folded: columnNames.folded, field: columnNames.field })
    .from(columnNames)
    .where(eq(columnNames.kind, scopeOf(kind, unitId)))
  return new Map(rows.map(({ folded, field }) => [folded, field]))
}

/** Remembers what a heading meant; the last meaning counts. */
export const rememberName = async (
  tx: Writer,
  { kind, unitId }: { kind: ImportKind; unitId: string | null },
  { id, folded, field }: Pick<Row<'columnNames'>, 'id' | 'folded' | 'field'>,
): Promise<void> => {
  const { columnNames } = tx.tables
  const scope = scopeOf(kind, unitId)
  await tx.delete(columnNames).where(and(eq(columnNames.kind, scope), eq(columnNames.folded, folded)))
  await tx.insert(columnNames).values({ id, kind: scope, folded, field })
}

const scopeOf = (kind: ImportKind, unitId: string | null): string =>
  kind === 'delegates' ? `${kind} ${unitId ?? ''}` : kind

/** The parts in other congresses than this one, and the posts, of people of these names. */
export const findPeopleOfNames = async (read: Reader, folded: readonly string[], congressId: string) => {
  const { people, delegates, congresses, postHolders, posts } = read.tables
  const isNamed = inArray(people.folded, [...folded])
  const parts = await read
    .select({ person: people, delegate: delegates, title: congresses.title })
    .from(people)
    .innerJoin(delegates, eq(delegates.personId, people.id))
    .innerJoin(congresses, eq(congresses.id, delegates.congressId))
    .where(and(isNamed, ne(delegates.congressId, congressId)))
    .orderBy(asc(delegates.id))
  const held = await read
    .select({ person: people, post: posts.name })
    .from(people)
    .innerJoin(postHolders, eq(postHolders.personId, people.id))
    .innerJoin(posts, eq(posts.id, postHolders.postId))
    .where(isNamed)
    .orderBy(asc(postHolders.id))
  return { parts, held }
}

/** Another congress that one of these delegates is of. */
export const findOtherCongress = async (
  read: Reader,
  congressId: string,
  delegateIds: readonly string[],
): Promise<string | null> => {
  const { delegates } = read.tables
  const [found] = await read
    .select({ congressId: delegates.congressId })
    .from(delegates)
    .where(and(inArray(delegates.id, [...delegateIds]), ne(delegates.congressId, congressId)))
    .limit(1)
  return found?.congressId ?? null
}

/** Numbers that the delegates of a congress have. */
export const listNumbers = async (read: Reader, congressId: string): Promise<string[]> => {
  const { delegates } = read.tables
  const rows = await read
    .select({ number: delegates.number })
    .from(delegates)
    .where(and(eq(delegates.congressId, congressId), ne(delegates.number, '')))
  return rows.map(({ number }) => number)
}
