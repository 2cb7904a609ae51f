import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { findCongress } from '../congresses/queries.ts'
import { findCycle } from '../cycles/queries.ts'
import type { DelegateRecord } from '../delegates/queries.ts'
import { invalid, notFound, refused, stale } from '../errors.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { findQuotaPlan } from '../quotas/queries.ts'
import { both } from '../quotas/rules.ts'
import { momentOf } from '../road/actions.ts'
import { findUnit } from '../units/queries.ts'
import { findList, findQuotaOfUnit, listMembers } from './queries.ts'
import { closed } from './closed.ts'
import { aboveMaximum, countMembers, excessOf, isOpen, isSent, nothingSent } from './rules.ts'
import type { ApprovalPaper, CorrectionRequest, ListMember, ReturnRemark, Submission } from './schema.ts'
import { memberNow } from './members.ts'
import { showUnitLists, standingOf } from './show.ts'

/** A unit's list at a congress. */
export interface ListPlace {
  congressId: string
  unitId: string
}

/** Sends the unit's list to the congress. More than the quota needs a reason; more than the congress has is refused. */
export const submitList = (
  office: Office,
  actor: Actor,
  place: ListPlace,
  { excessReason, version }: Submission,
): Promise<Done<void>> =>
  act(office, actor, about('unit-list-submitted'), async (rows) => {
    const { congress, unit } = await requirePlace(rows, place)
    const list = await requireVersion(rows.tx, place, version)
    if (list && !isOpen(list.state)) throw closed(list)
    const members = await listMembers(rows.tx, place.congressId, unit)
    const { entered, alternates } = countMembers(members.map(({ delegate }) => delegate))
    if (both(entered) + alternates === 0) throw refused('unit-list-empty', 'Nobody is on the list.')
    const reason = await excessReasonOf(rows.tx, place, entered, excessReason)
    const submitted = {
      ...nothingSent,
      state: 'submitted' as const,
      excessReason: reason,
      members: members.map(memberKept),
      submittedAt: await momentAt(office, rows.tx, congress),
      submittedBy: actor.name,
      // Whoever decides looks first at those whom the last remark was about.
      remarkedIds: list?.remarkedIds ?? [],
    }
    if (list) await rows.change('delegateLists', list.id, list.version, submitted)
    else {
      const { congressId, unitId: sendingUnitId } = place
      await rows.create('delegateLists', { id: newId(), congressId, sendingUnitId, ...submitted })
    }
  })

/** '' where the quota is kept. */
const excessReasonOf = async (
  read: Reader,
  { congressId, unitId }: ListPlace,
  entered: { official: number; guests: number },
  reason: string,
): Promise<string> => {
  const quota = await findQuotaOfUnit(read, congressId, unitId)
  const allowed = { official: quota?.sentOfficial ?? 0, guests: quota?.sentGuests ?? 0 }
  if (!quota || both(excessOf(allowed, entered)) === 0) return ''
  const { lists } = await showUnitLists(read, congressId)
  const planned = lists.map((each) => ({ ...each.allowed, ...each, isSent: isSent(each.state) }))
  const own = { ...allowed, entered, isSent: true }
  const others = planned.filter(({ sendingUnitId }) => sendingUnitId !== unitId)
  const maximum = (await findQuotaPlan(read, congressId))?.maximum ?? null
  const tooMany = aboveMaximum(own, others, maximum)
  if (tooMany > 0) throw refused('unit-list-above-maximum', 'The congress has no place for so many.', { tooMany })
  if (reason.trim() === '') throw invalid([{ field: 'excessReason', rule: 'required' }])
  return reason.trim()
}

/** Asks the congress to give the list back; the list stays as it was sent until it does. */
export const requestCorrection = (
  office: Office,
  actor: Actor,
  place: ListPlace,
  { reason, version }: CorrectionRequest,
): Promise<Done<void>> =>
  act(office, actor, { ...about('unit-list-correction-requested'), reason }, async (rows) => {
    await requirePlace(rows, place)
    const list = await requireVersion(rows.tx, place, version)
    if (!list || isOpen(list.state)) throw refused('unit-list-open', 'The unit may change its list by itself.')
    await rows.change('delegateLists', list.id, list.version, { correctionReason: reason.trim() })
  })

