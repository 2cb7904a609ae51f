import type { Unit } from '../../units/schema.ts'

type FindUnit = (id: string) => Pick<Unit, 'code' | 'name' | 'parentId'> | undefined

/** A level with many units is grouped by the unit above them. */
const fewUnits = 70

/** Units that stand together on the road. */
export interface UnitGroup {
  /** The unit above them ('' = none); null = the level has few units and is not grouped. */
  parentId: string | null
  unitIds: string[]
}

/** The units of one level in the order in which the road shows them. */
export const groupUnits = (unitIds: readonly string[], unit: FindUnit): UnitGroup[] => {
  const compare = compareUnits(unit)
  const ordered = [...new Set(unitIds)].sort(compare)
  if (ordered.length <= fewUnits) return [{ parentId: null, unitIds: ordered }]
  const groups = new Map<string, string[]>()
  for (const id of ordered) {
    const parentId = unit(id)?.parentId ?? ''
    groups.set(parentId, [...(groups.get(parentId) ?? []), id])
  }
  return [...groups]
    .sort(([one], [other]) => compare(one, other))
    .map(([parentId, children]) => ({ parentId, unitIds: children }))
}

/** As offices list them: localities by their codes, then what has no code (departments, bodies) by name. */
const compareUnits = (unit: FindUnit) => {
  const collator = new Intl.Collator('vi', { numeric: true })
  return (one: string, other: string): number => {
    const [a, b] = [unit(one), unit(other)]
    const [codeA, codeB] = [a?.code ?? '', b?.code ?? '']
    if ((codeA === '') !== (codeB === '')) return codeA === '' ? 1 : -1
    return collator.compare(codeA, codeB) || collator.compare(a?.name ?? '', b?.name ?? '')
  }
}
