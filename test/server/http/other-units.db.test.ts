import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CalendarDay } from '../../../server/calendar/schema.ts'
import type { Congress } from '../../../server/congresses/schema.ts'
import { stampReader } from '../../../server/history/queries.ts'
import { newId } from '../../../server/office.ts'
import type { Road } from '../../../server/road/schema.ts'
import type { Unit } from '../../../server/units/schema.ts'
import { openOffice, signInAs, type Answer, type Browser, type TestOffice } from '../../support/office.ts'
import { aCalendarDay, aCongress, aCycle, aPost, aUnit, aVenue } from '../../support/records.ts'
import type { Subtree } from '../../support/districts.ts'
import { buildProvinceRoad, buildSubtrees } from '../../support/subtrees.ts'

let office: TestOffice
let inside: Subtree
let outside: Subtree
let administrator: Browser
let organizer: Browser
beforeEach(async () => {
  office = await openOffice()
  ;({ inside, outside } = await buildSubtrees(office))
  administrator = await signInAs(office, 'administrator', null)
  organizer = await signInAs(office, 'organizer', inside.unitId)
})
afterEach(() => office.close())

const id = ({ ids }: Subtree, name: string) => ids[name] ?? ''

/** What the requests were answered; none of them may have changed anything. */
const withoutChange = async (work: () => Promise<Answer>): Promise<{ status: number; code: unknown }> => {
  const readStamp = stampReader(office.db)
  const before = await readStamp()
  const { status, body } = await work()
  expect(await readStamp()).toBe(before)
  return { status, code: (body as { code?: unknown } | null)?.code }
}
const notThere = { status: 404, code: 'not-found' }
const notAllowed = { status: 403, code: 'forbidden' }
const notRight = { status: 400, code: 'invalid' }

const congressOf = async (subtree: Subtree) =>
  (await administrator('GET', `/api/congresses/${id(subtree, 'congress')}`)).body as Congress

const changeOf = (congress: Congress, values: Partial<Congress>) => {
  const {
    id: _id,
    cycleId: _cycle,
    state: _state,
    isDateInvented: _invented,
    formerDate: _former,
    formerDateTo: _formerTo,
    ...kept
  } = congress
  return { ...kept, ...values, reason: '', paperNumber: '' }
}

const unitOf = async (unitId: string) =>
  ((await administrator('GET', '/api/units')).body as Unit[]).find((unit) => unit.id === unitId) as Unit

const put = (who: Browser, url: string, record: { id: string }, values: object) => {
  const { id: recordId, ...kept } = record
  return who('PUT', `${url}/${recordId}`, { ...kept, ...values })
}

test('a congress names no venue, post or upper congress of another unit', async () => {
  const congress = await congressOf(inside)
  for (const values of [
    { venueId: id(outside, 'venue') },
    { postIds: [id(outside, 'post')] },
    { upperCongressId: id(outside, 'congress') },
    { venueId: newId() },
    { postIds: [newId()] },
    { hostUnitIds: [outside.unitId] },
  ]) {
    const change = () => organizer('PUT', `/api/congresses/${congress.id}`, changeOf(congress, values))
    expect(await withoutChange(change)).toEqual(notRight)
    const place = { cycleId: congress.cycleId, levelId: congress.levelId, unitId: inside.otherUnitId }
    const create = () =>
      organizer('POST', '/api/congresses', aCongress(place, { ...values, dateFrom: null, dateTo: null }))
    expect(await withoutChange(create)).toEqual(notRight)
    const changeMany = () =>
      organizer('POST', '/api/congresses/change-many', {
        congresses: [{ id: congress.id, version: congress.version }],
        changes: values,
        reason: '',
        paperNumber: '',
      })
    expect(await withoutChange(changeMany)).toEqual(notRight)
  }
  const road = (await organizer('GET', `/api/cycles/${congress.cycleId}/road`)).body as Road
  expect(road.venues.map((venue) => venue.id)).toEqual([id(inside, 'venue')])
  expect(road.posts.map((post) => post.id)).toEqual([id(inside, 'post')])
})

