import type { Row } from '../../db/rows.ts'
import { findCongress } from '../congresses/queries.ts'
import { findCycle } from '../cycles/queries.ts'
import { invalid, notFound, refused, stale } from '../errors.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import { subjectOfUnits } from '../history/rules.ts'
import { arrange } from '../lists/rules.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { momentOf } from '../road/actions.ts'
import { listUnits, subtreeOfUnits } from '../units/queries.ts'
import { refuseBelowApproved } from './approved.ts'
import { nameOfQuota } from './board.ts'
import { refuseAboveMaximum } from './maximum.ts'
import { findQuotaPlan, findQuotas, listQuotas, type QuotaRecord } from './queries.ts'
import { aimFault, keyOfAim } from './rules.ts'
import { emptyQuota } from './rules/new-quota.ts'
import { mostQuotas, type Aim, type NewQuotas, type QuotaChanges, type QuotaPlan, type QuotasNamed } from './schema.ts'

const about = (action: string) => ({ action, subject: '', unitId: null })

/** Gives units, or blocks by name, a quota of nobody yet. Whoever has one is refused. */
export const addQuotas = (
  office: Office,
  actor: Actor,
  congressId: string,
  { rows: wanted }: NewQuotas,
): Promise<Done<{ ids: string[] }>> =>
  act(office, actor, about('quotas-added'), async (rows) => {
    const congress = await requireCongress(rows, congressId)
    const standing = await listQuotas(rows.tx, congressId)
    if (standing.length + wanted.length > mostQuotas) {
      throw refused('list-full', 'The list has as many rows as it may have.', { limit: mostQuotas })
    }
    const inside = await subtreeOfUnits(rows.tx, [congress.unitId])
    const nameOf = new Map((await listUnits(rows.tx)).map(({ id, name }) => [id, name]))
    const taken = new Set(standing.map((record) => record.quota.unitId ?? nameOfQuota(record)))
    const positions = arrange([...standing.map(({ quota }) => quota.position), ...wanted.map(() => null)])
    const made = wanted.map(({ unitId, name }, at) => {
      const field = `rows.${String(at)}.${unitId === null ? 'name' : 'unitId'}`
      const known = unitId === null ? name.trim() : (nameOf.get(unitId) ?? '')
      if (known === '' || (unitId !== null && !inside.has(unitId))) {
        throw invalid([{ field, rule: unitId === null ? 'required' : 'not-known' }])
      }
      if (taken.has(unitId ?? known)) throw refused('quota-twice', 'It has a quota already.', { name: known })
      taken.add(unitId ?? known)
      const position = positions[standing.length + at] ?? 0
      return { id: newId(), congressId, position, unitId, name: known, ...emptyQuota }
    })
    await rows.createMany('quotas', made)
    sayAbout(
      rows,
      congress,
      made.map(({ name }) => name),
    )
    return { ids: made.map(({ id }) => id) }
  })

/** Changes quotas in one act: a cell, a dialog, or a whole spread. Nothing is changed when one was changed meanwhile. */
export const changeQuotas = (
  office: Office,
  actor: Actor,
  congressId: string,
  { rows: changes }: QuotaChanges,
): Promise<Done<void>> =>
  act(office, actor, about('quotas-changed'), async (rows) => {
    const congress = await requireCongress(rows, congressId)
    const standing = await requireQuotas(rows, congressId, changes)
    for (const [at, { id, version, name, ...values }] of changes.entries()) {
      if (values.aims) checkAims(values.aims, `rows.${String(at)}.aims`)
      const record = standing.get(id)
      // A unit is called as it is: only a block is renamed here.
      const renamed = name !== undefined && record?.unit === null ? { name } : {}
      await rows.change('quotas', id, version, { ...values, ...renamed })
    }
    await refuseAboveMaximum(rows, congressId)
    await refuseBelowApproved(rows, congressId)
    sayAbout(rows, congress, [...standing.values()].map(nameOfQuota))
  })

export const removeQuotas = (
  office: Office,
  actor: Actor,
  congressId: string,
  { rows: gone }: QuotasNamed,
): Promise<Done<void>> =>
  act(office, actor, about('quotas-removed'), async (rows) => {
    const congress = await requireCongress(rows, congressId)
    const standing = await requireQuotas(rows, congressId, gone)
    for (const { id, version } of gone) await rows.remove('quotas', id, version)
    await refuseBelowApproved(rows, congressId)
    sayAbout(rows, congress, [...standing.values()].map(nameOfQuota))
  })

/** Sends quotas to their units: from now on each sees its own, as it stood. */
export const sendQuotas = (
  office: Office,
  actor: Actor,
  congressId: string,
  { rows: sent }: QuotasNamed,
): Promise<Done<void>> =>
  act(office, actor, about('quotas-sent'), async (rows) => {
    const congress = await requireCongress(rows, congressId)
    const standing = await requireQuotas(rows, congressId, sent)
    const sentAt = momentOf(office, (await findCycle(rows.tx, congress.cycleId))?.standsOn ?? null)
    for (const { id, version } of sent) {
      const { official = 0, guests = 0 } = standing.get(id)?.quota ?? {}
      await rows.change('quotas', id, version, {
        ...{ sentOfficial: official, sentGuests: guests },
        ...{ sentAt, sentBy: actor.name },
      })
    }
    sayAbout(rows, congress, [...standing.values()].map(nameOfQuota))
  })

/** Keeps the congress's own maximum and its targets. */
export const saveQuotaPlan = (
  office: Office,
  actor: Actor,
  congressId: string,
  { version, ...values }: QuotaPlan,
): Promise<Done<void>> =>
  act(office, actor, about('quota-plan-changed'), async (rows) => {
    const congress = await requireCongress(rows, congressId)
    checkAims(values.targets, 'targets')
    const standing = await findQuotaPlan(rows.tx, congressId)
    if ((standing?.version ?? 0) !== version) throw stale(standing ?? null)
    if (standing) await rows.change('quotaPlans', standing.id, version, values)
    else await rows.create('quotaPlans', { id: newId(), congressId, ...values })
    await refuseAboveMaximum(rows, congressId)
    sayAbout(rows, congress, [congress.title])
  })

const requireCongress = async ({ tx }: ActRows, id: string): Promise<Row<'congresses'>> => {
  const congress = await findCongress(tx, id)
  if (!congress) throw notFound()
  return congress
}

/** The quotas that are named; stale when one is gone, or was never of this congress. */
const requireQuotas = async (
  { tx }: ActRows,
  congressId: string,
  named: readonly { id: string }[],
): Promise<Map<string, QuotaRecord>> => {
  const ids = named.map(({ id }) => id)
  const found = new Map((await findQuotas(tx, congressId, ids)).map((record) => [record.quota.id, record]))
  if (ids.some((id) => !found.has(id))) throw stale(null)
  return found
}

const checkAims = (aims: readonly Aim[], field: string): void => {
  for (const [at, aim] of aims.entries()) {
    const fault = aimFault(aim)
    if (fault) throw invalid([{ field: `${field}.${String(at)}.${fault.field}`, rule: fault.rule }])
  }
  if (new Set(aims.map(keyOfAim)).size < aims.length) throw invalid([{ field, rule: 'twice' }])
}

const sayAbout = (rows: ActRows, { id, unitId, cycleId }: Row<'congresses'>, names: readonly string[]): void =>
  rows.say({ subject: subjectOfUnits(names), unitId, cycleId, congressId: id })
