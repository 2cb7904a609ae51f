import type { CardElement, Cards } from '../documents/cards.ts'
import { drawParts } from '../documents/pdf/draw.ts'
import type { Language } from '../format/dates.ts'
import { formatNumber } from '../format/numbers.ts'
import { testSheetWords } from './words.ts'

const page = { width: 210, height: 297 }
/** Where the cross stands when the printer is off by nothing. */
const cross = { x: 105, y: 100 }
const arm = 60

/** A ruler cross: what it is off by on paper is what the printer is off by. Moved by the offset that is to be tried. */
export const drawTestSheet = async (
  offset: { x: number; y: number },
  language: Language,
  madeAt: Date,
): Promise<Buffer> => {
  const words = testSheetWords[language]
  const cards: Cards = {
    title: words.title,
    language,
    sheet: { page, card: page, columns: 1, rows: 1, gap: { x: 0, y: 0 }, hasCropMarks: false },
    faces: [{ front: [...rulers(), ...texts(words, offset, language)], back: null }],
    skipped: 0,
    overprint: offset,
  }
  return (await drawParts([cards], madeAt)).pdf
}

const rulers = (): CardElement[] => [
  line(cross.x - arm, cross.y, arm * 2, 0),
  line(cross.x, cross.y - arm, 0, arm * 2),
  ...Array.from({ length: arm * 2 + 1 }, (_, index) => index - arm).flatMap((away) => {
    const length = away % 10 === 0 ? 5 : away % 5 === 0 ? 3.5 : 2
    return [
      line(cross.x + away, cross.y - length / 2, 0, length),
      line(cross.x - length / 2, cross.y + away, length, 0),
    ]
  }),
]

const line = (x: number, y: number, width: number, height: number): CardElement => ({
  kind: 'frame',
  x,
  y,
  width,
  height,
  grey: null,
  rule: 0.3,
  isPreprinted: false,
})

const texts = (
  words: (typeof testSheetWords)[Language],
  { x, y }: { x: number; y: number },
  language: Language,
): CardElement[] => [
  text(words.title, { y: 20, height: 10, size: 16, face: 'bold' }),
  text(words.how, { y: 180, height: 60, size: 13, face: 'regular' }),
  text(words.offset(signed(x, language), signed(y, language)), {
    y: 245,
    height: 10,
    size: 13,
    face: 'bold',
  }),
]

/** With the minus that the dialog of the printers writes. */
const signed = (offset: number, language: Language): string => formatNumber(offset, language).replace('-', '−')

const text = (
  content: string,
  { y, height, size, face }: { y: number; height: number; size: number; face: 'bold' | 'regular' },
): CardElement => ({
  kind: 'text',
  text: content,
  x: 25,
  y,
  width: page.width - 50,
  height,
  face,
  size,
  leastSize: 10,
  alignment: 'centre',
  vertical: 'top',
  isOneLine: false,
  isTurned: false,
  isPreprinted: false,
})
