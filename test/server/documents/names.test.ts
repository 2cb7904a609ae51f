import { describe, expect, test } from 'vitest'
import { cycleTemplates } from '../../../server/cycles/rules/templates.ts'
import {
  congressTitle,
  englishName,
  formWithOrdinal,
  holdTogether,
  placeOf,
  superiorOf,
  withoutYears,
} from '../../../server/documents/rules/names.ts'

const unit = (name: string, type = '') => ({ name, type })

test.each([
  ['Tỉnh Nam Định', 'tỉnh', 'UBND tỉnh Nam Định', "People's Committee of Nam Định Province"],
  ['Huyện Hải Hậu', 'huyện', 'UBND huyện Hải Hậu', "People's Committee of Hải Hậu District"],
  ['Thị trấn Cổ Lễ', '', 'UBND thị trấn Cổ Lễ', "People's Committee of Cổ Lễ Township"],
  ['Phường 1', 'phường', 'UBND Phường 1', "People's Committee of Ward 1"],
  ['Hải Anh', 'xã', 'UBND xã Hải Anh', "People's Committee of Hải Anh Commune"],
  ['Sở Y tế', 'sở', 'Sở Y tế', 'Sở Y tế'],
  ['Tỉnh Đoàn', '', 'Tỉnh Đoàn', 'Tỉnh Đoàn'],
  ['Huyện ủy Hải Hậu', '', 'Huyện ủy Hải Hậu', 'Huyện ủy Hải Hậu'],
])('above a committee of %s (%s) stands %s, in English %s', (name, type, vi, en) => {
  expect([superiorOf(unit(name, type), 'vi'), superiorOf(unit(name, type), 'en')]).toEqual([vi, en])
})

describe('the place of a paper', () => {
  test.each([
    [['Tỉnh Nam Định'], 'Nam Định'],
    [['Xã Hải Anh', 'Huyện Hải Hậu', 'Tỉnh Nam Định'], 'Hải Anh'],
    [['Sở Y tế', 'Tỉnh Nam Định'], 'Nam Định'],
    [['Phường 1', 'Thành phố Hồ Chí Minh'], 'Phường 1'],
    [['Sở Y tế', 'Thành phố Hồ Chí Minh'], 'Thành phố Hồ Chí Minh'],
    [['Công ty May 10'], ''],
  ])('of %j is “%s”', (names, place) => {
    expect(placeOf(names.map((name) => unit(name)))).toBe(place)
  })
})

test('an English title is made only where the form has an English name', () => {
  const congress = { form: 'Đại hội Thi đua yêu nước', ordinal: 'V', title: 'Đại hội của tỉnh' }
  expect(congressTitle(congress, unit('Tỉnh Nam Định'), 'vi')).toBe('Đại hội của tỉnh')
  expect(congressTitle(congress, unit('Tỉnh Nam Định'), 'en')).toBe(
    'Patriotic Emulation Congress V of Nam Định Province',
  )
  expect(congressTitle({ ...congress, form: 'Lễ biểu dương' }, unit('Sở Y tế'), 'en')).toBe('Đại hội của tỉnh')
  expect(congressTitle({ ...congress, ordinal: 'X' }, unit('Toàn quốc', 'toàn quốc'), 'en')).toBe(
    'National Patriotic Emulation Congress X',
  )
  expect(formWithOrdinal(congress, 'vi')).toBe('Đại hội Thi đua yêu nước lần thứ V')
  expect(formWithOrdinal({ form: 'Hội nghị điển hình tiên tiến', ordinal: '' }, 'en')).toBe('Conference of Exemplars')
  expect(englishName(unit('Thành phố Nam Định'))).toBe('Nam Định City')
})

test.each([
  [
    'Đại hội Thi đua yêu nước tỉnh Nam Định lần thứ V (2020 - 2025)',
    'Đại hội Thi đua yêu nước tỉnh Nam Định lần thứ V',
  ],
  ['Hội nghị điển hình tiên tiến xã Hải Anh giai đoạn 2015 - 2020', 'Hội nghị điển hình tiên tiến xã Hải Anh'],
  ['Hội nghị 2015 – 2020 của huyện', 'Hội nghị 2015 – 2020 của huyện'],
  ['Hội nghị điển hình tiên tiến năm 2020', 'Hội nghị điển hình tiên tiến năm 2020'],
])('the title “%s” without its years is “%s”', (title, without) => {
  expect(withoutYears(title)).toBe(without)
})

test('every form that the templates of a road propose has an English name', () => {
  const levels = Object.values(cycleTemplates).flatMap((template) => template.levels)
  const forms = [...new Set(levels.flatMap((level) => level.forms))]
  expect(forms).toContain('Hội nghị tuyên dương điển hình tiên tiến')
  expect(forms.filter((form) => formWithOrdinal({ form, ordinal: '' }, 'en') === form)).toEqual([])
})

test('compounds stay on one line, with an ordinal and its number', () => {
  expect(holdTogether('Ban Tổ chức Đại hội Thi đua yêu nước lần thứ V').split(' ')).toEqual([
    'Ban\u00a0Tổ\u00a0chức',
    'Đại\u00a0hội',
    'Thi\u00a0đua',
    'yêu\u00a0nước',
    'lần\u00a0thứ\u00a0V',
  ])
})
