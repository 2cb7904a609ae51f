import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkHall } from '../../../server/halls/rules/checks.ts'
import { readPretix, type PretixRead } from '../../../server/halls/rules/pretix-read.ts'
import { writePretix } from '../../../server/halls/rules/pretix-write.ts'
import { indexHall } from '../../../server/halls/rules/indexed.ts'
import { startHall, usualStart } from '../../../server/halls/rules/start.ts'
import { mostSeats, type HallDrawing } from '../../../server/halls/schema.ts'

const stadium = new URL('../../../../shared/inputs/seating/stadium-seatmap-canvas.json', import.meta.url)

const read = (text: string) => {
  let ids = 0
  return readPretix(text, { block: (number) => `Khối ${number}`, newId: () => `new-${(ids += 1)}` })
}
const drawn = (text: string): PretixRead => {
  const found = read(text)
  if ('fault' in found) throw new Error(JSON.stringify(found.fault))
  return found
}
const faultOf = (text: string) => {
  const found = read(text)
  return 'fault' in found ? found.fault : null
}
const write = (drawing: HallDrawing) => writePretix(drawing, { plan: 'Hội trường', category: 'Ghế' })

const seat = (number: string, x: number, more: object = {}) => ({
  ...{ seat_number: number, seat_guid: `guid-${number}`, uuid: `uuid-${number}`, category: 'Ghế' },
  position: { x, y: 0 },
  ...more,
})
const plan = (seats: object[], more: { zone?: object; row?: object; plan?: object; areas?: object[] } = {}) =>
  JSON.stringify({
    ...{ name: 'Nhà hát', categories: [{ name: 'Ghế', color: '#f00' }], size: { width: 900, height: 900 } },
    zones: [
      {
        ...{ name: 'Tầng một', zone_id: 'Z', uuid: 'zone', position: { x: 10.1, y: 20.2 } },
        rows: [
          {
            position: { x: 1.3, y: 2.7 },
            row_number: 'A',
            row_number_position: 'both',
            seats,
            uuid: 'row',
            ...more.row,
          },
        ],
        areas: more.areas ?? [],
        ...more.zone,
      },
    ],
    ...more.plan,
  })

describe('a plan of another program', () => {
  test('is called as it says, in one line, cut where a hall cannot be called so much', () => {
    const called = (name: unknown) => drawn(plan([seat('1', 0)], { plan: { name } })).name
    expect(called(' Nhà hát\n3/2 ')).toBe('Nhà hát 3/2')
    expect(called('A'.repeat(300))).toHaveLength(120)
    expect([called(undefined), called(7), called({})]).toEqual(['', '', ''])
  })

  test('is brought to the scale at which neighbours sit 55 cm apart, its seats from the left', () => {
    const { drawing } = drawn(plan([seat('2', 50), seat('1', 25), seat('0', 0)]))
    const row = drawing.levels[0]?.blocks[0]?.rows[0]
    expect(row?.seats.map(({ number }) => number)).toEqual(['0', '1', '2'])
    expect(row?.seats.map(({ x }) => x - (row.seats[0]?.x ?? 0)).map(Math.round)).toEqual([0, 55, 110])
  })

  test('goes out with the same numbers and with what nobody here knows, which is named', () => {
    const extras = { row: { tilt: [1, { deep: true }] }, plan: { owner: 'Sở Văn hóa' }, zone: { colour: '#123' } }
    const text = plan([seat('1', 0.1), seat('2', 25.7, { radius: 9 })], extras)
    const { drawing, kept, dropped } = drawn(text)
    expect(kept.sort()).toEqual(['plan.owner', 'row.tilt', 'seat.radius', 'zone.colour'])
    expect(dropped).toEqual([])
    const [before, after] = [JSON.parse(text) as object, JSON.parse(write(drawing)) as object]
    expect(after).toMatchObject(before)
  })

  test('keeps areas of every shape where they are', () => {
    const areas = [
      {
        shape: 'rectangle',
        uuid: 'r',
        rotation: 30,
        position: { x: 5, y: 6 },
        rectangle: { width: 70, height: 20 },
        text: { text: 'Main stage' },
      },
      { shape: 'circle', uuid: 'c', rotation: 0, position: { x: 50, y: 60 }, circle: { radius: 12.5 } },
      { shape: 'ellipse', uuid: 'e', rotation: 0, position: { x: 50, y: 60 }, ellipse: { radius: { x: 4, y: 3 } } },
      {
        shape: 'polygon',
        uuid: 'p',
        rotation: 0,
        position: { x: 1, y: 1 },
        polygon: {
          points: [
            { x: 0, y: 0 },
            { x: 9, y: 0 },
            { x: 0, y: 9 },
          ],
        },
      },
      { shape: 'text', uuid: 't', rotation: 0, position: { x: 3, y: 3 }, text: { text: 'Lobby', size: 20 } },
    ]
    const text = plan([seat('1', 0), seat('2', 25)], { areas })
    const { drawing } = drawn(text)
    expect(drawing.levels[0]?.fixtures.map(({ kind, outline }) => `${kind} ${outline}`)).toEqual([
      ...['stage rectangle', 'obstacle ellipse', 'obstacle ellipse', 'obstacle polygon', 'text rectangle'],
    ])
    expect(JSON.parse(write(drawing))).toMatchObject(JSON.parse(text) as object)
    expect(drawn(write(drawing)).drawing).toEqual(drawing)
  })

  test('begins a block where a row’s name comes up again', () => {
    const row = (name: string, at: number) => ({
      ...{ row_number: name, uuid: `row-${at}`, position: { x: 0, y: at * 30 } },
      seats: [seat(`${at}1`, 0), seat(`${at}2`, 25)],
    })
    const { drawing } = drawn(plan([], { zone: { rows: [row('A', 1), row('B', 2), row('A', 3)] } }))
    expect(drawing.levels[0]?.blocks.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['Khối 1', 2],
      ['Khối 2', 1],
    ])
  })
})

