import { createRoadIndex, missOfWindow } from '../../conflicts/rules.ts'
import { latenessOf, type PlacedCongress, type RoadCongress, type RoadUnit } from '../../conflicts/rules/facts.ts'
import { placeCongress } from '../../conflicts/rules/road-index.ts'
import { hostLines } from '../../conflicts/rules/roll-up.ts'
import { unknownYet } from '../../congresses/rules.ts'
import type { Congress } from '../../congresses/schema.ts'
import type { Level } from '../../cycles/schema.ts'
import type { Unit } from '../../units/schema.ts'
import { hasFigures } from '../rules.ts'
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

/** The congresses that were held and of which nobody has told a number yet. */
export const congressesWithoutFigures = ({ congresses, results }: Pick<SummedFacts, 'congresses' | 'results'>) => {
  const resultOf = new Map(results.map((result) => [result.congressId, result]))
  return congresses.filter(({ id, state }) => isWithoutFigures(state, resultOf.get(id))).map(({ id }) => id)
}

const isHeld = (state: SummedCongress['state']): boolean => state === 'held' || state === 'reported'

const isWithoutFigures = (state: SummedCongress['state'], result: SummedResult | undefined): boolean =>
  isHeld(state) && (result === undefined || !hasFigures(result))

type SummedUnit = SummedFacts['units'][number]
type SummedCongress = SummedFacts['congresses'][number]

// Field by field: spreading one object over another costs a microsecond a row, a third of all that a sum takes.
const asRoadUnit = ({ id, parentId, block, windowFrom, windowTo }: SummedUnit): RoadUnit => ({
  id,
  parentId,
  block,
  windowFrom,
  windowTo,
  staffNumber: null,
  validFrom: null,
  validTo: null,
})

const asRoadCongress = (congress: SummedCongress): RoadCongress => ({
  id: congress.id,
  levelId: congress.levelId,
  unitId: congress.unitId,
  hostUnitIds: congress.hostUnitIds,
  hostBlock: congress.hostBlock,
  state: congress.state,
  dateFrom: congress.dateFrom,
  dateTo: congress.dateTo,
  weekOf: congress.weekOf,
  halfDay: 'day',
  combinedWith: unknownYet.combinedWith,
  venueId: unknownYet.venueId,
  layout: unknownYet.layout,
  expectedDelegates: unknownYet.expectedDelegates,
  expectedGuests: unknownYet.expectedGuests,
  assembly: unknownYet.assembly,
  isPilot: unknownYet.isPilot,
  upperCongressId: unknownYet.upperCongressId,
  postIds: unknownYet.postIds,
})

/** The road as far as sums and lists of what is due ask about it: its congresses are placed, but not held against each other. */
export const placeSummed = ({ today, levels, units, congresses }: Omit<SummedFacts, 'results'>) => {
  const index = createRoadIndex({
    today,
    levels,
    units: units.map(asRoadUnit),
    congresses: [],
    venues: [],
    posts: [],
    bookings: [],
    leaves: [],
    days: [],
  })
  const placed = congresses.map((congress) => placeCongress(index, asRoadCongress(congress)))
  return { index, placed }
}

/**
 * How far the road is and what it brought, by level, by unit with all units below it, and as a whole. A congress counts
 * once in every sum, also where several units hold it; cancelled ones count nowhere, and what a congress brought counts
 * once it is held.
 */
export const sumResults = (facts: SummedFacts): ResultSums => {
  const { levels, units, results } = facts
  const { index, placed } = placeSummed(facts)
  const linesOf = hostLines(index)
  const resultOf = new Map(results.map((result) => [result.congressId, result]))
  const road = newSum()
  const byLevel = new Map(levels.map(({ id }) => [id, newSum()]))
  const byParent = new Map(units.map(({ parentId }) => [parentId, newCounts()]))
  for (const each of placed) {
    if (each.congress.state === 'cancelled') continue
    const counted = countedOf(each, index.today, resultOf.get(each.id))
    add(road, counted)
    const ofLevel = byLevel.get(each.congress.levelId)
    if (ofLevel) add(ofLevel, counted)
    for (const unitId of linesOf(each)) {
      const counts = byParent.get(unitId)
      if (counts) addCounts(counts, counted.counts)
    }
  }
  return {
    road: sumOf(road),
    levels: levels.map(({ id }) => ({ levelId: id, ...sumOf(byLevel.get(id) ?? newSum()) })),
    units: units.flatMap(({ id }) => {
      const counts = byParent.get(id)
      return counts && counts.total > 0 ? [{ unitId: id, ...counts }] : []
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

const nothing: Readonly<Counts> = {
  total: 0,
  held: 0,
  reported: 0,
  postponed: 0,
  late: 0,
  heldLate: 0,
  withoutFigures: 0,
  presentDelegates: 0,
  presentGuests: 0,
  collectives: 0,
  individuals: 0,
  chosenUpward: 0,
}
const names = Object.keys(nothing) as (keyof Counts)[]

const newCounts = (): Counts => ({ ...nothing })
const newSum = (): Adding => ({ counts: newCounts(), honours: new Map() })

/** What one congress adds to every sum that it belongs to. */
const countedOf = (placed: PlacedCongress, today: number, result: SummedResult | undefined): Counted => {
  const { state } = placed.congress
  const told = isHeld(state) ? result : undefined
  const honours = told?.honours ?? []
  return {
    honours,
    counts: {
      total: 1,
      held: isHeld(state) ? 1 : 0,
      reported: state === 'reported' ? 1 : 0,
      postponed: state === 'postponed' ? 1 : 0,
      late: latenessOf(placed, today) === null ? 0 : 1,
      heldLate: isHeld(state) && missOfWindow(placed)?.side === 'late' ? 1 : 0,
      withoutFigures: isWithoutFigures(state, result) ? 1 : 0,
      presentDelegates: told?.presentDelegates ?? 0,
      presentGuests: told?.presentGuests ?? 0,
      collectives: honours.reduce((sum, { collectives }) => sum + collectives, 0),
      individuals: honours.reduce((sum, { individuals }) => sum + individuals, 0),
      chosenUpward: told?.chosenUpward ?? 0,
    },
  }
}

const add = ({ counts, honours }: Adding, counted: Counted): void => {
  addCounts(counts, counted.counts)
  for (const { kind, collectives, individuals } of counted.honours) {
    const standing = honours.get(kind) ?? { kind, collectives: 0, individuals: 0 }
    standing.collectives += collectives
    standing.individuals += individuals
    honours.set(kind, standing)
  }
}

const addCounts = (counts: Counts, more: Counts): void => {
  for (const name of names) counts[name] += more[name]
}

const sumOf = ({ counts, honours }: Adding): Sums => ({ ...counts, honours: [...honours.values()] })
