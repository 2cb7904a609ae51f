import { describe, expect, test } from 'vitest'
import type { Making } from '../../../server/documents/compose.ts'
import { drawPageOf, pagesOf } from '../../../server/documents/pages.ts'
import { sampleRows } from '../../../server/documents/samples.ts'
import { readTemplate } from '../../../server/documents/templates.ts'
import { aSessionOf, namDinh, someItems } from './facts.ts'
import { readPdf } from './read-pdf.ts'

/** Where the mark stands on each page of a kind; null = it does not. */
const marksOf = async (kind: string, language: 'vi' | 'en', isSample: boolean, isTiled = false) => {
  const template = await readTemplate(kind)
  const facts = namDinh([aSessionOf(someItems(5))])
  const making: Making = {
    template,
    facts,
    filled: {},
    rows: sampleRows(template.columns),
    today: '2020-09-01',
    isSample,
  }
  const edition = { language, sheet: isTiled ? ({ size: 'a3', isTiled } as const) : null }
  const { pages } = await pagesOf(making, edition)
  return Promise.all(
    Array.from({ length: pages }, async (_, at) => {
      const drawn = await drawPageOf(making, edition, at + 1, new Date(0))
      const page = (await readPdf(drawn?.pdf ?? Buffer.alloc(0))).pages[drawn?.index ?? 0]
      return page?.texts.find(({ text }) => text === (language === 'vi' ? 'MẪU' : 'SAMPLE')) ?? null
    }),
  )
}

describe('a paper with sample rows', () => {
  test.each([
    ['invitation', 'vi', false],
    ['personal-slip', 'en', false],
    ['badge', 'en', false],
    ['seating-chart', 'vi', true],
  ] as const)('says so in large letters on every page: %s in %s', async (kind, language, isTiled) => {
    const marks = await marksOf(kind, language, true, isTiled)
    expect(marks.length).toBeGreaterThan(0)
    for (const mark of marks) expect(mark?.size).toBeGreaterThan(60)
  })

  test.each(['invitation', 'badge'])('bears no mark where its rows are real: %s', async (kind) => {
    expect((await marksOf(kind, 'vi', false)).every((mark) => mark === null)).toBe(true)
  })
})
