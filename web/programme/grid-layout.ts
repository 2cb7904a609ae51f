import {
  addDays,
  daysBetween,
  formatDayMonth,
  formatShortDate,
  weekdayOf,
  type Language,
} from '../../server/format/dates.ts'
import { foldForSearch } from '../../server/format/search.ts'
import { minutesOf, timeItems } from '../../server/programme/rules.ts'
import type { Programme, ProgrammeItem } from '../../server/programme/schema.ts'
import type { VenueRoom } from '../../server/venues/schema.ts'
import { words } from '../words/words.ts'

export type Session = Programme['sessions'][number]

/** An item as it lies in a session, in minutes since the session's midnight. */
export interface Block {
  item: ProgrammeItem
  start: number
  end: number
  /** Which of so many stand side by side, where times overlap. */
  lane: number
  lanes: number
}

/** A session in time. */
export interface Band {
  session: Session
  start: number
  end: number
  blocks: Block[]
}

/** A room of a day; sessions that overlap in it lie in columns of their own. Nothing is held in a vacant one. */
export interface Column {
  key: string
  /** Or a place outside the hall. */
  room: string
  isOutside: boolean
  bands: Band[]
}

/** The day of sessions that have none yet. */
export const noDay = 'none'
export const dayOf = ({ date }: Pick<Session, 'date'>): string => date ?? noDay

/** No congress lasts longer; a slip in its dates does not make a thousand tabs. */
const mostDays = 14

/** The days of a congress and those of its sessions, in order. */
export const daysOf = (
  sessions: readonly Pick<Session, 'date'>[],
  { dateFrom, dateTo }: { dateFrom: string | null; dateTo: string | null },
): string[] => {
  const count = dateFrom === null ? 0 : Math.min(daysBetween(dateFrom, dateTo ?? dateFrom) + 1, mostDays)
  const held = Array.from({ length: Math.max(count, 0) }, (_, index) => addDays(dateFrom ?? '', index))
  const days = [...new Set([...held, ...sessions.map(dayOf)])]
  return days.sort((one, other) => (one === noDay ? 1 : other === noDay ? -1 : one.localeCompare(other)))
}

/** `T4 09/9`, `Wed 9 Sep`; with the year where that of the congress does not go without saying. */
export const dayTab = (day: string, language: Language, hasYear = false): string => {
  const { noDayTab, weekdays } = words().editor
  if (day === noDay) return noDayTab
  const date = hasYear ? formatShortDate(day, language) : formatDayMonth(day, language)
  return `${weekdays[weekdayOf(day)] ?? ''} ${date}`
}

/** Days of several years, or of another than the congress's, are told with it. */
export const haveYears = (days: readonly string[], dateFrom: string | null): boolean => {
  const years = [...days.filter((day) => day !== noDay), ...(dateFrom === null ? [] : [dateFrom])].map(yearOf)
  return new Set(years).size > 1
}

const yearOf = (day: string): string => day.slice(0, 4)

/** The day to show: the one asked for, that of the chosen thing, else the first of the congress that has sessions. */
export const shownDay = (
  days: readonly string[],
  sessions: readonly Session[],
  { day, at, dateFrom }: { day: string; at: string; dateFrom: string | null },
): string => {
  if (days.includes(day)) return day
  const chosen = sessions.find(({ id, items }) => id === at || items.some((item) => item.id === at))
  if (chosen) return dayOf(chosen)
  const held = sessions.map(dayOf)
  if (dateFrom !== null && held.includes(dateFrom)) return dateFrom
  return days.find((each) => held.includes(each)) ?? days[0] ?? noDay
}

/** What an empty session takes on the grid, so that it can be seen and dropped upon. */
const emptyMinutes = 60

export const bandOf = (session: Session): Band => {
  const begins = minutesOf(session.startsAt)
  const times = timeItems(session.startsAt, session.items)
  const blocks = session.items.flatMap((item, index): Block[] => {
    const time = times[index]
    return time ? [{ item, start: time.start, end: time.end, lane: 0, lanes: 1 }] : []
  })
  const last = blocks.length === 0 ? begins + emptyMinutes : 0
  return {
    session,
    start: blocks.reduce((least, { start }) => Math.min(least, start), begins),
    end: blocks.reduce((most, { end }) => Math.max(most, end), last),
    blocks: sideBySide(blocks),
  }
}

