import { conflictsOfMove, type RoadIndex } from '../conflicts/rules.ts'
import { leaderOf } from '../conflicts/rules/road-index.ts'
import type { Conflict, ConflictRule } from '../conflicts/schema.ts'
import type { LeaveChange, ReplacementProblem } from './schema.ts'

/** Whether a leave ends before it begins. */
export const isLeaveReversed = ({ from, fromHalf, to, toHalf }: Omit<LeaveChange, 'version'>): boolean =>
  to < from || (to === from && fromHalf === 'afternoon' && toHalf === 'morning')

/** What one replacement at one congress comes to. */
export interface JudgedReplacement {
  /** Why it cannot be made; null = it can. */
  problem: ReplacementProblem | null
  /** What the new leader would run into there: it may be done all the same. */
  warnings: Conflict[]
}

const ofLeaders: ReadonlySet<ConflictRule> = new Set([
  'leader-twice',
  'leader-too-often',
  'leader-on-leave',
  'leader-rank',
])

/** Judges whether one post can attend a congress in another's place. */
export const judgeReplacement = (
  index: RoadIndex,
  congressId: string,
  { postId, newPostId }: { postId: string; newPostId: string },
): JudgedReplacement => {
  const placed = index.congresses.get(congressId)
  if (!placed?.congress.postIds.includes(postId)) return { problem: 'not-attending', warnings: [] }
  const day = placed.hasDate ? placed.firstDay : index.today
  const newLeader = leaderOf(index, newPostId, day)
  if (postId === newPostId || newLeader === leaderOf(index, postId, day))
    return { problem: 'same-leader', warnings: [] }
  const others = placed.congress.postIds.filter((id) => id !== postId)
  if (others.some((id) => id === newPostId || leaderOf(index, id, day) === newLeader)) {
    return { problem: 'attends-already', warnings: [] }
  }
  const { dateFrom, dateTo, halfDay } = placed.congress
  const postIds = withPost(placed.congress.postIds, postId, newPostId)
  const conflicts = conflictsOfMove(index, congressId, { dateFrom, dateTo, halfDay, postIds })
  const isOfNew = ({ rule, postId: named, key }: Conflict) =>
    rule === 'leader-rank' || named === newPostId || key.startsWith(`${rule}:${newLeader}:`)
  return { problem: null, warnings: conflicts.filter((each) => ofLeaders.has(each.rule) && isOfNew(each)) }
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
