import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkHall } from '../../../server/halls/rules/checks.ts'
import { addBlock, addFixture, addLevel, addTable, removeLevel } from '../../../server/halls/rules/edit-add.ts'
import { addRowBehind, curveRows, renumber } from '../../../server/halls/rules/edit-rows.ts'
import {
  alignments,
  alignParts,
  changeSeats,
  duplicateParts,
  middleOf,
  mirrorParts,
  moveLevelBehind,
  moveParts,
  moveToLevel,
  removeParts,
  spreadParts,
  turnParts,
  type Picked,
} from '../../../server/halls/rules/edit.ts'
import { labelsOf } from '../../../server/halls/rules/labels.ts'
import { usualNumbering } from '../../../server/halls/rules/numbering.ts'
import { startHall, usualStart } from '../../../server/halls/rules/start.ts'
import type { HallDrawing, Seat } from '../../../server/halls/schema.ts'

let ids = 0
const newId = () => `n${(ids += 1)}`
const words = {
  ...{ stage: 'SÂN KHẤU', floor: 'Tầng một', balcony: 'Ban công', presidium: 'Đoàn Chủ tịch' },
  ...{
    secretariat: 'Đoàn Thư ký',
    block: (letter: string) => `Khối ${letter}`,
    door: (letter: string) => `Cửa ${letter}`,
  },
}
const hall = (change: Partial<typeof usualStart> = {}): HallDrawing =>
  startHall({ ...usualStart, rows: 4, blocks: [3, 4], presidium: 3, secretariat: 0, ...change }, words, newId)
const seatsOf = ({ levels }: HallDrawing): Seat[] =>
  levels.flatMap(({ blocks }) => blocks.flatMap(({ rows }) => rows.flatMap(({ seats }) => seats)))
const all = (drawing: HallDrawing): Picked => ({
  seats: new Set(seatsOf(drawing).map(({ id }) => id)),
  fixtures: new Set(drawing.levels.flatMap(({ fixtures }) => fixtures.map(({ id }) => id))),
})
const floorBlocks = (drawing: HallDrawing) =>
  new Set(drawing.levels.flatMap(({ blocks }) => blocks.filter(({ isStage }) => !isStage).map(({ id }) => id)))
const block = {
  rows: 2,
  seats: 5,
  seatPitch: 55,
  rowPitch: 95,
  bend: 0,
  name: '',
  isStage: false,
  numbering: usualNumbering,
}

