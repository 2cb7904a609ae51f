import { describe, expect, it } from 'vitest'
import { dayNumber } from '../../../server/format/dates.ts'
import { binUnitFor, densityOf, heapHeight } from '../../../web/road/timeline-density.ts'
import { barsBetween, placeBars, reachOfBar } from '../../../web/road/timeline-layout.ts'
import { bar } from './timelines.ts'

const day = dayNumber('2020-06-22')
const scaleOf = (pxPerDay: number) => ({ origin: day, end: day + 365, pxPerDay })
const measure = () => 40

describe('bars of a row', () => {
  it('take half a day for a morning and an afternoon, and the whole week where no more is known', () => {
    expect(reachOfBar(bar('a', '2020-06-22', { halfDay: 'morning' }))).toEqual({ from: day, to: day + 0.5 })
    expect(reachOfBar(bar('a', '2020-06-22', { halfDay: 'afternoon' }))).toEqual({ from: day + 0.5, to: day + 1 })
    const week = bar('a', '2020-06-22', { to: '2020-06-28', isWeekOnly: true, halfDay: 'morning' })
    expect(reachOfBar(week)).toEqual({ from: day, to: day + 7 })
  })

  it('carry their whole label behind the day where nothing follows', () => {
    const [placed] = placeBars([bar('a', '2020-06-22')], scaleOf(2), measure)
    expect(placed).toMatchObject({ x: 0, edge: 4, width: 74, label: 'full' })
  })

  it('carry the label on the days themselves where these are long enough', () => {
    const [placed] = placeBars([bar('a', '2020-06-22', { to: '2020-06-24' })], scaleOf(100), measure)
    expect(placed).toMatchObject({ x: 0, edge: 4, width: 300, label: 'full' })
  })

  it('give way to the next: a cut label, an icon, the bare days', () => {
    const labelBefore = (next: string) =>
      placeBars([bar('b', next), bar('a', '2020-06-22')], scaleOf(2), measure)[0]?.label
    expect(['2020-08-15', '2020-07-25', '2020-07-10', '2020-06-25'].map(labelBefore)).toEqual([
      'full',
      'cut',
      'icon',
      'none',
    ])
  })

  it('never lie over the next', () => {
    const days = ['2020-06-22', '2020-06-23', '2020-06-30', '2020-07-30']
    const placed = placeBars(
      days.map((each) => bar(each, each)),
      scaleOf(8),
      measure,
    )
    const overlaps = placed.filter(({ x, width }, index) => x + width > (placed[index + 1]?.x ?? Infinity))
    expect(overlaps).toEqual([])
  })

  it('carry their label before the days where the time ends behind them and nothing stands there', () => {
    const [placed] = placeBars([bar('a', '2021-06-18')], scaleOf(2), measure)
    expect(placed).toMatchObject({ x: 361 * 2 + 4 - 74, width: 74, edge: 4, label: 'full', isFlipped: true })
    const [first, last] = placeBars([bar('a', '2021-05-15'), bar('b', '2021-06-18')], scaleOf(2), measure)
    expect([first?.label, last?.isFlipped]).toEqual(['cut', false])
    expect((first?.x ?? 0) + (first?.width ?? 0)).toBeLessThan(last?.x ?? 0)
  })

  it('cut a long label where the time ends, behind its day as long as that can be read', () => {
    const late = (date: string) =>
      placeBars([bar('a', date, { label: '18/6 · quá khung 9 ngày' })], scaleOf(2), (label) => label.length * 8)[0]
    expect(late('2021-05-01')).toMatchObject({ x: 313 * 2, width: 104, edge: 4, label: 'cut', isFlipped: false })
    expect(late('2021-06-10')).toMatchObject({ label: 'full', isFlipped: true })
  })

  it('keep a label that lies on the days themselves, also where they outlast the time', () => {
    const [placed] = placeBars([bar('a', '2021-06-20', { to: '2021-06-24' })], scaleOf(100), measure)
    expect(placed).toMatchObject({ width: 500, label: 'full', isFlipped: false })
  })

  it('are drawn only where they can be seen', () => {
    const placed = placeBars([bar('a', '2020-06-22'), bar('b', '2020-12-22')], scaleOf(2), measure)
    expect(barsBetween(placed, 100, 500).map(({ bar: { id } }) => id)).toEqual(['b'])
  })
})

describe('a closed row', () => {
  const bars = [
    bar('a', '2020-06-02', { state: 'held' }),
    bar('b', '2020-06-20', { state: 'held' }),
    bar('c', '2020-06-30', { isLate: true }),
    bar('d', '2020-08-01'),
  ]

  it('heaps what it hides by month, late ones apart from their state', () => {
    expect(densityOf(bars, 'month')).toEqual([
      { from: dayNumber('2020-06-01'), to: dayNumber('2020-07-01'), counts: { held: 2, late: 1 }, total: 3 },
      { from: dayNumber('2020-08-01'), to: dayNumber('2020-09-01'), counts: { preparing: 1 }, total: 1 },
    ])
  })

  it('splits a month at its sixteenth day', () => {
    expect(densityOf(bars, 'half-month').map(({ total }) => total)).toEqual([1, 2, 1])
  })

  it('takes shorter parts as one comes closer', () => {
    expect([0.5, 1, 5, 20].map(binUnitFor)).toEqual(['month', 'half-month', 'week', 'day'])
  })

  it('lets a single congress be seen beside a hundred', () => {
    expect([0, 1, 100].map((count) => heapHeight(count, 100, 20))).toEqual([0, 2, 20])
  })
})
