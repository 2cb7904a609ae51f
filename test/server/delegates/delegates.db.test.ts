import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Delegate, DelegateList, DelegatesChanged, Delegation } from '../../../server/delegates/schema.ts'
import { valuesOfRow } from '../../../server/documents/list-rows.ts'
import { findPrintedPeople } from '../../../server/papers/printed-people.ts'
import type { CongressList } from '../../../server/lists/schema.ts'
import { buildDistricts, type Subtree } from '../../support/districts.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'

let office: TestOffice
let who: Browser
let inside: Subtree
let outside: Subtree
let base: string
beforeEach(async () => {
  office = await openOffice()
  ;({ inside, outside } = await buildDistricts(office))
  who = await signInAs(office, 'secretariat', inside.unitId)
  base = `/api/congresses/${inside.ids['congress'] ?? ''}`
})
afterEach(() => office.close())

const list = async () => (await who('GET', `${base}/delegates`)).body as DelegateList
const add = async (values: object) => {
  const answer = await who('POST', `${base}/delegates`, values)
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return answer.body as Delegate
}
const change = (delegates: { id: string; version: number; values: object }[]) =>
  who('PUT', `${base}/delegates`, { delegates })
const undo = (actId: string | null) => who('POST', `/api/acts/${actId ?? ''}/undo`)
const aDelegation = (more: object = {}) => ({
  ...{ name: 'Huyện Hải Hậu', number: '10', colour: '#9e1b22', headId: null, deputyId: null },
  ...{ liaison: 'Nguyễn Thị Lan', liaisonPhone: '0912 345 678', ...more },
})