describe('any sequence of changes', () => {
  const numbers = fc.integer({ min: -400, max: 400 })
  const steps = fc.array(
    fc.record({
      kind: fc.constantFrom(
        'move',
        'turn',
        'mirror',
        'align',
        'spread',
        'duplicate',
        'remove',
        'use',
        'renumber',
        'curve',
        'block',
        'table',
        'fixture',
        'row',
        'level',
      ),
      by: numbers,
      also: numbers,
      share: fc.array(fc.boolean(), { minLength: 3, maxLength: 9 }),
    }),
    { maxLength: 12 },
  )

  test('doubles no id, loses no seat that it does not remove, and leaves those alone that it does not touch', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        let drawing = hall()
        for (const { kind, by, also, share } of sequence) {
          const before = seatsOf(drawing)
          const isPicked = (_part: unknown, at: number) => share[at % share.length] === true
          const picked: Picked = {
            seats: new Set(before.filter(isPicked).map(({ id }) => id)),
            fixtures: new Set(drawing.levels.flatMap(({ fixtures }) => fixtures.filter(isPicked).map(({ id }) => id))),
          }
          const blocks = new Set(drawing.levels.flatMap((level) => level.blocks.filter(isPicked).map(({ id }) => id)))
          const level = drawing.levels[0]?.id ?? ''
          const at = { x: by, y: also }
          const ways: Record<string, () => HallDrawing> = {
            move: () => moveParts(drawing, picked, by, also),
            turn: () => turnParts(drawing, picked, by),
            mirror: () => mirrorParts(drawing, picked),
            align: () => alignParts(drawing, picked, alignments[Math.abs(by) % alignments.length] ?? 'left'),
            spread: () => spreadParts(drawing, picked, by > 0 ? 'x' : 'y'),
            duplicate: () => duplicateParts(drawing, picked, { dx: by, dy: also }, newId).drawing,
            remove: () => removeParts(drawing, picked),
            use: () => changeSeats(drawing, picked.seats, { use: 'wheelchair' }),
            renumber: () =>
              renumber(drawing, blocks, { ...usualNumbering, seats: by > 0 ? 'centre-out' : 'odd-even' }, also > 0),
            curve: () => curveRows(drawing, blocks, by),
            block: () => addBlock(drawing, level, at, block, newId).drawing,
            table: () => addTable(drawing, level, at, { name: 'Bàn 1', isRound: by > 0, seats: 7 }, newId).drawing,
            fixture: () => addFixture(drawing, level, 'door', 'Cửa C', at, newId).drawing,
            row: () => addRowBehind(drawing, [...blocks][0] ?? '', newId),
            level: () => moveToLevel(addLevel(drawing, 'Gác', newId), picked, drawing.levels.at(-1)?.id ?? '', newId),
          }
          drawing = ways[kind]?.() ?? drawing
          const after = new Map(seatsOf(drawing).map((seat) => [seat.id, seat]))
          expect(after.size).toBe(seatsOf(drawing).length)
          expect(checkHall(drawing).filter(({ isSerious }) => isSerious)).toEqual([])
          for (const seat of before) {
            if (kind === 'remove' && picked.seats.has(seat.id)) expect(after.has(seat.id)).toBe(false)
            else expect(after.has(seat.id)).toBe(true)
            if (!picked.seats.has(seat.id) && !['renumber', 'curve'].includes(kind))
              expect(after.get(seat.id)).toBe(seat)
          }
        }
      }),
      { numRuns: 120 },
    )
  })

  test('can be taken back: moved there and back, turned once around, mirrored twice', () => {
    const drawing = hall({ bend: 60 })
    const near = (one: HallDrawing, other: HallDrawing) => {
      const places = new Map(seatsOf(other).map((seat) => [seat.id, seat]))
      for (const { id, x, y } of seatsOf(one)) {
        expect(places.get(id)?.x).toBeCloseTo(x)
        expect(places.get(id)?.y).toBeCloseTo(y)
      }
    }
    near(moveParts(moveParts(drawing, all(drawing), 7, -9), all(drawing), -7, 9), drawing)
    near(turnParts(turnParts(drawing, all(drawing), 135), all(drawing), 225), drawing)
    near(mirrorParts(mirrorParts(drawing, all(drawing)), all(drawing)), drawing)
  })
})

describe('rows', () => {
  test('of a block that is turned round are read from the left again', () => {
    const drawing = hall({ blocks: [4], rows: 1, presidium: 0 })
    const row = turnParts(drawing, all(drawing), 180).levels[0]?.blocks[0]?.rows[0]
    expect(row?.seats.map(({ number }) => number)).toEqual(['4', '3', '2', '1'])
    expect(row?.seats.map(({ x }) => x)).toEqual(row?.seats.map(({ x }) => x).toSorted((one, other) => one - other))
  })

  test('are numbered over all blocks, or in each by itself', () => {
    const drawing = hall()
    const rule = { ...usualNumbering, rows: 'numbers' as const, seats: 'centre-out' as const }
    const numbersOf = (next: HallDrawing) =>
      next.levels[0]?.blocks
        .filter(({ isStage }) => !isStage)
        .map(({ rows }) => [rows[3]?.name, rows[3]?.seats.map(({ number }) => number).join(' ')])
    expect(numbersOf(renumber(drawing, floorBlocks(drawing), rule, true))).toEqual([
      ['4', '5 3 1'],
      ['4', '2 4 6 8'],
    ])
    expect(numbersOf(renumber(drawing, floorBlocks(drawing), rule, false))).toEqual([
      ['4', '3 1 2'],
      ['4', '3 1 2 4'],
    ])
  })

  test('are bent and made straight again', () => {
    const drawing = hall()
    const bent = curveRows(drawing, floorBlocks(drawing), 90)
    const [first] = bent.levels[0]?.blocks[1]?.rows ?? []
    expect(first?.seats[0]?.y).toBeLessThan(first?.seats.at(-1)?.y ?? 0)
    const straight = curveRows(bent, floorBlocks(drawing), 0)
    const depths = straight.levels[0]?.blocks
      .slice(1)
      .map(({ rows }) => rows[0]?.seats.map(({ y }) => Math.round(y / 10)))
    expect(new Set(depths?.flat()).size).toBe(1)
  })

  test('come behind the last one with the next name', () => {
    const drawing = hall({ blocks: [3], rows: 2, presidium: 0 })
    const block = addRowBehind(drawing, drawing.levels[0]?.blocks[0]?.id ?? '', newId).levels[0]?.blocks[0]
    expect(block?.rows.map(({ name }) => name)).toEqual(['A', 'B', 'C'])
    expect((block?.rows[2]?.seats[0]?.y ?? 0) - (block?.rows[1]?.seats[0]?.y ?? 0)).toBe(95)
  })
})

