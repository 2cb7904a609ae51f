import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Delegate, DelegateList } from '../../../server/delegates/schema.ts'
import type { Quota, QuotaBoard } from '../../../server/quotas/schema.ts'
import type { UnitList, UnitListBoard } from '../../../server/unit-lists/schema.ts'
import type { Unit } from '../../../server/units/schema.ts'
import { buildDistricts, post, type Subtree, type WithId } from '../../support/districts.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { aCongress, aUnit } from '../../support/records.ts'

let office: TestOffice
let inside: Subtree
let district: Browser
/** Who organizes the unit that is merged, and who organizes the one that comes in its place. */
let former: Browser
let heir: Browser
let congressId: string
let formerId: string
let heirId: string
beforeEach(async () => {
  office = await openOffice()
  ;({ inside } = await buildDistricts(office))
  formerId = inside.otherUnitId
  district = await signInAs(office, 'organizer', inside.unitId)
  former = await signInAs(office, 'organizer', formerId)
  const place = { cycleId: inside.ids['cycle'] ?? '', levelId: inside.ids['level'] ?? '', unitId: inside.unitId }
  congressId = (await post<WithId>(district, '/api/congresses', aCongress(place))).id
  const merged = { parentId: inside.unitId, predecessorIds: [formerId] }
  heirId = (await post<WithId>(district, '/api/units', aUnit({ name: 'Xã Hải Tân', ...merged }))).id
  heir = await signInAs(office, 'organizer', heirId)
})
afterEach(() => office.close())

const base = () => `/api/congresses/${congressId}`
const path = (unitId = formerId) => `${base()}/unit-lists/${unitId}`
const named = ({ id, version }: { id: string; version: number }) => ({ id, version })
const quotas = async (): Promise<Quota[]> => ((await district('GET', `${base()}/quotas`)).body as QuotaBoard).quotas
const board = async () => ((await district('GET', `${base()}/unit-lists`)).body as UnitListBoard).lists
const listOf = async (unitId: string, who = district) => (await who('GET', path(unitId))).body as UnitList
const people = async () => (await district('GET', `${base()}/delegates`)).body as DelegateList
const add = (unitId: string, name: string, who = district) => post<Delegate>(who, `${path(unitId)}/delegates`, { name })
const act = async (unitId: string, what: string, more: object, who = district) =>
  who('POST', `${path(unitId)}/${what}`, { ...more, version: (await listOf(unitId)).version })
const submit = (unitId: string, who: Browser) => act(unitId, 'submit', { excessReason: '' }, who)
const approve = (unitId: string) => act(unitId, 'approve', { paperNumber: '12/QĐ', paperDate: null })
const handOver = (who = district) => act(formerId, 'hand-over', { successorId: heirId }, who)
const undo = (actId: string | null) => district('POST', `/api/acts/${actId ?? ''}/undo`)

/** Gives units a quota of so many official delegates and sends it. */
const allow = async (...units: [unitId: string, official: number, aims?: object[]][]) => {
  await post(district, `${base()}/quotas`, { rows: units.map(([unitId]) => ({ unitId, name: '' })) })
  const of = new Map(units.map(([unitId, official, aims = []]) => [unitId, { official, aims }]))
  const rows = (await quotas()).map((quota) => ({ ...named(quota), ...of.get(quota.unitId ?? '') }))
  expect((await district('PUT', `${base()}/quotas`, { rows })).status).toBe(204)
  await district('POST', `${base()}/quotas/send`, { rows: (await quotas()).map(named) })
}
/** The unit is no more. */
const end = async () => {
  const units = (await district('GET', '/api/units')).body as Unit[]
  const { id: _id, ...unit } = units.find(({ id }) => id === formerId) as Unit
  expect((await district('PUT', `/api/units/${formerId}`, { ...unit, validTo: '2020-01-31' })).status).toBeLessThan(300)
}

