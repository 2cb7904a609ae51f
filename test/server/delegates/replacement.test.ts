import { expect, test } from 'vitest'
import { faultOfAlternate, leadingOf, ledAfter, partInPlaceOf } from '../../../server/delegates/rules/replacement.ts'

const gone = {
  ...{ class: 'official' as const, delegation: 'Huyện Hải Hậu', sendingUnitId: 'hải-hậu' },
  ...{ number: '0012', seat: 'A5', door: '', groups: ['Nữ'] },
}
const nothing = { class: null, delegation: '', sendingUnitId: null, number: '', seat: '', door: '', groups: [] }

test('only who stands by comes in another’s place', () => {
  expect([null, 'alternate', 'listed', 'withdrawn'].map((each) => faultOfAlternate(each as never))).toEqual([
    ...['alternate-gone', null, 'alternate-listed', 'alternate-withdrawn'],
  ])
})

test('class, unit and delegation go over where nothing else is said; number, seat and structure groups where it is asked', () => {
  expect(partInPlaceOf(gone, nothing, true)).toEqual(gone)
  expect(partInPlaceOf(gone, nothing, false)).toEqual({ ...gone, number: '', seat: '', groups: [] })
  const own = {
    class: 'guest' as const,
    delegation: 'Khối khác',
    sendingUnitId: null,
    number: '',
    seat: 'B7',
    door: 'Cửa 2',
    groups: ['Trẻ'],
  }
  expect(partInPlaceOf(gone, own, false)).toEqual(own)
  expect(partInPlaceOf(gone, own, true)).toEqual({ ...own, number: '0012', seat: 'A5' })
})

const delegation = { name: 'Huyện Hải Hậu', headId: 'an', deputyId: 'bình', liaison: 'Nguyễn Văn An', liaisonPhone: '' }
const an = { id: 'an', name: 'Nguyễn Văn An', phone: '0912 345 678', delegation: 'Huyện Hải Hậu' }

test('a delegation is led by id, and its liaison is the member of that name whose telephone is no other', () => {
  expect(leadingOf(delegation, an)).toEqual(['head', 'liaison'])
  expect(leadingOf({ ...delegation, liaisonPhone: '0912.345.678' }, an)).toEqual(['head', 'liaison'])
  expect(leadingOf({ ...delegation, liaisonPhone: '0987 654 321' }, an)).toEqual(['head'])
  expect(leadingOf({ ...delegation, name: 'Khối khác' }, { ...an, id: 'other' })).toEqual([])
  expect(leadingOf(delegation, { ...an, id: 'bình', name: 'Trần Thị Bình' })).toEqual(['deputy'])
})

test('a deputy who comes in the place of the head is no deputy any more', () => {
  const cuong = { id: 'cường', name: 'Lê Văn Cường', phone: '0900 000 000' }
  const { name: _name, ...led } = delegation
  expect(ledAfter(delegation, ['head'], cuong)).toEqual({ ...led, headId: 'cường' })
  expect(ledAfter(delegation, ['head', 'liaison'], { ...cuong, id: 'bình' })).toEqual({
    ...{ headId: 'bình', deputyId: null, liaison: 'Lê Văn Cường', liaisonPhone: '0900 000 000' },
  })
  const long = `${cuong.phone} / `.repeat(6)
  expect(ledAfter(delegation, ['liaison'], { ...cuong, phone: long }).liaisonPhone).toBe('0900 000 000')
})
