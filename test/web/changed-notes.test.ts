import { expect, test } from 'vitest'
import { changedOption } from '../../web/papers/changed-notes.ts'
import '../../web/words/rest.ts'

const badges = { kind: 'badge', language: 'vi', printedAt: '2026-11-26T01:00:00.000Z', removed: [] } as const

test('tells papers that were never printed apart from those that changed', () => {
  const of = (changed: number, added: number, numbered = 0) =>
    changedOption([{ ...badges, removed: [], changed, numbered, added }], 'badge')
  expect(of(0, 37)).toBe(' (37 bản chưa in)')
  expect(of(3, 0)).toBe(' (3 bản đã đổi)')
  expect(of(3, 37)).toBe(' (3 bản đã đổi, 37 bản chưa in)')
  expect(of(0, 0, 1)).toBe(' (đã có số: in bản chính thức)')
  expect(of(0, 0)).toBe('')
})
