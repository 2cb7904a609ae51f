import type { DayKind } from '../../server/calendar/schema.ts'
import type { Severity } from '../../server/conflicts/schema.ts'
import type { CongressState, HalfDay } from '../../server/congresses/schema.ts'
import type { ShownState } from '../parts/state-badge.ts'

/** What the timeline takes and tells. Dates are ISO days, spans include both ends. */

export interface TimelineSpan {
  from: string
  to: string
}

export interface TimelineMilestone {
  date: string
  label: string
}

export interface TimelineBar extends TimelineSpan {
  id: string
  halfDay: HalfDay
  /** Only the week is known: `from` is its Monday, `to` its Sunday. */
  isWeekOnly: boolean
  state: CongressState
  isLate: boolean
  /** What stands on the bar: `18/6`, `14/7 · quá khung 14 ngày`. */
  label: string
  /** The heaviest open conflict that it takes part in. */
  severity: Severity | null
  isMovable: boolean
  isInvented: boolean
  /** Of a unit above, with its place ('' = not known): it is read here and opened nowhere. */
  upper?: { place: string }
  milestones?: readonly TimelineMilestone[]
}

/** How far a level is, each congress counted once. */
export type TimelineRollUp = Record<BarLook, number>

export interface TimelineRow {
  id: string
  kind: 'level' | 'group' | 'unit'
  /** 0 = the outermost. */
  depth: number
  label: string
  /** What stands small beside the label: the number of congresses or units below; null = nothing. */
  count: string | null
  /** null = nothing to open. */
  isOpen: boolean | null
  /** Own bars. */
  bars: readonly TimelineBar[]
  /** Bars of the children that a closed row hides: drawn as density. */
  hiddenBars?: readonly TimelineBar[]
  rollUp?: TimelineRollUp
  window?: TimelineSpan
  /** A remark after the roll-up: `sẵn sàng 72 %`. */
  note?: string
  conflict: Severity | null
}

export interface TimelineDay extends TimelineSpan {
  name: string
  kind: DayKind
}

/** The first day of a lunar month and its name: `1 Canh Tý`, `4 nhuận`. */
export interface LunarMonth {
  date: string
  label: string
}

export interface NearestDay {
  date: string
  halfDay: HalfDay
  /** `25/6 sáng`. */
  label: string
}

/** What speaks for and against a day. */
export interface Judgement {
  severity: Severity | null
  /** `Thứ Sáu, 26/6 · không nên`. */
  title: string
  sentences: readonly string[]
  nearest: readonly NearestDay[]
}

/** Where a bar might be: `date` is its first day, or the Monday of its week where no more is known. */
export interface JudgedPlace {
  date: string
  halfDay: HalfDay
  isWeekOnly: boolean
}

/** Judges a bar at another place; pure and quick, it is called for many days of a row in one frame. */
export type Judge = (barId: string, place: JudgedPlace) => Judgement

export const presets = ['cycle', 'year', '12-months', 'quarter', 'month', 'week'] as const
export type Preset = (typeof presets)[number]

/** The colours of bars: the state, or that it is late. */
export type BarLook = ShownState

/** From what is done to what needs care: the order of numbers, of their bar from left to right and of heaps upward. */
export const looksInOrder: readonly BarLook[] = [
  'reported',
  'held',
  'preparing',
  'approved',
  'planned',
  'postponed',
  'cancelled',
  'late',
]

export const lookOf = (bar: TimelineBar): BarLook => (bar.isLate ? 'late' : bar.state)

/** `view-changed`: the first and last day in sight; `preset` where the view was made by one. */
export interface ViewChanged extends TimelineSpan {
  preset: Preset | null
}

/** `bar-moved`: where it was dropped. A bar of which only the week is known stays so unless a free day was chosen. */
export interface BarMoved extends TimelineSpan {
  id: string
  halfDay: HalfDay
  isWeekOnly: boolean
}

/** `selection-changed`, `bar-opened`, `conflict-opened`: `barId` is null where the row itself is meant. */
export interface BarTold {
  rowId: string
  barId: string | null
}

/** `row-toggled`. */
export interface RowToggled {
  rowId: string
  isOpen: boolean
}

/** `column-resized`: width of the column of names in px. */
export interface ColumnResized {
  width: number
}
