import { and, asc, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { readDelegates, listDelegations, type DelegateRecord } from '../delegates/queries.ts'
import { isDelegationOf } from './rules.ts'

export const findList = async (
  read: Reader,
  congressId: string,
  sendingUnitId: string,
): Promise<Row<'delegateLists'> | undefined> => {
  const { delegateLists } = read.tables
  const isOfUnit = and(eq(delegateLists.congressId, congressId), eq(delegateLists.sendingUnitId, sendingUnitId))
  return (await read.select().from(delegateLists).where(isOfUnit))[0]
}

export const findListById = async (read: Reader, id: string): Promise<Row<'delegateLists'> | undefined> => {
  const { delegateLists } = read.tables
  return (await read.select().from(delegateLists).where(eq(delegateLists.id, id)))[0]
}

/** All lists of a congress of which something was sent. */
export const listLists = async (read: Reader, congressId: string): Promise<Row<'delegateLists'>[]> => {
  const { delegateLists } = read.tables
  return read
    .select()
    .from(delegateLists)
    .where(eq(delegateLists.congressId, congressId))
    .orderBy(asc(delegateLists.id))
}

/** Whether a unit is to send a list to a congress: it was sent a quota, or sent something itself. */
export const isSender = async (read: Reader, congressId: string, unitId: string): Promise<boolean> => {
  const { quotas } = read.tables
  const [quota] = await read
    .select({ id: quotas.id })
    .from(quotas)
    .where(and(eq(quotas.congressId, congressId), eq(quotas.unitId, unitId), isNotNull(quotas.sentAt)))
  return quota !== undefined || (await findList(read, congressId, unitId)) !== undefined
}

/** Units that send lists to a congress that this unit holds; none where another holds it. */
export const listSendersOfCongress = async (
  read: Reader,
  congressId: string,
  heldBy: string | null,
): Promise<string[]> => {
  const { quotas, congresses } = read.tables
  if (heldBy === null) return []
  const sent = await read
    .select({ unitId: quotas.unitId })
    .from(quotas)
    .innerJoin(congresses, eq(congresses.id, quotas.congressId))
    .where(and(eq(quotas.congressId, congressId), eq(congresses.unitId, heldBy), isNotNull(quotas.sentAt)))
  return sent.flatMap(({ unitId }) => unitId ?? [])
}

/** The quota of a unit, sent or not. */
export const findQuotaOfUnit = async (
  read: Reader,
  congressId: string,
  unitId: string,
): Promise<Row<'quotas'> | undefined> => {
  const { quotas } = read.tables
  return (
    await read
      .select()
      .from(quotas)
      .where(and(eq(quotas.congressId, congressId), eq(quotas.unitId, unitId)))
  )[0]
}

/** Who comes to a congress for a unit: whom it sends, and who is in its delegation without another unit's name. */
export const listMembers = async (
  read: Reader,
  congressId: string,
  unit: Pick<Row<'units'>, 'id' | 'name'>,
): Promise<DelegateRecord[]> => {
  const { delegates } = read.tables
  const own = (await listDelegations(read, congressId)).filter((each) => isDelegationOf(each, unit))
  const inDelegation = and(
    isNull(delegates.sendingUnitId),
    inArray(
      delegates.delegationId,
      own.map(({ id }) => id),
    ),
  )
  const isOfUnit = or(eq(delegates.sendingUnitId, unit.id), own.length === 0 ? undefined : inDelegation)
  return readDelegates(read, and(eq(delegates.congressId, congressId), isOfUnit))
}

/** Everybody of a congress with what lists are counted by. */
export const listSenders = async (read: Reader, congressId: string) => {
  const { delegates, delegations, people } = read.tables
  return read
    .select({
      id: delegates.id,
      name: people.name,
      class: delegates.class,
      standing: delegates.standing,
      replacesId: delegates.replacesId,
      sendingUnitId: delegates.sendingUnitId,
      delegationUnitId: delegations.sendingUnitId,
      delegation: delegations.name,
    })
    .from(delegates)
    .innerJoin(people, eq(people.id, delegates.personId))
    .leftJoin(delegations, eq(delegations.id, delegates.delegationId))
    .where(eq(delegates.congressId, congressId))
}

/** Those of these delegates who are at the congress still. */
export const listStillThere = async (
  read: Reader,
  congressId: string,
  ids: readonly string[],
): Promise<Set<string>> => {
  if (ids.length === 0) return new Set()
  const { delegates } = read.tables
  const rows = await read
    .select({ id: delegates.id })
    .from(delegates)
    .where(and(eq(delegates.congressId, congressId), inArray(delegates.id, [...ids])))
  return new Set(rows.map(({ id }) => id))
}

/** Quotas that were sent, and lists, with their congresses and units. */
export const listQuotasSent = async (read: Reader) => {
  const { quotas, congresses, units, delegateLists } = read.tables
  return read
    .select({
      congressId: congresses.id,
      title: congresses.title,
      dateFrom: congresses.dateFrom,
      heldBy: congresses.unitId,
      sendingUnitId: units.id,
      unitName: units.name,
      state: delegateLists.state,
    })
    .from(quotas)
    .innerJoin(congresses, eq(congresses.id, quotas.congressId))
    .innerJoin(units, eq(units.id, quotas.unitId))
    .leftJoin(
      delegateLists,
      and(eq(delegateLists.congressId, quotas.congressId), eq(delegateLists.sendingUnitId, units.id)),
    )
    .where(isNotNull(quotas.sentAt))
    .orderBy(asc(congresses.dateFrom), asc(units.id))
}

/**
 * By when each unit is to send its list up, by unit: the day on the newest form on which it was asked for its delegates.
 * Units that were given no form, or one without a day, are left out.
 */
export const listDeadlines = async (read: Reader, congressId: string): Promise<Map<string, string>> => {
  const { forms } = read.tables
  const issued = await read
    .select({ unitId: forms.unitId, deadline: forms.deadline })
    .from(forms)
    .where(and(eq(forms.congressId, congressId), eq(forms.kind, 'delegates')))
    .orderBy(asc(forms.issue))
  const newest = new Map(issued.map(({ unitId, deadline }) => [unitId, deadline]))
  return new Map([...newest].flatMap(([unitId, deadline]) => (deadline === null ? [] : [[unitId, deadline]])))
}

/** Units that were sent a quota of any congress of a cycle. */
export const listSendersOfCycle = async (
  read: Reader,
  cycleId: string,
): Promise<{ congressId: string; unitId: string }[]> => {
  const { quotas, congresses } = read.tables
  const rows = await read
    .select({ congressId: quotas.congressId, unitId: quotas.unitId })
    .from(quotas)
    .innerJoin(congresses, eq(congresses.id, quotas.congressId))
    .where(and(eq(congresses.cycleId, cycleId), isNotNull(quotas.sentAt), isNotNull(quotas.unitId)))
  return rows.flatMap(({ congressId, unitId }) => (unitId === null ? [] : [{ congressId, unitId }]))
}

/** How the lists of a cycle stand of which something was sent. */
export const listStatesOfCycle = async (read: Reader, cycleId: string) => {
  const { delegateLists, congresses } = read.tables
  return read
    .select({
      congressId: delegateLists.congressId,
      unitId: delegateLists.sendingUnitId,
      state: delegateLists.state,
    })
    .from(delegateLists)
    .innerJoin(congresses, eq(congresses.id, delegateLists.congressId))
    .where(eq(congresses.cycleId, cycleId))
}

/** Words for structure groups that a congress uses: of its delegates, and of what it asks for. */
export const listGroupWords = async (read: Reader, congressId: string): Promise<string[]> => {
  const { delegates, quotas, quotaPlans } = read.tables
  const used = await read
    .select({ groups: delegates.groups })
    .from(delegates)
    .where(eq(delegates.congressId, congressId))
  const asked = await read.select({ aims: quotas.aims }).from(quotas).where(eq(quotas.congressId, congressId))
  const planned = await read
    .select({ aims: quotaPlans.targets })
    .from(quotaPlans)
    .where(eq(quotaPlans.congressId, congressId))
  const ofAims = [...planned, ...asked].flatMap(({ aims }) =>
    aims.flatMap(({ attribute, value }) => (attribute === 'group' ? [value] : [])),
  )
  const words = [...new Set([...ofAims, ...used.flatMap(({ groups }) => groups)])].filter(Boolean)
  return words.toSorted((a, b) => a.localeCompare(b, 'vi'))
}
