import { expect, test } from 'vitest'
import { isRoundYear, yearsOf } from '../../server/calendar/rules.ts'
import { marksOf } from '../../server/road/rules/filter.ts'
import { shownStateOf } from '../../web/calendar/day-entry.ts'
import { clashesOf, daysOfMonth, factsOf, gridOf, lunarLabel, shiftMonth } from '../../web/calendar/month-facts.ts'
import { daysOfYears } from '../../web/calendar/days-of-years.ts'
import { metBy } from '../../web/venues/met-by.ts'
import { loadedRoad, roadCongress } from './road/roads.ts'

const anything = { levelId: '', postId: '', venueId: '' }

test('the grid of a month has whole weeks from Monday on', () => {
  const grid = gridOf('2020-02')
  expect([grid[0], grid.at(-1), grid.length]).toEqual(['2020-01-27', '2020-03-01', 35])
  expect(gridOf('2021-02')).toHaveLength(28)
  expect(daysOfMonth('2020-02')).toHaveLength(29)
})

test('months are counted over the turn of the year', () => {
  expect([shiftMonth('2020-12', 1), shiftMonth('2020-01', -1), shiftMonth('2020-06', 0)]).toEqual([
    '2021-01',
    '2019-12',
    '2020-06',
  ])
})

test('a congress is on each of its days, a cancelled one on none', () => {
  const { road } = loadedRoad([
    roadCongress('two-days', '2020-07-14', { dateTo: '2020-07-15' }),
    roadCongress('cancelled', '2020-07-14', { state: 'cancelled' }),
    roadCongress('undated', null),
  ])
  const facts = factsOf(road, ['2020-07-13', '2020-07-14', '2020-07-15', '2020-07-16'], anything)
  expect(facts.map(({ congresses }) => congresses.map(({ id }) => id))).toEqual([[], ['two-days'], ['two-days'], []])
})

test('the calendar of a leader keeps the congresses that the leader attends', () => {
  const { road } = loadedRoad([
    roadCongress('attended', '2020-07-14', { postIds: ['vice-chair'] }),
    roadCongress('other', '2020-07-14'),
  ])
  const [day] = factsOf(road, ['2020-07-14'], { ...anything, postId: 'vice-chair' })
  expect(day?.congresses.map(({ id }) => id)).toEqual(['attended'])
})

test('the conflicts of a day are counted once each, and being late is a state, not a conflict', () => {
  const loaded = loadedRoad([
    roadCongress('late', '2020-06-18', { state: 'preparing' }),
    roadCongress('one', '2020-06-24', { venueId: 'hall', expectedDelegates: null }),
    roadCongress('other', '2020-06-24', { venueId: 'hall', expectedDelegates: null }),
  ])
  const [passed, busy] = factsOf(loaded.road, ['2020-06-18', '2020-06-24'], anything)
  expect(clashesOf(passed?.congresses ?? [], loaded)).toEqual([])
  expect(clashesOf(busy?.congresses ?? [], loaded).map(({ rule }) => rule)).toEqual(['venue-twice'])
  const marks = marksOf(loaded)
  expect(loaded.road.congresses.map((congress) => shownStateOf(congress, marks))).toEqual([
    'late',
    'planned',
    'planned',
  ])
})

test('holidays come before anniversaries, round ones before the others', () => {
  const day = { from: '2020-05-07', to: '2020-05-07', unitId: null, basis: '', version: 1 }
  const { road } = loadedRoad([], {
    days: [
      { ...day, id: 'b', kind: 'anniversary', name: 'Điện Biên Phủ', sinceYear: 1954 },
      { ...day, id: 'a', kind: 'anniversary', name: 'Tròn', sinceYear: 1950 },
      { ...day, id: 'c', kind: 'holiday', name: 'Nghỉ', sinceYear: null },
    ],
  })
  expect(factsOf(road, ['2020-05-07'], anything)[0]?.days.map(({ id }) => id)).toEqual(['c', 'a', 'b'])
})

test('every fifth year is round', () => {
  expect(yearsOf({ from: '2020-02-03', sinceYear: 1930 })).toBe(90)
  expect([90, 75, 66, null].map(isRoundYear)).toEqual([true, true, false, false])
})

test('a lunar day names its month where it begins', () => {
  expect([
    lunarLabel('2020-05-23', false, 'n'),
    lunarLabel('2020-05-24', false, 'n'),
    lunarLabel('2020-06-01', true, 'L'),
  ]).toEqual(['1/4n', '2', '10/4L'])
})

test('what else takes the venue is on each day that it takes, past midnight too, and not on the day that midnight begins', () => {
  const booking = {
    id: 'b',
    venueId: 'hall',
    unitId: 'province',
    kind: 'rehearsal' as const,
    fromDay: '2020-07-13',
    fromTime: '19:00',
    toDay: '2020-07-14',
    toTime: '01:00',
    repeats: 'weekly' as const,
    repeatsUntil: '2020-07-20',
    bookedBy: 'Đoàn văn công',
  }
  const untilMidnight = { ...booking, id: 'c', toTime: '00:00', fromDay: '2020-07-15', toDay: '2020-07-16' }
  const bookings = [
    booking,
    { ...booking, id: 'other', venueId: 'elsewhere' },
    { ...untilMidnight, repeats: 'none' as const },
  ]
  const { road } = loadedRoad([], { bookings })
  const dates = Array.from({ length: 16 }, (_none, at) => `2020-07-${String(13 + at)}`)
  const taken = factsOf(road, dates, { ...anything, venueId: 'hall' }).filter(({ bookings }) => bookings.length > 0)
  expect(taken.map(({ date }) => date)).toEqual(['2020-07-13', '2020-07-14', '2020-07-15', '2020-07-20', '2020-07-21'])
  expect(factsOf(road, dates, anything).flatMap((day) => day.bookings)).toEqual([])
})

test('days are shown of the years of the cycle, of one year or of all', () => {
  const days = [2018, 2019, 2020, 2021].map((year) => ({ from: `${year}-12-31`, to: `${year + 1}-01-01` }))
  const shown = (year: string) => daysOfYears(days, year, [2020]).map(({ from }) => from.slice(0, 4))
  expect([shown(''), shown('2019'), shown('all')]).toEqual([
    ['2019', '2020'],
    ['2018', '2019'],
    ['2018', '2019', '2020', '2021'],
  ])
})

test('a booking that takes the hall during a congress is said with the congress', () => {
  const loaded = loadedRoad([roadCongress('c', '2020-06-25', { venueId: 'hall', halfDay: 'morning' })])
  const booking = { id: 'b', venueId: 'hall', kind: 'rehearsal' as const, bookedBy: 'Sở', note: '', version: 1 }
  const at = { fromDay: '2020-06-25', toDay: '2020-06-25', repeats: 'none' as const, repeatsUntil: null }
  expect(metBy(loaded, { ...booking, ...at, fromTime: '08:00', toTime: '09:00' }, 'province')).toHaveLength(1)
  expect(metBy(loaded, { ...booking, ...at, fromTime: '14:00', toTime: '15:00' }, 'province')).toEqual([])
})
