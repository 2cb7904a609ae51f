import type { Reader } from '../../db/open.ts'
import type { BothClasses } from '../quotas/schema.ts'
import { quotaFinder } from '../quotas/rules/tally.ts'
import { findUnit } from '../units/queries.ts'
import { listLists, listSenders } from './queries.ts'
import { countApproved, type MemberNow } from './rules.ts'

export const memberNow = ({ id, name, class: kind, standing, replacesId }: MemberNow): MemberNow => ({
  ...{ id, name, class: kind, standing, replacesId },
})

interface NamedUnit {
  id: string
  name: string
}

/** Everybody is asked for once; each is of one unit. */
export const membersByUnit = async (
  read: Reader,
  congressId: string,
  units: readonly NamedUnit[],
): Promise<(unitId: string) => { members: MemberNow[]; elsewhere: ReadonlySet<string> }> => {
  const senders = await listSenders(read, congressId)
  const unitOf = quotaFinder(units.map(({ id, name }) => ({ id, unitId: id, name })))
  const elsewhere = new Set(senders.map(({ id }) => id))
  const byUnit = new Map<string, MemberNow[]>()
  for (const sender of senders) {
    const unitId = unitOf({ ...sender, delegation: sender.delegation ?? '' })
    if (unitId === null) continue
    const members = byUnit.get(unitId)
    if (members) members.push(memberNow(sender))
    else byUnit.set(unitId, [memberNow(sender)])
  }
  return (unitId) => ({ members: byUnit.get(unitId) ?? [], elsewhere })
}

/** How many the congress approved of each unit; a unit whose list is not approved is not among them. */
export const approvedByUnit = async (read: Reader, congressId: string): Promise<ReadonlyMap<string, BothClasses>> => {
  const lists = (await listLists(read, congressId)).filter(({ state }) => state === 'approved')
  const units: NamedUnit[] = []
  for (const { sendingUnitId } of lists) {
    const unit = await findUnit(read, sendingUnitId)
    if (unit) units.push(unit)
  }
  const membersOf = lists.length === 0 ? null : await membersByUnit(read, congressId, units)
  return new Map(
    lists.map(({ sendingUnitId, approvedMembers }) => [
      sendingUnitId,
      countApproved(approvedMembers, membersOf?.(sendingUnitId).members ?? []),
    ]),
  )
}
