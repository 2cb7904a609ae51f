import { createRoadIndex, type RoadIndex } from '../conflicts/rules.ts'
import { leaderOf } from '../conflicts/rules/road-index.ts'
import { halfDayHours, hostsOf, unknownYet } from '../congresses/rules.ts'
import type { Congress } from '../congresses/schema.ts'
import { congressTitle } from '../documents/rules/names.ts'
import { writerIn, type Twins } from '../english/twins.ts'
import { addDays, dayNumber, instantOf, type Language } from '../format/dates.ts'
import { clockOf, minutesPerDay, spanOfProgramme, type TimedSession } from '../programme/rules.ts'
import { linesOf } from '../road/rules.ts'
import type { Road, UpperCongress } from '../road/schema.ts'
import type { CalendarEvent } from './rules/icalendar.ts'
import type { FeedKind } from './schema.ts'
import { feedWords } from './words.ts'

export interface FeedPlan {
  kind: FeedKind
  targetId: string
  language: Language
  timeZone: string
  /** Address of the product, '' where it is not known. */
  origin: string
  /** When records were last changed, by id. */
  changeTimes: ReadonlyMap<string, string>
  twins: Twins
  /** What is known of the hours of congresses, by their ids. */
  programmes: ReadonlyMap<string, readonly TimedSession[]>
}

/** The congresses of a road that a feed holds, as its maker may see them; those without any day are not in a calendar. */
export const eventsOfRoad = (road: Road, plan: FeedPlan): CalendarEvent[] => {
  const isWanted = wantedBy(road, plan)
  const write = eventWriter(road, plan)
  return [
    ...road.congresses.filter(isWanted).flatMap((congress) => write(congress) ?? []),
    ...(plan.kind === 'unit' ? heldWithOthers(road, plan.targetId).flatMap((each) => write(each) ?? []) : []),
    ...(plan.kind === 'leader' ? leavesOf(road, plan) : []),
  ]
}

/** What a unit of the feed, or one below it, holds together with units that its maker does not see. */
const heldWithOthers = (road: Road, unitId: string): TellableCongress[] => {
  const lines = linesOf(road.units)
  return road.upper
    .filter((told) => lines(told.unitId).includes(unitId))
    .map((told) => ({ ...unknownYet, ...told, form: '', formerDate: null, formerDateTo: null, version: 1 }))
}

/** What an event is made from: of the congresses of others less is known, but the name of the hall. */
type TellableCongress = Pick<UpperCongress, 'id' | 'unitId' | 'title' | 'state' | 'dateFrom' | 'dateTo' | 'halfDay'> &
  Pick<
    Congress,
    'form' | 'ordinal' | 'formerDate' | 'formerDateTo' | 'venueId' | 'postIds' | 'hostUnitIds' | 'hostBlock' | 'version'
  > &
  Partial<Pick<UpperCongress, 'venueName'>>

const wantedBy = (road: Road, { kind, targetId }: FeedPlan): ((congress: Congress) => boolean) => {
  if (kind === 'level') return ({ levelId }) => levelId === targetId
  if (kind === 'venue') return ({ venueId }) => venueId === targetId
  if (kind === 'unit') {
    const lines = linesOf(road.units)
    return (congress) => hostsOf(congress, road.units).some((id) => lines(id).includes(targetId))
  }
  const index = createRoadIndex(road)
  return ({ id, postIds }) => postIds.includes(targetId) || attendsInOtherPost(index, id, targetId)
}

const attendsInOtherPost = (index: RoadIndex, congressId: string, postId: string): boolean => {
  const placed = index.congresses.get(congressId)
  if (!placed?.hasDate) return false
  const leaderId = leaderOf(index, postId, placed.firstDay)
  return placed.leaders.some((each) => each.leaderId === leaderId)
}

