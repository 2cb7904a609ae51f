import { emptySchedule, fileTooLarge, notASchedule, tooManyEvents } from '../../errors.ts'
import { scheduleLimits } from '../rules.ts'
import { offsetsOf } from '../zones.ts'
import type { ScheduleEvent } from '../schedule.ts'
import type { Details, EventFault, ScheduleFormat, ScheduleNote } from '../schema.ts'
import { decodeSchedule } from './bytes.ts'
import { readCalendar } from './calendar.ts'
import { readScheduleXml } from './schedule-xml.ts'
import { withTitles } from './titles.ts'

/** What stays out, and where it stands in the file. */
export interface FaultyEvent {
  title: string
  day: string | null
  startsAt: string
  room: string
  fault: EventFault
  details: Details
}

export interface ReadSchedule {
  format: ScheduleFormat
  title: string
  events: ScheduleEvent[]
  faults: FaultyEvent[]
  dropped: { field: string; count: number }[]
  notes: { code: ScheduleNote; details: Details }[]
}

/**
 * Reads a schedule of frab or pentabarf (`schedule.xml`) or a calendar (ICS). `timeZone`: the installation's, of which
 * times are that say nothing of their own. Throws what is told to the user when the file as a whole cannot be read.
 */
export const readSchedule = (bytes: Uint8Array, timeZone: string): ReadSchedule => {
  if (bytes.length > scheduleLimits.bytes) throw fileTooLarge(scheduleLimits.bytes)
  const { text, otherThanSaid } = decodeSchedule(bytes)
  const offsetAt = offsetsOf(timeZone)
  const read = readText(text, { timeZone, offsetAt })
  const count = read.events.length + read.faults.length
  if (count === 0) throw emptySchedule()
  if (count > scheduleLimits.events) throw tooManyEvents(scheduleLimits.events)
  const { events, notes } = withTitles(read.events)
  const dropped = shortened(read.dropped)
  return { ...read, events, dropped, notes: [...notesOf(read, otherThanSaid), ...notes, ...read.notes] }
}

/** The first of them; what the others come to stands under three dots. */
const shortened = (dropped: ReadSchedule['dropped']): ReadSchedule['dropped'] => {
  const rest = dropped.slice(scheduleLimits.fields)
  if (rest.length === 0) return dropped
  const count = rest.reduce((sum, each) => sum + each.count, 0)
  return [...dropped.slice(0, scheduleLimits.fields), { field: '…', count }]
}

const readText = (text: string, clock: Parameters<typeof readScheduleXml>[1]): ReadSchedule => {
  const begin = text.slice(0, 2000).trimStart()
  if (/^BEGIN:VCALENDAR/i.test(begin)) return readCalendar(text, clock)
  if (!begin.startsWith('<') || /^<(!doctype\s+)?html/i.test(begin)) throw notASchedule()
  return readScheduleXml(text, clock)
}

const notesOf = ({ events }: ReadSchedule, otherThanSaid: string | null): ReadSchedule['notes'] => {
  const twice = events.length - new Set(events.map(({ fields }) => fields.guid)).size
  const offsets = new Set(events.flatMap(({ fields }) => fields.offset ?? []))
  return [
    ...(otherThanSaid === null ? [] : [{ code: 'encoding-differs' as const, details: { encoding: otherThanSaid } }]),
    ...(twice === 0 ? [] : [{ code: 'identifier-twice' as const, details: { count: twice } }]),
    ...(offsets.size === 0
      ? []
      : [{ code: 'other-clock' as const, details: { offsets: [...offsets].sort().join(', ') } }]),
  ]
}
