import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { findCongress } from '../congresses/queries.ts'
import { invalid, notFound, refused, stale } from '../errors.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import { arrange } from '../lists/rules.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { findGone, settleGone } from './gone.ts'
import { findGroupPlan, listCandidates, listGroups, listMembers, listRules } from './queries.ts'
import { mostGroups } from './rules/choices.ts'
import {
  mostRules,
  type GoneFromGroups,
  type GroupBoard,
  type GroupChanges,
  type GroupPlanSetting,
  type MemberChanges,
  type NewGroups,
  type NewRule,
  type RowsNamed,
} from './schema.ts'

/** What stands before anything was said: no groups; official delegates, even by all that is known. */
const untold: GroupPlanSetting = {
  isOn: false,
  classes: ['official'],
  balances: ['delegation', 'sex', 'field'],
  version: 0,
}

export const showGroups = async (read: Reader, congressId: string): Promise<GroupBoard> => {
  const kept = await findGroupPlan(read, congressId)
  const { isOn, classes, balances, version } = kept ?? untold
  const people = await listCandidates(read, congressId, classes)
  const known = new Set(people.map(({ id }) => id))
  return {
    plan: { isOn, classes, balances, version },
    groups: (await listGroups(read, congressId)).map(({ id, name, place, least, most, version: at }) => ({
      ...{ id, name, place, least, most, version: at },
    })),
    members: (await listMembers(read, congressId))
      .filter(({ delegateId }) => known.has(delegateId))
      .map(({ delegateId, groupId, role, isHeld, version: at }) => ({
        ...{ delegateId, groupId, role, isHeld, version: at },
      })),
    rules: (await listRules(read, congressId)).map(({ id, kind, delegateIds, version: at }) => ({
      ...{ id, kind, delegateIds, version: at },
    })),
    people: people.map(({ printedName, name, delegation, ...person }) => ({
      ...person,
      name: printedName || name,
      delegation: delegation ?? '',
    })),
    gone: await findGone(read, congressId, people),
  }
}

/** Switches groups on or off, and keeps for whom they are and by what they are even; nobody loses a place. */
export const saveGroupPlan = (
  office: Office,
  actor: Actor,
  congressId: string,
  { version, ...values }: GroupPlanSetting,
): Promise<Done<void>> =>
  act(office, actor, about('group-plan-changed'), async (rows) => {
    await requireCongress(rows, congressId)
    const kept = await findGroupPlan(rows.tx, congressId)
    if ((kept?.version ?? 0) !== version) throw stale(kept ?? null)
    if (kept) await rows.change('groupPlans', kept.id, version, values)
    else await rows.create('groupPlans', { id: newId(), congressId, ...values })
  })

export const addGroups = (
  office: Office,
  actor: Actor,
  congressId: string,
  { groups }: NewGroups,
): Promise<Done<{ ids: string[] }>> =>
  act(office, actor, about('groups-added'), async (rows) => {
    await requireCongress(rows, congressId)
    const standing = await listGroups(rows.tx, congressId)
    if (standing.length + groups.length > mostGroups) {
      throw refused('list-full', 'The list has as many rows as it may have.', { limit: mostGroups })
    }
    const positions = arrange([...standing.map(({ position }) => position), ...groups.map(() => null)])
    const made = groups.map((group, at) => ({
      ...{ id: newId(), congressId, position: positions[standing.length + at] ?? 0, ...group },
    }))
    checkGroups([...standing, ...made])
    await rows.createMany('discussionGroups', made)
    sayWhom(
      rows,
      made.map(({ name }) => name),
    )
    return { ids: made.map(({ id }) => id) }
  })

/** Changes groups in one act; nothing is changed when one was changed meanwhile. */
export const changeGroups = (
  office: Office,
  actor: Actor,
  congressId: string,
  { rows: changes }: GroupChanges,
): Promise<Done<void>> =>
  act(office, actor, about('groups-changed'), async (rows) => {
    await requireCongress(rows, congressId)
    const standing = await requireGroups(rows, congressId, changes)
    for (const { id, version, ...values } of changes) await rows.change('discussionGroups', id, version, values)
    checkGroups(await listGroups(rows.tx, congressId))
    sayWhom(
      rows,
      standing.map(({ name }) => name),
    )
  })

