import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ChainStep, ChoosableList, Chosen } from '../../../server/choosing/schema.ts'
import type { Delegate, DelegateList } from '../../../server/delegates/schema.ts'
import { buildDistricts, post, type Subtree, type WithId } from '../../support/districts.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { aCongress } from '../../support/records.ts'

let office: TestOffice
let inside: Subtree
let outside: Subtree
let who: Browser
/** The congress of the district, and those of a commune and a hamlet below it. */
let upperId: string
let communeId: string
let hamletId: string
beforeEach(async () => {
  office = await openOffice()
  ;({ inside, outside } = await buildDistricts(office))
  who = await signInAs(office, 'organizer', inside.unitId)
  upperId = await hold(inside.unitId, null, '2020-06-05')
  communeId = await hold(inside.otherUnitId, upperId, '2020-03-12')
  hamletId = await hold(inside.ids['unit'] ?? '', upperId, '2020-02-12')
})
afterEach(() => office.close())

const hold = async (unitId: string, upperCongressId: string | null, dateFrom: string): Promise<string> => {
  const place = { cycleId: inside.ids['cycle'] ?? '', levelId: inside.ids['level'] ?? '', unitId }
  const values = { upperCongressId, dateFrom, dateTo: dateFrom }
  return (await post<WithId>(who, '/api/congresses', aCongress(place, values))).id
}
const add = (congressId: string, name: string, more: object = {}) =>
  post<Delegate>(who, `/api/congresses/${congressId}/delegates`, { name, class: 'official', ...more })
const choosable = async (browser = who) =>
  (await browser('GET', `/api/congresses/${upperId}/choosable`)).body as ChoosableList
const choose = (ids: string[], congressId = upperId) =>
  who('POST', `/api/congresses/${congressId}/chosen`, { delegateIds: ids })
const list = async (congressId = upperId) =>
  (await who('GET', `/api/congresses/${congressId}/delegates`)).body as DelegateList
const names = async () => (await list()).delegates.map(({ name }) => name)

test('those on the lists below may be chosen: no guest, and nobody who stands by or withdrew', async () => {
  await add(communeId, 'Nguyễn Văn An', { groups: ['Nông dân'], post: 'Chủ tịch' })
  await add(hamletId, 'Trần Thị Bình', { class: null })
  await add(hamletId, 'Lê Văn Khách', { class: 'guest' })
  await add(hamletId, 'Phạm Dự Khuyết', { standing: 'alternate' })
  await add(hamletId, 'Vũ Đã Rút', { standing: 'withdrawn' })
  const { congresses, delegates } = await choosable()
  expect(congresses.map(({ id }) => id)).toEqual([hamletId, communeId])
  expect(delegates.map(({ name, isAttending }) => [name, isAttending]).sort()).toEqual([
    ['Nguyễn Văn An', false],
    ['Trần Thị Bình', false],
  ])
  expect(delegates.find(({ name }) => name === 'Nguyễn Văn An')).toMatchObject({
    ...{ congressId: communeId, groups: ['Nông dân'], post: 'Chủ tịch', delegation: '' },
  })
})

test('whoever is chosen is the same person for the unit that sends them; one act says it, and takes it back', async () => {
  const one = await add(communeId, 'Nguyễn Văn An', {
    groups: ['Nông dân'],
    post: 'Chủ tịch',
    workplace: 'Xã',
    seat: 'A1',
  })
  const other = await add(communeId, 'Trần Thị Bình')
  const answer = await choose([one.id, other.id])
  expect((answer.body as Chosen).ids).toHaveLength(2)
  const { delegates, delegations } = await list()
  expect(delegates.map(({ personId }) => personId)).toEqual([one.personId, other.personId])
  expect(delegates[0]).toMatchObject({
    ...{ groups: ['Nông dân'], post: 'Chủ tịch', workplace: 'Xã', class: 'official', seat: '', standing: 'listed' },
    ...{ sendingUnitId: inside.otherUnitId, delegation: 'Xã của Huyện Hải Hậu' },
  })
  expect(delegations.map(({ sendingUnitId }) => sendingUnitId)).toEqual([inside.otherUnitId])
  expect((await choosable()).delegates.map(({ isAttending }) => isAttending)).toEqual([true, true])
  expect((await who('POST', `/api/acts/${answer.actId ?? ''}/undo`)).status).toBe(204)
  expect([(await list()).delegates, (await list()).delegations]).toEqual([[], []])
  expect((await list(communeId)).delegates.map(({ name }) => name)).toEqual(['Nguyễn Văn An', 'Trần Thị Bình'])
})

