import { afterEach, beforeEach, expect, test } from 'vitest'
import { stampReader } from '../../../server/history/queries.ts'
import { browser, openOffice, signInAs, type TestOffice } from '../../support/office.ts'
import { aUnit } from '../../support/records.ts'
import type { Subtree } from '../../support/districts.ts'
import { buildSubtrees } from '../../support/subtrees.ts'

let office: TestOffice
let inside: Subtree
let outside: Subtree
beforeEach(async () => {
  office = await openOffice()
  ;({ inside, outside } = await buildSubtrees(office))
})
afterEach(() => office.close())

/** Other ways to write `/api`: the router reads them alike. */
const spellings = ['/%61pi', '/a%70i']

test.each(spellings)('an address that begins with %s asks for the same permission', async (start) => {
  const stranger = browser(office, null)
  const congress = `${start}/congresses/${inside.ids['congress'] ?? ''}`
  for (const url of [congress, `${congress}/events`, `${congress}/programme`, `${congress}/papers`]) {
    expect(await stranger('GET', url)).toMatchObject({ status: 401, body: { code: 'not-signed-in' } })
  }
  const pdf = await stranger('GET', `${congress}/papers/programme/pdf`)
  expect(pdf).toMatchObject({ status: 401, body: { code: 'not-signed-in' } })
})

test.each(spellings)('an address that begins with %s reaches nothing of another unit', async (start) => {
  const clerk = await signInAs(office, 'administrator', inside.unitId)
  const readStamp = stampReader(office.db)
  const before = await readStamp()
  const url = `${start}/congresses/${outside.ids['congress'] ?? ''}`
  expect(await clerk('GET', url)).toMatchObject({ status: 404, body: { code: 'not-found' } })
  expect(await clerk('DELETE', `${url}?version=2`)).toMatchObject({ status: 404, body: { code: 'not-found' } })
  expect(await clerk('DELETE', `${start}/imports/${outside.ids['import'] ?? ''}`)).toMatchObject({ status: 404 })
  expect(await readStamp()).toBe(before)
  expect(await clerk('GET', `${start}/congresses/${inside.ids['congress'] ?? ''}`)).toMatchObject({ status: 200 })
})

test.each(spellings)('an address that begins with %s is no way around the origin', async (start) => {
  const clerk = await signInAs(office, 'administrator', null)
  const readStamp = stampReader(office.db)
  const before = await readStamp()
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'null' },
    { origin: 'http://elsewhere.example' },
    { origin: 'http://localhost:80.elsewhere.example' },
  ]) {
    const answer = await clerk('POST', `${start}/units`, aUnit({}), { host: 'localhost:80', ...headers })
    expect(answer).toMatchObject({ status: 403, body: { code: 'other-origin' } })
  }
  expect(await readStamp()).toBe(before)
})
