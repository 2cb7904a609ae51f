import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { LinkList, LinkRead, LinkRow, SlipsPrinted } from '../../../server/delegate-links/schema.ts'
import { raiseStamp } from '../../../server/history/queries.ts'
import { putOnList } from '../../support/delegates.ts'
import { buildDistricts } from '../../support/districts.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'

let office: TestOffice
let who: Browser
let congressId: string
let people: string[]

beforeEach(async () => {
  office = await openOffice()
  const { inside } = await buildDistricts(office)
  congressId = inside.ids['congress'] ?? ''
  who = await signInAs(office, 'organizer', inside.unitId)
  people = await putOnList(office, congressId, [
    { name: 'Trần Thị Bình', class: 'Đại biểu chính thức' },
    { name: 'Thích Tâm Thiện', class: 'Khách mời' },
  ])
})
afterEach(() => office.close())

const post = async <T>(path: string, body: unknown): Promise<T> => {
  const answer = await who('POST', path, body)
  expect(answer.status, path).toBeLessThan(300)
  return answer.body as T
}
const printed = (delegateIds: readonly string[] | null) =>
  post<SlipsPrinted>(`/api/congresses/${congressId}/links/slips`, { delegateIds })
const slips = ({ at }: SlipsPrinted) => who('GET', `/api/congresses/${congressId}/links/slips.pdf?printed=${at}`)
const listed = async () => ((await who('GET', `/api/congresses/${congressId}/links`)).body as LinkList).rows
const rowOf = async (id: string | undefined): Promise<LinkRow> => {
  const row = (await listed()).find((each) => each.id === id)
  if (!row) throw new Error('the delegate is listed')
  return row
}

test('a link is printed on slips that are noted, made for who had none, and taken back with the note', async () => {
  const [one, two] = people
  const made = await printed([one ?? ''])
  expect(made).toMatchObject({ count: 1, issued: 1 })
  expect(await rowOf(one)).toMatchObject({ slipPrintedAt: made.at })
  expect(await rowOf(two)).toMatchObject({ state: 'none', slipPrintedAt: null })
  const { linkId, version } = await rowOf(one)
  await post(`/api/congresses/${congressId}/links/renew`, { links: [{ id: linkId, version }] })
  // What was handed out opens nothing any more: it is to be printed anew.
  expect(await rowOf(one)).toMatchObject({ slipPrintedAt: null })
  const again = await who('POST', `/api/congresses/${congressId}/links/slips`, { delegateIds: null })
  expect(again.body).toMatchObject({ count: 2, issued: 1 })
  expect((await who('POST', `/api/acts/${again.actId ?? ''}/undo`)).status).toBeLessThan(300)
  expect(await rowOf(two)).toMatchObject({ state: 'none', slipPrintedAt: null })
  expect((await slips(again.body as SlipsPrinted)).status).toBe(409)
})

test('no slip is printed for whom there is none: staff and alternates', async () => {
  const ids = await putOnList(office, congressId, [
    { name: 'Vũ Văn Phục', class: 'Phục vụ' },
    { name: 'Vũ Văn Khuyết', class: 'Đại biểu chính thức' },
  ])
  await office.db.write(async (tx) => {
    const { delegates } = tx.tables
    await tx
      .update(delegates)
      .set({ standing: 'alternate' })
      .where(eq(delegates.id, ids[1] ?? ''))
    await raiseStamp(tx)
  })
  const none = await who('POST', `/api/congresses/${congressId}/links/slips`, { delegateIds: ids })
  expect(none.status).toBe(409)
  expect((await listed()).flatMap(({ name, hasSlip }) => (hasSlip ? [] : [name]))).toEqual([
    'Vũ Văn Phục',
    'Vũ Văn Khuyết',
  ])
  expect(await printed(null)).toMatchObject({ count: people.length, issued: people.length })
})

test('of a road that stands on a day, slips, openings and answers bear that day', async () => {
  await office.db.write(async (tx) => {
    await tx.update(tx.tables.cycles).set({ standsOn: '2020-06-20' })
    await tx.update(tx.tables.congresses).set({ dateFrom: '2020-07-01', dateTo: '2020-07-01' })
    await raiseStamp(tx)
  })
  const [one] = people
  const { at } = await printed(null)
  expect(at).toBe('2020-06-20T02:00:00.000Z')
  const { linkId } = await rowOf(one)
  const { url } = (await who('GET', `/api/delegate-links/${linkId ?? ''}`)).body as LinkRead
  const path = new URL(url).pathname
  await office.app.inject({ method: 'GET', url: path })
  await office.app.inject({
    method: 'POST',
    url: `${path}/answer`,
    payload: 'answer=confirmed',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect(await rowOf(one)).toMatchObject({ openedAt: at, answeredAt: at, slipPrintedAt: at })
})
