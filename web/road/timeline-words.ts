import type { Severity } from '../../server/conflicts/schema.ts'
import type { HalfDay } from '../../server/congresses/schema.ts'
import type { BarLook } from './timeline-types.ts'

/** Every word that the timeline says. Dates come as ISO days, months as 1–12. */
export interface TimelineWords {
  /** Name of the whole chart for screen readers. */
  label: string
  nameColumn: string
  timeColumn: string
  /** Beside the overview strip: `Toàn kỳ`. */
  overview: string
  overviewHelp: string
  resizeColumn: string
  empty: string
  states: Record<BarLook, string>
  severities: Record<Severity, string>
  /** `41 đã tổ chức`: beside the roll-up bar of a level. */
  counts: Record<BarLook, (count: number) => string>
  /** Where there is no room for all of them: `41/56 đã tổ chức`. */
  done: (count: number, all: number) => string
  /** A closed row: `34 hội nghị đang thu gọn`. */
  hidden: (count: number) => string
  open: string
  close: string
  showConflicts: (label: string) => string
  invented: string
  weekOnly: string
  milestone: (label: string, date: string) => string
  window: (from: string, to: string) => string
  /** `thứ Sáu, 26/6/2020`. */
  date: (date: string) => string
  /** `26/6`. */
  shortDate: (date: string) => string
  halfDays: Record<HalfDay, string>
  axis: {
    year: (year: number) => string
    /** The year stands above it. */
    quarter: (quarter: number) => string
    /** `size`: the letters that there is room for. */
    month: (month: number, year: number, size: 'short' | 'long' | 'full') => string
    week: (monday: string) => string
    /** `weekday`: 0 = Sunday; null where there is no room for it. */
    day: (day: number, weekday: number | null) => string
  }
  move: {
    /** On the bar while it is dragged: `Kéo tới 26/6`. */
    to: (when: string) => string
    /** The same where only the week is known. */
    toWeek: (when: string) => string
    free: string
    freeWeek: string
    nearest: string
    noneNearest: string
    started: (label: string) => string
    done: (when: string) => string
    cancelled: string
    refused: string
  }
  menu: {
    label: (label: string) => string
    open: string
    move: string
    dayEarlier: string
    dayLater: string
    weekEarlier: string
    weekLater: string
    drop: string
    cancel: string
    conflicts: string
  }
  /** How a bar is used by keyboard, read once a bar has the focus. */
  barHelp: string
  barHelpFixed: string
  barHelpUpper: string
  /** `hội nghị cấp trên, chỉ xem`. */
  upper: string
}
