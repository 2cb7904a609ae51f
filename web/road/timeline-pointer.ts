import type { ReactiveController } from 'lit'
import type { Place } from './timeline-hit.ts'
import type { TimelineDeeds, TimelineHost } from './timeline-host.ts'
import { reachOfBar } from './timeline-layout.ts'

/** Pixels that a pointer goes before a press becomes a drag. */
const slack = 4
/** How long a finger rests on a bar before it takes it along; before that it pans. */
const longPressMs = 380
/** Near the edge of the track a dragged bar takes the view along. */
const edgeWidth = 36
const edgeStep = 6

interface Gesture {
  kind: 'pan' | 'bar' | 'column'
  pointerId: number
  isTouch: boolean
  place: Place | null
  /** Where it was last. */
  x: number
  y: number
  isUnderWay: boolean
  /** From the first day of the bar to the point it was taken at. */
  grip: number
}

/** Mouse, pen and fingers over the rows: pan, zoom, drag of a bar, width of the column of names. */
export class PointerController implements ReactiveController {
  readonly #host: TimelineHost & TimelineDeeds
  #scroller: HTMLElement | null = null
  #gesture: Gesture | null = null
  #pinch: { distance: number; x: number } | null = null
  #press: ReturnType<typeof setTimeout> | undefined
  #isClickSpent = false

  constructor(host: TimelineHost & TimelineDeeds) {
    this.#host = host
    host.addController(this)
  }

  hostDisconnected(): void {
    this.#end()
  }

