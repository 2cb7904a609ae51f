import { runOf } from '../../bookings/rules.ts'
import { nearestUpper, type UnitTree } from '../../congresses/rules.ts'
import type { Half } from '../../leaders/schema.ts'
import type { LeaderRank } from '../../people/schema.ts'
import type { Conflict } from '../schema.ts'
import { createCalendar, type RoadCalendar } from './calendar.ts'
import { dayNumber } from '../../format/dates.ts'
import {
  isInside,
  spanOf,
  type Attending,
  type IndexedBooking,
  type IndexedHolder,
  type IndexedLeave,
  type IndexedLevel,
  type IndexedUnit,
  type PlacedCongress,
  type RoadCongress,
  type RoadFacts,
  type RoadLevel,
  type RoadUnit,
  type Standing,
} from './facts.ts'

type Buckets = Map<string, PlacedCongress[]>
type VisitBucket = <T extends { id: string }>(buckets: Map<string, T[]>, key: string, entry: T) => void

/** A thing whose conflicts are judged together and kept until it changes. */
export type SourceKind = 'congress' | 'venue' | 'leader' | 'pilots' | 'unit'
export type Source = `${SourceKind}:${string}`

/** The road as the rules ask for it. Made by `createRoadIndex`, changed only by `updateIndex` and `removeFromIndex`. */
export interface RoadIndex {
  today: number
  levels: ReadonlyMap<string, IndexedLevel>
  units: ReadonlyMap<string, IndexedUnit>
  venues: ReadonlyMap<string, RoadFacts['venues'][number]>
  /** Bookings by venue. */
  bookings: ReadonlyMap<string, readonly IndexedBooking[]>
  holders: ReadonlyMap<string, readonly IndexedHolder[]>
  /** Rank by post. */
  ranks: ReadonlyMap<string, LeaderRank | null>
  /** When each person is away. */
  leaves: ReadonlyMap<string, readonly IndexedLeave[]>
  calendar: RoadCalendar
  congresses: Map<string, PlacedCongress>
  byUnit: Map<string, RoadCongress[]>
  byVenue: Buckets
  byLeader: Buckets
  byPilotGroup: Buckets
  /** The upper congress of each congress, and the lower ones of each upper. */
  upperIds: Map<string, string>
  lowerIds: Map<string, string[]>
  /** Answers kept between changes, in order; those of stale sources are judged again when asked for. */
  kept: { source: Source; conflict: Conflict }[]
  stale: Set<Source>
}

/** Builds the index of a road: about a microsecond a congress; nothing is judged yet. */
export const createRoadIndex = (road: RoadFacts): RoadIndex => {
  const index: RoadIndex = {
    today: dayNumber(road.today),
    levels: new Map(road.levels.map((level) => [level.id, indexedLevel(level)])),
    units: indexedUnits(road.units),
    venues: new Map(road.venues.map((venue) => [venue.id, venue])),
    bookings: bookingsByVenue(road.bookings),
    holders: new Map(
      road.posts.map(({ id, holders }) => [
        id,
        holders.map(({ personId, from, to }) => ({ personId, term: spanOf(from, to) })),
      ]),
    ),
    ranks: new Map(road.posts.map(({ id, rank }) => [id, rank])),
    leaves: leavesByPerson(road.leaves),
    calendar: createCalendar(road.days),
    congresses: new Map(),
    byUnit: new Map(),
    byVenue: new Map(),
    byLeader: new Map(),
    byPilotGroup: new Map(),
    upperIds: new Map(),
    lowerIds: new Map(),
    kept: [],
    stale: new Set(),
  }
  for (const congress of road.congresses) {
    const placed = placeCongress(index, congress)
    putIn(index, placed)
    for (const source of sourcesOf(placed)) index.stale.add(source)
  }
  linkUppers(index)
  return index
}

