import type { Fixture } from '../../server/halls/schema.ts'
import { paintHandles } from './fixture-handles.ts'
import { outlineOf } from './fixture-paint.ts'
import { toScreen, type Camera, type Size } from './seat-camera.ts'
import type { Inks } from './seat-inks.ts'
import type { Guide } from './seat-map-types.ts'
import type { SeatScene } from './seat-scene.ts'

/** What moves with the mouse and the keys, on a canvas of its own: the seats beneath are not drawn again for it. */
export interface Overlay {
  focused: number
  /** The map itself has the keyboard. */
  hasFocus: boolean
  hovered: number
  selectedFixtures: ReadonlySet<string>
  /** The fixture of which sides and corners can be dragged, as it would be; null = none can. */
  shaped: Fixture | null
  /** Corners of a box that is being drawn, on the screen. */
  box: { left: number; top: number; right: number; bottom: number } | null
  /** Seats being dragged, how far in pixels, and the seat that they would go to. */
  ghost: { seats: readonly number[]; fixtures: ReadonlySet<string>; x: number; y: number; target: number } | null
  guides: readonly Guide[]
}

/** So many dragged seats are drawn; of more, the first ones. */
const mostGhosts = 3000

export const paintOverlay = (
  pen: CanvasRenderingContext2D,
  scene: SeatScene,
  overlay: Overlay,
  camera: Camera,
  size: Size,
  ratio: number,
  inks: Inks,
): void => {
  pen.setTransform(ratio, 0, 0, ratio, 0, 0)
  pen.clearRect(0, 0, size.width, size.height)
  const { focused, hovered, ghost, box } = overlay
  const side = Math.max(1.5, scene.side * camera.scale)
  paintFixtureRings(pen, scene, overlay, camera, inks)
  for (const { x, y } of overlay.guides) {
    const at = toScreen(camera, { x: x ?? 0, y: y ?? 0 })
    pen.fillStyle = inks.red
    if (x !== undefined) pen.fillRect(Math.round(at.x), 0, 1, size.height)
    if (y !== undefined) pen.fillRect(0, Math.round(at.y), size.width, 1)
  }
  if (hovered >= 0 && hovered !== focused) ring(pen, scene, camera, hovered, side, 2, 1.5, inks.edge)
  if (focused >= 0) {
    ring(pen, scene, camera, focused, side, 3.5, overlay.hasFocus ? 5 : 4, inks.surface)
    ring(pen, scene, camera, focused, side, 3, overlay.hasFocus ? 2.5 : 1.5, inks.text)
  }
  if (ghost) paintGhost(pen, scene, ghost, camera, side, inks)
  if (box) {
    pen.strokeStyle = inks.text
    pen.lineWidth = 1
    pen.setLineDash([4, 3])
    pen.strokeRect(
      Math.min(box.left, box.right) + 0.5,
      Math.min(box.top, box.bottom) + 0.5,
      Math.abs(box.right - box.left),
      Math.abs(box.bottom - box.top),
    )
    pen.setLineDash([])
  }
}

const ring = (
  pen: CanvasRenderingContext2D,
  scene: SeatScene,
  camera: Camera,
  at: number,
  side: number,
  away: number,
  width: number,
  ink: string,
): void => {
  const { x, y } = toScreen(camera, { x: scene.x[at] ?? 0, y: scene.y[at] ?? 0 })
  const half = Math.max(side / 2, 3) + away
  pen.beginPath()
  pen.roundRect(x - half, y - half, 2 * half, 2 * half, half * 0.45)
  pen.lineWidth = width
  pen.strokeStyle = ink
  pen.stroke()
}

const paintGhost = (
  pen: CanvasRenderingContext2D,
  scene: SeatScene,
  { seats, fixtures, x, y, target }: NonNullable<Overlay['ghost']>,
  camera: Camera,
  side: number,
  inks: Inks,
): void => {
  const half = side / 2
  const path = new Path2D()
  for (const at of seats.slice(0, mostGhosts)) {
    const place = toScreen(camera, { x: scene.x[at] ?? 0, y: scene.y[at] ?? 0 })
    path.roundRect(place.x + x - half, place.y + y - half, side, side, side * 0.24)
  }
  const moved = { ...camera, x: camera.x + x, y: camera.y + y }
  for (const fixture of fixturesOf(scene, fixtures)) path.addPath(outlineOf(fixture, moved))
  pen.globalAlpha = 0.35
  pen.fillStyle = inks.text
  pen.fill(path)
  pen.globalAlpha = 1
  pen.lineWidth = 1
  pen.strokeStyle = inks.text
  pen.stroke(path)
  if (target >= 0) ring(pen, scene, camera, target, side, 3, 3, inks.red)
}

const fixturesOf = ({ hall }: SeatScene, ids: ReadonlySet<string>) =>
  ids.size === 0 ? [] : hall.drawing.levels.flatMap(({ fixtures }) => fixtures.filter(({ id }) => ids.has(id)))

const paintFixtureRings = (
  pen: CanvasRenderingContext2D,
  scene: SeatScene,
  { selectedFixtures, shaped }: Overlay,
  camera: Camera,
  inks: Inks,
): void => {
  pen.lineWidth = 2
  pen.strokeStyle = inks.text
  for (const fixture of shaped ? [shaped] : fixturesOf(scene, selectedFixtures)) pen.stroke(outlineOf(fixture, camera))
  if (shaped) paintHandles(pen, shaped, camera, inks)
}
