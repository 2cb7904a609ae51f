import { beforeAll, expect, test } from 'vitest'
import type { Block, Paper } from '../../../server/documents/blocks.ts'
import { portrait } from '../../../server/documents/official-form.ts'
import { drawPdf } from '../../../server/documents/pdf/draw.ts'
import { readPdf, wordsOf, type PdfPage } from './read-pdf.ts'

const millimetre = 72 / 25.4
const aPaper = (blocks: Block[]): Paper => ({
  title: 'Thông báo',
  language: 'vi',
  page: portrait,
  pageNumbers: 'official',
  blocks,
})
const print = async (blocks: Block[]) => (await readPdf(await drawPdf(aPaper(blocks), new Date(0)))).pages

const sentence = 'Ban Tổ chức Đại hội Thi đua yêu nước tỉnh Nam Định lần thứ V trân trọng thông báo tới các đồng chí. '
let page: PdfPage | undefined
beforeAll(async () => {
  ;[page] = await print([
    { kind: 'paragraph', text: sentence.repeat(4).trim() },
    { kind: 'paragraph', text: 'Hết./.' },
  ])
})
/** Baselines from top to bottom with the edges of what stands on them. */
const edges = () => {
  const lines = new Map<number, { left: number; right: number }>()
  for (const { x, y, width } of page?.texts ?? []) {
    const line = lines.get(y) ?? { left: Infinity, right: 0 }
    lines.set(y, { left: Math.min(line.left, x), right: Math.max(line.right, x + width) })
  }
  return [...lines].map(([y, { left, right }]) => ({ y, left: left / millimetre, right: right / millimetre }))
}

test('body text is 14 points, upright', () => {
  expect([...new Set(page?.texts.map(({ font, size }) => `${font} ${String(size)}`))]).toEqual(['Tinos-Regular 14'])
})

test('the first line of a paragraph is indented by 12,7 mm, the others begin at the edge', () => {
  const [first, second, third] = edges()
  expect(first?.left).toBeCloseTo(42.7, 1)
  expect(second?.left).toBeCloseTo(30, 1)
  expect(third?.left).toBeCloseTo(30, 1)
})

test('both edges of a paragraph are even but for its last line', () => {
  const rights = edges().map(({ right }) => right)
  expect(rights.length).toBe(7)
  for (const right of rights.slice(0, 5)) expect(right).toBeCloseTo(195, 0)
  expect(rights[5]).toBeLessThan(194)
})

test.each([
  ['of one face', (text: string) => text],
  [
    'of several faces',
    (text: string) => [
      { text: 'Kính', face: 'bold' as const },
      { text: text.slice(4), face: 'regular' as const },
    ],
  ],
])('a line %s that would need spaces more than three times as wide as they are stays short', async (_name, textOf) => {
  const [narrow] = await print([
    { kind: 'paragraph', text: textOf(`Kính mời dự ${'Ă'.repeat(39)} họp`) },
    { kind: 'paragraph', text: textOf('Kính mời dự') },
  ])
  const texts = (narrow?.texts ?? []).filter(({ text }) => /Kính|mời|dự/u.test(text))
  const reach = (y: number | undefined) =>
    Math.max(...texts.filter((text) => text.y === y).map((text) => text.x + text.width))
  // Of two spaces, each a quarter of the size wide, each may be as wide as three.
  expect(reach(texts[0]?.y) - reach(texts.at(-1)?.y)).toBeCloseTo(2 * 2 * (14 / 4), 0)
})

test('lines stand in single spacing, paragraphs 6 points apart', () => {
  const baselines = edges().map(({ y }) => y)
  const steps = baselines.slice(1).map((y, index) => y - (baselines[index] ?? 0))
  expect(steps.slice(0, 5).map((step) => (step / 14).toFixed(2))).toEqual(Array.from({ length: 5 }, () => '1.15'))
  expect((steps[5] ?? 0) - (steps[0] ?? 0)).toBeCloseTo(6, 1)
})

test('no line of a paragraph stands alone on a page', async () => {
  const filler = Array.from({ length: 30 }, (): Block => ({ kind: 'paragraph', text: 'Một dòng.' }))
  for (let count = 28; count < 32; count += 1) {
    const pages = await print([...filler.slice(0, count), { kind: 'paragraph', text: sentence.repeat(2).trim() }])
    const lines = pages.map(
      ({ texts }) => new Set(texts.filter(({ text }) => !/^Một|dòng\.|^\d$/.test(text)).map(({ y }) => y)).size,
    )
    expect(lines.filter((each) => each === 1)).toEqual([])
  }
})

test('a list has hyphens', async () => {
  expect(wordsOf(await print([{ kind: 'list', items: ['Một', 'Hai'] }]))).toBe('- Một - Hai')
})

test('a paper of nothing is one empty page', async () => {
  expect((await print([])).map(({ texts }) => texts)).toEqual([[]])
})

test('papers that share blocks stand in one file, each on a page of its own, with the same text at the same places', async () => {
  const head: Block = { kind: 'title', type: 'Giấy mời', about: ['Dự Đại hội Thi đua yêu nước'] }
  const end: Block = { kind: 'paragraph', text: sentence.repeat(2).trim() }
  const names = ['Nguyễn Văn An', 'Trần Thị Bình', 'Lê Văn Cường']
  const letters = names.map((text) => aPaper([head, { kind: 'paragraph', text }, end]))
  const apart = await Promise.all(
    letters.map(async (letter) => (await readPdf(await drawPdf(letter, new Date(0)))).pages),
  )
  const { pages } = await readPdf(await drawPdf(letters, new Date(0)))
  expect(pages).toHaveLength(3)
  for (const [index, { texts, rules }] of pages.entries()) {
    const place = ({ text, x, y }: { text: string; x: number; y: number }) => `${text} ${x.toFixed(1)} ${y.toFixed(1)}`
    expect(texts.map(place).sort()).toEqual(apart[index]?.[0]?.texts.map(place).sort())
    expect(rules.map(({ left, top }) => [left.toFixed(1), top.toFixed(1)])).toEqual(
      apart[index]?.[0]?.rules.map(({ left, top }) => [left.toFixed(1), top.toFixed(1)]),
    )
  }
})

test('what papers share is kept once in the file', async () => {
  const end: Block = { kind: 'paragraph', text: sentence.repeat(20).trim() }
  const letters = (count: number) =>
    Array.from({ length: count }, (_, at) => aPaper([{ kind: 'paragraph', text: `Số ${String(at)}` }, end]))
  const sizeOf = async (count: number) => (await drawPdf(letters(count), new Date(0))).length
  const [few, many] = [await sizeOf(3), await sizeOf(53)]
  expect((many - few) / 50).toBeLessThan(800)
})

test('an address at the foot has as many lines as it needs, all above the lower margin', async () => {
  const address = `Địa chỉ: ${'Số 57 đường Vị Hoàng, phường Vị Xuyên, thành phố Nam Định; '.repeat(6).trim()} hết.`
  const paper = { ...aPaper([{ kind: 'paragraph', text: sentence.trim() }]), address }
  const { pages } = await readPdf(await drawPdf(paper, new Date(0)))
  expect(pages).toHaveLength(1)
  const small = pages[0]?.texts.filter(({ size }) => size < 13) ?? []
  const said = small.map(({ text }) => text.trim()).join(' ')
  expect(said).toBe(address)
  for (const { y } of small) expect(y / millimetre).toBeLessThan(297 - 20)
})
