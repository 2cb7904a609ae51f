import { eq, getTableColumns } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Duplicates, DistinctPair, MergedField } from '../../../server/duplicates/schema.ts'
import { newId } from '../../../server/office.ts'
import { putOnList } from '../../support/delegates.ts'
import { buildDistricts, type Subtree } from '../../support/districts.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'

let office: TestOffice
let who: Browser
let inside: Subtree
let outside: Subtree
beforeEach(async () => {
  office = await openOffice()
  ;({ inside, outside } = await buildDistricts(office))
  who = await signInAs(office, 'secretariat', inside.unitId)
})
afterEach(() => office.close())

const congressOf = ({ ids }: Subtree) => ids['congress'] ?? ''
const put = (values: Record<string, string>[], subtree = inside) => putOnList(office, congressOf(subtree), values)
const look = async (asking = who, unitId = inside.unitId) =>
  (await asking('GET', `/api/units/${unitId}/duplicates`)).body as Duplicates
const all = async <
  Name extends 'people' | 'delegates' | 'delegations' | 'postHolders' | 'sensitiveData' | 'delegateLinks',
>(
  name: Name,
) =>
  (await office.db.read
    .select()
    .from(office.db.read.tables[name])) as (typeof office.db.read.tables)[Name]['$inferSelect'][]
const personOfRow = async (rowId: string | undefined) =>
  (await all('delegates')).find(({ id }) => id === rowId)?.personId ?? ''
const merge = async (ids: string[], taken: MergedField[] = [], arePartsJoined = false, asking = who) => {
  const people = await all('people')
  const versions = ids.map((id) => people.find((person) => person.id === id)?.version ?? 1)
  return asking('POST', '/api/people/merge', { personIds: ids, versions, taken, arePartsJoined })
}
/** Everything about these people, to be compared before and after. */
const snapshot = async () => {
  const without = (rows: { id: string; version: number }[]) =>
    rows.map(({ version: _version, ...values }) => values).sort((a, b) => (a.id < b.id ? -1 : 1))
  const tables = ['people', 'delegates', 'delegations', 'postHolders', 'sensitiveData', 'delegateLinks'] as const
  return Promise.all(tables.map(async (name) => without(await all(name))))
}

const an = { name: 'Phan Đình Khoát', birthYear: '1970', unit: 'Xã Hải Anh', phone: '0912 345 678' }
const plainAn = { name: 'Đ/c Phan Dinh Khoat', birthYear: '1970', unit: 'Xã Hải Anh', post: 'Chủ tịch' }

/** One in each of two congresses of the district; the second congress is the first of the other, moved here. */
const putInBoth = async (): Promise<string[]> => {
  const [one] = await put([an])
  const [other] = await put([plainAn], outside)
  const ids = [await personOfRow(one), await personOfRow(other)]
  await office.db.write(async (tx) => {
    await tx.update(tx.tables.congresses).set({ unitId: inside.unitId })
    await tx.update(tx.tables.people).set({ unitId: inside.unitId })
  })
  return ids
}

test('who is entered twice is shown side by side with why, and nobody of another unit', async () => {
  await put([an, { name: 'Trần Thị Bình', birthYear: '1980' }, plainAn])
  await put([an, plainAn], outside)
  const { pairs, people, pairCount, searchedCount } = await look()
  expect(pairCount).toBe(1)
  expect(pairs[0]?.reasons).toEqual(['name-without-marks', 'same-birth-year', 'same-workplace'])
  expect(pairs[0]?.isLikely).toBe(true)
  expect(people.map(({ name }) => name).sort()).toEqual(['Phan Đình Khoát', 'Đ/c Phan Dinh Khoat'])
  expect(people.flatMap(({ parts }) => parts.map(({ congressId }) => congressId))).toEqual([
    congressOf(inside),
    congressOf(inside),
  ])
  // The leader of the district, and those on the list.
  expect(searchedCount).toBe(4)
  expect((await who('GET', `/api/units/${outside.unitId}/duplicates`)).status).toBe(404)
  const viewer = await signInAs(office, 'viewer', inside.unitId)
  expect((await viewer('GET', `/api/units/${inside.unitId}/duplicates`)).status).toBe(403)
})

