import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOfGuestsAlone, judgeAim, scaledAims, spread, type Sharing } from '../../../server/quotas/rules.ts'
import type { Aim } from '../../../server/quotas/schema.ts'

const rowsOf = (...weights: number[]): Sharing[] => weights.map((weight, at) => ({ id: String(at), weight, floor: 0 }))
const sharesOf = (rows: readonly Sharing[], total: number, minimum = 0) => [
  ...(spread(rows, total, minimum).shares?.values() ?? []),
]

describe('a total is spread over units', () => {
  test('by weight, what is left over going to the largest remainders', () => {
    // 10 seats over 7:2:1 of 11 are 7; over 5:3:2 remainders decide.
    expect(sharesOf(rowsOf(50, 30, 20), 10)).toEqual([5, 3, 2])
    expect(sharesOf(rowsOf(41, 29, 17, 13), 10)).toEqual([4, 3, 2, 1])
  })

  test('of equal remainders the larger weight comes first, then the order of the board', () => {
    expect(sharesOf(rowsOf(1, 1, 1), 4)).toEqual([2, 1, 1])
    expect(sharesOf(rowsOf(1, 3), 2)).toEqual([0, 2])
  })

  test('whoever has no weight gets the minimum; where nobody has one all get the same', () => {
    expect(sharesOf(rowsOf(0, 100), 20, 2)).toEqual([2, 18])
    expect(sharesOf(rowsOf(0, 0, 0), 9)).toEqual([3, 3, 3])
  })

  test('nobody falls below those who were entered', () => {
    const rows = [
      { id: 'a', weight: 1, floor: 9 },
      { id: 'b', weight: 9, floor: 0 },
    ]
    expect([...(spread(rows, 10, 0).shares ?? [])]).toEqual([
      ['a', 9],
      ['b', 1],
    ])
  })

  test('a total that does not reach for the minimum of each is refused, and how many are missing is said', () => {
    expect(spread(rowsOf(1, 1, 1), 5, 2)).toEqual({ shares: null, missing: 1 })
  })

  const rows = fc
    .array(fc.tuple(fc.nat(20_000), fc.nat(12)), { minLength: 1, maxLength: 60 })
    .map((all) => all.map(([weight, floor], at): Sharing => ({ id: String(at), weight, floor })))

  test('always sums to the total, always keeps what each gets at least, and is the same each time', () => {
    fc.assert(
      fc.property(rows, fc.nat(3000), fc.nat(6), (all, total, minimum) => {
        const least = all.map(({ floor }) => Math.max(floor, minimum))
        const needed = least.reduce((sum, each) => sum + each, 0)
        const outcome = spread(all, total, minimum)
        if (needed > total) {
          expect(outcome).toEqual({ shares: null, missing: needed - total })
          return
        }
        const shares = all.map(({ id }) => outcome.shares?.get(id) ?? -1)
        expect(shares.reduce((sum, each) => sum + each, 0)).toBe(total)
        for (const [at, share] of shares.entries()) expect(share).toBeGreaterThanOrEqual(least[at] ?? 0)
        expect(spread(structuredClone(all), total, minimum)).toEqual(outcome)
      }),
    )
  })

  test('without a minimum gives everybody the exact share, rounded up or down', () => {
    fc.assert(
      fc.property(rows, fc.nat(3000), (all, total) => {
        const free = all.map((row) => ({ ...row, floor: 0 }))
        const sum = free.reduce((together, { weight }) => together + weight, 0)
        const { shares } = spread(free, total, 0)
        for (const { id, weight } of free) {
          const exact = sum === 0 ? total / free.length : (total * weight) / sum
          expect(Math.abs((shares?.get(id) ?? -1) - exact)).toBeLessThan(1)
        }
      }),
    )
  })

  test('never gives less to the larger of two that have the same floor', () => {
    fc.assert(
      fc.property(rows, fc.nat(3000), fc.nat(4), (all, total, minimum) => {
        const free = all.map((row) => ({ ...row, floor: 0 }))
        const { shares } = spread(free, total, minimum)
        if (!shares) return
        const ordered = free.toSorted((a, b) => a.weight - b.weight)
        for (const [at, row] of ordered.entries()) {
          const next = ordered[at + 1]
          if (next && next.weight > row.weight)
            expect(shares.get(next.id)).toBeGreaterThanOrEqual(shares.get(row.id) ?? 0)
        }
      }),
    )
  })
})

