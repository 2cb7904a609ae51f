import { describe, expect, test } from 'vitest'
import { composeParts, type Making } from '../../../server/documents/compose.ts'
import { faultFinder, faultsOn } from '../../../server/documents/faults.ts'
import { largeParts, printFaultsOf } from '../../../server/documents/pages.ts'
import { drawParts } from '../../../server/documents/pdf/draw.ts'
import { partsByRow } from '../../../server/documents/rows-parts.ts'
import { longestRows, sampleRows } from '../../../server/documents/samples.ts'
import type { PaperFault } from '../../../server/documents/schema.ts'
import { listPaperKinds, readTemplate } from '../../../server/documents/templates.ts'
import { aSessionOf, namDinh, someItems } from './facts.ts'
import { readPdf, wordsOf } from './read-pdf.ts'

const facts = namDinh([aSessionOf(someItems(3))])
const making = async (kind: string, names: readonly string[] | null = null): Promise<Making> => {
  const template = await readTemplate(kind)
  const sample = sampleRows(template.columns)
  const rows = names?.map((name, index) => ({ id: `row-${String(index)}`, values: { ...sample[0]?.values, name } }))
  return { template, facts, filled: {}, rows: rows ?? sample, today: '2020-06-22' }
}
const kinds = await listPaperKinds()
const lettersOf = (faults: readonly PaperFault[]) => faults.filter((fault) => fault.letters !== undefined)
const plain = { language: 'vi', sheet: null } as const

describe('letters that cannot be printed', () => {
  test.each(kinds)('are none in the sample and the longest of %s', async (kind) => {
    const of = await making(kind)
    for (const language of of.template.languages) {
      const longest = { ...of, rows: longestRows(of.template.columns) }
      for (const each of [of, longest]) expect(lettersOf(await faultsOn(each, language))).toEqual([])
    }
  })

  test.each(['badge', 'invitation', 'personal-slip', 'envelope', 'seat-card'])(
    'are told with whose %s they stand on',
    async (kind) => {
      const names = ['Nguyễn Văn An', 'Lê 🎉 An', 'مرحبا', '山田 Bình', 'שלום', 'Trần Thị Bình']
      expect(lettersOf(await faultsOn(await making(kind, names), 'vi'))).toEqual([
        { name: 'Lê 🎉 An', text: '', letters: '🎉' },
        { name: 'مرحبا', text: '', letters: 'م ر ح ب ا' },
        { name: '山田 Bình', text: '', letters: '山 田' },
        { name: 'שלום', text: '', letters: 'ש ל ו ם' },
      ])
    },
  )

  test('in a list stand on the paper of all, in what the office words on every paper', async () => {
    expect(await faultsOn(await making('delegates-by-delegation', ['Lê 🎉 An']), 'vi')).toEqual([
      { name: '', text: '', letters: '🎉' },
    ])
    const of = await making('invitation', ['Nguyễn Văn An', 'Trần Thị Bình'])
    const worded = { ...of, facts: namDinh([aSessionOf(someItems(3))], { title: 'Đại hội 🎉' }) }
    expect(await faultsOn(worded, 'vi')).toEqual([{ name: '', text: '', letters: '🎉' }])
  })

  test('whose place on a badge stays empty while others have theirs is counted, and nobody where none has', async () => {
    const of = await making('badge', ['An', 'Bình', 'Cường'])
    const withNumbers = (numbers: readonly string[]) =>
      of.rows.map((row, at) => ({ ...row, values: { ...row.values, number: numbers[at] ?? '', class: 'Khách mời' } }))
    const sentencesOf = async (numbers: readonly string[]) =>
      (await faultsOn({ ...of, rows: withNumbers(numbers) }, 'vi')).map(({ sentence }) => sentence?.vi)
    expect(await sentencesOf(['001'])).toEqual(['2 người chưa có số đại biểu: chỗ ấy trên thẻ để trống.'])
    expect(await sentencesOf([])).toEqual([])
    expect(await sentencesOf(['001', '002', '003'])).toEqual([])
  })

  test('are looked for in what is printed alone', async () => {
    const of = await making('badge', ['Lê 🎉 An', 'Trần 🎈 Bình'])
    const finder = await faultFinder(of, 'vi')
    for (const row of partsByRow(of, 'vi')) if (row.rowId === 'row-1') finder.look(row)
    expect(finder.found()).toMatchObject([{ letters: '🎈' }])
  })

  test('are not those that are written with marks apart: they are put together', async () => {
    const apart = 'Nguye\u0302\u0303n Va\u0306n Đo\u031B\u0323i'
    for (const kind of ['badge', 'invitation', 'delegates-by-delegation', 'seating-chart']) {
      const of = await making(kind, [apart])
      expect(await faultsOn(of, 'vi')).toEqual([])
      const read = await readPdf((await drawParts(composeParts(of, 'vi'), new Date(0))).pdf)
      const said = wordsOf(read.pages)
      expect(said).not.toMatch(/[\u0300-\u036f]/u)
      expect(said).toContain(kind === 'seating-chart' ? 'Đợi' : 'Nguyễn Văn Đợi')
    }
  })
})

