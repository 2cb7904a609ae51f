import type { BookingKind, Occurrence } from '../../bookings/schema.ts'
import type { AssignedPeople, Target } from '../../assignments/schema.ts'
import type { Severity } from '../../conflicts/schema.ts'
import { dayNumber } from '../../format/dates.ts'
import { foldForSearch } from '../../format/search.ts'
import type { VenueRoom } from '../../venues/schema.ts'
import {
  dayAndRoom,
  findDoubts,
  heldTime,
  isPlaceOpen,
  minutesOf,
  minutesPerDay,
  timeItems,
  type DoubtKind,
  type HeldOn,
  type ProgrammeDoubt,
} from '../rules.ts'
import type { Programme, ProgrammeItem, Speaker } from '../schema.ts'
import { indexAssigned } from './assigned.ts'

export type ProgrammeRule =
  | DoubtKind
  | 'speaker-twice'
  | 'speaker-withdrawn'
  | 'no-time-to-walk'
  | 'no-presenter'
  | 'room-too-small'
  | 'room-not-known'
  | 'place-open'
  | 'after-held-end'
  | 'batches-need-more'
  | 'not-booked'
  | 'delegates-twice'
  | 'delegate-withdrawn'
  | 'role-open'

/** What one click can do about a conflict. */
export type ProgrammeWayOut =
  | 'move'
  | 'squeeze'
  | 'lengthen'
  | 'hold'
  | 'replace-speaker'
  | 'name-presenter'
  | 'choose-room'
  | 'book-venue'
  | 'assign'
  | 'edit'

/** One thing that is wrong with a programme, as data: the browser words it. */
export interface ProgrammeConflict {
  /** Stable: rule and what takes part. */
  key: string
  rule: ProgrammeRule
  severity: Exclude<Severity, 'impossible'>
  wayOut: ProgrammeWayOut
  sessionId: string
  /** null where the session as a whole is meant. */
  itemId: string | null
  otherSessionId: string | null
  otherItemId: string | null
  speakerId: string | null
  /** The delegate who is named, the first of several; and the role. */
  who: string | null
  role: string | null
  /** The role that is to be given, and where; null where none is. */
  target: Target | null
  /** Minutes or persons by which a limit is missed, and the limit itself; null where nothing is measured. */
  amount: number | null
  limit: number | null
  /** What the acceptance of a warning is bound to: a later change of the facts makes it count again. */
  fingerprint: string
}

type Session = Programme['sessions'][number]

/** What a programme is held against. */
export interface ProgrammeFacts extends Pick<HeldOn, 'dateFrom' | 'dateTo'> {
  /** Rooms of the venue, and the seats of its main hall; null = not known. */
  rooms: readonly VenueRoom[]
  hallCapacity: number | null
  /** Persons who are expected at the congress; null = not known. */
  expected: number | null
  /** Each time for which the venue is booked beside the congress itself; null = it has no venue. */
  bookings: readonly (Occurrence & { kind: BookingKind })[] | null
  speakers: readonly Pick<Speaker, 'id' | 'state'>[]
  rulesOff: readonly string[]
  /** Who was assigned to its sessions; null = nobody was. */
  assigned?: AssignedPeople | null
}

/** An item in time: minutes since 1 January of year 0, or since an unknown day's midnight. */
interface Span {
  item: ProgrammeItem
  session: Session
  start: number
  end: number
  place: Place
}

/** Where a session is, as its room is looked for, and how far that is from the main hall. */
interface Place {
  name: string
  isOutside: boolean
  /** On foot; to a place outside on whatever takes one there. */
  walkMinutes: number
}

/** What is reckoned with where nobody has said how far a room, or a place outside, is from the main hall. */
const usualWalkMinutes = 5
export const usualTravelMinutes = 20

export interface ProgrammeIndex {
  /** Everything that is wrong, in the order of the programme. */
  all(): ProgrammeConflict[]
  /** What would be wrong with these sessions if they stood so, the others as they are. */
  of(sessions: readonly Session[]): ProgrammeConflict[]
}

