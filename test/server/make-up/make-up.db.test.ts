import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Congress } from '../../../server/congresses/schema.ts'
import type { Delegate } from '../../../server/delegates/schema.ts'
import type { Comparable, MakeUp, PartName } from '../../../server/make-up/schema.ts'
import { newId } from '../../../server/office.ts'
import { buildDistricts, type Subtree } from '../../support/districts.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'

let office: TestOffice
let who: Browser
let inside: Subtree
let outside: Subtree
let base: string

/** Seven official delegates, of whom two are of an ethnic minority, and a guest. */
beforeAll(async () => {
  office = await openOffice()
  ;({ inside, outside } = await buildDistricts(office))
  who = await signInAs(office, 'secretariat', inside.unitId)
  base = `/api/congresses/${inside.ids['congress'] ?? ''}`
  for (const at of [0, 1, 2, 3, 4, 5, 6, 7]) {
    const values = {
      name: `Đại biểu ${String(at)}`,
      class: at === 7 ? 'guest' : 'official',
      sex: at < 5 ? 'female' : 'male',
      birthYear: 1980,
      presence: at === 0 ? 'excused' : 'present',
      delegation: at === 7 ? 'Khách mời' : 'Huyện Hải Hậu',
    }
    const { personId } = (await who('POST', `${base}/delegates`, values)).body as Delegate
    const ethnicity = at < 2 ? 'Tày' : 'Kinh'
    const kept = { id: newId(), personId, ethnicity, religion: '', isPartyMember: null, health: '', diet: 'Ăn chay' }
    await office.db.write(async (tx) => {
      await tx.insert(tx.tables.sensitiveData).values({ ...kept, consentAt: null, version: 1 })
    })
  }
})
afterAll(() => office.close())

const makeUp = async (browser: Browser, query = '') => (await browser('GET', `${base}/make-up${query}`)).body as MakeUp
const counts = ({ parts }: MakeUp, name: PartName) =>
  parts.find((part) => part.name === name)?.cells.map(({ key, count }) => [key, count])

describe('the make-up of the delegates', () => {
  test('is counted for whoever sees the congress', async () => {
    const viewer = await signInAs(office, 'viewer', inside.unitId)
    const told = await makeUp(viewer)
    expect(told).toMatchObject({ base: 'official', of: 7, hiddenBelow: null, sensitiveBelow: 5 })
    expect(told.numbers).toMatchObject({ called: 8, official: 7, guests: 1, present: 7, excused: 1, delegations: 1 })
    expect(counts(told, 'sex')).toEqual([
      ['female', 5],
      ['male', 2],
    ])
    expect(JSON.stringify(told)).not.toContain('chay')
    const stranger = await signInAs(office, 'viewer', outside.unitId)
    expect((await stranger('GET', `${base}/make-up`)).status).toBe(404)
  })

  test('tells small numbers of sensitive data to those alone who may know them', async () => {
    expect(counts(await makeUp(who), 'ethnicity')).toEqual([
      ['minority', null],
      ['majority', null],
    ])
    // Told of all, the number of the guests would be what it is more than that of the official delegates.
    expect(counts(await makeUp(who, '?of=called'), 'ethnicity')).toBeUndefined()
    const organizer = await signInAs(office, 'organizer', inside.unitId)
    expect(counts(await makeUp(organizer, '?of=called'), 'ethnicity')).toEqual([
      ['minority', 2],
      ['majority', 6],
    ])
  })

  test('is published without small numbers, whoever asks and whatever for', async () => {
    const organizer = await signInAs(office, 'organizer', inside.unitId)
    const told = await makeUp(organizer, '?version=public&of=present')
    expect(told).toMatchObject({ base: 'official', of: 7, hiddenBelow: 5 })
    expect(counts(told, 'sex')).toEqual([
      ['female', null],
      ['male', null],
    ])
    // Seven of eight are official: with the number of all, that of the guests would be known.
    expect(told.numbers).toMatchObject({ called: null, official: 7, guests: null, present: null, excused: null })
    expect(told.delegations).toMatchObject([
      { name: 'Huyện Hải Hậu', called: null, official: 7, guests: null, present: null },
      { name: 'Khách mời', called: null, official: 0, guests: null, present: null },
    ])
    expect([told.unapproved, told.gaps]).toEqual([0, []])
  })

  test('is laid beside that of congresses alone that the account sees', async () => {
    const theirs = outside.ids['congress'] ?? ''
    const administrator = await signInAs(office, 'administrator', null)
    await administrator('POST', `/api/congresses/${theirs}/delegates`, { name: 'Phạm Thị Dung' })
    const offered = async (browser: Browser) =>
      ((await browser('GET', `${base}/make-up/comparable`)).body as Comparable[]).map(({ id }) => id)
    expect(await offered(administrator)).toEqual([theirs])
    expect(await offered(who)).toEqual([])
  })

  test('counts ages in the bands of the congress that it is laid beside, where the account sees that one', async () => {
    const theirs = outside.ids['congress'] ?? ''
    const administrator = await signInAs(office, 'administrator', null)
    const { levelId } = (await administrator('GET', `/api/congresses/${theirs}`)).body as Congress
    await office.db.write(async (tx) => {
      const { levels } = tx.tables
      await tx
        .update(levels)
        .set({ ageBounds: [35, 41] })
        .where(eq(levels.id, levelId))
    })
    const own = await makeUp(administrator, `?bandsOf=${inside.ids['congress'] ?? ''}`)
    expect(own.hasOtherBands).toBe(false)
    const beside = await makeUp(administrator, `?bandsOf=${theirs}`)
    expect(beside.hasOtherBands).toBe(true)
    expect(counts(beside, 'age')?.map(([band]) => band)).toEqual(['-34', '35-40', '41-'])
    expect(beside.of).toBe(own.of)
    const people = (counts(beside, 'age') ?? []).reduce((sum, [, count]) => sum + Number(count), 0)
    expect(people).toBe(own.of)
    expect((await who('GET', `${base}/make-up?bandsOf=${theirs}`)).status).toBe(404)
  })

  test('is printed with its numbers, and for the public without the small ones', async () => {
    const rows = async (kind: string) => {
      const { papers } = (await who('GET', `${base}/papers`)).body as { papers: { kind: string; rowCount: number }[] }
      return papers.find((paper) => paper.kind === kind)?.rowCount ?? 0
    }
    expect(await rows('delegate-report')).toBeGreaterThan(10)
    expect(await rows('delegate-figures')).toBeGreaterThan(10)
    for (const kind of ['delegate-report', 'delegate-figures']) {
      for (const edition of ['pdf', 'docx', 'xlsx']) {
        expect((await who('GET', `${base}/papers/${kind}/${edition}`)).status).toBe(200)
      }
    }
  })
})
