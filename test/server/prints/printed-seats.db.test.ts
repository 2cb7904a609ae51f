import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PrintedSeats } from '../../../server/prints/schema.ts'
import { changeOnList } from '../../support/delegates.ts'
import { buildDistricts } from '../../support/districts.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { listDelegates, printingAs } from '../../support/prints.ts'

let office: TestOffice
let who: Browser
let congressId: string
let stranger: Browser
beforeEach(async () => {
  office = await openOffice()
  const { inside, outside } = await buildDistricts(office)
  who = await signInAs(office, 'secretariat', inside.unitId)
  stranger = await signInAs(office, 'organizer', outside.unitId)
  congressId = inside.ids['congress'] ?? ''
})
afterEach(() => office.close())

const printed = async (browser = who) => browser('GET', `/api/congresses/${congressId}/printed-seats`)
const seats = async () => {
  const { seats: found } = (await printed()).body as PrintedSeats
  return Object.fromEntries(found.map(({ delegateId, seat }) => [delegateId, seat]))
}

test('the seat that the newest printed card tells is told of each delegate', async () => {
  const [first = '', second = '', third = ''] = await listDelegates(office, congressId, ['An', 'Bình', 'Chi'])
  const put = (id: string, seat: string) => changeOnList(office, congressId, id, { seat })
  const { print } = printingAs(who, congressId)
  for (const id of [first, second, third]) await put(id, '')
  expect((await printed()).body).toEqual({ at: null, seats: [] })
  await put(first, 'A1')
  await put(second, 'A2')
  await print({ kind: 'badge' })
  expect(await seats()).toEqual({})
  await print({ kind: 'seat-card' })
  expect(await seats()).toEqual({ [first]: 'A1', [second]: 'A2' })
  // What is not on paper yet is not told; who is chosen alone is told alone.
  await put(first, 'B1')
  await put(second, 'B2')
  expect(await seats()).toEqual({ [first]: 'A1', [second]: 'A2' })
  await print({ kind: 'seat-card', which: 'rows', rowIds: [second] })
  expect(await seats()).toEqual({ [first]: 'A1', [second]: 'B2' })
  await put(third, 'C3')
  await print({ kind: 'door-list' })
  expect(await seats()).toEqual({ [first]: 'A1', [second]: 'B2' })
  expect((await printed(stranger)).status).toBe(404)
})
