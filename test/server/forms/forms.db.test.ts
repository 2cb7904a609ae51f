import { unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CongressEvent } from '../../../server/congresses/schema.ts'
import type { IssuedForm, ReturnPreview } from '../../../server/forms/schema.ts'
import { todayIn } from '../../../server/format/dates.ts'
import { stampReader } from '../../../server/history/queries.ts'
import type { Unit } from '../../../server/units/schema.ts'
import type { Venue } from '../../../server/venues/schema.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { aCall, aCongress } from '../../support/records.ts'
import {
  buildFormsRoad,
  communes,
  confirmHeap,
  congressOf,
  filled,
  issuedOf,
  issueTo,
  newDay,
  readHeap,
  saidOf,
  type FormsRoad,
  type Sent,
} from './road.ts'

let office: TestOffice
let road: FormsRoad
let who: Browser
beforeEach(async () => {
  office = await openOffice()
  road = await buildFormsRoad(office)
  who = road.administrator
})
afterEach(() => office.close())

const [first = '', second = '', third = ''] = communes
const read = (files: Sent) => readHeap(who, road, files)

const readStamp = () => stampReader(office.db)()
const unitOf = async (name: string) =>
  ((await who('GET', '/api/units')).body as Unit[]).find(({ id }) => id === road.units[name])

