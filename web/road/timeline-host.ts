import type { ReactiveControllerHost } from 'lit'
import type { Place } from './timeline-hit.ts'
import type { MoveController } from './timeline-move.ts'
import type { Judge, TimelineBar, TimelineRow } from './timeline-types.ts'
import type { ViewportController } from './timeline-viewport.ts'
import type { TimelineWords } from './timeline-words.ts'

/** What the parts of the timeline may ask of the element. */
export interface TimelineHost extends ReactiveControllerHost {
  readonly rows: readonly TimelineRow[]
  readonly judge: Judge | null
  readonly words: TimelineWords
  readonly viewport: ViewportController
  readonly move: MoveController
  /** The place that has, or had last, the focus. */
  readonly active: Place | null
  tell: (name: string, detail: unknown) => void
  announce: (text: string) => void
  /** Draws a row anew in the next frame. */
  paintRow: (rowId: string) => void
  requestFrame: () => void
  findBar: (barId: string) => { row: TimelineRow; bar: TimelineBar } | null
}

/** What keys and pointers lead to. */
export interface TimelineDeeds {
  /** Brings a place into sight and gives it the focus. */
  focusPlace: (place: Place) => void
  select: (place: Place) => void
  open: (place: Place) => void
  toggle: (rowId: string) => void
  showConflicts: (place: Place) => void
  openMenu: (place: Place) => void
  /** True where one was open. */
  closeMenu: () => boolean
  setColumn: (width: number, isDone: boolean) => void
}
