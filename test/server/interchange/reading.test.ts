import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { ApiError } from '../../../server/errors.ts'
import { scheduleLimits } from '../../../server/interchange/rules.ts'
import { calendarOf, eventXml, inputs, read, scheduleXml } from './schedules.ts'

/** The code and details with which a file is refused as a whole. */
const refusal = (file: string | Uint8Array): [string, unknown] => {
  try {
    read(file)
  } catch (error) {
    return [(error as ApiError).code, (error as ApiError).details]
  }
  throw new Error('the file was read')
}

describe.skipIf(!existsSync(inputs))('real schedules', () => {
  const inputOf = (name: string) => read(readFileSync(new URL(name, inputs)))

  test('36C3 comes in whole: every event of every room, with its night hours, namesakes and doubled identifiers', () => {
    const { events, faults, dropped, notes } = inputOf('schedules/36c3-everything.schedule.xml')
    expect([events.length, faults]).toEqual([1351, []])
    expect(dropped.map(({ field, count }) => [field, count])).toEqual([
      ['version', 1],
      ['conference/acronym', 1],
      ['conference/title', 1],
      ['conference/timeslot_duration', 1],
      ['conference/base_url', 1],
      ['room', 4],
    ])
    expect(notes).toEqual([
      { code: 'identifier-twice', details: { count: 3 } },
      { code: 'other-clock', details: { offsets: '+01:00' } },
    ])
    expect(events.filter(({ start }) => start >= 24 * 60)).toHaveLength(46)
    expect(new Set(events.map(({ day }) => day))).toEqual(
      new Set(['2019-12-27', '2019-12-28', '2019-12-29', '2019-12-30']),
    )
    expect(events.filter(({ fields }) => fields.ownRoom !== undefined)).toHaveLength(87)
  })

  test('FOSDEM comes in whole, by hours alone', () => {
    const { events, faults, notes } = inputOf('schedules/fosdem-2020.schedule.xml')
    expect([events.length, faults, notes]).toEqual([872, [], []])
    expect(events[0]).toMatchObject({ day: '2020-02-01', start: 9.5 * 60, durationMinutes: 25, room: 'Janson' })
    expect(events[0]?.fields.links).toHaveLength(3)
  })

  test('a calendar with events that have no title, or one as long as a text, comes in whole', () => {
    const { events, faults, notes } = inputOf('ics/pyconuk-2015-schedule.ics')
    expect([events.length, faults]).toEqual([162, []])
    expect(notes.map(({ code }) => code)).toEqual(['identifier-twice', 'untitled', 'title-cut'])
  })

  test("EuroPython's dialect is refused as one", () => {
    expect(refusal(readFileSync(new URL('schedules/europython.schedule.xml', inputs)))).toEqual([
      'schedule-foreign',
      null,
    ])
  })
})

describe('the hours of a schedule.xml', () => {
  const only = (file: string) => read(file).events[0]

  test('before its day changes belong to the night of the day before', () => {
    const night = eventXml({ start: '01:30' })
    expect(only(scheduleXml(night))).toMatchObject({ day: '2020-09-09', start: 25.5 * 60 })
    expect(only(scheduleXml(night, { head: '<day_change>00:30</day_change>' }))).toMatchObject({ start: 90 })
    const day = 'date="2020-09-09" start="2020-09-09T08:00:00+07:00" end="2020-09-10T02:00:00+07:00"'
    expect(only(scheduleXml(night, { day }))).toMatchObject({ day: '2020-09-09', start: 25.5 * 60 })
    expect(only(scheduleXml(eventXml({ start: '07:00' }), { day }))).toMatchObject({ start: 7 * 60 })
  })

  test('are on the date of the event where it has one, by its own clock, which is kept', () => {
    const dated = (date: string, start = '00:30') => only(scheduleXml(eventXml({ start, date })))
    expect(dated('2020-09-10T00:30:00+02:00')).toMatchObject({
      day: '2020-09-09',
      start: 24.5 * 60,
      fields: { offset: '+02:00' },
    })
    expect(dated('2020-09-10T00:30:00+07:00')?.fields.offset).toBeUndefined()
    // Told in UTC, meant by the clock of the place.
    expect(dated('2020-09-09T17:30:00Z')).toMatchObject({ start: 24.5 * 60 })
    expect(dated('2020-09-09T17:30:00Z')?.fields.offset).toBeUndefined()
  })

  test.each([
    [{ start: 'sáng' }, 'start-not-a-time', { value: 'sáng' }],
    [{ duration: 'lâu' }, 'duration-not-a-time', { value: 'lâu' }],
    [{ duration: '-01:00' }, 'end-before-start', {}],
    [{ duration: '30:00' }, 'longer-than-a-day', { hours: 30 }],
    [{ date: '2020-09-20T08:00:00+07:00' }, 'day-unknown', { value: '2020-09-09' }],
    [
      { persons: Array.from({ length: 51 }, (_, at) => `<person>An ${String(at)}</person>`).join('') },
      'too-many-persons',
      { limit: 50 },
    ],
  ])('keep an event out that cannot be right, and tell why: %o', (elements, fault, details) => {
    const { events, faults } = read(scheduleXml(eventXml(elements) + eventXml({ title: 'Bế mạc' }, 'id="8"')))
    expect(events.map(({ title }) => title)).toEqual(['Bế mạc'])
    expect(faults).toEqual([expect.objectContaining({ title: 'Khai mạc', room: 'Hội trường lớn', fault, details })])
  })

  test('under a day that no calendar has keep the event out', () => {
    const { faults } = read(scheduleXml(eventXml(), { day: 'date="2020-02-30"' }))
    expect(faults).toEqual([expect.objectContaining({ fault: 'day-unknown', details: { value: '2020-02-30' } })])
  })
})

