import type { ReactiveController } from 'lit'
import type { TimelineHost } from './timeline-host.ts'
import { columnsInSight, scrollTopFor, type Columns } from './timeline-pool.ts'
import {
  dayAt,
  keepWithin,
  limitPxPerDay,
  reachOf,
  reachOfPreset,
  spanOf,
  widthOf,
  xOf,
  zoomRound,
  type Reach,
  type Scale,
} from './timeline-scale.ts'
import type { Preset, TimelineSpan, ViewChanged } from './timeline-types.ts'

export const headHeight = 56
/** Quiet time after which the page is told what is in sight. */
const tellAfterMs = 160

/**
 * What is in sight. The reach of days is the truth; the scroll position follows from it, rounded as the browser likes.
 * Nothing is read from the layout while frames run: sizes come from an observer, positions from scroll events.
 */
export class ViewportController implements ReactiveController {
  /** Of the track: without the column of names. */
  width = 0
  /** Of the rows: without the header. */
  height = 0
  /** Of the column of names. */
  left = 210
  rowHeight = 29
  scrollLeft = 0
  scrollTop = 0
  scale: Scale = { origin: 0, end: 1, pxPerDay: 1 }
  reach: Reach = { from: 0, to: 1 }
  /** What is in the document: more than is in sight. */
  columns: Columns = { from: 0, to: 0 }

  readonly #host: TimelineHost
  #limits: Reach = { from: 0, to: 1 }
  #scroller: HTMLElement | null = null
  #isPending = false
  #told: TimelineSpan | null = null
  #preset: Preset | null = null
  #tellTimer: ReturnType<typeof setTimeout> | undefined

  constructor(host: TimelineHost) {
    this.#host = host
    host.addController(this)
  }

