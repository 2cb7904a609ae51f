import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import type { DelegateClass } from '../delegates/schema.ts'

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
