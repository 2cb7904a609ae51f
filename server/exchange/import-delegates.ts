import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { placesOfDuties } from '../accounts/listing.ts'
import type { Duty } from '../accounts/schema.ts'
import { findCongress } from '../congresses/queries.ts'
import { listDelegates, listDelegations, type DelegateRecord } from '../delegates/queries.ts'
import { restOfDelegate } from '../delegates/rules.ts'
import { invalid, notFound, refused } from '../errors.ts'
import { foldForSearch } from '../format/search.ts'
import type { ActRows } from '../history/actions.ts'
import { delegationsBy } from '../delegates/store.ts'
import { arrange } from '../lists/rules.ts'
import { newId, type Office } from '../office.ts'
import { knownByName } from '../people/rules.ts'
import { todayOf } from '../road/actions.ts'
import { subtreeOfUnits } from '../units/queries.ts'
import { sheetOf, type Content } from './content.ts'
import { partsIn } from './delegate-fields.ts'
import { congressInHeading } from './delegate-table.ts'
import type { Draft } from './draft.ts'
import { shownHeadings } from './headings.ts'
import type { Plan } from './import-units.ts'
import { findOtherCongress, findPeopleOfNames } from './queries.ts'
import { groupedBy, planDelegates, type KnownPerson, type PlannedDelegate } from './plan-delegates.ts'
import type { ImportPreview } from './schema.ts'

/** Nobody holds a congress of more, and no page shows them. */
export const mostDelegates = 20_000

export interface DelegateImport {
  row: Row<'imports'>
  content: Content
  drafts: Draft[]
  duties: readonly Duty[]
}

export const planDelegateImport = async (
  office: Office,
  read: Reader,
  { row, content, drafts, duties }: DelegateImport,
): Promise<Plan> => {
  const congress = await findCongress(read, content.congressId ?? '')
  // Whoever began this could write in the unit of that day.
  if (!congress || congress.unitId !== row.unitId) throw notFound()
  const other = await noteOfOther(read, congress.id, { content, drafts, duties })
  const standing = await listDelegates(read, congress.id)
  const { planned, others } = await planDelegates(drafts, {
    standing,
    known: await knownElsewhere(read, congress, drafts),
    delegations: (await listDelegations(read, congress.id)).map(({ name }) => name),
    thisYear: Number(todayOf(office, null).slice(0, 4)),
    decided: content.decided,
    decidedAll: content.decidedAll,
  })
  const judged = planned.map((each) => each.judged)
  const added = judged.filter(({ shown }) => shown.state === 'new').length
  if (standing.length + added > mostDelegates) {
    throw refused('delegates-full', 'The list would have more people than it may have.', { limit: mostDelegates })
  }
  const notes = [
    ...other,
    ...(others > 0 && drafts.length > 0 ? [{ code: 'others-stay' as const, details: { count: others } }] : []),
  ]
  return { judged, notes, write: (rows) => writeDelegates(rows, congress, standing, planned) }
}

/** So many names are asked for at once. */
const namesAtOnce = 400

/** People of the names in the file whom the congress's unit or one below it knows, without those on the list. */
const knownElsewhere = async (
  read: Reader,
  { id, unitId }: Row<'congresses'>,
  drafts: readonly Draft[],
): Promise<Map<string, KnownPerson[]>> => {
  const names = [...new Set(drafts.map(({ values }) => foldForSearch(String(values.get('name') ?? ''))))].filter(
    Boolean,
  )
  const below = await subtreeOfUnits(read, [unitId])
  const known = new Map<string, KnownPerson>()
  const here = new Set<string>()
  for (let start = 0; start < names.length; start += namesAtOnce) {
    const { parts, held } = await findPeopleOfNames(read, names.slice(start, start + namesAtOnce))
    for (const { person, post } of held) known.set(person.id, { person, post, unit: '', congress: '' })
    for (const { person, delegate, title } of parts) {
      if (delegate.congressId === id) here.add(person.id)
      else known.set(person.id, { person, post: delegate.post, unit: delegate.workplace, congress: title })
    }
    await new Promise(setImmediate)
  }
  const elsewhere = [...known.values()].filter(({ person }) => below.has(person.unitId) && !here.has(person.id))
  return groupedBy(elsewhere, ({ person }) => person.folded)
}

/** Codes that are looked up: those of one congress stand together. */
const codesLookedUp = 50