describe('delegates', () => {
  test('are put at the end with what is known of them; the rest is not known', async () => {
    await add({ name: 'Nguyễn Văn An' })
    const second = await add({
      ...{ name: 'ĐẠI ĐỨC Thích  Minh Tâm', address: 'Hòa thượng', sex: 'male', birthDate: '1965-05-19' },
      ...{ titles: ['Anh hùng Lao động'], groups: ['Tôn giáo', 'Nam'], class: 'official', delegation: 'Khối Mặt trận' },
      ...{
        isDirectWorker: false,
        education: 'Đại học',
        field: 'Văn hóa - xã hội',
        printedName: 'Hòa thượng Thích Minh Tâm',
      },
    })
    const { delegates, delegations } = await list()
    expect(delegates.map(({ name }) => name)).toEqual(['Nguyễn Văn An', 'ĐẠI ĐỨC Thích  Minh Tâm'])
    expect(delegates[1]).toEqual(second)
    expect(second).toMatchObject({ birthYear: 1965, standing: 'listed', presence: null, seat: '', note: '' })
    expect(delegations.map(({ name }) => name)).toEqual(['Khối Mặt trận'])
    const shown = (await who('GET', `${base}/lists/delegates`)).body as CongressList
    expect(shown.rows[1]?.values).toMatchObject({
      class: 'Đại biểu chính thức',
      structure: 'Tôn giáo; Nam',
      sex: 'Nam',
    })
  })

  test('are changed together, and one act takes it back', async () => {
    const [one, other] = [
      await add({ name: 'Nguyễn Văn An' }),
      await add({ name: 'Trần Thị Bình', birthDate: '1970-01-02' }),
    ]
    const changed = await change([
      { id: one.id, version: one.version, values: { class: 'guest', delegation: 'Khách mời' } },
      { id: other.id, version: other.version, values: { birthYear: 1971, delegation: 'Khách mời' } },
    ])
    const { delegates, delegations } = changed.body as DelegatesChanged
    expect(delegates.map(({ delegation }) => delegation)).toEqual(['Khách mời', 'Khách mời'])
    // A year typed over a whole date drops the date.
    expect(delegates[1]).toMatchObject({ birthYear: 1971, birthDate: null })
    expect(delegations).toHaveLength(1)
    expect((await undo(changed.actId)).status).toBe(204)
    expect((await list()).delegates.map((each) => [each.class, each.birthDate, each.delegation])).toEqual([
      [null, null, ''],
      [null, '1970-01-02', ''],
    ])
  })

  test('who was changed meanwhile is told as it stands, and nobody of the write is changed', async () => {
    const [one, other] = [await add({ name: 'Nguyễn Văn An' }), await add({ name: 'Trần Thị Bình' })]
    await change([{ id: other.id, version: other.version, values: { post: 'Bí thư' } }])
    const stale = await change([
      { id: one.id, version: one.version, values: { post: 'Chủ tịch' } },
      { id: other.id, version: other.version, values: { post: 'Chủ tịch' } },
    ])
    expect(stale.status).toBe(409)
    expect(stale.body).toMatchObject({ code: 'stale', details: { current: { id: other.id, post: 'Bí thư' } } })
    expect((await list()).delegates.map(({ post }) => post)).toEqual(['', 'Bí thư'])
  })

  test('values that cannot be are refused by field, and nobody is changed', async () => {
    const one = await add({ name: 'Nguyễn Văn An' })
    const faults = async (values: object) => {
      const { status, body } = await change([{ id: one.id, version: one.version, values }])
      return [status, (body as { code: string }).code]
    }
    expect(await faults({ birthYear: 20200 })).toEqual([400, 'invalid'])
    expect(await faults({ birthDate: '2020-02-31' })).toEqual([400, 'invalid'])
    expect(await faults({ birthYear: 2099 })).toEqual([400, 'invalid'])
    expect(await faults({ birthDate: '2099-01-01' })).toEqual([400, 'invalid'])
    expect(await faults({ sex: 'neither' })).toEqual([400, 'invalid'])
    expect(await faults({ name: '  ' })).toEqual([400, 'invalid'])
    expect(await faults({ phone: 'không có' })).toEqual([400, 'invalid'])
    expect(await faults({ email: 'an@' })).toEqual([400, 'invalid'])
    expect(await faults({ unheardOf: 'x' })).toEqual([400, 'invalid'])
    expect((await list()).delegates).toEqual([one])
  })

  test('are printed as is written for print, and keep what was typed on the page', async () => {
    await add({
      ...{ name: 'Nguyễn Văn An', address: 'Đồng chí', post: 'Chủ tịch', workplace: 'UBND xã Hải Anh' },
      ...{ printedName: 'Đại tá Nguyễn Văn An', printedPost: 'Chủ tịch UBND xã anh hùng Hải Anh' },
    })
    await add({ name: 'Trần Thị Bình', address: 'Bà', post: 'Bí thư', workplace: 'Đảng ủy xã Hải Bắc' })
    const congressId = inside.ids['congress'] ?? ''
    const rows = await findPrintedPeople(office.db.read, congressId)
    const told = rows.map((row) => valuesOfRow(row, {})).map(({ called, postAndUnit }) => [called, postAndUnit])
    expect(told).toEqual([
      ['Đại tá Nguyễn Văn An', 'Chủ tịch UBND xã anh hùng Hải Anh'],
      ['Bà Trần Thị Bình', 'Bí thư, Đảng ủy xã Hải Bắc'],
    ])
    const shown = (await who('GET', `${base}/lists/delegates`)).body as CongressList
    expect(shown.rows[0]?.values).toMatchObject({ name: 'Nguyễn Văn An', post: 'Chủ tịch' })
  })

  test('who stands by or withdrew is on no paper, and still on the page', async () => {
    const [one, other] = [await add({ name: 'Nguyễn Văn An' }), await add({ name: 'Trần Thị Bình' })]
    await add({ name: 'Lê Văn Cường' })
    await change([
      { id: one.id, version: one.version, values: { standing: 'alternate' } },
      { id: other.id, version: other.version, values: { standing: 'withdrawn' } },
    ])
    const shown = (await who('GET', `${base}/lists/delegates`)).body as CongressList
    expect(shown.rows.map(({ values }) => values['name'])).toEqual(['Lê Văn Cường'])
    expect((await list()).delegates.map(({ standing }) => standing)).toEqual(['alternate', 'withdrawn', 'listed'])
  })

  test('are removed and come back; whoever led a delegation leads none', async () => {
    const head = await add({ name: 'Nguyễn Văn An', delegation: 'Huyện Hải Hậu' })
    const [delegation] = (await list()).delegations
    const { id, version } = delegation!
    await who('PUT', `/api/delegations/${id}`, { ...aDelegation({ headId: head.id }), version })
    const removed = await who('POST', `${base}/delegates/remove`, {
      delegates: [{ id: head.id, version: head.version }],
    })
    expect(removed.status).toBe(204)
    const after = await list()
    expect([after.delegates, after.delegations[0]?.headId]).toEqual([[], null])
    expect((await undo(removed.actId)).status).toBe(204)
    const back = await list()
    expect([back.delegates[0]?.name, back.delegations[0]?.headId]).toEqual(['Nguyễn Văn An', head.id])
  })

  test('the other congresses of a person are told as far as the account may see them', async () => {
    const one = await add({ name: 'Nguyễn Văn An', post: 'Chủ tịch' })
    const elsewhere = (unit: Subtree) => async () => {
      const congress = unit.ids['congress'] ?? ''
      const administrator = await signInAs(office, 'administrator', null)
      const made = (
        await administrator('POST', `/api/congresses/${congress}/delegates`, { name: 'Nguyễn Văn An', post: 'Bí thư' })
      ).body as Delegate
      const { delegates } = office.db.read.tables
      await office.db.write(async (tx) => {
        await tx.update(delegates).set({ personId: one.personId }).where(eq(delegates.id, made.id))
      })
    }
    await elsewhere(outside)()
    expect((await who('GET', `/api/delegates/${one.id}/other-parts`)).body).toEqual([])
    const administrator = await signInAs(office, 'administrator', null)
    expect((await administrator('GET', `/api/delegates/${one.id}/other-parts`)).body).toMatchObject([
      { post: 'Bí thư' },
    ])
  })

  test('those of another unit are neither shown nor changed', async () => {
    const theirs = `/api/congresses/${outside.ids['congress'] ?? ''}`
    const administrator = await signInAs(office, 'administrator', null)
    const made = (await administrator('POST', `${theirs}/delegates`, { name: 'Phạm Bí Mật' })).body as Delegate
    const seen = await who('GET', `${theirs}/delegates`)
    expect([seen.status, JSON.stringify(seen.body).includes('Mật')]).toEqual([404, false])
    // Named under a congress of one's own it is nobody of it.
    const written = await change([{ id: made.id, version: made.version, values: { post: 'Chủ tịch' } }])
    expect([written.status, JSON.stringify(written.body).includes('Mật')]).toEqual([409, false])
    const { delegates } = (await administrator('GET', `${theirs}/delegates`)).body as DelegateList
    expect(delegates).toEqual([made])
  })
})

