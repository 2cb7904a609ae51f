import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sessionClockOf, timeItems } from '../../../server/programme/rules.ts'
import {
  arranged,
  leastMinutes,
  moveSession,
  placeItem,
  putInTray,
  resizeItem,
  shiftFrom,
  squeezeSession,
} from '../../../server/programme/rules/arrange.ts'
import type { Programme, ProgrammeItem } from '../../../server/programme/schema.ts'
import { sessionOf, type Session } from './sessions.ts'

const of = (...sessions: Session[]) => ({ sessions, tray: [] as ProgrammeItem[] })
/** «a 07:00, b 07:30» of one session. */
const timetable = (programme: Pick<Programme, 'sessions'>, id: string): string => {
  const session = programme.sessions.find((each) => each.id === id)
  if (!session) return ''
  const times = timeItems(session.startsAt, session.items)
  return session.items.map(({ title }, at) => `${title} ${sessionClockOf(times[at]?.start ?? 0)}`).join(', ')
}
const at = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

describe('an item that is dropped', () => {
  const morning = sessionOf('morning', '07:00', { a: 30, b: 20, c: 10 })
  const hall = sessionOf('hall', '08:00', { d: 60 })
  const drop = (itemId: string, sessionId: string, clock: string, movesRest: boolean) => {
    const programme = of(morning, hall)
    return arranged(programme, placeItem(programme, { itemId, sessionId, minutes: at(clock), movesRest }))
  }

  test('takes its place in the running order and the rest follows', () => {
    expect(timetable(drop('c', 'morning', '07:00', true), 'morning')).toBe('c 07:00, a 07:10, b 07:40')
    const moved = drop('b', 'hall', '08:00', true)
    expect(timetable(moved, 'morning')).toBe('a 07:00, c 07:30')
    expect(timetable(moved, 'hall')).toBe('b 08:00, d 08:20')
  })

  test('after a gap holds its time', () => {
    expect(timetable(drop('b', 'hall', '10:00', true), 'hall')).toBe('d 08:00, b 10:00')
  })

  test('moves nothing else where the rest is to stay', () => {
    const moved = drop('a', 'hall', '09:15', false)
    expect(timetable(moved, 'morning')).toBe('b 07:30, c 07:50')
    expect(timetable(moved, 'hall')).toBe('d 08:00, a 09:15')
  })

  test('past midnight holds a time that says so', () => {
    const programme = of(sessionOf('night', '22:00', { a: 60 }), morning)
    const { items } = placeItem(programme, { itemId: 'b', sessionId: 'night', minutes: 24 * 60 + 30, movesRest: true })
    expect(items.find(({ id }) => id === 'b')).toMatchObject({ fixedStart: '24:30', sessionId: 'night' })
  })

  test('never loses or doubles one, nor touches a time that is to stay', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(
        lengths,
        lengths,
        fc.nat(),
        fc.integer({ min: 300, max: 1500 }),
        fc.boolean(),
        (one, two, pick, minutes, movesRest) => {
          const named = (prefix: string, all: number[]) =>
            Object.fromEntries(all.map((each, index) => [`${prefix}${index}`, each]))
          const programme = of(sessionOf('x', '07:00', named('x', one)), sessionOf('y', '08:00', named('y', two)))
          const every = programme.sessions.flatMap(({ items }) => items)
          const itemId = every[pick % every.length]?.id ?? ''
          const after = arranged(programme, placeItem(programme, { itemId, sessionId: 'y', minutes, movesRest }))
          const ids = after.sessions.flatMap(({ items }) => items.map(({ id }) => id))
          expect([...ids].sort()).toEqual(every.map(({ id }) => id).sort())
          expect(after.sessions[1]?.items.map(({ id }) => id)).toContain(itemId)
          if (movesRest) return
          const startsOf = (all: Pick<Programme, 'sessions'>) =>
            new Map(
              all.sessions.flatMap(({ startsAt, items }) =>
                timeItems(startsAt, items).map(({ start }, index) => [items[index]?.id, start]),
              ),
            )
          const [before, then] = [startsOf(programme), startsOf(after)]
          for (const id of ids) if (id !== itemId) expect(then.get(id)).toBe(before.get(id))
          expect(then.get(itemId)).toBe(minutes)
        },
      ),
    )
  })
})

test('a longer item pushes the rest, or overruns the next where it is to stay', () => {
  const programme = of(sessionOf('morning', '07:00', { a: 30, b: 20 }))
  const resize = (movesRest: boolean) =>
    timetable(arranged(programme, resizeItem(programme, 'a', { durationMinutes: 45, movesRest })), 'morning')
  expect([resize(true), resize(false)]).toEqual(['a 07:00, b 07:45', 'a 07:00, b 07:30'])
})

test('into the tray an item leaves its time and goes last', () => {
  const programme = of(sessionOf('morning', '07:00', { a: { minutes: 30, fixedStart: '07:15' }, b: 20 }))
  const after = arranged(programme, putInTray(programme, 'a', true))
  expect(timetable(after, 'morning')).toBe('b 07:00')
  expect(after.tray).toMatchObject([{ id: 'a', sessionId: null, fixedStart: null, position: 0 }])
})

