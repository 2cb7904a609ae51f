import { StaleRow } from '../../db/rows.ts'
import { findCongress } from '../congresses/queries.ts'
import { notFound } from '../errors.ts'
import type { ActRows } from '../history/actions.ts'
import { newId } from '../office.ts'
import { findQuotaPlan, findQuotas, listQuotas, type QuotaRecord } from '../quotas/queries.ts'
import { refuseBelowApproved } from '../quotas/approved.ts'
import { refuseAboveMaximum } from '../quotas/maximum.ts'
import { emptyQuota, unsent } from '../quotas/rules/new-quota.ts'
import { quotaOfListValues } from '../quotas/rules/list-values.ts'
import { unitsByName } from '../quotas/units.ts'
import { listedOf, rowOfQuota, type ListPlace } from './queries.ts'
import type { ListStore } from './store.ts'

/** Quotas as rows of their list: the unit is known by its name. */
export const quotaStore: ListStore = {
  create: async (rows, place, added) => {
    const unitOf = await unitsOfPlace(rows, place)
    const { congressId } = place
    const made = added.map(({ position, values }) => {
      const listed = quotaOfListValues(values, null)
      return { ...emptyQuota, id: newId(), congressId, position, unitId: unitOf(listed.name), ...listed }
    })
    await rows.createMany('quotas', made)
    const found = await findQuotas(
      rows.tx,
      congressId,
      made.map(({ id }) => id),
    )
    const byId = new Map(found.map((record) => [record.quota.id, rowOfQuota(record)]))
    return made.flatMap(({ id }) => byId.get(id) ?? [])
  },
  change: async (rows, place, row, { position, values }) => {
    const standing = await standingOf(rows, place, row.id)
    const before = listedOf(standing)
    const listed = values === undefined ? null : quotaOfListValues(values, before)
    const isRenamed = listed !== null && listed.name !== before.name
    const unitId = isRenamed ? (await unitsOfPlace(rows, place, row.id))(listed.name) : standing.quota.unitId
    await rows.change('quotas', row.id, row.version, {
      ...listed,
      ...(unitId === standing.quota.unitId ? {} : { unitId, ...unsent }),
      ...(position === undefined ? {} : { position }),
    })
    return rowOfQuota(await standingOf(rows, place, row.id))
  },
  remove: (rows, _place, { id, version }) => rows.remove('quotas', id, version),
  settle: async (rows, { congressId }) => {
    await refuseAboveMaximum(rows, congressId)
    await refuseBelowApproved(rows, congressId)
  },
}

const standingOf = async ({ tx }: ActRows, { congressId }: ListPlace, id: string): Promise<QuotaRecord> => {
  const [found] = await findQuotas(tx, congressId, [id])
  if (!found) throw new StaleRow(null)
  return found
}

const unitsOfPlace = async ({ tx }: ActRows, { congressId }: ListPlace, exceptId: string | null = null) => {
  const congress = await findCongress(tx, congressId)
  if (!congress) throw notFound()
  return unitsByName(tx, congress, exceptId)
}

export const removeQuotas = async (rows: ActRows, congressId: string): Promise<void> => {
  const plan = await findQuotaPlan(rows.tx, congressId)
  if (plan) await rows.remove('quotaPlans', plan.id, plan.version)
  for (const { quota } of await listQuotas(rows.tx, congressId)) await rows.remove('quotas', quota.id, quota.version)
}
