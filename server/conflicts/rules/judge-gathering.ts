import type { CongressState, HalfDay } from '../../congresses/schema.ts'
import type { Conflict } from '../schema.ts'
import { conflictOf } from './conflict.ts'
import { dateText } from './days.ts'
import { isOn, type PlacedCongress } from './facts.ts'

/** Congresses that are all there at one time, from–to in the unit in which they were asked for; no larger group contains them. */
interface Crowd {
  members: PlacedCongress[]
  from: number
  to: number
}

/** One venue holds one congress at a time. One conflict names all that meet there, not each pair. */
export const judgeVenue = (venueId: string, placed: readonly PlacedCongress[], today: number): Conflict[] => {
  const found: Conflict[] = []
  if (placed.length < 2) return found
  for (const crowd of crowdsOf(inOrderOfTime(placed), 'slot', 2)) {
    const listed = mostMovable(crowd, 'venue-twice', Math.floor(crowd.to / 2), today)
    if (!listed) continue
    const details = { ...meetingOf(crowd, listed, venueId), venueId, amount: crowd.members.length - 1, limit: 1 }
    found.push(conflictOf('venue-twice', 'serious', listed, details))
  }
  return found
}

/** A leader is in one place at a time and attends a set number of congresses a day. */
export const judgeLeader = (leaderId: string, placed: readonly PlacedCongress[], today: number): Conflict[] => {
  const found: Conflict[] = []
  const sorted = inOrderOfTime(placed)
  for (const crowd of crowdsOf(sorted, 'slot', 2)) judgeTwoPlaces(leaderId, crowd, today, found)
  // A level that lets no leader come at all makes even one too many.
  const fewest = placed.some(({ level }) => level.leaderMaxPerDay < 1) ? 1 : 2
  for (const crowd of crowdsOf(sorted, 'day', fewest)) judgeLoad(leaderId, crowd, today, found)
  return found
}

/** Two congresses in one hall are one place; that they share it is the venue's conflict. */
const judgeTwoPlaces = (leaderId: string, crowd: Crowd, today: number, found: Conflict[]): void => {
  const places = new Set(crowd.members.map(({ congress }) => congress.venueId ?? congress.id))
  if (places.size < 2) return
  const listed = mostMovable(crowd, 'leader-twice', Math.floor(crowd.to / 2), today)
  if (!listed) return
  const postId = postOf(listed, leaderId)
  const details = { ...meetingOf(crowd, listed, leaderId), postId, amount: places.size - 1, limit: 1 }
  found.push(conflictOf('leader-twice', 'serious', listed, details))
}

/** The strictest of the levels that ask decides. */
const judgeLoad = (leaderId: string, crowd: Crowd, today: number, found: Conflict[]): void => {
  let limit = Infinity
  for (const member of crowd.members) {
    if (isOn(member, 'leader-too-often')) limit = Math.min(limit, member.level.leaderMaxPerDay)
  }
  if (crowd.members.length <= limit) return
  const listed = mostMovable(crowd, 'leader-too-often', crowd.to, today)
  if (!listed) return
  const date = dateText(crowd.from)
  const otherCongressIds = othersOf(crowd, listed)
  found.push(
    conflictOf('leader-too-often', 'doubtful', listed, {
      about: `${leaderId}:${date}`,
      facts: [date, limit, ...[listed.id, ...otherCongressIds].sort()],
      otherCongressIds,
      postId: postOf(listed, leaderId),
      date,
      amount: crowd.members.length - limit,
      limit,
    }),
  )
}

/**
 * The pilot holds its congress first. Listed once, under the pilot, with all that come before it; those that lie behind
 * are not counted: nobody can put them after the pilot any more. Of several pilots the first one sets the day.
 */
