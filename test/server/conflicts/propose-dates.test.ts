import { expect, test } from 'vitest'
import { createRoadIndex, findConflicts, lastDayFor, proposeDates } from '../../../server/conflicts/rules.ts'
import type { DatesWish } from '../../../server/conflicts/rules.ts'
import { congress, road, unit } from './road.ts'

const workdays = [1, 2, 3, 4, 5]
const wish = (formerDates: readonly (string | null)[], more: Partial<DatesWish> = {}): DatesWish => ({
  congresses: formerDates.map((formerDate, at) => ({ id: `c${String(at)}`, formerDate })),
  from: '2020-07-06',
  to: '2020-07-31',
  weekdays: workdays,
  byHand: new Map(),
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
  const proposed = proposeDates(facts, wish(['2020-04-06', '2020-04-09', '2020-04-15']))
  expect(proposed.map(({ choice }) => choice?.date)).toEqual(['2020-07-06', '2020-07-09', '2020-07-15'])
})

test('former dates that reach farther than the span are drawn together in their order', () => {
  const facts = road(postponed(3), { units: units(3) })
  const proposed = proposeDates(facts, wish(['2020-03-02', '2020-04-30', '2020-04-01'], { to: '2020-07-10' }))
  expect(proposed.map(({ congressId, choice }) => [congressId, choice?.date])).toEqual([
    ['c0', '2020-07-06'],
    ['c2', '2020-07-08'],
    ['c1', '2020-07-10'],
  ])
})

test('only the allowed weekdays are given, and no blocked day', () => {
  const days = [{ id: 'flood', from: '2020-07-06', to: '2020-07-09', kind: 'blocked' as const, unitId: null }]
  const facts = road(postponed(1), { units: units(1), days })
  expect(proposeDates(facts, wish(['2020-04-06'], { weekdays: [1, 4] }))[0]?.choice?.date).toBe('2020-07-13')
})

test('where no allowed day is possible none is given', () => {
  const days = [{ id: 'flood', from: '2020-07-01', to: '2020-07-31', kind: 'blocked' as const, unitId: null }]
  const facts = road(postponed(1), { units: units(1), days })
  expect(proposeDates(facts, wish(['2020-04-06']))).toEqual([{ congressId: 'c0', choice: null, conflicts: [] }])
})

test('forty congresses in one hall get forty half-days without a clash', () => {
  const facts = road(postponed(40, { venueId: 'hall' }), { units: units(40) })
  const proposed = proposeDates(facts, wish(Array.from({ length: 40 }, () => '2020-04-15')))
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
  const proposed = proposeDates(facts, wish(['2020-04-06', '2020-04-20'], { byHand }))
  expect(proposed.map(({ congressId, choice }) => [congressId, choice?.date])).toEqual([
    ['c0', '2020-07-07'],
    ['c1', '2020-07-06'],
  ])
})

test('where the span has no room, what breaks there is said', () => {
  const facts = road(postponed(3, { venueId: 'hall', halfDay: 'day' }), { units: units(3) })
  const proposed = proposeDates(facts, wish([null, null, null], { from: '2020-07-06', to: '2020-07-07' }))
  expect(proposed.map(({ conflicts }) => conflicts.map(({ rule }) => rule))).toContainEqual(['venue-twice'])
})

test('the span proposed is as long as the former dates reached, a fortnight at least', () => {
  const of = (...dates: string[]) => dates.map((formerDate, at) => ({ id: String(at), formerDate }))
  expect(lastDayFor(of('2020-04-01', '2020-04-30'), '2020-07-06')).toBe('2020-08-04')
  expect(lastDayFor(of('2020-04-01'), '2020-07-06')).toBe('2020-07-19')
})
