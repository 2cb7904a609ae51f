import { describe, expect, test } from 'vitest'
import type { RoadFacts } from '../../../server/conflicts/rules.ts'
import { congress, find, levels, road, rulesOf, unit } from './road.ts'

describe('venues', () => {
  const at = (id: string, date: string, more: Parameters<typeof congress>[2] = {}) =>
    congress(id, date, { venueId: 'hall', ...more })

  test('one venue for two congresses at one time is serious, said once', () => {
    const [conflict, ...others] = find(road([at('a', '2020-06-24'), at('b', '2020-06-24')]))
    expect(others).toEqual([])
    expect(conflict).toMatchObject({
      key: 'venue-twice:hall:2020-06-24:morning',
      rule: 'venue-twice',
      severity: 'serious',
      congressId: 'b',
      otherCongressIds: ['a'],
      venueId: 'hall',
      date: '2020-06-24',
      halfDay: 'morning',
      amount: 1,
      limit: 1,
    })
  })

  test('morning and afternoon do not meet, a whole day meets both', () => {
    const afternoon = at('b', '2020-06-24', { halfDay: 'afternoon' })
    expect(rulesOf(road([at('a', '2020-06-24'), afternoon]))).toEqual([])
    expect(find(road([at('a', '2020-06-24', { halfDay: 'day' }), afternoon])).map(({ halfDay }) => halfDay)).toEqual([
      'afternoon',
    ])
  })

  test('neighbouring days do not meet, several days meet what lies inside', () => {
    const days = at('a', '2020-06-24', { dateTo: '2020-06-25', halfDay: 'afternoon' })
    expect(rulesOf(road([days, at('b', '2020-06-26')]))).toEqual([])
    expect(find(road([days, at('b', '2020-06-25')])).map(({ date, halfDay }) => [date, halfDay])).toEqual([
      ['2020-06-25', 'morning'],
    ])
    expect(
      find(road([days, at('b', '2020-06-24', { dateTo: '2020-06-25' })])).map(({ date, halfDay }) => [date, halfDay]),
    ).toEqual([['2020-06-24', 'day']])
  })

  test('three at once are one conflict of three', () => {
    const found = find(road(['a', 'b', 'c'].map((id) => at(id, '2020-06-24'))))
    expect(found.map(({ congressId, otherCongressIds, amount }) => [congressId, otherCongressIds, amount])).toEqual([
      ['c', ['a', 'b'], 2],
    ])
  })

  test('it is listed under the congress that is easiest to move, and a held one still counts as the other', () => {
    const listed = (a: Parameters<typeof congress>[2], b: Parameters<typeof congress>[2]) =>
      find(road([at('a', '2020-06-22', a), at('b', '2020-06-22', b)])).map(({ congressId }) => congressId)
    expect(listed({ state: 'planned' }, { state: 'preparing' })).toEqual(['a'])
    expect(listed({ state: 'held' }, { state: 'preparing' })).toEqual(['b'])
    expect(listed({ state: 'held' }, { state: 'reported' })).toEqual([])
  })

  test('cancelled congresses take no room', () => {
    expect(rulesOf(road([at('a', '2020-06-24'), at('b', '2020-06-24', { state: 'cancelled' })]))).toEqual([])
  })

  test('more persons than seats are doubtful, more than a tenth over are serious', () => {
    const found = (expectedDelegates: number, expectedGuests: number | null) =>
      find(road([at('a', '2020-06-24', { expectedDelegates, expectedGuests })])).map((each) => [
        each.rule,
        each.severity,
        each.amount,
        each.limit,
      ])
    expect(found(60, 40)).toEqual([])
    expect(found(101, null)).toEqual([['venue-too-small', 'doubtful', 1, 100]])
    expect(found(70, 40)).toEqual([['venue-too-small', 'doubtful', 10, 100]])
    expect(found(70, 41)).toEqual([['venue-too-small', 'serious', 11, 100]])
  })

  test('a venue whose seats nobody counted is never too small', () => {
    expect(rulesOf(road([congress('a', '2020-06-24', { venueId: 'other-hall', expectedDelegates: 5000 })]))).toEqual([])
  })
})