/** A congress read for the rules, at the place that it names. Unknown levels and units have no rules of their own. */
export const placeCongress = (index: RoadIndex, congress: RoadCongress): PlacedCongress => {
  const hasDate = congress.dateFrom !== null
  const week = congress.weekOf
  const firstDay = congress.dateFrom !== null ? dayNumber(congress.dateFrom) : week !== null ? dayNumber(week) : 0
  const lastOfDates = congress.dateTo === null ? firstDay : Math.max(firstDay, dayNumber(congress.dateTo))
  const lastDay = !hasDate && week !== null ? firstDay + 6 : lastOfDates
  // A congress of several days takes its hall and its guests for all of each day.
  const isOneDay = firstDay === lastDay
  return {
    id: congress.id,
    congress,
    level: index.levels.get(congress.levelId) ?? noLevel,
    unit: index.units.get(congress.unitId) ?? unknownUnit(congress.unitId),
    standing: standingOf(congress, hasDate || week !== null ? lastDay : Infinity, index.today),
    hasDate,
    firstDay,
    lastDay,
    firstSlot: firstDay * 2 + (isOneDay && congress.halfDay === 'afternoon' ? 1 : 0),
    lastSlot: lastDay * 2 + (isOneDay && congress.halfDay === 'morning' ? 0 : 1),
    leaders: hasDate && congress.postIds.length > 0 ? attendingOf(index, congress.postIds, firstDay) : noLeaders,
  }
}

/** The person who alone holds the post on a day, else the post itself. */
export const leaderOf = (index: RoadIndex, postId: string, day: number): string => {
  const holders = index.holders.get(postId)?.filter(({ term }) => isInside(day, term)) ?? []
  return holders.length === 1 ? (holders[0]?.personId ?? postId) : postId
}

/** Puts a congress where the rules look for it. */
export const putIn = (index: RoadIndex, placed: PlacedCongress): void => {
  index.congresses.set(placed.id, placed)
  visitBuckets(index, placed, (buckets, key, entry) => {
    const bucket = buckets.get(key)
    if (bucket) bucket.push(entry)
    else buckets.set(key, [entry])
  })
}

/** Takes a congress out of all places where the rules look for it. */
export const takeOut = (index: RoadIndex, placed: PlacedCongress): void => {
  index.congresses.delete(placed.id)
  visitBuckets(index, placed, (buckets, key, entry) => {
    const bucket = buckets.get(key)
    if (!bucket) return
    if (bucket.length === 1) buckets.delete(key)
    else bucket.splice(bucket.indexOf(entry), 1)
  })
}

/** The sources that a congress takes part in, without its lower congresses. */
export const sourcesOf = (placed: PlacedCongress): Source[] => {
  const sources: Source[] = [`congress:${placed.id}`]
  if (meets(placed)) {
    sources.push(`pilots:${pilotGroupOf(placed)}`, `unit:${placed.congress.unitId}`)
    if (placed.congress.venueId !== null) sources.push(`venue:${placed.congress.venueId}`)
    for (const { leaderId } of placed.leaders) sources.push(`leader:${leaderId}`)
  }
  return sources
}

export const pilotGroupOf = ({ congress, unit }: PlacedCongress): string => `${congress.levelId}/${unit.pilotGroup}`

/** The congresses of a unit that take place on given days. */
export const placedOfUnit = (index: RoadIndex, unitId: string): PlacedCongress[] =>
  (index.byUnit.get(unitId) ?? nobody).flatMap(({ id }) => {
    const placed = index.congresses.get(id)
    return placed && meets(placed) ? [placed] : []
  })

/** Finds every congress's upper one anew; those whose upper changed are to be judged again. */
export const linkUppers = (index: RoadIndex): void => {
  const before = index.upperIds
  const tree = treeOf(index)
  index.upperIds = new Map()
  index.lowerIds = new Map()
  for (const placed of index.congresses.values()) {
    const { id } = placed
    const upperId = upperIdOf(index, placed, tree)
    if (upperId !== null) {
      index.upperIds.set(id, upperId)
      const lowers = index.lowerIds.get(upperId)
      if (lowers) lowers.push(id)
      else index.lowerIds.set(upperId, [id])
    }
    if (upperId !== (before.get(id) ?? null)) index.stale.add(`congress:${id}`)
  }
}

/** The linked congress; where none is named or the named one was cancelled, the nearest above. */
export const upperIdOf = (
  index: RoadIndex,
  { id, congress, level }: PlacedCongress,
  tree: UnitTree<RoadCongress> = treeOf(index),
): string | null => {
  const linkedId = congress.upperCongressId
  if (linkedId !== null && linkedId !== id) {
    const linked = index.congresses.get(linkedId)
    // Not known here, as where an account may not see it: the gap to another one would mislead.
    if (!linked) return null
    if (linked.congress.state !== 'cancelled') return linkedId
  }
  return nearestUpper(congress.unitId, level.position, tree)?.id ?? null
}