/** Whether the file was exported from another congress, as the heading of its codes or the codes themselves say. */
const noteOfOther = async (
  read: Reader,
  congressId: string,
  { content, drafts, duties }: Pick<DelegateImport, 'content' | 'drafts' | 'duties'>,
): Promise<ImportPreview['notes']> => {
  const column = content.columns.indexOf('systemCode')
  if (column < 0) return []
  const heading = shownHeadings(sheetOf(content), content.headerRow)[column] ?? ''
  const codes = drafts.slice(0, codesLookedUp).map(({ values }) => String(values.get('systemCode') ?? ''))
  const otherId =
    congressInHeading(heading) ?? (await findOtherCongress(read, congressId, codes.filter(Boolean))) ?? congressId
  if (otherId === congressId) return []
  const other = await findCongress(read, otherId)
  const visible = await placesOfDuties(read, duties, 'viewer')
  const isSeen = other !== undefined && (visible?.has(other.unitId) ?? true)
  return [{ code: 'other-congress', details: { title: isSeen ? other.title : '' } }]
}

/** Only what a row says changes. */
const valuesOf = ({ values }: Draft) => {
  const text = (field: string) => (values.has(field) ? String(values.get(field) ?? '') : undefined)
  const given = <T extends object>(all: T): Partial<T> =>
    Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Partial<T>
  const [name, birth, titles, groups] = ['name', 'birth', 'titles', 'structure'].map(text)
  return {
    person: given({
      name,
      folded: name === undefined ? undefined : foldForSearch(name),
      address: text('address'),
      printedName: text('printedName'),
      sex: values.get('sex'),
      birthYear: birth === undefined ? undefined : Number(birth.slice(0, 4)),
      birthDate: birth === undefined ? undefined : birth.length > 4 ? birth : null,
      phone: text('phone'),
      email: text('email'),
      titles: titles === undefined ? undefined : partsIn(titles),
      education: text('education'),
      field: text('field'),
      isDirectWorker: values.get('isDirectWorker'),
    }) as Partial<Row<'people'>>,
    delegate: given({
      post: text('post'),
      workplace: text('unit'),
      printedPost: text('printedPost'),
      class: values.get('class'),
      groups: groups === undefined ? undefined : partsIn(groups),
      number: text('number'),
      seat: text('seat'),
      door: text('door'),
      introduced: text('introduced'),
      representative: text('representative'),
      link: text('link'),
      note: text('note'),
    }) as Partial<Row<'delegates'>>,
    delegation: text('delegation'),
  }
}

const nothing = {
  ...restOfDelegate(),
  class: null,
  groups: [],
  ...{
    post: '',
    workplace: '',
    number: '',
    seat: '',
    door: '',
    introduced: '',
    representative: '',
    link: '',
    note: '',
  },
}

const writeDelegates = async (
  rows: ActRows,
  { id: congressId, unitId }: Row<'congresses'>,
  standing: readonly DelegateRecord[],
  planned: readonly PlannedDelegate[],
): Promise<void> => {
  const delegationOf = await delegationsBy(rows, congressId)
  const inState = (state: string) => planned.filter(({ judged }) => judged.shown.state === state)
  const added = inState('new')
  const places = arrange([...standing.map(({ delegate }) => delegate.position), ...added.map(() => null)])
  const people: Omit<Row<'people'>, 'version'>[] = []
  const delegates: Omit<Row<'delegates'>, 'version'>[] = []
  for (const [at, { judged, person }] of added.entries()) {
    const values = valuesOf(judged.draft)
    const personId = person?.id ?? newId()
    if (!person) people.push({ ...knownByName(''), ...values.person, id: personId, unitId })
    else await changePerson(rows, person, values.person)
    const delegationId = await delegationOf(values.delegation ?? '')
    const position = places[standing.length + at] ?? 0
    delegates.push({ ...nothing, ...values.delegate, id: newId(), congressId, personId, delegationId, position })
  }
  await rows.createMany('people', people)
  await rows.createMany('delegates', delegates)
  for (const { judged, standing: record } of inState('changed')) {
    if (!record) continue
    const values = valuesOf(judged.draft)
    await changePerson(rows, record.person, values.person)
    const delegation = values.delegation === undefined ? {} : { delegationId: await delegationOf(values.delegation) }
    const change = changesOf(record.delegate, { ...values.delegate, ...delegation })
    if (change) await rows.change('delegates', record.delegate.id, record.delegate.version, change)
  }
}

const changePerson = async (rows: ActRows, person: Row<'people'>, values: Partial<Row<'people'>>): Promise<void> => {
  const change = changesOf(person, values)
  if (change) await rows.change('people', person.id, person.version, change)
}

/** What is not so already; null = nothing. */
const changesOf = <T extends object>(stands: T, values: Partial<T>): Partial<T> | null => {
  const changed = Object.entries(values).filter(
    ([name, value]) => JSON.stringify(stands[name as keyof T]) !== JSON.stringify(value),
  )
  return changed.length > 0 ? (Object.fromEntries(changed) as Partial<T>) : null
}

/** The congress that delegates are imported into. */
export const requireCongress = async (read: Reader, id: string | null): Promise<Row<'congresses'>> => {
  if (id === null) throw invalid([{ field: 'congressId', rule: 'required' }])
  const congress = await findCongress(read, id)
  if (!congress) throw notFound()
  return congress
}
