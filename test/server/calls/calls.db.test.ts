import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Call } from '../../../server/calls/schema.ts'
import type { Road } from '../../../server/road/schema.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { aCall, aCongress, aCycle, aUnit } from '../../support/records.ts'

let office: TestOffice
let who: Browser
let province: string
let commune: string
let other: string
let congressId: string
beforeEach(async () => {
  office = await openOffice()
  who = await signInAs(office, 'administrator', null)
  province = await idOf('/api/units', aUnit({ name: 'Tỉnh Nam Định' }))
  commune = await idOf('/api/units', aUnit({ name: 'Xã Hải Anh', parentId: province }))
  other = await idOf('/api/units', aUnit({ name: 'Xã Hải Minh', parentId: province }))
  const cycleId = await idOf('/api/cycles', aCycle(province))
  const { levels } = (await who('GET', `/api/cycles/${cycleId}/road`)).body as Road
  congressId = await idOf('/api/congresses', aCongress({ cycleId, levelId: levels[0]?.id ?? '', unitId: commune }))
})
afterEach(() => office.close())

const idOf = async (url: string, body: unknown) => {
  const answer = await who('POST', url, body)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return (answer.body as { id: string }).id
}
const calls = async (url: string, reader = who) => ((await reader('GET', url)).body as Call[]).map(({ said }) => said)

test('a call is kept with its unit, newest first, and with the congress that it was about', async () => {
  const first = await who('POST', '/api/calls', aCall(commune, { said: 'Hoãn', congressId }))
  expect(first.body).toMatchObject({ at: '2020-06-22T02:00:00.000Z', accountName: 'administrator for a test' })
  await idOf('/api/calls', aCall(commune, { said: 'Giữ ngày' }))
  await idOf('/api/calls', aCall(other, { said: 'Việc khác' }))
  expect(await calls(`/api/units/${commune}/calls`)).toEqual(['Giữ ngày', 'Hoãn'])
  expect(await calls(`/api/congresses/${congressId}/calls`)).toEqual(['Giữ ngày', 'Hoãn'])
})

test('the secretariat notes calls and takes a note back; nobody else sees them', async () => {
  const secretary = await signInAs(office, 'secretariat', commune)
  const stranger = await signInAs(office, 'secretariat', other)
  const noted = await secretary('POST', '/api/calls', aCall(commune, { callBackOn: '2020-06-24' }))
  expect(noted.status).toBe(200)
  expect((await calls('/api/calls/to-make', secretary)).length).toBe(1)
  expect(await calls('/api/calls/to-make', stranger)).toEqual([])
  expect((await stranger('GET', `/api/units/${commune}/calls`)).status).toBe(404)
  expect((await stranger('POST', `/api/acts/${noted.actId ?? ''}/undo`)).status).toBe(404)
  expect((await secretary('POST', `/api/acts/${noted.actId ?? ''}/undo`)).status).toBe(204)
  expect(await calls(`/api/units/${commune}/calls`)).toEqual([])
})

test.each([
  ['says nothing', () => aCall(commune, { said: '  ' }), 'said'],
  ['has no telephone number', () => aCall(commune, { phone: 'gọi Zalo' }), 'phone'],
  ['is about the congress of another unit', () => aCall(other, { congressId }), 'congressId'],
  ['is to be called back on no day', () => aCall(commune, { callBackOn: '2020-02-30' }), 'callBackOn'],
])('a note that %s is refused and not kept', async (_what, call, field) => {
  expect(await who('POST', '/api/calls', call())).toMatchObject({ status: 400, body: { details: [{ field }] } })
  expect(await calls('/api/calls/to-make')).toEqual([])
  expect([await calls(`/api/units/${commune}/calls`), await calls(`/api/units/${other}/calls`)]).toEqual([[], []])
})

test('a congress and a unit can be deleted in spite of calls, and come back with them', async () => {
  await idOf('/api/calls', aCall(commune, { congressId }))
  const gone = await who('DELETE', `/api/congresses/${congressId}?version=1`)
  expect(gone.status).toBe(204)
  expect((await calls(`/api/units/${commune}/calls`)).length).toBe(1)
  expect((await who('POST', `/api/acts/${gone.actId ?? ''}/undo`)).status).toBe(204)
  expect((await calls(`/api/congresses/${congressId}/calls`)).length).toBe(1)

  await idOf('/api/calls', aCall(other))
  const unit = await who('DELETE', `/api/units/${other}?version=1`)
  expect(unit.status).toBe(204)
  expect((await who('POST', `/api/acts/${unit.actId ?? ''}/undo`)).status).toBe(204)
  expect((await calls(`/api/units/${other}/calls`)).length).toBe(1)
})
