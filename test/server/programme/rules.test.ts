import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  clockOf,
  endOfSession,
  findDoubts,
  heldTime,
  minutesOf,
  moveItem,
  sessionClockOf,
  spanOfProgramme,
  timeItems,
} from '../../../server/programme/rules.ts'

const floating = (durationMinutes: number) => ({ durationMinutes, fixedStart: null })
const fixed = (fixedStart: string, durationMinutes: number) => ({ durationMinutes, fixedStart })
const starts = (startsAt: string, items: Parameters<typeof timeItems>[1]) =>
  timeItems(startsAt, items).map(({ start }) => clockOf(start))

test('each item begins when the one before it ends', () => {
  expect(starts('07:00', [floating(30), floating(20), floating(10)])).toEqual(['07:00', '07:30', '07:50'])
})

test('a fixed item holds its time and the rest follows it', () => {
  const items = [floating(30), fixed('08:00', 10), floating(5)]
  expect(starts('07:00', items)).toEqual(['07:00', '08:00', '08:10'])
  expect(timeItems('07:00', items)[1]).toMatchObject({ gapBefore: 30 })
})

test('an item that runs over a fixed one is told by how much', () => {
  expect(timeItems('07:00', [floating(75), fixed('08:00', 10)])[1]).toMatchObject({ gapBefore: -15 })
})

test('an evening goes on past midnight', () => {
  const items = [floating(90), fixed('00:30', 30)]
  expect(starts('22:30', items)).toEqual(['22:30', '00:30'])
  expect(endOfSession('22:30', items)).toBe(25 * 60)
})

test('the day of a held time hangs on the start of its session, not on what runs before it', () => {
  const allDay = floating(14 * 60)
  expect(timeItems('11:00', [allDay, fixed('11:30', 30)])[1]).toMatchObject({ start: 11.5 * 60, gapBefore: -13.5 * 60 })
  expect(timeItems('11:00', [floating(30), fixed('25:30', 30)])[1]).toMatchObject({ start: 25.5 * 60 })
  expect(timeItems('08:00', [fixed('07:45', 30)])[0]).toMatchObject({ start: 7.75 * 60, gapBefore: -15 })
  expect(sessionClockOf(heldTime('01:30', '19:00'))).toBe('25:30')
})

test('a programme lasts from its first item to its last on the days of the congress, rehearsals apart', () => {
  const at = (
    date: string | null,
    startsAt: string,
    items: ReturnType<typeof floating>[],
    kind = 'official' as const,
  ) => ({
    ...{ date, startsAt, items, kind },
  })
  const congress = { dateFrom: '2020-09-08', dateTo: '2020-09-09' }
  const evening = at('2020-09-08', '19:00', [floating(330)])
  const afternoon = at(null, '13:30', [floating(90)])
  const rehearsal = { ...at('2020-09-08', '06:00', [floating(60)]), kind: 'rehearsal' as const }
  const morning = at('2020-09-09', '07:30', [floating(30), floating(180)])
  expect(spanOfProgramme([rehearsal, evening, afternoon, morning], congress)).toEqual({
    start: { date: '2020-09-08', minutes: 13.5 * 60 },
    end: { date: '2020-09-09', minutes: 11 * 60 },
  })
  expect(spanOfProgramme([evening], { dateFrom: '2020-09-08', dateTo: null })?.end.minutes).toBe(24.5 * 60)
  for (const unfinished of [
    [],
    [rehearsal],
    [evening],
    [at('2020-09-09', '07:30', [])],
    [at('2020-09-10', '07:30', [floating(9)])],
  ]) {
    expect(spanOfProgramme(unfinished, congress)).toBeNull()
  }
})

const item = (id: string, durationMinutes: number, fixedStart: string | null = null) => ({
  ...{ id, sessionId: '', position: 0, title: id, presenter: '', note: '', version: 1 },
  durationMinutes,
  fixedStart,
})
const session = (
  id: string,
  startsAt: string,
  items: ReturnType<typeof item>[],
  more: { date?: string; room?: string } = {},
) => ({
  ...{ id, date: '2020-09-09', room: '' },
  startsAt,
  items,
  ...more,
})
const onItsDay = { dateFrom: '2020-09-09', dateTo: '2020-09-09' }
const doubts = (...sessions: ReturnType<typeof session>[]) =>
  findDoubts(sessions, onItsDay).map(({ kind, sessionId, itemId, minutes, otherSessionId }) =>
    [kind, itemId ?? sessionId, minutes, otherSessionId].filter((part) => part !== null && part !== 0).join(' '),
  )

