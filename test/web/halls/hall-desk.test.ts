import { describe, expect, test } from 'vitest'
import { moveParts, removeParts } from '../../../server/halls/rules/edit.ts'
import { HallDesk } from '../../../web/halls/hall-desk.ts'
import { deedOf } from '../../../web/halls/hall-keys.ts'
import { linesThrough, snapped } from '../../../web/halls/hall-snap.ts'
import { aHall, seatsOf } from '../../support/seating.ts'

const desk = () => {
  const host = { addController: () => undefined, removeController: () => undefined, requestUpdate: () => undefined }
  const made = new HallDesk({ ...host, updateComplete: Promise.resolve(true) })
  made.begin(aHall())
  return made
}
const nudge = (made: HallDesk, dx: number) => made.do((drawing) => moveParts(drawing, made.picked, dx, 0), 'nudge')
const firstX = (made: HallDesk) => made.hall?.seats[0]?.x ?? 0

describe('a drawing that is worked on', () => {
  test('is taken back step by step, steps of one kind together, and done again', () => {
    const made = desk()
    const before = firstX(made)
    made.pickAts([0], false)
    nudge(made, 1)
    nudge(made, 1)
    expect(firstX(made)).toBe(before + 2)
    made.pickAts([0, 1], false)
    nudge(made, 5)
    made.undo()
    expect(firstX(made)).toBe(before + 2)
    made.undo()
    expect([firstX(made), made.isChanged, made.canUndo]).toEqual([before, false, false])
    made.redo()
    made.redo()
    expect([firstX(made), made.canRedo]).toEqual([before + 7, false])
  })

  test('draws what is picked once more a seat further, picks that, and takes it out again', () => {
    const made = desk()
    const seats = seatsOf(aHall()).length
    made.pickAts([0, 1], false)
    made.double()
    const { hall, picked } = made
    expect([seatsOf(made.drawing!).length, picked.seats.size]).toEqual([seats + 2, 2])
    const [twin] = [...picked.seats].map((id) => hall?.seats[hall.placeOf.get(id) ?? -1])
    expect([twin?.x, twin?.y]).toEqual([firstX(made) + hall!.pitch, (hall?.seats[0]?.y ?? 0) + hall!.pitch])
    made.remove()
    expect([seatsOf(made.drawing!).length, made.picked.seats.size]).toEqual([seats, 0])
  })

  test('forgets what could be done again once something else is done', () => {
    const made = desk()
    made.pickAts([0], false)
    nudge(made, 1)
    made.undo()
    nudge(made, 2)
    expect(made.canRedo).toBe(false)
  })

  test('does not count what changes nothing', () => {
    const made = desk()
    made.do((drawing) => drawing)
    expect([made.canUndo, made.isChanged]).toEqual([false, false])
  })

  test('is unsaved until it is saved, and again after a step back', () => {
    const made = desk()
    made.pickAts([0], false)
    nudge(made, 1)
    if (made.drawing) made.saved(made.drawing)
    expect(made.isChanged).toBe(false)
    made.undo()
    expect(made.isChanged).toBe(true)
  })

  test('shows one level alone, all the same in its place, or all', () => {
    const made = desk()
    made.begin(aHall({ balconyRows: 2, balconySeats: 3 }))
    const [floor, balcony] = made.drawing?.levels ?? []
    const all = made.hall?.seats.length
    made.showLevel(balcony?.id ?? '')
    expect(made.hall?.seats.map(({ level }) => level)).toEqual([1, 1, 1, 1, 1, 1])
    made.pickAts([0], false)
    expect(balcony?.blocks[0]?.rows[0]?.seats[0]?.id).toBe([...made.picked.seats][0])
    made.showLevel(floor?.id ?? '')
    expect([made.pickedAts.size, made.hall?.seats.some(({ level }) => level === 1)]).toEqual([0, false])
    made.showLevel('no such level')
    expect([made.levelId, made.hall?.seats.length]).toEqual(['', all])
  })

  test('picks seats, adds to them, lets go those that all are picked, and forgets seats that go', () => {
    const made = desk()
    made.pickAts([0, 1], false)
    made.pickAts([1, 2], true)
    expect([...made.pickedAts]).toEqual([0, 1, 2])
    made.pickAts([1], true)
    expect([...made.pickedAts]).toEqual([0, 2])
    const gone = made.picked
    made.pickAts([5], false)
    made.do((drawing) => removeParts(drawing, gone))
    expect(seatsOf(made.drawing ?? aHall())).toHaveLength(seatsOf(aHall()).length - 2)
    made.pick(gone)
    expect(made.pickedAts.size).toBe(0)
  })
})

describe('a key', () => {
  const key = (name: string, more: Partial<Parameters<typeof deedOf>[0]> = {}) => ({
    key: name,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    ...more,
  })

  test('moves what is picked by a centimetre, with Shift by ten; with nothing picked, or with Ctrl, it walks', () => {
    expect(deedOf(key('ArrowLeft'), true)).toEqual({ kind: 'nudge', dx: -1, dy: 0 })
    expect(deedOf(key('ArrowDown', { shiftKey: true }), true)).toEqual({ kind: 'nudge', dx: 0, dy: 10 })
    expect(deedOf(key('ArrowDown'), false)).toBeNull()
    expect(deedOf(key('ArrowDown', { ctrlKey: true }), true)).toBeNull()
  })

  test.each([
    ['z', 'undo'],
    ['y', 'redo'],
    ['d', 'duplicate'],
    ['a', 'all'],
    ['s', 'save'],
  ])('Ctrl and %s: %s', (name, kind) => expect(deedOf(key(name, { ctrlKey: true }), false)).toEqual({ kind }))

  test('takes what is picked out, or lets it go', () => {
    expect(deedOf(key('Delete'), true)).toEqual({ kind: 'remove' })
    expect(deedOf(key('Escape'), true)).toEqual({ kind: 'none' })
    expect(deedOf(key('Delete'), false)).toBeNull()
  })
})

describe('what is dragged', () => {
  const lines = linesThrough([300, 100, 100.001, 200])

  test('is drawn to the nearest line within reach and shows it', () => {
    expect(lines).toEqual([100, 200, 300])
    const found = snapped({ x: 50, y: 50 }, 47, 142, lines, lines, 8)
    expect(found).toEqual({ dx: 50, dy: 150, guides: [{ x: 100 }, { y: 200 }] })
  })

  test('goes by whole centimetres elsewhere', () => {
    expect(snapped({ x: 50, y: 50 }, 20.4, -7.6, lines, [], 8)).toEqual({ dx: 20, dy: -8, guides: [] })
  })
})
