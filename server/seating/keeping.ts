import { findCycle } from '../cycles/queries.ts'
import { invalid, notFound, refused, stale } from '../errors.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { about, listedNames, requireCongress } from './actions.ts'
import { showBoard } from './board.ts'
import { findImportance, findStageOrder, listNeeds, listRules } from './queries.ts'
import {
  mostRules,
  type ImportanceChange,
  type NeedChanges,
  type NewSeatingRule,
  type RowsNamed,
  type StageOrderChange,
} from './schema.ts'

/** Keeps what seats are given by of people, in one act. */
export const changeNeeds = (
  office: Office,
  actor: Actor,
  { congressId, planId }: { congressId: string; planId: string },
  { people: changes }: NeedChanges,
): Promise<Done<void>> =>
  act(office, actor, about('seat-needs-changed'), async (rows) => {
    await requireCongress(rows, congressId)
    const { people } = await showBoard(rows.tx, congressId, planId)
    const seen = new Map(people.map((person) => [person.id, person]))
    const kept = new Map((await listNeeds(rows.tx, congressId)).map((each) => [each.delegateId, each]))
    for (const [at, { delegateId, version, ...values }] of changes.entries()) {
      const person = seen.get(delegateId)
      const isCompanionFaulty =
        values.companionOf !== undefined &&
        values.companionOf !== null &&
        (values.companionOf === delegateId || !seen.has(values.companionOf))
      if (!person) throw invalid([{ field: `people.${String(at)}.delegateId`, rule: 'not-known' }])
      if (isCompanionFaulty) throw invalid([{ field: `people.${String(at)}.companionOf`, rule: 'not-known' }])
      const { needsWheelchair: isHelped, companionOf: helped, ...told } = { ...person, ...values }
      if (isHelped && helped !== null) {
        throw refused('helper-in-wheelchair', 'Somebody in a wheelchair accompanies nobody.', { name: told.name })
      }
      const own = kept.get(delegateId)
      if ((own?.version ?? 0) !== version) throw stale(own ?? null)
      if (own) await rows.change('seatNeeds', own.id, version, values)
      else {
        const { rank, needsStepFree, needsWheelchair, companionOf } = { ...person, ...values }
        const all = { rank, needsStepFree, needsWheelchair, companionOf }
        await rows.create('seatNeeds', { id: newId(), congressId, delegateId, ...all })
      }
    }
    const [only, ...others] = changes
    if (others.length === 0) rows.say({ subject: seen.get(only?.delegateId ?? '')?.name ?? '' })
  })

export const addRule = (
  office: Office,
  actor: Actor,
  congressId: string,
  { kind, delegateIds }: NewSeatingRule,
): Promise<Done<{ id: string }>> =>
  act(office, actor, about('seat-rule-added'), async (rows) => {
    await requireCongress(rows, congressId)
    if ((await listRules(rows.tx, congressId)).length >= mostRules) {
      throw refused('seat-rules-full', 'The congress has as many requests as it may have.')
    }
    await requireListed(rows, congressId, delegateIds, 'delegateIds')
    const { id } = await rows.create('seatRules', { id: newId(), congressId, kind, delegateIds })
    return { id }
  })

export const removeRules = (
  office: Office,
  actor: Actor,
  congressId: string,
  { rows: gone }: RowsNamed,
): Promise<Done<void>> =>
  act(office, actor, about('seat-rules-removed'), async (rows) => {
    await requireCongress(rows, congressId)
    const standing = new Set((await listRules(rows.tx, congressId)).map(({ id }) => id))
    if (gone.some(({ id }) => !standing.has(id))) throw stale(null)
    await rows.removeMany('seatRules', gone)
  })

/** Keeps who goes on stage in which batch, in order; without any, the list of honours says it again. */
export const changeStageOrder = (
  office: Office,
  actor: Actor,
  congressId: string,
  { batches, version }: StageOrderChange,
): Promise<Done<void>> =>
  act(office, actor, about('stage-order-changed'), async (rows) => {
    await requireCongress(rows, congressId)
    const ids = batches.flat()
    if (new Set(ids).size < ids.length) throw invalid([{ field: 'batches', rule: 'twice' }])
    await requireListed(rows, congressId, ids, 'batches')
    const kept = await findStageOrder(rows.tx, congressId)
    if ((kept?.version ?? 0) !== version) throw stale(kept ?? null)
    if (kept && batches.length === 0) await rows.remove('stageOrders', kept.id, version)
    else if (kept) await rows.change('stageOrders', kept.id, version, { batches })
    else if (batches.length > 0) await rows.create('stageOrders', { id: newId(), congressId, batches })
  })

/** Keeps for a road how important each wish is. */
export const changeImportance = (
  office: Office,
  actor: Actor,
  cycleId: string,
  { importance, version }: ImportanceChange,
): Promise<Done<void>> =>
  act(office, actor, about('seat-importance-changed'), async (rows) => {
    const cycle = await findCycle(rows.tx, cycleId)
    if (!cycle) throw notFound()
    rows.say({ subject: cycle.name, unitId: cycle.unitId, cycleId })
    const kept = await findImportance(rows.tx, cycleId)
    if ((kept?.version ?? 0) !== version) throw stale(kept ?? null)
    if (kept) await rows.change('seatImportances', kept.id, version, { importance })
    else await rows.create('seatImportances', { id: newId(), cycleId, importance })
  })

const requireListed = async (
  rows: ActRows,
  congressId: string,
  ids: readonly string[],
  field: string,
): Promise<void> => {
  const names = await listedNames(rows, congressId)
  if (ids.some((id) => !names.has(id))) throw invalid([{ field, rule: 'not-known' }])
}
