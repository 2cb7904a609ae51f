import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TemplateChange, TemplateList, TemplateTexts, TemplateView } from '../../../server/templates/schema.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { templateOf } from '../../support/subtree-samples.ts'
import { buildDistricts, type Subtree } from '../../support/districts.ts'
import { readPdf, wordsOf } from '../documents/read-pdf.ts'

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

const textOf = async (bytes: Uint8Array) => wordsOf((await readPdf(Buffer.from(bytes))).pages)

/** The district, whose commune holds the congress. */
const base = (unitId = inside.unitId) => `/api/units/${unitId}/templates`
const wording = (sentence: string) => ({ 'text.vi.md': `# CHƯƠNG TRÌNH\n## {{title}}\n\n${sentence}\n\n{{sessions}}` })
const save = (
  texts: TemplateTexts,
  version: number,
  more: Partial<TemplateChange & { unitId: string }> = {},
  by = who,
) => {
  const { unitId, ...rest } = more
  const body = { levelId: null, texts, note: '', isDraft: false, version, ...rest }
  return by('PUT', `${base(unitId)}/programme`, body)
}
const view = async (query = '', unitId = inside.unitId) =>
  (await who('GET', `${base(unitId)}/programme${query}`)).body as TemplateView
const printed = async () => {
  const { bytes, status, body } = await who(
    'GET',
    `/api/congresses/${inside.ids['congress'] ?? ''}/papers/programme/pdf`,
  )
  if (status !== 200) throw new Error(JSON.stringify(body))
  return textOf(bytes)
}
const undo = (actId: string | null) => who('POST', `/api/acts/${actId ?? ''}/undo`)

describe('a copy of a template', () => {
  test('is what the papers below its unit are printed from, until a nearer one is there', async () => {
    expect(await printed()).not.toContain('Lời của huyện')
    expect((await save(wording('Lời của huyện.'), 0)).status).toBe(204)
    expect(await printed()).toContain('Lời của huyện.')
    await save(wording('Lời cho cấp cơ sở.'), 0, { levelId: inside.ids['level'] ?? '' })
    expect(await printed()).toContain('Lời cho cấp cơ sở.')
    await save(wording('Lời của xã.'), 0, { unitId: inside.otherUnitId })
    expect(await printed()).toContain('Lời của xã.')
  })

  test('keeps every version, tells who saved it and restores an old one as the next', async () => {
    await save(wording('Một.'), 0, { note: 'Bản đầu' })
    await save(wording('Hai.'), 1, { note: 'Theo ý kiến Chánh Văn phòng' })
    expect((await view()).versions).toMatchObject([
      { number: 2, isDraft: false, note: 'Theo ý kiến Chánh Văn phòng', accountName: 'administrator for a test' },
      { number: 1, note: 'Bản đầu', at: '2020-06-22T02:00:00.000Z' },
    ])
    const old = (await who('GET', `${base()}/programme/texts?number=1`)).body as TemplateTexts
    expect(old['text.vi.md']).toContain('Một.')
    const restored = await who('POST', `${base()}/programme/restore`, { levelId: null, number: 1, version: 2 })
    expect(restored.status).toBe(204)
    expect(await printed()).toContain('Một.')
    expect((await view()).versions.map(({ number, restored: of }) => [number, of])).toEqual([
      [3, 1],
      [2, null],
      [1, null],
    ])
    expect((await undo(restored.actId)).status).toBe(204)
    expect(await printed()).toContain('Hai.')
  })

  test('is given up with all its versions, and comes back with them', async () => {
    await save(wording('Một.'), 0)
    await save(wording('Hai.'), 1)
    const gone = await who('DELETE', `${base()}/programme?version=2`)
    expect(gone.status).toBe(204)
    expect(await printed()).not.toContain('Hai.')
    expect(await view()).toMatchObject({ copy: null, versions: [] })
    expect((await undo(gone.actId)).status).toBe(204)
    expect(await printed()).toContain('Hai.')
    expect((await view()).versions).toHaveLength(2)
  })

  test('that another began meanwhile is not doubled by an undo', async () => {
    await save(wording('Một.'), 0)
    const gone = await who('DELETE', `${base()}/programme?version=1`)
    await save(wording('Mới.'), 0)
    expect(await undo(gone.actId)).toMatchObject({ status: 409, body: { code: 'cannot-undo' } })
    expect(await printed()).toContain('Mới.')
  })

  test('of an old version is refused with what stands now, and nothing changes', async () => {
    await save(wording('Một.'), 0)
    await save(wording('Hai.'), 1)
    const stale = await save(wording('Ba.'), 1)
    expect(stale).toMatchObject({
      status: 409,
      body: { code: 'stale', details: { current: { texts: wording('Hai.'), number: 2, version: 2 } } },
    })
    expect((await save(wording('Hai.'), 2)).body).toMatchObject({ code: 'template-unchanged' })
    expect(await printed()).toContain('Hai.')
  })
})

