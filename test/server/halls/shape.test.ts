import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cornersOf } from '../../../server/halls/rules/indexed.ts'
import { asPolygon, handlesOf, shapedTo, withoutCorner } from '../../../server/halls/rules/shape.ts'
import { mostCorners, type Fixture } from '../../../server/halls/schema.ts'

const stage: Fixture = {
  ...{ id: 'f', kind: 'stage', outline: 'rectangle', text: '', corners: [] },
  ...{ x: 500, y: 200, width: 400, height: 100, turn: 0 },
}
const rounded = (places: readonly { x: number; y: number }[]) =>
  places.map(({ x, y }) => [Math.round(x) || 0, Math.round(y) || 0])

describe('a fixture that is taken hold of', () => {
  test('has a handle at each corner and in the middle of each side', () => {
    expect(rounded(handlesOf(stage))).toEqual([
      ...[
        [300, 150],
        [700, 150],
        [700, 250],
        [300, 250],
      ],
      ...[
        [500, 150],
        [700, 200],
        [500, 250],
        [300, 200],
      ],
    ])
  })

  test('is stretched to where a side or corner is brought, the other side staying', () => {
    expect(shapedTo(stage, 5, { x: 800, y: 999 })).toMatchObject({ x: 550, y: 200, width: 500, height: 100 })
    expect(shapedTo(stage, 0, { x: 200, y: 100 })).toMatchObject({ x: 450, y: 175, width: 500, height: 150 })
    expect(shapedTo(stage, 5, { x: -900, y: 0 })).toMatchObject({ width: 10 })
  })

  test('keeps the corner opposite however it is turned', () => {
    const degrees = fc.integer({ min: -360, max: 360 })
    const place = fc.record({ x: fc.integer({ min: -900, max: 2000 }), y: fc.integer({ min: -900, max: 2000 }) })
    fc.assert(
      fc.property(degrees, place, fc.integer({ min: 0, max: 3 }), (turn, to, handle) => {
        const fixture = { ...stage, turn }
        const opposite = (handle + 2) % 4
        const [before, after] = [fixture, shapedTo(fixture, handle, to)].map((each) => cornersOf(each)[opposite])
        expect(Math.hypot((before?.x ?? 0) - (after?.x ?? 9999), (before?.y ?? 0) - (after?.y ?? 0))).toBeLessThan(0.01)
      }),
      { seed: 2020 },
    )
  })
})

describe('a polygon', () => {
  test('is made of a rectangle or an ellipse without changing where it is', () => {
    const turned = { ...stage, turn: 30 }
    expect(rounded(cornersOf(asPolygon(turned)))).toEqual(rounded(cornersOf(turned)))
    const round = asPolygon({ ...stage, outline: 'ellipse' })
    for (const { x, y } of cornersOf(round)) expect(((x - 500) / 200) ** 2 + ((y - 200) / 50) ** 2).toBeCloseTo(1)
  })

  test('has its corners moved one by one, gets one on a side, and loses one, the others staying', () => {
    for (const turn of [0, 40]) {
      const polygon = asPolygon({ ...stage, turn })
      const [first, second, third, fourth] = rounded(cornersOf(polygon))
      const moved = shapedTo(polygon, 1, { x: 900, y: 50 })
      expect(rounded(cornersOf(moved))).toEqual([first, [900, 50], third, fourth])
      const more = shapedTo(polygon, 4 + 3, { x: 100, y: 220 })
      expect(rounded(cornersOf(more))).toEqual([first, second, third, fourth, [100, 220]])
      expect(rounded(cornersOf(withoutCorner(more, 4)))).toEqual([first, second, third, fourth])
      expect(rounded(cornersOf(withoutCorner(polygon, 0)))).toEqual([second, third, fourth])
    }
    const [widened] = [shapedTo(asPolygon(stage), 1, { x: 900, y: 50 })]
    expect(widened).toMatchObject({ x: 600, y: 150, width: 600, height: 200 })
  })

  test('stays a triangle, and takes no more corners than a drawing may have', () => {
    const triangle = withoutCorner(asPolygon(stage), 0)
    expect(withoutCorner(triangle, 0)).toBe(triangle)
    const corners = Array.from({ length: mostCorners }, (_nothing, at) => ({ x: at, y: at % 7 }))
    expect(handlesOf({ ...asPolygon(stage), corners })).toHaveLength(mostCorners)
  })
})
