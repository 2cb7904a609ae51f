import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Hall, HallDetails, HallDrawing } from '../../../server/halls/schema.ts'
import { buildDistricts, post, type Subtree } from '../../support/districts.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { aVenue } from '../../support/records.ts'
import { aHall, aPlan, seatsOf } from '../../support/seating.ts'

let office: TestOffice
let who: Browser
let inside: Subtree
let outside: Subtree
let venueId: string
beforeEach(async () => {
  office = await openOffice()
  ;({ inside, outside } = await buildDistricts(office))
  who = await signInAs(office, 'organizer', inside.unitId)
  venueId = inside.ids['venue'] ?? ''
})
afterEach(() => office.close())

const draw = (drawing: HallDrawing, name = 'Hội trường lớn') =>
  who('POST', `/api/venues/${venueId}/halls`, { name, drawing })
const drawn = async () => (await draw(aHall())).body as Hall
const read = async (id: string, number?: number) =>
  (await who('GET', `/api/halls/${id}${number === undefined ? '' : `?number=${String(number)}`}`)).body as HallDetails
const listed = async () => (await who('GET', `/api/venues/${venueId}/halls`)).body as Hall[]

/** The drawing with every seat changed. */
const withSeats = (
  drawing: HallDrawing,
  change: (seat: HallDrawing['levels'][0]['blocks'][0]['rows'][0]['seats'][0]) => object,
) => ({
  levels: drawing.levels.map((level) => ({
    ...level,
    blocks: level.blocks.map((block) => ({
      ...block,
      rows: block.rows.map((row) => ({ ...row, seats: row.seats.map((seat) => ({ ...seat, ...change(seat) })) })),
    })),
  })),
})

describe('a hall', () => {
  test('is drawn at a venue, and every saving is a version of its own', async () => {
    const hall = await drawn()
    expect(hall).toMatchObject({ number: 1, seats: 28, unitId: inside.unitId })
    const drawing = withSeats(aHall(), ({ id }: { id?: string }) =>
      id === seatsOf(aHall())[0]?.id ? { use: 'blocked' } : {},
    )
    const saved = await who('POST', `/api/halls/${hall.id}/versions`, { drawing, note: 'Chặn ghế', version: 1 })
    expect(saved.body).toMatchObject({ number: 2, seats: 27, version: 2 })
    expect((await read(hall.id)).drawing).toEqual(drawing)
    expect((await read(hall.id, 1)).drawing).toEqual(aHall())
    expect((await read(hall.id)).versions.map(({ number, note }) => [number, note])).toEqual([
      [2, 'Chặn ghế'],
      [1, ''],
    ])
    expect((await who('POST', `/api/acts/${saved.actId ?? ''}/undo`)).status).toBe(204)
    expect(await read(hall.id)).toMatchObject({ number: 1, versions: [{ number: 1 }] })
  })

  test('is saved over the version that was seen, or not at all', async () => {
    const hall = await drawn()
    const save = (rows: number) =>
      who('POST', `/api/halls/${hall.id}/versions`, { drawing: aHall({ rows }), note: '', version: 1 })
    expect((await save(4)).status).toBe(200)
    expect(await save(5)).toMatchObject({ status: 409, body: { code: 'stale' } })
    expect((await read(hall.id)).drawing).toEqual(aHall({ rows: 4 }))
  })

  test('without seats, with a part named twice, or with a place that is no number is refused, and nothing is kept', async () => {
    const blank = aHall({ rows: 0, presidium: 0, secretariat: 0 })
    expect(await draw(blank)).toMatchObject({ status: 409, body: { code: 'hall-without-seats' } })
    const twice = withSeats(aHall(), () => ({ id: 'x' }))
    expect(await draw(twice)).toMatchObject({ status: 409, body: { code: 'hall-id-twice', details: { id: 'x' } } })
    for (const x of [null, 'NaN', 1e9]) {
      expect(await draw(withSeats(aHall(), () => ({ x })) as HallDrawing)).toMatchObject({ status: 400 })
    }
    expect(await listed()).toEqual([])
  })

  test('of 40,000 seats is kept, of more than 60,000 refused', async () => {
    const rows = (count: number) => aHall({ rows: count, blocks: [100, 100] })
    expect((await draw(rows(200))).body).toMatchObject({ seats: 40_004 })
    expect(await draw(rows(301), 'Sân vận động')).toMatchObject({
      status: 409,
      body: { code: 'hall-too-large', details: { seats: 60_204, limit: 60_000 } },
    })
    expect(await listed()).toHaveLength(1)
  })

  test('is copied to another venue, and changes there alone', async () => {
    const hall = await drawn()
    const other = (await who('POST', '/api/venues', aVenue(inside.unitId))).body as { id: string }
    const copied = (await who('POST', `/api/halls/${hall.id}/copy`, { venueId: other.id, name: 'Bản chép' }))
      .body as Hall
    await who('POST', `/api/halls/${copied.id}/versions`, { drawing: aHall({ rows: 9 }), note: '', version: 1 })
    expect((await read(hall.id)).drawing).toEqual(aHall())
    expect((await read(copied.id)).hall).toMatchObject({ venueId: other.id, number: 2 })
  })

  test('is looked at and copied by units below its keeper, and changed by none of them', async () => {
    const hall = await drawn()
    const below = await signInAs(office, 'organizer', inside.ids['unit'] ?? '')
    const beside = await signInAs(office, 'organizer', outside.unitId)
    expect((await below('GET', `/api/halls/${hall.id}`)).status).toBe(200)
    expect((await beside('GET', `/api/halls/${hall.id}`)).status).toBe(404)
    const body = { drawing: aHall({ rows: 4 }), note: '', version: 1 }
    expect((await below('POST', `/api/halls/${hall.id}/versions`, body)).status).toBe(404)
    const own = (await below('POST', '/api/venues', aVenue(inside.ids['unit'] ?? ''))).body as { id: string }
    expect((await below('POST', `/api/halls/${hall.id}/copy`, { venueId: own.id, name: 'Của xã' })).status).toBe(200)
    const stolen = { venueId: outside.ids['venue'] ?? '', name: 'Của huyện khác' }
    expect((await beside('POST', `/api/halls/${hall.id}/copy`, stolen)).status).toBe(404)
    expect((await below('POST', `/api/halls/${hall.id}/copy`, { ...stolen, venueId })).status).toBe(404)
  })

  test('in which somebody is seated is not deleted, nor is its venue', async () => {
    const hall = await drawn()
    const congressId = inside.ids['congress'] ?? ''
    await post(who, `/api/congresses/${congressId}/seating`, aPlan(hall.id))
    expect(await who('DELETE', `/api/halls/${hall.id}?version=1`)).toMatchObject({
      status: 409,
      body: {
        code: 'in-use',
        details: { by: [{ kind: 'seating', name: expect.stringContaining('Chính thức') as string }] },
      },
    })
    const spare = (await draw(aHall(), 'Phòng họp')).body as Hall
    const gone = await who('DELETE', `/api/halls/${spare.id}?version=1`)
    expect(gone.status).toBe(204)
    expect((await who('POST', `/api/acts/${gone.actId ?? ''}/undo`)).status).toBe(204)
    expect((await read(spare.id)).drawing).toEqual(aHall())
  })
})
