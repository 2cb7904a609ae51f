import { describe, expect, test } from 'vitest'
import type { Making } from '../../../server/documents/compose.ts'
import { largeParts, pagesOf, printFaultsOf } from '../../../server/documents/pages.ts'
import { drawParts } from '../../../server/documents/pdf/draw.ts'
import { readTemplate } from '../../../server/documents/templates.ts'
import { addTable } from '../../../server/halls/rules/edit-add.ts'
import { drawnWords } from '../../../server/halls/rules/drawn-words.ts'
import { indexHall } from '../../../server/halls/rules/indexed.ts'
import { startHall, usualStart, type HallStart } from '../../../server/halls/rules/start.ts'
import { englishTwins } from '../../../server/english/twins.ts'
import { rowsInHall, rowsInPhase } from '../../../server/papers/seat-rows.ts'
import { namDinh } from './facts.ts'
import { readPdf } from './read-pdf.ts'

const long = 'Tôn Nữ Công Tằng Nguyễn Phúc Hoàng Bảo Châu'
const longDelegation = 'Khối Mặt trận Tổ quốc và các tổ chức chính trị - xã hội'

/** A hall of two blocks, of which every seat but the last is taken: the first block by Hải Hậu, the second by two others. */
const rowsOfHall = (start: Partial<HallStart> = {}) => {
  let made = 0
  const drawing = startHall(
    { ...usualStart, rows: 3, blocks: [4, 4], presidium: 2, secretariat: 0, ...start },
    drawnWords,
    () => {
      made += 1
      return `p${String(made)}`
    },
  )
  const hall = indexHall(drawing)
  const floor = hall.seats.filter(({ isStage }) => !isStage)
  const people = floor.slice(0, -1).map(({ id, block }, at) => {
    const first = floor[0]?.block ?? 0
    const delegation = block === first ? 'Huyện Hải Hậu' : at % 2 === 0 ? longDelegation : ''
    return [id, { name: at % 5 === 0 ? `${long} ${String(at)}` : `Trần Thị Người${String(at)}`, delegation }] as const
  })
  return rowsInHall(hall, new Map(people))
}

const makingOf = async (kind: string, rows: Making['rows']): Promise<Making> => ({
  template: await readTemplate(kind),
  facts: namDinh([]),
  filled: {},
  rows,
  today: '2020-09-01',
})

type Size = 'a4' | 'a3'
const pagesIn = async (making: Making, language: 'vi' | 'en', size: Size = 'a4') => {
  const edition = { language, sheet: { size, isTiled: false } }
  const { pdf, overflows } = await drawParts(largeParts(making, edition), new Date(0))
  const { pages } = await readPdf(pdf)
  expect((await pagesOf(making, edition)).pages).toBe(pages.length)
  const texts = pages.map((page) => page.texts.map(({ text }) => text.normalize('NFC')))
  return {
    pdf,
    overflows,
    texts,
    told: texts.map((page) => page.join(' ')),
    faults: await printFaultsOf(making, edition),
  }
}

/** Tables of ten behind a row, three round ones where nothing else is said, the last chair of each free: two delegations at the first, one at each of the others. */
const rowsOfTables = (count = 3, isRound = true) => {
  let made = 0
  const newId = () => {
    made += 1
    return `t${String(made)}`
  }
  const begun = startHall({ ...usualStart, rows: 1, blocks: [4], presidium: 2, secretariat: 0 }, drawnWords, newId)
  const level = begun.levels[0]?.id ?? ''
  const drawing = Array.from({ length: count }, (_, at) => at + 1).reduce((all, number) => {
    const table = { name: `Bàn ${String(number)}`, isRound, seats: 10 }
    return addTable(all, level, { x: number * 400, y: 900 }, table, newId).drawing
  }, begun)
  const hall = indexHall(drawing)
  const people = hall.seats.flatMap(({ id, label }) => {
    const [, table = '', chair = ''] = /^Bàn (\d)-(\d+)$/u.exec(label) ?? []
    if (table === '' || chair === '10') return []
    const delegation = table === '1' && Number(chair) > 5 ? longDelegation : `Huyện ${table}`
    return [[id, { name: `Lê Văn ${table}${chair}`, delegation }] as const]
  })
  return rowsInHall(hall, new Map(people))
}

