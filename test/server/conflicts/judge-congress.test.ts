import { describe, expect, test } from 'vitest'
import type { RoadFacts } from '../../../server/conflicts/rules.ts'
import { congress, find, levels, road, rulesOf, unit } from './road.ts'

const day = (kind: RoadFacts['days'][number]['kind'], from: string, to = from, unitId: string | null = null) => ({
  id: `${kind}-${from}`,
  kind,
  from,
  to,
  unitId,
})

test('a congress on a working day that breaks nothing has no conflicts', () => {
  expect(find(road([congress('a', '2020-06-25')]))).toEqual([])
})

describe('blocked days', () => {
  const facts = (date: string, unitId: string | null = null) =>
    road([congress('a', date)], { days: [day('blocked', '2020-07-01', '2020-07-03', unitId)] })

  test('a congress on a blocked day is impossible', () => {
    expect(find(facts('2020-07-03'))).toEqual([
      {
        key: 'blocked-day:a:blocked-2020-07-01',
        rule: 'blocked-day',
        severity: 'impossible',
        congressId: 'a',
        otherCongressIds: [],
        venueId: null,
        postId: null,
        calendarDayId: 'blocked-2020-07-01',
        bookingId: null,
        date: '2020-07-03',
        halfDay: null,
        amount: null,
        limit: null,
        limitDate: null,
        fingerprint: '2020-07-03|2020-07-03|2020-07-01|2020-07-03',
      },
    ])
  })

  test('the days before and after are free', () => {
    expect([rulesOf(facts('2020-06-30')), rulesOf(facts('2020-07-06'))]).toEqual([[], []])
  })

  test('days blocked for a unit count for its subtree only', () => {
    expect(rulesOf(facts('2020-07-01', 'district'))).toEqual(['blocked-day'])
    expect(rulesOf(facts('2020-07-01', 'other-commune'))).toEqual([])
  })

  test('a long blocked stretch counts to its end, whatever begins and ends within it', () => {
    const days = [
      day('blocked', '2020-06-29', '2020-07-31'),
      day('party-congress', '2020-07-01'),
      day('holiday', '2020-07-02'),
    ]
    expect(rulesOf(road([congress('a', '2020-07-31')], { days }))).toEqual(['blocked-day'])
  })

  test('a congress of several days touches the blocked one in their midst', () => {
    const facts = road([congress('a', '2020-06-30', { dateTo: '2020-07-02' })], {
      days: [day('blocked', '2020-07-01')],
    })
    expect(find(facts).map(({ rule, date }) => [rule, date])).toEqual([['blocked-day', '2020-07-01']])
  })
})

describe('a unit that does not exist', () => {
  const facts = (date: string, dateTo = date) =>
    road([congress('a', date, { dateTo })], {
      units: [unit('commune', null, { validFrom: '2020-06-25', validTo: '2020-07-08' })],
    })

  test('cannot hold a congress before its first day or after its last', () => {
    expect(find(facts('2020-06-24')).map((each) => [each.rule, each.severity, each.amount, each.limitDate])).toEqual([
      ['unit-not-valid', 'impossible', 1, '2020-06-25'],
    ])
    expect(
      find(facts('2020-07-08', '2020-07-09')).map((each) => [each.rule, each.date, each.amount, each.limitDate]),
    ).toEqual([['unit-not-valid', '2020-07-09', 1, '2020-07-08']])
  })

  test('can hold it on its first and on its last day', () => {
    expect([rulesOf(facts('2020-06-25')), rulesOf(facts('2020-07-08'))]).toEqual([[], []])
  })

  test('is not reproached for a congress that was held', () => {
    const held = congress('a', '2020-06-18', { state: 'held' })
    expect(rulesOf(road([held], { units: [unit('commune', null, { validFrom: '2020-06-25' })] }))).toEqual([])
  })
})

