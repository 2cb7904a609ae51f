import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { indexHall } from '../../../server/halls/rules/indexed.ts'
import { movePeople, occupancyOf } from '../../../server/seating/rules/moving.ts'
import { aHall } from '../../support/seating.ts'

const hall = indexHall(aHall({ rows: 3, blocks: [4, 4], presidium: 0, secretariat: 0 }))
const at = (label: string) => hall.seats.findIndex((seat) => seat.label === label)
const idOf = (label: string) => hall.seats[at(label)]?.id ?? ''

/** People by the seats that they have. */
const sitting = (seats: Record<string, string>, locked: string[] = []) =>
  occupancyOf(hall, new Map(Object.entries(seats).map(([person, label]) => [person, idOf(label)])), new Set(locked))
const moved = (outcome: ReturnType<typeof movePeople>) =>
  'moves' in outcome
    ? Object.fromEntries([...outcome.moves].map(([id, seat]) => [id, seat === null ? null : hall.seats[seat]?.label]))
    : outcome.refusal

describe('people put on seats by hand', () => {
  test('one goes to a free seat, and swaps with whoever sits on a taken one', () => {
    expect(moved(movePeople(hall, sitting({ An: 'A1' }), { people: ['An'], to: at('A3') }))).toEqual({ An: 'A3' })
    const two = sitting({ An: 'A1', Bình: 'B6' })
    expect(moved(movePeople(hall, two, { people: ['An'], to: at('B6') }))).toEqual({ An: 'B6', Bình: 'A1' })
  })

  test('who comes without a seat takes it from who sat there, who waits', () => {
    expect(moved(movePeople(hall, sitting({ Bình: 'B6' }), { people: ['An'], to: at('B6') }))).toEqual({
      ...{ An: 'B6', Bình: null },
    })
  })

  test('several go along the row and on in the rows behind, within the block and past locked seats', () => {
    const occupancy = sitting({ Lan: 'A4', Kha: 'B1' }, ['Kha'])
    const people = ['An', 'Bình', 'Chi', 'Dung']
    expect(moved(movePeople(hall, occupancy, { people, to: at('A3') }))).toEqual({
      ...{ An: 'A3', Bình: 'A4', Chi: 'B2', Dung: 'B3', Lan: null },
    })
  })

  test('those who give way take the seats that become free, in order', () => {
    const occupancy = sitting({ An: 'A1', Bình: 'A2', Lan: 'C1', Kha: 'C2' })
    expect(moved(movePeople(hall, occupancy, { people: ['An', 'Bình'], to: at('C1') }))).toEqual({
      ...{ An: 'C1', Bình: 'C2', Lan: 'A1', Kha: 'A2' },
    })
  })

  test('nobody is moved who is locked, onto whom is locked, or where the seats do not suffice', () => {
    const occupancy = sitting({ An: 'A1', Kha: 'C4' }, ['An', 'Kha'])
    expect(moved(movePeople(hall, occupancy, { people: ['An'], to: at('A2') }))).toEqual({
      ...{ kind: 'locked', personId: 'An' },
    })
    expect(moved(movePeople(hall, occupancy, { people: ['Bình'], to: at('C4') }))).toEqual({
      ...{ kind: 'locked', personId: 'Kha' },
    })
    expect(moved(movePeople(hall, occupancy, { people: ['Bình', 'Chi'], to: at('C3') }))).toEqual({
      ...{ kind: 'too-few', wanted: 2, seats: 1 },
    })
  })

  test('whatever is moved in whatever sequence, nobody is lost and no seat is doubled', () => {
    const names = Array.from({ length: 20 }, (_nothing, place) => `person ${String(place)}`)
    const move = fc.record({
      people: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 6 }),
      to: fc.nat({ max: hall.seats.length - 1 }),
    })
    const held = fc.uniqueArray(fc.constantFrom(...names), { maxLength: 4 })
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), held, (steps, locked) => {
        let seats = new Map(names.map((name, place) => [name, hall.seats[place]?.id ?? '']))
        const before = new Map(seats)
        for (const step of steps) {
          const outcome = movePeople(hall, occupancyOf(hall, seats, new Set(locked)), step)
          if (!('moves' in outcome)) continue
          const after = new Map(seats)
          for (const [id, seat] of outcome.moves) {
            if (seat === null) after.delete(id)
            else after.set(id, hall.seats[seat]?.id ?? '')
          }
          // Whoever had a seat and gave way has one again: seats become free for as many as are taken.
          const newcomers = step.people.filter((id) => !seats.has(id)).length
          expect(after.size).toBeGreaterThanOrEqual(seats.size)
          expect(after.size).toBeLessThanOrEqual(seats.size + newcomers)
          expect(new Set(after.values()).size).toBe(after.size)
          for (const id of locked) expect(after.get(id)).toBe(before.get(id))
          seats = after
        }
      }),
    )
  })
})
