import { identifierOf } from './identifiers.ts'
import type { ScheduleEvent } from './schedule.ts'
import type { ScheduleFormat } from './schema.ts'
import { instantOf, textOf } from './writing/calendar.ts'
import type { OffsetAt } from './zones.ts'

export interface ViewedBy {
  format: ScheduleFormat
  offsetAt: OffsetAt
  mainRoom: string
}

/** All that a file of this format can say of an event, as one text: two of which it says the same have the same. */
export const viewOf = (event: ScheduleEvent, { format, offsetAt, mainRoom }: ViewedBy): string => {
  const { day, start, durationMinutes, title, persons, fields } = event
  const room = event.room || mainRoom
  if (format === 'icalendar') {
    const { url, track } = fields
    const names = persons.map(({ name }) => name)
    return canonical({
      at: instantOf({ offsetAt }, event, start),
      durationMinutes,
      title,
      room,
      names,
      url,
      track,
      text: textOf(fields),
    })
  }
  return canonical({
    day,
    room,
    start,
    durationMinutes,
    title,
    persons,
    fields: { ...fields, guid: identifierOf(fields) },
  })
}

/** JSON with the keys of every object in one order, whatever database they were in. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  )

/** The event as it is to be when a file of this format has said so: what the format has no word for stays. */
export const mergedInto = (stood: ScheduleEvent, read: ScheduleEvent, format: ScheduleFormat): ScheduleEvent => {
  if (format === 'schedule-xml') return read
  const { url, track, abstract, offset } = read.fields
  const { url: _url, track: _track, offset: _offset, ...rest } = stood.fields
  const isSameText = textOf(stood.fields) === textOf(read.fields)
  const { abstract: _abstract, description: _description, ...wordless } = rest
  const isSamePersons =
    stood.persons.map(({ name }) => name).join('\n') === read.persons.map(({ name }) => name).join('\n')
  return {
    ...read,
    persons: isSamePersons ? stood.persons : read.persons,
    fields: {
      ...(isSameText ? rest : { ...wordless, ...(abstract === undefined ? {} : { abstract }) }),
      ...(url === undefined ? {} : { url }),
      ...(track === undefined ? {} : { track }),
      ...(offset === undefined ? {} : { offset }),
    },
  }
}
