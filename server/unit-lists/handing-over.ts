import type { Row } from '../../db/rows.ts'
import { listDelegates, listDelegations } from '../delegates/queries.ts'
import { refused } from '../errors.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import type { Actor, Office } from '../office.ts'
import { refuseBelowApproved } from '../quotas/approved.ts'
import { joinAims } from '../quotas/rules.ts'
import { findUnit, subtreeOfUnits } from '../units/queries.ts'
import { requirePlace, requireVersion, type ListPlace } from './actions.ts'
import { requireDelegationOf } from './entering.ts'
import { findList, findQuotaOfUnit, listMembers } from './queries.ts'
import { isDelegationOf, isOpen } from './rules.ts'
import type { HandingOver } from './schema.ts'

/**
 * Hands the list of a unit that is no more to the one that came in its place: people, delegation, quota and what was
 * sent and approved, in one act. Where both sent a list, the former unit's is to be returned first.
 */
export const handOverList = (
  office: Office,
  actor: Actor,
  place: ListPlace,
  { successorId, version }: HandingOver,
): Promise<Done<void>> =>
  act(office, actor, { action: 'unit-list-handed-over', subject: '', unitId: null }, async (rows) => {
    const { congress, unit } = await requirePlace(rows, place)
    const successor = await findUnit(rows.tx, successorId)
    const inside = await subtreeOfUnits(rows.tx, [congress.unitId])
    if (unit.validTo === null || !successor?.predecessorIds.includes(unit.id) || !inside.has(successorId)) {
      throw refused('unit-not-succeeded', 'The unit stands, or another one came in its place.')
    }
    // Both units hear of it, and whoever handed it over may undo it.
    rows.say({ subject: `${unit.name} → ${successor.name} – ${congress.title}`, unitId: congress.unitId })
    await requireVersion(rows.tx, place, version)
    await moveList(rows, place, successor)
    await moveQuota(rows, place, successor)
    await movePeople(rows, congress.id, unit, successor)
    if (rows.changes.length === 0) throw refused('unit-list-nothing-there', 'The unit has neither people nor a quota.')
    await refuseBelowApproved(rows, congress.id)
  })

/** What was sent and decided goes along; a list that is still the unit's own ends in that of the successor. */
const moveList = async (rows: ActRows, { congressId, unitId }: ListPlace, successor: Row<'units'>): Promise<void> => {
  const list = await findList(rows.tx, congressId, unitId)
  if (!list) return
  const standing = await findList(rows.tx, congressId, successor.id)
  if (!standing) {
    await rows.change('delegateLists', list.id, list.version, { sendingUnitId: successor.id })
  } else if (isOpen(list.state)) {
    await rows.remove('delegateLists', list.id, list.version)
  } else throw refused('unit-list-both-sent', 'Both units sent a list.', { name: successor.name })
}

const moveQuota = async (rows: ActRows, { congressId, unitId }: ListPlace, successor: Row<'units'>): Promise<void> => {
  const quota = await findQuotaOfUnit(rows.tx, congressId, unitId)
  if (!quota) return
  const standing = await findQuotaOfUnit(rows.tx, congressId, successor.id)
  if (!standing) {
    await rows.change('quotas', quota.id, quota.version, { unitId: successor.id, name: successor.name })
    return
  }
  await rows.remove('quotas', quota.id, quota.version)
  const sum = (one: number | null, other: number | null) =>
    one === null && other === null ? null : (one ?? 0) + (other ?? 0)
  await rows.change('quotas', standing.id, standing.version, {
    official: standing.official + quota.official,
    guests: standing.guests + quota.guests,
    weight: sum(standing.weight, quota.weight),
    aims: joinAims(standing.aims, quota.aims),
    excessReason: [standing.excessReason, quota.excessReason].filter(Boolean).join('; ').slice(0, longestReason),
    note: [standing.note, quota.note].filter(Boolean).join('; ').slice(0, longestReason),
    // Both were told their numbers, or one was and its people go on with them.
    sentOfficial: sum(standing.sentOfficial, quota.sentOfficial),
    sentGuests: sum(standing.sentGuests, quota.sentGuests),
    sentAt: standing.sentAt ?? quota.sentAt,
    sentBy: standing.sentAt === null ? quota.sentBy : standing.sentBy,
  })
}

/** Letters of a reason or note of a quota. */
const longestReason = 300

/** Everybody on the list is sent by the successor; the delegation of the former unit becomes its own, or joins it. */
const movePeople = async (
  rows: ActRows,
  congressId: string,
  unit: Row<'units'>,
  successor: Row<'units'>,
): Promise<void> => {
  const members = await listMembers(rows.tx, congressId, unit)
  const delegations = await listDelegations(rows.tx, congressId)
  const former = delegations.filter((each) => isDelegationOf(each, unit))
  const joins = delegations.some((each) => isDelegationOf(each, successor)) || former.length > 1
  for (const { delegate } of members) {
    const isOfFormer = former.some(({ id }) => id === delegate.delegationId)
    const delegation = joins && isOfFormer ? await requireDelegationOf(rows, congressId, successor) : null
    await rows.change('delegates', delegate.id, delegate.version, {
      sendingUnitId: successor.id,
      ...(delegation ? { delegationId: delegation.id } : {}),
    })
  }
  const named = { sendingUnitId: successor.id, name: successor.name }
  const left = new Set((await listDelegates(rows.tx, congressId)).map(({ delegate }) => delegate.delegationId))
  for (const each of former) {
    if (!joins) await rows.change('delegations', each.id, each.version, named)
    // Whom another unit sends in it stays there.
    else if (!left.has(each.id)) await rows.remove('delegations', each.id, each.version)
  }
}
