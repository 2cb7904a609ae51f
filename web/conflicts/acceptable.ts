import type { Conflict, ConflictRule } from '../../server/conflicts/schema.ts'
import type { LoadedRoad } from '../road/road-source.ts'

/** Conflicts by their rule, the largest group first. */
export const byRule = (conflicts: readonly Conflict[]): [ConflictRule, Conflict[]][] => {
  const groups = new Map<ConflictRule, Conflict[]>()
  for (const conflict of conflicts) {
    const group = groups.get(conflict.rule)
    if (group) group.push(conflict)
    else groups.set(conflict.rule, [conflict])
  }
  return [...groups].sort(([, one], [, other]) => other.length - one.length)
}

/** The warnings among them that the account may accept. */
export const acceptableOf = ({ congress, may }: LoadedRoad, conflicts: readonly Conflict[]): Conflict[] =>
  conflicts.filter(({ severity, congressId }) => {
    const unitId = congress(congressId)?.unitId
    return severity !== 'impossible' && unitId !== undefined && may('organizer', unitId)
  })
