import { describe, expect, test } from 'vitest'
import { aboveMaximum, correctionsOf, excessOf, isOverdue, type MemberNow } from '../../../server/unit-lists/rules.ts'

const planned = (official: number, entered: number, isSent = false) => ({
  ...{ official, guests: 0, entered: { official: entered, guests: 0 }, isSent },
})

describe('a list that was to be sent', () => {
  test('is overdue the day after, as long as the unit has it', () => {
    const states = ['entered', 'returned', 'submitted', 'approved'] as const
    expect(states.map((state) => isOverdue('2020-06-21', state, '2020-06-22'))).toEqual([true, true, false, false])
    expect(isOverdue('2020-06-22', 'entered', '2020-06-22')).toBe(false)
    expect(isOverdue(null, 'entered', '2020-06-22')).toBe(false)
  })
})

describe('more than the quota', () => {
  test('is counted by class: a free place of a guest is none of a delegate', () => {
    expect(excessOf({ official: 10, guests: 2 }, { official: 11, guests: 0 })).toEqual({ official: 1, guests: 0 })
  })

  test('fits as long as the congress has places that no quota holds', () => {
    expect(aboveMaximum(planned(10, 12), [planned(20, 5)], 32)).toBe(0)
    expect(aboveMaximum(planned(10, 12), [planned(20, 5)], 31)).toBe(1)
    expect(aboveMaximum(planned(10, 12), [planned(20, 5)], null)).toBe(0)
  })

  test('of others counts once they sent it, and never against a unit that keeps its quota', () => {
    expect(aboveMaximum(planned(10, 12), [planned(20, 25)], 32)).toBe(0)
    expect(aboveMaximum(planned(10, 12), [planned(20, 25, true)], 32)).toBe(5)
    expect(aboveMaximum(planned(10, 10), [planned(20, 25, true)], 32)).toBe(0)
  })
})

describe('what the congress corrected', () => {
  const member = (id: string, more: Partial<MemberNow> = {}): MemberNow => ({
    ...{ id, name: `Người ${id}`, class: 'official', standing: 'listed', replacesId: null, ...more },
  })
  const submitted = ['a', 'b', 'c', 'd', 'e'].map((id) => member(id))
  const alternate = member('x', { standing: 'alternate' })

  test('is nothing while all is as it was submitted', () => {
    expect(correctionsOf([...submitted, alternate], [...submitted, alternate], new Set())).toEqual([])
  })

  test('tells of each what became of it, and of a replacement once', () => {
    const now = [
      member('a', { standing: 'withdrawn' }),
      member('x', { replacesId: 'a' }),
      member('b', { standing: 'withdrawn' }),
      member('c', { name: 'Người C' }),
      member('f'),
    ]
    expect(correctionsOf([...submitted, alternate], now, new Set(['d']))).toEqual([
      { kind: 'replaced', name: 'Người a', by: 'Người x' },
      { kind: 'withdrawn', name: 'Người b', by: '' },
      { kind: 'changed', name: 'Người c', by: 'Người C' },
      { kind: 'moved', name: 'Người d', by: '' },
      { kind: 'removed', name: 'Người e', by: '' },
      { kind: 'added', name: 'Người f', by: '' },
    ])
  })
})