/** Reads a programme once, so that each place that a dragged item passes is judged in well under a frame. */
export const indexProgramme = (programme: Pick<Programme, 'sessions'>, facts: ProgrammeFacts): ProgrammeIndex => {
  const { sessions } = programme
  const rooms = new Map(facts.rooms.map((room) => [foldForSearch(room.name), room]))
  const placeOf = placesIn(rooms)
  const assigned = indexAssigned(facts.assigned ?? null, sessions[0])
  const withdrawn = new Set(facts.speakers.flatMap(({ id, state }) => (state === 'withdrawn' ? [id] : [])))
  const spans = new Map(sessions.map((session) => [session.id, spansOf(session, placeOf(session))]))
  const bySpeaker = new Map<string, Span[]>()
  for (const span of [...spans.values()].flat()) addTo(bySpeaker, span)
  for (const list of bySpeaker.values()) list.sort(byStart)

  const judge = (
    session: Session,
    own: readonly Span[],
    others: { all: readonly Session[]; of: (speakerId: string) => readonly Span[] },
  ) => {
    const count = assigned.countOf(session.id)
    const found = conflictsOfSession(session, own, facts, rooms.get(placeOf(session).name), count)
    found.push(...assigned.conflictsOf(session, others.all).map(conflict))
    for (const span of own) {
      found.push(...conflictsOfItem(span))
      for (const id of span.item.speakerIds) {
        if (withdrawn.has(id)) found.push(withdrawnFrom(span, id))
        found.push(...meetingsOfSpeaker(span, id, others.of(id)))
      }
    }
    return found
  }
  return {
    all: () => {
      const doubts = findDoubts(sessions, facts, facts.rulesOff).map(fromDoubt)
      const found = sessions.flatMap((session) =>
        judge(session, spans.get(session.id) ?? [], { all: sessions, of: (id) => bySpeaker.get(id) ?? [] }),
      )
      return inOrder(sessions, [...doubts, ...found])
    },
    of: (changed) => {
      const ids = new Set(changed.map(({ id }) => id))
      const then = changed.map((session) => ({ session, own: spansOf(session, placeOf(session)) }))
      const moved = new Map<string, Span[]>()
      for (const { own } of then) for (const span of own) addTo(moved, span)
      const othersOf = (id: string) =>
        [...(bySpeaker.get(id) ?? []).filter(({ session }) => !ids.has(session.id)), ...(moved.get(id) ?? [])].sort(
          byStart,
        )
      const places = new Set(changed.map(dayAndRoom))
      const near = sessions.filter((session) => !ids.has(session.id) && places.has(dayAndRoom(session)))
      const doubts = findDoubts([...near, ...changed], facts, facts.rulesOff)
        .filter(({ sessionId, otherSessionId }) => ids.has(sessionId) || ids.has(otherSessionId ?? ''))
        .map(fromDoubt)
      const all = [...sessions.filter(({ id }) => !ids.has(id)), ...changed]
      return [...doubts, ...then.flatMap(({ session, own }) => judge(session, own, { all, of: othersOf }))]
    },
  }
}

const byStart = (one: Span, other: Span): number => one.start - other.start

const addTo = (bySpeaker: Map<string, Span[]>, span: Span): void => {
  for (const id of span.item.speakerIds) {
    const list = bySpeaker.get(id)
    if (list) list.push(span)
    else bySpeaker.set(id, [span])
  }
}

/** Rooms are named by hand: each way of writing one is folded once. */
const placesIn = (rooms: Rooms): ((session: Pick<Session, 'room' | 'isOutside' | 'travelMinutes'>) => Place) => {
  const places = new Map<string, Place>()
  return ({ room, isOutside, travelMinutes }) => {
    if (isOutside) return { name: foldForSearch(room), isOutside, walkMinutes: travelMinutes ?? usualTravelMinutes }
    const known = places.get(room)
    if (known) return known
    const name = foldForSearch(room)
    const usual = room.trim() === '' ? 0 : usualWalkMinutes
    const place = { name, isOutside, walkMinutes: rooms.get(name)?.walkMinutes ?? usual }
    places.set(room, place)
    return place
  }
}

const spansOf = (session: Session, place: Place): Span[] => {
  const midnight = session.date === null ? 0 : dayNumber(session.date) * minutesPerDay
  const times = timeItems(session.startsAt, session.items)
  return session.items.map((item, index) => {
    const { start, end } = times[index] ?? { start: 0, end: 0 }
    return { item, session, start: midnight + start, end: midnight + end, place }
  })
}

