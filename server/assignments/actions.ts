import type { Row } from '../../db/rows.ts'
import { findCongress } from '../congresses/queries.ts'
import { listDelegations } from '../delegates/queries.ts'
import { delegateClasses } from '../delegates/schema.ts'
import { listGroups } from '../groups/queries.ts'
import { invalid, notFound, refused, stale } from '../errors.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { findSession } from '../programme/queries.ts'
import { showAssignments } from './board.ts'
import { findExceptions, findRolePlan, listAssignable, listExceptions, listRules } from './queries.ts'
import { readAssignments, type Assignable } from './rules.ts'
import { usualRoles } from './rules/usual-roles.ts'
import {
  plainKinds,
  type AssignmentBoard,
  type AssignmentChange,
  type Clause,
  type RolesChange,
  type Target,
} from './schema.ts'

const about = (action: string) => ({ action, subject: '', unitId: null })

/** Says who comes to a session or has a role: by rule, and by hand whatever the rule says; one act. */
export const changeAssignment = (
  office: Office,
  actor: Actor,
  congressId: string,
  { clauses, version, people, ...target }: AssignmentChange,
): Promise<Done<void>> =>
  act(office, actor, about('assignments-changed'), async (rows) => {
    const session = await requireTarget(rows, congressId, target)
    if (clauses !== undefined) await saveRule(rows, congressId, target, { clauses, version })
    if (people.length > 0) await saveHands(rows, congressId, { target, session, people })
  })

/** Keeps the roles of a congress; one that somebody has does not go. */
export const changeRoles = (
  office: Office,
  actor: Actor,
  congressId: string,
  { roles, version }: RolesChange,
): Promise<Done<void>> =>
  act(office, actor, about('roles-changed'), async (rows) => {
    await sayAbout(rows, congressId)
    const standing = await findRolePlan(rows.tx, congressId)
    if ((standing?.version ?? 0) !== version) throw stale(standing ?? null)
    const names = roles.map(({ name }) => name.trim())
    const twice = names.findIndex((name, at) => names.indexOf(name) < at)
    if (twice >= 0) throw invalid([{ field: `roles.${String(twice)}.name`, rule: 'twice' }])
    if (new Set(roles.map(({ key }) => key)).size < roles.length) throw invalid([{ field: 'roles', rule: 'twice' }])
    await refuseHeld(rows, congressId, standing?.roles ?? [...usualRoles], new Set(roles.map(({ key }) => key)))
    if (standing) await rows.change('rolePlans', standing.id, version, { roles })
    else await rows.create('rolePlans', { id: newId(), congressId, roles })
  })

const refuseHeld = async (
  { tx }: ActRows,
  congressId: string,
  standing: readonly { key: string; name: string }[],
  kept: ReadonlySet<string>,
): Promise<void> => {
  const said = [...(await listRules(tx, congressId)), ...(await listExceptions(tx, congressId))]
  const gone = standing.find(({ key }) => !kept.has(key) && said.some(({ role }) => role === key))
  if (gone) throw refused('role-held', 'Somebody has this role.', { name: gone.name })
}

/** The session that is meant, null = the congress as a whole; says what the act is about. */
const requireTarget = async (
  rows: ActRows,
  congressId: string,
  { sessionId, role }: Target,
): Promise<Row<'sessions'> | null> => {
  const session = sessionId === '' ? null : ((await findSession(rows.tx, sessionId)) ?? null)
  if (sessionId !== '' && session?.congressId !== congressId) throw notFound()
  if (sessionId === '' && role === '') throw invalid([{ field: 'role', rule: 'required' }])
  const plan = await findRolePlan(rows.tx, congressId)
  const known = (plan?.roles ?? usualRoles).find(({ key }) => key === role)
  if (role !== '' && !known) throw invalid([{ field: 'role', rule: 'not-known' }])
  await sayAbout(rows, congressId, [known?.name ?? '', session?.title ?? ''])
  return session
}

