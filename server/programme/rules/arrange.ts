import { bareSession, heldTime, minutesOf, sessionClockOf, timeItems } from '../rules.ts'
import type { Arrangement, OpenedSession, Programme, ProgrammeItem } from '../schema.ts'

/**
 * What the hand does in the programme editor, as plain changes: the browser shows their result while it drags and sends
 * the same to the server when it lets go.
 */

type Session = Programme['sessions'][number]
type Placed = Pick<Programme, 'sessions' | 'tray'>
type ItemPlace = Arrangement['items'][number]

/** Where an item is dropped. */
export interface Drop {
  itemId: string
  sessionId: string
  /** Minutes since the session's midnight, snapped already. */
  minutes: number
  /** «Dời các mục sau theo»: what comes after goes along; else it holds the times that it has. */
  movesRest: boolean
}

const nothing: Arrangement = { sessions: [], items: [] }

/** An item goes to a time of a session: between two items of it, or alone at a time that is held. */
export const placeItem = (programme: Placed, { itemId, sessionId, minutes, movesRest }: Drop): Arrangement => {
  const from = programme.sessions.find(({ items }) => items.some(({ id }) => id === itemId))
  const to = programme.sessions.find(({ id }) => id === sessionId)
  const item = from?.items.find(({ id }) => id === itemId) ?? programme.tray.find(({ id }) => id === itemId)
  if (!item || !to) return nothing
  const left = from ? leave(from, itemId, movesRest) : []
  const standing = from === to ? left : to.items
  const { index, isHeld } = placeAt(to, standing, minutes, movesRest)
  const placed = { ...item, fixedStart: isHeld ? sessionClockOf(minutes) : null }
  const rest = standing.slice(index)
  const held = movesRest ? rest : holdFirst(to, standing, index)
  const arranged = [...standing.slice(0, index), placed, ...held]
  return changesOf(programme, [
    ...(from && from !== to ? [{ session: from, items: left }] : []),
    { session: to, items: arranged },
  ])
}

/** Stands for the session that an arrangement opens, until the server has given it an id. */
export const openedSessionId = '00000000-0000-7000-8000-000000000000'

/** An item goes where nothing is held yet: a session is opened that begins with it. */
export const openSession = (
  programme: Placed,
  itemId: string,
  { opened, movesRest }: { opened: OpenedSession; movesRest: boolean },
): Arrangement => {
  const then = { ...programme, sessions: withOpened(programme, opened) }
  const drop = { itemId, sessionId: openedSessionId, minutes: minutesOf(opened.startsAt), movesRest }
  return { ...placeItem(then, drop), opened }
}

const withOpened = ({ sessions }: Placed, opened: OpenedSession | undefined): Session[] => {
  if (opened === undefined) return sessions
  const more = { congressId: '', position: sessions.length, version: 1, items: [] }
  return [...sessions, { ...bareSession, ...opened, ...more, id: openedSessionId }]
}

/** An item takes so many minutes; what comes after goes along, or the next one holds the time that it has. */
export const resizeItem = (
  programme: Placed,
  itemId: string,
  { durationMinutes, movesRest }: { durationMinutes: number; movesRest: boolean },
): Arrangement => {
  const session = programme.sessions.find(({ items }) => items.some(({ id }) => id === itemId))
  if (!session) return nothing
  const index = session.items.findIndex(({ id }) => id === itemId)
  const after = movesRest ? session.items.slice(index + 1) : holdFirst(session, session.items, index + 1)
  const items = [...session.items.slice(0, index + 1), ...after]
  return changesOf(programme, [
    { session, items: items.map((item) => (item.id === itemId ? { ...item, durationMinutes } : item)) },
  ])
}

/** An item goes back into the tray, at its end. */
export const putInTray = (programme: Placed, itemId: string, movesRest: boolean): Arrangement => {
  const session = programme.sessions.find(({ items }) => items.some(({ id }) => id === itemId))
  const item = session?.items.find(({ id }) => id === itemId)
  if (!session || !item) return nothing
  const { sessions, items } = changesOf(programme, [{ session, items: leave(session, itemId, movesRest) }])
  const place = { position: programme.tray.length, sessionId: null, fixedStart: null }
  return { sessions, items: [...items, { ...placeOf(item, place.position, null), ...place }] }
}

