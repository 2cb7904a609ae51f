import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LinkList, LinkRead, LinkRow } from '../../../server/delegate-links/schema.ts'
import { raiseStamp } from '../../../server/history/queries.ts'
import { putOnList } from '../../support/delegates.ts'
import { buildDistricts } from '../../support/districts.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'

let office: TestOffice
let who: Browser
let links: string

const an = { name: 'Nguyễn Văn </script><b>An', post: 'Chủ tịch', unit: 'xã Hải Anh', phone: '0912 345 678' }
const people = [
  { ...an, class: 'Đại biểu chính thức', delegation: 'Huyện Hải Hậu', seat: 'F-21', door: 'B' },
  { address: 'Hòa thượng', name: 'Thích Tâm Thiện', class: 'Khách mời', delegation: 'Khách mời' },
]

beforeEach(async () => {
  office = await openOffice()
  const { inside } = await buildDistricts(office)
  const congressId = inside.ids['congress'] ?? ''
  links = `/api/congresses/${congressId}/links`
  who = await signInAs(office, 'organizer', inside.unitId)
  await putOnList(office, congressId, people)
  const day = { dateFrom: '2020-07-01', dateTo: '2020-07-01' }
  await office.db.write(async (tx) => void (await tx.update(tx.tables.congresses).set(day)))
  expect((await who('POST', links, { delegateIds: null })).status).toBe(200)
})
afterEach(() => office.close())

const rows = async () => ((await who('GET', links)).body as LinkList).rows
const rowOf = async (name: string): Promise<LinkRow> => {
  const row = (await rows()).find((each) => each.name === name)
  if (!row) throw new Error('the delegate is listed')
  return row
}
const urlOf = async ({ linkId }: LinkRow) =>
  ((await who('GET', `/api/delegate-links/${linkId ?? ''}`)).body as LinkRead).url

describe('the last day of a link', () => {
  test('is one that is not over yet, ends it, and is as usual again once undone', async () => {
    const row = await rowOf(an.name)
    const path = new URL(await urlOf(row)).pathname
    const open = async () => (await office.app.inject({ method: 'GET', url: path })).statusCode
    const set = (lastDay: string | null) =>
      who('PUT', `${links}/last-day`, { links: [{ id: row.linkId, version: row.version }], lastDay })
    const past = await set('2020-06-21')
    expect([past.status, (past.body as { code: string }).code]).toEqual([409, 'last-day-past'])
    const today = await set('2020-06-22')
    expect([(await rowOf(an.name)).lastDay, await open()]).toEqual(['2020-06-22', 200])
    await office.db.write(async (tx) => {
      await tx.update(tx.tables.cycles).set({ standsOn: '2020-06-23' })
      await raiseStamp(tx)
    })
    expect([(await rowOf(an.name)).state, await open()]).toEqual(['expired', 404])
    expect((await who('POST', `/api/acts/${today.actId ?? ''}/undo`)).status).toBe(204)
    expect([(await rowOf(an.name)).lastDay, await open()]).toEqual(['2020-07-15', 200])
  })
})
