import { describe, expect, test } from 'vitest'
import { bareItem, bareSession, timeItems } from '../../../server/programme/rules.ts'
import { indexProgramme, type ProgrammeFacts } from '../../../server/programme/rules/conflicts.ts'
import type { ProgrammeItem } from '../../../server/programme/schema.ts'
import type { Session } from '../../../web/programme/grid-layout.ts'
import { openedSessionId } from '../../../server/programme/rules/arrange.ts'
import { foresee, type Carried, type Place, type Ways } from '../../../web/programme/grid-move.ts'

const item = (id: string, sessionId: string | null, position: number, durationMinutes: number): ProgrammeItem => ({
  ...bareItem(),
  ...{ id, sessionId, position, title: id, durationMinutes, fixedStart: null, presenter: 'Ban Tổ chức', note: '' },
  version: 1,
})
const session = (id: string, startsAt: string, items: ProgrammeItem[], change: Partial<Session> = {}): Session => ({
  ...bareSession,
  ...{ id, congressId: 'c', position: 0, kind: 'official', title: id, date: '2020-09-09', startsAt, room: id },
  ...{ version: 1, items, ...change },
})
/** Morning: a 07:00, b 07:30, c 08:00, over at 08:30; hall: x 07:00; t in the tray. */
const programme = (change: Partial<Session> = {}) => ({
  sessions: [
    session('m', '07:00', [item('a', 'm', 0, 30), item('b', 'm', 1, 30), item('c', 'm', 2, 30)], change),
    session('h', '07:00', [item('x', 'h', 0, 20)]),
  ],
  tray: [item('t', null, 0, 15)],
})
const facts: ProgrammeFacts = {
  ...{ dateFrom: '2020-09-09', dateTo: '2020-09-09', rooms: [], hallCapacity: null, expected: null, bookings: null },
  ...{ speakers: [], rulesOff: [] },
}
const shifting: Ways = { movesRest: true, squeezes: false, step: 5 }
const seen = (carried: Carried, place: Place, ways: Ways = shifting, change: Partial<Session> = {}) => {
  const stood = programme(change)
  return foresee(stood, indexProgramme(stood, facts), carried, place, ways)
}
const itemAt = (itemId: string, sessionId: string, minutes: number, ways?: Ways, change?: Partial<Session>) =>
  seen({ kind: 'item', itemId }, { kind: 'session', sessionId, minutes }, ways, change)
const timesOf = ({ sessions }: { sessions: readonly Session[] }, id: string) => {
  const found = sessions.find((each) => each.id === id)
  return timeItems(found?.startsAt ?? '', found?.items ?? []).map(({ start }, at) => [found?.items[at]?.id, start])
}

