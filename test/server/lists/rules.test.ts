import { expect, test } from 'vitest'
import { arrange } from '../../../server/lists/rules.ts'

test('rows that have a place keep it and others go between them', () => {
  expect(arrange([1024, null, 2048])).toEqual([1024, 1536, 2048])
  expect(arrange([null, 1024])).toEqual([511, 1024])
  const [first = 0, second = 0, third = 0] = arrange([1024, null, null])
  expect(first).toBe(1024)
  expect(first < second && second < third).toBe(true)
})

test('without room between them, or out of order, all get new places', () => {
  expect(arrange([0, null, 1])).toEqual([1024, 2048, 3072])
  expect(arrange([2048, 1024])).toEqual([1024, 2048])
  expect(arrange([])).toEqual([])
})
