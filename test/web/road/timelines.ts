import type { TimelineBar, TimelineRow } from '../../../web/road/timeline-types.ts'

/** A bar of one whole day, which may be moved. */
export const bar = (id: string, from: string, more: Partial<TimelineBar> = {}): TimelineBar => ({
  id,
  from,
  to: more.to ?? from,
  halfDay: 'day',
  isWeekOnly: false,
  state: 'preparing',
  isLate: false,
  label: id,
  severity: null,
  isMovable: true,
  isInvented: false,
  ...more,
})

/** A row of a unit. */
export const row = (id: string, bars: TimelineBar[], more: Partial<TimelineRow> = {}): TimelineRow => ({
  id,
  kind: 'unit',
  depth: 1,
  label: id,
  count: null,
  isOpen: null,
  bars,
  conflict: null,
  ...more,
})