describe('round tables', () => {
  const edges = /^(Bàn|Table) \d-\d+$/u

  test('share a sheet, called by the first and the last, and stand on it with their names', async () => {
    const { told, texts, overflows, faults } = await pagesIn(await makingOf('seating-blocks', rowsOfTables()), 'vi')
    const sheets = told.flatMap((page, at) => (/BÀN \d/u.test(page) ? [{ page, texts: texts[at] ?? [] }] : []))
    expect(sheets.map(({ page }) => /BÀN \d - BÀN \d/u.exec(page)?.[0])).toEqual(['BÀN 1 - BÀN 3'])
    expect(sheets.map((sheet) => sheet.texts.filter((text) => edges.test(text)).length)).toEqual([30])
    const [first] = sheets
    for (const table of [1, 2, 3]) {
      expect(first?.texts).toContain(`Bàn ${String(table)}`)
      for (let chair = 1; chair <= 9; chair += 1) expect(first?.page).toContain(`Lê Văn ${String(table * 10 + chair)}`)
    }
    expect(first?.page).toMatch(/Huyện 1: 5/u)
    expect(first?.page).toMatch(/Huyện 2: 9/u)
    expect(first?.page).toContain(`${longDelegation}: 4`)
    expect([overflows, faults]).toEqual([[], []])
  })

  test('are as many on a sheet as can be read, about as many on each, in the order from the stage and from the left', async () => {
    const headings = async (count: number, size: Size) =>
      (await pagesIn(await makingOf('seating-blocks', rowsOfTables(count)), 'vi', size)).told.flatMap(
        (page) => /BÀN \d+(?: - BÀN \d+)?/u.exec(page)?.[0] ?? [],
      )
    expect(await headings(5, 'a4')).toEqual(['BÀN 1 - BÀN 3', 'BÀN 4 - BÀN 5'])
    expect(await headings(5, 'a3')).toEqual(['BÀN 1 - BÀN 5'])
    expect(await headings(1, 'a4')).toEqual(['BÀN 1'])
  })

  test('are drawn round on charts and sheets, and long ones are not', async () => {
    for (const kind of ['seating-chart', 'seating-blocks']) {
      const ovalsOf = async (isRound: boolean) =>
        [...largeParts(await makingOf(kind, rowsOfTables(3, isRound)), { language: 'vi', sheet: null })].flatMap(
          (part) =>
            'faces' in part
              ? [...part.faces].map(({ front }) => front.filter((each) => each.kind === 'frame' && each.isOval).length)
              : [],
        )
      // The small plan beside each sheet has them, too.
      expect(await ovalsOf(true)).toEqual(kind === 'seating-chart' ? [3] : [3, 6])
      expect((await ovalsOf(false)).every((count) => count === 0)).toBe(true)
    }
  })

  test('are framed in the small plan of their sheet, where chairs are but points', async () => {
    const framesOf = async (rows: Making['rows']) => {
      const [sheets] = largeParts(await makingOf('seating-blocks', rows), { language: 'vi', sheet: null })
      if (!sheets || !('faces' in sheets)) return []
      return [...sheets.faces].map(
        ({ front }) => front.filter((each) => each.kind === 'frame' && each.rule === 1 && each.grey === null).length,
      )
    }
    expect(await framesOf(rowsOfTables())).toEqual([1, 1])
    expect(await framesOf(rowsOfHall())).toEqual([0, 0])
  })

  test('are told by table and chair on the sheet of a delegation, and in English', async () => {
    const { told, texts, overflows } = await pagesIn(await makingOf('seating-delegations', rowsOfTables()), 'en')
    const own = told.findIndex((page) => page.includes('Huyện 2'))
    expect(told[own]).toMatch(/People with a seat: 9/u)
    expect(new Set(texts[own]?.filter((text) => edges.test(text))).size).toBe(9)
    expect(told[own]).toContain('Table 2-9')
    expect(told.join()).not.toMatch(/Bàn \d/u)
    expect(overflows).toEqual([])
  })
})

describe('the legend of a block', () => {
  const rowsOf = (count: number, nameOf: (at: number) => string) =>
    rowsOfHall({ rows: 5, blocks: [12] }).map((row, at) =>
      (row.values['name'] ?? '') === '' || row.values['fixture'] !== undefined
        ? row
        : { ...row, values: { ...row.values, delegation: nameOf(at % count) } },
    )
  const legendIn = (pages: readonly string[][]) =>
    pages.map((page) => page.filter((text) => /^Đoàn.*: \d+$/u.test(text)).length)

  test.each([
    [20, [20]],
    // More than find room beside the seats, in small letters even, follow on a sheet of their own.
    [24, [24]],
    [30, [30]],
    [40, [0, 40]],
    [55, [0, 55]],
  ])('has all of %i delegations', async (count, expected) => {
    const making = await makingOf(
      'seating-blocks',
      rowsOf(count, (at) => `Đoàn ${String(at + 1)}`),
    )
    const { texts, told, overflows, faults } = await pagesIn(making, 'vi')
    expect(legendIn(texts)).toEqual(expected)
    expect(told[0]?.includes('Chú giải ở tờ sau')).toBe(expected.length === 2)
    expect([overflows, faults]).toEqual([[], []])
  })

  test('cuts no long name: fewer beside one another, on a sheet of their own', async () => {
    const making = await makingOf(
      'seating-blocks',
      rowsOf(16, (at) => `Đoàn ${longDelegation} ${String(at + 1)}`),
    )
    const { texts, overflows } = await pagesIn(making, 'vi')
    expect(legendIn(texts)).toEqual([0, 16])
    expect(overflows).toEqual([])
  })
})

