import { expect, test } from 'vitest'
import { cleanText, foldForSearch, isMatch } from '../../../server/format/search.ts'
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

test('any text of two letters is cleaned and folded as Unicode says', () => {
  const unwanted =
    // eslint-disable-next-line no-control-regex -- these are what is to go
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ue000-\ue002\ufeff\ufff9-\ufffb\p{Cs}\p{Noncharacter_Code_Point}]/gu
  const faults: string[] = []
  for (let code = 0; code < 0x2_0000; code += 1) {
    for (const text of [String.fromCodePoint(code), `Ô${String.fromCodePoint(code)}  \u0323n `]) {
      const plain = text
        .normalize('NFD')
        .replaceAll(/\p{Mn}/gu, '')
        .toLowerCase()
        .replaceAll('đ', 'd')
      const folded = plain.replaceAll(/\s+/gu, ' ').trim()
      const cleaned = text.normalize('NFC').replaceAll('\r\n', '\n').replaceAll(unwanted, '').trim()
      if (foldForSearch(text) !== folded || cleanText(text) !== cleaned) faults.push(text)
    }
  }
  expect(faults).toEqual([])
})
