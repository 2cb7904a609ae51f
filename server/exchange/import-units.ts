import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { foldForSearch } from '../format/search.ts'
import type { ActRows } from '../history/actions.ts'
import { newId, type Actor } from '../office.ts'
import { listUnits, subtreeOfUnits } from '../units/queries.ts'
import { emptyUnit } from '../units/rules.ts'
import type { Draft, Judged } from './draft.ts'
import { idOfRow, planUnits } from './plan-units.ts'
import type { ImportPreview } from './schema.ts'

/** What an import would do, and the doing of it. */
export interface Plan {
  judged: Judged[]
  /** What is to be said of the file as a whole. */
  notes?: ImportPreview['notes']
  write: (rows: ActRows, actor: Actor) => Promise<void>
}

/** Units that an import under this unit may touch: the unit and all below it; null = all units. */
export const unitsInScope = async (read: Reader, rootId: string | null): Promise<Row<'units'>[]> => {
  const units = await listUnits(read)
  if (rootId === null) return units
  const below = await subtreeOfUnits(read, [rootId])
  return units.filter(({ id }) => below.has(id))
}

export const planUnitImport = async (read: Reader, drafts: Draft[], rootId: string | null): Promise<Plan> => {
  const units = await unitsInScope(read, rootId)
  const judged = planUnits(drafts, { units, rootId })
  return { judged, write: (rows) => writeUnits(rows, judged, new Map(units.map((unit) => [unit.id, unit]))) }
}

const writeUnits = async (rows: ActRows, judged: Judged[], units: ReadonlyMap<string, Row<'units'>>): Promise<void> => {
  const made = judged.filter(({ shown }) => shown.state === 'new')
  const ids = new Map(made.map(({ draft }) => [idOfRow(draft.row), newId()]))
  const valuesOf = ({ values }: Draft): Partial<Row<'units'>> => {
    const { parent, ...plain } = Object.fromEntries(values)
    const parentId = typeof parent === 'string' ? (ids.get(parent) ?? parent) : null
    return {
      ...plain,
      ...(parent === undefined ? {} : { parentId }),
      ...(typeof plain['name'] === 'string' ? { folded: foldForSearch(plain['name']) } : {}),
    }
  }
  await rows.createMany(
    'units',
    made.map(({ draft }) => {
      const id = ids.get(idOfRow(draft.row)) ?? newId()
      return { ...emptyUnit, folded: '', ...valuesOf(draft), id }
    }),
  )
  for (const { draft, targetId, shown } of judged) {
    const unit = shown.state === 'changed' && targetId !== null ? units.get(targetId) : undefined
    if (unit) await rows.change('units', unit.id, unit.version, valuesOf(draft))
  }
}
