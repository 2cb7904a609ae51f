import type { Reader } from '../../db/open.ts'
import { foldForSearch } from '../format/search.ts'
import { listUnits, subtreeOfUnits } from '../units/queries.ts'
import { listQuotas } from './queries.ts'

/**
 * Finds the unit that a quota names: the only one of this name among those under the unit that holds the congress, and
 * none that another quota is of already; null = it is no unit.
 */
export const unitsByName = async (
  read: Reader,
  congress: { id: string; unitId: string },
  exceptId: string | null = null,
): Promise<(name: string) => string | null> => {
  const inside = await subtreeOfUnits(read, [congress.unitId])
  const byName = new Map<string, string[]>()
  for (const { id, folded } of await listUnits(read)) {
    if (inside.has(id)) byName.set(folded, [...(byName.get(folded) ?? []), id])
  }
  const others = (await listQuotas(read, congress.id)).filter(({ quota }) => quota.id !== exceptId)
  const taken = new Set(others.flatMap(({ quota }) => quota.unitId ?? []))
  return (name) => {
    const [only, ...alike] = byName.get(foldForSearch(name)) ?? []
    if (only === undefined || alike.length > 0 || taken.has(only)) return null
    taken.add(only)
    return only
  }
}
