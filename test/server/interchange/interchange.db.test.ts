import { existsSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ScheduleImportDone, ScheduleImportPreview } from '../../../server/interchange/schema.ts'
import type { Programme } from '../../../server/programme/schema.ts'
import { buildDistricts, type Subtree } from '../../support/districts.ts'
import { formWith } from '../../support/form.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { anItem, aSession } from '../../support/records.ts'
import { eventXml, inputs, scheduleXml } from './schedules.ts'

let office: TestOffice
let who: Browser
let inside: Subtree
let congressId: string
beforeEach(async () => {
  office = await openOffice()
  ;({ inside } = await buildDistricts(office))
  congressId = inside.ids['congress'] ?? ''
  who = await signInAs(office, 'secretariat', inside.unitId)
  for (const { id, version } of (await programme()).sessions) {
    await who('DELETE', `/api/sessions/${id}?version=${String(version)}`)
  }
})
afterEach(() => office.close())

type File = string | Uint8Array

const send = (path: string, file: File) => {
  const { headers, body } = formWith(typeof file === 'string' ? Buffer.from(file) : file, 'schedule.xml')
  return who('POST', `/api/congresses/${congressId}/schedule/${path}`, body, headers)
}
const previewOf = async (file: File) => (await send('preview', file)).body as ScheduleImportPreview
const importFile = async (file: File) => {
  const { digest } = await previewOf(file)
  const { status, body, actId } = await send(`import?digest=${digest}`, file)
  return { status, done: body as ScheduleImportDone, actId: actId ?? '' }
}
const programme = async () => (await who('GET', `/api/congresses/${congressId}/programme`)).body as Programme
const exported = async (kind: string) => {
  const { status, bytes, headers } = await who('GET', `/api/congresses/${congressId}/schedule.${kind}`)
  return { status, bytes, type: headers['content-type'] }
}
const totalsOf = async (file: File) => (await previewOf(file)).totals
/** Sessions as a table: room, start, then each item with its own start where it holds one. */
const shown = async () =>
  (await programme()).sessions.map(({ title, date, startsAt, room, items }) => [
    `${title} ${date ?? ''} ${startsAt} ${room}`.trim(),
    ...items.map((item) =>
      [item.title, item.durationMinutes, item.fixedStart].filter((each) => each !== null).join(' '),
    ),
  ])

const opening = eventXml({ title: 'Chào cờ', persons: '<person id="5">Trần Văn Bình</person>' }, 'id="1"')
const report = eventXml({ title: 'Báo cáo', start: '08:30', duration: '01:00' }, 'id="2"')
const late = eventXml({ title: 'Văn nghệ', start: '23:30', duration: '01:15' }, 'id="3"')
const night = eventXml(
  { title: 'Giao lưu', start: '00:30', duration: '00:30', date: '2020-09-10T00:30:00+07:00' },
  'id="4"',
)
const file = scheduleXml(opening + report + late + night)

test('a schedule becomes sessions with items: what follows floats, what comes after a gap or overlaps holds its time', async () => {
  const { totals, days, listed } = await previewOf(file)
  expect(totals).toEqual({
    ...{ events: 4, days: 1, rooms: 1, persons: 1, sessions: 1, new: 4, changed: 0, same: 0, missing: 0, faulty: 0 },
    ...{ overlaps: 1, pastMidnight: 2 },
  })
  expect(days).toEqual([{ day: '2020-09-09', rooms: 1, events: 4 }])
  expect(listed.map(({ state, title }) => [state, title])).toEqual([
    ['overlap', 'Giao lưu'],
    ['past-midnight', 'Văn nghệ'],
    ['past-midnight', 'Giao lưu'],
  ])
  expect((await programme()).sessions).toEqual([])
  const { status, done } = await importFile(file)
  expect([status, done]).toEqual([200, { created: 4, changed: 0, same: 0, faulty: 0 }])
  expect(await shown()).toEqual([
    [
      'Hội trường lớn 2020-09-09 08:00 Hội trường lớn',
      'Chào cờ 30',
      'Báo cáo 60',
      'Văn nghệ 75 23:30',
      'Giao lưu 30 24:30',
    ],
  ])
  const { speakers, sessions } = await programme()
  expect(speakers.map(({ name, state }) => [name, state])).toEqual([['Trần Văn Bình', 'confirmed']])
  expect(sessions[0]?.items[0]?.speakerIds).toEqual([speakers[0]?.id])
})

test('tracks that are in one piece become sessions of their own', async () => {
  const of = (track: string, start: string, id: number) => eventXml({ start, track }, `id="${String(id)}"`)
  await importFile(scheduleXml(of('Khoa học', '08:00', 1) + of('Khoa học', '08:30', 2) + of('Giáo dục', '09:30', 3)))
  expect(await shown()).toEqual([
    ['Khoa học 2020-09-09 08:00 Hội trường lớn', 'Khai mạc 30', 'Khai mạc 30'],
    ['Giáo dục 2020-09-09 09:30 Hội trường lớn', 'Khai mạc 30'],
  ])
})

