import { expect, test } from 'vitest'
import { arrange, changedValues, readValue } from '../../../server/lists/rules.ts'

test('rows that have a place keep it and others go between them', () => {
  expect(arrange([1024, null, 2048])).toEqual([1024, 1536, 2048])
  expect(arrange([null, 1024])).toEqual([511, 1024])
  const [first = 0, second = 0, third = 0] = arrange([1024, null, null])
  expect(first).toBe(1024)
  expect(first < second && second < third).toBe(true)
})

test('without room between them, or out of order, all get new places', () => {
  expect(arrange([0, null, 1])).toEqual([1024, 2048, 3072])
  expect(arrange([2048, 1024])).toEqual([1024, 2048])
  expect(arrange([])).toEqual([])
})

test('a year is taken as it stands or from a whole date, and nothing else for one', () => {
  const year = { name: 'birthYear', isYear: true }
  const read = (text: string) => readValue(year, text)
  for (const text of ['1968', '12/7/1968', '12.07.1968', '1968-07-12', '7/1968']) {
    expect(read(text), text).toEqual({ value: '1968', fault: null })
  }
  for (const text of ['12/7', 'x', '68', '31/2/1968', '24837', '1968 - 1970', '3068']) {
    expect(read(text), text).toEqual({ value: text, fault: 'not-a-year' })
  }
  expect(read('')).toEqual({ value: '', fault: null })
  expect(changedValues([year], {}, { birthYear: 'x' }).faults).toEqual([
    { field: 'values.birthYear', rule: 'not-a-year' },
  ])
})

test('a choice is kept in its Vietnamese word, in whichever language it was made', () => {
  const sex = { name: 'sex', choices: ['Nam', 'Nữ'], choicesEnglish: ['Male', 'Female'] }
  for (const text of ['nu', 'Nữ', 'female']) expect(readValue(sex, text)).toEqual({ value: 'Nữ', fault: null })
  expect(readValue(sex, 'woman')).toEqual({ value: 'woman', fault: 'not-among-choices' })
  const unnamed = { name: 'class', choices: ['Báo chí'] }
  expect(readValue(unnamed, 'Press')).toEqual({ value: 'Press', fault: 'not-among-choices' })
})
