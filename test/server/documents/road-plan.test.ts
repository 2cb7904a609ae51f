import { beforeAll, expect, test } from 'vitest'
import { composeRoadPlan } from '../../../server/documents/kinds/road-plan.ts'
import { drawPdf } from '../../../server/documents/pdf/draw.ts'
import { readTemplate, type Template } from '../../../server/documents/templates.ts'
import { linesOf, readPdf, wordsOf } from './read-pdf.ts'
import { wholeRoad } from './road-facts.ts'
import { sortedWords, wordsComposed } from './words-composed.ts'

let template: Template
beforeAll(async () => {
  template = await readTemplate('road-plan')
})

const compose = (...given: Parameters<typeof wholeRoad>) => composeRoadPlan(wholeRoad(...given), template)
const print = async (...given: Parameters<typeof wholeRoad>) =>
  (await readPdf(await drawPdf(compose(...given), new Date(0)))).pages
/** Rows of a table of the plan, the windows first. */
const rowsOf = (table: number, ...given: Parameters<typeof wholeRoad>) => {
  const tables = compose(...given).blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))
  return (tables[table]?.rows ?? []).map((row) => ('cells' in row ? row.cells : [row.heading]))
}

test('rests on the documents of the road and leads to its top congress', async () => {
  const [first] = await print()
  const lines = first ? linesOf(first).join(' ') : ''
  expect(lines).toContain('KẾ HOẠCH Tổ chức hội nghị, đại hội các cấp')
  expect(lines).toContain('tiến tới Đại hội Thi đua yêu nước tỉnh Nam Định lần thứ V (2020 - 2025)')
  expect(lines).toMatch(/Căn cứ .*19\/KH-HĐTĐKT/u)
})

test('tells window and number of congresses of each level, the lowest first', () => {
  expect(rowsOf(0).map(([level, , window, count]) => [level, window, count])).toEqual([
    ['Cấp cơ sở', '01/01–31/3/2020', '226'],
    ['Cấp trên cơ sở', '01/4–30/6/2020', '56'],
    ['Cấp tỉnh', '01/7–30/9/2020', '1'],
    ['Toàn quốc', '09–10/12/2020', '1'],
  ])
})

test('lists every congress but the cancelled ones by day in its level, those without a day last', () => {
  const { road } = wholeRoad()
  const [some, other, ...rest] = road.congresses.filter(({ levelId }) => levelId === road.levels[0]?.id).slice(0, 4)
  if (!some || !other) throw new Error('the example has no congresses')
  const congresses = [
    { ...some, dateFrom: null, dateTo: null, weekOf: null },
    { ...other, state: 'cancelled' as const },
    ...rest.map((each, at) => ({ ...each, dateFrom: `2020-03-0${String(9 - at)}`, dateTo: null })),
  ]
  const rows = rowsOf(1, { congresses })
  expect(rows[0]).toEqual(['I. Cấp cơ sở (3)'])
  expect(rows.slice(1).map(([number, , , date]) => `${number ?? ''} ${date ?? ''}`.replace(/\u00a0.*$/u, ''))).toEqual([
    expect.stringContaining('1 '),
    expect.stringContaining('2 '),
    '3 Chưa có ngày',
  ])
  const days = rows.slice(1, 3).map(([, , , date]) => /\d\d\/\d/u.exec(date ?? '')?.[0])
  expect(days).toEqual(['08/3', '09/3'])
})

test('says so where nothing is planned yet', async () => {
  expect(wordsOf(await print({ congresses: [] }))).toContain('(Chưa có hội nghị, đại hội nào)')
})

test('is copied word by word out of its PDF, with names of 200 letters too', async () => {
  const long = 'Ủy ban Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội '.repeat(3).trim()
  const { road } = wholeRoad()
  const paper = compose({ units: road.units.map((unit) => ({ ...unit, name: long })) })
  const part = { ...paper, page: { ...paper.page, height: 100_000 }, pageNumbers: 'none' } as const
  const { pages } = await readPdf(await drawPdf(part, new Date(0)))
  expect(sortedWords(pages.flatMap(({ texts }) => texts.map(({ text }) => text)))).toEqual(wordsComposed([part]))
})
