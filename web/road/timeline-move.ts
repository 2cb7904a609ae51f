import type { ReactiveController } from 'lit'
import { dayNumber, isoDate } from '../../server/format/dates.ts'
import type { HalfDay } from '../../server/congresses/schema.ts'
import type { TimelineHost } from './timeline-host.ts'
import { scanDays, type DayScan, type JudgedRun } from './timeline-judge.ts'
import { halfDayPxPerDay, snap } from './timeline-scale.ts'
import type { BarMoved, JudgedPlace, Judgement, NearestDay, TimelineBar, TimelineRow } from './timeline-types.ts'

/** Milliseconds of each frame in which days of the row are judged. */
const scanBudgetMs = 4

/** A bar on its way. `drag`: under the pointer; `step`: by keys and buttons, until it is dropped or cancelled. */
export interface Move {
  row: TimelineRow
  bar: TimelineBar
  mode: 'drag' | 'step'
  /** First day where it is now, and its half. */
  day: number
  halfDay: HalfDay
  isWeekOnly: boolean
  judgement: Judgement | null
  runs: readonly JudgedRun[]
}

/** Moves one bar at a time: judges the day under it, greys out the days of its row, and drops it. */
export class MoveController implements ReactiveController {
  now: Move | null = null

  readonly #host: TimelineHost
  #scan: DayScan | null = null
  #scanned = ''

  constructor(host: TimelineHost) {
    this.#host = host
    host.addController(this)
  }

  hostDisconnected(): void {
    this.now = null
  }

  start(row: TimelineRow, bar: TimelineBar, mode: Move['mode']): boolean {
    if (!bar.isMovable) return false
    if (this.now) this.cancel()
    const { halfDay, isWeekOnly } = bar
    this.now = { row, bar, mode, day: dayNumber(bar.from), halfDay, isWeekOnly, judgement: null, runs: [] }
    this.#scanned = ''
    this.#judge()
    if (mode === 'step') this.#host.announce(`${this.#host.words.move.started(row.label)} ${this.spoken()}`)
    return true
  }

  /** The first day follows a point of time, in whole days, weeks or half-days. */
  dragTo(time: number): void {
    const move = this.now
    if (!move) return
    if (move.isWeekOnly) return this.#put(snap(time, 7), move.halfDay)
    const isHalf = move.halfDay !== 'day' && this.#host.viewport.scale.pxPerDay >= halfDayPxPerDay
    const snapped = snap(time, isHalf ? 0.5 : 1)
    const day = Math.floor(snapped)
    this.#put(day, isHalf ? (snapped === day ? 'morning' : 'afternoon') : move.halfDay)
  }

  /** Moves by whole days (weeks, where only the week is known) or to a half-day, and says what speaks against it. */
  step(days: number, halfDay?: HalfDay): void {
    const move = this.now
    if (!move) return
    const wanted = move.day + (move.isWeekOnly ? Math.sign(days) * Math.max(7, Math.abs(days)) : days)
    this.#put(wanted, halfDay ?? move.halfDay)
    this.#host.viewport.revealDay(move.day)
    this.#host.announce(this.spoken())
  }

  goTo(nearest: NearestDay): void {
    if (!this.now) return
    if (this.now.isWeekOnly) this.#scan = null
    this.now.isWeekOnly = false
    this.#put(dayNumber(nearest.date), nearest.halfDay)
    this.#host.viewport.revealDay(this.now.day)
    this.#host.announce(this.spoken())
  }

