import { createHash } from 'node:crypto'
import { compareVietnamese } from '../format/names.ts'
import type { Language } from '../format/dates.ts'
import type { CardBoxes, CardElement, CardFace, Cards, CardText } from './cards.ts'

/** A seat as charts draw it; lengths in centimetres from the upper left corner of the hall, the stage being above. */
export interface ChartSeat {
  /** By what it is known again in the next print. */
  id: string
  /** What lists call it by: «Ban công, A12». */
  label: string
  /** The same where it is plain in which part of the hall it is: «A12»; and its number in its row. */
  short: string
  number: string
  /** What its row is called; '' = it has no row. */
  row: string
  /** Seats without an aisle between them share it; '' = they are all of the hall. */
  block: string
  /** What block, level and the nearest door are called; '' = nobody said. */
  blockName: string
  level: string
  door: string
  isStage: boolean
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
  isRound: boolean
}

/** A hall with who sits where. */
export interface ChartHall {
  seats: readonly ChartSeat[]
  sections: readonly ChartSection[]
  /** With a stage among them it stands where it is drawn; else above all seats. */
  fixtures: readonly ChartFixture[]
  /** Phases after the opening, in their order. */
  phases: readonly ChartPhase[]
}

/** The seats of the blocks in which a phase puts people, with who is there then. */
export interface ChartPhase {
  id: string
  name: string
  seats: readonly ChartSeat[]
}

/** How a hall is printed. */
export interface ChartMaking {
  page: Size
  language: Language
  title: string
  /** The congress. */
  subtitle: string
  /** What its stage is called where none is drawn. */
  stage: string
  /** A fixed word of the template. */
  word: (name: string) => string
  /** The name of a delegation in the language. */
  nameOf: (delegation: string) => string
  /** Which state of the plan it shows, in sentences; '' = nobody keeps one. */
  standing: string
  /** As those on the stage see the hall: the stage is below. */
  isFromStage?: boolean
  /** By sheet, the seats that are marked: they changed since it was printed before. */
  marked?: ReadonlyMap<string, ReadonlySet<string>>
  /** By sheet of a delegation, the seats that were its own when it was printed before. */
  lost?: ReadonlyMap<string, readonly LostSeatTold[]>
}

/** A seat that a delegation had, by its id and by what it was called. */
export interface LostSeatTold {
  id: string
  label: string
}

/** Sheets of a hall, ready to be drawn; those of one row belong together. */
export interface ChartSheets extends Cards {
  faces: { front: CardFace; back: null }[]
  /** Of each face, and what the row is called. */
  rowIds: string[]
  names: ReadonlyMap<string, string>
}

/** What is printed together: a chart, the sheet of a block. */
export interface SheetsOfRow {
  rowId: string
  name: string
  fronts: CardFace[]
}

/** By what a sheet is known again in the next print: names may be longer than an id. */
export const sheetId = (kind: string, name: string, page: number): string =>
  `${kind}-${createHash('sha256').update(name).digest('base64url').slice(0, 16)}-${String(page + 1)}`

export const chartSheets = (
  rows: readonly SheetsOfRow[],
  { page, title, language }: { page: Size; title: string; language: Language },
): ChartSheets => ({
  ...{ title, language, skipped: 0, overprint: null },
  sheet: { page, card: page, columns: 1, rows: 1, gap: { x: 0, y: 0 }, hasCropMarks: false },
  faces: rows.flatMap(({ fronts }) => fronts.map((front) => ({ front, back: null }))),
  rowIds: rows.flatMap(({ rowId, fronts }) => fronts.map(() => rowId)),
  names: new Map(rows.map(({ rowId, name }) => [rowId, name])),
})

export interface Size {
  width: number
  height: number
}

/** Millimetres. */
export const margin = 10
/** Nobody reads letters smaller than this on a wall or in a hand, in points, whatever the size of the page. */
export const leastSize = 5
/** A line of the least letters, and a point, in millimetres. */
export const leastLine = 2.05
export const point = 0.3528
/** Of a letter, on the average, as a share of its size. */
export const letterWidth = 0.5
export const boldWidth = 0.58

