import { dateText } from '../../conflicts/rules/days.ts'
import type { PlacedCongress } from '../../conflicts/rules/facts.ts'
import { leaderOf, type RoadIndex } from '../../conflicts/rules/road-index.ts'
import { dayNumber } from '../../format/dates.ts'
import { halves, type Half, type StandIn } from '../schema.ts'

/** Half of a day of a leader: what he attends, by congress id, where another attends for him, and whether he is away. */
export interface LeaderHalf {
  half: Half
  congressIds: string[]
  standIns: StandIn[]
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
  undatedStandIns: StandIn[]
}

const daysPerWeek = 7

/** The week of whoever holds a post, in this and in any other post, from its Monday on. */
export const weekOfLeader = (
  index: RoadIndex,
  postId: string,
  monday: string,
  standIns: readonly StandIn[],
): LeaderWeek => {
  const first = dayNumber(monday)
  const meeting = standIns.flatMap((standIn) => {
    const placed = index.congresses.get(standIn.congressId)
    return placed && placed.standing !== 'absent' ? [{ standIn, placed }] : []
  })
  return {
    days: Array.from({ length: daysPerWeek }, (_, at) => dayOfLeader(index, { postId, day: first + at, meeting })),
    undatedIds: [...index.congresses.values()]
      .filter(({ standing, congress }) => standing !== 'absent' && congress.weekOf === monday)
      .filter(({ congress }) => congress.postIds.includes(postId))
      .map(({ id }) => id),
    undatedStandIns: meeting
      .filter(({ standIn, placed }) => placed.congress.weekOf === monday && standIn.postBeforeId === postId)
      .map(({ standIn }) => standIn),
  }
}

interface DayWish {
  postId: string
  day: number
  meeting: readonly { standIn: StandIn; placed: PlacedCongress }[]
}

const dayOfLeader = (index: RoadIndex, { postId, day, meeting }: DayWish): LeaderDay => {
  const leaderId = leaderOf(index, postId, day)
  const attended = (index.byLeader.get(leaderId) ?? []).filter((each) => each.firstDay <= day && each.lastDay >= day)
  // Who attends in another post of his own is not told to be replaced.
  const replaced = meeting.filter(
    ({ standIn, placed }) =>
      placed.hasDate && !attended.includes(placed) && leaderOf(index, standIn.postBeforeId, day) === leaderId,
  )
  const leaves = index.leaves.get(leaderId) ?? []
  const [morning = [], afternoon = []] = halves.map((_half, at) =>
    attended.filter(({ firstSlot, lastSlot }) => isWithin(day * 2 + at, firstSlot, lastSlot)).sort(inOrder),
  )
  return {
    date: dateText(day),
    halves: halves.map((half, at) => ({
      half,
      congressIds: (at === 0 ? morning : afternoon).map(({ id }) => id),
      standIns: replaced
        .filter(({ placed: { firstSlot, lastSlot } }) => isWithin(day * 2 + at, firstSlot, lastSlot))
        .map(({ standIn }) => standIn),
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
