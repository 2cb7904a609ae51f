import { seatUses } from '../../server/halls/schema.ts'
import { paintFixture } from './fixture-paint.ts'
import { toScreen, type Camera, type Size } from './seat-camera.ts'
import { letterInk, type Inks } from './seat-inks.ts'
import { noColour, seatMarks, type Backdrop, type SeatLooks } from './seat-map-types.ts'
import type { SeatScene } from './seat-scene.ts'
import { spritesOf, type Sprites } from './seat-sprites.ts'

export interface Painting {
  scene: SeatScene
  looks: SeatLooks
  /** The palette as colours. */
  colours: readonly string[]
  selected: ReadonlySet<number>
  /** Others are faint; null = none is. */
  lit: ReadonlySet<number> | null
  backdrop: Backdrop | null
  inks: Inks
}

/** Below so many pixels a seat is a plain square: its signs could not be told. */
const plainBelow = 7
/** From so many pixels on a seat bears its number, and a name below it. */
const numberFrom = 15
const nameFrom = 42

/** Paints halls, keeping what one picture and the next have in common. */
export const seatPainter = (): ((
  pen: CanvasRenderingContext2D,
  painting: Painting,
  camera: Camera,
  size: Size,
  ratio: number,
) => void) => {
  let sprites: { of: Sprites; key: string } | null = null
  return (pen, painting, camera, size, ratio) => {
    const { scene, inks } = painting
    pen.setTransform(ratio, 0, 0, ratio, 0, 0)
    pen.clearRect(0, 0, size.width, size.height)
    if (painting.backdrop) paintBackdrop(pen, painting.backdrop, camera)
    paintFixtures(pen, painting, camera, size)
    const side = Math.max(1.5, scene.side * camera.scale)
    if (side < plainBelow) paintPlain(pen, painting, camera, size, side)
    else {
      const sideDots = Math.max(1, Math.round(side * ratio))
      const key = [sideDots, ratio, ...Object.values(inks)].join('|')
      if (sprites?.key !== key) sprites = { of: spritesOf(sideDots, ratio, inks), key }
      paintSprites(pen, painting, camera, size, ratio, sprites.of)
      if (side >= numberFrom) paintLetters(pen, painting, camera, size, side, ratio)
    }
    pen.setTransform(ratio, 0, 0, ratio, 0, 0)
    paintNames(pen, painting, camera, size)
    paintSelected(pen, painting, camera, size, side)
  }
}

const paintBackdrop = (pen: CanvasRenderingContext2D, { image, x, y, width, opacity }: Backdrop, camera: Camera) => {
  const height = (width * image.height) / image.width
  pen.globalAlpha = opacity
  const one = toScreen(camera, { x, y })
  pen.save()
  pen.translate(one.x, one.y)
  if (camera.sign === -1) pen.rotate(Math.PI)
  pen.drawImage(image, 0, 0, width * camera.scale, height * camera.scale)
  pen.restore()
  pen.globalAlpha = 1
}

const paintFixtures = (pen: CanvasRenderingContext2D, painting: Painting, camera: Camera, size: Size) => {
  const { scene, inks, backdrop } = painting
  // A picture beneath is to be seen through what is traced over it.
  pen.globalAlpha = backdrop ? 0.5 : 1
  const { drawing, seats, bands } = { ...scene.hall, bands: scene.bands }
  const stageSeats = bands.filter(({ level }) => level === -1).flatMap((band) => band.seats.map((at) => seats[at]))
  for (const kind of ['floor', 'stage', 'aisle', 'obstacle', 'table', 'door', 'text'] as const) {
    for (const { fixtures } of drawing.levels) {
      for (const fixture of fixtures) {
        if (fixture.kind !== kind) continue
        const { x, y } = toScreen(camera, fixture)
        const reach = Math.hypot(fixture.width, fixture.height) * camera.scale + 60
        if (fixture.outline !== 'polygon') {
          if (x < -reach || y < -reach || x > size.width + reach || y > size.height + reach) continue
        }
        const isCrowded =
          kind === 'stage' && stageSeats.some((seat) => seat && Math.abs(seat.y - fixture.y) < fixture.height / 2)
        paintFixture(pen, fixture, camera, inks, isCrowded)
      }
    }
  }
  pen.globalAlpha = 1
}

