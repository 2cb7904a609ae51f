import { describe, expect, test } from 'vitest'
import { doubtsOfPlace } from '../../../server/congresses/rules/place-doubts.ts'

const cycle = { unitId: 'province', startsOn: '2029-06-01', endsOn: '2030-12-31' }
const levels = [
  { id: 'grassroots', position: 0 },
  { id: 'provincial', position: 1 },
]
const units = [
  { id: 'province', type: 'tỉnh' },
  { id: 'a', type: 'Xã' },
  { id: 'b', type: 'xã' },
  { id: 'c', type: '' },
]
const standing = { id: 'standing', unitId: 'a', levelId: 'grassroots', state: 'planned' as const }

const doubts = (more: object, congresses: (typeof standing)[] = [standing]) =>
  doubtsOfPlace(
    { id: '', unitId: 'b', levelId: 'grassroots', dateFrom: null, dateTo: null, weekOf: null, ...more },
    { cycle, levels, units, congresses },
  )

describe('where a congress is put', () => {
  test('is not doubted inside the cycle, at the level of its like', () => {
    expect(doubts({ dateFrom: '2029-06-01', dateTo: '2029-06-01' })).toEqual([])
    expect(doubts({ dateFrom: '2030-12-31', dateTo: '2030-12-31' })).toEqual([])
  })

  test('is doubted on a day or in a week outside the cycle', () => {
    expect(doubts({ dateFrom: '2001-02-02', dateTo: '2001-02-02' })).toEqual(['outside-cycle'])
    expect(doubts({ dateFrom: '2030-12-31', dateTo: '2031-01-01' })).toEqual(['outside-cycle'])
    expect(doubts({ weekOf: '2028-01-03' })).toEqual(['outside-cycle'])
  })

  test('is doubted for the unit that keeps the road anywhere but at the top', () => {
    expect(doubts({ unitId: 'province' }, [])).toEqual(['top-unit-below'])
    expect(doubts({ unitId: 'province', levelId: 'provincial' })).toEqual([])
  })

  test('is doubted where all of its type meet at another level, and not where its type is unknown or alone', () => {
    expect(doubts({ levelId: 'provincial' })).toEqual(['type-elsewhere'])
    expect(doubts({ levelId: 'provincial' }, [])).toEqual([])
    expect(doubts({ levelId: 'provincial', unitId: 'c' })).toEqual([])
    expect(doubts({ levelId: 'provincial', unitId: 'a' })).toEqual([])
  })
})
