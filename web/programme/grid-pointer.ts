import type { ReactiveController } from 'lit'
import { stepOf } from './grid-choices.ts'
import { dayOf, noDay, snapTo } from './grid-layout.ts'
import type { Carried, Place } from './grid-move.ts'
import { openedPlace } from './grid-places.ts'
import type { ProgrammeGrid } from './programme-grid.ts'

/** Pixels that a pointer goes before a press becomes a drag. */
const slack = 4
/** How long a finger rests before it takes something along; before that it scrolls. */
const longPressMs = 350
/** Near an edge of the board what is carried takes the view along. */
const edgeWidth = 44
const edgeStep = 10
/** A session takes it upwards only from here. */
const headEdge = 12
/** How long it is held over a day before that day is shown. */
const dayMs = 450
/** A session that is moved up or down stays in its room until the hand has gone so far aside. */
const aside = 48
/** Within so many pixels a time meets the end or the beginning of another item. */
const magnet = 7

interface Gesture {
  pointerId: number
  isTouch: boolean
  carried: Carried
  /** Where it was pressed, and where it is. */
  from: { x: number; y: number }
  x: number
  y: number
  isUnderWay: boolean
  /** Minutes from the beginning of what is carried to where it was taken. */
  grip: number
  isShortening: boolean
}

/** Mouse, pen and fingers over tray and board: everything is taken, carried and let go with them. */
export class PointerController implements ReactiveController {
  readonly #host: ProgrammeGrid
  #gesture: Gesture | null = null
  #press: ReturnType<typeof setTimeout> | undefined
  #frame = 0
  #waiting: { day: string; timer: ReturnType<typeof setTimeout> } | null = null
  #isClickSpent = false
  #ghost: HTMLElement | null = null

  constructor(host: ProgrammeGrid) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    const host = this.#host
    host.addEventListener('pointerdown', this.#onDown)
    host.addEventListener('pointermove', this.#onMove)
    host.addEventListener('pointerup', this.#onUp)
    host.addEventListener('pointercancel', this.#onCancel)
    host.addEventListener('touchmove', this.#onTouch, { passive: false })
    host.addEventListener('contextmenu', this.#onContextMenu)
    host.addEventListener('click', this.#onClick)
  }

  hostDisconnected(): void {
    this.#end()
  }

  readonly #onDown = (event: PointerEvent): void => {
    if (event.button !== 0 || !event.isPrimary || this.#host.carry) return
    this.#isClickSpent = false
    const carried = carriedFrom(event)
    if (!carried || !this.#host.desk.mayEdit) return
    const { clientX: x, clientY: y, pointerId } = event
    const isTouch = event.pointerType === 'touch'
    this.#gesture = {
      ...{ pointerId, isTouch, carried, from: { x, y }, x, y },
      ...{ isUnderWay: false, grip: 0, isShortening: event.shiftKey },
    }
    if (isTouch) this.#press = setTimeout(() => this.#begin(), longPressMs)
  }

  readonly #onMove = (event: PointerEvent): void => {
    const gesture = this.#gesture
    if (gesture?.pointerId !== event.pointerId) return
    gesture.x = event.clientX
    gesture.y = event.clientY
    gesture.isShortening = event.shiftKey
    if (!gesture.isUnderWay) {
      if (Math.hypot(gesture.x - gesture.from.x, gesture.y - gesture.from.y) < slack) return
      // A finger that moves before it has rested scrolls, and that is left to the browser.
      if (gesture.isTouch) return this.#end()
      this.#begin()
    }
    this.#request()
  }

  readonly #onUp = (event: PointerEvent): void => {
    const gesture = this.#gesture
    if (gesture?.pointerId !== event.pointerId) return
    if (gesture.isUnderWay) this.#follow()
    this.#isClickSpent = gesture.isUnderWay
    this.#end()
    if (gesture.isUnderWay) this.#host.drop()
  }

  readonly #onCancel = (event: PointerEvent): void => {
    const gesture = this.#gesture
    if (gesture?.pointerId !== event.pointerId) return
    this.#end()
    if (gesture.isUnderWay) this.#host.cancel()
  }

  /** Wherever the focus is: what is carried goes back, and the click that follows means nothing. */
  readonly #onEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    this.#end()
    this.#isClickSpent = true
    this.#host.cancel()
  }

  readonly #onTouch = (event: TouchEvent): void => {
    if (this.#gesture?.isUnderWay && event.cancelable) event.preventDefault()
  }

  readonly #onContextMenu = (event: MouseEvent): void => {
    if (this.#gesture) event.preventDefault()
  }

  readonly #onClick = (event: MouseEvent): void => {
    if (this.#isClickSpent) {
      this.#isClickSpent = false
      event.preventDefault()
      event.stopPropagation()
      return
    }
    const id = idFrom(event)
    if (id !== undefined) this.#host.select(id)
    else if (isOnEmptyGrid(event)) this.#host.select('')
  }

  #begin(): void {
    clearTimeout(this.#press)
    const gesture = this.#gesture
    const { board } = this.#host
    if (!gesture || !this.#host.take(gesture.carried, 'pointer')) return this.#end()
    gesture.isUnderWay = true
    this.#host.setPointerCapture(gesture.pointerId)
    const { carry } = this.#host
    const { minutes } = board.pointAt(gesture.from.x, gesture.from.y)
    const isOnBoard = carry?.session !== undefined
    if (gesture.carried.kind === 'item') gesture.grip = isOnBoard ? minutes - carry.start : 0
    if (gesture.carried.kind === 'length') gesture.grip = minutes - (carry?.end ?? minutes)
    board.scroller.dataset['carrying'] = gesture.carried.kind
    if (gesture.carried.kind !== 'length') this.#showGhost(carry?.title ?? '')
    addEventListener('keydown', this.#onEscape, { capture: true })
    this.#request()
  }

  /** What is in hand goes with the pointer, as a small card. */
  #showGhost(title: string): void {
    const ghost = document.createElement('div')
    ghost.className = 'ghost'
    ghost.textContent = title
    ghost.setAttribute('aria-hidden', 'true')
    this.#host.renderRoot.append(ghost)
    this.#ghost = ghost
  }

  #request(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = requestAnimationFrame(() => {
      this.#follow()
      if (this.#scrollAtEdge()) this.#request()
    })
  }

