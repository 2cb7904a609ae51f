import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PreviewOfTemplate, TemplateLooked, TemplateTexts } from '../../../server/templates/schema.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { buildDistricts, type Subtree } from '../../support/districts.ts'

let office: TestOffice
let who: Browser
let inside: Subtree
let outside: Subtree
beforeEach(async () => {
  office = await openOffice()
  ;({ inside, outside } = await buildDistricts(office))
  who = await signInAs(office, 'viewer', inside.unitId)
})
afterEach(() => office.close())

const look = (texts: TemplateTexts, wish: Partial<PreviewOfTemplate> = {}, kind = 'invitation') => {
  const body = { texts, language: 'vi', data: 'sample', congressId: null, page: 1, ...wish }
  return who('POST', `/api/units/${inside.unitId}/templates/${kind}/preview`, body)
}
const looked = async (...wish: Parameters<typeof look>) => (await look(...wish)).body as TemplateLooked
const wording = (text: string) => ({ 'text.vi.md': text })

describe('the preview of a template', () => {
  test('shows texts that nobody saved, with the sample, the longest or a congress’s own data', async () => {
    const texts = wording('# GIẤY MỜI\n\n{{name}}')
    const sample = await looked(texts)
    expect(sample).toMatchObject({ faults: [], page: 1, data: 'sample' })
    expect(
      Buffer.from(sample.picture ?? '', 'base64')
        .subarray(8, 12)
        .toString(),
    ).toBe('WEBP')
    const longest = await looked(texts, { data: 'longest' })
    expect(longest.picture).not.toBe(sample.picture)
    // The list of the congress is empty: its rows are sampled, and the answer says so.
    const congressId = inside.ids['congress'] ?? ''
    expect(await looked(texts, { data: 'real', congressId })).toMatchObject({ data: 'sample' })
    const secretary = await signInAs(office, 'secretariat', inside.unitId)
    await secretary('POST', `/api/congresses/${congressId}/lists/delegates/rows`, { values: { name: 'Trần Văn Bình' } })
    expect(await looked(texts, { data: 'real', congressId })).toMatchObject({ data: 'real', pages: 1 })
  })

  test('shows an unknown placeholder, which a print would refuse, and names its line', async () => {
    const without = await looked(wording('# GIẤY MỜI\n\nKính mời'))
    const unknown = await looked(wording('# GIẤY MỜI\n\nKính mời {{tên lạ}}'))
    expect(unknown.faults).toEqual([
      { file: 'invitation/text.vi.md', line: 3, code: 'unknown-placeholder', subject: 'tên lạ' },
    ])
    expect(unknown.picture).not.toBeNull()
    expect(unknown.picture).not.toBe(without.picture)
  })

  test('tells what is almost a sign, though it prints', async () => {
    const { faults } = await looked(wording('# GIẤY MỜI\n\n#Sai\n* mục\n**đậm\n<b>x</b>\n# Đúng'))
    expect(faults.map(({ line, code, subject }) => [line, code, subject])).toEqual([
      [3, 'unknown-sign', '#'],
      [4, 'unknown-sign', '*'],
      [5, 'unknown-sign', '**'],
      [6, 'unknown-sign', '<b'],
    ])
  })

  test('has no picture while the YAML is none, and turns no page that is not there', async () => {
    expect(await looked({ 'template.yaml': 'titles: [' })).toMatchObject({
      picture: null,
      pages: 0,
      faults: [{ file: 'invitation/template.yaml', code: 'not-yaml' }],
    })
    const { page, pages } = await looked(wording('# GIẤY MỜI'), { page: 1000 })
    expect(page).toBe(pages)
  })

  test('every kind is drawn as it ships, with the sample and the longest', async () => {
    const { body } = await who('GET', `/api/units/${inside.unitId}/templates`)
    const blank: string[] = []
    for (const { kind } of (body as { kinds: { kind: string }[] }).kinds) {
      for (const data of ['sample', 'longest'] as const) {
        const { picture, faults } = await looked({}, { data }, kind)
        if (picture === null || faults.length > 0) blank.push(`${kind} ${data} ${JSON.stringify(faults)}`)
      }
    }
    expect(blank).toEqual([])
  }, 120_000)

  test('of another unit’s congress is refused as if it were not there', async () => {
    const congressId = outside.ids['congress'] ?? ''
    expect((await look(wording('# GIẤY MỜI'), { data: 'real', congressId })).status).toBe(404)
    expect((await look(wording('# GIẤY MỜI'), { data: 'sample', congressId })).status).toBe(404)
  })
})
