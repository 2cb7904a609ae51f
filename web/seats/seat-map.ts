import { html, LitElement, type PropertyValues } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { IndexedHall } from '../../server/halls/rules/indexed.ts'
import type { Fixture } from '../../server/halls/schema.ts'
import { fixtureNear, handleNear, pickedFixture } from './fixture-handles.ts'
import {
  centred,
  closeForFingers,
  closerTo,
  fitted,
  held,
  isFarForFingers,
  toHall,
  toldApart,
  toScreen,
  wholeScale,
  zoomedAt,
  type Camera,
  type Size,
} from './seat-camera.ts'
import { SeatCanvas, type CanvasHost } from './seat-canvas.ts'
import { mouseReach, SeatGestures, type GestureHost } from './seat-gestures.ts'
import { stepOfKey } from './seat-keys.ts'
import { seatMapStyle } from './seat-map-style.ts'
import {
  noColour,
  type Backdrop,
  type FixturePicked,
  type FixtureShaped,
  type GroundTold,
  type Guide,
  type HallView,
  type MapTool,
  type PartsDragged,
  type SeatLooks,
  type SeatsDropped,
  type SeatsPicked,
  type SeatTold,
  type Zoomed,
} from './seat-map-types.ts'
import type { Overlay } from './seat-overlay.ts'
import { sceneOf, seatNear, seatsWithin, type SeatScene } from './seat-scene.ts'
import { stepFrom, turnedStep, type Step } from './seat-walk.ts'

/** Pixels beside a seat within which it takes what is dropped. */
const dropReach = 24
/** So long the mouse rests on a seat before that is told: what is reckoned of it costs time. */
const hoverMilliseconds = 300

/** A hall with its seats, to be looked at, walked through with the keys, picked from and dragged on. */
@customElement('seat-map')
export class SeatMap extends LitElement implements GestureHost, CanvasHost {
  @property({ attribute: false }) hall!: IndexedHall
  /** null = all seats are empty. */
  @property({ attribute: false }) looks: SeatLooks | null = null
  @property({ attribute: false }) selected: ReadonlySet<number> = new Set()
  /** All others are faint; null = none is. */
  @property({ attribute: false }) lit: ReadonlySet<number> | null = null
  /** Seat with the ring that the keys move; -1 = none yet. */
  @property({ attribute: false }) focused = -1
  @property({ attribute: false }) view: HallView = 'hall'
  @property({ attribute: false }) tool: MapTool = 'hand'
  /** The hall itself is being drawn: seats and fixtures are dragged over the ground. */
  @property({ attribute: false }) isArranging = false
  @property({ attribute: false }) selectedFixtures: ReadonlySet<string> = new Set()
  /** How far whatever is picked is shown from its place, in centimetres, while it is dragged. */
  @property({ attribute: false }) shift: { dx: number; dy: number } | null = null
  /** Lines that it was aligned to. */
  @property({ attribute: false }) guides: readonly Guide[] = []
  /** As the picked fixture would be, while a handle of it is dragged. */
  @property({ attribute: false }) shaped: Fixture | null = null
  @property({ attribute: false }) backdrop: Backdrop | null = null
  /** What the map is called, and what is said of a seat. */
  @property({ attribute: false }) label = ''
  @property({ attribute: false }) describe: (at: number) => string = (at) => this.hall.seats[at]?.label ?? ''
  /** Whether a seat can be dragged: where somebody sits, unless told otherwise. */
  @property({ attribute: false }) canDrag: ((at: number) => boolean) | null = null

  static override styles = seatMapStyle

  @query('.seats') private readonly base!: HTMLCanvasElement
  @query('.over') private readonly over!: HTMLCanvasElement
  @query('.ground') private readonly ground!: HTMLElement
  @query('.cell') private readonly cell!: HTMLElement

  camera: Camera = { scale: wholeScale, x: 0, y: 0, sign: 1 }
  readonly #gestures = new SeatGestures(this)
  readonly #canvas = new SeatCanvas(this)
  readonly #sizes = new ResizeObserver(() => this.#measure())
  scene: SeatScene | null = null
  #size: Size = { width: 0, height: 0 }
  /** All of the hall is shown, and stays so where the size changes. */
  #isFitted = false
  #toldScale = 0
  #hovered = -1
  #pause: ReturnType<typeof setTimeout> | undefined