describe('merging', () => {
  test('keeps what was chosen, fills gaps, moves all parts, and is undone whole', async () => {
    const ids = await putInBoth()
    const [, plain = ''] = ids
    const post = await office.db.read.select().from(office.db.read.tables.posts)
    await office.db.write(async (tx) => {
      await tx.insert(tx.tables.sensitiveData).values({
        ...{ id: newId(), personId: plain, ethnicity: 'Kinh', religion: '', isPartyMember: true, health: '', diet: '' },
        ...{ consentAt: null, version: 1 },
      })
      await tx
        .insert(tx.tables.postHolders)
        .values({ id: newId(), postId: post[0]?.id ?? '', personId: plain, from: null, to: null, version: 1 })
    })
    const before = await snapshot()
    // Posts of leaders are the organizers'.
    expect((await merge(ids, ['name'])).status).toBe(403)
    const organizer = await signInAs(office, 'organizer', null)
    const done = await merge(ids, ['name'], false, organizer)
    expect(done).toMatchObject({ status: 200, body: { personId: ids[0], isSensitiveLeft: false } })
    const [person] = (await all('people')).filter(({ id }) => ids.includes(id))
    expect(person).toMatchObject({
      ...{
        id: ids[0],
        name: 'Đ/c Phan Dinh Khoat',
        folded: 'd/c phan dinh khoat',
        birthYear: 1970,
        phone: '0912 345 678',
      },
    })
    expect((await all('delegates')).filter(({ personId }) => personId === ids[0])).toHaveLength(2)
    expect((await all('postHolders')).some(({ personId }) => personId === ids[0])).toBe(true)
    expect((await all('sensitiveData')).map(({ personId, ethnicity }) => [personId, ethnicity])).toEqual([
      [ids[0], 'Kinh'],
    ])
    const ofThem = async () => (await look(organizer)).pairs.filter(({ firstId }) => ids.includes(firstId))
    expect(await ofThem()).toEqual([])
    expect((await organizer('POST', `/api/acts/${done.actId ?? ''}/undo`)).status).toBe(204)
    expect(await snapshot()).toEqual(before)
    expect(await ofThem()).toHaveLength(1)
  })

  test('of two who attend one congress joins their parts only when said so, and loses nothing', async () => {
    const [one, other] = await put([
      { ...an, post: 'Bí thư', structure: 'Nữ', note: 'Ăn chay' },
      { ...plainAn, seat: 'A12', structure: 'Trẻ; Nữ', delegation: 'Đoàn Hải Hậu' },
    ])
    const ids = [await personOfRow(one), await personOfRow(other)]
    await office.db.write(async (tx) => {
      await tx.update(tx.tables.delegations).set({ headId: other ?? null })
    })
    const path = `/api/congresses/${congressOf(inside)}/links`
    expect((await who('POST', path, { delegateIds: [other] })).status).toBe(200)
    const before = await snapshot()
    expect(await merge(ids)).toMatchObject({ status: 409, body: { code: 'both-attend' } })
    expect(await snapshot()).toEqual(before)
    const done = await merge(ids, [], true)
    expect(done.status).toBe(200)
    const delegates = await all('delegates')
    expect(delegates.map(({ id }) => id)).toEqual([one])
    expect(delegates[0]).toMatchObject({
      ...{ post: 'Bí thư', seat: 'A12', groups: ['Nữ', 'Trẻ'], note: 'Ăn chay; Chức vụ: Chủ tịch' },
    })
    const [delegation] = await all('delegations')
    expect(delegation?.headId).toBe(one)
    expect((await all('delegateLinks')).map(({ delegateId }) => delegateId)).toEqual([one])
    expect(delegates[0]?.delegationId).toBe(delegation?.id)
    expect((await who('POST', `/api/acts/${done.actId ?? ''}/undo`)).status).toBe(204)
    expect(await snapshot()).toEqual(before)
  })

  test('of parts that were answered otherwise is refused, and changes nothing', async () => {
    const [one, other] = await put([an, plainAn])
    await office.db.write(async (tx) => {
      await tx.update(tx.tables.delegates).set({ presence: 'present' })
    })
    const ids = [await personOfRow(one), await personOfRow(other)]
    const { delegates } = office.db.read.tables
    await office.db.write(async (tx) => {
      await tx
        .update(tx.tables.delegates)
        .set({ presence: 'absent' })
        .where(eq(delegates.personId, ids[0] ?? ''))
    })
    const before = await snapshot()
    expect(await merge(ids, [], true)).toMatchObject({ status: 409, body: { code: 'parts-contradict' } })
    expect(await snapshot()).toEqual(before)
  })

  test('of an old version, of one alone, or across to another unit changes nothing', async () => {
    const [one, other] = await put([an, plainAn])
    const [stranger] = await put([an], outside)
    const [own = '', twin = '', theirs = ''] = await Promise.all([one, other, stranger].map(personOfRow))
    const before = await snapshot()
    const body = { personIds: [own, twin], versions: [9, 1], taken: [], arePartsJoined: true }
    expect(await who('POST', '/api/people/merge', body)).toMatchObject({ status: 409, body: { code: 'stale' } })
    expect((await merge([own, own], [], true)).status).toBe(400)
    expect((await merge([own, theirs], [], true)).status).toBe(404)
    expect((await merge([own, newId()], [], true)).status).toBe(404)
    expect((await who('POST', '/api/people/distinct', { personIds: [own, theirs] })).status).toBe(404)
    expect(await snapshot()).toEqual(before)
  })
})

