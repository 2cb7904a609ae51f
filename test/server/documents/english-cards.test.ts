import { expect, test } from 'vitest'
import { composeCards } from '../../../server/documents/compose.ts'
import { drawParts } from '../../../server/documents/pdf/draw.ts'
import { listNames, readList, readTemplate } from '../../../server/documents/templates.ts'
import { aSessionOf, namDinh } from './facts.ts'
import { readPdf, wordsOf } from './read-pdf.ts'

test('each choice of a list that has English has it for all', async () => {
  const lists = await Promise.all((await listNames()).map((name) => readList(name)))
  const chosen = lists.flatMap(({ columns }) => columns).filter(({ choicesEnglish }) => choicesEnglish)
  expect(chosen.map(({ name }) => name)).toContain('class')
  for (const { choices, choicesEnglish } of chosen) expect(choicesEnglish).toHaveLength(choices?.length ?? 0)
})

test('an English badge says who its bearer is in English; a word that an office made up stays as it is', async () => {
  const template = await readTemplate('badge')
  const rows = ['Đại biểu chính thức', 'Đại biểu danh dự'].map((one, at) => ({
    id: String(at),
    values: { name: 'Nguyễn Văn An', class: one },
  }))
  const making = { template, facts: namDinh([aSessionOf([])]), filled: {}, rows, today: '2020-08-28' }
  const printed = async (language: 'vi' | 'en') =>
    wordsOf((await readPdf((await drawParts([composeCards(making, language)], new Date(0))).pdf)).pages).normalize(
      'NFC',
    )
  const english = await printed('en')
  expect(english.toLowerCase()).toContain('delegate')
  expect(english.toLocaleLowerCase('vi')).not.toContain('đại biểu chính thức')
  expect(english.toLocaleLowerCase('vi')).toContain('đại biểu danh dự')
  expect((await printed('vi')).toLocaleLowerCase('vi')).toContain('đại biểu chính thức')
})
