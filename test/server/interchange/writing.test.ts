import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { childOf, childrenOf, readElements } from '../../../server/interchange/reading/elements.ts'
import { inFileOrder, textFields, type ScheduleEvent } from '../../../server/interchange/schedule.ts'
import { viewOf } from '../../../server/interchange/views.ts'
import { writeScheduleCalendar } from '../../../server/interchange/writing/calendar.ts'
import { writeScheduleJson } from '../../../server/interchange/writing/schedule-json.ts'
import { writeScheduleXml } from '../../../server/interchange/writing/schedule-xml.ts'
import { cleanText } from '../../../server/format/search.ts'
import { head, inputs, read, timeZone } from './schedules.ts'

const calendar = { changedAt: '2020-06-22T02:00:00.000Z', timeZone }
const line = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((text) => `a${cleanText(text)}`.replaceAll(/\s+/gu, ' ').trim())
const paragraphs = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => cleanText(lines.join('\n')))
const link = fc.record({ title: line, href: fc.webUrl() })
const person = fc.record({ id: fc.integer({ min: 1, max: 0x7fffffff }), name: line })
const fields = fc.record(
  {
    ...Object.fromEntries(
      textFields.map((name) => [name, name === 'abstract' || name === 'description' ? paragraphs : line]),
    ),
    guid: fc.uuid(),
    id: fc.integer({ min: 1, max: 0x7fffffff }),
    recording: fc.record({ license: line, isOptOut: fc.boolean() }),
    links: fc.array(link, { minLength: 1, maxLength: 3 }),
    attachments: fc.array(link, { minLength: 1, maxLength: 2 }),
    offset: fc.constant('+01:00'),
  },
  { requiredKeys: ['guid', 'id'] },
)
const events: fc.Arbitrary<ScheduleEvent[]> = fc.array(
  fc.record({
    day: fc.constantFrom('2020-03-28', '2020-03-29', '2020-10-24', '2020-12-31'),
    room: fc.constantFrom('Hội trường lớn', 'Phòng 2 & 3', 'a "b" <c>'),
    start: fc.integer({ min: 0, max: 2100 }),
    durationMinutes: fc.integer({ min: 0, max: 1440 }),
    title: line,
    persons: fc.uniqueArray(person, { maxLength: 4, selector: ({ id, name }) => `${String(id)} ${name}` }),
    fields: fields as unknown as fc.Arbitrary<ScheduleEvent['fields']>,
  }),
  { minLength: 1, maxLength: 8 },
)
const seeded = { seed: 2020, numRuns: 150 }

describe('a programme that is written and read again is the same', () => {
  test('as schedule.xml, in every field', () => {
    fc.assert(
      fc.property(events, (all) => {
        const again = read(writeScheduleXml(head, all))
        expect(again.faults).toEqual([])
        expect(again.events).toEqual(inFileOrder(all))
      }),
      seeded,
    )
  })

  test('as a calendar, in all that a calendar says', () => {
    const viewedBy = { format: 'icalendar', offsetAt: head.offsetAt, mainRoom: '' } as const
    fc.assert(
      fc.property(events, (all) => {
        const views = (of: readonly ScheduleEvent[]) => of.map((event) => viewOf(event, viewedBy)).sort()
        expect(views(read(writeScheduleCalendar(head, all, calendar)).events)).toEqual(views(all))
      }),
      seeded,
    )
  })

  test.skipIf(!existsSync(inputs))('also with the real ones, to the last field', () => {
    for (const name of ['36c3-everything', 'fosdem-2020']) {
      const first = read(readFileSync(new URL(`schedules/${name}.schedule.xml`, inputs))).events
      expect(read(writeScheduleXml(head, first)).events).toEqual(inFileOrder(first))
    }
  })
})

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const own: ScheduleEvent = {
  ...{
    day: '2020-09-09',
    room: 'Hội trường lớn',
    start: 23.5 * 60,
    durationMinutes: 75,
    title: 'Khai mạc <&> "văn nghệ"',
  },
  persons: [{ id: 12, name: 'Trần Văn Bình' }],
  fields: { guid: '01890a5d-ac96-774b-bcce-b302099a8057', id: 77, track: 'Phiên chính thức' },
}