/** Gives what overlaps lanes beside each other. */
const sideBySide = (blocks: readonly Block[]): Block[] => {
  const sorted = [...blocks].sort((one, other) => one.start - other.start)
  const done: Block[] = []
  let cluster: Block[] = []
  let until = -Infinity
  let ends: number[] = []
  const close = () => {
    done.push(...cluster.map((block) => ({ ...block, lanes: ends.length })))
    cluster = []
    ends = []
  }
  for (const block of sorted) {
    if (block.start >= until) close()
    const free = ends.findIndex((end) => end <= block.start)
    const lane = free === -1 ? ends.length : free
    ends[lane] = block.end
    until = Math.max(until, block.end)
    cluster.push({ ...block, lane })
  }
  close()
  return done
}

/** The columns of a day, rooms in the order of the programme. */
export const columnsOf = (sessions: readonly Session[]): Column[] => {
  const rooms = new Map<string, Column[]>()
  const bands = sessions.map(bandOf)
  for (const { session } of bands) if (!rooms.has(keyOf(session))) rooms.set(keyOf(session), [])
  for (const band of [...bands].sort((one, other) => one.start - other.start)) {
    const { room, isOutside } = band.session
    const key = keyOf(band.session)
    const lanes = rooms.get(key) ?? []
    const free = lanes.find((column) => (column.bands.at(-1)?.end ?? 0) <= band.start)
    if (free) free.bands.push(band)
    else lanes.push({ key: `${key}#${lanes.length}`, room, isOutside, bands: [band] })
  }
  return [...rooms.values()].flat()
}

/** The rooms of a venue, and its main hall, in which nothing is held on a day: what is in hand may go there too. */
export const vacantColumns = (columns: readonly Column[], rooms: readonly Pick<VenueRoom, 'name'>[]): Column[] => {
  const taken = new Set(columns.flatMap(({ room, isOutside }) => (isOutside ? [] : roomKey(room))))
  const mainHall = rooms.length > 0 || columns.length === 0 ? [''] : []
  return [...mainHall, ...rooms.map(({ name }) => name)]
    .filter((room) => !taken.has(roomKey(room)))
    .map((room) => ({ key: `${roomKey(room)}#0`, room, isOutside: false, bands: [] }))
}

export const isVacant = ({ bands }: Pick<Column, 'bands'>): boolean => bands.length === 0

/** A place outside is no room of that name, and not the hall where it is still open. */
const keyOf = ({ room, isOutside }: Pick<Session, 'room' | 'isOutside'>): string =>
  `${roomKey(room)}${isOutside ? '/outside' : ''}`

const roomKey = (room: string): string => foldForSearch(room.trim())

/** Minutes from the top of the grid to its foot. */
export interface Reach {
  from: number
  to: number
}

/** Whole hours around what is held, and a session that is in hand, with one to spare on each side. */
export const reachOf = (columns: readonly Column[], inHand: readonly { start: number; end: number }[] = []): Reach => {
  const bands = [...columns.flatMap((column) => column.bands), ...inHand]
  if (bands.length === 0) return { from: 7 * 60, to: 18 * 60 }
  const first = Math.min(...bands.map(({ start }) => start))
  const last = Math.max(...bands.map(({ end }) => end))
  return { from: Math.max(0, Math.floor(first / 60) - 1) * 60, to: Math.min(48, Math.ceil(last / 60) + 1) * 60 }
}

/** What a line of text takes, in pixels. */
const lineHeight = 18
/** From one item to the next: so many pixels when it lasts so many minutes. */
const leastApart = 16
const shortestApart = 5

/** Pixels a minute: nine in ten items are high enough for their title, and none of five minutes lies upon the next. */
export const scaleOf = (columns: readonly Column[]): number => {
  const lengths = columns
    .flatMap(({ bands }) => bands.flatMap(({ blocks }) => blocks.map(({ start, end }) => end - start)))
    .filter((minutes) => minutes > 0)
    .sort((one, other) => one - other)
  const short = lengths[Math.floor(lengths.length / 10)] ?? 10
  const least = lengths.find((minutes) => minutes >= shortestApart) ?? 60
  return Math.min(3.6, Math.max(2.4, lineHeight / short, leastApart / least))
}

/** Beyond it nothing is read better: a minute has its line. */
const mostPixels = 20

export const zoomedScale = (columns: readonly Column[], zoom: number): number =>
  Math.min(mostPixels, scaleOf(columns) * zoom)

/** The nearest time of a step. */
export const snapTo = (minutes: number, step: number): number => Math.round(minutes / step) * step