/** A session goes to another day, room or hour; the times that it holds go along. */
export const moveSession = (
  { id, version, startsAt, fixedEnd, items }: Session,
  { startsAt: wanted, ...place }: Pick<Session, 'date' | 'room' | 'startsAt'> & Partial<Pick<Session, 'isOutside'>>,
): Arrangement => {
  const later = minutesOf(wanted) - minutesOf(startsAt)
  const shifted = (clock: string | null) => (clock === null ? null : shiftedClock(heldTime(clock, startsAt) + later))
  return {
    sessions: [{ id, version, ...place, startsAt: wanted, fixedEnd: shifted(fixedEnd) }],
    items: items.flatMap((item, position) =>
      item.fixedStart === null || later === 0
        ? []
        : [{ ...placeOf(item, position, id), fixedStart: shifted(item.fixedStart) }],
    ),
  }
}

/** What comes from an item on begins so many minutes later (earlier where negative); floating ones follow by themselves. */
export const shiftFrom = (programme: Placed, itemId: string, minutes: number): Arrangement => {
  const session = programme.sessions.find(({ items }) => items.some(({ id }) => id === itemId))
  if (!session || minutes === 0) return nothing
  const index = session.items.findIndex(({ id }) => id === itemId)
  const times = timeItems(session.startsAt, session.items)
  const items = session.items.map((item, at) => {
    const isHeld = at === index || (at > index && item.fixedStart !== null)
    return isHeld ? { ...item, fixedStart: shiftedClock((times[at]?.start ?? 0) + minutes) } : item
  })
  return changesOf(programme, [{ session, items }])
}

/** A session that was squeezed, and the minutes by which it still misses what it must keep. */
export interface Squeezed {
  arrangement: Arrangement
  missingMinutes: number
}

/**
 * Shortens items so that each held time and the held end are kept: breaks first, then long items, in whole steps of so
 * many minutes where they do. What is shortened stays at least a minute long, awards as long as their batches need.
 */
export const squeezeSession = (programme: Placed, session: Session, step: number): Squeezed => {
  const end = session.fixedEnd === null ? null : heldTime(session.fixedEnd, session.startsAt)
  const times = timeItems(session.startsAt, session.items)
  const lengths = session.items.map(({ durationMinutes }) => durationMinutes)
  let missingMinutes = 0
  for (const { from, to } of stretchesOf(session.items)) {
    const next = session.items[to]
    const limit = next?.fixedStart == null ? end : heldTime(next.fixedStart, session.startsAt)
    if (limit === null) continue
    const stretch = session.items.slice(from, to)
    const over = (times[from]?.start ?? 0) + sumOf(lengths.slice(from, to)) - limit
    if (over <= 0) continue
    const shares = shorten(stretch, over, step)
    shares.forEach((share, at) => (lengths[from + at] = (lengths[from + at] ?? 0) - share))
    missingMinutes += over - sumOf(shares)
  }
  const items = session.items.map((item, at) => ({ ...item, durationMinutes: lengths[at] ?? item.durationMinutes }))
  return { arrangement: changesOf(programme, [{ session, items }]), missingMinutes }
}

/** Minutes that an item cannot do without. */
export const leastMinutes = ({ kind, batches, durationMinutes }: ProgrammeItem): number => {
  const needed = kind === 'awards' ? sumOf(batches.map(({ minutes }) => minutes)) : 0
  return Math.min(durationMinutes, Math.max(needed, 1))
}

/** The programme as it will be once an arrangement is done. */
export const arranged = <P extends Placed>(programme: P, { sessions, items, opened }: Arrangement): P => {
  const moved = new Map(items.map((item) => [item.id, item]))
  const placed = new Map(sessions.map((session) => [session.id, session]))
  const all = [...programme.sessions.flatMap((session) => session.items), ...programme.tray].map((item) => ({
    ...item,
    ...moved.get(item.id),
  }))
  const lying = (sessionId: string | null) =>
    all.filter((item) => item.sessionId === sessionId).sort((one, other) => one.position - other.position)
  return {
    ...programme,
    sessions: withOpened(programme, opened).map((session) => ({
      ...session,
      ...placed.get(session.id),
      items: lying(session.id),
    })),
    tray: lying(null),
  }
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)

/** Times of a session never go before its midnight nor beyond the second one. */
const shiftedClock = (minutes: number): string => sessionClockOf(Math.max(0, Math.min(minutes, 48 * 60 - 1)))

/** The items of a session without one that leaves; where nothing moves, the next one holds the time that it has. */
const leave = (session: Session, itemId: string, movesRest: boolean): ProgrammeItem[] => {
  const index = session.items.findIndex(({ id }) => id === itemId)
  const after = movesRest ? session.items.slice(index + 1) : holdFirst(session, session.items, index + 1)
  return [...session.items.slice(0, index), ...after]
}

/** The items from an index on, the first of them held at the time that it has. */
const holdFirst = ({ startsAt }: Session, items: readonly ProgrammeItem[], index: number): ProgrammeItem[] => {
  const [next, ...others] = items.slice(index)
  if (!next) return []
  const start = timeItems(startsAt, items)[index]?.start ?? 0
  return [{ ...next, fixedStart: next.fixedStart ?? sessionClockOf(start) }, ...others]
}

