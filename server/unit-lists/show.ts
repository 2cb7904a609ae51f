import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { placesOfDuties } from '../accounts/listing.ts'
import { mayAt } from '../accounts/rules.ts'
import type { Duty } from '../accounts/schema.ts'
import { findCongress, listCongressesById } from '../congresses/queries.ts'
import { findCycle, listAskedFields } from '../cycles/queries.ts'
import { listDelegations, type DelegateRecord } from '../delegates/queries.ts'
import { shownDelegate, shownDelegation } from '../delegates/rules.ts'
import { englishOfProposed } from '../documents/rules/names.ts'
import { notFound } from '../errors.ts'
import { listFilesOf, listFilesOfCongress } from '../files/queries.ts'
import { listQuotas } from '../quotas/queries.ts'
import { countAim, type Counted } from '../quotas/rules/tally.ts'
import type { Office } from '../office.ts'
import { todayOf } from '../road/actions.ts'
import { linesOf } from '../road/rules.ts'
import { findUnit, lineOfUnit, listUnits } from '../units/queries.ts'
import {
  findList,
  findQuotaOfUnit,
  listDeadlines,
  listLists,
  listMembers,
  listQuotasSent,
  listStillThere,
} from './queries.ts'
import { memberNow, membersByUnit } from './members.ts'
import {
  correctionsOf,
  countApproved,
  countMembers,
  isDelegationOf,
  isOverdue,
  isSent,
  nothingSent,
  type MemberNow,
} from './rules.ts'
import type { Scan, Correction, ListStanding, ListToSend, UnitList, UnitListBoard, UnitListRow } from './schema.ts'

type List = Row<'delegateLists'>

export const standingOf = (list: List | undefined): ListStanding => {
  const { members: _members, approvedMembers: _approved, ...none } = nothingSent
  if (!list) return { listId: null, ...none, version: 0 }
  const { state, excessReason, submittedAt, submittedBy, correctionReason, remark, remarkedIds } = list
  const { decidedAt, decidedBy, paperNumber, paperDate, version } = list
  return {
    ...{ listId: list.id, state, excessReason, submittedAt, submittedBy, correctionReason, remark, remarkedIds },
    ...{ decidedAt, decidedBy, paperNumber, paperDate, version },
  }
}

/** The list of one unit, for itself: nothing of any other unit is in it. */
export const showUnitList = async (
  office: Office,
  place: { congressId: string; unitId: string },
  duties: readonly Duty[],
): Promise<UnitList> => {
  const { read } = office.db
  const { congressId, unitId } = place
  const congress = await findCongress(read, congressId)
  const unit = await findUnit(read, unitId)
  if (!congress || !unit) throw notFound()
  const members = await listMembers(read, congressId, unit)
  const list = await findList(read, congressId, unitId)
  const quota = await findQuotaOfUnit(read, congressId, unitId)
  const { id, title, dateFrom } = congress
  const englishTitle = await englishTitleOf(read, congress)
  const ownLine = await lineOfUnit(read, unitId)
  const today = todayOf(office, (await findCycle(read, congress.cycleId))?.standsOn ?? null)
  const deadline = (await listDeadlines(read, congressId)).get(unitId) ?? null
  const wasSent = quota !== undefined && quota.sentAt !== null
  return {
    ...standingOf(list),
    ...countMembers(members.map(({ delegate }) => delegate)),
    congress: { id, title, englishTitle, dateFrom },
    unit: { id: unit.id, name: unit.name },
    endedOn: unit.validTo,
    deadline,
    isOverdue: isOverdue(deadline, list?.state ?? 'entered', today),
    approved: countApproved(list?.approvedMembers ?? [], members.map(nowOf)),
    scans: list ? (await listFilesOf(read, 'unit-list', list.id)).map(shownScan) : [],
    allowed: wasSent ? { official: quota.sentOfficial ?? 0, guests: quota.sentGuests ?? 0 } : null,
    aims: wasSent ? aimsOf(quota, members, Number((dateFrom ?? today).slice(0, 4))) : [],
    quotaNote: wasSent ? quota.note : '',
    corrections: list ? await corrections(read, list, members) : [],
    delegates: members.map(shownDelegate),
    delegations: (await listDelegations(read, congressId))
      .filter((each) => isDelegationOf(each, unit))
      .map(shownDelegation),
    asked: await listAskedFields(read, congressId),
    may: {
      enter: mayAt(duties, 'secretariat', ownLine),
      submit: mayAt(duties, 'organizer', ownLine),
      decide: mayAt(duties, 'organizer', await lineOfUnit(read, congress.unitId)),
    },
  }
}

const corrections = async (read: Reader, list: List, members: readonly DelegateRecord[]): Promise<Correction[]> => {
  if (!isSent(list.state)) return []
  const now = members.map(nowOf)
  const there = new Set(now.map(({ id }) => id))
  const missing = list.members.flatMap(({ id }) => (there.has(id) ? [] : [id]))
  return correctionsOf(list.members, now, await listStillThere(read, list.congressId, missing))
}

