import { cornersOf } from '../../server/halls/rules/indexed.ts'
import type { Fixture } from '../../server/halls/schema.ts'
import { toScreen, type Camera } from './seat-camera.ts'
import type { Inks } from './seat-inks.ts'

/** The outline of a fixture on the screen. */
export const outlineOf = (fixture: Fixture, camera: Camera): Path2D => {
  const path = new Path2D()
  const middle = toScreen(camera, fixture)
  const { scale, sign } = camera
  if (fixture.outline === 'ellipse') {
    const [width, height] = [(fixture.width / 2) * scale, (fixture.height / 2) * scale]
    path.ellipse(middle.x, middle.y, width, height, (fixture.turn * Math.PI) / 180, 0, Math.PI * 2)
    return path
  }
  if (fixture.outline === 'rectangle' && fixture.turn % 180 === 0) {
    const [width, height] = [fixture.width * scale, fixture.height * scale]
    const round = Math.min(6, width / 4, height / 4)
    path.roundRect(middle.x - width / 2, middle.y - height / 2, width, height, round)
    return path
  }
  for (const [at, corner] of cornersOf(fixture).entries()) {
    const { x, y } = toScreen({ ...camera, scale, sign }, corner)
    if (at === 0) path.moveTo(x, y)
    else path.lineTo(x, y)
  }
  path.closePath()
  return path
}

/** Draws what is no seat. `isCrowded` = seats stand on it: its text goes to the edge that is away from them. */
export const paintFixture = (
  pen: CanvasRenderingContext2D,
  fixture: Fixture,
  camera: Camera,
  inks: Inks,
  isCrowded: boolean,
): void => {
  const { kind } = fixture
  const path = outlineOf(fixture, camera)
  pen.lineWidth = 1
  pen.setLineDash([])
  pen.strokeStyle = inks.line
  if (kind === 'floor') {
    pen.fillStyle = inks.surface
    pen.fill(path)
    pen.stroke(path)
  } else if (kind === 'stage') {
    pen.fillStyle = inks.sunken
    pen.fill(path)
    pen.stroke(path)
  } else if (kind === 'table') {
    pen.fillStyle = inks.sunken
    pen.strokeStyle = inks.edge
    pen.fill(path)
    pen.stroke(path)
  } else if (kind === 'obstacle') {
    pen.fillStyle = inks.line
    pen.strokeStyle = inks.edge
    pen.fill(path)
    pen.stroke(path)
  } else if (kind === 'door') {
    pen.fillStyle = inks.muted
    pen.fill(path)
  } else if (kind === 'aisle') paintAisle(pen, fixture, camera)
  paintText(pen, fixture, camera, inks, isCrowded)
}

/** A dashed line along its middle. */
const paintAisle = (pen: CanvasRenderingContext2D, fixture: Fixture, camera: Camera): void => {
  const isAcross = fixture.width >= fixture.height
  const angle = (fixture.turn * Math.PI) / 180 + (isAcross ? 0 : Math.PI / 2)
  const half = Math.max(fixture.width, fixture.height) / 2
  const [x, y] = [Math.cos(angle) * half, Math.sin(angle) * half]
  const from = toScreen(camera, { x: fixture.x - x, y: fixture.y - y })
  const to = toScreen(camera, { x: fixture.x + x, y: fixture.y + y })
  pen.setLineDash([4, 4])
  pen.beginPath()
  pen.moveTo(from.x, from.y)
  pen.lineTo(to.x, to.y)
  pen.stroke()
  pen.setLineDash([])
}

const smallestLetter = 7

const paintText = (
  pen: CanvasRenderingContext2D,
  { kind, text, x, y, width, height }: Fixture,
  camera: Camera,
  inks: Inks,
  isCrowded: boolean,
): void => {
  if (text === '') return
  const size = Math.min(kind === 'stage' ? 13 : 12, Math.max(camera.scale * (kind === 'text' ? height : 40), 0))
  if (size < smallestLetter) return
  pen.font = `500 ${size}px ${inks.font}`
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  const middle = toScreen(camera, { x, y })
  const room = width * camera.scale
  const isOutside = kind === 'door' || kind === 'aisle'
  if (!isOutside && kind !== 'text' && pen.measureText(text).width > room - 4) return
  const halfHeight = (height / 2) * camera.scale
  // Doors stand at walls: their name is on the inner side, above the door at the back.
  const down = kind === 'door' ? halfHeight + size * 0.8 : kind === 'aisle' ? size * 0.9 : 0
  const up = isCrowded ? -camera.sign * (halfHeight - size * 0.9) : 0
  pen.fillStyle = inks.muted
  pen.fillText(text, middle.x, middle.y + down + up)
}
