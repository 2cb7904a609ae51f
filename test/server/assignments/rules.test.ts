import { expect, test } from 'vitest'
import { peopleOf, readAssignments, type Assignable } from '../../../server/assignments/rules.ts'
import { honouredAmong } from '../../../server/assignments/rules/honoured.ts'
import { assignedPeople } from '../../../server/assignments/rules/people.ts'
import { usualRoles } from '../../../server/assignments/rules/usual-roles.ts'
import type { AssignmentBoard, Clause } from '../../../server/assignments/schema.ts'
import { indexProgramme } from '../../../server/programme/rules/conflicts.ts'
import { sessionOf } from '../programme/sessions.ts'

type Named = Assignable & { name: string }
const person = (id: string, more: Partial<Named> = {}): Named => ({
  ...{ id, name: id.toUpperCase(), delegationId: null, class: 'official', groups: [] },
  ...{ standing: 'listed', presence: null, ...more },
})
const boardOf = (more: Partial<AssignmentBoard> = {}): AssignmentBoard => ({
  ...{ roles: [...usualRoles], rolesVersion: 0, rules: [], exceptions: [], honouredIds: [], discussions: [], ...more },
})
const rule = (sessionId: string, clauses: Clause[], role = '') => ({ sessionId, role, clauses, version: 1 })
const hand = (sessionId: string, delegateId: string, isIn: boolean, role = '') => ({
  ...{ sessionId, role, delegateId, isIn },
})
const all: Named[] = [
  person('an', { delegationId: 'hai-hau', groups: ['Nữ'] }),
  person('binh', { class: 'guest' }),
  person('cuong', { class: 'organizing', presence: 'present' }),
  person('dung', { standing: 'alternate', delegationId: 'hai-hau' }),
  person('em', { standing: 'withdrawn', delegationId: 'hai-hau' }),
]
const ids = (board: AssignmentBoard, sessionId: string, role = '', kind?: 'official' | 'rehearsal' | 'preparatory') =>
  peopleOf(all, readAssignments(board), { sessionId, role }, kind).map(({ id }) => id)

test('without a word everybody comes, guests to no preparatory session, and to rehearsals who prepares them', () => {
  expect(ids(boardOf(), 's', '', 'official')).toEqual(['an', 'binh', 'cuong'])
  expect(ids(boardOf(), 's', '', 'preparatory')).toEqual(['an', 'cuong'])
  expect(ids(boardOf(), 's', '', 'rehearsal')).toEqual(['cuong'])
})

test.each<[Clause['by'], string, string[]]>([
  ['everybody', '', ['an', 'binh', 'cuong']],
  ['delegation', 'hai-hau', ['an']],
  ['group', 'Nữ', ['an']],
  ['class', 'guest', ['binh']],
  ['honoured', '', ['binh']],
  ['present', '', ['cuong']],
  ['discussion', 'to-1', ['an']],
  ['discussion', 'gone', []],
  ['role', 'presidium', ['cuong']],
])('a rule by %s %s finds whoever fits it, also who came late', (by, value, expected) => {
  const exceptions = [hand('', 'cuong', true, 'presidium')]
  // An alternate comes by hand alone.
  const discussions = [{ id: 'to-1', name: 'Tổ 1', memberIds: ['an', 'dung'] }]
  const rules = [rule('s', [{ by, value }])]
  const board = boardOf({ rules, exceptions, honouredIds: ['binh'], discussions })
  expect(ids(board, 's', '', 'official')).toEqual(expected)
})

test('a hand stands above the rule, an alternate comes by hand alone, and whoever has a role in a session comes to it', () => {
  const rules = [rule('s', [{ by: 'delegation', value: 'hai-hau' }])]
  const exceptions = [hand('s', 'an', false), hand('s', 'binh', true), hand('s', 'dung', true), hand('s', 'em', true)]
  expect(ids(boardOf({ rules, exceptions }), 's', '', 'official')).toEqual(['binh', 'dung'])
  const board = boardOf({ rules, exceptions: [...exceptions, hand('s', 'cuong', true, 'secretariat')] })
  expect(ids(board, 's', '', 'official')).toEqual(['binh', 'cuong', 'dung'])
  const roles = readAssignments(board).rolesOf(person('cuong'), 's')
  expect(roles.map(({ name }) => name)).toEqual(['Đoàn Thư ký'])
})

