import { readFileSync } from 'node:fs'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { CalendarVietnamese } from 'date-chinese'
import { dayNumber, isoDate } from '../../../server/format/dates.ts'
import { dateOfLunar, lunarDate, lunarMonthsBetween, lunarText } from '../../../server/format/lunar.ts'
import { lunarTableSource, monthsByAlgorithm } from '../../support/lunar-algorithm.ts'

const everyDay = (from: string, to: string): string[] =>
  Array.from({ length: dayNumber(to) - dayNumber(from) + 1 }, (_none, index) => isoDate(dayNumber(from) + index))
const allDays = everyDay('2019-01-01', '2060-12-31')

const plainLunar = (date: string) => {
  const found = lunarDate(date)
  return found && `${String(found.day)}/${String(found.month)}${found.isLeapMonth ? 'n' : ''} ${String(found.year)}`
}

describe('the table', () => {
  test('is what the algorithm writes', () => {
    const written = readFileSync(new URL('../../../server/format/lunar-table.ts', import.meta.url), 'utf8')
    expect(written).toBe(lunarTableSource(2018, 2060))
  })

  test('agrees with the algorithm on every day from 2019 to 2060', () => {
    const byAlgorithm = new Map<string, string>()
    for (const { start, length, month, isLeapMonth, year } of monthsByAlgorithm(2018, 2060))
      for (let day = 1; day <= length; day += 1)
        byAlgorithm.set(
          isoDate(start + day - 1),
          `${String(day)}/${String(month)}${isLeapMonth ? 'n' : ''} ${String(year)}`,
        )
    expect(allDays.filter((date) => plainLunar(date) !== byAlgorithm.get(date))).toEqual([])
  })

  test('agrees with date-chinese on every day but those where that is known to be wrong', () => {
    const calendar = new CalendarVietnamese()
    const differing = allDays.filter((date) => {
      calendar.fromGregorian(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8)))
      const [, , month, isLeapMonth, day] = calendar.get()
      const ours = lunarDate(date)
      return ours?.day !== day || ours.month !== month || ours.isLeapMonth !== isLeapMonth
    })
    // The leap month of 2033 is the 11th, not the 8th; month 12 of Nhâm Thân is no leap month.
    expect(differing).toEqual([...everyDay('2033-09-23', '2033-12-21'), ...everyDay('2053-01-20', '2053-02-17')])
  })
})

test.each([
  [2019, '2019-02-05'],
  [2020, '2020-01-25'],
  [2021, '2021-02-12'],
  [2022, '2022-02-01'],
  [2023, '2023-01-22'],
  [2024, '2024-02-10'],
  [2025, '2025-01-29'],
  [2026, '2026-02-17'],
  [2030, '2030-02-02'],
  [2033, '2033-01-31'],
  [2034, '2034-02-19'],
])('Tết of %i is on %s', (year, date) => {
  expect(dateOfLunar(year, 1, 1)).toBe(date)
  expect(plainLunar(date)).toBe(`1/1 ${String(year)}`)
})

test('a lunar day is written as an office writes it, a leap month named', () => {
  expect(lunarText('2020-09-09')).toBe('22/7 Canh Tý')
  expect(lunarText('2020-05-22')).toBe('30/4 Canh Tý')
  expect(lunarText('2020-05-23')).toBe('1/4 nhuận Canh Tý')
  expect(lunarText('2020-05-23', 'leap')).toBe('1/4 leap Canh Tý')
  expect(lunarText('2020-06-20')).toBe('29/4 nhuận Canh Tý')
  expect(lunarText('2020-06-21')).toBe('1/5 Canh Tý')
  expect(lunarText('2019-01-01')).toBe('26/11 Mậu Tuất')
})

test('a lunar day says its parts', () => {
  expect(lunarDate('2033-12-22')).toEqual({ day: 1, month: 11, isLeapMonth: true, year: 2033, yearName: 'Quý Sửu' })
})

test('a day outside the table has no lunar day', () => {
  expect([lunarDate('2018-02-15'), lunarDate('2061-01-21'), lunarText('2061-01-21'), dateOfLunar(2061, 1, 1)]).toEqual([
    null,
    null,
    '',
    null,
  ])
  expect(lunarText('2061-01-20')).toBe('29/12 Canh Thìn')
})

test('the lunar months that a span touches are whole', () => {
  expect(lunarMonthsBetween('2020-05-22', '2020-06-21')).toEqual([
    { from: '2020-04-23', to: '2020-05-22', month: 4, isLeapMonth: false, year: 2020, yearName: 'Canh Tý' },
    { from: '2020-05-23', to: '2020-06-20', month: 4, isLeapMonth: true, year: 2020, yearName: 'Canh Tý' },
    { from: '2020-06-21', to: '2020-07-20', month: 5, isLeapMonth: false, year: 2020, yearName: 'Canh Tý' },
  ])
  expect(lunarMonthsBetween('2062-01-01', '2062-12-31')).toEqual([])
})

describe('in another time zone of the machine', () => {
  const standing = process.env['TZ']
  afterEach(() => vi.resetModules())
  afterAll(() => {
    if (standing === undefined) delete process.env['TZ']
    else process.env['TZ'] = standing
  })

  test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Tokyo', 'America/Sao_Paulo'])('%s', async (zone) => {
    process.env['TZ'] = zone
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone)
    vi.resetModules()
    const there = await import('../../../server/format/lunar.ts')
    const sky = await import('../../support/lunar-algorithm.ts')
    expect(allDays.filter((date) => there.lunarText(date) !== lunarText(date))).toEqual([])
    expect(sky.lunarTableSource(2018, 2060)).toBe(lunarTableSource(2018, 2060))
  })
})