/** Takes groups away; whoever was in them is in none. */
export const removeGroups = (
  office: Office,
  actor: Actor,
  congressId: string,
  { rows: gone }: RowsNamed,
): Promise<Done<void>> =>
  act(office, actor, about('groups-removed'), async (rows) => {
    await requireCongress(rows, congressId)
    const standing = await requireGroups(rows, congressId, gone)
    const ids = new Set(gone.map(({ id }) => id))
    const members = (await listMembers(rows.tx, congressId)).filter(({ groupId }) => ids.has(groupId))
    await rows.removeMany('groupMembers', members)
    await rows.removeMany('discussionGroups', gone)
    sayWhom(
      rows,
      standing.map(({ name }) => name),
    )
  })

/** Puts people into groups, or into none, gives them a role or holds them there: all in one act. */
export const changeMembers = (
  office: Office,
  actor: Actor,
  congressId: string,
  { members: changes, isPlanned }: MemberChanges,
): Promise<Done<void>> =>
  act(office, actor, about(isPlanned ? 'groups-planned' : 'group-members-changed'), async (rows) => {
    await requireCongress(rows, congressId)
    const groups = new Map((await listGroups(rows.tx, congressId)).map((group) => [group.id, group]))
    const standing = new Map((await listMembers(rows.tx, congressId)).map((member) => [member.delegateId, member]))
    const { people } = await showGroups(rows.tx, congressId)
    const nameOf = new Map(people.map(({ id, name }) => [id, name]))
    const made: Omit<Row<'groupMembers'>, 'version'>[] = []
    const gone: Row<'groupMembers'>[] = []
    for (const [at, { delegateId, groupId, version, ...values }] of changes.entries()) {
      const field = `members.${String(at)}`
      if (!nameOf.has(delegateId)) throw invalid([{ field: `${field}.delegateId`, rule: 'not-known' }])
      if (groupId !== null && !groups.has(groupId)) throw invalid([{ field: `${field}.groupId`, rule: 'not-known' }])
      const member = standing.get(delegateId)
      if ((member?.version ?? 0) !== version) throw stale(member ?? null)
      if (groupId === null) gone.push(...(member ? [member] : []))
      else if (member) await rows.change('groupMembers', member.id, version, { groupId, ...values })
      else made.push({ id: newId(), congressId, groupId, delegateId, ...values })
    }
    await rows.createMany('groupMembers', made)
    await rows.removeMany('groupMembers', gone)
    await checkRoles(rows, congressId, nameOf)
    const names = changes.flatMap(({ delegateId }) => nameOf.get(delegateId) ?? [])
    sayWhom(rows, names)
  })

export const addRule = (
  office: Office,
  actor: Actor,
  congressId: string,
  { kind, delegateIds }: NewRule,
): Promise<Done<{ id: string }>> =>
  act(office, actor, about('group-rule-added'), async (rows) => {
    await requireCongress(rows, congressId)
    if ((await listRules(rows.tx, congressId)).length >= mostRules) {
      throw refused('list-full', 'The list has as many rows as it may have.', { limit: mostRules })
    }
    const names = await namesOf(rows, congressId, delegateIds)
    if (names.length < delegateIds.length) throw invalid([{ field: 'delegateIds', rule: 'not-known' }])
    sayWhom(rows, names)
    const { id } = await rows.create('groupRules', { id: newId(), congressId, kind, delegateIds })
    return { id }
  })

export const removeRules = (
  office: Office,
  actor: Actor,
  congressId: string,
  { rows: gone }: RowsNamed,
): Promise<Done<void>> =>
  act(office, actor, about('group-rules-removed'), async (rows) => {
    await requireCongress(rows, congressId)
    const standing = new Map((await listRules(rows.tx, congressId)).map((rule) => [rule.id, rule]))
    const named = gone.flatMap(({ id }) => standing.get(id)?.delegateIds ?? [])
    if (gone.some(({ id }) => !standing.has(id))) throw stale(null)
    sayWhom(rows, await namesOf(rows, congressId, named))
    await rows.removeMany('groupRules', gone)
  })

