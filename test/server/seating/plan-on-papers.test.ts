import { expect, test } from 'vitest'
import { planOnPapers } from '../../../server/seating/rules/plan-on-papers.ts'

test('papers tell the official plan that was released last, before that the first official one, else the first', () => {
  const plans = [
    { id: 'rehearsal', kind: 'rehearsal' },
    { id: 'one', kind: 'official' },
    { id: 'two', kind: 'official' },
  ] as const
  expect(planOnPapers(plans, 'two')?.id).toBe('two')
  expect(planOnPapers(plans, null)?.id).toBe('one')
  expect(planOnPapers(plans.slice(0, 1), null)?.id).toBe('rehearsal')
  expect(planOnPapers([], null)).toBeUndefined()
})