describe('parts', () => {
  test('are aligned row by row and spread evenly', () => {
    const drawing = hall({ blocks: [3], presidium: 0 })
    const seats = seatsOf(drawing)
    const shifted = moveParts(
      drawing,
      { seats: new Set(seats.slice(3, 6).map(({ id }) => id)), fixtures: new Set() },
      33,
      10,
    )
    const picked = { seats: all(drawing).seats, fixtures: new Set<string>() }
    const lefts = alignParts(shifted, picked, 'left').levels[0]?.blocks[0]?.rows.map(({ seats: row }) => row[0]?.x)
    expect(new Set(lefts).size).toBe(1)
    const depths =
      spreadParts(shifted, picked, 'y').levels[0]?.blocks[0]?.rows.map(({ seats: row }) => row[0]?.y ?? 0) ?? []
    expect(depths.map((depth, at) => Math.round(depth - (depths[at - 1] ?? depth)))).toEqual([0, 95, 95, 95])
  })

  test('are doubled with all ids new, tables with their seats', () => {
    const begun = addTable(
      hall(),
      hall().levels[0]?.id ?? '',
      { x: 0, y: 0 },
      { name: 'Bàn 1', isRound: true, seats: 8 },
      newId,
    )
    expect(begun.picked.seats.size).toBe(8)
    const drawing = hall()
    const { drawing: withTable, picked } = addTable(
      drawing,
      drawing.levels[0]?.id ?? '',
      { x: 9, y: 9 },
      { name: 'Bàn 1', isRound: false, seats: 5 },
      newId,
    )
    const twice = duplicateParts(withTable, picked, { dx: 300, dy: 0 }, newId)
    const [last] = twice.drawing.levels[0]?.blocks.slice(-1) ?? []
    expect([...twice.picked.fixtures]).toEqual([last?.rows[0]?.tableId])
    expect(middleOf(twice.drawing, twice.picked).x).toBeCloseTo(middleOf(withTable, picked).x + 300)
  })

  test('around a table are counted around it, whatever rule numbers the rows, and the table keeps its name', () => {
    const drawing = hall({ blocks: [3, 4], presidium: 0 })
    const table = { name: 'Bàn 7', isRound: true, seats: 5 }
    const added = addTable(drawing, drawing.levels[0]?.id ?? '', { x: -900, y: 300 }, table, newId).drawing
    const blocks = new Set(added.levels.flatMap((level) => level.blocks.map(({ id }) => id)))
    const numbering = { ...usualNumbering, seats: 'centre-out' as const }
    const anew = renumber(added, blocks, numbering, true)
    const row = anew.levels[0]?.blocks.at(-1)?.rows[0]
    expect([row?.name, row?.seats.map(({ number }) => number)]).toEqual(['Bàn 7', ['1', '2', '3', '4', '5']])
    const rows = (all: HallDrawing) => all.levels[0]?.blocks.slice(0, 2).map((block) => block.rows)
    expect(rows(anew)).toEqual(rows(renumber(drawing, blocks, numbering, true)))
  })

  test('of a table that goes are a plain row', () => {
    const drawing = hall()
    const added = addTable(
      drawing,
      drawing.levels[0]?.id ?? '',
      { x: 9, y: 9 },
      { name: 'Bàn 1', isRound: true, seats: 5 },
      newId,
    )
    const left = removeParts(added.drawing, { seats: new Set(), fixtures: added.picked.fixtures })
    expect(left.levels[0]?.blocks.at(-1)?.rows[0]).toMatchObject({ tableId: null, name: 'Bàn 1' })
  })

  test('go to a balcony; a level goes when it is empty, the last never', () => {
    const drawing = addLevel(hall(), 'Ban công', newId)
    const [floor, balcony] = drawing.levels
    const rear = new Set(
      floor?.blocks
        .at(-1)
        ?.rows.at(-1)
        ?.seats.map(({ id }) => id),
    )
    const moved = moveToLevel(drawing, { seats: rear, fixtures: new Set() }, balcony?.id ?? '', newId)
    expect(moved.levels[1]?.blocks[0]?.rows[0]?.seats.map(({ id }) => id)).toEqual([...rear])
    expect(removeLevel(moved, balcony?.id ?? '').levels).toHaveLength(2)
    expect(removeLevel(drawing, balcony?.id ?? '').levels).toHaveLength(1)
    expect(removeLevel(hall({ presidium: 0 }), 'x').levels).toHaveLength(1)
  })
})

