import { and, eq, lt } from 'drizzle-orm'
import type { Reader, Writer } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'

export const findImport = async (read: Reader, id: string): Promise<Row<'imports'> | undefined> => {
  const { imports } = read.tables
  return (await read.select().from(imports).where(eq(imports.id, id)))[0]
}

/** Where an import stands and whose it is, without what was read. */
export const findPlaceOfImport = async (
  read: Reader,
  id: string,
): Promise<{ accountId: string; unitId: string | null } | undefined> => {
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

/** Fields by the folded headings that this office used before. */
export const rememberedNames = async (read: Reader, kind: string): Promise<Map<string, string>> => {
  const { columnNames } = read.tables
  const rows = await read
    .select({ folded: columnNames.folded, field: columnNames.field })
    .from(columnNames)
    .where(eq(columnNames.kind, kind))
  return new Map(rows.map(({ folded, field }) => [folded, field]))
}

/** Remembers what a heading meant; the last meaning counts. */
export const rememberName = async (tx: Writer, row: Row<'columnNames'>): Promise<void> => {
  const { columnNames } = tx.tables
  await tx.delete(columnNames).where(and(eq(columnNames.kind, row.kind), eq(columnNames.folded, row.folded)))
  await tx.insert(columnNames).values(row)
}
