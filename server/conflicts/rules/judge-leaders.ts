import { leaderRanks } from '../../people/schema.ts'
import type { Conflict } from '../schema.ts'
import { conflictOf } from './conflict.ts'
import { dateText } from './days.ts'
import { isOn, type PlacedCongress } from './facts.ts'
import type { RoadIndex } from './road-index.ts'

/** The highest of the leaders who attend should have the level's rank at least. Where a rank is not said nobody judges. */
export const judgeRank = (index: RoadIndex, placed: PlacedCongress, found: Conflict[]): void => {
  const { lowestLeaderRank } = placed.level
  const { postIds, dateFrom: date } = placed.congress
  if (lowestLeaderRank === null || postIds.length === 0 || !isOn(placed, 'leader-rank')) return
  let highest = { place: Infinity, postId: '' }
  for (const postId of postIds) {
    const rank = index.ranks.get(postId) ?? null
    if (rank === null) return
    const place = leaderRanks.indexOf(rank)
    if (place < highest.place) highest = { place, postId }
  }
  const limit = leaderRanks.indexOf(lowestLeaderRank)
  if (highest.place <= limit) return
  const facts = [lowestLeaderRank, ...[...postIds].sort()]
  const details = { about: placed.id, facts, date, postId: highest.postId, amount: highest.place - limit, limit }
  found.push(conflictOf('leader-rank', 'doubtful', placed, details))
}

/** A leader who is away attends nothing in that time. */
export const judgeLeave = (index: RoadIndex, placed: PlacedCongress, found: Conflict[]): void => {
  if (index.leaves.size === 0 || !isOn(placed, 'leader-on-leave')) return
  for (const { leaderId, postId } of placed.leaders) {
    for (const { id, firstSlot, lastSlot } of index.leaves.get(leaderId) ?? []) {
      const from = Math.max(firstSlot, placed.firstSlot)
      const to = Math.min(lastSlot, placed.lastSlot)
      if (from > to) continue
      const { dateFrom, dateTo, halfDay } = placed.congress
      found.push(
        conflictOf('leader-on-leave', 'serious', placed, {
          about: `${placed.id}:${id}`,
          facts: [dateFrom, dateTo, halfDay, leaderId, firstSlot, lastSlot],
          postId,
          date: dateText(Math.floor(from / 2)),
          halfDay: from % 2 !== 0 ? 'afternoon' : to > from ? 'day' : 'morning',
        }),
      )
    }
  }
}
