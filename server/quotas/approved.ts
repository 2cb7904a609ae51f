import { refused } from '../errors.ts'
import type { ActRows } from '../history/actions.ts'
import { approvedByUnit } from '../unit-lists/members.ts'
import { findUnit } from '../units/queries.ts'
import type { BothClasses } from './schema.ts'

/**
 * Refuses what the act lowered or took away below what the congress approved of the unit's list: the paper of the
 * approval stands until the list is given back. A quota that was below it already may stay, and be raised.
 */
export const refuseBelowApproved = async (rows: ActRows, congressId: string): Promise<void> => {
  const lowered = loweredUnits(rows.changes)
  if (lowered.size === 0) return
  const approvedOf = await approvedByUnit(rows.tx, congressId)
  for (const [unitId, { before, after }] of lowered) {
    const approved = approvedOf.get(unitId)
    for (const which of ['official', 'guests'] as const) {
      if (!approved || after[which] >= Math.min(before[which], approved[which])) continue
      const name = (await findUnit(rows.tx, unitId))?.name ?? ''
      throw refused('quota-below-approved', 'More were approved on the list of the unit.', {
        ...{ name, which, wanted: after[which], approved: approved[which] },
      })
    }
  }
}

interface Lowered {
  before: BothClasses
  after: BothClasses
}

/** What the quota of each unit was before the act, and is after it; a unit without one may send nobody. */
const loweredUnits = (changes: ActRows['changes']): Map<string, Lowered> => {
  const units = new Map<string, Lowered>()
  for (const { table, before, after } of changes) {
    if (table !== 'quotas') continue
    const [was, is] = [quotaIn(before), quotaIn(after)]
    if (was && !units.has(was.unitId)) units.set(was.unitId, { before: was, after: was })
    for (const unitId of new Set([was?.unitId, is?.unitId])) {
      const known = unitId === undefined ? undefined : units.get(unitId)
      if (known) known.after = is !== null && is.unitId === unitId ? is : { official: 0, guests: 0 }
    }
  }
  return units
}

/** Null = no quota of a unit. */
const quotaIn = (row: Readonly<Record<string, unknown>> | null): (BothClasses & { unitId: string }) | null => {
  const unitId = row?.['unitId']
  if (typeof unitId !== 'string') return null
  return { unitId, official: Number(row?.['official']), guests: Number(row?.['guests']) }
}