describe('the sheets of blocks', () => {
  test('are one for each block, with its seats, names and delegations alone, and where the stage is', async () => {
    const { told, texts, overflows, faults, pdf } = await pagesIn(await makingOf('seating-blocks', rowsOfHall()), 'vi')
    expect(told.map((page) => /KHỐI [AB]/u.exec(page)?.[0])).toEqual(['KHỐI A', 'KHỐI B'])
    const [first, second] = told
    expect(first).toContain('▲ SÂN KHẤU')
    expect(first).toContain('Huyện Hải Hậu: 12')
    expect(first).not.toContain('Còn trống')
    expect(second).toContain('Còn trống: 1')
    expect(second).not.toContain('Huyện Hải Hậu')
    expect(texts[0]?.filter((text) => /^[ABC][1-4]$/u.test(text))).toHaveLength(12)
    expect(texts[1]?.filter((text) => /^[ABC][5-8]$/u.test(text))).toHaveLength(12)
    for (const at of [1, 2, 3]) expect(first).toContain(`Trần Thị Người${String(at)}`)
    // Long names are whole, in smaller letters or on two lines.
    expect(first?.replaceAll(/\s+/gu, ' ')).toContain(`${long} 10`)
    expect([overflows, faults]).toEqual([[], []])
    expect(pdf.includes('/Subtype /Image')).toBe(false)
  })

  test('say all of it in English', async () => {
    const { told } = await pagesIn(await makingOf('seating-blocks', rowsOfHall()), 'en')
    expect(told[0]).toMatch(/Seats block by block.*BLOCK A.*▲ STAGE/u)
    expect(told[1]).toMatch(/Free: 1/u)
    expect(told.join()).not.toMatch(/Khối A|KHỐI/u)
  })

  test('of a large block are several, each with rows of its own, and fewer on larger paper', async () => {
    const rows = rowsOfHall({ rows: 30, blocks: [40] })
    const making = await makingOf('seating-blocks', rows)
    const { told, texts, faults } = await pagesIn(making, 'vi')
    expect(told.length).toBeGreaterThan(4)
    expect(told[0]).toMatch(/\(1\/\d+\): HÀNG A - /u)
    const labels = texts.flatMap((page) => page.filter((text) => /^[A-Z]{1,2}\d{1,2}$/u.test(text)))
    expect(new Set(labels).size).toBe(1200)
    expect(labels).toHaveLength(1200)
    expect(faults).toEqual([])
    const larger = await pagesIn(making, 'vi', 'a3')
    expect(larger.told.length).toBeLessThan(told.length)
  })
})

describe('the chart of a whole hall in English', () => {
  const guests = rowsOfHall({ balconyRows: 1, balconySeats: 4 }).map((row) =>
    row.values['delegation'] === longDelegation ? { ...row, values: { ...row.values, delegation: 'Khách mời' } } : row,
  )
  const told = async (kind: string, language: 'vi' | 'en') => {
    const making = await makingOf(kind, guests)
    const twins = new Map([['Khách mời', 'A guest']])
    return (await pagesIn({ ...making, facts: { ...making.facts, twins } }, language, 'a3')).told.join(' ')
  }

  test.each(['seating-chart', 'seating-chart-stage'])('%s says hall, doors and stage in English', async (kind) => {
    const text = await told(kind, 'en')
    for (const word of ['STAGE', 'Door A', 'SEATING CHART', 'Free: ']) expect(text).toContain(word)
    for (const word of ['SÂN KHẤU', 'Cửa', 'Nhìn từ', 'Còn trống']) expect(text).not.toContain(word)
  })

  test('gives each delegation the number that it has in Vietnamese, where the names would stand in another order', async () => {
    const numberOf = (text: string, name: string) => new RegExp(`(\\d+) ${name}: \\d`, 'u').exec(text)?.[1]
    const [vi, en] = [await told('seating-chart', 'vi'), await told('seating-chart', 'en')]
    expect([numberOf(vi, 'Huyện Hải Hậu'), numberOf(vi, 'Khách mời')]).toEqual(['1', '2'])
    expect([numberOf(en, 'Huyện Hải Hậu'), numberOf(en, 'A guest')]).toEqual(['1', '2'])
  })

  test('lists level and door of each seat of a delegation in English', async () => {
    const text = (await pagesIn(await makingOf('seating-delegations', guests), 'en')).told.join(' ')
    expect(text).toMatch(/Door A, Balcony/u)
    expect(text).toMatch(/Balcony, A1/u)
    expect(text).not.toMatch(/Ban công|Tầng một/u)
  })
})

