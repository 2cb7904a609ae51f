import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { guessContent, sheetOf } from '../../../server/exchange/content.ts'
import { namesOfKind } from '../../../server/exchange/field-names.ts'
import { guessColumns } from '../../../server/exchange/headings.ts'
import { readWorkbook } from '../../../server/exchange/reading/read-workbook.ts'
import type { Sheet } from '../../../server/exchange/sheet.ts'
import { createUnitNames } from '../../../server/exchange/unit-names.ts'

const folder = new URL('../../../../shared/inputs/imports/', import.meta.url)
const isThere = existsSync(folder)
const open = (name: string) => readWorkbook(readFileSync(new URL(name, folder)))

test.skipIf(!isThere)('workbooks that other offices made are read, sheet by sheet', async () => {
  const names = ['evap-invalid_user_import', 'evap-sample', 'evap-sample_user', 'evap-valid_user_import']
  const sizes = names.map(async (name) =>
    (await open(`${name}.xlsx`)).sheets.map((sheet) => `${sheet.name} ${String(sheet.rows.length)}`),
  )
  expect(await Promise.all(sizes)).toEqual([
    ['Sheet1 2'],
    ['MA Belegungen 2', 'BA Belegungen 2'],
    ['Users 3'],
    ['Users 3'],
  ])
})

test.skipIf(!isThere)('what holds no known heading is not guessed at', async () => {
  const content = guessContent(await open('evap-invalid_user_import.xlsx'), 'units', namesOfKind('units', new Map()))
  expect([content.headerRow, content.columns.filter(Boolean)]).toEqual([1, []])
})

test.skipIf(!isThere)('a thousand messy lines of a text table keep their columns', async () => {
  const [sheet] = (await open('febrl-dataset1.csv')).sheets
  expect(sheet?.rows.length).toBe(1001)
  expect(sheet?.rows.filter(({ cells }) => cells.length !== 11).map(({ row }) => row)).toEqual([])
  expect(
    sheet?.rows.filter(({ row, cells }) => row > 1 && !/^rec-\d+-(org|dup-0)$/.test(cells[0]?.text ?? '')),
  ).toEqual([])
})

const sheetWith = (rows: string[][]): Sheet => ({
  name: 'a',
  spans: [],
  rows: rows.map((texts, index) => ({ row: index + 1, cells: texts.map((text) => (text === '' ? null : { text })) })),
})
const fieldsUnder = (headings: string[]) =>
  guessColumns(sheetWith([headings]), 1, namesOfKind('units', new Map([['ten goi', 'name']])))

test.each([
  [
    ['TÊN ĐƠN VỊ *', 'mã đơn vị', 'Biên chế (người)', 'Điện thoại'],
    ['name', 'code', 'staffNumber', 'contactPhone'],
  ],
  [
    ['Tên đơn vị', 'Đơn vị'],
    ['name', null],
  ],
  [
    ['Ten don vi', 'Khoi thi dua', 'SDT'],
    ['name', 'block', 'contactPhone'],
  ],
  [
    ['Tên gọi', 'Số CBCCVC'],
    ['name', 'staffNumber'],
  ],
  [
    ['Huyện, thành phố', 'Đơn vị hành chính'],
    ['parent', null],
  ],
])('%j are understood as %j', (headings, fields) => {
  expect(fieldsUnder(headings)).toEqual(fields)
})

test('the headings are found below titles, and without merged cells in two rows', () => {
  const sheet = sheetWith([
    ['UBND TỈNH', '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['Đơn vị: Sở Nội vụ'],
    ['STT', 'Tên đơn vị', 'Người liên hệ', ''],
    ['', '', 'Họ tên', 'SĐT'],
    ['1', 'Xã A', 'An', '09'],
  ])
  const workbook = {
    sheets: [sheet],
    hiddenSheets: 0,
    formulas: { taken: 0, without: 0 },
    columnsLeftOut: 0,
    encoding: null,
  }
  const content = guessContent(workbook, 'units', namesOfKind('units', new Map()))
  expect([content.headerRow, content.columns]).toEqual([4, [null, 'name', 'contactName', 'contactPhone']])
  expect(sheetOf(content)).toBe(sheet)
})

test('a unit is told by the shortest text that finds it alone', () => {
  const unit = (id: string, name: string, parentId: string | null, code = '') => ({ id, name, parentId, code })
  const names = createUnitNames([
    unit('1', 'Tỉnh Nam Định', null),
    unit('2', 'Huyện Một', '1'),
    unit('3', 'Huyện Hai', '1'),
    unit('4', 'Xã Tân Tiến', '2'),
    unit('5', 'Xã Tân Tiến', '3'),
    unit('6', 'Xã Yên Đồng', '3'),
    unit('7', 'Xã Yên Đông', '3'),
    unit('8', 'Tỉnh Nam Định', '3', 'TND'),
  ])
  expect(['1', '4', '5', '6', '7', '8'].map((id) => names.label(id))).toEqual([
    'Tỉnh Nam Định',
    'Huyện Một / Xã Tân Tiến',
    'Huyện Hai / Xã Tân Tiến',
    'Xã Yên Đồng',
    'Xã Yên Đông',
    'Huyện Hai / Tỉnh Nam Định',
  ])
  expect([names.find('xa yen dong'), names.find('tnd'), names.find('huyện hai/xã  tân tiến')]).toEqual([
    ['6', '7'],
    ['8'],
    ['5'],
  ])
})
