import { describe, expect, test } from 'vitest'
import { readWorkbook } from '../../../server/exchange/reading/read-workbook.ts'
import { fillForm, findPlaces } from '../../../server/outside-forms/fill-form.ts'
import type { FormMarks } from '../../../server/outside-forms/schema.ts'
import { convert, sofficePath } from '../../support/libreoffice.ts'
import { fields, formula, inline, ministryForm, noMarks, partsOf, people, smallForm } from './forms.ts'

const shared = { congress: 'Đại hội Thi đua yêu nước', rowCount: '3' }
const fill = (bytes: Uint8Array, rows = people(3), marks: FormMarks = noMarks) =>
  fillForm({ name: 'mau.xlsx', bytes, marks, fields }, { shared, rows })

/** What stands in each row of a sheet, read by the program's own reader of imports. */
const textsIn = async (bytes: Uint8Array, sheet = 0) =>
  new Map(
    ((await readWorkbook(bytes)).sheets[sheet]?.rows ?? []).map(({ row, cells }) => [
      row,
      cells.map((cell) => cell?.number ?? cell?.text ?? ''),
    ]),
  )

describe('a workbook of others', () => {
  test('is filled row by row, with numbers and days as such, and keeps what stands around', async () => {
    const { bytes } = await fill(ministryForm())
    const rows = await textsIn(bytes)
    expect(rows.get(1)).toEqual(['BÁO CÁO Đại hội Thi đua yêu nước'])
    expect(rows.get(6)?.slice(0, 5)).toEqual([1, 'Nguyễn Văn 1', 'xã Hải Anh', 10, 25_090])
    expect(rows.get(8)?.slice(0, 5)).toEqual([3, 'Nguyễn Văn 3', 'xã Hải Anh', 30, 25_090])
    expect(rows.get(10)?.[0]).toBe('Tổng cộng')
    expect(rows.get(11)).toEqual(['Người lập biểu', '', '', 3])
    const parts = partsOf(bytes)
    expect(parts['xl/worksheets/sheet1.xml']).toContain('<pageSetup paperSize="9" orientation="landscape"/>')
    expect(parts['xl/worksheets/sheet1.xml']).toContain('&amp;CĐại hội Thi đua yêu nước')
    // The name keeps the bold of its first letters, which held the placeholder together with the next.
    expect(parts['xl/worksheets/sheet1.xml']).toContain('<r><rPr><b/></rPr><t>Nguyễn Văn 2</t></r>')
  })

  test('grows its formulas, names, merged cells, conditions, choices and page breaks with the rows', async () => {
    const { bytes, notes } = await fill(ministryForm())
    const { 'xl/worksheets/sheet1.xml': sheet = '', 'xl/worksheets/sheet2.xml': other, ...parts } = partsOf(bytes)
    const formulas = [...sheet.matchAll(/<c r="(\w+)"[^>]*><f>([^<]*)/gu)].map(
      ([, at, text]) => `${at ?? ''} ${text ?? ''}`,
    )
    expect(formulas).toEqual([
      'F6 D6/D$10',
      'F7 D7/D$10',
      'F8 D8/D$10',
      'D10 SUM(D6:D8)',
      'E10 COUNTA(B6:B8)',
      'F10 D6*2',
    ])
    expect(notes).toEqual([{ kind: 'first-row-only', part: 'Mẫu số 1', at: 'F8' }])
    expect(other).toContain("<f>SUM('Mẫu số 1'!D6:D9)</f>")
    expect(sheet).toContain('<mergeCell ref="A11:C11"/>')
    expect(sheet).toContain('<conditionalFormatting sqref="D6:D8">')
    expect(sheet).toContain('<formula>$D6&gt;100</formula>')
    expect(sheet).toContain('sqref="C6:C8"><formula1>$A$10:$A$11</formula1>')
    expect(sheet).toContain('<brk id="9"')
    expect(parts['xl/workbook.xml']).toContain("'Mẫu số 1'!$A$1:$F$11")
    // What the formulas gave before is no longer true: whoever opens it computes.
    expect(parts['xl/workbook.xml']).toContain('<calcPr fullCalcOnLoad="1"/>')
    expect(Object.keys(parts)).not.toContain('xl/calcChain.xml')
    expect(JSON.stringify(parts)).not.toContain('calcChain')
  })

  test.skipIf(sofficePath() === null)(
    'is computed by LibreOffice to what the rows add up to',
    async () => {
      const { bytes } = await fill(ministryForm())
      const { form = new Uint8Array() } = await convert({ form: bytes }, 'xlsx', 'xlsx')
      const rows = await textsIn(form)
      expect(rows.get(10)).toEqual(['Tổng cộng', '', '', 60, 3, 20])
      expect(rows.get(7)?.[5]).toBeCloseTo(1 / 3)
      expect((await textsIn(form, 1)).get(1)).toEqual([60, 'giữ nguyên'])
    },
    120_000,
  )

  test('takes values as they are, whatever they look like', async () => {
    const nasty = ['=cmd()', '+1', '-1', '@x', '<w:p>&amp;', '{{congress}}', '_x0041_', '"><c/>']
    const { bytes } = await fill(
      ministryForm(),
      nasty.map((name, at) => ({ ...people(1)[0], ordinal: String(at + 1), name, total: '' })) as never,
    )
    const rows = await textsIn(bytes)
    expect(nasty.map((_name, at) => rows.get(6 + at)?.[1])).toEqual(nasty)
    expect(partsOf(bytes)['xl/worksheets/sheet1.xml']).not.toMatch(/<f>=?cmd/u)
  })

  test('keeps one empty row where the list is empty', async () => {
    const rows = await textsIn((await fill(ministryForm(), [])).bytes)
    expect(rows.get(6)).toBeUndefined()
    expect(rows.get(8)?.[0]).toBe('Tổng cộng')
  })

  test('is marked in the browser: the file itself has no placeholder', async () => {
    const bytes = smallForm({
      name: 'Biểu',
      rows: [['Đơn vị: ......'], ['TT', 'Họ tên'], [null, null], ['Cộng', formula('COUNTA(B3:B3)')]],
    })
    const marks: FormMarks = {
      texts: [
        { part: 'Biểu', at: 'A1', text: 'Đơn vị: {{congress}}' },
        { part: 'Biểu', at: 'A3', text: '{{ordinal}}' },
        { part: 'Biểu', at: 'B3', text: '{{name}} ({{unit}})' },
        { part: 'Biểu', at: 'D7', text: '{{rowCount}} người' },
      ],
      repeat: { part: 'Biểu', at: '3' },
    }
    const rows = await textsIn((await fill(bytes, people(2), marks)).bytes)
    expect([...rows]).toEqual([
      [1, ['Đơn vị: Đại hội Thi đua yêu nước']],
      [2, ['TT', 'Họ tên']],
      [3, [1, 'Nguyễn Văn 1 (xã Hải Anh)']],
      [4, [2, 'Nguyễn Văn 2 (xã Hải Anh)']],
      [5, ['Cộng']],
      [8, ['', '', '', '3 người']],
    ])
  })

  test('knows a placeholder by what its column is called', async () => {
    const rows = await textsIn(
      (await fill(smallForm({ rows: [[inline('{{ Họ và tên }}'), inline('{{HO TEN}}')]] }), people(1))).bytes,
    )
    expect(rows.get(1)).toEqual(['Nguyễn Văn 1', 'Nguyễn Văn 1'])
  })

  test('says where a placeholder cannot be right, and is not filled', async () => {
    const form = ministryForm((parts) => {
      parts['xl/worksheets/sheet2.xml'] = (parts['xl/worksheets/sheet2.xml'] ?? '').replace(
        '</sheetData>',
        '<row r="4"><c r="A4" t="inlineStr"><is><t>{{tên}} {{name</t></is></c><c r="B4" t="inlineStr"><is><t>{{unit}}</t></is></c><c r="C4"><f>"{{unit}}"</f></c></row></sheetData>',
      )
    })
    const { faults } = await findPlaces({ name: 'mau.xlsx', bytes: form, marks: noMarks, fields })
    expect(faults).toEqual([
      { kind: 'unknown', part: 'Tổng hợp', at: 'A4', text: '{{tên}}' },
      { kind: 'unknown', part: 'Tổng hợp', at: 'A4', text: '{{name' },
      { kind: 'formula', part: 'Tổng hợp', at: 'C4', text: '"{{unit}}"' },
      { kind: 'second-row', part: 'Tổng hợp', at: 'B4', text: '{{unit}}' },
    ])
    await expect(fill(form)).rejects.toMatchObject({ status: 409, code: 'form-faults' })
  })

  test('blames a field that strayed into the head, as the form writes it, and not the row of the list', async () => {
    const form = smallForm({
      rows: [
        ['', inline('{{ Đơn vị }}')],
        [inline('{{name}}'), inline('{{unit}}')],
      ],
    })
    const { repeat, faults } = await findPlaces({ name: 'mau.xlsx', bytes: form, marks: noMarks, fields })
    expect(repeat?.at).toBe('2')
    expect(faults.map(({ kind, at, text }) => [kind, at, text])).toEqual([['second-row', 'B1', '{{ Đơn vị }}']])
  })

  test('is refused with nothing marked, or with a repeated row that is merged with the next', async () => {
    await expect(fill(smallForm({ rows: [['Họ tên']] }))).rejects.toMatchObject({ code: 'form-without-marks' })
    const merged = smallForm({
      rows: [[inline('{{name}}')], ['x']],
      after: '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>',
    })
    const { faults } = await findPlaces({ name: 'mau.xlsx', bytes: merged, marks: noMarks, fields })
    expect(faults).toEqual([{ kind: 'merged', part: 'Sheet1', at: '1', text: '' }])
  })

  test('takes 50,000 rows while others are served, and no more', async () => {
    let served = 0
    const others = setInterval(() => (served += 1), 5)
    const { bytes } = await fill(ministryForm(), people(50_000))
    clearInterval(others)
    expect(served).toBeGreaterThan(5)
    expect(partsOf(bytes)['xl/worksheets/sheet1.xml']).toContain('<c r="D50007"><f>SUM(D6:D50005)</f>')
    await expect(fill(ministryForm(), people(50_001))).rejects.toMatchObject({ code: 'form-too-many-rows' })
  })
})