  /** Shows all of the hall. */
  fit(): void {
    this.#isFitted = true
    this.camera = fitted(this.hall.bounds, this.#size, this.#sign)
    this.#tellZoom()
    this.#canvas.redraw()
  }

  /** Zooms around the middle: 1.25 = a quarter larger. */
  zoomBy(by: number): void {
    this.lookThrough(zoomedAt(this.camera, this.#size.width / 2, this.#size.height / 2, by, this.leastScale))
  }

  /** Brings a seat into sight, large enough to be told from others. */
  showSeat(at: number): void {
    const seat = this.hall.seats[at]
    if (!seat) return
    const least = this.isFar && matchMedia('(pointer: coarse)').matches ? closeForFingers : toldApart
    const isNear = this.camera.scale * this.hall.pitch >= least && this.#isInSight(seat)
    this.lookThrough(isNear ? this.camera : closerTo(this.camera, seat, this.hall, { size: this.#size, least }))
  }

  /** Shows what is around a place of the ground so large that fingers can choose among the seats. */
  comeCloser(place: { x: number; y: number }): void {
    this.lookThrough(closerTo(this.camera, place, this.hall, { size: this.#size, least: closeForFingers }))
  }

  /** Seats are too small for a finger to choose among them; who draws the hall aims at more than seats. */
  get isFar(): boolean {
    return !this.isArranging && isFarForFingers(this.camera, this.hall.pitch)
  }

  /** Brings a place of the ground into sight, as large as everything is. */
  showPlace(place: { x: number; y: number }): void {
    if (!this.#isInSight(place)) this.lookThrough(centred(this.camera, place.x, place.y, this.#size))
  }

  /** The seat at a place of the window, or the nearest that is no further than `reach` pixels; -1 = none. */
  seatAt(clientX: number, clientY: number, reach = mouseReach): number {
    const { scene } = this
    if (!scene) return -1
    return seatNear(scene, this.groundAt(clientX, clientY), Math.max(scene.hall.pitch / 2, reach / this.camera.scale))
  }

  /** The seat that takes what is dropped at a place of the window, also beside it: seats of a large hall are dots. */
  dropSeatAt(clientX: number, clientY: number): number {
    return this.seatAt(clientX, clientY, dropReach)
  }

  /** The fixture at a place of the window: of several, the smallest. */
  fixtureAt(clientX: number, clientY: number): string | null {
    return fixtureNear(this.hall, this.groundAt(clientX, clientY), 6 / this.camera.scale)?.id ?? null
  }

  get #shapeable(): Fixture | null {
    const { selected: seats, selectedFixtures: fixtures } = this
    return this.isArranging && !this.shift ? pickedFixture(this.hall, { seats, fixtures }) : null
  }

  /** The handle of the picked fixture at a place of the map; -1 = none. */
  handleAt(place: { x: number; y: number }, isFinger: boolean): number {
    return this.#shapeable ? handleNear(this.#shapeable, this.camera, place, isFinger) : -1
  }

  /** Where on the ground a place of the window is, in centimetres. */
  groundAt(clientX: number, clientY: number): { x: number; y: number } {
    const { left, top } = this.getBoundingClientRect()
    return toHall(this.camera, { x: clientX - left, y: clientY - top })
  }

  get zoom(): number {
    return this.camera.scale / wholeScale
  }

  get leastScale(): number {
    return Math.min(this.camera.scale, fitted(this.hall.bounds, this.#size, 1).scale * 0.6)
  }

  override focus(options?: FocusOptions): void {
    this.ground.focus(options)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.hasUpdated) this.#sizes.observe(this)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#sizes.disconnect()
    clearTimeout(this.#pause)
  }

  protected override render(): unknown {
    return html`<canvas class="seats" aria-hidden="true"></canvas>
      <canvas class="over" aria-hidden="true"></canvas>
      <div
        class="ground"
        role="grid"
        tabindex="0"
        aria-multiselectable="true"
        @keydown=${this.#onKey}
        @focus=${this.#onFocus}
        @blur=${() => this.overlay({ hasFocus: false })}
      >
        <div class="row" role="row"><div class="cell" role="gridcell" id="seat-0"></div></div>
      </div>`
  }

  protected override firstUpdated(): void {
    this.#canvas.attach(this.base, this.over)
    this.#gestures.attach(this.ground)
    this.#sizes.observe(this)
    this.#measure()
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('label')) this.ground.setAttribute('aria-label', this.label)
    if (changed.has('hall')) this.#takeHall()
    if (changed.has('view')) this.#turn()
    if (changed.has('looks')) this.#canvas.takeLooks()
    if (['hall', 'looks', 'selected', 'lit', 'backdrop'].some((name) => changed.has(name as keyof SeatMap))) {
      this.#canvas.redraw()
    }
    if (['hall', 'focused', 'describe', 'selected'].some((name) => changed.has(name as keyof SeatMap))) this.#tell()
    const { focused, selectedFixtures, guides } = this
    this.#canvas.overlay({ focused, selectedFixtures, guides, shaped: this.shaped ?? this.#shapeable })
    if (changed.has('shift')) this.#showShift()
  }

  #takeHall(): void {
    const isFirst = this.scene === null
    this.scene = sceneOf(this.hall)
    this.ground.setAttribute('aria-rowcount', String(this.scene.bands.length))
    if (this.focused >= this.hall.seats.length) this.focused = -1
    if (isFirst) this.fit()
  }

  #showShift(): void {
    const by = this.camera.scale * this.camera.sign
    const { dx, dy } = this.shift ?? { dx: 0, dy: 0 }
    const ghost = { seats: [...this.selected], fixtures: this.selectedFixtures, x: dx * by, y: dy * by, target: -1 }
    this.#canvas.overlay({ ghost: this.shift ? ghost : null })
  }

  get #sign(): 1 | -1 {
    return this.view === 'stage' ? -1 : 1
  }

  #isInSight(place: { x: number; y: number }): boolean {
    const { x, y } = toScreen(this.camera, place)
    return x > 24 && y > 24 && x < this.#size.width - 24 && y < this.#size.height - 24
  }

  /** Half a circle around the middle of what is in sight. */
  #turn(): void {
    const { x, y } = toHall(this.camera, { x: this.#size.width / 2, y: this.#size.height / 2 })
    this.camera = centred({ ...this.camera, sign: this.#sign }, x, y, this.#size)
    this.#canvas.redraw()
  }

  #measure(): void {
    const { width, height } = this.getBoundingClientRect()
    if (width === this.#size.width && height === this.#size.height) return
    this.#size = { width, height }
    this.#canvas.resize(this.#size)
    if (this.#isFitted) this.fit()
  }

  lookThrough(camera: Camera): void {
    const isZoomed = camera.scale !== this.camera.scale
    this.camera = held(camera, this.hall.bounds, this.#size)
    this.#isFitted = false
    this.#canvas.follow(isZoomed)
    this.#tellZoom()
  }

  #tellZoom(): void {
    // Where all is in sight there is nothing to pan: a finger scrolls the page past the map.
    this.toggleAttribute('whole', this.#isFitted && this.isFar)
    if (this.camera.scale === this.#toldScale) return
    this.#toldScale = this.camera.scale
    this.#emit<Zoomed>('zoomed', { zoom: this.zoom })
  }

  #emit<Detail>(name: string, detail: Detail): void {
    this.dispatchEvent(new CustomEvent<Detail>(name, { detail }))
  }

  /** Says the focused seat to whoever cannot see it. A new id each time: else the change is not read out. */
  #tell(): void {
    const { cell } = this
    const scene = this.scene
    if (!scene || this.focused < 0) {
      this.ground.removeAttribute('aria-activedescendant')
      cell.textContent = this.hall.seats.length > 0 ? this.describe(0) : ''
      return
    }
    const band = scene.bandOf[this.focused] ?? 0
    cell.id = `seat-${this.focused}`
    cell.textContent = this.describe(this.focused)
    cell.setAttribute('aria-selected', String(this.selected.has(this.focused)))
    cell.parentElement?.setAttribute('aria-rowindex', String(band + 1))
    cell.setAttribute('aria-colindex', String((scene.bands[band]?.seats.indexOf(this.focused) ?? 0) + 1))
    this.ground.setAttribute('aria-activedescendant', cell.id)
  }

  readonly #onFocus = (): void => {
    // With the keys one begins at the first seat; a press has its own.
    if (this.focused < 0 && this.ground.matches(':focus-visible')) {
      this.#goTo(this.scene?.bands.find(({ level }) => level >= 0)?.seats[0] ?? 0)
    }
    this.overlay({ hasFocus: true })
  }

  #goTo(at: number): void {
    const seat = this.hall.seats[at]
    if (!seat) return
    this.focused = at
    this.showPlace(seat)
    this.#emit<SeatTold>('seat-focused', { at })
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && this.#gestures.cancel()) {
      event.preventDefault()
      return
    }
    if (event.defaultPrevented || event.altKey) return
    const step = stepOfKey(event.key)
    if (step) {
      this.#walk(step, event.shiftKey)
    } else if (event.key === 'Enter' && this.focused >= 0) this.#emit<SeatTold>('seat-opened', { at: this.focused })
    else if (event.key === ' ' && this.focused >= 0) {
      this.#emit<SeatsPicked>('seats-picked', { ats: [this.focused], isAdding: true })
    } else if (event.key === '+' || event.key === '=') this.zoomBy(1.25)
    else if (event.key === '-') this.zoomBy(0.8)
    else if (event.key === '0') this.fit()
    else return
    event.preventDefault()
  }

  /** `isPicking` = the seats that the step passes are picked. */
  #walk(step: Step, isPicking: boolean): void {
    if (!this.scene) return
    const from = this.focused
    this.#goTo(stepFrom(this.scene, from, this.view === 'stage' ? turnedStep[step] : step))
    const ats = [from, this.focused].filter((at) => at >= 0 && !this.selected.has(at))
    if (isPicking && ats.length > 0) this.#emit<SeatsPicked>('seats-picked', { ats, isAdding: true })
  }

  mayDrag(at: number): boolean {
    if (this.isArranging || this.selected.has(at)) return true
    return this.canDrag ? this.canDrag(at) : (this.looks?.colour[at] ?? noColour) !== noColour
  }

  overlay(change: Partial<Overlay>): void {
    this.#canvas.overlay(change)
    if (change.hovered === undefined || change.hovered === this.#hovered) return
    this.#hovered = change.hovered
    clearTimeout(this.#pause)
    this.#pause = setTimeout(() => this.#emit<SeatTold>('seat-hovered', { at: this.#hovered }), hoverMilliseconds)
  }

  pressed(at: number, isAdding: boolean): void {
    this.#goTo(at)
    if (isAdding) this.#emit<SeatsPicked>('seats-picked', { ats: [at], isAdding })
    else this.#emit<SeatTold>('seat-opened', { at })
  }

  pressedFixture(id: string, isAdding: boolean): void {
    this.#emit<FixturePicked>('fixture-picked', { id, isAdding })
  }

  pressedGround(place: GroundTold, isAdding: boolean): void {
    this.#emit<GroundTold>('ground-pressed', place)
    if (!isAdding) this.#emit<SeatsPicked>('seats-picked', { ats: [], isAdding: false })
  }

  boxed(one: GroundTold, other: GroundTold, isAdding: boolean): void {
    const ats = this.scene ? seatsWithin(this.scene, one, other) : []
    this.#emit<SeatsPicked>('seats-picked', { ats, isAdding })
  }

  dropped(from: number[], to: number): void {
    this.#emit<SeatsDropped>('seats-dropped', { from, to })
  }

  shapedBy(handle: number, { x, y }: GroundTold, isDone: boolean): void {
    this.#emit<FixtureShaped>('fixture-shaped', { handle, x, y, isDone })
  }

  dragged(at: number, fixture: string | null, dx: number, dy: number, isDone: boolean): void {
    this.#emit<PartsDragged>('parts-dragged', { at: at < 0 ? null : at, fixture, dx, dy, isDone })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'seat-map': SeatMap
  }
}
