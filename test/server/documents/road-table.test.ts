import { beforeAll, describe, expect, test } from 'vitest'
import { buildExample } from '../../../db/example/build.ts'
import type { Congress } from '../../../server/congresses/schema.ts'
import { composeRoadTable, type RoadTableFacts } from '../../../server/documents/kinds/road-table.ts'
import { drawPdf } from '../../../server/documents/pdf/draw.ts'
import { readTemplate, type Template } from '../../../server/documents/templates.ts'
import type { Language } from '../../../server/format/dates.ts'
import { noRoadFilter } from '../../../server/road/rules/filter.ts'
import { copyText, linesOf, readPdf, textAt, wordsOf, type PdfPage } from './read-pdf.ts'

const millimetre = 72 / 25.4
const example = buildExample()
const [level] = example.levels
if (!level) throw new Error('the example has no level')
const [unit] = example.units.filter(({ name }) => name === 'Xã Hải Anh')
if (!unit) throw new Error('the example has no Hải Anh')

let template: Template
beforeAll(async () => {
  template = await readTemplate('road-table')
})

const bare = example.congresses.find(({ unitId }) => unitId === unit.id) as Congress
const aCongress = (values: Partial<Congress>): Congress => ({
  ...bare,
  title: 'Hội nghị điển hình tiên tiến xã Hải Anh',
  form: 'Hội nghị điển hình tiên tiến',
  dateFrom: '2020-03-12',
  dateTo: '2020-03-12',
  weekOf: null,
  halfDay: 'morning',
  venueId: null,
  postIds: [],
  expectedDelegates: 120,
  isDateInvented: false,
  isPilot: false,
  hostUnitIds: [],
  hostBlock: '',
  combinedWith: '',
  formerDate: null,
  formerDateTo: null,
  state: 'planned',
  ...values,
})
const factsOf = (congresses: Congress[], values: Partial<RoadTableFacts> = {}): RoadTableFacts => ({
  road: {
    ...example,
    posts: [],
    bookings: [],
    leaves: [],
    days: [],
    today: '2020-06-22',
    role: null,
    upper: [],
    acceptances: [],
    reasons: [],
  },
  levels: [{ level, congresses }],
  filter: { ...noRoadFilter, levelId: level.id },
  twins: new Map(),
  ...values,
})
const draw = (facts: RoadTableFacts, language: Language = 'vi') =>
  drawPdf(composeRoadTable(facts, template, language), new Date(0))
const print = async (...paper: Parameters<typeof draw>) => readPdf(await draw(...paper))
/** The cells of a congress's row, its lines joined. */
const rowOf = async (values: Partial<Congress>, language: Language = 'vi') => {
  const paper = composeRoadTable(factsOf([aCongress(values)]), template, language)
  const [row] = paper.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
  return row && 'cells' in row ? row.cells.map((cell) => cell.replaceAll('\u00a0', ' ')) : []
}

describe('a table of 60 congresses', () => {
  let pages: PdfPage[]
  let title: string
  const titles = Array.from({ length: 60 }, (_each, index) => aCongress({ note: String(index) }))
  beforeAll(async () => {
    ;({ pages, title } = await print(factsOf(titles)))
  })

  test('fills five turned pages', () => {
    const sizes = pages.map(
      ({ width, height }) => `${String(Math.round(width / millimetre))}×${String(Math.round(height / millimetre))}`,
    )
    expect(sizes).toEqual(Array.from({ length: 5 }, () => '297×210'))
  })

  test('repeats the row of titles on each page', () => {
    const header = 'TT Đơn vị Hội nghị, đại hội Thời gian Địa điểm Đại biểu Lãnh đạo dự Trạng'
    expect(pages.map((page) => linesOf(page).filter((line) => line === header).length)).toEqual([1, 1, 1, 1, 1])
    expect(textAt(pages[3], 'Đơn vị')).toMatchObject({ font: 'Tinos-Bold', size: 11 })
  })

  test('says on each page which of how many it is', () => {
    expect(pages.map((page) => linesOf(page)[0])).toEqual([1, 2, 3, 4, 5].map((page) => `Trang ${String(page)}/5`))
  })

  test('numbers the rows through and cuts none in two', () => {
    const numbers = pages.map(({ texts }) => texts.filter(({ text, x }) => /^\d+$/.test(text) && x < 39 * millimetre))
    expect(numbers.flat().map(({ text }) => Number(text))).toEqual(titles.map((_each, index) => index + 1))
    const secondLines = pages.map(({ texts }) => texts.filter(({ text }) => text.startsWith('12/3/2020')).length)
    expect(secondLines).toEqual(numbers.map((each) => each.length))
  })

  test('begins with its title, the level, the road and the day', () => {
    expect(linesOf(pages[0] as PdfPage).slice(1, 5)).toEqual([
      'DANH SÁCH HỘI NGHỊ, ĐẠI HỘI',
      level.name,
      example.cycle.name,
      '(Tính đến ngày 22/6/2020: 60 hội nghị, đại hội)',
    ])
    expect(title).toBe(`Danh sách hội nghị, đại hội - ${level.name} - ${example.cycle.name}`)
  })

  test('copies out as it reads', async ({ skip }) => {
    const text = copyText(await draw(factsOf(titles.slice(0, 1))))
    if (text === null) return skip('pdftotext is not installed')
    for (const part of ['Xã Hải Anh', 'Sáng thứ Năm,', 'Dự kiến', 'Trang 1/1']) expect(text).toContain(part)
  })
})

