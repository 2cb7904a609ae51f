import { compareConflicts } from './rules/conflict.ts'
import type { RoadCongress } from './rules/facts.ts'
import { judgeCongress } from './rules/judge-congress.ts'
import { judgeLeader, judgePilots, judgeVenue } from './rules/judge-gathering.ts'
import { judgeSharedHall, judgeUnit } from './rules/judge-thrift.ts'
import {
  linkUppers,
  placeCongress,
  placedOfUnit,
  putIn,
  sourcesOf,
  takeOut,
  type RoadIndex,
  type Source,
} from './rules/road-index.ts'
import type { Acceptance, Conflict } from './schema.ts'

/**
 * Conflicts are data: pure rules that answer alike in the browser, while a congress is dragged, and on the server.
 * This is the door of the feature; what stands behind it, rule by rule, is in rules/.
 */
export { partyCongressClearDays } from './rules/judge-congress.ts'
export { combineWithinDays } from './rules/judge-thrift.ts'
export { createRoadIndex, type RoadIndex } from './rules/road-index.ts'
export {
  conflictsAround,
  conflictsOfMove,
  conflictsOfWish,
  judgeDays,
  type JudgedDay,
  type Place,
} from './rules/moves.ts'
export {
  lastDayFor,
  proposeDates,
  type DatesWish,
  type DayChoice,
  type Proposal,
  type ProposedDate,
  type Undated,
} from './rules/propose-dates.ts'
export { nearestFreeDays, waysOut, type FreeDay } from './rules/ways-out.ts'
export { rollUp, type RoadRollUp, type RollUp } from './rules/roll-up.ts'
export { missOfWindow, type RoadFacts, type WindowMiss } from './rules/facts.ts'

/** All conflicts of the road, the heaviest first, then by date and key. After changes only what they touch is judged again. */
export const findConflicts = (index: RoadIndex): Conflict[] => {
  if (index.stale.size > 0) {
    const standing = index.kept.filter(({ source }) => !index.stale.has(source))
    const found: Kept = []
    for (const source of index.stale) {
      for (const conflict of judgeSource(index, source)) found.push({ source, conflict })
    }
    found.sort((a, b) => compareConflicts(a.conflict, b.conflict))
    index.kept = merge(standing, found)
    index.stale.clear()
  }
  return index.kept.map(({ conflict }) => conflict)
}

/** Takes one changed or new congress into the index. */
export const updateIndex = (index: RoadIndex, congress: RoadCongress): void => {
  const before = index.congresses.get(congress.id)
  const after = placeCongress(index, congress)
  if (before) takeOut(index, before)
  putIn(index, after)
  for (const source of sourcesOf(after)) index.stale.add(source)
  for (const source of before ? sourcesOf(before) : []) index.stale.add(source)
  if (!before || isLinkedOtherwise(before.congress, congress)) linkUppers(index)
  markLowers(index, congress.id)
}

/** Takes a deleted congress out of the index. */
export const removeFromIndex = (index: RoadIndex, congressId: string): void => {
  const before = index.congresses.get(congressId)
  if (!before) return
  takeOut(index, before)
  for (const source of sourcesOf(before)) index.stale.add(source)
  linkUppers(index)
}

/** A conflict that somebody accepted, with the acceptance that holds. */
export interface AcceptedConflict<C = Conflict> {
  conflict: C
  acceptance: Acceptance
}

/**
 * Parts conflicts into open and accepted ones. An acceptance holds for the facts it was given for: when they change, the
 * warning is open again. What is impossible is never accepted. Of several acceptances the latest counts.
 */
export const applyAcceptances = <C extends Pick<Conflict, 'key' | 'fingerprint' | 'severity'>>(
  conflicts: readonly C[],
  acceptances: readonly Acceptance[],
): { open: C[]; accepted: AcceptedConflict<C>[] } => {
  const latest = new Map<string, Acceptance>()
  for (const acceptance of acceptances) {
    const id = `${acceptance.key} ${acceptance.fingerprint}`
    const known = latest.get(id)
    if (!known || known.at <= acceptance.at) latest.set(id, acceptance)
  }
  const open: C[] = []
  const accepted: AcceptedConflict<C>[] = []
  for (const conflict of conflicts) {
    const acceptance = latest.get(`${conflict.key} ${conflict.fingerprint}`)
    if (acceptance && conflict.severity !== 'impossible') accepted.push({ conflict, acceptance })
    else open.push(conflict)
  }
  return { open, accepted }
}

const judgeSource = (index: RoadIndex, source: Source): Conflict[] => {
  const end = source.indexOf(':')
  const id = source.slice(end + 1)
  switch (source.slice(0, end)) {
    case 'venue':
      return [
        ...judgeVenue(id, index.byVenue.get(id) ?? [], index.today),
        ...judgeSharedHall(index.byVenue.get(id) ?? [], index.venues.get(id)?.capacity ?? null),
      ]
    case 'unit':
      return judgeUnit(placedOfUnit(index, id))
    case 'leader':
      return judgeLeader(id, index.byLeader.get(id) ?? [], index.today)
    case 'pilots':
      return judgePilots(index.byPilotGroup.get(id) ?? [])
    default: {
      const placed = index.congresses.get(id)
      const upperId = index.upperIds.get(id)
      return placed
        ? judgeCongress(index, placed, (upperId !== undefined && index.congresses.get(upperId)) || null)
        : []
    }
  }
}

/** Whether a change may give this congress or others another upper congress. */
const isLinkedOtherwise = (before: RoadCongress, after: RoadCongress): boolean =>
  before.unitId !== after.unitId ||
  before.levelId !== after.levelId ||
  before.upperCongressId !== after.upperCongressId ||
  (before.state === 'cancelled') !== (after.state === 'cancelled')

const markLowers = (index: RoadIndex, congressId: string): void => {
  for (const lowerId of index.lowerIds.get(congressId) ?? []) index.stale.add(`congress:${lowerId}`)
}

type Kept = RoadIndex['kept']

/** Two lists in order become one. */
const merge = (a: Kept, b: Kept): Kept => {
  const merged: Kept = []
  let atA = 0
  let atB = 0
  for (let nextA = a[0], nextB = b[0]; nextA ?? nextB; nextA = a[atA], nextB = b[atB]) {
    if (!nextB || (nextA && compareConflicts(nextA.conflict, nextB.conflict) <= 0)) {
      if (nextA) merged.push(nextA)
      atA += 1
    } else {
      merged.push(nextB)
      atB += 1
    }
  }
  return merged
}
