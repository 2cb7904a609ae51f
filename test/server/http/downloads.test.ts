import { expect, test } from 'vitest'
import { attachment } from '../../../server/http/downloads.ts'

const savedAs = (title: string) => {
  const [, encoded = ''] = /filename\*=UTF-8''(.+)$/u.exec(attachment(title, 'docx')['content-disposition'] ?? '') ?? []
  return decodeURIComponent(encoded)
}

test('a file is called by its title, and a longer one than folders take ends after a word', () => {
  expect(savedAs('Báo cáo: số 1/2020')).toBe('Báo cáo số 1 2020.docx')
  const long = savedAs(`Báo cáo ${'thành phần, số lượng '.repeat(20)}đại biểu`)
  expect(long).toMatch(/^Báo cáo (?:thành phần, số lượng )+(?:thành phần, số|thành phần|thành)\.docx$/u)
  expect(long.length).toBeLessThanOrEqual(125)
})

test('a title of one word without end is cut where it must be', () => {
  expect(savedAs('A'.repeat(300))).toBe(`${'A'.repeat(120)}.docx`)
})