test.each<[Partial<Congress>, string, string]>([
  [{}, 'Sáng thứ Năm, 12/3/2020', 'Thursday 12 Mar 2020, morning'],
  [{ halfDay: 'day' }, 'Thứ Năm, 12/3/2020', 'Thursday 12 Mar 2020'],
  [{ dateFrom: '2020-09-08', dateTo: '2020-09-09' }, '08–09/9/2020', '8–9 Sep 2020'],
  [{ dateFrom: null, dateTo: null, weekOf: '2020-03-16' }, 'Tuần từ 16/3/2020', 'Week of 16 Mar 2020'],
  [{ dateFrom: null, dateTo: null }, 'Chưa có ngày', 'No date yet'],
  [{ isDateInvented: true }, 'Sáng thứ Năm, 12/3/2020 (*)', 'Thursday 12 Mar 2020, morning (*)'],
  [
    { formerDate: '2020-03-05' },
    'Sáng thứ Năm, 12/3/2020 (ngày cũ 05/3/2020)',
    'Thursday 12 Mar 2020, morning (formerly 5 Mar 2020)',
  ],
])('the day of %j is written “%s” and “%s”', async (values, vi, en) => {
  expect([(await rowOf(values))[3], (await rowOf(values, 'en'))[3]]).toEqual([vi, en])
})

test('a row names unit, congress, venue, delegates, leaders and state', async () => {
  const [venue] = example.venues
  const values = { venueId: venue?.id ?? null, isPilot: true, state: 'approved', expectedDelegates: null } as const
  expect(await rowOf(values)).toEqual([
    '1',
    'Xã Hải Anh',
    'Hội nghị điển hình tiên tiến xã Hải Anh (đơn vị làm điểm)',
    'Sáng thứ Năm, 12/3/2020',
    venue?.name,
    '',
    '',
    'Đã duyệt',
  ])
  expect((await rowOf(values, 'en'))[2]).toBe('Conference of Exemplars of Hải Anh Commune (pilot)')
})

test('the English list names leaders and the road by their twins, the Vietnamese as they are kept', () => {
  const [post] = example.posts
  if (!post) throw new Error('the example has no post')
  const facts = factsOf([aCongress({ postIds: [post.id] })])
  const road = { ...facts.road, posts: [{ ...post, holders: [] }] }
  const twins = new Map([
    [post.name, 'Vice-President of the State'],
    [road.cycle.name, 'Road to the Congress'],
  ])
  const read = (language: Language) => {
    const { title, blocks } = composeRoadTable({ ...facts, road, twins }, template, language)
    const [row] = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
    return [title.split(' - ').at(-1), row && 'cells' in row ? row.cells[6] : undefined]
  }
  expect(read('en')).toEqual(['Road to the Congress', 'Vice-President of the State'])
  expect(read('vi')).toEqual([road.cycle.name, 'Phó Chủ tịch nước'])
})

test('invented days are explained below the table, and only where there are any', async () => {
  const note = '(*) Ngày giả định do chương trình đặt cho ví dụ, không phải ngày có thật.'
  expect(wordsOf((await print(factsOf([aCongress({ isDateInvented: true })]))).pages)).toContain(note)
  expect(wordsOf((await print(factsOf([aCongress({})]))).pages)).not.toContain('(*)')
})

