import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { ApiError } from '../../../server/errors.ts'
import { readWorkbook } from '../../../server/exchange/reading/read-workbook.ts'
import type { Workbook } from '../../../server/exchange/sheet.ts'
import { workbook, workbookOf, workbookParts, type Written } from './workbooks.ts'

const textsOf = ({ sheets }: Workbook) => (sheets[0]?.rows ?? []).map(({ cells }) => cells.map((cell) => cell?.text))
const read = async (bytes: Uint8Array) => textsOf(await readWorkbook(bytes))
const codeOf = async (bytes: Uint8Array) => {
  const error: unknown = await readWorkbook(bytes).catch((caught: unknown) => caught)
  return error instanceof ApiError ? `${String(error.status)} ${error.code}` : error
}
const utf16 = (text: string) => Buffer.from(text, 'utf16le')
const table = 'Tên đơn vị,Mã\nXã Hải Anh,01\n'
const asRead = [
  ['Tên đơn vị', 'Mã'],
  ['Xã Hải Anh', '01'],
]

test('a workbook gives its texts, numbers, dates and truths by row', async () => {
  const rows: Written[][] = [
    ['Tên', 'Số', 'Ngày', 'Ngày khác'],
    [],
    [
      'Xã Hải Anh & bạn',
      0.1 + 0.2,
      { xml: '<c r="@" s="1"><v>44000</v></c>' },
      { xml: '<c r="@" s="2"><v>44001.5</v></c>' },
    ],
    [{ xml: '<c r="@" t="b"><v>1</v></c>' }, { xml: '<c r="@" t="d"><v>2020-09-09T00:00:00</v></c>' }],
  ]
  const { sheets } = await readWorkbook(workbookOf(rows))
  expect(sheets[0]?.rows).toEqual([
    { row: 1, cells: [{ text: 'Tên' }, { text: 'Số' }, { text: 'Ngày' }, { text: 'Ngày khác' }] },
    {
      row: 3,
      cells: [
        { text: 'Xã Hải Anh & bạn' },
        { text: '0.3', number: 0.1 + 0.2 },
        { text: '18/06/2020', number: 44_000 },
        { text: '19/06/2020', number: 44_001.5 },
      ],
    },
    { row: 4, cells: [{ text: 'TRUE' }, { text: '2020-09-09' }] },
  ])
})

test('days of a workbook that counts from 1904 are the same days', async () => {
  const rows: Written[][] = [[{ xml: '<c r="@" s="1"><v>42538</v></c>' }]]
  expect(await read(workbook([{ rows }], '<workbookPr date1904="1"/>'))).toEqual([['18/06/2020']])
})

test('shared texts are joined from their runs, without reading aids, and letters come composed', async () => {
  const parts = workbookParts([
    { rows: [[{ xml: '<c r="@" t="s"><v>0</v></c>' }, { xml: '<c r="@" t="s"><v>1</v></c>' }]] },
  ])
  const rels = new TextDecoder().decode(parts['xl/_rels/workbook.xml.rels'])
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings'
  parts['xl/_rels/workbook.xml.rels'] = strToU8(
    rels.replace('</Relationships>', `<Relationship Id="s" Type="${type}" Target="/xl/texts.xml"/></Relationships>`),
  )
  const decomposed = 'Hải Hậu'.normalize('NFD')
  parts['xl/texts.xml'] = strToU8(
    `<x:sst xmlns:x="a"><x:si><x:r><x:t>Huyện </x:t></x:r><x:r><x:t>${decomposed}</x:t></x:r><x:rPh><x:t>no</x:t></x:rPh></x:si><x:si><x:t>a_x000D_b</x:t></x:si></x:sst>`,
  )
  expect(await read(zipSync(parts))).toEqual([['Huyện Hải Hậu', 'ab']])
})

test('a formula gives its last value and is counted; one without a value counts as empty', async () => {
  const rows = [
    [
      { xml: '<c r="@"><f>1+1</f><v>2</v></c>' },
      { xml: '<c r="@" t="str"><f>A1&amp;"x"</f><v>2x</v></c>' },
      { xml: '<c r="@"><f>NOW()</f></c>' },
    ],
  ]
  const found = await readWorkbook(workbookOf(rows))
  expect(textsOf(found)).toEqual([['2', '2x']])
  expect(found.formulas).toEqual({ taken: 2, without: 1 })
})

test('an error cell is kept as one', async () => {
  const { sheets } = await readWorkbook(workbookOf([[{ xml: '<c r="@" t="e"><v>#REF!</v></c>' }]]))
  expect(sheets[0]?.rows[0]?.cells).toEqual([{ text: '#REF!', isError: true }])
})

