import type { HalfDay } from '../../congresses/schema.ts'
import type { Conflict, ConflictRule, WayOut } from '../schema.ts'
import { dayNumber } from '../../format/dates.ts'
import { isWorkedInExchange } from './calendar.ts'
import { dateText, isWeekend, weekdayOf } from './days.ts'
import type { PlacedCongress } from './facts.ts'
import { conflictsOfMove, placeOn } from './moves.ts'
import type { RoadIndex } from './road-index.ts'

/** A day and half-day on which a congress breaks less. */
export interface FreeDay {
  date: string
  halfDay: HalfDay
}

/** How far a way out is searched, in days to both sides. */
const searchDays = 120

/** What a day away from the wished one weighs against: another week, a day off, the other half-day, a warning, each congress too many on a day. In days. */
const weights = { otherWeek: 3, weekend: 6, otherHalf: 0.5, doubtful: 12, crowd: 30, serious: 100 }

/** Where days are not to be crowded, a crowded one is still better than one on which something breaks. */
const beforeCrowd = 20

/** Rules that no other day can mend: they say nothing about days. */
const dayless: ReadonlySet<ConflictRule> = new Set([
  'venue-too-small',
  'too-many-delegates',
  'too-many-days',
  'assembly-type',
  'leader-rank',
  'ceremony-twice',
  'could-combine',
])

/**
 * Days and half-days near `around` (ISO date) that are free or break less than `around` itself, best first: working
 * days, the same week, few and light conflicts. Never before today, never impossible ones. At most `count`, maybe none.
 */
export const nearestFreeDays = (index: RoadIndex, congressId: string, around: string, count: number): FreeDay[] => {
  const placed = index.congresses.get(congressId)
  if (!placed || count < 1) return []
  const wished = dayNumber(around)
  const wishedWeight = weightOn(index, placed, wished, placed.congress.halfDay)
  return bestDays(index, placed, {
    wished,
    from: Math.max(index.today, wished - searchDays),
    to: wished + searchDays,
    isOffered: (day, halfDay, weight) =>
      (day !== wished || halfDay !== placed.congress.halfDay) && (weight === 0 || weight < wishedWeight),
    count,
  })
}

interface Search {
  wished: number
  /** First and last day that may be offered. */
  from: number
  to: number
  isOffered: (day: number, halfDay: HalfDay, weight: number) => boolean
  /** How many congresses a day would have too many. */
  crowdOn?: (day: number) => number
  count: number
}

/** The days and half-days from–to that weigh least, by what breaks there and how far they lie from the wished day. */
export const bestDays = (
  index: RoadIndex,
  placed: PlacedCongress,
  { wished, from, to, isOffered, crowdOn, count }: Search,
): FreeDay[] => {
  const best: (FreeDay & { score: number })[] = []
  const farthest = Math.max(wished - from, to - wished)
  for (let distance = 0; distance <= farthest; distance += 1) {
    // Nothing farther can be better than what is found: distance alone weighs more.
    if (best.length >= count && distance >= (best[count - 1]?.score ?? Infinity)) break
    for (const day of distance === 0 ? [wished] : [wished - distance, wished + distance]) {
      if (day < from || day > to) continue
      const crowd = weights.crowd * (crowdOn?.(day) ?? 0)
      for (const halfDay of halvesOf(placed)) {
        const weight = weightOn(index, placed, day, halfDay)
        if (weight === Infinity || !isOffered(day, halfDay, weight)) continue
        best.push({
          date: dateText(day),
          halfDay,
          score: weight * (crowdOn ? beforeCrowd : 1) + crowd + inconvenience(index, placed, { wished, day, halfDay }),
        })
      }
    }
    best.sort((a, b) => a.score - b.score || (a.date < b.date ? -1 : 1))
    best.length = Math.min(best.length, count)
  }
  return best.map(({ date, halfDay }) => ({ date, halfDay }))
}