describe('a chart of 250 seats', () => {
  const seats = async (): Promise<Making> => ({
    ...(await making('seating-chart')),
    rows: Array.from({ length: 250 }, (_, at) => {
      const [row, column] = [Math.floor(at / 50), at % 50]
      const seat = `${String.fromCharCode(65 + (row % 26))}${String(column + 1)}`
      const place = { x: String(column * 55), y: String(row * 90) }
      return {
        id: String(at),
        values: { seat, ...place, name: 'Nguyễn Thị Phương', delegation: `Đoàn ${String(row)}` },
      }
    }),
  })

  test('has no letter smaller than 5 pt on any size, and says how many find no room', async () => {
    const of = await seats()
    for (const size of ['a4', 'a1'] as const) {
      const sheet = { size, isTiled: false }
      const { pdf } = await drawParts(largeParts(of, { language: 'vi', sheet }), new Date(0))
      const { pages, title } = await readPdf(pdf)
      expect(title).toBe('Sơ đồ chỗ ngồi')
      const texts = pages.flatMap((page) => page.texts)
      expect(Math.min(...texts.map((text) => text.size))).toBeGreaterThanOrEqual(5)
      const inSeats = texts.filter(({ text }) => /^([A-Z]\d+|Phương)$/u.test(text)).length
      const spared = (await printFaultsOf(of, { language: 'vi', sheet })).find((fault) => fault.spared !== undefined)
      expect({ size, texts: inSeats + (spared?.spared ?? 0) }).toEqual({ size, texts: 500 })
      expect((spared?.spared ?? 0) > 0).toBe(size === 'a4')
    }
  })
})

describe('a name of 300 letters', () => {
  const long = 'Nguyễn Thị Phương Thảo '.repeat(13)
  test.each(['badge', 'seat-card', 'envelope', 'invitation', 'delegates-by-delegation', 'seating-chart', 'door-list'])(
    'never leaves the page of %s, and what is cut is told',
    async (kind) => {
      for (const name of [long, 'W'.repeat(300)]) {
        const of = await making(kind, [name, 'Trần Thị Bình'])
        const { pdf, overflows } = await drawParts(composeParts(of, 'vi'), new Date(0))
        const { pages } = await readPdf(pdf)
        const beyond = pages.flatMap((page) =>
          page.texts.filter(({ x, y, width }) => x < 0 || x + width > page.width + 0.5 || y < 0 || y > page.height),
        )
        expect(beyond).toEqual([])
        const least = Math.min(...pages.flatMap(({ texts }) => texts.map(({ size }) => size)))
        expect(least).toBeGreaterThanOrEqual(3)
        // Two on one seat is no matter of room.
        const told = (await printFaultsOf(of, plain)).filter(({ letters, sentence }) => !letters && !sentence)
        expect(told.length > 0).toBe(overflows.length > 0)
      }
    },
  )
})
