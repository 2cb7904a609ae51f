import type { Row } from '../../db/rows.ts'
import { createRoadIndex, type RoadIndex } from '../conflicts/rules.ts'
import { lowestCommonUnit } from '../congresses/actions.ts'
import { listCongressesById } from '../congresses/queries.ts'
import { reachOf, type Planner } from '../congresses/reach.ts'
import { invalid, notFound, refused, stale } from '../errors.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { roadPart, todayOf, type RoadFacts } from '../road/actions.ts'
import { findLeave, findPerson } from './queries.ts'
import { holderOn, isLeaveReversed, problemOfReplacement, withPost } from './rules.ts'
import type { Leave, LeaderReplacement, LeaveChange, NewLeave, ReplacementProblem } from './schema.ts'

export const createLeave = (office: Office, actor: Actor, leave: NewLeave): Promise<Done<Leave>> =>
  act(office, actor, { action: 'leave-created', subject: '', unitId: null }, async (rows) => {
    await sayPerson(rows, leave.personId)
    checkLeave(leave)
    return rows.create('leaves', { id: newId(), ...leave })
  })

export const changeLeave = (office: Office, actor: Actor, id: string, change: LeaveChange): Promise<Done<Leave>> => {
  const { version, ...leave } = change
  return act(office, actor, { action: 'leave-changed', subject: '', unitId: null }, async (rows) => {
    if (!(await findLeave(rows.tx, id))) throw notFound()
    await sayPerson(rows, leave.personId)
    checkLeave(leave)
    return rows.change('leaves', id, version, leave)
  })
}

export const deleteLeave = (office: Office, actor: Actor, id: string, version: number): Promise<Done<void>> =>
  act(office, actor, { action: 'leave-deleted', subject: '', unitId: null }, async (rows) => {
    const leave = await findLeave(rows.tx, id)
    if (!leave) throw notFound()
    await sayPerson(rows, leave.personId)
    await rows.remove('leaves', id, version)
  })

const sayPerson = async (rows: ActRows, personId: string): Promise<void> => {
  const person = await findPerson(rows.tx, personId)
  if (!person) throw notFound()
  rows.say({ subject: person.name, unitId: person.unitId })
}

const checkLeave = (leave: NewLeave): void => {
  if (isLeaveReversed(leave)) throw invalid([{ field: 'to', rule: 'reversed' }])
}

/**
 * Another leader attends in the place of one at all congresses named, or at none: who attended is kept. What the new one
 * runs into there is a warning; refused is only what makes no sense, with the congresses at which it does not.
 */
export const replaceLeader = (
  office: Office,
  actor: Planner,
  request: LeaderReplacement,
): Promise<Done<{ replaced: number }>> => {
  const { postId, newPostId, reason } = request
  return act(office, actor, { action: 'leader-replaced', subject: '', unitId: null, reason }, async (rows) => {
    if (postId === newPostId) throw refusedFor('same-leader', [])
    const versions = new Map(request.congresses.map(({ id, version }) => [id, version]))
    const congresses = await listCongressesById(rows.tx, [...versions.keys()])
    const [first] = congresses
    if (!first || congresses.length < versions.size) throw notFound()
    if (congresses.some(({ cycleId }) => cycleId !== first.cycleId)) {
      throw invalid([{ field: 'congresses', rule: 'not-known' }])
    }
    const facts = await roadPart(rows.tx, first.cycleId)
    const today = todayOf(office, facts.cycle.standsOn)
    const index = createRoadIndex({ ...facts, today })
    refuseProblems(index, congresses, request)
    const named = leaderNames(facts, request)
    const kept: Omit<Row<'replacements'>, 'version'>[] = []
    for (const congress of congresses) {
      const version = versions.get(congress.id) ?? 0
      if (congress.version !== version) throw stale(congress)
      const postIds = withPost(congress.postIds, postId, newPostId)
      if (!reachOf(facts, actor.duties, { ...congress, postIds }, congress).posts) {
        throw invalid([{ field: 'newPostId', rule: 'not-known' }])
      }
      await rows.change('congresses', congress.id, version, { postIds })
      const { paperNumber, source } = request
      const why = { reason, paperNumber, source, accountName: actor.name, at: office.now().toISOString() }
      kept.push({ id: newId(), congressId: congress.id, ...named(congress.dateFrom ?? today), ...why })
    }
    await rows.createMany('replacements', kept)
    rows.say({
      subject: `${kept[0]?.postBefore ?? ''} – ${kept[0]?.postAfter ?? ''}`,
      unitId: lowestCommonUnit(facts, new Set(congresses.map(({ unitId }) => unitId))),
      cycleId: first.cycleId,
      congressId: congresses.length === 1 ? first.id : null,
    })
    return { replaced: congresses.length }
  })
}

const refuseProblems = (index: RoadIndex, congresses: Row<'congresses'>[], request: LeaderReplacement): void => {
  for (const { id } of congresses) {
    const problem = problemOfReplacement(index, id, request)
    if (problem === null) continue
    const alike = congresses.filter((each) => problemOfReplacement(index, each.id, request) === problem)
    throw refusedFor(
      problem,
      alike.map((each) => each.id),
    )
  }
}

const refusedFor = (problem: ReplacementProblem, congressIds: string[]) =>
  refused(`leader-${problem}`, 'This leader cannot attend in the place of the other.', { congressIds })

/** How both posts and whoever holds them on a day are called. */
const leaderNames = ({ posts }: RoadFacts, { postId, newPostId }: LeaderReplacement) => {
  const before = posts.find(({ id }) => id === postId)
  const after = posts.find(({ id }) => id === newPostId)
  if (!before || !after) throw invalid([{ field: before ? 'newPostId' : 'postId', rule: 'not-known' }])
  return (date: string) => ({
    postBeforeId: postId,
    postBefore: before.name,
    personBefore: holderOn(before, date),
    postAfterId: newPostId,
    postAfter: after.name,
    personAfter: holderOn(after, date),
  })
}
