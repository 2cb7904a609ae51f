import type { ReactiveController } from 'lit'
import { toHall, zoomedAt, type Camera } from './seat-camera.ts'
import type { Overlay } from './seat-overlay.ts'
import type { MapTool } from './seat-map-types.ts'

/** What the gestures ask of the map and tell it. */
export interface GestureHost extends HTMLElement {
  readonly camera: Camera
  readonly leastScale: number
  readonly tool: MapTool
  /** Seats and fixtures move over the ground instead of going from seat to seat. */
  readonly isArranging: boolean
  /** Seats are too small for a finger to choose among them. */
  readonly isFar: boolean
  readonly selected: ReadonlySet<number>
  readonly selectedFixtures: ReadonlySet<string>
  addController(controller: ReactiveController): void
  seatAt(clientX: number, clientY: number, reach?: number): number
  dropSeatAt(clientX: number, clientY: number): number
  fixtureAt(clientX: number, clientY: number): string | null
  /** Of the picked fixture; -1 = none is there. */
  handleAt(place: { x: number; y: number }, isFinger: boolean): number
  mayDrag(at: number): boolean
  lookThrough(camera: Camera): void
  comeCloser(place: { x: number; y: number }): void
  overlay(change: Partial<Overlay>): void
  pressed(at: number, isAdding: boolean): void
  pressedFixture(id: string, isAdding: boolean): void
  pressedGround(place: { x: number; y: number }, isAdding: boolean): void
  boxed(one: { x: number; y: number }, other: { x: number; y: number }, isAdding: boolean): void
  dropped(from: number[], to: number): void
  shapedBy(handle: number, place: { x: number; y: number }, isDone: boolean): void
  dragged(at: number, fixture: string | null, dx: number, dy: number, isDone: boolean): void
}

type Gesture =
  | { kind: 'press'; at: number; fixture: string | null; isPan: boolean; isBox: boolean }
  | { kind: 'pan' }
  | { kind: 'box' }
  | { kind: 'drag'; at: number; fixture: string | null; seats: number[] }
  | { kind: 'shape'; handle: number }
  | { kind: 'pinch'; apart: number; x: number; y: number }

/** Pixels around a press in which a seat is looked for that is drawn small: a fingertip covers several. */
export const mouseReach = 5
const fingerReach = 16
/** Instead of a handle: what was dragged stays as it was. */
export const noHandle = -1
/** Pixels that a press may slip before it is a drag. */
const slip = 4

/** Mouse, pen and fingers on the map. */
export class SeatGestures implements ReactiveController {
  readonly #host: GestureHost
  readonly #pointers = new Map<number, { x: number; y: number }>()
  #gesture: Gesture | null = null
  #from = { x: 0, y: 0 }
  #last = { x: 0, y: 0 }
  #isSpaceDown = false

