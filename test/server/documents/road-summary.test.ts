import { beforeAll, describe, expect, test } from 'vitest'
import { buildExample } from '../../../db/example/build.ts'
import {
  composeRoadSummary,
  type RoadSummaryFacts,
  type SummarySignature,
} from '../../../server/documents/kinds/road-summary.ts'
import { drawPdf, firstOnOnePage } from '../../../server/documents/pdf/draw.ts'
import { readTemplate, type Template } from '../../../server/documents/templates.ts'
import type { Language } from '../../../server/format/dates.ts'
import { dueCongresses } from '../../../server/results/rules/due.ts'
import { sumResults, type SummedFacts } from '../../../server/results/rules/sums.ts'
import { defaultHonourKinds } from '../../../server/results/rules.ts'
import { linesOf, readPdf, wordsOf, type PdfPage } from './read-pdf.ts'

const millimetre = 72 / 25.4
const example = buildExample()
const today = '2020-06-22'

let template: Template
beforeAll(async () => {
  template = await readTemplate('road-summary')
})

type Given = Pick<RoadSummaryFacts, 'levels' | 'cycle'> & {
  units: typeof example.units
  congresses: typeof example.congresses
  results: SummedFacts['results']
}

const factsOf = (given: Given, values: Partial<RoadSummaryFacts> = {}): RoadSummaryFacts => ({
  ...given,
  today,
  line: [{ id: 'province', name: 'Tỉnh Nam Định', type: 'tỉnh' }],
  kinds: defaultHonourKinds,
  sums: sumResults({ ...given, today }),
  due: dueCongresses({ ...given, today }, 30),
  twins: new Map(),
  ...values,
})

const print = async (
  facts: RoadSummaryFacts,
  language: Language = 'vi',
  signature?: SummarySignature,
): Promise<PdfPage[]> => {
  const edition = { language, ...(signature ? { signature } : {}) }
  const paper = await firstOnOnePage(composeRoadSummary(facts, template, edition))
  return (await readPdf(await drawPdf(paper, new Date(0)))).pages
}

const [unit] = example.units.filter(({ name }) => name === 'Xã Hải Anh')
const bare = example.congresses.find(({ unitId }) => unitId === unit?.id)
const [bareLevel] = example.levels
if (!unit || !bare || !bareLevel) throw new Error('the example has no Hải Anh')

/** Levels and units with names of these lengths, a congress of each unit: held, late, or due next week by turns. */
const manyUnits = (count: number, letters: { unit: number; level: number }): Given => {
  const pad = (text: string, length: number) =>
    length <= text.length ? text : `${text} ${'rất dài '.repeat(30)}`.slice(0, length).trimEnd()
  const levels = Array.from({ length: 10 }, (_each, index) => ({
    ...bareLevel,
    id: `level-${String(index)}`,
    position: index,
    name: pad(`Cấp ${String(index + 1)}`, letters.level),
    nameEnglish: pad(`Level ${String(index + 1)}`, letters.level),
  }))
  const units = Array.from({ length: count }, (_each, index) => ({
    ...unit,
    id: `unit-${String(index)}`,
    parentId: null,
    name: pad(`Xã ${String(index + 1)}`, letters.unit),
  }))
  const days = ['2020-03-12', '2020-04-16', '2020-06-30']
  const congresses = units.map(({ id }, index) => ({
    ...bare,
    id: `congress-${String(index)}`,
    unitId: id,
    levelId: levels[index % levels.length]?.id ?? '',
    hostUnitIds: [],
    hostBlock: '',
    dateFrom: days[index % 3] ?? null,
    dateTo: days[index % 3] ?? null,
    weekOf: null,
    state: index % 3 === 0 ? ('held' as const) : ('planned' as const),
  }))
  const results = congresses
    .filter(({ state }) => state === 'held')
    .map(({ id }) => ({
      congressId: id,
      presentDelegates: 1000,
      presentGuests: 10,
      chosenUpward: 8,
      honours: defaultHonourKinds.map(({ key, receivers }) => ({
        kind: key,
        collectives: receivers === 'individuals' ? 0 : 3,
        individuals: receivers === 'collectives' ? 0 : 5,
      })),
    }))
  return { cycle: { name: pad('Đường tới Đại hội', 200) }, levels, units, congresses, results }
}
const nothingAtAll: Given = { cycle: { name: 'Lộ trình' }, levels: [], units: [], congresses: [], results: [] }

describe.each<Language>(['vi', 'en'])('the summary in %s is one A4 page with its signature', (language) => {
  test.each<[string, Given, Partial<RoadSummaryFacts>]>([
    ['the example', example, {}],
    ['5,000 units at ten levels', manyUnits(5000, { unit: 0, level: 0 }), {}],
    [
      '5,000 units and ten levels with names as long as they may be',
      manyUnits(5000, { unit: 200, level: 120 }),
      { line: [{ id: 'province', name: 'Tỉnh có tên rất dài '.repeat(10).trim(), type: 'tỉnh' }] },
    ],
    ['nothing at all', nothingAtAll, { line: [] }],
  ])('with %s', async (_what, given, values) => {
    const pages = await print(factsOf(given, values), language)
    expect(pages).toHaveLength(1)
    const [page] = pages
    expect([page?.width ?? 0, page?.height ?? 0].map((side) => Math.round(side / millimetre))).toEqual([210, 297])
    const lines = page ? linesOf(page) : []
    expect(lines.some((line) => line.includes(language === 'vi' ? 'TRƯỞNG BAN' : 'HEAD OF THE COMMITTEE'))).toBe(true)
    // Only the list of recipients and its heading are smaller than the text (NĐ 30/2020, Phụ lục I, II.1 and II.9).
    expect([...new Set(page?.texts.map(({ size }) => size))].filter((size) => size < 13).sort()).toEqual([11, 12])
    expect(Math.max(...(page?.texts ?? []).map(({ y }) => y)) / millimetre).toBeLessThanOrEqual(277)
  })
})

