import { expect, test } from 'vitest'
import { indexHall } from '../../../server/halls/rules/indexed.ts'
import { stateOf } from '../../../web/seating/seat-state.ts'
import { hasUnreleased } from '../../../web/seating/unreleased.ts'
import { aBoard } from '../../support/boards.ts'
import { aHall } from '../../support/seating.ts'

const hall = indexHall(aHall({ presidium: 0, secretariat: 0 }))
const phases = [
  { id: '' as const, name: '' },
  { id: 'photograph', name: 'Chụp ảnh' },
]
const told = (delegateId: string, seat: string, phaseId = '') => ({ delegateId, phaseId, seat, seatId: seat, door: '' })
const isLeft = (seats: Record<string, Record<string, string>>, released: ReturnType<typeof told>[]) =>
  hasUnreleased(stateOf({ ...aBoard(hall, { phases, seats }), released }, hall, ''))

test('there is something to release where anybody sits elsewhere than it told, came or went, in any phase', () => {
  const now = { '': { An: 'A1', Bình: 'C2' }, photograph: { An: 'B1' } }
  const same = [told('An', 'A1'), told('Bình', 'C2'), told('An', 'B1', 'photograph')]
  expect(isLeft(now, same)).toBe(false)
  expect(isLeft(now, [])).toBe(true)
  expect(isLeft(now, same.slice(0, 2))).toBe(true)
  expect(isLeft(now, [...same, told('Chi', 'C4')])).toBe(true)
  expect(isLeft(now, [told('An', 'A2'), ...same.slice(1)])).toBe(true)
  expect(isLeft({ '': {} }, [])).toBe(false)
})
