import type { Congress } from '../congresses/schema.ts'
import type { Level } from '../cycles/schema.ts'
import { foldForSearch } from '../format/search.ts'
import { addFault, judge, textOf, type Draft, type Judged } from './draft.ts'
import { congressFields } from './fields.ts'
import { createTakers, mostAlike, type Takers } from './match.ts'
import { namedUnit } from './plan-venues.ts'
import { importFields } from './schema.ts'
import { plainName, type UnitNames } from './unit-names.ts'
import type { Value } from './values.ts'
import type { VenueNames } from './venue-names.ts'

export interface CongressScope {
  names: UnitNames
  venueNames: VenueNames
  levels: readonly Level[]
  /** Congresses of the cycle in the units that the import may touch. */
  congresses: readonly Congress[]
}

/** A row beside the congress that it changes (null = a new one) and all that it says, days completed. */
export interface PlannedCongress {
  draft: Draft
  congress: Congress | null
  values: Partial<Congress>
}

interface Work extends CongressScope {
  byUnit: Map<string, Congress[]>
  takers: Takers
}

/** What the rows mean: a congress is known by its unit and level, and by its title where a unit holds several. */
export const matchCongresses = (drafts: readonly Draft[], scope: CongressScope): PlannedCongress[] => {
  const byUnit = new Map<string, Congress[]>()
  for (const congress of scope.congresses) {
    const kept = byUnit.get(congress.unitId)
    if (kept) kept.push(congress)
    else byUnit.set(congress.unitId, [congress])
  }
  const work: Work = { ...scope, byUnit, takers: createTakers() }
  return drafts.map((draft) => plannedOf(draft, matchOne(work, draft)))
}

/** What a row means whose congress is known. */
export const planKnownCongress = (draft: Draft, congress: Congress, venueNames: VenueNames): PlannedCongress => {
  draft.values.set('unit', congress.unitId)
  draft.values.set('level', congress.levelId)
  if (textOf(draft, 'venue') !== '') resolveVenue(venueNames, draft, congress.unitId, congress)
  return plannedOf(draft, congress)
}

const plannedOf = (draft: Draft, congress: Congress | null): PlannedCongress => {
  checkState(draft, congress)
  checkDays(draft, congress)
  return { draft, congress, values: valuesOf(draft, congress) }
}

const matchOne = (work: Work, draft: Draft): Congress | null => {
  const said = textOf(draft, 'unit')
  if (said === '') addFault(draft, 'unit', 'required')
  const unitId = said === '' ? null : namedUnit(draft, 'unit', said, work.names)
  if (unitId === null) return null
  draft.values.set('unit', unitId)
  const level = levelOf(work, draft, unitId)
  if (!level) return null
  draft.values.set('level', level.id)
  const held = (work.byUnit.get(unitId) ?? []).filter(({ levelId }) => levelId === level.id)
  const congress = held.length > 1 ? oneOf(work, draft, held) : (held[0] ?? null)
  work.takers.take(draft, congress?.id ?? `${unitId} ${level.id} ${held.length > 1 ? titleOf(draft) : ''}`, 'unit')
  resolveHosts(work, draft, unitId)
  if (textOf(draft, 'venue') !== '') resolveVenue(work.venueNames, draft, unitId, congress)
  return congress
}

const titleOf = (draft: Draft) => plainName(String(draft.values.get('title') ?? ''))

/** A unit that holds several congresses of a level tells them apart by their titles; of twins the next is meant. */
const oneOf = (work: Work, draft: Draft, held: readonly Congress[]): Congress | null => {
  const titled = held.slice(0, mostAlike).filter(({ title }) => plainName(title) === titleOf(draft))
  const found = titled.length > 1 ? titled.find(({ id }) => !work.takers.isTaken(id)) : titled[0]
  if (!found) addFault(draft, 'unit', 'several-fit', { count: held.length })
  return found ?? null
}

const levelOf = ({ levels, byUnit }: Work, draft: Draft, unitId: string): Level | null => {
  const said = textOf(draft, 'level')
  if (draft.faults.has('level')) return null
  if (said !== '') {
    const named = levels.filter(({ name, nameEnglish }) => [name, nameEnglish].some((each) => isLike(each, said)))
    if (named.length !== 1) addFault(draft, 'level', 'level-not-known', { value: said })
    return named.length === 1 ? (named[0] ?? null) : null
  }
  const form = String(draft.values.get('form') ?? '')
  const ofForm = levels.filter(({ forms }) => forms.some((each) => isLike(each, form)))
  const held = new Set((byUnit.get(unitId) ?? []).map(({ levelId }) => levelId))
  const ofUnit = levels.filter(({ id }) => held.has(id))
  const [level] = [ofForm, ofUnit, levels].find(({ length }) => length === 1) ?? []
  if (!level) addFault(draft, 'level', 'level-missing')
  return level ?? null
}

