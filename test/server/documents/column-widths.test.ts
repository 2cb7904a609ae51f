import { expect, test } from 'vitest'
import { columnWidths } from '../../../server/documents/rules/column-widths.ts'

/** Each letter is 10 wide. */
const widthOf = (word: string) => word.length * 10
const widths = (columns: [title: string, share: number][], width: number) =>
  columnWidths(
    columns.map(([title, share]) => ({ title, share })),
    { width, padding: 4, widthOf },
  ).map(Math.round)

test('columns have the shares that they are given where every title fits', () => {
  expect(
    widths(
      [
        ['Tên', 3],
        ['Số', 1],
      ],
      200,
    ),
  ).toEqual([150, 50])
})

test('a column is never narrower than the longest word of its title; the others give what it needs', () => {
  expect(
    widths(
      [
        ['Đơn vị', 6],
        ['Khách mời', 1],
        ['Ghi chú', 3],
      ],
      300,
    ),
  ).toEqual([161, 58, 81])
})

test('a column that gave too much is held too', () => {
  expect(
    widths(
      [
        ['Nội dung', 2],
        ['Thời gian', 2.4],
        ['Ghi nhớ', 20],
      ],
      200,
    ),
  ).toEqual([48, 48, 104])
})

test('where not even the words fit, the columns share the room by their words', () => {
  expect(
    widths(
      [
        ['Khách', 1],
        ['Trưởng', 9],
      ],
      63,
    ),
  ).toEqual([29, 34])
})
