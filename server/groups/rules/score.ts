import type { GroupBoard, KeptRule } from '../schema.ts'
import { emptyStanding, leastCost, offOf, put, type Off, type Standing } from './balance.ts'
import { instanceOf, type GroupProblem } from './problem.ts'
import { problemOf } from './problem-of.ts'

/** How a board stands: its cost is the sum of what is off. */
export interface Score {
  placed: number
  unplaced: number
  cost: number
  /** What no plan can be below; null = nothing keeps all that is asked for. */
  least: number | null
  off: readonly Off[]
  /** Groups with fewer or more people than they may have. */
  sizesOff: readonly { groupId: string; count: number; least: number; most: number }[]
  /** Rules that do not hold now, among those who have a place. */
  broken: readonly KeptRule[]
}

/** The score of a board, with these places instead of its own where they are given. */
export const scoreOf = (board: GroupBoard, places: ReadonlyMap<string, string> = placesOf(board)): Score => {
  const problem = problemOf(board)
  const instance = instanceOf(problem)
  const standing = standingOf(problem, places)
  const counts = new Map<string, number>()
  for (const groupId of places.values()) counts.set(groupId, (counts.get(groupId) ?? 0) + 1)
  return {
    placed: places.size,
    unplaced: board.people.length - places.size,
    cost: standing.cost,
    least: instance && leastCost(instance),
    off: offOf(standing),
    sizesOff: board.groups.flatMap(({ id, least, most }) => {
      const count = counts.get(id) ?? 0
      // Before everybody has a place nobody is missing in a group.
      const isShort = count < least && places.size === board.people.length
      return isShort || count > most ? [{ groupId: id, count, least, most }] : []
    }),
    broken: board.rules.filter(({ kind, delegateIds }) => {
      const groups = delegateIds.flatMap((id) => places.get(id) ?? [])
      return kind === 'together' ? new Set(groups).size > 1 : new Set(groups).size < groups.length
    }),
  }
}

export const placesOf = ({ members }: Pick<GroupBoard, 'members'>): Map<string, string> =>
  new Map(members.map(({ delegateId, groupId }) => [delegateId, groupId]))

/** Everybody for oneself, in these places: what a hand put somewhere need not keep any rule. */
export const standingOf = (problem: GroupProblem, places: ReadonlyMap<string, string>): Standing => {
  const alone = instanceOf({ ...problem, rules: [], fixed: new Map() })
  if (!alone) throw new RangeError('people without rules always fit')
  const standing = emptyStanding(alone)
  const groupAt = new Map(problem.groups.map(({ id }, group) => [id, group]))
  for (const block of alone.blocks) {
    const id = problem.people[block.people[0] ?? -1]?.id ?? ''
    put(standing, block, groupAt.get(places.get(id) ?? '') ?? -1)
  }
  return standing
}
