import { afterEach, beforeEach, expect, test } from 'vitest'
import { startProgramme } from '../../../server/programme/actions.ts'
import type { Programme } from '../../../server/programme/schema.ts'
import { theProgram } from '../../../server/office.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { anItem, aSession } from '../../support/records.ts'
import { buildSubtrees } from '../../support/subtrees.ts'

let office: TestOffice
let who: Browser
let congressId: string
let sessionId: string
beforeEach(async () => {
  office = await openOffice()
  const { inside } = await buildSubtrees(office)
  congressId = inside.ids['congress'] ?? ''
  who = await signInAs(office, 'secretariat', inside.unitId)
  sessionId = await idOf(`/api/congresses/${congressId}/sessions`, { ...aSession(), title: 'Phiên trù bị' })
  for (const title of ['Đón tiếp', 'Chào cờ', 'Khai mạc'])
    await idOf(`/api/sessions/${sessionId}/items`, anItem({ title }))
})
afterEach(() => office.close())

const idOf = async (url: string, body: unknown) => ((await who('POST', url, body)).body as { id: string }).id
const programme = async () => (await who('GET', `/api/congresses/${congressId}/programme`)).body as Programme
const session = async () => {
  const found = (await programme()).sessions.find(({ id }) => id === sessionId)
  if (!found) throw new Error('the session is gone')
  return found
}
const titles = async () => (await session()).items.map(({ title }) => title)

test('an item is put where it was wanted and those after it move down', async () => {
  await idOf(`/api/sessions/${sessionId}/items`, anItem({ title: 'Văn nghệ', position: 1 }))
  expect(await titles()).toEqual(['Đón tiếp', 'Văn nghệ', 'Chào cờ', 'Khai mạc'])
  expect((await session()).items.map(({ position }) => position)).toEqual([0, 1, 2, 3])
})

test('items take the order that they are given, and one undo puts them back', async () => {
  const ids = (await session()).items.map(({ id }) => id)
  const ordered = await who('PUT', `/api/sessions/${sessionId}/order`, { itemIds: [ids[2], ids[0], ids[1]] })
  expect(ordered.status).toBe(200)
  expect(await titles()).toEqual(['Khai mạc', 'Đón tiếp', 'Chào cờ'])
  expect((await who('POST', `/api/acts/${ordered.actId ?? ''}/undo`)).status).toBe(204)
  expect(await titles()).toEqual(['Đón tiếp', 'Chào cờ', 'Khai mạc'])
})

test('an order that forgets an item somebody else added is stale and moves nothing', async () => {
  const ids = (await session()).items.map(({ id }) => id)
  await idOf(`/api/sessions/${sessionId}/items`, anItem({ title: 'Mới' }))
  const answer = await who('PUT', `/api/sessions/${sessionId}/order`, { itemIds: [ids[1], ids[0], ids[2]] })
  expect(answer).toMatchObject({ status: 409, body: { code: 'stale' } })
  expect(await titles()).toEqual(['Đón tiếp', 'Chào cờ', 'Khai mạc', 'Mới'])
})

test('an item moves to another session of the congress', async () => {
  const other = (await programme()).sessions.find(({ id }) => id !== sessionId)
  const [first] = (await session()).items
  const itemIds = [...(other?.items ?? []).map(({ id }) => id), first?.id]
  expect((await who('PUT', `/api/sessions/${other?.id ?? ''}/order`, { itemIds })).status).toBe(200)
  expect(await titles()).toEqual(['Chào cờ', 'Khai mạc'])
  expect((await session()).items.map(({ position }) => position)).toEqual([0, 1])
})

test('a deleted session comes back with its items', async () => {
  const deleted = await who('DELETE', `/api/sessions/${sessionId}?version=1`)
  expect((await programme()).sessions.map(({ id }) => id)).not.toContain(sessionId)
  await who('POST', `/api/acts/${deleted.actId ?? ''}/undo`)
  expect(await titles()).toEqual(['Đón tiếp', 'Chào cờ', 'Khai mạc'])
})

test('a starting programme counts its days from the congress', async () => {
  const item = { title: 'Đón tiếp', durationMinutes: 30, fixedStart: null, presenter: '', note: '' }
  const day = { kind: 'preparatory' as const, title: 'Trù bị', dayOffset: -1, startsAt: '14:00', items: [item] }
  await startProgramme(office, theProgram, congressId, [day])
  const added = (await programme()).sessions.at(-1)
  expect(added).toMatchObject({ title: 'Trù bị', date: '2020-03-16', items: [{ title: 'Đón tiếp' }] })
})