/** `about`: what else tells two of one rule and place apart. */
export type Found = Pick<ProgrammeConflict, 'rule' | 'severity' | 'wayOut' | 'sessionId'> &
  Partial<ProgrammeConflict> & { about?: string }

const conflict = (found: Found): ProgrammeConflict => {
  const { rule, severity, wayOut, sessionId } = found
  const { itemId = null, otherItemId = null, otherSessionId = null, speakerId = null } = found
  const { amount = null, limit = null, who = null, role = null, target = null, about = null } = found
  const parts = `${partOf(otherItemId ?? otherSessionId)}${partOf(speakerId)}${partOf(about)}`
  const key = `programme:${rule}:${itemId ?? sessionId}${parts}`
  const fingerprint = `${key}|${String(amount)}|${String(limit)}`
  // Written out: hundreds of them are made while a finger moves, and spreading is slow.
  return {
    key,
    rule,
    severity,
    wayOut,
    sessionId,
    itemId,
    otherSessionId,
    otherItemId,
    speakerId,
    who,
    role,
    target,
    amount,
    limit,
    fingerprint,
  }
}

const partOf = (id: string | null): string => (id === null ? '' : `:${id}`)

const wayOutOf: Readonly<Record<DoubtKind, ProgrammeWayOut>> = {
  overrun: 'move',
  gap: 'hold',
  'past-midnight': 'edit',
  'sessions-overlap': 'move',
  'empty-session': 'edit',
  'other-day': 'edit',
  gift: 'edit',
}

const fromDoubt = ({ kind, sessionId, itemId, minutes, otherSessionId }: ProgrammeDoubt): ProgrammeConflict =>
  conflict({
    rule: kind,
    severity: kind === 'overrun' || kind === 'sessions-overlap' ? 'serious' : 'doubtful',
    wayOut: wayOutOf[kind],
    ...{ sessionId, itemId, otherSessionId },
    amount: minutes === 0 ? null : minutes,
  })

type Rooms = ReadonlyMap<string, VenueRoom>

const conflictsOfSession = (
  session: Session,
  own: readonly Span[],
  facts: ProgrammeFacts,
  known: VenueRoom | undefined,
  assigned: number | null,
): ProgrammeConflict[] => {
  const { id: sessionId, room, isOutside, fixedEnd, startsAt, date } = session
  const named = room.trim() === '' ? null : known
  const seats = isOutside ? null : named === null ? facts.hallCapacity : (named?.capacity ?? null)
  const persons = assigned ?? session.attendance ?? (isForAll(session) ? facts.expected : null)
  const midnight = date === null ? 0 : dayNumber(date) * minutesPerDay
  const end = Math.max(midnight + minutesOf(startsAt), ...own.map((span) => span.end))
  const late = fixedEnd === null ? 0 : end - midnight - heldTime(fixedEnd, startsAt)
  return [
    ...(isPlaceOpen(session)
      ? [conflict({ rule: 'place-open', severity: 'doubtful', wayOut: 'choose-room', sessionId })]
      : []),
    ...(!isOutside && named === undefined && facts.rooms.length > 0
      ? [conflict({ rule: 'room-not-known', severity: 'doubtful', wayOut: 'choose-room', sessionId })]
      : []),
    ...(seats !== null && persons !== null && persons > seats
      ? [
          conflict({
            ...{ rule: 'room-too-small', severity: 'serious', wayOut: 'choose-room', sessionId },
            ...{ amount: persons - seats, limit: seats },
          }),
        ]
      : []),
    ...(late > 0
      ? [conflict({ rule: 'after-held-end', severity: 'serious', wayOut: 'squeeze', sessionId, amount: late })]
      : []),
    ...(needsBooking(session, facts) && !isBooked(own, facts.bookings ?? [])
      ? [conflict({ rule: 'not-booked', severity: 'doubtful', wayOut: 'book-venue', sessionId })]
      : []),
  ]
}

/** Sessions that everybody who is expected comes to. */
const isForAll = ({ kind }: Session): boolean => kind === 'official' || kind === 'preparatory'

/** On its own days the congress has the venue; a rehearsal, or what is held there on another day, must be booked. */
const needsBooking = (
  { kind, date, items, isOutside }: Session,
  { bookings, dateFrom, dateTo }: ProgrammeFacts,
): boolean => {
  if (isOutside || bookings === null || date === null || dateFrom === null || items.length === 0) return false
  if (kind === 'rehearsal') return true
  return kind === 'preparatory' && (date < dateFrom || date > (dateTo ?? dateFrom))
}

