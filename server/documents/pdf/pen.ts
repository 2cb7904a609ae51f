import { createRequire } from 'node:module'

export type Face = 'regular' | 'bold' | 'italic' | 'bold-italic'

/** Face and size of a text. */
export interface Ink {
  face: Face
  size: number
}

/** Measures and draws on the current page; lengths in points from the page's upper left corner. */
export interface Pen {
  widthOf: (text: string, ink: Ink) => number
  /** `stretch` widens each space by so much. */
  write: (text: string, ink: Ink, at: { x: number; baseline: number; stretch?: number }) => void
  line: (from: Point, to: Point, width: number) => void
}

interface Point {
  x: number
  y: number
}

/** Tinos has the widths of Times New Roman and all Vietnamese letters; its metrics as shares of the size. */
const ascent = 0.8911
const descent = 0.2163
const leading = 0.0425

/** Height of one line in single spacing. */
export const lineHeight = (size: number): number => size * (ascent + descent + leading)

/** From the top of a line to its baseline. */
export const toBaseline = (size: number): number => size * (ascent + leading / 2)

const files: Readonly<Record<Face, string>> = {
  regular: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  'bold-italic': '700Bold_Italic/Tinos_700Bold_Italic.ttf',
}
const { resolve } = createRequire(import.meta.url)

/** A pen for this document; each font file gets one name, else it is parsed anew at every change of font. */
export const penOf = (document: PDFKit.PDFDocument): Pen => {
  for (const [face, file] of Object.entries(files)) {
    document.registerFont(face, resolve(`@expo-google-fonts/tinos/${file}`))
  }
  const widths = new Map<string, number>()
  const take = ({ face, size }: Ink) => document.font(face).fontSize(size)
  return {
    widthOf: (text, ink) => {
      const key = `${ink.face} ${text}`
      let width = widths.get(key)
      if (width === undefined) {
        width = take({ ...ink, size: unitSize }).widthOfString(drawn(text)) / unitSize
        widths.set(key, width)
      }
      return width * ink.size
    },
    write: (text, ink, { x, baseline, stretch = 0 }) => {
      const place = { lineBreak: false, baseline: 'alphabetic', ...(stretch === 0 ? {} : { wordSpacing: stretch }) }
      take(ink).text(drawn(text), x, baseline, place as PDFKit.Mixins.TextOptions)
    },
    line: (from, to, width) => {
      document.lineWidth(width).moveTo(from.x, from.y).lineTo(to.x, to.y).stroke()
    },
  }
}

const unitSize = 1000

/** Composed letters, and ordinary spaces for those that only kept a line together: what is copied from the page can be searched. */
const drawn = (text: string) => text.normalize('NFC').replaceAll('\u00a0', ' ')
