import { peopleOf, readAssignments, type Assigned } from '../../server/assignments/rules.ts'
import type { AssignmentBoard, Clause, Role, Target } from '../../server/assignments/schema.ts'
import type { Delegate, DelegateList } from '../../server/delegates/schema.ts'
import { foldForSearch } from '../../server/format/search.ts'
import type { ProgrammeView, SessionKind } from '../../server/programme/schema.ts'
import { findAssignments } from '../api/assignments.ts'
import { listDelegates } from '../api/delegates.ts'
import { findProgramme } from '../api/programme.ts'
import { translated, words } from '../words/words.ts'

type Session = ProgrammeView['sessions'][number]

/** A delegate with the delegation by its id, as rules name it. */
export type Person = Delegate & { delegationId: string | null }

/** All that says who comes where, and whom. */
export interface Attendance {
  board: AssignmentBoard
  programme: ProgrammeView
  list: DelegateList
  people: readonly Person[]
  assigned: Assigned
}

export const findAttendance = async (congressId: string): Promise<Attendance> => {
  const [board, programme, list] = await Promise.all([
    findAssignments(congressId),
    findProgramme(congressId),
    listDelegates(congressId),
  ])
  return attendanceOf(board, programme, list)
}

export const attendanceOf = (board: AssignmentBoard, programme: ProgrammeView, list: DelegateList): Attendance => {
  const idOf = new Map(list.delegations.map(({ id, name }) => [name, id]))
  const people = list.delegates.map((each) => ({ ...each, delegationId: idOf.get(each.delegation) ?? null }))
  return { board, programme, list, people, assigned: readAssignments(board) }
}

/** Seats of the room of a session; null = not known, or outside the hall. */
export const seatsOf = (
  { isOutside, room }: Pick<Session, 'isOutside' | 'room'>,
  { venue }: Pick<ProgrammeView, 'venue'>,
): number | null => {
  if (isOutside || venue === null) return null
  if (room.trim() === '') return venue.capacity
  return venue.rooms.find(({ name }) => foldForSearch(name) === foldForSearch(room))?.capacity ?? null
}

/** The people of a session or role, in the order of the list. */
export const peopleIn = ({ people, assigned }: Attendance, target: Target, kind?: SessionKind): Person[] =>
  peopleOf(people, assigned, target, kind)

export const usualWord = (kind: SessionKind): string => {
  const { usual } = words().assignments
  if (kind === 'rehearsal') return usual.organizers
  return kind === 'preparatory' ? usual.notGuests : usual.everybody
}

/** A rule in plain words: «Đoàn huyện Ý Yên, Cơ cấu: Nữ». */
export const clausesWord = (clauses: readonly Clause[], attendance: Pick<Attendance, 'board' | 'list'>): string =>
  clauses.map((clause) => clauseWord(clause, attendance)).join(', ')

const clauseWord = ({ by, value }: Clause, { board, list }: Pick<Attendance, 'board' | 'list'>): string => {
  const { assignments: text, delegates } = words()
  switch (by) {
    case 'delegation': {
      const found = list.delegations.find(({ id }) => id === value)
      return found ? text.ofDelegation(translated(found.name)) : text.delegationGone
    }
    case 'discussion':
      return text.ofDiscussion(board.discussions.find(({ id }) => id === value)?.name ?? '')
    case 'group':
      return text.ofGroup(translated(value))
    case 'class':
      return delegates.classes[value as keyof typeof delegates.classes]
    case 'role':
      return roleName(board.roles, value)
    default:
      return text.clauses[by]
  }
}

export const roleName = (roles: readonly Role[], key: string): string =>
  translated(roles.find((role) => role.key === key)?.name ?? key)

/** Who comes, in one sentence: the rule, or what is usual, and what hands changed of it. */
export const whoWord = (attendance: Attendance, target: Target, kind?: SessionKind): string => {
  const { assignments: text } = words()
  const { assigned, people } = attendance
  const rule = assigned.ruleOf(target)
  const known = new Set(people.flatMap(({ id, standing }) => (standing === 'withdrawn' ? [] : [id])))
  const hands = [...assigned.exceptionsOf(target)].filter(([id]) => known.has(id))
  const [added, out] = [hands.filter(([, isIn]) => isIn).length, hands.filter(([, isIn]) => !isIn).length]
  const ruled = rule === undefined ? (kind === undefined ? '' : usualWord(kind)) : clausesWord(rule.clauses, attendance)
  const parts = [ruled, added > 0 ? text.added(added) : '', out > 0 ? text.takenOut(out) : '']
  return parts.filter(Boolean).join('; ') || text.nobody
}

/** The first few by name, and how many more. */
export const namesWord = (people: readonly Pick<Delegate, 'name'>[]): string => {
  const shown = people.slice(0, 3).map(({ name }) => name)
  const rest = people.length - shown.length
  return rest > 0 ? words().assignments.andMore(shown.join(', '), rest) : shown.join(', ')
}
