import { and, asc, count, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import type { Database, Reader, Writer } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import type { DelegateRecord } from '../delegates/queries.ts'

export const findSecret = async (read: Reader, name: string): Promise<string | undefined> => {
  const { secrets } = read.tables
  return (await read.select().from(secrets).where(eq(secrets.name, name)))[0]?.value
}

/** The secret of this name, which is this value unless there was one. */
export const saveSecret = async (tx: Writer, name: string, value: string): Promise<string> => {
  await tx.insert(tx.tables.secrets).values({ name, value }).onConflictDoNothing()
  return (await findSecret(tx, name)) ?? value
}

/** All that stands behind a personal link; what is null is gone, or was never there. */
export interface LinkRecord {
  link: Row<'delegateLinks'>
  delegate: Row<'delegates'> | null
  person: Row<'people'> | null
  delegation: Row<'delegations'> | null
  congress: Row<'congresses'> | null
  unit: Row<'units'> | null
  /** The day on which the congress's road stands: the example's. */
  standsOn: string | null
  venue: Row<'venues'> | null
  publication: Row<'publications'> | null
  /** When the person agreed that needs are kept; null = none were stated. */
  consentAt: string | null
}

const selectLinks = (read: Reader) => {
  const { delegateLinks, delegates, people, delegations, congresses, cycles, units, venues, publications } = read.tables
  const { sensitiveData } = read.tables
  const ofDelegation = sql`coalesce(${delegateLinks.delegationId}, ${delegates.delegationId})`
  return read
    .select({
      ...{ link: delegateLinks, delegate: delegates, person: people, delegation: delegations },
      ...{ congress: congresses, unit: units, venue: venues, publication: publications, standsOn: cycles.standsOn },
      consentAt: sensitiveData.consentAt,
    })
    .from(delegateLinks)
    .leftJoin(delegates, eq(delegates.id, delegateLinks.delegateId))
    .leftJoin(people, eq(people.id, delegates.personId))
    .leftJoin(sensitiveData, eq(sensitiveData.personId, people.id))
    .leftJoin(delegations, eq(delegations.id, ofDelegation))
    .leftJoin(congresses, eq(congresses.id, delegateLinks.congressId))
    .leftJoin(cycles, eq(cycles.id, congresses.cycleId))
    .leftJoin(units, eq(units.id, congresses.unitId))
    .leftJoin(venues, eq(venues.id, congresses.venueId))
    .leftJoin(publications, eq(publications.congressId, congresses.id))
}

/** Reads what stands behind a code by a statement that is compiled once: a hall full of telephones asks for it. */
export const linkReader = (db: Database) => {
  const find = db.prepared('delegate-link', (read) =>
    selectLinks(read).where(eq(read.tables.delegateLinks.codeHash, sql.placeholder('codeHash'))),
  )
  return async (codeHash: string): Promise<LinkRecord | undefined> => (await find({ codeHash }))[0]
}

/** The same within a write. */
export const findLinkRecord = async (read: Reader, codeHash: string): Promise<LinkRecord | undefined> =>
  (await selectLinks(read).where(eq(read.tables.delegateLinks.codeHash, codeHash)))[0]

/** What stands behind some links of a congress. */
export const listLinkRecords = async (
  read: Reader,
  congressId: string,
  linkIds: readonly string[],
): Promise<LinkRecord[]> => {
  const { delegateLinks } = read.tables
  const isNamed = and(eq(delegateLinks.congressId, congressId), inArray(delegateLinks.id, [...linkIds]))
  return selectLinks(read).where(isNamed).orderBy(asc(delegateLinks.id))
}

/** Number and day of the release in force, without the programme: that is read where it is not kept yet. */
export const releaseReader = (db: Database) => {
  const find = db.prepared('delegate-release', (read) => {
    const { releases } = read.tables
    return read
      .select({ id: releases.id, version: releases.version })
      .from(releases)
      .where(eq(releases.congressId, sql.placeholder('congressId')))
      .orderBy(sql`${releases.number} desc`)
      .limit(1)
  })
  return async (congressId: string): Promise<{ id: string; version: number } | undefined> =>
    (await find({ congressId }))[0]
}

/** The links of a congress: those of its delegates and of the liaisons of its delegations. */
export const listLinks = async (read: Reader, congressId: string): Promise<Row<'delegateLinks'>[]> => {
  const { delegateLinks } = read.tables
  return read
    .select()
    .from(delegateLinks)
    .where(eq(delegateLinks.congressId, congressId))
    .orderBy(asc(delegateLinks.id))
}

export const findLink = async (read: Reader, id: string): Promise<Row<'delegateLinks'> | undefined> => {
  const { delegateLinks } = read.tables
  return (await read.select().from(delegateLinks).where(eq(delegateLinks.id, id)))[0]
}

/** Those of them that are named. */
export const findLinks = async (
  read: Reader,
  congressId: string,
  ids: readonly string[],
): Promise<Row<'delegateLinks'>[]> => {
  const { delegateLinks } = read.tables
  const isNamed = and(eq(delegateLinks.congressId, congressId), inArray(delegateLinks.id, [...ids]))
  return read.select().from(delegateLinks).where(isNamed)
}

export const markOpened = async (tx: Writer, id: string, openedAt: string): Promise<void> => {
  const { delegateLinks } = tx.tables
  await tx.update(delegateLinks).set({ openedAt }).where(eq(delegateLinks.id, id))
}

/** How many of a congress bear this name, folded. */
export const countNamesakes = async (read: Reader, congressId: string, folded: string): Promise<number> => {
  const { delegates, people } = read.tables
  const rows = await read
    .select({ id: delegates.id })
    .from(delegates)
    .innerJoin(people, eq(people.id, delegates.personId))
    .where(and(eq(delegates.congressId, congressId), eq(people.folded, folded)))
    .limit(2)
  return rows.length
}

/** Whom to ask about a link that does not open: the unit that gave out the most, which tells nothing of the link. */
export const findIssuer = async (read: Reader): Promise<Row<'units'> | undefined> => {
  const { congresses, delegateLinks, units } = read.tables
  const [issuer] = await read
    .select({ id: congresses.unitId })
    .from(delegateLinks)
    .innerJoin(congresses, eq(congresses.id, delegateLinks.congressId))
    .groupBy(congresses.unitId)
    .orderBy(desc(count()), asc(congresses.unitId))
    .limit(1)
  if (!issuer) return findHeadOffice(read)
  return (await read.select().from(units).where(eq(units.id, issuer.id)))[0]
}

/** The unit above all others. */
export const findHeadOffice = async (read: Reader): Promise<Row<'units'> | undefined> => {
  const { units } = read.tables
  return (
    await read
      .select()
      .from(units)
      .where(sql`${units.parentId} is null`)
      .orderBy(asc(units.id))
      .limit(1)
  )[0]
}

/** The head of a delegation, who is asked first. */
export const findHeadOf = async (read: Reader, delegateId: string): Promise<{ name: string; phone: string } | null> => {
  const { delegates, people } = read.tables
  const [head] = await read
    .select({ name: people.name, phone: people.phone })
    .from(delegates)
    .innerJoin(people, eq(people.id, delegates.personId))
    .where(eq(delegates.id, delegateId))
  return head ?? null
}

/** What waits to be settled at a congress, what was said first at the top. */
export const listOpenReports = async (read: Reader, congressId: string): Promise<Row<'delegateReports'>[]> => {
  const { delegateReports } = read.tables
  const isOpen = and(eq(delegateReports.congressId, congressId), isNull(delegateReports.outcome))
  return read.select().from(delegateReports).where(isOpen).orderBy(asc(delegateReports.id))
}

/** The same of one delegate. */
export const listReportsOf = async (read: Reader, delegateId: string): Promise<Row<'delegateReports'>[]> => {
  const { delegateReports } = read.tables
  const isOpen = and(eq(delegateReports.delegateId, delegateId), isNull(delegateReports.outcome))
  return read.select().from(delegateReports).where(isOpen).orderBy(asc(delegateReports.id))
}

/** What was said to be wrong, and to read so instead. */
export type ReportSaid = Pick<Row<'delegateReports'>, 'field' | 'proposed'>

/** Reads that of one delegate by a statement that is compiled once. */
export const reportsReader = (db: Database) => {
  const find = db.prepared('delegate-reports', (read) => {
    const { delegateReports } = read.tables
    return read
      .select({ field: delegateReports.field, proposed: delegateReports.proposed })
      .from(delegateReports)
      .where(and(eq(delegateReports.delegateId, sql.placeholder('delegateId')), isNull(delegateReports.outcome)))
      .orderBy(asc(delegateReports.id))
  })
  return (delegateId: string): Promise<ReportSaid[]> => find({ delegateId })
}

export const findReport = async (read: Reader, id: string): Promise<Row<'delegateReports'> | undefined> => {
  const { delegateReports } = read.tables
  return (await read.select().from(delegateReports).where(eq(delegateReports.id, id)))[0]
}

/** The members of a delegation that are on the list or stand by, in their order. */
export const listMembers = async (read: Reader, delegationId: string): Promise<DelegateRecord[]> => {
  const { delegates, people } = read.tables
  const isMember = and(eq(delegates.delegationId, delegationId), ne(delegates.standing, 'withdrawn'))
  const rows = await read
    .select({ delegate: delegates, person: people })
    .from(delegates)
    .innerJoin(people, eq(people.id, delegates.personId))
    .where(isMember)
    .orderBy(asc(delegates.position), asc(delegates.id))
  return rows.map((row) => ({ ...row, delegation: '' }))
}