const treeOf = (index: RoadIndex): UnitTree<RoadCongress> => ({
  parentOf: (unitId) => index.units.get(unitId)?.parentId ?? null,
  congressesOf: (unitId) => index.byUnit.get(unitId) ?? nobody,
  positionOf: (levelId) => index.levels.get(levelId)?.position ?? -1,
})

/** Whether a congress takes room and people on given days. */
const meets = ({ standing, hasDate }: PlacedCongress): boolean => hasDate && standing !== 'absent'

const visitBuckets = (index: RoadIndex, placed: PlacedCongress, visit: VisitBucket): void => {
  visit(index.byUnit, placed.congress.unitId, placed.congress)
  if (!meets(placed)) return
  visit(index.byPilotGroup, pilotGroupOf(placed), placed)
  if (placed.congress.venueId !== null) visit(index.byVenue, placed.congress.venueId, placed)
  for (const { leaderId } of placed.leaders) visit(index.byLeader, leaderId, placed)
}

const standingOf = ({ state, dateFrom }: RoadCongress, lastDay: number, today: number): Standing => {
  if (state === 'cancelled' || (state === 'postponed' && dateFrom === null)) return 'absent'
  if (state === 'held' || state === 'reported') return 'done'
  return lastDay < today ? 'passed' : 'open'
}

/** Leaders, each once: a person may attend in two posts. */
const attendingOf = (index: RoadIndex, postIds: readonly string[], day: number): Attending[] => {
  const attending: Attending[] = []
  for (const postId of postIds) {
    const leaderId = leaderOf(index, postId, day)
    if (!attending.some((each) => each.leaderId === leaderId)) attending.push({ leaderId, postId })
  }
  return attending
}

const noLeaders: readonly Attending[] = []
const nobody: readonly RoadCongress[] = []

const indexedLevel = (level: RoadLevel): IndexedLevel => ({
  ...level,
  window: spanOf(level.windowFrom, level.windowTo),
  off: new Set(level.rulesOff),
})

const leavesByPerson = (leaves: RoadFacts['leaves']): Map<string, IndexedLeave[]> => {
  const byPerson = new Map<string, IndexedLeave[]>()
  for (const { id, personId, from, fromHalf, to, toHalf } of leaves) {
    const firstSlot = slotOf(from, fromHalf)
    const leave = { id, firstSlot, lastSlot: slotOf(to, toHalf) }
    const known = byPerson.get(personId)
    if (known) known.push(leave)
    else byPerson.set(personId, [leave])
  }
  return byPerson
}

const bookingsByVenue = (bookings: RoadFacts['bookings']): Map<string, IndexedBooking[]> => {
  const byVenue = new Map<string, IndexedBooking[]>()
  for (const booking of bookings) {
    const indexed = { id: booking.id, run: runOf(booking) }
    const known = byVenue.get(booking.venueId)
    if (known) known.push(indexed)
    else byVenue.set(booking.venueId, [indexed])
  }
  return byVenue
}

const slotOf = (date: string, half: Half): number => dayNumber(date) * 2 + (half === 'afternoon' ? 1 : 0)

const noLevel: IndexedLevel = indexedLevel({
  id: '',
  position: -1,
  windowFrom: null,
  windowTo: null,
  maxDelegates: null,
  maxDays: null,
  staffThreshold: null,
  gapBeforeUpperDays: 0,
  leaderMaxPerDay: Infinity,
  lowestLeaderRank: null,
  rulesOff: [],
})

const unknownUnit = (id: string): IndexedUnit => ({
  id,
  parentId: null,
  staffNumber: null,
  block: '',
  line: [id],
  pilotGroup: '',
  valid: { from: null, to: null },
  window: { from: null, to: null },
})

const indexedUnits = (units: readonly RoadUnit[]): Map<string, IndexedUnit> => {
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]))
  return new Map(
    units.map((unit) => [
      unit.id,
      {
        id: unit.id,
        parentId: unit.parentId,
        staffNumber: unit.staffNumber,
        block: unit.block,
        line: lineOf(unit.id, parents),
        pilotGroup: `${unit.parentId ?? ''}/${unit.block}`,
        valid: spanOf(unit.validFrom, unit.validTo),
        window: spanOf(unit.windowFrom, unit.windowTo),
      },
    ]),
  )
}

/** The unit and all above it; a tree that bites its tail ends where it began. */
const lineOf = (unitId: string, parents: ReadonlyMap<string, string | null>): string[] => {
  const line: string[] = []
  for (let at: string | null = unitId; at !== null && !line.includes(at); at = parents.get(at) ?? null) line.push(at)
  return line
}