test('a congress keeps the venue and post that those above gave it, without their telephone numbers', async () => {
  const parentId = (await unitOf(inside.unitId)).parentId ?? ''
  const hall = (await administrator('POST', '/api/venues', aVenue(outside.unitId))).body as { id: string }
  const post = (await administrator('POST', '/api/posts', { ...aPost(parentId), phone: '0912 345 678' })).body as {
    id: string
  }
  const before = await congressOf(inside)
  const given = changeOf(before, { venueId: hall.id, postIds: [post.id] })
  await administrator('PUT', `/api/congresses/${before.id}`, given)
  const changed = await organizer('PUT', `/api/congresses/${before.id}`, {
    ...given,
    theme: 'Đoàn kết',
    version: before.version + 1,
  })
  expect(changed).toMatchObject({ status: 200, body: { venueId: hall.id, postIds: [post.id], theme: 'Đoàn kết' } })
  const road = (await organizer('GET', `/api/cycles/${before.cycleId}/road`)).body as Road
  expect(road.posts.map(({ phone }) => phone)).toEqual(['', ''])
  expect(road.venues.map(({ unitId }) => unitId).sort()).toEqual([inside.unitId, outside.unitId].sort())
})

test('a congress is not put on the road of another unit', async () => {
  const place = { cycleId: id(outside, 'cycle'), levelId: id(outside, 'level'), unitId: inside.otherUnitId }
  expect(await withoutChange(() => organizer('POST', '/api/congresses', aCongress(place)))).toEqual(notThere)
})

test('the organizer of a cycle makes no congresses for units of others', async () => {
  const request = (unitIds: string[]) => ({
    levelId: id(inside, 'level'),
    unitIds,
    form: 'Hội nghị điển hình tiên tiến',
    theme: '',
    ordinal: '',
    halfDay: 'morning',
    weeks: 'none',
    expectedDelegates: null,
  })
  const url = `/api/cycles/${id(inside, 'cycle')}/congresses-for-level`
  expect(await withoutChange(() => organizer('POST', url, request([inside.unitId, outside.unitId])))).toEqual(notThere)
  expect((await organizer('POST', url, request([inside.unitId]))).body).toEqual({ created: 1, left: 0 })
})

test('the road, the conflicts and the papers of another unit’s cycle are not there', async () => {
  const viewer = await signInAs(office, 'viewer', inside.unitId)
  const start = `/api/cycles/${id(outside, 'cycle')}`
  for (const url of ['road', 'conflicts', 'road.pdf', 'summary.pdf', 'results.pdf', 'congresses.xlsx']) {
    expect(await withoutChange(() => viewer('GET', `${start}/${url}`))).toEqual(notThere)
  }
  const form = `/api/import-forms/congresses.xlsx?cycleId=${id(outside, 'cycle')}`
  expect(await withoutChange(() => viewer('GET', form))).toEqual(notThere)
})

const provinceRoad = (isUpperShown: boolean) => buildProvinceRoad(administrator, { inside, outside }, isUpperShown)

test('a unit sees when and where the congresses above it are held, and nothing of the next district', async () => {
  const { cycleId, congressIds } = await provinceRoad(true)
  const commune = await signInAs(office, 'viewer', id(inside, 'unit'))
  const road = (await commune('GET', `/api/cycles/${cycleId}/road`)).body as Road
  expect(road.congresses.map(({ title }) => title)).toEqual(['Thôn của Huyện Hải Hậu'])
  const day = { state: 'planned', dateFrom: '2020-03-12', dateTo: '2020-03-12', halfDay: 'morning', weekOf: null }
  const above = (title: string, position: number, unitId: unknown) => ({
    id: congressIds[title],
    levelId: road.levels[position]?.id,
    unitId,
    title,
    ...day,
    isDateInvented: false,
    venueName: 'Nhà văn hóa',
  })
  const provinceId = (await unitOf(inside.unitId)).parentId
  expect(road.upper).toEqual([above('Tỉnh Nam Định', 2, provinceId), above('Huyện Hải Hậu', 1, inside.unitId)])
  // Its own congress names the venue and the leader of the province; both are shown for its sake alone.
  const { congresses: _own, venues, posts, ...rest } = road
  expect([venues.map(({ name }) => name), posts.map(({ phone }) => phone)]).toEqual([['Nhà văn hóa'], ['']])
  for (const text of ['Giao Thủy', 'Chỉ nội bộ', '0912 345', 'Trần Phú'])
    expect(JSON.stringify(rest)).not.toContain(text)
})

