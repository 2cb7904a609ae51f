import { mostCorners, type Fixture } from '../schema.ts'
import type { Place } from './edit.ts'
import { cornersOf } from './indexed.ts'

/** No fixture gets thinner, in centimetres. */
const leastSide = 10
/** Corners of a polygon that is made of an ellipse. */
const roundCorners = 16

/** Which sides a handle of a rectangle takes along, from the upper left corner clockwise, then the middles of the sides. */
const sides: readonly Place[] = [
  { x: -1, y: -1 },
  { x: 1, y: -1 },
  { x: 1, y: 1 },
  { x: -1, y: 1 },
  { x: 0, y: -1 },
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: -1, y: 0 },
]

/** By degrees clockwise. */
const turned = ({ x, y }: Place, degrees: number): Place => {
  const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
  return { x: x * cosine - y * sine, y: x * sine + y * cosine }
}

/**
 * Where a fixture can be taken hold of: its corners, then the middles of its sides, in centimetres of the drawing. The
 * middle of a polygon's side becomes a corner.
 */
export const handlesOf = (fixture: Fixture): Place[] => {
  const corners = cornersOf(fixture)
  const middles = corners.map((corner, at) => {
    const next = corners[(at + 1) % corners.length] ?? corner
    return { x: (corner.x + next.x) / 2, y: (corner.y + next.y) / 2 }
  })
  const isFull = fixture.outline === 'polygon' && corners.length >= mostCorners
  return isFull ? corners : [...corners, ...middles]
}

/** A fixture of which a handle was brought to a place; the other side stays where it is. */
export const shapedTo = (fixture: Fixture, handle: number, to: Place): Fixture => {
  const { x, y, turn, width, height } = fixture
  const own = turned({ x: to.x - x, y: to.y - y }, -turn)
  if (fixture.outline === 'polygon') {
    const count = fixture.corners.length
    const corners =
      handle < count ? fixture.corners.with(handle, own) : fixture.corners.toSpliced(handle - count + 1, 0, own)
    return centred({ ...fixture, corners })
  }
  const side = sides[handle] ?? { x: 0, y: 0 }
  const sized = (towards: number, place: number, size: number) =>
    towards === 0 ? size : Math.max(leastSide, Math.round(towards * place + size / 2))
  const size = { width: sized(side.x, own.x, width), height: sized(side.y, own.y, height) }
  const shift = turned({ x: (side.x * (size.width - width)) / 2, y: (side.y * (size.height - height)) / 2 }, turn)
  return { ...fixture, ...size, x: x + shift.x, y: y + shift.y }
}

/** The same fixture with corners that can be moved one by one. */
export const asPolygon = (fixture: Fixture): Fixture => {
  if (fixture.outline === 'polygon') return fixture
  const half = { x: fixture.width / 2, y: fixture.height / 2 }
  const corners =
    fixture.outline === 'rectangle'
      ? sides.slice(0, 4).map(({ x, y }) => ({ x: x * half.x, y: y * half.y }))
      : Array.from({ length: roundCorners }, (_nothing, at) => {
          const { x, y } = turned({ x: 1, y: 0 }, (at / roundCorners) * 360)
          return { x: x * half.x, y: y * half.y }
        })
  return { ...fixture, outline: 'polygon', corners }
}

/** The same polygon without a corner; a triangle stays one. */
export const withoutCorner = (fixture: Fixture, at: number): Fixture =>
  fixture.corners.length <= 3 ? fixture : centred({ ...fixture, corners: fixture.corners.toSpliced(at, 1) })

/** A polygon's place is the middle of what holds its corners, its width and depth those of that box. */
const centred = (fixture: Fixture): Fixture => {
  const [xs, ys] = [fixture.corners.map(({ x }) => x), fixture.corners.map(({ y }) => y)]
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 }
  const shift = turned(middle, fixture.turn)
  return {
    ...fixture,
    ...{ x: fixture.x + shift.x, y: fixture.y + shift.y, width: right - left, height: bottom - top },
    corners: fixture.corners.map(({ x, y }) => ({ x: x - middle.x, y: y - middle.y })),
  }
}
