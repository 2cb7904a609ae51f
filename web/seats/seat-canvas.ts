import type { ReactiveController } from 'lit'
import { toScreen, type Camera, type Size } from './seat-camera.ts'
import { inkOf, inksOf, type Inks } from './seat-inks.ts'
import { noColour, type Backdrop, type SeatLooks } from './seat-map-types.ts'
import { paintOverlay, type Overlay } from './seat-overlay.ts'
import { seatPainter } from './seat-paint.ts'
import type { SeatScene } from './seat-scene.ts'

/** What the canvases draw. */
export interface CanvasHost extends HTMLElement {
  readonly scene: SeatScene | null
  readonly camera: Camera
  readonly looks: SeatLooks | null
  readonly selected: ReadonlySet<number>
  readonly lit: ReadonlySet<number> | null
  readonly backdrop: Backdrop | null
  addController(controller: ReactiveController): void
}

/** Of the screen beyond each edge, a share that is drawn too: so far a pan needs nothing drawn. */
const beyond = 0.25
/** Milliseconds after the last step of a zoom until it is drawn sharp. */
const settling = 140

/**
 * Two canvases: the seats, larger than what is in sight, moved and stretched by a transform while the hall is looked
 * through, and drawn again only where that does not do; above them what follows the mouse and the keys.
 */
