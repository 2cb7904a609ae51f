import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { placesOfDuties } from '../accounts/listing.ts'
import { findCongress } from '../congresses/queries.ts'
import {
  countAllDelegates,
  findDelegates,
  lastPosition,
  listDelegations,
  type DelegateRecord,
} from '../delegates/queries.ts'
import { mostDelegates } from '../delegates/schema.ts'
import { notFound, refused } from '../errors.ts'
import { foldForSearch } from '../format/search.ts'
import type { ActRows } from '../history/actions.ts'
import { arrange } from '../lists/rules.ts'
import type { Office } from '../office.ts'
import { todayOf } from '../road/actions.ts'
import { refuseClosed } from '../unit-lists/closed.ts'
import { requireDelegationOf } from '../unit-lists/entering.ts'
import { both } from '../quotas/rules.ts'
import { findQuotaOfUnit, listMembers } from '../unit-lists/queries.ts'
import { countMembers, excessOf, isDelegationOf } from '../unit-lists/rules.ts'
import { findUnit, listUnits } from '../units/queries.ts'
import { linesOf } from '../road/rules.ts'
import type { Asked } from './asked-fields.ts'
import { sheetOf, type Content } from './content.ts'
import { listInHeading } from './delegate-table.ts'
import { addFault, type Draft, type Judged } from './draft.ts'
import { shownHeadings } from './headings.ts'
import { apartOf, noteOfOther, yearHeld, type DelegateImport } from './import-delegates.ts'
import type { Plan } from './import-units.ts'
import { planDelegates, type PlannedDelegate } from './plan-delegates.ts'
import type { ImportPreview } from './schema.ts'
import { inState, writeDelegates } from './write-delegates.ts'

/** Rows that are to go into the list of one unit, and what a person said of them. */
export interface UnitListRows extends Pick<Content, 'decided' | 'decidedAll'> {
  congressId: string
  unit: Row<'units'>
  drafts: readonly Draft[]
  /** What of a delegate is asked. */
  asked: Asked
}

export interface UnitListPlan {
  judged: Judged[]
  /** People of the list whom no row names; they stay. */
  others: number
  /** Those who are new and of whom no row says as what they come. */
  classless: number
  /** How many would be on the list beyond what the unit was sent, once this is written. */
  excess: number
  write: (rows: ActRows) => Promise<void>
}

/**
 * What rows would do to the list that a unit sends to a congress. Only who is on this very list is taken for known;
 * whoever is of another delegation or unit is refused.
 */
export const planUnitList = async (
  office: Office,
  read: Reader,
  { congressId, unit, drafts, asked, decided, decidedAll }: UnitListRows,
): Promise<UnitListPlan> => {
  const standing = await listMembers(read, congressId, unit)
  await refuseOthers(read, { congressId, unit, drafts }, standing)
  const congress = await findCongress(read, congressId)
  if (!congress) throw notFound()
  const thisYear = Number(todayOf(office, null).slice(0, 4))
  const { planned, others } = await planDelegates(drafts, {
    ...{ standing, decided, decidedAll, delegations: [] },
    known: new Map(),
    apart: await apartOf(
      read,
      asked,
      standing.map(({ person }) => person.id),
    ),
    areDatesAsked: asked.has('birthDate'),
    ...{ thisYear, heldIn: yearHeld(congress, thisYear) },
  })
  const added = inState(planned, 'new')
  if ((await countAllDelegates(read, congressId)) + added.length > mostDelegates) {
    throw refused('delegates-full', 'The list would have more people than it may have.', { limit: mostDelegates })
  }
  return {
    judged: planned.map(({ judged }) => judged),
    others,
    classless: added.filter(({ judged }) => !judged.draft.values.has('class')).length,
    excess: await excessAfter(read, { congressId, unit }, { standing, planned }),
    write: async (rows) => {
      if (added.length + inState(planned, 'changed').length === 0) return
      const { id: delegationId } = await requireDelegationOf(rows, congressId, unit)
      const after = [await lastPosition(rows.tx, congressId), ...added.map(() => null)]
      await writeDelegates(
        rows,
        {
          congressId,
          unitId: unit.id,
          positions: arrange(after).slice(1),
          delegationOf: () => Promise.resolve(delegationId),
          newcomers: { class: 'official', sendingUnitId: unit.id },
        },
        planned,
      )
    },
  }
}

const excessAfter = async (
  read: Reader,
  { congressId, unit }: Pick<UnitListRows, 'congressId' | 'unit'>,
  { standing, planned }: { standing: readonly DelegateRecord[]; planned: readonly PlannedDelegate[] },
): Promise<number> => {
  const written = [...inState(planned, 'new'), ...inState(planned, 'changed')]
  const quota = await findQuotaOfUnit(read, congressId, unit.id)
  if (quota?.sentAt == null || written.length === 0) return 0
  type Coming = Pick<Row<'delegates'>, 'class' | 'standing'>
  const after = new Map<string, Coming>(standing.map(({ delegate }) => [delegate.id, delegate]))
  for (const { judged, standing: record } of written) {
    const { values } = judged.draft
    const before = record?.delegate ?? { class: 'official' as const, standing: 'listed' as const }
    after.set(record?.delegate.id ?? `row ${String(judged.draft.row)}`, {
      class: (values.get('class') as Coming['class'] | undefined) ?? before.class,
      standing: (values.get('standing') as Coming['standing'] | undefined) ?? before.standing,
    })
  }
  const allowed = { official: quota.sentOfficial ?? 0, guests: quota.sentGuests ?? 0 }
  return both(excessOf(allowed, countMembers([...after.values()]).entered))
}

