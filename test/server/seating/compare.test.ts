import { expect, test } from 'vitest'
import { compareSeats } from '../../../server/seating/rules/compare.ts'

test('two plans tell who sits elsewhere, who has a seat in one alone, and leave out who is not on the list', () => {
  const first = new Map([
    ['an', 'A1'],
    ['binh', 'A2'],
    ['chi', 'A3'],
    ['gone', 'A4'],
  ])
  const second = new Map([
    ['an', 'A1'],
    ['binh', 'B7'],
    ['dung', 'A3'],
  ])
  expect(compareSeats(['an', 'binh', 'chi', 'dung', 'em'], first, second)).toEqual({
    elsewhere: [{ id: 'binh', from: 'A2', to: 'B7' }],
    onlyFirst: [{ id: 'chi', seat: 'A3' }],
    onlySecond: [{ id: 'dung', seat: 'A3' }],
    same: 1,
  })
})