describe('apps find what they read', () => {
  /** Order and presence as c3voc's schema of schedule.xml has them, and EventFahrplan and Giggity read them. */
  test('in a schedule.xml', () => {
    const root = readElements(writeScheduleXml(head, [own, { ...own, day: '2020-09-10' }]))
    const names = (element: ReturnType<typeof childOf>) => element?.children.map(({ name }) => name)
    expect(names(root)).toEqual(['generator', 'version', 'conference', 'day', 'day'])
    const conference = childOf(root, 'conference')
    expect(names(conference)).toEqual([
      'acronym',
      'title',
      'start',
      'end',
      'days',
      'timeslot_duration',
      'time_zone_name',
    ])
    expect(childOf(conference, 'acronym')?.text).toMatch(/^[a-z0-9_-]{4,}$/)
    const days = childrenOf(root, 'day')
    expect(days[0]?.attributes).toEqual({
      ...{ index: '1', date: '2020-09-09', start: '2020-09-09T23:30:00+07:00', end: '2020-09-10T00:45:00+07:00' },
    })
    expect(days[1]?.attributes['index']).toBe('2')
    const event = childOf(childOf(days[0], 'room'), 'event')
    expect(event?.attributes).toEqual({ id: '77', guid: own.fields.guid })
    const texts = Object.fromEntries(event?.children.map(({ name, text }) => [name, text]) ?? [])
    expect(texts).toMatchObject({
      ...{ date: '2020-09-09T23:30:00+07:00', start: '23:30', duration: '01:15', room: 'Hội trường lớn' },
      ...{
        title: own.title,
        subtitle: '',
        track: 'Phiên chính thức',
        type: '',
        language: '',
        abstract: '',
        description: '',
      },
    })
    expect(names(childOf(event, 'recording'))).toEqual(['license', 'optout'])
    expect(childOf(childOf(event, 'persons'), 'person')).toMatchObject({
      attributes: { id: '12' },
      text: 'Trần Văn Bình',
    })
    expect([names(childOf(event, 'links')), names(childOf(event, 'attachments'))]).toEqual([[], []])
  })

  /** What c3voc's JSON schema requires of a conference, a day, an event and a person, in its forms. */
  test('in a schedule.json', () => {
    const { schedule } = JSON.parse(writeScheduleJson(head, [own])) as {
      schedule: {
        version: string
        conference: Record<string, unknown> & { days: { rooms: Record<string, Record<string, unknown>[]> }[] }
      }
    }
    const { conference, version } = schedule
    expect(version).toBe(head.version)
    expect(conference).toMatchObject({
      ...{ title: head.title, start: '2020-09-09', end: '2020-09-09', daysCount: 1, timeslot_duration: '00:05' },
      ...{
        time_zone_name: timeZone,
        rooms: [{ name: 'Hội trường lớn', guid: expect.stringMatching(uuid) }],
        tracks: [{ name: 'Phiên chính thức' }],
      },
    })
    expect(conference['acronym']).toMatch(/^[a-z0-9_-][a-z0-9_]{3,}$/)
    expect(conference.days[0]).toMatchObject({
      ...{ index: 1, date: '2020-09-09', day_start: '2020-09-09T23:30:00+07:00', day_end: '2020-09-10T00:45:00+07:00' },
    })
    const [event] = conference.days[0]?.rooms['Hội trường lớn'] ?? []
    expect(event).toMatchObject({
      ...{ guid: own.fields.guid, id: 77, date: '2020-09-09T23:30:00+07:00', start: '23:30', duration: '01:15' },
      ...{ room: 'Hội trường lớn', title: own.title, subtitle: '', track: 'Phiên chính thức', type: '', language: '' },
      ...{ abstract: '', do_not_record: false, links: [], attachments: [] },
    })
    // Either frab's person or pretalx's, never both in one.
    expect(event?.['persons']).toEqual([{ id: 12, public_name: 'Trần Văn Bình' }])
    expect(event?.['slug']).toMatch(/^[a-z0-9_-]+[a-z0-9]$/)
    expect(() => new URL(String(event?.['url']))).not.toThrow()
  })

  test('in a calendar, as another program reads it', () => {
    const [first] = new ICAL.Component(
      ICAL.parse(writeScheduleCalendar(head, [own], calendar)) as never,
    ).getAllSubcomponents('vevent')
    const event = new ICAL.Event(first)
    expect([event.uid, event.summary, event.location]).toEqual([own.fields.guid, own.title, own.room])
    expect(event.startDate.toJSDate().toISOString()).toBe('2020-09-09T16:30:00.000Z')
    expect(event.endDate.toJSDate().toISOString()).toBe('2020-09-09T17:45:00.000Z')
    expect(event.attendees.map((each) => each.getParameter('cn'))).toEqual(['Trần Văn Bình'])
    expect(first?.getFirstPropertyValue('categories')).toBe('Phiên chính thức')
  })
})
