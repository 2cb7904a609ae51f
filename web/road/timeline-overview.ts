import type { ReactiveController } from 'lit'
import { dayNumber } from '../../server/format/dates.ts'
import { overviewPartAt, type OverviewPart } from './timeline-hit.ts'
import type { TimelineHost } from './timeline-host.ts'
import { monthStart, yearOf, type Reach } from './timeline-scale.ts'
import { lookOf, type BarLook, type TimelineBar, type TimelineRow } from './timeline-types.ts'

/** Pixels beside an edge of the window that still take it. */
const grip = 7
const dot = 2.5
/** Above the dots, for the years. */
const yearsHeight = 12
/** The shortest reach that the window can be narrowed to, in days. */
const shortest = 5

/** Which token colours each look. */
const tokens: Record<BarLook, string> = {
  planned: '--slate',
  approved: '--blue',
  preparing: '--amber-edge',
  held: '--green',
  reported: '--green',
  late: '--red',
  postponed: '--violet',
  cancelled: '--line-control',
}

/** The whole cycle in one strip: a dot for each bar, and a window on what is in sight. */
export class OverviewController implements ReactiveController {
  readonly #host: TimelineHost & HTMLElement
  readonly #dark = matchMedia('(prefers-color-scheme: dark)')
  #strip: HTMLElement | null = null
  #canvas: HTMLCanvasElement | null = null
  #window: HTMLElement | null = null
  #drawn: readonly unknown[] = []
  #drag: { part: OverviewPart; x: number; reach: Reach } | null = null

