import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Congress } from '../../../server/congresses/schema.ts'
import type { ReturnPreview } from '../../../server/forms/schema.ts'
import type { ResultOfCongress } from '../../../server/results/schema.ts'
import { openOffice, type Browser, type TestOffice } from '../../support/office.ts'
import {
  buildFormsRoad,
  communes,
  confirmHeap,
  congressOf,
  filled,
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
const resultOf = async (name: string) =>
  ((await who('GET', `/api/congresses/${road.congresses[name] ?? ''}/result`)).body as ResultOfCongress).result

const told = {
  'Ngày tổ chức': '12/3/2020',
  'Số đại biểu có mặt': 110,
  'Số khách mời có mặt': '8',
  'Giấy khen của Chủ tịch UBND xã – tập thể': 3,
  'Giấy khen của Chủ tịch UBND xã – cá nhân': 12,
  'Số đại biểu bầu chọn dự cấp trên': 2,
  'Số báo cáo': '12/BC-UBND',
  'Ngày báo cáo': '15/3/2020',
}

test('a returned result closes the congress with what it brought, and is undone with the rest of the heap', async () => {
  const forms = await issueTo(who, road, [first, second], 'result')
  const heap = await read([
    ['a.xlsx', filled(forms, first, { answers: told })],
    ['b.xlsx', filled(forms, second, { answers: { 'Ngày tổ chức': '12/3/2020' } })],
  ])
  const [file] = heap.files
  expect(file?.cells.map(({ heading, value, place }) => `${place} ${heading}: ${value}`)).toEqual([
    'B8 Ngày tổ chức: 12/3/2020',
    'B10 Số đại biểu có mặt: 110',
    'B11 Số khách mời có mặt: 8',
    expect.stringMatching(/^B\d+ Giấy khen của Chủ tịch UBND xã – tập thể: 3$/u),
    expect.stringMatching(/^B\d+ Giấy khen của Chủ tịch UBND xã – cá nhân: 12$/u),
    expect.stringMatching(/^B\d+ Số đại biểu bầu chọn dự cấp trên: 2$/u),
    expect.stringMatching(/^B\d+ Số báo cáo: 12\/BC-UBND$/u),
    expect.stringMatching(/^B\d+ Ngày báo cáo: 15\/3\/2020$/u),
  ])
  const done = await confirmHeap(who, heap)
  expect(done).toMatchObject({ status: 200, body: { changed: 2, same: 0 } })
  expect(await congressOf(road, first)).toMatchObject({ state: 'reported', dateFrom: '2020-03-12' })
  expect(await congressOf(road, second)).toMatchObject({ state: 'held' })
  expect(await resultOf(first)).toMatchObject({
    presentDelegates: 110,
    presentGuests: 8,
    honours: [{ kind: 'giay-khen-xa', collectives: 3, individuals: 12 }],
    chosenUpward: 2,
    reportNumber: '12/BC-UBND',
    reportDate: '2020-03-15',
    sourceKind: 'workbook',
    source: 'a.xlsx',
  })
  expect((await who('POST', `/api/acts/${done.actId ?? ''}/undo`)).status).toBe(204)
  expect([await resultOf(first), (await congressOf(road, first)).state]).toEqual([null, 'planned'])
})

test('a result that was told comes back filled in, and a corrected one changes only what differs', async () => {
  const once = await issueTo(who, road, [first], 'result')
  await confirmHeap(who, await read([['a.xlsx', filled(once, first, { answers: told })]]))
  const again = await issueTo(who, road, [first], 'result')
  expect(saidOf(await read([['same.xlsx', again[first] ?? new Uint8Array()]]))).toEqual({ 'same.xlsx': 'fine same' })
  const heap = await read([['b.xlsx', filled(again, first, { answers: { 'Số đại biểu có mặt': 112 } })]])
  expect(saidOf(heap)).toEqual({ 'b.xlsx': 'fine changed: presentDelegates changed 112' })
  await confirmHeap(who, heap)
  expect(await resultOf(first)).toMatchObject({ presentDelegates: 112, presentGuests: 8, reportNumber: '12/BC-UBND' })
})

test('what cannot have been so is a fault of its cell', async () => {
  const forms = await issueTo(who, road, communes, 'result')
  const heap = await read([
    ['a.xlsx', filled(forms, first, { answers: { 'Ngày tổ chức': '12/3/2021' } })],
    ['b.xlsx', filled(forms, second, { answers: { ...told, 'Ngày báo cáo': '1/3/2020' } })],
    ['c.xlsx', forms[third] ?? new Uint8Array()],
  ])
  expect(
    heap.files.map(({ cells }) => cells.flatMap(({ field, code }) => (code === null ? [] : [field, code]))),
  ).toEqual([
    ['heldFrom', 'day-in-future'],
    ['reportDate', 'report-before-held'],
    ['heldFrom', 'required'],
  ])
  expect(heap.files.every(({ mayChoose }) => !mayChoose)).toBe(true)
})

test('a heap that registers the hall and reports the result of one congress does both in one act', async () => {
  const asked = await issueTo(who, road, [first])
  const reported = await issueTo(who, road, [first], 'result')
  const heap: ReturnPreview = await read([
    ['kết quả.xlsx', filled(reported, first, { answers: { 'Ngày tổ chức': '17/3/2020', 'Số đại biểu có mặt': 90 } })],
    ['lịch.xlsx', filled(asked, first, { answers: { ...newDay.answers, 'Địa điểm': 'Nhà văn hóa' } })],
  ])
  expect(heap.files.map(({ isChosen }) => isChosen)).toEqual([true, true])
  expect((await confirmHeap(who, heap)).status).toBe(200)
  const congress: Congress = await congressOf(road, first)
  expect(congress).toMatchObject({ state: 'held', dateFrom: '2020-03-17', formerDate: '2020-03-12' })
  expect([congress.venueId !== null, (await resultOf(first))?.presentDelegates]).toEqual([true, 90])
})