describe('what a drawing has to be looked at for', () => {
  const kinds = (drawing: HallDrawing) =>
    checkHall(drawing).map(({ kind, text }) => (text === '' ? kind : `${kind} ${text}`))
  const first = (drawing: HallDrawing) => seatsOf(drawing).find(({ id }) => labelsOf(drawing).get(id) === 'A1') as Seat

  test('is nothing where it is sound', () =>
    expect(kinds(hall({ bend: 40, balconyRows: 2, balconySeats: 4 }))).toEqual([]))

  test('are labels that two seats have, seats that stand in one another, and seats off the floor', () => {
    const drawing = hall({ blocks: [4], presidium: 0 })
    const one = { seats: new Set([first(drawing).id]), fixtures: new Set<string>() }
    expect(kinds(duplicateParts(drawing, one, { dx: 5, dy: 0 }, newId).drawing)).toEqual([
      'double-label A1',
      'overlap Tầng một',
    ])
    expect(kinds(changeSeats(drawing, one.seats, { number: '2' }))).toEqual(['double-label A2'])
    const { x, y } = middleOf(drawing, all(drawing))
    const floor = addFixture(drawing, drawing.levels[0]?.id ?? '', 'floor', '', { x, y }, newId).drawing
    expect(kinds(floor)).toEqual([])
    expect(kinds(moveParts(floor, one, -5000, 0))).toEqual(['off-floor Tầng một'])
  })

  test('are levels that lie over one another; one is drawn behind the others by a step', () => {
    const drawing = hall({ balconyRows: 2, balconySeats: 4 })
    const [floor, balcony] = drawing.levels
    const ofBalcony = new Set(
      balcony?.blocks.flatMap(({ rows }) => rows.flatMap(({ seats }) => seats.map(({ id }) => id))),
    )
    const [behind, before] = [balcony, floor].map((level) => level?.blocks.at(-1)?.rows[0]?.seats[0])
    const onIt = { dx: (before?.x ?? 0) - (behind?.x ?? 0), dy: (before?.y ?? 0) - (behind?.y ?? 0) }
    const over = moveParts(drawing, { seats: ofBalcony, fixtures: new Set() }, onIt.dx, onIt.dy)
    expect(kinds(over)).toEqual(['levels-overlap Ban công'])
    expect(new Set(checkHall(over)[0]?.seats)).toEqual(ofBalcony)
    const apart = moveLevelBehind(over, behind?.id ?? '')
    expect(kinds(apart)).toEqual([])
    expect(apart.levels[0]).toBe(over.levels[0])
  })

  test('are rows without a name, seats without a number, and a hall without a seat', () => {
    const drawing = hall({ blocks: [4], rows: 1, presidium: 0 })
    expect(kinds(changeSeats(drawing, all(drawing).seats, { number: '' }))).toContain('seat-without-number Tầng một')
    expect(kinds(changeSeats(drawing, all(drawing).seats, { use: 'blocked' }))).toEqual(['no-seat'])
    const nameless = {
      ...drawing,
      levels: drawing.levels.map((level) => ({
        ...level,
        blocks: level.blocks.map((each) => ({ ...each, rows: each.rows.map((row) => ({ ...row, name: '' })) })),
      })),
    }
    expect(kinds(nameless)).toEqual(['row-without-name Tầng một'])
  })

  test('are ids that two parts have and places that are none: such a drawing is not kept', () => {
    const drawing = hall()
    const { id } = first(drawing)
    const doubled = { ...drawing, levels: [...drawing.levels, ...drawing.levels] }
    expect(checkHall(doubled).every(({ kind, isSerious }) => kind === 'double-id' && isSerious)).toBe(true)
    for (const by of [Number.NaN, Infinity, 1e9]) {
      const far = moveParts(drawing, { seats: new Set([id]), fixtures: new Set() }, by, 0)
      expect(checkHall(far)).toEqual([{ kind: 'no-place', text: '', seats: [id], isSerious: true }])
    }
  })
})
