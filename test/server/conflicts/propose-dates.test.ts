import { expect, test } from 'vitest'
import { createRoadIndex, findConflicts, lastDayFor, proposeDates } from '../../../server/conflicts/rules.ts'
import type { DatesWish, Undated } from '../../../server/conflicts/rules.ts'
import { congress, level, road, unit } from './road.ts'

const workdays = [1, 2, 3, 4, 5]
const undated = (id: string, formerDate: string | null, formerDateTo = formerDate): Undated => ({
  id,
  dateFrom: null,
  dateTo: null,
  formerDate,
  formerDateTo,
})
const wish = (formerDates: readonly (string | null)[], more: Partial<DatesWish> = {}): DatesWish => ({
  congresses: formerDates.map((formerDate, at) => undated(`c${String(at)}`, formerDate)),
  from: '2020-07-06',
  to: '2020-07-31',
  weekdays: workdays,
  byHand: new Map(),
  leftOut: new Set(),
  ...more,
})
const postponed = (count: number, more: Parameters<typeof congress>[2] = {}) =>
  Array.from({ length: count }, (_, at) =>
    congress(`c${String(at)}`, null, { state: 'postponed', unitId: `u${String(at)}`, ...more }),
  )
const units = (count: number) => [
  unit('province', null),
  unit('district', 'province'),
  ...Array.from({ length: count }, (_, at) => unit(`u${String(at)}`, 'district')),
]

test('the former distances between the days are kept, from the first day on', () => {
  const facts = road(postponed(3), { units: units(3) })
  const { dates: proposed } = proposeDates(facts, wish(['2020-04-06', '2020-04-09', '2020-04-15']))
  expect(proposed.map(({ choice }) => choice?.date)).toEqual(['2020-07-06', '2020-07-09', '2020-07-15'])
})

test('former dates that reach farther than the span are drawn together in their order', () => {
  const facts = road(postponed(3), { units: units(3) })
  const { dates: proposed, drawnTogetherFrom } = proposeDates(
    facts,
    wish(['2020-03-02', '2020-04-30', '2020-04-01'], { to: '2020-07-10' }),
  )
  expect(drawnTogetherFrom).toBe(60)
  expect(proposed.map(({ congressId, choice }) => [congressId, choice?.date])).toEqual([
    ['c0', '2020-07-06'],
    ['c2', '2020-07-08'],
    ['c1', '2020-07-10'],
  ])
})

test('only the allowed weekdays are given, and no blocked day', () => {
  const days = [{ id: 'flood', from: '2020-07-06', to: '2020-07-09', kind: 'blocked' as const, unitId: null }]
  const facts = road(postponed(1), { units: units(1), days })
  expect(proposeDates(facts, wish(['2020-04-06'], { weekdays: [1, 4] })).dates[0]?.choice?.date).toBe('2020-07-13')
})

test('where no allowed day is possible none is given', () => {
  const days = [{ id: 'flood', from: '2020-07-01', to: '2020-07-31', kind: 'blocked' as const, unitId: null }]
  const facts = road(postponed(1), { units: units(1), days })
  expect(proposeDates(facts, wish(['2020-04-06'])).dates).toMatchObject([
    { congressId: 'c0', choice: null, dateTo: null, conflicts: [] },
  ])
})

test('forty congresses in one hall get forty half-days without a clash', () => {
  const facts = road(postponed(40, { venueId: 'hall' }), { units: units(40) })
  const { dates: proposed } = proposeDates(facts, wish(Array.from({ length: 40 }, () => '2020-04-15')))
  const given = new Map(proposed.map(({ congressId, choice }) => [congressId, choice]))
  expect(new Set([...given.values()].map((choice) => `${choice?.date} ${choice?.halfDay}`)).size).toBe(40)
  const dated = facts.congresses.map((each) => {
    const { date, halfDay } = given.get(each.id)!
    return { ...each, state: 'planned' as const, dateFrom: date, dateTo: date, halfDay }
  })
  expect(findConflicts(createRoadIndex({ ...facts, congresses: dated }))).toEqual([])
})

test('a day chosen by hand stands, and the others are found round it', () => {
  const facts = road(postponed(2, { venueId: 'hall', halfDay: 'day' }), { units: units(2) })
  const byHand = new Map([['c1', { date: '2020-07-06', halfDay: 'day' as const }]])
  const { dates: proposed } = proposeDates(facts, wish(['2020-04-06', '2020-04-20'], { byHand }))
  expect(proposed.map(({ congressId, choice }) => [congressId, choice?.date])).toEqual([
    ['c0', '2020-07-07'],
    ['c1', '2020-07-06'],
  ])
})

