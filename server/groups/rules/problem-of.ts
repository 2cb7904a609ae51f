import type { GroupBoard } from '../schema.ts'
import type { GroupProblem } from './problem.ts'

/** What is to be planned on a board: chairs and secretaries stay where they are, like those whom a hand holds. */
export const problemOf = ({ plan, groups, members, rules, people }: GroupBoard): GroupProblem => {
  const known = new Set(people.map(({ id }) => id))
  return {
    people: people.map((person) => ({ id: person.id, values: plan.balances.map((balance) => person[balance] ?? '') })),
    groups: groups.map(({ id, least, most }) => ({ id, least, most })),
    rules: rules.map(({ kind, delegateIds }) => ({ kind, personIds: delegateIds.filter((id) => known.has(id)) })),
    fixed: new Map(
      members.flatMap(({ delegateId, groupId, role, isHeld }) =>
        role !== null || isHeld ? [[delegateId, groupId] as const] : [],
      ),
    ),
    now: new Map(members.map(({ delegateId, groupId }) => [delegateId, groupId])),
  }
}
