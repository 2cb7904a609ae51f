import { describe, expect, test } from 'vitest'
import type { Making } from '../../../server/documents/compose.ts'
import { pageOfSize } from '../../../server/documents/page-forms.ts'
import { largeParts, pagesOf } from '../../../server/documents/pages.ts'
import { drawParts } from '../../../server/documents/pdf/draw.ts'
import type { SheetName } from '../../../server/documents/schema.ts'
import { readTemplate } from '../../../server/documents/templates.ts'
import { sheetChoice, tilingOf } from '../../../server/documents/tiles.ts'
import { aSessionOf, namDinh, someItems } from './facts.ts'
import { readPdf, wordsOf, type PdfPage } from './read-pdf.ts'

const millimetres = (points: number) => (points / 72) * 25.4
const facts = namDinh([aSessionOf(someItems(20))])

/** A hall of 12 rows of 30 seats, a third of them taken. */
const seats = Array.from({ length: 360 }, (_, index) => ({
  id: String(index),
  values: {
    seat: `${'ABCDEFGHIJKL'[Math.floor(index / 30)] ?? ''}${String((index % 30) + 1)}`,
    x: String((index % 30) * 60),
    y: String(Math.floor(index / 30) * 100),
    name: index % 3 === 0 ? 'Nguyễn Thị Thương' : '',
    delegation: index % 3 === 0 ? 'Đoàn huyện Hải Hậu' : '',
  },
}))
const making = async (kind: string): Promise<Making> => ({
  template: await readTemplate(kind),
  facts,
  filled: {},
  rows: kind === 'seating-chart' ? seats : [],
  today: '2020-06-22',
})
const draw = async (kind: string, sheet: SheetName, from = 1) => {
  const choice = sheetChoice(sheet)
  const edition = { language: 'vi', sheet: choice } as const
  const of = await making(kind)
  const { pdf } = await drawParts(largeParts(of, edition), new Date(0), { tiledFrom: choice.isTiled ? from : null })
  return { pages: (await readPdf(pdf)).pages, pdf, told: await pagesOf(of, edition) }
}
const placeOf = (page: PdfPage | undefined, label: string) => page?.texts.find(({ text }) => text === label)

describe('a seating chart', () => {
  test.each<[SheetName, number, number]>([
    ['a4', 297, 210],
    ['a3', 420, 297],
    ['a2', 594, 420],
    ['a1', 841, 594],
  ])('on %s is as large as the paper, with every seat on it', async (sheet, width, height) => {
    const { pages, told } = await draw('seating-chart', sheet)
    expect(pages).toHaveLength(1)
    expect(told).toMatchObject({ pages: 1, width, height })
    const [page] = pages
    expect(page && [millimetres(page.width), millimetres(page.height)].map(Math.round)).toEqual([width, height])
    const words = new Set(page?.texts.map(({ text }) => text))
    expect(seats.filter(({ values }) => !words.has(values.seat))).toEqual([])
  })

  test('is larger on larger paper, letters and all', async () => {
    const [small, large] = [await draw('seating-chart', 'a3'), await draw('seating-chart', 'a1')]
    const share = 594 / 297
    const [one, other] = [placeOf(small.pages[0], 'A30'), placeOf(large.pages[0], 'A30')]
    expect(other?.size).toBeCloseTo((one?.size ?? 0) * share, 1)
    expect((other?.x ?? 0) / (one?.x ?? 1)).toBeCloseTo(841 / 420, 1)
  })
})

describe('a large page on A4 sheets', () => {
  test.each<[SheetName, number, number]>([
    ['a3-tiles', 2, 2],
    ['a2-tiles', 4, 2],
    ['a1-tiles', 5, 3],
  ])('%s takes the fewest', async (sheet, columns, rows) => {
    const { template } = await making('seating-chart')
    const tiling = tilingOf(pageOfSize(template, sheetChoice(sheet).size))
    expect([tiling.columns, tiling.rows]).toEqual([columns, rows])
    // What the sheets show, less what lies on each other, is the page.
    const area = (side: number) => side - 20
    expect(columns * area(tiling.width) - (columns - 1) * 10).toBeGreaterThanOrEqual(sheet === 'a3-tiles' ? 420 : 594)
    const { pages, told } = await draw('seating-chart', sheet)
    expect(pages).toHaveLength(1 + columns * rows)
    expect(told).toMatchObject({ pages: pages.length, width: tiling.width, height: tiling.height })
  })

  test('says on each sheet where it belongs, and first how they are joined', async () => {
    const { pages } = await draw('seating-chart', 'a3-tiles')
    const said = pages.map((page) => wordsOf([page]).normalize('NFC'))
    expect(said[0]).toContain('Cách ghép 4 tờ A4 - Sơ đồ chỗ ngồi')
    expect(['1.1', '1.2', '2.1', '2.2'].filter((place) => !said[0]?.includes(place))).toEqual([])
    expect(said.slice(1).map((text) => /Hàng \d, cột \d trong \d×\d tờ/u.exec(text)?.[0])).toEqual([
      'Hàng 1, cột 1 trong 2×2 tờ',
      'Hàng 1, cột 2 trong 2×2 tờ',
      'Hàng 2, cột 1 trong 2×2 tờ',
      'Hàng 2, cột 2 trong 2×2 tờ',
    ])
  })

  test('lets sheets lie on each other by 10 mm, each with its part in its true size', async () => {
    const [whole, tiled] = [await draw('seating-chart', 'a3'), await draw('seating-chart', 'a3-tiles')]
    const [, first, right, below] = tiled.pages
    const [one, other, lower, large] = [first, right, below, whole.pages[0]].map((page) => placeOf(page, 'F15'))
    expect(one?.size).toBeCloseTo(large?.size ?? 0, 1)
    // Two sheets share the width of the page and the overlap: (420 + 10) / 2, less the overlap.
    expect(millimetres((one?.x ?? 0) - (other?.x ?? 0))).toBeCloseTo(205, 0)
    expect(millimetres((one?.y ?? 0) - (lower?.y ?? 0))).toBeCloseTo(143.5, 0)
  })

  test('stays lines and letters, however large', async () => {
    const { pdf } = await draw('seating-chart', 'a1-tiles')
    expect(pdf.includes('/Subtype /Image')).toBe(false)
    expect(pdf.length).toBeLessThan(100_000)
  })

  test('goes on after a jam with the sheet that did not come out', async () => {
    const { pages } = await draw('seating-chart', 'a3-tiles', 4)
    expect(pages.map((page) => /Hàng \d, cột \d/u.exec(wordsOf([page]).normalize('NFC'))?.[0])).toEqual([
      'Hàng 2, cột 1',
      'Hàng 2, cột 2',
    ])
  })

  test('serves the programme for the wall too, which is drawn larger', async () => {
    const { pages, told } = await draw('programme-poster', 'a3-tiles')
    expect(pages.map(({ width, height }) => [width, height].map((side) => Math.round(millimetres(side))))).toEqual(
      Array.from({ length: 5 }, () => [210, 297]),
    )
    expect(told.pages).toBe(5)
    expect(wordsOf(pages.slice(1, 2)).normalize('NFC')).toContain('CHƯƠNG TRÌNH')
  })
})