describe('faults', () => {
  const faulty = `${wording('Kính mời {{nguoi la}} và {{titel}}.')['text.vi.md']}`

  test('are told by file and line, and the version in force stays', async () => {
    await save(wording('Một.'), 0)
    const refused = await save({ 'text.vi.md': faulty }, 1)
    expect(refused).toMatchObject({
      status: 422,
      body: {
        code: 'template-faulty',
        details: {
          faults: [
            { file: 'programme/text.vi.md', line: 4, code: 'unknown-placeholder', subject: 'nguoi la' },
            { file: 'programme/text.vi.md', line: 4, code: 'unknown-placeholder', subject: 'titel' },
          ],
        },
      },
    })
    expect(await printed()).toContain('Một.')
    expect((await view()).versions).toHaveLength(1)
  })

  test('are kept in a draft, which no paper takes; restoring it makes a draft again', async () => {
    await save(wording('Một.'), 0)
    expect((await save({ 'text.vi.md': faulty }, 1, { isDraft: true })).status).toBe(204)
    expect(await printed()).toContain('Một.')
    expect(await view()).toMatchObject({ copy: { inForce: 1, lastNumber: 2, isDraft: true } })
    expect((await view()).texts['text.vi.md']).toBe(faulty)
    await who('POST', `${base()}/programme/restore`, { levelId: null, number: 2, version: 2 })
    expect(await view()).toMatchObject({ copy: { inForce: 1, lastNumber: 3, isDraft: true } })
  })

  test('of the YAML name what is missing, unknown or of another type', async () => {
    const { texts } = await view()
    const yaml = texts['template.yaml'] ?? ''
    const faultsOf = async (changed: string) => {
      const { body } = await save({ ...texts, 'template.yaml': changed }, 0)
      const { faults } = (body as { details: { faults: { line: number; code: string; subject: string }[] } }).details
      return faults.map(({ line, code, subject }) => `${String(line)} ${code} ${subject}`)
    }
    const lineOf = (part: string) => yaml.split('\n').findIndex((each) => each.includes(part)) + 1
    expect(await faultsOf(yaml.replace('fields:', 'fields: ['))).toEqual([expect.stringMatching(/^\d+ not-yaml /)])
    expect(await faultsOf(yaml.replace('symbol: CTr', 'symbool: CTr'))).toEqual([
      `${String(lineOf('symbol: CTr'))} unknown-field symbool`,
    ])
    expect(await faultsOf(yaml.replace('    kind: line\n', ''))).toEqual([
      `${String(lineOf('- name: title'))} missing-field kind`,
    ])
    expect(await faultsOf(yaml.replace('kind: line', 'kind: number'))).toEqual([
      `${String(lineOf('kind: line'))} not-a-choice fields.0.kind`,
    ])
    expect(await faultsOf(yaml.replace('symbol: CTr', 'symbol: [CTr]'))).toEqual([
      `${String(lineOf('symbol: CTr'))} wrong-type symbol`,
    ])
    expect(await faultsOf('x'.repeat(60_001))).toEqual(['1 too-large '])
    expect(await faultsOf(`a: &a [x]\n${'b: [*a,*a]\n'.repeat(3)}`)).toEqual([expect.stringContaining('not-yaml')])
    expect(await faultsOf('['.repeat(50_000))).toEqual([expect.stringContaining('not-yaml')])
    expect(await faultsOf('')).toEqual(['1 missing-file '])
  })

  test('a file that the kind does not have is refused', async () => {
    expect((await save({ 'look.yaml': 'x' }, 0)).body).toMatchObject({
      details: [{ field: 'texts.look.yaml', rule: 'unknown-key' }],
    })
    expect((await who('GET', `${base()}/nothing`)).status).toBe(404)
    expect((await who('GET', `${base()}/lists`)).status).toBe(404)
  })
})