describe('the sheets of delegations', () => {
  test('are one for each delegation, with its seats, people, doors and levels alone', async () => {
    const rows = rowsOfHall({ balconyRows: 1, balconySeats: 4 })
    const { told, texts, overflows, faults } = await pagesIn(await makingOf('seating-delegations', rows), 'vi')
    expect(told).toHaveLength(3)
    const [first = '', second = '', last = ''] = told
    expect(first).toMatch(/Huyện Hải Hậu.*Số của đoàn trên sơ đồ: 1\. Số người có ghế: 12\./u)
    expect(first).not.toContain(longDelegation)
    expect(first).toContain('Cửa A, Tầng một')
    expect(texts[0]?.filter((text) => text.startsWith('Trần Thị Người'))).toHaveLength(9)
    // Once in the plan and once in the list.
    expect(texts[0]?.filter((text) => text === 'A1')).toHaveLength(2)
    expect(texts[0]).not.toContain('A5')
    expect(second).toContain(longDelegation)
    expect(last).toContain('Chưa ghi đoàn')
    expect(last).toContain('Cửa A, Ban công')
    expect([overflows, faults]).toEqual([[], []])
  })

  test('go on with their list on further pages, in English too', async () => {
    const { told, texts } = await pagesIn(
      await makingOf('seating-delegations', rowsOfHall({ rows: 25, blocks: [8, 4] })),
      'en',
    )
    expect(told[0]).toMatch(/Seats of the delegation.*People with a seat: 200/iu)
    expect(told[1]).toMatch(/Huyện Hải Hậu \(continued\)/u)
    const seats = texts.slice(0, 3).flatMap((page) => page.filter((text) => /Người\d+$|Châu \d+$/u.test(text)))
    expect(new Set(seats).size).toBe(200)
  })
})

describe('a phase in which some sit on the stage', () => {
  const withPhase = () => {
    let made = 0
    const start = { ...usualStart, rows: 3, blocks: [4, 4], presidium: 5, secretariat: 2 }
    const hall = indexHall(startHall(start, drawnWords, () => `p${String((made += 1))}`))
    const floor = hall.seats.filter(({ isStage }) => !isStage)
    const [first, second, third] = hall.seats.filter(({ isStage }) => isStage).map(({ id }) => id)
    const opening = new Map(floor.map(({ id }, at) => [id, { name: `Trần Người${String(at)}`, delegation: 'Ý Yên' }]))
    const called = new Map([
      [first ?? '', { name: 'Lê Chủ Tọa', delegation: 'Ý Yên' }],
      [second ?? '', { name: 'Vũ Chủ Tọa', delegation: '' }],
    ])
    const later = rowsInPhase(
      hall,
      { id: 'p', name: 'Đoàn Chủ tịch lên sân khấu' },
      { given: [...called.keys(), third ?? '', floor[0]?.id ?? ''].slice(0, 3), personOn: called },
    )
    return { hall, rows: rowsInHall(hall, opening), later }
  }

  test('has a sheet of its own after those of the blocks, with the table that is used and nobody of the hall', async () => {
    const { hall, rows, later } = withPhase()
    // The table of the secretariat stays empty.
    expect(later).toHaveLength(5)
    const { told } = await pagesIn(await makingOf('seating-blocks', [...rows, ...later]), 'vi')
    expect(told).toHaveLength(3)
    expect(told[2]).toMatch(/ĐOÀN CHỦ TỊCH LÊN SÂN KHẤU.*Lê Chủ Tọa/su)
    expect(told[2]).toContain('Vũ Chủ Tọa')
    expect(told[2]).not.toContain('Trần Người')
    expect(told.slice(0, 2).join(' ')).not.toContain('Chủ Tọa')
    const english = await makingOf('seating-blocks', [...rows, ...later])
    const facts = { ...english.facts, twins: await englishTwins() }
    const { told: inEnglish } = await pagesIn({ ...english, facts }, 'en')
    expect(inEnglish[2]).toContain('PRESIDIUM ON STAGE')
    expect(hall.seats.filter(({ isStage }) => isStage)).toHaveLength(7)
  })

  test('leaves the chart of the hall and the sheets of delegations as they are from the opening on', async () => {
    const { rows, later } = withPhase()
    for (const kind of ['seating-chart', 'seating-delegations']) {
      const [alone, both] = [
        await pagesIn(await makingOf(kind, rows), 'vi'),
        await pagesIn(await makingOf(kind, [...rows, ...later]), 'vi'),
      ]
      expect(both.told).toEqual(alone.told)
    }
  })
})
