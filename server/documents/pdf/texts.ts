import type { Alignment, Face, Run } from '../blocks.ts'
import { balanceLines, breakLines, breakWord, fillLines, type TextLine } from './lines.ts'
import type { Piece } from './paginate.ts'
import { lineHeight, toBaseline, type Ink, type Pen } from './pen.ts'

/** From where to where across the page. */
export interface Span {
  left: number
  width: number
}

/** A line with what it is written in. */
export interface InkedLine extends TextLine {
  ink: Ink
  /** Where parts of it are written in other faces: all of them, with their place on the line before it is stretched. */
  parts?: { text: string; face: Face; x: number; spacesBefore: number }[]
}

/** Two years («2015 - 2020») stay on one line. */
export const holdYears = (text: string): string => text.replaceAll(/(\d{4}) - (\d{4})/g, '$1\u00a0-\u00a0$2')

/** Lines of a text that fit a span; centred ones are about equally long. */
export const layLines = (pen: Pen, text: string, ink: Ink, form: LineForm): InkedLine[] => {
  const widthOf = (part: string) => pen.widthOf(part, ink)
  const held = holdYears(text)
  const lines =
    form.alignment === 'centre'
      ? balanceLines(held, form.width, widthOf)
      : breakLines(held, form.width, widthOf, form.indent ?? 0)
  return lines.map((line) => ({ ...line, ink }))
}

/** The same for a text of several faces. */
export const layRuns = (pen: Pen, runs: readonly Run[], size: number, form: LineForm): InkedLine[] => {
  const widthOf = (text: string, face: Face) => pen.widthOf(text, { face, size })
  const { indent = 0 } = form
  const space = widthOf(' ', 'regular')
  const widthOfWord = (parts: readonly Run[]) => parts.reduce((sum, { text, face }) => sum + widthOf(text, face), 0)
  const room = form.width - indent
  const words = wordsOf(runs)
    .flatMap((parts) =>
      widthOfWord(parts) <= room ? [parts] : parts.flatMap((part) => brokenPart(part, room, widthOf)),
    )
    .map((parts) => ({ parts, width: widthOfWord(parts) }))
  return fillLines(words, form.width, { space, indent }).map(({ words: own, ...line }) => {
    const parts: NonNullable<InkedLine['parts']> = []
    let x = 0
    for (const [index, word] of own.entries()) {
      if (index > 0) x += space
      for (const part of word.parts) {
        const last = parts.at(-1)
        const isFirst = part === word.parts[0]
        if (last && last.face === part.face && isFirst) last.text += ` ${part.text}`
        else parts.push({ ...part, x, spacesBefore: index })
        x += widthOf(part.text, part.face)
      }
    }
    const text = own.map((word) => word.parts.map((part) => part.text).join('')).join(' ')
    return { ...line, text, ink: { face: 'regular', size }, parts }
  })
}

/** A part of a word that no line holds, in pieces that each fit. */
const brokenPart = ({ text, face }: Run, room: number, widthOf: (text: string, face: Face) => number): Run[][] =>
  breakWord(text, room, (part) => widthOf(part, face)).map((piece) => [{ text: piece, face }])

/** The words of runs; a word may pass from one face to another. */
const wordsOf = (runs: readonly Run[]): Run[][] => {
  const words: Run[][] = []
  let isOpen = false
  for (const { text, face } of runs) {
    for (const [index, part] of text.split(' ').entries()) {
      if (index > 0) isOpen = false
      if (part === '') continue
      if (isOpen) words.at(-1)?.push({ text: part, face })
      else words.push([{ text: part, face }])
      isOpen = true
    }
  }
  return words
}

interface LineForm {
  width: number
  alignment: Alignment
  indent?: number
}

export const heightOfLines = (lines: readonly InkedLine[]): number =>
  lines.reduce((sum, { ink }) => sum + lineHeight(ink.size), 0)

/** Writes lines one below the other; gives the bottom of the last. */
export const writeLines = (
  pen: Pen,
  lines: readonly InkedLine[],
  place: Span & { top: number; alignment: Alignment },
): number => {
  let top = place.top
  for (const line of lines) {
    writeLine(pen, line, { ...place, top })
    top += lineHeight(line.ink.size)
  }
  return top
}

const writeLine = (pen: Pen, line: InkedLine, place: Span & { top: number; alignment: Alignment }): void => {
  if (line.text === '') return
  const room = place.width - line.indent - line.width
  const shift = place.alignment === 'centre' ? room / 2 : place.alignment === 'right' ? room : 0
  const spaces = line.text.split(' ').length - 1
  const stretch = place.alignment === 'justified' && !line.isLast && spaces > 0 ? room / spaces : 0
  const x = place.left + line.indent + Math.max(0, shift)
  const baseline = place.top + toBaseline(line.ink.size)
  if (!line.parts) pen.write(line.text, line.ink, { x, baseline, stretch })
  for (const part of line.parts ?? []) {
    const ink = { face: part.face, size: line.ink.size }
    pen.write(part.text, ink, { x: x + part.x + stretch * part.spacesBefore, baseline, stretch })
  }
}

/** A piece per line; no line stands alone at the foot or the head of a page. */
export const linePieces = (
  pen: Pen,
  lines: readonly InkedLine[],
  place: Span & { alignment: Alignment; gapBefore: number; isKeptWithNext?: boolean },
): Piece[] =>
  lines.map((line, index) => ({
    height: lineHeight(line.ink.size),
    gapBefore: index === 0 ? place.gapBefore : 0,
    isKeptWithNext:
      index === lines.length - 1
        ? place.isKeptWithNext === true
        : place.isKeptWithNext === true || index === 0 || index === lines.length - 2,
    draw: (top) => writeLine(pen, line, { ...place, top }),
  }))
