import {
  arranged,
  moveSession,
  openedSessionId,
  openSession,
  placeItem,
  putInTray,
  resizeItem,
  squeezeSession,
} from '../../server/programme/rules/arrange.ts'
import type { ProgrammeConflict, ProgrammeIndex } from '../../server/programme/rules/conflicts.ts'
import { endOfSession, minutesOf, minutesPerDay, sessionClockOf, timeItems } from '../../server/programme/rules.ts'
import type { Arrangement, OpenedSession, Programme } from '../../server/programme/schema.ts'
import type { Session } from './grid-layout.ts'

type Placed = Pick<Programme, 'sessions' | 'tray'>

/** What the hand holds: an item, its lower edge, or a whole session. */
export type Carried = { kind: 'item' | 'length'; itemId: string } | { kind: 'session'; sessionId: string }

/** Where it is held. */
export type Place =
  | { kind: 'tray' }
  | { kind: 'session'; sessionId: string; minutes: number; length?: number }
  | { kind: 'length'; minutes: number }
  | { kind: 'room'; date: string | null; room: string; isOutside: boolean; minutes: number }
  /** Where nothing is held yet: a session is opened for the item. */
  | { kind: 'opened'; opened: Omit<OpenedSession, 'startsAt'>; minutes: number }

export interface Ways {
  /** «Dời các mục sau theo». */
  movesRest: boolean
  /** Items are shortened where a held end would be missed, in steps of so many minutes. */
  squeezes: boolean
  step: number
}

/** Why it cannot be let go there. */
export type Refusal = 'out-of-day' | 'session-full' | 'same-place'

/** What will be when the hand lets go. */
export interface Foreseen {
  arrangement: Arrangement
  refusal: Refusal | null
  /** The sessions that change, as they will stand. */
  sessions: readonly Session[]
  /** Where the item comes to lie; of a session its own span. Null in the tray. */
  sessionId: string | null
  start: number
  end: number
  /** Minutes by which what comes after is later; negative = earlier. */
  laterMinutes: number
  /** When the session will be over. */
  over: number
  /** Conflicts that what is carried takes part in, and those of its session as a whole. */
  conflicts: readonly ProgrammeConflict[]
}

/** Most items of a session. */
const maxItems = 2000

/** What comes of letting go at a place: as the server would do it, in well under a frame. */
export const foresee = (
  programme: Placed,
  index: Pick<ProgrammeIndex, 'of'>,
  carried: Carried,
  place: Place,
  ways: Ways,
): Foreseen => {
  const involved = sessionsOf(programme, carried, place)
  const part = { sessions: involved, tray: programme.tray }
  const plain = arrangementOf(part, carried, place, ways)
  const target = targetOf(part, carried, place)
  const arrangement =
    ways.squeezes && target ? after(part, plain, (then) => squeezed(then, target.id, ways.step)) : plain
  const standing = arranged(part, arrangement)
  const landedId = place.kind === 'opened' ? openedSessionId : target?.id
  const landed = standing.sessions.find(({ id }) => id === landedId)
  const span = spanOf(landed, carried)
  const own = carried.kind === 'session' ? carried.sessionId : carried.itemId
  return {
    arrangement,
    refusal: refusalOf(arrangement, landed, span),
    sessions: standing.sessions,
    sessionId: landed?.id ?? null,
    ...span,
    laterMinutes: target && landed ? laterOf(target, landed, carried) : 0,
    over: landed ? endOfSession(landed.startsAt, landed.items) : 0,
    conflicts: index
      .of(standing.sessions)
      .filter(({ itemId, otherItemId, sessionId }) =>
        itemId === null ? sessionId === landed?.id : itemId === own || otherItemId === own || sessionId === own,
      ),
  }
}

/** The sessions that an act can touch: the one that is left and the one that is gone to. */
const sessionsOf = ({ sessions }: Placed, carried: Carried, place: Place): Session[] =>
  sessions.filter(({ id, items }) =>
    carried.kind === 'session'
      ? id === carried.sessionId
      : (place.kind === 'session' && place.sessionId === id) || items.some((item) => item.id === carried.itemId),
  )

