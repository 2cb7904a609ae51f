import { givenName } from '../format/names.ts'
import type { CardElement, CardFace, CardText } from './cards.ts'
import { fixtureElements, rowNames, rowNameWidth, seatCorners } from './seat-hall.ts'
import { placeHall, type Placed } from './seat-layout.ts'
import { columnsFor, legendElements, legendLine, legendOf } from './seat-legend.ts'
import {
  boldWidth,
  boxes,
  chartSheets,
  delegationsIn,
  footElements,
  grouped,
  leastLine,
  leastSize,
  margin,
  markRule,
  point,
  scaled,
  text,
  type ChartDelegation,
  type ChartHall,
  type ChartMaking,
  type ChartSeat,
  type ChartSheets,
} from './seat-parts.ts'

/** Lengths in millimetres, on A3. */
const shortSide = 297
const headHeight = 20
const stageHeight = 9
/** More delegations than find room in it make it higher, up to this share of the page; still more have a page of their own. */
const leastLegend = 14
const mostLegend = 0.25
const labelSize = 9
const widestSeat = 18
/** A hall is drawn up to so many times as wide or as deep as it is, for names to find room. */
const stretch = 1.8
/** Below the hall, for what its doors are called. */
const doorWords = 7

/** The chart of a hall: each seat with its label, who sits there and the number of the delegation, and a legend. */
export const composeSeatChart = (hall: ChartHall, making: ChartMaking): ChartSheets => {
  const { title, page, language } = making
  const marked = making.marked?.get('') ?? new Set()
  const { shown, placed, legend, columns, delegations, ...laid } = layOut(hall, making)
  const { scale, width, height } = laid
  const head = headElements(making, width)
  const front: CardFace = [
    ...head,
    ...givenNote(placed, { scale, width, making }),
    ...(hasStage(hall) ? [] : stageElements(making, width)),
    ...sectionElements(shown, placed, width),
    ...shown.fixtures.flatMap((fixture) => fixtureElements(fixture, placed)),
    ...rowNames(shown.seats, placed, scale),
    ...seatElements(shown.seats, placed, { delegations, marked, scale }),
    ...footElements(making, { y: height - 9, width, isMarked: marked.size > 0 }),
    ...(laid.isApart ? [] : legendElements(legend, { columns, y: height - margin - laid.legendHeight, width })),
  ]
  const perPage = columns * Math.floor((height - headHeight - margin) / legendLine)
  const apart = laid.isApart ? partsOf(legend, perPage) : []
  const faces = [
    front,
    ...apart.map((part) => [...head, ...legendElements(part, { columns, y: headHeight + 4, width })]),
  ]
  const fronts = scale === 1 ? faces : faces.map((face) => face.map((element) => scaled(element, scale)))
  return chartSheets([{ rowId: '', name: '', fronts }], { page, title, language })
}

const hasStage = ({ fixtures }: ChartHall): boolean => fixtures.some(({ kind }) => kind === 'stage')

const layOut = (hall: ChartHall, making: ChartMaking) => {
  const { page, isFromStage = false } = making
  const turned = <Part extends { x: number; y: number }>(part: Part): Part =>
    isFromStage ? { ...part, x: -part.x, y: -part.y } : part
  const { sections } = hall
  const shown = { ...hall, sections, seats: hall.seats.map(turned), fixtures: hall.fixtures.map(turned) }
  // Laid out as on A3; everything is larger or smaller with the page.
  const scale = Math.min(page.width, page.height) / shortSide
  const [width, height] = [page.width / scale, page.height / scale]
  const delegations = delegationsIn(shown.seats)
  const legend = legendOf(shown.seats, { delegations, making })
  const columns = columnsFor(legend, width)
  const lines = Math.ceil(legend.length / columns)
  const isApart = lines * legendLine > height * mostLegend
  const legendHeight = isApart ? 0 : Math.max(leastLegend, lines * legendLine)
  const y = headHeight + (hasStage(shown) ? 2 : stageHeight + 6)
  const room = { x: margin + rowNameWidth, y, width: width - 2 * (margin + rowNameWidth) }
  const deep = height - y - legendHeight - margin - doorWords
  const placed = placeHall(shown, { ...room, height: deep }, { widest: widestSeat, stretch })
  return { shown, scale, width, height, delegations, legend, columns, isApart, legendHeight, placed }
}

/** What of a seat finds room on a page: the number of its delegation, its label too, or also who sits there. */
export type SeatRoom = 'number' | 'label' | 'name'

export const seatRoomOn = (hall: ChartHall, making: ChartMaking): SeatRoom => {
  const { placed, scale } = layOut(hall, making)
  const { label, name } = sharesOf(placed.seat.height * scale)
  const longest = Math.max(0, ...hall.seats.map(({ number }) => number.length))
  if (!label || placed.seat.width * scale < longest * boldWidth * leastSize * point) return 'number'
  return name ? 'name' : 'label'
}

const partsOf = <Part>(all: readonly Part[], most: number): Part[][] =>
  Array.from({ length: Math.ceil(all.length / most) }, (_nothing, at) => all.slice(at * most, (at + 1) * most))