test('a congress above is read on the road only', async () => {
  const { cycleId, congressIds } = await provinceRoad(true)
  const commune = await signInAs(office, 'organizer', id(inside, 'unit'))
  for (const title of ['Tỉnh Nam Định', 'Huyện Hải Hậu', 'Huyện Giao Thủy']) {
    const url = `/api/congresses/${congressIds[title] ?? ''}`
    for (const part of ['', '/programme', '/papers', '/events']) {
      expect(await withoutChange(() => commune('GET', `${url}${part}`))).toEqual(notThere)
    }
    const move = { ...changeOf(await congressOf(inside), {}), version: 1 }
    expect(await withoutChange(() => commune('PUT', url, move))).toEqual(notThere)
  }
  const { open } = (await commune('GET', `/api/cycles/${cycleId}/conflicts`)).body as { open: object[] }
  const others = Object.entries(congressIds).filter(([title]) => title !== 'Thôn của Huyện Hải Hậu')
  for (const [, congressId] of others) expect(JSON.stringify(open)).not.toContain(congressId)
})

test('a district sees the province above it, and whoever sees the whole road has nothing above', async () => {
  const { cycleId } = await provinceRoad(true)
  const titlesOf = async (who: Browser) =>
    ((await who('GET', `/api/cycles/${cycleId}/road`)).body as Road).upper.map(({ title }) => title)
  expect(await titlesOf(organizer)).toEqual(['Tỉnh Nam Định'])
  expect(await titlesOf(administrator)).toEqual([])
})

test('where the cycle does not show them, nothing of the congresses above is seen', async () => {
  const { cycleId, congressIds } = await provinceRoad(false)
  const commune = await signInAs(office, 'viewer', id(inside, 'unit'))
  const { body } = await commune('GET', `/api/cycles/${cycleId}/road`)
  expect((body as Road).upper).toEqual([])
  expect((body as Road).congresses.map(({ title }) => title)).toEqual(['Thôn của Huyện Hải Hậu'])
  for (const title of ['Tỉnh Nam Định', 'Huyện Hải Hậu']) {
    expect(JSON.stringify(body)).not.toContain(congressIds[title])
  }
})

test('whether units see what is above them is decided by those who may change the cycle', async () => {
  const { cycleId } = await provinceRoad(false)
  const [cycle] = ((await administrator('GET', '/api/cycles')).body as Road['cycle'][]).filter(
    (each) => each.id === cycleId,
  )
  const { isExample: _example, ...standing } = cycle as Road['cycle']
  const show = (who: Browser) => put(who, '/api/cycles', standing, { isUpperShown: true })
  expect(await withoutChange(() => show(organizer))).toEqual(notThere)
  expect((await show(administrator)).body).toMatchObject({ isUpperShown: true })
  const commune = await signInAs(office, 'viewer', id(inside, 'unit'))
  expect(((await commune('GET', `/api/cycles/${cycleId}/road`)).body as Road).upper.length).toBe(2)
})

test('no list shows a row of another unit', async () => {
  // With a space, which no id has: digits alone turn up in an id sooner or later.
  const contactPhone = '0987 654 321'
  await administrator('POST', '/api/units', aUnit({ name: 'Bí mật', parentId: outside.unitId, contactPhone }))
  const clerk = await signInAs(office, 'administrator', inside.unitId)
  const foreign = [outside.unitId, outside.otherUnitId, ...Object.values(outside.ids)].filter((each) => each !== '')
  const lists = [
    'units',
    'venues',
    'posts',
    'calendar-days',
    'cycles',
    'acts',
    'acts?deleted=yes',
    'accounts',
    'shares',
  ]
  for (const list of [...lists, `acts?congressId=${id(outside, 'congress')}`, `cycles/${id(inside, 'cycle')}/road`]) {
    const answer = await clerk('GET', `/api/${list}`)
    expect(answer.status).toBe(200)
    const text = JSON.stringify(answer.body)
    expect({ list, found: foreign.filter((each) => text.includes(each)) }).toEqual({ list, found: [] })
    expect(text).not.toContain('Giao Thủy')
    expect(text).not.toContain(contactPhone)
  }
})

test('days of one unit do not become days of everybody', async () => {
  const days = (await organizer('GET', '/api/calendar-days')).body as CalendarDay[]
  const day = days.find((each) => each.id === id(inside, 'calendar-day')) as CalendarDay
  expect(await withoutChange(() => put(organizer, '/api/calendar-days', day, { unitId: null }))).toEqual(notAllowed)
  const open = aCalendarDay(null)
  expect(await withoutChange(() => organizer('POST', '/api/calendar-days', open))).toEqual(notAllowed)
})

test('the holidays of a cycle that one unit starts count for this unit only', async () => {
  const start = { template: 'three-levels-2019', unitId: inside.unitId, unitName: '', year: 2020, isUpperShown: true }
  expect((await organizer('POST', '/api/cycles/start', start)).status).toBe(200)
  const days = (await administrator('GET', '/api/calendar-days')).body as CalendarDay[]
  const holidays = days.filter(({ kind }) => kind === 'holiday')
  expect(holidays.length).toBeGreaterThan(5)
  expect(holidays.filter(({ unitId }) => unitId !== inside.unitId)).toEqual([])
})

