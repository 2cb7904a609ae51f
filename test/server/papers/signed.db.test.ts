import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { printPaper } from '../../../server/documents/actions.ts'
import { gatherCongress } from '../../../server/documents/facts.ts'
import type { PaperState } from '../../../server/documents/schema.ts'
import { newId } from '../../../server/office.ts'
import { rowsFor } from '../../../server/papers/contents.ts'
import { placeOf } from '../../../server/templates/rules.ts'
import type { TemplateList } from '../../../server/templates/schema.ts'
import { buildDistricts, type Subtree } from '../../support/districts.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { printingAs } from '../../support/prints.ts'
import { linesOf, readPdf } from '../documents/read-pdf.ts'

let office: TestOffice
let inside: Subtree
let outside: Subtree
let who: Browser
let congressId: string
let congress: string
beforeEach(async () => {
  office = await openOffice()
  ;({ inside, outside } = await buildDistricts(office))
  who = await signInAs(office, 'secretariat', inside.unitId)
  congressId = inside.ids['congress'] ?? ''
  congress = `/api/congresses/${congressId}`
})
afterEach(() => office.close())

const kind = 'plan'
const stateOf = async (): Promise<PaperState> => {
  const { papers } = (await who('GET', `${congress}/papers`)).body as { papers: PaperState[] }
  return papers.find((paper) => paper.kind === kind)!
}
const versionOf = async () => (await stateOf()).version ?? 0
const step = async (name: string, more: object = {}) =>
  who('POST', `${congress}/papers/${kind}/steps`, { step: name, reason: '', version: await versionOf(), ...more })
const number = async (text: string, day: string) =>
  who('PUT', `${congress}/papers/${kind}/number`, { seriesId: null, number: text, day, version: await versionOf() })
const fill = async (fields: Record<string, string>) =>
  who('PUT', `${congress}/papers/${kind}`, { fields, version: (await stateOf()).version })
const sign = async () => {
  for (const name of ['submit', 'sign']) expect((await step(name)).status).toBe(204)
}
const issue = async (text: string, day: string) => {
  await sign()
  expect((await number(text, day)).status).toBe(204)
  expect((await step('issue')).status).toBe(204)
}
const bytesOf = async (query = '', of = kind) => (await who('GET', `${congress}/papers/${of}/pdf${query}`)).bytes
const textOf = async (query = '', of = kind) =>
  (await readPdf(await bytesOf(query, of))).pages.flatMap(linesOf).join('\n').normalize('NFC')
const registerRows = async () => {
  const { read } = office.db
  return (await rowsFor(read, await gatherCongress(read, congressId), { list: 'papers' })).map(({ values }) => values)
}
/** What the papers are made from changes behind their backs. */
const rename = async (title: string) =>
  office.db.write(async (tx) => {
    const { congresses } = tx.tables
    await tx.update(congresses).set({ title }).where(eq(congresses.id, congressId))
  })

/** A copy whose wording the program no longer understands, as after a new release. */
const spoilTemplate = () =>
  office.db.write(async (tx) => {
    const { unitId } = inside
    const [id, at] = [newId(), office.now().toISOString()]
    const copy = { id, place: placeOf({ unitId, levelId: null }, kind), kind, title: kind, unitId, levelId: null }
    await tx.insert(tx.tables.templateCopies).values({ ...copy, lastNumber: 1, inForce: 1, version: 1 })
    const said = { isDraft: false, restored: null, shippedHash: '', note: '', accountName: '', at, version: 1 }
    const files = { 'text.vi.md': '# KẾ HOẠCH\n\n{{nobody}}\n' }
    await tx.insert(tx.tables.templateVersions).values({ id: newId(), copyId: id, number: 1, files, ...said })
  })

