import { createRequire } from 'node:module'
import type { Face } from '../blocks.ts'
import { withoutMarks } from '../rules/template-faults.ts'
import type { Reference } from './file.ts'

/** A word as a font file draws it: glyph numbers in hexadecimal, and its width at size 1. */
interface Encoded {
  hex: string
  width: number
}

/** The fonts of one document. */
export interface Typefaces {
  /** Whether the fonts have a letter: else they draw a box. */
  has: (letter: string) => boolean
  /** Width at size 1. */
  widthOf: (text: string, face: Face) => number
  /** Tells the glyph numbers in hexadecimal, word by word with the spaces between them, and after each space `wider`. */
  eachWord: (text: string, face: Face, tell: (hex: string) => void, wider?: string) => void
  /** Name of the face in the resources of a page or form, and what stands under it. */
  resource: (face: Face) => { name: string; reference: Reference }
}

/** A font of a pdfkit document, as it stands behind its types: the file, and of it what the document uses so far. */
interface DocumentFont {
  id: string
  font: {
    unitsPerEm: number
    glyphForCodePoint: (codePoint: number) => { id: number; advanceWidth: number }
  }
  subset: { includeGlyph: (id: number) => number }
  /** By number in the subset: thousandths of the size, and the letters that are copied from the page. */
  widths: (number | undefined)[]
  unicode: (number[] | undefined)[]
  ref: () => Reference
}

/** Tinos has the widths of Times New Roman and all Vietnamese letters. */
const files: Readonly<Record<Face, string>> = {
  regular: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  'bold-italic': '700Bold_Italic/Tinos_700Bold_Italic.ttf',
}
const { resolve } = createRequire(import.meta.url)

/**
 * Letters are looked up one by one and words are remembered: shaping each new word costs many times more, and Word
 * neither kerns Times New Roman nor joins its letters, so that both editions of a paper break their lines alike.
 */
export const openTypefaces = (document: PDFKit.PDFDocument): Typefaces => {
  const opened = new Map<Face, ReturnType<typeof openFace>>()
  const faceOf = (face: Face) => {
    let known = opened.get(face)
    if (!known) {
      known = openFace(document, face)
      opened.set(face, known)
    }
    return known
  }
  return {
    has: (letter) => faceOf('regular').has(letter),
    widthOf: (text, face) => faceOf(face).widthOf(text),
    eachWord: (text, face, tell, wider) => {
      faceOf(face).eachWord(text, tell, wider)
    },
    resource: (face) => faceOf(face).resource(),
  }
}

/** What pdfkit keeps of fonts behind its types. */
interface FontKeeper {
  _font: DocumentFont
  _fontFamilies: Record<string, DocumentFont>
  _fontCount: number
}

/** Files that were read already: taking one apart costs more than drawing a page. */
const parsed = new Map<Face, DocumentFont['font']>()
let EmbeddedFont: (new (document: unknown, font: DocumentFont['font'], id: string) => DocumentFont) | null = null

/** The face as a font of this document; the first document reads the file, the others share it. */
const fontOf = (document: PDFKit.PDFDocument, face: Face): DocumentFont => {
  const keeper = document as unknown as FontKeeper
  const known = parsed.get(face)
  if (known && EmbeddedFont) {
    keeper._fontCount += 1
    const font = new EmbeddedFont(document, known, `F${String(keeper._fontCount)}`)
    keeper._fontFamilies[face] = font
    return font
  }
  // Each font file gets one name, else it is parsed anew at every change of font.
  document.registerFont(face, resolve(`@expo-google-fonts/tinos/${files[face]}`)).font(face)
  const font = keeper._font
  parsed.set(face, font.font)
  EmbeddedFont = font.constructor as NonNullable<typeof EmbeddedFont>
  return font
}

/** Words that are remembered at a time: more than any list repeats, few enough to be held. */
const mostWords = 10_000

const openFace = (document: PDFKit.PDFDocument, face: Face) => {
  const font = fontOf(document, face)
  const letters = new Map<number, Encoded>()
  const words = new Map<string, Encoded>()
  const letterOf = (codePoint: number): Encoded => {
    let known = letters.get(codePoint)
    if (!known) {
      const glyph = font.font.glyphForCodePoint(codePoint)
      const number = font.subset.includeGlyph(glyph.id)
      const width = glyph.advanceWidth / font.font.unitsPerEm
      // pdfkit gives the box of unknown letters, its number 0, a width in the font's own units: it is told anew.
      font.widths[number] = width * 1000
      font.unicode[number] ??= [codePoint]
      known = { hex: number.toString(16).padStart(4, '0'), width }
      letters.set(codePoint, known)
    }
    return known
  }
  const spell = (word: string): Encoded => {
    // The marks of a preview are no letters.
    const composed = withoutMarks(word.normalize('NFC'))
    let hex = ''
    let width = 0
    for (let at = 0; at < composed.length; at += 1) {
      const codePoint = composed.codePointAt(at) ?? space
      if (codePoint > 0xffff) at += 1
      const letter = letterOf(codePoint === keptSpace ? space : codePoint)
      hex += letter.hex
      width += letter.width
    }
    return { hex, width }
  }
  const encode = (word: string): Encoded => {
    let known = words.get(word)
    if (!known) {
      known = spell(word)
      if (words.size >= mostWords) words.clear()
      words.set(word, known)
    }
    return known
  }
  // A font that is asked for is embedded; one that only measured is not.
  let own: ReturnType<Typefaces['resource']> | null = null
  return {
    has: (letter: string): boolean => font.font.glyphForCodePoint(letter.codePointAt(0) ?? space).id !== 0,
    widthOf: (text: string): number => {
      let width = 0
      let from = 0
      for (let to = text.indexOf(' '); to >= 0; to = text.indexOf(' ', from)) {
        width += encode(text.slice(from, to)).width + encode(' ').width
        from = to + 1
      }
      return width + encode(from === 0 ? text : text.slice(from)).width
    },
    eachWord: (text: string, tell: (hex: string) => void, wider = ''): void => {
      let from = 0
      for (let to = text.indexOf(' '); to >= 0; to = text.indexOf(' ', from)) {
        tell(encode(text.slice(from, to)).hex)
        tell(encode(' ').hex)
        if (wider !== '') tell(wider)
        from = to + 1
      }
      tell(encode(from === 0 ? text : text.slice(from)).hex)
    },
    resource: () => (own ??= { name: font.id, reference: font.ref() }),
  }
}

/** A space that kept a line together is drawn as any other: what is copied from the page can be searched. */
const [space, keptSpace] = [0x20, 0xa0]
