import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clockOf, endOfSession, minutesOf, moveItem, timeItems } from '../../../server/programme/rules.ts'

const floating = (durationMinutes: number) => ({ durationMinutes, fixedStart: null })
const fixed = (fixedStart: string, durationMinutes: number) => ({ durationMinutes, fixedStart })
const starts = (startsAt: string, items: Parameters<typeof timeItems>[1]) =>
  timeItems(startsAt, items).map(({ start }) => clockOf(start))

test('each item begins when the one before it ends', () => {
  expect(starts('07:00', [floating(30), floating(20), floating(10)])).toEqual(['07:00', '07:30', '07:50'])
})

test('a fixed item holds its time and the rest follows it', () => {
  const items = [floating(30), fixed('08:00', 10), floating(5)]
  expect(starts('07:00', items)).toEqual(['07:00', '08:00', '08:10'])
  expect(timeItems('07:00', items)[1]).toMatchObject({ gapBefore: 30 })
})

test('an item that runs over a fixed one is told by how much', () => {
  expect(timeItems('07:00', [floating(75), fixed('08:00', 10)])[1]).toMatchObject({ gapBefore: -15 })
})

test('an evening goes on past midnight', () => {
  const items = [floating(90), fixed('00:30', 30)]
  expect(starts('22:30', items)).toEqual(['22:30', '00:30'])
  expect(endOfSession('22:30', items)).toBe(25 * 60)
})

test('a session without items ends when it begins', () => {
  expect(endOfSession('07:30', [])).toBe(minutesOf('07:30'))
})

test('clock and minutes say the same on every minute of a day', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => minutesOf(clockOf(minutes)) === minutes))
})

test('a moved item stands where it was put and nobody is lost', () => {
  const someItems = fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(someItems, fc.nat(), fc.nat(), (items, a, b) => {
      const from = a % items.length
      const to = b % items.length
      const moved = moveItem(items, from, to)
      expect(moved[to]).toBe(items[from])
      expect([...moved].sort()).toEqual([...items].sort())
    }),
  )
})
