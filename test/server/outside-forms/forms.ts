import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { FormField, FormMarks } from '../../../server/outside-forms/schema.ts'
import { workbookParts, type WrittenSheet, type Written } from '../exchange/workbooks.ts'

const field = (name: string, vi: string, more: Partial<FormField> = {}): FormField => ({
  name,
  labels: { vi, en: name },
  headings: [],
  holds: 'text',
  isOfRow: true,
  ...more,
})

/** Fields of a small list, and two that all rows share. */
export const fields: FormField[] = [
  field('ordinal', 'Số thứ tự', { holds: 'number' }),
  field('name', 'Họ và tên', { headings: ['Họ tên'] }),
  field('unit', 'Đơn vị'),
  field('total', 'Tổng số', { holds: 'number' }),
  field('born', 'Ngày sinh', { holds: 'date' }),
  field('congress', 'Tên hội nghị', { isOfRow: false }),
  field('rowCount', 'Số dòng', { isOfRow: false, holds: 'number' }),
]

export const noMarks: FormMarks = { texts: [], repeat: null }

export const people = (count: number) =>
  Array.from({ length: count }, (_each, at) => ({
    ordinal: String(at + 1),
    name: `Nguyễn Văn ${String(at + 1)}`,
    unit: 'xã Hải Anh',
    total: String((at + 1) * 10),
    born: '09/9/1968',
  }))

/** A cell that holds an inline text. */
export const inline = (text: string, style = 0): Written => ({
  xml: `<c r="@" s="${String(style)}" t="inlineStr"><is><t>${text}</t></is></c>`,
})
export const formula = (text: string, value = '0'): Written => ({ xml: `<c r="@"><f>${text}</f><v>${value}</v></c>` })

/** The form of a ministry: rows 1–8, of which the sixth is to be repeated, with a second sheet that looks at it. */
export const ministryForm = (change: (parts: Record<string, string>) => void = () => undefined): Uint8Array => {
  const head = ['TT', 'Họ và tên', 'Đơn vị', 'Số đại biểu', 'Ngày sinh', 'Tỷ lệ']
  const row: Written[] = [
    inline('{{ordinal}}', 1),
    { xml: '<c r="@" s="2" t="s"><v>0</v></c>' },
    inline('{{unit}}', 2),
    inline('{{total}}', 2),
    inline('{{born}}', 2),
    formula('D6/D$8'),
  ]
  const parts = workbookParts([
    {
      name: 'Mẫu số 1',
      rows: [
        [inline('BÁO CÁO {{congress}}')],
        [inline('Kèm theo công văn &amp; phụ lục')],
        [null],
        head,
        ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
        row,
        [null],
        ['Tổng cộng', null, null, formula('SUM(D6:D6)'), formula('COUNTA(B6)'), formula('D6*2')],
        ['Người lập biểu', null, null, inline('{{rowCount}}')],
      ],
      after:
        '<mergeCells count="3"><mergeCell ref="A1:F1"/><mergeCell ref="B6:B6"/><mergeCell ref="A9:C9"/></mergeCells>' +
        '<conditionalFormatting sqref="D6"><cfRule type="expression" priority="1"><formula>$D6&gt;100</formula></cfRule></conditionalFormatting>' +
        '<dataValidations count="1"><dataValidation type="list" sqref="C6"><formula1>$A$8:$A$9</formula1></dataValidation></dataValidations>' +
        '<pageSetup paperSize="9" orientation="landscape"/><headerFooter><oddFooter>&amp;C{{congress}}</oddFooter></headerFooter>' +
        '<rowBreaks count="1" manualBreakCount="1"><brk id="7" max="16383" man="1"/></rowBreaks>',
    },
    { name: 'Tổng hợp', rows: [[formula("SUM('Mẫu số 1'!D6:D7)"), 'giữ nguyên']] },
  ])
  const texts = Object.fromEntries(Object.entries(parts).map(([path, bytes]) => [path, strFromU8(bytes)]))
  texts['xl/sharedStrings.xml'] =
    '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="1" uniqueCount="1"><si><r><rPr><b/></rPr><t>{{na</t></r><r><t>me}}</t></r></si></sst>'
  texts['xl/_rels/workbook.xml.rels'] = (texts['xl/_rels/workbook.xml.rels'] ?? '').replace(
    '</Relationships>',
    '<Relationship Id="rIdS" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>' +
      '<Relationship Id="rIdC" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>',
  )
  texts['xl/calcChain.xml'] =
    '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="D8" i="1"/></calcChain>'
  texts['xl/workbook.xml'] = (texts['xl/workbook.xml'] ?? '').replace(
    '</workbook>',
    '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">\'Mẫu số 1\'!$A$1:$F$9</definedName></definedNames></workbook>',
  )
  texts['[Content_Types].xml'] = types
  change(texts)
  return zipSync(Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, strToU8(text)])))
}

const content = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const override = (path: string, kind: string) =>
  `<Override PartName="/xl/${path}.xml" ContentType="${content}.${kind}+xml"/>`
const types =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
  override('workbook', 'sheet.main') +
  override('worksheets/sheet1', 'worksheet') +
  override('worksheets/sheet2', 'worksheet') +
  override('styles', 'styles') +
  override('sharedStrings', 'sharedStrings') +
  override('calcChain', 'calcChain') +
  '</Types>'

/** A workbook of these sheets, as small as Excel takes it. */
export const smallForm = (...sheets: WrittenSheet[]): Uint8Array =>
  zipSync({ '[Content_Types].xml': strToU8(types), ...workbookParts(sheets) })

/** The parts of a document as texts. */
export const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]))
