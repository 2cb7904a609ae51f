import { cutTo } from '../../format/search.ts'
import type { ScheduleEvent } from '../schedule.ts'
import type { ReadSchedule } from './read-schedule.ts'

/** As long as an item's title may be. */
const longest = 500

/**
 * Every item has a title: an event without one gets three dots, of one that is too long the rest goes before its
 * abstract.
 */
export const withTitles = (events: ScheduleEvent[]): { events: ScheduleEvent[]; notes: ReadSchedule['notes'] } => {
  const untitled = events.filter(({ title }) => title === '').length
  const long = events.filter(({ title }) => title.length > longest).length
  return {
    events: untitled + long === 0 ? events : events.map(withTitle),
    notes: [
      ...(untitled === 0 ? [] : [{ code: 'untitled' as const, details: { count: untitled } }]),
      ...(long === 0 ? [] : [{ code: 'title-cut' as const, details: { count: long, limit: longest } }]),
    ],
  }
}

const withTitle = (event: ScheduleEvent): ScheduleEvent => {
  const { title, fields } = event
  if (title === '') return { ...event, title: '…' }
  if (title.length <= longest) return event
  const kept = cutTo(title, longest - 1)
  const abstract = [`…${title.slice(kept.length)}`, fields.abstract ?? ''].filter((text) => text !== '').join('\n\n')
  return { ...event, title: `${kept}…`, fields: { ...fields, abstract } }
}