test('what a schedule.xml says beyond what is kept is listed by name with its count', () => {
  const more = { answers: '<answer>Có</answer>', karma: '5', persons: '<person id="3" email="an@vd.vn">An</person>' }
  const { dropped } = read(scheduleXml(eventXml(more) + eventXml({ karma: '6' }, 'id="8" state="new"')))
  expect(new Map(dropped.map(({ field, count }) => [field, count]))).toEqual(
    new Map([
      ['conference/title', 1],
      ['person@email', 1],
      ['answers', 1],
      ['karma', 2],
      ['event@state', 1],
    ]),
  )
})

test('of a thousand invented names a hundred are listed, and the others counted', () => {
  const invented = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`x${String(at)}`, 'a']))
  const { dropped } = read(scheduleXml(eventXml(invented)))
  expect([dropped.length, dropped.at(-1)]).toEqual([101, { field: '…', count: 901 }])
})

describe('a file is refused as a whole', () => {
  const xml = scheduleXml(eventXml())
  test.each([
    ['without rooms and events', '<schedule><conference/><day date="2020-09-09"/></schedule>', 'schedule-empty', null],
    ['with rooms alone', scheduleXml(''), 'schedule-empty', null],
    ['of another root', '<rss><channel/></rss>', 'not-a-schedule', null],
    ['that is a web page', '<!DOCTYPE html><html></html>', 'not-a-schedule', null],
    ['that is no text of this kind', 'Khai mạc;08:00', 'not-a-schedule', null],
    ['with nothing in it', '', 'not-a-schedule', null],
    ['cut off in the middle', xml.slice(0, -40), 'schedule-broken', { line: 1 }],
    ['cut off within a text', '<schedule>\n<day>\n<room>\nKhai mạc,\nBế', 'schedule-broken', { line: 5 }],
    ['cut off between elements', '<schedule>\n<day>\n<room/>\n\n', 'schedule-broken', { line: 3 }],
    ['cut off within a tag', '<schedule>\n<day>\n<room name="A', 'schedule-broken', { line: 3 }],
    [
      'with a declaration',
      xml.replace('<schedule>', '<!DOCTYPE schedule [<!ENTITY x "y">]><schedule>'),
      'schedule-unsafe',
      null,
    ],
    ['with an entity that nobody explains', xml.replace('Khai mạc', '&nbsp;'), 'schedule-unsafe', null],
    ['nested without end', '<a>'.repeat(100_000), 'schedule-too-large', null],
    ['that is a calendar without its end', calendarOf([]).replace('END:VCALENDAR', ''), 'schedule-broken', { line: 6 }],
    ['that is a calendar without events', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n', 'schedule-empty', null],
  ])('%s', (_what, file, code, details) => {
    expect(refusal(file)).toEqual([code, details])
  })

  test('that is larger than any schedule, before it is read', () => {
    expect(refusal(new Uint8Array(scheduleLimits.bytes + 1))).toEqual([
      'file-too-large',
      { maxBytes: scheduleLimits.bytes },
    ])
    expect(refusal(scheduleXml(eventXml().repeat(scheduleLimits.events + 1)))).toEqual([
      'schedule-too-many-events',
      { limit: scheduleLimits.events },
    ])
  })
})

describe('the letters of a file', () => {
  const declared = (encoding: string) =>
    scheduleXml(eventXml(), { declaration: `<?xml version="1.0" encoding="${encoding}"?>` })
  const utf8 = (text: string) => new TextEncoder().encode(text)
  const titleOf = (bytes: Uint8Array) => read(bytes).events[0]?.title

  test('are read as UTF-16 either way round, with a mark or without', () => {
    const little = Buffer.from(declared('UTF-16'), 'utf16le')
    expect(titleOf(little)).toBe('Khai mạc')
    expect(titleOf(Buffer.concat([Buffer.from([0xff, 0xfe]), little]))).toBe('Khai mạc')
    expect(titleOf(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(little).swap16()]))).toBe('Khai mạc')
  })

  test('are read as Windows-1258, marks joined to their letters', () => {
    const bytes = Buffer.from(declared('windows-1258').replaceAll(/[^\0-\x7f]/gu, ''), 'latin1')
    // «Khai mạc»: ạ is a with the dot below, 0xf2.
    const at = bytes.indexOf('<title>Khai mc') + '<title>Khai m'.length
    const written = Buffer.concat([bytes.subarray(0, at), Buffer.from([0x61, 0xf2]), bytes.subarray(at)])
    expect(titleOf(written)).toBe('Khai mạc')
  })

  test('that are UTF-8 and say otherwise are read as they are, and that is told', () => {
    const { events, notes } = read(utf8(declared('ISO-8859-1')))
    expect(events[0]?.title).toBe('Khai mạc')
    expect(notes).toEqual([{ code: 'encoding-differs', details: { encoding: 'UTF-8' } }])
  })

  test.each([
    ['that are not the UTF-8 that they say', Buffer.from(declared('UTF-8').replace('ạ', 'a\xf2'), 'latin1'), 'UTF-8'],
    [
      'of an encoding that nobody knows',
      Buffer.from(declared('TCVN-3').replaceAll(/[^\0-\x7f]/gu, '\xf2'), 'latin1'),
      'TCVN-3',
    ],
    ['that say UTF-16 and are not', utf8(declared('UTF-16')), 'UTF-16'],
  ])('%s are refused', (_what, bytes, encoding) => {
    expect(refusal(bytes)).toEqual(['schedule-encoding', { encoding }])
  })
})