describe('a hall that was drawn here', () => {
  const own = (): HallDrawing => {
    let ids = 0
    const words = {
      ...{ stage: 'SÂN KHẤU', floor: 'Tầng một', balcony: 'Ban công', presidium: 'Đoàn Chủ tịch' },
      ...{
        secretariat: 'Đoàn Thư ký',
        block: (letter: string) => `Khối ${letter}`,
        door: (letter: string) => `Cửa ${letter}`,
      },
    }
    const drawing = startHall(
      { ...usualStart, bend: 137, balconyRows: 2, balconySeats: 9 },
      words,
      () => `p${(ids += 1)}`,
    )
    const [level] = drawing.levels
    const row = level?.blocks[3]?.rows[0]
    if (!level || !row) throw new Error('no row')
    row.seats = row.seats.map((each, at) => (at === 0 ? { ...each, use: 'wheelchair', x: each.x + 1 / 3 } : each))
    row.tableId = level.fixtures[0]?.id ?? null
    return drawing
  }

  test('comes back with blocks, stage, uses, tables and step-free seats', () => {
    expect(drawn(write(own())).drawing).toEqual(own())
  })

  test('is a plan that has what the format asks for', () => {
    const written = JSON.parse(write(own())) as {
      categories: { name: string }[]
      zones: { rows: { seats: { category: string }[] }[] }[]
    }
    expect(written.categories).toHaveLength(1)
    expect(written.zones[0]?.rows[0]?.seats[0]?.category).toBe(written.categories[0]?.name)
  })
})

