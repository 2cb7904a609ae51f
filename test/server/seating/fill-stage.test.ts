import { describe, expect, test } from 'vitest'
import { addBlock } from '../../../server/halls/rules/edit-add.ts'
import { indexHall } from '../../../server/halls/rules/indexed.ts'
import { usualNumbering } from '../../../server/halls/rules/numbering.ts'
import type { Seat } from '../../../server/halls/schema.ts'
import { fillStage, fillTables, likePhase, staysOnStage } from '../../../server/seating/rules/fill-stage.ts'
import { hallOf } from './seeded.ts'

const tables = hallOf({ rows: 2, blocks: [4], presidium: 6, secretariat: 3 })
/** Blocks of six and three places on the stage that are nobody's table. */
const hall = indexHall({
  levels: tables.drawing.levels.map((level) => ({
    ...level,
    blocks: level.blocks.map(({ stagePart: _whose, ...block }) => block),
  })),
})
const floor = tables.drawing.levels[0]?.id ?? ''
const twoRows = {
  ...{ name: '', isStage: true, rows: 2, seats: 4, seatPitch: 70, rowPitch: 95, bend: 0, numbering: usualNumbering },
}
let made = 0
const onStage = hall.seats.filter(({ isStage }) => isStage)
const seatsOf = (people: string[], personAt = new Map<number, string>()) => {
  const fill = fillStage(hall, { personAt }, people)
  return 'seats' in fill ? people.map((id) => fill.seats.get(id) ?? -1) : fill
}

test('a batch goes on the stage in its order from the left, in the smallest block that has room for all', () => {
  const three = seatsOf(['an', 'binh', 'chi'])
  expect(three).toHaveLength(3)
  if (!Array.isArray(three)) return
  const seats = three.map((at) => hall.seats[at])
  expect(new Set(seats.map((seat) => seat?.block)).size).toBe(1)
  expect(onStage.filter(({ block }) => block === seats[0]?.block)).toHaveLength(3)
  expect(seats.map((seat) => seat?.x ?? 0)).toEqual(seats.map((seat) => seat?.x ?? 0).sort((one, other) => one - other))
})

test('whoever do not fill a row stand in its middle, and those before them in whole rows from the edge', () => {
  const blockOfSix = onStage.filter(({ block }, _at, all) => all.filter((seat) => seat.block === block).length === 6)
  const across = blockOfSix.toSorted((one, other) => one.x - other.x).map(({ at }) => at)
  expect(seatsOf(['an', 'binh', 'chi', 'dung'])).toEqual(across.slice(1, 5))
  const rows = addBlock(tables.drawing, floor, { x: 0, y: 0 }, twoRows, () => `n${String(made++)}`).drawing
  const twoDeep = indexHall(rows)
  const people = ['an', 'binh', 'chi', 'dung', 'em', 'gia']
  const fill = fillStage(twoDeep, { personAt: new Map() }, people)
  const given = 'seats' in fill ? people.map((id) => twoDeep.seats[fill.seats.get(id) ?? -1]) : []
  expect(given.map((seat) => seat?.label)).toEqual(['B1', 'B2', 'B3', 'B4', 'A2', 'A3'])
})

test('places that are given by hand alone are given, blocked ones are not', () => {
  const uses: Seat['use'][] = ['reserved', 'blocked', 'reserved']
  const given = {
    ...hall,
    seats: hall.seats.map((seat) => ({ ...seat, use: seat.isStage ? (uses[seat.place] ?? 'blocked') : seat.use })),
  }
  const fill = fillStage(given, { personAt: new Map() }, ['an', 'binh'])
  expect('seats' in fill && ['an', 'binh'].map((id) => given.seats[fill.seats.get(id) ?? -1]?.place)).toEqual([0, 2])
})

test('whoever is on the stage stays there, and whoever of the batch is there already keeps no place from the others', () => {
  const [first, second] = onStage
  const personAt = new Map([
    [first?.at ?? -1, 'chair'],
    [second?.at ?? -1, 'an'],
  ])
  const given = seatsOf(['binh', 'an', 'chi', 'dung', 'em'], personAt)
  expect(given).toHaveLength(5)
  expect(given).not.toContain(first?.at)
  expect(given).toContain(second?.at)
})

test('a stage without room says how many free places it has, the tables of presidium and secretariat left out', () => {
  expect(seatsOf(Array.from({ length: 10 }, (_nothing, place) => `p${String(place)}`))).toEqual({ free: 9 })
  expect(fillStage(tables, { personAt: new Map() }, ['an'])).toEqual({ free: 0 })
})

