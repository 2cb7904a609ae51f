import type { Cycle, Level } from '../../cycles/schema.ts'
import type { Unit } from '../../units/schema.ts'
import type { Congress } from '../schema.ts'

/**
 * What is doubtful about where a congress is put in its road, before it is saved: its day lies outside the cycle; the
 * unit that keeps the road is put below the top level; all units of its type hold theirs at another level.
 */
export type PlaceDoubt = 'outside-cycle' | 'top-unit-below' | 'type-elsewhere'

type Placed = Pick<Congress, 'id' | 'unitId' | 'levelId' | 'dateFrom' | 'dateTo' | 'weekOf'>

interface Places {
  cycle: Pick<Cycle, 'unitId' | 'startsOn' | 'endsOn'>
  levels: readonly Pick<Level, 'id' | 'position'>[]
  units: readonly Pick<Unit, 'id' | 'type'>[]
  congresses: readonly Pick<Congress, 'id' | 'unitId' | 'levelId' | 'state'>[]
}

/** The doubts about a congress that is being written; empty = none. */
export const doubtsOfPlace = (congress: Placed, road: Places): PlaceDoubt[] => {
  const doubts: PlaceDoubt[] = []
  if (isOutside(congress, road.cycle)) doubts.push('outside-cycle')
  const levelDoubt = doubtOfLevel(congress, road)
  return levelDoubt === null ? doubts : [...doubts, levelDoubt]
}

const isOutside = ({ dateFrom, dateTo, weekOf }: Placed, { startsOn, endsOn }: Places['cycle']): boolean => {
  const first = dateFrom ?? weekOf
  return first !== null && (first < startsOn || (dateTo ?? first) > endsOn)
}

const doubtOfLevel = (congress: Placed, { cycle, levels, units, congresses }: Places): PlaceDoubt | null => {
  const chosen = levels.find(({ id }) => id === congress.levelId)
  if (!chosen) return null
  const isBelowTop = levels.some(({ position }) => position > chosen.position)
  if (congress.unitId === cycle.unitId) return isBelowTop ? 'top-unit-below' : null
  const typeOf = new Map(units.map(({ id, type }) => [id, type.trim().toLocaleLowerCase('vi')]))
  const type = typeOf.get(congress.unitId) ?? ''
  if (type === '') return null
  const alike = congresses.filter(
    ({ id, unitId, state }) =>
      id !== congress.id && unitId !== congress.unitId && state !== 'cancelled' && typeOf.get(unitId) === type,
  )
  const isTypeElsewhere = alike.length > 0 && alike.every(({ levelId }) => levelId !== congress.levelId)
  return isTypeElsewhere ? 'type-elsewhere' : null
}