describe('delegations', () => {
  const create = async (more: object = {}) =>
    (await who('POST', `${base}/delegations`, aDelegation(more))).body as Delegation

  test('have a name of their own, and are led by people of the congress', async () => {
    const made = await create()
    expect((await list()).delegations).toEqual([made])
    const refused = async (more: object) => {
      const { status, body } = await who('POST', `${base}/delegations`, aDelegation(more))
      return [status, (body as { details: { field: string }[] }).details.map(({ field }) => field)]
    }
    expect(await refused({})).toEqual([400, ['name']])
    expect(await refused({ name: 'Khối khác', headId: made.id })).toEqual([400, ['headId']])
    expect(await refused({ name: 'Khối khác', colour: 'red' })).toEqual([400, ['colour']])
    expect(await refused({ name: 'Khối khác', liaisonPhone: 'không' })).toEqual([400, ['liaisonPhone']])
    expect((await list()).delegations).toEqual([made])
  })

  test('go without their people, and come back with them', async () => {
    await add({ name: 'Nguyễn Văn An', delegation: 'Khối doanh nghiệp' })
    const [delegation] = (await list()).delegations
    const { id, version } = delegation!
    const gone = await who('DELETE', `/api/delegations/${id}?version=${String(version)}`)
    expect((await list()).delegates.map((each) => each.delegation)).toEqual([''])
    expect((await undo(gone.actId)).status).toBe(204)
    expect((await list()).delegates.map((each) => each.delegation)).toEqual(['Khối doanh nghiệp'])
  })
})
