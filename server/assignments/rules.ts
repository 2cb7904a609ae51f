import type { DelegateClass, Presence, Standing } from '../delegates/schema.ts'
import type { ProgrammeSession, SessionKind } from '../programme/schema.ts'
import type { AssignmentBoard, AssignmentException, AssignmentRule, Clause, Role, Target } from './schema.ts'

/** What of a delegate says where he or she comes. */
export interface Assignable {
  id: string
  /** null = in none. */
  delegationId: string | null
  class: DelegateClass | null
  groups: readonly string[]
  standing: Standing
  presence: Presence | null
}

/**
 * Who comes to a session of which nobody said it: all of the congress but to rehearsals, which are for those who prepare
 * them, and to preparatory sessions, to which guests are not asked.
 */
export const usuallyAttends = (as: DelegateClass | null, kind: SessionKind): boolean => {
  if (kind === 'rehearsal') return as === 'organizing' || as === 'service'
  return kind !== 'preparatory' || as !== 'guest'
}

type Session = Pick<ProgrammeSession, 'id' | 'kind'>
type Asks = (delegate: Assignable) => boolean

/** Rules and exceptions, found by what they are of. What is asked of thousands is looked up once for all of them. */
export interface Assigned {
  /** Who comes to a session. */
  comesTo: (session: Session) => Asks
  /** Who has a role in a session; '' = in the congress as a whole. */
  hasRole: (target: Target) => Asks
  /** The roles of somebody, in their order. */
  rolesOf: (delegate: Assignable, sessionId: string) => Role[]
  /** Whom the rule names, or what is usual, before any hand. */
  isByRule: (target: Target, kind?: SessionKind) => Asks
  ruleOf: (target: Target) => AssignmentRule | undefined
  exceptionsOf: (target: Target) => ReadonlyMap<string, boolean>
  /** Whether anybody said who comes. */
  isAssigned: (target: Target) => boolean
}

export const keyOf = ({ sessionId, role }: Target): string => `${sessionId} ${role}`

const none: ReadonlyMap<string, boolean> = new Map()
const nobody: Asks = () => false

/** What is written of who comes where, ready to be asked of thousands. */
export const readAssignments = (
  board: Pick<AssignmentBoard, 'roles' | 'rules' | 'exceptions' | 'honouredIds' | 'discussions'>,
): Assigned => {
  const { roles, rules, exceptions } = board
  const ruleBy = new Map(rules.map((rule) => [keyOf(rule), rule]))
  const honoured = new Set(board.honouredIds)
  const membersOf = new Map(board.discussions.map(({ id, memberIds }) => [id, new Set(memberIds)]))
  const handsBy = handsByTarget(exceptions)
  const targetsOf = targetsByRole([...rules, ...exceptions])
  const ruleOf = (target: Target) => ruleBy.get(keyOf(target))
  const exceptionsOf = (target: Target) => handsBy.get(keyOf(target)) ?? none

  const fits = ({ by, value }: Clause): Asks => {
    switch (by) {
      case 'everybody':
        return () => true
      case 'delegation':
        return ({ delegationId }) => delegationId === value
      case 'group':
        return ({ groups }) => groups.includes(value)
      case 'class':
        return (delegate) => delegate.class === value
      case 'discussion':
        return ({ id }) => membersOf.get(value)?.has(id) === true
      case 'role':
        return oneOf((targetsOf.get(value) ?? []).map(hasRole))
      case 'honoured':
        return ({ id }) => honoured.has(id)
      case 'present':
        return ({ presence }) => presence === 'present'
    }
  }
  const isByRule = (target: Target, kind?: SessionKind): Asks => {
    const rule = ruleOf(target)
    if (rule) return oneOf(rule.clauses.map(fits))
    return kind !== undefined && target.role === '' ? (delegate) => usuallyAttends(delegate.class, kind) : nobody
  }
  const asDecided = (target: Target, kind?: SessionKind): Asks => {
    const [hands, byRule] = [exceptionsOf(target), isByRule(target, kind)]
    return hands.size === 0 ? byRule : (delegate) => hands.get(delegate.id) ?? byRule(delegate)
  }
  const hasRole = (target: Target): Asks => asDecided(target)
  const rolesAt = remembered((sessionId: string) =>
    roles.flatMap((role) => {
      const isGiven = targetsOf.get(role.key)?.some((each) => each.sessionId === sessionId) === true
      return isGiven ? [{ role, has: hasRole({ sessionId, role: role.key }) }] : []
    }),
  )
  return {
    hasRole,
    isByRule,
    ruleOf,
    exceptionsOf,
    rolesOf: (delegate, sessionId) => rolesAt(sessionId).flatMap(({ role, has }) => (has(delegate) ? [role] : [])),
    isAssigned: (target) => ruleBy.has(keyOf(target)) || handsBy.has(keyOf(target)),
    // Whoever has a role in a session comes to it.
    comesTo: ({ id, kind }) =>
      oneOf([asDecided({ sessionId: id, role: '' }, kind), ...rolesAt(id).map(({ has }) => has)]),
  }
}

const oneOf = (asks: readonly Asks[]): Asks => {
  const [only, ...others] = asks
  if (only === undefined) return nobody
  return others.length === 0 ? only : (delegate) => asks.some((each) => each(delegate))
}

const remembered = <T>(find: (key: string) => T): ((key: string) => T) => {
  const kept = new Map<string, T>()
  return (key) => {
    const known = kept.get(key) ?? find(key)
    kept.set(key, known)
    return known
  }
}

const handsByTarget = (exceptions: readonly AssignmentException[]): Map<string, Map<string, boolean>> => {
  const handsBy = new Map<string, Map<string, boolean>>()
  for (const each of exceptions) {
    const hands = handsBy.get(keyOf(each)) ?? new Map<string, boolean>()
    handsBy.set(keyOf(each), hands.set(each.delegateId, each.isIn))
  }
  return handsBy
}

/** The sessions, or the congress as a whole, in which each role is given. */
const targetsByRole = (said: readonly Target[]): Map<string, Target[]> => {
  const targetsOf = new Map<string, Map<string, Target>>()
  for (const { sessionId, role } of said) {
    if (role === '') continue
    const known = targetsOf.get(role) ?? new Map<string, Target>()
    targetsOf.set(role, known.set(sessionId, { sessionId, role }))
  }
  return new Map([...targetsOf].map(([role, targets]) => [role, [...targets.values()]]))
}

/** Whether somebody is counted: on the list, or put in by hand, and not withdrawn. */
const isExpected = ({ standing }: Pick<Assignable, 'standing'>, hand: boolean | undefined): boolean =>
  standing === 'listed' || (standing === 'alternate' && hand === true)

/** The people of a target who are expected, in the order of the list; `kind` of the session that they attend. */
export const peopleOf = <D extends Assignable>(
  delegates: readonly D[],
  assigned: Assigned,
  target: Target,
  kind?: SessionKind,
): D[] => {
  const isAttending = target.role === '' && kind !== undefined
  if (!isAttending && !assigned.isAssigned(target)) return []
  const hands = assigned.exceptionsOf(target)
  const asks = isAttending ? assigned.comesTo({ id: target.sessionId, kind }) : assigned.hasRole(target)
  return delegates.filter((delegate) => isExpected(delegate, hands.get(delegate.id)) && asks(delegate))
}
