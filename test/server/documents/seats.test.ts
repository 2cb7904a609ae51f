import { describe, expect, test } from 'vitest'
import type { Making } from '../../../server/documents/compose.ts'
import { largeParts, pagesOf, printFaultsOf } from '../../../server/documents/pages.ts'
import { drawParts } from '../../../server/documents/pdf/draw.ts'
import { compareRows, readSeat, seatKey, seatLabel } from '../../../server/documents/rules/seats.ts'
import { planSeats, seatSentences } from '../../../server/documents/seat-places.ts'
import { readTemplate } from '../../../server/documents/templates.ts'
import { namDinh } from './facts.ts'
import { readPdf } from './read-pdf.ts'

const people = (seats: readonly [seat: string, name: string, delegation?: string][]) =>
  seats.map(([seat, name, delegation = 'Huyện Hải Hậu'], at) => ({
    id: String(at),
    values: { seat, name, delegation },
  }))

describe('a seat as a list names it', () => {
  test.each([
    ['A12', '', 'A', 12],
    ['a 12', '', 'A', 12],
    ['B-07', '', 'B', 7],
    ['Ghế C5', '', 'C', 5],
    ['AA105', '', 'AA', 105],
    ['Đ3', '', 'Đ', 3],
    ['Hàng B ghế 7', '', 'B', 7],
    ['HÀNG GHẾ B, SỐ 07', '', 'B', 7],
    ['Dãy 3 - ghế số 12', '', '3', 12],
    ['Ghế 7, hàng B', '', 'B', 7],
    ['Row C, seat 14', '', 'C', 14],
    ['3/12', '', '3', 12],
    ['A1-12', '', 'A1', 12],
    ['Tầng hai, dãy A12, ghế 105', 'Tầng hai', 'A12', 105],
    ['Khu B hàng 4 ghế 2', 'Khu B', '4', 2],
  ])('«%s» has its row and number', (text, section, row, number) => {
    expect(readSeat(text)).toEqual({ section, row, number })
    expect(readSeat(text.normalize('NFD'))).toEqual({ section, row, number })
  })

  test.each([
    '12',
    'Hàng B',
    'Ghế 7',
    'Hàng đầu',
    'A0',
    'VIP',
    'Bàn chủ tọa',
    'A12, A13',
    'ABC12',
    'A1234',
    '9/9/2020',
    '',
  ])('«%s» names no row and number', (text) => {
    expect(readSeat(text)).toBe(null)
  })

  test('is one, however it is written', () => {
    expect(new Set(['B7', 'b-07', 'Hàng B ghế 7', 'ghế 7 hàng b'].map(seatKey)).size).toBe(1)
    expect(seatKey('Tầng 2, hàng B ghế 7')).not.toBe(seatKey('B7'))
    expect(['3/12', 'Dãy A1, ghế 2', 'B-07'].map((text) => seatLabel(readSeat(text)!))).toEqual(['3-12', 'A1-2', 'B7'])
  })

  test('stands in rows from A to Z, then AA, and 9 before 10', () => {
    expect(['AA', 'B', '10', 'Đ', 'A', 'E', 'D', '9', 'A2', 'A10'].sort(compareRows)).toEqual([
      '9',
      '10',
      'A',
      'A2',
      'A10',
      'B',
      'D',
      'Đ',
      'E',
      'AA',
    ])
  })
})

describe('seats of people without a plan of the hall', () => {
  const { seats, unreadable, twice } = planSeats(
    people([
      ['B1', 'Trần Thị Bình'],
      ['A2', 'Lê Văn Cường'],
      ['Hàng A ghế 1', 'Nguyễn Văn An'],
      ['a-02', 'Phạm Thị Dung'],
      ['A 1', 'NGUYỄN VĂN AN'],
      ['A9', 'Vũ Thị Giang'],
      ['Bàn chủ tọa', 'Hoàng Văn Em'],
      ['', 'Đỗ Văn Hùng'],
    ]),
  )
  const placeOf = (wanted: string) => seats.find(({ label }) => label === wanted)

  test('stand row behind row, one number behind the same, with an aisle where nobody sits', () => {
    expect(seats.map(({ label, name }) => `${label} ${name}`).sort()).toEqual([
      'A1 Nguyễn Văn An',
      'A2 Lê Văn Cường',
      'A9 Vũ Thị Giang',
      'B1 Trần Thị Bình',
    ])
    expect(placeOf('B1')?.x).toBe(placeOf('A1')?.x)
    expect(placeOf('B1')!.y).toBeGreaterThan(placeOf('A1')!.y)
    const step = placeOf('A2')!.x - placeOf('A1')!.x
    expect(placeOf('A9')!.x - placeOf('A2')!.x).toBe(2 * step)
  })

  test('what cannot be read, and whoever sits where another does, is told by name; one who is named twice is one', () => {
    expect(unreadable).toEqual([{ name: 'Hoàng Văn Em', seat: 'Bàn chủ tọa' }])
    expect(twice).toEqual([{ label: 'A2', names: ['Lê Văn Cường', 'Phạm Thị Dung'] }])
  })

  test('parts of a hall stand one behind the other, each under its name', () => {
    const plan = planSeats(
      people([
        ['Tầng hai, hàng A ghế 1', 'Trần Thị Bình'],
        ['A1', 'Nguyễn Văn An'],
      ]),
    )
    expect(plan.sections.map(({ name }) => name)).toEqual(['Tầng hai'])
    const [section] = plan.sections
    const [hall, upstairs] = plan.seats
    expect([hall?.label, upstairs?.label]).toEqual(['A1', 'Tầng hai, A1'])
    expect(upstairs!.y).toBeGreaterThan(section!.y)
    expect(hall!.y).toBeLessThan(section!.y)
  })
})

