import { createRequire } from 'node:module'
import type { Face } from '../blocks.ts'
import { withoutMarks } from '../rules/template-faults.ts'

/** A text as a font file draws it: glyph numbers in hexadecimal, and its width at size 1. */
export interface Encoded {
  hex: string
  width: number
}

/** The fonts of one document. */
export interface Typefaces {
  encode: (text: string, face: Face) => Encoded
  /** Name of the face in the resources of a page or form, and what stands under it. */
  resource: (face: Face) => { name: string; reference: unknown }
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
  ref: () => unknown
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
    encode: (text, face) => faceOf(face).encode(text),
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

const openFace = (document: PDFKit.PDFDocument, face: Face) => {
  const font = fontOf(document, face)
  const letters = new Map<string, Encoded>()
  const words = new Map<string, Encoded>()
  const letterOf = (letter: string): Encoded => {
    let known = letters.get(letter)
    if (!known) {
      const codePoint = letter.codePointAt(0) ?? 0
      const glyph = font.font.glyphForCodePoint(codePoint)
      const number = font.subset.includeGlyph(glyph.id)
      const width = glyph.advanceWidth / font.font.unitsPerEm
      font.widths[number] ??= width * 1000
      font.unicode[number] ??= [codePoint]
      known = { hex: number.toString(16).padStart(4, '0'), width }
      letters.set(letter, known)
    }
    return known
  }
  return {
    encode: (text: string): Encoded => {
      let known = words.get(text)
      if (!known) {
        known = { hex: '', width: 0 }
        for (const letter of drawn(text)) {
          const { hex, width } = letterOf(letter)
          known.hex += hex
          known.width += width
        }
        words.set(text, known)
      }
      return known
    },
    resource: () => ({ name: font.id, reference: font.ref() }),
  }
}

/**
 * Composed letters, and ordinary spaces for those that only kept a line together: what is copied from the page can be
 * searched. The marks of a preview are no letters.
 */
const drawn = (text: string) => withoutMarks(text.normalize('NFC').replaceAll('\u00a0', ' '))
