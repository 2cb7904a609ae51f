import { findCongress } from '../congresses/queries.ts'
import { notFound } from '../errors.ts'
import { todayIn } from '../format/dates.ts'
import { foldForSearch } from '../format/search.ts'
import type { Office } from '../office.ts'
import type { ScheduleEvent } from './schedule.ts'
import { findStanding } from './standing.ts'
import { writeScheduleCalendar } from './writing/calendar.ts'
import type { ScheduleHead } from './writing/days.ts'
import { writeScheduleJson } from './writing/schedule-json.ts'
import { writeScheduleXml } from './writing/schedule-xml.ts'
import { offsetsOf } from './zones.ts'

export const exportKinds = ['xml', 'json', 'ics'] as const
export type ExportKind = (typeof exportKinds)[number]

/** The programme as it stands, for apps and calendars: all that has a day and an hour. */
export const exportSchedule = async (
  office: Office,
  congressId: string,
  kind: ExportKind,
): Promise<{ name: string; text: string }> => {
  const congress = await findCongress(office.db.read, congressId)
  if (!congress) throw notFound()
  const { standing } = await findStanding(office.db.read, congressId)
  const events = standing.map(({ event }) => event)
  const { timeZone } = office.settings
  const now = office.now()
  const head: ScheduleHead = {
    title: congress.title,
    acronym: acronymOf(congress.title),
    version: now.toISOString().slice(0, 16).replace('T', ' '),
    from: congress.dateFrom ?? todayIn(timeZone, now),
    timeZone: events.some(({ fields }) => fields.offset !== undefined) ? null : timeZone,
    offsetAt: offsetsOf(timeZone),
  }
  return { name: congress.title, text: written(kind, head, events, { changedAt: now.toISOString(), timeZone }) }
}

const written = (
  kind: ExportKind,
  head: ScheduleHead,
  events: readonly ScheduleEvent[],
  calendar: { changedAt: string; timeZone: string },
): string => {
  if (kind === 'ics') return writeScheduleCalendar(head, events, calendar)
  return kind === 'json' ? writeScheduleJson(head, events) : writeScheduleXml(head, events)
}

/** Four signs or more of a–z, 0–9 and `_`, as apps name a congress by. */
const acronymOf = (title: string): string => {
  const words = foldForSearch(title)
    .replaceAll(/[^a-z0-9]+/gu, '_')
    .replaceAll(/^_+|_+$/gu, '')
  return words.length < 4 ? `hoi_nghi_${words}`.replace(/_$/u, '') : words.slice(0, 40).replace(/_+$/u, '')
}
