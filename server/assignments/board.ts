import type { Reader } from '../../db/open.ts'
import { findGroupPlan, listGroups, listOwnMembers } from '../groups/queries.ts'
import { findRows } from '../lists/queries.ts'
import type { SessionKind } from '../programme/schema.ts'
import { findRolePlan, listAssignable, listExceptions, listRules } from './queries.ts'
import { honouredAmong, recipientOf } from './rules/honoured.ts'
import { assignedPeople } from './rules/people.ts'
import { usualRoles } from './rules/usual-roles.ts'
import type { AssignedPeople, AssignmentBoard } from './schema.ts'

/** All that says who comes where at a congress. */
export const showAssignments = async (read: Reader, congressId: string): Promise<AssignmentBoard> => {
  const plan = await findRolePlan(read, congressId)
  const rules = await listRules(read, congressId)
  const exceptions = await listExceptions(read, congressId)
  return {
    roles: plan?.roles ?? [...usualRoles],
    rolesVersion: plan?.version ?? 0,
    rules: rules.map(({ sessionId, role, clauses, version }) => ({ sessionId, role, clauses, version })),
    exceptions: exceptions.map(({ sessionId, role, delegateId, isIn }) => ({ sessionId, role, delegateId, isIn })),
    honouredIds: await findHonoured(read, congressId),
    discussions: await findDiscussions(read, congressId),
  }
}

const findDiscussions = async (read: Reader, congressId: string): Promise<AssignmentBoard['discussions']> => {
  if ((await findGroupPlan(read, congressId))?.isOn !== true) return []
  const members = await listOwnMembers(read, congressId, {})
  return (await listGroups(read, congressId)).map(({ id, name }) => {
    const own = members.filter(({ groupId }) => groupId === id)
    return { id, name, memberIds: own.map(({ delegateId }) => delegateId) }
  })
}

/** The delegates who are on the list of honours of their congress. */
export const findHonoured = async (read: Reader, congressId: string): Promise<string[]> => {
  const recipients = (await findRows(read, congressId, 'honours')).flatMap(({ values }) => recipientOf(values))
  return recipients.length === 0 ? [] : honouredAmong(await listAssignable(read, congressId), recipients)
}

/** What a programme is judged by; null where nobody said who comes to anything. */
export const findAssignedPeople = async (
  read: Reader,
  congressId: string,
  sessions: readonly { id: string; kind: SessionKind }[],
): Promise<AssignedPeople | null> => {
  const board = await showAssignments(read, congressId)
  if (board.rules.length === 0 && board.exceptions.length === 0) return null
  return assignedPeople(board, await listAssignable(read, congressId), sessions)
}
