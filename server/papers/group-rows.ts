import type { Reader } from '../../db/open.ts'
import { pageWords } from '../delegate-pages/words.ts'
import type { CongressFacts } from '../documents/facts.ts'
import type { ListRow } from '../documents/list-rows.ts'
import { ownGroups } from '../groups/own.ts'
import { listGroups } from '../groups/queries.ts'
import { groupRoles } from '../groups/rules/choices.ts'
import { findPrintedPeople } from './printed-people.ts'

/** The list `group-members`: whoever is in a discussion group, group by group, those who lead it first. */
export const rowsOfGroups = async (read: Reader, { congress }: CongressFacts): Promise<ListRow[]> => {
  const groups = await ownGroups(read, congress.id)
  if (groups.size === 0) return []
  const order = new Map((await listGroups(read, congress.id)).map(({ id }, at) => [id, at]))
  const people = (await findPrintedPeople(read, congress.id)).flatMap(({ id, values }) => {
    const group = groups.get(id)
    return group ? [{ id, values, group }] : []
  })
  const placeOf = ({ group: { groupId, role } }: (typeof people)[number]) =>
    (order.get(groupId) ?? 0) * (groupRoles.length + 1) + (role === null ? groupRoles.length : groupRoles.indexOf(role))
  return people
    .toSorted((one, other) => placeOf(one) - placeOf(other))
    .map(({ id, values, group: { name, place, role } }) => ({
      id,
      values: { ...values, group: name, place, role: role === null ? '' : pageWords.vi.groupRoles[role] },
    }))
}