const arrangementOf = (part: Placed, carried: Carried, place: Place, { movesRest }: Ways): Arrangement => {
  if (carried.kind === 'session') {
    const [session] = part.sessions
    if (!session || place.kind !== 'room') return { sessions: [], items: [] }
    const startsAt = sessionClockOf(clampToDay(place.minutes))
    const { date, room, isOutside } = place
    const isThere = session.room === room && session.isOutside === isOutside
    const isSame = session.date === date && isThere && session.startsAt === startsAt
    return isSame ? { sessions: [], items: [] } : moveSession(session, { date, room, isOutside, startsAt })
  }
  const { itemId } = carried
  if (place.kind === 'tray') return putInTray(part, itemId, movesRest)
  if (place.kind === 'length') return resizeItem(part, itemId, { durationMinutes: place.minutes, movesRest })
  if (place.kind === 'session') {
    const { sessionId, minutes, length: durationMinutes } = place
    const placed = placeItem(part, { itemId, sessionId, minutes, movesRest })
    if (durationMinutes === undefined) return placed
    return after(part, placed, (then) => resizeItem(then, itemId, { durationMinutes, movesRest }))
  }
  if (place.kind === 'opened') {
    const startsAt = sessionClockOf(clampToDay(place.minutes))
    return openSession(part, itemId, { opened: { ...place.opened, startsAt }, movesRest })
  }
  return { sessions: [], items: [] }
}

/** A session begins on its day, however long it goes on. */
const clampToDay = (minutes: number): number => Math.max(0, Math.min(minutes, minutesPerDay - 1))

const targetOf = ({ sessions }: Placed, carried: Carried, place: Place): Session | undefined => {
  if (place.kind === 'tray' || place.kind === 'opened') return undefined
  if (place.kind === 'session') return sessions.find(({ id }) => id === place.sessionId)
  return carried.kind === 'session'
    ? sessions[0]
    : sessions.find(({ items }) => items.some(({ id }) => id === carried.itemId))
}

/** One change upon another, as one. */
const after = (part: Placed, first: Arrangement, next: (then: Placed) => Arrangement): Arrangement => {
  const then = next(arranged(part, first))
  const items = new Map([...first.items, ...then.items].map((item) => [item.id, item]))
  return { sessions: first.sessions, items: [...items.values()] }
}

/** The items of a session are shortened so that what it holds is kept. */
const squeezed = (part: Placed, sessionId: string, step: number): Arrangement => {
  const session = part.sessions.find(({ id }) => id === sessionId)
  return session ? squeezeSession(part, session, step).arrangement : { sessions: [], items: [] }
}

const spanOf = (session: Session | undefined, carried: Carried): Pick<Foreseen, 'start' | 'end'> => {
  if (!session) return { start: 0, end: 0 }
  const times = timeItems(session.startsAt, session.items)
  if (carried.kind === 'session') {
    return { start: minutesOf(session.startsAt), end: times.at(-1)?.end ?? minutesOf(session.startsAt) }
  }
  const time = times[session.items.findIndex(({ id }) => id === carried.itemId)]
  return { start: time?.start ?? 0, end: time?.end ?? 0 }
}

/** By how much the next item that was not carried is later than it stood. */
const laterOf = (before: Session, after: Session, carried: Carried): number => {
  if (carried.kind === 'session') return minutesOf(after.startsAt) - minutesOf(before.startsAt)
  const at = after.items.findIndex(({ id }) => id === carried.itemId)
  const next = after.items[at + 1]
  const stood = before.items.findIndex(({ id }) => id === next?.id)
  if (!next || stood === -1) return 0
  const start = timeItems(after.startsAt, after.items)[at + 1]?.start ?? 0
  return start - (timeItems(before.startsAt, before.items)[stood]?.start ?? start)
}

const refusalOf = (
  { sessions, items }: Arrangement,
  landed: Session | undefined,
  { start, end }: Pick<Foreseen, 'start' | 'end'>,
): Refusal | null => {
  if (sessions.length === 0 && items.length === 0) return 'same-place'
  if (landed && landed.items.length > maxItems) return 'session-full'
  if (start < 0 || end > 2 * minutesPerDay) return 'out-of-day'
  return null
}
