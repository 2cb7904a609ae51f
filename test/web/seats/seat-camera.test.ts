import { expect, test } from 'vitest'
import { centred, filling, toScreen, type Camera } from '../../../web/seats/seat-camera.ts'

const bounds = { left: 100, top: 200, right: 2100, bottom: 1200 }
const size = { width: 600, height: 400 }
const corners = (camera: Camera) => {
  const [one, other] = [
    toScreen(camera, { x: bounds.left, y: bounds.top }),
    toScreen(camera, { x: bounds.right, y: bounds.bottom }),
  ]
  return {
    left: Math.min(one.x, other.x),
    right: Math.max(one.x, other.x),
    top: Math.min(one.y, other.y),
    bottom: Math.max(one.y, other.y),
  }
}

test('a seat at an edge is brought into sight with no empty ground beside a hall larger than the window', () => {
  for (const sign of [1, -1] as const) {
    for (const { x, y } of [
      { x: 100, y: 200 },
      { x: 2100, y: 1200 },
      { x: 100, y: 1200 },
      { x: 1100, y: 700 },
    ]) {
      const camera = filling(centred({ scale: 1, x: 0, y: 0, sign }, x, y, size), bounds, size)
      const { left, right, top, bottom } = corners(camera)
      expect(Math.max(left, top, size.width - right, size.height - bottom)).toBeLessThanOrEqual(28)
      const seat = toScreen(camera, { x, y })
      expect(seat.x >= 0 && seat.x <= size.width && seat.y >= 0 && seat.y <= size.height).toBe(true)
    }
  }
})

test('a hall that is smaller than the window stands in its middle', () => {
  const camera = filling(centred({ scale: 0.1, x: 0, y: 0, sign: 1 }, 100, 200, size), bounds, size)
  const { left, right, top, bottom } = corners(camera)
  expect([left + right, top + bottom].map(Math.round)).toEqual([size.width, size.height])
})
