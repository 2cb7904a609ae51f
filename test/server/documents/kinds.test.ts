import { describe, expect, test } from 'vitest'
import { composeParts, rowsOf, type ListRow, type Making } from '../../../server/documents/compose.ts'
import { drawParts } from '../../../server/documents/pdf/draw.ts'
import { longestRows, sampleRows } from '../../../server/documents/samples.ts'
import { listPaperKinds, readTemplate, type Template } from '../../../server/documents/templates.ts'
import type { Language } from '../../../server/format/dates.ts'
import { aSessionOf, namDinh, someItems } from './facts.ts'
import { readPdf, wordsOf } from './read-pdf.ts'

const facts = namDinh([aSessionOf(someItems(3))])
const makingOf = (template: Template, rows: readonly ListRow[]): Making => ({
  template,
  facts,
  filled: {},
  rows,
  today: '2020-06-22',
})
const draw = async (template: Template, rows: readonly ListRow[], language: Language) => {
  const making = makingOf(template, rows)
  const { pdf, overflows } = await drawParts(composeParts(making, language), new Date(0))
  const read = await readPdf(pdf)
  return { ...read, overflows, text: wordsOf(read.pages).normalize('NFC') }
}
const hostile = (template: Template): ListRow[] => {
  const texts = [
    'Nguye\u0302\u0303n Va\u0306n An',
    '{{name}} **đậm** # mục',
    'مرحبا',
    '😀 Lê An',
    '   ',
    'W'.repeat(300),
  ]
  return texts.map((text, at) => ({
    id: String(at),
    // What the kind chooses its rows by is left as it chooses.
    values: Object.fromEntries(template.columns.map(({ name }) => [name, template.where?.[name]?.[0] ?? text])),
  }))
}

const editions = await Promise.all(
  (await listPaperKinds()).map(async (kind) => {
    const template = await readTemplate(kind)
    return template.languages.map((language) => ({ kind, language, template }))
  }),
)

describe.each(editions.flat())('$kind in $language', ({ template, language }) => {
  test('prints the sample, with no placeholder left', async () => {
    const rows = sampleRows(template.columns)
    const { pages, text, overflows } = await draw(template, rows, language)
    expect(pages.length).toBeGreaterThan(0)
    expect(text).not.toMatch(/\{\{|\}\}/)
    expect(overflows).toEqual([])
    if (template.each === 'row' && !template.look)
      expect(pages.length).toBeGreaterThanOrEqual(rowsOf({ template, rows }).length)
  })

  test('takes the longest that comes without losing a word', async () => {
    const { overflows } = await draw(template, longestRows(template.columns), language)
    expect(overflows).toEqual([])
  })

  test('prints values as they are, whatever signs or letters they hold', async () => {
    if (template.columns.length === 0) return
    const { text } = await draw(template, hostile(template), language)
    const { text: plain } = await draw(template, [], language).catch(() => ({ text: '' }))
    expect(text.length).toBeGreaterThan(plain.length)
  })
})