describe('a heap of returned forms', () => {
  test('takes a day without a year within the window of the congress, else within the cycle, and says which year', async () => {
    const forms = await issueTo(who, road, communes)
    const on = (name: string, day: string) => filled(forms, name, { answers: { 'Ngày tổ chức': day } })
    const heap = await read([
      ['a.xlsx', on(first, '12/2')],
      ['b.xlsx', on(second, 'ngày 3.8')],
      ['c.xlsx', on(third, '31/2')],
    ])
    expect(saidOf(heap)).toEqual({
      'a.xlsx': 'fine changed: dateFrom year-taken 12/02/2020',
      'b.xlsx': 'fine changed: dateFrom year-taken 03/8/2020',
      'c.xlsx': 'fine error: dateFrom not-a-date 31/2',
    })
    expect(heap.files[0]?.cells[0]).toMatchObject({ details: { year: '2020' }, was: '12/3/2020' })
    await confirmHeap(who, heap)
    expect((await congressOf(road, first)).dateFrom).toBe('2020-02-12')
  })

  test('is imported exactly as it was shown, in one act that is undone in one', async () => {
    const forms = await issueTo(who, road, communes)
    const answers = {
      'Ngày tổ chức': '17/3/2020',
      Buổi: 'Chiều',
      'Địa điểm': 'Nhà văn hóa xóm 5',
      'Số đại biểu dự kiến': 95,
      'Người liên hệ': 'Lê Thị Bình',
      'Điện thoại liên hệ': '0987 654 321',
    }
    const before = await congressOf(road, first)
    const heap = await read([
      ['Hải Anh.xlsx', filled(forms, first, { answers })],
      ['tra loi (1).xlsx', forms[second] ?? new Uint8Array()],
    ])
    expect(saidOf(heap)).toEqual({
      'Hải Anh.xlsx': [
        'fine changed',
        'dateFrom changed 17/3/2020',
        'halfDay changed Chiều',
        'venue venue-new Nhà văn hóa xóm 5',
        'expectedDelegates changed 95',
        'contactName changed Lê Thị Bình',
        'contactPhone changed 0987 654 321',
      ].join(': '),
      'tra loi (1).xlsx': 'fine same',
    })
    expect([heap.unanswered, await congressOf(road, first)]).toEqual([1, before])

    const done = await confirmHeap(who, heap)
    expect(done).toMatchObject({ status: 200, body: { changed: 1, same: 1 } })
    const after = await congressOf(road, first)
    const venues = (await who('GET', '/api/venues')).body as Venue[]
    const hall = venues.find(({ id }) => id === after.venueId)
    expect(hall).toMatchObject({ name: 'Nhà văn hóa xóm 5', unitId: road.units[first] })
    expect(after).toMatchObject({
      dateFrom: '2020-03-17',
      dateTo: '2020-03-17',
      halfDay: 'afternoon',
      expectedDelegates: 95,
      formerDate: '2020-03-12',
    })
    expect(await unitOf(first)).toMatchObject({ contactName: 'Lê Thị Bình', contactPhone: '0987 654 321' })
    expect(await issuedOf(who, road)).toEqual([`${first} 1 answered`, `${second} 1 answered`, `${third} 1`])
    const [event] = (await who('GET', `/api/congresses/${after.id}/events`)).body as CongressEvent[]
    expect(event).toMatchObject({ dateAfter: '2020-03-17', sourceKind: 'workbook', source: 'Hải Anh.xlsx' })

    expect((await who('POST', `/api/acts/${done.actId ?? ''}/undo`)).status).toBe(204)
    const { version: _version, ...undone } = await congressOf(road, first)
    expect(before).toMatchObject(undone)
    expect(await unitOf(first)).toMatchObject({ contactName: 'Trần Văn An', contactPhone: '0912 345 678' })
    expect(await issuedOf(who, road)).toEqual(communes.map((name) => `${name} 1`))
  })

  test('is not imported when anything changed since it was shown', async () => {
    const forms = await issueTo(who, road, [first])
    const heap = await read([['a.xlsx', filled(forms, first, newDay)]])
    const { id, version } = await congressOf(road, first)
    const move = {
      dateFrom: '2020-03-20',
      dateTo: '2020-03-20',
      halfDay: 'day',
      weekOf: null,
      reason: '',
      paperNumber: '',
    }
    expect((await who('PUT', `/api/congresses/${id}/date`, { ...move, version })).status).toBe(200)
    const stamp = await readStamp()
    expect(await confirmHeap(who, heap)).toMatchObject({ status: 409, body: { code: 'import-changed' } })
    expect([await readStamp(), (await congressOf(road, first)).dateFrom]).toEqual([stamp, '2020-03-20'])
  })

  test('says nothing where an answer came back as it was sent, whatever was changed here meanwhile', async () => {
    const forms = await issueTo(who, road, [first])
    const { id, version } = await congressOf(road, first)
    const move = {
      dateFrom: '2020-03-20',
      dateTo: '2020-03-20',
      halfDay: 'day',
      weekOf: null,
      reason: '',
      paperNumber: '',
    }
    await who('PUT', `/api/congresses/${id}/date`, { ...move, version })
    const heap = await read([['a.xlsx', filled(forms, first, { answers: { 'Số đại biểu dự kiến': 80 } })]])
    expect(saidOf(heap)).toEqual({ 'a.xlsx': 'fine changed: expectedDelegates changed 80' })
    await confirmHeap(who, heap)
    expect(await congressOf(road, first)).toMatchObject({ dateFrom: '2020-03-20', expectedDelegates: 80 })
  })

  test('tells what is wrong in which cell of which file, and imports the others', async () => {
    const forms = await issueTo(who, road, communes)
    const answers = {
      'Ngày tổ chức': '31/2/2020',
      'Số đại biểu dự kiến': 'nhiều',
      'Điện thoại liên hệ': 'hỏi văn phòng',
    }
    const heap = await read([
      ['a.xlsx', filled(forms, first, { answers })],
      ['b.xlsx', filled(forms, second, { answers: { 'Ngày tổ chức': null } })],
      ['c.xlsx', filled(forms, third, newDay)],
    ])
    const faults = heap.files.map(({ cells, isChosen, mayChoose }) => [
      isChosen,
      mayChoose,
      ...cells.flatMap(({ place, code }) => (code === null ? [] : [`${place} ${code}`])),
    ])
    expect(faults).toEqual([
      [false, false, 'B8 no-such-day', 'B12 not-a-number', 'B14 not-a-phone'],
      [false, false, 'B8 required'],
      [true, true],
    ])
    expect(await confirmHeap(who, heap)).toMatchObject({ status: 200, body: { changed: 1, same: 0 } })
    expect([(await congressOf(road, first)).dateFrom, (await congressOf(road, third)).dateFrom]).toEqual([
      '2020-03-12',
      '2020-03-17',
    ])
  })

  test('of two answers of one unit proposes the newest, and takes the other one when told', async () => {
    const forms = await issueTo(who, road, [first])
    const on = (day: string, savedAt: string) => filled(forms, first, { answers: { 'Ngày tổ chức': day }, savedAt })
    const heap = await read([
      ['mới.xlsx', on('18/3/2020', '2020-02-03T08:00:00Z')],
      ['cũ.xlsx', on('17/3/2020', '2020-02-01T08:00:00Z')],
    ])
    expect(heap.files.map(({ isChosen, notes }) => [isChosen, notes[0]])).toEqual([
      [true, { code: 'answered-twice', details: { count: 2 } }],
      [false, { code: 'answered-twice', details: { count: 2 } }],
    ])
    const url = `/api/returns/${heap.id}`
    expect(await who('PUT', url, { chosen: [0, 1] })).toMatchObject({ status: 400, body: { code: 'invalid' } })
    const other = await who('PUT', url, { chosen: [1] })
    expect((other.body as ReturnPreview).files.map(({ isChosen }) => isChosen)).toEqual([false, true])
    // What was shown first is no longer what would be imported.
    expect(await confirmHeap(who, heap)).toMatchObject({ status: 409 })
    expect((await confirmHeap(who, other.body as ReturnPreview)).status).toBe(200)
    expect((await congressOf(road, first)).dateFrom).toBe('2020-03-17')
  })

  test('is found again after its page was left, and gone when it is thrown away', async () => {
    const forms = await issueTo(who, road, [first])
    const heap = await read([['a.xlsx', filled(forms, first, newDay)]])
    expect((await who('GET', `/api/returns/${heap.id}`)).body).toEqual(heap)
    expect((await who('DELETE', `/api/returns/${heap.id}`)).status).toBe(204)
    expect((await who('GET', `/api/returns/${heap.id}`)).status).toBe(404)
    expect((await congressOf(road, first)).dateFrom).toBe('2020-03-12')
  })

  test('a corrected answer is told to be one, and imported', async () => {
    const forms = await issueTo(who, road, [first])
    await confirmHeap(who, await read([['a.xlsx', filled(forms, first, newDay)]]))
    const again = await read([['a.xlsx', filled(forms, first, { answers: { 'Ngày tổ chức': '19/3/2020' } })]])
    expect(again.files[0]).toMatchObject({ isChosen: true, notes: [{ code: 'answered-before' }] })
    await confirmHeap(who, again)
    expect((await congressOf(road, first)).dateFrom).toBe('2020-03-19')
  })
})

