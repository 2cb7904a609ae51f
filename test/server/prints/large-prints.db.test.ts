import { readdirSync } from 'node:fs'
import { get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mostDocuments, type PrintOrder } from '../../../server/prints/schema.ts'
import { buildDistricts } from '../../support/districts.ts'
import { browser, openOffice, tokenFor, type Browser, type TestOffice } from '../../support/office.ts'
import { keepPrint, listDelegates, printingAs, printOf } from '../../support/prints.ts'

let office: TestOffice
let token: string
let who: Browser
let congressId: string
let printing: ReturnType<typeof printingAs>
beforeEach(async () => {
  office = await openOffice()
  const { inside } = await buildDistricts(office)
  token = await tokenFor(office, 'secretariat', inside.unitId)
  who = browser(office, token)
  congressId = inside.ids['congress'] ?? ''
  printing = printingAs(who, congressId)
})
afterEach(() => office.close())

const namesOf = (count: number) => Array.from({ length: count }, (_, index) => `Nguyễn Văn ${String(index)}`)

/** Takes the first bytes of a file, and hangs up; gives the length of what came. */
const hangUp = (path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const { port } = office.app.server.address() as AddressInfo
    const request = get({ host: '127.0.0.1', port, path, headers: { cookie: `tien-toi=${token}` } }, (answer) => {
      answer.once('data', (bytes: Buffer) => {
        answer.on('error', () => undefined)
        request.destroy()
        resolve(bytes.length)
      })
    })
    request.once('error', reject)
  })

const connections = (): Promise<number> =>
  new Promise((resolve, reject) => {
    office.app.server.getConnections((error, count) => {
      if (error) reject(error)
      else resolve(count)
    })
  })

test('a browser that is closed during a download leaves nothing behind, and the next one gets the same bytes', async () => {
  await office.app.listen({ host: '127.0.0.1', port: 0 })
  await listDelegates(office, congressId, namesOf(20))
  const [{ id }, many] = [await printing.print(), await printing.print({ copies: 40 })]
  const [, packageId] = await keepPrint(office, congressId)
  const kept = () => readdirSync(office.settings.dataFolder, { recursive: true }).sort()
  const [before, history] = [kept(), await printing.history()]
  const paths = [`/api/prints/${many.id}/pdf`, `/api/prints/${id}/zip`, `/api/print-packages/${packageId}/zip`]
  for (const path of paths) {
    const whole = await printing.fetched(path)
    expect(await hangUp(path)).toBeLessThan(whole.length)
    await expect.poll(connections).toBe(0)
    expect((await printing.fetched(path)).equals(whole)).toBe(true)
  }
  expect([kept(), await printing.history()]).toEqual([before, history])
  expect((await who('GET', '/api/session')).status).toBe(200)
})

test('as many as may be at once are told by one word and reckoned, and one more is refused with the limit', async () => {
  await listDelegates(office, congressId, namesOf(mostDocuments / 50))
  const all = printOf({ kind: 'badge', which: 'all', rowIds: [], copies: 50 })
  expect(JSON.stringify(all).length).toBeLessThan(300)
  expect(await printing.plan(all)).toMatchObject({ documents: mostDocuments, sheets: 7500, left: 0, faults: [] })
  const before = await printing.history()
  const tooMany = await who('POST', `/api/congresses/${congressId}/prints`, { ...all, spare: 1 })
  expect(tooMany).toMatchObject({
    status: 409,
    body: { code: 'print-too-large', details: { limit: mostDocuments } },
  })
  expect(await printing.history()).toEqual(before)
})

test('names are chosen up to 20,000, and more are refused as too many, however long the request', async () => {
  const ids = await listDelegates(office, congressId, namesOf(3))
  const chosen = (count: number): Partial<PrintOrder> => ({
    which: 'rows',
    rowIds: [...ids, ...Array.from({ length: count - ids.length }, (_, index) => `${ids[0] ?? ''}${String(index)}`)],
  })
  expect(await printing.plan(chosen(20_000))).toMatchObject({ documents: 3 })
  for (const path of ['print-plan', 'prints'])
    for (const count of [20_001, 50_000]) {
      const answer = await who('POST', `/api/congresses/${congressId}/${path}`, printOf(chosen(count)))
      expect(answer).toMatchObject({ status: 400, body: { details: [{ field: 'rowIds', rule: 'too-many' }] } })
    }
})
