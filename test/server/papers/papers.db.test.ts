import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PaperState } from '../../../server/documents/schema.ts'
import type { OfferedSeries } from '../../../server/papers/schema.ts'
import { aPng } from '../../support/files.ts'
import { formWith } from '../../support/form.ts'
import { openOffice, signInAs, type Answer, type Browser, type TestOffice } from '../../support/office.ts'
import { aPost } from '../../support/records.ts'
import { buildDistricts, type Subtree } from '../../support/districts.ts'
import { linesOf, readPdf } from '../documents/read-pdf.ts'

let office: TestOffice
let inside: Subtree
let outside: Subtree
let who: Browser
let congress: string
beforeEach(async () => {
  office = await openOffice()
  ;({ inside, outside } = await buildDistricts(office))
  who = await signInAs(office, 'secretariat', inside.unitId)
  congress = `/api/congresses/${inside.ids['congress'] ?? ''}`
})
afterEach(() => office.close())

const stateOf = async (kind: string): Promise<PaperState> => {
  const { papers } = (await who('GET', `${congress}/papers`)).body as { papers: PaperState[] }
  const found = papers.find((paper) => paper.kind === kind)
  if (!found) throw new Error(`there is no ${kind}`)
  return found
}
const lifeOf = async (kind: string) => (await stateOf(kind)).life!
const versionOf = async (kind: string) => (await stateOf(kind)).version ?? 0
const step = async (kind: string, name: string, reason = '') =>
  who('POST', `${congress}/papers/${kind}/steps`, { step: name, reason, version: await versionOf(kind) })
const sign = async (...kinds: string[]) => {
  for (const kind of kinds) {
    for (const name of ['submit', 'sign']) expect((await step(kind, name)).status).toBe(204)
  }
}
const number = async (kind: string, text: string, day: string, seriesId: string | null = null) =>
  who('PUT', `${congress}/papers/${kind}/number`, { seriesId, number: text, day, version: await versionOf(kind) })
const refusal = ({ status, body }: Answer) => ({ status, ...(body as object) })
const series = async () => (await who('GET', `${congress}/number-series`)).body as OfferedSeries[]
const begin = async (values: object = {}) => {
  const usual = { name: 'Sổ văn phòng', ending: '', startsAt: 1, restartsYearly: true, way: 'by-hand', isShared: false }
  return ((await who('POST', `${congress}/number-series`, { ...usual, ...values })).body as OfferedSeries).id
}
const print = async (kind: string) => {
  const { bytes } = await who('GET', `${congress}/papers/${kind}/pdf`)
  return (await readPdf(bytes)).pages.flatMap(linesOf).join('\n')
}

