import { mayAt } from '../../server/accounts/rules.ts'
import type { Duty } from '../../server/accounts/schema.ts'
import type { Unit } from '../../server/units/schema.ts'

/** The units whose people these grants let keep, those above first. */
export const keptByMe = (units: readonly Unit[], grants: readonly Duty[]): Unit[] => {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const lineOf = (unit: Unit): string[] => {
    const line: string[] = []
    for (let at: Unit | undefined = unit; at && !line.includes(at.id); at = byId.get(at.parentId ?? ''))
      line.push(at.id)
    return line
  }
  const lines = new Map(units.map((unit) => [unit, lineOf(unit)]))
  const depth = (unit: Unit) => lines.get(unit)?.length ?? 0
  return units
    .filter((unit) => mayAt(grants, 'secretariat', lines.get(unit) ?? []))
    .sort((one, other) => depth(one) - depth(other))
}