test('whom another phase has goes on the same seats, but for those whom somebody keeps', () => {
  const [first, second, third] = onStage
  const place = (delegateId: string, seatId: string | null, phaseId = 'batch') => ({
    ...{ id: delegateId, delegateId, phaseId, seatId, formerSeat: '', isLocked: false },
  })
  const places = [
    ...[place('an', first?.id ?? ''), place('binh', second?.id ?? ''), place('chi', third?.id ?? '')],
    ...[
      place('dung', 'gone'),
      place('em', null),
      place('gia', first?.id ?? '', 'other'),
      place('left', first?.id ?? ''),
    ],
  ]
  const personAt = new Map([
    [first?.at ?? -1, 'binh'],
    [third?.at ?? -1, 'khac'],
  ])
  const isListed = (id: string) => id !== 'left'
  expect([...likePhase(hall, { personAt }, { places, phaseId: 'batch', isListed })]).toEqual([
    ['an', first?.at],
    ['binh', second?.at],
  ])
})

test('presidium and secretariat sit at their own tables, the first in the middle, the next to the right of them', () => {
  const parties = { presidium: ['chair', 'second', 'third'], secretariat: ['head'] }
  const fill = fillTables(tables, { personAt: new Map() }, parties)
  const seatOf = (id: string) => tables.seats[('seats' in fill && fill.seats.get(id)) || 0]
  const ofPresidium = tables.seats.filter(({ stagePart }) => stagePart === 'presidium').map(({ x }) => x)
  const middle = (Math.min(...ofPresidium) + Math.max(...ofPresidium)) / 2
  const aside = parties.presidium.map((id) => Math.round(Math.abs((seatOf(id)?.x ?? 0) - middle)))
  expect(aside).toEqual([...aside].sort((one, other) => one - other))
  expect((seatOf('chair')?.x ?? 0) < (seatOf('second')?.x ?? 0)).toBe(true)
  expect(parties.presidium.map((id) => seatOf(id)?.stagePart)).toEqual(['presidium', 'presidium', 'presidium'])
  expect(seatOf('head')?.stagePart).toBe('secretariat')
  const many = { presidium: Array.from({ length: 7 }, (_nothing, at) => `p${String(at)}`), secretariat: [] }
  expect(fillTables(tables, { personAt: new Map() }, many)).toEqual({ free: 9 })
  expect(fillTables(tables, { personAt: new Map() }, { presidium: [], secretariat: [] })).toEqual({ free: 9 })
})

describe('who sits at the tables of the stage', () => {
  const [first, second, third] = tables.seats.filter(({ stagePart }) => stagePart !== null)
  const inRows = tables.seats.find(({ isStage }) => !isStage)
  const place = (delegateId: string, seatId: string | undefined, phaseId: string) => ({
    ...{ id: `${delegateId} ${phaseId}`, delegateId, phaseId, seatId: seatId ?? null, formerSeat: '', isLocked: false },
  })
  const phases = ['', 'presidium', 'batch 1', 'batch 2'].map((id) => ({ id, name: id }))
  const places = [
    ...[place('an', inRows?.id, ''), place('an', first?.id, 'presidium'), place('binh', second?.id, 'presidium')],
    ...[place('left', third?.id, 'presidium'), place('chi', inRows?.id, 'presidium'), place('em', 'gone', 'presidium')],
  ]
  const stays = (phaseId: string, more: typeof places = [], personAt = new Map<number, string>()) => {
    const plan = { phases, places: [...places, ...more], phaseId, isListed: (id: string) => id !== 'left' }
    const found = staysOnStage(tables, { personAt }, plan)
    return found && [found.phase.id, ...found.seats]
  }

  test('is proposed to stay in the phases after it, by the nearest of these that has anybody there', () => {
    const both = [
      ['an', first?.at],
      ['binh', second?.at],
    ]
    expect(stays('batch 1')).toEqual(['presidium', ...both])
    expect(stays('batch 2')).toEqual(['presidium', ...both])
    expect(stays('batch 2', [place('binh', second?.id, 'batch 1')])).toEqual(['batch 1', both[1]])
    expect([stays('presidium'), stays('')]).toEqual([null, null])
  })

  test('is not, where they have another place in the phase, or somebody else has theirs', () => {
    expect(stays('batch 1', [place('an', third?.id, 'batch 1')])).toEqual(['presidium', ['binh', second?.at]])
    const taken = new Map([[second?.at ?? -1, 'khac']])
    expect(stays('batch 1', [place('an', third?.id, 'batch 1')], taken)).toBeNull()
  })
})
