import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { checkParts, openPackage } from '../../../server/outside-forms/package.ts'
import { ministryForm } from './forms.ts'

const check = async (bytes: Uint8Array) => checkParts(await openPackage(bytes, 'mau.xlsx'))

/** The form of the ministry with one part worded otherwise. */
const withPart = (path: string, change: (text: string) => string) =>
  ministryForm((parts) => (parts[path] = change(parts[path] ?? '')))

const sheet = 'xl/worksheets/sheet1.xml'
const compound = (name: string) =>
  Buffer.concat([Buffer.of(0xd0, 0xcf, 0x11, 0xe0), Buffer.alloc(600), Buffer.from(name, 'utf16le')])

const hostile: [what: string, bytes: () => Uint8Array, code: string][] = [
  ['nothing at all', () => new Uint8Array(), 'file-empty'],
  ['half of a file', () => ministryForm().subarray(0, 900), 'file-broken'],
  ['a PDF', () => strToU8('%PDF-1.7\n'), 'form-type-refused'],
  ['a zip of pictures', () => zipSync({ 'a.png': strToU8('x') }), 'form-type-refused'],
  ['a workbook of Excel 97', () => compound('Workbook'), 'form-legacy'],
  ['a document of Word 97', () => compound('WordDocument'), 'form-legacy'],
  ['a file with a password', () => compound('EncryptedPackage'), 'form-locked'],
  ['macros', () => withPart('xl/vbaProject.bin', () => 'x'), 'file-with-macros'],
  ['tags that are not closed', () => withPart(sheet, (text) => text.replace('</sheetData>', '')), 'form-broken'],
  ['a part that ends early', () => withPart(sheet, (text) => text.slice(0, -30)), 'form-broken'],
  ['an attribute given twice', () => withPart(sheet, (text) => text.replace('<row ', '<row r="9" ')), 'form-broken'],
  ['an entity that nobody declared', () => withPart(sheet, (text) => text.replace('Kèm', '&kem;')), 'form-broken'],
  ['two roots', () => withPart(sheet, (text) => `${text}<worksheet/>`), 'form-broken'],
  ['broken bytes', () => withPart('docProps/app.xml', () => '<a>'), 'form-broken'],
  [
    'a type declaration',
    () =>
      withPart(sheet, (text) =>
        text.replace('<worksheet', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet'),
      ),
    'form-unsafe',
  ],
  ['tags within tags without end', () => withPart('docProps/app.xml', () => '<a>'.repeat(5000)), 'form-broken'],
  ['a bomb', () => withPart('docProps/app.xml', () => `<a>${' '.repeat(70_000_000)}</a>`), 'form-too-large'],
  ['a data connection', () => withPart('xl/connections.xml', () => '<connections/>'), 'form-fetches'],
  [
    'a command to another program',
    () => withPart('xl/externalLinks/externalLink1.xml', () => '<externalLink><ddeLink/></externalLink>'),
    'form-fetches',
  ],
  [
    'a picture that is fetched',
    () =>
      withPart(
        'xl/worksheets/_rels/sheet1.xml.rels',
        () =>
          '<Relationships><Relationship Id="rId1" Type="http://x/image" TargetMode="External" Target="http://x.vn/a.png"/></Relationships>',
      ),
    'form-fetches',
  ],
]

describe('a form of others is refused with the reason', () => {
  test.each(hostile)('%s', async (_what, bytes, code) => {
    await expect(check(bytes())).rejects.toMatchObject({ status: 422, code })
  })

  test('and one that only points at a page, or came from another template of the same office, is not', async () => {
    const relation = (type: string, target: string) =>
      `<Relationship Id="${type}" Type="http://x/${type}" TargetMode="External" Target="${target}"/>`
    const form = withPart(
      'xl/worksheets/_rels/sheet1.xml.rels',
      () =>
        `<Relationships>${relation('hyperlink', 'https://moha.gov.vn')}${relation('attachedTemplate', 'file:///C:/Mau.dotm')}</Relationships>`,
    )
    await expect(check(form)).resolves.toBeUndefined()
  })

  test('the line of what is broken is told', async () => {
    const form = withPart(sheet, (text) => text.replace('<row ', '\n\n<row <'))
    await expect(check(form)).rejects.toMatchObject({ details: { part: sheet, line: 3 } })
  })
})
