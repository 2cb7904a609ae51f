import { dayNumber } from '../../server/format/dates.ts'
import { mondayOf, monthOf, monthStart, yearOf } from './timeline-scale.ts'
import { lookOf, type BarLook, type TimelineBar } from './timeline-types.ts'

export interface DensityBin {
  from: number
  to: number
  /** Numbers by look, heaped in the order of `looksInOrder`. */
  counts: Partial<Record<BarLook, number>>
  total: number
}

/** Length of a bin, so that a heap is at least some 12 px wide. */
export const binUnitFor = (pxPerDay: number): 'month' | 'half-month' | 'week' | 'day' => {
  if (pxPerDay >= 14) return 'day'
  if (pxPerDay >= 2.4) return 'week'
  return pxPerDay >= 0.8 ? 'half-month' : 'month'
}

/** How many bars begin in each part of the time; empty parts are left out. */
export const densityOf = (bars: readonly TimelineBar[], unit: ReturnType<typeof binUnitFor>): DensityBin[] => {
  const bins = new Map<number, DensityBin>()
  for (const bar of bars) {
    const { from, to } = binAround(dayNumber(bar.from), unit)
    const bin = bins.get(from) ?? { from, to, counts: {}, total: 0 }
    const look = lookOf(bar)
    bin.counts[look] = (bin.counts[look] ?? 0) + 1
    bin.total += 1
    bins.set(from, bin)
  }
  return [...bins.values()].sort((a, b) => a.from - b.from)
}

const binAround = (day: number, unit: ReturnType<typeof binUnitFor>): { from: number; to: number } => {
  if (unit === 'day') return { from: day, to: day + 1 }
  if (unit === 'week') return { from: mondayOf(day), to: mondayOf(day) + 7 }
  const from = monthStart(yearOf(day), monthOf(day))
  const to = monthStart(yearOf(day), monthOf(day) + 1)
  if (unit === 'month') return { from, to }
  return day < from + 15 ? { from, to: from + 15 } : { from: from + 15, to }
}

/** Height of a heap: the tallest of the row fills it, a single congress can still be seen. */
export const heapHeight = (count: number, tallest: number, height: number): number =>
  count === 0 ? 0 : Math.max(2, Math.round((count / tallest) * height))
