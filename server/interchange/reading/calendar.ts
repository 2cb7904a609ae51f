import { cleanText } from '../../format/search.ts'
import { minutesPerDay } from '../../programme/rules.ts'
import { numberOf, uuidOf } from '../identifiers.ts'
import { eachOnce, offsetText, type EventFields, type ScheduleEvent, type SchedulePerson } from '../schedule.ts'
import { offsetsOf, type OffsetAt } from '../zones.ts'
import { readComponents, unescaped, type Component, type ContentLine } from './content-lines.ts'
import { createFaults, judgeEvent, type Faults } from './faults.ts'
import type { ReadSchedule } from './read-schedule.ts'
import type { OfficeClock } from './schedule-xml.ts'
import { dayOf, isCalendarDay, startOf } from './times.ts'

interface Reading {
  clock: OfficeClock
  /** The zone in which times of UTC are meant to be read. */
  offsetAt: OffsetAt
  zones: Map<string, OffsetAt | null>
  faults: Faults
  dropped: Map<string, number>
  repeats: number
}

/** Reads the events of a calendar (iCalendar, RFC 5545); of what repeats, the first time. */
export const readCalendar = (text: string, clock: OfficeClock): ReadSchedule => {
  const calendar = readComponents(text)
  const zone = valueOf(calendar, 'X-WR-TIMEZONE')
  const reading: Reading = {
    clock,
    offsetAt: zoneOf(zone) ?? clock.offsetAt,
    zones: new Map(),
    faults: createFaults(),
    dropped: new Map(),
    repeats: 0,
  }
  const events = calendar.events.flatMap((event) => readEvent(event, reading) ?? [])
  return {
    format: 'icalendar',
    title: oneLine(valueOf(calendar, 'X-WR-CALNAME') || valueOf(calendar, 'NAME')).slice(0, 500),
    events,
    faults: reading.faults.found,
    dropped: [...reading.dropped].map(([field, count]) => ({ field, count })),
    notes: reading.repeats === 0 ? [] : [{ code: 'repeats', details: { count: reading.repeats } }],
  }
}

const kept = new Set([
  'UID',
  'DTSTART',
  'DTEND',
  'DURATION',
  'SUMMARY',
  'LOCATION',
  'DESCRIPTION',
  'URL',
  'CATEGORIES',
  'ATTENDEE',
  'RECURRENCE-ID',
])

const readEvent = (event: Component, reading: Reading): ScheduleEvent | null => {
  for (const { name, value } of event.lines) {
    const isSaid = name === 'STATUS' && /^(confirmed|cancelled)$/i.test(value.trim())
    if (!kept.has(name) && !isSaid && value.trim() !== '') count(reading.dropped, name)
  }
  for (const name of event.others) count(reading.dropped, name)
  if (lineOf(event, 'RRULE') || lineOf(event, 'RDATE')) reading.repeats += 1
  const title = oneLine(valueOf(event, 'SUMMARY'))
  const room = oneLine(valueOf(event, 'LOCATION'))
  const said = lineOf(event, 'DTSTART')
  const place = {
    title: title.slice(0, 500),
    day: null,
    startsAt: (said?.value ?? '').slice(0, 20),
    room: room.slice(0, 200),
  }
  if (/^cancelled$/i.test(valueOf(event, 'STATUS').trim())) return reading.faults.add(place, 'cancelled', {})
  if (said && isWholeDay(said)) return reading.faults.add(place, 'all-day', {})
  const start = said && momentOf(said, reading)
  if (!start) return reading.faults.add(place, 'start-not-a-time', { value: (said?.value ?? '').slice(0, 60) })
  const minutes = durationOf(event, start, reading)
  if (minutes === null) {
    const value = (lineOf(event, 'DTEND') ?? lineOf(event, 'DURATION'))?.value ?? ''
    return reading.faults.add(place, 'duration-not-a-time', { value: value.slice(0, 60) })
  }
  const day = dayOf(start.at)
  const read: ScheduleEvent = {
    ...{ day, room, start: start.at - startOf(day), durationMinutes: minutes, title },
    persons: eachOnce(event.lines.flatMap(personOf)),
    fields: fieldsOf(event, start, reading),
  }
  return judgeEvent(read, { ...place, day }, reading.faults) ? read : null
}

