import { expect, test } from 'vitest'
import type { CongressList } from '../../../server/lists/schema.ts'
import { inLanguage } from '../../../web/lists/in-language.ts'

const column = (name: string, choices: string[], choicesEnglish: string[]) => ({
  ...{ name, choices, choicesEnglish, isRequired: false },
  labels: { vi: name, en: name },
})
const list: CongressList = {
  list: 'delegates',
  titles: { vi: 'Người dự', en: 'Attendants' },
  columns: [column('name', [], []), column('sex', ['Nam', 'Nữ'], ['Male', 'Female']), column('kind', ['Tập thể'], [])],
  rows: [
    { id: '1', version: 1, values: { name: 'Nam', sex: 'Nam', kind: 'Tập thể' } },
    { id: '2', version: 1, values: { name: 'Trần Thị B', sex: 'không rõ' } },
  ],
}

test('in English a list says what its columns let choose in English, and everything else as it is kept', () => {
  expect(inLanguage(list, 'vi')).toBe(list)
  const { rows, columns } = inLanguage(list, 'en')
  expect(rows.map(({ values }) => values)).toEqual([
    { name: 'Nam', sex: 'Male', kind: 'Tập thể' },
    { name: 'Trần Thị B', sex: 'không rõ' },
  ])
  expect(columns.map(({ choices }) => choices)).toEqual([[], ['Male', 'Female'], ['Tập thể']])
  expect(inLanguage(list, 'en')).toBe(inLanguage(list, 'en'))
})
