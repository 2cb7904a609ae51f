import { foldForSearch } from '../format/search.ts'
import type { Venue } from '../venues/schema.ts'
import { addFault, checkPhone, judge, textOf, type Draft, type Judged } from './draft.ts'
import { venueFields } from './fields.ts'
import { writeLayouts } from './layouts.ts'
import { createTakers, matchName } from './match.ts'
import type { UnitScope } from './plan-units.ts'
import { importFields } from './schema.ts'
import { createUnitNames, plainName, type UnitNames } from './unit-names.ts'
import type { Value } from './values.ts'

/** What the rows would do to the venues: matched by name within the unit that keeps them. */
export const planVenues = (drafts: readonly Draft[], venues: readonly Venue[], scope: UnitScope): Judged[] => {
  const names = createUnitNames(scope.units)
  const takers = createTakers()
  const places = indexOf(venues, ({ unitId, name }) => placeOf(unitId, name))
  const byName = indexOf(venues, ({ name }) => plainName(name))
  const writtenNames = new Set(drafts.map((draft) => plainName(nameOf(draft))))
  return drafts.map((draft) => {
    const name = nameOf(draft)
    if (name === '') addFault(draft, 'name', 'required')
    const unitId = unitOf(draft, names, byName.get(plainName(name)) ?? [], scope)
    let venue: Venue | null = null
    if (unitId !== null) {
      draft.values.set('unit', unitId)
      const near = { nameOf: (each: Venue) => each.name, isFitting: () => true, writtenNames, takers }
      venue = matchName(draft, 'name', name, { ...near, records: places.get(placeOf(unitId, name)) ?? [] })
      takers.take(draft, venue?.id ?? `${unitId} ${plainName(name)}`, 'name')
    }
    checkPhone(draft, venue?.contactPhone ?? '')
    const stands = { ...venue, unit: venue?.unitId, layouts: venue && writeLayouts(venue.layouts) }
    return judge(draft, importFields.venues, { id: venue?.id ?? null, stands }, (field, value) =>
      show(names, field, value),
    )
  })
}

const nameOf = (draft: Draft) => String(draft.values.get('name') ?? '')

const placeOf = (unitId: string, name: string) => `${unitId} ${foldForSearch(name)}`

/** Venues by what `keyOf` says of each. */
const indexOf = (venues: readonly Venue[], keyOf: (venue: Venue) => string) => {
  const index = new Map<string, Venue[]>()
  for (const venue of venues) {
    const kept = index.get(keyOf(venue))
    if (kept) kept.push(venue)
    else index.set(keyOf(venue), [venue])
  }
  return index
}

/** The unit that the row names; of a venue whose name is the only one, its own; else the one imported under. */
const unitOf = (draft: Draft, names: UnitNames, named: readonly Venue[], { rootId }: UnitScope): string | null => {
  const said = textOf(draft, 'unit')
  if (draft.faults.has('unit')) return null
  if (said !== '') return namedUnit(draft, 'unit', said, names)
  const unitId = named.length === 1 ? (named[0]?.unitId ?? null) : rootId
  if (unitId === null) addFault(draft, 'unit', 'required')
  return unitId
}

/** The one unit that a cell names; null, with the fault noted, where it is none or several. */
export const namedUnit = (draft: Draft, field: string, said: string, names: UnitNames): string | null => {
  const found = names.find(said)
  if (found.length === 0) addFault(draft, field, 'unit-not-known', { value: said })
  if (found.length > 1) addFault(draft, field, 'unit-ambiguous', { value: said, count: found.length })
  return found.length === 1 ? (found[0] ?? null) : null
}

const show = (names: UnitNames, field: string, value: Value): string =>
  field === 'unit' ? names.label(String(value)) : venueFields[field as keyof typeof venueFields].show(value)