  constructor(host: TimelineHost & HTMLElement) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    this.#dark.addEventListener('change', this.#redraw)
  }

  hostDisconnected(): void {
    this.#dark.removeEventListener('change', this.#redraw)
  }

  attach(strip: HTMLElement): void {
    this.#strip = strip
    this.#canvas = strip.querySelector('canvas')
    this.#window = strip.querySelector('.overview-window')
    strip.addEventListener('pointerdown', this.#onDown)
    strip.addEventListener('pointermove', this.#onMove)
    strip.addEventListener('pointerup', () => (this.#drag = null))
    strip.addEventListener('pointercancel', () => (this.#drag = null))
    strip.addEventListener('keydown', this.#onKey)
    strip.addEventListener('wheel', this.#onWheel, { passive: false })
  }

  /** Draws the dots where they changed and puts the window in its place. */
  paint(): void {
    const { viewport, rows, words } = this.#host
    if (!this.#canvas || !this.#window || !this.#strip) return
    const wanted = [rows, viewport.width, viewport.limits, this.#dark.matches, words]
    if (wanted.some((each, index) => each !== this.#drawn[index])) {
      this.#drawn = wanted
      this.#draw(this.#canvas)
    }
    const { from, to } = this.#pixels()
    const { style } = this.#window
    const width = `${Math.max(6, Math.round(to - from))}px`
    style.transform = `translateX(${Math.round(from)}px)`
    if (style.width !== width) style.width = width
  }

  #draw(canvas: HTMLCanvasElement): void {
    const { viewport, rows } = this.#host
    const ratio = Math.min(2, devicePixelRatio)
    const { width } = viewport
    const height = 42
    canvas.width = width * ratio
    canvas.height = height * ratio
    const context = canvas.getContext('2d')
    if (!context) return
    context.scale(ratio, ratio)
    const style = getComputedStyle(this.#host)
    this.#drawYears(context, style, height)
    const bars = barsInOrder(rows)
    const lookColours = new Map(
      Object.entries(tokens).map(([look, token]) => [look, style.getPropertyValue(token).trim()]),
    )
    const room = height - yearsHeight - dot - 2
    bars.forEach((bar, index) => {
      context.fillStyle = lookColours.get(lookOf(bar)) ?? ''
      const y = yearsHeight + (bars.length === 1 ? 0.5 : index / (bars.length - 1)) * room
      context.fillRect(this.#xOf(dayNumber(bar.from)), y, dot, dot)
    })
  }

  #drawYears(context: CanvasRenderingContext2D, style: CSSStyleDeclaration, height: number): void {
    const { limits } = this.#host.viewport
    context.font = `11px ${style.getPropertyValue('--font')}`
    context.textBaseline = 'top'
    for (let year = yearOf(limits.from); year <= yearOf(limits.to - 1); year += 1) {
      const x = Math.max(0, this.#xOf(monthStart(year, 1)))
      context.fillStyle = style.getPropertyValue('--line-strong').trim()
      if (x > 0) context.fillRect(Math.round(x), 0, 1, height)
      context.fillStyle = style.getPropertyValue('--muted').trim()
      context.fillText(this.#host.words.axis.year(year), x + 5, 1)
    }
  }

  #xOf(day: number): number {
    const { limits, width } = this.#host.viewport
    return ((day - limits.from) / (limits.to - limits.from)) * width
  }

  #pixels(): Reach {
    const { from, to } = this.#host.viewport.reach
    return { from: this.#xOf(from), to: this.#xOf(to) }
  }

  readonly #redraw = (): void => {
    this.#host.requestFrame()
  }

  readonly #onDown = (event: PointerEvent): void => {
    if (event.button !== 0 || !this.#strip) return
    this.#strip.setPointerCapture(event.pointerId)
    const { viewport } = this.#host
    const x = event.clientX - this.#strip.getBoundingClientRect().left
    const part = overviewPartAt(x, this.#pixels(), grip)
    if (part === 'outside') {
      const { from, to } = viewport.reach
      const middle = this.#dayAt(x)
      viewport.aim({ from: middle - (to - from) / 2, to: middle + (to - from) / 2 })
    }
    this.#drag = { part, x, reach: viewport.reach }
  }

  readonly #onMove = (event: PointerEvent): void => {
    const drag = this.#drag
    if (!drag || !this.#strip) return
    const days = this.#dayAt(event.clientX - this.#strip.getBoundingClientRect().left) - this.#dayAt(drag.x)
    const { from, to } = drag.reach
    if (drag.part === 'from-edge') this.#host.viewport.aim({ from: Math.min(from + days, to - shortest), to })
    else if (drag.part === 'to-edge') this.#host.viewport.aim({ from, to: Math.max(to + days, from + shortest) })
    else this.#host.viewport.aim({ from: from + days, to: to + days })
  }

  readonly #onWheel = (event: WheelEvent): void => {
    event.preventDefault()
    const { viewport } = this.#host
    viewport.zoomAt(viewport.width / 2, Math.exp(-event.deltaY * 0.0017))
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const { viewport } = this.#host
    const tenth = viewport.width / 10
    const pans: Record<string, number> = {
      ArrowLeft: -tenth,
      ArrowRight: tenth,
      PageUp: -viewport.width,
      PageDown: viewport.width,
      Home: -1e7,
      End: 1e7,
    }
    const zooms: Record<string, number> = { ArrowUp: 1.2, '+': 1.2, '=': 1.2, ArrowDown: 1 / 1.2, '-': 1 / 1.2 }
    const pan = pans[event.key]
    const zoom = zooms[event.key]
    if (pan !== undefined) viewport.panBy(pan, 0)
    else if (zoom !== undefined) viewport.zoomAt(viewport.width / 2, zoom)
    else return
    event.preventDefault()
  }

  #dayAt(x: number): number {
    const { limits, width } = this.#host.viewport
    return limits.from + (x / Math.max(1, width)) * (limits.to - limits.from)
  }
}

/** Every bar, hidden ones at the place of the row that hides them. */
const barsInOrder = (rows: readonly TimelineRow[]): TimelineBar[] =>
  rows.flatMap(({ bars, hiddenBars }) => [...bars, ...(hiddenBars ?? [])])
