import { expect, test } from 'vitest'
import { KeptHall } from '../../../web/seating/kept-hall.ts'
import { aHall } from '../../support/seating.ts'

const readOf = (rows: number) => () => Promise.resolve({ drawing: aHall({ rows }) })
const version = (hallNumber: number) => ({ hallId: 'large', hallNumber })

test('a hall that was drawn anew is shown to all who ask for it at once, and the former one to none', async () => {
  const kept = new KeptHall()
  const before = await kept.of(version(1), readOf(3))
  // The write fetches, and so does the news of it that comes from the server.
  const [own, live] = await Promise.all([kept.of(version(2), readOf(2)), kept.of(version(2), readOf(2))])
  expect(own.seats.length).toBeLessThan(before.seats.length)
  expect(live).toBe(own)
  expect(await kept.of(version(2), readOf(9))).toBe(own)
})

test('another hall with the same number of versions is another hall', async () => {
  const kept = new KeptHall()
  const large = await kept.of(version(1), readOf(3))
  expect(await kept.of({ hallId: 'small', hallNumber: 1 }, readOf(2))).not.toBe(large)
})

test('a hall that could not be read is asked for again', async () => {
  const kept = new KeptHall()
  await expect(kept.of(version(1), () => Promise.reject(new Error('away')))).rejects.toThrow('away')
  expect((await kept.of(version(1), readOf(3))).seats.length).toBeGreaterThan(0)
})
