import { expect, test } from 'vitest'
import { faultOfAlternate, partInPlaceOf } from '../../../server/delegates/rules/replacement.ts'

const gone = {
  ...{ class: 'official' as const, delegation: 'Huyện Hải Hậu', sendingUnitId: 'hải-hậu' },
  ...{ number: '0012', seat: 'A5', door: '' },
}
const nothing = { class: null, delegation: '', sendingUnitId: null, number: '', seat: '', door: '' }

test('only who stands by comes in another’s place', () => {
  expect([null, 'alternate', 'listed', 'withdrawn'].map((each) => faultOfAlternate(each as never))).toEqual([
    ...['alternate-gone', null, 'alternate-listed', 'alternate-withdrawn'],
  ])
})

test('class, unit and delegation go over where nothing else is said; number and seat where it is asked', () => {
  expect(partInPlaceOf(gone, nothing, true)).toEqual(gone)
  expect(partInPlaceOf(gone, nothing, false)).toEqual({ ...gone, number: '', seat: '' })
  const own = {
    class: 'guest' as const,
    delegation: 'Khối khác',
    sendingUnitId: null,
    number: '',
    seat: 'B7',
    door: 'Cửa 2',
  }
  expect(partInPlaceOf(gone, own, false)).toEqual(own)
  expect(partInPlaceOf(gone, own, true)).toEqual({ ...own, number: '0012', seat: 'A5' })
})