describe('what comes of letting go', () => {
  test('from the tray between two items: those after it go along, and the tag says by how much', () => {
    const found = itemAt('t', 'm', 450)
    expect(timesOf(found, 'm')).toEqual([
      ['a', 420],
      ['t', 450],
      ['b', 465],
      ['c', 495],
    ])
    expect(found).toMatchObject({ start: 450, end: 465, laterMinutes: 15, over: 525, refusal: null })
  })

  test('into another room: the session that is left closes up', () => {
    const found = itemAt('b', 'h', 440)
    expect(timesOf(found, 'm')).toEqual([
      ['a', 420],
      ['c', 450],
    ])
    expect(timesOf(found, 'h')).toEqual([
      ['x', 420],
      ['b', 440],
    ])
  })

  test('where it stands: nothing is to be done', () => {
    expect(itemAt('b', 'm', 450).refusal).toBe('same-place')
  })

  test('an item that is made longer pushes the rest, or meets it', () => {
    const longer = (ways: Ways) => seen({ kind: 'length', itemId: 'b' }, { kind: 'length', minutes: 42 }, ways)
    expect(longer(shifting)).toMatchObject({ laterMinutes: 12, over: 522 })
    const held = longer({ movesRest: false, squeezes: false, step: 5 })
    expect(held.laterMinutes).toBe(0)
    expect(held.conflicts.map(({ rule }) => rule)).not.toContain('after-held-end')
  })

  test('moved and made longer by the keys is one act', () => {
    const found = seen({ kind: 'item', itemId: 'c' }, { kind: 'session', sessionId: 'm', minutes: 450, length: 45 })
    expect(timesOf(found, 'm')).toEqual([
      ['a', 420],
      ['c', 450],
      ['b', 495],
    ])
    expect(found.arrangement.items.map(({ id, durationMinutes }) => [id, durationMinutes])).toEqual([
      ['c', 45],
      ['b', 30],
    ])
  })

  test('a held end that would be missed is told, and kept where items are shortened', () => {
    const change = { fixedEnd: '08:30' }
    expect(itemAt('t', 'm', 450, shifting, change).conflicts.map(({ rule }) => rule)).toContain('after-held-end')
    const squeezed = itemAt('t', 'm', 450, { movesRest: true, squeezes: true, step: 5 }, change)
    expect(squeezed.over).toBe(510)
    expect(squeezed.conflicts.map(({ rule }) => rule)).not.toContain('after-held-end')
  })

  test('a session goes to another hour and room with the times that it holds', () => {
    const place: Place = { kind: 'room', date: '2020-09-10', room: 'h', isOutside: false, minutes: 480 }
    const found = seen({ kind: 'session', sessionId: 'm' }, place, shifting, { fixedEnd: '08:30' })
    expect(found.arrangement.sessions).toEqual([
      { id: 'm', version: 1, date: '2020-09-10', room: 'h', isOutside: false, startsAt: '08:00', fixedEnd: '09:30' },
    ])
    expect(found).toMatchObject({ start: 480, end: 570, laterMinutes: 60 })
  })

  test('into a room in which nothing is held: a session is opened that begins with it', () => {
    const opened = { kind: 'discussion', title: 'Tổ 1', date: '2020-09-09', room: 'Phòng 2' } as const
    const at = (itemId: string, ways: Ways = shifting) =>
      seen({ kind: 'item', itemId }, { kind: 'opened', opened, minutes: 480 }, ways)
    const fromTray = at('t')
    expect(fromTray).toMatchObject({ start: 480, end: 495, over: 495, refusal: null, sessionId: openedSessionId })
    expect(fromTray.arrangement.opened).toEqual({ ...opened, startsAt: '08:00' })
    expect(timesOf(fromTray, openedSessionId)).toEqual([['t', 480]])
    expect(timesOf(at('b', { ...shifting, movesRest: false }), 'm')).toEqual([
      ['a', 420],
      ['c', 480],
    ])
  })

  test('a session held elsewhere that goes to a room of the venue is held there', () => {
    const to = (room: string, isOutside: boolean) => {
      const place: Place = { kind: 'room', date: '2020-09-10', room, isOutside, minutes: 420 }
      return seen({ kind: 'session', sessionId: 'm' }, place, shifting, { isOutside: true }).arrangement.sessions[0]
    }
    expect(to('h', false)).toMatchObject({ room: 'h', isOutside: false })
    expect(to('m', true)).toMatchObject({ room: 'm', isOutside: true })
  })

  test('a session that would begin before its day or after it begins at its edge', () => {
    const at = (minutes: number) =>
      seen(
        { kind: 'session', sessionId: 'm' },
        { kind: 'room', date: '2020-09-09', room: 'm', isOutside: false, minutes },
      )
    expect(at(-50).arrangement.sessions[0]?.startsAt).toBe('00:00')
    expect(at(2000).arrangement.sessions[0]?.startsAt).toBe('23:59')
  })

  test('past the midnight of the next day it cannot be let go', () => {
    expect(itemAt('t', 'm', 47 * 60 + 50).refusal).toBe('out-of-day')
  })

  test('in a session that is full it cannot be let go', () => {
    const items = Array.from({ length: 2000 }, (_, at) => item(`i${at}`, 'm', at, 1))
    expect(itemAt('t', 'm', 430, shifting, { items }).refusal).toBe('session-full')
  })
})
