import type { CardElement, CardFace, Cards, CardSheet, CardText } from '../cards.ts'
import { pointsPerMillimetre } from '../official-form.ts'
import { cellsOf } from './codes.ts'
import { breakLines } from './lines.ts'
import type { Piece } from './paginate.ts'
import { lineHeight, toBaseline, type Ink, type PagePen, type Pen, type Point } from './pen.ts'
import { stamper } from './stamps.ts'

/** A text that found no room on its card even in its smallest letters. */
export interface Overflow {
  /** Counted from 0. */
  card: number
  text: string
}

/** Draws cards sheet by sheet; `between` is awaited after each sheet. Tells what had to be cut. */
export const drawCards = async (pen: PagePen, cards: Cards, between: () => Promise<void>): Promise<Overflow[]> => {
  const { sheet, overprint } = cards
  const places = placesOf(sheet)
  const overflows: Overflow[] = []
  const put = facePutter(pen, overprint !== null)
  const move = overprint ? { x: points(overprint.x), y: points(overprint.y) } : { x: 0, y: 0 }
  const drawSide = (faces: readonly (NumberedFace | null)[], isBack: boolean) => {
    pen.openPage({ width: points(sheet.page.width), height: points(sheet.page.height) })
    if (sheet.hasCropMarks && overprint === null) drawCropMarks(pen, sheet)
    for (const [index, face] of faces.entries()) {
      const place = places[isBack ? mirrored(index, sheet) : index]
      if (!face || !place) continue
      const corner = { x: points(place.x) + move.x, y: points(place.y) + move.y }
      for (const text of put(face.elements, corner)) overflows.push({ card: face.card, text })
    }
    pen.closePage()
  }
  for (const group of sheetsOf(cards, places.length)) {
    drawSide(
      group.map((each) => each && { card: each.card, elements: each.front }),
      false,
    )
    const backs = group.map((each) => (each?.back ? { card: each.card, elements: each.back } : null))
    if (backs.some((each) => each !== null)) drawSide(backs, true)
    await between()
  }
  return overflows
}

interface NumberedFace {
  card: number
  elements: CardFace
}

const points = (millimetres: number) => millimetres * pointsPerMillimetre

type Group = (null | { card: number; front: CardFace; back: CardFace | null })[]

/** Cards by sheet; places that are used up stay empty. */
const sheetsOf = function* ({ faces, skipped }: Cards, perSheet: number): Generator<Group> {
  let group: Group = Array.from({ length: skipped % perSheet }, () => null)
  let card = 0
  for (const face of faces) {
    group.push({ card, ...face })
    card += 1
    if (group.length === perSheet) {
      yield group
      group = []
    }
  }
  if (group.some((each) => each !== null)) yield group
}

/** Corners of the cards on the sheet, row by row; what is left of the page is divided evenly. */
const placesOf = ({ page, card, columns, rows, gap }: CardSheet): Point[] => {
  const left = (page.width - columns * card.width - (columns - 1) * gap.x) / 2
  const top = (page.height - rows * card.height - (rows - 1) * gap.y) / 2
  return Array.from({ length: columns * rows }, (_, index) => ({
    x: left + (index % columns) * (card.width + gap.x),
    y: top + Math.floor(index / columns) * (card.height + gap.y),
  }))
}

/** The place behind a place when the sheet is turned over its long, upright edge. */
const mirrored = (index: number, { columns }: CardSheet): number => {
  const column = index % columns
  return index - column + (columns - 1 - column)
}

/** Short rules outside the cards, where to cut. */
const drawCropMarks = (pen: Pen, sheet: CardSheet): void => {
  const length = points(4)
  const away = points(1)
  const places = placesOf(sheet).map(({ x, y }) => ({ x: points(x), y: points(y) }))
  const [width, height] = [points(sheet.card.width), points(sheet.card.height)]
  const lefts = [...new Set(places.flatMap(({ x }) => [x, x + width]))]
  const tops = [...new Set(places.flatMap(({ y }) => [y, y + height]))]
  const [top, bottom] = [Math.min(...tops), Math.max(...tops)]
  const [left, right] = [Math.min(...lefts), Math.max(...lefts)]
  for (const x of lefts) {
    pen.line({ x, y: top - away - length }, { x, y: top - away }, cropWidth)
    pen.line({ x, y: bottom + away }, { x, y: bottom + away + length }, cropWidth)
  }
  for (const y of tops) {
    pen.line({ x: left - away - length, y }, { x: left - away, y }, cropWidth)
    pen.line({ x: right + away, y }, { x: right + away + length, y }, cropWidth)
  }
}

const cropWidth = 0.3

/** Puts a face with its corner at a place; gives the texts that had to be cut. Elements that many cards share are stamped. */
const facePutter = (pen: PagePen, isOverprint: boolean) => {
  const pieces = new WeakMap<CardElement, ElementPiece>()
  const put = stamper(pen)
  const pieceOf = (element: CardElement): ElementPiece => {
    const known = pieces.get(element)
    if (known) return known
    const piece = elementPiece(pen, element)
    pieces.set(element, piece)
    return piece
  }
  return (face: CardFace, corner: Point): string[] => {
    const shown = isOverprint ? face.filter(({ isPreprinted }) => !isPreprinted) : face
    const placed = shown.map((element) => ({ piece: pieceOf(element), top: 0 }))
    pen.moved(corner, () => {
      put(placed, 0)
    })
    return placed.flatMap(({ piece }) => piece.cut ?? [])
  }
}

