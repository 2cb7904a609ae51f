import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import type { DelegateClass } from '../delegates/schema.ts'
import type { GroupRole } from './rules/choices.ts'

export const findGroupPlan = async (read: Reader, congressId: string): Promise<Row<'groupPlans'> | undefined> => {
  const { groupPlans } = read.tables
  return (await read.select().from(groupPlans).where(eq(groupPlans.congressId, congressId)))[0]
}

/** The groups of a congress in their order. */
export const listGroups = async (read: Reader, congressId: string): Promise<Row<'discussionGroups'>[]> => {
  const { discussionGroups } = read.tables
  return read
    .select()
    .from(discussionGroups)
    .where(eq(discussionGroups.congressId, congressId))
    .orderBy(asc(discussionGroups.position), asc(discussionGroups.id))
}

/** Everybody who has a place in a group of a congress, those included who withdrew since. */
export const listMembers = async (read: Reader, congressId: string): Promise<Row<'groupMembers'>[]> => {
  const { groupMembers } = read.tables
  return read.select().from(groupMembers).where(eq(groupMembers.congressId, congressId)).orderBy(asc(groupMembers.id))
}

export const listRules = async (read: Reader, congressId: string): Promise<Row<'groupRules'>[]> => {
  const { groupRules } = read.tables
  return read.select().from(groupRules).where(eq(groupRules.congressId, congressId)).orderBy(asc(groupRules.id))
}

/** Who came in whose place at a congress. */
export const listSuccessions = async (read: Reader, congressId: string) => {
  const { delegates } = read.tables
  return read
    .select({ id: delegates.id, replacesId: delegates.replacesId })
    .from(delegates)
    .where(and(eq(delegates.congressId, congressId), isNotNull(delegates.replacesId)))
    .orderBy(asc(delegates.id))
}

/** Those of a congress's list who are of these classes, in its order. */
export const listCandidates = async (read: Reader, congressId: string, classes: readonly DelegateClass[]) => {
  const { delegates, delegations, people } = read.tables
  return read
    .select({
      id: delegates.id,
      name: people.name,
      printedName: people.printedName,
      post: delegates.post,
      workplace: delegates.workplace,
      delegation: delegations.name,
      sex: people.sex,
      field: people.field,
    })
    .from(delegates)
    .innerJoin(people, eq(people.id, delegates.personId))
    .leftJoin(delegations, eq(delegations.id, delegates.delegationId))
    .where(
      and(
        eq(delegates.congressId, congressId),
        eq(delegates.standing, 'listed'),
        inArray(delegates.class, [...classes]),
      ),
    )
    .orderBy(asc(delegates.position), asc(delegates.id))
}

/** Members who are on the list with their groups: all of a congress, one of them, or those of a role; none while groups are off. */
export const listOwnMembers = async (
  read: Reader,
  congressId: string,
  { delegateId, role }: { delegateId?: string; role?: GroupRole },
) => {
  const { groupMembers, groupPlans, discussionGroups, delegates, people } = read.tables
  return read
    .select({
      delegateId: groupMembers.delegateId,
      groupId: groupMembers.groupId,
      role: groupMembers.role,
      name: discussionGroups.name,
      place: discussionGroups.place,
      personName: people.name,
      printedName: people.printedName,
    })
    .from(groupMembers)
    .innerJoin(groupPlans, and(eq(groupPlans.congressId, groupMembers.congressId), eq(groupPlans.isOn, true)))
    .innerJoin(discussionGroups, eq(discussionGroups.id, groupMembers.groupId))
    .innerJoin(delegates, and(eq(delegates.id, groupMembers.delegateId), eq(delegates.standing, 'listed')))
    .innerJoin(people, eq(people.id, delegates.personId))
    .where(
      and(
        eq(groupMembers.congressId, congressId),
        delegateId === undefined ? undefined : eq(groupMembers.delegateId, delegateId),
        role === undefined ? undefined : eq(groupMembers.role, role),
      ),
    )
    .orderBy(asc(groupMembers.id))
}