const fieldsOf = (event: Component, start: Moment, { clock }: Reading): EventFields => {
  const uid = cleanText(valueOf(event, 'UID')) || uuidOf(`${valueOf(event, 'SUMMARY')} ${String(start.at)}`)
  const again = valueOf(event, 'RECURRENCE-ID').trim()
  const guid = again === '' ? uid : `${uid}/${again}`
  const url = cleanText(lineOf(event, 'URL')?.value ?? '')
  const track = oneLine(unescaped(valueOf(event, 'CATEGORIES', false)))
  const abstract = cleanText(valueOf(event, 'DESCRIPTION'))
  const day = dayOf(start.at)
  const isOwn = start.offset === null || start.offset === clock.offsetAt(day, start.at - startOf(day))
  return {
    ...{ guid, id: numberOf(guid) },
    ...(url === '' ? {} : { url }),
    ...(track === '' ? {} : { track }),
    ...(abstract === '' ? {} : { abstract }),
    ...(isOwn || start.offset === null ? {} : { offset: offsetText(start.offset) }),
  }
}

/** Who takes part stands in the parameter CN; the value is an address. */
const personOf = ({ name, parameters }: ContentLine): SchedulePerson[] => {
  const person = name === 'ATTENDEE' ? oneLine(parameters['CN'] ?? '') : ''
  return person === '' ? [] : [{ id: numberOf(person), name: person }]
}

/** Minutes since year 0 by the event's own clock, and how far that is ahead of UTC (null = not known). */
interface Moment {
  at: number
  offset: number | null
}

const isWholeDay = ({ parameters, value }: ContentLine): boolean =>
  parameters['VALUE'] === 'DATE' || /^\d{8}$/.test(value.trim())

const momentOf = ({ parameters, value }: ContentLine, reading: Reading): Moment | null => {
  const [, year, month, date, hour, minute, second, utc] =
    /^(\d{4})(\d\d)(\d\d)T([01]\d|2[0-3])([0-5]\d)([0-5]\d|60)(Z?)$/.exec(value.trim()) ?? []
  const day = [year, month, date].join('-')
  if (hour === undefined || !isCalendarDay(day)) return null
  const at = startOf(day) + Number(hour) * 60 + Number(minute) + Math.round(Number(second) / 60)
  if (utc === 'Z') {
    // Asked by the clock of UTC: wrong only within the hours around a change of the clocks, so asked again.
    const first = at + reading.offsetAt(day, at - startOf(day))
    const offset = reading.offsetAt(dayOf(first), first - startOf(dayOf(first)))
    return { at: at + offset, offset }
  }
  const zone = parameters['TZID'] ?? ''
  if (zone !== '' && !reading.zones.has(zone)) reading.zones.set(zone, zoneOf(zone))
  const offsetAt = reading.zones.get(zone)
  return { at, offset: offsetAt ? offsetAt(day, at - startOf(day)) : null }
}

/** Null for a zone that only its own file knows: its hours are kept, what they are in UTC is not asked. */
const zoneOf = (name: string): OffsetAt | null => {
  try {
    return name.trim() === '' ? null : offsetsOf(name.trim())
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Minutes that an event takes: negative where it ends before it begins, null where they cannot be read. */
const durationOf = (event: Component, start: Moment, reading: Reading): number | null => {
  const [end, duration] = [lineOf(event, 'DTEND'), lineOf(event, 'DURATION')]
  if (end) {
    const moment = momentOf(end, reading)
    if (!moment) return null
    return start.offset === null || moment.offset === null
      ? moment.at - start.at
      : moment.at - moment.offset - (start.at - start.offset)
  }
  if (!duration) return 0
  const [, sign, weeks, days, hours, minutes, seconds] =
    /^([+-]?)P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?$/i.exec(
      duration.value.trim(),
    ) ?? []
  if (sign === undefined) return null
  const part = (text: string | undefined) => Number(text ?? 0)
  const sum =
    (part(weeks) * 7 + part(days)) * minutesPerDay + part(hours) * 60 + part(minutes) + Math.round(part(seconds) / 60)
  return sign === '-' ? -sum : sum
}

const lineOf = ({ lines }: Component, name: string): ContentLine | undefined => lines.find((line) => line.name === name)

const valueOf = (component: Component, name: string, isText = true): string => {
  const value = lineOf(component, name)?.value ?? ''
  return isText ? unescaped(value) : value
}

const count = (counts: Map<string, number>, name: string): void => {
  counts.set(name.slice(0, 200), (counts.get(name.slice(0, 200)) ?? 0) + 1)
}

const oneLine = (text: string): string => cleanText(text).replaceAll(/\s+/gu, ' ')
