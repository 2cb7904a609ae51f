import { expect, test } from 'vitest'
import type { Delegate } from '../../../server/delegates/schema.ts'
import { allColumns, cellsOf, gridColumns, readCells } from '../../../web/delegates/columns.ts'
import { groupsOf, keysOf, marksOf, standingCountOf, unlistedWords } from '../../../web/delegates/groups.ts'
import { widthsOf } from '../../../web/lists/cells.ts'
import '../../../web/words/rest.ts'

const delegate = (more: Partial<Delegate> = {}): Delegate => ({
  ...{ id: 'one', personId: 'person', name: 'Nguyễn Văn An', address: 'Đồng chí', printedName: '', sex: 'male' },
  ...{ birthYear: 1965, birthDate: '1965-05-19', phone: '0912 345 678', email: '', titles: ['AHLĐ', 'NGƯT'] },
  ...{ education: 'Đại học', field: 'Kinh tế', isDirectWorker: true, delegation: 'Huyện Hải Hậu', class: 'official' },
  ...{
    groups: ['Nữ', 'Lãnh đạo'],
    post: 'Chủ tịch',
    workplace: 'xã Hải Anh',
    printedPost: '',
    number: '0001',
    seat: '',
  },
  ...{ door: '', standing: 'listed', presence: null, absenceReason: '', note: '', sendingUnitId: null },
  ...{ answer: 'declined', answerReason: 'Đi công tác', answeredAt: null, replacesId: null, version: 2 },
  ...more,
})

test('what stands in the cells is read as what it was', () => {
  const one = delegate({ presence: 'excused', absenceReason: 'Ốm' })
  const { answer: _answer, ...cells } = cellsOf(one)
  const { values, faults } = readCells(cells)
  expect(faults).toEqual({})
  for (const [name, value] of Object.entries(values)) expect([name, value]).toEqual([name, one[name as keyof Delegate]])
  expect(Object.keys(values).sort()).toEqual(Object.keys(cells).sort())
})

test('an emptied cell says that it is not known', () => {
  const { values } = readCells({ sex: '', birthYear: '', birthDate: '', isDirectWorker: '', class: '', groups: ' ; ' })
  expect(values).toEqual({ sex: null, birthYear: null, birthDate: null, isDirectWorker: null, class: null, groups: [] })
})

test('a whole date in the column of years is taken as a date, words without marks as their code', () => {
  const { values } = readCells({ birthYear: '19/5/1965', sex: 'nu', class: 'khach moi' })
  expect(values).toEqual({ birthDate: '1965-05-19', sex: 'female', class: 'guest' })
})

test('what no column can hold is refused by its name, and nothing is guessed', () => {
  const { values, faults } = readCells({
    birthYear: '20200',
    birthDate: '31/2/1965',
    sex: 'x',
    standing: '',
    post: 'a'.repeat(301),
  })
  expect(values).toEqual({})
  expect(Object.keys(faults)).toEqual(['birthYear', 'birthDate', 'sex', 'standing', 'post'])
})

test('the name is always in the table, and what a delegate answered is only looked at', () => {
  const columns = gridColumns(new Set(['answer']))
  expect(columns.map(({ name, isFixed }) => [name, isFixed])).toEqual([
    ['name', false],
    ['answer', true],
  ])
  expect(gridColumns(new Set(allColumns))).toHaveLength(allColumns.length)
})

test('groups that overlap count somebody in each, what is not said comes last', () => {
  const compare = (one: string, other: string) => one.localeCompare(other, 'vi')
  const people = [delegate(), delegate({ groups: [] }), delegate({ groups: ['Nữ'], class: null })]
  const counts = (by: 'groups' | 'class') => groupsOf(people, by, [], compare).map(({ key, count }) => [key, count])
  expect(counts('groups')).toEqual([
    ['Lãnh đạo', 1],
    ['Nữ', 2],
    ['', 1],
  ])
  expect(counts('class')).toEqual([
    ['official', 2],
    ['', 1],
  ])
  expect(keysOf(delegate({ sex: null, phone: '' }), 'missing')).toEqual(['sex', 'phone'])
  expect(keysOf(delegate(), 'missing')).toEqual(['nothing'])
})

test('who withdrew or stands by is told apart from those on the list, by words', () => {
  const people = [
    ...[delegate(), delegate({ id: 'two', standing: 'withdrawn' }), delegate({ id: 'three', standing: 'withdrawn' })],
    delegate({ id: 'four', standing: 'alternate', class: null }),
  ]
  const counted = (by: 'class' | 'standing') =>
    groupsOf(people, by, [], () => 0).map(({ key, count, unlisted }) => [key, count, unlisted])
  expect(counted('class')).toEqual([
    ['official', 1, '2 đã rút'],
    ['', 0, '1 dự khuyết'],
  ])
  expect(counted('standing')).toEqual([
    ['listed', 1, ''],
    ['alternate', 1, ''],
    ['withdrawn', 2, ''],
  ])
  expect(unlistedWords(standingCountOf(people))).toBe('2 đã rút · 1 dự khuyết')
  expect([...marksOf(people)]).toEqual([
    ['two', { word: 'đã rút', look: 'quiet' }],
    ['three', { word: 'đã rút', look: 'quiet' }],
    ['four', { word: 'dự khuyết', look: 'quiet' }],
  ])
  const [remarked] = [...marksOf(people, ['one', 'two'])]
  expect(remarked).toEqual(['one', { word: 'cần xem lại', look: 'amber' }])
})

test('the column of names has room for what is said beside one', () => {
  const columns = gridColumns(new Set())
  const rows = [{ id: 'two', values: { name: 'Nguyễn Văn An' }, version: 1 }]
  const [bare = 0] = widthsOf(columns, rows, 'vi')
  const [marked = 0] = widthsOf(columns, rows, 'vi', new Map([['two', { word: 'đã rút' }]]))
  expect(marked - bare).toBeGreaterThan(40)
})
