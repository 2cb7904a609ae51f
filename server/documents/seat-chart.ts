import type { Language } from '../format/dates.ts'
import { givenName } from '../format/names.ts'
import { formatNumber } from '../format/numbers.ts'
import type { CardElement, CardFace } from './cards.ts'
import { placeHall, type Placed } from './seat-layout.ts'
import {
  boxes,
  chartSheets,
  delegationsIn,
  grouped,
  leastLine,
  leastSize,
  margin,
  scaled,
  text,
  type ChartDelegation,
  type ChartFixture,
  type ChartHall,
  type ChartSeat,
  type ChartSheets,
  type Size,
} from './seat-parts.ts'

export interface ChartWords {
  title: string
  subtitle: string
  stage: string
  /** What seats without a delegation are called in the legend. */
  free: string
  /** What people without a delegation are called there. */
  noDelegation: string
  /** From where the hall is seen, and what the numbers of delegations are. */
  seenFrom: string
  numbers: string
}

/** Lengths in millimetres, on A3. */
const shortSide = 297
const headHeight = 20
const stageHeight = 9
/** More delegations than find room in it make it higher, up to this share of the page; still more have a page of their own. */
const leastLegend = 14
const mostLegend = 0.25
const legendLine = 4
const legendSize = 9
const labelSize = 9
/** Of a letter, on the average, as a share of its size; a point in millimetres. */
const letterWidth = 0.5
const boldWidth = 0.58
const point = 0.3528
const widestSeat = 18
/** A hall is drawn up to so many times as wide or as deep as it is, for names to find room. */
const stretch = 1.8
/** Below the hall, for what its doors are called. */
const doorWords = 7
/** Beside the seats, for the names of their rows. */
const rowNameWidth = 7

export interface ChartMaking {
  page: Size
  words: ChartWords
  language: Language
  /** As those on the stage see the hall: the stage is below. */
  isFromStage?: boolean
  /** Seats that are marked: they changed since what lies printed. */
  marked?: ReadonlySet<string>
}

/** The chart of a hall: each seat with its label, who sits there and the number of the delegation, and a legend. */
export const composeSeatChart = (hall: ChartHall, making: ChartMaking): ChartSheets => {
  const { page, words, language, marked = new Set() } = making
  const { shown, placed, legend, columns, delegations, ...laid } = layOut(hall, making)
  const { scale, width, height } = laid
  const head = headElements(words, width)
  const front: CardFace = [
    ...head,
    ...(hasStage(hall) ? [] : stageElements(words, width)),
    ...sectionElements(shown, placed, width),
    ...shown.fixtures.flatMap((fixture) => fixtureElements(fixture, placed)),
    ...rowNames(shown.seats, placed),
    ...seatElements(shown.seats, placed, { delegations, marked, scale }),
    ...(laid.isApart ? [] : legendElements(legend, { columns, y: height - margin - laid.legendHeight, width })),
  ]
  const perPage = columns * Math.floor((height - headHeight - margin) / legendLine)
  const apart = laid.isApart ? partsOf(legend, perPage) : []
  const faces = [
    front,
    ...apart.map((part) => [...head, ...legendElements(part, { columns, y: headHeight + 4, width })]),
  ]
  const fronts = scale === 1 ? faces : faces.map((face) => face.map((element) => scaled(element, scale)))
  return chartSheets([{ rowId: '', name: '', fronts }], { page, title: words.title, language })
}

const hasStage = ({ fixtures }: ChartHall): boolean => fixtures.some(({ kind }) => kind === 'stage')

