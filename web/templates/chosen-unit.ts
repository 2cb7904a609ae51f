import type { Unit } from '../../server/units/schema.ts'
import { isAtLeast } from '../../server/accounts/rules.ts'
import { currentCycle } from '../cycle.ts'
import { session } from '../session.ts'

/** The unit whose templates are shown first: where the account administers, that of the road, else the topmost. */
export const firstUnit = (units: readonly Unit[]): string => {
  const known = new Set(units.map(({ id }) => id))
  const own = session.get().grants.find(({ role, unitId }) => unitId !== null && isAtLeast(role, 'administrator'))
  const wanted = [own?.unitId, currentCycle()?.unitId, units.find(({ parentId }) => !known.has(parentId ?? ''))?.id]
  return wanted.find((id) => typeof id === 'string' && known.has(id)) ?? units[0]?.id ?? ''
}