test('two who were said to be two are proposed no more until that is withdrawn', async () => {
  const rowIds = await put([an, plainAn, { ...an, name: 'Phan Đình Khoát ' }])
  const ids = await Promise.all(rowIds.map(personOfRow))
  expect((await look()).pairCount).toBe(3)
  const said = await who('POST', '/api/people/distinct', { personIds: [ids[1], ids[0]] })
  expect(said.status).toBe(200)
  const again = await who('POST', '/api/people/distinct', { personIds: [ids[0], ids[1]] })
  expect((again.body as DistinctPair).id).toBe((said.body as DistinctPair).id)
  expect(await look()).toMatchObject({ pairCount: 2, distinct: [{ id: (said.body as DistinctPair).id }] })
  // Whoever the first is merged into, is another than the second.
  expect((await merge([ids[2] ?? '', ids[0] ?? ''], [], true)).status).toBe(200)
  const { pairs, distinct } = await look()
  expect(pairs).toEqual([])
  expect(distinct).toMatchObject([{ firstId: [ids[1], ids[2]].sort()[0], secondId: [ids[1], ids[2]].sort()[1] }])
  const gone = await who('DELETE', `/api/people/distinct/${distinct[0]?.id ?? ''}?version=1`)
  expect(gone.status).toBe(204)
  expect((await look()).pairCount).toBe(1)
  expect((await who('POST', `/api/acts/${gone.actId ?? ''}/undo`)).status).toBe(204)
  expect((await look()).pairCount).toBe(0)
})

test('every table that names a person or a delegate is known to the merge', () => {
  const named = Object.entries(office.db.read.tables).flatMap(([table, columns]) =>
    Object.keys(getTableColumns(columns)).flatMap((column) =>
      /^(personId|delegateId|headId|deputyId|replacesId|chosenFromId)$/u.test(column) ? [`${table}.${column}`] : [],
    ),
  )
  expect(named.sort()).toEqual([
    'assignmentExceptions.delegateId',
    'delegateLinks.delegateId',
    'delegateReports.delegateId',
    'delegates.chosenFromId',
    'delegates.personId',
    'delegates.replacesId',
    'delegations.deputyId',
    'delegations.headId',
    'groupMembers.delegateId',
    'leaves.personId',
    'photos.personId',
    'postHolders.personId',
    'seatNeeds.delegateId',
    'seatPlaces.delegateId',
    'sensitiveData.personId',
  ])
})