interface ElementPiece extends Piece {
  /** The text that found no room. */
  cut?: string
}

const elementPiece = (pen: Pen, element: CardElement): ElementPiece => {
  const still = { height: 0, gapBefore: 0, isKeptWithNext: false }
  switch (element.kind) {
    case 'text':
      return { ...still, ...textDrawing(pen, element) }
    case 'code': {
      const quiet = points(element.side) * quietShare
      const cells = cellsOf(element.value)
      const corner = { x: points(element.x) + quiet, y: points(element.y) + quiet }
      const side = points(element.side) - 2 * quiet
      return {
        ...still,
        draw: (top) => {
          pen.code(cells, { x: corner.x, y: corner.y + top }, side)
        },
      }
    }
    case 'frame': {
      const [x, y, width, height] = [element.x, element.y, element.width, element.height].map(points) as [
        number,
        number,
        number,
        number,
      ]
      return {
        ...still,
        draw: (top) => {
          if (element.grey !== null) pen.fill({ x, y: y + top }, { width, height }, element.grey)
          if (element.rule > 0) pen.frame({ x, y: y + top }, { width, height }, element.rule)
        },
      }
    }
  }
}

/** The light edge that readers want, as a share of the side. */
const quietShare = 0.08

const textDrawing = (pen: Pen, element: CardText): Pick<ElementPiece, 'draw' | 'cut'> => {
  const box = {
    x: points(element.x),
    y: points(element.y),
    width: points(element.width),
    height: points(element.height),
  }
  const { ink, lines, isCut } = fitText(pen, element, box)
  const step = lineHeight(ink.size)
  const room = box.height - lines.length * step
  const above = { top: 0, middle: room / 2, bottom: room }[element.vertical]
  const write = (top: number) => {
    for (const [index, text] of lines.entries()) {
      const width = pen.widthOf(text, ink)
      const left = { left: 0, centre: (box.width - width) / 2, right: box.width - width }[element.alignment]
      const baseline = box.y + top + above + index * step + toBaseline(ink.size)
      pen.write(text, ink, { x: box.x + left, baseline })
    }
  }
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const draw = (top: number) => {
    if (element.isTurned)
      pen.turned({ x: middle.x, y: middle.y + top }, () => {
        write(top)
      })
    else write(top)
  }
  return isCut ? { draw, cut: element.text } : { draw }
}

/** Sizes go down in half points. */
const sizeStep = 0.5

/** The largest size, down to the least, in which the text stands in its box. */
const fitText = (
  pen: Pen,
  { text, face, size, leastSize, isOneLine }: CardText,
  box: { width: number; height: number },
): { ink: Ink; lines: string[]; isCut: boolean } => {
  const linesAt = (at: number) =>
    breakLines(text, box.width, (part) => pen.widthOf(part, { face, size: at })).map((line) => line.text)
  const hasBrokenWord = (at: number) =>
    text.split(/[ \n]/u).some((word) => pen.widthOf(word, { face, size: at }) > box.width)
  const fits = (at: number, lines: readonly string[]) =>
    lines.length * lineHeight(at) <= box.height + 0.01 && !hasBrokenWord(at)
  const sizes = sizesDown(size, leastSize)
  if (isOneLine && !text.includes('\n')) {
    // Widths grow with the size: the largest that fits is reckoned, not tried.
    const most = Math.min(size, box.width / pen.widthOf(text, { face, size: 1 }), box.height / lineHeight(1))
    const at = most >= size ? size : Math.floor(most / sizeStep + 0.001) * sizeStep
    if (at >= leastSize) return { ink: { face, size: at }, lines: [text], isCut: false }
  }
  for (const at of sizes) {
    const lines = linesAt(at)
    if (fits(at, lines)) return { ink: { face, size: at }, lines, isCut: false }
  }
  return cutText(pen, linesAt(leastSize), { face, size: leastSize }, box)
}

const sizesDown = (size: number, leastSize: number): number[] =>
  Array.from(
    { length: Math.max(1, Math.floor((size - leastSize) / sizeStep) + 1) },
    (_, index) => size - index * sizeStep,
  )

/** As many lines as the box holds, at least one; the last one ends with an ellipsis where others are left. */
const cutText = (pen: Pen, lines: string[], ink: Ink, box: { width: number; height: number }) => {
  const count = Math.max(1, Math.floor((box.height + 0.01) / lineHeight(ink.size)))
  if (lines.length <= count) return { ink, lines, isCut: false }
  const kept = lines.slice(0, count)
  let last = [...(kept.at(-1) ?? '')]
  while (last.length > 0 && pen.widthOf(`${last.join('').trimEnd()}…`, ink) > box.width) last = last.slice(0, -1)
  kept[count - 1] = `${last.join('').trimEnd()}…`
  return { ink, lines: kept, isCut: true }
}