export class SeatCanvas implements ReactiveController {
  readonly #host: CanvasHost
  readonly #paint = seatPainter()
  readonly #themes = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((each) => matchMedia(each))
  #base: HTMLCanvasElement | null = null
  #over: HTMLCanvasElement | null = null
  #size: Size = { width: 0, height: 0 }
  #inks: Inks | null = null
  #colours: readonly string[] | null = null
  /** The camera that the seats were drawn through. */
  #drawn: Camera | null = null
  #overlay: Overlay = {
    ...{ focused: -1, hasFocus: false, hovered: -1, selectedFixtures: new Set(), box: null },
    ...{ shaped: null, ghost: null, guides: [] },
  }
  #frame = 0
  #settle: ReturnType<typeof setTimeout> | undefined
  #isStale = true

  constructor(host: CanvasHost) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    for (const theme of this.#themes) theme.addEventListener('change', this.#onTheme)
    document.fonts.addEventListener('loadingdone', this.#onFonts)
  }

  hostDisconnected(): void {
    for (const theme of this.#themes) theme.removeEventListener('change', this.#onTheme)
    document.fonts.removeEventListener('loadingdone', this.#onFonts)
    cancelAnimationFrame(this.#frame)
    clearTimeout(this.#settle)
    this.#frame = 0
  }

  attach(base: HTMLCanvasElement, over: HTMLCanvasElement): void {
    this.#base = base
    this.#over = over
  }

  resize(size: Size): void {
    this.#size = size
    this.redraw()
  }

  /** The looks are others: their palette is read again. */
  takeLooks(): void {
    this.#colours = null
  }

  /** Draws the seats in the next frame. */
  redraw(): void {
    this.#isStale = true
    this.soon()
  }

  /** The camera has moved; a zoom is drawn sharp once it rests. */
  follow(isZoomed: boolean): void {
    if (isZoomed) {
      clearTimeout(this.#settle)
      this.#settle = setTimeout(() => this.redraw(), settling)
    }
    this.soon()
  }

  overlay(change: Partial<Overlay>): void {
    const isSame = Object.entries(change).every(([name, value]) => this.#overlay[name as keyof Overlay] === value)
    if (isSame) return
    this.#overlay = { ...this.#overlay, ...change }
    this.soon()
  }

  soon(): void {
    if (this.#frame !== 0 || !this.#host.isConnected) return
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0
      this.#draw()
    })
  }

  /** Letters that were drawn before their font came are drawn again. */
  readonly #onFonts = (): void => {
    this.redraw()
  }

  readonly #onTheme = (): void => {
    this.#inks = null
    this.#colours = null
    this.redraw()
  }

  #draw(): void {
    const { scene, camera } = this.#host
    const { width, height } = this.#size
    if (!scene || !this.#base || !this.#over || width === 0 || height === 0) return
    const ratio = Math.min(2, devicePixelRatio)
    const inks = (this.#inks ??= inksOf(this.#host))
    if (this.#isStale || !this.#drawn || !this.#covers(this.#drawn)) this.#drawSeats(scene, inks, ratio)
    else this.#place(this.#drawn)
    const pen = sized(this.#over, this.#size, ratio)
    if (pen) paintOverlay(pen, scene, this.#overlay, camera, this.#size, ratio, inks)
  }

  #drawSeats(scene: SeatScene, inks: Inks, ratio: number): void {
    const host = this.#host
    if (!this.#base) return
    this.#isStale = false
    clearTimeout(this.#settle)
    const looks = host.looks ?? emptyLooks(scene.x.length)
    const colours = (this.#colours ??= looks.palette.map((colour) => inkOf(host, colour)))
    const [left, top] = [Math.round(this.#size.width * beyond), Math.round(this.#size.height * beyond)]
    const size = { width: this.#size.width + 2 * left, height: this.#size.height + 2 * top }
    const pen = sized(this.#base, size, ratio)
    const camera = { ...host.camera, x: host.camera.x + left, y: host.camera.y + top }
    const { selected, lit, backdrop } = host
    if (pen) this.#paint(pen, { scene, looks, colours, selected, lit, backdrop, inks }, camera, size, ratio)
    this.#drawn = camera
    this.#place(camera)
  }

  /** Puts the drawn seats where the camera is now. */
  #place(drawn: Camera): void {
    const { ratio, x, y } = this.#moved(drawn)
    if (this.#base) {
      this.#base.style.transform = `translate(${x}px, ${y}px)${ratio === 1 ? '' : ` scale(${ratio})`}`
    }
  }

  #moved(drawn: Camera): { ratio: number; x: number; y: number } {
    const { camera } = this.#host
    const ratio = camera.scale / drawn.scale
    return { ratio, x: camera.x - drawn.x * ratio, y: camera.y - drawn.y * ratio }
  }

  /** Whether what is drawn reaches over all that is in sight, and is not stretched too far. */
  #covers(drawn: Camera): boolean {
    if (drawn.sign !== this.#host.camera.sign) return false
    const { ratio, x, y } = this.#moved(drawn)
    if (ratio > 2.5 || ratio < 0.5) return false
    const whole = 1 + 2 * beyond
    const { width, height } = this.#size
    if (x <= 0 && y <= 0 && x + width * whole * ratio >= width && y + height * whole * ratio >= height) return true
    return this.#isAllDrawn(drawn)
  }

  /** Whether no part of the hall lies outside of the drawn picture. */
  #isAllDrawn(drawn: Camera): boolean {
    const { bounds } = this.#host.scene?.hall ?? {}
    if (!bounds) return false
    const [width, height] = [this.#size.width * (1 + 2 * beyond), this.#size.height * (1 + 2 * beyond)]
    return [
      toScreen(drawn, { x: bounds.left, y: bounds.top }),
      toScreen(drawn, { x: bounds.right, y: bounds.bottom }),
    ].every(({ x, y }) => x >= 0 && y >= 0 && x <= width && y <= height)
  }
}

const emptyLooks = (seats: number): SeatLooks => ({
  colour: new Uint8Array(seats).fill(noColour),
  palette: [],
  mark: new Uint8Array(seats),
})

/** The pen of a canvas of so many CSS pixels; the canvas is only made anew where its size changed. */
const sized = (canvas: HTMLCanvasElement, { width, height }: Size, ratio: number): CanvasRenderingContext2D | null => {
  const [dotsWide, dotsHigh] = [Math.round(width * ratio), Math.round(height * ratio)]
  if (canvas.width !== dotsWide || canvas.height !== dotsHigh) {
    canvas.width = dotsWide
    canvas.height = dotsHigh
    canvas.style.width = `${width}px`
    canvas.style.height = `${height}px`
  }
  return canvas.getContext('2d')
}