test('a unit leaves the unit above it only by those who organize there', async () => {
  const district = await unitOf(inside.unitId)
  expect(await withoutChange(() => put(organizer, '/api/units', district, { parentId: null }))).toEqual(notAllowed)
  const elsewhere = () => put(organizer, '/api/units', district, { parentId: outside.unitId })
  expect(await withoutChange(elsewhere)).toEqual(notThere)
  expect((await unitOf(inside.unitId)).parentId).toBe(district.parentId)
})

test('what was moved between two units goes back only by whoever organizes both', async () => {
  const district = await unitOf(inside.unitId)
  const moved = await put(administrator, '/api/units', district, { parentId: outside.unitId })
  expect(moved.status).toBe(200)
  const undoMove = () => organizer('POST', `/api/acts/${moved.actId ?? ''}/undo`)
  expect(await withoutChange(undoMove)).toEqual(notThere)

  const venue = { id: id(outside, 'venue'), ...aVenue(outside.unitId), version: 1 }
  const taken = await put(administrator, '/api/venues', venue, { unitId: inside.unitId })
  const undo = (who: Browser) => () => who('POST', `/api/acts/${taken.actId ?? ''}/undo`)
  expect(await withoutChange(undo(organizer))).toEqual(notThere)
  expect((await administrator('POST', `/api/acts/${taken.actId ?? ''}/undo`)).status).toBe(204)
})

test('a programme that went to another unit with its congress is no longer undone from the old one', async () => {
  const secretariat = await signInAs(office, 'secretariat', inside.unitId)
  const congress = await congressOf(inside)
  const moved = changeOf(congress, { unitId: outside.otherUnitId })
  expect((await administrator('PUT', `/api/congresses/${congress.id}`, moved)).status).toBe(200)
  const undo = () => secretariat('POST', `/api/acts/${id(inside, 'act')}/undo`)
  expect(await withoutChange(undo)).toEqual(notThere)
  expect((await administrator('POST', `/api/acts/${id(inside, 'act')}/undo`)).status).toBe(204)
})

test('an organizer undoes no act of the installation', async () => {
  const made = await administrator('POST', '/api/calendar-days', aCalendarDay(null))
  const days = (await administrator('GET', '/api/calendar-days')).body as CalendarDay[]
  const day = days.find(({ unitId }) => unitId === null) as CalendarDay
  const narrowed = await put(administrator, '/api/calendar-days', day, { unitId: inside.unitId })
  for (const { actId } of [made, narrowed]) {
    const { status } = await withoutChange(() => organizer('POST', `/api/acts/${actId ?? ''}/undo`))
    expect(status).toBe(403)
  }
})

test('a dry run of another account is not there, whatever the role', async () => {
  const url = `/api/imports/${id(inside, 'import')}`
  const clerk = await signInAs(office, 'administrator', inside.unitId)
  for (const [method, path, body] of [
    ['GET', url, undefined],
    ['GET', `${url}/errors.xlsx`, undefined],
    ['PUT', url, { sheet: 'CSV', headerRow: 1, columns: ['name'] }],
    ['POST', `${url}/confirm`, { digest: 'x'.repeat(64) }],
    ['DELETE', url, undefined],
  ] as const) {
    expect(await withoutChange(() => clerk(method, path, body))).toEqual(notThere)
  }
})

test('items come from no other congress', async () => {
  const secretariat = await signInAs(office, 'secretariat', inside.unitId)
  const order = { itemIds: [id(inside, 'item'), id(outside, 'item')] }
  const url = `/api/sessions/${id(inside, 'session')}/order`
  expect(await withoutChange(() => secretariat('PUT', url, order))).toEqual({ status: 409, code: 'stale' })
})

test('a viewer of a shared unit sees its papers and changes nothing', async () => {
  const shared = await signInAs(office, 'administrator', inside.otherUnitId)
  expect((await shared('GET', `/api/congresses/${id(inside, 'congress')}/papers`)).status).toBe(200)
  const place = { ...aCycle(inside.unitId), version: 1 }
  const { levels: _levels, ...cycle } = place
  expect(await withoutChange(() => shared('PUT', `/api/cycles/${id(inside, 'cycle')}`, cycle))).toEqual(notAllowed)
  expect(await withoutChange(() => shared('POST', '/api/venues', aVenue(inside.unitId)))).toEqual(notAllowed)
})
