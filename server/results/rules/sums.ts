import { createRoadIndex, missOfWindow } from '../../conflicts/rules.ts'
import { latenessOf, type PlacedCongress } from '../../conflicts/rules/facts.ts'
import { hostLines } from '../../conflicts/rules/roll-up.ts'
import { unknownYet } from '../../congresses/rules.ts'
import type { Congress } from '../../congresses/schema.ts'
import type { Level } from '../../cycles/schema.ts'
import type { Unit } from '../../units/schema.ts'
import type { CongressResult, HonourCount, ResultSums, Sums } from '../schema.ts'

/** What results are summed from: the congresses and units of a cycle that somebody sees, and what is known of each. */
export interface SummedFacts {
  today: string
  levels: readonly Level[]
  units: readonly Pick<Unit, 'id' | 'parentId' | 'block' | 'windowFrom' | 'windowTo'>[]
  congresses: readonly Pick<
    Congress,
    'id' | 'levelId' | 'unitId' | 'state' | 'dateFrom' | 'dateTo' | 'weekOf' | 'hostUnitIds' | 'hostBlock'
  >[]
  results: readonly SummedResult[]
}

type SummedResult = Pick<
  CongressResult,
  'congressId' | 'presentDelegates' | 'presentGuests' | 'honours' | 'chosenUpward'
>

/** What the index of a road asks of a unit and of a congress beyond what counts here. */
const noUnitFacts = { staffNumber: null, validFrom: null, validTo: null }
const noCongressFacts = { ...unknownYet, halfDay: 'day' as const }

/** The road as far as sums and lists of what is due ask about it. */
export const indexOfSummed = ({ today, levels, units, congresses }: Omit<SummedFacts, 'results'>) =>
  createRoadIndex({
    today,
    levels,
    units: units.map((unit) => ({ ...noUnitFacts, ...unit })),
    congresses: congresses.map((congress) => ({ ...noCongressFacts, ...congress })),
    venues: [],
    posts: [],
    bookings: [],
    leaves: [],
    days: [],
  })

/**
 * How far the road is and what it brought, by level, by unit with all units below it, and as a whole. A congress counts
 * once in every sum, also where several units hold it; cancelled ones count nowhere, and what a congress brought counts
 * once it is held.
 */
export const sumResults = (facts: SummedFacts): ResultSums => {
  const { levels, units, results } = facts
  const index = indexOfSummed(facts)
  const linesOf = hostLines(index)
  const resultOf = new Map(results.map((result) => [result.congressId, result]))
  const parents = new Set(units.map(({ parentId }) => parentId))
  const road = newSum()
  const byLevel = new Map(levels.map(({ id }) => [id, newSum()]))
  const byUnit = new Map<string, Adding>()
  for (const placed of index.congresses.values()) {
    if (placed.congress.state === 'cancelled') continue
    const counted = countedOf(placed, index.today, resultOf.get(placed.id))
    add(road, counted)
    const ofLevel = byLevel.get(placed.congress.levelId)
    if (ofLevel) add(ofLevel, counted)
    for (const unitId of linesOf(placed)) add(entryOf(byUnit, unitId), counted)
  }
  return {
    road: sumOf(road),
    levels: levels.map(({ id }) => ({ levelId: id, ...sumOf(byLevel.get(id) ?? newSum()) })),
    units: units.flatMap(({ id }) => {
      const adding = parents.has(id) ? byUnit.get(id) : undefined
      if (!adding) return []
      const { honours: _honours, ...sum } = sumOf(adding)
      return [{ unitId: id, ...sum }]
    }),
  }
}

type Counts = Omit<Sums, 'honours'>
interface Adding {
  counts: Counts
  honours: Map<string, HonourCount>
}
interface Counted {
  counts: Counts
  honours: readonly HonourCount[]
}

const nothing: Counts = {
  total: 0,
  held: 0,
  reported: 0,
  postponed: 0,
  late: 0,
  heldLate: 0,
  withoutResult: 0,
  presentDelegates: 0,
  presentGuests: 0,
  collectives: 0,
  individuals: 0,
  chosenUpward: 0,
}
const names = Object.keys(nothing) as (keyof Counts)[]

const newSum = (): Adding => ({ counts: { ...nothing }, honours: new Map() })

/** What one congress adds to every sum that it belongs to. */
const countedOf = (placed: PlacedCongress, today: number, result: SummedResult | undefined): Counted => {
  const { state } = placed.congress
  const isHeld = state === 'held' || state === 'reported'
  const told = isHeld ? result : undefined
  const honours = told?.honours ?? []
  return {
    honours,
    counts: {
      total: 1,
      held: isHeld ? 1 : 0,
      reported: state === 'reported' ? 1 : 0,
      postponed: state === 'postponed' ? 1 : 0,
      late: latenessOf(placed, today) === null ? 0 : 1,
      heldLate: isHeld && missOfWindow(placed)?.side === 'late' ? 1 : 0,
      withoutResult: isHeld && told === undefined ? 1 : 0,
      presentDelegates: told?.presentDelegates ?? 0,
      presentGuests: told?.presentGuests ?? 0,
      collectives: honours.reduce((sum, { collectives }) => sum + collectives, 0),
      individuals: honours.reduce((sum, { individuals }) => sum + individuals, 0),
      chosenUpward: told?.chosenUpward ?? 0,
    },
  }
}

const add = ({ counts, honours }: Adding, counted: Counted): void => {
  for (const name of names) counts[name] += counted.counts[name]
  for (const { kind, collectives, individuals } of counted.honours) {
    const standing = honours.get(kind) ?? { kind, collectives: 0, individuals: 0 }
    standing.collectives += collectives
    standing.individuals += individuals
    honours.set(kind, standing)
  }
}

const sumOf = ({ counts, honours }: Adding): Sums => ({ ...counts, honours: [...honours.values()] })

const entryOf = (sums: Map<string, Adding>, id: string): Adding => {
  const known = sums.get(id)
  if (known) return known
  const created = newSum()
  sums.set(id, created)
  return created
}
