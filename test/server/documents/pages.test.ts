import { afterAll, describe, expect, test } from 'vitest'
import { composeParts, type Making } from '../../../server/documents/compose.ts'
import { drawPageOf, pagesOf } from '../../../server/documents/pages.ts'
import { drawParts } from '../../../server/documents/pdf/draw.ts'
import { openPainter } from '../../../server/documents/pictures.ts'
import { sampleRows } from '../../../server/documents/samples.ts'
import { listPaperKinds, readTemplate } from '../../../server/documents/templates.ts'
import { aSessionOf, namDinh, someItems } from './facts.ts'
import { linesOf, readPdf } from './read-pdf.ts'

const facts = namDinh([aSessionOf(someItems(60))])
const makingOf = async (kind: string, count?: number): Promise<Making> => {
  const template = await readTemplate(kind)
  const sample = sampleRows(template.columns)
  const rows = Array.from({ length: count ?? sample.length }, (_, index) => ({
    id: String(index),
    values: { ...sample[index % sample.length]?.values, name: `Nguyễn Văn ${String(index + 1)}`, class: 'Khách mời' },
  }))
  return { template, facts, filled: {}, rows: sample.length === 0 ? [] : rows, today: '2020-06-22' }
}

const plain = { language: 'vi', sheet: null } as const
const kinds = await listPaperKinds()

describe('each page of a kind is what stands on that page of the whole', () => {
  test.each(kinds)('%s', async (kind) => {
    const making = await makingOf(kind)
    const [language = 'vi'] = making.template.languages
    const edition = { language, sheet: null }
    const whole = (await readPdf((await drawParts(composeParts(making, language), new Date(0))).pdf)).pages
    const { pages } = await pagesOf(making, edition)
    expect(pages).toBe(whole.length)
    for (const [index, page] of whole.entries()) {
      const drawn = await drawPageOf(making, edition, index + 1, new Date(0))
      const alone = (await readPdf(drawn?.pdf ?? Buffer.alloc(0))).pages[drawn?.index ?? 0]
      expect(alone && linesOf(alone)).toEqual(linesOf(page))
    }
    expect(await drawPageOf(making, edition, pages + 1, new Date(0))).toBeNull()
  })
})

test("of a province's invitations the first hundreds are looked at", async () => {
  const making = await makingOf('invitation', 20_000)
  const { pages, onlyFirst } = await pagesOf(making, plain)
  expect({ pages, onlyFirst }).toEqual({ pages: 300, onlyFirst: 300 })
  const drawn = await drawPageOf(making, plain, 300, new Date(0))
  const [page] = (await readPdf(drawn?.pdf ?? Buffer.alloc(0))).pages
  expect(page && linesOf(page).join(' ')).toContain('Nguyễn Văn 300')
})

describe('the painter', () => {
  const painter = openPainter()
  afterAll(() => {
    painter.close()
  })

  test('paints a page once, and says what it cannot read', async () => {
    const making = await makingOf('programme')
    let drawn = 0
    const draw = () => {
      drawn += 1
      return drawPageOf(making, plain, 1, new Date(0))
    }
    const first = await painter.pictureOf('one', 320, draw)
    expect(await painter.pictureOf('one', 320, draw)).toEqual(first)
    expect(drawn).toBe(1)
    const broken = Promise.resolve({ pdf: Buffer.from('no PDF'), index: 0 })
    await expect(painter.pictureOf('broken', 320, () => broken)).rejects.toThrow()
    expect(await painter.pictureOf('another', 320, draw)).toEqual(first)
  })
})