describe('forms of other units', () => {
  test('are neither issued, listed, nor read back', async () => {
    const district = await signInAs(office, 'organizer', road.units['Huyện Hải Hậu'] ?? '')
    const forms = await issueTo(who, road, [first, 'Xã Giao An'])
    const url = `/api/cycles/${road.cycleId}/forms`
    const order = (name: string) => ({ kind: 'schedule', congressIds: [road.congresses[name]], deadline: null })
    expect(await district('POST', url, order('Xã Giao An'))).toMatchObject({ status: 404 })
    expect(await issuedOf(district, road)).toEqual([`${first} 1`])
    const heap = await readHeap(district, road, [
      ['a.xlsx', filled(forms, first, newDay)],
      ['b.xlsx', filled(forms, 'Xã Giao An', newDay)],
      ['c.xlsx', filled(forms, 'Xã Giao An', { ...newDay, isCodeGone: true })],
    ])
    expect(heap.files.map(({ verdict, mayChoose }) => [verdict, mayChoose])).toEqual([
      ['fine', true],
      ['not-yours', false],
      ['unit-not-known', false],
    ])
    const reminders = await district('GET', `/api/cycles/${road.cycleId}/form-reminders.xlsx`)
    expect(reminders.status).toBe(200)
    expect(new TextDecoder().decode(unzipSync(reminders.bytes)['xl/worksheets/sheet1.xml'])).not.toContain('Giao')
  })

  test('a heap is its sender’s alone', async () => {
    const heap = await read([['a.txt', Buffer.from('x')]])
    const other = await signInAs(office, 'administrator', null)
    expect((await other('GET', `/api/returns/${heap.id}`)).status).toBe(404)
    expect((await other('POST', `/api/returns/${heap.id}/confirm`, { digest: heap.digest })).status).toBe(404)
  })

  test('a form is downloaded by whoever sees its unit', async () => {
    await issueTo(who, road, [first])
    const [form] = (await who('GET', `/api/cycles/${road.cycleId}/forms`)).body as IssuedForm[]
    const own = await signInAs(office, 'viewer', road.units[first] ?? '')
    const neighbour = await signInAs(office, 'viewer', road.units[second] ?? '')
    expect((await own('GET', `/api/forms/${form?.id ?? ''}.xlsx`)).status).toBe(200)
    expect((await neighbour('GET', `/api/forms/${form?.id ?? ''}.xlsx`)).status).toBe(404)
    expect((await neighbour('GET', `/api/form-batches/${form?.batchId ?? ''}.zip`)).status).toBe(404)
  })
})

