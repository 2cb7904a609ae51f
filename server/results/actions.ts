import type { Row } from '../../db/rows.ts'
import { requireCongress, writeChange } from '../congresses/actions.ts'
import { findCongress } from '../congresses/queries.ts'
import { findCycle } from '../cycles/queries.ts'
import { inUse, invalid, notFound, refused, stale } from '../errors.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { todayOf } from '../road/actions.ts'
import { findResult, listResults } from './queries.ts'
import { checkResult, honourKindsOf, stateAfterClosing } from './rules.ts'
import type { Closed, HonourKinds, ResultChange, ResultValues } from './schema.ts'

/** What closing a congress starts from: the rows as they stand, and the versions that whoever closes it has seen. */
export interface ToClose {
  cycle: Row<'cycles'>
  congress: Row<'congresses'>
  congressVersion: number
  /** Undefined = nothing was recorded yet. */
  result: Row<'results'> | undefined
  /** 0 = nothing was recorded yet. */
  resultVersion: number
}

/** Closes a congress, or corrects what was recorded: date, state and result in one act. */
export const closeCongress = (
  office: Office,
  actor: Actor,
  id: string,
  change: ResultChange,
): Promise<Done<Closed>> => {
  const { version, congressVersion, ...values } = change
  const about = { action: 'congress-closed', subject: '', unitId: null, congressId: id }
  return act(office, actor, about, async (rows) => {
    const congress = await requireCongress(rows, id)
    const cycle = await findCycle(rows.tx, congress.cycleId)
    if (!cycle) throw notFound()
    const result = await findResult(rows.tx, id)
    return closeRow(office, actor, rows, { cycle, congress, congressVersion, result, resultVersion: version }, values)
  })
}

/**
 * Closes one congress inside a given act: moves it to the days on which it was held, passes it to `held`, or to
 * `reported` once its report has a number, and keeps its result. That it was held on a day on which nothing may be
 * held is a fact and no plan: it is written down. Throws 400 for faults of fields, 409 for a state or day that cannot
 * be, and `StaleRow` where somebody was faster.
 */
export const closeRow = async (
  office: Office,
  actor: Actor,
  rows: ActRows,
  { cycle, congress, congressVersion, result, resultVersion }: ToClose,
  values: ResultValues,
): Promise<Closed> => {
  const today = todayOf(office, cycle.standsOn)
  const { faults, problem } = checkResult(congress, values, { kinds: honourKindsOf(cycle), today })
  if (faults.length > 0) throw invalid(faults)
  if (problem) throw refused(problem, 'The congress cannot be closed so.', { state: congress.state })
  if ((result?.version ?? 0) !== resultVersion) throw stale(result ?? null)
  const { heldFrom, heldTo, ...kept } = values
  const after = await writeChange(office, actor, rows, {
    before: congress,
    version: congressVersion,
    values: {
      dateFrom: heldFrom,
      dateTo: heldTo,
      weekOf: null,
      state: stateAfterClosing(congress.state, result ?? null, values),
    },
    why: { reason: '', paperNumber: values.reportNumber, sourceKind: values.sourceKind, source: values.source },
  })
  const saved = result
    ? await rows.change('results', result.id, resultVersion, kept)
    : await rows.create('results', { id: newId(), congressId: congress.id, ...kept })
  return { congress: after, result: saved }
}

/** Replaces the kinds that a cycle counts honours by. A kind that results name stays. */
export const changeHonourKinds = (
  office: Office,
  actor: Actor,
  cycleId: string,
  { kinds, version }: HonourKinds,
): Promise<Done<HonourKinds>> =>
  act(office, actor, { action: 'honour-kinds-changed', subject: '', unitId: null, cycleId }, async (rows) => {
    const cycle = await findCycle(rows.tx, cycleId)
    if (!cycle) throw notFound()
    rows.say({ subject: cycle.name, unitId: cycle.unitId })
    const keys = new Set(kinds.map(({ key }) => key))
    if (keys.size < kinds.length) throw invalid([{ field: 'kinds', rule: 'twice' }])
    const named = (await listResults(rows.tx, cycleId)).find(({ honours }) =>
      honours.some(({ kind }) => !keys.has(kind)),
    )
    if (named) {
      const congress = await findCongress(rows.tx, named.congressId)
      throw inUse([{ kind: 'congress', name: congress?.title ?? '' }])
    }
    const after = await rows.change('cycles', cycleId, version, { honourKinds: kinds })
    return { kinds, version: after.version }
  })