describe('the life of a paper', () => {
  test('goes by its steps, each kept with who did it; another step is refused and changes nothing', async () => {
    expect(await lifeOf('plan')).toMatchObject({ id: null, standing: 'draft', draft: 1, history: [] })
    expect(refusal(await step('plan', 'issue'))).toMatchObject({ status: 409, code: 'paper-step-not-allowed' })
    await sign('plan')
    expect(refusal(await step('plan', 'issue'))).toMatchObject({ status: 409, code: 'number-missing' })
    expect((await number('plan', '57', '2020-09-03')).status).toBe(204)
    expect((await step('plan', 'issue')).status).toBe(204)
    const life = await lifeOf('plan')
    expect(life).toMatchObject({ standing: 'issued', number: '57', day: '2020-09-03', symbol: 'KH-BTCHN' })
    expect(life.history.map((each) => each.step)).toEqual(['submit', 'sign', 'number', 'issue'])
  })

  test('a draft that comes back says why and begins the next', async () => {
    await step('plan', 'submit')
    expect(refusal(await step('plan', 'return'))).toMatchObject({
      status: 400,
      details: [{ field: 'reason', rule: 'required' }],
    })
    expect((await step('plan', 'return', 'Sửa thời gian')).status).toBe(204)
    expect(await lifeOf('plan')).toMatchObject({ standing: 'draft', draft: 2 })
  })

  test('a paper that is replaced keeps its number, and the next of its kind begins as a draft with its words', async () => {
    await who('PUT', `${congress}/papers/plan`, { fields: { signer: 'Nguyễn Văn An', number: '9' }, version: null })
    await sign('plan')
    await number('plan', '57', '2020-09-03')
    await step('plan', 'issue')
    expect((await step('plan', 'replace', 'Đổi ngày')).status).toBe(204)
    expect((await step('plan', 'redraft')).status).toBe(204)
    const state = await stateOf('plan')
    expect(state.life).toMatchObject({ standing: 'draft', edition: 2, number: '' })
    expect(Object.fromEntries(state.fields.map(({ name, value }) => [name, value]))).toMatchObject({
      signer: 'Nguyễn Văn An',
      number: null,
    })
    await sign('plan')
    expect(refusal(await number('plan', '57', '2020-09-03'))).toMatchObject({ code: 'number-taken' })
  })

  test('a step is undone with its line in the history', async () => {
    const { actId } = await step('plan', 'submit')
    expect((await who('POST', `/api/acts/${actId ?? ''}/undo`)).status).toBe(204)
    expect(await lifeOf('plan')).toMatchObject({ id: null, standing: 'draft', history: [] })
  })

  test('a print for signature leaves number and day blank though they were typed, and bears the entered ones after', async () => {
    const fields = { number: '12', day: '2020-09-01', place: 'Hải Anh' }
    await who('PUT', `${congress}/papers/plan`, { fields, version: null })
    expect(await print('plan')).toContain('Số: 12/KH-BTCHN')
    await step('plan', 'submit')
    const forSignature = await print('plan')
    expect(forSignature).not.toContain('12/KH')
    expect(forSignature).not.toMatch(/ngày 0?1 tháng 9/)
    expect(forSignature).toMatch(/Hải Anh, ngày\s+tháng\s+năm 2020/)
    expect((await stateOf('plan')).blanks).not.toContain('number')
    await step('plan', 'sign')
    expect(await print('plan')).not.toContain('12/KH')
    await number('plan', '57', '2020-09-03')
    const numbered = await print('plan')
    expect(numbered).toContain('Số: 57/KH-BTCHN')
    expect(numbered).toContain('Hải Anh, ngày 03 tháng 9 năm 2020')
  })

  test('kinds that nobody signs have no life', async () => {
    expect((await stateOf('badge')).life).toBeNull()
    expect((await step('badge', 'submit')).status).toBe(404)
  })

  test('its valid copy is kept with the paper, and not with that of another congress', async () => {
    await sign('plan')
    const { id } = await lifeOf('plan')
    const scan = formWith(aPng(2, 2), 'Kế hoạch đã ký.png')
    const query = `?owner=paper&paper=${id ?? ''}`
    expect((await who('POST', `${congress}/files${query}`, scan.body, scan.headers)).status).toBe(200)
    expect((await who('GET', `${congress}/files${query}`)).body).toMatchObject([{ ownerKind: 'paper', ownerId: id }])
    const picture = formWith(aPng(3, 3), 'Ảnh hội nghị.png')
    await who('POST', `${congress}/files?owner=result`, picture.body, picture.headers)
    expect((await who('GET', `${congress}/files?owner=result`)).body).toHaveLength(1)
    const other = await signInAs(office, 'secretariat', outside.unitId)
    const foreign = `/api/congresses/${outside.ids['congress'] ?? ''}/files${query}`
    expect((await other('GET', foreign)).status).toBe(404)
  })

  test('a congress goes with the lives of its papers and comes back with them', async () => {
    await sign('plan')
    await number('plan', '57', '2020-09-03')
    const organizer = await signInAs(office, 'organizer', inside.unitId)
    const { version } = (await organizer('GET', congress)).body as { version: number }
    const deleted = await organizer('DELETE', `${congress}?version=${String(version)}`)
    expect(deleted.status).toBe(204)
    expect((await organizer('POST', `/api/acts/${deleted.actId ?? ''}/undo`)).status).toBe(204)
    expect(await lifeOf('plan')).toMatchObject({ standing: 'signed', number: '57' })
  })
})

