import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Quota, QuotaBoard } from '../../../server/quotas/schema.ts'
import { putOnList } from '../../support/delegates.ts'
import { buildDistricts, post, type Subtree, type WithId } from '../../support/districts.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { aCongress } from '../../support/records.ts'

let office: TestOffice
let who: Browser
let inside: Subtree
let outside: Subtree
let congressId: string
let url: string
beforeEach(async () => {
  office = await openOffice()
  ;({ inside, outside } = await buildDistricts(office))
  who = await signInAs(office, 'secretariat', inside.unitId)
  const organizer = await signInAs(office, 'organizer', inside.unitId)
  const place = { cycleId: inside.ids['cycle'] ?? '', levelId: inside.ids['level'] ?? '', unitId: inside.unitId }
  congressId = (await post<WithId>(organizer, '/api/congresses', aCongress(place))).id
  url = `/api/congresses/${congressId}/quotas`
})
afterEach(() => office.close())

const board = async () => (await who('GET', url)).body as QuotaBoard
const add = (...rows: { unitId?: string; name?: string }[]) =>
  who('POST', url, { rows: rows.map(({ unitId = null, name = '' }) => ({ unitId, name })) })
const numbers = async () => (await board()).quotas.map(({ name, official, guests }) => [name, official, guests])
const put = (...rows: (Partial<Quota> & Pick<Quota, 'id' | 'version'>)[]) => who('PUT', url, { rows })
const undo = (actId: string | null) => who('POST', `/api/acts/${actId ?? ''}/undo`)
const plan = (more: Partial<{ maximum: number | null; targets: unknown[]; version: number }>) =>
  who('PUT', `/api/congresses/${congressId}/quota-plan`, { maximum: null, targets: [], version: 0, ...more })
const women = { attribute: 'women', value: '', op: 'at-least', amount: 30, isPercent: true }

/** A commune and a block with a quota each. */
const begin = async (): Promise<[Quota, Quota]> => {
  await add({ unitId: inside.otherUnitId }, { name: 'Khối doanh nghiệp' })
  return (await board()).quotas as [Quota, Quota]
}

describe('quotas', () => {
  test('are given to units and blocks, changed many in one act, and undone', async () => {
    const [commune, block] = await begin()
    const rows = [
      { id: commune.id, version: 1, official: 20, guests: 2, setBy: 'by-staff' as const },
      { id: block.id, version: 1, official: 8 },
    ]
    const changed = await put(...rows)
    expect(changed.status).toBe(204)
    expect(await numbers()).toEqual([
      ['Xã của Huyện Hải Hậu', 20, 2],
      ['Khối doanh nghiệp', 8, 0],
    ])
    expect((await undo(changed.actId)).status).toBe(204)
    expect((await numbers()).map(([, official]) => official)).toEqual([0, 0])
  })

  test('are not given twice, nor to a unit that is not below the congress, nor to nobody', async () => {
    await begin()
    expect(await add({ unitId: inside.otherUnitId })).toMatchObject({ status: 409, body: { code: 'quota-twice' } })
    expect(await add({ name: 'Khối doanh nghiệp' })).toMatchObject({ status: 409, body: { code: 'quota-twice' } })
    expect(await add({ unitId: outside.otherUnitId })).toMatchObject({
      status: 400,
      body: { details: [{ field: 'rows.0.unitId', rule: 'not-known' }] },
    })
    expect((await add({ name: ' ' })).status).toBe(400)
    expect(await numbers()).toHaveLength(2)
  })

  test('that another changed meanwhile stay, and so do all others of the act', async () => {
    const [commune, block] = await begin()
    await put({ id: commune.id, version: 1, official: 20 })
    const late = await put({ id: block.id, version: 1, official: 8 }, { id: commune.id, version: 1, official: 10 })
    expect(late).toMatchObject({ status: 409, body: { code: 'stale', details: { current: { official: 20 } } } })
    expect((await numbers()).map(([, official]) => official)).toEqual([20, 0])
  })

  test('do not sum up to more than the congress has, and its maximum is not lowered below them', async () => {
    const [commune, block] = await begin()
    await plan({ maximum: 30 })
    await put({ id: commune.id, version: 1, official: 20, guests: 2 })
    expect(await put({ id: block.id, version: 1, official: 9 })).toMatchObject({
      status: 409,
      body: { code: 'quota-above-maximum', details: { sum: 31, maximum: 30 } },
    })
    expect(await plan({ maximum: 21, version: 1 })).toMatchObject({ body: { code: 'quota-above-maximum' } })
    // What is moved from one to another in one act never counts twice.
    const moved = await put({ id: block.id, version: 1, official: 28 }, { id: commune.id, version: 2, official: 0 })
    expect(moved.status).toBe(204)
    const listed = { values: { unit: 'Khối trường học', total: '1' } }
    expect(await who('POST', `/api/congresses/${congressId}/lists/quotas/rows`, listed)).toMatchObject({
      body: { code: 'quota-above-maximum' },
    })
    expect(await board()).toMatchObject({ maximum: 30, quotas: [{ official: 0 }, { official: 28 }] })
  })

  test('say what was sent, by whom, and that it is no longer what stands', async () => {
    const [commune] = await begin()
    await put({ id: commune.id, version: 1, official: 20 })
    const sent = await who('POST', `${url}/send`, { rows: [{ id: commune.id, version: 2 }] })
    expect(sent.status).toBe(204)
    await put({ id: commune.id, version: 3, official: 18 })
    const [now] = (await board()).quotas
    expect(now).toMatchObject({ official: 18, sent: { official: 20, guests: 0 } })
    expect(now?.sent?.by).not.toBe('')
  })

  test('go with the congress and come back with it', async () => {
    const [commune] = await begin()
    await put({ id: commune.id, version: 1, official: 20 })
    await plan({ maximum: 30 })
    const organizer = await signInAs(office, 'organizer', inside.unitId)
    const gone = await organizer('DELETE', `/api/congresses/${congressId}?version=1`)
    expect(gone.status).toBe(204)
    expect((await organizer('POST', `/api/acts/${gone.actId ?? ''}/undo`)).status).toBe(204)
    expect(await board()).toMatchObject({ maximum: 30, quotas: [{ official: 20 }, { official: 0 }] })
  })

  test('are exported as a table that the list of quotas reads', async () => {
    const [commune] = await begin()
    await put({ id: commune.id, version: 1, official: 20 })
    const { status, bytes } = await who('GET', `${url}/export.xlsx`)
    expect(status).toBe(200)
    const headings = strFromU8(unzipSync(bytes)['xl/sharedStrings.xml'] ?? new Uint8Array())
    for (const heading of ['Chính thức đã nhập', 'Chính thức đã duyệt', 'Khách mời đã duyệt']) {
      expect(headings).toContain(heading)
    }
  })
})

