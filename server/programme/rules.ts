import { dayNumber, daysBetween, type Language } from '../format/dates.ts'
import { compareVietnamese } from '../format/names.ts'
import type { HalfDay } from '../congresses/schema.ts'
import type {
  Programme,
  ProgrammeItem,
  ProgrammeOutline,
  ProgrammeSession,
  SessionKind,
  StartingSession,
} from './schema.ts'

/** Minutes of a clock time since midnight. */
export const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

/** Clock time of minutes since midnight; past midnight it begins anew. */
export const clockOf = (minutes: number): string => {
  const ofDay = ((minutes % minutesPerDay) + minutesPerDay) % minutesPerDay
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`
}

export const minutesPerDay = 24 * 60

type Filled = Pick<
  ProgrammeItem,
  'kind' | 'speakerIds' | 'presidiumWords' | 'announcerWords' | 'batches' | 'cues' | 'startedAt' | 'endedAt'
>

/** What an item has before anybody fills it in. */
export const bareItem = (): Filled => ({
  kind: 'item',
  speakerIds: [],
  presidiumWords: '',
  announcerWords: '',
  batches: [],
  cues: [],
  startedAt: null,
  endedAt: null,
})

/** What a session has before anybody fills it in. */
export const bareSession = {
  fixedEnd: null,
  attendance: null,
  isOutside: false,
  travelMinutes: null,
} as const satisfies Partial<ProgrammeSession>

interface Timed {
  durationMinutes: number
  fixedStart: string | null
}

/** When an item begins and ends, in minutes since the session's midnight; past 1440 = after midnight. */
export interface ItemTime {
  start: number
  end: number
  /** Minutes that stand empty before an item; negative = one before it, not only the last, runs over by as many. */
  gapBefore: number
}

/**
 * Times of a session's items: each begins when the one before it ends; a fixed item holds its time and those after it
 * follow it. Which day a fixed time lies on hangs on the session's start alone: see `heldTime`.
 */
export const timeItems = (startsAt: string, items: readonly Timed[]): ItemTime[] => {
  let clock = minutesOf(startsAt)
  let latest = clock
  return items.map(({ durationMinutes, fixedStart }) => {
    const start = fixedStart === null ? clock : heldTime(fixedStart, startsAt)
    const time = { start, end: start + durationMinutes, gapBefore: start - latest }
    clock = time.end
    latest = Math.max(latest, clock)
    return time
  })
}

/** So far before a session begins a time is a slip of it; farther before it, the next day. */
const slipMinutes = 3 * 60

/**
 * Minutes since the session's midnight of a time that is held: `24:30` says the next day itself; a time long before the
 * session begins can only be of the next day too.
 */
export const heldTime = (clock: string, startsAt: string): number => {
  const minutes = minutesOf(clock)
  return minutes < minutesOf(startsAt) - slipMinutes ? minutes + minutesPerDay : minutes
}

/** A time within a session as it is stored: past midnight it goes on counting, `24:30`. */
export const sessionClockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** When the session ends, in minutes since its midnight. */
export const endOfSession = (startsAt: string, items: readonly Timed[]): number =>
  timeItems(startsAt, items).at(-1)?.end ?? minutesOf(startsAt)

/**
 * Sessions in the order in which they are held: by day, hour and room. Those of the same moment and room keep their order,
 * and so do those without a day, which come last: their hours do not say which comes first.
 */
export const inOrderOfTime = <S extends HeldAt>(sessions: readonly S[]): S[] => [
  ...sessions.filter(({ date }) => date !== null).sort(compareTimes),
  ...sessions.filter(({ date }) => date === null),
]

type HeldAt = Pick<ProgrammeSession, 'date' | 'startsAt' | 'room'>

const compareTimes = (one: HeldAt, other: HeldAt): number => {
  const [a, b] = [`${one.date ?? ''} ${one.startsAt}`, `${other.date ?? ''} ${other.startsAt}`]
  return a < b ? -1 : a > b ? 1 : compareVietnamese(one.room, other.room)
}

/** A session as far as its hours go. */
export interface TimedSession {
  kind: SessionKind
  date: string | null
  startsAt: string
  items: Timed[]
}

/** A day and the minutes since its midnight; past 1440 = after the next one. */
interface Moment {
  date: string
  minutes: number
}

/**
 * From the first item to the last of what is held on the days of a congress; a rehearsal is no part of it. Null where
 * the programme does not yet say when the first day begins and the last one ends.
 */
export const spanOfProgramme = (
  sessions: readonly TimedSession[],
  { dateFrom, dateTo }: Pick<HeldOn, 'dateFrom' | 'dateTo'>,
): { start: Moment; end: Moment } | null => {
  if (dateFrom === null) return null
  const lastDay = dateTo ?? dateFrom
  const counted = sessions.flatMap(({ kind, date, startsAt, items }) => {
    const day = date ?? dateFrom
    const times = timeItems(startsAt, items)
    if (kind === 'rehearsal' || times.length === 0 || day < dateFrom || day > lastDay) return []
    const from = Math.min(...times.map(({ start }) => start))
    const to = Math.max(...times.map(({ end }) => end))
    return [{ start: { date: day, minutes: from }, end: { date: day, minutes: to } }]
  })
  const ofFirst = counted.filter(({ start }) => start.date === dateFrom).map(({ start }) => start.minutes)
  const ofLast = counted.filter(({ end }) => end.date === lastDay).map(({ end }) => end.minutes)
  if (ofFirst.length === 0 || ofLast.length === 0) return null
  return {
    start: { date: dateFrom, minutes: Math.min(...ofFirst) },
    end: { date: lastDay, minutes: Math.max(...ofLast) },
  }
}

export type DoubtKind =
  'overrun' | 'gap' | 'past-midnight' | 'sessions-overlap' | 'empty-session' | 'other-day' | 'gift'

/** What of a programme should be looked at again before it is printed. */
export interface ProgrammeDoubt {
  kind: DoubtKind
  sessionId: string
  /** null where the session as a whole is meant. */
  itemId: string | null
  /** How long it lasts: what runs over, stands empty, overlaps; 0 where nothing is measured. */
  minutes: number
  /** The other session of an overlap; else null. */
  otherSessionId: string | null
}

type DoubtfulSession = Pick<Programme['sessions'][number], 'id' | 'date' | 'startsAt' | 'room'> & {
  isOutside?: boolean
  items: readonly (Timed & Pick<ProgrammeItem, 'id' | 'title' | 'note'>)[]
}

/** A preparatory session, a rehearsal or incense may come so many days before the congress itself. */
const daysAhead = 7

/**
 * Everything doubtful in a programme, in its order: items that run over a held time or leave it empty, what goes on past
 * midnight, gifts, sessions without items, on other days than the congress's, or in one room at the same time.
 * `rulesOff`: those that do not apply at its level.
 */
export const findDoubts = (
  sessions: readonly DoubtfulSession[],
  congress: Pick<HeldOn, 'dateFrom' | 'dateTo'>,
  rulesOff: readonly string[] = [],
): ProgrammeDoubt[] => {
  const ofRoom = new Map<string, Spanned[]>()
  return sessions.flatMap((session) => {
    const place = dayAndRoom(session)
    // Two places that nobody has chosen yet need not be one.
    const earlier = session.date === null || isPlaceOpen(session) ? [] : (ofRoom.get(place) ?? [])
    const own = spanned(session)
    ofRoom.set(place, [...earlier, own])
    return [
      ...doubtsOfSession(session, congress),
      ...doubtsOfItems(session),
      ...(rulesOff.includes('gifts') ? [] : giftsOf(session)),
      ...earlier.flatMap(({ id, start, end }) => {
        const minutes = Math.min(own.end, end) - Math.max(own.start, start)
        return minutes <= 0 ? [] : [{ ...doubtOf('sessions-overlap', session.id), minutes, otherSessionId: id }]
      }),
    ]
  })
}

/** It is held elsewhere than in the hall, and nobody has said where yet. */
export const isPlaceOpen = ({ room, isOutside }: { room: string; isOutside?: boolean }): boolean =>
  isOutside === true && room.trim() === ''

/** Where sessions stand in each other's way. */
export const dayAndRoom = ({
  date,
  room,
  isOutside,
}: Pick<ProgrammeSession, 'date' | 'room'> & { isOutside?: boolean }): string =>
  `${date ?? ''} ${isOutside === true ? 'outside ' : ''}${room.trim()}`

interface Spanned {
  id: string
  start: number
  end: number
}

const spanned = ({ id, startsAt, items }: DoubtfulSession): Spanned => ({
  id,
  start: minutesOf(startsAt),
  end: endOfSession(startsAt, items),
})

const doubtOf = (kind: DoubtKind, sessionId: string, itemId: string | null = null, minutes = 0): ProgrammeDoubt => ({
  kind,
  sessionId,
  itemId,
  minutes,
  otherSessionId: null,
})

const doubtsOfSession = (
  { id, date, items }: DoubtfulSession,
  { dateFrom, dateTo }: Pick<HeldOn, 'dateFrom' | 'dateTo'>,
): ProgrammeDoubt[] => {
  const isOnOtherDay =
    date !== null &&
    dateFrom !== null &&
    (dayNumber(dateFrom) - dayNumber(date) > daysAhead || date > (dateTo ?? dateFrom))
  return [
    ...(isOnOtherDay ? [doubtOf('other-day', id)] : []),
    ...(items.length === 0 ? [doubtOf('empty-session', id)] : []),
  ]
}

const doubtsOfItems = ({ id, startsAt, items }: DoubtfulSession): ProgrammeDoubt[] => {
  const times = timeItems(startsAt, items)
  const firstLate = times.findIndex(({ end }) => end > minutesPerDay)
  const doubts: ProgrammeDoubt[] = []
  for (const [index, item] of items.entries()) {
    const gap = times[index]?.gapBefore ?? 0
    if (gap !== 0) doubts.push(doubtOf(gap < 0 ? 'overrun' : 'gap', id, item.id, Math.abs(gap)))
    if (index === firstLate) doubts.push(doubtOf('past-midnight', id, item.id))
  }
  return doubts
}

/**
 * Words for gifts (Kế hoạch: thực hành tiết kiệm). Flowers are none, nor are titles, medals and portraits that are
 * conferred («trao tặng danh hiệu», «kỷ niệm chương»), nor a photograph to remember («chụp ảnh lưu niệm»).
 */
const giftWords =
  /(?<!\p{L})(quà|phong bì|tặng phẩm|vật lưu niệm|đồ lưu niệm|phẩm vật|biếu|gifts?|souvenirs?|envelopes?)(?!\p{L})/iu

const giftsOf = ({ id, items }: DoubtfulSession): ProgrammeDoubt[] =>
  items.flatMap(({ id: itemId, title, note }) =>
    giftWords.test(title) || (note !== '' && giftWords.test(note)) ? [doubtOf('gift', id, itemId)] : [],
  )

/** The items with one of them moved to another place; everything else keeps its order. */
export const moveItem = <T>(items: readonly T[], from: number, to: number): T[] => {
  const moved = items[from]
  if (moved === undefined) return [...items]
  const rest = items.filter((_item, index) => index !== from)
  const place = Math.max(0, Math.min(to, rest.length))
  return [...rest.slice(0, place), moved, ...rest.slice(place)]
}

/** The days and the part of the day that a congress is held on. */
export interface HeldOn {
  dateFrom: string | null
  dateTo: string | null
  halfDay: HalfDay
}

/** The sessions that a template starts a congress's programme with, in one language. */
export const startingSessions = (
  { sessions }: Pick<ProgrammeOutline, 'sessions'>,
  congress: HeldOn,
  language: Language,
): StartingSession[] => {
  const shift = daysToShift(sessions, congress)
  return sessions.map(({ kind, title, day, startsAt, afternoonStart, isOutside = false, items }) => {
    const begins = congress.halfDay === 'afternoon' ? (afternoonStart ?? startsAt) : startsAt
    const later = minutesOf(begins) - minutesOf(startsAt)
    return {
      kind,
      title: title[language],
      dayOffset: day + shift,
      startsAt: begins,
      isOutside,
      items: items.map(({ durationMinutes, fixedStart, kind = 'item', ...item }) => ({
        kind,
        title: item.title[language],
        durationMinutes,
        fixedStart: fixedStart === undefined ? null : clockOf(minutesOf(fixedStart) + later),
        presenter: item.presenter?.[language] ?? '',
        note: item.note?.[language] ?? '',
      })),
    }
  })
}

/** A congress whose own dates have room for the days before the first takes them in: the preparatory session is its first day. */
const daysToShift = (sessions: ProgrammeOutline['sessions'], { dateFrom, dateTo }: HeldOn): number => {
  const days = sessions.map(({ day }) => day)
  const first = Math.min(...days, 0)
  const needed = Math.max(...days, 0) - first + 1
  const held = dateFrom === null || dateTo === null ? 1 : daysBetween(dateFrom, dateTo) + 1
  return held >= needed ? -first : 0
}
