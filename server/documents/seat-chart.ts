import type { Language } from '../format/dates.ts'
import { givenName } from '../format/names.ts'
import { formatNumber } from '../format/numbers.ts'
import type { CardElement, CardFace, CardText, Cards } from './cards.ts'

/** A seat as a chart draws it; lengths in centimetres from the upper left corner of the hall, the stage being above. */
export interface ChartSeat {
  label: string
  x: number
  y: number
  name: string
  delegation: string
}

/** A part of a hall that has a name, which stands where its first row would. */
export interface ChartSection {
  name: string
  y: number
}

/** What is no seat: lengths in centimetres, the place being its middle. */
export interface ChartFixture {
  kind: 'stage' | 'table' | 'door'
  text: string
  x: number
  y: number
  width: number
  height: number
}

interface ChartWords {
  title: string
  subtitle: string
  stage: string
  /** What seats without a delegation are called in the legend. */
  free: string
  /** What people without a delegation are called there. */
  noDelegation: string
}

interface Size {
  width: number
  height: number
}

/** Lengths in millimetres, on A3. */
const shortSide = 297
const margin = 10
const headHeight = 20
const stageHeight = 9
/** More delegations than find room in it make it higher. */
const leastLegend = 14
const leastLegendLine = 3.4
const legendColumns = 6
const legendGap = 3
/** A seat takes this share of the room to its nearest neighbour. */
const seatShare = 0.86
const largestSeat = 16
/** In a smaller seat there is room for what it is called alone. */
const leastNamed = 5.5
/** Grounds that can be told apart in black and white; a ninth delegation begins anew, and the label tells them apart. */
const greys = [0.82, 0.95, 0.68, 0.9, 0.74, 0.86, 0.62, 0.78]

interface ChartMaking {
  page: Size
  words: ChartWords
  language: Language
  sections?: readonly ChartSection[]
  /** With a stage among them it stands where it is drawn; else above all seats. */
  fixtures?: readonly ChartFixture[]
  /** As those on the stage see the hall: the stage is below. */
  isFromStage?: boolean
}

/** The chart of a hall on one page: each seat with its label and who sits there, grounds by delegation, and a legend. */
export const composeSeatChart = (
  drawn: readonly ChartSeat[],
  { page, words, language, sections = [], fixtures: standing = [], isFromStage = false }: ChartMaking,
): Cards => {
  const turned = <Part extends { x: number; y: number }>(part: Part): Part =>
    isFromStage ? { ...part, x: -part.x, y: -part.y } : part
  const [seats, fixtures] = [drawn.map(turned), standing.map(turned)]
  const hasStage = fixtures.some(({ kind }) => kind === 'stage')
  // Laid out as on A3; everything is larger or smaller with the page.
  const scale = Math.min(page.width, page.height) / shortSide
  const [width, height] = [page.width / scale, page.height / scale]
  const legend = legendOf(seats, words, language)
  const face: CardFace = [
    ...headElements(words, width),
    ...(hasStage ? [] : stageElements(words, width)),
    ...seatElements(
      { seats, sections, fixtures },
      {
        y: headHeight + (hasStage ? 2 : stageHeight + 6),
        width,
        height: height - legendHeight(legend.length) - legendGap,
      },
    ),
    ...legendElements(legend, { width, height }),
  ]
  return {
    title: words.title,
    language,
    sheet: {
      page,
      card: { width: page.width, height: page.height },
      columns: 1,
      rows: 1,
      gap: { x: 0, y: 0 },
      hasCropMarks: false,
    },
    faces: [{ front: scale === 1 ? face : face.map((element) => scaled(element, scale)), back: null }],
    skipped: 0,
    overprint: null,
  }
}

/** Nobody reads letters smaller than this on a wall or in a hand, in points, whatever the size of the page. */
const leastSize = 5

const scaled = (element: CardElement, by: number): CardElement => {
  const [x, y] = [element.x * by, element.y * by]
  if (element.kind === 'code') return { ...element, x, y, side: element.side * by }
  const box = { x, y, width: element.width * by, height: element.height * by }
  if (element.kind === 'frame') return { ...element, ...box, rule: element.rule * by }
  if (element.kind === 'picture') return { ...element, ...box }
  const size = element.size * by
  return { ...element, ...box, size, leastSize: Math.min(size, leastSize) }
}

