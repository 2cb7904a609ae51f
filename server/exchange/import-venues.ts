import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { foldForSearch } from '../format/search.ts'
import type { ActRows } from '../history/actions.ts'
import { newId } from '../office.ts'
import { listVenues } from '../venues/queries.ts'
import { emptyVenue } from '../venues/rules.ts'
import { layoutsIn } from './layouts.ts'
import type { Draft, Judged } from './draft.ts'
import { unitsInScope, type Plan } from './import-units.ts'
import { planVenues } from './plan-venues.ts'

export const planVenueImport = async (read: Reader, drafts: Draft[], rootId: string | null): Promise<Plan> => {
  const units = await unitsInScope(read, rootId)
  const inScope = new Set(units.map(({ id }) => id))
  const venues = (await listVenues(read)).filter(({ unitId }) => inScope.has(unitId))
  const judged = planVenues(drafts, venues, { units, rootId })
  return { judged, write: (rows) => writeVenues(rows, judged, new Map(venues.map((venue) => [venue.id, venue]))) }
}

const valuesOf = ({ values }: Draft): Partial<Row<'venues'>> => {
  const { unit, layouts, ...plain } = Object.fromEntries(values)
  return {
    ...plain,
    ...(typeof layouts === 'string' ? { layouts: layoutsIn(layouts) } : {}),
    ...(typeof unit === 'string' ? { unitId: unit } : {}),
    ...(typeof plain['name'] === 'string' ? { folded: foldForSearch(plain['name']) } : {}),
  }
}

const nothing = { unitId: '', name: '', folded: '', ...emptyVenue }

const writeVenues = async (rows: ActRows, judged: Judged[], venues: ReadonlyMap<string, Row<'venues'>>) => {
  const made = judged.filter(({ shown }) => shown.state === 'new')
  await rows.createMany(
    'venues',
    made.map(({ draft }) => ({ ...nothing, ...valuesOf(draft), id: newId() })),
  )
  for (const { draft, targetId, shown } of judged) {
    const venue = shown.state === 'changed' && targetId !== null ? venues.get(targetId) : undefined
    if (venue) await rows.change('venues', venue.id, venue.version, valuesOf(draft))
  }
}