describe('a calendar', () => {
  const event = ['UID:1', 'DTSTART:20200909T080000', 'DTEND:20200909T083000', 'SUMMARY:Khai mạc']
  const only = (lines: string[], before: string[] = []) => read(calendarOf(lines, before)).events[0]
  const at = (start: string, end: string, before: string[] = []) =>
    only(['UID:1', start, end, 'SUMMARY:Khai mạc'], before)

  test('keeps the hours of its zone, and what is in UTC is read by the zone that it names', () => {
    expect(only(event)).toMatchObject({ day: '2020-09-09', start: 480, durationMinutes: 30 })
    expect(at('DTSTART;TZID=Europe/London:20200909T233000', 'DTEND;TZID=Europe/London:20200910T003000')).toMatchObject({
      ...{ day: '2020-09-09', start: 23.5 * 60, durationMinutes: 60, fields: { offset: '+01:00' } },
    })
    expect(at('DTSTART:20200909T010000Z', 'DTEND:20200909T013000Z')).toMatchObject({ start: 480 })
    const berlin = at('DTSTART:20200909T010000Z', 'DTEND:20200909T013000Z', ['X-WR-TIMEZONE:Europe/Berlin'])
    expect(berlin).toMatchObject({ start: 180, fields: { offset: '+02:00' } })
  })

  test('is read over folded lines, escapes and quoted parameters', () => {
    const read = only([
      ...event,
      'LOCATION:Hội trường\\, tầ',
      ' ng 2',
      'DESCRIPTION:Một\\nhai\\\\',
      `ATTENDEE;CN="An; ^'Bình^': Chi":mailto:a@b`,
    ])
    expect(read).toMatchObject({ room: 'Hội trường, tầng 2', fields: { abstract: 'Một\nhai\\' } })
    expect(read?.persons.map(({ name }) => name)).toEqual(['An; "Bình": Chi'])
  })

  test.each([
    [['DTSTART;VALUE=DATE:20200909'], 'all-day'],
    [['DTSTART:20200909T080000', 'DTEND:20200909T070000'], 'end-before-start'],
    [['DTSTART:20200909T080000', 'DURATION:-PT1H'], 'end-before-start'],
    [['DTSTART:20200909T080000', 'DURATION:P2D'], 'longer-than-a-day'],
    [['DTSTART:20200930T250000'], 'start-not-a-time'],
    [['DTSTART:20200909T080000', 'STATUS:CANCELLED'], 'cancelled'],
  ])('keeps an event out that cannot come in: %o', (lines, fault) => {
    const { events, faults } = read(calendarOf(['UID:1', 'SUMMARY:Khai mạc', ...lines]))
    expect([events, faults.map((each) => each.fault)]).toEqual([[], [fault]])
  })

  test('takes the first time alone of what repeats, and tells so', () => {
    const { events, notes, dropped } = read(
      calendarOf([...event, 'RRULE:FREQ=DAILY;COUNT=3', 'BEGIN:VALARM', 'ACTION:DISPLAY', 'END:VALARM']),
    )
    expect(events).toHaveLength(1)
    expect(notes).toEqual([{ code: 'repeats', details: { count: 1 } }])
    expect(dropped).toEqual([
      { field: 'RRULE', count: 1 },
      { field: 'VALARM', count: 1 },
    ])
  })
})