describe('windows', () => {
  const window = { windowFrom: '2020-06-24', windowTo: '2020-06-30' }
  const facts = (date: string | null, more = {}, unitWindow = {}) =>
    road([congress('a', date, more)], { levels: levels(window), units: [unit('commune', null, unitWindow)] })
  const missed = (facts: RoadFacts) =>
    find(facts).map((each) => [each.severity, each.date, each.amount, each.limitDate])

  test('a congress after its window is serious, by so many days', () => {
    expect(missed(facts('2020-07-14'))).toEqual([['serious', '2020-07-14', 14, '2020-06-30']])
  })

  test('a congress before its window likewise', () => {
    expect(missed(facts('2020-06-23'))).toEqual([['serious', '2020-06-23', 1, '2020-06-24']])
  })

  test('the first and the last day of the window lie inside', () => {
    expect([rulesOf(facts('2020-06-24')), rulesOf(facts('2020-06-30'))]).toEqual([[], []])
  })

  test('the last day of a congress counts, and the conflict begins where the window ends', () => {
    expect(missed(facts('2020-06-29', { dateTo: '2020-07-02' }))).toEqual([['serious', '2020-07-01', 2, '2020-06-30']])
  })

  test("the unit's own window replaces the level's, bound by bound", () => {
    expect(rulesOf(facts('2020-07-14', {}, { windowTo: '2020-07-14' }))).toEqual([])
    expect(missed(facts('2020-07-15', {}, { windowTo: '2020-07-14' }))).toEqual([
      ['serious', '2020-07-15', 1, '2020-07-14'],
    ])
    expect(missed(facts('2020-06-30', {}, { windowFrom: '2020-07-06' }))).toEqual([
      ['serious', '2020-06-30', 6, '2020-07-06'],
    ])
    expect(rulesOf(facts('2020-07-20', {}, { windowFrom: '2020-07-06' }))).toEqual([])
  })

  test('a congress that knows its week only is outside when the whole week is', () => {
    expect(rulesOf(facts(null, { weekOf: '2020-06-29' }))).toEqual([])
    expect(missed(facts(null, { weekOf: '2020-07-06' }))).toEqual([['serious', '2020-07-06', 6, '2020-06-30']])
  })

  test('the rule can be switched off for a level', () => {
    const off = road([congress('a', '2020-07-14')], { levels: levels({ ...window, rulesOff: ['outside-window'] }) })
    expect(rulesOf(off)).toEqual([])
  })
})

describe('a lower congress before its upper one', () => {
  const gap = levels({ gapBeforeUpperDays: 14 })
  const upper = congress('upper', '2020-07-15', { levelId: 'above', unitId: 'district' })

  test('is serious when too few days lie between, listed under the lower one with the days missing', () => {
    const [conflict, ...others] = find(road([congress('a', '2020-07-03'), upper], { levels: gap }))
    expect(others).toEqual([])
    expect(conflict).toMatchObject({
      key: 'before-lower:a:upper',
      rule: 'before-lower',
      severity: 'serious',
      congressId: 'a',
      otherCongressIds: ['upper'],
      date: '2020-07-03',
      amount: 2,
      limit: 14,
    })
  })

  test('is right when exactly the set days lie between', () => {
    expect(rulesOf(road([congress('a', '2020-07-01'), upper], { levels: gap }))).toEqual([])
  })

  test('goes by the last day of the lower one', () => {
    expect(rulesOf(road([congress('a', '2020-07-01', { dateTo: '2020-07-02' }), upper], { levels: gap }))).toEqual([
      'before-lower',
    ])
  })

  test('follows the link where there is one, else the tree of units', () => {
    const far = congress('far', '2020-09-09', { levelId: 'provincial', unitId: 'province' })
    const linked = congress('a', '2020-07-03', { upperCongressId: 'far' })
    expect(rulesOf(road([linked, upper, far], { levels: gap }))).toEqual([])
    expect(find(road([congress('a', '2020-09-01'), far], { levels: gap }))[0]?.otherCongressIds).toEqual(['far'])
  })

  test('follows no other where the linked one is not known here, but does where it is cancelled', () => {
    const linked = congress('a', '2020-07-03', { upperCongressId: 'far' })
    expect(rulesOf(road([linked, upper], { levels: gap }))).toEqual([])
    const far = congress('far', '2020-09-09', { levelId: 'provincial', unitId: 'province', state: 'cancelled' })
    expect(rulesOf(road([linked, upper, far], { levels: gap }))).toEqual(['before-lower'])
  })

  test('has nothing to fear from a cancelled or dateless upper one', () => {
    const lower = congress('a', '2020-07-10')
    expect(rulesOf(road([lower, { ...upper, state: 'cancelled' }], { levels: gap }))).toEqual([])
    expect(rulesOf(road([lower, { ...upper, dateFrom: null, dateTo: null }], { levels: gap }))).toEqual([])
  })

  test('already held, is listed under the upper one, which alone can still move; the key stays', () => {
    const held = congress('a', '2020-06-19', { state: 'held' })
    const soon = { ...upper, dateFrom: '2020-06-25', dateTo: '2020-06-25' }
    expect(find(road([held, soon], { levels: gap })).map(({ key, congressId }) => [key, congressId])).toEqual([
      ['before-lower:a:upper', 'upper'],
    ])
  })

  test('is left alone when both were held', () => {
    const held = [
      congress('a', '2020-06-19', { state: 'held' }),
      { ...upper, dateFrom: '2020-06-18', dateTo: '2020-06-18', state: 'held' as const },
    ]
    expect(rulesOf(road(held, { levels: gap }))).toEqual([])
  })
})

