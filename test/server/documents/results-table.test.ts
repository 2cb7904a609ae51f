import { expect, test } from 'vitest'
import { buildExample } from '../../../db/example/build.ts'
import { composeResultsTable } from '../../../server/documents/kinds/results-table.ts'
import { drawPdf } from '../../../server/documents/pdf/draw.ts'
import { readTemplate } from '../../../server/documents/templates.ts'
import type { Language } from '../../../server/format/dates.ts'
import { defaultHonourKinds } from '../../../server/results/rules.ts'
import { sumResults } from '../../../server/results/rules/sums.ts'
import { linesOf, readPdf, wordsOf } from './read-pdf.ts'

const example = buildExample()
const today = '2020-06-22'
const template = await readTemplate('results-table')

const print = async (given: typeof example, language: Language = 'vi') => {
  const facts = {
    ...given,
    today,
    line: given.units.filter(({ id }) => id === given.cycle.unitId),
    kinds: defaultHonourKinds,
    sums: sumResults({ ...given, today }),
    due: { unreported: [], coming: [] },
    twins: new Map<string, string>(),
  }
  return (await readPdf(await drawPdf(composeResultsTable(facts, template, language), new Date(0)))).pages
}

test('the table of results turns the page, and adds up by level and by unit', async () => {
  const pages = await print(example)
  expect(pages.every(({ width, height }) => width > height)).toBe(true)
  const { road, levels } = sumResults({ ...example, today })
  const [grassroots] = levels
  const text = wordsOf(pages)
  expect(text).toContain(
    `(Tính đến ngày 22/6/2020: đã tổ chức ${String(road.held)}/${String(road.total)} hội nghị, đại hội)`,
  )
  const lines = pages.flatMap(linesOf)
  expect(lines.find((line) => line.startsWith('1 Cấp cơ sở'))).toMatch(
    new RegExp(
      `^1 Cấp cơ sở ${String(grassroots?.total)} ${String(grassroots?.held)} \\d+(,\\d)?% ${String(grassroots?.reported)} `,
    ),
  )
  for (const part of ['I. Theo cấp', 'II. Theo đơn vị, gồm cả cấp dưới', 'Toàn lộ trình', 'Huyện Ý Yên']) {
    expect(text).toContain(part)
  }
})

test('a table over several pages repeats its row of titles', async () => {
  const levels = Array.from({ length: 60 }, (_each, index) => ({
    ...(example.levels[0] as (typeof example.levels)[number]),
    id: `level-${String(index)}`,
    name: `Cấp ${String(index + 1)}`,
  }))
  const pages = await print({ ...example, levels: [...example.levels, ...levels] })
  expect(pages.length).toBeGreaterThan(1)
  for (const page of pages) expect(wordsOf([page])).toContain('Cấp, đơn vị')
})

test('a road without congresses says so, in English too', async () => {
  const bare = { ...example, congresses: [], results: [] }
  expect(wordsOf(await print(bare))).toContain('Chưa có hội nghị, đại hội nào.')
  expect(wordsOf(await print(bare, 'en'))).toContain('No conference or congress yet.')
})
