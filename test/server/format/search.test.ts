import { expect, test } from 'vitest'
import { isMatch } from '../../../server/format/search.ts'
import { nearestFirst, rankOf, searchBy } from '../../../web/parts/search.ts'

test.each([
  ['Cả tỉnh 20.000 đại biểu', '20000', true],
  ['Cả tỉnh 20.000 đại biểu', '20.000', true],
  ['20,000 delegates', '20.000', true],
  ['20000', '20.000', true],
  ['1.000.000', '1000000', true],
  ['1.000.000', '000000', true],
  ['09/9/2020', '9/9', true],
  ['20.000', '30000', false],
  ['ngày 1.12.2020', '1122020', false],
  ['Nguyễn Văn An', 'an nguyen', true],
])('in «%s» a search for «%s» finds something: %s', (text, query, isFound) => {
  expect(isMatch(text, query)).toBe(isFound)
  expect(rankOf(text, query) !== null).toBe(isFound)
})

test('whole words come before the beginnings of words, and those before scattered letters', () => {
  const halls = ['Nhà văn hóa huyện Mỹ Lộc', 'Nhà văn hóa huyện Vụ Bản', 'Nhà văn hóa huyện Ý Yên']
  expect(searchBy(halls, (hall) => hall, 'nha van hoa y yen')).toEqual([halls[2], halls[0], halls[1]])
  expect(['y yen van hoa', 'y ye van', 'oa uyen'].map((query) => rankOf(halls[2]!, query))).toEqual([5, 6, 7])
})

test('who is called so comes first, then who is but for marks, then whose name goes on', () => {
  const people = ['Trần Thị Bình', 'Nguyễn Trần Thị B', 'Tran Thi B', 'Trần Thị B Minh', 'Trần Thị B']
  expect(searchBy(people, (name) => name, 'Trần Thị B')).toEqual([4, 2, 3, 0, 1].map((at) => people[at]))
  expect(nearestFirst(['Nông dân', 'Lê Văn C'], (name) => name, 'Văn')).toEqual(['Lê Văn C', 'Nông dân'])
})
