import type { Run } from '../../bookings/rules.ts'
import type { Booking } from '../../bookings/schema.ts'
import type { CalendarDay } from '../../calendar/schema.ts'
import type { Congress } from '../../congresses/schema.ts'
import type { Level } from '../../cycles/schema.ts'
import type { Leave } from '../../leaders/schema.ts'
import type { Post } from '../../people/schema.ts'
import type { Unit } from '../../units/schema.ts'
import type { Venue } from '../../venues/schema.ts'
import { dayNumber } from '../../format/dates.ts'

/** What the rules need to know of a road; records of the API fit as they are. */
export interface RoadFacts {
  /** The day that counts as today. */
  today: string
  levels: readonly RoadLevel[]
  units: readonly RoadUnit[]
  venues: readonly Pick<Venue, 'id' | 'capacity' | 'layouts'>[]
  bookings: readonly Omit<Booking, 'kind' | 'bookedBy' | 'note' | 'version'>[]
  posts: readonly Pick<Post, 'id' | 'rank' | 'holders'>[]
  leaves: readonly Pick<Leave, 'id' | 'personId' | 'from' | 'fromHalf' | 'to' | 'toHalf'>[]
  days: readonly Pick<CalendarDay, 'id' | 'from' | 'to' | 'kind' | 'unitId'>[]
  congresses: readonly RoadCongress[]
}

export type RoadLevel = Pick<
  Level,
  | 'id'
  | 'position'
  | 'windowFrom'
  | 'windowTo'
  | 'maxDelegates'
  | 'maxDays'
  | 'staffThreshold'
  | 'gapBeforeUpperDays'
  | 'leaderMaxPerDay'
  | 'lowestLeaderRank'
  | 'rulesOff'
>

export type RoadUnit = Pick<
  Unit,
  'id' | 'parentId' | 'block' | 'staffNumber' | 'validFrom' | 'validTo' | 'windowFrom' | 'windowTo'
>

export type RoadCongress = Pick<
  Congress,
  | 'id'
  | 'levelId'
  | 'unitId'
  | 'hostUnitIds'
  | 'hostBlock'
  | 'combinedWith'
  | 'state'
  | 'dateFrom'
  | 'dateTo'
  | 'halfDay'
  | 'weekOf'
  | 'venueId'
  | 'layout'
  | 'expectedDelegates'
  | 'expectedGuests'
  | 'assembly'
  | 'isPilot'
  | 'upperCongressId'
  | 'postIds'
>

/** From–to in day numbers, both inclusive; null = open. */
export interface Span {
  from: number | null
  to: number | null
}

export interface IndexedLevel extends RoadLevel {
  window: Span
  off: ReadonlySet<string>
}

export interface IndexedUnit {
  id: string
  parentId: string | null
  staffNumber: number | null
  block: string
  /** The unit and all units above it. */
  line: readonly string[]
  /** Units of one upper unit and one block follow the same pilot. */
  pilotGroup: string
  valid: Span
  window: Span
}

export interface IndexedHolder {
  personId: string
  term: Span
}

/** A leader's absence, in half-days. */
export interface IndexedLeave {
  id: string
  firstSlot: number
  lastSlot: number
}

/** When something else takes a hall. */
export interface IndexedBooking {
  id: string
  run: Run
}

/** Who attends in a post: the person where the day has exactly one holder, else the post itself. */
export interface Attending {
  leaderId: string
  postId: string
}

/**
 * How a congress stands today. `absent`: cancelled, or postponed without a date; takes no part in any rule. `done`: held
 * or reported; a fact, nothing is said about it any more, but others may still run into it. `passed`: its days are over
 * and nobody has said whether it was held: the thing to do is to ask, and what is wrong with its numbers is still said. `open`: all rules apply.
 */
export type Standing = 'absent' | 'done' | 'passed' | 'open'

/** A congress with what the rules ask about again and again. Days count from 1970-01-01; a slot is a half-day: day × 2, + 1 in the afternoon. */
export interface PlacedCongress {
  id: string
  congress: RoadCongress
  level: IndexedLevel
  unit: IndexedUnit
  standing: Standing
  hasDate: boolean
  /** First and last day; of the week while only that is known; 0 without either. */
  firstDay: number
  lastDay: number
  firstSlot: number
  lastSlot: number
  leaders: readonly Attending[]
}

/** Whether a rule is switched on for the congress's level. */
export const isOn = (placed: PlacedCongress, rule: string): boolean => !placed.level.off.has(rule)

/** The window in which the congress must be held: bound by bound the unit's own, else the level's. */
export const windowOf = ({ unit, level }: PlacedCongress): Span => {
  const from = unit.window.from ?? level.window.from
  const to = unit.window.to ?? level.window.to
  // A unit's own bound beyond the level's other bound replaces the level's window.
  if (from !== null && to !== null && from > to) return unit.window
  return { from, to }
}

/** How a congress misses its window: by so many days, at the bound `limitDay`, which it comes after or before. */
export interface WindowMiss {
  side: 'early' | 'late'
  days: number
  limitDay: number
}

/**
 * Null where it lies inside, has no day or no window, or the rule is off. Any day outside counts; of a congress that
 * knows its week only, the whole week must lie outside.
 */
export const missOfWindow = (placed: PlacedCongress): WindowMiss | null => {
  const { congress, hasDate, firstDay, lastDay } = placed
  if ((!hasDate && congress.weekOf === null) || !isOn(placed, 'outside-window')) return null
  const { from, to } = windowOf(placed)
  const early = from === null ? 0 : from - (hasDate ? firstDay : lastDay)
  const late = to === null ? 0 : (hasDate ? lastDay : firstDay) - to
  if (from !== null && early > 0 && early >= late) return { side: 'early', days: early, limitDay: from }
  return to !== null && late > 0 ? { side: 'late', days: late, limitDay: to } : null
}

/** Since which day a congress is late, and by how many days: its days or week passed and it is not held, or its window ended without a date. Null = not late. */
export const latenessOf = (placed: PlacedCongress, today: number): { since: number; days: number } | null => {
  if (placed.standing === 'passed') return { since: placed.lastDay, days: today - placed.lastDay }
  if (placed.standing !== 'open' || placed.hasDate || placed.congress.weekOf !== null) return null
  const { to } = windowOf(placed)
  return to !== null && to < today ? { since: to, days: today - to } : null
}

export const spanOf = (from: string | null, to: string | null): Span => ({
  from: from === null ? null : dayNumber(from),
  to: to === null ? null : dayNumber(to),
})

export const isInside = (day: number, { from, to }: Span): boolean =>
  (from === null || day >= from) && (to === null || day <= to)
