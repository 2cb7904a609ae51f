import type { Box, CardBoxes, CardElement, CardFace, CardFrame, Cards, CardSheet, CardText } from '../cards.ts'
import { pointsPerMillimetre } from '../official-form.ts'
import { tints } from '../rules/tints.ts'
import { cellsOf } from './codes.ts'
import { breakLines } from './lines.ts'
import type { Piece, PlacedPiece } from './paginate.ts'
import { lineHeight, toBaseline, type Ink, type PagePen, type Pen, type Point } from './pen.ts'
import { stamper } from './stamps.ts'
import { withTag, type TagTold } from './tags.ts'

/** A text that found no room on its card even in its smallest letters. */
export interface Overflow {
  /** Counted from 0. */
  card: number
  text: string
}

/** Draws cards sheet by sheet; `between` is awaited after each sheet. Tells what had to be cut. */
export type DrawCards = (cards: Cards, between: () => Promise<void>) => Promise<Overflow[]>

/** What one card shares with the next is drawn once, also where each comes as a part of its own. */
export const cardDrawer = (pen: PagePen): DrawCards => {
  const [put, overprint] = [facePutter(pen, false), facePutter(pen, true)]
  return (cards, between) => drawCards(pen, cards.overprint === null ? put : overprint, cards, between)
}

const drawCards = async (
  pen: PagePen,
  put: ReturnType<typeof facePutter>,
  cards: Cards,
  between: () => Promise<void>,
): Promise<Overflow[]> => {
  const { sheet, overprint } = cards
  const places = placesOf(sheet)
  const overflows: Overflow[] = []
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
  const put = stamper(pen)
  // Cards of one look share their fixed elements, each in the same place of the face.
  let last: CardFace = []
  let pieces: (ElementPiece | undefined)[] = []
  let serial = 0
  const pieceAgain = (element: CardElement): ElementPiece => {
    serial += 1
    return {
      ...{ height: 0, gapBefore: 0, isKeptWithNext: false, serial },
      draw: () => drawElement(pen, element),
      ...(element.kind === 'text' && isTextCut(pen, element) ? { cut: element.text } : {}),
    }
  }
  return (face: CardFace, corner: Point): string[] => {
    const shown = isOverprint ? face.filter(({ isPreprinted }) => !isPreprinted) : face
    const known: typeof pieces = []
    const cuts: string[] = []
    let run: PlacedPiece[] = []
    const putRun = () => {
      if (run.length > 0) put(run, 0)
      run = []
    }
    pen.moved(corner, () => {
      for (const [index, element] of shown.entries()) {
        let cut: string | undefined
        if (last[index] === element && !pen.tags) {
          const piece = pieces[index] ?? pieceAgain(element)
          known[index] = piece
          run.push({ piece, top: 0 })
          cut = piece.cut
        } else {
          // Of the thousands of elements that stand on one face alone nothing is kept.
          putRun()
          cut = drawElement(pen, element)
        }
        if (cut !== undefined) cuts.push(cut)
      }
      putRun()
    })
    ;[last, pieces] = [shown, known]
    return cuts
  }
}

interface ElementPiece extends Piece {
  /** The text that found no room. */
  cut?: string
}

/** Gives the text that had to be cut. */
const drawElement = (pen: Pen, element: CardElement): string | undefined => {
  if (element.kind === 'frame' || element.kind === 'boxes') return draw(pen, element)
  return withTag(pen.tags, tagOf(element), (tag) => {
    if (!tag) return draw(pen, element)
    let cut: string | undefined
    pen.tagged(tag, () => {
      cut = draw(pen, element)
    })
    return cut
  })
}

const tagOf = (element: Exclude<CardElement, CardFrame | CardBoxes>): TagTold => {
  if (element.kind === 'code') return { role: 'Figure', alt: element.value }
  return element.kind === 'picture' ? { role: 'Figure', alt: element.alt } : { role: 'P' }
}

const draw = (pen: Pen, element: CardElement): string | undefined => {
  switch (element.kind) {
    case 'text':
      return drawText(pen, element)
    case 'picture':
      pen.picture(element.png, boxOf(element))
      return undefined
    case 'code': {
      const quiet = points(element.side) * quietShare
      const corner = { x: points(element.x) + quiet, y: points(element.y) + quiet }
      pen.code(cellsOf(element.value), corner, points(element.side) - 2 * quiet)
      return undefined
    }
    case 'boxes':
      drawBoxes(pen, element)
      return undefined
    case 'frame': {
      const box = boxOf(element)
      const ground = element.tint === undefined ? element.grey : tints[element.tint]
      if (element.isOval === true) {
        pen.oval(box, box, { ground, rule: element.rule })
        return undefined
      }
      if (ground !== null) pen.fill(box, box, ground)
      if (element.rule > 0) pen.frame(box, box, element.rule)
      return undefined
    }
  }
}

