import { expect, test } from 'vitest'
import { congressStates } from '../../../server/congresses/schema.ts'
import { shownStates } from '../../../web/parts/state-badge.ts'
import { timelineRowStyle } from '../../../web/road/timeline-row-style.ts'
import { looksInOrder } from '../../../web/road/timeline-types.ts'

test('every state of a congress, and «late», stands in the legend, among the numbers of a level and in its colour', () => {
  const all = [...congressStates, 'late'].sort()
  expect([...shownStates].sort()).toEqual(all)
  expect([...looksInOrder].sort()).toEqual(all)
  const coloured = [...timelineRowStyle.cssText.matchAll(/^ {2}\.look-(\w+)(?=,| \{)/gm)].map(([, look]) => look)
  expect([...new Set(coloured)].sort()).toEqual(all)
})
