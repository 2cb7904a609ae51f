import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readWorkbook } from '../../../server/exchange/reading/read-workbook.ts'
import { formulaAfter, formulaOfPrepared, reachOf } from '../../../server/outside-forms/excel/references.ts'
import { fillForm, findPlaces } from '../../../server/outside-forms/fill-form.ts'
import { convert, sofficePath } from '../../support/libreoffice.ts'
import type { Written } from '../exchange/workbooks.ts'
import { fields, formula, inline, noMarks, partsOf, people, smallForm } from './forms.ts'

const shared = { congress: 'Đại hội Thi đua yêu nước', rowCount: '3' }
const fill = async (bytes: Uint8Array, count: number) =>
  (await fillForm({ name: 'mau.xlsx', bytes, marks: noMarks, fields }, { shared, rows: people(count) })).bytes
const prepared = async (bytes: Uint8Array) =>
  (await findPlaces({ name: 'mau.xlsx', bytes, marks: noMarks, fields })).prepared

/** What stands in each row, read by the program's own reader of imports. */
const rowsIn = async (bytes: Uint8Array) =>
  ((await readWorkbook(bytes)).sheets[0]?.rows ?? []).map(({ row, cells }) => [
    row,
    ...cells.map((cell) => cell?.number ?? cell?.text ?? ''),
  ])

/** Style 1: lines on all sides; 2: no lines; 3: lines as the last row of a table has them. */
const styles =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<borders count="3"><border><left/><right/><top/><bottom/></border>' +
  '<border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border>' +
  '<border><left style="thin"/><right style="thin"/><top/><bottom style="double"/></border></borders>' +
  '<cellXfs><xf/><xf borderId="1"/><xf borderId="0"/><xf borderId="2"/></cellXfs></styleSheet>'
const drawn = (bytes: Uint8Array): Uint8Array => zipSync({ ...unzipSync(bytes), 'xl/styles.xml': strToU8(styles) })
const empty = (style: number): Written => ({ xml: `<c r="@" s="${String(style)}"/>` })
const line = (style: number, number = ''): Written[] => [
  number === '' ? empty(style) : { xml: `<c r="@" s="${String(style)}"><v>${number}</v></c>` },
  empty(style),
  empty(style),
]

/** A form with four rows for its list, the last of which closes the table; then a distance, the total and who signs. */
const ministryRows = drawn(
  smallForm({
    name: 'Biểu 1',
    rows: [
      ['BIỂU 1'],
      ['TT', 'Họ và tên', 'Số đại biểu', 'Lũy kế'],
      [inline('{{ordinal}}', 1), inline('{{name}}', 1), inline('{{total}}', 1), formula('SUM(C$3:C3)')],
      [...line(1, '2'), formula('D3+C4')],
      [...line(1, '3'), formula('D4+C5')],
      [...line(3, '4'), formula('D5+C6')],
      ['Tổng cộng', null, formula('SUM(C3:C6)')],
      [null],
      ['NGƯỜI LẬP BIỂU', null, null],
    ],
    after:
      '<mergeCells count="2"><mergeCell ref="A1:D1"/><mergeCell ref="A9:B9"/></mergeCells>' +
      '<rowBreaks count="1" manualBreakCount="1"><brk id="7" max="16383" man="1"/></rowBreaks>',
  }),
)

