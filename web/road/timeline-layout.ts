import { dayNumber } from '../../server/format/dates.ts'
import { widthOf, xOf, type Reach, type Scale } from './timeline-scale.ts'
import type { TimelineBar } from './timeline-types.ts'

/** The hours of a bar as a part of the time: a morning is the first half of its day. */
export const reachOfBar = (bar: Pick<TimelineBar, 'from' | 'to' | 'halfDay' | 'isWeekOnly'>): Reach => {
  const from = dayNumber(bar.from)
  const to = Math.max(from, dayNumber(bar.to)) + 1
  if (bar.isWeekOnly || bar.halfDay === 'day') return { from, to }
  return bar.halfDay === 'morning' ? { from, to: to - 0.5 } : { from: from + 0.5, to }
}

/**
 * Where a bar stands in its row. `edge` is the strong part, as long as the congress itself; the soft part behind it
 * carries the label. `full`: the whole label; `cut`: its beginning; `icon`: none of it. At the end of the time the label
 * is cut behind its day, or the soft part lies before the strong one: `isFlipped`.
 */
export interface PlacedBar {
  bar: TimelineBar
  x: number
  width: number
  edge: number
  label: 'full' | 'cut' | 'icon' | 'none'
  isFlipped: boolean
}

const smallestEdge = 4
/** Strong edge, icon and the room round them. */
const chrome = 34
const severityChrome = 16
const shortestText = 20
const gap = 3

/** Bars of one row from left to right; each gives way to the next. `measure`: px of a label. */
export const placeBars = (
  bars: readonly TimelineBar[],
  scale: Scale,
  measure: (label: string) => number,
): PlacedBar[] => {
  const ordered = bars.map((bar) => ({ bar, reach: reachOfBar(bar) })).sort((a, b) => a.reach.from - b.reach.from)
  let before = 0
  return ordered.map(({ bar, reach }, index) => {
    const x = xOf(scale, reach.from)
    const span = (reach.to - reach.from) * scale.pxPerDay
    const next = ordered[index + 1]
    const room = next ? Math.max(xOf(scale, next.reach.from) - gap - x, Math.min(span, smallestEdge)) : Infinity
    const text = measure(bar.label) + (bar.severity ? severityChrome : 0)
    const placed = { bar, x, ...shapeOf(span, text, room), isFlipped: false }
    const toEnd = widthOf(scale) - x
    const isBeyond = placed.width > toEnd && placed.edge >= span
    const start = startOf(bar.label)
    const isCut = isBeyond && start !== null && toEnd >= placed.edge + chrome + measure(start)
    const shown = isCut
      ? { ...placed, width: toEnd, label: 'cut' as const }
      : isBeyond
        ? flipped(placed, { span, text, room: x + placed.edge - before })
        : placed
    before = shown.x + shown.width + gap
    return shown
  })
}

/** What a cut label must still show: `28/8…` of `28/8 · quá khung 59 ngày`; null where it says no more than its day. */
const startOf = (label: string): string | null => {
  const [day = '', ...more] = label.split(' · ')
  return more.length === 0 ? null : `${day}…`
}

/** The bar with its label before its days; as it was where it has no room there. */
const flipped = (placed: PlacedBar, { span, text, room }: { span: number; text: number; room: number }): PlacedBar => {
  const shape = shapeOf(span, text, room)
  if (shape.edge < span || shape.label === 'none') return placed
  return { ...placed, ...shape, x: placed.x + placed.edge - shape.width, isFlipped: true }
}

const shapeOf = (span: number, text: number, room: number): Omit<PlacedBar, 'bar' | 'x' | 'isFlipped'> => {
  const edge = Math.max(smallestEdge, span)
  const needed = chrome + text
  // The label lies on the bar itself: only the beginning stays strong.
  if (span >= needed) return { width: Math.min(span, Math.max(room, smallestEdge)), edge: smallestEdge, label: 'full' }
  // A long bar whose label does not quite fit keeps its shape, with the label cut.
  if (span >= chrome + shortestText && room < needed + edge) {
    return { width: Math.min(span, Math.max(room, smallestEdge)), edge: smallestEdge, label: 'cut' }
  }
  const wide = edge + needed - smallestEdge
  if (wide <= room) return { width: wide, edge, label: 'full' }
  if (room >= edge + chrome + shortestText) return { width: room, edge, label: 'cut' }
  if (room >= edge + chrome - 8) return { width: edge + chrome - 8, edge, label: 'icon' }
  return {
    width: Math.max(smallestEdge, Math.min(edge, room)),
    edge: Math.max(smallestEdge, Math.min(edge, room)),
    label: 'none',
  }
}

/** Bars that show between two columns (px). */
export const barsBetween = (placed: readonly PlacedBar[], from: number, to: number): PlacedBar[] =>
  placed.filter(({ x, width }) => x + width > from && x < to)
