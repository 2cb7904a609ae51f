import type { SessionKind } from '../../programme/schema.ts'
import { peopleOf, readAssignments, type Assignable } from '../rules.ts'
import type { AssignedPeople, AssignmentBoard } from '../schema.ts'

interface Named extends Assignable {
  name: string
}

/**
 * What a programme is judged by: how many come to each session of which somebody said who comes, whom sessions share, who
 * has a role and withdrew, and the roles that nobody has. Each session is a row of bits, so that forty sessions of
 * thousands are compared in a few milliseconds.
 */
export const assignedPeople = (
  board: AssignmentBoard,
  delegates: readonly Named[],
  sessions: readonly { id: string; kind: SessionKind }[],
): AssignedPeople => {
  const assigned = readAssignments(board)
  const placeOf = new Map(delegates.map(({ id }, at) => [id, at]))
  const attending = sessions.map(({ id, kind }) => {
    const people = peopleOf(delegates, assigned, { sessionId: id, role: '' }, kind)
    const bits = new Uint32Array(Math.ceil(delegates.length / 32))
    for (const { id: delegateId } of people) {
      const place = placeOf.get(delegateId) ?? 0
      bits[place >>> 5] = (bits[place >>> 5] ?? 0) | (1 << (place & 31))
    }
    const isAssigned = assigned.isAssigned({ sessionId: id, role: '' })
    return { id, count: people.length, bits, isAssigned }
  })
  const shared: AssignedPeople['shared'] = []
  for (const [at, one] of attending.entries()) {
    for (const other of attending.slice(at + 1)) {
      if (!one.isAssigned && !other.isAssigned) continue
      const { count, first } = inBoth(one.bits, other.bits)
      if (count === 0) continue
      shared.push({ sessionId: one.id, otherSessionId: other.id, count, first: delegates[first]?.name ?? '' })
    }
  }
  return {
    sessions: attending.flatMap(({ id, count, isAssigned }) => (isAssigned ? [{ sessionId: id, count }] : [])),
    shared,
    withdrawn: withdrawnOf(board, delegates),
    open: openRoles(board, delegates, sessions),
  }
}

const inBoth = (one: Uint32Array, other: Uint32Array): { count: number; first: number } => {
  let count = 0
  let first = -1
  for (let at = 0; at < one.length; at += 1) {
    let bits = (one[at] ?? 0) & (other[at] ?? 0)
    if (bits !== 0 && first < 0) first = at * 32 + (31 - Math.clz32(bits & -bits))
    for (; bits !== 0; bits &= bits - 1) count += 1
  }
  return { count, first }
}

/** Whom a hand put into a session or a role, and who withdrew since; a rule lets go of them by itself. */
const withdrawnOf = (
  { exceptions, roles }: AssignmentBoard,
  delegates: readonly Named[],
): AssignedPeople['withdrawn'] => {
  const gone = new Map(delegates.flatMap(({ id, standing, name }) => (standing === 'withdrawn' ? [[id, name]] : [])))
  return exceptions.flatMap(({ sessionId, role, delegateId, isIn }) => {
    const name = gone.get(delegateId)
    if (!isIn || name === undefined) return []
    return [{ sessionId, role, roleName: roles.find(({ key }) => key === role)?.name ?? '', name }]
  })
}

/** Told once anybody was given a role: before that, nobody began. */
const openRoles = (
  board: AssignmentBoard,
  delegates: readonly Named[],
  sessions: readonly { id: string }[],
): AssignedPeople['open'] => {
  if (![...board.rules, ...board.exceptions].some(({ role }) => role !== '')) return []
  const assigned = readAssignments(board)
  const isHeld = (sessionId: string, role: string) => peopleOf(delegates, assigned, { sessionId, role }).length > 0
  return board.roles.flatMap((role) => {
    if (isHeld('', role.key)) return []
    return [{ role, heldIn: sessions.flatMap(({ id }) => (isHeld(id, role.key) ? [id] : [])) }]
  })
}