test('the same file again changes nothing and is refused as nothing to import', async () => {
  await importFile(file)
  expect(await totalsOf(file)).toMatchObject({ new: 0, changed: 0, same: 4, missing: 0, sessions: 0 })
  const before = await programme()
  expect((await importFile(file)).status).toBe(409)
  expect(await programme()).toEqual(before)
})

test('a later file changes what it says otherwise, adds what is new beside it and leaves what it has no more', async () => {
  await importFile(file)
  const later = scheduleXml(
    eventXml({ title: 'Chào cờ, khai mạc', persons: '<person id="5">Trần Văn Bình</person>' }, 'id="1"') +
      eventXml({ title: 'Báo cáo', start: '09:00', duration: '01:00' }, 'id="2"') +
      night +
      eventXml({ title: 'Thảo luận', start: '10:00' }, 'id="9"'),
  )
  // An event without an identifier of its own is known by its number and title: the first is another one then.
  expect(await totalsOf(later)).toMatchObject({ new: 2, changed: 1, same: 1, missing: 2 })
  const named = later.replace('id="1"', `id="1" guid="${await guidOf('Chào cờ')}"`)
  expect(await totalsOf(named)).toMatchObject({ new: 1, changed: 2, same: 1, missing: 1, sessions: 0 })
  const { done, actId } = await importFile(named)
  expect(done).toEqual({ created: 1, changed: 2, same: 1, faulty: 0 })
  expect(await shown()).toEqual([
    [
      'Hội trường lớn 2020-09-09 08:00 Hội trường lớn',
      ...['Chào cờ, khai mạc 30', 'Báo cáo 60 09:00', 'Thảo luận 30', 'Văn nghệ 75 23:30', 'Giao lưu 30 24:30'],
    ],
  ])
  expect((await programme()).speakers).toHaveLength(1)
  expect((await who('POST', `/api/acts/${actId}/undo`)).status).toBe(204)
  expect(await totalsOf(file)).toMatchObject({ same: 4, new: 0, changed: 0, missing: 0 })
})

/** The identifier under which an item goes out. */
const guidOf = async (title: string): Promise<string> => {
  const xml = (await exported('xml')).bytes.toString()
  const before = xml.slice(0, xml.indexOf(`<title>${title}<`))
  return [...before.matchAll(/guid="([^"]+)"/g)].at(-1)?.[1] ?? ''
}

test('what is confirmed is what was seen: after another change of the programme it is refused, and nothing comes in', async () => {
  const { digest } = await previewOf(file)
  await who('POST', `/api/congresses/${congressId}/sessions`, aSession())
  const before = await programme()
  const { status, body } = await send(`import?digest=${digest}`, file)
  expect([status, (body as { code: string }).code]).toEqual([409, 'import-changed'])
  expect(await programme()).toEqual(before)
})

test('events that cannot be right stay out, the others come in', async () => {
  const wrong = scheduleXml(opening + eventXml({ title: 'Ngược', duration: '-00:30' }, 'id="8"'))
  const { totals, faults } = await previewOf(wrong)
  expect(totals).toMatchObject({ events: 1, faulty: 1, new: 1 })
  expect(faults).toMatchObject([{ title: 'Ngược', fault: 'end-before-start', startsAt: '08:00' }])
  expect((await importFile(wrong)).done).toEqual({ created: 1, changed: 0, same: 0, faulty: 1 })
})

test.each([
  ['<!DOCTYPE schedule [<!ENTITY a "aaaa">]><schedule/>', 'schedule-unsafe'],
  ['<schedule><day date="2020-09-09"><entry/></day></schedule>', 'schedule-foreign'],
  ['Tên đơn vị', 'not-a-schedule'],
])('a file that is no schedule is refused by its own sentence and changes nothing: %s', async (text, code) => {
  for (const path of ['preview', 'import?digest=x']) {
    const { status, body } = await send(path, text)
    expect([status, (body as { code: string }).code]).toEqual([422, code])
  }
  expect((await programme()).sessions).toEqual([])
})

test.each([
  ['than a schedule may be', 11],
  ['than any file may be', 21],
])('a file larger %s is refused with what a schedule may be at most', async (_what, megabytes) => {
  const { status, body } = await send('preview', new Uint8Array(megabytes * 1024 * 1024))
  expect({ status, body }).toMatchObject({
    status: 413,
    body: { code: 'file-too-large', details: { maxBytes: 10_485_760 } },
  })
})

