import { describe, expect, it } from 'vitest'
import { dayNumber, isoDate } from '../../../server/format/dates.ts'
import { daysOutward, scanDays } from '../../../web/road/timeline-judge.ts'
import type { Judge } from '../../../web/road/timeline-types.ts'

const first = dayNumber('2020-06-22')

/** The clock goes on by one with each look at it. */
const clock = () => {
  let time = 0
  return () => (time += 1)
}

const judgeOf =
  (asked: string[]): Judge =>
  (_bar, { date }) => {
    asked.push(date)
    const severity = date < '2020-06-24' ? 'impossible' : date === '2020-06-26' ? 'doubtful' : null
    return { severity, title: '', sentences: [], nearest: [] }
  }

describe('the days of a row', () => {
  it('are judged from the pointer outward', () => {
    expect(daysOutward(first, { from: first - 2, to: first + 3 }, 1).map((day) => day - first)).toEqual([
      0, -1, 1, -2, 2,
    ])
  })

  it('are only Mondays where weeks count', () => {
    expect(daysOutward(first, { from: first - 8, to: first + 8 }, 7).map(isoDate)).toEqual([
      '2020-06-22',
      '2020-06-15',
      '2020-06-29',
    ])
  })

  it('are judged for the time that there is, each once, and shown as runs', () => {
    const asked: string[] = []
    const scan = scanDays({ barId: 'a', halfDay: 'day', judge: judgeOf(asked), isWeekOnly: false, now: clock() })
    scan.aim(first, { from: first, to: first + 7 })
    expect(scan.run(3)).toBe(true)
    expect(asked).toEqual(['2020-06-22', '2020-06-23', '2020-06-24'])
    expect(scan.isDone()).toBe(false)

    scan.aim(first, { from: first, to: first + 7 })
    scan.run(100)
    expect(asked).toHaveLength(7)
    expect(scan.isDone()).toBe(true)
    expect(scan.runs()).toEqual([
      { from: first, to: first + 2, severity: 'impossible' },
      { from: first + 4, to: first + 5, severity: 'doubtful' },
    ])
  })
})