const sayAbout = async (rows: ActRows, congressId: string, named: readonly string[] = []): Promise<void> => {
  const congress = await findCongress(rows.tx, congressId)
  if (!congress) throw notFound()
  const subject = named.filter(Boolean).join(' – ') || congress.title
  rows.say({ subject, unitId: congress.unitId, cycleId: congress.cycleId, congressId })
}

const saveRule = async (
  rows: ActRows,
  congressId: string,
  target: Target,
  { clauses, version }: { clauses: Clause[] | null; version: number },
): Promise<void> => {
  const standing = (await listRules(rows.tx, congressId)).find(
    ({ sessionId, role }) => sessionId === target.sessionId && role === target.role,
  )
  if ((standing?.version ?? 0) !== version) throw stale(standing ?? null)
  if (clauses === null) {
    if (standing) await rows.remove('assignmentRules', standing.id, version)
    return
  }
  await checkClauses(rows, congressId, target, clauses)
  if (standing) await rows.change('assignmentRules', standing.id, version, { clauses })
  else await rows.create('assignmentRules', { id: newId(), congressId, ...target, clauses })
}

const checkClauses = async (
  { tx }: ActRows,
  congressId: string,
  { role }: Target,
  clauses: readonly Clause[],
): Promise<void> => {
  const delegations = new Set((await listDelegations(tx, congressId)).map(({ id }) => id))
  const groups = new Set((await listGroups(tx, congressId)).map(({ id }) => id))
  const roles = new Set(((await findRolePlan(tx, congressId))?.roles ?? usualRoles).map(({ key }) => key))
  const isKnown = ({ by, value }: Clause): boolean => {
    if (plainKinds.has(by)) return value === ''
    if (by === 'delegation') return delegations.has(value)
    if (by === 'discussion') return groups.has(value)
    if (by === 'class') return delegateClasses.some((each) => each === value)
    // Roles are given by what people are, not by other roles: else each could wait for the other.
    if (by === 'role') return role === '' && roles.has(value)
    return value.trim() !== ''
  }
  const at = clauses.findIndex((clause) => !isKnown(clause))
  if (at >= 0) throw invalid([{ field: `clauses.${String(at)}.value`, rule: 'not-known' }])
}

/** What a hand says is kept only where it is not what the rule says anyway. */
const saveHands = async (
  rows: ActRows,
  congressId: string,
  { target, session, people }: { target: Target; session: Row<'sessions'> | null; people: AssignmentChange['people'] },
): Promise<void> => {
  const wanted = new Map(people.map(({ delegateId, isIn }) => [delegateId, isIn]))
  const known = new Map((await listAssignable(rows.tx, congressId)).map((each) => [each.id, each as Assignable]))
  if ([...wanted.keys()].some((id) => !known.has(id))) throw stale(null)
  const board: AssignmentBoard = await showAssignments(rows.tx, congressId)
  const fits = readAssignments(board).isByRule(target, session?.kind)
  const standing = new Map(
    (await findExceptions(rows.tx, target, [...wanted.keys()])).map((each) => [each.delegateId, each]),
  )
  const gone: { id: string; version: number }[] = []
  const made: Omit<Row<'assignmentExceptions'>, 'version'>[] = []
  for (const [delegateId, isIn] of wanted) {
    const delegate = known.get(delegateId)
    const before = standing.get(delegateId)
    const isException = delegate !== undefined && fits(delegate) !== isIn
    if (before && (!isException || before.isIn !== isIn)) gone.push(before)
    if (isException && before?.isIn !== isIn) made.push({ id: newId(), congressId, ...target, delegateId, isIn })
  }
  await rows.removeMany('assignmentExceptions', gone)
  await rows.createMany('assignmentExceptions', made)
}

/** Takes away all that was said of who comes where at a congress. */
export const removeAssignments = async (rows: ActRows, congressId: string): Promise<void> => {
  await rows.removeMany('assignmentExceptions', await listExceptions(rows.tx, congressId))
  for (const { id, version } of await listRules(rows.tx, congressId)) await rows.remove('assignmentRules', id, version)
  const plan = await findRolePlan(rows.tx, congressId)
  if (plan) await rows.remove('rolePlans', plan.id, plan.version)
}
