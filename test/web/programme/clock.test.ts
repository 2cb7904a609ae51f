import { expect, test } from 'vitest'
import { clockIn, clockSpanIn } from '../../../server/programme/rules/clock-words.ts'
import { readTyped } from '../../../web/parts/clock.ts'

test('a time is read however it is typed, also past midnight', () => {
  expect(['7:30', '0730', '730', '7h30', ' 24:30 '].map(readTyped)).toEqual([
    '07:30',
    '07:30',
    '07:30',
    '07:30',
    '24:30',
  ])
  expect(['', '7', '7:60', '48:00', '7:30 PM', 'sáng'].map(readTyped)).toEqual([null, null, null, null, null, null])
})

test('what comes after midnight says so', () => {
  expect([clockIn(510, 'vi'), clockIn(1515, 'vi'), clockIn(1515, 'en')]).toEqual([
    '08:30',
    '01:15 (hôm sau)',
    '01:15 (next day)',
  ])
  expect([clockSpanIn(510, 540, 'en'), clockSpanIn(1410, 1515, 'vi')]).toEqual(['08:30–09:00', '23:30–01:15 (hôm sau)'])
})
