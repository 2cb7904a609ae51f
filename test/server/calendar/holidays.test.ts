import { expect, test } from 'vitest'
import { Value } from 'typebox/value'
import { daysOfExample } from '../../../db/example/days.ts'
import { defaultCalendarDays } from '../../../server/calendar/holidays.ts'
import { NewCalendarDay } from '../../../server/calendar/schema.ts'
import { addDays, weekdayOf } from '../../../server/format/dates.ts'

const spansOf = (fromYear: number, toYear: number) =>
  defaultCalendarDays(fromYear, toYear).map(({ from, to, name }) => `${from} ${to} ${name}`)

test('the holidays of 2020 are those that were published', () => {
  expect(spansOf(2020, 2020)).toEqual([
    '2020-01-01 2020-01-01 Tết Dương lịch',
    '2020-01-23 2020-01-29 Tết Nguyên đán Canh Tý',
    '2020-04-02 2020-04-02 Giỗ Tổ Hùng Vương (10/3 âm lịch)',
    '2020-04-30 2020-05-03 Ngày Giải phóng miền Nam 30/4 và Quốc tế Lao động 1/5',
    '2020-09-02 2020-09-02 Quốc khánh 2/9',
  ])
})

test('the holidays of the example are among them by date and name, so that no road gets them twice', () => {
  const known = new Set(
    defaultCalendarDays(2019, 2021).map(({ from, to, kind, name }) => [from, to, kind, name].join()),
  )
  const ofExample = daysOfExample.filter(({ kind }) => kind === 'holiday' || kind === 'tet')
  expect(ofExample.length).toBeGreaterThan(0)
  expect(ofExample.filter(({ from, to, kind, name }) => !known.has([from, to, kind, name].join()))).toEqual([])
})

test('a year that was not published has the days of the Labour Code, with days in lieu of its weekends', () => {
  expect(spansOf(2022, 2022)).toEqual([
    '2022-01-01 2022-01-03 Tết Dương lịch',
    // Both choices of the five days: 30/1–03/2 and 31/1–04/2, the first with one day in lieu.
    '2022-01-30 2022-02-04 Tết Nguyên đán Nhâm Dần',
    '2022-04-10 2022-04-11 Giỗ Tổ Hùng Vương (10/3 âm lịch)',
    '2022-04-30 2022-05-03 Ngày Giải phóng miền Nam 30/4 và Quốc tế Lao động 1/5',
    '2022-09-01 2022-09-05 Quốc khánh 2/9',
  ])
})

test('where Giỗ Tổ and 30/4 share a weekend, as in 2023, each gives its own day in lieu', () => {
  expect(spansOf(2023, 2023).slice(2, 4)).toEqual([
    '2023-04-29 2023-04-29 Giỗ Tổ Hùng Vương (10/3 âm lịch)',
    // Saturday 29/4 and Sunday 30/4 are made up for on Tuesday 2/5 and Wednesday 3/5: 1/5 is a holiday itself.
    '2023-04-30 2023-05-03 Ngày Giải phóng miền Nam 30/4 và Quốc tế Lao động 1/5',
  ])
})

/** Working days that somebody is off because of the holidays with these names. */
const workingDaysOff = (year: number, ...names: readonly string[]): number => {
  const off = new Set<string>()
  for (const { from, to, name } of defaultCalendarDays(year, year)) {
    if (!names.some((each) => name.startsWith(each))) continue
    for (let date = from; date <= to; date = addDays(date, 1)) if (weekdayOf(date) < 5) off.add(date)
  }
  return off.size
}

// In 2019 the Government exchanged working days: more than the law's are off.
const years = Array.from({ length: 41 }, (_, index) => 2020 + index)

test.each(years)('in %i no holiday is lost to a weekend, and no two share a day', (year) => {
  expect(workingDaysOff(year, 'Tết Dương lịch')).toBe(1)
  expect(workingDaysOff(year, 'Giỗ Tổ', 'Ngày Giải phóng')).toBe(3)
  expect(workingDaysOff(year, 'Tết Nguyên đán')).toBeGreaterThanOrEqual(5)
  expect(workingDaysOff(year, 'Quốc khánh')).toBeGreaterThanOrEqual(year < 2021 ? 1 : 2)
  const days = defaultCalendarDays(year, year)
  expect(days.filter(({ from }, index) => from <= (days[index - 1]?.to ?? ''))).toEqual([])
})

test('a published holiday keeps its source beside those that only the law sets', () => {
  const bases = Object.fromEntries(defaultCalendarDays(2026, 2026).map(({ from, basis }) => [from, basis]))
  expect(bases).toEqual({
    '2026-01-01': 'Bộ luật Lao động 2019, Điều 112; chưa có lịch nghỉ chính thức của năm này',
    '2026-02-16': 'vietnammedia.vnanet.vn (lịch nghỉ năm 2026)',
    '2026-04-26': 'Bộ luật Lao động 2019, Điều 112; chưa có lịch nghỉ chính thức của năm này',
    '2026-04-30': 'Bộ luật Lao động 2019, Điều 112; chưa có lịch nghỉ chính thức của năm này',
    '2026-09-01':
      'Bộ luật Lao động 2019, Điều 112: 2/9 và một ngày liền kề trước hoặc sau; chưa có lịch nghỉ chính thức của năm này',
  })
})

test('Quốc khánh is one day before the Labour Code of 2019 and two since', () => {
  const nationalDay = (year: number) => spansOf(year, year).find((span) => span.endsWith('Quốc khánh 2/9'))
  expect(nationalDay(2015)).toBe('2015-09-02 2015-09-02 Quốc khánh 2/9')
  expect(nationalDay(2025)).toBe('2025-09-01 2025-09-03 Quốc khánh 2/9')
})

test('beyond the lunar table only the holidays of the sun calendar are given', () => {
  expect(defaultCalendarDays(2061, 2061).map(({ name }) => name)).toEqual([
    'Tết Dương lịch',
    'Ngày Giải phóng miền Nam 30/4 và Quốc tế Lao động 1/5',
    'Quốc khánh 2/9',
  ])
})

test('every day fits the calendar’s shape, in the order of the days and with its name and basis in English', () => {
  const days = defaultCalendarDays(2015, 2065)
  expect(
    days.filter(
      ({ nameEnglish, basisEnglish, ...day }) =>
        nameEnglish === '' || basisEnglish === '' || !Value.Check(NewCalendarDay, { ...day, unitId: null }),
    ),
  ).toEqual([])
  expect(days.map(({ from }) => from)).toEqual(days.map(({ from }) => from).sort())
  expect(days.filter(({ from, to }) => to < from)).toEqual([])
})