test("the office's own programme goes out and comes back as it stands, by file and by calendar", async () => {
  const { id } = (await who('POST', `/api/congresses/${congressId}/sessions`, { ...aSession(), date: '2020-09-09' }))
    .body as {
    id: string
  }
  for (const title of ['Chào cờ', 'Báo cáo "tổng kết" & <khen>'])
    await who('POST', `/api/sessions/${id}/items`, anItem({ title }))
  for (const kind of ['xml', 'ics']) {
    const { status, bytes } = await exported(kind)
    expect(status).toBe(200)
    expect(await totalsOf(bytes)).toMatchObject({ events: 2, same: 2, new: 0, changed: 0, faulty: 0 })
  }
  expect((await exported('xml')).type).toBe('application/xml; charset=utf-8')
  expect(JSON.parse((await exported('json')).bytes.toString())).toMatchObject({
    schedule: { conference: { daysCount: 1, days: [{ date: '2020-09-09' }] } },
  })
})

test('a place outside the hall goes out by its name and stays one when the file comes back, chosen or not', async () => {
  const outside = { ...aSession(), kind: 'incense', date: '2020-09-09', isOutside: true }
  for (const room of ['Đền Trần', '']) {
    const { body } = await who('POST', `/api/congresses/${congressId}/sessions`, { ...outside, room })
    await who('POST', `/api/sessions/${(body as { id: string }).id}/items`, anItem({ title: 'Dâng hương' }))
  }
  const xml = (await exported('xml')).bytes.toString()
  expect([...xml.matchAll(/<room name="([^"]*)">/gu)].map(([, name]) => name)).toEqual([
    'chưa có nơi dâng hương',
    'Đền Trần',
  ])
  expect(await totalsOf(xml)).toMatchObject({ same: 2, changed: 0 })
  await importFile(xml.replaceAll('Dâng hương</title>', 'Dâng hoa</title>'))
  expect((await programme()).sessions.map(({ room, isOutside, items }) => [room, isOutside, items[0]?.title])).toEqual([
    ['', true, 'Dâng hoa'],
    ['Đền Trần', true, 'Dâng hoa'],
  ])
})

test('a calendar does not take away what it has no word for', async () => {
  await importFile(scheduleXml(eventXml({ subtitle: 'Nghi thức', description: 'Cả hội trường đứng.' }, 'id="1"')))
  const ics = (await exported('ics')).bytes.toString()
  expect(await totalsOf(ics)).toMatchObject({ same: 1, changed: 0 })
  const moved = ics.replace('T010000Z', 'T003000Z').replace('T013000Z', 'T010000Z')
  expect((await importFile(moved)).done).toMatchObject({ changed: 1 })
  expect(await shown()).toEqual([['Hội trường lớn 2020-09-09 07:30 Hội trường lớn', 'Khai mạc 30']])
  const xml = (await exported('xml')).bytes.toString()
  expect(xml).toContain('<subtitle>Nghi thức</subtitle>')
  expect(xml).toContain('<description>Cả hội trường đứng.</description>')
})

test('an imported item that lies in the tray comes back to its place', async () => {
  await importFile(file)
  const [session] = (await programme()).sessions
  const [first] = session?.items ?? []
  const tray = {
    id: first?.id,
    version: first?.version,
    sessionId: null,
    position: 0,
    durationMinutes: 30,
    fixedStart: null,
  }
  expect((await who('PUT', `/api/congresses/${congressId}/arrangement`, { sessions: [], items: [tray] })).status).toBe(
    200,
  )
  expect((await importFile(file)).done).toMatchObject({ created: 0 })
  expect((await programme()).tray).toEqual([])
  expect((await shown())[0]).toContain('Chào cờ 30')
})

describe.skipIf(!existsSync(inputs))('a real schedule', () => {
  test.each([
    ['36c3-everything', 1351, 923],
    ['fosdem-2020', 872, 841],
  ])(
    '%s comes in, goes out and comes back the same, and one undo takes all of it away',
    async (name, events, persons) => {
      const bytes = readFileSync(new URL(`schedules/${name}.schedule.xml`, inputs))
      expect(await totalsOf(bytes)).toMatchObject({ events, persons, new: events, faulty: 0 })
      const { status, actId } = await importFile(bytes)
      expect(status).toBe(200)
      const { sessions, speakers } = await programme()
      expect(sessions.flatMap(({ items }) => items)).toHaveLength(events)
      expect(speakers).toHaveLength(persons)
      const nothingElse = { events, same: events, new: 0, changed: 0, missing: 0, faulty: 0 }
      expect(await totalsOf(bytes)).toMatchObject(nothingElse)
      for (const kind of ['xml', 'ics']) expect(await totalsOf((await exported(kind)).bytes)).toMatchObject(nothingElse)
      expect((await who('POST', `/api/acts/${actId}/undo`)).status).toBe(204)
      expect(await programme()).toMatchObject({ sessions: [], speakers: [] })
    },
    60_000,
  )
})