/**
 * The index at which an item comes that is dropped at a time, and whether it must hold that time: in a running order it
 * floats where it meets the end of the one before; alone, or where nothing else may move, it holds.
 */
const placeAt = (
  { startsAt }: Session,
  items: readonly ProgrammeItem[],
  minutes: number,
  movesRest: boolean,
): { index: number; isHeld: boolean } => {
  const times = timeItems(startsAt, items)
  const index = times.filter(({ start, end }) => (movesRest ? (start + end) / 2 : start) < minutes).length
  const clock = times[index - 1]?.end ?? minutesOf(startsAt)
  return { index, isHeld: movesRest ? minutes > clock : minutes !== clock }
}

/** Runs of items from one that holds its time (or the first) up to the next that does. */
const stretchesOf = (items: readonly ProgrammeItem[]): { from: number; to: number }[] => {
  const starts = items.flatMap(({ fixedStart }, index) => (index === 0 || fixedStart !== null ? [index] : []))
  return starts.map((from, at) => ({ from, to: starts[at + 1] ?? items.length }))
}

/** What a break keeps as long as long items can give, what it keeps before short ones give, and what any other item keeps. */
const keptOfBreak = 10
const leastOfBreak = 5
const keptOfItem = 10

/** Where the wanted step is too coarse to end on time: whole fives, as a programme that somebody signs has them, then minutes. */
const finerSteps = [5, 1] as const

/**
 * Minutes that each item gives up, summing to what is asked or to all there is: breaks first, then long items, both in
 * whole steps and only then in finer ones; what is short already gives last.
 */
const shorten = (items: readonly ProgrammeItem[], minutes: number, wanted: number): number[] => {
  const least = items.map(leastMinutes)
  const ofBreaks = (kept: number) =>
    items.map(({ kind, durationMinutes }) => (kind === 'break' ? kept : durationMinutes))
  const ofLong = items.map(({ kind }, at) => Math.max(least[at] ?? 0, kind === 'break' ? keptOfBreak : keptOfItem))
  const steps = [wanted, ...finerSteps.filter((finer) => finer < wanted)]
  const first = steps.flatMap((step) =>
    [ofBreaks(keptOfBreak), ofLong, ofBreaks(leastOfBreak)].map((floors) => ({ floors, step })),
  )
  const last = steps.map((step) => ({ floors: least, step }))
  const given = items.map(() => 0)
  for (const { floors, step } of [...first, ...last]) {
    const spare = items.map(({ durationMinutes }, at) =>
      Math.max(0, Math.floor((durationMinutes - (given[at] ?? 0) - (floors[at] ?? 0)) / step)),
    )
    const shares = shareOut(spare, Math.floor((minutes - sumOf(given)) / step))
    shares.forEach((share, at) => (given[at] = (given[at] ?? 0) + share * step))
  }
  return given
}

/** So many of what is to spare, from each in proportion to what it has; all there is where more is asked. */
const shareOut = (spare: readonly number[], wanted: number): number[] => {
  const all = sumOf(spare)
  const asked = Math.min(wanted, all)
  if (asked === 0) return spare.map(() => 0)
  const exact = spare.map((each) => (each * asked) / all)
  const shares = exact.map(Math.floor)
  const byRemainder = exact
    .map((each, index) => ({ index, remainder: each - Math.floor(each) }))
    .sort((one, other) => other.remainder - one.remainder || one.index - other.index)
  for (const { index } of byRemainder.slice(0, asked - sumOf(shares))) shares[index] = (shares[index] ?? 0) + 1
  return shares
}

const placeOf = (
  { id, version, durationMinutes, fixedStart }: ProgrammeItem,
  position: number,
  sessionId: string | null,
): ItemPlace => ({ id, version, sessionId, position, durationMinutes, fixedStart })

/** Only what differs from how it stands. */
const changesOf = (programme: Placed, arranged: { session: Session; items: ProgrammeItem[] }[]): Arrangement => {
  const before = new Map(
    [...programme.sessions.flatMap(({ items }) => items), ...programme.tray].map((item) => [item.id, item]),
  )
  const items = arranged.flatMap(({ session, items: own }) =>
    own.flatMap((item, position) => {
      const stood = before.get(item.id)
      const isSame =
        stood?.sessionId === session.id &&
        stood.position === position &&
        stood.durationMinutes === item.durationMinutes &&
        stood.fixedStart === item.fixedStart
      return isSame ? [] : [placeOf(item, position, session.id)]
    }),
  )
  return { sessions: [], items }
}
