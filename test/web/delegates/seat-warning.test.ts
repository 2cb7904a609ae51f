import { expect, test } from 'vitest'
import { warningsOf } from '../../../web/delegates/seat-warning.ts'
import '../../../web/words/rest.ts'

const people = [
  { id: 'an', name: 'Trần An', seat: 'A1', standing: 'listed' },
  { id: 'binh', name: 'Lê Bình', seat: 'A2', standing: 'listed' },
  { id: 'chi', name: 'Vũ Chi', seat: 'A3', standing: 'withdrawn' },
] as const
const told = [
  { delegateId: 'an', seat: 'A1', door: 'A' },
  { delegateId: 'binh', seat: 'A2', door: 'A' },
]

test('a seat that is typed otherwise than the plan has it is told with who has it there', () => {
  expect(warningsOf({ id: 'an', seat: 'A2' }, people, told)).toEqual([
    'Sơ đồ đã công bố xếp người này ở ghế A1.',
    'Theo sơ đồ đã công bố, ghế A2 là của Lê Bình.',
  ])
  expect(warningsOf({ id: 'an', seat: '' }, people, told)).toEqual(['Sơ đồ đã công bố xếp người này ở ghế A1.'])
  expect(warningsOf({ id: 'an', seat: 'A1' }, people, told)).toEqual([])
})

test('without a plan a seat is told that the list gives to another who comes', () => {
  expect(warningsOf({ id: '', seat: 'A2' }, people, [])).toEqual(['Danh sách đang ghi ghế A2 cho Lê Bình.'])
  expect(warningsOf({ id: '', seat: 'A3' }, people, [])).toEqual([])
})