describe('leaders', () => {
  const attended = (id: string, date: string, more: Parameters<typeof congress>[2] = {}) =>
    congress(id, date, { postIds: ['vice-chair'], ...more })

  test('a leader in two places at one time is serious', () => {
    const found = find(road([attended('a', '2020-06-26'), attended('b', '2020-06-26')]))
    expect(
      found.map((each) => [each.key, each.severity, each.congressId, each.otherCongressIds, each.postId, each.halfDay]),
    ).toEqual([['leader-twice:vice-chair:2020-06-26:morning', 'serious', 'b', ['a'], 'vice-chair', 'morning']])
  })

  test('in the morning here and in the afternoon there is right', () => {
    expect(rulesOf(road([attended('a', '2020-06-26'), attended('b', '2020-06-26', { halfDay: 'afternoon' })]))).toEqual(
      [],
    )
  })

  test('two congresses in one hall are one place: only the hall is given twice', () => {
    const inHall = { venueId: 'hall' }
    expect(rulesOf(road([attended('a', '2020-06-26', inHall), attended('b', '2020-06-26', inHall)]))).toEqual([
      'venue-twice',
    ])
  })

  test('one person in two posts is one leader, on the days on which he holds both', () => {
    const posts = [
      { id: 'vice-chair', rank: null, holders: [{ personId: 'an', personName: 'An', from: null, to: '2020-06-30' }] },
      { id: 'council-head', rank: null, holders: [{ personId: 'an', personName: 'An', from: null, to: null }] },
    ]
    const both = (date: string) => [attended('a', date), congress('b', date, { postIds: ['council-head'] })]
    expect(find(road(both('2020-06-30'), { posts })).map(({ rule, postId }) => [rule, postId])).toEqual([
      ['leader-twice', 'council-head'],
    ])
    expect(rulesOf(road(both('2020-07-01'), { posts }))).toEqual([])
  })

  test('more congresses a day than the set number are doubtful', () => {
    const two = [attended('a', '2020-06-26'), attended('b', '2020-06-26', { halfDay: 'afternoon' })]
    const found = (leaderMaxPerDay: number) =>
      find(road(two, { levels: levels({ leaderMaxPerDay }) })).map((each) => [
        each.rule,
        each.severity,
        each.amount,
        each.limit,
      ])
    expect(found(2)).toEqual([])
    expect(found(1)).toEqual([['leader-too-often', 'doubtful', 1, 1]])
  })

  test('the rules can be switched off for a level', () => {
    const off = levels({ leaderMaxPerDay: 1, rulesOff: ['ceremony-twice', 'leader-twice', 'leader-too-often'] })
    expect(rulesOf(road([attended('a', '2020-06-26'), attended('b', '2020-06-26')], { levels: off }))).toEqual([])
  })
})

describe('the pilot', () => {
  const pilot = congress('pilot', '2020-07-02', { isPilot: true })
  const other = (date: string, more = {}) => congress('other', date, { unitId: 'other-commune', ...more })

  test('is not first when another of its upper unit comes before: doubtful, listed under the pilot', () => {
    const found = find(road([pilot, other('2020-07-01')]))
    expect(
      found.map((each) => [
        each.rule,
        each.severity,
        each.congressId,
        each.otherCongressIds,
        each.amount,
        each.limitDate,
      ]),
    ).toEqual([['pilot-not-first', 'doubtful', 'pilot', ['other'], 1, '2020-07-01']])
  })

  test('is first when the others come on the same day or later', () => {
    expect(rulesOf(road([pilot, other('2020-07-02')]))).toEqual([])
  })

  test('is a model only for its own upper unit, block and level', () => {
    const otherwise = (units: RoadFacts['units']) => rulesOf(road([pilot, other('2020-07-01')], { units }))
    expect(otherwise([unit('commune', 'district'), unit('other-commune', 'other-district')])).toEqual([])
    expect(otherwise([unit('commune', 'district', { block: 'Đảng' }), unit('other-commune', 'district')])).toEqual([])
    expect(rulesOf(road([pilot, other('2020-07-01', { levelId: 'above' })]))).toEqual([])
  })

  test('cannot be put before what was held already', () => {
    expect(rulesOf(road([pilot, other('2020-06-18', { state: 'held' })]))).toEqual([])
  })

  test('sets the day with the first of several', () => {
    const first = congress('first', '2020-06-24', { isPilot: true, unitId: 'other-commune' })
    expect(rulesOf(road([pilot, first, other('2020-06-25')]))).toEqual([])
  })
})