test('several levels stand one below the other under Roman numbers', async () => {
  const [, upper] = example.levels
  if (!upper) throw new Error('the example has one level')
  const levels = [
    { level, congresses: [aCongress({}), aCongress({})] },
    { level: upper, congresses: [aCongress({})] },
  ]
  const lines = (await print(factsOf([], { levels, filter: noRoadFilter }))).pages.flatMap(linesOf)
  expect(lines.filter((line) => /^[IVX]+\. /.test(line))).toEqual([`I. ${level.name} (2)`, `II. ${upper.name} (1)`])
})

test('what was filtered stands in the heading, in both languages', async () => {
  const filter = {
    levelId: level.id,
    block: 'Khối các huyện',
    state: 'late',
    hasConflict: true,
    isPilot: true,
    upperId: bare.id,
    text: ' hải anh ',
    month: '2020-06',
    line: '',
  }
  const headOf = async (language: Language) => {
    const facts = factsOf([aCongress({})], { filter })
    const road = { ...facts.road, congresses: [aCongress({})] }
    const twins = new Map([['Khối các huyện', 'Block of districts']])
    const { blocks } = composeRoadTable({ ...facts, road, twins }, template, language)
    return blocks.flatMap((block) => (block.kind === 'remark' ? [block.text] : []))[0]
  }
  expect(await headOf('vi')).toBe(
    'Lọc: Khối các huyện; Chậm; có vướng mắc; đơn vị làm điểm; ngay dưới Hội nghị điển hình tiên tiến xã Hải Anh; tháng 6/2020; tìm “hải anh”',
  )
  expect(await headOf('en')).toBe(
    'Filter: Block of districts; Late; in conflict; pilot; directly below Conference of Exemplars of Hải Anh Commune; month 6/2020; search “hải anh”',
  )
})

test('a filter that keeps nothing says so, other than a road without congresses', async () => {
  const filter = { ...noRoadFilter, text: 'Cà Mau' }
  const { pages } = await print(factsOf([], { filter }))
  expect(pages.flatMap(linesOf).slice(-3)).toEqual([
    'Lọc: tìm “Cà Mau”',
    '(Tính đến ngày 22/6/2020: 0 hội nghị, đại hội)',
    'Không có hội nghị, đại hội nào như vậy.',
  ])
})

test('only the lines are printed in which the words of the table’s search stand', async () => {
  const congresses = [
    aCongress({ title: 'Hội nghị Hải Anh', expectedDelegates: 20_000 }),
    aCongress({ title: 'Hội nghị Hải Bắc', expectedDelegates: 150 }),
  ]
  const filter = { ...noRoadFilter, line: 'hội nghị 20000' }
  const lines = (await print(factsOf(congresses, { filter }))).pages.flatMap(linesOf).join('\n')
  expect(lines).toContain('Hải Anh')
  expect(lines).not.toContain('Hải Bắc')
  expect(lines).toContain('tìm “hội nghị 20000”')
  expect(lines).toContain(': 1 hội nghị, đại hội)')
})

test('a road without congresses says so', async () => {
  const { pages } = await print(factsOf([]))
  expect(pages.flatMap(linesOf).slice(-2)).toEqual([
    '(Tính đến ngày 22/6/2020: 0 hội nghị, đại hội)',
    'Chưa có hội nghị, đại hội nào.',
  ])
})

test('names of 200 letters stay inside their columns', async () => {
  const { pages } = await print(
    factsOf([aCongress({ title: 'Đ'.repeat(200) }), aCongress({ title: 'Hội nghị '.repeat(22) })]),
  )
  const letters = pages.flatMap(({ texts }) => texts.filter(({ text }) => /^Đ+$/.test(text)))
  expect(letters.map(({ text }) => text).join('')).toBe('Đ'.repeat(200))
  for (const { x, width } of letters) {
    expect(x / millimetre).toBeGreaterThan(30 + 9 + 32)
    expect((x + width) / millimetre).toBeLessThan(30 + 9 + 32 + 64)
  }
})

test('a page is A4 with 30 mm at the left, 15 at the right, 20 at the bottom', async () => {
  const [page] = (await print(factsOf(Array.from({ length: 40 }, () => aCongress({}))))).pages
  const rules = page?.rules ?? []
  expect(Math.min(...rules.map(({ left }) => left)) / millimetre).toBeCloseTo(30, 1)
  expect(Math.max(...rules.map(({ right }) => right)) / millimetre).toBeCloseTo(282, 1)
  expect(Math.max(...rules.map(({ bottom }) => bottom)) / millimetre).toBeLessThanOrEqual(190)
})