const text = (
  values: Pick<CardText, 'text' | 'x' | 'y' | 'width' | 'height' | 'size'> & Partial<CardText>,
): CardText => ({
  kind: 'text',
  face: 'regular',
  leastSize,
  alignment: 'centre',
  vertical: 'middle',
  isOneLine: true,
  isTurned: false,
  isPreprinted: false,
  ...values,
})

const headElements = ({ title, subtitle }: ChartWords, width: number): CardElement[] => {
  const span = { x: margin, width: width - 2 * margin }
  return [
    text({ text: title.toLocaleUpperCase('vi'), ...span, y: 5, height: 7, size: 16, face: 'bold' }),
    text({ text: subtitle, ...span, y: 12, height: 6, size: 12 }),
  ]
}

const stageElements = ({ stage }: ChartWords, width: number): CardElement[] => {
  const stageBox = { x: width * 0.3, y: headHeight, width: width * 0.4, height: stageHeight }
  return [
    { kind: 'frame', ...stageBox, grey: 0.9, rule: 0.8, isPreprinted: false },
    text({ text: stage, ...stageBox, size: 12, face: 'bold' }),
  ]
}

/** Groups by delegation, in the order in which they first sit. */
const groundsOf = (seats: readonly ChartSeat[]): Map<string, number> => {
  const names = [...new Set(seats.map(({ delegation }) => delegation).filter((name) => name !== ''))]
  return new Map(names.map((name, index) => [name, greys[index % greys.length] ?? 1]))
}

interface Standing {
  seats: readonly ChartSeat[]
  sections: readonly ChartSection[]
  fixtures: readonly ChartFixture[]
}

const seatElements = (
  { seats, sections, fixtures }: Standing,
  page: { y: number; width: number; height: number },
): CardElement[] => {
  if (seats.length === 0) return []
  const grounds = groundsOf(seats)
  const pitch = nearestDistance(seats)
  // A seat stands at its upper left corner, half a pitch from its middle.
  const reach = fixtures.flatMap(({ x, y, width, height }) => [
    { x: x - width / 2 + pitch / 2, y: y - height / 2 + pitch / 2 },
    { x: x + width / 2 - pitch / 2, y: y + height / 2 - pitch / 2 },
  ])
  const [left, right] = edges([...seats, ...reach].map(({ x }) => x))
  const [near, far] = edges([...seats, ...sections, ...reach].map(({ y }) => y))
  const room = { width: page.width - 2 * margin, height: page.height - page.y - margin }
  // The last seat of a row needs its own width, too.
  const scale = Math.min(room.width / (right - left + pitch), room.height / (far - near + pitch), largestSeat / pitch)
  const side = pitch * scale * seatShare
  const shift = (page.width - (right - left + pitch) * scale) / 2
  const headings = sections.map(({ name, y }) =>
    text({
      text: name,
      ...{ x: margin, width: page.width - 2 * margin },
      ...{ y: page.y + (y - near) * scale, height: side },
      size: 11,
      face: 'bold',
    }),
  )
  const places = seats.flatMap(({ label, x, y, name, delegation }): CardElement[] => {
    const box = { x: shift + (x - left) * scale, y: page.y + (y - near) * scale, width: side, height: side }
    const ground = grounds.get(delegation) ?? null
    const given = side < leastNamed ? '' : givenName(name)
    return [
      { kind: 'frame', ...box, grey: ground, rule: 0.4, isPreprinted: false },
      text({ text: label, ...box, height: given === '' ? side : side * 0.5, size: 9, face: 'bold', isSpared: true }),
      ...(given === ''
        ? []
        : [text({ text: given, ...box, y: box.y + side * 0.48, height: side * 0.5, size: 8, isSpared: true })]),
    ]
  })
  return [
    ...headings,
    ...fixtures.flatMap((fixture) => fixtureElements(fixture, { shift, top: page.y, left, near, scale, pitch })),
    ...places,
  ]
}

