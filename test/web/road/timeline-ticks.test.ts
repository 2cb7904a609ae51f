import { describe, expect, it } from 'vitest'
import { dayNumber, isoDate } from '../../../server/format/dates.ts'
import { reachOf } from '../../../web/road/timeline-scale.ts'
import { placeLabels, tickLabel, ticksWithin, tiersFor, weekendsWithin } from '../../../web/road/timeline-ticks.ts'
import { timeline } from '../../../web/words/vi/timeline.ts'

const june = reachOf({ from: '2020-06-10', to: '2020-07-05' })
const axis = { ...timeline.axis, week: (monday: string) => monday }

describe('the header of the time', () => {
  it('goes from years to days as one comes closer', () => {
    expect([0.1, 0.5, 2, 8, 40].map(tiersFor)).toMatchObject([
      { upper: null, lower: 'year' },
      { upper: 'year', lower: 'quarter' },
      { upper: 'year', lower: 'month' },
      { upper: 'month', lower: 'week' },
      { upper: 'month', lower: 'day' },
    ])
  })

  it('begins each unit where the calendar does, without gaps', () => {
    expect(ticksWithin('month', june).map(({ from, to }) => [isoDate(from), isoDate(to)])).toEqual([
      ['2020-06-01', '2020-07-01'],
      ['2020-07-01', '2020-08-01'],
    ])
    expect(ticksWithin('week', june).map(({ from }) => isoDate(from))).toEqual([
      '2020-06-08',
      '2020-06-15',
      '2020-06-22',
      '2020-06-29',
    ])
    expect(ticksWithin('quarter', june).map(({ from }) => isoDate(from))).toEqual(['2020-04-01', '2020-07-01'])
    expect(ticksWithin('year', june).map(({ from }) => isoDate(from))).toEqual(['2020-01-01'])
  })

  it('writes as much as there is room for', () => {
    const [month] = ticksWithin('month', june)
    expect([40, 80, 200].map((width) => tickLabel(month!, width, axis))).toEqual(['T6', 'Tháng 6', 'Tháng 6/2020'])
    const [quarter] = ticksWithin('quarter', june)
    expect(tickLabel(quarter!, 60, axis)).toBe('Quý II')
    const [monday] = ticksWithin('day', reachOf({ from: '2020-06-22', to: '2020-06-22' }))
    expect([20, 60].map((width) => tickLabel(monday!, width, axis))).toEqual(['22', 'T2 22'])
  })

  it('leaves out a label that the next one would cover', () => {
    const scale = { origin: 0, end: 100, pxPerDay: 1 }
    const placed = placeLabels([0, 10, 60], scale, { dayOf: (day) => day, needs: () => 20 })
    expect(placed).toEqual([
      { item: 10, x: 10, width: 50 },
      { item: 60, x: 60, width: 40 },
    ])
  })

  it('finds Saturdays with their Sundays', () => {
    expect(weekendsWithin(reachOf({ from: '2020-06-22', to: '2020-06-30' }))).toEqual([
      { from: dayNumber('2020-06-27'), to: dayNumber('2020-06-29') },
      { from: dayNumber('2020-07-04'), to: dayNumber('2020-07-06') },
    ])
  })
})
