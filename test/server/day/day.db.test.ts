import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OfficeClock } from '../../../server/day/schema.ts'
import type { Programme } from '../../../server/programme/schema.ts'
import { buildDistricts } from '../../support/districts.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { anItem, aSession } from '../../support/records.ts'

let office: TestOffice
let who: Browser
let congressId: string
let sessionId: string
beforeEach(async () => {
  office = await openOffice()
  const { inside } = await buildDistricts(office)
  congressId = inside.ids['congress'] ?? ''
  who = await signInAs(office, 'secretariat', inside.unitId)
  sessionId = await idOf(`/api/congresses/${congressId}/sessions`, { ...aSession(), startsAt: '22:30' })
  for (const title of ['Khai mạc', 'Báo cáo', 'Bế mạc'])
    await idOf(`/api/sessions/${sessionId}/items`, anItem({ title }))
})
afterEach(() => office.close())

const idOf = async (url: string, body: unknown) => ((await who('POST', url, body)).body as { id: string }).id
const items = async () => {
  const { sessions } = (await who('GET', `/api/congresses/${congressId}/programme`)).body as Programme
  return sessions.find(({ id }) => id === sessionId)?.items ?? []
}
const tapped = async () => (await items()).map(({ startedAt, endedAt }) => `${startedAt ?? '–'} ${endedAt ?? '–'}`)
const tap = async (index: number, step: 'begin' | 'end', at: string) => {
  const { id = '', version } = (await items())[index] ?? {}
  return who('POST', `/api/items/${id}/tap`, { step, at, version })
}

test('what begins ends what runs, and one undo takes both back', async () => {
  await tap(0, 'begin', '22:35')
  const begun = await tap(1, 'begin', '22:50')
  expect(begun.status).toBe(200)
  expect(await tapped()).toEqual(['22:35 22:50', '22:50 –', '– –'])
  expect((await who('POST', `/api/acts/${begun.actId ?? ''}/undo`)).status).toBe(204)
  expect(await tapped()).toEqual(['22:35 –', '– –', '– –'])
})

test('the second of two who tap at once is told, and changes nothing', async () => {
  const seen = (await items())[0]
  await tap(0, 'begin', '22:35')
  const again = await who('POST', `/api/items/${seen?.id ?? ''}/tap`, { step: 'begin', at: '22:36', version: 1 })
  expect(again).toMatchObject({ status: 409, body: { code: 'item-has-begun' } })
  expect((await tap(1, 'end', '22:40')).body).toMatchObject({ code: 'item-not-begun' })
  await tap(0, 'end', '22:41')
  expect((await tap(0, 'end', '22:42')).body).toMatchObject({ code: 'item-has-ended' })
  expect(await tapped()).toEqual(['22:35 22:41', '– –', '– –'])
})

test('an item in the tray cannot be timed', async () => {
  const id = await idOf(`/api/congresses/${congressId}/tray-items`, anItem())
  const answer = await who('POST', `/api/items/${id}/tap`, { step: 'begin', at: '22:35', version: 1 })
  expect(answer.body).toMatchObject({ code: 'item-not-placed' })
})

const put = async (index: number, startedAt: string | null, endedAt: string | null) => {
  const { id = '', version } = (await items())[index] ?? {}
  return who('PUT', `/api/items/${id}/actual-times`, { startedAt, endedAt, version })
}

test('times are put right, also past midnight, but never end before they begin', async () => {
  expect((await put(0, '23:20', '23:50')).status).toBe(200)
  expect((await put(1, '23:50', '00:20')).status).toBe(200)
  const backwards = await put(2, '23:50', '23:20')
  expect(backwards).toMatchObject({ status: 400, body: { details: [{ field: 'endedAt', rule: 'ends-before-start' }] } })
  expect((await put(2, null, '23:20')).body).toMatchObject({ details: [{ field: 'startedAt', rule: 'required' }] })
  expect(await tapped()).toEqual(['23:20 23:50', '23:50 00:20', '– –'])
})

test('two items of a session never run at once, and nothing has happened that is still to come', async () => {
  await tap(0, 'begin', '22:35')
  await tap(1, 'begin', '22:50')
  const over = await put(0, '22:35', '23:05')
  expect(over).toMatchObject({ status: 400, body: { details: [{ field: 'endedAt', rule: 'overlaps-item' }] } })
  expect((await put(2, '22:30', null)).body).toMatchObject({ details: [{ field: 'endedAt', rule: 'overlaps-item' }] })
  expect((await put(2, '22:55', null)).body).toMatchObject({ details: [{ field: 'startedAt', rule: 'overlaps-item' }] })
  // On the session's own day, which the clock of the office tells: 09:00.
  const { id: today } = (
    await who('POST', `/api/congresses/${congressId}/sessions`, { ...aSession(), date: '2020-06-22' })
  ).body as { id: string }
  const item = (await who('POST', `/api/sessions/${today}/items`, anItem())).body as { id: string }
  const ahead = await who('PUT', `/api/items/${item.id}/actual-times`, {
    startedAt: '08:50',
    endedAt: '09:10',
    version: 1,
  })
  expect(ahead).toMatchObject({ status: 400, body: { details: [{ field: 'endedAt', rule: 'not-yet' }] } })
  expect(await tapped()).toEqual(['22:35 22:50', '22:50 –', '– –'])
})

test('a tap never lies before one that was made already', async () => {
  await tap(0, 'begin', '22:35')
  await tap(0, 'end', '23:05')
  expect(await tap(1, 'begin', '22:45')).toMatchObject({ status: 409, body: { code: 'tapped-before-others' } })
  expect(await tapped()).toEqual(['22:35 23:05', '– –', '– –'])
  // Of two computers one may be a minute behind.
  await tap(1, 'begin', '23:04')
  expect(await tapped()).toEqual(['22:35 23:05', '23:05 –', '– –'])
})

test('after a run-through all times of the session are forgotten in one act', async () => {
  await tap(0, 'begin', '22:35')
  await tap(1, 'begin', '22:45')
  const cleared = await who('POST', `/api/sessions/${sessionId}/clear-times`)
  expect(cleared.status).toBe(200)
  expect(await tapped()).toEqual(['– –', '– –', '– –'])
  expect((await who('POST', `/api/acts/${cleared.actId ?? ''}/undo`)).status).toBe(204)
  expect(await tapped()).toEqual(['22:35 22:45', '22:45 –', '– –'])
})

test('the clock is the server’s, with the zone of the office', async () => {
  const clock = (await who('GET', '/api/clock')).body as OfficeClock
  expect(clock).toEqual({ now: office.now().toISOString(), timeZone: 'Asia/Ho_Chi_Minh' })
})
