import type { Alignment } from '../blocks.ts'
import { balanceLines, breakLines, type TextLine } from './lines.ts'
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
}

/** Lines of a text that fit a span; centred ones are about equally long. Two years («2015 - 2020») stay on one line. */
export const layLines = (pen: Pen, text: string, ink: Ink, form: LineForm): InkedLine[] => {
  const widthOf = (part: string) => pen.widthOf(part, ink)
  const held = text.replaceAll(/(\d{4}) - (\d{4})/g, '$1\u00a0-\u00a0$2')
  const lines =
    form.alignment === 'centre'
      ? balanceLines(held, form.width, widthOf)
      : breakLines(held, form.width, widthOf, form.indent ?? 0)
  return lines.map((line) => ({ ...line, ink }))
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
  pen.write(line.text, line.ink, { x, baseline: place.top + toBaseline(line.ink.size), stretch })
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
