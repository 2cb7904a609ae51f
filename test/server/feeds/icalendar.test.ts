import ICAL from 'ical.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeCalendar, type CalendarEvent } from '../../../server/feeds/rules/icalendar.ts'
import { instantOf } from '../../../server/format/dates.ts'

const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: '01890000-0000-7000-8000-000000000001',
  sequence: 2,
  changedAt: '2020-06-22T02:00:00.000Z',
  when: { startsAt: '2020-09-09T00:30:00.000Z', endsAt: '2020-09-09T04:30:00.000Z' },
  status: 'CONFIRMED',
  summary: 'Đại hội Thi đua yêu nước tỉnh Nam Định lần thứ V (2020 - 2025)',
  location: 'Nhà văn hóa Trung tâm tỉnh 3-2; tầng 2, phòng A',
  description: 'Đơn vị: Tỉnh Nam Định\nLiên hệ: Nguyễn Văn An, 0228 3849 123\\máy 12',
  url: 'https://tientoi.example/congresses/1',
  ...more,
})
const write = (...events: CalendarEvent[]) => writeCalendar({ name: 'Lịch', timeZone: 'Asia/Ho_Chi_Minh' }, events)
/** As another program reads it. */
const read = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each))

describe('a calendar as another program reads it', () => {
  test('holds what was written: commas, semicolons, backslashes, lines, marks', () => {
    const [found] = read(write(event()))
    const { uid, sequence, summary, location, description } = event()
    expect(found).toMatchObject({ uid, sequence, summary, location, description })
    expect(found?.startDate.toJSDate().toISOString()).toBe('2020-09-09T00:30:00.000Z')
    expect(found?.endDate.toJSDate().toISOString()).toBe('2020-09-09T04:30:00.000Z')
    expect(found?.component.getFirstPropertyValue('status')).toBe('CONFIRMED')
    expect(String(found?.component.getFirstPropertyValue('last-modified'))).toBe('2020-06-22T02:00:00Z')
  })

  test('days without hours end with the day after the last', () => {
    const [found] = read(write(event({ when: { from: '2020-09-30', to: '2020-10-01' } })))
    expect([found?.startDate.isDate, found?.startDate.toString(), found?.endDate.toString()]).toEqual([
      true,
      '2020-09-30',
      '2020-10-02',
    ])
  })

  test('gives back any text at all', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 120 }).map((each) => each.replaceAll(/\p{Cc}/gu, ''))
    fc.assert(
      fc.property(text, (summary) => {
        expect(read(write(event({ summary })))[0]?.summary ?? '').toBe(summary)
      }),
      { seed: 5545, numRuns: 200 },
    )
  })
})

describe('the lines of a calendar', () => {
  const text = write(event(), event({ uid: 'b', description: 'Điển hình tiên tiến '.repeat(40) }))

  test('end with CRLF and have 75 octets at the most, no letter parted', () => {
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    const lines = text.split('\r\n').slice(0, -1)
    expect(lines.filter((line) => line.includes('\n'))).toEqual([])
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    expect(lines.some((line) => Buffer.byteLength(line) > 70)).toBe(true)
    expect(text).not.toContain('\ufffd')
  })

  test('read the same byte for byte while nothing changes', () => {
    expect(write(event())).toBe(write(event()))
  })
})

test('an hour on the wall is that instant, wherever the machine stands', () => {
  expect(instantOf('2020-09-09', '07:30', 'Asia/Ho_Chi_Minh')).toBe('2020-09-09T00:30:00.000Z')
  expect(instantOf('2020-07-01', '07:30', 'Europe/Berlin')).toBe('2020-07-01T05:30:00.000Z')
  expect(instantOf('2020-12-01', '07:30', 'Europe/Berlin')).toBe('2020-12-01T06:30:00.000Z')
  expect(instantOf('2020-10-25', '00:30', 'Europe/Berlin')).toBe('2020-10-24T22:30:00.000Z')
  expect(instantOf('2020-10-25', '04:00', 'Europe/Berlin')).toBe('2020-10-25T03:00:00.000Z')
})
