import { expect, test } from 'vitest'
import { recordRows } from '../../../server/exchange/headings.ts'
import type { Sheet } from '../../../server/exchange/sheet.ts'

const sheetOf = (...rows: string[][]): Sheet => ({
  name: 'Danh sách',
  rows: rows.map((texts, at) => ({ row: at + 1, cells: texts.map((text) => (text === '' ? null : { text })) })),
  spans: [],
})
const heading = ['STT', 'Họ và tên', 'Năm sinh', 'Đơn vị']
const an = ['1', 'Nguyễn Văn An', '1974', 'Xã Hải Anh']
const binh = ['2', 'Trần Thị Bình', '1969', 'Xã Hải Bắc']

test.each([
  [['Tổng cộng: 25 người']],
  [['', 'Tổng số', '25']],
  [['Tổng cộng: 25 đại biểu.']],
  [['Danh sách này có 25 đồng chí./.']],
  [['', '', '', 'TM. ỦY BAN NHÂN DÂN']],
  [['', '', '', 'T/M Ban Tổ chức']],
  [['Nơi nhận:', '', '', 'KT. CHỦ TỊCH']],
  [['', '', 'Hải Hậu, ngày 05 tháng 6 năm 2020']],
  [['NGƯỜI LẬP BIỂU', '', '', 'THỦ TRƯỞNG ĐƠN VỊ']],
])('«%s» below a list is no record', (below) => {
  expect(recordRows(sheetOf(heading, an, binh, below), 1)).toMatchObject({
    rows: [{ row: 2 }, { row: 3 }],
    passedOver: [4],
  })
})

test('whatever stands below a signature goes with it, what stands between people never', () => {
  const below = [
    ['Nơi nhận:', '', '', 'TM. BAN TỔ CHỨC'],
    ['- Như trên;'],
    ['- Lưu: VT.'],
    ['', '', '', 'Lê Văn Cường'],
  ]
  const odd = ['', 'TM. Ủy ban', '', '']
  expect(recordRows(sheetOf(heading, an, odd, binh, ...below), 1)).toMatchObject({
    rows: [{ row: 2 }, { row: 3 }, { row: 4 }],
    passedOver: [5, 6, 7, 8],
  })
})

test('people of short rows stay, whatever they are called', () => {
  const short = [
    ['Họ và tên', 'Chức vụ'],
    ['Tổng Thị Cộng', 'Chủ tịch'],
    ['Công Văn Tổng', 'Q. Chủ tịch'],
    ['Lê Ký', ''],
  ]
  expect(recordRows(sheetOf(...short), 1)).toMatchObject({ rows: [{ row: 2 }, { row: 3 }, { row: 4 }], passedOver: [] })
})
