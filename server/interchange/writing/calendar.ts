import { addDays } from '../../format/dates.ts'
import { writeCalendar, type CalendarEvent } from '../../feeds/rules/icalendar.ts'
import { clockOf, minutesPerDay } from '../../programme/rules.ts'
import { inFileOrder, offsetMinutes, type EventFields, type ScheduleEvent } from '../schedule.ts'
import type { ScheduleHead } from './days.ts'

/** Writes the schedule as a calendar; `zone`: in which its hours are meant to be read. */
export const writeScheduleCalendar = (
  head: ScheduleHead,
  events: readonly ScheduleEvent[],
  { changedAt, timeZone }: { changedAt: string; timeZone: string },
): string =>
  writeCalendar(
    { name: head.title, timeZone: zoneOf(events) ?? timeZone },
    inFileOrder(events).map((event): CalendarEvent => {
      const at = (minutes: number) => instantOf(head, event, minutes)
      return {
        ...{ uid: event.fields.guid, sequence: 0, changedAt, status: 'CONFIRMED' },
        when: { startsAt: at(event.start), endsAt: at(event.start + event.durationMinutes) },
        summary: event.title,
        location: event.room,
        description: textOf(event.fields),
        url: event.fields.url ?? '',
        category: event.fields.track ?? '',
        people: event.persons.map(({ name }) => name),
      }
    }),
  )

/** What a calendar has one text for. */
export const textOf = ({ abstract = '', description = '' }: EventFields): string =>
  [abstract, description].filter((text) => text !== '').join('\n\n')

/** `2019-12-27T10:00:00.000Z` */
export const instantOf = (
  { offsetAt }: Pick<ScheduleHead, 'offsetAt'>,
  { day, fields }: Pick<ScheduleEvent, 'day' | 'fields'>,
  minutes: number,
): string => {
  const utc = minutes - (offsetMinutes(fields.offset ?? '') ?? offsetAt(day, minutes))
  return `${addDays(day, Math.floor(utc / minutesPerDay))}T${clockOf(utc)}:00.000Z`
}

/** Of events that have one clock of their own in whole hours, its name; else null. */
const zoneOf = (events: readonly ScheduleEvent[]): string | null => {
  const offsets = new Set(events.map(({ fields }) => fields.offset ?? ''))
  const [only = ''] = offsets
  const minutes = offsetMinutes(only)
  if (offsets.size !== 1 || minutes === null || minutes % 60 !== 0) return null
  // The names of these zones count to the west.
  return minutes === 0 ? 'Etc/UTC' : `Etc/GMT${minutes > 0 ? '-' : '+'}${String(Math.abs(minutes) / 60)}`
}
