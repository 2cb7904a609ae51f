import { cornersOf, type IndexedHall } from '../../server/halls/rules/indexed.ts'
import { handlesOf } from '../../server/halls/rules/shape.ts'
import type { Fixture } from '../../server/halls/schema.ts'
import { toScreen, type Camera } from './seat-camera.ts'
import type { Inks } from './seat-inks.ts'

/** A fixture that is smaller on the screen, in pixels, has no room for handles: it could not be dragged any more. */
const leastShown = 24
/** Pixels around a handle in which it is taken hold of. */
const reach = 9
const fingerReach = 18

/** The one fixture that is picked; null = none is, or others besides. */
export const pickedFixture = (
  { drawing }: IndexedHall,
  picked: { seats: ReadonlySet<number>; fixtures: ReadonlySet<string> },
): Fixture | null => {
  const [id, ...others] = picked.fixtures
  if (id === undefined || others.length > 0 || picked.seats.size > 0) return null
  for (const { fixtures } of drawing.levels) {
    const found = fixtures.find((fixture) => fixture.id === id)
    if (found) return found
  }
  return null
}

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** What holds a fixture, in centimetres. */
const boxOf = (fixture: Fixture): Box => {
  const corners = cornersOf(fixture)
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)]
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
}

/** The fixture at a place of the ground, or no further from it than `reach` centimetres: of several, the smallest. */
export const fixtureNear = (
  { drawing }: IndexedHall,
  { x, y }: { x: number; y: number },
  reach: number,
): Fixture | null => {
  let found: { fixture: Fixture; area: number } | null = null
  for (const { fixtures } of drawing.levels) {
    for (const fixture of fixtures) {
      const { left, top, right, bottom } = boxOf(fixture)
      if (x < left - reach || x > right + reach || y < top - reach || y > bottom + reach) continue
      const area = (right - left + 2 * reach) * (bottom - top + 2 * reach)
      if (!found || area < found.area) found = { fixture, area }
    }
  }
  return found?.fixture ?? null
}

const hasRoom = (fixture: Fixture, camera: Camera): boolean => {
  const { left, top, right, bottom } = boxOf(fixture)
  return Math.min(right - left, bottom - top) * camera.scale >= leastShown
}

/** The handle at a place of the screen; -1 = none. Corners go before the middles of sides. */
export const handleNear = (
  fixture: Fixture,
  camera: Camera,
  place: { x: number; y: number },
  isFinger: boolean,
): number => {
  if (!hasRoom(fixture, camera)) return -1
  return handlesOf(fixture).findIndex((handle) => {
    const { x, y } = toScreen(camera, handle)
    return Math.hypot(x - place.x, y - place.y) <= (isFinger ? fingerReach : reach)
  })
}

const half = 4

/** Draws the handles of a fixture: squares at its corners, rings where a side can be taken hold of. */
export const paintHandles = (pen: CanvasRenderingContext2D, fixture: Fixture, camera: Camera, inks: Inks): void => {
  if (!hasRoom(fixture, camera)) return
  const corners = cornersOf(fixture).length
  pen.lineWidth = 1.5
  pen.strokeStyle = inks.text
  pen.fillStyle = inks.surface
  for (const [at, handle] of handlesOf(fixture).entries()) {
    const { x, y } = toScreen(camera, handle)
    pen.beginPath()
    if (at < corners) pen.rect(x - half, y - half, 2 * half, 2 * half)
    else pen.arc(x, y, half, 0, Math.PI * 2)
    pen.fill()
    pen.stroke()
  }
}