/** Approves what the unit submitted; number and date of the paper may come later. */
export const approveList = (
  office: Office,
  actor: Actor,
  place: ListPlace,
  { paperNumber, paperDate, version }: ApprovalPaper,
): Promise<Done<void>> =>
  act(office, actor, about('unit-list-approved'), async (rows) => {
    const { congress, unit } = await requirePlace(rows, place)
    const list = await requireSubmitted(rows.tx, place, version, ['submitted'])
    const approvedMembers = (await listMembers(rows.tx, place.congressId, unit)).map(memberKept)
    await rows.change('delegateLists', list.id, list.version, {
      ...{
        state: 'approved',
        correctionReason: '',
        remark: '',
        remarkedIds: [],
        approvedMembers,
        paperNumber,
        paperDate,
      },
      ...{ decidedAt: await momentAt(office, rows.tx, congress), decidedBy: actor.name },
    })
  })

/** Gives a list back with what is to be mended; an approved one too. */
export const returnList = (
  office: Office,
  actor: Actor,
  place: ListPlace,
  { remark, remarkedIds = [], version }: ReturnRemark,
): Promise<Done<void>> =>
  act(office, actor, { ...about('unit-list-returned'), reason: remark }, async (rows) => {
    const { congress, unit } = await requirePlace(rows, place)
    const list = await requireSubmitted(rows.tx, place, version, ['submitted', 'approved'])
    const members = new Set((await listMembers(rows.tx, place.congressId, unit)).map(({ delegate }) => delegate.id))
    if (!remarkedIds.every((id) => members.has(id))) throw invalid([{ field: 'remarkedIds', rule: 'not-a-choice' }])
    await rows.change('delegateLists', list.id, list.version, {
      ...{ state: 'returned', correctionReason: '', remark: remark.trim(), remarkedIds, approvedMembers: [] },
      ...{ decidedAt: await momentAt(office, rows.tx, congress), decidedBy: actor.name },
    })
  })

/** Number and date of the paper that approves the list: they come after its signature. */
export const numberApproval = (
  office: Office,
  actor: Actor,
  place: ListPlace,
  { paperNumber, paperDate, version }: ApprovalPaper,
): Promise<Done<void>> =>
  act(office, actor, about('unit-list-paper-changed'), async (rows) => {
    await requirePlace(rows, place)
    const list = await requireVersion(rows.tx, place, version)
    if (list?.state !== 'approved') throw refused('unit-list-not-approved', 'The list is not approved.')
    await rows.change('delegateLists', list.id, list.version, { paperNumber, paperDate })
  })

const memberKept = ({ delegate, person }: DelegateRecord): ListMember => {
  const { replacesId: _replacesId, ...member } = memberNow({ ...delegate, name: person.name })
  return member
}

const about = (action: string) => ({ action, subject: '', unitId: null })

/** Of the example, whose road stands in another year, its own day. */
const momentAt = async (office: Office, read: Reader, { cycleId }: Row<'congresses'>): Promise<string> =>
  momentOf(office, (await findCycle(read, cycleId))?.standsOn ?? null)

/** Says whose list the act is about; it is told where that unit is, so that the unit sees it too. */
export const requirePlace = async (
  rows: ActRows,
  { congressId, unitId }: ListPlace,
): Promise<{ congress: Row<'congresses'>; unit: Row<'units'> }> => {
  const congress = await findCongress(rows.tx, congressId)
  const unit = await findUnit(rows.tx, unitId)
  if (!congress || !unit) throw notFound()
  rows.say({ subject: `${unit.name} – ${congress.title}`, unitId, cycleId: congress.cycleId, congressId })
  return { congress, unit }
}

export const requireVersion = async (
  read: Reader,
  { congressId, unitId }: ListPlace,
  version: number,
): Promise<Row<'delegateLists'> | undefined> => {
  const list = await findList(read, congressId, unitId)
  if ((list?.version ?? 0) !== version) throw stale(standingOf(list))
  return list
}

/** Whoever decides second is told what the first did. */
const requireSubmitted = async (
  read: Reader,
  place: ListPlace,
  version: number,
  states: readonly string[],
): Promise<Row<'delegateLists'>> => {
  const list = await findList(read, place.congressId, place.unitId)
  if (!list) throw refused('unit-list-not-submitted', 'The unit has not submitted its list.')
  const { state, decidedBy, decidedAt } = list
  if (list.version !== version && decidedAt !== null) {
    throw refused('unit-list-decided', 'Somebody else decided on the list meanwhile.', { state, decidedBy, decidedAt })
  }
  if (!states.includes(state)) throw refused('unit-list-not-submitted', 'The unit has not submitted its list.')
  if (list.version !== version) throw stale(standingOf(list))
  return list
}
