import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { placesOfDuties } from '../accounts/listing.ts'
import type { Duty } from '../accounts/schema.ts'
import { findCongress } from '../congresses/queries.ts'
import { listDelegates, listDelegations, type DelegateRecord } from '../delegates/queries.ts'
import { invalid, notFound, refused } from '../errors.ts'
import { foldForSearch } from '../format/search.ts'
import { delegationsBy } from '../delegates/store.ts'
import { arrange } from '../lists/rules.ts'
import type { Office } from '../office.ts'
import { listSensitiveData } from '../people/queries.ts'
import { sensitiveFields } from '../people/schema.ts'
import { todayOf } from '../road/actions.ts'
import { subtreeOfUnits } from '../units/queries.ts'
import type { Asked } from './asked-fields.ts'
import { sheetOf, type Content } from './content.ts'
import type { KeptApart } from './delegate-stands.ts'
import { listInHeading } from './delegate-table.ts'
import type { Draft } from './draft.ts'
import { shownHeadings } from './headings.ts'
import type { Plan } from './import-units.ts'
import { findOtherCongress, findPeopleOfNames } from './queries.ts'
import { groupedBy, planDelegates, type KnownPerson } from './plan-delegates.ts'
import type { ImportPreview } from './schema.ts'
import { inState, writeDelegates } from './write-delegates.ts'

/** The year of a congress; `otherwise` as long as its day is not set. */
export const yearHeld = ({ dateFrom }: Row<'congresses'>, otherwise: number): number =>
  dateFrom === null ? otherwise : Number(dateFrom.slice(0, 4))

/** Nobody holds a congress of more, and no page shows them. */
export const mostDelegates = 20_000

export interface DelegateImport {
  row: Row<'imports'>
  content: Content
  drafts: Draft[]
  duties: readonly Duty[]
  /** What of a delegate is asked. */
  asked: Asked
}

export const planDelegateImport = async (
  office: Office,
  read: Reader,
  { row, content, drafts, duties, asked }: DelegateImport,
): Promise<Plan> => {
  const congress = await findCongress(read, content.congressId ?? '')
  // Whoever began this could write in the unit of that day.
  if (!congress || congress.unitId !== row.unitId) throw notFound()
  const other = await noteOfOther(read, congress.id, { content, drafts, duties })
  const standing = await listDelegates(read, congress.id)
  const known = await knownElsewhere(read, congress, drafts, standing)
  const people = [...standing, ...[...known.values()].flat()].map(({ person }) => person.id)
  const thisYear = Number(todayOf(office, null).slice(0, 4))
  const { planned, others } = await planDelegates(drafts, {
    standing,
    known,
    apart: await apartOf(read, asked, people),
    areDatesAsked: asked.has('birthDate'),
    delegations: (await listDelegations(read, congress.id)).map(({ name }) => name),
    ...{ thisYear, heldIn: yearHeld(congress, thisYear) },
    decided: content.decided,
    decidedAll: content.decidedAll,
  })
  const judged = planned.map((each) => each.judged)
  const added = inState(planned, 'new').length
  if (standing.length + added > mostDelegates) {
    throw refused('delegates-full', 'The list would have more people than it may have.', { limit: mostDelegates })
  }
  const notes = [
    ...other,
    ...(others > 0 && drafts.length > 0 ? [{ code: 'others-stay' as const, details: { count: others } }] : []),
  ]
  return {
    judged,
    notes,
    write: async (rows) => {
      const places = arrange([
        ...standing.map(({ delegate }) => delegate.position),
        ...Array.from({ length: added }, () => null),
      ])
      await writeDelegates(
        rows,
        {
          congressId: congress.id,
          unitId: congress.unitId,
          positions: places.slice(standing.length),
          delegationOf: await delegationsBy(rows, congress.id),
          newcomers: {},
        },
        planned,
      )
    },
  }
}

/** What is kept apart of these people, where it is asked. */
export const apartOf = async (
  read: Reader,
  asked: Asked,
  personIds: readonly string[],
): Promise<Map<string, KeptApart>> =>
  sensitiveFields.some((field) => asked.has(field)) ? listSensitiveData(read, personIds) : new Map()

/** So many names are asked for at once. */
const namesAtOnce = 400

/** People of the names in the file whom the congress's unit or one below it knows, without those on the list. */
const knownElsewhere = async (
  read: Reader,
  { id, unitId }: Row<'congresses'>,
  drafts: readonly Draft[],
  standing: readonly DelegateRecord[],
): Promise<Map<string, KnownPerson[]>> => {
  const names = [...new Set(drafts.map(({ values }) => foldForSearch(String(values.get('name') ?? ''))))].filter(
    Boolean,
  )
  const below = await subtreeOfUnits(read, [unitId])
  const known = new Map<string, KnownPerson>()
  const here = new Set(standing.map(({ person }) => person.id))
  for (let start = 0; start < names.length; start += namesAtOnce) {
    const { parts, held } = await findPeopleOfNames(read, names.slice(start, start + namesAtOnce), id)
    for (const { person, post } of held) known.set(person.id, { person, post, unit: '', congress: '' })
    for (const { person, delegate, title } of parts) {
      known.set(person.id, { person, post: delegate.post, unit: delegate.workplace, congress: title })
    }
    await new Promise(setImmediate)
  }
  const elsewhere = [...known.values()].filter(({ person }) => below.has(person.unitId) && !here.has(person.id))
  return groupedBy(elsewhere, ({ person }) => person.folded)
}

/** Codes that are looked up: those of one congress stand together. */
const codesLookedUp = 50

/** Whether the file was exported from another congress, as the heading of its codes or the codes themselves say. */
export const noteOfOther = async (
  read: Reader,
  congressId: string,
  { content, drafts, duties }: Pick<DelegateImport, 'content' | 'drafts' | 'duties'>,
): Promise<ImportPreview['notes']> => {
  const column = content.columns.indexOf('systemCode')
  if (column < 0) return []
  const heading = shownHeadings(sheetOf(content), content.headerRow)[column] ?? ''
  const codes = drafts.slice(0, codesLookedUp).map(({ values }) => String(values.get('systemCode') ?? ''))
  const otherId =
    listInHeading(heading)?.congressId ??
    (await findOtherCongress(read, congressId, codes.filter(Boolean))) ??
    congressId
  if (otherId === congressId) return []
  const other = await findCongress(read, otherId)
  const visible = await placesOfDuties(read, duties, 'viewer')
  const isSeen = other !== undefined && (visible?.has(other.unitId) ?? true)
  return [{ code: 'other-congress', details: { title: isSeen ? other.title : '' } }]
}

/** The congress that delegates are imported into. */
export const requireCongress = async (read: Reader, id: string | null): Promise<Row<'congresses'>> => {
  if (id === null) throw invalid([{ field: 'congressId', rule: 'required' }])
  const congress = await findCongress(read, id)
  if (!congress) throw notFound()
  return congress
}
