import { describe, expect, test } from 'vitest'
import { indexHall } from '../../../server/halls/rules/indexed.ts'
import { startHall, usualStart } from '../../../server/halls/rules/start.ts'
import { sceneOf, seatNear, seatsWithin } from '../../../web/seats/seat-scene.ts'
import { stepFrom, turnedStep, type Step } from '../../../web/seats/seat-walk.ts'
import { fitted, held, toHall, toScreen, zoomedAt } from '../../../web/seats/seat-camera.ts'

const hallOf = (change: Partial<typeof usualStart> = {}) => {
  let ids = 0
  const words = {
    ...{ stage: 'SÂN KHẤU', floor: 'Tầng một', balcony: 'Ban công', presidium: 'CT', secretariat: 'TK' },
    ...{ block: (letter: string) => `Khối ${letter}`, door: (letter: string) => `Cửa ${letter}` },
  }
  return indexHall(startHall({ ...usualStart, rows: 3, blocks: [2, 3], ...change }, words, () => `p${(ids += 1)}`))
}

const labelled = (change: Partial<typeof usualStart> = {}) => {
  const hall = hallOf({ presidium: 3, secretariat: 0, balconyRows: 1, balconySeats: 2, ...change })
  const scene = sceneOf(hall)
  const at = (label: string) => hall.seats.findIndex((seat) => seat.label === label)
  const walk = (from: string, ...steps: Step[]) =>
    hall.seats[steps.reduce((place, step) => stepFrom(scene, place, step), at(from))]?.label
  return { hall, scene, at, walk }
}

describe('walking through a hall', () => {
  test('goes along a row over aisles and stops at its ends', () => {
    const { walk } = labelled()
    expect(walk('A2', 'right')).toBe('A3')
    expect(walk('A3', 'left')).toBe('A2')
    expect(walk('A1', 'left')).toBe('A1')
    expect(walk('A5', 'right')).toBe('A5')
    expect(walk('B3', 'first')).toBe('B1')
    expect(walk('B3', 'last')).toBe('B5')
  })

  test('goes to the nearest seat of the next row, from the last row to the balcony and onto the stage', () => {
    const { walk, hall, at } = labelled()
    expect(walk('A2', 'down')).toBe('B2')
    expect(walk('C5', 'down')).toBe('Ban công, A2')
    expect(walk('Ban công, A2', 'down')).toBe('Ban công, A2')
    const onStage = walk('A1', 'up')
    expect(hall.seats[at(onStage ?? '')]?.isStage).toBe(true)
    expect(walk(onStage ?? '', 'up')).toBe(onStage)
  })

  test('leaps from level to level', () => {
    const { walk } = labelled()
    expect(walk('C1', 'level-down')).toBe('Ban công, A1')
    expect(walk('Ban công, A1', 'level-up')).toBe('A2')
    expect(walk('Ban công, A1', 'level-down')).toBe('Ban công, A1')
  })

  test('goes the other way where the hall is seen from the stage', () => {
    for (const [step, other] of Object.entries(turnedStep)) expect(turnedStep[other]).toBe(step)
  })
})

describe('what is under a finger', () => {
  test('is the seat there, and none between rows', () => {
    const { hall, scene } = labelled()
    for (const { at, x, y } of hall.seats) expect(seatNear(scene, { x: x + 9, y: y - 9 }, hall.pitch / 2)).toBe(at)
    const [one] = hall.seats.filter(({ label }) => label === 'A1')
    expect(seatNear(scene, { x: one?.x ?? 0, y: (one?.y ?? 0) + 48 }, hall.pitch / 2)).toBe(-1)
  })

  test('of a box is every seat in it, whichever corner was first', () => {
    const { hall, scene } = labelled()
    const { left, top, right, bottom } = hall.bounds
    expect(seatsWithin(scene, { x: right, y: bottom }, { x: left, y: top })).toHaveLength(hall.seats.length)
    expect(seatsWithin(scene, { x: left, y: top }, { x: left, y: top })).toEqual([])
  })
})

describe('the camera', () => {
  const size = { width: 800, height: 600 }

  test.each([1, -1] as const)('shows all of a hall, turned by %i', (sign) => {
    const { bounds, seats } = hallOf()
    const camera = fitted(bounds, size, sign)
    for (const seat of seats) {
      const { x, y } = toScreen(camera, seat)
      expect(x > 0 && y > 0 && x < size.width && y < size.height).toBe(true)
      expect(toHall(camera, { x, y }).x).toBeCloseTo(seat.x)
    }
  })

  test('keeps what is under the pointer where it is while it zooms', () => {
    const camera = fitted(hallOf().bounds, size, 1)
    const before = toHall(camera, { x: 123, y: 321 })
    const after = toHall(zoomedAt(camera, 123, 321, 1.7, 0.01), { x: 123, y: 321 })
    expect(after.x).toBeCloseTo(before.x)
    expect(after.y).toBeCloseTo(before.y)
  })

  test('never loses the hall, however far it is pushed', () => {
    const { bounds } = hallOf()
    const camera = held({ ...fitted(bounds, size, 1), x: 1e6, y: -1e6 }, bounds, size)
    expect(toScreen(camera, { x: bounds.left, y: 0 }).x).toBeLessThan(size.width)
    expect(toScreen(camera, { x: 0, y: bounds.bottom }).y).toBeGreaterThan(0)
  })
})

test('a row bears its name at both ends, however it is bent', () => {
  const { scene, hall } = labelled({ bend: 140, balconyRows: 0 })
  const named = (side: string) => scene.names.filter((name) => name.side === side).map(({ text, y }) => [text, y])
  const ends = ['A', 'B', 'C'].map((row) => {
    const seats = hall.seats.filter(({ label, isStage }) => !isStage && label.startsWith(row))
    return [row, seats.sort((one, other) => one.x - other.x)[0]?.y]
  })
  expect(named('left')).toEqual(ends)
  const outer = named('right').filter((_name, at, all) => at === all.findIndex(([row]) => row === all[at]?.[0]))
  expect(outer.map(([row]) => row)).toEqual(['A', 'B', 'C'])
})

test('a row that bends bears its name beside aisles, too: at their height stands another one outside', () => {
  const bentBy = (bend: number) => labelled({ bend, balconyRows: 0, rows: 3, blocks: [9, 14, 9] })
  const leftOf = ({ scene }: ReturnType<typeof labelled>) => scene.names.filter(({ side }) => side === 'left')
  expect(leftOf(bentBy(0))).toHaveLength(3)
  const { hall } = bentBy(120)
  const bent = leftOf(bentBy(120))
  expect(bent.length).toBeGreaterThan(3)
  for (const { x, y, text } of bent) {
    const beside = hall.seats.filter((seat) => !seat.isStage && Math.hypot(seat.x - x, seat.y - y) < hall.pitch)
    expect(beside.map(({ label }) => label.startsWith(text))).toContain(true)
  }
})
