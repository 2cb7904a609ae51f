import { expect, test } from 'vitest'
import { callsToMake } from '../../../server/calls/rules.ts'

const note = (id: string, unitId: string, at: string, callBackOn: string | null) => ({ id, unitId, at, callBackOn })

test('units are called back on the day that their newest note says, those due first', () => {
  const calls = [
    note('1', 'a', '2020-06-20T02:00:00.000Z', '2020-06-25'),
    note('2', 'b', '2020-06-20T03:00:00.000Z', '2020-06-23'),
    note('3', 'c', '2020-06-20T04:00:00.000Z', null),
  ]
  expect(callsToMake(calls).map(({ id }) => id)).toEqual(['2', '1'])
})

test('the next call settles the one before, in whatever order they are listed', () => {
  const waiting = note('1', 'a', '2020-06-20T02:00:00.000Z', '2020-06-22')
  const settled = note('2', 'a', '2020-06-22T02:00:00.000Z', null)
  expect([callsToMake([waiting, settled]), callsToMake([settled, waiting])]).toEqual([[], []])
})