test('where the span has no room, what breaks there is said', () => {
  const facts = road(postponed(3, { venueId: 'hall', halfDay: 'day' }), { units: units(3) })
  const { dates: proposed } = proposeDates(facts, wish([null, null, null], { from: '2020-07-06', to: '2020-07-07' }))
  expect(proposed.map(({ conflicts }) => conflicts.map(({ rule }) => rule))).toContainEqual(['venue-twice'])
})

test('the span proposed is as long as the former dates reached, a fortnight at least', () => {
  const of = (...dates: string[]) => dates.map((formerDate, at) => undated(String(at), formerDate))
  expect(lastDayFor(road([]), of('2020-04-01', '2020-04-30'), '2020-07-06')).toBe('2020-08-04')
  expect(lastDayFor(road([]), of('2020-04-01'), '2020-07-06')).toBe('2020-07-19')
  expect(lastDayFor(road([]), [undated('long', '2020-04-01', '2020-04-30')], '2020-07-06')).toBe('2020-08-04')
})

test('a congress of several days stays as long as it was, inside the span and on allowed weekdays only', () => {
  const facts = road(postponed(2, { venueId: 'hall', halfDay: 'day' }), { units: units(2) })
  const congresses = [undated('c0', '2020-04-09', '2020-04-10'), undated('c1', '2020-04-10')]
  const { dates } = proposeDates(facts, wish([], { congresses, from: '2020-07-09', to: '2020-07-14' }))
  expect(dates.map(({ choice, dateTo }) => [choice?.date, dateTo])).toEqual([
    ['2020-07-09', '2020-07-10'],
    ['2020-07-13', '2020-07-13'],
  ])
  const friday = proposeDates(facts, wish([], { congresses, from: '2020-07-10', to: '2020-07-14' }))
  expect(friday.dates[0]).toMatchObject({ choice: { date: '2020-07-13' }, dateTo: '2020-07-14' })
  const short = proposeDates(facts, wish([], { congresses, from: '2020-07-10', to: '2020-07-10' }))
  expect(short.dates[0]).toMatchObject({ choice: null, dateTo: null })
})

test('one that is left out keeps its place, so that no other day moves, but nobody conflicts with it', () => {
  const facts = road(postponed(3, { venueId: 'hall', halfDay: 'day' }), { units: units(3) })
  const span = { from: '2020-07-06', to: '2020-07-07' }
  const dates = (leftOut: string[]) =>
    proposeDates(facts, wish(['2020-04-06', '2020-04-06', '2020-04-07'], { ...span, leftOut: new Set(leftOut) })).dates
  const crowded = dates([])
  expect(crowded.flatMap(({ conflicts }) => conflicts.map(({ rule }) => rule))).toContain('venue-twice')
  const [clashing] = crowded.filter(({ conflicts }) => conflicts.length > 0)
  const others = dates([clashing?.congressId ?? ''])
  expect(others.map(({ congressId, choice }) => [congressId, choice])).toEqual(
    crowded.map(({ congressId, choice }) => [congressId, choice]),
  )
  expect(others.flatMap(({ conflicts }) => conflicts)).toEqual([])
})

test('a congress whose window is over, and one that is put outside it, are told apart', () => {
  const levels = [
    level('grassroots', 0, { windowTo: '2020-06-30' }),
    level('above', 1, { windowTo: '2020-07-10' }),
    level('provincial', 2, { windowTo: '2020-06-30', rulesOff: ['outside-window'] }),
  ]
  const levelIds = ['grassroots', 'above', 'provincial']
  const congresses = postponed(3).map((each, at) => ({ ...each, levelId: levelIds[at] ?? '' }))
  const facts = road(congresses, { units: units(3), levels })
  const byHand = new Map([['c1', { date: '2020-07-13', halfDay: 'morning' as const }]])
  const { dates } = proposeDates(facts, wish(['2020-04-06', '2020-04-07', '2020-04-08'], { byHand }))
  expect(dates.map(({ window, windowTo }) => [window, windowTo])).toEqual([
    ['over', '2020-06-30'],
    ['outside', '2020-07-10'],
    [null, null],
  ])
  const inside = proposeDates(facts, wish(['2020-04-06', '2020-04-07', '2020-04-08']))
  expect(inside.dates[1]).toMatchObject({ window: null, windowTo: '2020-07-10' })
})

