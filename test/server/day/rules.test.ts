import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrangementOf, asPlannedUntil, catchUp, dayOf, momentOf, shortened } from '../../../server/day/rules.ts'
import { arranged } from '../../../server/programme/rules/arrange.ts'
import { minutesOf, sessionClockOf } from '../../../server/programme/rules.ts'
import { sessionOf, type Session } from '../programme/sessions.ts'

const at = (clock: string) => minutesOf(clock)
/** A morning: welcome, opening, report, speeches, a pause, awards, closing; over at 09:45. */
const morning = (
  tapped: Record<string, { startedAt?: string; endedAt?: string }> = {},
  values: Partial<Session> = {},
) => {
  const session = sessionOf(
    'official',
    '08:00',
    {
      opening: 10,
      report: 30,
      speeches: 24,
      pause: { minutes: 15, kind: 'break' },
      awards: { minutes: 20, kind: 'awards', batches: [{ title: 'Huân chương', minutes: 18 }] },
      closing: 6,
    },
    values,
  )
  return { ...session, items: session.items.map((item) => ({ ...item, ...tapped[item.id] })) }
}

describe('the day of a session', () => {
  it('stands as planned before anything has begun', () => {
    const day = dayOf(morning(), null)
    expect(day.times.map(({ start, plannedStart }) => start - plannedStart)).toEqual([0, 0, 0, 0, 0, 0])
    expect(day).toMatchObject({ running: -1, next: 0, late: 0, end: at('09:45'), limit: at('09:45'), isBegun: false })
  })

  it('carries what began late to everything that follows', () => {
    const day = dayOf(morning({ opening: { startedAt: '08:12' } }), at('08:15'))
    expect(day).toMatchObject({ running: 0, next: 1, late: 12, end: at('09:57') })
    expect(day.times.map(({ stage }) => stage)).toEqual(['running', ...Array<string>(5).fill('coming')])
    expect(day.times[1]).toMatchObject({ start: at('08:22'), end: at('08:52') })
  })

  it('grows later with what does not end, and with what is waited for', () => {
    const tapped = { opening: { startedAt: '08:00', endedAt: '08:10' }, report: { startedAt: '08:10' } }
    expect(dayOf(morning(tapped), at('08:30')).late).toBe(0)
    expect(dayOf(morning(tapped), at('08:47')).late).toBe(7)
    const waiting = { opening: { startedAt: '08:00', endedAt: '08:10' } }
    expect(dayOf(morning(waiting), at('08:25'))).toMatchObject({ running: -1, next: 1, late: 15 })
  })

  it('waits for an item that holds its time, and does not push it where there is room', () => {
    const session = morning({ opening: { startedAt: '08:05' } })
    const items = session.items.map((item) => (item.id === 'pause' ? { ...item, fixedStart: '09:30' } : item))
    const day = dayOf({ ...session, items }, at('08:06'))
    expect(day.times[3]).toMatchObject({ start: at('09:30'), plannedStart: at('09:30') })
    expect(day.end).toBe(dayOf({ ...session, items }, null).end)
    expect(day.late).toBe(5)
  })

  it('passes over what others have begun after, and is over with the last', () => {
    const day = dayOf(morning({ report: { startedAt: '08:00', endedAt: '08:30' } }), at('08:30'))
    expect(day.times.map(({ stage }) => stage).slice(0, 3)).toEqual(['passed-over', 'held', 'coming'])
    const over = dayOf(morning({ closing: { startedAt: '09:50', endedAt: '09:58' } }), at('10:30'))
    expect(over).toMatchObject({ isOver: true, next: -1, late: 13, end: at('09:58') })
  })

  it('counts on past midnight', () => {
    const session = sessionOf('art', '22:30', { dances: 60, songs: 45 })
    const items = session.items.map((item) => (item.id === 'songs' ? { ...item, startedAt: '23:40' } : item))
    expect(dayOf({ ...session, items }, 24 * 60 + 40).times[1]).toMatchObject({ end: 24 * 60 + 40, stage: 'running' })
    expect(momentOf('2020-09-08', new Date('2020-09-08T17:40:00Z'), 'Asia/Ho_Chi_Minh')).toEqual({
      seconds: (24 * 60 + 40) * 60,
      isItsDay: true,
    })
    expect(momentOf('2020-09-08', new Date('2026-09-08T01:00:05Z'), 'Asia/Ho_Chi_Minh')).toEqual({
      seconds: 8 * 60 * 60 + 5,
      isItsDay: false,
    })
  })
})

