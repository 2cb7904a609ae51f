import { expect, test } from 'vitest'
import { drawnInEnglish } from '../../../server/halls/rules/drawn-words.ts'

test.each([
  ['SÂN KHẤU', 'STAGE'],
  ['Hàng nhận thưởng', 'Award row'],
  ['Cửa A', 'Door A'],
  ['Cửa số 2', 'Door 2'],
  ['Khối A', 'Block A'],
  ['Bàn 12', 'Table 12'],
  ['Bàn 12-3', 'Table 12-3'],
  ['Ban công, A12', 'Balcony, A12'],
  ['Tầng hai, Khối B, C7', 'Second floor, Block B, C7'],
  // Bodies and places that people named.
  ['Khối doanh nghiệp', 'Khối doanh nghiệp'],
  ['Cửa phụ phía sau sân khấu', 'Cửa phụ phía sau sân khấu'],
  ['A12', 'A12'],
  ['', ''],
])('«%s» is called %s in English', (text, english) => {
  expect(drawnInEnglish(text)).toBe(english)
})
