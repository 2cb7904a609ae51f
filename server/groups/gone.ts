import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { findDelegates } from '../delegates/queries.ts'
import { stale } from '../errors.ts'
import type { ActRows } from '../history/actions.ts'
import { passOnGroup } from './passing-on.ts'
import { listMembers, listRules, listSuccessions } from './queries.ts'
import type { GoneFromGroups, GroupBoard, GroupCandidate } from './schema.ts'

/** What still names somebody who is in no group: requests, and the role in a group that nobody took over since. */
interface Named {
  rules: Row<'groupRules'>[]
  led: Row<'groupMembers'>[]
}

const namedBeside = async (read: Reader, congressId: string, known: ReadonlySet<string>): Promise<Named> => {
  const led = (await listMembers(read, congressId)).filter(({ role }) => role !== null)
  const isTaken = ({ groupId, role }: Row<'groupMembers'>) =>
    led.some((other) => other.groupId === groupId && other.role === role && known.has(other.delegateId))
  return {
    rules: (await listRules(read, congressId)).filter(({ delegateIds }) => delegateIds.some((id) => !known.has(id))),
    led: led.filter((member) => !known.has(member.delegateId) && !isTaken(member)),
  }
}

/**
 * Whom requests and roles name though they are put into no group: withdrawn, replaced, or not of those who are divided.
 * With who came in their place, however often the place was handed on.
 */
export const findGone = async (
  read: Reader,
  congressId: string,
  people: readonly Pick<GroupCandidate, 'id'>[],
): Promise<GroupBoard['gone']> => {
  const known = new Set(people.map(({ id }) => id))
  const { rules, led } = await namedBeside(read, congressId, known)
  const named = [...rules.flatMap(({ delegateIds }) => delegateIds), ...led.map(({ delegateId }) => delegateId)]
  const ids = [...new Set(named)].filter((id) => !known.has(id))
  if (ids.length === 0) return []
  const nameOf = new Map(
    (await findDelegates(read, congressId, ids)).map(({ delegate, person }) => [
      delegate.id,
      person.printedName || person.name,
    ]),
  )
  const nextOf = new Map((await listSuccessions(read, congressId)).map(({ id, replacesId }) => [replacesId, id]))
  return ids.map((id) => ({
    ...{ id, name: nameOf.get(id) ?? '', successorId: successorOf(id, nextOf, known) },
    ruleCount: rules.filter(({ delegateIds }) => delegateIds.includes(id)).length,
    leads: led.flatMap(({ delegateId, groupId, role }) => (delegateId === id && role ? [{ groupId, role }] : [])),
  }))
}

const successorOf = (
  id: string,
  nextOf: ReadonlyMap<string | null, string>,
  known: ReadonlySet<string>,
): string | null => {
  const passed = new Set<string>()
  for (let next = nextOf.get(id); next !== undefined && !passed.has(next); next = nextOf.get(next)) {
    if (known.has(next)) return next
    passed.add(next)
  }
  return null
}

/**
 * Hands what names somebody who is gone to who came in the place, or takes the name out (`toId` null); a request that
 * names fewer than two is no request.
 */
export const settleGone = async (
  rows: ActRows,
  congressId: string,
  { delegateId, toId }: GoneFromGroups,
  { gone, people }: Pick<GroupBoard, 'gone' | 'people'>,
): Promise<void> => {
  const found = gone.find(({ id }) => id === delegateId)
  if (!found || (toId !== null && toId !== found.successorId)) throw stale(null)
  const { rules, led } = await namedBeside(rows.tx, congressId, new Set(people.map(({ id }) => id)))
  for (const { id, version, delegateIds } of rules.filter((rule) => rule.delegateIds.includes(delegateId))) {
    const named = delegateIds.flatMap((each) => (each === delegateId ? (toId ?? []) : each))
    const left = [...new Set(named)]
    if (left.length < 2) await rows.remove('groupRules', id, version)
    else await rows.change('groupRules', id, version, { delegateIds: left })
  }
  const role = led.find((member) => member.delegateId === delegateId)
  if (!role) return
  if (toId === null) await rows.change('groupMembers', role.id, role.version, { role: null, isHeld: false })
  else await passOnGroup(rows, congressId, { fromId: delegateId, toId })
}
