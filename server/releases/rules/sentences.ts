import { capitalized, formatDayLabel, type Language } from '../../format/dates.ts'
import { withNextDay } from '../../programme/rules/clock-words.ts'
import { shownPlace } from '../../programme/rules/places.ts'
import { clockOf } from '../../programme/rules.ts'
import { personOf } from '../../programme/rules/presenters.ts'
import type { Part, Standing } from './affected.ts'
import type { ChangeWay, ProgrammeChange, Shift } from './changes.ts'
import { momentAt, type Told } from './told.ts'

/** How changes are told: in which language, texts of the programme through `write`, clock times through `clock`. */
export interface Telling {
  language: Language
  write: (text: string) => string
  clock: (clock: string) => string
  /** What stands between two of them. */
  dash: string
}

/** As a screen tells them. */
export const plainTelling = (language: Language, write: (text: string) => string): Telling => ({
  language,
  write,
  clock: (clock) => clock,
  dash: '–',
})

const said = {
  vi: {
    added: (what: string) => `Thêm ${what}.`,
    removed: (what: string) => `Bỏ ${what}.`,
    changed: (what: string, how: string) => `${what}: ${how}.`,
    later: (count: number, minutes: number) => `${count} nội dung lùi ${minutes} phút`,
    earlier: (count: number, minutes: number) => `${count} nội dung sớm hơn ${minutes} phút`,
    fromTo: (before: string, after: string) => `từ ${before} thành ${after}`,
    renamed: (before: string, after: string) => `${before} nay là ${after}`,
    joined: (who: string) => `thêm ${who}`,
    left: (who: string) => `bớt ${who}`,
    session: (title: string) => (/^“phiên/iu.test(title) ? title : `phiên ${title}`),
    items: (count: number) => `${count} nội dung`,
    minutes: (count: number) => `${count} phút`,
    none: 'để trống',
    hall: 'hội trường',
    noDay: 'chưa có ngày',
    order: 'đổi thứ tự',
    ways: {
      session: 'chuyển phiên',
      day: 'ngày',
      time: 'giờ',
      room: 'phòng',
      place: 'nơi tổ chức',
      order: 'thứ tự',
      length: 'thời lượng',
      title: 'tên gọi',
      presenter: 'người thực hiện',
      speakers: 'người trình bày',
    } satisfies Record<ChangeWay, string>,
    parts: { joined: 'Mới có:', left: 'Không còn:', changed: '' },
    standings: {
      asked: 'Mới tham gia',
      'not-needed': 'Không tham gia nữa',
      changed: 'Có thay đổi',
    } satisfies Record<Standing, string>,
  },
  en: {
    added: (what: string) => `Added ${what}.`,
    removed: (what: string) => `Removed ${what}.`,
    changed: (what: string, how: string) => `${what}: ${how}.`,
    later: (count: number, minutes: number) => `${count} items begin ${minutes} minutes later`,
    earlier: (count: number, minutes: number) => `${count} items begin ${minutes} minutes earlier`,
    fromTo: (before: string, after: string) => `${before} became ${after}`,
    renamed: (before: string, after: string) => `${before}, now ${after}`,
    joined: (who: string) => `${who} added`,
    left: (who: string) => `${who} removed`,
    session: (title: string) => (/session”$/iu.test(title) ? title : `session ${title}`),
    items: (count: number) => (count === 1 ? '1 item' : `${count} items`),
    minutes: (count: number) => (count === 1 ? '1 minute' : `${count} minutes`),
    none: 'blank',
    hall: 'the hall',
    noDay: 'no day yet',
    order: 'another order',
    ways: {
      session: 'session',
      day: 'day',
      time: 'time',
      room: 'room',
      place: 'place',
      order: 'order',
      length: 'length',
      title: 'title',
      presenter: 'presenter',
      speakers: 'speakers',
    } satisfies Record<ChangeWay, string>,
    parts: { joined: 'New:', left: 'No longer:', changed: '' },
    standings: {
      asked: 'Newly taking part',
      'not-needed': 'No longer taking part',
      changed: 'Changed',
    } satisfies Record<Standing, string>,
  },
}

/** One change, or several that follow one another, in a sentence. */
export const sentenceOf = (change: ProgrammeChange | Shift, telling: Telling): string => {
  const words = said[telling.language]
  if ('changes' in change) {
    const titles = change.changes.flatMap(({ after }) => (after ? [quoted(after.title, telling)] : [])).join(', ')
    return `${shiftName(change, telling)}: ${titles}.`
  }
  const { kind, before, after } = change
  if (kind !== 'changed') {
    const told = after ?? before
    return words[kind](
      told === null ? '' : `${subjectOf(change, told, telling)} (${circumstances(change, told, telling)})`,
    )
  }
  if (!before || !after) return ''
  return words.changed(
    capitalized(subjectOf(change, before, telling)),
    change.ways.map(howOf(change, telling)).join('; '),
  )
}

/** «3 nội dung lùi 5 phút». */
export const shiftName = ({ minutes, changes }: Shift, { language }: Pick<Telling, 'language'>): string => {
  const { earlier, later } = said[language]
  return (minutes < 0 ? earlier : later)(changes.length, Math.abs(minutes))
}

