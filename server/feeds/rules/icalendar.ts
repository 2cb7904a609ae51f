import { addDays } from '../../format/dates.ts'

/** One event of a calendar; times are instants, whole days from–to inclusive. */
export interface CalendarEvent {
  /** The same for as long as the record lives. */
  uid: string
  /** Rises with every change of the record. */
  sequence: number
  /** When the record was last changed. */
  changedAt: string
  when: { startsAt: string; endsAt: string } | { from: string; to: string }
  status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED'
  summary: string
  location: string
  description: string
  /** '' = none. */
  url: string
  /** What it belongs to; none where it is left out. */
  category?: string
  /** Names of those who take part. */
  people?: readonly string[]
}

/**
 * An iCalendar stream (RFC 5545). Instants are written in UTC, so that it needs no time zone of its own. Without METHOD
 * the DTSTAMP says when the event was last revised: what did not change reads the same, byte for byte.
 */
export const writeCalendar = (
  { name, timeZone }: { name: string; timeZone: string },
  events: readonly CalendarEvent[],
): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tien Toi//Congresses//VI',
    'CALSCALE:GREGORIAN',
    textLine('NAME', name),
    textLine('X-WR-CALNAME', name),
    textLine('X-WR-TIMEZONE', timeZone),
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('')

const eventLines = (event: CalendarEvent): string[] => {
  const changed = utcStamp(event.changedAt)
  return [
    'BEGIN:VEVENT',
    `UID:${withoutBreaks(event.uid)}`,
    `SEQUENCE:${String(event.sequence)}`,
    `DTSTAMP:${changed}`,
    `LAST-MODIFIED:${changed}`,
    ...whenLines(event.when),
    `STATUS:${event.status}`,
    textLine('SUMMARY', event.summary),
    ...(event.location === '' ? [] : [textLine('LOCATION', event.location)]),
    ...(event.description === '' ? [] : [textLine('DESCRIPTION', event.description)]),
    ...(event.url === '' ? [] : [`URL:${withoutBreaks(event.url)}`]),
    ...(event.category === undefined || event.category === '' ? [] : [textLine('CATEGORIES', event.category)]),
    // Nobody's address is told: a name alone has this form in the calendars of conferences.
    ...(event.people ?? []).map((name) => `ATTENDEE;CUTYPE=INDIVIDUAL;CN="${parameterText(name)}":invalid:nomail`),
    `TRANSP:${event.status === 'CANCELLED' ? 'TRANSPARENT' : 'OPAQUE'}`,
    'END:VEVENT',
  ]
}

/** Addresses and identifiers are no texts: nothing in them is escaped, and no line can end in them. */
// eslint-disable-next-line no-control-regex -- these may stand in no value
const withoutBreaks = (value: string): string => value.replaceAll(/[\u0000-\u001f\u007f]/g, '')

/** Within the quotes of a parameter (RFC 6868). */
const parameterText = (text: string): string => withoutBreaks(text.replaceAll('^', '^^').replaceAll('"', "^'"))

/** The end of whole days is the day after the last. */
const whenLines = (when: CalendarEvent['when']): string[] =>
  'from' in when
    ? [`DTSTART;VALUE=DATE:${basicDate(when.from)}`, `DTEND;VALUE=DATE:${basicDate(addDays(when.to, 1))}`]
    : [`DTSTART:${utcStamp(when.startsAt)}`, `DTEND:${utcStamp(when.endsAt)}`]

const basicDate = (date: string): string => date.replaceAll('-', '')

/** `20200909T003000Z` */
const utcStamp = (instant: string): string => `${instant.slice(0, 19).replaceAll(/[-:]/g, '')}Z`

/** Backslash, semicolon, comma and line break are escaped (RFC 5545, 3.3.11). */
const textLine = (name: string, text: string): string =>
  `${name}:${text
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n?|\n/g, '\\n')
    // eslint-disable-next-line no-control-regex -- these may stand in no text value
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')}`

const longestLine = 75

/** Lines of at most 75 octets, parted between characters; the rest begins with a blank (RFC 5545, 3.1). */
const folded = (line: string): string => {
  // No letter of what is written has more than three octets a unit.
  if (line.length * 3 <= longestLine) return line
  const parts: string[] = []
  let from = 0
  let length = 0
  for (let at = 0; at < line.length;) {
    const codePoint = line.codePointAt(at) ?? 0
    const octets = octetsOf(codePoint)
    if (length + octets > longestLine) {
      parts.push(line.slice(from, at))
      from = at
      length = 1
    }
    length += octets
    at += codePoint > 0xffff ? 2 : 1
  }
  parts.push(line.slice(from))
  return parts.join('\r\n ')
}

const octetsOf = (codePoint: number): number =>
  codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4
