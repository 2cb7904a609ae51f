import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arranged, placeItem } from '../../../server/programme/rules/arrange.ts'
import { indexProgramme, type ProgrammeFacts } from '../../../server/programme/rules/conflicts.ts'
import { sessionOf, type Session } from './sessions.ts'

const nothingKnown: ProgrammeFacts = {
  dateFrom: '2020-09-09',
  dateTo: '2020-09-09',
  rooms: [],
  hallCapacity: null,
  expected: null,
  bookings: null,
  speakers: [],
  rulesOff: [],
}
const found = (sessions: Session[], facts: Partial<ProgrammeFacts> = {}) =>
  indexProgramme({ sessions }, { ...nothingKnown, ...facts })
    .all()
    .map(({ rule, itemId, sessionId, otherItemId, amount }) =>
      [rule, itemId ?? sessionId, otherItemId, amount].filter((part) => part !== null).join(' '),
    )
const room = (name: string, capacity: number | null, walkMinutes: number) => ({ name, capacity, walkMinutes })
const speaker = (id: string, state: 'asked' | 'confirmed' | 'withdrawn' = 'confirmed') => ({ id, state })

test('a programme that holds together has no conflict', () => {
  expect(found([sessionOf('hall', '07:30', { a: 30, b: { minutes: 20, fixedStart: '08:00' } })])).toEqual([])
})

test('a speaker who is needed twice at once is told under the later item, one who has to walk too far as well', () => {
  const by = (minutes: number) => ({ minutes, speakerIds: ['an'] })
  const hall = sessionOf('Hội trường', '07:30', { a: by(30) })
  const foyer = (startsAt: string) => sessionOf('Sảnh', startsAt, { b: by(20) })
  const facts = { speakers: [speaker('an')], rooms: [room('hội trường', null, 2), room('SẢNH', null, 5)] }
  expect(found([foyer('07:50'), hall], facts)).toEqual(['speaker-twice b a 10'])
  expect(found([hall, foyer('08:03')], facts)).toEqual(['no-time-to-walk b a 4'])
  expect(found([hall, foyer('08:07')], facts)).toEqual([])
  expect(found([hall, { ...foyer('07:50'), date: '2020-09-08', kind: 'incense' }], facts)).toEqual([])
})

test('a place outside is legal whatever rooms there are, and wants no booking and no seats; one that is open is told', () => {
  const rooms = [room('hall', 300, 0)]
  const temple = sessionOf('Đền Trần', '07:00', { a: 30 }, { isOutside: true, kind: 'preparatory', date: '2020-09-08' })
  expect(found([temple], { rooms, hallCapacity: 10, expected: 353, bookings: [] })).toEqual([])
  expect(found([{ ...temple, isOutside: false }], { rooms, bookings: [] })).toEqual([
    'room-not-known Đền Trần',
    'not-booked Đền Trần',
  ])
  const open = { ...temple, room: ' ' }
  const later = { ...open, id: 'other', items: sessionOf('other', '07:00', { b: 30 }).items }
  expect(found([open, later])).toEqual(['place-open Đền Trần', 'place-open other'])
})

test('the way from a place outside takes as long as was said, else as usual, also where no rooms were entered', () => {
  const by = (minutes: number) => ({ minutes, speakerIds: ['an'] })
  const outside = (
    id: string,
    startsAt: string,
    items: Parameters<typeof sessionOf>[2],
    travelMinutes: number | null,
  ) => sessionOf(id, startsAt, items, { isOutside: true, travelMinutes })
  const temple = outside('Đền Trần', '07:00', { a: by(45) }, null)
  const main = (startsAt: string) => ({ ...sessionOf('main', startsAt, { b: by(20) }), room: '' })
  expect(found([temple, main('07:45')])).toEqual(['no-time-to-walk b a 20'])
  expect(found([temple, main('08:05')])).toEqual([])
  expect(found([{ ...temple, travelMinutes: 35 }, main('08:05')])).toEqual(['no-time-to-walk b a 15'])
  const monument = outside('Tượng đài', '07:50', { b: by(20) }, 30)
  expect(found([temple, monument])).toEqual(['no-time-to-walk b a 25'])
  expect(found([temple, outside('đền trần', '07:45', { b: by(20) }, null)])).toEqual([])
  expect(found([main('07:00'), sessionOf('upstairs', '07:20', { c: by(10) })])).toEqual(['no-time-to-walk c b 5'])
})

test('a speaker who withdrew is told at each of his items', () => {
  const items = { a: { minutes: 10, speakerIds: ['an'] }, b: 10, c: { minutes: 10, speakerIds: ['an'] } }
  expect(found([sessionOf('hall', '07:30', items)], { speakers: [speaker('an', 'withdrawn')] })).toEqual([
    'speaker-withdrawn a',
    'speaker-withdrawn c',
  ])
})

test('a room must be known and hold those who come', () => {
  const rooms = [room('hall', 300, 0), room('foyer', null, 3)]
  const hall = sessionOf('hall', '07:30', { a: 30 })
  expect(found([hall], { rooms, expected: 353 })).toEqual(['room-too-small hall 53'])
  expect(found([{ ...hall, attendance: 300 }], { rooms, expected: 353 })).toEqual([])
  expect(found([{ ...hall, kind: 'visit' }], { rooms, expected: 353 })).toEqual([])
  expect(found([{ ...hall, room: '' }], { rooms, expected: 353, hallCapacity: 352 })).toEqual(['room-too-small hall 1'])
  expect(found([{ ...hall, room: 'gone' }], { rooms })).toEqual(['room-not-known hall'])
})

