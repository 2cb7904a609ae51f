import { describe, expect, it } from 'vitest'
import { dayNumber, isoDate } from '../../../server/format/dates.ts'
import {
  dayAt,
  keepWithin,
  limitPxPerDay,
  mondayOf,
  reachOf,
  reachOfPreset,
  snap,
  spanOf,
  weekdayOf,
  xOf,
  zoomRound,
} from '../../../web/road/timeline-scale.ts'

const cycle = reachOf({ from: '2019-01-01', to: '2020-12-31' })
const day = dayNumber('2020-06-22')

describe('the scale of the timeline', () => {
  it('finds the day again that it drew', () => {
    const scale = { origin: cycle.from, end: cycle.to, pxPerDay: 3.5 }
    expect(dayAt(scale, xOf(scale, day))).toBe(day)
  })

  it('counts a span with both its days', () => {
    expect(spanOf(reachOf({ from: '2020-06-22', to: '2020-06-26' }))).toEqual({ from: '2020-06-22', to: '2020-06-26' })
  })

  it('leaves the day under the pointer where it is while it zooms', () => {
    const before = { from: day - 10, to: day + 30 }
    const after = zoomRound(before, day, 2)
    expect(after).toEqual({ from: day - 5, to: day + 15 })
  })

  it('moves a view that leaves the cycle back into it, as long as it was', () => {
    expect(keepWithin({ from: cycle.to - 10, to: cycle.to + 20 }, cycle)).toEqual({ from: cycle.to - 30, to: cycle.to })
  })

  it('shows the whole cycle at the least, a day on 128 px at the most', () => {
    expect(limitPxPerDay(0.1, 731, 731)).toBe(1)
    expect(limitPxPerDay(500, 731, 731)).toBe(128)
  })

  it('snaps to days, half-days and Mondays', () => {
    expect(snap(day + 0.4, 1)).toBe(day)
    expect(snap(day + 0.4, 0.5)).toBe(day + 0.5)
    expect(isoDate(snap(dayNumber('2020-06-25'), 7))).toBe('2020-06-22')
    expect(isoDate(snap(dayNumber('2020-06-26'), 7))).toBe('2020-06-29')
  })

  it('knows Mondays and Sundays', () => {
    expect(isoDate(mondayOf(dayNumber('2020-06-28')))).toBe('2020-06-22')
    expect(weekdayOf(dayNumber('2020-06-28'))).toBe(0)
  })
})

describe('a preset', () => {
  const shown = (preset: Parameters<typeof reachOfPreset>[0]) => spanOf(reachOfPreset(preset, day, cycle))

  it('shows the unit of time that holds the day', () => {
    expect(shown('year')).toEqual({ from: '2020-01-01', to: '2020-12-31' })
    expect(shown('quarter')).toEqual({ from: '2020-04-01', to: '2020-06-30' })
    expect(shown('month')).toEqual({ from: '2020-06-01', to: '2020-06-30' })
    expect(shown('week')).toEqual({ from: '2020-06-22', to: '2020-06-28' })
    expect(shown('cycle')).toEqual({ from: '2019-01-01', to: '2020-12-31' })
  })

  it('shows twelve months round the day', () => {
    expect(shown('12-months')).toEqual({ from: '2020-01-01', to: '2020-12-31' })
  })

  it('stays within the cycle', () => {
    const short = reachOf({ from: '2020-03-01', to: '2020-08-31' })
    expect(spanOf(reachOfPreset('year', day, short))).toEqual({ from: '2020-03-01', to: '2020-08-31' })
  })
})