test('a session takes the times that it holds along', () => {
  const session = {
    ...sessionOf('night', '22:00', { a: 30, b: { minutes: 20, fixedStart: '00:30' } }),
    fixedEnd: '01:00',
  }
  const moved = moveSession(session, { date: '2020-09-10', room: 'Sảnh', startsAt: '21:00' })
  expect(moved.sessions).toMatchObject([{ date: '2020-09-10', room: 'Sảnh', startsAt: '21:00', fixedEnd: '24:00' }])
  expect(moved.items).toMatchObject([{ id: 'b', fixedStart: '23:30' }])
})

test('what comes from an item on begins later, held times too', () => {
  const programme = of(sessionOf('morning', '07:00', { a: 30, b: 20, c: { minutes: 10, fixedStart: '08:00' } }))
  const after = arranged(programme, shiftFrom(programme, 'b', 12))
  expect(timetable(after, 'morning')).toBe('a 07:00, b 07:42, c 08:12')
})

describe('a session that is squeezed', () => {
  const batch = (minutes: number) => ({ title: 'Đợt', minutes })
  const squeeze = (fixedEnd: string | null, lengths: Parameters<typeof sessionOf>[2], step = 5) => {
    const session = { ...sessionOf('morning', '07:00', lengths), fixedEnd }
    const { arrangement, missingMinutes } = squeezeSession(of(session), session, step)
    const [after] = arranged(of(session), arrangement).sessions
    return { lengths: after?.items.map(({ durationMinutes }) => durationMinutes), missingMinutes }
  }

  test('takes from breaks first, then from long items, in whole steps; what is short stays as it is', () => {
    const pause = { minutes: 15, kind: 'break' } as const
    const morning = { opening: 10, report: 40, pause, talk: 30 }
    expect(squeeze('08:30', morning)).toEqual({ lengths: [10, 40, 10, 30], missingMinutes: 0 })
    expect(squeeze('08:10', morning)).toEqual({ lengths: [10, 30, 10, 20], missingMinutes: 0 })
    expect(squeeze('07:35', morning)).toEqual({ lengths: [10, 10, 5, 10], missingMinutes: 0 })
    expect(squeeze('07:30', morning)).toMatchObject({ missingMinutes: 0 })
  })

  test('takes single minutes where whole steps do not end on time', () => {
    expect(squeeze('08:00', { a: 41, b: 21, c: 11 })).toEqual({ lengths: [29, 20, 11], missingMinutes: 0 })
    expect(squeeze('07:38', { a: 30, b: 10 })).toEqual({ lengths: [28, 10], missingMinutes: 0 })
  })

  test('goes by the step that its times snap to, and by finer ones for the rest', () => {
    const morning = { report: 60, talk: 60 }
    expect(squeeze('08:52', morning, 1).lengths).toEqual([56, 56])
    expect(squeeze('08:30', morning, 15).lengths).toEqual([45, 45])
    expect(squeeze('08:40', morning, 15).lengths).toEqual([45, 55])
  })

  test('that fits, or must not end at a time, is left alone', () => {
    expect(squeeze('09:00', { a: 41, b: 21 })).toEqual({ lengths: [41, 21], missingMinutes: 0 })
    expect(squeeze(null, { a: 41, b: 21 })).toEqual({ lengths: [41, 21], missingMinutes: 0 })
  })

  test('keeps a held time and the minutes that its batches need, and says what it misses', () => {
    const held = { minutes: 30, fixedStart: '07:40' }
    expect(squeeze('08:10', { a: 50, b: held })).toEqual({ lengths: [40, 30], missingMinutes: 0 })
    expect(squeeze('07:20', { a: 20, b: { minutes: 30, kind: 'awards', batches: [batch(10), batch(15)] } })).toEqual({
      lengths: [1, 25],
      missingMinutes: 6,
    })
  })

  test('of whole steps keeps whole steps, and no short item gives before the long ones gave', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 18 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(lengths, fc.integer({ min: 0, max: 200 }), (all, steps) => {
        const own = all.map((each) => each * 5)
        const end = sessionClockOf(7 * 60 + steps * 5)
        const kept = squeeze(end, Object.fromEntries(own.map((each, index) => [`x${index}`, each]))).lengths ?? []
        const isShortCut = kept.some((each, index) => each < Math.min(own[index] ?? 0, 10))
        if (isShortCut) expect(Math.max(...kept)).toBeLessThanOrEqual(10)
        else expect(kept.filter((each) => each % 5 !== 0)).toEqual([])
      }),
    )
  })

  test('ends on time whenever it can, with nothing shorter than it may be', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(lengths, fc.integer({ min: 421, max: 1000 }), (all, end) => {
        const session = {
          ...sessionOf('x', '07:00', Object.fromEntries(all.map((each, index) => [`x${index}`, each]))),
          fixedEnd: sessionClockOf(end),
        }
        const { arrangement, missingMinutes } = squeezeSession(of(session), session, 5)
        const items = arranged(of(session), arrangement).sessions[0]?.items ?? []
        const ends = timeItems('07:00', items).at(-1)?.end ?? 0
        const before = timeItems('07:00', session.items).at(-1)?.end ?? 0
        expect(ends - missingMinutes).toBe(Math.min(before, end))
        items.forEach((item, index) =>
          expect(item.durationMinutes).toBeGreaterThanOrEqual(leastMinutes(session.items[index] ?? item)),
        )
      }),
    )
  })
})