  /** Ends the move. On an impossible day nothing is moved: the bar waits there for a better one. */
  drop(): void {
    const move = this.now
    if (!move) return
    const { words } = this.#host
    if (move.judgement?.severity === 'impossible') {
      move.mode = 'step'
      this.#host.announce(`${words.move.refused} ${this.spoken()}`)
      this.#show()
      return
    }
    const { bar, day, halfDay, isWeekOnly } = move
    const length = bar.isWeekOnly && !isWeekOnly ? 0 : dayNumber(bar.to) - dayNumber(bar.from)
    const moved: BarMoved = { id: bar.id, from: isoDate(day), to: isoDate(day + length), halfDay, isWeekOnly }
    this.#end()
    if (moved.from === bar.from && halfDay === bar.halfDay && isWeekOnly === bar.isWeekOnly) return
    this.#host.announce(words.move.done(whenOf(moved.from, halfDay, this.#host)))
    this.#host.tell('bar-moved', moved)
  }

  cancel(): void {
    if (!this.now) return
    this.#end()
    this.#host.announce(this.#host.words.move.cancelled)
  }

  /** Judges further days of the row; true while there is more to do. */
  scan(): boolean {
    const move = this.now
    const { judge, viewport } = this.#host
    if (!move || !judge) return false
    this.#aimScan()
    if (this.#scan?.run(scanBudgetMs)) {
      move.runs = this.#scan.runs()
      this.#host.paintRow(move.row.id)
    }
    return viewport.width > 0 && this.#scan?.isDone() === false
  }

  /** The judgement as one text: for the live region. */
  spoken(): string {
    const move = this.now
    if (!move) return ''
    const { words } = this.#host
    const { judgement } = move
    const when = whenOf(isoDate(move.day), move.halfDay, this.#host)
    if (!judgement) return when
    const nearest = judgement.severity && judgement.nearest.length > 0
    const ways = nearest ? `${words.move.nearest} ${judgement.nearest.map(({ label }) => label).join(', ')}` : ''
    const parts = [judgement.title || when, ...judgement.sentences, ways].filter((part) => part !== '')
    return parts.map((part) => part.replace(/\.$/, '')).join('. ')
  }

  #put(wanted: number, halfDay: HalfDay): void {
    const move = this.now
    if (!move) return
    const { limits } = this.#host.viewport
    const day = Math.min(Math.max(wanted, limits.from), limits.to - 1)
    if (day === move.day && halfDay === move.halfDay && move.judgement) return
    if (halfDay !== move.halfDay) this.#scan = null
    move.day = day
    move.halfDay = halfDay
    this.#judge()
  }

  #judge(): void {
    const move = this.now
    if (!move) return
    move.judgement = this.#host.judge?.(move.bar.id, placeOf(move)) ?? null
    this.#show()
  }

  #aimScan(): void {
    const move = this.now
    const { judge, viewport } = this.#host
    if (!move || !judge) return
    const { isWeekOnly } = move
    this.#scan ??= scanDays({
      barId: move.bar.id,
      halfDay: move.halfDay,
      judge,
      isWeekOnly,
      now: () => performance.now(),
    })
    const from = Math.max(viewport.limits.from, Math.floor(viewport.reach.from))
    const to = Math.min(viewport.limits.to, Math.ceil(viewport.reach.to))
    const key = `${from} ${to} ${move.halfDay} ${isWeekOnly}`
    if (key === this.#scanned) return
    this.#scanned = key
    this.#scan.aim(move.day, { from, to })
  }

  #show(): void {
    if (this.now) this.#host.paintRow(this.now.row.id)
    this.#host.requestUpdate()
    this.#host.requestFrame()
  }

  #end(): void {
    const rowId = this.now?.row.id
    this.now = null
    this.#scan = null
    if (rowId !== undefined) this.#host.paintRow(rowId)
    this.#host.requestUpdate()
    this.#host.requestFrame()
  }
}

const placeOf = ({ day, halfDay, isWeekOnly }: Move): JudgedPlace => ({ date: isoDate(day), halfDay, isWeekOnly })

/** `25/6`, `25/6 sáng`. */
export const whenOf = (date: string, halfDay: HalfDay, { words }: Pick<TimelineHost, 'words'>): string =>
  halfDay === 'day' ? words.shortDate(date) : `${words.shortDate(date)} ${words.halfDays[halfDay].toLowerCase()}`
