import { addDays } from '../../format/dates.ts'
import { clockOf, minutesPerDay } from '../../programme/rules.ts'
import { grouped, inFileOrder, offsetMinutes, offsetText, type ScheduleEvent } from '../schedule.ts'
import type { OffsetAt } from '../zones.ts'

/** What a file says of the congress as a whole. */
export interface ScheduleHead {
  title: string
  /** Lower case, four signs or more: `dai_hoi_thi_dua`. */
  acronym: string
  version: string
  /** The congress's first day, for a schedule without events. */
  from: string
  /** Name of the zone of all events; null where one has a clock of its own. */
  timeZone: string | null
  /** The clock of the installation. */
  offsetAt: OffsetAt
}

export interface ScheduleDay {
  index: number
  day: string
  /** From its first event's begin to its last one's end. */
  start: string
  end: string
  rooms: { name: string; events: ScheduleEvent[] }[]
}

export const daysOf = (head: ScheduleHead, events: readonly ScheduleEvent[]): ScheduleDay[] =>
  grouped(inFileOrder(events), ({ day }) => day).map(([day, own], at) => {
    const first = own.reduce((best, event) => (event.start < best.start ? event : best))
    const last = own.reduce((best, event) => (endOf(event) > endOf(best) ? event : best))
    const rooms = grouped(own, ({ room }) => room).map(([name, of]) => ({ name, events: of }))
    return { index: at + 1, day, start: stampText(head, first), end: stampText(head, last, endOf(last)), rooms }
  })

const endOf = ({ start, durationMinutes }: ScheduleEvent): number => start + durationMinutes

/** `2019-12-27T11:00:00+01:00`, by the clock of the event. */
export const stampText = ({ offsetAt }: ScheduleHead, event: ScheduleEvent, minutes = event.start): string => {
  const own = offsetMinutes(event.fields.offset ?? '')
  const date = addDays(event.day, Math.floor(minutes / minutesPerDay))
  return `${date}T${clockOf(minutes)}:00${offsetText(own ?? offsetAt(event.day, minutes))}`
}
