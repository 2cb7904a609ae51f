import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as dates from '../../../server/format/dates.ts'

const someDay = fc.integer({ min: dates.dayNumber('1990-01-01'), max: dates.dayNumber('2099-12-31') })

test('a day without a year is the last one within the cycle', () => {
  const cycle = { from: '2019-06-01', to: '2020-12-31' }
  const read = (text: string, span: typeof cycle | null = cycle) => dates.parseDate(text, span).date
  expect([read('9/9'), read('09.9'), read('31/12')]).toEqual(['2020-09-09', '2020-09-09', '2020-12-31'])
  expect(read('9/9', { from: '2019-06-01', to: '2020-06-30' })).toBe('2019-09-09')
  expect([read('9/9', null), read('31/2'), read('9/9', { from: '2020-01-01', to: '2020-06-30' })]).toEqual([
    null,
    null,
    null,
  ])
})

test('day numbers and dates say the same', () => {
  fc.assert(fc.property(someDay, (day) => dates.dayNumber(dates.isoDate(day)) === day))
})

test('a date inside a sentence, at its beginning, short and on paper', () => {
  expect(dates.formatDateInSentence('2020-09-09', 'vi')).toBe('thứ Tư, 09/9/2020')
  expect(dates.formatDate('2020-09-09', 'vi')).toBe('Thứ Tư, 09/9/2020')
  expect(dates.formatDate('2020-09-09', 'en')).toBe('Wednesday, 9 September 2020')
  expect(dates.formatDayLabel('2020-09-13', 'vi')).toBe('Chủ nhật 13/9')
  expect(dates.formatDayLabel('2020-06-25', 'vi')).toBe('thứ Năm 25/6')
  expect(dates.formatDayLabel('2020-06-25', 'en')).toBe('Thursday 25 Jun')
  expect(dates.formatPaperDate('2020-02-03')).toBe('ngày 03 tháng 02 năm 2020')
  expect(dates.formatPaperTime('07:30')).toBe('07 giờ 30')
})

test('a zero stands before days below 10 and the months 1 and 2 only', () => {
  expect(dates.formatShortDate('2020-01-09', 'vi')).toBe('09/01/2020')
  expect(dates.formatShortDate('2020-03-10', 'vi')).toBe('10/3/2020')
  expect(dates.formatShortDate('2020-12-01', 'vi')).toBe('01/12/2020')
})

test('a range says what differs', () => {
  expect(dates.formatDateRange('2020-09-09', '2020-09-09', 'vi')).toBe('09/9/2020')
  expect(dates.formatDateRange('2020-09-08', '2020-09-09', 'vi')).toBe('08–09/9/2020')
  expect(dates.formatDateRange('2020-08-30', '2020-09-02', 'vi')).toBe('30/8–02/9/2020')
  expect(dates.formatDateRange('2019-12-30', '2020-01-02', 'en')).toBe('30 Dec 2019–2 Jan 2020')
})

test.each(['9/9/2020', '09/09/2020', '9.9.2020', ' 9-9-2020 ', '2020-9-9', 'ngày 9 tháng 9 năm 2020', '09 / 9 / 2020'])(
  'what an office types is read: %s',
  (text) => {
    expect(dates.parseDate(text)).toEqual({ date: '2020-09-09', fault: null })
  },
)

test('a day that does not exist and a date that is none are told apart', () => {
  expect(dates.parseDate('31/02/2020')).toEqual({ date: null, fault: 'no-such-day' })
  expect(dates.parseDate('29/2/2019')).toEqual({ date: null, fault: 'no-such-day' })
  expect(dates.parseDate('tuần sau')).toEqual({ date: null, fault: 'not-a-date' })
  expect(dates.parseDate('9/9/20')).toEqual({ date: null, fault: 'not-a-date' })
})

test('what is written is read back, in both languages of numbers', () => {
  fc.assert(
    fc.property(someDay, (day) => {
      const date = dates.isoDate(day)
      expect(dates.parseDate(dates.formatShortDate(date, 'vi')).date).toBe(date)
      expect(dates.parseDate(dates.formatPaperDate(date)).date).toBe(date)
    }),
  )
})

test('every week begins on a Monday', () => {
  fc.assert(fc.property(someDay, (day) => dates.weekdayOf(dates.mondayOf(dates.isoDate(day))) === 0))
})

test('today is the day of the time zone, not of the machine', () => {
  const evening = new Date('2020-06-22T18:30:00.000Z')
  expect(dates.todayIn('Asia/Ho_Chi_Minh', evening)).toBe('2020-06-23')
  expect(dates.todayIn('UTC', evening)).toBe('2020-06-22')
})