describe('a value is never read as a sign or placeholder', () => {
  test('whatever a list says', async () => {
    const congress = inside.ids['congress'] ?? ''
    const secretary = await signInAs(office, 'secretariat', inside.unitId)
    const name = '# Tên **đậm** {{congress}} | ô \uE000đỏ\uE001'
    await secretary('POST', `/api/congresses/${congress}/lists/delegates/rows`, {
      values: { name, unit: '- {{title}}' },
    })
    const texts = { 'text.vi.md': '# GIẤY MỜI\n\n| Ông bà | {{name}} |\n\n{{name}}\n\n{{unit}}' }
    await who('PUT', `${base()}/invitation`, { levelId: null, texts, note: '', isDraft: false, version: 0 })
    const { bytes } = await who('GET', `/api/congresses/${congress}/papers/invitation/pdf`)
    const text = await textOf(bytes)
    expect(text.split('# Tên **đậm** {{congress}} | ô đỏ')).toHaveLength(3)
    expect(text).toContain('- {{title}}')
  })
})

describe('who may', () => {
  test('read and write is asked at the unit', async () => {
    const there = base(outside.unitId)
    const other = await signInAs(office, 'administrator', outside.unitId)
    await save(wording('Của huyện khác.'), 0, { unitId: outside.unitId }, other)
    expect((await who('GET', there)).status).toBe(404)
    expect((await who('GET', `${there}/programme`)).status).toBe(404)
    expect((await who('GET', `${there}/programme/texts?number=1`)).status).toBe(404)
    expect((await save(wording('Lạ.'), 1, { unitId: outside.unitId })).status).toBe(404)
    expect((await who('DELETE', `${there}/programme?version=1`)).status).toBe(404)
    const organizer = await signInAs(office, 'organizer', inside.unitId)
    expect((await save(wording('Của người tổ chức.'), 0, {}, organizer)).status).toBe(403)
    expect(await printed()).not.toContain('Của')
  })

  test('others read what applies to them, and undo nothing', async () => {
    const saved = await save(wording('Lời của huyện.'), 0)
    const viewer = await signInAs(office, 'viewer', inside.otherUnitId)
    const list = (await viewer('GET', base(inside.otherUnitId))).body as TemplateList
    expect(list.mayChange).toBe(false)
    expect(list.kinds.find(({ kind }) => kind === 'programme')).toMatchObject({
      copies: [],
      from: { unitId: inside.unitId, unitName: 'Huyện Hải Hậu' },
    })
    const shown = (await viewer('GET', `${base(inside.otherUnitId)}/programme`)).body as TemplateView
    expect(shown).toMatchObject({ copy: null, texts: wording('Lời của huyện.') })
    const organizer = await signInAs(office, 'organizer', inside.unitId)
    expect((await organizer('POST', `/api/acts/${saved.actId ?? ''}/undo`)).status).toBe(403)
  })

  test('a unit or level with copies is not deleted', async () => {
    await save(wording('Lời cho cấp cơ sở.'), 0, { levelId: inside.ids['level'] ?? '' })
    const administrator = await signInAs(office, 'administrator', null)
    await administrator('PUT', `/api/units/${inside.ids['unit'] ?? ''}/templates/programme`, templateOf(0))
    const congress = inside.ids['congress'] ?? ''
    expect((await administrator('DELETE', `/api/congresses/${congress}?version=2`)).status).toBe(204)
    expect((await administrator('DELETE', `/api/levels/${inside.ids['level'] ?? ''}?version=1`)).body).toMatchObject({
      code: 'in-use',
      details: { by: [{ kind: 'template', name: 'Chương trình' }] },
    })
    expect((await administrator('DELETE', `/api/units/${inside.ids['unit'] ?? ''}?version=1`)).body).toMatchObject({
      code: 'in-use',
      details: { by: [{ kind: 'template', name: 'Chương trình' }] },
    })
  })
})
