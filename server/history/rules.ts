import type { Role } from '../accounts/schema.ts'

const ofSecretariat = new Set(['sessions', 'items', 'papers', 'calls'])

/** The role that the act itself needed: who may not do a thing may not undo it either. */
export const roleToUndo = (changes: readonly { table: string }[]): Role => {
  if (changes.some(({ table }) => table === 'shares')) return 'administrator'
  return changes.every(({ table }) => ofSecretariat.has(table)) ? 'secretariat' : 'organizer'
}

interface Changed {
  table: string
  before: Readonly<Record<string, unknown>> | null
  after: Readonly<Record<string, unknown>> | null
}

/**
 * Units at which the rows of an act stood before or after it, null = the installation: what was moved from one unit to
 * another goes back only by whoever may do so at both.
 */
export const placesOfChanges = (changes: readonly Changed[]): (string | null)[] => [
  ...new Set(
    changes.flatMap((change) => (change.table === 'units' ? placesOfUnit(change) : unitsOf(change, 'unitId'))),
  ),
]

const unitsOf = ({ before, after }: Changed, field: string): (string | null)[] =>
  [before?.[field], after?.[field]].filter((unit): unit is string | null => unit === null || typeof unit === 'string')

/** A unit is restored under its parent, taken away by its own organizers, and moved by those of both parents. */
const placesOfUnit = (change: Changed): (string | null)[] => {
  const parents = unitsOf(change, 'parentId')
  if (change.after === null) return parents
  const isMoved = parents.length === 2 && parents[0] !== parents[1]
  return [...unitsOf({ ...change, before: null }, 'id'), ...(isMoved ? parents : [])]
}