test('nobody is added where one attends already, is no delegate below, or stands by', async () => {
  const [one, other] = [await add(communeId, 'Nguyễn Văn An'), await add(communeId, 'Trần Thị Bình')]
  const [guest, stray] = [await add(hamletId, 'Lê Khách', { class: 'guest' }), await add(upperId, 'Đỗ Văn Em')]
  await choose([one.id])
  const again = await choose([other.id, one.id])
  expect([again.status, again.body]).toMatchObject([
    409,
    { code: 'attends-already', details: { names: ['Nguyễn Văn An'] } },
  ])
  for (const id of [guest.id, stray.id, inside.ids['congress'] ?? '']) {
    const refused = await choose([other.id, id])
    expect([refused.status, (refused.body as { code: string }).code]).toEqual([409, 'not-choosable'])
  }
  expect(await names()).toEqual(['Đỗ Văn Em', 'Nguyễn Văn An'])
})

/** Whatever an account may see of either. */
const putUnder = (id: string, upperCongressId: string) =>
  office.db.write(async (tx) => {
    const { congresses } = tx.tables
    await tx.update(congresses).set({ upperCongressId }).where(eq(congresses.id, id))
  })

test('nobody of a lower congress that the account may not see is shown or chosen', async () => {
  const theirs = outside.ids['congress'] ?? ''
  const administrator = await signInAs(office, 'administrator', null)
  const hidden = await post<Delegate>(administrator, `/api/congresses/${theirs}/delegates`, { name: 'Phạm Bí Mật' })
  await putUnder(theirs, upperId)
  expect(JSON.stringify(await choosable())).not.toContain('Mật')
  expect((await choose([hidden.id])).status).toBe(409)
  expect(JSON.stringify(await choosable(administrator))).toContain('Mật')
})

test('the chain goes through all levels, as far as the account may see them', async () => {
  const administrator = await signInAs(office, 'administrator', null)
  const units = (await administrator('GET', '/api/units')).body as (WithId & { parentId: string | null })[]
  const provinceId = units.find(({ parentId }) => parentId === null)?.id ?? ''
  const place = { cycleId: inside.ids['cycle'] ?? '', levelId: inside.ids['level'] ?? '', unitId: provinceId }
  const values = { dateFrom: '2020-09-09', dateTo: '2020-09-09' }
  const top = await post<WithId>(administrator, '/api/congresses', aCongress(place, values))
  await putUnder(upperId, top.id)
  const below = await add(communeId, 'Nguyễn Văn An')
  const [middle = ''] = ((await choose([below.id])).body as Chosen).ids
  await post<Chosen>(administrator, `/api/congresses/${top.id}/chosen`, { delegateIds: [middle] })
  const steps = async (browser: Browser, id: string) =>
    ((await browser('GET', `/api/delegates/${id}/chain`)).body as ChainStep[]).map(({ unitName }) => unitName)
  expect(await steps(administrator, below.id)).toEqual(['Xã của Huyện Hải Hậu', 'Huyện Hải Hậu', 'Tỉnh Nam Định'])
  expect(await steps(who, middle)).toEqual(['Xã của Huyện Hải Hậu', 'Huyện Hải Hậu'])
})