/** What somebody is told of his part in an item. */
export const sentenceOfPart = ({ kind, before, after }: Part, telling: Telling): string => {
  const words = said[telling.language]
  const present = after ?? before
  if (!present) return ''
  const title = quoted(present.title, telling)
  if (kind !== 'changed' || !before || !after) return `${words.parts[kind]} ${title}, ${whenAndWhere(present, telling)}`
  const isThere = place(before, telling) === place(after, telling)
  const [was, is] = [before, after].map((told) => (isThere ? clockSpanOn(told, telling) : whenAndWhere(told, telling)))
  const named = before.title === after.title ? title : words.renamed(quoted(before.title, telling), title)
  const moved = was === is ? (is ?? '') : words.fromTo(was ?? '', is ?? '')
  return `${named}: ${isThere ? [moved, place(after, telling)].filter(Boolean).join(', ') : moved}`
}

export const standingName = (standing: Standing, { language }: Pick<Telling, 'language'>): string =>
  said[language].standings[standing]

/** What a table says of a change in its columns «before» and «now», a line for each way; '' = there was nothing. */
export const linesOf = (change: ProgrammeChange, telling: Telling): Record<'before' | 'after', string> => {
  const words = said[telling.language]
  const line = (told: Told | null) => {
    if (told === null) return ''
    if (change.kind !== 'changed') return circumstances(change, told, telling)
    return change.ways
      .map((way) => `${words.ways[way]}: ${valueOf(way, told, telling)}`)
      .map((text, index) => (index === 0 ? capitalized(text) : text))
      .join('; ')
  }
  return { before: line(change.before), after: line(change.after) }
}

const howOf =
  ({ before, after }: ProgrammeChange, telling: Telling) =>
  (way: ChangeWay): string => {
    const words = said[telling.language]
    if (way === 'order' || !before || !after) return words.order
    const others = way === 'speakers' ? otherSpeakers(before, after, telling) : ''
    if (others !== '') return `${words.ways[way]}: ${others}`
    return `${words.ways[way]} ${words.fromTo(valueOf(way, before, telling), valueOf(way, after, telling))}`
  }

/** Who came and who went where some stay; '' = nobody stays, or the same are called otherwise. */
const otherSpeakers = (before: Told, after: Told, { language }: Telling): string => {
  const { joined, left } = said[language]
  const names = (of: Told, but: Told) =>
    of.speakers.filter(({ id }) => !but.speakers.some((other) => other.id === id)).map(personOf)
  const [came, went] = [names(after, before), names(before, after)]
  if (went.length === before.speakers.length) return ''
  const parts = [came.length > 0 ? joined(came.join('; ')) : '', went.length > 0 ? left(went.join('; ')) : '']
  return parts.filter(Boolean).join(', ')
}

const valueOf = (way: ChangeWay, told: Told, telling: Telling): string => {
  const words = said[telling.language]
  if (way === 'session') return quoted(told.sessionTitle, telling)
  if (way === 'day') return dayOf(told, told.start, telling)
  if (way === 'time') return clockSpan(told, telling)
  if (way === 'room') return told.room === '' ? words.none : telling.write(told.room)
  if (way === 'place') return placeOf(told, telling) || words.hall
  if (way === 'length') return words.minutes(told.minutes)
  if (way === 'title') return quoted(told.title, telling)
  if (way === 'presenter') return told.presenter === '' ? words.none : telling.write(told.presenter)
  if (way === 'speakers') return told.speakers.length === 0 ? words.none : told.speakers.map(personOf).join('; ')
  return words.order
}

/** «“Khai mạc”», «phiên “Sáng”». */
export const subjectOf = ({ of }: ProgrammeChange, { title }: Told, telling: Telling): string =>
  of === 'session' ? said[telling.language].session(quoted(title, telling)) : quoted(title, telling)

const circumstances = ({ of, itemCount }: ProgrammeChange, told: Told, telling: Telling): string => {
  const words = said[telling.language]
  if (of === 'session') return `${whenAndWhere(told, telling)}, ${words.items(itemCount)}`
  return `${clockSpan(told, telling)}, ${words.session(quoted(told.sessionTitle, telling))}`
}

const whenAndWhere = (told: Told, telling: Telling): string =>
  [clockSpanOn(told, telling), place(told, telling)].filter(Boolean).join(', ')

/** Day and room, or place outside the hall. */
const place = (told: Told, telling: Telling): string =>
  [dayOf(told, told.start, telling), placeOf(told, telling)].filter(Boolean).join(', ')

const placeOf = (told: Told, { language, write }: Telling): string => shownPlace(told, language, write)

/** «thứ Tư 09/9»; what begins after midnight, on the next day. */
const dayOf = ({ date }: Told, minutes: number, { language }: Telling): string => {
  const day = momentAt(date, minutes).date
  return day === null ? said[language].noDay : formatDayLabel(day, language)
}

/** By its session's day, which stands elsewhere: «23:30–01:15 (hôm sau)». */
const clockSpan = ({ start, end }: Told, { clock, dash, language }: Telling): string => {
  const last = Math.max(start, end)
  return withNextDay(
    end > start ? `${clock(clockOf(start))}${dash}${clock(clockOf(end))}` : clock(clockOf(start)),
    last,
    language,
  )
}

/** Beside the day on which it begins. */
const clockSpanOn = (told: Told, telling: Telling): string => {
  const { minutes } = momentAt(told.date, told.start)
  return clockSpan({ ...told, start: minutes, end: told.end - told.start + minutes }, telling)
}

const quoted = (title: string, { write }: Telling): string => `“${write(title)}”`
