import { clockIn, daysBetween, todayIn } from '../format/dates.ts'
import { heldTime, minutesOf, minutesPerDay, sessionClockOf, timeItems } from '../programme/rules.ts'
import type { Arrangement, Programme, ProgrammeItem } from '../programme/schema.ts'
import { leastMinutes } from '../programme/rules/arrange.ts'

/**
 * The day itself: when items really began and ended, what follows from it for those to come, and what could be shortened.
 * The browser recomputes it every second, the server stamps the times that are tapped.
 */

type Session = Programme['sessions'][number]

/** `passed-over` = one after it has begun, and it has not. */
export type ItemStage = 'held' | 'running' | 'passed-over' | 'coming'

/** Minutes since the session's midnight: as planned, and as it went or is to be expected. */
export interface DayTime {
  stage: ItemStage
  plannedStart: number
  plannedEnd: number
  start: number
  end: number
}

export interface SessionDay {
  times: DayTime[]
  /** Index of the item that runs, and of the one that comes next; −1 = none. */
  running: number
  next: number
  /** Minutes by which it is behind its plan at this moment; negative = ahead. */
  late: number
  /** When it is expected to be over, and when it has to be. */
  end: number
  limit: number
  isBegun: boolean
  /** Everything has been held or passed over. */
  isOver: boolean
}

/** How a session stands at a minute since its midnight; null = not its day: nothing is late by waiting. */
export const dayOf = (session: Session, now: number | null): SessionDay => {
  const planned = timeItems(session.startsAt, session.items)
  const lastBegun = session.items.findLastIndex(({ startedAt }) => startedAt !== null)
  const running = latestRunning(session)
  // What has begun reaches as far as it was ended, or as it may be expected to be.
  const reached = session.items.map((item, index) => (item.startedAt === null ? -1 : endOf(session, index, now)))
  let clock = lastBegun < 0 ? minutesOf(session.startsAt) : Math.max(...reached)
  const isComing = lastBegun < session.items.length - 1
  if (now !== null && running < 0 && isComing) clock = Math.max(clock, now)
  const times = session.items.map((item, index): DayTime => {
    const { start: plannedStart = 0, end: plannedEnd = 0 } = planned[index] ?? {}
    const plan = { plannedStart, plannedEnd }
    if (item.startedAt !== null) {
      const start = heldTime(item.startedAt, session.startsAt)
      return { ...plan, stage: item.endedAt === null ? 'running' : 'held', start, end: reached[index] ?? start }
    }
    if (index < lastBegun) return { ...plan, stage: 'passed-over', start: plannedStart, end: plannedStart }
    const start = item.fixedStart === null ? clock : Math.max(clock, heldTime(item.fixedStart, session.startsAt))
    clock = start + item.durationMinutes
    return { ...plan, stage: 'coming', start, end: clock }
  })
  const next = times.findIndex(({ stage }) => stage === 'coming')
  const plannedEnd = planned.at(-1)?.end ?? minutesOf(session.startsAt)
  return {
    times,
    running,
    next,
    late: lateness(times, running, next),
    end: clock,
    limit: session.fixedEnd === null ? plannedEnd : heldTime(session.fixedEnd, session.startsAt),
    isBegun: lastBegun >= 0,
    isOver: times.length > 0 && running < 0 && next < 0,
  }
}

/** A session of which nothing was tapped, as if all of it went as planned until this minute: nobody need tap for the hall. */
export const asPlannedUntil = (session: Session, now: number): Session => {
  if (session.items.some(({ startedAt }) => startedAt !== null)) return session
  const times = timeItems(session.startsAt, session.items)
  const items = session.items.map((item, index) => {
    const { start = 0, end = 0 } = times[index] ?? {}
    if (now < start) return item
    return { ...item, startedAt: sessionClockOf(start), endedAt: now < end ? null : sessionClockOf(end) }
  })
  return { ...session, items }
}

/** The item that began last of those that have not ended. */
const latestRunning = ({ items, startsAt }: Session): number => {
  const begun = items.flatMap(({ startedAt, endedAt }, index) =>
    startedAt === null || endedAt !== null ? [] : [{ index, start: heldTime(startedAt, startsAt) }],
  )
  return begun.sort((one, other) => one.start - other.start || one.index - other.index).at(-1)?.index ?? -1
}

const endOf = ({ items, startsAt }: Session, index: number, now: number | null): number => {
  const item = items[index]
  if (!item || item.startedAt === null) return -1
  if (item.endedAt !== null) return heldTime(item.endedAt, startsAt)
  return Math.max(heldTime(item.startedAt, startsAt) + item.durationMinutes, now ?? 0)
}

/** Of what runs by its end, else of what comes by its beginning, else of what was last by its end. */
const lateness = (times: readonly DayTime[], running: number, next: number): number => {
  const current = times[running]
  if (current) return current.end - current.plannedEnd
  const coming = times[next]
  if (coming) return coming.start - coming.plannedStart
  const last = times.findLast(({ stage }) => stage === 'held')
  return last ? last.end - last.plannedEnd : 0
}

/** One thing that could be done to catch up. */
export interface Proposal {
  kind: 'shorten' | 'leave-out'
  itemId: string
  fromMinutes: number
  /** 0 where it is left out. */
  toMinutes: number
  /** Minutes by which the session is over earlier. */
  gain: number
}

export interface CatchingUp {
  proposals: Proposal[]
  /** Minutes that nothing proposed here makes good. */
  missing: number
}

/** Nobody comes back from a shorter pause in time. */
const leastBreak = 5