const fixtureElements = (
  { kind, text: name, ...fixture }: ChartFixture,
  { shift, top, left, near, scale, pitch }: Record<'shift' | 'top' | 'left' | 'near' | 'scale' | 'pitch', number>,
): CardElement[] => {
  const box = {
    x: shift + (fixture.x - fixture.width / 2 + pitch / 2 - left) * scale,
    y: top + (fixture.y - fixture.height / 2 + pitch / 2 - near) * scale,
    width: fixture.width * scale,
    height: fixture.height * scale,
  }
  // What a door is called stands below it; on the stage people may sit in the middle.
  const words = kind === 'door' ? { x: box.x - 10, width: box.width + 20, y: box.y + box.height, height: 5 } : box
  const size = kind === 'door' ? 9 : 12
  const vertical = kind === 'table' ? 'middle' : 'top'
  return [
    { kind: 'frame', ...box, grey: kind === 'door' ? 0.35 : 0.9, rule: 0.8, isPreprinted: false },
    ...(name === '' ? [] : [text({ text: name, ...words, size, face: 'bold', vertical })]),
  ]
}

const edges = (values: readonly number[]): [number, number] => {
  let [least, most] = [Infinity, -Infinity]
  for (const value of values) {
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  return [least, most]
}

/** The least distance between two seats that stand in one row or one behind the other; 60 cm for a seat alone. */
const nearestDistance = (seats: readonly ChartSeat[]): number => {
  let nearest = Infinity
  const measure = (one: ChartSeat, other: ChartSeat) => {
    const distance = Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y))
    if (distance > 0) nearest = Math.min(nearest, distance)
  }
  const sorted = [...seats].sort((a, b) => a.y - b.y || a.x - b.x)
  for (const [index, seat] of sorted.entries()) {
    const next = sorted[index + 1]
    if (next) measure(seat, next)
  }
  const behind = [...seats].sort((a, b) => a.x - b.x || a.y - b.y)
  for (const [index, seat] of behind.entries()) {
    const next = behind[index + 1]
    if (next?.x === seat.x) measure(seat, next)
  }
  return Number.isFinite(nearest) ? nearest : 60
}

interface LegendEntry {
  name: string
  ground: number | null
}

const legendOf = (
  seats: readonly ChartSeat[],
  { free, noDelegation }: ChartWords,
  language: Language,
): LegendEntry[] => {
  const grounds = groundsOf(seats)
  const counts = new Map<string, { ground: number | null; count: number }>()
  for (const { delegation, name } of seats) {
    const told = delegation === '' ? (name.trim() === '' ? free : noDelegation) : delegation
    const entry = counts.get(told) ?? { ground: grounds.get(delegation) ?? null, count: 0 }
    counts.set(told, { ...entry, count: entry.count + 1 })
  }
  return [...counts].map(([name, { ground, count }]) => ({ name: `${name}: ${formatNumber(count, language)}`, ground }))
}

const legendHeight = (count: number): number =>
  Math.max(leastLegend, Math.ceil(count / legendColumns) * leastLegendLine)

const legendElements = (entries: readonly LegendEntry[], { width, height }: Size): CardElement[] => {
  const columns = Math.min(legendColumns, Math.max(1, entries.length))
  const lines = Math.max(1, Math.ceil(entries.length / columns))
  const room = legendHeight(entries.length)
  const [cell, line] = [(width - 2 * margin) / columns, Math.min(5, room / lines)]
  return entries.flatMap(({ name, ground }, index): CardElement[] => {
    const x = margin + (index % columns) * cell
    const y = height - margin - room + Math.floor(index / columns) * line
    const side = line * 0.7
    return [
      {
        kind: 'frame',
        x,
        y: y + line * 0.15,
        width: side * 1.6,
        height: side,
        grey: ground,
        rule: 0.4,
        isPreprinted: false,
      },
      text({ text: name, x: x + side * 2, y, width: cell - side * 2, height: line, size: 9, alignment: 'left' }),
    ]
  })
}