test('names stand whole as long as a shorter list leaves room for them, with a long signature too', async () => {
  const signature = {
    number: '7',
    day: '2020-06-22',
    capacity: 'For the Head of the Committee\nDeputy Head of the Committee',
    post: 'Vice Chairman of the Provincial People’s Committee',
    signer: 'Trần Lê Đoài',
  }
  const [page, ...others] = await print(factsOf(example), 'en', signature)
  expect(others).toEqual([])
  const text = wordsOf(page ? [page] : [])
  expect(text).not.toContain('…')
  expect(text).not.toContain('Other levels')
  expect(text).toContain('No.: 07/BC-BTCĐH')
  expect(text).toContain('Nam Định, 22 June 2020')
  expect(text).toContain('FOR THE HEAD OF THE COMMITTEE DEPUTY HEAD OF THE COMMITTEE')
  expect(text).toMatch(/VICE CHAIRMAN OF THE PROVINCIAL PEOPLE’S COMMITTEE Trần Lê Đoài$/)
})

test.each([
  ['45', 'Số: 45/BC-BTCĐH'],
  ['5', 'Số: 05/BC-BTCĐH'],
  ['45/BC-BTĐKT', 'Số: 45/BC-BTĐKT'],
  ['5 / BC-UBND', 'Số: 05/BC-UBND'],
  ['45/', 'Số: 45/BC-BTCĐH'],
])('the number %s is printed with one symbol', async (number, line) => {
  const signature = { number, day: '', capacity: '', post: '', signer: '' }
  const [page] = await print(factsOf(nothingAtAll), 'vi', signature)
  expect(page ? linesOf(page) : []).toContain(line)
})

test('unsigned it leaves number, day and name to the clerk, and signs as the template says', async () => {
  const text = wordsOf(await print(factsOf(example)))
  expect(text).toMatch(/Số: +\/BC-BTCĐH/)
  expect(text).toMatch(/Nam Định, ngày +tháng +năm 2020/)
  expect(text).toMatch(/TM\. BAN TỔ CHỨC TRƯỞNG BAN$/)
})

test('the numbers are those of the roll-up, level by level, and long lists end with how many are left out', async () => {
  const given = manyUnits(300, { unit: 0, level: 0 })
  const text = wordsOf(await print(factsOf(given)))
  expect(text).toContain('đã tổ chức 100/300 hội nghị, đại hội (33,3%), trong đó 0 đã báo cáo; chậm 100, hoãn 0')
  const told = { ...given, results: given.results.slice(3) }
  expect(wordsOf(await print(factsOf(told)))).toContain('trong đó 0 đã báo cáo, 3 chưa có số liệu; chậm 100')
  expect(text).toContain('Cấp 1 30 10 33,3% 10 0 10.000')
  expect(text).toContain('Tổng cộng 300 100 33,3% 100 0 100.000')
  expect(text).toMatch(
    /100\.000 đại biểu có mặt; khen thưởng 3\.600 tập thể, 6\.000 cá nhân, gồm Anh hùng Lao động \(300 tập thể, 500 cá nhân\)/,
  )
  const [, names = '', left = '0'] = /chưa báo cáo kết quả: (Xã .+?) và (\d+) đơn vị khác/.exec(text) ?? []
  expect(names.split(', ').length + Number(left)).toBe(200)
  expect(text).toMatch(/30 ngày tới: .+ \(30\/6\/2020\).* và \d+ đơn vị khác/)
})

test('a road on which nothing is due says so and asks nothing but to go on', async () => {
  const text = wordsOf(await print(factsOf(nothingAtAll, { line: [] })))
  expect(text).toContain('Chưa có hội nghị, đại hội nào.')
  expect(text).toContain('chưa báo cáo kết quả: không có.')
  expect(text).toContain('30 ngày tới: không có.')
  expect(text).toContain('Đề nghị các đơn vị: tiếp tục thực hiện đúng lộ trình.')
})

describe('what is due', () => {
  const on = (values: Partial<typeof bare>) =>
    dueCongresses({ ...example, today, congresses: [{ ...bare, hostUnitIds: [], weekOf: null, ...values }] }, 30)
  const day = (date: string) => ({ dateFrom: date, dateTo: date })

  test.each([
    ['held without report', { state: 'held', ...day('2020-06-01') }, [1, 0]],
    ['past its day and not known to be held', { state: 'planned', ...day('2020-06-01') }, [1, 0]],
    ['past its week', { state: 'planned', dateFrom: null, dateTo: null, weekOf: '2020-06-08' }, [1, 0]],
    ['past its window without any day', { state: 'planned', dateFrom: null, dateTo: null }, [0, 0]],
    ['reported', { state: 'reported', ...day('2020-06-01') }, [0, 0]],
    ['cancelled', { state: 'cancelled', ...day('2020-06-01') }, [0, 0]],
    ['today', { state: 'planned', ...day(today) }, [0, 1]],
    ['in thirty days', { state: 'planned', ...day('2020-07-22') }, [0, 1]],
    ['in thirty-one days', { state: 'planned', ...day('2020-07-23') }, [0, 0]],
    ['in a week that is known', { state: 'planned', dateFrom: null, dateTo: null, weekOf: '2020-07-06' }, [0, 1]],
  ] as const)('a congress %s', (_what, values, counts) => {
    const { unreported, coming } = on(values)
    expect([unreported.length, coming.length]).toEqual(counts)
  })
})