  attach(scroller: HTMLElement): void {
    this.#scroller = scroller
    scroller.addEventListener('pointerdown', this.#onDown)
    scroller.addEventListener('pointermove', this.#onMove)
    scroller.addEventListener('pointerup', this.#onUp)
    scroller.addEventListener('pointercancel', this.#onCancel)
    scroller.addEventListener('wheel', this.#onWheel, { passive: false })
    scroller.addEventListener('touchstart', this.#onTouch, { passive: false })
    scroller.addEventListener('touchmove', this.#onTouch, { passive: false })
    scroller.addEventListener('touchend', this.#onTouch)
    scroller.addEventListener('contextmenu', this.#onContextMenu)
    scroller.addEventListener('click', this.#onClick)
    scroller.addEventListener('dblclick', this.#onDoubleClick)
  }

  /** Pans while a bar is held at the edge; true as long as it is. */
  tick(): boolean {
    const gesture = this.#gesture
    if (gesture?.kind !== 'bar' || !gesture.isUnderWay || !this.#host.move.now) return false
    const { viewport, move } = this.#host
    const x = this.#trackX(gesture.x)
    const direction = x < edgeWidth ? -1 : x > viewport.width - edgeWidth ? 1 : 0
    if (direction === 0) return false
    viewport.panBy(direction * edgeStep, 0)
    move.dragTo(viewport.dayAt(x) - gesture.grip)
    return true
  }

  readonly #onDown = (event: PointerEvent): void => {
    if (event.button !== 0 || !event.isPrimary) return
    this.#isClickSpent = false
    const target = event.target as Element
    const isTouch = event.pointerType !== 'mouse'
    const place = placeOf(target)
    const { clientX: x, clientY: y, pointerId } = event
    const base = { pointerId, isTouch, place, x, y, isUnderWay: false, grip: 0 }
    if (target.closest('[data-resize]')) {
      this.#gesture = { ...base, kind: 'column', isUnderWay: true }
      this.#scroller?.setPointerCapture(pointerId)
      return
    }
    if (target.closest('[data-toggle], [data-conflict]')) return
    const found = place?.barId != null ? this.#host.findBar(place.barId) : null
    if (found?.bar.isMovable) {
      const grip = this.#host.viewport.dayAt(this.#trackX(x)) - reachOfBar(found.bar).from
      this.#gesture = { ...base, kind: 'bar', grip }
      if (isTouch) this.#press = setTimeout(() => this.#takeBar(), longPressMs)
    } else if (!isTouch) this.#gesture = { ...base, kind: 'pan' }
  }

  readonly #onMove = (event: PointerEvent): void => {
    const gesture = this.#gesture
    if (gesture?.pointerId !== event.pointerId) return
    const { clientX, clientY } = event
    if (!gesture.isUnderWay) {
      if (Math.hypot(clientX - gesture.x, clientY - gesture.y) < slack) return
      // A finger that moves before it has rested pans, and that is left to the browser.
      if (gesture.isTouch) return this.#end()
      if (gesture.kind === 'bar') this.#takeBar()
      else this.#begin()
    }
    if (gesture.kind === 'pan') this.#host.viewport.panBy(gesture.x - clientX, gesture.y - clientY)
    gesture.x = clientX
    gesture.y = clientY
    const { viewport, move } = this.#host
    if (gesture.kind === 'bar') move.dragTo(viewport.dayAt(this.#trackX(clientX)) - gesture.grip)
    if (gesture.kind === 'column') this.#host.setColumn(viewport.left + this.#trackX(clientX), false)
    if (gesture.kind === 'bar') this.#host.requestFrame()
  }

  readonly #onUp = (event: PointerEvent): void => {
    const gesture = this.#gesture
    if (gesture?.pointerId !== event.pointerId) return
    this.#isClickSpent = gesture.isUnderWay
    this.#end()
    if (!gesture.isUnderWay) return
    const { viewport, move } = this.#host
    if (gesture.kind === 'bar') move.drop()
    if (gesture.kind === 'column') this.#host.setColumn(viewport.left, true)
  }

  readonly #onCancel = (event: PointerEvent): void => {
    const gesture = this.#gesture
    if (gesture?.pointerId !== event.pointerId) return
    this.#end()
    if (gesture.kind === 'bar' && gesture.isUnderWay) this.#host.move.cancel()
  }

  /** Wherever the focus is: the pointer is let go, and its click means nothing. */
  readonly #onEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.#gesture?.kind !== 'bar') return
    event.preventDefault()
    event.stopPropagation()
    this.#end()
    this.#isClickSpent = true
    this.#host.move.cancel()
  }

  readonly #onWheel = (event: WheelEvent): void => {
    const { deltaX, deltaY, deltaMode, ctrlKey, shiftKey, clientX } = event
    const x = this.#trackX(clientX)
    // Beside the time, sideways and with Shift a wheel scrolls, as it does everywhere.
    if (!ctrlKey && (x < 0 || shiftKey || Math.abs(deltaX) > Math.abs(deltaY))) return
    event.preventDefault()
    const delta = deltaMode === WheelEvent.DOM_DELTA_LINE ? deltaY * 33 : deltaY
    // Two fingers on a trackpad come as small steps with Ctrl.
    const strength = ctrlKey && Math.abs(delta) < 50 ? 0.01 : 0.0017
    this.#host.viewport.zoomAt(Math.max(0, x), Math.exp(-delta * strength))
  }

  readonly #onTouch = (event: TouchEvent): void => {
    const [one, other] = event.touches
    if (one && other) {
      event.preventDefault()
      this.#end()
      const distance = Math.max(20, Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY))
      const x = this.#trackX((one.clientX + other.clientX) / 2)
      if (this.#pinch) {
        this.#host.viewport.panBy(this.#pinch.x - x, 0)
        this.#host.viewport.zoomAt(x, distance / this.#pinch.distance)
      }
      this.#pinch = { distance, x }
      return
    }
    this.#pinch = null
    if (this.#gesture?.isUnderWay && event.cancelable) event.preventDefault()
  }

  readonly #onContextMenu = (event: MouseEvent): void => {
    const place = placeOf(event.target as Element)
    if (place?.barId == null && !this.#gesture) return
    event.preventDefault()
    if (place?.barId != null && !this.#gesture?.isTouch) this.#host.openMenu(place)
  }

  readonly #onClick = (event: MouseEvent): void => {
    const target = event.target as Element
    const place = placeOf(target)
    if (this.#isClickSpent || !place) {
      this.#isClickSpent = false
      return
    }
    const host = this.#host
    if (target.closest('[data-toggle]')) return host.toggle(place.rowId)
    if (target.closest('[data-conflict]')) return host.showConflicts(place)
    host.select(place)
    if (place.barId !== null) return host.openMenu(place)
    const row = host.rows.find(({ id }) => id === place.rowId)
    if (row && row.isOpen !== null && target.closest('.name')) host.toggle(row.id)
  }

  readonly #onDoubleClick = (event: MouseEvent): void => {
    const place = placeOf(event.target as Element)
    if (place?.barId != null) this.#host.open(place)
  }

  #takeBar(): void {
    const gesture = this.#gesture
    const found = gesture?.place?.barId != null ? this.#host.findBar(gesture.place.barId) : null
    if (!gesture || !found) return
    this.#host.closeMenu()
    if (this.#host.move.start(found.row, found.bar, 'drag')) this.#begin()
  }

  #begin(): void {
    const gesture = this.#gesture
    if (!gesture || !this.#scroller) return
    clearTimeout(this.#press)
    gesture.isUnderWay = true
    this.#scroller.setPointerCapture(gesture.pointerId)
    this.#scroller.dataset['gesture'] = gesture.kind
    addEventListener('keydown', this.#onEscape, { capture: true })
  }

  #end(): void {
    clearTimeout(this.#press)
    const pointerId = this.#gesture?.pointerId
    this.#gesture = null
    removeEventListener('keydown', this.#onEscape, { capture: true })
    if (!this.#scroller) return
    delete this.#scroller.dataset['gesture']
    if (pointerId !== undefined && this.#scroller.hasPointerCapture(pointerId))
      this.#scroller.releasePointerCapture(pointerId)
  }

  #trackX(clientX: number): number {
    return clientX - (this.#scroller?.getBoundingClientRect().left ?? 0) - this.#host.viewport.left
  }
}

/** The row, and the bar, that an element of a row belongs to. */
export const placeOf = (target: Element): Place | null => {
  const rowId = target.closest<HTMLElement>('[data-row]')?.dataset['row']
  if (rowId === undefined) return null
  return { rowId, barId: target.closest<HTMLElement>('[data-bar]')?.dataset['bar'] ?? null }
}
