import type { BookingKind, Occurrence } from '../../bookings/schema.ts'
import type { Severity } from '../../conflicts/schema.ts'
import { dayNumber } from '../../format/dates.ts'
import { foldForSearch } from '../../format/search.ts'
import type { VenueRoom } from '../../venues/schema.ts'
import {
  dayAndRoom,
  findDoubts,
  heldTime,
  minutesOf,
  minutesPerDay,
  timeItems,
  type DoubtKind,
  type HeldOn,
  type ProgrammeDoubt,
} from '../rules.ts'
import type { Programme, ProgrammeItem, Speaker } from '../schema.ts'

export type ProgrammeRule =
  | DoubtKind
  | 'speaker-twice'
  | 'speaker-withdrawn'
  | 'no-time-to-walk'
  | 'no-presenter'
  | 'room-too-small'
  | 'room-not-known'
  | 'after-held-end'
  | 'batches-need-more'
  | 'not-booked'

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
}

/** An item in time: minutes since 1 January of year 0, or since an unknown day's midnight. */
interface Span {
  item: ProgrammeItem
  session: Session
  start: number
  end: number
}

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
  const states = new Map(facts.speakers.map(({ id, state }) => [id, state]))
  const spans = new Map(sessions.map((session) => [session.id, spansOf(session)]))
  const bySpeaker = new Map<string, Span[]>()
  for (const span of [...spans.values()].flat()) addTo(bySpeaker, span)
  for (const list of bySpeaker.values()) list.sort(byStart)

  const judge = (session: Session, own: readonly Span[], othersOf: (id: string) => readonly Span[]) => [
    ...conflictsOfSession(session, own, facts, rooms),
    ...own.flatMap((span) => [
      ...conflictsOfItem(span),
      ...span.item.speakerIds.flatMap((id) =>
        conflictsOfSpeaker(span, { id, state: states.get(id) }, othersOf(id), rooms),
      ),
    ]),
  ]
  return {
    all: () => {
      const doubts = findDoubts(sessions, facts, facts.rulesOff).map(fromDoubt)
      const found = sessions.flatMap((session) =>
        judge(session, spans.get(session.id) ?? [], (id) => bySpeaker.get(id) ?? []),
      )
      return inOrder(sessions, [...doubts, ...found])
    },
    of: (changed) => {
      const ids = new Set(changed.map(({ id }) => id))
      const then = changed.map((session) => ({ session, own: spansOf(session) }))
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
      return [...doubts, ...then.flatMap(({ session, own }) => judge(session, own, othersOf))]
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

const spansOf = (session: Session): Span[] => {
  const midnight = session.date === null ? 0 : dayNumber(session.date) * minutesPerDay
  return timeItems(session.startsAt, session.items).flatMap(({ start, end }, index) => {
    const item = session.items[index]
    return item ? [{ item, session, start: midnight + start, end: midnight + end }] : []
  })
}

type Found = Pick<ProgrammeConflict, 'rule' | 'severity' | 'wayOut' | 'sessionId'> & Partial<ProgrammeConflict>

const conflict = (found: Found): ProgrammeConflict => {
  const { rule, sessionId, itemId = null, otherItemId = null, otherSessionId = null, speakerId = null } = found
  const { amount = null, limit = null } = found
  const parts = [rule, itemId ?? sessionId, otherItemId ?? otherSessionId, speakerId]
  const key = `programme:${parts.filter((part) => part !== null).join(':')}`
  return {
    ...found,
    ...{ key, itemId, otherItemId, otherSessionId, speakerId, amount, limit },
    fingerprint: `${key}|${String(amount)}|${String(limit)}`,
  }
}

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
  rooms: Rooms,
): ProgrammeConflict[] => {
  const { id: sessionId, room, fixedEnd, startsAt, date } = session
  const named = room.trim() === '' ? null : rooms.get(foldForSearch(room))
  const seats = named === null ? facts.hallCapacity : (named?.capacity ?? null)
  const persons = session.attendance ?? (isForAll(session) ? facts.expected : null)
  const midnight = date === null ? 0 : dayNumber(date) * minutesPerDay
  const end = Math.max(midnight + minutesOf(startsAt), ...own.map((span) => span.end))
  const late = fixedEnd === null ? 0 : end - midnight - heldTime(fixedEnd, startsAt)
  return [
    ...(named === undefined && facts.rooms.length > 0
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
const needsBooking = ({ kind, date, items }: Session, { bookings, dateFrom, dateTo }: ProgrammeFacts): boolean => {
  if (bookings === null || date === null || dateFrom === null || items.length === 0) return false
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
  const needed = item.batches.reduce((sum, { minutes }) => sum + minutes, 0)
  const isUnnamed = item.kind === 'item' && item.presenter.trim() === '' && item.speakerIds.length === 0
  return [
    ...(isUnnamed
      ? [conflict({ rule: 'no-presenter', severity: 'doubtful', wayOut: 'name-presenter', ...place })]
      : []),
    ...(item.kind === 'awards' && needed > item.durationMinutes
      ? [
          conflict({
            ...{ rule: 'batches-need-more', severity: 'serious', wayOut: 'lengthen', ...place },
            ...{ amount: needed - item.durationMinutes, limit: needed },
          }),
        ]
      : []),
  ]
}

/** Told once for two items, under the later of them. */
const conflictsOfSpeaker = (
  span: Span,
  { id: speakerId, state }: { id: string; state: Speaker['state'] | undefined },
  others: readonly Span[],
  rooms: Rooms,
): ProgrammeConflict[] => {
  const place = { sessionId: span.session.id, itemId: span.item.id, speakerId }
  const withdrawn: ProgrammeConflict[] =
    state === 'withdrawn'
      ? [conflict({ rule: 'speaker-withdrawn', severity: 'serious', wayOut: 'replace-speaker', ...place })]
      : []
  const met = others.flatMap((other): ProgrammeConflict[] => {
    const isEarlier = other.start < span.start || (other.start === span.start && other.item.id < span.item.id)
    if (!isEarlier || other.session.date !== span.session.date) return []
    const shared = Math.min(other.end, span.end) - span.start
    const with_ = { otherItemId: other.item.id, otherSessionId: other.session.id, ...place }
    if (shared > 0) {
      return [conflict({ rule: 'speaker-twice', severity: 'serious', wayOut: 'move', ...with_, amount: shared })]
    }
    const walk = walkBetween(other.session.room, span.session.room, rooms)
    const missing = walk - (span.start - other.end)
    return missing > 0
      ? [
          conflict({
            rule: 'no-time-to-walk',
            severity: 'doubtful',
            wayOut: 'move',
            ...with_,
            amount: missing,
            limit: walk,
          }),
        ]
      : []
  })
  return [...withdrawn, ...met]
}

/** Minutes on foot from one room to another, by way of the main hall. */
const walkBetween = (from: string, to: string, rooms: Rooms): number => {
  const [one, other] = [foldForSearch(from), foldForSearch(to)]
  if (one === other) return 0
  return (rooms.get(one)?.walkMinutes ?? 0) + (rooms.get(other)?.walkMinutes ?? 0)
}

const inOrder = (sessions: readonly Session[], conflicts: ProgrammeConflict[]): ProgrammeConflict[] => {
  const places = new Map<string, number>()
  for (const { id, items } of sessions)
    for (const each of [id, ...items.map((item) => item.id)]) places.set(each, places.size)
  const placeOf = ({ itemId, sessionId }: ProgrammeConflict) => places.get(itemId ?? sessionId) ?? 0
  return conflicts.sort((one, other) => placeOf(one) - placeOf(other))
}
