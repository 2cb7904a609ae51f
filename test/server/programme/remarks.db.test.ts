import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Remark } from '../../../server/programme/schema.ts'
import { buildDistricts, type Subtree } from '../../support/districts.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'

let office: TestOffice
let inside: Subtree
let chief: Browser
let secretary: Browser
let url: string
beforeEach(async () => {
  office = await openOffice()
  ;({ inside } = await buildDistricts(office))
  chief = await signInAs(office, 'viewer', inside.unitId)
  secretary = await signInAs(office, 'secretariat', inside.unitId)
  url = `/api/congresses/${inside.ids['congress'] ?? ''}/remarks`
})
afterEach(() => office.close())

const whole = { sessionId: null, itemId: null, text: 'Nên rút ngắn phần văn nghệ' }
const made = async (who: Browser, body: unknown = whole) => (await who('POST', url, body)).body as Remark
const all = async () => (await secretary('GET', url)).body as Remark[]

test('who may only read remarks on an item; the secretariat answers, and may open it again', async () => {
  const about = { ...whole, itemId: inside.ids['item'] ?? '' }
  const remark = await made(chief, about)
  expect(remark).toMatchObject({ ...about, settledBy: null, answer: '', version: 1 })
  const answer = { isSettled: true, answer: 'Đã rút còn 10 phút', version: 1 }
  expect((await chief('PUT', `/api/remarks/${remark.id}`, answer)).status).toBe(403)
  const settled = await secretary('PUT', `/api/remarks/${remark.id}`, answer)
  expect(settled.status).toBe(200)
  expect((settled.body as Remark).settledBy).not.toBeNull()
  await secretary('PUT', `/api/remarks/${remark.id}`, { ...answer, isSettled: false, version: 2 })
  expect(await all()).toMatchObject([{ settledBy: null, answer: 'Đã rút còn 10 phút' }])
})

test('only who made a remark takes it back, and only while it is open', async () => {
  const remark = await made(chief)
  expect((await secretary('DELETE', `/api/remarks/${remark.id}?version=1`)).status).toBe(409)
  await secretary('PUT', `/api/remarks/${remark.id}`, { isSettled: true, answer: '', version: 1 })
  expect((await chief('DELETE', `/api/remarks/${remark.id}?version=2`)).status).toBe(409)
  const other = await made(chief)
  expect((await chief('DELETE', `/api/remarks/${other.id}?version=1`)).status).toBe(204)
  expect((await all()).map(({ id }) => id)).toEqual([remark.id])
})

test('a remark about an item of elsewhere, or without a word, is refused', async () => {
  const strange = await chief('POST', url, { ...whole, itemId: '01890000-0000-7000-8000-000000000000' })
  expect([strange.status, (await chief('POST', url, { ...whole, text: '' })).status]).toEqual([400, 400])
  expect(await all()).toEqual([])
})