describe('seats of people on the plan of a hall', () => {
  const hall = ['A1', 'A2', 'A3'].map((seat, at) => ({
    id: seat,
    values: { seat, x: String(at * 60), y: '0', name: seat === 'A3' ? 'Vũ Thị Giang' : '', delegation: '' },
  }))
  const plan = planSeats([
    ...hall,
    ...people([
      ['hàng A ghế 2', 'Nguyễn Văn An'],
      ['A3', 'Lê Văn Cường'],
      ['C7', 'Trần Thị Bình'],
    ]),
  ])

  test('are put on it, free ones stay, and those that it has not are told', () => {
    expect(plan.seats.map(({ label, x, name }) => [label, x, name])).toEqual([
      ['A1', 0, ''],
      ['A2', 60, 'Nguyễn Văn An'],
      ['A3', 120, 'Vũ Thị Giang'],
    ])
    expect(plan.beyond).toEqual([{ name: 'Trần Thị Bình', seat: 'C7' }])
    expect(plan.twice).toEqual([{ label: 'A3', names: ['Vũ Thị Giang', 'Lê Văn Cường'] }])
  })
})

describe('the chart of a congress', () => {
  const making = async (rows: Making['rows']): Promise<Making> => ({
    template: await readTemplate('seating-chart'),
    facts: namDinh([]),
    filled: {},
    rows,
    today: '2020-09-01',
  })
  const edition = (size: 'a4' | 'a3' | 'a2' | 'a1') => ({ language: 'vi', sheet: { size, isTiled: false } }) as const

  test.each(['a4', 'a3'] as const)('has everybody on %s once, with the delegations and their numbers', async (size) => {
    const rows = people(
      Array.from({ length: 60 }, (_, at) => [
        `Hàng ${'ABCDEF'[Math.floor(at / 10)] ?? ''} ghế ${String((at % 10) + 1)}`,
        `Nguyễn Thị Người${String(at)}`,
        at % 2 === 0 ? 'Huyện Hải Hậu' : '',
      ]),
    )
    const { pdf } = await drawParts(largeParts(await making(rows), edition(size)), new Date(0))
    const [page] = (await readPdf(pdf)).pages
    const texts = page?.texts.map(({ text }) => text.normalize('NFC')) ?? []
    for (const label of ['A1', 'C7', 'F10']) expect(texts.filter((text) => text === label)).toHaveLength(1)
    expect(texts.filter((text) => text.startsWith('Người'))).toHaveLength(60)
    expect(texts).toEqual(expect.arrayContaining(['Huyện Hải Hậu: 30', 'Chưa ghi đoàn: 30']))
    expect(await printFaultsOf(await making(rows), edition(size))).toEqual([])
  })

  test('tells every delegation without its grey: its number is in each of its seats and in the legend', async () => {
    const names = Array.from({ length: 20 }, (_, at) => `Đoàn số ${String(at + 1)}`)
    const rows = people(
      names.flatMap((name, at) =>
        [1, 2].map((seat) => [`${String(at + 1)}-${String(seat)}`, 'Lê Văn Cường', name] as [string, string, string]),
      ),
    )
    const { pdf } = await drawParts(largeParts(await making(rows), edition('a4')), new Date(0))
    const [page] = (await readPdf(pdf)).pages
    const texts = page?.texts.map(({ text }) => text.normalize('NFC')) ?? []
    // Twice in seats, once in the legend, and as the name of its row at both ends.
    for (let number = 1; number <= 20; number += 1) {
      expect(texts.filter((text) => text === String(number))).toHaveLength(5)
    }
    expect(texts.filter((text) => /^Đoàn số \d+: 2$/u.test(text))).toEqual(names.map((name) => `${name}: 2`))
  })

  test('has a legend of three hundred delegations on a page of its own, and is printed as two', async () => {
    const rows = people(
      Array.from({ length: 300 }, (_, at) => [
        `${String(Math.floor(at / 20) + 1)}-${String((at % 20) + 1)}`,
        'Nguyễn Văn An',
        `Đoàn số ${String(at)}`,
      ]),
    )
    const { pdf } = await drawParts(largeParts(await making(rows), edition('a4')), new Date(0))
    const { pages } = await readPdf(pdf)
    expect(pages.map(({ texts }) => texts.filter(({ text }) => text.includes(': 1')).length)).toEqual([0, 300])
    expect((await pagesOf(await making(rows), edition('a4'))).pages).toBe(2)
  })

  test('says what finds no room in its seats, and in which size it does', async () => {
    const rows = Array.from({ length: 1500 }, (_, at) => ({
      id: String(at),
      values: {
        ...{ seat: `${String(Math.floor(at / 40) + 1)}-${String((at % 40) + 1)}`, name: 'Nguyễn Văn An' },
        ...{ x: String((at % 40) * 55), y: String(Math.floor(at / 40) * 95), delegation: 'Huyện Hải Hậu' },
      },
    }))
    const sentences = async (size: 'a4' | 'a1') =>
      (await printFaultsOf(await making(rows), edition(size))).flatMap(({ sentence }) => sentence ?? [])
    expect(await sentences('a4')).toEqual([
      {
        vi: 'Ở khổ này mỗi ghế chỉ đủ chỗ ghi số của đoàn: khổ A3 có số ghế; khổ A2 có tên; «Sơ đồ từng khối» có đủ.',
        en: 'At this size a seat has room for the delegation only: A3 has numbers of seats; A2 has names; “Seats block by block” has all.',
      },
    ])
    expect(await sentences('a1')).toEqual([])
  })

  test('tells on the sheet where seats bear given names alone, and not where they have room for more', async () => {
    const rows = Array.from({ length: 1500 }, (_, at) => ({
      id: String(at),
      values: {
        ...{ seat: `${String(Math.floor(at / 40) + 1)}-${String((at % 40) + 1)}`, name: 'Nguyễn Văn An' },
        ...{ x: String((at % 40) * 55), y: String(Math.floor(at / 40) * 95), delegation: 'Huyện Hải Hậu' },
      },
    }))
    const isTold = async (size: 'a4' | 'a2' | 'a1', count = rows.length) => {
      const { pdf } = await drawParts(largeParts(await making(rows.slice(0, count)), edition(size)), new Date(0))
      const { pages } = await readPdf(pdf)
      return pages.some((page) => page.texts.some(({ text }) => text.normalize('NFC').includes('chỉ ghi tên')))
    }
    expect([await isTold('a4'), await isTold('a2'), await isTold('a1', 40)]).toEqual([false, true, false])
  })

  test('has room for sixty delegations below', async () => {
    const rows = people(
      Array.from({ length: 60 }, (_, at) => [`A${String(at + 1)}`, 'Nguyễn Văn An', `Đoàn số ${String(at)}`]),
    )
    const { pdf, overflows } = await drawParts(largeParts(await making(rows), edition('a4')), new Date(0))
    const [page] = (await readPdf(pdf)).pages
    const texts = page?.texts.map(({ text }) => text.normalize('NFC')) ?? []
    for (let at = 0; at < 60; at += 1) expect(texts).toContain(`Đoàn số ${String(at)}: 1`)
    expect(overflows.filter(({ text }) => text.startsWith('Đoàn'))).toEqual([])
  })

  test('tells what is not on it in sentences that hold every fault, however many', async () => {
    const rows = people([
      ...Array.from(
        { length: 80 },
        (_, at) =>
          [`Ghế mời ${String(at)}`, `Tôn Nữ Công Tằng Nguyễn Phúc Hoàng Bảo Châu ${String(at)}`] as [string, string],
      ),
      ['A1', 'Nguyễn Văn An'],
      ['A1', 'Trần Thị Bình'],
    ])
    const faults = await printFaultsOf(await making(rows), edition('a3'))
    const [lost, twice] = faults.map(({ sentence }) => sentence)
    expect(lost?.vi).toMatch(/^80 chỗ ngồi không đọc được .*Tôn Nữ .*«Ghế mời 0».* và \d+ người khác\./u)
    expect(lost?.en).toMatch(/^Not on the chart, as no row and number can be read \(80\): Tôn Nữ/u)
    expect(twice?.vi).toBe('Ghế A1 ghi cho 2 người: Nguyễn Văn An, Trần Thị Bình; sơ đồ ghi người đầu.')
    for (const sentence of seatSentences(planSeats(rows)))
      expect(Math.max(sentence.vi.length, sentence.en.length)).toBeLessThanOrEqual(500)
  })
})