test('where the old order cannot be kept, the one that comes later than its followers is named', () => {
  const days = [{ id: 'own', from: '2020-07-06', to: '2020-07-14', kind: 'blocked' as const, unitId: 'u0' }]
  const facts = road(postponed(3), { units: units(3), days })
  const { dates, drawnTogetherFrom } = proposeDates(facts, wish(['2020-04-06', '2020-04-07', '2020-04-08']))
  expect(dates.map(({ choice, isOvertaken }) => [choice?.date, isOvertaken])).toEqual([
    ['2020-07-15', true],
    ['2020-07-07', false],
    ['2020-07-08', false],
  ])
  expect(drawnTogetherFrom).toBeNull()
})

const fifteenDaysBefore = [
  level('grassroots', 0, { gapBeforeUpperDays: 15 }),
  level('above', 1, { gapBeforeUpperDays: 20 }),
  level('provincial', 2),
]
const top = congress('top', '2020-09-09', { levelId: 'provincial', unitId: 'province' })
const above = (date: string | null, more: Parameters<typeof congress>[2] = {}) =>
  congress('above', date, { levelId: 'above', unitId: 'district', ...more })

test('a lower congress ends its gap before the upper one that has a day, whatever its former day wishes', () => {
  const levels = fifteenDaysBefore
  const facts = road([...postponed(2), above('2020-08-20'), top], { units: units(2), levels })
  const { dates } = proposeDates(facts, wish(['2020-04-06', '2020-08-30'], { to: '2020-12-31' }))
  expect(dates.map(({ choice }) => choice?.date)).toEqual(['2020-07-06', '2020-08-05'])
  expect(dates.map(({ latest }) => latest)).toEqual(['2020-08-05', '2020-08-05'])
  expect(lastDayFor(facts, wish(['2020-04-06', '2020-08-30']).congresses, '2020-07-06')).toBe('2020-08-05')
})

test('lower and upper congresses that are dated together keep their order and both gaps', () => {
  const levels = fifteenDaysBefore
  const facts = road([...postponed(1), above(null, { state: 'postponed' }), top], { units: units(1), levels })
  const congresses = [undated('above', '2020-04-06'), undated('c0', '2020-06-30')]
  const { dates } = proposeDates(facts, wish([], { congresses, to: '2020-12-31' }))
  const dayOf = new Map(dates.map(({ congressId, choice }) => [congressId, choice?.date ?? '']))
  expect(dayOf.get('c0')! <= '2020-08-05').toBe(true)
  expect(dates.flatMap(({ conflicts }) => conflicts)).toEqual([])
  expect(dayOf.get('above')! <= '2020-08-20' && dayOf.get('above')! > dayOf.get('c0')!).toBe(true)
})

test('where the upper congress leaves no day none is given, and the day by which it had to be over is said', () => {
  const facts = road([...postponed(1), above('2020-07-10')], { units: units(1), levels: fifteenDaysBefore })
  const { dates } = proposeDates(facts, wish(['2020-04-06']))
  expect(dates).toMatchObject([{ choice: null, latest: '2020-06-25' }])
  expect(lastDayFor(facts, wish(['2020-04-06']).congresses, '2020-07-06')).toBe('2020-07-06')
})

test('congresses of one former day are spread over the free days, beside what stands there', () => {
  const standing = congress('standing', '2020-07-07', { unitId: 'u9' })
  const days = [{ id: 'off', from: '2020-07-08', to: '2020-07-08', kind: 'holiday' as const, unitId: null }]
  const spread = (count: number) => {
    const facts = road([...postponed(count), standing], { units: units(17), days })
    const former = Array.from({ length: count }, () => '2020-04-06')
    const given = proposeDates(facts, wish(former, { to: '2020-07-17' })).dates.map(({ choice }) => choice?.date)
    return ['2020-07-07', ...given].sort()
  }
  const free = ['06', '07', '09', '10', '13', '14', '15', '16', '17'].map((day) => `2020-07-${day}`)
  expect(spread(8)).toEqual(free)
  expect(spread(17)).toEqual([...free, ...free].sort())
})
