import { expect, test } from 'vitest'
import { isKnownOtherwise } from '../../../server/forms/rules.ts'

test('nobody is asked for the day of a congress that was held, nor for the result of one that has reported', () => {
  const waiting = { answeredAt: null }
  const known = (kind: 'schedule' | 'result', state: 'planned' | 'held' | 'reported') =>
    isKnownOtherwise({ kind, ...waiting }, { state })
  expect([known('schedule', 'planned'), known('schedule', 'held'), known('schedule', 'reported')]).toEqual([
    false,
    true,
    true,
  ])
  expect([known('result', 'planned'), known('result', 'held'), known('result', 'reported')]).toEqual([
    false,
    false,
    true,
  ])
  expect(isKnownOtherwise({ kind: 'schedule', answeredAt: '2020-06-22T02:00:00Z' }, { state: 'held' })).toBe(false)
})