test('recipients of honours are delegates by name, and of two who bear it by their post', () => {
  const one = (id: string, name: string, post = '') => ({ id, name, post, workplace: '' })
  const people = [
    one('1', 'Trần Thị Bình'),
    one('2', 'Lê Văn Cường', 'Nông dân'),
    one('3', 'Lê Văn Cường', 'Giáo viên'),
  ]
  const recipients = [
    { name: 'Bà Trần Thị Bình', post: 'Hiệu trưởng' },
    { name: 'Ông Lê Văn Cường', post: 'nông dân, xã Giao Phong' },
  ]
  expect(honouredAmong(people, recipients)).toEqual(['1', '2'])
})

const sessions = [
  sessionOf('A', '08:00', { a: { minutes: 60, presenter: 'Đoàn Chủ tịch' } }),
  sessionOf('B', '08:30', { b: { minutes: 60, presenter: 'MC' } }, { kind: 'visit' }),
  sessionOf('C', '14:00', { c: { minutes: 60, presenter: 'MC' } }, { kind: 'reception' }),
]
const judged = (board: AssignmentBoard, delegates = all, capacity: number | null = null) =>
  indexProgramme(
    { sessions },
    {
      ...{
        dateFrom: '2020-09-09',
        dateTo: '2020-09-09',
        rooms: [],
        hallCapacity: null,
        expected: null,
        bookings: null,
      },
      ...{ speakers: [], rulesOff: [], assigned: assignedPeople(board, delegates, sessions) },
      ...(capacity === null ? {} : { rooms: ['A', 'B', 'C'].map((name) => ({ name, capacity, walkMinutes: 0 })) }),
    },
  )
const told = (board: AssignmentBoard, capacity: number | null = null) =>
  judged(board, all, capacity)
    .all()
    .map(({ rule: name, sessionId, itemId, who, role, amount, limit }) =>
      [name, itemId ?? sessionId, who, role, amount, limit].filter((part) => part !== null).join(' '),
    )

test('nothing is told of a congress in which nobody said who comes', () => {
  expect(told(boardOf(), 1)).toEqual([])
})

test('who is at two places at once is told once for two sessions, how many and who is the first, and follows a session that moves', () => {
  const board = boardOf({ rules: [rule('B', [{ by: 'everybody', value: '' }])] })
  expect(told(board)).toEqual(['delegates-twice B AN 3 30'])
  expect(told(boardOf({ rules: [rule('B', [{ by: 'class', value: 'press' }])] }))).toEqual([])
  const [, visit] = sessions
  const later = { ...visit!, startsAt: '09:30' }
  expect(judged(board).of([later])).toEqual([])
  expect(judged(board).of([{ ...later, startsAt: '13:30' }])).toEqual([])
})

test('more people than the room has seats are told by how many', () => {
  const board = boardOf({ rules: [rule('C', [{ by: 'everybody', value: '' }])] })
  expect(told(board, 2)).toEqual(['room-too-small C 1 2'])
  expect(told(board, 3)).toEqual([])
})

test('a role without a person is told where an item names it or it is needed, once roles were begun', () => {
  const held = [hand('', 'an', true, 'secretariat')]
  expect(told(boardOf({ exceptions: held }))).toEqual(['role-open a Đoàn Chủ tịch 1'])
  const here = [...held, hand('A', 'binh', true, 'presidium')]
  expect(told(boardOf({ exceptions: here }))).toEqual([])
})

test('whoever withdrew and still has a role is told, in a session or at the first one', () => {
  const roles = [hand('', 'an', true, 'secretariat'), hand('', 'an', true, 'presidium')]
  const exceptions = [...roles, hand('C', 'em', true), hand('', 'em', true, 'secretariat')]
  expect(told(boardOf({ exceptions }))).toEqual(['delegate-withdrawn A EM Đoàn Thư ký', 'delegate-withdrawn C EM '])
  const targets = judged(boardOf({ exceptions }))
    .all()
    .map(({ target }) => target)
  expect(targets).toEqual([{ sessionId: '', role: 'secretariat' }, null])
})