/** What can be done about a conflict, the usual first. Empty where only the facts themselves can be put right. */
export const waysOut = (conflict: Conflict, index: RoadIndex): WayOut[] => {
  const placed = index.congresses.get(conflict.congressId)
  if (!placed) return []
  const { congressId } = conflict
  const ways: WayOut[] = []
  const kinds = waysByRule[conflict.rule]
  for (const kind of kinds) {
    if (kind === 'move') ways.push(...movesOf(index, placed, conflict, kinds.includes('telephone') ? 1 : mostMoves))
    else if (kind === 'telephone') ways.push({ kind, congressId, unitId: unitToAsk(index, placed, conflict) })
    else if (kind === 'telephone-venue') {
      if (conflict.venueId !== null) ways.push({ kind, congressId, venueId: conflict.venueId })
    } else if (kind === 'change-leader') {
      if (conflict.postId !== null) ways.push({ kind, congressId, postId: conflict.postId })
    } else ways.push({ kind, congressId })
  }
  if (conflict.severity !== 'impossible') ways.push({ kind: 'accept', congressId })
  return ways
}

/** A leader who cannot come is replaced by another of fitting rank; the date moves only as a last way out. */
const waysByRule: Readonly<Record<ConflictRule, readonly Exclude<WayOut['kind'], 'accept'>[]>> = {
  'blocked-day': ['move'],
  'unit-not-valid': ['move', 'telephone'],
  'outside-window': ['move', 'telephone'],
  'before-lower': ['move', 'telephone'],
  holiday: ['move'],
  weekend: ['move'],
  'party-congress': ['move'],
  'pilot-not-first': ['move', 'telephone'],
  'venue-twice': ['change-venue', 'move', 'telephone'],
  'venue-too-small': ['change-venue', 'reduce'],
  'venue-booked': ['change-venue', 'telephone-venue', 'move'],
  'leader-twice': ['change-leader', 'move', 'telephone'],
  'leader-too-often': ['change-leader', 'move', 'telephone'],
  'leader-on-leave': ['change-leader', 'move', 'telephone'],
  'leader-rank': ['change-leader'],
  'too-many-delegates': ['reduce'],
  'too-many-days': ['reduce'],
  'assembly-type': [],
  'ceremony-twice': ['telephone'],
  'could-combine': ['telephone'],
  late: ['telephone', 'move'],
}

/** Moves that are offered at once where nobody is to be telephoned. */
const mostMoves = 2

/** The unit of the other congress where two meet: the own one is asked by whoever reads the card. Else the own unit. */
const unitToAsk = (index: RoadIndex, { congress: { unitId } }: PlacedCongress, conflict: Conflict): string => {
  const others = conflict.otherCongressIds.flatMap((id) => index.congresses.get(id)?.congress.unitId ?? [])
  return others.find((other) => other !== unitId) ?? unitId
}

const movesOf = (index: RoadIndex, placed: PlacedCongress, conflict: Conflict, count: number): WayOut[] => {
  const { dateFrom, weekOf } = placed.congress
  const around = dateFrom ?? weekOf ?? conflict.date ?? dateText(index.today)
  const days = nearestFreeDays(index, placed.id, dateText(Math.max(dayNumber(around), index.today)), count)
  return days.map((day) => ({ kind: 'move', congressId: placed.id, ...day }))
}

const weightOn = (index: RoadIndex, placed: PlacedCongress, day: number, halfDay: HalfDay): number => {
  let weight = 0
  for (const { rule, severity } of conflictsOfMove(index, placed.id, placeOn(placed, day, halfDay))) {
    if (severity === 'impossible') return Infinity
    if (!dayless.has(rule)) weight += weights[severity]
  }
  return weight
}

const inconvenience = (
  { calendar }: RoadIndex,
  { unit, congress }: PlacedCongress,
  { wished, day, halfDay }: { wished: number; day: number; halfDay: HalfDay },
): number =>
  Math.abs(day - wished) +
  (mondayOf(day) === mondayOf(wished) ? 0 : weights.otherWeek) +
  (isWeekend(day) && !isWorkedInExchange(calendar, day, unit.line) ? weights.weekend : 0) +
  (halfDay === congress.halfDay ? 0 : weights.otherHalf)

const mondayOf = (day: number): number => day - ((weekdayOf(day) + 6) % 7)

/** A half-day may change sides; a whole day or several stay what they are. */
const halvesOf = ({ congress, hasDate, firstDay, lastDay }: PlacedCongress): readonly HalfDay[] => {
  const isOneDay = !hasDate || firstDay === lastDay
  if (!isOneDay || congress.halfDay === 'day') return [congress.halfDay]
  return congress.halfDay === 'morning' ? ['morning', 'afternoon'] : ['afternoon', 'morning']
}
