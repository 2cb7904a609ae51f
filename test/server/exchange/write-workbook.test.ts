import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readWorkbook } from '../../../server/exchange/reading/read-workbook.ts'
import type { Marks } from '../../../server/exchange/writing/looks.ts'
import { writeRows, writeTable, type Table } from '../../../server/exchange/writing/write-workbook.ts'

const partOf = (bytes: Uint8Array, name: string) => new TextDecoder().decode(unzipSync(bytes)[name])
const sheetOf = (bytes: Uint8Array, number = 1) => partOf(bytes, `xl/worksheets/sheet${String(number)}.xml`)
const widthsOf = (xml: string) => [...xml.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width))
const rowTag = (xml: string, row: number) => new RegExp(`<row r="${String(row)}"[^>]*>`).exec(xml)?.[0] ?? ''

const table = (values: Partial<Table>): Table => ({
  name: 'Đơn vị',
  above: [],
  headings: ['Tên đơn vị', 'Mã', 'Số khách mời dự kiến'],
  rows: [],
  choices: new Map(),
  ...values,
})

test('columns are as wide as what stands in them, within what a screen shows', async () => {
  const rows = [
    ['Ban Quản lý các khu công nghiệp', '36', 5],
    ['Xã Hải Anh', '0123456789012', { date: '2020-03-12' }],
  ]
  expect(widthsOf(sheetOf(await writeTable(table({ rows }))))).toEqual([33, 15, 15])
  const long = [['Trung tâm '.repeat(20).trim(), 'a'.repeat(40), null]]
  expect(widthsOf(sheetOf(await writeTable(table({ rows: long }))))).toEqual([42, 42, 15])
})

test('a text longer than its column makes its row higher, and a heading of several words too', async () => {
  const rows = [
    ['Trung tâm '.repeat(20).trim(), null, null],
    ['Xã Hải Anh', null, null],
    ['Tổ 1\nTổ 2', null, null],
  ]
  const xml = sheetOf(await writeTable(table({ rows })))
  const heights = [1, 2, 3, 4].map((row) => Number(/ ht="([\d.]+)"/.exec(rowTag(xml, row))?.[1] ?? 0) / 15.75)
  expect(heights).toEqual([2, 5, 0, 2])
})

test('the headings stay in sight while scrolling and on every printed page', async () => {
  const bytes = await writeTable(table({ name: "Sở & 'ban'", above: ['Mẫu nhập', 'Cột có dấu * phải điền.'] }))
  expect(sheetOf(bytes)).toMatch(/<pane ySplit="3"[^>]* state="frozen"\/>/)
  expect(partOf(bytes, 'xl/workbook.xml')).toContain(`localSheetId="0">'Sở &amp; ''ban'''!$3:$3</definedName>`)
  expect(sheetOf(bytes)).toMatch(/^[^>]*>\s*<worksheet [^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/)
  expect(sheetOf(bytes)).toMatch(/<\/sheetData><pageMargins [^>]*\/><pageSetup [^>]*orientation="landscape"/)
})

test('the lists of what may be chosen are as wide as their words', async () => {
  const bytes = await writeTable(table({ choices: new Map([[1, ['Huyện Hải Hậu / Xã Hải Anh', 'Xã A']]]) }))
  expect(widthsOf(sheetOf(bytes, 2))).toEqual([28])
  expect(sheetOf(bytes)).toMatch(/<\/sheetData><dataValidations count="1">.*<\/dataValidations><pageMargins/)
})

test('rows stand where they stood, with the wrong cells marked and the headings held fast', async () => {
  const none: Marks = new Map()
  const rows = [
    { row: 2, cells: ['DANH SÁCH CÁC ĐƠN VỊ TRỰC THUỘC TỈNH NAM ĐỊNH', null], marks: none },
    { row: 4, cells: ['Tên', 2019], marks: none },
    { row: 6, cells: ['Xã A', null], marks: new Map([[1, 'wrong' as const]]) },
  ]
  const bytes = await writeRows('DS', rows, 4)
  const xml = sheetOf(bytes)
  expect(xml).toContain('<pane ySplit="4"')
  expect(widthsOf(xml)).toEqual([8, 8])
  expect(
    (await readWorkbook(bytes)).sheets[0]?.rows.map(({ row, cells }) => [row, ...cells.map((cell) => cell?.text)]),
  ).toEqual([
    [2, 'DANH SÁCH CÁC ĐƠN VỊ TRỰC THUỘC TỈNH NAM ĐỊNH'],
    [4, 'Tên', '2019'],
    [6, 'Xã A'],
  ])
  const style = Number(/<c r="B6" s="(\d+)"\/>/.exec(xml)?.[1])
  const styles = partOf(bytes, 'xl/styles.xml')
  const fill = Number([...styles.matchAll(/<xf [^>]*fillId="(\d+)"/g)].at(-1)?.[1])
  expect([style > 0, [...styles.matchAll(/<fill>.*?<\/fill>/g)][fill]?.[0]]).toEqual([
    true,
    expect.stringContaining('F6C9C4'),
  ])
})

test('rows under headings far below are not hidden by holding them fast', async () => {
  const rows = [{ row: 30, cells: ['Tên'], marks: new Map() }]
  expect(sheetOf(await writeRows('DS', rows, 30))).not.toContain('<pane')
})

test('rows below headings that are not there are written too', async () => {
  const rows = [{ row: 3, cells: ['Xã A', 12], marks: new Map() }]
  expect((await readWorkbook(await writeRows('DS', rows, 1))).sheets[0]?.rows).toMatchObject([
    { row: 3, cells: [{ text: 'Xã A' }, { text: '12' }] },
  ])
})
