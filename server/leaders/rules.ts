import { conflictsAround, createRoadIndex, type RoadFacts, type RoadIndex } from '../conflicts/rules.ts'
import { leaderOf } from '../conflicts/rules/road-index.ts'
import type { Conflict, ConflictRule } from '../conflicts/schema.ts'
import { dayNumber } from '../format/dates.ts'
import type { LeaveChange, ReplacementProblem } from './schema.ts'

/** Whether a leave ends before it begins. */
export const isLeaveReversed = ({ from, fromHalf, to, toHalf }: Omit<LeaveChange, 'version'>): boolean =>
  to < from || (to === from && fromHalf === 'afternoon' && toHalf === 'morning')

/** Why one post cannot attend a congress in another's place; null = it can. */
export const problemOfReplacement = (
  index: RoadIndex,
  congressId: string,
  { postId, newPostId }: Replacing,
): ReplacementProblem | null => {
  const placed = index.congresses.get(congressId)
  if (!placed?.congress.postIds.includes(postId)) return 'not-attending'
  const day = placed.hasDate ? placed.firstDay : index.today
  const newLeader = leaderOf(index, newPostId, day)
  if (postId === newPostId || newLeader === leaderOf(index, postId, day)) return 'same-leader'
  const others = placed.congress.postIds.filter((id) => id !== postId)
  const attends = others.some((id) => id === newPostId || leaderOf(index, id, day) === newLeader)
  return attends ? 'attends-already' : null
}

const ofLeaders: ReadonlySet<ConflictRule> = new Set([
  'leader-twice',
  'leader-too-often',
  'leader-on-leave',
  'leader-rank',
])

/** What the new leader runs into once he attends at all of these congresses: it may be done all the same. */
export const warningsOfReplacement = (
  road: RoadFacts,
  congressIds: readonly string[],
  { postId, newPostId }: Replacing,
): Map<string, Conflict[]> => {
  const replaced = new Set(congressIds)
  const congresses = road.congresses.map((congress) =>
    replaced.has(congress.id) ? { ...congress, postIds: withPost(congress.postIds, postId, newPostId) } : congress,
  )
  const index = createRoadIndex({ ...road, congresses })
  const isOfNew = ({ rule, postId: named, date }: Conflict): boolean => {
    if (!ofLeaders.has(rule) || named === null) return false
    if (rule === 'leader-rank' || date === null) return true
    return leaderOf(index, named, dayNumber(date)) === leaderOf(index, newPostId, dayNumber(date))
  }
  return new Map(congressIds.map((id) => [id, conflictsAround(index, id).filter(isOfNew)]))
}

interface Replacing {
  postId: string
  newPostId: string
}

/** The posts with one in another's place. */
export const withPost = (postIds: readonly string[], postId: string, newPostId: string): string[] =>
  postIds.map((id) => (id === postId ? newPostId : id))

interface Holders {
  holders: readonly { personName: string; from: string | null; to: string | null }[]
}

/** Who holds a post on a day; '' where nobody or more than one does. */
export const holderOn = ({ holders }: Holders, date: string): string => {
  const found = holders.filter(({ from, to }) => (from ?? '') <= date && date <= (to ?? '9999'))
  return found.length === 1 ? (found[0]?.personName ?? '') : ''
}