test('a programme that holds together raises no doubt', () => {
  expect(doubts(session('morning', '07:30', [item('a', 30), item('b', 20, '08:00')]))).toEqual([])
  expect(doubts(session('night', '22:00', [item('a', 120)]))).toEqual([])
})

test('an item that another one holds the room over is told so, though a shorter one has come and gone between', () => {
  const parallel = session('hall', '10:00', [
    item('a', 240),
    item('b', 60, '11:00'),
    item('c', 30, '13:00'),
    item('d', 30),
  ])
  expect(doubts(parallel)).toEqual(['overrun b 180', 'overrun c 60', 'overrun d 30'])
})

test('what runs over, stands empty or goes past midnight is told once, by its item', () => {
  const morning = session('morning', '07:30', [item('a', 45), item('b', 10, '08:00'), item('c', 5, '08:30')])
  const night = session('night', '22:00', [item('d', 90), item('e', 60), item('f', 10)])
  expect(doubts(morning, night)).toEqual(['overrun b 15', 'gap c 15', 'past-midnight e'])
})

test('sessions of one day and one room must not overlap, those of other rooms may', () => {
  const first = session('first', '07:30', [item('a', 60)])
  const second = session('second', '08:00', [item('b', 60)])
  expect(doubts(first, second)).toEqual(['sessions-overlap second 30 first'])
  expect(doubts(first, { ...second, room: 'Sảnh' })).toEqual([])
  expect(doubts(first, { ...second, startsAt: '08:30' })).toEqual([])
  expect(doubts({ ...first, date: '2020-09-08' }, second)).toEqual([])
})

test('a session without items, or on another day than its congress, is doubtful; one shortly before it is not', () => {
  const on = (date: string) => doubts(session('one', '07:30', [item('a', 10)], { date }))
  expect(doubts(session('none', '07:30', []))).toEqual(['empty-session none'])
  expect([on('2020-09-02'), on('2020-09-01'), on('2020-09-10')]).toEqual([[], ['other-day one'], ['other-day one']])
  expect(findDoubts([session('one', '07:30', [item('a', 10)])], { dateFrom: null, dateTo: null })).toEqual([])
})

test('a session without items ends when it begins', () => {
  expect(endOfSession('07:30', [])).toBe(minutesOf('07:30'))
})

test('clock and minutes say the same on every minute of a day', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => minutesOf(clockOf(minutes)) === minutes))
})

test('a moved item stands where it was put and nobody is lost', () => {
  const someItems = fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(someItems, fc.nat(), fc.nat(), (items, a, b) => {
      const from = a % items.length
      const to = b % items.length
      const moved = moveItem(items, from, to)
      expect(moved[to]).toBe(items[from])
      expect([...moved].sort()).toEqual([...items].sort())
    }),
  )
})

test.each([
  'Trao quà cho đại biểu',
  'Tặng quà lưu niệm',
  'Phát phong bì',
  'TẶNG PHẨM của Ban Tổ chức',
  'Presenting gifts to the delegates',
])('«%s» is a doubt: the plan asks for thrift', (title) => {
  expect(doubts(session('morning', '07:30', [{ ...item('a', 10), title }]))).toEqual(['gift a'])
})

test.each([
  'Tặng hoa chúc mừng Đại hội',
  'Trao tặng danh hiệu Chiến sĩ thi đua',
  'Trao Kỷ niệm chương',
  'Chụp ảnh lưu niệm',
  'Hiệu quả các phong trào thi đua',
])('«%s» is no gift', (title) => {
  expect(doubts(session('morning', '07:30', [{ ...item('a', 10), title }]))).toEqual([])
})

test('a gift that stands in the note is found, and none where the level does not ask', () => {
  const morning = session('morning', '07:30', [{ ...item('a', 10), note: 'kèm phần quà 200.000 đồng' }])
  expect(doubts(morning)).toEqual(['gift a'])
  expect(findDoubts([morning], onItsDay, ['gifts'])).toEqual([])
})
