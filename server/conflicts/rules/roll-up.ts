import { congressStates, type CongressState } from '../../congresses/schema.ts'
import { latenessOf, type IndexedUnit, type PlacedCongress } from './facts.ts'
import type { RoadIndex } from './road-index.ts'

/** How far a part of the road is. Each congress is counted once: those that are late not under their state. */
export interface RollUp {
  total: number
  late: number
  byState: Record<CongressState, number>
}

export interface RoadRollUp {
  road: RollUp
  /** By level id. */
  levels: Map<string, RollUp>
  /** By unit id: the unit and all units below it, at all levels. */
  units: Map<string, RollUp>
  /** By level id, then by unit id: the same within one level. */
  levelUnits: Map<string, Map<string, RollUp>>
}

/** Counts the congresses of a road, or those of them that are wanted; levels and units without any have no entry. */
export const rollUp = (index: RoadIndex, wanted: ReadonlySet<string> | null = null): RoadRollUp => {
  const road = emptyRollUp()
  const levels = new Map<string, RollUp>()
  const units = new Map<string, RollUp>()
  const levelUnits = new Map<string, Map<string, RollUp>>()
  const lineOf = hostLines(index)
  for (const placed of index.congresses.values()) {
    if (wanted?.has(placed.id) === false) continue
    const { levelId, state } = placed.congress
    const isLate = latenessOf(placed, index.today) !== null
    const unitsOfLevel = entryOf(levelUnits, levelId, () => new Map<string, RollUp>())
    add(road, state, isLate)
    add(entryOf(levels, levelId, emptyRollUp), state, isLate)
    for (const unitId of lineOf(placed)) {
      add(entryOf(units, unitId, emptyRollUp), state, isLate)
      add(entryOf(unitsOfLevel, unitId, emptyRollUp), state, isLate)
    }
  }
  return { road, levels, units, levelUnits }
}

/** The units above a congress and above all that hold it together, each once: whose sums it counts in. */
export const hostLines = (index: Pick<RoadIndex, 'units'>) => {
  const byBlock = new Map<string, IndexedUnit[]>()
  for (const unit of index.units.values()) entryOf(byBlock, unit.block, (): IndexedUnit[] => []).push(unit)
  return ({ unit, congress }: PlacedCongress): Iterable<string> => {
    const { hostUnitIds, hostBlock } = congress
    if (hostUnitIds.length === 0 && hostBlock === '') return unit.line
    const others = [
      ...hostUnitIds.flatMap((id) => index.units.get(id) ?? []),
      ...(hostBlock === '' ? [] : (byBlock.get(hostBlock) ?? [])),
    ]
    return new Set([...unit.line, ...others.flatMap(({ line }) => line)])
  }
}

const emptyRollUp = (): RollUp => ({
  total: 0,
  late: 0,
  byState: Object.fromEntries(congressStates.map((state) => [state, 0])) as Record<CongressState, number>,
})

const add = (counts: RollUp, state: CongressState, isLate: boolean): void => {
  counts.total += 1
  if (isLate) counts.late += 1
  else counts.byState[state] += 1
}

const entryOf = <T>(map: Map<string, T>, key: string, create: () => T): T => {
  const known = map.get(key)
  if (known !== undefined) return known
  const created = create()
  map.set(key, created)
  return created
}
