import { dateText } from '../../conflicts/rules/days.ts'
import type { PlacedCongress } from '../../conflicts/rules/facts.ts'
import { leaderOf, type RoadIndex } from '../../conflicts/rules/road-index.ts'
import { dayNumber } from '../../format/dates.ts'
import { halves, type Half } from '../schema.ts'

/** Half of a day of a leader: what he attends, by congress id, and whether he is away. */
export interface LeaderHalf {
  half: Half
  congressIds: string[]
  isAway: boolean
}

export interface LeaderDay {
  date: string
  halves: LeaderHalf[]
  /** From one place to another at noon, by congress ids. */
  ways: { fromId: string; toId: string }[]
}

export interface LeaderWeek {
  days: LeaderDay[]
  /** Congresses that know only that they are in this week. */
  undatedIds: string[]
}

const daysPerWeek = 7

/** The week of whoever holds a post, in this and in any other post, from its Monday on. */
export const weekOfLeader = (index: RoadIndex, postId: string, monday: string): LeaderWeek => {
  const first = dayNumber(monday)
  return {
    days: Array.from({ length: daysPerWeek }, (_, at) => dayOfLeader(index, postId, first + at)),
    undatedIds: [...index.congresses.values()]
      .filter(({ standing, congress }) => standing !== 'absent' && congress.weekOf === monday)
      .filter(({ congress }) => congress.postIds.includes(postId))
      .map(({ id }) => id),
  }
}

const dayOfLeader = (index: RoadIndex, postId: string, day: number): LeaderDay => {
  const leaderId = leaderOf(index, postId, day)
  const attended = (index.byLeader.get(leaderId) ?? []).filter((each) => each.firstDay <= day && each.lastDay >= day)
  const leaves = index.leaves.get(leaderId) ?? []
  const [morning = [], afternoon = []] = halves.map((_half, at) =>
    attended.filter(({ firstSlot, lastSlot }) => isWithin(day * 2 + at, firstSlot, lastSlot)).sort(inOrder),
  )
  return {
    date: dateText(day),
    halves: halves.map((half, at) => ({
      half,
      congressIds: (at === 0 ? morning : afternoon).map(({ id }) => id),
      isAway: leaves.some(({ firstSlot, lastSlot }) => isWithin(day * 2 + at, firstSlot, lastSlot)),
    })),
    ways: waysBetween(morning, afternoon),
  }
}

const isWithin = (slot: number, first: number, last: number): boolean => slot >= first && slot <= last

const inOrder = (a: PlacedCongress, b: PlacedCongress): number => (a.id < b.id ? -1 : 1)

/** What ends at noon and what begins after it somewhere else: one way to each, none to where one is already. */
const waysBetween = (morning: PlacedCongress[], afternoon: PlacedCongress[]): LeaderDay['ways'] =>
  afternoon
    .filter((to) => morning.every((from) => from !== to && placeOf(from) !== placeOf(to)))
    .flatMap((to) => {
      const from = morning.findLast((each) => !afternoon.includes(each))
      return from ? [{ fromId: from.id, toId: to.id }] : []
    })

const placeOf = ({ congress }: PlacedCongress): string => congress.venueId ?? congress.unitId