const isLike = (a: string, b: string) => a !== '' && foldForSearch(a) === foldForSearch(b)

const resolveVenue = (venueNames: VenueNames, draft: Draft, unitId: string, congress: Congress | null) => {
  const said = textOf(draft, 'venue')
  const found = venueNames.find(said, unitId)
  const standing = found.find((id) => id === congress?.venueId)
  if (found.length === 0) addFault(draft, 'venue', 'venue-not-known', { value: said })
  else if (found.length > 1 && standing === undefined) {
    addFault(draft, 'venue', 'venue-ambiguous', { value: said, count: found.length })
  } else draft.values.set('venue', standing ?? found[0] ?? null)
}

/** Ids of the units named with it, with blanks between them as a cell holds one value; its own unit is none of them. */
const resolveHosts = ({ names }: Work, draft: Draft, unitId: string) => {
  const said = textOf(draft, 'hosts')
  if (said === '') return
  const named = said.split(/[;\n]/u).flatMap((name) => name.trim() || [])
  const found = named.map((name) => namedUnit(draft, 'hosts', name, names))
  const ids = found.filter((id): id is string => id !== null && id !== unitId)
  if (!found.includes(null)) draft.values.set('hosts', [...new Set(ids)].join(' '))
}

/** States change on the page of the congress, with their reasons; a file may only repeat them. */
const checkState = (draft: Draft, congress: Congress | null) => {
  const state = draft.values.get('state')
  if (state === undefined || state === (congress?.state ?? 'planned')) return
  addFault(draft, 'state', 'state-not-imported', { state: congressFields.state.show(state) })
}

/** Checks the days, and says outright what follows from a new first day: the last day, and that no week is meant. */
const checkDays = (draft: Draft, congress: Congress | null) => {
  const { values } = draft
  const { dateFrom, dateTo } = daysOf(values, congress)
  const isLastSaid = values.has('dateTo')
  if (values.has('weekOf') && dateFrom !== null) addFault(draft, 'weekOf', 'week-with-date')
  if (isLastSaid && dateFrom === null) addFault(draft, 'dateTo', 'date-without-first')
  if (dateFrom === null || dateTo === null) return
  if (dateTo < dateFrom) addFault(draft, isLastSaid ? 'dateTo' : 'dateFrom', 'dates-reversed')
  if (!values.has('dateFrom')) return
  if (!isLastSaid && !draft.faults.has('dateTo')) values.set('dateTo', dateTo)
  if (congress && congress.weekOf !== null && !values.has('weekOf')) values.set('weekOf', null)
}

type Days = Pick<Congress, 'dateFrom' | 'dateTo'>

/** A new first day alone is a congress of one day. */
const daysOf = (values: Draft['values'], congress: Congress | null): Days => {
  const first = values.get('dateFrom') ?? congress?.dateFrom ?? null
  const isAsBefore = first !== null && first === congress?.dateFrom
  const last = values.get('dateTo') ?? (isAsBefore ? congress.dateTo : first)
  return { dateFrom: first as Days['dateFrom'], dateTo: last as Days['dateTo'] }
}

const valuesOf = ({ values }: Draft, congress: Congress | null): Partial<Congress> => {
  const { unit, level, venue, hosts, state: _state, dateFrom, dateTo, ...plain } = Object.fromEntries(values)
  const isDated = dateFrom !== undefined || dateTo !== undefined
  return {
    ...plain,
    ...(typeof unit === 'string' ? { unitId: unit } : {}),
    ...(typeof level === 'string' ? { levelId: level } : {}),
    ...(typeof venue === 'string' ? { venueId: venue } : {}),
    ...(typeof hosts === 'string' ? { hostUnitIds: hosts.split(' ').filter(Boolean) } : {}),
    ...(isDated ? daysOf(values, congress) : {}),
  }
}

/** Shows the rows beside the congresses as they stand. */
export const judgeCongresses = (planned: readonly PlannedCongress[], { names, venueNames, levels }: CongressScope) =>
  planned.map(({ draft, congress }): Judged => {
    const stands = {
      ...congress,
      unit: congress?.unitId,
      level: congress?.levelId,
      venue: congress?.venueId,
      hosts: congress?.hostUnitIds.join(' '),
    }
    const unitId = String(draft.values.get('unit') ?? '')
    const show = (field: string, value: Value): string => {
      if (field === 'unit') return names.label(String(value))
      if (field === 'hosts')
        return String(value ?? '')
          .split(' ')
          .map(names.label)
          .filter(Boolean)
          .join('; ')
      if (field === 'venue') return typeof value === 'string' ? venueNames.label(value, unitId) : ''
      if (field === 'level') return levels.find(({ id }) => id === value)?.name ?? ''
      return congressFields[field as keyof typeof congressFields].show(value)
    }
    return judge(draft, importFields.congresses, { id: congress?.id ?? null, stands }, show)
  })
