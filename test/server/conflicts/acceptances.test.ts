import { expect, test } from 'vitest'
import { applyAcceptances, createRoadIndex, findConflicts, updateIndex } from '../../../server/conflicts/rules.ts'
import type { Acceptance, Conflict } from '../../../server/conflicts/schema.ts'
import { congress, level, road } from './road.ts'

const accept = ({ congressId, key, fingerprint }: Conflict, at = '2020-06-22T01:00:00.000Z'): Acceptance => ({
  id: `accepted-${at}`,
  congressId,
  key,
  fingerprint,
  reason: 'dịch bệnh',
  paperNumber: '',
  accountName: '',
  at,
})
const only = (conflicts: Conflict[]): Conflict => {
  expect(conflicts).toHaveLength(1)
  return conflicts[0] as Conflict
}

const levels = [level('grassroots', 0, { windowFrom: '2020-06-01', windowTo: '2020-06-30' })]
const days = [{ id: 'x', from: '2020-06-25', to: '2020-06-25', kind: 'blocked' as const, unitId: null }]

test('an accepted warning is no longer open, and keeps its acceptance', () => {
  const conflict = only(findConflicts(createRoadIndex(road([congress('a', '2020-07-14')], { levels }))))
  const acceptance = accept(conflict)
  expect(applyAcceptances([conflict], [acceptance])).toEqual({ open: [], accepted: [{ conflict, acceptance }] })
})

test('it is open again when the congress moves, and accepted again when it moves back', () => {
  const index = createRoadIndex(road([congress('a', '2020-07-14')], { levels }))
  const before = only(findConflicts(index))
  const acceptances = [accept(before)]
  updateIndex(index, congress('a', '2020-07-15'))
  const moved = findConflicts(index)
  expect(applyAcceptances(moved, acceptances)).toEqual({ open: moved, accepted: [] })
  updateIndex(index, congress('a', '2020-07-14'))
  expect(applyAcceptances(findConflicts(index), acceptances).open).toEqual([])
})

test('it is open again when another joins', () => {
  const at = (id: string) => congress(id, '2020-06-25', { venueId: 'hall' })
  const two = only(findConflicts(createRoadIndex(road([at('a'), at('b')]))))
  const three = findConflicts(createRoadIndex(road([at('a'), at('b'), at('c')])))
  expect(applyAcceptances(three, [accept(two)])).toEqual({ open: three, accepted: [] })
})

test('it stays accepted when the conflict is only listed under the other congress', () => {
  const at = (id: string, state: 'planned' | 'preparing') => congress(id, '2020-06-25', { venueId: 'hall', state })
  const before = only(findConflicts(createRoadIndex(road([at('a', 'planned'), at('b', 'preparing')]))))
  const after = only(findConflicts(createRoadIndex(road([at('a', 'preparing'), at('b', 'planned')]))))
  expect([before.congressId, after.congressId]).toEqual(['a', 'b'])
  expect(applyAcceptances([after], [accept(before)]).open).toEqual([])
})

test('an accepted delay does not come back every morning', () => {
  const on = (today: string) => only(findConflicts(createRoadIndex(road([congress('a', '2020-06-05')], { today }))))
  expect(on('2020-06-23').amount).not.toBe(on('2020-06-22').amount)
  expect(applyAcceptances([on('2020-06-23')], [accept(on('2020-06-22'))]).open).toEqual([])
})

test('the impossible is never accepted', () => {
  const blocked = only(findConflicts(createRoadIndex(road([congress('a', '2020-06-25')], { days }))))
  expect(applyAcceptances([blocked], [accept(blocked)])).toEqual({ open: [blocked], accepted: [] })
})

test('of several acceptances the latest counts', () => {
  const conflict = only(findConflicts(createRoadIndex(road([congress('a', '2020-07-14')], { levels }))))
  const [early, late] = [accept(conflict, '2020-06-20T01:00:00.000Z'), accept(conflict, '2020-06-21T01:00:00.000Z')]
  expect(applyAcceptances([conflict], [late, early]).accepted.map(({ acceptance }) => acceptance.id)).toEqual([late.id])
})