describe('the calendar', () => {
  test('a holiday and Tết are doubtful', () => {
    const days = [day('holiday', '2020-09-02'), day('tet', '2021-02-10', '2021-02-16')]
    const found = find(road([congress('a', '2020-09-02'), congress('b', '2021-02-16')], { days }))
    expect(found.map((each) => [each.rule, each.severity, each.calendarDayId])).toEqual([
      ['holiday', 'doubtful', 'holiday-2020-09-02'],
      ['holiday', 'doubtful', 'tet-2021-02-10'],
    ])
  })

  test('the day after is none', () => {
    expect(rulesOf(road([congress('a', '2020-09-03')], { days: [day('holiday', '2020-09-02')] }))).toEqual([])
  })

  test('Saturday and Sunday are doubtful, Friday and Monday are not', () => {
    const dates = ['2020-06-26', '2020-06-27', '2020-06-28', '2020-06-29']
    expect(dates.map((date) => rulesOf(road([congress('a', date)])))).toEqual([[], ['weekend'], ['weekend'], []])
  })

  test('a weekend inside a holiday is said once, as the holiday', () => {
    const days = [day('holiday', '2020-08-29', '2020-08-31')]
    expect(rulesOf(road([congress('a', '2020-08-29')], { days }))).toEqual(['holiday'])
    const off = levels({ rulesOff: ['holiday'] })
    expect(rulesOf(road([congress('a', '2020-08-29')], { days, levels: off }))).toEqual(['weekend'])
  })

  test('weekends can be switched off for a level', () => {
    expect(rulesOf(road([congress('a', '2020-06-27')], { levels: levels({ rulesOff: ['weekend'] }) }))).toEqual([])
  })

  const party = (date: string, unitId: string | null) =>
    find(road([congress('a', date)], { days: [day('party-congress', '2020-09-23', '2020-09-25', unitId)] })).map(
      (each) => [each.rule, each.severity, each.amount, each.limit],
    )

  test('a Party congress of the unit or one above it wants seven clear days', () => {
    expect(party('2020-09-24', 'province')).toEqual([['party-congress', 'doubtful', 7, 7]])
    expect(party('2020-09-17', 'commune')).toEqual([['party-congress', 'doubtful', 1, 7]])
    expect(party('2020-09-16', 'commune')).toEqual([])
    expect(party('2020-10-01', null)).toEqual([['party-congress', 'doubtful', 1, 7]])
    expect(party('2020-10-02', null)).toEqual([])
  })

  test('a Party congress of another unit does not', () => {
    expect(party('2020-09-24', 'other-commune')).toEqual([])
  })
})

