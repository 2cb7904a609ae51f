import type { Reader } from '../../db/open.ts'
import { listOwnMembers } from './queries.ts'
import type { GroupRole } from './rules/choices.ts'

/** Where somebody discusses. */
export interface OwnGroup {
  groupId: string
  name: string
  /** '' = not said yet. */
  place: string
  role: GroupRole | null
  /** Who leads the group; '' = nobody yet. */
  chair: string
}

/** The groups of the delegates of a congress (or of one of them), by delegate; none while groups are switched off. */
export const ownGroups = async (
  read: Reader,
  congressId: string,
  delegateId?: string,
): Promise<ReadonlyMap<string, OwnGroup>> => {
  const members = await listOwnMembers(read, congressId, delegateId === undefined ? {} : { delegateId })
  if (members.length === 0) return new Map()
  const leading = await listOwnMembers(read, congressId, { role: 'chair' })
  const chairs = new Map(leading.map(({ groupId, printedName, personName }) => [groupId, printedName || personName]))
  return new Map(
    members.map(({ delegateId: id, groupId, name, place, role }) => [
      id,
      { groupId, name, place, role, chair: chairs.get(groupId) ?? '' },
    ]),
  )
}
