import { describe, expect, it } from 'vitest'
import { iconPathOf } from '../../../web/road/timeline-icon-path.ts'

const moved = (shape: string) =>
  iconPathOf(shape)(100, 10)
    .trim()
    .replaceAll(/ (?=[a-zA-Z])/g, '')

describe('an icon as one path', () => {
  it('moves places and leaves lengths', () => {
    expect(moved('<path d="M18 6 7 17l-5-5" />')).toBe('M118 16 107 27l-5 -5')
    expect(moved('<path d="M10 9H8V4" />')).toBe('M110 19H108V14')
  })

  it('takes a first move written small as a place, and what follows it as lengths', () => {
    expect(moved('<path d="m16 9-5.5 5.5L8 12" />')).toBe('M116 19l-5.5 5.5L108 22')
  })

  it('moves the end of an arc only', () => {
    expect(moved('<path d="M1 1A2.4 2.4 0 0 1 20 8" />')).toBe('M101 11A2.4 2.4 0 0 1 120 18')
  })

  it('draws circles and rectangles as lines', () => {
    expect(moved('<circle cx="12" cy="12" r="10" />')).toBe('M102 22a10 10 0 1 0 20 0a10 10 0 1 0 -20 0')
    expect(moved('<rect x="3" y="4" width="18" height="16" rx="2" />')).toBe('M103 14h18v16h-18z')
  })
})
