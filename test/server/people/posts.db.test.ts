import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Post } from '../../../server/people/schema.ts'
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
