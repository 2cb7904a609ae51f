import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Congress, CongressEvent } from '../../../server/congresses/schema.ts'
import type { Road } from '../../../server/road/schema.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { aCalendarDay, aCongress, aCycle, aLevel, anItem, aSession, aUnit, aVenue } from '../../support/records.ts'

let office: TestOffice
let who: Browser
let cycleId: string
let levels: string[]
let district: string
let commune: string
beforeEach(async () => {
  office = await openOffice()
  who = await signInAs(office, 'administrator', null)
  district = await idOf('/api/units', aUnit({ name: 'Huyện Hải Hậu', type: 'Huyện' }))
  commune = await idOf('/api/units', aUnit({ name: 'Xã Hải Anh', type: 'Xã', parentId: district, staffNumber: 40 }))
  const upper = aLevel({ name: 'Cấp trên cơ sở', windowFrom: '2020-04-01', windowTo: '2020-06-30' })
  cycleId = await idOf('/api/cycles', aCycle(district, [aLevel(), upper]))
  levels = (await road()).levels.map(({ id }) => id)
})
afterEach(() => office.close())

const idOf = async (url: string, body: unknown) => {
  const answer = await who('POST', url, body)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return (answer.body as { id: string }).id
}
const road = async (reader = who) => (await reader('GET', `/api/cycles/${cycleId}/road`)).body as Road
const create = async (values: Parameters<typeof aCongress>[1] = {}, unitId = commune) =>
  (await who('POST', '/api/congresses', aCongress({ cycleId, levelId: levels[0] ?? '', unitId }, values)))
    .body as Congress
const find = async (id: string) => (await who('GET', `/api/congresses/${id}`)).body as Congress
const events = async (id: string) => (await who('GET', `/api/congresses/${id}/events`)).body as CongressEvent[]
const move = (id: string, version: number, dateFrom: string | null, reason = '') =>
  who('PUT', `/api/congresses/${id}/date`, {
    dateFrom,
    dateTo: dateFrom,
    halfDay: 'morning',
    weekOf: null,
    reason,
    paperNumber: '',
    version,
  })
const pass = (id: string, version: number, values: object) =>
  who('POST', `/api/congresses/${id}/state`, { reason: '', paperNumber: '', newDate: null, version, ...values })

test('a moved congress keeps its old date, who moved it and why', async () => {
  const { id } = await create()
  const moved = await move(id, 1, '2020-03-17', 'Trùng lịch họp HĐND')
  expect(moved.body).toMatchObject({ dateFrom: '2020-03-17', formerDate: '2020-03-12', version: 2 })
  expect(await events(id)).toMatchObject([
    { kind: 'date', dateBefore: '2020-03-12', dateAfter: '2020-03-17', reason: 'Trùng lịch họp HĐND' },
  ])
})

test('a blocked day is refused with the conflict and nothing moves', async () => {
  const blocked = { ...aCalendarDay(null), kind: 'blocked', from: '2020-03-17', to: '2020-03-17', name: 'Bầu cử' }
  await idOf('/api/calendar-days', blocked)
  const { id } = await create()
  expect(await move(id, 1, '2020-03-17')).toMatchObject({
    status: 409,
    body: { code: 'impossible', details: { conflicts: [{ rule: 'blocked-day', date: '2020-03-17' }] } },
  })
  expect(await find(id)).toMatchObject({ dateFrom: '2020-03-12', version: 1 })
})

test('a window warns and never locks', async () => {
  const { id } = await create()
  expect((await move(id, 1, '2020-07-08')).status).toBe(200)
  const conflicts = (await who('GET', `/api/cycles/${cycleId}/conflicts`)).body as { open: { rule: string }[] }
  expect(conflicts.open.map(({ rule }) => rule)).toContain('outside-window')
})

test('an accepted warning leaves the open ones, and comes back when the facts change', async () => {
  const { id } = await create()
  await move(id, 1, '2020-07-08')
  type Listed = { open: { rule: string; key: string; fingerprint: string }[]; accepted: { rule: string }[] }
  const list = async () => (await who('GET', `/api/cycles/${cycleId}/conflicts`)).body as Listed
  const warning = (await list()).open.find(({ rule }) => rule === 'outside-window')
  const { key, fingerprint } = warning ?? { key: '', fingerprint: '' }
  await idOf('/api/acceptances', { congressId: id, key, fingerprint, reason: 'Dịch bệnh', paperNumber: '15/CT-TTg' })
  const after = await list()
  expect(after.open.map(({ rule }) => rule)).not.toContain('outside-window')
  expect(after.accepted.map(({ rule }) => rule)).toContain('outside-window')
  await move(id, 2, '2020-07-15')
  expect((await list()).open.map(({ rule }) => rule)).toContain('outside-window')
})

