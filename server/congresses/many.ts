import { applyAcceptances, createRoadIndex, findConflicts } from '../conflicts/rules.ts'
import type { Conflict, ManyAcceptances } from '../conflicts/schema.ts'
import { refused } from '../errors.ts'
import { act, type Done } from '../history/actions.ts'
import { newId, type Office } from '../office.ts'
import { roadPart, todayOf, type RoadFacts } from '../road/actions.ts'
import { visibleRoad } from '../road/rules.ts'
import { changeRow, lowestCommonUnit, subjectIn, requireCongress, splitWhy } from './actions.ts'
import { listStandingReasons } from './queries.ts'
import type { Planner } from './reach.ts'
import { stateOnceDated } from './rules.ts'
import type { CongressState, DatesForMany } from './schema.ts'

/**
 * Accepts warnings of many congresses in one act, all or none: each must still stand open exactly as it was shown to
 * this account. 409 `warnings-changed` names those that do not.
 */
export const acceptMany = (
  office: Office,
  actor: Planner,
  { cycleId, warnings, reason, paperNumber }: ManyAcceptances,
): Promise<Done<{ accepted: number }>> =>
  act(office, actor, { action: 'warnings-accepted', subject: '', unitId: null, cycleId, reason }, async (rows) => {
    const facts = await roadPart(rows.tx, cycleId)
    const open = new Set(openWarnings(office, facts, actor).map(nameOf))
    const wanted = [...new Map(warnings.map((warning) => [nameOf(warning), warning])).values()]
    const changed = wanted.filter((warning) => !open.has(nameOf(warning)))
    if (changed.length > 0) {
      const named = changed.map(({ congressId, key }) => ({ congressId, key }))
      throw refused('warnings-changed', 'Some warnings are no longer what was shown.', { changed: named })
    }
    const given = { reason, paperNumber, accountName: actor.name, at: office.now().toISOString() }
    await rows.createMany(
      'acceptances',
      wanted.map((warning) => ({ id: newId(), ...warning, ...given })),
    )
    const units = new Map(facts.congresses.map(({ id, unitId }) => [id, unitId]))
    const unitIds = new Set(wanted.flatMap(({ congressId }) => units.get(congressId) ?? []))
    rows.say({ subject: subjectIn(facts, unitIds), unitId: lowestCommonUnit(facts, unitIds) })
    return { accepted: wanted.length }
  })

const nameOf = ({ congressId, key, fingerprint }: ManyAcceptances['warnings'][number]): string =>
  JSON.stringify([congressId, key, fingerprint])

/** The warnings that nobody accepted yet, as the account sees them: who sees a part of the road is warned by that part. */
const openWarnings = (office: Office, facts: RoadFacts, { duties }: Planner): Conflict[] => {
  const road = visibleRoad(facts, duties, todayOf(office, facts.cycle.standsOn))
  if (!road) return []
  const { open } = applyAcceptances(findConflicts(createRoadIndex(road)), road.acceptances)
  return open.filter(({ severity }) => severity !== 'impossible')
}

/** Gives many congresses their dates in one act, all or none; what was postponed is back on the road by it, in the state of `stateOnceDated`. */
export const dateMany = (office: Office, actor: Planner, request: DatesForMany): Promise<Done<{ dated: number }>> =>
  act(
    office,
    actor,
    { action: 'congresses-dated', subject: '', unitId: null, reason: request.reason },
    async (rows) => {
      const {
        why,
        values: { congresses },
      } = splitWhy(request)
      let facts: RoadFacts | null = null
      let statesBefore = new Map<string, CongressState | null>()
      const unitIds = new Set<string>()
      for (const { id, version, ...when } of congresses) {
        const before = await requireCongress(rows, id)
        unitIds.add(before.unitId)
        if (facts?.cycle.id !== before.cycleId) {
          facts = await roadPart(rows.tx, before.cycleId)
          const standing = await listStandingReasons(rows.tx, before.cycleId)
          statesBefore = new Map(standing.map(({ congressId, stateBefore }) => [congressId, stateBefore]))
        }
        const isPostponed = before.state === 'postponed'
        const state = isPostponed ? stateOnceDated(statesBefore.get(id) ?? null) : before.state
        const values = { ...when, weekOf: null, state }
        await changeRow(office, actor, rows, facts, before, version, values, why)
      }
      const subject = facts ? subjectIn(facts, unitIds) : ''
      rows.say({ subject, unitId: facts && lowestCommonUnit(facts, unitIds), congressId: null })
      return { dated: congresses.length }
    },
  )
