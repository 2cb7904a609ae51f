import { dayNumber } from '../../server/format/dates.ts'
import type { TimelineRow } from './timeline-types.ts'

/** Where a pointer or the focus is. */

export type OverviewPart = 'from-edge' | 'to-edge' | 'window' | 'outside'

/** Which part of the window of the overview lies under a point; edges win within `grip` px. */
export const overviewPartAt = (x: number, window: { from: number; to: number }, grip: number): OverviewPart => {
  const inner = Math.min(grip, (window.to - window.from) / 4)
  if (x >= window.from - grip && x <= window.from + inner) return 'from-edge'
  if (x <= window.to + grip && x >= window.to - inner) return 'to-edge'
  return x > window.from && x < window.to ? 'window' : 'outside'
}

/** The place of the focus: a row, or one of its bars. */
export interface Place {
  rowId: string
  barId: string | null
}

export type Step = 'up' | 'down' | 'left' | 'right' | 'first' | 'last' | 'page-up' | 'page-down'

/** Rows that one page key passes. */
const page = 15

/**
 * The place that a step leads to; null where there is none. Left and right walk along the bars of a row (in order of
 * their days), left from a row to the row above it in the tree. Opening and closing is decided by who asks.
 */
export const placeAfter = (rows: readonly TimelineRow[], place: Place, step: Step): Place | null => {
  const index = rows.findIndex(({ id }) => id === place.rowId)
  const row = rows[index]
  if (!row) return rows[0] ? { rowId: rows[0].id, barId: null } : null
  if (step === 'left' || step === 'right') return alongBars(rows, index, place.barId, step)
  const wanted = {
    up: index - 1,
    down: index + 1,
    first: 0,
    last: rows.length - 1,
    'page-up': Math.max(0, index - page),
    'page-down': Math.min(rows.length - 1, index + page),
  }[step]
  const target = rows[wanted]
  if (!target || target === row) return null
  const from = row.bars.find(({ id }) => id === place.barId)?.from
  return { rowId: target.id, barId: from === undefined ? null : nearestBar(target, from) }
}

/** From a bar one comes to the bar whose day is nearest. */
const nearestBar = ({ bars }: TimelineRow, from: string): string | null => {
  const away = (day: string): number => Math.abs(dayNumber(day) - dayNumber(from))
  return [...bars].sort((one, other) => away(one.from) - away(other.from))[0]?.id ?? null
}

const alongBars = (
  rows: readonly TimelineRow[],
  index: number,
  barId: string | null,
  step: 'left' | 'right',
): Place | null => {
  const row = rows[index] as TimelineRow
  const bars = [...row.bars].sort((a, b) => (a.from < b.from ? -1 : 1))
  const at = bars.findIndex(({ id }) => id === barId)
  if (step === 'right') {
    const next = bars[at + 1]
    return next ? { rowId: row.id, barId: next.id } : null
  }
  if (at >= 0) return { rowId: row.id, barId: bars[at - 1]?.id ?? null }
  const parent = rows.slice(0, index).findLast(({ depth }) => depth < row.depth)
  return parent ? { rowId: parent.id, barId: null } : null
}