/** Written field by field: a hall has thousands of texts, and spreading costs several times as much. */
export const text = (values: TextTold): CardText => {
  const element: CardText = {
    kind: 'text',
    text: values.text,
    x: values.x,
    y: values.y,
    width: values.width,
    height: values.height,
    face: values.face ?? 'regular',
    size: values.size,
    leastSize: values.leastSize ?? leastSize,
    alignment: values.alignment ?? 'centre',
    vertical: values.vertical ?? 'middle',
    isOneLine: values.isOneLine ?? true,
    isTurned: values.isTurned ?? false,
    isPreprinted: values.isPreprinted ?? false,
    isSpared: values.isSpared ?? false,
  }
  if (values.instead !== undefined) element.instead = values.instead
  return element
}

type TextTold = Pick<CardText, 'text' | 'x' | 'y' | 'width' | 'height' | 'size'> &
  Partial<Omit<CardText, 'instead'>> & { instead?: string | undefined }

/** Of a foot with both, the standing takes this share of the width. */
const standingShare = 0.62

/** At the foot of a sheet, in one line: which state of the plan it shows, and what its heavy rules are. */
export const footElements = (
  { standing, word }: Pick<ChartMaking, 'standing' | 'word'>,
  { y, width, isMarked }: { y: number; width: number; isMarked: boolean },
): CardText[] => {
  const whole = width - 2 * margin
  const told = isMarked ? whole * standingShare : whole
  const line = { y, height: 5, size: 9 }
  return [
    ...(standing === ''
      ? []
      : [text({ ...line, text: standing, x: margin, width: told, face: 'italic', alignment: 'left' })]),
    ...(isMarked
      ? [
          text({
            ...{ ...line, text: word('changedSeats'), face: 'bold-italic', alignment: 'right' },
            ...(standing === '' ? { x: margin, width: whole } : { x: margin + told + 2, width: whole - told - 2 }),
          }),
        ]
      : []),
  ]
}

/** Rectangles of one size with their upper left corners in a row: x and y of the first, of the second … */
export const boxes = (
  corners: readonly number[],
  { width, height }: Size,
  { grey = null, rule = 0 }: { grey?: number | null; rule?: number },
): CardBoxes[] =>
  corners.length === 0 ? [] : [{ kind: 'boxes', width, height, corners, grey, rule, isPreprinted: false }]

/** Around what changed since it lay printed, in points. */
export const markRule = 2

/** Grounds that can be told apart in black and white; a ninth delegation begins anew, and its number tells it apart. */
const greys = [0.82, 0.95, 0.68, 0.9, 0.74, 0.86, 0.62, 0.78]

/** How a delegation is told on all sheets of a hall. */
export interface ChartDelegation {
  name: string
  number: string
  grey: number
  count: number
}

/** The delegations that sit in a hall, by name, in the Vietnamese order: their numbers do not hang on who sits where. */
export const delegationsIn = (seats: readonly ChartSeat[]): Map<string, ChartDelegation> => {
  const counts = new Map<string, number>()
  for (const { delegation } of seats) {
    if (delegation !== '') counts.set(delegation, (counts.get(delegation) ?? 0) + 1)
  }
  const sorted = [...counts].sort(([one], [other]) => compareVietnamese(one, other))
  return new Map(
    sorted.map(([name, count], at) => [
      name,
      { name, number: String(at + 1), grey: greys[at % greys.length] ?? 1, count },
    ]),
  )
}

/** Seats by what they are part of, in the order of the first of each. */
export const grouped = <Part>(parts: readonly Part[], keyOf: (part: Part) => string): Map<string, Part[]> => {
  const groups = new Map<string, Part[]>()
  for (const part of parts) {
    const key = keyOf(part)
    const group = groups.get(key)
    if (group) group.push(part)
    else groups.set(key, [part])
  }
  return groups
}

/** An element as large again. */
export const scaled = (element: CardElement, by: number): CardElement => {
  if (element.kind === 'boxes') {
    const { width, height, corners, rule } = element
    return {
      ...{ ...element, width: width * by, height: height * by, rule: rule * by },
      corners: corners.map((value) => value * by),
    }
  }
  const [x, y] = [element.x * by, element.y * by]
  if (element.kind === 'code') return { ...element, x, y, side: element.side * by }
  const box = { x, y, width: element.width * by, height: element.height * by }
  if (element.kind === 'frame') return { ...element, ...box, rule: element.rule * by }
  if (element.kind === 'picture') return { ...element, ...box }
  const size = element.size * by
  return { ...element, ...box, size, leastSize: Math.min(size, leastSize) }
}