  #follow(): void {
    const gesture = this.#gesture
    const { carry } = this.#host
    if (!gesture?.isUnderWay || !carry) return
    this.#ghost?.style.setProperty('transform', `translate(${gesture.x + 10}px, ${gesture.y + 12}px)`)
    const tab = gesture.carried.kind === 'length' ? undefined : dayUnder(gesture.x, gesture.y)
    this.#waitOverDay(tab)
    const place = this.#placeOf(gesture, tab)
    this.#host.squeeze(gesture.isShortening)
    if (place) this.#host.hold(place)
    // Over the board the landing place says it.
    if (this.#ghost) this.#ghost.hidden = place !== null && place.kind !== 'tray' && this.#isOverBoard(gesture)
  }

  #placeOf(gesture: Gesture, tab: string | undefined): Place | null {
    const { carried, x, y, grip } = gesture
    const { board, tray, carry, desk, day } = this.#host
    if (!carry) return null
    const step = stepOf(desk)
    const { column, minutes } = board.pointAt(x, y)
    if (carried.kind === 'length') {
      return { kind: 'length', minutes: Math.max(step, snapTo(minutes - grip, step) - carry.start) }
    }
    if (carried.kind === 'session') return this.#placeOfSession(gesture, tab ?? day)
    if (isWithin(tray.getBoundingClientRect(), x, y)) return { kind: 'tray' }
    if (tab !== undefined && !(carry.session && dayOf(carry.session) === tab)) return this.#host.firstPlaceOn(tab)
    if (!this.#isOverBoard(gesture)) return null
    const wanted = minutes - grip
    if (column?.bands.length === 0) return openedPlace(day, column.room, Math.max(0, snapTo(wanted, step)))
    const bands = column?.bands ?? []
    const band =
      bands.find(({ start, end }) => start <= wanted && wanted <= end) ??
      [...bands].sort((one, other) => distance(one, wanted) - distance(other, wanted))[0]
    if (!band) return null
    const own = carried.itemId
    const meets = band.blocks
      .flatMap(({ item, start, end }) => (item.id === own ? [] : [start, end]))
      .find((time) => Math.abs(time - wanted) * board.pixels < magnet)
    return { kind: 'session', sessionId: band.session.id, minutes: meets ?? snapTo(wanted, step) }
  }

