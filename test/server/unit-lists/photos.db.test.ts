import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Delegate, Photo } from '../../../server/delegates/schema.ts'
import type { UnitList } from '../../../server/unit-lists/schema.ts'
import { buildDistricts, post, type Subtree, type WithId } from '../../support/districts.ts'
import { aPng } from '../../support/files.ts'
import { formWith } from '../../support/form.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { aCongress } from '../../support/records.ts'

let office: TestOffice
let inside: Subtree
let outside: Subtree
/** A commune that sends delegates to the congress of its district, which it has no part in. */
let commune: Browser
let list: string
let one: Delegate
beforeEach(async () => {
  office = await openOffice()
  ;({ inside, outside } = await buildDistricts(office))
  const district = await signInAs(office, 'organizer', inside.unitId)
  commune = await signInAs(office, 'organizer', inside.otherUnitId)
  const place = { cycleId: inside.ids['cycle'] ?? '', levelId: inside.ids['level'] ?? '', unitId: inside.unitId }
  const congress = `/api/congresses/${(await post<WithId>(district, '/api/congresses', aCongress(place))).id}`
  const { ids } = await post<{ ids: string[] }>(district, `${congress}/quotas`, {
    rows: [{ unitId: inside.otherUnitId, name: '' }],
  })
  await post(district, `${congress}/quotas/send`, { rows: [{ id: ids[0] ?? '', version: 1 }] })
  list = `${congress}/unit-lists/${inside.otherUnitId}`
  one = await post<Delegate>(commune, `${list}/delegates`, { name: 'Bùi Văn An' })
})
afterEach(() => office.close())

const path = () => `${list}/delegates/${one.id}/photo`
const send = (bytes: Uint8Array, version: number, who = commune) => {
  const { headers, body } = formWith(Buffer.from(bytes), 'ảnh.png')
  return who('POST', `${path()}?version=${String(version)}`, body, headers)
}

test('a unit gives those whom it sends a photo, which comes back by undo when it was taken away', async () => {
  const picture = aPng(6, 8)
  const kept = (await send(picture, 0)).body as Photo
  expect(kept.version).toBe(1)
  expect((await commune('GET', path())).body).toEqual(kept)
  const shown = () => commune('GET', `${path()}/picture?stamp=${kept.stamp}`)
  expect((await shown()).bytes.equals(picture)).toBe(true)
  expect((await send(aPng(7, 8), 0)).status).toBe(409)
  const gone = await commune('DELETE', `${path()}?version=1`)
  expect([gone.status, (await shown()).status]).toEqual([204, 404])
  expect((await commune('POST', `/api/acts/${gone.actId ?? ''}/undo`)).status).toBe(204)
  expect((await shown()).status).toBe(200)
})

test('nobody of another unit sees or changes it, and no list holds who is not on it', async () => {
  const kept = (await send(aPng(6, 8), 0)).body as Photo
  const stranger = await signInAs(office, 'organizer', outside.unitId)
  for (const answer of [
    await stranger('GET', path()),
    await stranger('GET', `${path()}/picture`),
    await send(aPng(7, 8), 1, stranger),
    await stranger('DELETE', `${path()}?version=1`),
  ]) {
    expect(answer.status).toBe(404)
  }
  const other = `${list}/delegates/${inside.ids['congress'] ?? ''}/photo`
  expect((await commune('GET', other)).status).toBe(404)
  expect((await commune('GET', path())).body).toEqual(kept)
})

test('a list that was sent up keeps its photos as they are', async () => {
  await send(aPng(6, 8), 0)
  const { version } = (await commune('GET', list)).body as UnitList
  const submitted = await commune('POST', `${list}/submit`, { excessReason: 'Thêm một', version })
  expect(submitted.status).toBe(204)
  expect([(await send(aPng(7, 8), 1)).status, (await commune('DELETE', `${path()}?version=1`)).status]).toEqual([
    409, 409,
  ])
  expect((await commune('GET', path())).body).toMatchObject({ version: 1 })
})