const isBooked = (own: readonly Span[], bookings: readonly Occurrence[]): boolean => {
  const from = Math.min(...own.map(({ start }) => start))
  const to = Math.max(...own.map(({ end }) => end))
  const at = (day: string, time: string) => dayNumber(day) * minutesPerDay + minutesOf(time)
  return bookings.some(
    ({ fromDay, fromTime, toDay, toTime }) => at(fromDay, fromTime) <= from && to <= at(toDay, toTime),
  )
}

const conflictsOfItem = ({ item, session }: Span): ProgrammeConflict[] => {
  const place = { sessionId: session.id, itemId: item.id }
  if (item.kind === 'item') {
    const isUnnamed = item.speakerIds.length === 0 && item.presenter.trim() === ''
    return isUnnamed
      ? [conflict({ rule: 'no-presenter', severity: 'doubtful', wayOut: 'name-presenter', ...place })]
      : []
  }
  const needed = item.kind === 'awards' ? item.batches.reduce((sum, { minutes }) => sum + minutes, 0) : 0
  if (needed <= item.durationMinutes) return []
  const missing = { amount: needed - item.durationMinutes, limit: needed }
  return [conflict({ rule: 'batches-need-more', severity: 'serious', wayOut: 'lengthen', ...place, ...missing })]
}

const withdrawnFrom = ({ session, item }: Span, speakerId: string): ProgrammeConflict => {
  const place = { sessionId: session.id, itemId: item.id, speakerId }
  return conflict({ rule: 'speaker-withdrawn', severity: 'serious', wayOut: 'replace-speaker', ...place })
}

/** Told once for two items, under the later of them. `others`: all of the speaker's, in the order of their begin. */
const meetingsOfSpeaker = (span: Span, speakerId: string, others: readonly Span[]): ProgrammeConflict[] => {
  const found: ProgrammeConflict[] = []
  for (const other of others) {
    if (other.start > span.start) break
    const isEarlier = other.start < span.start || other.item.id < span.item.id
    if (!isEarlier || other.session.date !== span.session.date) continue
    const meeting = meetingOf(span, other, speakerId)
    if (meeting) found.push(meeting)
  }
  return found
}

/** What is wrong with two items of one speaker on a day: they overlap, or there is no time to go from one to the other. */
const meetingOf = (span: Span, other: Span, speakerId: string): ProgrammeConflict | null => {
  const shared = Math.min(other.end, span.end) - span.start
  const walk = walkBetween(other.place, span.place)
  const missing = walk - (span.start - other.end)
  if (shared <= 0 && missing <= 0) return null
  const place = { sessionId: span.session.id, itemId: span.item.id, speakerId }
  const both = { ...place, otherItemId: other.item.id, otherSessionId: other.session.id }
  return shared > 0
    ? conflict({ rule: 'speaker-twice', severity: 'serious', wayOut: 'move', ...both, amount: shared })
    : conflict({ rule: 'no-time-to-walk', severity: 'doubtful', wayOut: 'move', ...both, amount: missing, limit: walk })
}

/** Minutes from one place to another: by way of the main hall, between two outside as long as the farther one takes. */
const walkBetween = (one: Place, other: Place): number => {
  if (one.isOutside === other.isOutside && one.name === other.name) return 0
  const ways = [one.walkMinutes, other.walkMinutes]
  return one.isOutside && other.isOutside ? Math.max(...ways) : ways.reduce((sum, minutes) => sum + minutes, 0)
}

/** The serious ones first, each kind in the order of the programme. */
const inOrder = (sessions: readonly Session[], conflicts: ProgrammeConflict[]): ProgrammeConflict[] => {
  const places = new Map<string, number>()
  for (const { id, items } of sessions)
    for (const each of [id, ...items.map((item) => item.id)]) places.set(each, places.size)
  const placeOf = ({ itemId, sessionId }: ProgrammeConflict) => places.get(itemId ?? sessionId) ?? 0
  const rankOf = ({ severity }: ProgrammeConflict) => (severity === 'serious' ? 0 : 1)
  return conflicts.sort((one, other) => rankOf(one) - rankOf(other) || placeOf(one) - placeOf(other))
}
