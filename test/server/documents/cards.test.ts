import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { CardFace, CardPicture, Cards, CardText } from '../../../server/documents/cards.ts'
import { drawParts, drawSingles } from '../../../server/documents/pdf/draw.ts'
import { pixelsOfPng } from '../../../server/documents/pdf/png.ts'
import { filteredPng } from '../../support/files.ts'
import { linesOf, readPdf, textAt, type PdfPage } from './read-pdf.ts'

const millimetre = 72 / 25.4
const aText = (text: string, values: Partial<CardText> = {}): CardText => ({
  kind: 'text',
  text,
  x: 5,
  y: 10,
  width: 80,
  height: 20,
  face: 'bold',
  size: 24,
  leastSize: 10,
  alignment: 'centre',
  vertical: 'middle',
  isOneLine: true,
  isTurned: false,
  isPreprinted: false,
  ...values,
})

const someCards = (faces: { front: CardFace; back: CardFace | null }[], values: Partial<Cards> = {}): Cards => ({
  title: 'Thẻ',
  language: 'vi',
  sheet: {
    page: { width: 210, height: 297 },
    card: { width: 90, height: 60 },
    columns: 2,
    rows: 4,
    gap: { x: 0, y: 0 },
    hasCropMarks: false,
  },
  faces,
  skipped: 0,
  overprint: null,
  ...values,
})
const draw = async (cards: Cards) => {
  const { pdf, overflows } = await drawParts([cards], new Date(0))
  return { ...(await readPdf(pdf)), overflows }
}
const named = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ front: [aText(`Số ${String(at)}`)], back: null }))
const textsOf = ({ texts }: PdfPage) => texts.map(({ text }) => text)

describe('cards', () => {
  test('lie on the sheet row by row, in the middle of the page', async () => {
    const { pages } = await draw(someCards(named(9)))
    expect(pages.map(textsOf)).toEqual([Array.from({ length: 8 }, (_, at) => `Số ${String(at)}`), ['Số 8']])
    const first = textAt(pages[0], 'Số 0')
    const second = textAt(pages[0], 'Số 1')
    const third = textAt(pages[0], 'Số 2')
    expect((second.x - first.x) / millimetre).toBeCloseTo(90, 1)
    expect((third.y - first.y) / millimetre).toBeCloseTo(60, 1)
    expect((first.x + first.width / 2) / millimetre).toBeCloseTo(15 + 45, 1)
  })

  test('begin after the places that are used up', async () => {
    const { pages } = await draw(someCards(named(3), { skipped: 6 }))
    expect(pages.map(textsOf)).toEqual([['Số 0', 'Số 1'], ['Số 2']])
    expect(textAt(pages[0], 'Số 0').y).toBeGreaterThan(textAt(pages[1], 'Số 2').y)
  })

  test('have their backs behind them when the sheet is turned over its long edge', async () => {
    const faces = ['A', 'B', 'C'].map((name) => ({ front: [aText(name)], back: [aText(`sau ${name}`)] }))
    const { pages } = await draw(someCards(faces))
    expect(pages).toHaveLength(2)
    for (const name of ['A', 'B', 'C']) {
      const front = textAt(pages[0], name)
      const back = textAt(pages[1], `sau ${name}`)
      const middle = (text: typeof front) => (text.x + text.width / 2) / millimetre
      expect(middle(front) + middle(back)).toBeCloseTo(210, 1)
      expect(back.y).toBeCloseTo(front.y, 1)
    }
  })

  test('print only what varies over blanks, moved by what the printer is off', async () => {
    const face = [aText('ĐẠI BIỂU', { isPreprinted: true, y: 40 }), aText('Nguyễn Văn An')]
    const [plain, over] = await Promise.all([
      draw(someCards([{ front: face, back: null }])),
      draw(someCards([{ front: face, back: null }], { overprint: { x: 1.5, y: -2 } })),
    ])
    expect(over.pages.map(textsOf)).toEqual([['Nguyễn Văn An']])
    const [before, after] = [textAt(plain.pages[0], 'Nguyễn Văn An'), textAt(over.pages[0], 'Nguyễn Văn An')]
    expect((after.x - before.x) / millimetre).toBeCloseTo(1.5, 1)
    expect((after.y - before.y) / millimetre).toBeCloseTo(-2, 1)
  })

  test('shrink a long name on one line first, then wrap it', async () => {
    const [short, long, longest] = [
      'Lê An',
      'Nguyễn Phúc Hoàng Bảo Châu',
      'Tôn Nữ Công Tằng Nguyễn Phúc Hoàng Bảo Châu Anh Thư',
    ]
    const sizeOf = async (name: string) => {
      const { pages, overflows } = await draw(someCards([{ front: [aText(name)], back: null }]))
      expect(overflows).toEqual([])
      return { size: pages[0]?.texts[0]?.size ?? 0, lines: pages[0] ? linesOf(pages[0]).length : 0 }
    }
    expect(await sizeOf(short ?? '')).toEqual({ size: 24, lines: 1 })
    const middle = await sizeOf(long ?? '')
    expect(middle.lines).toBe(1)
    expect(middle.size).toBeLessThan(24)
    expect(middle.size).toBeGreaterThanOrEqual(10)
    const last = await sizeOf(longest ?? '')
    expect(last).toEqual({ size: 16, lines: 2 })
  })

  test('cut what finds no room even in the smallest letters, and tell it', async () => {
    const endless = 'Nguyễn Văn Rất Dài '.repeat(60).trim()
    const { pages, overflows } = await draw(someCards([...named(1), { front: [aText(endless)], back: null }]))
    expect(overflows).toEqual([{ card: 1, text: endless }])
    expect(pages[0]?.texts.some(({ text }) => text.endsWith('…'))).toBe(true)
  })

  test('never let a text leave its box, whether a font has its letters or not', async () => {
    const letter = fc.constantFrom('a', 'ư', 'Đ', 'ậ', 'm', 'W', '🎉', '山', 'م')
    const word = fc.string({ unit: letter, minLength: 1, maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 40 }), fc.boolean(), async (words, isOneLine) => {
        const { pages } = await draw(someCards([{ front: [aText(words.join(' '), { isOneLine })], back: null }]))
        for (const { x, y, width, size } of pages[0]?.texts ?? []) {
          expect(x / millimetre).toBeGreaterThanOrEqual(15 + 5 - 0.1)
          expect((x + width) / millimetre).toBeLessThanOrEqual(15 + 85 + 0.1)
          expect(y - 0.9 * size).toBeGreaterThanOrEqual((28.5 + 10) * millimetre - 1)
          expect(y).toBeLessThanOrEqual((28.5 + 30) * millimetre)
        }
      }),
      { numRuns: 25, seed: 2020 },
    )
  })

  test('bear a code that is dark on light and stands where it was put', async () => {
    const code = { kind: 'code', x: 10, y: 10, side: 30, value: 'https://vi.du/d/abc', isPreprinted: false } as const
    const { pdf } = await drawParts([someCards([{ front: [code], back: null }])], new Date(0))
    expect((await readPdf(pdf)).pages).toHaveLength(1)
    expect(pdf.length).toBeLessThan(3000)
  })

  test('stand head down on the far side of a tent', async () => {
    const { pages } = await draw(
      someCards([{ front: [aText('Bàn 1', { isTurned: true, vertical: 'top' })], back: null }]),
    )
    const text = textAt(pages[0], 'Bàn 1')
    // Turned around the middle of its box, what stood at the top left ends at the bottom right.
    expect(text.y / millimetre).toBeGreaterThan(28.5 + 20)
  })
})