test('postponing needs a reason, may leave no date, and keeps the old one', async () => {
  const { id } = await create()
  expect(await pass(id, 1, { state: 'postponed' })).toMatchObject({
    status: 400,
    body: { details: [{ field: 'reason', rule: 'required' }] },
  })
  const postponed = await pass(id, 1, { state: 'postponed', reason: 'Dịch bệnh', paperNumber: '15/CT-TTg' })
  expect(postponed.body).toMatchObject({ state: 'postponed', dateFrom: null, formerDate: '2020-03-12' })
  expect(await events(id)).toMatchObject([
    { stateBefore: 'planned', stateAfter: 'postponed', dateBefore: '2020-03-12', paperNumber: '15/CT-TTg' },
  ])
})

test('a last day before the first is named at the last day, by its own rule', async () => {
  const body = aCongress(
    { cycleId, levelId: levels[0] ?? '', unitId: commune },
    { dateFrom: '2020-03-12', dateTo: '2020-03-11' },
  )
  expect(await who('POST', '/api/congresses', body)).toMatchObject({
    status: 400,
    body: { code: 'invalid', details: [{ field: 'dateTo', rule: 'reversed' }] },
  })
})

test('the road says why a congress is postponed or cancelled, and to nobody who does not see the congress', async () => {
  const other = await idOf('/api/units', aUnit({ name: 'Xã Hải Minh', parentId: district }))
  const [own, hidden, plain] = [await create(), await create({}, other), await create({}, district)]
  const why = { state: 'postponed', reason: 'Dịch bệnh', paperNumber: '15/CT-TTg' }
  await pass(own.id, 1, why)
  await pass(own.id, 2, { ...why, reason: 'Bão số 7', newDate: '2020-10-20' })
  await move(own.id, 3, '2020-10-21')
  await pass(hidden.id, 1, { ...why, state: 'cancelled', reason: 'Sáp nhập' })
  await pass(plain.id, 1, { state: 'approved', reason: 'Đúng kế hoạch' })
  const ofOwn = { congressId: own.id, reason: 'Bão số 7', paperNumber: '15/CT-TTg', stateBefore: 'planned' }
  const ofHidden = { congressId: hidden.id, reason: 'Sáp nhập', paperNumber: '15/CT-TTg', stateBefore: 'planned' }
  expect((await road()).reasons).toEqual([ofOwn, ofHidden])
  expect((await events(own.id)).map(({ kind, reason }) => [kind, reason])).toEqual([
    ['date', ''],
    ['state', 'Bão số 7'],
    ['state', 'Dịch bệnh'],
  ])
  expect((await road(await signInAs(office, 'viewer', commune))).reasons).toEqual([ofOwn])
})

test('a congress held together counts for every host, and no second one is made for them', async () => {
  const other = await idOf('/api/units', aUnit({ name: 'Xã Hải Minh', parentId: district }))
  const joint = await create({ hostUnitIds: [other], combinedWith: 'Hội nghị cán bộ, công chức' })
  expect(joint).toMatchObject({ hostUnitIds: [other], hostBlock: '', combinedWith: 'Hội nghị cán bộ, công chức' })
  const request = { levelId: levels[0], unitIds: [other], form: 'Hội nghị điển hình tiên tiến', theme: '', ordinal: '' }
  const made = await who('POST', `/api/cycles/${cycleId}/congresses-for-level`, {
    ...request,
    halfDay: 'morning',
    weeks: 'none',
    expectedDelegates: null,
  })
  expect(made.body).toEqual({ created: 0, left: 1 })
  const host = await road(await signInAs(office, 'viewer', other))
  expect(host.congresses).toEqual([])
  expect(host.upper).toMatchObject([{ id: joint.id, unitId: other, title: joint.title }])
})

test.each([
  ['itself', () => commune],
  ['nobody', () => cycleId],
])('a congress is not held together with %s', async (_who, host) => {
  const place = { cycleId, levelId: levels[0] ?? '', unitId: commune }
  const answer = await who('POST', '/api/congresses', aCongress(place, { hostUnitIds: [host()] }))
  expect(answer).toMatchObject({ status: 400, body: { details: [{ field: 'hostUnitIds', rule: 'not-known' }] } })
  expect((await road()).congresses).toEqual([])
})

test('a congress cannot have been held in the future', async () => {
  const { id } = await create({ dateFrom: '2020-06-23', dateTo: '2020-06-23' })
  expect(await pass(id, 1, { state: 'held' })).toMatchObject({ status: 409, body: { code: 'date-in-future' } })
  expect(await find(id)).toMatchObject({ state: 'planned' })
})

