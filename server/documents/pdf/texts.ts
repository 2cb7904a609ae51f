import type { Alignment, Face, Run } from '../blocks.ts'
import { balanceLines, breakLines, breakWord, fillLines, type TextLine } from './lines.ts'
import { ruleWidth } from '../official-form.ts'
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
export const holdYears = (text: string): string =>
  text.includes(' - ') ? text.replaceAll(/(\d{4}) - (\d{4})/g, '$1\u00a0-\u00a0$2') : text

/** Lines of a text that fit a span; centred ones are about equally long. */
export const layLines = (pen: Pen, text: string, ink: Ink, form: LineForm): InkedLine[] => {
  const held = holdYears(text)
  const indent = form.alignment === 'centre' ? 0 : (form.indent ?? 0)
  // Most texts of lists need one line.
  if (isPlain(held)) {
    const width = pen.widthOf(held, ink)
    if (indent + width <= form.width) return [{ text: held, width, isLast: true, indent, ink }]
  }
  const widthOf = (part: string) => pen.widthOf(part, ink)
  const lines =
    form.alignment === 'centre'
      ? balanceLines(held, form.width, widthOf)
      : breakLines(held, form.width, widthOf, indent)
  return lines.map((line) => ({ ...line, ink }))
}

/** Nothing in it but words with one space between them. */
const isPlain = (text: string): boolean =>
  !text.includes('\n') && !text.includes('  ') && !text.startsWith(' ') && !text.endsWith(' ')

/** The same for a text of several faces. */
export const layRuns = (pen: Pen, runs: readonly Run[], size: number, form: LineForm): InkedLine[] => {
  const { indent = 0 } = form
  const space = pen.widthOf(' ', { face: 'regular', size })
  const words = wordsOf(pen, runs, size, form.width - indent)
  return fillLines(words, form.width, { space, indent }).map(({ words: own, width, isLast, indent: ownIndent }) => {
    const parts: NonNullable<InkedLine['parts']> = []
    let text = ''
    let x = 0
    for (const [index, word] of own.entries()) {
      if (index > 0) {
        x += space
        text += ' '
      }
      for (const [at, part] of word.parts.entries()) {
        const last = parts.at(-1)
        if (last && last.face === part.face && at === 0) last.text += ` ${part.text}`
        else parts.push({ text: part.text, face: part.face, x, spacesBefore: index })
        x += part.width
        text += part.text
      }
    }
    return { text, width, isLast, indent: ownIndent, ink: { face: 'regular', size }, parts }
  })
}

/** A word; it may pass from one face to another. */
interface Word {
  width: number
  parts: (Run & { width: number })[]
}

/** The words of runs; one that no line holds comes in pieces that each fit. */
const wordsOf = (pen: Pen, runs: readonly Run[], size: number, room: number): Word[] => {
  const words: Word[] = []
  let open: Word | null = null
  for (const { text, face } of runs) {
    const ink = { face, size }
    for (const [index, part] of text.split(' ').entries()) {
      if (index > 0) open = null
      if (part === '') continue
      const width = pen.widthOf(part, ink)
      if (open) {
        open.parts.push({ text: part, face, width })
        open.width += width
      } else {
        open = { width, parts: [{ text: part, face, width }] }
        words.push(open)
      }
    }
  }
  return words.every(({ width }) => width <= room)
    ? words
    : words.flatMap((word) => (word.width <= room ? [word] : brokenWord(pen, word, size, room)))
}

const brokenWord = (pen: Pen, { parts }: Word, size: number, room: number): Word[] =>
  parts.flatMap(({ text, face }) => {
    const widthOf = (part: string) => pen.widthOf(part, { face, size })
    return breakWord(text, room, widthOf).map((piece) => {
      const width = widthOf(piece)
      return { width, parts: [{ text: piece, face, width }] }
    })
  })

interface LineForm {
  width: number
  alignment: Alignment
  indent?: number
}

export const heightOfLines = (lines: readonly InkedLine[]): number => {
  let height = 0
  for (const { ink } of lines) height += lineHeight(ink.size)
  return height
}

/** Where lines stand across the page, and how. */
export interface Measure extends Span {
  alignment: Alignment
}

/** Writes lines one below the other; gives the bottom of the last. */
export const writeLines = (pen: Pen, lines: readonly InkedLine[], measure: Measure, top: number): number => {
  let bottom = top
  for (const line of lines) {
    writeLine(pen, line, measure, bottom)
    bottom += lineHeight(line.ink.size)
  }
  return bottom
}

const writeLine = (pen: Pen, line: InkedLine, { left, width, alignment }: Measure, top: number): void => {
  if (line.text === '') return
  const room = width - line.indent - line.width
  const shift = alignment === 'centre' ? room / 2 : alignment === 'right' ? room : 0
  const stretch = alignment === 'justified' && !line.isLast ? stretchOf(pen, line, room) : 0
  const x = left + line.indent + Math.max(0, shift)
  const baseline = top + toBaseline(line.ink.size)
  if (!line.parts) pen.write(line.text, line.ink, { x, baseline, stretch })
  for (const part of line.parts ?? []) {
    const ink = { face: part.face, size: line.ink.size }
    pen.write(part.text, ink, { x: x + part.x + stretch * part.spacesBefore, baseline, stretch })
  }
}

/** Spaces of a justified line are at most three times as wide as they are: a line that would need more stays short. */
const mostStretch = 2

const stretchOf = (pen: Pen, { text, ink }: InkedLine, room: number): number => {
  const spaces = spacesIn(text)
  return spaces === 0 ? 0 : Math.min(room / spaces, mostStretch * pen.widthOf(' ', ink))
}

const spacesIn = (text: string): number => text.split(' ').length - 1

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
    draw: (top) => {
      writeLine(pen, line, place, top)
    },
  }))

export const upper = (text: string): string => text.toLocaleUpperCase('vi')

/** A rule in the middle of a span. */
export const rule = (pen: Pen, span: Span, y: number, length: number): void => {
  const middle = span.left + span.width / 2
  pen.line({ x: middle - length / 2, y }, { x: middle + length / 2, y }, ruleWidth)
}

/** From a line to the rule below it, in points. */
export const ruleGap = 2.5