  hostDisconnected(): void {
    clearTimeout(this.#tellTimer)
  }

  attach(scroller: HTMLElement): void {
    this.#scroller = scroller
    scroller.addEventListener('scroll', this.#onScroll, { passive: true })
  }

  /** The range of days that can be reached. */
  limitTo(limits: Reach): void {
    if (limits.from === this.#limits.from && limits.to === this.#limits.to) return
    this.#limits = limits
    this.#aim(this.reach)
  }

  resize({ width, height, left, rowHeight }: { width: number; height: number; left: number; rowHeight: number }): void {
    Object.assign(this, { width, height, left, rowHeight })
    this.#aim(this.reach)
  }

  /** Takes the view that the page wants, unless it only repeats what it was told. */
  take(view: TimelineSpan): void {
    if (this.#told?.from === view.from && this.#told.to === view.to) return
    this.#told = view
    this.#preset = null
    this.#aim(reachOf(view))
  }

  show(preset: Preset, today: number): void {
    const middle = (this.reach.from + this.reach.to) / 2
    const isTodaySeen = today >= this.reach.from && today < this.reach.to
    const isSettled = this.#told !== null
    this.#aim(reachOfPreset(preset, isTodaySeen || !isSettled ? today : Math.floor(middle), this.#limits))
    this.#preset = preset
    this.#tellSoon()
  }

  /** Zooms round a point of the track (px from its left edge in sight); factor > 1 = closer. */
  zoomAt(x: number, factor: number): void {
    const wanted = limitPxPerDay(this.scale.pxPerDay * factor, this.#limits.to - this.#limits.from, this.width)
    this.aim(zoomRound(this.reach, this.dayAt(x), wanted / this.scale.pxPerDay))
  }

  panBy(dx: number, dy: number): void {
    if (dx !== 0) {
      const days = dx / this.scale.pxPerDay
      this.aim({ from: this.reach.from + days, to: this.reach.to + days })
    }
    if (dy !== 0) this.scrollToTop(this.scrollTop + dy)
  }

  /** Moves the view somewhere else by hand: the page hears of it. */
  aim(reach: Reach): void {
    this.#preset = null
    this.#aim(reach)
    this.#tellSoon()
  }

  scrollToTop(scrollTop: number): void {
    const longest = Math.max(0, this.#host.rows.length * this.rowHeight - this.height)
    this.scrollTop = Math.min(Math.max(0, scrollTop), longest)
    this.#pend()
  }

  revealRow(index: number): void {
    const { scrollTop, height, rowHeight } = this
    this.scrollToTop(scrollTopFor(index, { scrollTop, height, rowHeight, rowCount: this.#host.rows.length }))
  }

  /** Pans as little as it takes to see a day, with some room round it. */
  revealDay(day: number): void {
    const length = this.reach.to - this.reach.from
    const room = Math.min(length / 4, 60 / this.scale.pxPerDay)
    if (day < this.reach.from + room) this.aim({ from: day - room, to: day - room + length })
    else if (day > this.reach.to - room) this.aim({ from: day + room - length, to: day + room })
  }

  /** The point of time at px from the left edge of the track. */
  dayAt(x: number): number {
    return this.reach.from + x / this.scale.pxPerDay
  }

  /** Where a day is in sight: px from the left edge of the track. */
  xInSight(day: number): number {
    return (day - this.reach.from) * this.scale.pxPerDay
  }

  get limits(): Reach {
    return this.#limits
  }

  /** Width of everything that can be scrolled over, the column of names included. */
  get contentWidth(): number {
    return this.left + Math.max(this.width, Math.floor(widthOf(this.scale)))
  }

  /** Writes the scroll position; after the content got its new width. */
  scroll(): void {
    this.columns = columnsInSight(this.scrollLeft, this.width, this.columns)
    if (!this.#isPending || !this.#scroller) return
    this.#isPending = false
    this.#scroller.scrollTo({ left: this.scrollLeft, top: this.scrollTop, behavior: 'instant' })
  }

  #aim(reach: Reach): void {
    if (this.width <= 0) {
      this.reach = keepWithin(reach, this.#limits)
      return
    }
    const days = this.#limits.to - this.#limits.from
    const pxPerDay = limitPxPerDay(this.width / Math.max(0.5, reach.to - reach.from), days, this.width)
    const length = this.width / pxPerDay
    const middle = (reach.from + reach.to) / 2
    const isFitting = Math.abs(length - (reach.to - reach.from)) < 1e-6
    const from = isFitting ? reach.from : middle - length / 2
    this.reach = keepWithin({ from, to: from + length }, this.#limits)
    if (
      this.scale.pxPerDay !== pxPerDay ||
      this.scale.origin !== this.#limits.from ||
      this.scale.end !== this.#limits.to
    )
      this.scale = { origin: this.#limits.from, end: this.#limits.to, pxPerDay }
    this.scrollLeft = xOf(this.scale, this.reach.from)
    this.#pend()
  }

  #pend(): void {
    this.#isPending = true
    this.#host.requestFrame()
  }

  readonly #onScroll = (): void => {
    if (!this.#scroller || this.#isPending) return
    const { scrollLeft, scrollTop } = this.#scroller
    this.scrollTop = scrollTop
    // What we wrote ourselves comes back rounded: the reach of days stays as exact as it was.
    if (Math.abs(scrollLeft - this.scrollLeft) > 1.5) {
      this.scrollLeft = scrollLeft
      const from = dayAt(this.scale, scrollLeft)
      this.reach = { from, to: from + this.width / this.scale.pxPerDay }
      this.#preset = null
      this.#tellSoon()
    }
    this.#host.requestFrame()
  }

  #tellSoon(): void {
    clearTimeout(this.#tellTimer)
    this.#tellTimer = setTimeout(() => {
      const span = spanOf(this.reach)
      if (this.#told?.from === span.from && this.#told.to === span.to && this.#preset === null) return
      this.#told = span
      const detail: ViewChanged = { ...span, preset: this.#preset }
      this.#host.tell('view-changed', detail)
    }, tellAfterMs)
  }
}