describe('limits of the level', () => {
  test('more delegates than the maximum are doubtful; guests do not count', () => {
    const found = (expectedDelegates: number) =>
      find(
        road([congress('a', null, { expectedDelegates, expectedGuests: 300 })], {
          levels: levels({ maxDelegates: 150 }),
        }),
      ).map((each) => [each.rule, each.severity, each.amount, each.limit, each.date])
    expect(found(150)).toEqual([])
    expect(found(151)).toEqual([['too-many-delegates', 'doubtful', 1, 150, null]])
  })

  test('more days than the maximum are doubtful', () => {
    const found = (dateTo: string) =>
      find(road([congress('a', '2020-06-24', { dateTo })], { levels: levels({ maxDays: 1 }) })).map((each) => [
        each.rule,
        each.amount,
      ])
    expect(found('2020-06-24')).toEqual([])
    expect(found('2020-06-25')).toEqual([['too-many-days', 1]])
  })

  test('fewer staff than the threshold: everybody; more: delegates; exactly as many: either', () => {
    const rules = (staffNumber: number | null, assembly: 'everybody' | 'delegates' | null) =>
      rulesOf(
        road([congress('a', null, { assembly })], {
          levels: levels({ staffThreshold: 200 }),
          units: [unit('commune', null, { staffNumber })],
        }),
      )
    expect([rules(199, 'delegates'), rules(199, 'everybody')]).toEqual([['assembly-type'], []])
    expect([rules(201, 'everybody'), rules(201, 'delegates')]).toEqual([['assembly-type'], []])
    expect([rules(200, 'everybody'), rules(200, 'delegates'), rules(199, null), rules(null, 'delegates')]).toEqual([
      [],
      [],
      [],
      [],
    ])
  })
})

describe('a congress whose day passed without a word', () => {
  const crowded = { venueId: 'hall', expectedDelegates: 20_000, dateTo: '2020-06-06' }
  const passed = (state: 'planned' | 'held') =>
    rulesOf(
      road([congress('a', '2020-06-05', { ...crowded, state })], { levels: levels({ maxDelegates: 200, maxDays: 1 }) }),
    )

  test('is still judged by its numbers, one that was held is not', () => {
    expect(passed('planned').sort()).toEqual(['late', 'too-many-days', 'too-many-delegates', 'venue-too-small'])
    expect(passed('held')).toEqual([])
  })
})

describe('late', () => {
  const late = (facts: RoadFacts) => find(facts).map((each) => [each.rule, each.severity, each.amount, each.limitDate])

  test('is a congress whose day passed without word, by so many days; nothing else is said about it', () => {
    expect(late(road([congress('a', '2020-06-21')]))).toEqual([['late', 'doubtful', 1, '2020-06-21']])
    expect(late(road([congress('a', '2020-06-22')]))).toEqual([])
  })

  test('is a postponed one whose new date passed, but not one without a date', () => {
    expect(late(road([congress('a', '2020-06-05', { state: 'postponed' })]))).toEqual([
      ['late', 'doubtful', 17, '2020-06-05'],
    ])
    expect(
      late(road([congress('a', null, { state: 'postponed' })], { levels: levels({ windowTo: '2020-03-31' }) })),
    ).toEqual([])
  })

  test('is one without a date when its window has ended', () => {
    const found = (windowTo: string) => late(road([congress('a', null)], { levels: levels({ windowTo }) }))
    expect(found('2020-06-21')).toEqual([['late', 'doubtful', 1, '2020-06-21']])
    expect(found('2020-06-22')).toEqual([])
  })

  test('is one whose week passed', () => {
    expect(late(road([congress('a', null, { weekOf: '2020-06-15' })]))).toEqual([['late', 'doubtful', 1, '2020-06-21']])
    expect(late(road([congress('a', null, { weekOf: '2020-06-22' })]))).toEqual([])
  })

  test('is none that was held, reported or cancelled', () => {
    const states = ['held', 'reported', 'cancelled'] as const
    expect(states.map((state) => late(road([congress('a', '2020-06-05', { state })])))).toEqual([[], [], []])
  })
})
