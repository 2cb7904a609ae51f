import { and, asc, desc, eq, getTableColumns, inArray, isNotNull, isNull, lt, or } from 'drizzle-orm'
import type { Reader, Writer } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'

/** The last paper of a kind that a congress has. */
export const findPaper = async (read: Reader, congressId: string, kind: string): Promise<Row<'papers'> | undefined> => {
  const { papers } = read.tables
  const found = await read
    .select()
    .from(papers)
    .where(and(eq(papers.congressId, congressId), eq(papers.kind, kind)))
    .orderBy(desc(papers.edition))
    .limit(1)
  return found[0]
}

export const findPaperById = async (read: Reader, id: string): Promise<Row<'papers'> | undefined> => {
  const { papers } = read.tables
  return (await read.select().from(papers).where(eq(papers.id, id)))[0]
}

/** What is told of a paper as it was signed, without all that it was made from. */
export type SignedCopy = Omit<Row<'signedPapers'>, 'making'>

export const findSignedCopy = async (read: Reader, id: string): Promise<SignedCopy | undefined> => {
  const { signedPapers } = read.tables
  const { making: _making, ...columns } = getTableColumns(signedPapers)
  return (await read.select(columns).from(signedPapers).where(eq(signedPapers.id, id)))[0]
}

/** All that a signed paper was made from, packed. */
export const findSignedMaking = async (read: Reader, id: string): Promise<string | undefined> => {
  const { signedPapers } = read.tables
  const { making } = signedPapers
  return (await read.select({ making }).from(signedPapers).where(eq(signedPapers.id, id)))[0]?.making
}

export const saveSignedCopy = async (tx: Writer, copy: Row<'signedPapers'>): Promise<void> => {
  await tx.insert(tx.tables.signedPapers).values(copy)
}

/** All papers of a congress, those that were replaced too. */
export const listPapers = async (read: Reader, congressId: string): Promise<Row<'papers'>[]> => {
  const { papers } = read.tables
  return read
    .select()
    .from(papers)
    .where(eq(papers.congressId, congressId))
    .orderBy(asc(papers.kind), asc(papers.edition))
}

/** The papers of a kind before this one, the last one first. */
export const listFormerPapers = async (
  read: Reader,
  { congressId, kind, edition }: Row<'papers'>,
): Promise<Row<'papers'>[]> => {
  const { papers } = read.tables
  return read
    .select()
    .from(papers)
    .where(and(eq(papers.congressId, congressId), eq(papers.kind, kind), lt(papers.edition, edition)))
    .orderBy(desc(papers.edition))
}

/** The papers of a cycle that are not signed yet and have a post to sign them, with the unit of their congress. */
export const listUnsignedPapers = async (
  read: Reader,
  cycleId: string,
): Promise<(Row<'papers'> & { unitId: string })[]> => {
  const { papers, congresses } = read.tables
  const rows = await read
    .select({ paper: papers, unitId: congresses.unitId })
    .from(papers)
    .innerJoin(congresses, eq(congresses.id, papers.congressId))
    .where(
      and(
        eq(congresses.cycleId, cycleId),
        inArray(papers.standing, ['draft', 'for-signature']),
        isNotNull(papers.signerPostId),
      ),
    )
    .orderBy(asc(papers.congressId), asc(papers.kind))
  return rows.map(({ paper, unitId }) => ({ ...paper, unitId }))
}

/** Steps of these papers, the first one first. */
export const listSteps = async (read: Reader, paperIds: readonly string[]): Promise<Row<'paperSteps'>[]> => {
  if (paperIds.length === 0) return []
  const { paperSteps } = read.tables
  return read
    .select()
    .from(paperSteps)
    .where(inArray(paperSteps.paperId, [...paperIds]))
    .orderBy(asc(paperSteps.at), asc(paperSteps.id))
}

export const findSeries = async (read: Reader, id: string): Promise<Row<'numberSeries'> | undefined> => {
  const { numberSeries } = read.tables
  return (await read.select().from(numberSeries).where(eq(numberSeries.id, id)))[0]
}

/** The series that a congress may take numbers from: its own, and those that its unit shares. */
export const listSeriesFor = async (
  read: Reader,
  { id, unitId }: { id: string; unitId: string },
): Promise<Row<'numberSeries'>[]> => {
  const { numberSeries } = read.tables
  const ofUnit = and(eq(numberSeries.unitId, unitId), isNull(numberSeries.congressId))
  return read
    .select()
    .from(numberSeries)
    .where(or(eq(numberSeries.congressId, id), ofUnit))
    .orderBy(asc(numberSeries.id))
}

/** Series that belong to this congress alone. */
export const listSeriesOfCongress = async (read: Reader, congressId: string): Promise<Row<'numberSeries'>[]> => {
  const { numberSeries } = read.tables
  return read.select().from(numberSeries).where(eq(numberSeries.congressId, congressId)).orderBy(asc(numberSeries.id))
}

/** The papers that have a number of the series. */
export const listNumbered = async (read: Reader, seriesId: string): Promise<Row<'papers'>[]> => {
  const { papers } = read.tables
  return read.select().from(papers).where(eq(papers.seriesId, seriesId))
}