export const judgePilots = (placed: readonly PlacedCongress[]): Conflict[] => {
  let pilot: PlacedCongress | null = null
  for (const each of placed) {
    if (!each.congress.isPilot) continue
    const isEarlier =
      !pilot || each.firstDay < pilot.firstDay || (each.firstDay === pilot.firstDay && each.id < pilot.id)
    if (isEarlier) pilot = each
  }
  if (pilot?.standing !== 'open' || !isOn(pilot, 'pilot-not-first')) return []
  const { firstDay } = pilot
  const early = placed.filter((each) => each.standing === 'open' && each.firstDay < firstDay)
  if (early.length === 0) return []
  const date = dateText(firstDay)
  const otherCongressIds = early.map(({ id }) => id).sort()
  const firstOther = Math.min(...early.map((each) => each.firstDay))
  return [
    conflictOf('pilot-not-first', 'doubtful', pilot, {
      about: pilot.id,
      facts: [date, ...otherCongressIds],
      otherCongressIds,
      date,
      amount: firstDay - firstOther,
      limitDate: dateText(firstOther),
    }),
  ]
}

const inOrderOfTime = (placed: readonly PlacedCongress[]): readonly PlacedCongress[] =>
  placed.length < 2 ? placed : [...placed].sort((a, b) => a.firstSlot - b.firstSlot)

/**
 * The largest groups of at least `fewest` congresses that overlap, by half-days or by days, in the order of time; the
 * congresses come sorted by their beginning. A group is complete when, after somebody came, somebody leaves. No two
 * groups share a moment.
 */
const crowdsOf = (sorted: readonly PlacedCongress[], by: 'slot' | 'day', fewest: number): Crowd[] => {
  const crowds: Crowd[] = []
  let members: PlacedCongress[] = []
  let from = -Infinity
  let to = Infinity
  for (const placed of sorted) {
    const start = by === 'slot' ? placed.firstSlot : placed.firstDay
    if (to < start) {
      if (members.length >= fewest) crowds.push({ members, from, to })
      members = members.filter((each) => endOf(each, by) >= start)
      to = Infinity
      for (const each of members) to = Math.min(to, endOf(each, by))
    }
    members.push(placed)
    to = Math.min(to, endOf(placed, by))
    from = start
  }
  if (members.length >= fewest) crowds.push({ members, from, to })
  return crowds
}

const endOf = (placed: PlacedCongress, by: 'slot' | 'day'): number => (by === 'slot' ? placed.lastSlot : placed.lastDay)

const firmness: Readonly<Partial<Record<CongressState, number>>> = {
  planned: 0,
  postponed: 1,
  approved: 2,
  preparing: 3,
}

/**
 * The congress that a meeting is listed under: the one that is easiest to move. Null when none can move any more or the
 * meeting lies behind. The least firm state first, then the lowest level, then the one created last.
 */
const mostMovable = (
  { members }: Crowd,
  rule: 'venue-twice' | 'leader-twice' | 'leader-too-often',
  lastDay: number,
  today: number,
): PlacedCongress | null => {
  if (lastDay < today) return null
  let best: PlacedCongress | null = null
  for (const member of members) {
    if (member.standing !== 'open' || !isOn(member, rule)) continue
    if (!best || firmnessOrder(member, best) < 0) best = member
  }
  return best
}

const firmnessOrder = (a: PlacedCongress, b: PlacedCongress): number =>
  (firmness[a.congress.state] ?? 0) - (firmness[b.congress.state] ?? 0) ||
  a.level.position - b.level.position ||
  (a.id > b.id ? -1 : 1)

const othersOf = ({ members }: Crowd, listed: PlacedCongress): string[] =>
  members
    .map(({ id }) => id)
    .filter((id) => id !== listed.id)
    .sort()

/** Where and when a crowd meets; the key is of its place and first half-day, so that it stays when it is listed under another. */
const meetingOf = (crowd: Crowd, listed: PlacedCongress, placeId: string) => {
  const date = dateText(Math.floor(crowd.from / 2))
  const isFromNoon = crowd.from % 2 !== 0
  const halfDay: HalfDay = isFromNoon ? 'afternoon' : crowd.to > crowd.from ? 'day' : 'morning'
  const otherCongressIds = othersOf(crowd, listed)
  return {
    about: `${placeId}:${date}:${isFromNoon ? 'afternoon' : 'morning'}`,
    facts: [date, halfDay, ...[listed.id, ...otherCongressIds].sort()],
    otherCongressIds,
    date,
    halfDay,
  }
}

const postOf = (placed: PlacedCongress, leaderId: string): string | null =>
  placed.leaders.find((each) => each.leaderId === leaderId)?.postId ?? null
