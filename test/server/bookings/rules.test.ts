import { describe, expect, test } from 'vitest'
import { faultsOfBooking, firstMeeting, occurrencesIn, runOf } from '../../../server/bookings/rules.ts'
import { aBooking } from '../../support/records.ts'

const booking = (values: Parameters<typeof aBooking>[1] = {}) => aBooking('hall', values)
const meet = (one: Parameters<typeof aBooking>[1], other: Parameters<typeof aBooking>[1]) =>
  firstMeeting(runOf(booking(one)), runOf(booking(other))) !== null
const faults = (values: Parameters<typeof aBooking>[1]) =>
  faultsOfBooking(booking(values)).map(({ field, rule }) => `${field} ${rule}`)

describe('two bookings of one venue', () => {
  const night = { fromDay: '2020-03-11', fromTime: '19:00', toDay: '2020-03-12', toTime: '01:00' }
  const on = (fromDay: string, fromTime: string, toTime: string) => ({ fromDay, fromTime, toDay: fromDay, toTime })

  test('meet across midnight, and not where one ends as the other begins', () => {
    expect(meet(night, on('2020-03-12', '00:30', '02:00'))).toBe(true)
    expect(meet(night, on('2020-03-12', '01:00', '02:00'))).toBe(false)
    expect(meet(night, on('2020-03-11', '17:00', '19:00'))).toBe(false)
  })

  test('meet at any time of one that repeats, and not after its last day', () => {
    const weekly = { ...night, repeats: 'weekly', repeatsUntil: '2020-04-01' } as const
    expect(meet(weekly, on('2020-04-02', '00:00', '00:30'))).toBe(true)
    expect(meet(weekly, on('2020-03-26', '19:00', '20:00'))).toBe(false)
    expect(meet(weekly, on('2020-04-08', '20:00', '21:00'))).toBe(false)
    expect(meet(on('2020-03-02', '06:00', '07:00'), { ...weekly, repeats: 'daily' })).toBe(false)
  })

  test('that both repeat meet where their rhythms do', () => {
    const daily = { ...on('2020-03-01', '08:00', '09:00'), repeats: 'daily', repeatsUntil: '2020-03-31' } as const
    const weekly = { ...on('2020-03-31', '08:30', '10:00'), repeats: 'weekly', repeatsUntil: '2020-06-30' } as const
    expect([meet(daily, weekly), meet(weekly, daily)]).toEqual([true, true])
    expect(meet({ ...daily, repeatsUntil: '2020-03-30' }, weekly)).toBe(false)
  })
})

test('the times within a month start with what comes over from the month before', () => {
  const times = { fromDay: '2020-02-29', fromTime: '22:00', toDay: '2020-03-01', toTime: '02:00' }
  const found = occurrencesIn(
    booking({ ...times, repeats: 'weekly', repeatsUntil: '2020-03-14' }),
    '2020-03-01',
    '2020-03-31',
  )
  expect(found.map(({ fromDay, toDay, toTime }) => [fromDay, toDay, toTime])).toEqual([
    ['2020-02-29', '2020-03-01', '02:00'],
    ['2020-03-07', '2020-03-08', '02:00'],
    ['2020-03-14', '2020-03-15', '02:00'],
  ])
  expect(occurrencesIn(booking(times), '2020-03-02', '2020-03-31')).toEqual([])
})

test('times that make no sense are named at their field', () => {
  expect(faults({})).toEqual([])
  expect(faults({ toDay: '2020-03-10' })).toEqual(['toDay ends-before-start'])
  expect(faults({ toDay: '2020-03-11', toTime: '19:00' })).toEqual(['toTime ends-before-start'])
  expect(faults({ toDay: '2024-03-11' })).toEqual(['toDay too-long'])
  expect(faults({ repeatsUntil: '2020-03-12' })).toEqual(['repeatsUntil does-not-repeat'])
  expect(faults({ repeats: 'daily' })).toEqual(['repeatsUntil required'])
  expect(faults({ repeats: 'daily', repeatsUntil: '2020-03-10' })).toEqual(['repeatsUntil reversed'])
  expect(faults({ repeats: 'weekly', repeatsUntil: '2022-03-13' })).toEqual(['repeatsUntil repeats-too-long'])
  expect(faults({ repeats: 'daily', repeatsUntil: '2020-03-20', toDay: '2020-03-12', toTime: '19:01' })).toEqual([
    'toDay repeats-into-itself',
  ])
})