describe('a file that is no plan', () => {
  test.each([
    ['no JSON', 'seats: 4', { kind: 'not-json' }],
    ['cut short', plan([seat('1', 0)]).slice(0, -9), { kind: 'not-json' }],
    ['NaN', plan([seat('1', 0)]).replace('"x":0', '"x":NaN'), { kind: 'not-json' }],
    ['a list', '[]', { kind: 'not-a-plan' }],
    ['a zone that is nothing', '{"zones":[null]}', { kind: 'not-a-plan' }],
    ['no seats', plan([]), { kind: 'no-seat' }],
    ['a seat without a place', plan([seat('7', 0, { position: undefined })]), { kind: 'no-place', where: 'A-7' }],
    ['a place of null', plan([seat('7', 0, { position: { x: null, y: 1 } })]), { kind: 'no-place', where: 'A-7' }],
    ['a place of text', plan([seat('7', 0, { position: { x: '3', y: 1 } })]), { kind: 'no-place', where: 'A-7' }],
    ['a place beyond the sky', plan([seat('7', 0), seat('8', 1e300)]), { kind: 'no-place', where: 'A-8' }],
    ['a seat twice', plan([seat('1', 0), seat('1', 25)]), { kind: 'double-id', what: 'seat', id: 'uuid-1' }],
    ['a name of 10 kB', plan([seat('1', 0)], { row: { row_number: 'A'.repeat(10_000) } }), { kind: 'too-long' }],
    ['a name that is no seat’s', plan([seat('123456789012345678901', 0)]), { kind: 'too-long', most: 20 }],
    ['control characters', plan([seat('1\u0000', 0)]), { kind: 'bad-text' }],
    ['a name of two lines', plan([seat('1', 0)], { row: { row_number: 'A\nB' } }), { kind: 'bad-text' }],
    ['depth', `{"zones":${'['.repeat(5000)}${']'.repeat(5000)}}`, { kind: 'too-deep' }],
  ])('is refused with a reason: %s', (_name, text, fault) => {
    expect(faultOf(text)).toMatchObject(fault)
  })

  const many = (count: number) =>
    plan(
      Array.from({ length: count }, (_nothing, at) =>
        seat(String(at), (at % 300) * 25, { position: { x: (at % 300) * 25, y: Math.floor(at / 300) * 30 } }),
      ),
    )

  test('or is large: 40,000 seats are read, one more than the most is not', () => {
    expect(indexHall(drawn(many(40_000)).drawing).seats).toHaveLength(40_000)
    expect(faultOf(many(mostSeats + 1))).toEqual({
      kind: 'too-many',
      what: 'seats',
      count: mostSeats + 1,
      most: mostSeats,
    })
  })

  test('changes nothing of what objects are', () => {
    const { drawing, dropped } = drawn(plan([seat('1', 0)]).replace('"name":', '"__proto__":{"polluted":true},"name":'))
    expect(dropped).toEqual(['__proto__'])
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    expect(Object.getPrototypeOf(drawing.foreign)).toBe(Object.prototype)
  })
})

describe.skipIf(!existsSync(stadium))('a real plan of 738 seats', () => {
  const text = () => readFileSync(stadium, 'utf8')

  test('loads, and goes out as it came', () => {
    const { drawing, kept } = drawn(text())
    const hall = indexHall(drawing)
    expect(hall.seats).toHaveLength(738)
    expect(hall.pitch).toBeCloseTo(55, 0)
    expect(kept).toEqual(['seat.radius'])
    expect(checkHall(drawing).filter(({ isSerious }) => isSerious)).toEqual([])
    const places = (plan: string) =>
      (JSON.parse(plan) as { zones: { rows: { seats: { uuid: string; position: object }[] }[] }[] }).zones
        .flatMap(({ rows }) => rows.flatMap(({ seats }) => seats.map((each) => [each.uuid, each.position] as const)))
        .sort(([one], [other]) => (one < other ? -1 : 1))
    expect(places(write(drawing))).toEqual(places(text()))
  })

  test('re-imports equal after it was changed', () => {
    const { drawing } = drawn(text())
    const [level] = drawing.levels
    if (!level) throw new Error('no level')
    for (const row of level.blocks[2]?.rows ?? []) {
      row.name += '2'
      row.seats = row.seats.map((each) => ({
        ...each,
        x: each.x + 12.3,
        y: each.y / 3,
        use: 'reserved',
        isStepFree: true,
      }))
    }
    level.fixtures = level.fixtures.map((each) => ({ ...each, turn: 12, text: 'Sân cỏ', kind: 'floor' }))
    level.blocks.pop()
    const again = drawn(write(drawing)).drawing
    expect(again).toEqual(drawing)
    expect(write(again)).toBe(write(drawing))
  })
})