/**
 * What to shorten so that a session is over when it must be: pauses first, then of each item at most a third, the
 * longest first; awards never below what their batches need. Where that is not enough, items that could be left out, the
 * last ones first; never the very last, which closes the session. Only what is still to come is touched.
 */
export const catchUp = (session: Session, now: number | null): CatchingUp => {
  let working = session
  const proposals: Proposal[] = []
  // What is shortened does not draw the end forward that has to be kept.
  const { times, limit } = dayOf(session, now)
  const over = () => dayOf(working, now).end - limit
  const propose = (kind: Proposal['kind'], item: ProgrammeItem, minutes: number): void => {
    const before = over()
    const given = kind === 'shorten' ? Math.min(minutes, before) : minutes
    if (before <= 0 || given <= 0) return
    const toMinutes = item.durationMinutes - given
    const standing = working
    working = withMinutes(working, item.id, toMinutes)
    const gain = before - over()
    // Before a held time nothing is gained by hurrying.
    if (gain <= 0) working = standing
    else proposals.push({ kind, itemId: item.id, fromMinutes: item.durationMinutes, toMinutes, gain })
  }
  const coming = session.items.filter((_item, index) => times[index]?.stage === 'coming')
  for (const item of [...coming].sort(breaksThenLongest)) propose('shorten', item, sparable(item))
  const closing = session.items.at(-1)
  for (const item of [...coming].reverse()) {
    if (over() <= 0) break
    if (item === closing || item.kind === 'awards') continue
    const shortened = proposals.findIndex(({ itemId }) => itemId === item.id)
    const [dropped] = shortened < 0 ? [] : proposals.splice(shortened, 1)
    if (dropped) working = withMinutes(working, item.id, item.durationMinutes)
    propose('leave-out', item, item.durationMinutes)
  }
  return { proposals, missing: Math.max(0, over()) }
}

const breaksThenLongest = (one: ProgrammeItem, other: ProgrammeItem): number =>
  Number(other.kind === 'break') - Number(one.kind === 'break') || other.durationMinutes - one.durationMinutes

/** Minutes that an item can give up without losing its sense. */
const sparable = (item: ProgrammeItem): number => {
  const { kind, durationMinutes, batches } = item
  if (kind === 'break') return durationMinutes - leastBreak
  if (kind === 'awards') return batches.length === 0 ? 0 : durationMinutes - leastMinutes(item)
  return Math.floor(durationMinutes / 3)
}

const withMinutes = (session: Session, itemId: string, durationMinutes: number): Session => ({
  ...session,
  items: session.items.map((item) => (item.id === itemId ? { ...item, durationMinutes } : item)),
})

/**
 * What was proposed, as one arrangement. The end that the session had is held from now on: else what is shortened would
 * draw it forward, and the delay would never seem smaller.
 */
export const arrangementOf = (
  { tray }: Pick<Programme, 'tray'>,
  session: Session,
  proposals: readonly Proposal[],
): Arrangement => {
  const { id, version, date, startsAt, room, fixedEnd } = session
  const held = endToHold(session)
  const leftOut = proposals.filter(({ kind }) => kind === 'leave-out')
  return {
    sessions: fixedEnd === held ? [] : [{ id, version, date, startsAt, room, fixedEnd: held }],
    items: proposals.flatMap((proposal) => {
      const position = session.items.findIndex((item) => item.id === proposal.itemId)
      const item = session.items[position]
      if (!item) return []
      const same = { id: item.id, version: item.version }
      return proposal.kind === 'leave-out'
        ? {
            ...same,
            sessionId: null,
            position: tray.length + leftOut.indexOf(proposal),
            durationMinutes: item.durationMinutes,
            fixedStart: null,
          }
        : { ...same, sessionId: id, position, durationMinutes: proposal.toMinutes, fixedStart: item.fixedStart }
    }),
  }
}

/**
 * The session as it would run with what was proposed: what a run-through shows, the plan staying as it is. What has begun
 * since is left out no more.
 */
export const shortened = (session: Session, proposals: readonly Proposal[]): Session => {
  if (proposals.length === 0) return session
  const leftOut = new Set(proposals.flatMap(({ kind, itemId }) => (kind === 'leave-out' ? itemId : [])))
  const minutes = new Map(proposals.map(({ itemId, toMinutes }) => [itemId, toMinutes]))
  const items = session.items
    .filter(({ id, startedAt }) => startedAt !== null || !leftOut.has(id))
    .map((item) =>
      leftOut.has(item.id) ? item : { ...item, durationMinutes: minutes.get(item.id) ?? item.durationMinutes },
    )
  return { ...session, fixedEnd: endToHold(session), items }
}

const endToHold = (session: Session): string => session.fixedEnd ?? sessionClockOf(dayOf(session, null).limit)

/** Where the clock stands for a session: seconds since the midnight of its day, and whether it is its day at all. */
export interface Moment {
  seconds: number
  isItsDay: boolean
}

/** On other days than its own a session is only run through: the wall clock counts as if it were its day. */
export const momentOf = (date: string | null, now: Date, timeZone: string): Moment => {
  const wall = minutesOf(clockIn(timeZone, now))
  const days = date === null ? NaN : daysBetween(date, todayIn(timeZone, now))
  // A session that goes on past midnight is not over with its day.
  const isItsDay = days === 0 || (days === 1 && wall < minutesPerDay / 2)
  const minutes = isItsDay ? wall + days * minutesPerDay : wall
  return { seconds: minutes * 60 + now.getUTCSeconds(), isItsDay }
}
