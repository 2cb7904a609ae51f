import type { HalfDay } from '../../congresses/schema.ts'
import type { Conflict, Severity } from '../schema.ts'
import { compareConflicts, heavier, takesPart } from './conflict.ts'
import { dayNumber } from '../../format/dates.ts'
import { dateText } from './days.ts'
import type { PlacedCongress, RoadCongress } from './facts.ts'
import { judgeCongress, judgeGap } from './judge-congress.ts'
import { judgeLeader, judgePilots, judgeVenue } from './judge-gathering.ts'
import { judgeSharedHall, judgeUnit } from './judge-thrift.ts'
import { pilotGroupOf, placeCongress, placedOfUnit, upperIdOf, type RoadIndex } from './road-index.ts'

/** Where and when a congress might be; what is left out stays as it is. */
export interface Place {
  dateFrom: string | null
  dateTo: string | null
  halfDay: HalfDay
  weekOf?: string | null
  venueId?: string | null
  postIds?: string[]
}

/**
 * The conflicts that a congress would take part in at another place: its own and those that it would cause in others.
 * The index stays as it is. Empty for an unknown congress. `impossible` among them = the server refuses the place.
 */
export const conflictsOfMove = (index: RoadIndex, congressId: string, place: Place): Conflict[] => {
  const congress = index.congresses.get(congressId)?.congress
  return congress ? conflictsAt(index, placeCongress(index, { ...congress, ...place })) : []
}

/** The conflicts that a congress would take part in as it is being written, be it a new one: the index stays as it is. */
export const conflictsOfWish = (index: RoadIndex, congress: RoadCongress): Conflict[] => {
  const placed = placeCongress(index, congress)
  return conflictsAt(index, placed, upperIdOf(index, placed))
}

/** The conflicts that a congress takes part in where it is: what may have changed after it was changed. */
export const conflictsAround = (index: RoadIndex, congressId: string): Conflict[] => {
  const placed = index.congresses.get(congressId)
  return placed ? conflictsAt(index, placed) : []
}

/** A day and half-day for a congress, judged. */
export interface JudgedDay {
  date: string
  /** The heaviest severity; null = free. */
  severity: Severity | null
  conflicts: Conflict[]
}

/** Judges every day from–to (inclusive) as the first day of a congress: what a chart greys out while it is dragged. */
export const judgeDays = (
  index: RoadIndex,
  congressId: string,
  { from, to, halfDay }: { from: string; to: string; halfDay?: HalfDay },
): JudgedDay[] => {
  const placed = index.congresses.get(congressId)
  if (!placed) return []
  const judged: JudgedDay[] = []
  for (let day = dayNumber(from); day <= dayNumber(to); day += 1) {
    const conflicts = conflictsOfMove(index, congressId, placeOn(placed, day, halfDay ?? placed.congress.halfDay))
    const severity = conflicts.reduce<Severity | null>((worst, conflict) => heavier(worst, conflict.severity), null)
    judged.push({ date: dateText(day), severity, conflicts })
  }
  return judged
}

/** The congress on another first day, as long as it is now. */
export const placeOn = ({ hasDate, firstDay, lastDay }: PlacedCongress, day: number, halfDay: HalfDay): Place => ({
  dateFrom: dateText(day),
  dateTo: dateText(hasDate ? day + lastDay - firstDay : day),
  halfDay,
  weekOf: null,
})

const conflictsAt = (
  index: RoadIndex,
  moved: PlacedCongress,
  upperId = index.upperIds.get(moved.id) ?? null,
): Conflict[] => {
  const found = judgeCongress(index, moved, (upperId !== null && index.congresses.get(upperId)) || null)
  for (const lowerId of index.lowerIds.get(moved.id) ?? []) {
    const lower = index.congresses.get(lowerId)
    if (lower) judgeGap(lower, moved, found)
  }
  if (moved.hasDate && moved.standing !== 'absent') {
    const { venueId } = moved.congress
    const meetings = [
      ...(venueId === null ? [] : judgeVenue(venueId, neighbours(index.byVenue.get(venueId), moved), index.today)),
      ...(venueId === null
        ? []
        : judgeSharedHall(withMoved(index.byVenue.get(venueId), moved), index.venues.get(venueId)?.capacity ?? null)),
      ...judgeUnit(withMoved(placedOfUnit(index, moved.congress.unitId), moved)),
      ...moved.leaders.flatMap(({ leaderId }) =>
        judgeLeader(leaderId, neighbours(index.byLeader.get(leaderId), moved), index.today),
      ),
      ...judgePilots(withMoved(index.byPilotGroup.get(pilotGroupOf(moved)), moved)),
    ]
    for (const conflict of meetings) if (takesPart(conflict, moved.id)) found.push(conflict)
  }
  return found.sort(compareConflicts)
}

const withMoved = (bucket: readonly PlacedCongress[] | undefined, moved: PlacedCongress): PlacedCongress[] => [
  ...(bucket ?? []).filter(({ id }) => id !== moved.id),
  moved,
]

/** The moved congress and those of a bucket that share a day with it. */
const neighbours = (bucket: readonly PlacedCongress[] | undefined, moved: PlacedCongress): PlacedCongress[] => {
  const near = [moved]
  for (const other of bucket ?? []) {
    if (other.id !== moved.id && other.firstDay <= moved.lastDay && other.lastDay >= moved.firstDay) near.push(other)
  }
  return near
}
