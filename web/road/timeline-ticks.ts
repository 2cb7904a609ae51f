import { isoDate } from '../../server/format/dates.ts'
import {
  dayAt,
  mondayOf,
  monthOf,
  monthStart,
  widthOf,
  xOf,
  yearOf,
  weekdayOf,
  type Reach,
  type Scale,
} from './timeline-scale.ts'
import type { TimelineWords } from './timeline-words.ts'

export type TickUnit = 'year' | 'quarter' | 'month' | 'week' | 'day'

export interface Tick {
  unit: TickUnit
  from: number
  to: number
}

/** The two tiers of the header; `upper` is null where years are the lower one. */
export interface Tiers {
  upper: TickUnit | null
  lower: TickUnit
}

/** From how many pixels a day on a tier is taken: each leaves its shortest label the room it needs. */
const tiersByScale: readonly (Tiers & { pxPerDay: number })[] = [
  { pxPerDay: 20, upper: 'month', lower: 'day' },
  { pxPerDay: 5, upper: 'month', lower: 'week' },
  { pxPerDay: 0.8, upper: 'year', lower: 'month' },
  { pxPerDay: 0.26, upper: 'year', lower: 'quarter' },
]

export const tiersFor = (pxPerDay: number): Tiers =>
  tiersByScale.find((tiers) => pxPerDay >= tiers.pxPerDay) ?? { upper: null, lower: 'year' }

/** The units that touch a reach, whole, in order and without gaps. */
export const ticksWithin = (unit: TickUnit, reach: Reach): Tick[] => {
  const ticks: Tick[] = []
  for (let from = startOf(unit, reach.from); from < reach.to;) {
    const to = nextOf(unit, from)
    ticks.push({ unit, from, to })
    from = to
  }
  return ticks
}

const startOf = (unit: TickUnit, day: number): number => {
  if (unit === 'day') return Math.floor(day)
  if (unit === 'week') return mondayOf(day)
  const month = monthOf(day)
  if (unit === 'year') return monthStart(yearOf(day), 1)
  return monthStart(yearOf(day), unit === 'month' ? month : month - ((month - 1) % 3))
}

const nextOf = (unit: TickUnit, day: number): number => {
  if (unit === 'day') return day + 1
  if (unit === 'week') return day + 7
  const months = { month: 1, quarter: 3, year: 12 }[unit]
  return monthStart(yearOf(day), monthOf(day) + months)
}

/** What stands on a tick that is so many pixels wide. */
export const tickLabel = ({ unit, from }: Tick, width: number, words: TimelineWords['axis']): string => {
  const year = yearOf(from)
  const month = monthOf(from)
  if (unit === 'year') return words.year(year)
  if (unit === 'quarter') return words.quarter((month + 2) / 3)
  if (unit === 'month') return words.month(month, year, width >= 110 ? 'full' : width >= 62 ? 'long' : 'short')
  if (unit === 'week') return words.week(isoDate(from))
  return words.day(Number(isoDate(from).slice(8)), width >= 44 ? weekdayOf(from) : null)
}

/** A label with its place in px. */
export interface PlacedLabel<T> {
  item: T
  x: number
  /** Room up to the next label or the end. */
  width: number
}

/** Labels in the order of their days, those left out that would have less room than they need. */
export const placeLabels = <T>(
  items: readonly T[],
  scale: Scale,
  { dayOf, needs }: { dayOf: (item: T) => number; needs: (item: T) => number },
): PlacedLabel<T>[] => {
  const placed: PlacedLabel<T>[] = []
  let limit = widthOf(scale)
  for (let index = items.length - 1; index >= 0; index -= 1) {
    const item = items[index] as T
    const x = xOf(scale, dayOf(item))
    if (limit - x < needs(item)) continue
    placed.push({ item, x, width: limit - x })
    limit = x
  }
  return placed.reverse()
}

/** Saturdays and Sundays within a reach, as one span each. */
export const weekendsWithin = (reach: Reach): Reach[] => {
  const weekends: Reach[] = []
  for (let monday = mondayOf(reach.from); monday < reach.to; monday += 7) {
    weekends.push({ from: monday + 5, to: monday + 7 })
  }
  return weekends
}

/** The part of the time between two pixels. */
export const reachBetween = (scale: Scale, from: number, to: number): Reach => ({
  from: Math.max(scale.origin, dayAt(scale, from)),
  to: Math.min(scale.end, dayAt(scale, to)),
})
