import { expect, test } from 'vitest'
import type { Paper } from '../../../server/documents/blocks.ts'
import type { CardElement, Cards } from '../../../server/documents/cards.ts'
import { portrait } from '../../../server/documents/official-form.ts'
import { drawParts, drawSingles } from '../../../server/documents/pdf/draw.ts'
import { readPdf } from './read-pdf.ts'

const shared = { kind: 'heading', text: 'Ban Tổ chức Đại hội' } as const
const aPaper = (name: string, paragraphs: number): Paper => ({
  title: 'Giấy mời',
  language: 'vi',
  page: portrait,
  pageNumbers: 'official',
  blocks: [
    shared,
    { kind: 'paragraph', text: name },
    ...Array.from(
      { length: paragraphs },
      () => ({ kind: 'paragraph', text: 'Trân trọng kính mời đồng chí.' }) as const,
    ),
  ],
})

const frame: CardElement = { kind: 'frame', x: 1, y: 1, width: 80, height: 50, grey: 0.9, rule: 1, isPreprinted: false }
const aText = (text: string): CardElement => ({
  kind: 'text',
  text,
  x: 5,
  y: 10,
  width: 70,
  height: 20,
  face: 'bold',
  size: 20,
  leastSize: 10,
  alignment: 'centre',
  vertical: 'middle',
  isOneLine: true,
  isTurned: false,
  isPreprinted: false,
})
const aCard = (name: string): Cards => ({
  title: 'Thẻ đại biểu',
  language: 'vi',
  sheet: {
    page: { width: 90, height: 60 },
    card: { width: 90, height: 60 },
    columns: 1,
    rows: 1,
    gap: { x: 0, y: 0 },
    hasCropMarks: false,
  },
  faces: [{ front: [frame, aText(name)], back: [frame, aText('Ban Tổ chức')] }],
  skipped: 0,
  overprint: null,
})

const readSingles = async (parts: (Paper | Cards)[]) => {
  const read = []
  for await (const { shared: begin, own } of drawSingles(parts, new Date(0))) {
    read.push(await readPdf(Buffer.concat([begin, own])))
  }
  return read
}
/** What a reader sees of a page, and where, to the tenth of a point: stamped pieces may come in another order. */
const seen = ({ pages }: Awaited<ReturnType<typeof readPdf>>) =>
  pages.map(({ texts, width, height }) => {
    const lines = texts.map(
      ({ text, x, y, size, font }) => `${y.toFixed(1)} ${x.toFixed(1)} ${font} ${String(size)} ${text}`,
    )
    return { lines: lines.sort(), width, height }
  })

test.each([
  [
    'papers of one page and of several',
    [aPaper('Ông Nguyễn Văn An', 1), aPaper('Bà Trần Thị Bình', 60), aPaper('Ông Lê Văn Cường', 1)],
  ],
  ['cards with a back', ['Nguyễn Văn An', 'Trần Thị Bình', 'Lê Văn Cường'].map(aCard)],
])('%s are dealt out as files that read as each would alone, and hold nobody else', async (_name, parts) => {
  const singles = await readSingles(parts)
  expect(singles).toHaveLength(parts.length)
  for (const [index, part] of parts.entries()) {
    const alone = await readPdf((await drawParts([part], new Date(0))).pdf)
    expect(seen(singles[index]!)).toEqual(seen(alone))
  }
})
