import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TemplateView, ZipOfTemplates } from '../../../server/templates/schema.ts'
import { formWith } from '../../support/form.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { buildDistricts, type Subtree } from '../../support/districts.ts'

let office: TestOffice
let who: Browser
let inside: Subtree
let outside: Subtree
beforeEach(async () => {
  office = await openOffice()
  ;({ inside, outside } = await buildDistricts(office))
  who = await signInAs(office, 'administrator', inside.unitId)
})
afterEach(() => office.close())

const base = () => `/api/units/${inside.unitId}/templates`
const exported = async (query = '') => unzipSync((await who('GET', `${base()}.zip${query}`)).bytes)
const check = (zip: Uint8Array, by = who) => {
  const { body, headers } = formWith(Buffer.from(zip), 'mẫu.zip')
  return by('POST', `${base()}/check-zip`, body, headers)
}
const bring = (zip: Uint8Array, digest: string) => {
  const { body, headers } = formWith(Buffer.from(zip), 'mẫu.zip')
  return who('POST', `${base()}/import-zip?digest=${digest}`, body, headers)
}
const zipOf = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
const states = ({ kinds }: ZipOfTemplates) => kinds.map(({ kind, state }) => `${kind} ${state}`)
const wordingOf = async (kind: string) =>
  ((await who('GET', `${base()}/${kind}`)).body as TemplateView).texts['text.vi.md']

describe('a zip of templates', () => {
  test('that was exported comes back as the same, and of one kind has only that', async () => {
    const all = await exported()
    expect(Object.keys(all)).toContain('invitation/text.en.md')
    const checked = (await check(zipSync(all))).body as ZipOfTemplates
    expect(checked.kinds.length).toBeGreaterThan(30)
    expect(checked.kinds.filter(({ state }) => state !== 'same')).toEqual([])
    expect(checked.ignored).toEqual([])
    expect(Object.keys(await exported('?kind=programme')).sort()).toEqual([
      'README.md',
      'programme/template.yaml',
      'programme/text.en.md',
      'programme/text.vi.md',
    ])
    expect(await bring(zipSync(all), checked.digest)).toMatchObject({
      status: 409,
      body: { code: 'nothing-to-import' },
    })
  })

  test('tells what is new, changed and faulty by line, brings what is sound in one act, and is undone', async () => {
    const texts = { 'text.vi.md': '# CHƯƠNG TRÌNH\n\n{{sessions}}' }
    await who('PUT', `${base()}/programme`, { levelId: null, texts, note: '', isDraft: false, version: 0 })
    const zip = zipOf({
      'Mẫu của tỉnh/programme/text.vi.md': '\uFEFF# CHƯƠNG TRÌNH MỚI\r\n\r\n{{sessions}}\r\n',
      'Mẫu của tỉnh/invitation/text.vi.md': '# GIẤY MỜI\n\n{{name}}',
      'Mẫu của tỉnh/minutes/text.vi.md': '# BIÊN BẢN\n\n{{titel}}',
      'Mẫu của tỉnh/ghi chú.txt': 'x',
    })
    const checked = (await check(zip)).body as ZipOfTemplates
    expect(states(checked)).toEqual(['minutes faulty', 'programme changed', 'invitation new'])
    expect(checked.kinds.find(({ kind }) => kind === 'minutes')?.faults).toEqual([
      { file: 'minutes/text.vi.md', line: 3, code: 'unknown-placeholder', subject: 'titel' },
    ])
    expect(checked.ignored).toEqual(['Mẫu của tỉnh/ghi chú.txt'])
    const minutes = await wordingOf('minutes')
    const done = await bring(zip, checked.digest)
    expect(done.body).toEqual({ imported: 2, skipped: 1 })
    expect(await wordingOf('programme')).toBe('# CHƯƠNG TRÌNH MỚI\n\n{{sessions}}')
    expect(await wordingOf('invitation')).toBe('# GIẤY MỜI\n\n{{name}}')
    expect(await wordingOf('minutes')).toBe(minutes)
    const again = strFromU8((await exported())['programme/text.vi.md'] ?? new Uint8Array())
    expect(again).toBe('# CHƯƠNG TRÌNH MỚI\n\n{{sessions}}\n')
    expect((await who('POST', `/api/acts/${done.actId ?? ''}/undo`)).status).toBe(204)
    expect(await wordingOf('programme')).toBe(texts['text.vi.md'])
    expect(await wordingOf('invitation')).toContain('{{letterhead}}')
  })

  test('is not brought as it was not seen', async () => {
    const zip = zipOf({ 'programme/text.vi.md': '# A\n\n{{sessions}}' })
    const { digest } = (await check(zip)).body as ZipOfTemplates
    expect((await bring(zipOf({ 'programme/text.vi.md': '# B\n\n{{sessions}}' }), digest)).body).toMatchObject({
      code: 'import-changed',
    })
    expect(await wordingOf('programme')).not.toContain('# B')
  })

  test.each([
    ['a path that leads out', () => zipOf({ '../programme/text.vi.md': '# A' }), 'zip-unsafe'],
    ['a path of Windows', () => zipOf({ 'C:\\programme\\text.vi.md': '# A' }), 'zip-unsafe'],
    ['no zip at all', () => strToU8('programme'), 'zip-broken'],
    ['a zip of something else', () => zipOf({ 'anh/1.jpg': 'x', 'anh/2.jpg': 'x' }), 'zip-without-templates'],
    ['a cut zip', () => zipOf({ 'programme/text.vi.md': '# A' }).slice(0, 60), 'zip-broken'],
    [
      'too many files',
      () => zipOf(Object.fromEntries(Array.from({ length: 401 }, (_, at) => [`${String(at)}.txt`, 'x']))),
      'zip-too-large',
    ],
    ['a bomb', () => zipSync({ 'programme/text.vi.md': new Uint8Array(30 * 1024 * 1024) }), 'zip-too-large'],
    [
      'letters of another encoding',
      () => zipSync({ 'programme/text.vi.md': new Uint8Array([0x23, 0x20, 0xc4, 0xff]) }),
      'text-encoding-unknown',
    ],
  ])('%s is refused, and nothing is kept', async (_name, zip, code) => {
    expect(await check(zip())).toMatchObject({ status: 422, body: { code } })
    expect(await bring(zip(), 'x')).toMatchObject({ status: 422, body: { code } })
    expect(((await who('GET', `${base()}/programme`)).body as TemplateView).versions).toEqual([])
  })

  test('is for those who administer the unit', async () => {
    const organizer = await signInAs(office, 'organizer', inside.unitId)
    expect((await check(zipOf({}), organizer)).status).toBe(403)
    const other = await signInAs(office, 'administrator', outside.unitId)
    expect((await check(zipOf({}), other)).status).toBe(404)
    expect((await other('GET', `${base()}.zip`)).status).toBe(404)
  })
})