test('what is merged downwards stands in each row; what is merged to the right stands once', async () => {
  const rows = [
    ['Đơn vị', 'Người liên hệ', null],
    ['Khối 1', 'A', '1'],
    [null, 'B', '2'],
    ['Khối 2', 'C', '3'],
  ]
  const merges = '<mergeCells><mergeCell ref="B1:C1"/><mergeCell ref="A2:A3"/></mergeCells>'
  const found = await readWorkbook(workbookOf(rows, merges))
  expect(textsOf(found)).toEqual([
    ['Đơn vị', 'Người liên hệ'],
    ['Khối 1', 'A', '1'],
    ['Khối 1', 'B', '2'],
    ['Khối 2', 'C', '3'],
  ])
  expect(found.sheets[0]?.spans).toEqual([{ row: 1, from: 1, to: 2 }])
})

test('hidden sheets are counted and not read, unless all are hidden', async () => {
  const hidden = { name: 'Kho', state: 'hidden', rows: [['a']] }
  const both = await readWorkbook(workbook([hidden, { name: 'Danh sách', rows: [['b']] }]))
  expect([both.sheets.map(({ name }) => name), both.hiddenSheets]).toEqual([['Danh sách'], 1])
  const alone = await readWorkbook(workbook([hidden]))
  expect([alone.sheets.map(({ name }) => name), alone.hiddenSheets]).toEqual([['Kho'], 0])
})

test.each([
  ['commas', table],
  ['semicolons', table.replaceAll(',', ';')],
  ['tabs', table.replaceAll(',', '\t')],
  ['semicolons with commas in the texts', '"Tên đơn vị";Mã\n"Xã Hải Anh";01\n'],
  ['a hint at the separator', 'sep=;\nTên đơn vị;Mã\nXã Hải Anh;01\n'],
  ['decomposed letters', table.normalize('NFD')],
  ['the mark of UTF-8', `\ufeff${table}`],
  ['lines of Windows', table.replaceAll('\n', '\r\n')],
])('a text table with %s is read', async (_name, text) => {
  expect(await read(strToU8(text))).toEqual(asRead)
})

test.each([
  ['UTF-16 with its mark', utf16(`\ufeff${table.replaceAll(',', '\t')}`)],
  ['UTF-16, most significant byte first', utf16(`\ufeff${table}`).swap16()],
  ['UTF-16 without a mark', utf16('Ten don vi,Ma\nXa Hai Anh,01\n')],
])('a text table in %s is read and said to be so', async (_name, bytes) => {
  const found = await readWorkbook(bytes)
  expect(textsOf(found)[1]?.[1]).toBe('01')
  expect(found.encoding).toBe('UTF-16')
})

test('a text table in Windows-1258 is read with its marks composed', async () => {
  // Tên,Xã Hải Hậu · as Vietnamese Windows writes it: the base letter and then its mark.
  const bytes = new Uint8Array([
    ...strToU8('M'), 0xe3, 0x2c, 0x54, 0xea, 0x6e, 0x0a, ...strToU8('1,X'), 0x61, 0xde, ...strToU8(' Ha'), 0xd2, ...strToU8('i H'), 0xe2, 0xf2, 0x75, 0x0a,
  ]) // prettier-ignore
  const found = await readWorkbook(bytes)
  expect(found.encoding).toBe('Windows-1258')
  expect(textsOf(found)[1]).toEqual(['1', 'Xã Hải Hậu'])
})

test('text of the old TCVN3 fonts is refused rather than read wrong', async () => {
  const tcvn3 = Uint8Array.from('Tªn ®¬n vÞ,M·\nX· H¶i Anh,01\n', (letter) => letter.charCodeAt(0))
  expect(await codeOf(tcvn3)).toBe('422 text-encoding-unknown')
})

const compound = (name: string) =>
  Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(504), utf16(name)])
const bomb = (content: string) => {
  const parts = workbookParts([{ rows: [['a']] }])
  parts['xl/worksheets/sheet1.xml'] = strToU8(`<worksheet><sheetData>${content}</sheetData></worksheet>`)
  return zipSync(parts, { level: 1 })
}
const encrypted = () => {
  const bytes = workbookOf([['a']])
  const directory = Buffer.from(bytes).indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
  bytes[directory + 8] = 1
  return bytes
}
const spreadsheetXml = '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>'
const openDocument = (kind: string) =>
  zipSync({
    mimetype: [strToU8(`application/vnd.oasis.opendocument.${kind}`), { level: 0 }],
    'content.xml': strToU8('<office:document-content/>'),
  })