  constructor(host: GestureHost) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    addEventListener('keydown', this.#onSpace)
    addEventListener('keyup', this.#onSpace)
  }

  hostDisconnected(): void {
    removeEventListener('keydown', this.#onSpace)
    removeEventListener('keyup', this.#onSpace)
  }

  attach(ground: HTMLElement): void {
    ground.addEventListener('pointerdown', this.#onDown)
    ground.addEventListener('pointermove', this.#onMove)
    ground.addEventListener('pointerup', this.#onUp)
    ground.addEventListener('pointercancel', this.#onCancel)
    ground.addEventListener('pointerleave', () => this.#host.overlay({ hovered: -1 }))
    ground.addEventListener('wheel', this.#onWheel, { passive: false })
  }

  /** Gives up what is being dragged. */
  cancel(): boolean {
    const gesture = this.#gesture
    this.#gesture = null
    this.#host.overlay({ box: null, ghost: null, guides: [] })
    if (gesture?.kind === 'shape') this.#host.shapedBy(noHandle, { x: 0, y: 0 }, true)
    if (gesture?.kind === 'drag' && this.#host.isArranging) this.#host.dragged(gesture.at, gesture.fixture, 0, 0, true)
    return gesture !== null && gesture.kind !== 'press'
  }

  readonly #onSpace = (event: KeyboardEvent): void => {
    if (event.key === ' ') this.#isSpaceDown = event.type === 'keydown' && this.#host.matches(':focus-within, :hover')
  }

  readonly #onDown = (event: PointerEvent): void => {
    const host = this.#host
    const ground = event.currentTarget as HTMLElement
    ground.setPointerCapture(event.pointerId)
    const place = this.#placeOf(event)
    this.#pointers.set(event.pointerId, place)
    if (this.#pointers.size === 2) {
      this.cancel()
      this.#gesture = this.#pinch()
      return
    }
    if (this.#gesture || event.button > 1) return
    if (event.button === 1) event.preventDefault()
    const reach = event.pointerType === 'touch' && !host.isArranging ? fingerReach : mouseReach
    const at = host.seatAt(event.clientX, event.clientY, reach)
    const isPan = event.button === 1 || this.#isSpaceDown
    this.#from = this.#last = place
    const handle = isPan ? -1 : host.handleAt(place, event.pointerType === 'touch')
    if (handle >= 0) {
      this.#gesture = { kind: 'shape', handle }
      return
    }
    this.#gesture = {
      kind: 'press',
      at,
      fixture: at < 0 || host.isArranging ? host.fixtureAt(event.clientX, event.clientY) : null,
      isPan,
      isBox: !isPan && (event.shiftKey || (host.tool === 'box' && at < 0)),
    }
  }

  readonly #onMove = (event: PointerEvent): void => {
    const host = this.#host
    const place = this.#placeOf(event)
    if (this.#pointers.has(event.pointerId)) this.#pointers.set(event.pointerId, place)
    const gesture = this.#gesture
    if (!gesture) {
      if (event.pointerType === 'mouse') host.overlay({ hovered: host.seatAt(event.clientX, event.clientY) })
      return
    }
    if (gesture.kind === 'press') {
      if (Math.hypot(place.x - this.#from.x, place.y - this.#from.y) < slip) return
      this.#gesture = this.#begun(gesture, event)
      host.overlay({ hovered: -1 })
    }
    this.#goOn(place, event)
    this.#last = place
  }

  #begun({ at: pressed, fixture, isPan, isBox }: Gesture & { kind: 'press' }, event: PointerEvent): Gesture {
    const host = this.#host
    if (isPan) return { kind: 'pan' }
    // A finger pans, unless it takes hold of what was picked before.
    const isFixtureHeld = fixture !== null && host.selectedFixtures.has(fixture)
    // What is picked is dragged, though a seat lies beneath it that is not.
    const at = isFixtureHeld && !host.selected.has(pressed) ? -1 : pressed
    const isHeld = at >= 0 ? host.selected.has(at) : isFixtureHeld
    const isTaken = event.pointerType === 'touch' ? isHeld : at >= 0 ? host.mayDrag(at) : host.isArranging
    if (isBox) return { kind: 'box' }
    if (isTaken && (at >= 0 || (fixture !== null && host.isArranging))) {
      const seats = at < 0 ? (isHeld ? [...host.selected] : []) : isHeld ? [...host.selected] : [at]
      return { kind: 'drag', at, fixture, seats }
    }
    return { kind: 'pan' }
  }

  #goOn(place: { x: number; y: number }, event: PointerEvent): void {
    const host = this.#host
    const gesture = this.#gesture
    const { camera } = host
    if (gesture?.kind === 'pan') {
      host.lookThrough({ ...camera, x: camera.x + place.x - this.#last.x, y: camera.y + place.y - this.#last.y })
    } else if (gesture?.kind === 'box') {
      host.overlay({ box: { left: this.#from.x, top: this.#from.y, right: place.x, bottom: place.y } })
    } else if (gesture?.kind === 'drag') {
      const [x, y] = [place.x - this.#from.x, place.y - this.#from.y]
      if (host.isArranging) {
        host.dragged(gesture.at, gesture.fixture, x / camera.scale / camera.sign, y / camera.scale / camera.sign, false)
        return
      }
      const target = host.dropSeatAt(event.clientX, event.clientY)
      host.overlay({ ghost: { seats: gesture.seats, fixtures: new Set(), x, y, target } })
    } else if (gesture?.kind === 'shape') {
      host.shapedBy(gesture.handle, toHall(camera, place), false)
    } else if (gesture?.kind === 'pinch') {
      const next = this.#pinch()
      const moved = { ...camera, x: camera.x + next.x - gesture.x, y: camera.y + next.y - gesture.y }
      host.lookThrough(zoomedAt(moved, next.x, next.y, next.apart / Math.max(1, gesture.apart), host.leastScale))
      this.#gesture = next
    }
  }

  readonly #onUp = (event: PointerEvent): void => {
    const host = this.#host
    const gesture = this.#gesture
    this.#pointers.delete(event.pointerId)
    this.#gesture = null
    host.overlay({ box: null, ghost: null, guides: [] })
    if (!gesture) return
    const place = this.#placeOf(event)
    const isAdding = event.ctrlKey || event.metaKey
    const inHall = (at: { x: number; y: number }) => toHall(host.camera, at)
    if (gesture.kind === 'press' && !gesture.isPan) {
      if (event.pointerType === 'touch' && host.isFar) host.comeCloser(inHall(place))
      else if (gesture.at >= 0) host.pressed(gesture.at, isAdding || event.shiftKey)
      else if (gesture.fixture !== null && host.isArranging) host.pressedFixture(gesture.fixture, isAdding)
      else host.pressedGround(inHall(place), isAdding || event.shiftKey)
    } else if (gesture.kind === 'box') host.boxed(inHall(this.#from), inHall(place), isAdding)
    else if (gesture.kind === 'shape') this.#shape(gesture.handle, place)
    else if (gesture.kind === 'drag') {
      if (host.isArranging) {
        const by = host.camera.scale * host.camera.sign
        const [dx, dy] = [(place.x - this.#from.x) / by, (place.y - this.#from.y) / by]
        host.dragged(gesture.at, gesture.fixture, dx, dy, true)
      } else {
        const to = host.dropSeatAt(event.clientX, event.clientY)
        if (to >= 0 && to !== gesture.at) host.dropped(gesture.seats, to)
      }
    }
  }

  /** A press that hardly slipped leaves the fixture as it is. */
  #shape(handle: number, place: { x: number; y: number }): void {
    const hasSlipped = Math.hypot(place.x - this.#from.x, place.y - this.#from.y) >= slip
    this.#host.shapedBy(hasSlipped ? handle : noHandle, toHall(this.#host.camera, place), true)
  }

  readonly #onCancel = (event: PointerEvent): void => {
    this.#pointers.delete(event.pointerId)
    this.cancel()
  }

  readonly #onWheel = (event: WheelEvent): void => {
    event.preventDefault()
    const { camera, leastScale } = this.#host
    const { x, y } = this.#placeOf(event)
    if (event.shiftKey || (Math.abs(event.deltaX) > Math.abs(event.deltaY) && !event.ctrlKey)) {
      const by = event.deltaX || event.deltaY
      this.#host.lookThrough({ ...camera, x: camera.x - by })
      return
    }
    const by = Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0017))
    this.#host.lookThrough(zoomedAt(camera, x, y, by, leastScale))
  }

  #pinch(): Gesture & { kind: 'pinch' } {
    const [one = { x: 0, y: 0 }, other = one] = [...this.#pointers.values()]
    return {
      kind: 'pinch',
      apart: Math.hypot(one.x - other.x, one.y - other.y),
      x: (one.x + other.x) / 2,
      y: (one.y + other.y) / 2,
    }
  }

  #placeOf({ clientX, clientY }: MouseEvent): { x: number; y: number } {
    const { left, top } = this.#host.getBoundingClientRect()
    return { x: clientX - left, y: clientY - top }
  }
}