describe('a picture on cards', () => {
  /** Twice as wide as high, half of it seen through. */
  const aPicture = async (values: Partial<CardPicture> = {}): Promise<CardPicture> => {
    const background = { r: 200, g: 0, b: 0, alpha: 0.5 }
    const png = await sharp({ create: { width: 40, height: 20, channels: 4, background } })
      .png()
      .toBuffer()
    const box = { x: 10, y: 5, width: 20, height: 30 }
    return { kind: 'picture', ...box, png: png.toString('base64'), alt: 'Tỉnh Nam Định', isPreprinted: true, ...values }
  }
  const picturesIn = (pdf: Buffer) => pdf.toString('latin1').split('/Subtype /Image').length - 1

  test('stands in the middle of its box, as large as the box lets it be', async () => {
    const { pages } = await draw(someCards([{ front: [await aPicture()], back: null }]))
    const [picture] = pages[0]?.pictures ?? []
    const inMillimetres = Object.values(picture ?? {}).map((length: number) => length / millimetre)
    // The card's corner is 15 and 28.5 mm from that of the page; 20 × 10 mm of the box are filled.
    for (const [index, expected] of [15 + 10, 28.5 + 5 + 10, 20, 10].entries())
      expect(inMillimetres[index]).toBeCloseTo(expected, 1)
  })

  test('is kept once in the file, with what is seen through it, however many cards bear it', async () => {
    const picture = await aPicture()
    const faces = named(20).map(({ front, back }) => ({ front: [picture, ...front], back }))
    const { pdf } = await drawParts([someCards(faces)], new Date(0))
    // The colours, and how much of them is seen.
    expect(picturesIn(pdf)).toBe(2)
    expect(pdf.toString('latin1')).toContain('/SMask')
    for await (const { shared, own } of drawSingles(
      faces.map((face) => someCards([face])),
      new Date(0),
    )) {
      expect(picturesIn(shared)).toBe(2)
      expect((await readPdf(Buffer.concat([shared, own]))).pages[0]?.pictures).toHaveLength(1)
      break
    }
  })

  test('is left out where the blanks bear it', async () => {
    const front = [await aPicture(), aText('Nguyễn Văn An')]
    const { pages } = await draw(someCards([{ front, back: null }], { overprint: { x: 0, y: 0 } }))
    expect(pages[0]?.pictures).toEqual([])
  })

  test('stands on the sheets that are pasted together', async () => {
    const cards = someCards([{ front: [await aPicture()], back: null }])
    const { pdf } = await drawParts([cards], new Date(0), { tiledFrom: 1 })
    const { pages } = await readPdf(pdf)
    expect(picturesIn(pdf)).toBe(2)
    expect(pages.at(-1)?.pictures).toHaveLength(1)
  })

  test('is read from a PNG whose rows are told by those beside them, in each of the five ways', () => {
    const [side, length] = [10, 40]
    const raw = Buffer.from(Array.from({ length: side * length }, (_, at) => (at * at * 7 + at * 13) % 256))
    const { colours, opacities } = pixelsOfPng(filteredPng(raw, side))
    const joined = Array.from({ length: side * side }, (_, at) => [
      ...colours.subarray(at * 3, at * 3 + 3),
      opacities[at] ?? 0,
    ])
    expect(joined.flat()).toEqual([...raw])
  })
})
