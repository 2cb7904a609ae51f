import { beforeAll, describe, expect, test } from 'vitest'
import { indexHall } from '../../../server/halls/rules/indexed.ts'
import { actOfMove, actOfTakingOff } from '../../../web/seating/seat-acts.ts'
import { stateOf } from '../../../web/seating/seat-state.ts'
import { viRest } from '../../../web/words/vi-rest.ts'
import { addWords } from '../../../web/words/words.ts'
import { aBoard } from '../../support/boards.ts'
import { aHall } from '../../support/seating.ts'

const hall = indexHall(aHall({ presidium: 0, secretariat: 0 }))
const at = (label: string) => hall.seats.findIndex((seat) => seat.label === label)
const phases = [
  { id: '' as const, name: '' },
  { id: 'photograph', name: 'Chụp ảnh' },
]
/** Who sits where from the opening on, and in the phase of the photograph where one is told. */
const sitting = (seats: Record<string, string>, photograph?: Record<string, string>) =>
  stateOf(
    aBoard(hall, { phases, seats: photograph ? { '': seats, photograph } : { '': seats } }),
    hall,
    photograph ? 'photograph' : '',
  )

beforeAll(() => addWords(viRest, () => Promise.resolve({})))

describe('an act on what was shown before', () => {
  test('a move onto a seat that somebody came to since is refused, and says who sits there', () => {
    const seen = sitting({ An: 'A1' })
    const now = sitting({ An: 'B1', Bình: 'C2' })
    expect(actOfMove(now, ['An'], { to: at('C2'), seen })).toEqual({
      refusal: 'Ghế C2 không xếp được cho cả Bình và An.',
    })
  })

  test('a move onto a seat on which somebody was seen swaps the two', () => {
    const seen = sitting({ An: 'A1', Bình: 'C2' })
    const now = sitting({ An: 'B1', Bình: 'C2' })
    expect(actOfMove(now, ['An'], { to: at('C2'), seen })).toMatchObject({
      sentence: 'Đã đổi chỗ: An sang C2, Bình sang B1',
    })
  })

  test('who is taken off already is passed over', () => {
    expect(actOfTakingOff(sitting({ An: 'A1' }), ['An', 'Bình'])).toMatchObject({
      ...{ change: { places: [{ delegateId: 'An', seatId: null }] }, sentence: 'Đã bỏ chỗ của 1 người' },
    })
    expect(actOfTakingOff(sitting({ An: 'A1' }), ['Bình'])).toMatchObject({ change: { places: [] } })
  })

  test('in a later phase only what that phase gave is taken away; of a seat from the opening on it is said where', () => {
    const seats = sitting({ An: 'A1', Bình: 'A2' }, { Bình: 'C4' })
    expect(actOfTakingOff(seats, ['An', 'Bình'])).toMatchObject({ change: { places: [{ delegateId: 'Bình' }] } })
    expect(actOfTakingOff(seats, ['An'])).toEqual({
      refusal: 'Chỗ này có từ khai mạc. Muốn bỏ, xin chuyển sang phần «Từ khai mạc».',
    })
  })
})