describe('numbers', () => {
  test('57 of 3 September is entered: 56 cannot have a later date, 58 no earlier one, and each refusal names it', async () => {
    await sign('plan', 'minutes', 'quota-notice')
    await number('plan', '57', '2020-09-03')
    expect(refusal(await number('quota-notice', '56', '2020-09-04'))).toMatchObject({
      status: 409,
      code: 'number-day-after',
      details: { number: '57', day: '2020-09-03' },
    })
    expect((await lifeOf('quota-notice')).number).toBe('')
    expect(refusal(await number('quota-notice', '58', '2020-09-02'))).toMatchObject({ code: 'number-day-before' })
    expect(refusal(await number('quota-notice', '57', '2020-09-03'))).toMatchObject({ code: 'number-taken' })
    expect(refusal(await number('quota-notice', 'mười', '2020-09-03'))).toMatchObject({ status: 400 })
    expect((await number('quota-notice', '57a', '2020-09-03')).status).toBe(204)
  })

  test('begin again on 1 January', async () => {
    await sign('plan', 'quota-notice')
    await number('plan', '57', '2020-12-30')
    expect((await number('quota-notice', '1', '2021-01-04')).status).toBe(204)
  })

  test('of an own series of the committee and of one that the unit shares do not meet', async () => {
    await sign('plan', 'decision-committee')
    const shared = await begin({ isShared: true, ending: 'UBND', startsAt: 300 })
    expect((await number('plan', '12', '2020-09-03')).status).toBe(204)
    expect(refusal(await number('decision-committee', '12', '2020-09-03', shared))).toMatchObject({
      code: 'number-before-start',
      details: { start: 300 },
    })
    expect((await number('decision-committee', '312', '2020-09-01', shared)).status).toBe(204)
    expect(await lifeOf('decision-committee')).toMatchObject({ number: '312', symbol: 'QĐ-UBND', seriesId: shared })
    // One that the unit shares stands there from the beginning.
    expect((await series()).filter(({ lastNumber }) => lastNumber !== null)).toMatchObject([
      { name: 'Sổ văn phòng', congressId: null, lastNumber: '312' },
      { name: 'Sổ của Ban Tổ chức', lastNumber: '12' },
    ])
    expect((await who('DELETE', `/api/number-series/${shared}?version=1`)).status).toBe(409)
  })

  test('of the authority’s decisions are the unit’s own, from one congress to the next, and none of the committee’s', async () => {
    await sign('plan', 'decision-committee', 'decision-award')
    expect((await number('plan', '12', '2020-09-03')).status).toBe(204)
    expect((await number('decision-committee', '12', '2020-09-03')).status).toBe(204)
    expect(await series()).toMatchObject([
      { issuer: 'committee', congressId: inside.ids['congress'], lastNumber: '12' },
      { issuer: 'authority', congressId: null, lastNumber: '12' },
    ])
    expect(refusal(await number('decision-award', '12', '2020-09-04'))).toMatchObject({ code: 'number-taken' })
    expect((await number('decision-award', '13', '2020-09-04')).status).toBe(204)
    expect([(await lifeOf('decision-award')).seriesId]).toEqual([(await lifeOf('decision-committee')).seriesId])
    expect((await lifeOf('plan')).issuer).toBe('committee')
  })

  test('of another unit are not to be had', async () => {
    await sign('plan')
    const other = await signInAs(office, 'secretariat', outside.unitId)
    const foreign = `/api/congresses/${outside.ids['congress'] ?? ''}`
    const values = { name: 'Sổ khác', ending: '', startsAt: 1, restartsYearly: true, way: 'by-hand', isShared: true }
    const { id } = (await other('POST', `${foreign}/number-series`, values)).body as { id: string }
    expect(refusal(await number('plan', '1', '2020-09-03', id))).toMatchObject({
      details: [{ field: 'seriesId', rule: 'not-known' }],
    })
  })

  test('two people numbering at once never get one number', async () => {
    const kinds = ['plan', 'decision-committee', 'decision-delegation', 'decision-award', 'quota-notice']
    await sign(...kinds)
    const seriesId = await begin({ way: 'by-product', startsAt: 41 })
    const versions = await Promise.all(kinds.map(versionOf))
    const colleague = await signInAs(office, 'secretariat', inside.unitId)
    const answers = await Promise.all(
      kinds.map((kind, index) =>
        (index % 2 === 0 ? who : colleague)('PUT', `${congress}/papers/${kind}/number`, {
          seriesId,
          number: '',
          day: '2020-09-03',
          version: versions[index],
        }),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual(kinds.map(() => 204))
    const numbers = await Promise.all(kinds.map(async (kind) => (await lifeOf(kind)).number))
    expect(numbers.sort()).toEqual(['41', '42', '43', '44', '45'])
  })

  test('typed by two people at once is given to one of them', async () => {
    await sign('plan', 'decision-committee')
    const seriesId = await begin()
    const wish = { seriesId, number: '57', day: '2020-09-03' }
    const versions = [await versionOf('plan'), await versionOf('decision-committee')]
    const answers = await Promise.all(
      ['plan', 'decision-committee'].map((kind, index) =>
        who('PUT', `${congress}/papers/${kind}/number`, { ...wish, version: versions[index] }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409])
  })

  test('do not come back by undo once another took them', async () => {
    await sign('plan', 'decision-committee')
    const first = await number('plan', '57', '2020-09-03')
    const undone = await who('POST', `/api/acts/${first.actId ?? ''}/undo`)
    expect(undone.status).toBe(204)
    const seriesId = await begin()
    expect((await number('decision-committee', '57', '2020-09-01', seriesId)).status).toBe(204)
    expect((await number('plan', '58', '2020-09-03', seriesId)).status).toBe(204)
    const moved = await number('plan', '59', '2020-09-05', seriesId)
    await number('decision-committee', '58', '2020-09-04', seriesId)
    expect(refusal(await who('POST', `/api/acts/${moved.actId ?? ''}/undo`))).toMatchObject({ code: 'cannot-undo' })
    expect((await lifeOf('plan')).number).toBe('59')
  })

  test('and the register tells all of them in their order, the cover of the package only what is in force', async () => {
    await sign('plan', 'decision-committee')
    await number('decision-committee', '5', '2020-09-01')
    await number('plan', '57', '2020-09-03')
    const register = await print('document-register')
    expect(register).toContain('05/QĐ-')
    expect(register).toContain('57/KH-BTCHN')
    expect(register.indexOf('05/QĐ')).toBeLessThan(register.indexOf('57/KH'))
    await step('plan', 'issue')
    await step('plan', 'withdraw', 'Hoãn hội nghị')
    expect(await print('document-register')).toContain('57/KH-BTCHN')
    expect(await print('package-cover')).not.toContain('Kế hoạch tổ chức')
  })
})

describe('who signs', () => {
  const createPost = async (unitId: string) => {
    const organizer = await signInAs(office, 'organizer', inside.unitId)
    const holders = [
      { personName: 'Trần Văn Bình', from: '2015-01-01', to: '2020-08-31' },
      { personName: 'Lê Thị Chi', from: '2020-09-01', to: null },
    ]
    const post = { ...aPost(unitId), name: 'Phó Chủ tịch UBND huyện (VX)', holders }
    return (await organizer('POST', '/api/posts', post)).body as { id: string; version: number }
  }
  const choose = async (kind: string, postId: string, capacity: string | null = 'deputy', role = '') =>
    who('PUT', `${congress}/papers/${kind}/signer`, { postId, capacity, role, version: await versionOf(kind) })
  const fieldsOf = async (kind: string) =>
    Object.fromEntries((await stateOf(kind)).fields.map(({ name, value }) => [name, value]))

  test('is whoever holds the post on the day of the paper, with the lines of the capacity and the other post', async () => {
    const { id } = await createPost(inside.unitId)
    expect((await choose('plan', id)).status).toBe(204)
    expect(await fieldsOf('plan')).toMatchObject({
      signer: 'Trần Văn Bình',
      otherPost: 'Phó Chủ tịch UBND huyện',
      capacity: 'TM. Ban Tổ chức\nKT. Trưởng ban\nPhó Trưởng ban',
    })
    await who('PUT', `${congress}/papers/decision-committee`, { fields: { day: '2020-09-03' }, version: null })
    await choose('decision-committee', id)
    expect(await fieldsOf('decision-committee')).toMatchObject({ signer: 'Lê Thị Chi' })
  })

  test('is named again where the day or the holder changed: the list tells every unsigned paper', async () => {
    const { id } = await createPost(inside.unitId)
    await choose('plan', id)
    await choose('decision-committee', id)
    await sign('decision-committee')
    const fields = { ...(await fieldsOf('plan')), day: '2020-09-03' } as Record<string, string | null>
    const filled = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value ?? '']))
    await who('PUT', `${congress}/papers/plan`, { fields: filled, version: await versionOf('plan') })
    const url = `/api/cycles/${inside.ids['cycle'] ?? ''}/former-signers`
    const former = { was: 'Trần Văn Bình', now: 'Lê Thị Chi' }
    expect((await lifeOf('plan')).formerSigner).toEqual(former)
    expect((await who('GET', url)).body).toMatchObject([{ kind: 'plan', postId: id, ...former }])
    const other = await signInAs(office, 'viewer', outside.unitId)
    expect((await other('GET', url)).body).toEqual([])
    await choose('plan', id, null)
    expect((await who('GET', url)).body).toEqual([])
  })

  test('must be known, of a unit above, and stays once the paper is signed', async () => {
    const { id } = await createPost(inside.unitId)
    expect(refusal(await choose('plan', outside.ids['post'] ?? ''))).toMatchObject({ status: 400 })
    expect(refusal(await choose('plan', id, 'by-order'))).toMatchObject({ details: [{ field: 'role' }] })
    await who('PUT', `${congress}/papers/plan`, { fields: { day: '2010-09-03' }, version: null })
    expect(refusal(await choose('plan', id))).toMatchObject({ code: 'signer-not-known' })
    await sign('plan')
    expect(refusal(await choose('plan', id))).toMatchObject({ code: 'paper-step-not-allowed' })
  })
})
