import { isDeepStrictEqual } from 'node:util'
import { findCongress } from '../congresses/queries.ts'
import { lowestCommonUnit, subjectIn } from '../congresses/actions.ts'
import { notFound } from '../errors.ts'
import { act, type Done } from '../history/actions.ts'
import type { Actor, Office } from '../office.ts'
import { requirePlace, type ListPlace } from '../unit-lists/actions.ts'
import { refuseClosed } from '../unit-lists/closed.ts'
import { keepForms, newestOf } from './actions.ts'
import { openForms } from './forms-of-cycle.ts'
import * as queries from './queries.ts'
import { targetKey } from './recognise.ts'
import type { FormsIssued, ListFormOrder, OwnForm } from './schema.ts'

const kind = 'delegates'

/** Issues a form for each unit that is to send a list to the congress, filled in with who is on it; one act, one undo. */
export const issueListForms = (
  office: Office,
  actor: Actor,
  congressId: string,
  { unitIds, deadline }: ListFormOrder,
): Promise<Done<FormsIssued>> =>
  act(office, actor, { action: 'forms-issued', subject: '', unitId: null, congressId }, async (rows) => {
    const congress = await findCongress(rows.tx, congressId)
    if (!congress) throw notFound()
    const forms = await openForms(office, rows.tx, congress.cycleId, null)
    const targets = unitIds.map((unitId) => ({ congressId, unitId }))
    if (!targets.every((target) => forms.open.get(kind)?.has(target))) throw notFound()
    const batchId = await keepForms(office, rows, forms, { kind, targets, deadline, issuedBy: actor.name })
    const { facts } = forms.road
    const asked = new Set(unitIds)
    const unitId = lowestCommonUnit(facts, new Set([congress.unitId, ...asked]))
    rows.say({ subject: subjectIn(facts, asked), unitId, cycleId: congress.cycleId })
    return { batchId, count: targets.length }
  })

/** The form that a unit has already, as long as a new one would say the same; null = there is none. */
export const findOwnForm = async (office: Office, place: ListPlace): Promise<OwnForm | null> => {
  const { read } = office.db
  await refuseClosed(read, place)
  const congress = await findCongress(read, place.congressId)
  if (!congress) throw notFound()
  const newest = newestOf(await queries.listForms(read, congress.cycleId)).get(targetKey(kind, place))
  if (newest?.answeredAt !== null) return null
  const { open } = await openForms(office, read, congress.cycleId, null)
  const standing = await open.get(kind)?.standing(place)
  return isDeepStrictEqual(newest.prefilled, standing) ? { id: newest.id } : null
}

/** The form that a unit fills in itself. */
export const issueOwnForm = (office: Office, actor: Actor, place: ListPlace): Promise<Done<OwnForm>> =>
  act(office, actor, { action: 'forms-issued', subject: '', unitId: null }, async (rows) => {
    const { congress, unit } = await requirePlace(rows, place)
    rows.say({ subject: unit.name, congressId: null })
    await refuseClosed(rows.tx, place)
    const forms = await openForms(office, rows.tx, congress.cycleId, null)
    const newest = newestOf(await queries.listForms(rows.tx, congress.cycleId)).get(targetKey(kind, place))
    const { deadline = null } = newest ?? {}
    const batchId = await keepForms(office, rows, forms, { kind, targets: [place], deadline, issuedBy: actor.name })
    const [made] = await queries.listFormsOfBatch(rows.tx, batchId)
    if (!made) throw notFound()
    return { id: made.id }
  })