const paintPlain = (
  pen: CanvasRenderingContext2D,
  { scene, looks, colours, lit, inks }: Painting,
  { sign, scale, x: left, y: top }: Camera,
  { width, height }: Size,
  side: number,
): void => {
  const { x, y, use } = scene
  const half = side / 2
  const blocked = seatUses.indexOf('blocked')
  const by = sign * scale
  // One colour after another: to change the ink costs more than to pass a seat over.
  for (const faint of lit || looks.mark.includes(seatMarks.faint) ? [true, false] : [false]) {
    pen.globalAlpha = faint ? 0.22 : 1
    for (let colour = 0; colour <= colours.length; colour += 1) {
      const wanted = colour === colours.length ? noColour : colour
      pen.fillStyle = colours[colour] ?? inks.edge
      for (let at = 0; at < x.length; at += 1) {
        if (looks.colour[at] !== wanted) continue
        const isFaint = looks.mark[at] === seatMarks.faint || (lit !== null && !lit.has(at))
        if (isFaint !== faint) continue
        const middleX = (x[at] ?? 0) * by + left
        const middleY = (y[at] ?? 0) * by + top
        if (middleX < -side || middleY < -side || middleX > width + side || middleY > height + side) continue
        // A place where nobody sits is a smaller dot, and one where nobody may a smaller one still.
        const own = wanted !== noColour ? half : use[at] === blocked ? half * 0.35 : half * 0.6
        pen.fillRect(middleX - own, middleY - own, 2 * own, 2 * own)
      }
    }
  }
  pen.globalAlpha = 1
}

/** Calls for each seat in sight, row by row, with its middle on the screen. */
const eachInSight = (
  { hall, x, y, boxes }: SeatScene,
  camera: Camera,
  { width, height }: Size,
  margin: number,
  paint: (at: number, x: number, y: number) => void,
): void => {
  const by = camera.sign * camera.scale
  for (const [row, { seats }] of hall.rows.entries()) {
    const one = { x: (boxes[row * 4] ?? 0) * by + camera.x, y: (boxes[row * 4 + 1] ?? 0) * by + camera.y }
    const other = { x: (boxes[row * 4 + 2] ?? 0) * by + camera.x, y: (boxes[row * 4 + 3] ?? 0) * by + camera.y }
    if (Math.max(one.x, other.x) < 0 || Math.min(one.x, other.x) > width) continue
    if (Math.max(one.y, other.y) < 0 || Math.min(one.y, other.y) > height) continue
    for (const at of seats) {
      const middleX = (x[at] ?? 0) * by + camera.x
      const middleY = (y[at] ?? 0) * by + camera.y
      if (middleX < -margin || middleY < -margin || middleX > width + margin || middleY > height + margin) continue
      paint(at, middleX, middleY)
    }
  }
}

const isFaintAt = ({ lit }: Painting, at: number): boolean => lit !== null && !lit.has(at)

const colourAt = ({ looks, colours }: Painting, at: number): string | null => {
  const place = looks.colour[at] ?? noColour
  return place === noColour ? null : (colours[place] ?? null)
}

const paintSprites = (
  pen: CanvasRenderingContext2D,
  painting: Painting,
  camera: Camera,
  size: Size,
  ratio: number,
  sprites: Sprites,
): void => {
  const { scene, looks } = painting
  const { half } = sprites
  pen.setTransform(1, 0, 0, 1, 0, 0)
  let isTurned = false
  // The picture of the seat before: neighbours mostly look alike.
  let last = { colour: -1, use: -1, mark: -1, faint: false, sprite: null as HTMLCanvasElement | null }
  eachInSight(scene, camera, size, scene.side * camera.scale, (at, x, y) => {
    const [colour, use, mark] = [looks.colour[at] ?? noColour, scene.use[at] ?? 0, looks.mark[at] ?? 0]
    const faint = isFaintAt(painting, at)
    if (colour !== last.colour || use !== last.use || mark !== last.mark || faint !== last.faint || !last.sprite) {
      const look = { colour: colourAt(painting, at), use, mark, isFaint: faint }
      last = { colour, use, mark, faint, sprite: sprites.get(look) }
    }
    if (!last.sprite) return
    const turn = scene.turn[at] ?? 0
    if (Math.abs(turn) > 0.02) {
      const [cosine, sine] = [Math.cos(turn), Math.sin(turn)]
      pen.setTransform(cosine, sine, -sine, cosine, x * ratio, y * ratio)
      pen.drawImage(last.sprite, -half, -half)
      isTurned = true
      return
    }
    if (isTurned) pen.setTransform(1, 0, 0, 1, 0, 0)
    isTurned = false
    pen.drawImage(last.sprite, Math.round(x * ratio) - half, Math.round(y * ratio) - half)
  })
}