describe('the hall while nobody taps', () => {
  const shown = (clock: string, tapped: Parameters<typeof morning>[0] = {}) => {
    const { running, next, isOver } = dayOf(asPlannedUntil(morning(tapped), at(clock)), at(clock))
    return { running, next, isOver }
  }

  it('sees what the plan has now and next', () => {
    expect(shown('07:59')).toEqual({ running: -1, next: 0, isOver: false })
    expect(shown('08:00')).toEqual({ running: 0, next: 1, isOver: false })
    expect(shown('08:39')).toEqual({ running: 1, next: 2, isOver: false })
    expect(shown('09:45')).toEqual({ running: -1, next: -1, isOver: true })
  })

  it('sees what was tapped alone once anything was', () => {
    expect(shown('08:39', { opening: { startedAt: '08:12', endedAt: '08:20' } })).toMatchObject({
      running: -1,
      next: 1,
    })
  })
})

describe('catching up', () => {
  const late = { opening: { startedAt: '08:12' } }

  it('takes from pauses first, then of the longest items, and stops when it is enough', () => {
    const { proposals, missing } = catchUp(morning(late), at('08:15'))
    expect(proposals).toEqual([
      { kind: 'shorten', itemId: 'pause', fromMinutes: 15, toMinutes: 5, gain: 10 },
      { kind: 'shorten', itemId: 'report', fromMinutes: 30, toMinutes: 28, gain: 2 },
    ])
    expect(missing).toBe(0)
  })

  it('proposes nothing where nothing is late', () => {
    expect(catchUp(morning({ opening: { startedAt: '07:58' } }), at('08:00'))).toEqual({ proposals: [], missing: 0 })
  })

  it('never asks of awards what their batches need, and leaves out what could be left out, not the closing', () => {
    const { proposals, missing } = catchUp(morning({ opening: { startedAt: '09:00' } }), at('09:00'))
    const least = proposals.find(({ itemId }) => itemId === 'awards')
    expect(least).toMatchObject({ kind: 'shorten', toMinutes: 18 })
    const leftOut = proposals.filter(({ kind }) => kind === 'leave-out').map(({ itemId }) => itemId)
    expect(leftOut).toEqual(['pause', 'speeches', 'report'])
    expect(missing).toBe(0)
    expect(proposals.every(({ itemId }) => itemId !== 'opening')).toBe(true)
  })

  it('names what it cannot make good', () => {
    const tapped = { awards: { startedAt: '10:00' } }
    expect(catchUp(morning(tapped), at('10:00'))).toEqual({
      proposals: [{ kind: 'shorten', itemId: 'closing', fromMinutes: 6, toMinutes: 4, gain: 2 }],
      missing: 39,
    })
  })

  it('ends when it must once all of it is done, whatever the delay', () => {
    const delays = fc.record({
      delay: fc.integer({ min: 0, max: 90 }),
      since: fc.integer({ min: 0, max: 10 }),
      fixedEnd: fc.constantFrom(null, '09:50'),
    })
    fc.assert(
      fc.property(delays, ({ delay, since, fixedEnd }) => {
        const session = morning({ opening: { startedAt: sessionClockOf(at('08:00') + delay) } }, { fixedEnd })
        const now = at('08:00') + delay + since
        const before = dayOf(session, now)
        const { proposals, missing } = catchUp(session, now)
        const programme = { sessions: [session], tray: [] }
        const [after = session] = arranged(programme, arrangementOf(programme, session, proposals)).sessions
        const day = dayOf(after, now)
        expect(day.limit).toBe(before.limit)
        expect(Math.max(0, day.end - day.limit)).toBe(missing)
        expect(proposals.reduce((sum, { gain }) => sum + gain, 0)).toBe(before.end - day.end)
        // A run-through shows what the plan would become, and leaves it alone.
        const tried = dayOf(shortened(session, proposals), now)
        expect([tried.end, tried.limit, tried.late]).toEqual([day.end, day.limit, day.late])
        expect(dayOf(session, now)).toEqual(before)
      }),
    )
  })
})
