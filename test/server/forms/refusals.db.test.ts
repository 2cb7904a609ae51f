import { unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Refusal } from '../../../server/forms/schema.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import {
  buildFormsRoad,
  communes,
  confirmHeap,
  filled,
  issuedOf,
  issueTo,
  newDay,
  readHeap,
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
const wrongDay = { answers: { 'Ngày tổ chức': '31/2/2020' } }
const picture = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10])

const take = async (files: Sent, browser = who) => confirmHeap(browser, await readHeap(browser, road, files))
const refusals = async (browser = who) =>
  (await browser('GET', `/api/cycles/${road.cycleId}/refusals`)).body as Refusal[]
/** The unit, its file, and why: `Xã Hải Anh: a.xlsx B8 no-such-day`. */
const told = async (browser = who) =>
  (await refusals(browser))
    .map(({ unitName, fileName, verdict, cells }) => {
      const faults = cells.map(({ place, code }) => `${place} ${code ?? ''}`)
      return `${unitName}: ${fileName} ${faults.length > 0 ? faults.join(', ') : verdict}`
    })
    .sort()

describe('what was not taken of a heap', () => {
  test('is kept with its unit, its file and its fault, beside what was imported and in the same act', async () => {
    const forms = await issueTo(who, road, communes)
    const done = await take([
      ['a.xlsx', filled(forms, first, wrongDay)],
      [`Đăng ký lịch - ${second} (2).jpg`, picture],
      ['IMG_0001.jpg', picture],
      ['c.xlsx', filled(forms, third, newDay)],
    ])
    expect(done).toMatchObject({ status: 200, body: { changed: 1, same: 0, refused: 3 } })
    expect(await told()).toEqual([
      ': IMG_0001.jpg picture',
      'Xã Hải Anh: a.xlsx B8 no-such-day',
      'Xã Hải Bắc: Đăng ký lịch - Xã Hải Bắc (2).jpg picture',
    ])
    const [known] = (await refusals()).filter(({ unitName }) => unitName === first)
    expect(known).toMatchObject({ contactName: 'Trần Văn An', contactPhone: '0912 345 678', kind: 'schedule' })

    expect((await who('POST', `/api/acts/${done.actId ?? ''}/undo`)).status).toBe(204)
    expect(await told()).toEqual([])
  })

  test('is kept though nothing else was in it', async () => {
    const forms = await issueTo(who, road, [first])
    expect(await take([['a.xlsx', filled(forms, first, wrongDay)]])).toMatchObject({
      status: 200,
      body: { changed: 0, same: 0, refused: 1 },
    })
    expect(await issuedOf(who, road)).toEqual([`${first} 1`])
  })

  test('is told once however often the same is sent', async () => {
    const forms = await issueTo(who, road, [first])
    await take([
      ['a.xlsx', filled(forms, first, wrongDay)],
      ['x.jpg', picture],
    ])
    await take([
      ['again.xlsx', filled(forms, first, wrongDay)],
      ['x.jpg', picture],
    ])
    expect(await told()).toEqual([': x.jpg picture', 'Xã Hải Anh: again.xlsx B8 no-such-day'])
  })

  test('is settled by the unit’s good answer, which brings it back when it is undone', async () => {
    const forms = await issueTo(who, road, communes)
    const named = `Đăng ký lịch - ${first}.jpg`
    await take([
      ['a.xlsx', filled(forms, first, wrongDay)],
      [named, picture],
      ['b.xlsx', filled(forms, second, wrongDay)],
    ])
    const done = await take([['sửa.xlsx', filled(forms, first, newDay)]])
    expect(await told()).toEqual(['Xã Hải Bắc: b.xlsx B8 no-such-day'])
    await who('POST', `/api/acts/${done.actId ?? ''}/undo`)
    expect((await told()).length).toBe(3)
  })

  test('is not kept of a unit whose other file is taken, but of one that is left in doubt', async () => {
    const forms = await issueTo(who, road, [first, second])
    await take([
      ['hỏng.xlsx', filled(forms, first, wrongDay)],
      ['tốt.xlsx', filled(forms, first, newDay)],
      ['mất mã.xlsx', filled(forms, second, { ...newDay, isCodeGone: true })],
    ])
    expect(await told()).toEqual(['Xã Hải Bắc: mất mã.xlsx code-missing'])
  })

  test('goes when a person dismisses it, and comes back when that is undone', async () => {
    const forms = await issueTo(who, road, [first])
    await take([['a.xlsx', filled(forms, first, wrongDay)]])
    const [{ id, version } = { id: '', version: 0 }] = await refusals()
    const done = await who('DELETE', `/api/refusals/${id}?version=${String(version)}`)
    expect([done.status, await told()]).toEqual([204, []])
    await who('POST', `/api/acts/${done.actId ?? ''}/undo`)
    expect((await told()).length).toBe(1)
  })

  test('does not keep its import from being undone once it is settled', async () => {
    const forms = await issueTo(who, road, [first, second])
    const done = await take([
      ['a.xlsx', filled(forms, first, wrongDay)],
      ['b.xlsx', filled(forms, second, newDay)],
    ])
    const [{ id, version } = { id: '', version: 0 }] = await refusals()
    await who('DELETE', `/api/refusals/${id}?version=${String(version)}`)
    expect((await who('POST', `/api/acts/${done.actId ?? ''}/undo`)).status).toBe(204)
    expect([await issuedOf(who, road), await told()]).toEqual([[`${first} 1`, `${second} 1`], []])
  })

  test('stands in the list of whom to remind', async () => {
    const forms = await issueTo(who, road, [first, second])
    await take([['a.xlsx', filled(forms, first, wrongDay)]])
    const { bytes } = await who('GET', `/api/cycles/${road.cycleId}/form-reminders.xlsx`)
    const text = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml'])
    expect(text.match(/Đã gửi về tệp có lỗi: a\.xlsx/gu)).toHaveLength(1)
  })

  test('is seen at its own unit and by whoever read it, and nowhere else', async () => {
    const forms = await issueTo(who, road, [first, 'Xã Giao An'])
    await take([['b.xlsx', filled(forms, 'Xã Giao An', wrongDay)]])
    const district = await signInAs(office, 'organizer', road.units['Huyện Hải Hậu'] ?? '')
    await take(
      [
        ['a.xlsx', filled(forms, first, wrongDay)],
        ['c.xlsx', filled(forms, 'Xã Giao An', newDay)],
      ],
      district,
    )
    const own = ['Xã Giao An: c.xlsx not-yours', 'Xã Hải Anh: a.xlsx B8 no-such-day']
    expect(await told(district)).toEqual(own)
    expect(await told(await signInAs(office, 'viewer', road.units[first] ?? ''))).toEqual(own.slice(1))
    expect(await told(await signInAs(office, 'viewer', road.units['Xã Giao An'] ?? ''))).toEqual([
      'Xã Giao An: b.xlsx B8 no-such-day',
    ])
  })
})
