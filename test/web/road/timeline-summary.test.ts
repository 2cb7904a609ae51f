import { describe, expect, test } from 'vitest'
import { placeSummary } from '../../../web/road/timeline-summary.ts'

const widths = { full: 300, middle: 120, short: 60 }
const placed = (window: [number, number], inSight: [number, number]) => {
  const [from, to] = window
  const found = placeSummary({ from, to }, { from: inSight[0], to: inSight[1] }, (form) => widths[form])
  return found && `${found.form} ${found.side}`
}

describe('the numbers of a level', () => {
  test('stand after its window where there is room for all of them', () => {
    expect(placed([100, 200], [0, 700])).toBe('full after')
    expect(placed([100, 200], [0, 516])).toBe('full after')
  })

  test('stand before a window at the right edge', () => {
    expect(placed([500, 690], [0, 700])).toBe('full before')
  })

  test('are fewer, after or before, where there is room for all on neither side', () => {
    expect(placed([100, 200], [0, 515])).toBe('middle after')
    expect(placed([140, 340], [0, 420])).toBe('middle before')
    expect(placed([140, 620], [0, 700])).toBe('middle before')
    expect(placed([80, 620], [0, 700])).toBe('short after')
  })

  test('are left out rather than cut', () => {
    expect(placed([10, 690], [0, 700])).toBeNull()
    expect(placed([-200, 900], [0, 700])).toBeNull()
  })

  test('follow what is in sight', () => {
    expect(placed([1000, 1100], [900, 1600])).toBe('full after')
    expect(placed([1000, 1100], [500, 1200])).toBe('full before')
  })
})
