import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Congress } from '../../../server/congresses/schema.ts'
import { openedSessionId } from '../../../server/programme/rules/arrange.ts'
import type { Programme, ProgrammeTemplate, ProgrammeView, Remark } from '../../../server/programme/schema.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { aBooking, anItem, aSession, aSpeaker, aVenue } from '../../support/records.ts'
import { buildDistricts, type Subtree } from '../../support/districts.ts'

let office: TestOffice
let who: Browser
let congressId: string
let sessionId: string
let inside: Subtree
beforeEach(async () => {
  office = await openOffice()
  ;({ inside } = await buildDistricts(office))
  congressId = inside.ids['congress'] ?? ''
  who = await signInAs(office, 'secretariat', inside.unitId)
  sessionId = await idOf(`/api/congresses/${congressId}/sessions`, { ...aSession(), title: 'Phiên trù bị' })
  for (const title of ['Đón tiếp', 'Chào cờ', 'Khai mạc'])
    await idOf(`/api/sessions/${sessionId}/items`, anItem({ title }))
})
afterEach(() => office.close())

const idOf = async (url: string, body: unknown) => ((await who('POST', url, body)).body as { id: string }).id
const programme = async () => (await who('GET', `/api/congresses/${congressId}/programme`)).body as Programme
const session = async () => {
  const found = (await programme()).sessions.find(({ id }) => id === sessionId)
  if (!found) throw new Error('the session is gone')
  return found
}
const titles = async () => (await session()).items.map(({ title }) => title)

test('an item is put where it was wanted and those after it move down', async () => {
  await idOf(`/api/sessions/${sessionId}/items`, anItem({ title: 'Văn nghệ', position: 1 }))
  expect(await titles()).toEqual(['Đón tiếp', 'Văn nghệ', 'Chào cờ', 'Khai mạc'])
  expect((await session()).items.map(({ position }) => position)).toEqual([0, 1, 2, 3])
})