const eventWriter = (road: Road, plan: FeedPlan) => {
  const words = feedWords[plan.language]
  const write = writerIn(plan.language, plan.twins)
  const units = new Map(road.units.map((unit) => [unit.id, unit]))
  const venues = new Map(road.venues.map((venue) => [venue.id, venue]))
  const posts = new Map(road.posts.map((post) => [post.id, post]))
  const instant = keptInstants(plan.timeZone)
  return (congress: TellableCongress): CalendarEvent | null => {
    const when = whenOf(congress, { instant, sessions: plan.programmes.get(congress.id) ?? [] })
    if (when === null) return null
    const unit = units.get(congress.unitId) ?? { name: '', type: '', contactName: '', contactPhone: '' }
    const venue = venues.get(congress.venueId ?? '') ?? { name: congress.venueName ?? '', address: '' }
    const hosts = [unit.name, ...congress.hostUnitIds.map((id) => units.get(id)?.name ?? ''), write(congress.hostBlock)]
    const contact = [unit.contactName, unit.contactPhone].filter(Boolean).join(', ')
    const leaders = congress.postIds.flatMap((id) => posts.get(id)?.name ?? []).map(write)
    const lines: [string, string][] = [
      [words.unit, hosts.filter(Boolean).join('; ')],
      [words.contact, contact],
      [words.leaders, leaders.join('; ')],
      [words.state, words.states[congress.state]],
    ]
    return {
      uid: congress.id,
      sequence: congress.version - 1,
      changedAt: changeTimeOf(congress.id, plan),
      when,
      status: statusOf(congress),
      summary: congressTitle(congress, unit, plan.language),
      location: [venue.name, venue.address].filter(Boolean).join(', '),
      description: lines.flatMap(([label, text]) => (text === '' ? [] : [`${label}: ${text}`])).join('\n'),
      url: plan.origin === '' ? '' : `${plan.origin}/congresses/${congress.id}`,
    }
  }
}

/**
 * By its programme where that tells the hours; else one day its half, several days whole ones. A postponed one without
 * a new day stays, cancelled, where it was: else telephones would still show it as it was.
 */
const whenOf = (
  congress: TellableCongress,
  { instant, sessions }: { instant: Instant; sessions: readonly TimedSession[] },
): CalendarEvent['when'] | null => {
  const isPutOff = congress.dateFrom === null && congress.state === 'postponed'
  const from = isPutOff ? congress.formerDate : congress.dateFrom
  if (from === null) return null
  const to = (isPutOff ? congress.formerDateTo : congress.dateTo) ?? from
  const span = spanOfProgramme(sessions, { dateFrom: from, dateTo: to })
  if (span) {
    const at = ({ date, minutes }: typeof span.start) =>
      instant(addDays(date, Math.floor(minutes / minutesPerDay)), clockOf(minutes))
    return { startsAt: at(span.start), endsAt: at(span.end) }
  }
  if (to > from) return { from, to }
  const [start, end] = halfDayHours[congress.halfDay]
  return { startsAt: instant(from, start), endsAt: instant(from, end) }
}

type Instant = (date: string, clock: string) => string

/** A road names a hundred days a thousand times, and a time zone is slow to ask. */
const keptInstants = (timeZone: string): Instant => {
  const kept = new Map<string, string>()
  return (date, clock) => {
    const key = `${date} ${clock}`
    const known = kept.get(key) ?? instantOf(date, clock, timeZone)
    kept.set(key, known)
    return known
  }
}

const statusOf = ({ state, dateFrom }: TellableCongress): CalendarEvent['status'] => {
  if (state === 'cancelled' || (state === 'postponed' && dateFrom === null)) return 'CANCELLED'
  return state === 'planned' || state === 'postponed' ? 'TENTATIVE' : 'CONFIRMED'
}

/** When the holder of the post is away, without a reason. */
const leavesOf = (road: Road, plan: FeedPlan): CalendarEvent[] => {
  const post = road.posts.find(({ id }) => id === plan.targetId)
  return road.leaves
    .filter(({ personId, from }) => {
      const held = post?.holders.find((holder) => holder.personId === personId)
      return held !== undefined && (held.from ?? '') <= from && from <= (held.to ?? '9999')
    })
    .map(({ id, from, fromHalf, to, toHalf }) => ({
      uid: id,
      sequence: 0,
      changedAt: changeTimeOf(id, plan),
      when: {
        startsAt: instantOf(from, halfDayHours[fromHalf][0], plan.timeZone),
        endsAt: instantOf(to, halfDayHours[toHalf][1], plan.timeZone),
      },
      status: 'CONFIRMED',
      summary: feedWords[plan.language].away,
      location: '',
      description: '',
      url: '',
    }))
}

/** The instant that a UUID v7 begins with: when the record was created. */
const changeTimeOf = (id: string, { changeTimes }: FeedPlan): string =>
  changeTimes.get(id) ?? new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toISOString()

/** For ordering: first the earliest. */
export const inOrderOfTime = (a: CalendarEvent, b: CalendarEvent): number => {
  const [first, second] = [startOf(a), startOf(b)]
  return first - second || (a.uid < b.uid ? -1 : 1)
}

const startOf = ({ when }: CalendarEvent): number =>
  'from' in when ? dayNumber(when.from) * 86_400_000 : Date.parse(when.startsAt)
