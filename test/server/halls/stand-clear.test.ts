import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawnWords } from '../../../server/halls/rules/drawn-words.ts'
import { addBlock, addTable, type Added } from '../../../server/halls/rules/edit-add.ts'
import { usualNumbering } from '../../../server/halls/rules/numbering.ts'
import { standClear } from '../../../server/halls/rules/stand-clear.ts'
import { startHall, usualStart } from '../../../server/halls/rules/start.ts'
import type { HallDrawing, Seat } from '../../../server/halls/schema.ts'

let ids = 0
const newId = () => `n${(ids += 1)}`
const hall = startHall({ ...usualStart, rows: 6, blocks: [8, 10] }, drawnWords, newId)
const [floor] = hall.levels
const levelId = floor?.id ?? ''
const stage = floor?.fixtures.find(({ kind }) => kind === 'stage')
const block = {
  ...{ rows: 3, seats: 6, seatPitch: 55, rowPitch: 95, bend: 0, name: '', isStage: false, numbering: usualNumbering },
}
const seatsOf = ({ levels }: HallDrawing): Seat[] =>
  levels.flatMap(({ blocks }) => blocks.flatMap(({ rows }) => rows.flatMap(({ seats }) => seats)))
/** Seats that are new, and those that were there before. */
const parted = ({ drawing, picked }: Added) => ({
  fresh: seatsOf(drawing).filter(({ id }) => picked.seats.has(id)),
  others: seatsOf(drawing).filter(({ id }) => !picked.seats.has(id)),
})
const nearest = (added: Added): number => {
  const { fresh, others } = parted(added)
  return Math.min(...fresh.flatMap((one) => others.map(({ x, y }) => Math.hypot(one.x - x, one.y - y))))
}
const middle = (added: Added) => {
  const { fresh } = parted(added)
  const [xs, ys] = [fresh.map(({ x }) => x), fresh.map(({ y }) => y)]
  return { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 }
}
const isOnStage = ({ x, y }: { x: number; y: number }) =>
  stage !== undefined && Math.abs(x - stage.x) < stage.width / 2 && Math.abs(y - stage.y) < stage.height / 2

describe('what is added', () => {
  test('stays where it was wished on free floor', () => {
    const wish = { x: 0, y: 9000 }
    const added = addBlock(hall, levelId, wish, block, newId)
    expect(standClear(hall, added, false)).toBe(added)
    expect(middle(added)).toEqual(wish)
  })

  test('goes aside where anything stands, no seat beneath another, wherever it was wished', () => {
    const anywhere = fc.integer({ min: -3000, max: 5000 })
    fc.assert(
      fc.property(anywhere, anywhere, fc.boolean(), (x, y, isRound) => {
        const table = { name: 'Bàn 1', isRound, seats: 8 }
        for (const added of [
          addBlock(hall, levelId, { x, y }, block, newId),
          addTable(hall, levelId, { x, y }, table, newId),
        ]) {
          const clear = standClear(hall, added, false)
          expect(nearest(clear)).toBeGreaterThanOrEqual(70)
          expect(parted(clear).others).toEqual(seatsOf(hall))
          expect(parted(clear).fresh.some(isOnStage)).toBe(false)
        }
      }),
      { seed: 2020, numRuns: 60 },
    )
  })

  test('goes no further than it must', () => {
    const seats = seatsOf(hall).filter((seat) => !isOnStage(seat))
    const back = Math.max(...seats.map(({ y }) => y))
    const xs = seats.map(({ x }) => x)
    const x = (Math.min(...xs) + Math.max(...xs)) / 2
    const clear = standClear(hall, addBlock(hall, levelId, { x, y: back }, block, newId), false)
    expect(nearest(clear)).toBeGreaterThanOrEqual(70 + 80)
    const front = Math.min(...parted(clear).fresh.map((seat) => seat.y))
    expect(front - back).toBeLessThan(70 + 80 + 2 * 25)
    expect(Math.abs(middle(clear).x - x)).toBeLessThanOrEqual(25)
  })

  test('stands on the stage if it belongs there, besides its tables', () => {
    const row = { ...block, rows: 1, seats: 5, isStage: true }
    const clear = standClear(hall, addBlock(hall, levelId, { x: 0, y: 9000 }, row, newId), true)
    expect(parted(clear).fresh.every(isOnStage)).toBe(true)
    expect(nearest(clear)).toBeGreaterThanOrEqual(70)
  })
})