describe('the board', () => {
  const people = [
    { name: 'Nguyễn Thị An', sex: 'Nữ', class: 'Đại biểu chính thức', delegation: 'xã của huyện hải hậu' },
    { name: 'Trần Văn Bình', sex: 'Nam', class: 'Đại biểu chính thức', delegation: 'Xã của Huyện Hải Hậu' },
    { name: 'Lê Văn Cường', sex: 'Nam', class: 'Khách mời', delegation: 'Xã của Huyện Hải Hậu', birthYear: '1990' },
    { name: 'Phạm Thị Dung', sex: 'Nữ', class: 'Đại biểu chính thức', delegation: 'Đoàn khác', birthYear: '1985' },
    { name: 'Vũ Văn Em', class: 'Phục vụ', delegation: 'Xã của Huyện Hải Hậu' },
  ]

  test('counts who was entered under each quota, and whom none covers; helpers are none of them', async () => {
    await begin()
    await putOnList(office, congressId, people)
    expect(await board()).toMatchObject({
      quotas: [{ entered: { official: 2, guests: 1 } }, { entered: { official: 0, guests: 0 } }],
      entered: { official: 3, guests: 1 },
      uncovered: { official: 1, guests: 0 },
    })
  })

  test('counts official delegates for the targets, and keeps what is sensitive from whoever may not know it', async () => {
    const [commune] = await begin()
    await putOnList(office, congressId, people)
    const young = { attribute: 'age-under', value: '40', op: 'at-least', amount: 1, isPercent: false }
    const minority = { attribute: 'ethnic-minority', value: '', op: 'at-least', amount: 1, isPercent: false }
    await plan({ targets: [women, young, minority] })
    await put({ id: commune.id, version: 1, aims: [{ ...women, have: undefined }] as never })
    expect((await board()).targets.map(({ have }) => have)).toEqual([2, 1, null])
    expect((await board()).quotas[0]?.aims).toMatchObject([{ attribute: 'women', have: 1 }])
    const organizer = await signInAs(office, 'organizer', inside.unitId)
    const seen = (await organizer('GET', url)).body as QuotaBoard
    expect(seen.targets.map(({ have }) => have)).toEqual([2, 1, 0])
  })

  test('refuses targets that say nothing, too much, or the same twice', async () => {
    const refused = async (...targets: object[]) => (await plan({ targets })).body
    expect(await refused({ ...women, amount: 101 })).toMatchObject({
      details: [{ field: 'targets.0.amount', rule: 'too-large' }],
    })
    expect(await refused({ ...women, attribute: 'group' })).toMatchObject({
      details: [{ field: 'targets.0.value', rule: 'required' }],
    })
    expect(await refused({ ...women, attribute: 'age-under', value: 'trẻ' })).toMatchObject({
      details: [{ field: 'targets.0.value', rule: 'wrong-form' }],
    })
    expect(await refused(women, { ...women, amount: 40 })).toMatchObject({
      details: [{ field: 'targets', rule: 'twice' }],
    })
    expect((await board()).planVersion).toBe(0)
  })
})
