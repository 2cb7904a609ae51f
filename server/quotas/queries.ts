import { asc, count, eq, inArray, and } from 'drizzle-orm'
import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'

/** A quota with the unit that it is of; null = it is of none. */
export interface QuotaRecord {
  quota: Row<'quotas'>
  unit: Row<'units'> | null
}

/** The quotas of a congress in their order. */
export const listQuotas = async (read: Reader, congressId: string): Promise<QuotaRecord[]> => {
  const { quotas, units } = read.tables
  return read
    .select({ quota: quotas, unit: units })
    .from(quotas)
    .leftJoin(units, eq(units.id, quotas.unitId))
    .where(eq(quotas.congressId, congressId))
    .orderBy(asc(quotas.position), asc(quotas.id))
}

/** Those of them that are named. */
export const findQuotas = async (read: Reader, congressId: string, ids: readonly string[]): Promise<QuotaRecord[]> => {
  const { quotas, units } = read.tables
  return read
    .select({ quota: quotas, unit: units })
    .from(quotas)
    .leftJoin(units, eq(units.id, quotas.unitId))
    .where(and(eq(quotas.congressId, congressId), inArray(quotas.id, [...ids])))
}

export const countQuotas = async (read: Reader, congressId: string): Promise<number> => {
  const { quotas } = read.tables
  const [counted] = await read.select({ rows: count() }).from(quotas).where(eq(quotas.congressId, congressId))
  return counted?.rows ?? 0
}

export const findQuotaPlan = async (read: Reader, congressId: string): Promise<Row<'quotaPlans'> | undefined> => {
  const { quotaPlans } = read.tables
  return (await read.select().from(quotaPlans).where(eq(quotaPlans.congressId, congressId)))[0]
}

/** Delegates and guests on the list of a congress with what quotas and aims are judged by. */
export const listAttending = async (read: Reader, congressId: string) => {
  const { delegates, delegations, people, sensitiveData } = read.tables
  return read
    .select({
      class: delegates.class,
      sendingUnitId: delegates.sendingUnitId,
      delegationUnitId: delegations.sendingUnitId,
      delegation: delegations.name,
      groups: delegates.groups,
      sex: people.sex,
      birthYear: people.birthYear,
      titles: people.titles,
      isDirectWorker: people.isDirectWorker,
      ethnicity: sensitiveData.ethnicity,
    })
    .from(delegates)
    .innerJoin(people, eq(people.id, delegates.personId))
    .leftJoin(delegations, eq(delegations.id, delegates.delegationId))
    .leftJoin(sensitiveData, eq(sensitiveData.personId, people.id))
    .where(
      and(
        eq(delegates.congressId, congressId),
        eq(delegates.standing, 'listed'),
        inArray(delegates.class, ['official', 'guest']),
      ),
    )
}