const drawBoxes = (pen: Pen, { corners, grey, rule, ...box }: CardBoxes): void => {
  const size = { width: points(box.width), height: points(box.height) }
  for (let at = 0; at < corners.length; at += 2) {
    const corner = { x: points(corners[at] ?? 0), y: points(corners[at + 1] ?? 0) }
    if (grey !== null) pen.fill(corner, size, grey)
    if (rule > 0) pen.frame(corner, size, rule)
  }
}

const boxOf = ({ x, y, width, height }: Box): Box => ({
  x: points(x),
  y: points(y),
  width: points(width),
  height: points(height),
})

/** The light edge that readers want, as a share of the side. */
const quietShare = 0.08

const drawText = (pen: Pen, element: CardText): string | undefined => {
  const fitted = fitOrInstead(pen, element)
  if (!element.isTurned) writeInBox(pen, element, fitted)
  else {
    const { x, y, width, height } = boxOf(element)
    pen.turned({ x: x + width / 2, y: y + height / 2 }, () => {
      writeInBox(pen, element, fitted)
    })
  }
  return fitted.isCut ? element.text : undefined
}

const writeInBox = (pen: Pen, element: CardText, { ink, lines }: Fitted): void => {
  const { alignment, vertical } = element
  const step = lineHeight(ink.size)
  const room = points(element.height) - lines.length * step
  const above = vertical === 'top' ? 0 : vertical === 'middle' ? room / 2 : room
  let baseline = points(element.y) + above + toBaseline(ink.size)
  for (const text of lines) {
    const free = points(element.width) - pen.widthOf(text, ink)
    const left = alignment === 'left' ? 0 : alignment === 'centre' ? free / 2 : free
    pen.write(text, ink, { x: points(element.x) + left, baseline })
    baseline += step
  }
}

/** Sizes go down in half points. */
const sizeStep = 0.5

interface Fitted {
  ink: Ink
  lines: string[]
  isCut: boolean
}

/** The largest size, down to the least, in which the text stands in its box. */
const fitText = (pen: Pen, element: CardText): Fitted => {
  const { text, face, size, leastSize, isOneLine } = element
  if (isOneLine && !text.includes('\n')) {
    // Widths grow with the size: the largest that fits is reckoned, not tried.
    const wide = points(element.width) / pen.widthOf(text, { face, size: 1 })
    const most = Math.min(wide, points(element.height) / lineHeight(1))
    const at = most >= size ? size : Math.floor(most / sizeStep + 0.001) * sizeStep
    if (at >= leastSize) return { ink: { face, size: at }, lines: [text], isCut: false }
  }
  return fitLines(pen, element)
}

/** What stands in the place of a text that finds no room. */
const fitOrInstead = (pen: Pen, element: CardText): Fitted => {
  const fitted = fitText(pen, element)
  const { instead } = element
  return fitted.isCut && instead !== undefined ? fitText(pen, { ...element, text: instead }) : fitted
}

const fitLines = (pen: Pen, element: CardText): Fitted => {
  const { text, face, size, leastSize, isSpared = false } = element
  const box = boxOf(element)
  const linesAt = (at: number) =>
    breakLines(text, box.width, (part) => pen.widthOf(part, { face, size: at })).map((line) => line.text)
  const hasBrokenWord = (at: number) =>
    text.split(/[ \n]/u).some((word) => pen.widthOf(word, { face, size: at }) > box.width)
  const fits = (at: number, lines: readonly string[]) =>
    lines.length * lineHeight(at) <= box.height + 0.01 && !hasBrokenWord(at)
  const steps = Math.max(0, Math.floor((size - leastSize) / sizeStep))
  for (let step = 0; step <= steps; step += 1) {
    const at = size - step * sizeStep
    const lines = linesAt(at)
    if (fits(at, lines)) return { ink: { face, size: at }, lines, isCut: false }
  }
  const ink = { face, size: leastSize }
  return isSpared ? { ink, lines: [], isCut: true } : cutText(pen, linesAt(leastSize), ink, box)
}

/** Whether a text finds no room in its box even in its smallest letters, so that it is cut when it is drawn. */
export const isTextCut = (pen: Pen, element: CardText): boolean => fitOrInstead(pen, element).isCut

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
