import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CongressList, ListRowShown } from '../../../server/lists/schema.ts'
import { listQuotas } from '../../../server/quotas/queries.ts'
import { buildDistricts, post, type WithId } from '../../support/districts.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { aCongress } from '../../support/records.ts'

let office: TestOffice
let who: Browser
let rows: string
let congressId: string
let communeId: string
beforeEach(async () => {
  office = await openOffice()
  const { inside } = await buildDistricts(office)
  communeId = inside.otherUnitId
  who = await signInAs(office, 'administrator', null)
  const place = { cycleId: inside.ids['cycle'] ?? '', levelId: inside.ids['level'] ?? '', unitId: inside.unitId }
  congressId = (await post<WithId>(who, '/api/congresses', aCongress(place))).id
  rows = `/api/congresses/${congressId}/lists/quotas/rows`
})
afterEach(() => office.close())

const add = (values: Record<string, string>) => post<ListRowShown>(who, rows, { values })
const unitIds = async () => (await listQuotas(office.db.read, congressId)).map(({ quota }) => quota.unitId)

test('a row of the list of quotas is of the unit that is called so, whatever the case, and of one row only', async () => {
  const first = await add({ unit: 'xã của huyện hải hậu', total: '1.024' })
  expect(first.values).toEqual({ unit: 'Xã của Huyện Hải Hậu', total: '1024', official: '1024' })
  await add({ unit: 'Xã của Huyện Hải Hậu' })
  await add({ unit: 'Xã của Huyện Giao Thủy' })
  // The commune of another district sends nobody to this one's congress.
  expect(await unitIds()).toEqual([communeId, null, null])
  const { id, version } = first
  const put = await who('PUT', rows, { rows: [{ id, version, values: { unit: 'Khối doanh nghiệp' } }] })
  expect(put.body).toMatchObject({ rows: [{ values: { unit: 'Khối doanh nghiệp', total: '1024' } }] })
  expect(await unitIds()).toEqual([null, null, null])
  expect((await who('POST', `/api/acts/${put.actId ?? ''}/undo`)).status).toBe(204)
  expect(await unitIds()).toEqual([communeId, null, null])
})

test('what is no whole number is refused, and nothing is kept', async () => {
  const refused = await who('POST', rows, { values: { unit: 'Khối doanh nghiệp', total: 'khoảng 12' } })
  expect(refused).toMatchObject({ status: 400, body: { details: [{ field: 'values.total', rule: 'not-a-number' }] } })
  const list = (await who('GET', `/api/congresses/${congressId}/lists/quotas`)).body as CongressList
  expect(list.rows).toEqual([])
})

test('a unit with a quota is not deleted, and the congress that names it is said', async () => {
  await add({ unit: 'Thôn của Huyện Hải Hậu', total: '2' })
  const [quota] = await listQuotas(office.db.read, congressId)
  const gone = await who('DELETE', `/api/units/${quota?.unit?.id ?? ''}?version=1`)
  expect(gone).toMatchObject({ status: 409, body: { code: 'in-use', details: { by: [{ kind: 'congress' }] } } })
})
