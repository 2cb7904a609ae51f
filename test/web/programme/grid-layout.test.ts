import { describe, expect, test } from 'vitest'
import { bareItem, bareSession } from '../../../server/programme/rules.ts'
import type { ProgrammeItem } from '../../../server/programme/schema.ts'
import { linesOf, placeColumns, rulerStep, whereIs } from '../../../web/programme/board-geometry.ts'
import {
  columnsOf,
  daysOf,
  reachOf,
  scaleOf,
  shownDay,
  snapTo,
  vacantColumns,
  zoomedScale,
  type Session,
} from '../../../web/programme/grid-layout.ts'

const item = (id: string, durationMinutes: number, fixedStart: string | null = null): ProgrammeItem => ({
  ...bareItem(),
  ...{ id, sessionId: 's', position: 0, title: id, durationMinutes, fixedStart, presenter: '', note: '', version: 1 },
})
const session = (id: string, change: Partial<Session>): Session => ({
  ...bareSession,
  ...{ id, congressId: 'c', position: 0, kind: 'official', title: id, date: '2020-09-09', startsAt: '07:00' },
  ...{ room: '', version: 1, items: [item(`${id}1`, 60)], ...change },
})

describe('the columns of a day', () => {
  test('are its rooms in the order of the programme; sessions that follow each other share one', () => {
    const columns = columnsOf([
      session('a', {}),
      session('b', { room: 'Sảnh' }),
      session('c', { startsAt: '08:00' }),
      session('d', { startsAt: '07:30', room: 'sanh' }),
    ])
    expect(columns.map(({ bands }) => bands.map((band) => band.session.id))).toEqual([['a', 'c'], ['b'], ['d']])
  })

  test('put items that overlap side by side, and only those', () => {
    const items = [item('x', 60), item('y', 30, '07:30'), item('z', 30, '08:00'), item('w', 10)]
    const [column] = columnsOf([session('a', { items })])
    const lanes = column?.bands[0]?.blocks.map((block) => [block.item.id, block.lane, block.lanes])
    expect(lanes).toEqual([
      ['x', 0, 2],
      ['y', 1, 2],
      ['z', 0, 1],
      ['w', 0, 1],
    ])
  })

  test('go on past midnight, an hour beyond the last item', () => {
    const columns = columnsOf([session('a', { startsAt: '22:00', items: [item('x', 150)] })])
    expect(columns[0]?.bands[0]?.end).toBe(24 * 60 + 30)
    expect(reachOf(columns)).toEqual({ from: 21 * 60, to: 26 * 60 })
  })

  test('are joined by the rooms in which nothing is held, while something is in hand', () => {
    const rooms = [{ name: 'Sảnh' }, { name: 'Phòng 2' }]
    const roomsOf = (columns: ReturnType<typeof columnsOf>, of: { name: string }[]) =>
      vacantColumns(columns, of).map(({ room }) => room)
    expect(roomsOf(columnsOf([session('a', { room: 'sanh' })]), rooms)).toEqual(['', 'Phòng 2'])
    expect(roomsOf(columnsOf([session('a', {})]), rooms)).toEqual(['Sảnh', 'Phòng 2'])
    // Rooms that nobody has written down are not invented; an empty day has its main hall.
    expect(roomsOf(columnsOf([session('a', { room: 'Sảnh' })]), [])).toEqual([])
    expect(roomsOf([], [])).toEqual([''])
    const columns = columnsOf([session('a', {})])
    const widths = placeColumns([...columns, ...vacantColumns(columns, rooms)], 700, false).map(({ width }) => width)
    expect(widths).toEqual([440, 130, 130])
  })

  test('keep a place outside apart from the hall and from a room of its name, chosen or not', () => {
    const columns = columnsOf([
      session('hall', {}),
      session('open', { isOutside: true }),
      session('room', { room: 'Sảnh' }),
      session('place', { room: 'Sảnh', isOutside: true }),
    ])
    expect(columns.map(({ room, isOutside }) => [room, isOutside])).toEqual([
      ['', false],
      ['', true],
      ['Sảnh', false],
      ['Sảnh', true],
    ])
    expect(vacantColumns(columns.slice(1, 2), [{ name: 'Sảnh' }]).map(({ room }) => room)).toEqual(['', 'Sảnh'])
  })

  test('leave a strip of the next one in sight on a phone, and say where an item and a session are', () => {
    const one = columnsOf([session('a', { items: [item('x', 30), item('y', 20)] })])
    expect(placeColumns(one, 300, true).map(({ width }) => width)).toEqual([300])
    const placed = placeColumns([...one, ...columnsOf([session('b', { room: 'Sảnh' })])], 300, true)
    expect(placed.map(({ left, width }) => left + width)).toEqual([272, 544])
    expect(whereIs(placed, 'y')).toMatchObject({ start: 450, end: 470 })
    expect(whereIs(placed, 'b')).toMatchObject({ column: { room: 'Sảnh' }, start: 420 })
    expect(whereIs(placed, 'gone')).toBeUndefined()
  })

  test('show an empty session as an hour that can be dropped upon', () => {
    const [column] = columnsOf([session('a', { items: [] })])
    expect(column?.bands[0]).toMatchObject({ start: 420, end: 480, blocks: [] })
  })
})

