import { dayNumber, isoDate } from '../format/dates.ts'
import type { Cycle, Level } from '../cycles/schema.ts'
import type { Unit } from '../units/schema.ts'
import { parentCongressFor, proposeAssembly, proposeTitle, unknownYet } from './rules.ts'
import type { Congress, CongressesForLevel, NewCongress } from './schema.ts'

/** One congress that would be created, or why it would not. */
export interface PlannedCongress {
  unitId: string
  /** null exactly when there is a problem. */
  congress: NewCongress | null
  problem: 'has-one' | null
}

interface RoadPart {
  cycle: Pick<Cycle, 'id' | 'endsOn'>
  levels: readonly Level[]
  units: readonly Unit[]
  congresses: readonly Congress[]
}

/**
 * What creating congresses for many units of a level would make: the preview in the browser and the deed on the server
 * are this one function. A unit that has a congress of the level is left as it is.
 */
export const planForLevel = (request: CongressesForLevel, road: RoadPart): PlannedCongress[] => {
  const level = road.levels.find(({ id }) => id === request.levelId)
  if (!level) return []
  const units = new Map(road.units.map((unit) => [unit.id, unit]))
  const taken = new Set(road.congresses.filter(({ levelId }) => levelId === level.id).map(({ unitId }) => unitId))
  const wanted = request.unitIds.flatMap((id) => units.get(id) ?? [])
  const free = wanted.filter(({ id }) => !taken.has(id))
  const weekOf = request.weeks === 'spread' ? spreadWeeks(level, free.length) : () => null

  return wanted.map((unit) => {
    if (taken.has(unit.id)) return { unitId: unit.id, congress: null, problem: 'has-one' }
    return {
      unitId: unit.id,
      problem: null,
      congress: {
        cycleId: road.cycle.id,
        levelId: level.id,
        unitId: unit.id,
        form: request.form,
        title: proposeTitle(unit, level, { form: request.form, ordinal: request.ordinal, cycle: road.cycle }),
        ...unknownYet,
        theme: request.theme,
        ordinal: request.ordinal,
        halfDay: request.halfDay,
        weekOf: weekOf(free.indexOf(unit)),
        expectedDelegates: request.expectedDelegates,
        assembly: proposeAssembly(unit.staffNumber, level.staffThreshold),
        upperCongressId: parentCongressFor(unit, level, road)?.id ?? null,
      },
    }
  })
}

/** Mondays inside the level's window, given out evenly to `count` congresses; null where the level has no window. */
const spreadWeeks = ({ windowFrom, windowTo }: Level, count: number) => {
  if (windowFrom === null || windowTo === null) return () => null
  // 1970-01-01 was a Thursday: day 4 a Monday.
  const first = Math.ceil((dayNumber(windowFrom) - 4) / 7) * 7 + 4
  const weeks = Math.max(1, Math.floor((dayNumber(windowTo) - first) / 7) + 1)
  return (index: number) => isoDate(first + Math.floor((index * weeks) / Math.max(1, count)) * 7)
}