/** Settles what still names somebody who is put into no group any more. */
export const settleGoneFromGroups = (
  office: Office,
  actor: Actor,
  congressId: string,
  settled: GoneFromGroups,
): Promise<Done<void>> =>
  act(office, actor, about('group-gone-settled'), async (rows) => {
    await requireCongress(rows, congressId)
    const { gone, people } = await showGroups(rows.tx, congressId)
    await settleGone(rows, congressId, settled, { gone, people })
    const nameOf = new Map([...gone, ...people].map(({ id, name }) => [id, name]))
    const names = [settled.delegateId, settled.toId ?? ''].map((id) => nameOf.get(id) ?? '')
    const subject = names.filter(Boolean).join(' → ')
    if (subject !== '') rows.say({ subject })
  })

/** Takes all that a congress has of groups away. */
export const removeAllGroups = async (rows: ActRows, congressId: string): Promise<void> => {
  await rows.removeMany('groupMembers', await listMembers(rows.tx, congressId))
  await rows.removeMany('groupRules', await listRules(rows.tx, congressId))
  await rows.removeMany('discussionGroups', await listGroups(rows.tx, congressId))
  const plan = await findGroupPlan(rows.tx, congressId)
  if (plan) await rows.remove('groupPlans', plan.id, plan.version)
}

const about = (action: string) => ({ action, subject: '', unitId: null })

const requireCongress = async (rows: ActRows, id: string): Promise<Row<'congresses'>> => {
  const congress = await findCongress(rows.tx, id)
  if (!congress) throw notFound()
  const { title, unitId, cycleId } = congress
  rows.say({ subject: title, unitId, cycleId, congressId: id })
  return congress
}

/** One is named; of several only the congress is told. */
const sayWhom = (rows: ActRows, names: readonly string[]): void => {
  const [only = ''] = names
  if (names.length === 1) rows.say({ subject: only })
}

/** Those named, all of this congress. */
const requireGroups = async (
  rows: ActRows,
  congressId: string,
  named: readonly { id: string }[],
): Promise<Row<'discussionGroups'>[]> => {
  const standing = new Map((await listGroups(rows.tx, congressId)).map((group) => [group.id, group]))
  return named.map(({ id }) => {
    const group = standing.get(id)
    if (!group) throw stale(null)
    return group
  })
}

/** Each has a name of its own and room for as many as it is to have at least. */
const checkGroups = (groups: readonly { name: string; least: number; most: number }[]): void => {
  const names = new Set<string>()
  for (const { name, least, most } of groups) {
    if (least > most) throw refused('group-sizes-crossed', 'The least is above the most.', { name })
    if (names.has(name)) throw refused('group-twice', 'Another group has this name.', { name })
    names.add(name)
  }
}

/** A group is led by one, and one writes for it; whoever withdrew meanwhile gives the role up. */
const checkRoles = async (rows: ActRows, congressId: string, listed: ReadonlyMap<string, unknown>): Promise<void> => {
  const taken = new Set<string>()
  const led = (await listMembers(rows.tx, congressId)).filter(({ role }) => role !== null)
  for (const { id, version, delegateId, groupId, role } of led) {
    const key = `${groupId} ${role ?? ''}`
    if (!listed.has(delegateId)) {
      const isTakenOver = led.some((other) => other.id !== id && `${other.groupId} ${other.role ?? ''}` === key)
      if (isTakenOver) await rows.change('groupMembers', id, version, { role: null })
      continue
    }
    if (taken.has(key)) throw refused('group-role-taken', 'Somebody has this role in the group.', { role })
    taken.add(key)
  }
}

const namesOf = async (rows: ActRows, congressId: string, ids: readonly string[]): Promise<string[]> => {
  const { people } = await showGroups(rows.tx, congressId)
  const nameOf = new Map(people.map(({ id, name }) => [id, name]))
  return ids.flatMap((id) => nameOf.get(id) ?? [])
}