test('drawn closer, an item of a minute has a line for its title, and the times beside it come closer too', () => {
  const columns = columnsOf([session('a', { items: [item('x', 1), item('y', 1)] })])
  expect(scaleOf(columns)).toBeLessThan(16)
  expect(zoomedScale(columns, 5)).toBeGreaterThanOrEqual(16)
  expect(zoomedScale(columns, 8)).toBe(20)
  expect([1.2, 2.4, 3.6, 7.2, 20].map(rulerStep)).toEqual([60, 60, 60, 30, 10])
})

test('nine items in ten are high enough for a line of text, within what a screen can bear', () => {
  const of = (minutes: number) =>
    scaleOf(columnsOf([session('a', { items: [item('x', minutes), item('y', minutes)] })]))
  expect([of(5), of(7), of(60)]).toEqual([3.6, 18 / 7, 2.4])
})

test('one item of five minutes among many has room before the next', () => {
  const lengths = [5, ...Array.from({ length: 19 }, () => 30)]
  const items = lengths.map((minutes, index) => item(`i${index}`, minutes))
  expect(scaleOf(columnsOf([session('a', { items })]))).toBe(3.2)
})

test('a title has as many lines as its item has room for, less what its presenter and a conflict take', () => {
  const of = (height: number, isNarrow: boolean, isWarned: boolean) => linesOf(height, { isNarrow, isWarned })
  expect(of(30, true, false)).toEqual({ lines: 1, hasPresenter: false })
  expect(of(100, false, false)).toEqual({ lines: 5, hasPresenter: false })
  expect(of(100, true, false)).toEqual({ lines: 4, hasPresenter: true })
  expect(of(100, true, true)).toEqual({ lines: 3, hasPresenter: true })
  expect(of(1000, false, false).lines).toBe(12)
})

describe('the days', () => {
  const held = { dateFrom: '2020-09-09', dateTo: '2020-09-10' }

  test('are those of the congress and of its sessions, those without a date last', () => {
    const sessions = [session('a', { date: null }), session('b', { date: '2020-09-08' })]
    expect(daysOf(sessions, held)).toEqual(['2020-09-08', '2020-09-09', '2020-09-10', 'none'])
  })

  test('a slip in the dates of a congress does not make a thousand of them', () => {
    expect(daysOf([], { dateFrom: '2020-09-09', dateTo: '2029-09-09' })).toHaveLength(14)
    expect(daysOf([], { dateFrom: '2020-09-09', dateTo: '2020-09-01' })).toEqual([])
  })

  test('begin with the one asked for, else with that of the chosen item, else with the first that is held', () => {
    const sessions = [session('a', { date: '2020-09-08' }), session('b', { date: '2020-09-10' })]
    const days = daysOf(sessions, held)
    const asked = (day: string, at: string) => shownDay(days, sessions, { day, at, dateFrom: '2020-09-09' })
    expect(asked('2020-09-09', 'b1')).toBe('2020-09-09')
    expect(asked('', 'b1')).toBe('2020-09-10')
    expect(asked('2031-01-01', '')).toBe('2020-09-08')
  })
})

test('times meet the nearest step', () => {
  expect([snapTo(487, 5), snapTo(488, 5), snapTo(487, 15), snapTo(487.4, 1)]).toEqual([485, 490, 480, 487])
})