test('congresses are created for every unit of a level in one act and undone in one', async () => {
  const other = await idOf('/api/units', aUnit({ name: 'Xã Hải Minh', type: 'Xã', parentId: district }))
  const gone = await idOf('/api/units', aUnit({ name: 'Xã Hải Cũ', parentId: district, validTo: '2020-02-29' }))
  await create({ levelId: levels[1] ?? '' })
  const request = {
    levelId: levels[1],
    unitIds: [commune, other, gone],
    form: 'Hội nghị điển hình tiên tiến',
    theme: '',
    ordinal: '',
    halfDay: 'morning',
    weeks: 'spread',
    expectedDelegates: null,
  }
  const made = await who('POST', `/api/cycles/${cycleId}/congresses-for-level`, request)
  expect(made.body).toEqual({ created: 1, left: 2 })
  expect((await road()).congresses.find(({ unitId }) => unitId === other)).toMatchObject({
    title: 'Hội nghị điển hình tiên tiến xã Hải Minh giai đoạn 2015 - 2020',
    weekOf: '2020-06-22',
    state: 'planned',
  })
  expect((await who('POST', `/api/acts/${made.actId ?? ''}/undo`)).status).toBe(204)
  expect((await road()).congresses).toHaveLength(1)
})

test('many are changed together or not at all', async () => {
  const first = await create()
  const second = await create({ title: 'Hội nghị thứ hai' }, district)
  const change = (version: number) =>
    who('POST', '/api/congresses/change-many', {
      congresses: [
        { id: first.id, version: 1 },
        { id: second.id, version },
      ],
      changes: { shiftDays: 7, isPilot: true },
      reason: 'Lùi một tuần',
      paperNumber: '',
    })
  expect((await change(9)).status).toBe(409)
  expect(await find(first.id)).toMatchObject({ dateFrom: '2020-03-12', isPilot: false })
  const changed = await change(1)
  expect(changed.body).toEqual({ changed: 2 })
  expect(await find(first.id)).toMatchObject({ dateFrom: '2020-03-19', isPilot: true })
  expect(await find(second.id)).toMatchObject({ dateFrom: '2020-03-19', isPilot: true })
  expect((await who('POST', `/api/acts/${changed.actId ?? ''}/undo`)).status).toBe(204)
  expect(await find(second.id)).toMatchObject({ dateFrom: '2020-03-12', isPilot: false })
})

test('a deleted congress comes back with its programme and history', async () => {
  const { id } = await create()
  await move(id, 1, '2020-03-17')
  const session = await idOf(`/api/congresses/${id}/sessions`, aSession())
  await idOf(`/api/sessions/${session}/items`, anItem())
  const deleted = await who('DELETE', `/api/congresses/${id}?version=2`)
  expect(deleted.status).toBe(204)
  expect((await who('GET', `/api/congresses/${id}`)).status).toBe(404)
  const trash = (await who('GET', '/api/acts?deleted=yes')).body as { acts: { id: string; subject: string }[] }
  expect(trash.acts.map(({ subject }) => subject)).toEqual(['Hội nghị điển hình tiên tiến xã Hải Anh'])
  expect((await who('POST', `/api/acts/${deleted.actId ?? ''}/undo`)).status).toBe(204)
  expect((await who('GET', `/api/congresses/${id}/programme`)).body).toMatchObject({
    sessions: [{ title: 'Phiên chính thức', items: [{ title: 'Chào cờ' }] }],
  })
  expect(await events(id)).toHaveLength(1)
})

test('a venue, post or unit that is not there is refused by its field', async () => {
  const nowhere = '01890000-0000-7000-8000-000000000000'
  const answer = await who('POST', '/api/congresses', {
    ...aCongress({ cycleId, levelId: levels[0] ?? '', unitId: commune }),
    venueId: nowhere,
    postIds: [nowhere],
  })
  expect(answer).toMatchObject({
    status: 400,
    body: {
      details: [
        { field: 'venueId', rule: 'not-known' },
        { field: 'postIds', rule: 'not-known' },
      ],
    },
  })
  expect((await road()).congresses).toEqual([])
})

test('a commune sees its own congress, the venue that it uses, and nobody’s phone', async () => {
  const venueId = await idOf('/api/venues', aVenue(district))
  const hidden = await idOf('/api/units', aUnit({ name: 'Xã Hải Minh', parentId: district }))
  await create({ venueId })
  await create({ title: 'Của xã khác' }, hidden)
  const { id, ...values } = (await road()).units.find((unit) => unit.id === district) ?? { id: '' }
  await who('PUT', `/api/units/${id}`, { ...values, contactName: 'Bí mật', contactPhone: '0900' })
  const seen = await road(await signInAs(office, 'viewer', commune))
  expect(seen.congresses.map(({ unitId }) => unitId)).toEqual([commune])
  expect(seen.venues.map((venue) => venue.id)).toEqual([venueId])
  expect(seen.units.map(({ name, contactName, contactPhone }) => [name, contactName, contactPhone])).toEqual([
    ['Huyện Hải Hậu', '', ''],
    ['Xã Hải Anh', '', ''],
  ])
  expect(seen.role).toBeNull()
})

test('the road answers 304 until something is done', async () => {
  const get = (etag?: string) =>
    who('GET', `/api/cycles/${cycleId}/road`, undefined, etag ? { 'if-none-match': etag } : {})
  const { etag } = await get()
  expect((await get(etag ?? '')).status).toBe(304)
  await create()
  const changed = await get(etag ?? '')
  expect(changed.status).toBe(200)
  expect((changed.body as Road).congresses).toHaveLength(1)
})
