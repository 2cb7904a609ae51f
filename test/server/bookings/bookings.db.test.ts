import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listBookingsOf } from '../../../server/bookings/queries.ts'
import type { Booking } from '../../../server/bookings/schema.ts'
import { addDays } from '../../../server/format/dates.ts'
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
/** An evening until one o'clock of a later day. */
const nightOf = (fromDay: string, days = 1) => ({ fromDay, toDay: addDays(fromDay, days) })
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

  test('that begins after the last day of a repeated one still meets its last night', async () => {
    await book({ repeats: 'daily', repeatsUntil: '2020-03-20' })
    await book({ ...nightOf('2020-06-01', 3), repeats: 'weekly', repeatsUntil: '2020-06-15' })
    expect(
      (await book({ ...nightOf('2020-03-21'), fromTime: '00:59', toTime: '02:00', toDay: '2020-03-21' })).status,
    ).toBe(409)
    expect((await book({ ...nightOf('2020-06-18'), fromTime: '00:30' })).status).toBe(409)
    expect((await book({ ...nightOf('2020-06-18'), fromTime: '01:00' })).status).toBe(200)
  })

  test('is looked for among those near its days alone', async () => {
    for (let day = 1; day <= 9; day += 1) await book(nightOf(`2020-05-0${String(day)}`))
    await book({ ...nightOf('2020-03-01', 6), repeats: 'weekly', repeatsUntil: '2020-04-25' })
    const near = await listBookingsOf(office.db.read, venueId, { from: '2020-05-04', to: '2020-05-05' })
    expect(near.map(({ fromDay }) => fromDay)).toEqual(['2020-05-03', '2020-05-04', '2020-05-05'])
    const around = await listBookingsOf(office.db.read, venueId, { from: '2020-05-01', to: '2020-05-01' })
    expect(around.map(({ fromDay }) => fromDay)).toEqual(['2020-03-01', '2020-05-01'])
  })

  test('is taken or refused as minute by minute would say, whatever the order', async () => {
    const random = seeded(20200909)
    const taken = new Set<number>()
    const answers: number[] = []
    for (let at = 0; at < 60; at += 1) {
      const values = aRandomBooking(random)
      const minutes = minutesOf(values)
      const { status } = await book(values)
      answers.push(status)
      expect([at, values, status]).toEqual([at, values, minutes.some((minute) => taken.has(minute)) ? 409 : 200])
      if (status === 200) for (const minute of minutes) taken.add(minute)
    }
    expect(new Set(answers)).toEqual(new Set([200, 409]))
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

const seeded = (seed: number) => {
  let state = seed
  return (limit: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * limit)
  }
}

/** Times of a quarter of a year, by whole half-hours, some past midnight, some again and again. */
const aRandomBooking = (random: (limit: number) => number) => {
  const fromDay = addDays('2020-03-01', random(90))
  const time = () => `${String(random(24)).padStart(2, '0')}:${random(2) === 0 ? '00' : '30'}`
  const [one, other] = [time(), time()]
  const repeats = (['none', 'none', 'none', 'daily', 'weekly'] as const)[random(5)] ?? 'none'
  return {
    fromDay,
    fromTime: one,
    toDay: addDays(fromDay, one < other ? 0 : 1),
    toTime: other,
    repeats,
    repeatsUntil: repeats === 'none' ? null : addDays(fromDay, random(20)),
  }
}

/** Every half-hour that a booking takes, counted from 1970. */
const minutesOf = ({ fromDay, fromTime, toDay, toTime, repeats, repeatsUntil }: ReturnType<typeof aRandomBooking>) => {
  const found: number[] = []
  const minute = (day: string, time: string) => Date.parse(`${day}T${time}:00Z`) / 60_000
  for (let on = 0; addDays(fromDay, on) <= (repeatsUntil ?? fromDay); on += repeats === 'weekly' ? 7 : 1) {
    const to = minute(addDays(toDay, on), toTime)
    for (let at = minute(addDays(fromDay, on), fromTime); at < to; at += 30) found.push(at)
  }
  return found
}