describe('a signed paper', () => {
  test('shows where it stands and goes on by its steps though its template came to be at fault', async () => {
    await fill({ purpose: 'Mục đích đã ký' })
    await sign()
    const before = await stateOf()
    await spoilTemplate()
    const { faulty } = (await who('GET', `${congress}/papers`)).body as { faulty: object[] }
    expect(faulty).toMatchObject([{ kind, file: 'plan/text.vi.md', line: 3 }])
    expect(await stateOf()).toEqual(before)
    expect((await number('57', '2020-09-03')).status).toBe(204)
    expect((await step('issue')).status).toBe(204)
    expect((await stateOf()).life).toMatchObject({ standing: 'issued', number: '57', symbol: 'KH-BTCHN' })
    expect(await textOf()).toContain('Mục đích đã ký')
    expect(await registerRows()).toMatchObject([{ number: '57', standing: 'Ban hành' }])
    const { kinds } = (await who('GET', `/api/units/${inside.unitId}/templates`)).body as TemplateList
    expect(kinds.find((each) => each.kind === kind)?.copies).toMatchObject([
      { faults: { count: 1, file: 'plan/text.vi.md', line: 3 } },
    ])
  })

  test('is printed as it was signed, whatever changed since, under the number that it got after', async () => {
    await rename('Hội nghị điển hình tiên tiến')
    await fill({ purpose: 'Mục đích đã ký', signer: 'Nguyễn Văn An' })
    await sign()
    await rename('Hội nghị khác hẳn')
    await number('57', '2020-09-03')
    const text = await textOf()
    expect(text).toContain('Mục đích đã ký')
    expect(text).toContain('Số: 57/KH-BTCHN')
    expect(text).not.toContain('khác hẳn')
    const before = Buffer.from(await bytesOf())
    const later = { ...office, now: () => new Date('2021-01-01T00:00:00.000Z') }
    const again = await printPaper(later, { congressId, kind, language: 'vi', isSample: false })
    expect(again.pdf.equals(before)).toBe(true)
    const { print, fetched } = printingAs(who, congressId)
    expect((await fetched(`/api/prints/${(await print({ kind })).id}/pdf`)).equals(before)).toBe(true)
  })

  test('tells by name what changed since, while it is in force', async () => {
    await sign()
    await number('57', '2020-09-03')
    expect((await stateOf()).life).toMatchObject({ isOutOfDate: false, changed: null, isKept: true })
    await rename('Hội nghị khác hẳn')
    const { life } = await stateOf()
    expect(life).toMatchObject({ isOutOfDate: true, changed: { rowCount: 0, hasProgramme: false, hasWording: false } })
    expect(life?.changed?.values.map(({ vi }) => vi)).toContain('Tên đầy đủ của hội nghị, đại hội')
    await step('issue')
    await step('withdraw', { reason: 'Hoãn' })
    expect((await stateOf()).life).toMatchObject({ isOutOfDate: false, changed: null })
  })

  test('keeps its words: changing them is refused with a code of its own, and its fields show what was signed', async () => {
    await fill({ purpose: 'Mục đích đã ký' })
    await sign()
    const refused = await fill({ purpose: 'Mục đích khác' })
    expect(refused).toMatchObject({ status: 409, body: { code: 'paper-signed' } })
    const fields = Object.fromEntries((await stateOf()).fields.map((field) => [field.name, field]))
    expect(fields['purpose']).toMatchObject({ value: 'Mục đích đã ký', fallback: '' })
  })

  test('comes back for changes before it is issued, keeps its number, and is signed anew', async () => {
    await fill({ purpose: 'Mục đích đã ký' })
    await sign()
    await number('57', '2020-09-03')
    expect((await step('return', { reason: 'Sai địa điểm' })).status).toBe(204)
    expect((await stateOf()).life).toMatchObject({ standing: 'draft', draft: 2, number: '57', isKept: false })
    expect((await fill({ purpose: 'Mục đích mới' })).status).toBe(200)
    expect(await textOf('', 'document-register')).toContain('57/KH-BTCHN')
    await sign()
    const text = await textOf()
    expect(text).toContain('Mục đích mới')
    expect(text).toContain('Số: 57/KH-BTCHN')
  })

  test('is unsigned again by undo, and follows the data then', async () => {
    await step('submit')
    const signed = await step('sign')
    await rename('Hội nghị khác hẳn')
    expect(await textOf()).not.toMatch(/khác hẳn/i)
    expect((await who('POST', `/api/acts/${signed.actId ?? ''}/undo`)).status).toBe(204)
    expect((await stateOf()).life).toMatchObject({ standing: 'for-signature', isKept: false })
    expect(await textOf()).toMatch(/khác hẳn/i)
  })
})

describe('a paper that was replaced', () => {
  test('stays with its steps and opens as it was signed; the new one names it', async () => {
    await fill({ purpose: 'Mục đích của bản đầu' })
    await issue('56', '2020-06-19')
    await step('replace', { reason: 'Đổi ngày', byNumber: '58/KH-BTCHN', day: '2020-07-01' })
    await step('redraft')
    await fill({ purpose: 'Mục đích của bản sau' })
    const [former] = (await stateOf()).life?.former ?? []
    expect(former).toMatchObject({ standing: 'replaced', number: '56/KH-BTCHN', day: '2020-06-19', isKept: true })
    expect(former?.history.find((each) => each.step === 'replace')).toMatchObject({
      reason: 'Đổi ngày',
      byNumber: '58/KH-BTCHN',
      day: '2020-07-01',
    })
    const query = `?paper=${former?.id ?? ''}`
    const text = await textOf(query)
    expect(text).toContain('Mục đích của bản đầu')
    expect(text).toContain('Số: 56/KH-BTCHN')
    expect(await textOf()).toContain('Mục đích của bản sau')
    const other = await signInAs(office, 'secretariat', outside.unitId)
    const foreign = `/api/congresses/${outside.ids['congress'] ?? ''}/papers/${kind}/pdf${query}`
    expect((await other('GET', foreign)).status).toBe(404)
    expect((await who('GET', `${congress}/papers/minutes/pdf${query}`)).status).toBe(404)
  })
})

describe('the register', () => {
  test('tells what was signed, and notes what became of each paper', async () => {
    await fill({ title: 'Tổ chức Hội nghị lần đầu' })
    await issue('56', '2020-06-19')
    await step('correct', { reason: 'Sai giờ', byNumber: '57/CV-BTCHN', day: '2020-06-20' })
    await step('replace', { reason: 'Đổi ngày', day: '2020-06-25' })
    await step('redraft')
    await fill({ title: 'Tổ chức Hội nghị lần sau' })
    await issue('58', '2020-06-25')
    await step('withdraw', { reason: 'Hoãn', day: '2020-06-30' })
    const register = (await textOf('', 'document-register')).replace(/\s+/g, ' ')
    const rows = await registerRows()
    expect(register).toContain('Ghi chú')
    expect(rows).toMatchObject([
      {
        about: 'Tổ chức Hội nghị lần đầu',
        note: 'Đính chính bằng số 57/CV-BTCHN, ngày 20/6/2020. Thay thế bằng số 58/KH-BTCHN, ngày 25/6/2020',
      },
      {
        about: 'Tổ chức Hội nghị lần sau',
        note: 'Thay cho số 56/KH-BTCHN, ngày 19/6/2020. Thu hồi ngày 30/6/2020',
      },
    ])
  })
})
