import { expect, test } from 'vitest'
import { dayTab, haveYears, noDay } from '../../../web/programme/grid-layout.ts'
import '../../../web/words/rest.ts'

test('days of several years, or of another than the congress, are told with their year', () => {
  expect(haveYears(['2020-09-08', '2020-09-09'], '2020-09-09')).toBe(false)
  expect(haveYears(['2020-09-09', noDay], null)).toBe(false)
  expect(haveYears(['2019-12-27', '2019-12-28'], '2020-10-15')).toBe(true)
  expect(haveYears(['2019-12-31', '2020-01-01'], null)).toBe(true)
  expect(dayTab(noDay, 'vi', true)).toBe('Chưa có ngày')
  expect([dayTab('2019-12-27', 'vi'), dayTab('2019-12-27', 'vi', true)]).toEqual(['T6 27/12', 'T6 27/12/2019'])
})