describe('rows that a form prepared below the one that is repeated', () => {
  test('are filled before others are put in: nothing moves while there is room', async () => {
    expect(await prepared(ministryRows)).toBe(3)
    const bytes = await fill(ministryRows, 3)
    expect(await rowsIn(bytes)).toEqual([
      [1, 'BIỂU 1'],
      [2, 'TT', 'Họ và tên', 'Số đại biểu', 'Lũy kế'],
      [3, 1, 'Nguyễn Văn 1', 10],
      [4, 2, 'Nguyễn Văn 2', 20],
      [5, 3, 'Nguyễn Văn 3', 30],
      [6, 4],
      [7, 'Tổng cộng'],
      [9, 'NGƯỜI LẬP BIỂU'],
    ])
    const sheet = partsOf(bytes)['xl/worksheets/sheet1.xml'] ?? ''
    expect(formulasOf(sheet)).toEqual(['D3 SUM(C$3:C3)', 'D4 D3+C4', 'D5 D4+C5', 'D6 D5+C6', 'C7 SUM(C3:C6)'])
    expect(sheet).toContain('<mergeCell ref="A9:B9"/>')
    expect(sheet).toContain('<brk id="7"')
  })

  test('stay at the end, with their looks, where the list has more: totals follow right below', async () => {
    const bytes = await fill(ministryRows, 6)
    const rows = await rowsIn(bytes)
    expect(rows.slice(2)).toEqual([
      ...people(6).map(({ name, total }, at) => [3 + at, 1 + at, name, Number(total)]),
      [9, 'Tổng cộng'],
      [11, 'NGƯỜI LẬP BIỂU'],
    ])
    const sheet = partsOf(bytes)['xl/worksheets/sheet1.xml'] ?? ''
    expect(formulasOf(sheet)).toEqual([
      'D3 SUM(C$3:C3)',
      'D4 SUM(C$3:C4)',
      'D5 SUM(C$3:C5)',
      'D6 D5+C6',
      'D7 D6+C7',
      'D8 D7+C8',
      'C9 SUM(C3:C8)',
    ])
    // Only the row that closes the table has its double line.
    expect([...sheet.matchAll(/<c r="(B\d+)" s="3"/gu)].map(([, at]) => at)).toEqual(['B8'])
    expect(sheet).toContain('<mergeCell ref="A11:B11"/>')
    expect(sheet).toContain('<brk id="9"')
  })

  test.each([
    [0, 7],
    [1, 7],
    [4, 7],
    [5, 8],
  ])('of %i persons leave the total in row %i', async (count, totalRow) => {
    const rows = await rowsIn(await fill(ministryRows, count))
    expect(rows.find(([, text]) => text === 'Tổng cộng')?.[0]).toBe(totalRow)
    expect(rows.filter(([, , name]) => String(name).startsWith('Nguyễn'))).toHaveLength(count)
  })

  test.skipIf(sofficePath() === null)(
    'add up in LibreOffice to what the list says',
    async () => {
      for (const count of [3, 6]) {
        const { form = new Uint8Array() } = await convert({ form: await fill(ministryRows, count) }, 'xlsx', 'xlsx')
        const sum = (count * (count + 1) * 10) / 2
        const rows = await rowsIn(form)
        expect(rows.find(([, text]) => text === 'Tổng cộng')?.[3]).toBe(sum)
        expect(rows.find(([, ordinal]) => ordinal === count)?.[4]).toBe(sum)
      }
    },
    120_000,
  )

  test('are those that a formula adds up, where nothing is drawn; a distance above the total is none', async () => {
    const plain = (between: Written[][], sum: string) =>
      smallForm({
        rows: [['Họ tên', 'Số'], [inline('{{name}}'), inline('{{total}}')], ...between, ['Cộng', formula(sum)]],
      })
    expect(await prepared(plain([[null], [null], [null]], 'SUM(B2:B5)'))).toBe(3)
    const bytes = await fill(plain([[null], [null], [null]], 'SUM(B2:B5)'), 6)
    expect((await rowsIn(bytes)).at(-1)).toEqual([8, 'Cộng'])
    expect(partsOf(bytes)['xl/worksheets/sheet1.xml']).toContain('<f>SUM(B2:B7)</f>')
    expect(await prepared(plain([[null], [null], [null]], 'SUM(B2:B2)'))).toBe(0)
    expect(await prepared(plain([[null]], 'SUM(B2:B3)'))).toBe(0)
    expect(await prepared(plain([['……'], ['_____'], ['Ghi chú']], 'SUM(B2:B5)'))).toBe(2)
  })

  test('end where cells are merged over rows, or something else is written', async () => {
    const text = strFromU8(unzipSync(ministryRows)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    const changed = (from: string, to: string) =>
      zipSync({ ...unzipSync(ministryRows), 'xl/worksheets/sheet1.xml': strToU8(text.replace(from, to)) })
    expect(await prepared(changed('<mergeCell ref="A9:B9"/>', '<mergeCell ref="B5:B6"/>'))).toBe(1)
    expect(
      await prepared(changed('<c r="B5" s="1"/>', '<c r="B5" s="1" t="inlineStr"><is><t>II. Xã</t></is></c>')),
    ).toBe(1)
    expect(await prepared(changed('<c r="A4" s="1"><v>2</v></c>', '<c r="A4" s="1"><v>2.5</v></c>'))).toBe(0)
  })
})

const formulasOf = (sheet: string) =>
  [...sheet.matchAll(/<c r="(\w+)"[^>]*><f>([^<]*)/gu)].map(([, at, text]) => `${at ?? ''} ${text ?? ''}`)

test('formulas know the rows that were prepared', () => {
  const growth = { sheet: 'Biểu', row: 7, count: 3, prepared: 4 }
  expect(formulaAfter('SUM(D7)+SUM(D7:D11)+D12', 'Biểu', growth).text).toBe('SUM(D7:D13)+SUM(D7:D13)+D14')
  expect(formulaOfPrepared('D7+D8+D$7+SUM(D$7:D8)', growth).text).toBe('D9+D10+D$7+SUM(D$7:D10)')
  expect(reachOf('SUM(D5:D9)+SUM(D8:D20)+Khác!D1:D30', 'Biểu', growth)).toBe(9)
})
