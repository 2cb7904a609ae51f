import { describe, expect, test } from 'vitest'
import { formatNumber, sharesOf, writeShare } from '../../../server/format/numbers.ts'

test.each([
  [0, '0', '0'],
  [999, '999', '999'],
  [1250, '1.250', '1,250'],
  [20_000, '20.000', '20,000'],
  [1_000_000, '1.000.000', '1,000,000'],
])('%i is written %s and %s', (count, vi, en) => {
  expect([formatNumber(count, 'vi'), formatNumber(count, 'en')]).toEqual([vi, en])
})

describe('shares of a whole', () => {
  const written = (parts: (number | null)[], whole: number) =>
    sharesOf(parts, whole).map((share) => (share === null ? null : writeShare(share, 'en')))

  test.each([
    [
      [1, 1, 1],
      ['33.4%', '33.3%', '33.3%'],
    ],
    // Rounded each for itself these were 100.1%.
    [
      [44, 100, 120, 89],
      ['12.5%', '28.3%', '34%', '25.2%'],
    ],
    [
      [5, 0],
      ['100%', '0%'],
    ],
    [
      [1, 1999],
      ['0%', '100%'],
    ],
  ])('%j make up 100%%', (parts, shares) => {
    const whole = parts.reduce((sum, part) => sum + part, 0)
    expect(written(parts, whole)).toEqual(shares)
    const tenths = sharesOf(parts, whole).map((share) => Math.round(1000 * (share ?? 0)))
    expect(tenths.reduce((sum, each) => sum + each, 0)).toBe(1000)
  })

  test('overlapping, untold, or of nothing are rounded each for itself', () => {
    expect(written([2, 2], 3)).toEqual(['66.7%', '66.7%'])
    expect(written([2, null], 3)).toEqual(['66.7%', null])
    expect(written([0, 0], 0)).toEqual(['0%', '0%'])
  })
})