const layOut = (hall: ChartHall, { page, words, language, isFromStage = false }: ChartMaking) => {
  const turned = <Part extends { x: number; y: number }>(part: Part): Part =>
    isFromStage ? { ...part, x: -part.x, y: -part.y } : part
  const { sections } = hall
  const shown = { seats: hall.seats.map(turned), sections, fixtures: hall.fixtures.map(turned) }
  // Laid out as on A3; everything is larger or smaller with the page.
  const scale = Math.min(page.width, page.height) / shortSide
  const [width, height] = [page.width / scale, page.height / scale]
  const delegations = delegationsIn(shown.seats)
  const legend = legendOf(shown.seats, { delegations, words, language })
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

const headElements = ({ title, subtitle, seenFrom, numbers }: ChartWords, width: number): CardElement[] => {
  const span = { x: margin, width: width - 2 * margin }
  const note = { ...span, height: 5, size: 9, face: 'italic' } as const
  return [
    text({ text: title.toLocaleUpperCase('vi'), ...span, y: 5, height: 7, size: 16, face: 'bold' }),
    text({ text: subtitle, ...span, y: 12, height: 6, size: 12 }),
    text({ ...note, text: seenFrom, y: 5, alignment: 'left' }),
    text({ ...note, text: numbers, y: 5, alignment: 'right' }),
  ]
}

const stageElements = ({ stage }: ChartWords, width: number): CardElement[] => {
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

const fixtureElements = (
  { kind, text: name, ...fixture }: ChartFixture,
  { x, y, across, down }: Placed,
): CardElement[] => {
  const box = {
    x: x(fixture.x - fixture.width / 2),
    y: y(fixture.y - fixture.height / 2),
    width: fixture.width * across,
    height: fixture.height * down,
  }
  // What a door is called stands below it; on the stage people may sit in the middle.
  const words = kind === 'door' ? { x: box.x - 10, width: box.width + 20, y: box.y + box.height, height: 5 } : box
  const size = kind === 'door' ? 9 : Math.max(leastSize, Math.min(12, (box.height * 0.4) / point))
  const vertical = kind === 'table' ? 'middle' : 'top'
  return [
    { kind: 'frame', ...box, grey: kind === 'door' ? 0.35 : 0.9, rule: 0.8, isPreprinted: false },
    ...(name === '' ? [] : [text({ text: name, ...words, size, face: 'bold', vertical })]),
  ]
}

/** What rows are called, at both ends of those that reach across the hall. */
const rowNames = (seats: readonly ChartSeat[], { x, y, seat }: Placed): CardElement[] => {
  const rows = grouped(
    seats.filter(({ row, isStage }) => row !== '' && !isStage),
    ({ level, row }) => `${level}\n${row}`,
  )
  return [...rows.values()].flatMap((row) => {
    const [first] = row
    if (!first) return []
    const ends = row.reduce(
      ([left, right], each) => [each.x < left.x ? each : left, each.x > right.x ? each : right] as const,
      [first, first] as const,
    )
    return ends.map((end, at) =>
      text({
        text: end.row,
        x: at === 0 ? x(end.x) - seat.width / 2 - rowNameWidth : x(end.x) + seat.width / 2 + 0.8,
        ...{ y: y(end.y) - seat.height / 2, width: rowNameWidth - 0.8, height: seat.height },
        alignment: at === 0 ? 'right' : 'left',
        ...{ size: 9, face: 'bold', isSpared: true },
      }),
    )
  })
}

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

const seatElements = (
  seats: readonly ChartSeat[],
  { x, y, seat: { width, height } }: Placed,
  { delegations, marked, scale }: SeatsMaking,
): CardElement[] => {
  const shares = sharesOf(height * scale)
  // All labels in the size of the longest, where that can be read.
  const longest = Math.max(1, ...seats.map(({ short }) => short.length))
  const size = Math.max(leastSize, Math.min(labelSize, (width * 0.94) / (longest * boldWidth * point)))
  // Rules of small seats would be darker than their grounds.
  const rule = Math.min(0.4, height * 0.06)
  const corner = (seat: ChartSeat): [number, number] => [x(seat.x) - width / 2, y(seat.y) - height / 2]
  const grounds = [...grouped(seats, ({ delegation }) => String(delegations.get(delegation)?.grey ?? ''))]
  const [tagTop, tagHeight] = [shares.number[0] * height, shares.number[1] * height]
  const tag = { width: width * 0.6, height: tagHeight }
  const numbered = seats.filter(({ delegation }) => delegation !== '')
  const tags = numbered.flatMap((seat) => {
    const [left, top] = corner(seat)
    return [left + (width - tag.width) / 2, top + tagTop]
  })
  // A whole name takes two lines, mostly.
  const isWhole = (shares.name?.[1] ?? 0) * height * scale > 2 * leastLine
  return [
    ...grounds.flatMap(([grey, group]) =>
      boxes(group.flatMap(corner), { width, height }, { grey: grey === '' ? null : Number(grey), rule }),
    ),
    ...(shares.label ? boxes(tags, tag, { grey: 1, rule: rule / 2 }) : []),
    ...boxes(seats.filter(({ id }) => marked.has(id)).flatMap(corner), { width, height }, { rule: 2 }),
    ...seats.flatMap((seat) => {
      const [left, top] = corner(seat)
      const line = ([from, share]: readonly [number, number]) => ({
        ...{ x: left + width * 0.03, y: top + from * height },
        ...{ width: width * 0.94, height: share * height, isSpared: true },
      })
      const number = delegations.get(seat.delegation)?.number
      const name = seat.name.trim()
      const given = givenName(name)
      return [
        ...(shares.label
          ? [text({ text: seat.short, instead: seat.number, ...line(shares.label), size, face: 'bold' })]
          : []),
        ...(shares.name && name !== ''
          ? [
              text({
                ...(isWhole ? { text: name, instead: given } : { text: given }),
                ...line(shares.name),
                size: 8,
                isOneLine: false,
              }),
            ]
          : []),
        ...(number === undefined ? [] : [text({ text: number, ...line(shares.number), size, face: 'bold' })]),
      ]
    }),
  ]
}

interface LegendEntry {
  name: string
  number: string
  grey: number | null
}

const legendOf = (
  seats: readonly ChartSeat[],
  {
    delegations,
    words: { free, noDelegation },
    language,
  }: { delegations: ReadonlyMap<string, ChartDelegation>; words: ChartWords; language: Language },
): LegendEntry[] => {
  const without = seats.filter(({ delegation }) => delegation === '')
  const freeCount = without.filter(({ name }) => name.trim() === '').length
  const told = (name: string, count: number) => `${name}: ${formatNumber(count, language)}`
  const rest = [
    [noDelegation, without.length - freeCount],
    [free, freeCount],
  ] as const
  return [
    ...[...delegations.values()].map(({ name, number, grey, count }) => ({ name: told(name, count), number, grey })),
    ...rest.flatMap(([name, count]) => (count === 0 ? [] : [{ name: told(name, count), number: '', grey: null }])),
  ]
}

/** The swatch before a name of the legend, with the number in it. */
const swatch = { width: 7, height: legendLine * 0.8 }

const columnsFor = (legend: readonly LegendEntry[], width: number): number => {
  const longest = Math.max(1, ...legend.map(({ name }) => name.length))
  const column = longest * letterWidth * legendSize * point + swatch.width + 4
  return Math.max(2, Math.min(6, legend.length, Math.floor((width - 2 * margin) / column)))
}

const legendElements = (
  entries: readonly LegendEntry[],
  { columns, y: top, width }: { columns: number; y: number; width: number },
): CardElement[] => {
  const cell = (width - 2 * margin) / columns
  const lines = Math.ceil(entries.length / columns)
  return entries.flatMap(({ name, number, grey }, index): CardElement[] => {
    // Down the columns, as a list by name is read.
    const x = margin + Math.floor(index / lines) * cell
    const y = top + (index % lines) * legendLine
    return [
      { kind: 'frame', x, y: y + 0.3, ...swatch, grey, rule: 0.4, isPreprinted: false },
      ...(number === '' ? [] : [text({ text: number, x, y: y + 0.3, ...swatch, size: legendSize, face: 'bold' })]),
      text({
        ...{ text: name, x: x + swatch.width + 1.5, y, width: cell - swatch.width - 3, height: legendLine },
        ...{ size: legendSize, alignment: 'left' },
      }),
    ]
  })
}