const relationTo = (target: string) =>
  strToU8(
    `<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/></Relationships>`,
  )
const binaryWorkbook = () =>
  zipSync({ '_rels/.rels': relationTo('xl/workbook.bin'), 'xl/workbook.bin': new Uint8Array([131, 1, 0]) })
const wordParts = { '_rels/.rels': relationTo('word/document.xml'), 'word/document.xml': strToU8('<w:document/>') }
const lines = (count: number) => Array.from({ length: count }, (_each, index) => [String(index)])

test.each([
  ['an empty file', () => new Uint8Array(), '422 spreadsheet-empty'],
  ['a workbook without a cell', () => workbookOf([[], []]), '422 spreadsheet-empty'],
  ['a text of blank lines', () => strToU8('\n , \n\n'), '422 spreadsheet-empty'],
  ['a picture', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0, 0, 0, 13]), '422 not-a-spreadsheet'],
  ['a PDF', () => strToU8('%PDF-1.7\n1 0 obj'), '422 not-a-spreadsheet'],
  ['a page without a table', () => strToU8('<!doctype html><p>Tên'), '422 not-a-spreadsheet'],
  ['a page saved as .xls', () => strToU8('<html><table><tr><td>Tên'), '422 spreadsheet-foreign'],
  ['XML of Excel 2003', () => strToU8(spreadsheetXml), '422 spreadsheet-foreign'],
  ['a workbook of LibreOffice', () => openDocument('spreadsheet'), '422 spreadsheet-foreign'],
  ['a binary workbook', binaryWorkbook, '422 spreadsheet-foreign'],
  ['a Word document', () => zipSync(wordParts), '422 word-document'],
  ['a text of LibreOffice', () => openDocument('text'), '422 word-document'],
  ['a rich text', () => strToU8('{\\rtf1\\ansi Tên}'), '422 word-document'],
  ['a zip of something else', () => zipSync({ 'a.txt': strToU8('a') }), '422 not-a-spreadsheet'],
  ['an empty zip', () => zipSync({}), '422 not-a-spreadsheet'],
  ['a workbook of Excel 97', () => compound('Workbook'), '422 spreadsheet-legacy'],
  ['an encrypted workbook', () => compound('EncryptedPackage'), '422 spreadsheet-encrypted'],
  ['a Word paper', () => compound('WordDocument'), '422 word-document'],
  ['a zip with encrypted parts', encrypted, '422 spreadsheet-encrypted'],
  ['a zip cut off in the middle', () => workbookOf([['a']]).subarray(0, 700), '422 spreadsheet-broken'],
  ['a zip bomb of one endless text', () => bomb('a'.repeat(40_000_000)), '422 spreadsheet-too-large'],
  ['a zip bomb of endless empty rows', () => bomb('<row r="1"></row>'.repeat(9_000_000)), '422 spreadsheet-too-large'],
  ['too many rows', () => workbookOf(lines(25_001)), '422 too-many-rows'],
  ['too many lines', () => strToU8(lines(25_001).join('\n')), '422 too-many-rows'],
  [
    'external entities',
    () => workbook([{ rows: [['&x;']], before: '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>' }]),
    '422 spreadsheet-unsafe',
  ],
  [
    'rows that do not close',
    () =>
      zipSync({
        ...workbookParts([{ rows: [['a']] }]),
        'xl/worksheets/sheet1.xml': strToU8('<worksheet><sheetData><row>'),
      }),
    '422 spreadsheet-broken',
  ],
])('%s is refused with its reason', async (_name, bytes, code) => {
  expect(await codeOf(bytes())).toBe(code)
})

test('the last row that is allowed is read', async () => {
  const { sheets } = await readWorkbook(workbookOf(lines(25_000)))
  expect(sheets[0]?.rows.length).toBe(25_000)
})

test('a million rows are refused without unpacking them all', async () => {
  const parts = workbookParts([{ rows: [] }])
  const row = '<row><c><v>1</v></c><c><v>2</v></c></row>'
  parts['xl/worksheets/sheet1.xml'] = strToU8(`<worksheet><sheetData>${row.repeat(1_000_000)}</sheetData></worksheet>`)
  expect(await codeOf(zipSync(parts, { level: 1 }))).toBe('422 too-many-rows')
})

test('one text that is pointed at by every cell does not fill the memory', async () => {
  const long = 'a'.repeat(30_000)
  expect(await codeOf(workbookOf(Array.from({ length: 1000 }, () => [long])))).toBe('422 spreadsheet-too-large')
})
