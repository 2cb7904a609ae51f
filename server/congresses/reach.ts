import { mayAt } from '../accounts/rules.ts'
import type { Duty } from '../accounts/schema.ts'
import type { Actor } from '../office.ts'
import type { RoadFacts } from '../road/actions.ts'
import { linesOf } from '../road/rules.ts'
import type { Congress } from './schema.ts'

/** Who acts on congresses, with what they may do where. */
export interface Planner extends Actor {
  duties: readonly Duty[]
}

type Naming = Pick<Congress, 'unitId' | 'hostUnitIds' | 'venueId' | 'postIds' | 'upperCongressId'>

/**
 * What a congress may name: what stood there already, what is kept by a unit above its own, and what the planner may
 * see. Of anything else nobody is told whether it is there.
 */
export const reachOf = (
  facts: RoadFacts,
  duties: readonly Duty[],
  congress: Naming,
  before: Naming | null,
): { unit: boolean; hosts: boolean; venue: boolean; posts: boolean; upper: boolean } => {
  const lines = linesOf(facts.units)
  const known = new Set(facts.units.map(({ id }) => id))
  const own = lines(congress.unitId)
  const isNear = (unitId: string | undefined) =>
    unitId !== undefined && (own.includes(unitId) || mayAt(duties, 'viewer', lines(unitId)))
  const unitOf = (records: readonly { id: string; unitId: string }[], wanted: string) =>
    records.find(({ id }) => id === wanted)?.unitId
  const { venueId, postIds, upperCongressId } = congress
  return {
    unit: known.has(congress.unitId),
    hosts: congress.hostUnitIds.every(
      (id) => before?.hostUnitIds.includes(id) === true || (known.has(id) && id !== congress.unitId && isNear(id)),
    ),
    venue: venueId === null || venueId === before?.venueId || isNear(unitOf(facts.venues, venueId)),
    posts: postIds.every((id) => before?.postIds.includes(id) === true || isNear(unitOf(facts.posts, id))),
    upper:
      upperCongressId === null ||
      upperCongressId === before?.upperCongressId ||
      isNear(unitOf(facts.congresses, upperCongressId)),
  }
}

/** Whether the unit is on the cycle's road, or the planner sees the unit that keeps it. */
export const isOnRoad = ({ units, cycle }: RoadFacts, duties: readonly Duty[], unitId: string): boolean => {
  const lines = linesOf(units)
  return lines(unitId).includes(cycle.unitId) || mayAt(duties, 'viewer', lines(cycle.unitId))
}

/** Units at which the planner may organize. */
export const mayOrganize = ({ units }: RoadFacts, duties: readonly Duty[], unitIds: readonly string[]): boolean => {
  const lines = linesOf(units)
  return unitIds.every((id) => mayAt(duties, 'organizer', lines(id)))
}