const nowOf = ({ delegate, person }: DelegateRecord): MemberNow => memberNow({ ...delegate, name: person.name })

/** What is counted by sensitive data is told to the congress alone. */
const aimsOf = ({ aims }: Row<'quotas'>, members: readonly DelegateRecord[], year: number): UnitList['aims'] => {
  const people = members
    .filter(({ delegate }) => delegate.standing === 'listed' && delegate.class === 'official')
    .map(({ delegate, person }): Counted => {
      const { sex, birthYear, titles, isDirectWorker } = person
      const { groups } = delegate
      return { quotaId: null, class: 'official', ethnicity: '', sex, birthYear, titles, isDirectWorker, groups }
    })
  return aims.map((aim) => ({
    ...aim,
    have: aim.attribute === 'ethnic-minority' ? null : countAim(aim, people, year),
  }))
}

const shownScan = ({ id, name }: Row<'files'>): Scan => ({ id, name })

/** The lists of all units that have a quota, and of those that sent one without. */
export const showUnitLists = async (read: Reader, congressId: string): Promise<UnitListBoard> => {
  const lists = new Map((await listLists(read, congressId)).map((list) => [list.sendingUnitId, list]))
  const quotas = (await listQuotas(read, congressId)).flatMap(({ quota, unit }) => (unit ? [{ quota, unit }] : []))
  const units = await listUnits(read)
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const covered = new Set(quotas.map(({ unit }) => unit.id))
  const without = [...lists.keys()].flatMap((unitId) => {
    const unit = byId.get(unitId)
    return unit && !covered.has(unitId) ? [{ quota: null, unit }] : []
  })
  const rows = [...quotas, ...without]
  const heldBy = (await findCongress(read, congressId))?.unitId ?? ''
  const lineOf = linesOf(units)
  // Whoever came in the place of another outside the congress's own unit sends nobody to it.
  const successors = units.filter(({ id, predecessorIds }) => predecessorIds.length > 0 && lineOf(id).includes(heldBy))
  const files = lists.size === 0 ? [] : await listFilesOfCongress(read, congressId)
  const deadlines = await listDeadlines(read, congressId)
  const membersOf = await membersByUnit(read, congressId, [
    ...new Map([...rows.map(({ unit }) => unit), ...successors].map((unit) => [unit.id, unit])).values(),
  ])
  const successorsOf = (unitId: string) =>
    successors
      .filter(({ predecessorIds }) => predecessorIds.includes(unitId))
      .map(({ id, name }) => ({ id, name, entered: countMembers(membersOf(id).members).entered }))
  return {
    lists: rows.map(({ quota, unit }): UnitListRow => {
      const { members, elsewhere } = membersOf(unit.id)
      const list = lists.get(unit.id)
      return {
        ...standingOf(list),
        ...countMembers(members),
        ...{ sendingUnitId: unit.id, name: unit.name, block: unit.block, endedOn: unit.validTo },
        successors: successorsOf(unit.id),
        isQuotaSent: quota !== null && quota.sentAt !== null,
        deadline: deadlines.get(unit.id) ?? null,
        allowed: { official: quota?.official ?? 0, guests: quota?.guests ?? 0 },
        approved: countApproved(list?.approvedMembers ?? [], members),
        scans: files.filter(({ ownerId }) => ownerId === list?.id).map(shownScan),
        corrections: list && isSent(list.state) ? correctionsOf(list.members, members, elsewhere).length : 0,
      }
    }),
  }
}

/** The lists that units of an account send to congresses where it has no say. */
export const listListsToSend = async (read: Reader, duties: readonly Duty[]): Promise<ListToSend[]> => {
  const own = await placesOfDuties(read, duties, 'secretariat')
  if (own === null) return []
  const sent = (await listQuotasSent(read)).filter(
    ({ sendingUnitId, heldBy }) => own.has(sendingUnitId) && !own.has(heldBy),
  )
  const congresses = await listCongressesById(read, [...new Set(sent.map(({ congressId }) => congressId))])
  const english = new Map<string, string>()
  for (const congress of congresses) english.set(congress.id, await englishTitleOf(read, congress))
  return sent.map(({ heldBy: _heldBy, state, ...list }) => ({
    ...list,
    englishTitle: english.get(list.congressId) ?? '',
    state: state ?? 'entered',
  }))
}

/** The title in English words where it still reads as the program proposed it; else ''. */
const englishTitleOf = async (read: Reader, congress: Row<'congresses'>): Promise<string> => {
  const unit = await findUnit(read, congress.unitId)
  const cycle = await findCycle(read, congress.cycleId)
  return unit && cycle ? (englishOfProposed(congress, unit, cycle) ?? '') : ''
}