test('sessions stand by day, hour and room, whenever they were made; those without a day stand last', async () => {
  const other = (await programme()).sessions.find(({ id }) => id !== sessionId)
  const made = [
    { title: 'Chưa có ngày', date: null, startsAt: '06:00' },
    { title: 'Chưa có ngày, sau', date: null, startsAt: '05:00' },
    { title: 'Buổi chiều', date: '2020-03-12', startsAt: '14:00' },
    { title: 'Tổng duyệt', date: '2020-03-11', startsAt: '15:00' },
    { title: 'Tổ 10', date: '2020-03-11', startsAt: '08:00', room: 'Phòng 10' },
    { title: 'Tổ 2', date: '2020-03-11', startsAt: '08:00', room: 'Phòng 2' },
    { title: 'Tổ 2, nhóm sau', date: '2020-03-11', startsAt: '08:00', room: 'Phòng 2' },
  ]
  for (const values of made) await idOf(`/api/congresses/${congressId}/sessions`, { ...aSession(), ...values })
  const { sessions } = await programme()
  expect(sessions.flatMap(({ id, title }) => (id === other?.id ? [] : [title]))).toEqual([
    'Tổ 2',
    'Tổ 2, nhóm sau',
    'Tổ 10',
    'Tổng duyệt',
    'Phiên trù bị',
    'Buổi chiều',
    'Chưa có ngày',
    'Chưa có ngày, sau',
  ])
  expect(sessions.map(({ position }) => position).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
})

test('a session is held outside the hall when that is said, and keeps it until the contrary is', async () => {
  const place = async () => {
    const { room, isOutside, travelMinutes } = await session()
    return { room, isOutside, travelMinutes }
  }
  expect(await place()).toEqual({ room: aSession().room, isOutside: false, travelMinutes: null })
  const outside = { room: 'Đền Trần', isOutside: true, travelMinutes: 15 }
  const { version } = await session()
  await who('PUT', `/api/sessions/${sessionId}`, { ...aSession(), ...outside, version })
  expect(await place()).toEqual(outside)
  const { version: seen, date, room } = await session()
  const moved = { id: sessionId, version: seen, date, room, startsAt: '06:30', fixedEnd: null }
  await who('PUT', `/api/congresses/${congressId}/arrangement`, { sessions: [moved], items: [] })
  expect(await session()).toMatchObject({ ...outside, startsAt: '06:30' })
  const back = { ...moved, version: seen + 1, room: '', isOutside: false }
  await who('PUT', `/api/congresses/${congressId}/arrangement`, { sessions: [back], items: [] })
  expect(await session()).toMatchObject({ room: '', isOutside: false })
})

test('items take the order that they are given, and one undo puts them back', async () => {
  const ids = (await session()).items.map(({ id }) => id)
  const ordered = await who('PUT', `/api/sessions/${sessionId}/order`, { itemIds: [ids[2], ids[0], ids[1]] })
  expect(ordered.status).toBe(200)
  expect(await titles()).toEqual(['Khai mạc', 'Đón tiếp', 'Chào cờ'])
  expect((await who('POST', `/api/acts/${ordered.actId ?? ''}/undo`)).status).toBe(204)
  expect(await titles()).toEqual(['Đón tiếp', 'Chào cờ', 'Khai mạc'])
})

test('the days of a programme go along with the congress, also over a postponement, and back with its undo', async () => {
  const organizer = await signInAs(office, 'organizer', inside.unitId)
  const days = async () => (await programme()).sessions.map(({ date }) => date)
  const move = async (dateFrom: string) => {
    const { version } = (await who('GET', `/api/congresses/${congressId}`)).body as { version: number }
    const date = { dateFrom, dateTo: dateFrom, halfDay: 'morning', weekOf: null, reason: '', paperNumber: '', version }
    return organizer('PUT', `/api/congresses/${congressId}/date`, date)
  }
  await move('2020-06-26')
  const { version } = await session()
  await who('PUT', `/api/sessions/${sessionId}`, { ...aSession(), date: '2020-06-25', version })
  const before = await days()
  const moved = await move('2020-07-03')
  expect(moved.status).toBe(200)
  expect((await session()).date).toBe('2020-07-02')
  expect((await organizer('POST', `/api/acts/${moved.actId ?? ''}/undo`)).status).toBe(204)
  expect(await days()).toEqual(before)
  const congress = (await who('GET', `/api/congresses/${congressId}`)).body as { version: number }
  const postponement = { state: 'postponed', reason: 'dịch', paperNumber: '', newDate: null, version: congress.version }
  expect((await organizer('POST', `/api/congresses/${congressId}/state`, postponement)).status).toBe(200)
  expect(await days()).toEqual(before)
  await move('2020-07-10')
  expect((await session()).date).toBe('2020-07-09')
})

test('an order that forgets an item somebody else added is stale and moves nothing', async () => {
  const ids = (await session()).items.map(({ id }) => id)
  await idOf(`/api/sessions/${sessionId}/items`, anItem({ title: 'Mới' }))
  const answer = await who('PUT', `/api/sessions/${sessionId}/order`, { itemIds: [ids[1], ids[0], ids[2]] })
  expect(answer).toMatchObject({ status: 409, body: { code: 'stale' } })
  expect(await titles()).toEqual(['Đón tiếp', 'Chào cờ', 'Khai mạc', 'Mới'])
})

test('an item moves to another session of the congress', async () => {
  const other = (await programme()).sessions.find(({ id }) => id !== sessionId)
  const [first] = (await session()).items
  const itemIds = [...(other?.items ?? []).map(({ id }) => id), first?.id]
  expect((await who('PUT', `/api/sessions/${other?.id ?? ''}/order`, { itemIds })).status).toBe(200)
  expect(await titles()).toEqual(['Chào cờ', 'Khai mạc'])
  expect((await session()).items.map(({ position }) => position)).toEqual([0, 1])
})

const arrange = (items: object[], sessions: object[] = []) =>
  who('PUT', `/api/congresses/${congressId}/arrangement`, { sessions, items })
const placed = (
  item: { id: string; version: number },
  sessionId: string | null,
  position: number,
  more: object = {},
) => ({
  ...{ id: item.id, version: item.version, sessionId, position, durationMinutes: 10, fixedStart: null },
  ...more,
})

test('an item waits in the tray until it is placed, and one undo puts it back there', async () => {
  const waiting = (await who('POST', `/api/congresses/${congressId}/tray-items`, anItem({ title: 'Chụp ảnh' }))).body
  const [item] = (await programme()).tray
  expect(item).toEqual(waiting)
  if (!item) return
  const others = (await session()).items.slice(1).map((each, index) => placed(each, sessionId, index + 2))
  const arranged = await arrange([placed(item, sessionId, 1, { fixedStart: '24:30', durationMinutes: 15 }), ...others])
  expect(arranged.status).toBe(200)
  expect(await titles()).toEqual(['Đón tiếp', 'Chụp ảnh', 'Chào cờ', 'Khai mạc'])
  expect((await session()).items[1]).toMatchObject({ fixedStart: '24:30', durationMinutes: 15 })
  expect((await programme()).tray).toEqual([])
  expect((await who('POST', `/api/acts/${arranged.actId ?? ''}/undo`)).status).toBe(204)
  expect((await programme()).tray.map(({ title }) => title)).toEqual(['Chụp ảnh'])
  expect(await titles()).toEqual(['Đón tiếp', 'Chào cờ', 'Khai mạc'])
})

test('an item that is put into an empty room opens a session there, and one undo takes both back', async () => {
  await who('POST', `/api/congresses/${congressId}/tray-items`, anItem({ title: 'Thảo luận' }))
  const before = await programme()
  const [item] = before.tray
  if (!item) throw new Error('the tray has an item')
  const opened = { kind: 'discussion', title: 'Tổ 1', date: '2020-09-09', startsAt: '14:00', room: 'Phòng 2' }
  const body = { sessions: [], items: [placed(item, openedSessionId, 0)], opened }
  const arranged = await who('PUT', `/api/congresses/${congressId}/arrangement`, body)
  expect(arranged.status).toBe(200)
  const made = (await programme()).sessions.at(-1)
  expect(made).toMatchObject(opened)
  expect(made?.id).not.toBe(openedSessionId)
  expect(made?.items.map(({ title }) => title)).toEqual(['Thảo luận'])
  expect((await programme()).tray).toEqual([])
  expect((await who('POST', `/api/acts/${arranged.actId ?? ''}/undo`)).status).toBe(204)
  const after = await programme()
  expect([after.sessions.length, after.tray.map(({ title }) => title)]).toEqual([before.sessions.length, ['Thảo luận']])
  // Without a session to open there is none of that name.
  const [again] = after.tray
  expect(await arrange([placed(again ?? item, openedSessionId, 0)])).toMatchObject({ status: 409 })
})

test('an arrangement that is partly stale, or names what is not of the congress, moves nothing', async () => {
  const [first, second, third] = (await session()).items
  if (!first || !second || !third) throw new Error('the session has three items')
  const stale = await arrange([placed(first, null, 0), placed({ ...second, version: 9 }, null, 1)])
  expect(stale).toMatchObject({ status: 409, body: { code: 'stale' } })
  const foreign = await arrange([placed(first, null, 0), placed({ id: sessionId, version: 1 }, null, 1)])
  expect(foreign).toMatchObject({ status: 409, body: { code: 'stale' } })
  const elsewhere = await arrange([placed(first, null, 0), placed(second, congressId, 1)])
  expect(elsewhere).toMatchObject({ status: 409, body: { code: 'stale' } })
  expect(await titles()).toEqual(['Đón tiếp', 'Chào cờ', 'Khai mạc'])
})

test('items left behind close the gap when one goes into the tray', async () => {
  const [, second] = (await session()).items
  if (second) await arrange([placed(second, null, 0)])
  expect((await session()).items.map(({ title, position }) => [title, position])).toEqual([
    ['Đón tiếp', 0],
    ['Khai mạc', 1],
  ])
})

test('an item names speakers of its own congress only; one who is deleted is named no more', async () => {
  const speaker = (await who('POST', `/api/congresses/${congressId}/speakers`, aSpeaker())).body as { id: string }
  const [item] = (await session()).items
  const { position: _position, ...values } = anItem()
  const name = (speakerIds: string[], version: number) =>
    who('PUT', `/api/items/${item?.id ?? ''}`, { ...values, speakerIds, version })
  expect((await name([speaker.id], item?.version ?? 0)).status).toBe(200)
  expect(await name([sessionId], 2)).toMatchObject({ status: 400, body: { code: 'invalid' } })
  expect((await who('DELETE', `/api/speakers/${speaker.id}?version=1`)).status).toBe(204)
  expect((await session()).items[0]?.speakerIds).toEqual([])
  expect((await programme()).speakers).toEqual([])
})

test('a programme comes with the rooms and seats of its venue and the times for which it is booked', async () => {
  const organizer = await signInAs(office, 'organizer', inside.unitId)
  const venueId = inside.ids['venue'] ?? ''
  const rooms = [{ name: 'Sảnh tầng 1', capacity: 80, walkMinutes: 3 }]
  const venue = { ...aVenue(inside.unitId), rooms, version: 1 }
  expect((await organizer('PUT', `/api/venues/${venueId}`, venue)).status).toBe(200)
  await organizer('POST', '/api/bookings', aBooking(venueId, { repeats: 'weekly', repeatsUntil: '2020-12-31' }))
  const view = async () => (await who('GET', `/api/congresses/${congressId}/programme`)).body as ProgrammeView
  expect((await view()).venue).toBeNull()
  const { version, ...congress } = (await who('GET', `/api/congresses/${congressId}`)).body as Congress
  const { formerDate: _1, formerDateTo: _2, id: _3, cycleId: _4, isDateInvented: _5, state: _6, ...kept } = congress
  const change = { ...kept, venueId, reason: '', paperNumber: '', version }
  expect((await organizer('PUT', `/api/congresses/${congressId}`, change)).status).toBe(200)
  const { venue: held } = await view()
  expect(held).toMatchObject({ rooms, capacity: 300 })
  // The congress is on 17 March; the rehearsal of 11 March comes every week, up to thirty days after it.
  expect(held?.bookings.map(({ fromDay, toDay }) => [fromDay, toDay])).toEqual(
    ['11', '18', '25']
      .map((day) => [`2020-03-${day}`, `2020-03-${String(Number(day) + 1)}`])
      .concat([
        ['2020-04-01', '2020-04-02'],
        ['2020-04-08', '2020-04-09'],
        ['2020-04-15', '2020-04-16'],
      ]),
  )
})

test('a programme tells how many remarks on what wait for an answer, and none that was answered', async () => {
  const open = async () =>
    ((await who('GET', `/api/congresses/${congressId}/programme`)).body as ProgrammeView).openRemarks
  const { items } = await session()
  const remark = async (about: object) =>
    (
      await who('POST', `/api/congresses/${congressId}/remarks`, {
        sessionId: null,
        itemId: null,
        text: 'Rút ngắn',
        ...about,
      })
    ).body as Remark
  const first = await remark({ itemId: items[0]?.id })
  await remark({ itemId: items[0]?.id })
  await remark({ sessionId })
  await remark({})
  expect(await open()).toEqual({ [items[0]?.id ?? '']: 2, [sessionId]: 1 })
  await who('PUT', `/api/remarks/${first.id}`, { answer: 'Đã rút', isSettled: true, version: first.version })
  expect(await open()).toEqual({ [items[0]?.id ?? '']: 1, [sessionId]: 1 })
})

test('a deleted session comes back with its items', async () => {
  const deleted = await who('DELETE', `/api/sessions/${sessionId}?version=1`)
  expect((await programme()).sessions.map(({ id }) => id)).not.toContain(sessionId)
  await who('POST', `/api/acts/${deleted.actId ?? ''}/undo`)
  expect(await titles()).toEqual(['Đón tiếp', 'Chào cờ', 'Khai mạc'])
})

const startFrom = (body: object) => who('POST', `/api/congresses/${congressId}/programme-from-template`, body)
const emptyProgramme = async () => {
  for (const { id, version } of (await programme()).sessions)
    await who('DELETE', `/api/sessions/${id}?version=${version}`)
}

test('a programme made from a template stands on the days of the congress, and one undo takes it away', async () => {
  await emptyProgramme()
  const started = await startFrom({ templateId: 'provincial-two-sessions' })
  expect(started.status).toBe(200)
  const { sessions } = await programme()
  expect(started.body).toEqual({ congressId, sessions, tray: [], speakers: [] })
  expect(sessions.map(({ title, date, startsAt, items }) => [title, date, startsAt, items.length])).toEqual([
    ['Phiên trù bị', '2020-03-16', '14:00', 7],
    ['Phiên chính thức', '2020-03-17', '07:00', 15],
  ])
  expect(sessions[1]?.items[3]).toMatchObject({
    position: 3,
    title: 'Tuyên bố lý do, giới thiệu đại biểu; mời Đoàn Chủ tịch, Đoàn Thư ký',
    durationMinutes: 15,
    fixedStart: '08:00',
    presenter: 'Ban Tổ chức',
    note: 'Truyền hình trực tiếp từ đây (nếu có).',
  })
  expect((await who('POST', `/api/acts/${started.actId ?? ''}/undo`)).status).toBe(204)
  expect((await programme()).sessions).toEqual([])
})

test('a programme that has sessions is not started again, unless they are to be added to', async () => {
  const before = await programme()
  expect(await startFrom({ templateId: 'commune-half-day' })).toMatchObject({
    status: 409,
    body: { code: 'programme-not-empty' },
  })
  expect(await programme()).toEqual(before)
  expect((await startFrom({ templateId: 'commune-half-day', language: 'en', isAdded: true })).status).toBe(200)
  const after = await programme()
  expect(after.sessions.slice(0, -1)).toEqual(before.sessions)
  expect(after.sessions.at(-1)).toMatchObject({
    title: 'Conference',
    date: '2020-03-17',
    position: before.sessions.length,
  })
})

test('a template that is not there is said at its field', async () => {
  expect(await startFrom({ templateId: 'no-such-template', isAdded: true })).toMatchObject({
    status: 400,
    body: { code: 'invalid', details: [{ field: 'templateId', rule: 'not-known' }] },
  })
})

test('everybody who is signed in sees the templates with their size', async () => {
  const viewer = await signInAs(office, 'viewer', inside.unitId)
  const templates = (await viewer('GET', '/api/programme-templates')).body as ProgrammeTemplate[]
  expect(templates.map(({ id, sessionCount, itemCount }) => [id, sessionCount, itemCount])).toEqual([
    ['commune-half-day', 1, 10],
    ['district-agency-half-day', 1, 13],
    ['grassroots-models-conference', 1, 9],
    ['provincial-one-day', 4, 18],
    ['provincial-two-sessions', 2, 22],
  ])
  expect(Object.keys(templates[0] ?? {}).sort()).toEqual([
    'id',
    'itemCount',
    'name',
    'nameEnglish',
    'sessionCount',
    'source',
  ])
})

test('a programme is taken over from another congress in one act: days keep their distance, nobody has agreed yet', async () => {
  const speaker = { ...aSpeaker(), state: 'confirmed' }
  const speakerId = await idOf(`/api/congresses/${congressId}/speakers`, speaker)
  const item = { ...anItem({ title: 'Tham luận' }), speakerIds: [speakerId], kind: 'awards' }
  await idOf(`/api/sessions/${sessionId}/items`, { ...item, batches: [{ title: 'Đợt 1', minutes: 6 }] })
  const { version } = await session()
  await who('PUT', `/api/sessions/${sessionId}`, { ...aSession(), title: 'Phiên trù bị', date: '2020-06-25', version })
  const copy = { fromCongressId: congressId, sessionIds: [sessionId], firstDay: '2020-07-01', withSpeakers: true }
  const before = await programme()
  const done = await who('POST', `/api/congresses/${congressId}/programme-copy`, copy)
  expect(done.status).toBe(200)
  const after = done.body as Programme
  const added = after.sessions.at(-1)
  expect(after.sessions).toHaveLength(before.sessions.length + 1)
  expect([added?.title, added?.date]).toEqual(['Phiên trù bị', '2020-07-01'])
  expect(added?.items.map(({ title }) => title)).toEqual(['Đón tiếp', 'Chào cờ', 'Khai mạc', 'Tham luận'])
  expect(added?.items.at(-1)).toMatchObject({ kind: 'awards', batches: [{ title: 'Đợt 1', minutes: 6 }] })
  // Who has the same name and post is the same man.
  expect(added?.items.at(-1)?.speakerIds).toEqual([speakerId])
  expect(after.speakers).toHaveLength(1)
  const bare = await who('POST', `/api/congresses/${congressId}/programme-copy`, { ...copy, withSpeakers: false })
  expect((bare.body as Programme).sessions.at(-1)?.items.at(-1)?.speakerIds).toEqual([])
  await who('POST', `/api/acts/${bare.actId ?? ''}/undo`)
  expect((await who('POST', `/api/acts/${done.actId ?? ''}/undo`)).status).toBe(204)
  expect(await programme()).toEqual(before)
})

test('what the account may not read, or what is not of that congress, is not taken over', async () => {
  const { outside } = await buildDistricts(office)
  const copy = { sessionIds: null, firstDay: null, withSpeakers: false }
  const url = `/api/congresses/${congressId}/programme-copy`
  const before = await programme()
  expect((await who('POST', url, { ...copy, fromCongressId: outside.ids['congress'] ?? '' })).status).toBe(404)
  const strange = await who('POST', url, { ...copy, fromCongressId: congressId, sessionIds: ['0'.repeat(26)] })
  expect(strange.status).toBe(400)
  expect(await programme()).toEqual(before)
})
