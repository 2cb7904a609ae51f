import type { Venue } from '../venues/schema.ts'
import { addFault, judge, textOf, type Draft, type Judged } from './draft.ts'
import { venueFields } from './fields.ts'
import { createTakers, matchName } from './match.ts'
import type { UnitScope } from './plan-units.ts'
import { importFields } from './schema.ts'
import { createUnitNames, plainName, type UnitNames } from './unit-names.ts'
import type { Value } from './values.ts'

/** What the rows would do to the venues: matched by name within the unit that keeps them. */
export const planVenues = (drafts: readonly Draft[], venues: readonly Venue[], scope: UnitScope): Judged[] => {
  const names = createUnitNames(scope.units)
  const takers = createTakers()
  const byUnit = venuesByUnit(venues)
  const writtenNames = new Set(drafts.map((draft) => plainName(nameOf(draft))))
  return drafts.map((draft) => {
    const name = nameOf(draft)
    if (name === '') addFault(draft, 'name', 'required')
    const unitId = unitOf(draft, names, venues, scope)
    let venue: Venue | null = null
    if (unitId !== null) {
      draft.values.set('unit', unitId)
      const near = { nameOf: (each: Venue) => each.name, isFitting: () => true, writtenNames, takers }
      venue = matchName(draft, 'name', name, { ...near, records: byUnit.get(unitId) ?? [] })
      takers.take(draft, venue?.id ?? `${unitId} ${plainName(name)}`, 'name')
    }
    const stands = { ...venue, unit: venue?.unitId }
    return judge(draft, importFields.venues, { id: venue?.id ?? null, stands }, (field, value) =>
      show(names, field, value),
    )
  })
}

const nameOf = (draft: Draft) => String(draft.values.get('name') ?? '')

const venuesByUnit = (venues: readonly Venue[]) => {
  const byUnit = new Map<string, Venue[]>()
  for (const venue of venues) {
    const kept = byUnit.get(venue.unitId)
    if (kept) kept.push(venue)
    else byUnit.set(venue.unitId, [venue])
  }
  return byUnit
}

/** The unit that the row names; of a venue whose name is the only one, its own; else the one imported under. */
const unitOf = (draft: Draft, names: UnitNames, venues: readonly Venue[], { rootId }: UnitScope): string | null => {
  const said = textOf(draft, 'unit')
  if (draft.faults.has('unit')) return null
  if (said !== '') return namedUnit(draft, 'unit', said, names)
  const named = venues.filter(({ name }) => plainName(name) === plainName(nameOf(draft)))
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