describe('an aim', () => {
  const aim = (more: Partial<Aim>): Aim => ({
    ...{ attribute: 'women', value: '', op: 'at-least', amount: 30, isPercent: true },
    ...more,
  })

  test('says how many are missing to the percent, and how many are too many', () => {
    expect(judgeAim(aim({}), 27, 100)).toEqual({ wanted: 30, missing: 3, excess: 0 })
    expect(judgeAim(aim({}), 31, 101)).toEqual({ wanted: 31, missing: 0, excess: 0 })
    expect(judgeAim(aim({ op: 'at-most', amount: 10 }), 12, 99)).toEqual({ wanted: 9, missing: 0, excess: 3 })
    expect(judgeAim(aim({ amount: 6, isPercent: false }), 4, 20)).toEqual({ wanted: 6, missing: 2, excess: 0 })
  })

  test('takes 30% of 10 as 3, and 7% of 100 as 7, whatever floating point says', () => {
    expect(judgeAim(aim({ amount: 30 }), 0, 10).wanted).toBe(3)
    expect(judgeAim(aim({ amount: 7 }), 0, 100).wanted).toBe(7)
    expect(judgeAim(aim({ amount: 7, op: 'at-most' }), 0, 100).wanted).toBe(7)
  })
})

describe('aims follow the places of their unit', () => {
  const women = (amount: number, more: Partial<Aim> = {}): Aim => ({
    ...{ attribute: 'women', value: '', op: 'at-least', amount, isPercent: false },
    ...more,
  })
  const amountOf = (aim: Aim, now: number, then: number) => scaledAims([aim], now, then)[0]?.amount

  test('in their share, up where so many are wanted and down where no more may come', () => {
    expect(amountOf(women(10), 31, 38)).toBe(13)
    expect(amountOf(women(3), 10, 20)).toBe(6)
    expect(amountOf(women(3, { op: 'at-most' }), 10, 15)).toBe(4)
  })

  test('never ask for more than may come, and percents and units without places stay as they are', () => {
    expect(amountOf(women(4), 13, 1)).toBe(1)
    expect(amountOf(women(30, { isPercent: true }), 13, 1)).toBe(30)
    expect(amountOf(women(4), 0, 9)).toBe(4)
  })
})

describe('a row that is a group of guests alone', () => {
  const row = (unitId: string | null, allowed: [number, number], entered: [number, number]) => {
    const [official, guests] = allowed
    return { unitId, official, guests, entered: { official: entered[0], guests: entered[1] } }
  }

  test('is no unit, and has guests, allowed or entered, but no official delegate', () => {
    expect(isOfGuestsAlone(row(null, [0, 13], [0, 13]))).toBe(true)
    expect(isOfGuestsAlone(row(null, [0, 13], [0, 0]))).toBe(true)
    expect(isOfGuestsAlone(row(null, [0, 0], [0, 2]))).toBe(true)
  })

  test('a unit, a block with official delegates, and a block to which nobody was given yet are none', () => {
    expect(isOfGuestsAlone(row('unit', [0, 13], [0, 13]))).toBe(false)
    expect(isOfGuestsAlone(row(null, [9, 13], [0, 13]))).toBe(false)
    expect(isOfGuestsAlone(row(null, [0, 13], [1, 13]))).toBe(false)
    expect(isOfGuestsAlone(row(null, [0, 0], [0, 0]))).toBe(false)
  })
})
