import { and, asc, desc, eq, gt } from 'drizzle-orm'
import type { Reader, Writer } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'

export type PrintLine = Omit<Row<'prints'>, 'snapshot'>

/** The newest prints of a congress, without what they were made from. */
export const listPrints = async (read: Reader, congressId: string, most: number): Promise<PrintLine[]> => {
  const { snapshot: _snapshot, ...columns } = columnsOf(read)
  const { prints } = read.tables
  return read
    .select(columns)
    .from(prints)
    .where(eq(prints.congressId, congressId))
    .orderBy(desc(prints.at), desc(prints.id))
    .limit(most)
}

const columnsOf = ({ tables: { prints } }: Reader) => ({
  id: prints.id,
  congressId: prints.congressId,
  packageId: prints.packageId,
  position: prints.position,
  kind: prints.kind,
  titles: prints.titles,
  language: prints.language,
  at: prints.at,
  accountName: prints.accountName,
  wish: prints.wish,
  documents: prints.documents,
  pages: prints.pages,
  sheets: prints.sheets,
  perSheet: prints.perSheet,
  left: prints.left,
  cuts: prints.cuts,
  snapshot: prints.snapshot,
})

export const findPrint = async (read: Reader, id: string): Promise<Row<'prints'> | undefined> => {
  const { prints } = read.tables
  return (await read.select().from(prints).where(eq(prints.id, id)))[0]
}

/** Where a print or a package is asked for. */
export const findCongressOfPrint = async (read: Reader, id: string): Promise<string | undefined> => {
  const { prints } = read.tables
  return (await read.select({ congressId: prints.congressId }).from(prints).where(eq(prints.id, id)))[0]?.congressId
}

export const findCongressOfPackage = async (read: Reader, packageId: string): Promise<string | undefined> => {
  const { prints } = read.tables
  const found = await read
    .select({ congressId: prints.congressId })
    .from(prints)
    .where(eq(prints.packageId, packageId))
    .limit(1)
  return found[0]?.congressId
}

/** The prints of a package in their order, without what they were made from. */
export const listPrintsOfPackage = async (read: Reader, packageId: string): Promise<PrintLine[]> => {
  const { snapshot: _snapshot, ...columns } = columnsOf(read)
  const { prints } = read.tables
  return read.select(columns).from(prints).where(eq(prints.packageId, packageId)).orderBy(asc(prints.position))
}

/** What of a print of cards tells on which sheet it ended. */
export type CardPrint = Pick<PrintLine, 'id' | 'kind' | 'wish' | 'at'> & { perSheet: number; left: number }

/** The prints of a congress that put several cards on a sheet, the first one first. */
export const listCardPrints = async (read: Reader, congressId: string): Promise<CardPrint[]> => {
  const { prints } = read.tables
  const { id, kind, wish, at, perSheet, left } = columnsOf(read)
  const found = await read
    .select({ id, kind, wish, at, perSheet, left })
    .from(prints)
    .where(and(eq(prints.congressId, congressId), gt(prints.perSheet, 1)))
    .orderBy(asc(prints.at), asc(prints.id))
  return found.map((print) => ({ ...print, perSheet: print.perSheet ?? 0, left: print.left ?? 0 }))
}

export const savePrint = async (tx: Writer, print: Row<'prints'>): Promise<void> => {
  await tx.insert(tx.tables.prints).values(print)
}

export const listMarks = async (read: Reader, congressId: string): Promise<Row<'printMarks'>[]> => {
  const { printMarks } = read.tables
  return read.select().from(printMarks).where(eq(printMarks.congressId, congressId))
}

export const findMark = async (read: Reader, id: string): Promise<Row<'printMarks'> | undefined> => {
  const { printMarks } = read.tables
  return (await read.select().from(printMarks).where(eq(printMarks.id, id)))[0]
}

export const saveMark = async (tx: Writer, mark: Row<'printMarks'>): Promise<void> => {
  const { printMarks } = tx.tables
  const { printedAt, rows } = mark
  await tx.insert(printMarks).values(mark).onConflictDoUpdate({ target: printMarks.id, set: { printedAt, rows } })
}

/** The printers of a unit, as its offices keep them. */
export const findPrinterList = async (read: Reader, unitId: string): Promise<Row<'printerLists'> | undefined> => {
  const { printerLists } = read.tables
  return (await read.select().from(printerLists).where(eq(printerLists.unitId, unitId)))[0]
}