/** Notes who is of another delegation, unit or list; of the own delegation nothing needs to be said. */
const refuseOthers = async (
  read: Reader,
  { congressId, unit, drafts }: Pick<UnitListRows, 'congressId' | 'unit' | 'drafts'>,
  standing: readonly DelegateRecord[],
): Promise<void> => {
  const delegations = (await listDelegations(read, congressId)).filter((each) => isDelegationOf(each, unit))
  const own = new Set([unit.name, ...delegations.map(({ name }) => name)].map(foldForSearch))
  const isOtherUnit = await otherUnitsThan(read, unit)
  const workplaces = new Set(standing.map(({ delegate }) => foldForSearch(delegate.workplace)))
  const elsewhere = await codesElsewhere(read, congressId, { drafts, standing })
  for (const draft of drafts) {
    const said = (field: string) => foldForSearch(String(draft.values.get(field) ?? ''))
    const refuse = (field: string) =>
      addFault(draft, field, 'of-other-unit', { value: draft.cells.get(field)?.text ?? '', unit: unit.name })
    if (own.has(said('delegation'))) draft.cells.delete('delegation')
    else if (said('delegation') !== '') refuse('delegation')
    draft.values.delete('delegation')
    if (isOtherUnit(said('unit')) && !workplaces.has(said('unit'))) refuse('unit')
    if (elsewhere.has(String(draft.values.get('systemCode') ?? ''))) addFault(draft, 'name', 'on-other-list')
  }
}

/** Whether a folded name is that of a unit which is neither this one, nor above or below it. */
const otherUnitsThan = async (read: Reader, { id }: Pick<Row<'units'>, 'id'>): Promise<(folded: string) => boolean> => {
  const units = await listUnits(read)
  const lineOf = linesOf(units)
  const isNear = (each: string) => lineOf(each).includes(id) || lineOf(id).includes(each)
  const near = new Set(units.filter((each) => isNear(each.id)).map(({ folded }) => folded))
  const others = new Set(units.map(({ folded }) => folded))
  return (folded) => folded !== '' && others.has(folded) && !near.has(folded)
}

/** Codes of the rows that are those of delegates of this congress, on no list of this unit. */
const codesElsewhere = async (
  read: Reader,
  congressId: string,
  { drafts, standing }: { drafts: readonly Draft[]; standing: readonly DelegateRecord[] },
): Promise<Set<string>> => {
  const own = new Set(standing.map(({ delegate }) => delegate.id))
  const codes = new Set(drafts.map(({ values }) => String(values.get('systemCode') ?? '')))
  const foreign = [...codes].filter((code) => code !== '' && !own.has(code))
  return new Set((await findDelegates(read, congressId, foreign)).map(({ delegate }) => delegate.id))
}

export const planUnitListImport = async (
  office: Office,
  read: Reader,
  { row, content, drafts, duties, asked }: DelegateImport,
): Promise<Plan> => {
  const { sendingUnitId, decided, decidedAll } = content
  const congress = await findCongress(read, content.congressId ?? '')
  const unit = await findUnit(read, sendingUnitId ?? '')
  if (!congress || !unit || unit.id !== row.unitId) throw notFound()
  await refuseClosed(read, { congressId: congress.id, unitId: unit.id })
  const other = await noteOfOther(read, congress.id, { content, drafts, duties })
  const { judged, others, classless, excess, write } = await planUnitList(office, read, {
    ...{ congressId: congress.id, unit, drafts, asked, decided, decidedAll },
  })
  const counted = (code: 'others-stay' | 'class-official' | 'over-quota', count: number) =>
    count > 0 && drafts.length > 0 ? [{ code, details: { count } }] : []
  const notes = [
    ...other,
    ...(other.length > 0 ? [] : await noteOfOtherUnit(read, unit.id, { content, duties })),
    ...counted('others-stay', others),
    ...counted('class-official', classless),
    ...counted('over-quota', excess),
  ]
  return { judged, notes, write }
}

/** Whether the file was made for the list of another unit, as the heading of its codes says. */
const noteOfOtherUnit = async (
  read: Reader,
  unitId: string,
  { content, duties }: Pick<DelegateImport, 'content' | 'duties'>,
): Promise<ImportPreview['notes']> => {
  const column = content.columns.indexOf('systemCode')
  const heading = shownHeadings(sheetOf(content), content.headerRow)[column] ?? ''
  const otherId = listInHeading(heading)?.unitId ?? null
  if (otherId === null || otherId === unitId) return []
  const visible = await placesOfDuties(read, duties, 'viewer')
  const other = (visible?.has(otherId) ?? true) ? await findUnit(read, otherId) : undefined
  return [{ code: 'other-unit', details: { unit: other?.name ?? '' } }]
}
