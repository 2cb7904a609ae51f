import { foldForSearch } from '../../format/search.ts'
import { clockOf } from '../../programme/rules.ts'
import { identifierOf, uuidOf } from '../identifiers.ts'
import type { ScheduleEvent, ScheduleLink } from '../schedule.ts'
import { daysOf, stampText, type ScheduleHead } from './days.ts'
import { durationText } from './schedule-xml.ts'

/** Writes frab's `schedule.json`, as c3voc's schema describes it and halfnarp, c3nav and others read it. */
export const writeScheduleJson = (head: ScheduleHead, events: readonly ScheduleEvent[]): string => {
  const days = daysOf(head, events)
  const rooms = new Set(events.map(({ room }) => room))
  const tracks = new Set(events.flatMap(({ fields }) => fields.track ?? []))
  const conference = {
    acronym: head.acronym,
    title: head.title,
    start: days[0]?.day ?? head.from,
    end: days.at(-1)?.day ?? head.from,
    daysCount: days.length,
    timeslot_duration: '00:05',
    ...(head.timeZone === null ? {} : { time_zone_name: head.timeZone }),
    rooms: [...rooms].map((name) => ({ name, guid: uuidOf(`${head.acronym} ${name}`) })),
    tracks: [...tracks].map((name) => ({ name })),
    days: days.map(({ index, day, start, end, rooms: own }) => ({
      index,
      date: day,
      day_start: start,
      day_end: end,
      rooms: Object.fromEntries(own.map(({ name, events: of }) => [name, of.map((event) => eventOf(head, event))])),
    })),
  }
  const schedule = { version: head.version, conference }
  return `${JSON.stringify({ $schema: 'https://c3voc.de/schedule/schema.json', generator: { name: 'Tien Toi' }, schedule }, null, 1)}\n`
}

const eventOf = (head: ScheduleHead, event: ScheduleEvent) => {
  const { fields, room, title, start, durationMinutes, persons } = event
  const guid = identifierOf(fields)
  const { code, feedback_url, origin_url, recording } = fields
  return {
    guid,
    ...(code === undefined ? {} : { code }),
    id: fields.id,
    url: fields.url ?? `urn:uuid:${guid}`,
    logo: fields.logo ?? null,
    date: stampText(head, event),
    start: clockOf(start),
    duration: durationText(durationMinutes),
    room: fields.ownRoom ?? room,
    slug: fields.slug ?? slugOf(head, event),
    title,
    subtitle: fields.subtitle ?? '',
    track: fields.track ?? null,
    type: fields.type ?? '',
    language: fields.language ?? '',
    abstract: fields.abstract ?? '',
    description: fields.description ?? '',
    recording_license: recording?.license ?? '',
    do_not_record: recording?.isOptOut ?? false,
    // As frab names a person; with pretalx's `name` beside it he would be of two kinds, which the schema refuses.
    persons: persons.map(({ id, guid: own, name }) => ({
      id,
      ...(own === undefined ? {} : { guid: own }),
      public_name: name,
    })),
    links: (fields.links ?? []).map(linkOf),
    attachments: (fields.attachments ?? []).map(linkOf),
    ...(feedback_url === undefined ? {} : { feedback_url }),
    ...(origin_url === undefined ? {} : { origin_url }),
  }
}

const linkOf = ({ title, href, type }: ScheduleLink) => ({ url: href, title, ...(type === undefined ? {} : { type }) })

/** `dai_hoi_thi_dua-12345-khai_mac`: apps name pages and recordings by it. */
const slugOf = ({ acronym }: ScheduleHead, { title, fields }: ScheduleEvent): string => {
  const words = foldForSearch(title)
    .replaceAll(/[^a-z0-9]+/gu, '_')
    .replaceAll(/^_+|_+$/gu, '')
  return `${acronym}-${String(fields.id)}-${words === '' ? 'x' : words.slice(0, 60).replace(/_+$/u, '')}`
}
