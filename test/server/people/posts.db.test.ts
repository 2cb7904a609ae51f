import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Post } from '../../../server/people/schema.ts'
import { putOnList, takeOffList } from '../../support/delegates.ts'
import { buildDistricts } from '../../support/districts.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { keepPhone } from '../../support/phones.ts'
import { aPost, aUnit } from '../../support/records.ts'

let office: TestOffice
let who: Browser
beforeEach(async () => {
  office = await openOffice()
  who = await signInAs(office, 'administrator', null)
})
afterEach(() => office.close())

test('what is no telephone number is refused at its field, and what was kept before holds up no other change', async () => {
  const province = (await who('POST', '/api/units', aUnit({ name: 'Tỉnh Nam Định' }))).body as { id: string }
  const { id, ...values } = (await who('POST', '/api/posts', aPost(province.id))).body as Post
  const put = (change: object) => who('PUT', `/api/posts/${id}`, { ...values, ...change })
  const refused = { status: 400, body: { code: 'invalid', details: [{ field: 'phone', rule: 'not-a-phone' }] } }
  expect(await put({ phone: 'abc' })).toMatchObject(refused)
  expect(await who('POST', '/api/posts', { ...aPost(province.id), phone: 'abc' })).toMatchObject(refused)
  expect((await who('GET', '/api/posts')).body).toMatchObject([{ phone: '', version: 1 }])
  await keepPhone(office, 'posts', id, 'hỏi văn phòng')
  expect(await put({ phone: 'hỏi văn phòng', name: 'Chủ tịch UBND' })).toMatchObject({ status: 200 })
  expect(await put({ phone: '0228 3849 123 máy lẻ 12', version: 2 })).toMatchObject({ status: 200 })
})

const holder = (personName: string) => ({ personName, from: null, to: null })
const peopleNamed = async (name: string): Promise<string[]> => {
  const { people } = office.db.read.tables
  const found = await office.db.read.select().from(people).where(eq(people.name, name))
  return found.map(({ id }) => id)
}

test('who holds a post stays the same person through its changes, and goes once nothing knows him', async () => {
  const province = (await who('POST', '/api/units', aUnit({ name: 'Tỉnh Nam Định' }))).body as { id: string }
  const made = (await who('POST', '/api/posts', { ...aPost(province.id), holders: [holder('Nguyễn Văn An')] }))
    .body as Post
  const [an] = await peopleNamed('Nguyễn Văn An')
  const changed = await who('PUT', `/api/posts/${made.id}`, {
    ...{ ...aPost(province.id), name: 'Phó Chủ tịch', holders: [holder('Nguyễn Văn An')], version: 1 },
  })
  expect((changed.body as Post).holders).toMatchObject([{ personId: an }])
  const deleted = await who('DELETE', `/api/posts/${made.id}?version=2`)
  expect([deleted.status, await peopleNamed('Nguyễn Văn An')]).toEqual([204, []])
  // Nothing is left that would keep the unit from being deleted.
  expect((await who('DELETE', `/api/units/${province.id}?version=1`)).status).toBe(204)
})

test('a delegate of the same name is not taken for who holds a post', async () => {
  const { inside } = await buildDistricts(office)
  const [row = ''] = await putOnList(office, inside.ids['congress'] ?? '', [{ name: 'Trần Thị Bình' }])
  const [delegate] = await peopleNamed('Trần Thị Bình')
  const post = (await who('POST', '/api/posts', { ...aPost(inside.unitId), holders: [holder('Trần Thị Bình')] }))
    .body as Post
  expect(post.holders[0]?.personId).not.toBe(delegate)
  await takeOffList(office, inside.ids['congress'] ?? '', row)
  expect(await peopleNamed('Trần Thị Bình')).toEqual([post.holders[0]?.personId])
})
