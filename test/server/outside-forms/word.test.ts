import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { fillForm, findPlaces } from '../../../server/outside-forms/fill-form.ts'
import { checkParts, openPackage } from '../../../server/outside-forms/package.ts'
import type { FormMarks } from '../../../server/outside-forms/schema.ts'
import { convert, hasWriter } from '../../support/libreoffice.ts'
import { readWord } from '../documents/read-word.ts'
import { fields, noMarks, people } from './forms.ts'

const shared = { congress: 'Đại hội Thi đua yêu nước', rowCount: '3' }
const fill = (bytes: Uint8Array, rows = people(3), marks: FormMarks = noMarks) =>
  fillForm({ name: 'mau.docx', bytes, marks, fields }, { shared, rows })
const facts = (bytes: Uint8Array, marks = noMarks) => findPlaces({ name: 'mau.docx', bytes, marks, fields })

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const run = (text: string, looks = '') => `<w:r>${looks}<w:t xml:space="preserve">${text}</w:t></w:r>`
const p = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`
const cell = (...inside: string[]) => `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${inside.join('')}</w:tc>`
const row = (...cells: string[]) => `<w:tr w14:paraId="1A2B3C4D">${cells.join('')}</w:tr>`
const bold = '<w:rPr><w:b/></w:rPr>'

/** A document of others; `body` stands in it as it is. */
const documentOf = (body: string): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/header" Target="header1.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${main}" xmlns:r="${office}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w:body>${body}<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`,
    ),
    'word/header1.xml': strToU8(`<w:hdr xmlns:w="${main}">${p(run('{{congress}}'))}</w:hdr>`),
  })

const table = (repeated: string) =>
  `<w:tbl><w:tblPr/><w:tblGrid/>${row(cell(p(run('TT'))), cell(p(run('Họ và tên'))))}${repeated}</w:tbl>`
const listRow = row(
  cell(p(run('{{ordinal}}'))),
  cell(p(run('{{na', bold), '<w:proofErr w:type="spellStart"/>', run('me'), run('}}, {{unit}}'))),
)
const form = documentOf(
  p(run('Kính gửi: {{con'), run('gress}}', bold)) + table(listRow) + p(run('Tổng số: {{rowCount}}')),
)

