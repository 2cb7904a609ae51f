import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Booking } from '../../../server/bookings/schema.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { aBooking, aUnit, aVenue } from '../../support/records.ts'

let office: TestOffice
let who: Browser
let provinceId: string
let venueId: string
beforeEach(async () => {
  office = await openOffice()
  who = await signInAs(office, 'administrator', null)
  provinceId = await created('/api/units', aUnit({ name: 'Tỉnh Nam Định' }))
  venueId = await created('/api/venues', aVenue(provinceId))
})
afterEach(() => office.close())

const created = async (url: string, body: object) => ((await who('POST', url, body)).body as { id: string }).id
const book = (values: Parameters<typeof aBooking>[1] = {}, at = venueId) =>
  who('POST', '/api/bookings', aBooking(at, values))
const list = async (by = who) => (await by('GET', `/api/venues/${venueId}/bookings`)).body as Booking[]
const undo = (actId: string | null) => who('POST', `/api/acts/${actId ?? ''}/undo`)

describe('a booking', () => {
  test('that overlaps another across midnight is refused with the other, and nothing changes', async () => {
    await book()
    const late = { fromDay: '2020-03-12', fromTime: '00:30', toDay: '2020-03-12', toTime: '02:00' }
    expect(await book(late)).toMatchObject({
      status: 409,
      body: {
        code: 'booking-overlaps',
        details: { kind: 'rehearsal', bookedBy: 'Đoàn văn công tỉnh', fromDay: '2020-03-11', toTime: '01:00' },
      },
    })
    expect(await list()).toHaveLength(1)
    expect((await book(late, await created('/api/venues', aVenue(provinceId)))).status).toBe(200)
  })

  test('names the very time of a repeated one that it overlaps', async () => {
    await book({ repeats: 'weekly', repeatsUntil: '2020-06-30' })
    const answer = await book({ fromDay: '2020-04-09', fromTime: '00:00', toDay: '2020-04-09', toTime: '06:00' })
    expect(answer.body).toMatchObject({ details: { fromDay: '2020-04-08', toDay: '2020-04-09' } })
  })

  test('may be changed over its own time, not over that of another', async () => {
    const { id } = (await book()).body as Booking
    await book({ fromDay: '2020-03-14', toDay: '2020-03-15' })
    const { venueId: _venueId, ...values } = aBooking(venueId, { toTime: '02:00' })
    expect((await who('PUT', `/api/bookings/${id}`, { ...values, version: 1 })).body).toMatchObject({ toTime: '02:00' })
    const over = { ...values, fromDay: '2020-03-14', toDay: '2020-03-15', version: 2 }
    expect((await who('PUT', `/api/bookings/${id}`, over)).status).toBe(409)
    expect((await list())[0]).toMatchObject({ fromDay: '2020-03-11', version: 2 })
  })

  test('that ends before it begins is refused at its field', async () => {
    expect(await book({ toDay: '2020-03-11', toTime: '18:00' })).toMatchObject({
      status: 400,
      body: { code: 'invalid', details: [{ field: 'toTime', rule: 'ends-before-start' }] },
    })
    expect((await book({ fromTime: '25:00' })).status).toBe(400)
    expect((await book({ fromDay: '2020-02-30' })).status).toBe(400)
    expect(await list()).toEqual([])
  })

  test('comes back from the trash, unless its venue was taken since', async () => {
    const { id } = (await book()).body as Booking
    const deleted = await who('DELETE', `/api/bookings/${id}?version=1`)
    expect(await list()).toEqual([])
    const other = (await book()).body as Booking
    expect(await undo(deleted.actId)).toMatchObject({ status: 409, body: { code: 'cannot-undo' } })
    await who('DELETE', `/api/bookings/${other.id}?version=1`)
    expect((await undo(deleted.actId)).status).toBe(204)
    expect((await list()).map((each) => each.id)).toEqual([id])
  })

  test('goes with its venue and comes back with it', async () => {
    await book()
    const deleted = await who('DELETE', `/api/venues/${venueId}?version=1`)
    expect((await who('GET', '/api/bookings')).body).toEqual([])
    expect((await undo(deleted.actId)).status).toBe(204)
    expect(await list()).toHaveLength(1)
  })
})

test('a venue keeps its layouts and whom to call, each layout once and a number that is one', async () => {
  const layouts = [
    { kind: 'theatre', capacity: 300 },
    { kind: 'classroom', capacity: 140 },
  ] as const
  const hall = { ...aVenue(provinceId), layouts: [...layouts], contactName: 'Ông Hải', contactPhone: '0228 3849 123' }
  expect((await who('POST', '/api/venues', hall)).body).toMatchObject(hall)
  const wrong = { ...hall, layouts: [layouts[0], layouts[0]], contactPhone: 'hỏi bảo vệ' }
  expect(await who('POST', '/api/venues', wrong)).toMatchObject({
    status: 400,
    body: {
      details: [
        { field: 'layouts', rule: 'twice' },
        { field: 'contactPhone', rule: 'not-a-phone' },
      ],
    },
  })
})
