import { clockOf } from '../../programme/rules.ts'
import { identifierOf } from '../identifiers.ts'
import type { EventFields, ScheduleEvent, ScheduleLink } from '../schedule.ts'
import { daysOf, stampText, type ScheduleHead } from './days.ts'

/** Writes frab's `schedule.xml` in the order of elements that its schema and the apps expect. */
export const writeScheduleXml = (head: ScheduleHead, events: readonly ScheduleEvent[]): string => {
  const days = daysOf(head, events)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<schedule>',
    `  <generator name="Tien Toi"/>`,
    `  ${element('version', head.version)}`,
    '  <conference>',
    ...[
      element('acronym', head.acronym),
      element('title', head.title),
      element('start', days[0]?.day ?? head.from),
      element('end', days.at(-1)?.day ?? head.from),
      element('days', String(days.length)),
      element('timeslot_duration', '00:05'),
      ...(head.timeZone === null ? [] : [element('time_zone_name', head.timeZone)]),
    ].map((line) => `    ${line}`),
    '  </conference>',
    ...days.flatMap(({ index, day, start, end, rooms }) => [
      `  <day index="${String(index)}" date="${day}" start="${start}" end="${end}">`,
      ...rooms.flatMap(({ name, events: own }) => [
        `    <room name="${escaped(name)}">`,
        ...own.flatMap((event) => eventLines(head, event).map((line) => `      ${line}`)),
        '    </room>',
      ]),
      '  </day>',
    ]),
    '</schedule>',
    '',
  ].join('\n')
}

const eventLines = (head: ScheduleHead, event: ScheduleEvent): string[] => {
  const { fields, room, title, start, durationMinutes, persons } = event
  const text = (name: 'subtitle' | 'track' | 'type' | 'language' | 'abstract' | 'description' | 'logo') =>
    element(name, fields[name] ?? '')
  const optional = (name: keyof EventFields) => (typeof fields[name] === 'string' ? [element(name, fields[name])] : [])
  const guid = identifierOf(fields)
  const code = fields.code === undefined ? '' : ` code="${escaped(fields.code)}"`
  return [
    `<event id="${String(fields.id)}" guid="${guid}"${code}>`,
    ...[
      ...optional('url'),
      text('logo'),
      element('date', stampText(head, event)),
      element('start', clockOf(start)),
      element('duration', durationText(durationMinutes)),
      element('room', fields.ownRoom ?? room),
      ...optional('slug'),
      element('title', title),
      ...[text('subtitle'), text('track'), text('type'), text('language'), text('abstract'), text('description')],
      ...recordingLines(fields.recording),
      '<persons>',
      ...persons.map(({ id, guid: own, name }) => {
        const attribute = own === undefined ? '' : ` guid="${escaped(own)}"`
        return `  <person id="${String(id)}"${attribute}>${escaped(name)}</person>`
      }),
      '</persons>',
      ...linkLines('links', 'link', fields.links ?? []),
      ...linkLines('attachments', 'attachment', fields.attachments ?? []),
      ...(['video_download_url', 'feedback_url', 'origin_url'] as const).flatMap(optional),
    ].map((line) => `  ${line}`),
    '</event>',
  ]
}

const recordingLines = (recording: EventFields['recording']): string[] => {
  const { license = '', isOptOut = false, url, link } = recording ?? {}
  const more = [url === undefined ? [] : element('url', url), link === undefined ? [] : element('link', link)].flat()
  const lines = [element('license', license), element('optout', String(isOptOut)), ...more]
  return ['<recording>', ...lines.map((line) => `  ${line}`), '</recording>']
}

const linkLines = (list: string, name: string, links: readonly ScheduleLink[]): string[] => [
  `<${list}>`,
  ...links.map(({ title, href, type, service }) => {
    const attributes = Object.entries({ href: href === '' ? undefined : href, type, service })
      .map(([key, value]) => (value === undefined ? '' : ` ${key}="${escaped(value)}"`))
      .join('')
    return `  <${name}${attributes}>${escaped(title)}</${name}>`
  }),
  `</${list}>`,
]

/** Hours may be one figure less or more than two: up to 24:00. */
export const durationText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const element = (name: string, text: string): string =>
  text === '' ? `<${name}/>` : `<${name}>${escaped(text)}</${name}>`

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }

/** A single carriage return would be read as a line break; other control characters never get this far. */
const escaped = (text: string): string => text.replaceAll(/[&<>"\r]/g, (sign) => signs[sign] ?? sign)
