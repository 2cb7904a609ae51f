import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Delegate, Photo } from '../../../server/delegates/schema.ts'
import { sweepFiles } from '../../../server/files/actions.ts'
import type { ActLine } from '../../../server/history/schema.ts'
import { openFields } from '../../../server/people/schema.ts'
import { buildDistricts, type Subtree } from '../../support/districts.ts'
import { aPng } from '../../support/files.ts'
import { formWith } from '../../support/form.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { aLevel } from '../../support/records.ts'

let office: TestOffice
let inside: Subtree
let outside: Subtree
let base: string
let who: Browser
let one: Delegate
beforeEach(async () => {
  office = await openOffice()
  ;({ inside, outside } = await buildDistricts(office))
  base = `/api/congresses/${inside.ids['congress'] ?? ''}`
  who = await signInAs(office, 'secretariat', inside.unitId)
  one = (await who('POST', `${base}/delegates`, { name: 'Bùi Văn An' })).body as Delegate
})
afterEach(() => office.close())

const path = () => `/api/delegates/${one.id}/photo`
const send = (bytes: Uint8Array, version = 0, browser = who) => {
  const { headers, body } = formWith(Buffer.from(bytes), 'ảnh.gif')
  return browser('POST', `${path()}?version=${String(version)}`, body, headers)
}
const rows = () => office.db.read.select().from(office.db.read.tables.photos)
const undoLast = async () => {
  const [act] = ((await who('GET', '/api/acts')).body as { acts: ActLine[] }).acts
  return who('POST', `/api/acts/${act?.id ?? ''}/undo`)
}

test('a photo is taken by what it holds, shown to whoever sees the delegate, and kept by nobody else’s browser', async () => {
  const picture = aPng(6, 8)
  const kept = (await send(picture)).body as Photo
  expect(kept).toEqual({ stamp: expect.stringMatching(/^[0-9a-f]{64}$/u) as string, version: 1 })
  const viewer = await signInAs(office, 'viewer', inside.unitId)
  expect((await viewer('GET', path())).body).toEqual(kept)
  const shown = await viewer('GET', `${path()}/picture?stamp=${kept.stamp}`)
  expect([shown.status, shown.bytes.equals(picture)]).toEqual([200, true])
  expect(shown.headers).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'private, no-cache',
    'x-content-type-options': 'nosniff',
    vary: expect.stringContaining('cookie') as string,
  })
  const known = await viewer('GET', `${path()}/picture`, undefined, { 'if-none-match': String(shown.headers['etag']) })
  expect([known.status, known.bytes.length]).toEqual([304, 0])
  expect((await send(picture, 1, viewer)).status).toBe(403)
  const stranger = await signInAs(office, 'organizer', outside.unitId)
  for (const answer of [
    await stranger('GET', path()),
    await stranger('GET', `${path()}/picture`),
    await send(picture, 1, stranger),
    await stranger('DELETE', `${path()}?version=1`),
  ]) {
    expect(answer.status).toBe(404)
  }
  expect((await rows()).length).toBe(1)
})

test.each([
  ['a script that is called a picture', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 422],
  ['a document', Buffer.from('%PDF-1.7'), 422],
  ['a picture that ends in its head', aPng(6, 8).subarray(0, 12), 422],
  ['a picture of too many pixels', aPng(3000, 2000), 422],
  ['a picture of too many bytes', Buffer.concat([aPng(6, 8), Buffer.alloc(600_000)]), 413],
])('%s is no photo, and nothing is kept', async (_name, bytes, status) => {
  expect((await send(bytes)).status).toBe(status)
  expect([(await who('GET', path())).body, await rows()]).toEqual([{ stamp: '', version: 0 }, []])
})

test('a level that asks for none gets none; what stands is shown and taken away', async () => {
  await send(aPng(6, 8))
  const administrator = await signInAs(office, 'administrator', null)
  const withoutPhoto = openFields.filter((field) => field !== 'photo')
  const body = { ...aLevel({ delegateFields: withoutPhoto }), version: 1 }
  await administrator('PUT', `/api/levels/${inside.ids['level'] ?? ''}`, body)
  expect((await send(aPng(7, 8), 1)).body).toMatchObject({ code: 'field-not-asked' })
  expect((await who('GET', `${path()}/picture`)).status).toBe(200)
  expect((await who('DELETE', `${path()}?version=1`)).status).toBe(204)
  expect((await who('GET', `${path()}/picture`)).status).toBe(404)
})

test('each change is one act; what was taken away comes back with its bytes, also with the person', async () => {
  const [first, second] = [aPng(6, 8), aPng(7, 8)]
  await send(first)
  expect((await send(second, 0)).body).toMatchObject({ code: 'stale' })
  await send(second, 1)
  expect((await undoLast()).status).toBe(204)
  expect((await who('GET', `${path()}/picture`)).bytes.equals(first)).toBe(true)
  const { version } = (await who('GET', path())).body as Photo
  await who('DELETE', `${path()}?version=${String(version)}`)
  await undoLast()
  await who('POST', `${base}/delegates/remove`, { delegates: [{ id: one.id, version: one.version }] })
  expect(await rows()).toEqual([])
  await undoLast()
  await sweepFiles({ ...office, now: () => new Date(Date.now() + 90 * 86_400_000) })
  expect((await who('GET', `${path()}/picture`)).bytes.equals(first)).toBe(true)
})
