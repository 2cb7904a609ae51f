import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { composeParts, rowsOf, type Making } from '../../../server/documents/compose.ts'
import type { ListRow } from '../../../server/documents/list-rows.ts'
import type { Paper } from '../../../server/documents/blocks.ts'
import type { Cards } from '../../../server/documents/cards.ts'
import { drawParts } from '../../../server/documents/pdf/draw.ts'
import { longestRows, sampleRows } from '../../../server/documents/samples.ts'
import { listPaperKinds, readTemplate, type Template } from '../../../server/documents/templates.ts'
import type { Language } from '../../../server/format/dates.ts'
import { aSessionOf, namDinh, someItems } from './facts.ts'
import { readPdf, wordsOf } from './read-pdf.ts'
import { sortedWords, wordsComposed } from './words-composed.ts'

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
/** On pages so high that no row of titles stands twice, without numbers. */
const onOnePage = (part: Paper | Cards): Paper | Cards =>
  'sheet' in part ? part : { ...part, page: { ...part.page, height: 2000 }, pageNumbers: 'none' }

/** What was composed, and what is copied out of the PDF: letters as they are, not composed by the test. */
const wordsBothWays = async (template: Template, rows: readonly ListRow[], language: Language) => {
  const parts = [...composeParts(makingOf(template, rows), language)].map(onOnePage)
  const { pdf } = await drawParts(parts, new Date(0))
  const { pages } = await readPdf(pdf)
  const copied = pages.flatMap(({ texts }) => texts.map(({ text }) => text))
  return { composed: wordsComposed(parts), copied: sortedWords(copied) }
}

const hostile = (template: Template): ListRow[] =>
  rowsOfTexts(template, [
    ...namesOfAllKinds,
    // Letters that no font of the product draws.
    'مرحبا',
    '😀 Lê An',
    'W'.repeat(300),
  ])

/** What comes from other programs and other hands, in letters that the font has. */
const namesOfAllKinds = ['Nguye\u0302\u0303n Va\u0306n An', '{{n}} **đ** #', '| % > <b> &', '   ', 'H’Hen Niê']

const rowsOfTexts = (template: Template, texts: readonly string[]): ListRow[] =>
  texts.map((text, at) => ({
    id: String(at),
    // What the kind chooses its rows by is left as it chooses, and so are numbers.
    values: Object.fromEntries(
      template.columns.map(({ name, samples }) => [
        name,
        template.where?.[name]?.[0] ?? (samples.every((sample) => /^\d*$/u.test(sample)) ? String(at) : text),
      ]),
    ),
  }))

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
      expect(pages.length).toBeGreaterThanOrEqual(rowsOf({ template, rows, facts }).length)
  })

  test('takes the longest that comes without losing a word', async () => {
    const { overflows } = await draw(template, longestRows(template.columns, template.where), language)
    expect(overflows).toEqual([])
  })

  test.each([
    ['the sample', sampleRows(template.columns)],
    ['the longest that comes', longestRows(template.columns, template.where)],
    ['names of all kinds', rowsOfTexts(template, namesOfAllKinds)],
  ])('is copied word by word out of the PDF, with %s', async (_name, rows) => {
    const { composed, copied } = await wordsBothWays(template, rows, language)
    expect(copied).toEqual(composed)
  })

  test('prints values as they are, whatever signs or letters they hold', async () => {
    if (template.columns.length === 0) return
    const { text } = await draw(template, hostile(template), language)
    const { text: plain } = await draw(template, [], language).catch(() => ({ text: '' }))
    expect(text.length).toBeGreaterThan(plain.length)
  })
})

test('letters that no font has are drawn as wide as they are measured: they stay on their line of a list', async () => {
  const template = await readTemplate('delegates-alphabetical')
  const rows = rowsOfTexts(template, ['🎉'.repeat(40), '山'.repeat(40), 'مرحبا '.repeat(12)])
  const { pages } = await draw(template, rows, 'vi')
  for (const { texts, rules } of pages) {
    const upright = rules.filter(({ left, right }) => right - left < 0.1)
    const [top, bottom] = [
      Math.min(...upright.map((rule) => rule.top)),
      Math.max(...upright.map((rule) => rule.bottom)),
    ]
    const inCells = texts.filter(({ y }) => y > top && y < bottom)
    expect(inCells.length).toBeGreaterThan(0)
    for (const { x, width } of inCells) {
      expect(x + width).toBeLessThanOrEqual(Math.min(...upright.flatMap(({ left }) => (left > x ? [left] : []))))
    }
  }
})

describe.each(['badge', 'staff-badge', 'invitation-card', 'art-card', 'reception-card'])('the logo of %s', (kind) => {
  test('stands beside the words, short or long, and covers none', async () => {
    const template = await readTemplate(kind)
    const picture = await sharp({ create: { width: 90, height: 90, channels: 4, background: 'red' } })
      .png()
      .toBuffer()
    const logo = { png: picture.toString('base64'), unitName: 'Tỉnh Nam Định' }
    const { where = {} } = template
    const chosen = Object.fromEntries(Object.entries(where).map(([name, [value = '']]) => [name, value]))
    const short = sampleRows(template.columns).map((row) => ({ ...row, values: { ...row.values, ...chosen } }))
    for (const rows of [short, longestRows(template.columns, where)]) {
      for (const language of template.languages) {
        const { pdf, overflows } = await drawParts(
          composeParts({ ...makingOf(template, rows), logo }, language),
          new Date(0),
        )
        const [page] = (await readPdf(pdf)).pages
        expect(overflows).toEqual([])
        expect(page?.pictures.length).toBeGreaterThan(0)
        for (const { left, top, width, height } of page?.pictures ?? []) {
          const covered = (page?.texts ?? []).filter(
            (text) =>
              text.x < left + width &&
              text.x + text.width > left &&
              text.y > top &&
              text.y - text.size * 0.7 < top + height,
          )
          expect(covered.map(({ text }) => text)).toEqual([])
        }
      }
    }
  })
})