test('an item needs somebody who presents it, a break does not', () => {
  const items = { a: { minutes: 10, presenter: ' ' }, b: { minutes: 10, presenter: '', kind: 'break' as const } }
  expect(found([sessionOf('hall', '07:30', items)])).toEqual(['no-presenter a'])
})

test('a session ends when it must and awards last as long as their batches need', () => {
  const batches = [20, 15].map((minutes) => ({ title: 'Đợt', minutes }))
  const late = sessionOf('hall', '07:30', { a: 30, b: { minutes: 30, kind: 'awards', batches } }, { fixedEnd: '08:15' })
  expect(found([late])).toEqual(['after-held-end hall 15', 'batches-need-more b 5'])
})

test('a rehearsal, and a session on another day, need the venue to be booked', () => {
  const rehearsal = sessionOf('hall', '19:00', { a: 120 }, { kind: 'rehearsal', date: '2020-09-08' })
  const booking = (toTime: string) => ({
    ...{ kind: 'rehearsal' as const, fromDay: '2020-09-08', fromTime: '19:00', toDay: '2020-09-08', toTime },
  })
  expect(found([rehearsal], { bookings: [] })).toEqual(['not-booked hall'])
  expect(found([rehearsal], { bookings: [booking('20:30')] })).toEqual(['not-booked hall'])
  expect(found([rehearsal], { bookings: [booking('21:00')] })).toEqual([])
  expect(found([{ ...rehearsal, kind: 'preparatory' }], { bookings: [] })).toEqual(['not-booked hall'])
  expect(found([{ ...rehearsal, kind: 'preparatory', date: '2020-09-09' }], { bookings: [] })).toEqual([])
})

test('what was doubtful before is among them', () => {
  const hall = sessionOf('hall', '07:30', {
    a: { minutes: 45, presenter: '' },
    b: { minutes: 10, fixedStart: '08:00' },
  })
  expect(found([hall])).toEqual(['overrun b 15', 'no-presenter a'])
})

test('a changed fact makes an accepted warning count again', () => {
  const late = (fixedEnd: string) => sessionOf('hall', '07:30', { a: 60 }, { fixedEnd })
  const of = (session: Session) => indexProgramme({ sessions: [session] }, nothingKnown).all()[0]
  expect(of(late('08:00'))?.key).toBe(of(late('08:10'))?.key)
  expect(of(late('08:00'))?.fingerprint).not.toBe(of(late('08:10'))?.fingerprint)
})

test('judging what a drag changes finds what judging everything anew finds', () => {
  const minutes = fc.integer({ min: 5, max: 90 })
  const item = fc.record({ minutes, speakerIds: fc.subarray(['an', 'binh', 'chi']) })
  const items = fc.array(item, { minLength: 1, maxLength: 5 })
  const facts = {
    ...nothingKnown,
    speakers: [speaker('an'), speaker('binh', 'withdrawn'), speaker('chi')],
    rooms: [room('x', 10, 3), room('y', 20, 4)],
  }
  fc.assert(
    fc.property(
      fc.array(items, { minLength: 2, maxLength: 4 }),
      fc.nat(),
      fc.nat(),
      minutes,
      fc.boolean(),
      (all, pick, to, at, movesRest) => {
        const sessions = all.map((each, index) =>
          sessionOf(`s${index}`, '07:30', Object.fromEntries(each.map((one, place) => [`s${index}i${place}`, one])), {
            room: index % 2 === 0 ? 'x' : 'y',
          }),
        )
        const programme = { sessions, tray: [] }
        const every = sessions.flatMap((session) => session.items)
        const itemId = every[pick % every.length]?.id ?? ''
        const sessionId = `s${to % sessions.length}`
        const after = arranged(programme, placeItem(programme, { itemId, sessionId, minutes: 450 + at, movesRest }))
        const changed = after.sessions.filter(
          ({ items: own }, index) => JSON.stringify(own) !== JSON.stringify(sessions[index]?.items),
        )
        const ids = new Set(changed.map(({ id }) => id))
        const expected = indexProgramme(after, facts)
          .all()
          .filter((each) => ids.has(each.sessionId))
        const seen = indexProgramme(programme, facts)
          .of(changed)
          .filter((each) => ids.has(each.sessionId))
        const keys = (list: typeof seen) =>
          [
            ...new Set(list.filter(({ rule }) => rule !== 'sessions-overlap').map(({ fingerprint }) => fingerprint)),
          ].sort()
        expect(keys(seen)).toEqual(keys(expected))
      },
    ),
  )
})

test('what is serious is told first, each kind in the order of the programme', () => {
  const unnamed = { minutes: 10, presenter: ' ' }
  const withdrawn = { minutes: 10, speakerIds: ['an'] }
  const morning = sessionOf('hall', '07:30', { a: unnamed, b: withdrawn, c: unnamed, d: withdrawn })
  expect(found([morning], { speakers: [speaker('an', 'withdrawn')] })).toEqual([
    'speaker-withdrawn b',
    'speaker-withdrawn d',
    'no-presenter a',
    'no-presenter c',
  ])
})
