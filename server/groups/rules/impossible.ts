import { placeBound } from './placing.ts'
import { instanceOf, type GroupProblem, type GroupRule } from './problem.ts'

/** Why nobody can be put into groups as was asked: no more is named than it takes. */
export interface Impossible {
  reason:
    | { kind: 'no-groups' }
    | { kind: 'too-many'; people: number; places: number }
    | { kind: 'too-few'; people: number; wanted: number }
    /** These cannot all be kept; `areSizesPart` = not with groups of these sizes. */
    | { kind: 'demands'; held: readonly Held[]; rules: readonly GroupRule[]; areSizesPart: boolean }
    /** None was found, which does not prove that there is none. */
    | { kind: 'not-found' }
}

/** Somebody who is held in a group. */
export interface Held {
  personId: string
  groupId: string
}

type Demand = { held: Held } | { rule: GroupRule }

export const whyImpossible = (problem: GroupProblem, isProven: boolean): Impossible => {
  const { people, groups } = problem
  if (groups.length === 0) return { reason: { kind: 'no-groups' } }
  const places = groups.reduce((sum, { most }) => sum + most, 0)
  if (people.length > places) return { reason: { kind: 'too-many', people: people.length, places } }
  const wanted = groups.reduce((sum, { least }) => sum + least, 0)
  if (people.length < wanted) return { reason: { kind: 'too-few', people: people.length, wanted } }
  if (!isProven) return { reason: { kind: 'not-found' } }
  const free = { ...problem, groups: groups.map((group) => ({ ...group, least: 0, most: people.length })) }
  const areSizesPart = !isProvenImpossible(free, demandsOf(problem))
  const demands = fewestOf(areSizesPart ? problem : free)
  return {
    reason: {
      kind: 'demands',
      held: demands.flatMap((demand) => ('held' in demand ? [demand.held] : [])),
      rules: demands.flatMap((demand) => ('rule' in demand ? [demand.rule] : [])),
      areSizesPart,
    },
  }
}

const demandsOf = ({ fixed, rules, people }: GroupProblem): Demand[] => [
  ...rules.map((rule) => ({ rule })),
  ...people.flatMap(({ id }) => {
    const groupId = fixed.get(id)
    return groupId === undefined ? [] : [{ held: { personId: id, groupId } }]
  }),
]

/** Leaves out, one after another, what is not needed for it to be impossible: none of what is left is. */
const fewestOf = (problem: GroupProblem): Demand[] => {
  let needed = demandsOf(problem)
  // Half of them at a time first: hundreds who are held are told in a few looks.
  for (let size = Math.ceil(needed.length / 2); size > 0; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < needed.length;) {
      const without = [...needed.slice(0, from), ...needed.slice(from + size)]
      if (isProvenImpossible(problem, without)) needed = without
      else from += size
    }
  }
  return needed
}

const isProvenImpossible = (problem: GroupProblem, demands: readonly Demand[]): boolean => {
  const rules = demands.flatMap((demand) => ('rule' in demand ? [demand.rule] : []))
  const fixed = new Map(
    demands.flatMap((demand) => ('held' in demand ? [[demand.held.personId, demand.held.groupId] as const] : [])),
  )
  const instance = instanceOf({ ...problem, rules, fixed })
  const placed = instance && placeBound(instance, true)
  return placed === null || (placed.best === null && placed.isProven)
}