  /** Beside the board only the day changes: the room and the hour stay. */
  #placeOfSession(gesture: Gesture, day: string): Place | null {
    const { board, carry, desk } = this.#host
    if (!carry?.session) return null
    const { x, y, from } = gesture
    const { room, isOutside } = carry.session
    const stays: Place = { kind: 'room', date: day === noDay ? null : day, room, isOutside, minutes: carry.start }
    if (!this.#isOverBoard(gesture)) return stays
    const step = stepOf(desk)
    const later = (y - from.y + board.scroller.scrollTop - this.#scrolledFrom()) / board.pixels
    const beside = Math.abs(x - from.x) >= aside ? board.pointAt(x, y).column : undefined
    return {
      ...stays,
      ...(beside ? { room: beside.room, isOutside: beside.isOutside } : {}),
      minutes: Math.abs(later) * 2 < step ? carry.start : snapTo(carry.start + later, step),
    }
  }

  #isOverBoard({ x, y }: Gesture): boolean {
    return isWithin(this.#host.board.getBoundingClientRect(), x, y)
  }

  #scrollStart: { day: string; top: number } | null = null

  /** Where the board was scrolled to when the gesture began, or when another day was shown. */
  #scrolledFrom(): number {
    const { board } = this.#host
    if (this.#scrollStart?.day !== board.day) this.#scrollStart = { day: board.day, top: board.scroller.scrollTop }
    return this.#scrollStart.top
  }

  /** Held over the tab of a day, that day is shown. */
  #waitOverDay(day: string | undefined): void {
    if (day === this.#waiting?.day) return
    if (this.#waiting) clearTimeout(this.#waiting.timer)
    this.#waiting =
      day === undefined || day === this.#host.day
        ? null
        : { day, timer: setTimeout(() => void this.#toDay(day), dayMs) }
  }

  /** Shows the day, there where what is in hand would come to lie. */
  async #toDay(day: string): Promise<void> {
    const { board } = this.#host
    this.#host.showDay(day)
    // The page hears of its new address first.
    await new Promise(requestAnimationFrame)
    await this.#host.updateComplete
    await board.updateComplete
    this.#follow()
    const { carry } = this.#host
    if (carry?.foreseen) board.revealSpan(undefined, carry.foreseen.start, carry.foreseen.end)
    this.#scrollStart = null
  }

  #scrollAtEdge(): boolean {
    const gesture = this.#gesture
    if (!gesture?.isUnderWay) return false
    const { scroller } = this.#host.board
    const box = scroller.getBoundingClientRect()
    if (!isWithin(box, gesture.x, gesture.y)) return false
    const pulled = pull(gesture.y, box.top + 50, box.bottom)
    // The head of a session lies at the edge by itself, and is passed on the way to the days.
    const isAtHead = gesture.carried.kind === 'session' && gesture.y > box.top + headEdge
    const down = isAtHead ? Math.max(0, pulled) : pulled
    const right = gesture.carried.kind === 'length' ? 0 : pull(gesture.x, box.left, box.right)
    if (down === 0 && right === 0) return false
    const before = [scroller.scrollTop, scroller.scrollLeft]
    scroller.scrollBy(right * edgeStep, down * edgeStep)
    return scroller.scrollTop !== before[0] || scroller.scrollLeft !== before[1]
  }

  #end(): void {
    clearTimeout(this.#press)
    cancelAnimationFrame(this.#frame)
    if (this.#waiting) clearTimeout(this.#waiting.timer)
    this.#waiting = null
    this.#scrollStart = null
    this.#ghost?.remove()
    this.#ghost = null
    const pointerId = this.#gesture?.pointerId
    this.#gesture = null
    removeEventListener('keydown', this.#onEscape, { capture: true })
    const host = this.#host
    if (host.hasUpdated) delete host.board.scroller.dataset['carrying']
    if (pointerId !== undefined && host.hasPointerCapture(pointerId)) host.releasePointerCapture(pointerId)
  }
}

const elementsOf = (event: Event): HTMLElement[] =>
  event.composedPath().filter((at): at is HTMLElement => at instanceof HTMLElement)

const idFrom = (event: Event): string | undefined => {
  const found = elementsOf(event).find(({ dataset }) => dataset['id'] !== undefined || dataset['session'] !== undefined)
  return found?.dataset['id'] ?? found?.dataset['session']
}

const carriedFrom = (event: Event): Carried | null => {
  const path = elementsOf(event)
  const sessionId = path.find(({ dataset }) => dataset['session'] !== undefined)?.dataset['session']
  if (sessionId !== undefined) return { kind: 'session', sessionId }
  const itemId = path.find(({ dataset }) => dataset['id'] !== undefined)?.dataset['id']
  if (itemId === undefined) return null
  const isEdge = path.some(({ dataset }) => dataset['edge'] !== undefined)
  return { kind: isEdge ? 'length' : 'item', itemId }
}

const isWithin = ({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean =>
  x >= left && x < right && y >= top && y < bottom

const distance = ({ start, end }: { start: number; end: number }, minutes: number): number =>
  Math.max(start - minutes, minutes - end, 0)

/** −1 near the beginning of a stretch, 1 near its end, else 0. */
const pull = (at: number, from: number, to: number): number =>
  at < from + edgeWidth ? -1 : at > to - edgeWidth ? 1 : 0

/** The day whose tab lies under a point, inside whatever shadow root. */
const dayUnder = (x: number, y: number): string | undefined => {
  let element = document.elementFromPoint(x, y)
  while (element?.shadowRoot) {
    const inner = element.shadowRoot.elementFromPoint(x, y)
    if (!inner || inner === element) break
    element = inner
  }
  return element?.closest<HTMLElement>('[data-day]')?.dataset['day']
}

/** Beside the items, where a click says that nothing is meant any more. */
const isOnEmptyGrid = (event: Event): boolean =>
  event.composedPath().some((each) => each instanceof HTMLElement && each.matches('.body, .heads'))
