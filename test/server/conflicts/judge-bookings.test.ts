import { describe, expect, test } from 'vitest'
import { createRoadIndex, waysOut, type RoadFacts } from '../../../server/conflicts/rules.ts'
import { congress, find, levels, road } from './road.ts'

describe('a hall that is booked', () => {
  const booking = (values: Partial<RoadFacts['bookings'][number]> = {}): RoadFacts['bookings'] => [
    {
      id: 'decoration',
      venueId: 'hall',
      fromDay: '2020-06-29',
      fromTime: '19:00',
      toDay: '2020-06-30',
      toTime: '08:00',
      repeats: 'none',
      repeatsUntil: null,
      ...values,
    },
  ]
  const inHall = (more: Parameters<typeof congress>[2] = {}) =>
    congress('a', '2020-06-30', { venueId: 'hall', ...more })
  const said = (more: Parameters<typeof congress>[2] = {}, bookings = booking()) =>
    find(road([inHall(more)], { bookings })).map(({ rule, date, halfDay, bookingId }) => [
      rule,
      date,
      halfDay,
      bookingId,
    ])

  test('runs into the congress that needs it, from seven to noon and from one to six', () => {
    expect(said()).toEqual([['venue-booked', '2020-06-30', 'morning', 'decoration']])
    expect(said({ halfDay: 'afternoon' })).toEqual([])
    expect(said({ venueId: 'other-hall' })).toEqual([])
    expect(said({}, booking({ toTime: '07:00' }))).toEqual([])
    expect(said({}, booking({ fromDay: '2020-06-30', fromTime: '12:00', toTime: '13:00' }))).toEqual([])
  })

  test('over noon stands in the way of a whole day alone', () => {
    const noon = booking({ fromDay: '2020-06-30', fromTime: '12:00', toTime: '13:00' })
    expect(said({ halfDay: 'day' }, noon)).toEqual([['venue-booked', '2020-06-30', 'day', 'decoration']])
    expect(said({ halfDay: 'afternoon' }, noon)).toEqual([])
  })

  test('every week is in the way in any week of it', () => {
    const weekly = booking({
      fromDay: '2020-06-01',
      toDay: '2020-06-02',
      repeats: 'weekly',
      repeatsUntil: '2020-06-29',
    })
    expect(said({}, weekly)).toHaveLength(1)
    expect(said({}, booking({ ...weekly[0], repeatsUntil: '2020-06-28' }))).toEqual([])
  })

  test('of an evening between two days of a congress takes nothing from it', () => {
    const evening = booking({ fromDay: '2020-06-30', fromTime: '18:00', toTime: '22:00' })
    expect(said({ dateTo: '2020-07-01' }, evening)).toEqual([])
  })

  test('is no matter where the level switches the rule off', () => {
    const off = levels({ rulesOff: ['venue-booked'] })
    expect(find(road([inHall()], { bookings: booking(), levels: off }))).toEqual([])
  })

  test('is left for another, asked about at the hall, or another day is taken', () => {
    const index = createRoadIndex(road([inHall()], { bookings: booking() }))
    const [conflict] = find(road([inHall()], { bookings: booking() }))
    const ways = conflict ? waysOut(conflict, index) : []
    expect(ways.slice(0, 2)).toEqual([
      { kind: 'change-venue', congressId: 'a' },
      { kind: 'telephone-venue', congressId: 'a', venueId: 'hall' },
    ])
    expect(ways[2]).toMatchObject({ kind: 'move', date: '2020-06-30', halfDay: 'afternoon' })
  })
})

test('a hall seats as many as the chosen layout does, else its own number', () => {
  const seated = (layout: 'classroom' | 'banquet' | null) =>
    find(road([congress('a', '2020-06-30', { venueId: 'hall', layout, expectedDelegates: 80 })])).map(
      ({ rule, limit }) => [rule, limit],
    )
  expect(seated('classroom')).toEqual([['venue-too-small', 60]])
  expect(seated('banquet')).toEqual([])
  expect(seated(null)).toEqual([])
})
