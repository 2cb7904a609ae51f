import { expect, test } from 'vitest'
import { formatNumber } from '../../../server/format/numbers.ts'

test.each([
  [0, '0', '0'],
  [999, '999', '999'],
  [1250, '1.250', '1,250'],
  [20_000, '20.000', '20,000'],
  [1_000_000, '1.000.000', '1,000,000'],
])('%i is written %s and %s', (count, vi, en) => {
  expect([formatNumber(count, 'vi'), formatNumber(count, 'en')]).toEqual([vi, en])
})
