import type { Block, Fixture, HallDrawing, Level, SeatRow, StagePart } from '../schema.ts'
import { nameRows, numberSeats, usualNumbering, type Numbering } from './numbering.ts'

/** A hall by numbers: what most halls are, and what others are drawn on from. */
export interface HallStart {
  rows: number
  /** Seats of a row in each block, from the left: aisles stand between blocks. */
  blocks: readonly number[]
  /** Centimetres between the middles of seats, between rows, and across an aisle. */
  seatPitch: number
  rowPitch: number
  aisle: number
  /** How far the ends of a row bend forward, in centimetres: 0 = straight rows. */
  bend: number
  numbering: Numbering
  /** Whether numbers go on from block to block or begin anew in each. */
  numbersWholeRow: boolean
  /** Seats behind the presidium's table and the secretaries', on the stage; 0 = none. */
  presidium: number
  secretariat: number
  /** Rows of a balcony, seats of each; 0 = none. */
  balconyRows: number
  balconySeats: number
  /** Rows from the first on that are reached without a step. */
  stepFreeRows: number
}

export const usualStart: HallStart = {
  ...{ rows: 20, blocks: [8, 14, 8], seatPitch: 55, rowPitch: 95, aisle: 120, bend: 0 },
  ...{ numbering: usualNumbering, numbersWholeRow: true },
  ...{ presidium: 13, secretariat: 3, balconyRows: 0, balconySeats: 0, stepFreeRows: 2 },
}

interface Words {
  stage: string
  floor: string
  balcony: string
  presidium: string
  secretariat: string
  /** «Khối A». */
  block: (letter: string) => string
  door: (letter: string) => string
}

const margin = 200
const stageDepth = 350
/** Between the stage and the first row. */
const frontGap = 300

/** Draws a hall by numbers. `newId` makes an id that no other part has. */
export const startHall = (start: HallStart, words: Words, newId: () => string): HallDrawing => {
  const { rows, blocks, seatPitch, rowPitch, aisle, balconyRows, balconySeats, stepFreeRows } = start
  const width = blocks.reduce((sum, seats) => sum + Math.max(0, seats - 1) * seatPitch, 0) + aisle * (blocks.length - 1)
  const axis = margin + width / 2
  const front = margin + stageDepth + frontGap
  const floor: Level = {
    ...{ id: newId(), name: words.floor },
    blocks: [
      ...stageBlocks(start, { axis, words, newId }),
      ...blocksOf(start, { left: margin, front, axis, words, newId, stepFreeRows }),
    ],
    fixtures: [stage(start, { axis, width, words, newId }), ...doors({ width, front, rows, rowPitch, words, newId })],
  }
  if (balconyRows === 0 || balconySeats === 0) return { levels: [floor] }
  const balconyWidth = (balconySeats - 1) * seatPitch
  const balcony: Level = {
    ...{ id: newId(), name: words.balcony, fixtures: [] },
    blocks: blocksOf(
      { ...start, rows: balconyRows, blocks: [balconySeats] },
      {
        left: axis - balconyWidth / 2,
        front: front + (rows - 1) * rowPitch + 400,
        axis,
        words,
        newId,
        stepFreeRows: 0,
      },
    ),
  }
  return { levels: [floor, balcony] }
}

interface At {
  axis: number
  words: Words
  newId: () => string
}

const blocksOf = (
  { rows, blocks, seatPitch, rowPitch, aisle, bend, numbering, numbersWholeRow }: HallStart,
  { left, front, axis, words, newId, stepFreeRows }: At & { left: number; front: number; stepFreeRows: number },
): Block[] => {
  const places: number[][] = []
  let x = left
  for (const seats of blocks) {
    places.push(Array.from({ length: seats }, (_nothing, at) => x + at * seatPitch))
    x += Math.max(0, seats - 1) * seatPitch + aisle
  }
  const all = places.flat()
  const reach = Math.max(1, ...all.map((place) => Math.abs(place - axis)))
  const names = nameRows(rows, numbering)
  const whole = numberSeats(all, numbering, axis)
  let before = 0
  return places.map((block, at) => {
    const numbers = numbersWholeRow ? whole.slice(before, before + block.length) : numberSeats(block, numbering)
    before += block.length
    return {
      id: newId(),
      name: blocks.length === 1 ? '' : words.block(String.fromCharCode(65 + at)),
      isStage: false,
      rows: names.map((name, row): SeatRow => ({
        ...{ id: newId(), name, tableId: null },
        seats: block.map((place, seat) => ({
          id: newId(),
          number: numbers[seat] ?? '',
          x: place,
          // A parabola: the ends are nearest to the stage.
          y: front + row * rowPitch - bend * ((place - axis) / reach) ** 2,
          use: 'ordinary',
          isStepFree: row < stepFreeRows,
        })),
      })),
    }
  })
}

const tableDepth = 60

const stageBlocks = ({ presidium, secretariat, seatPitch }: HallStart, { axis, words, newId }: At): Block[] => {
  const y = margin + stageDepth / 2
  const pitch = Math.max(seatPitch, 70)
  const width = Math.max(0, presidium - 1) * pitch
  const block = (stagePart: StagePart, row: string, seats: number, from: number): Block[] =>
    seats === 0
      ? []
      : [
          {
            ...{ id: newId(), name: words[stagePart], isStage: true, stagePart },
            rows: [
              {
                ...{ id: newId(), name: row, tableId: null },
                seats: Array.from({ length: seats }, (_nothing, at) => ({
                  id: newId(),
                  // The highest sits in the middle; then to the right, as seen by those who sit there.
                  number: numberOnStage(at, seats),
                  x: from + at * pitch,
                  y,
                  use: 'ordinary' as const,
                  isStepFree: false,
                })),
              },
            ],
          },
        ]
  return [
    ...block('presidium', 'CT', presidium, axis - width / 2),
    ...block('secretariat', 'TK', secretariat, axis + width / 2 + 3 * pitch),
  ]
}

const numberOnStage = (at: number, seats: number): string => {
  const middle = Math.floor((seats - 1) / 2)
  if (at === middle) return '1'
  // Who faces the hall has the left of the drawing at the right hand.
  return String(at < middle ? 2 * (middle - at) : 2 * (at - middle) + 1)
}

const stage = (
  { presidium, secretariat, seatPitch }: HallStart,
  { axis, width, words, newId }: At & { width: number },
): Fixture => {
  const pitch = Math.max(seatPitch, 70)
  const seated = (Math.max(0, presidium - 1) + 2 * (secretariat === 0 ? 0 : secretariat + 3)) * pitch + 2 * tableDepth
  return {
    ...{ id: newId(), kind: 'stage', outline: 'rectangle', turn: 0, corners: [], text: words.stage },
    ...{ x: axis, y: margin + stageDepth / 2, width: Math.max(width * 0.6, seated), height: stageDepth },
  }
}

const doors = ({
  width,
  front,
  rows,
  rowPitch,
  words,
  newId,
}: Pick<At, 'words' | 'newId'> & { width: number; front: number; rows: number; rowPitch: number }): Fixture[] =>
  ['A', 'B'].map((letter, at) => ({
    ...{ id: newId(), kind: 'door', outline: 'rectangle', turn: 0, corners: [], text: words.door(letter) },
    ...{ x: at === 0 ? margin : margin + width, y: front + rows * rowPitch + 60, width: 160, height: 30 },
  }))