describe('the list of a unit that was merged', () => {
  test('goes on to the one that came in its place, approved as it was, in one act that is undone', async () => {
    await allow([formerId, 2])
    await add(formerId, 'Nguyễn Văn An', former)
    await submit(formerId, former)
    await approve(formerId)
    expect(await handOver()).toMatchObject({ status: 409, body: { code: 'unit-not-succeeded' } })
    await end()
    expect((await board())[0]).toMatchObject({
      endedOn: '2020-01-31',
      successors: [{ id: heirId, name: 'Xã Hải Tân' }],
    })
    expect((await handOver(former)).status).toBe(404)
    const handed = await handOver()
    expect(handed.status).toBe(204)
    expect(await board()).toMatchObject([
      { sendingUnitId: heirId, state: 'approved', approved: { official: 1 }, corrections: 0, paperNumber: '12/QĐ' },
    ])
    expect(await quotas()).toMatchObject([{ unitId: heirId, official: 2, approved: { official: 1 } }])
    expect(await listOf(heirId, heir)).toMatchObject({
      delegates: [{ name: 'Nguyễn Văn An', delegation: 'Xã Hải Tân' }],
    })
    expect((await former('GET', path())).status).toBe(404)
    expect((await undo(handed.actId)).status).toBe(204)
    expect(await board()).toMatchObject([{ sendingUnitId: formerId, approved: { official: 1 } }])
    expect((await people()).delegates).toMatchObject([{ sendingUnitId: formerId, delegation: 'Xã của Huyện Hải Hậu' }])
  })

  test('joins the list, delegation and quota that the other one has already', async () => {
    const aim = (amount: number) => ({ attribute: 'women', value: '', op: 'at-least', amount, isPercent: false })
    await allow([formerId, 2, [aim(1)]], [heirId, 3, [aim(2)]])
    await add(formerId, 'Nguyễn Văn An', former)
    await add(heirId, 'Trần Thị Bình', heir)
    await submit(heirId, heir)
    await end()
    const handed = await handOver()
    expect(handed.status).toBe(204)
    expect(await quotas()).toMatchObject([
      { unitId: heirId, official: 5, sent: { official: 5 }, aims: [{ attribute: 'women', amount: 3 }] },
    ])
    const now = await people()
    expect(now.delegations.map(({ name }) => name)).toEqual(['Xã Hải Tân'])
    expect(now.delegates.map(({ delegation }) => delegation)).toEqual(['Xã Hải Tân', 'Xã Hải Tân'])
    // What its unit sent is corrected, not undone: it is told who was added.
    expect(await listOf(heirId, heir)).toMatchObject({
      ...{ state: 'submitted', entered: { official: 2 }, allowed: { official: 5 } },
      corrections: [{ kind: 'added', name: 'Nguyễn Văn An', by: '' }],
    })
    expect((await undo(handed.actId)).status).toBe(204)
    expect((await quotas()).map(({ official }) => official)).toEqual([2, 3])
    expect((await people()).delegations).toHaveLength(2)
  })

  test('that both sent is not thrown together: nothing changes until one was returned', async () => {
    await allow([formerId, 2], [heirId, 3])
    await add(formerId, 'Nguyễn Văn An', former)
    await add(heirId, 'Trần Thị Bình', heir)
    await submit(formerId, former)
    await submit(heirId, heir)
    await end()
    expect(await handOver()).toMatchObject({
      ...{ status: 409, body: { code: 'unit-list-both-sent', details: { name: 'Xã Hải Tân' } } },
    })
    expect((await quotas()).map(({ official }) => official)).toEqual([2, 3])
    await act(formerId, 'return', { remark: 'Đơn vị đã sáp nhập' })
    expect((await handOver()).status).toBe(204)
    expect((await board()).map(({ sendingUnitId, state }) => [sendingUnitId, state])).toEqual([[heirId, 'submitted']])
  })

  test('of one that was split goes to that of its successors which a person names, with its people counted', async () => {
    await allow([formerId, 2], [heirId, 3])
    await add(formerId, 'Nguyễn Văn An', former)
    await add(heirId, 'Lê Văn Cường', heir)
    const place = { parentId: inside.unitId, predecessorIds: [formerId] }
    const { id: secondId } = await post<WithId>(district, '/api/units', aUnit({ name: 'Xã Hải Phú', ...place }))
    await end()
    const row = (await board()).find(({ sendingUnitId }) => sendingUnitId === formerId)
    expect(row?.successors.map(({ name, entered }) => [name, entered.official]).sort()).toEqual([
      ['Xã Hải Phú', 0],
      ['Xã Hải Tân', 1],
    ])
    expect((await act(formerId, 'hand-over', { successorId: secondId })).status).toBe(204)
    expect((await listOf(secondId)).delegates.map(({ name }) => name)).toEqual(['Nguyễn Văn An'])
    expect((await listOf(heirId)).delegates.map(({ name }) => name)).toEqual(['Lê Văn Cường'])
  })

  test('that somebody changed meanwhile, or that is not there, is not handed over', async () => {
    await end()
    const nothing = await district('POST', `${path()}/hand-over`, { successorId: heirId, version: 0 })
    expect(nothing).toMatchObject({ status: 409, body: { code: 'unit-list-nothing-there' } })
    await allow([formerId, 2])
    await add(formerId, 'Nguyễn Văn An', former)
    await submit(formerId, former)
    const late = await district('POST', `${path()}/hand-over`, { successorId: heirId, version: 0 })
    expect(late).toMatchObject({ status: 409, body: { code: 'stale' } })
  })
})

describe('a unit', () => {
  test('puts an alternate or somebody new in the place of one of its own, while it has its list', async () => {
    await allow([formerId, 2], [heirId, 3])
    const an = await add(formerId, 'Nguyễn Văn An', former)
    const foreign = await post<Delegate>(heir, `${path(heirId)}/delegates`, { name: 'Ngoài', standing: 'alternate' })
    const newcomer = { name: 'Trần Thị Bình', sex: null, birthYear: null, phone: '', post: '', workplace: '' }
    const replace = (id: string, more: object) =>
      former('POST', `${path()}/delegates/${id}/replace`, {
        ...{ alternateId: null, newcomer: null, reason: 'Ốm', takesPlace: true, version: an.version, ...more },
      })
    expect(await replace(an.id, { alternateId: foreign.id })).toMatchObject({ body: { code: 'alternate-gone' } })
    expect(await replace(foreign.id, { newcomer, version: foreign.version })).toMatchObject({ body: { code: 'stale' } })
    const replaced = await replace(an.id, { newcomer })
    expect(replaced).toMatchObject({ status: 200, body: { name: 'Trần Thị Bình', standing: 'listed' } })
    expect((await listOf(formerId, former)).delegates.map(({ name, standing }) => [name, standing])).toEqual([
      ['Nguyễn Văn An', 'withdrawn'],
      ['Trần Thị Bình', 'listed'],
    ])
    expect((await former('POST', `/api/acts/${replaced.actId ?? ''}/undo`)).status).toBe(204)
    await submit(formerId, former)
    const [now] = (await listOf(formerId)).delegates
    expect(await replace(an.id, { newcomer, version: now?.version })).toMatchObject({
      body: { code: 'unit-list-closed' },
    })
  })
})
