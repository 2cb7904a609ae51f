import type { Congress } from '../congresses/schema.ts'
import type { Level } from '../cycles/schema.ts'
import type { Unit } from '../units/schema.ts'
import type { Venue } from '../venues/schema.ts'
import { headingOf } from './field-names.ts'
import { assemblyWords, congressFields, halfDayWords, pilotWords } from './fields.ts'
import { writeLayouts } from './layouts.ts'
import { importFields, type ImportKind } from './schema.ts'
import { createUnitNames, type UnitNames } from './unit-names.ts'
import type { VenueNames } from './venue-names.ts'
import type { Written } from './writing/looks.ts'
import type { Table } from './writing/write-workbook.ts'

export const sheetNames: Record<ImportKind, string> = {
  units: 'Đơn vị',
  venues: 'Hội trường',
  congresses: 'Hội nghị, đại hội',
  delegates: 'Đại biểu',
}

/** The empty table of a kind, with the choices of its columns by field. */
export const emptyTable = (kind: ImportKind, choices: Partial<Record<string, readonly string[]>>): Table => {
  const fields: readonly string[] = importFields[kind]
  const found = fields.map((field, column) => [column, choices[field] ?? []] as const)
  return {
    name: sheetNames[kind],
    above: [],
    headings: fields.map((field) => headingOf(kind, field)),
    rows: [],
    choices: new Map(found),
  }
}

const day = (date: string | null): Written => (date === null ? null : { date })
const wordsOf = (words: readonly (readonly [unknown, readonly string[]])[]) => words.map(([, [word = '']]) => word)

/** The units as a table, those above before those below; `names` says of each parent what finds it again. */
export const unitTable = (units: readonly Unit[], names: UnitNames): Table => {
  const known = new Set(units.map(({ id }) => id))
  const labels = units.map(({ id }) => names.label(id))
  const rows = parentsFirst(units).map((unit): Written[] => [
    unit.name,
    unit.code,
    unit.parentId === null ? null : names.label(unit.parentId),
    unit.type,
    unit.block,
    unit.staffNumber,
    unit.contactName,
    unit.contactPhone,
    unit.address,
    day(unit.validFrom),
    day(unit.validTo),
    day(unit.windowFrom),
    day(unit.windowTo),
  ])
  const uppers = units.flatMap(({ parentId }) =>
    parentId !== null && !known.has(parentId) ? [names.label(parentId)] : [],
  )
  return { ...emptyTable('units', { parent: [...new Set([...uppers, ...labels])].filter(Boolean) }), rows }
}

const parentsFirst = (units: readonly Unit[]): Unit[] => {
  const known = new Set(units.map(({ id }) => id))
  const children = new Map<string, Unit[]>()
  for (const unit of units) {
    const parent = unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : ''
    const kept = children.get(parent)
    if (kept) kept.push(unit)
    else children.set(parent, [unit])
  }
  const sorted: Unit[] = []
  const waiting = [...(children.get('') ?? [])].reverse()
  for (let unit = waiting.pop(); unit; unit = waiting.pop()) {
    sorted.push(unit)
    waiting.push(...[...(children.get(unit.id) ?? [])].reverse())
  }
  return sorted
}

/** The venues as a table. */
export const venueTable = (venues: readonly Venue[], units: readonly Unit[]): Table => {
  const names = createUnitNames(units)
  return {
    ...emptyTable('venues', { unit: units.map(({ id }) => names.label(id)) }),
    rows: venues.map(({ name, unitId, address, capacity, layouts, contactName, contactPhone }): Written[] => [
      name,
      names.label(unitId),
      address,
      capacity,
      writeLayouts(layouts),
      contactName,
      contactPhone,
    ]),
  }
}

export interface CongressNames {
  names: UnitNames
  venueNames: VenueNames
}

/** What may be chosen in the columns of congresses. */
export const congressChoices = (levels: readonly Level[], units: string[], venues: string[]) => ({
  unit: units,
  level: levels.map(({ name }) => name),
  form: [...new Set(levels.flatMap(({ forms }) => forms))],
  halfDay: wordsOf(halfDayWords),
  venue: venues,
  assembly: wordsOf(assemblyWords),
  isPilot: wordsOf(pilotWords),
})

/** The congresses as a table; their states are told but not imported. */
export const congressRows = (
  congresses: readonly Congress[],
  levels: readonly Level[],
  { names, venueNames }: CongressNames,
): Written[][] => {
  const levelNames = new Map(levels.map(({ id, name }) => [id, name]))
  return congresses.map((congress): Written[] => [
    names.label(congress.unitId),
    levelNames.get(congress.levelId) ?? null,
    congress.form,
    congress.title,
    congress.theme,
    congress.ordinal,
    day(congress.dateFrom),
    day(congress.dateTo),
    congressFields.halfDay.show(congress.halfDay),
    day(congress.weekOf),
    congress.venueId === null ? null : venueNames.label(congress.venueId, congress.unitId),
    congress.expectedDelegates,
    congress.expectedGuests,
    congressFields.assembly.show(congress.assembly),
    congressFields.isPilot.show(congress.isPilot),
    congressFields.state.show(congress.state),
    congress.note,
    congress.hostUnitIds.map(names.label).filter(Boolean).join('; '),
    congress.hostBlock,
    congress.combinedWith,
  ])
}