const headElements = ({ title, subtitle, isFromStage = false, word }: ChartMaking, width: number): CardElement[] => {
  const span = { x: margin, width: width - 2 * margin }
  const note = { ...span, height: 5, size: 9, face: 'italic' } as const
  return [
    text({ text: title.toLocaleUpperCase('vi'), ...span, y: 5, height: 7, size: 16, face: 'bold' }),
    text({ text: subtitle, ...span, y: 12, height: 6, size: 12 }),
    text({ ...note, text: word(isFromStage ? 'seenFromStage' : 'seenFromHall'), y: 5, alignment: 'left' }),
    text({ ...note, text: word('seatNumbers'), y: 5, alignment: 'right' }),
  ]
}

/** Where whole names find no room in seats of this size: below what is told of the numbers. */
const givenNote = (
  { seat }: Placed,
  { scale, width, making: { word } }: { scale: number; width: number; making: ChartMaking },
): CardElement[] => {
  const { name } = sharesOf(seat.height * scale)
  const isTold = name !== undefined && !isWholeIn(name, seat.height * scale)
  const line = { x: margin, width: width - 2 * margin, y: 9, height: 5, size: 9, alignment: 'right' } as const
  return isTold ? [text({ ...line, text: word('givenNames'), face: 'italic' })] : []
}

const stageElements = ({ stage }: ChartMaking, width: number): CardElement[] => {
  const stageBox = { x: width * 0.3, y: headHeight, width: width * 0.4, height: stageHeight }
  return [
    { kind: 'frame', ...stageBox, grey: 0.9, rule: 0.8, isPreprinted: false },
    text({ text: stage, ...stageBox, size: 12, face: 'bold' }),
  ]
}

const sectionElements = ({ sections }: ChartHall, { y, seat }: Placed, width: number): CardElement[] =>
  sections.map((section) =>
    text({
      text: section.name,
      ...{ x: margin, width: width - 2 * margin },
      ...{ y: y(section.y) - seat.height / 2, height: seat.height },
      size: 11,
      face: 'bold',
    }),
  )

interface SeatsMaking {
  delegations: ReadonlyMap<string, ChartDelegation>
  marked: ReadonlySet<string>
  /** Millimetres of the page in one of the chart. */
  scale: number
}

/** Shares of a seat of this height on the page from its top that its label, its name and its number take. */
const sharesOf = (
  height: number,
): Partial<Record<'label' | 'name', [number, number]>> & { number: [number, number] } => {
  const lines = height / leastLine
  if (lines >= 3.4) return { label: [0, 0.3], name: [0.28, 0.4], number: [0.68, 0.3] }
  return lines >= 2 ? { label: [0, 0.5], number: [0.5, 0.47] } : { number: [0.05, 0.9] }
}

/** A whole name takes two lines, mostly. */
const isWholeIn = ([, share]: readonly [number, number], height: number): boolean => share * height > 2 * leastLine

const seatElements = (
  seats: readonly ChartSeat[],
  placed: Placed,
  { delegations, marked, scale }: SeatsMaking,
): CardElement[] => {
  const { x, y } = placed
  const { width, height } = placed.seat
  const shares = sharesOf(height * scale)
  // All labels in the size of the longest, where that can be read.
  const longest = Math.max(1, ...seats.map(({ short }) => short.length))
  const size = Math.max(leastSize, Math.min(labelSize, (width * 0.94) / (longest * boldWidth * point)))
  // Rules of small seats would be darker than their grounds.
  const rule = Math.min(0.4, height * 0.06)
  const grounds = grouped(seats, ({ delegation }) => String(delegations.get(delegation)?.grey ?? ''))
  const [tagTop, tagHeight] = [shares.number[0] * height, shares.number[1] * height]
  const tag = { width: width * 0.6, height: tagHeight }
  const tags: number[] = []
  for (const seat of seats) {
    if (seat.delegation !== '') tags.push(x(seat.x) - tag.width / 2, y(seat.y) - height / 2 + tagTop)
  }
  const isWhole = shares.name !== undefined && isWholeIn(shares.name, height * scale)
  const elements: CardElement[] = []
  for (const [grey, group] of grounds) {
    const ground = { grey: grey === '' ? null : Number(grey), rule }
    elements.push(...boxes(seatCorners(group, placed), placed.seat, ground))
  }
  if (shares.label) elements.push(...boxes(tags, tag, { grey: 1, rule: rule / 2 }))
  const changed = seats.filter(({ id }) => marked.has(id))
  elements.push(...boxes(seatCorners(changed, placed), placed.seat, { rule: markRule }))
  const { label, name: named, number: numbered } = shares
  for (const seat of seats) {
    const [left, top] = [x(seat.x) - width * 0.47, y(seat.y) - height / 2]
    const write = (words: string, [from, share]: readonly [number, number], how: SeatWords): void => {
      elements.push(
        text({
          text: words,
          x: left,
          y: top + from * height,
          width: width * 0.94,
          height: share * height,
          size: how.size,
          face: how.face,
          isOneLine: how.isOneLine,
          isSpared: true,
          instead: how.instead,
        }),
      )
    }
    if (label) write(seat.short, label, { size, face: 'bold', isOneLine: true, instead: seat.number })
    const name = seat.name.trim()
    if (named && name !== '') {
      const given = givenName(name)
      const whole = { size: 8, face: 'regular', isOneLine: !isWhole, instead: isWhole ? given : undefined } as const
      write(isWhole ? name : given, named, whole)
    }
    const number = delegations.get(seat.delegation)?.number
    if (number !== undefined) write(number, numbered, { size, face: 'bold', isOneLine: true })
  }
  return elements
}

/** How a seat tells one of its lines. */
type SeatWords = Pick<CardText, 'size' | 'face' | 'isOneLine'> & { instead?: string | undefined }