const paintLetters = (
  pen: CanvasRenderingContext2D,
  painting: Painting,
  camera: Camera,
  size: Size,
  side: number,
  ratio: number,
): void => {
  const { scene, looks, inks } = painting
  const { seats } = scene.hall
  const isNamed = side >= nameFrom && looks.text !== undefined
  const numberSize = isNamed ? Math.min(side * 0.24, 14) : Math.min(side * 0.46, 15)
  const nameSize = Math.min(side * 0.22, 13)
  const blocked = seatUses.indexOf('blocked')
  pen.setTransform(ratio, 0, 0, ratio, 0, 0)
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.font = `600 ${numberSize}px ${inks.font}`
  const inksOfPalette = painting.colours.map((colour) => (inks.isForced ? inks.text : letterInk(colour)))
  const inkAt = (at: number) => inksOfPalette[looks.colour[at] ?? noColour] ?? inks.muted
  const named: { at: number; x: number; y: number }[] = []
  eachInSight(scene, camera, size, side, (at, x, y) => {
    if (isFaintAt(painting, at) || scene.use[at] === blocked) return
    const seat = seats[at]
    if (!seat) return
    pen.fillStyle = inkAt(at)
    pen.fillText(seat.number, x, y - (isNamed ? side * 0.2 : 0), side - 3)
    if (isNamed) named.push({ at, x, y })
  })
  if (!isNamed) return
  pen.font = `500 ${nameSize}px ${inks.font}`
  for (const { at, x, y } of named) {
    const text = looks.text?.(at) ?? ''
    if (text === '' || pen.measureText(text).width > side * 1.2) continue
    pen.fillStyle = inkAt(at)
    pen.fillText(text, x, y + side * 0.16, side - 4)
  }
}

const paintNames = (pen: CanvasRenderingContext2D, { scene, inks }: Painting, camera: Camera, size: Size): void => {
  // They stand beside the seats: what they need is the depth of a row.
  const letter = Math.min(13, camera.scale * 60)
  pen.textBaseline = 'middle'
  for (const { x, y, text, side } of scene.names) {
    if (letter < 6.5) continue
    const at = toScreen(camera, { x, y })
    if (at.x < -80 || at.y < -20 || at.x > size.width + 80 || at.y > size.height + 20) continue
    const isBlock = side === 'middle'
    pen.textAlign = isBlock ? 'center' : (side === 'left') === (camera.sign === 1) ? 'right' : 'left'
    pen.font = `${isBlock ? 600 : 500} ${letter}px ${inks.font}`
    pen.fillStyle = inks.muted
    pen.fillText(text, at.x, at.y)
  }
}

/** A ring around whatever is picked: a shape and no mere colour. */
const paintSelected = (
  pen: CanvasRenderingContext2D,
  { scene, selected, inks }: Painting,
  camera: Camera,
  size: Size,
  side: number,
): void => {
  if (selected.size === 0) return
  const by = camera.sign * camera.scale
  const half = side / 2 + (side < plainBelow ? 0.75 : 1.5)
  const path = new Path2D()
  for (const at of selected) {
    const x = (scene.x[at] ?? 0) * by + camera.x
    const y = (scene.y[at] ?? 0) * by + camera.y
    if (x < -half || y < -half || x > size.width + half || y > size.height + half) continue
    if (side < plainBelow) path.rect(x - half, y - half, 2 * half, 2 * half)
    else path.roundRect(x - half, y - half, 2 * half, 2 * half, half * 0.5)
  }
  pen.lineWidth = side < plainBelow ? 1.5 : 2
  pen.strokeStyle = inks.text
  pen.stroke(path)
}