test('on a road that stands on a day, forms, answers and calls carry that day and the history the real one', async () => {
  await office.db.write(async (tx) => void (await tx.update(tx.tables.cycles).set({ standsOn: '2020-02-03' })))
  const today = (await who('GET', `/api/cycles/${road.cycleId}/road`)).body as { today: string }
  const forms = await issueTo(who, road, [first])
  await confirmHeap(who, await read([['a.xlsx', filled(forms, first, newDay)]]))
  const [form] = (await who('GET', `/api/cycles/${road.cycleId}/forms`)).body as IssuedForm[]
  const call = (await who('POST', '/api/calls', aCall(road.units[first] ?? ''))).body as { at: string }
  const dayOf = (instant = '') => todayIn(office.settings.timeZone, new Date(instant))
  expect([today.today, dayOf(form?.issuedAt), dayOf(form?.answeredAt ?? ''), dayOf(call.at)]).toEqual(
    Array.from({ length: 4 }, () => '2020-02-03'),
  )
  const acts = await office.db.read.select({ at: office.db.read.tables.acts.at }).from(office.db.read.tables.acts)
  expect(acts.map(({ at }) => dayOf(at))).not.toContain('2020-02-03')
})

test('a form tells the last call about it since it was sent, and when to call again', async () => {
  const unitId = road.units[first] ?? ''
  const callOf = async () =>
    ((await who('GET', `/api/cycles/${road.cycleId}/forms`)).body as IssuedForm[]).map(({ call }) => call?.callBackOn)
  await issueTo(who, road, [first, second])
  expect(await callOf()).toEqual([undefined, undefined])
  await who('POST', '/api/calls', aCall(unitId, { callBackOn: '2020-02-05' }))
  expect((await callOf()).sort()).toEqual(['2020-02-05', undefined])
  await who('POST', '/api/calls', aCall(unitId, { congressId: road.congresses[first] ?? '' }))
  expect((await callOf()).sort()).toEqual([null, undefined])
})

test('a congress that was held is not moved by a form that comes late', async () => {
  const forms = await issueTo(who, road, [first])
  const { id, version } = await congressOf(road, first)
  const held = { state: 'held', reason: '', paperNumber: '', newDate: null, version }
  expect((await who('POST', `/api/congresses/${id}/state`, held)).status).toBe(200)
  const heap = await read([['a.xlsx', filled(forms, first, newDay)]])
  expect(saidOf(heap)).toEqual({ 'a.xlsx': 'fine error: dateFrom not-to-be-scheduled 17/3/2020' })
})

test('a congress of several days is registered by both of them', async () => {
  const place = { cycleId: road.cycleId, levelId: road.levelId, unitId: road.units['Huyện Giao Thủy'] ?? '' }
  const days = { dateFrom: '2020-03-12', dateTo: '2020-03-13', title: 'Hội nghị hai ngày' }
  const { id } = (await who('POST', '/api/congresses', aCongress(place, days))).body as { id: string }
  road.congresses['Huyện Giao Thủy'] = id
  const forms = await issueTo(who, road, ['Huyện Giao Thủy'])
  const on = (from: string) => filled(forms, 'Huyện Giao Thủy', { answers: { 'Ngày tổ chức': from } })
  expect(saidOf(await read([['a.xlsx', on('13/3/2020')]]))).toEqual({
    'a.xlsx': 'fine changed: dateFrom changed 13/3/2020: dateTo changed',
  })
  const heap = await read([['a.xlsx', on('14/3/2020')]])
  expect(saidOf(heap)).toEqual({ 'a.xlsx': 'fine error: dateFrom changed 14/3/2020: dateTo dates-reversed 13/3/2020' })
})