describe('a document of others', () => {
  test('is filled, its row repeated, though placeholders are split over runs', async () => {
    const { bytes } = await fill(form)
    const { paragraphs, around, files } = readWord(bytes)
    expect(paragraphs).toEqual([
      'Kính gửi: Đại hội Thi đua yêu nước',
      ...['TT', 'Họ và tên'],
      ...['1', 'Nguyễn Văn 1, xã Hải Anh'],
      ...['2', 'Nguyễn Văn 2, xã Hải Anh'],
      ...['3', 'Nguyễn Văn 3, xã Hải Anh'],
      'Tổng số: 3',
    ])
    expect(around).toEqual(['Đại hội Thi đua yêu nước'])
    // A value has the looks of the letter with which its placeholder began.
    expect(files['word/document.xml']).toContain(`${bold}<w:t xml:space="preserve">Nguyễn Văn 2</w:t>`)
    // What may stand only once does: the mark of the row is that of the heading and the first copy.
    expect(files['word/document.xml']?.match(/w14:paraId/gu)).toHaveLength(2)
  })

  test('fills the rows that it has for the list before it puts others in, and leaves them their looks', async () => {
    const blank = (mark: string) =>
      row(
        `<w:tc><w:tcPr><w:shd w:fill="${mark}"/></w:tcPr>${p(run('2.'))}</w:tc>`,
        `<w:tc><w:tcPr><w:shd w:fill="${mark}"/></w:tcPr>${p(run('……'))}</w:tc>`,
      )
    const total = row(cell(p(run('Tổng'))), cell(p()))
    const bytes = documentOf(table(listRow + blank('AAAAAA') + blank('BBBBBB') + total))
    expect((await facts(bytes)).prepared).toBe(2)
    const filled = async (count: number) => {
      const { paragraphs, files } = readWord((await fill(bytes, people(count))).bytes)
      const fills = [...(files['word/document.xml'] ?? '').matchAll(/<w:shd w:fill="(\w)/gu)].map(([, mark]) => mark)
      return [paragraphs.slice(2).filter((_text, at) => at % 2 === 0), fills.join('')]
    }
    expect(await filled(1)).toEqual([['1', '2.', '2.', 'Tổng'], 'AABB'])
    expect(await filled(2)).toEqual([['1', '2', '2.', 'Tổng'], 'AABB'])
    expect(await filled(5)).toEqual([['1', '2', '3', '4', '5', 'Tổng'], 'AABB'])
    const other = documentOf(table(listRow + row(cell(p(run('Ghi chú'))), cell(p())) + blank('AAAAAA')))
    expect((await facts(other)).prepared).toBe(0)
  })

  test.skipIf(!hasWriter())(
    'is read by LibreOffice as it was filled',
    async () => {
      const { bytes } = await fill(form)
      const { mau = new Uint8Array() } = await convert({ mau: bytes }, 'docx', 'docx')
      expect(readWord(mau).paragraphs).toEqual(readWord(bytes).paragraphs)
    },
    120_000,
  )

  test('takes values as they are, whatever they look like', async () => {
    const nasty = ['=cmd()', '<w:p>&amp;</w:p>', '{{congress}}', '</w:t></w:r>', '"&<>']
    const rows = nasty.map((name) => ({ name, unit: 'x' }))
    const { paragraphs } = readWord((await fill(form, rows as never)).bytes)
    expect(nasty.map((_name, at) => paragraphs[3 + at])).toEqual(nasty.map((name) => `${name}, x`))
  })

  test('is marked in the browser; what stood there keeps its looks', async () => {
    const body =
      p(run('Đơn vị: ', bold), run('......')) +
      p('<w:pPr><w:rPr><w:i/></w:rPr></w:pPr>') +
      p(run('Ngày:'), '<w:r><w:tab/></w:r>') +
      `<w:tbl><w:tblPr/><w:tblGrid/>${row(cell(p()), cell(p(run('x'))))}</w:tbl>`
    const at = (place: string, text: string) => ({ part: 'word/document.xml', at: place, text })
    const marks: FormMarks = {
      texts: [
        at('1', 'Đơn vị: {{congress}}'),
        at('2', '{{rowCount}}'),
        at('3', 'Ngày:\t{{congress}}'),
        at('4', '{{ordinal}}'),
        at('5', '{{name}}'),
      ],
      repeat: { part: 'word/document.xml', at: '1' },
    }
    const { paragraphs, files } = readWord((await fill(documentOf(body), people(2), marks)).bytes)
    expect(paragraphs.slice(0, 2)).toEqual(['Đơn vị: Đại hội Thi đua yêu nước', '3'])
    expect(paragraphs.slice(3)).toEqual(['1', 'Nguyễn Văn 1', '2', 'Nguyễn Văn 2'])
    expect(files['word/document.xml']).toContain(
      `<w:r>${bold}<w:t xml:space="preserve">Đơn vị: </w:t></w:r><w:r><w:t xml:space="preserve">Đại hội`,
    )
    expect(files['word/document.xml']).toContain('<w:r><w:rPr><w:i/></w:rPr><w:t>3</w:t></w:r>')
    expect(files['word/document.xml']).toContain('<w:tab/><w:t>Đại hội')
  })

  test('says where a placeholder cannot be right', async () => {
    const other = documentOf(p(run('{{ten}}')) + p(run('{{name}}')) + table(listRow) + table(listRow))
    expect((await facts(other)).faults).toEqual([
      { kind: 'unknown', part: 'word/document.xml', at: '1', text: '{{ten}}' },
      { kind: 'outside-row', part: 'word/document.xml', at: '2', text: '{{name}}' },
      { kind: 'second-row', part: 'word/document.xml', at: '9', text: '{{ordinal}}' },
      { kind: 'second-row', part: 'word/document.xml', at: '10', text: '{{name}} {{unit}}' },
    ])
    const gone: FormMarks = { texts: [{ part: 'word/document.xml', at: '99', text: '{{name}}' }], repeat: null }
    expect((await facts(form, gone)).faults).toEqual([
      { kind: 'gone', part: 'word/document.xml', at: '99', text: '{{name}}' },
    ])
    const merged = listRow.replace('<w:tcPr>', '<w:tcPr><w:vMerge w:val="restart"/>')
    expect((await facts(documentOf(table(merged)))).faults).toEqual([
      { kind: 'merged', part: 'word/document.xml', at: '2', text: '' },
    ])
  })

  test('is refused where its XML is broken, and where it starts another program', async () => {
    const check = async (bytes: Uint8Array) => checkParts(await openPackage(bytes, 'mau.docx'))
    await expect(check(documentOf('<w:p><w:r></w:p>'))).rejects.toMatchObject({ status: 422, code: 'form-broken' })
    const command = p('<w:r><w:instrText> DDEAUTO c:\\\\cmd.exe </w:instrText></w:r>')
    await expect(check(documentOf(command))).rejects.toMatchObject({ code: 'form-fetches' })
    await expect(check(form)).resolves.toBeUndefined()
  })

  test('repeats its row for each of 50,000', async () => {
    const { bytes } = await fill(form, people(50_000))
    expect(readWord(bytes).paragraphs.at(-2)).toBe('Nguyễn Văn 50000, xã Hải Anh')
  })
})
