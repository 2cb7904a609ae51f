import { expect, test } from 'vitest'
import type { CalendarEvent } from '../../../server/feeds/rules/icalendar.ts'
import { goneDays, revise, type ToldEvent } from '../../../server/feeds/rules/revisions.ts'

const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'a',
  sequence: 3,
  changedAt: '2020-06-01T00:00:00.000Z',
  when: { from: '2020-09-30', to: '2020-10-01' },
  status: 'CONFIRMED',
  summary: 'Đại hội',
  location: 'Hội trường',
  description: '',
  url: 'http://may-chu:3000/congresses/a',
  ...more,
})
/** Tells what each calendar holds, a day after the other, and gives what a telephone reads of the last. */
const tell = (...days: { holds: CalendarEvent[]; after?: number }[]) => {
  let told: readonly ToldEvent[] = []
  let at = Date.parse('2020-06-02T00:00:00.000Z')
  let events: CalendarEvent[] = []
  for (const { holds, after = 1 } of days) {
    at += after * 86_400_000
    const revision = revise(holds, told, { now: new Date(at).toISOString(), goneText: 'Không còn' })
    events = revision.events
    const kept = new Map(told.filter(({ uid }) => !revision.expired.includes(uid)).map((each) => [each.uid, each]))
    for (const each of revision.changed) kept.set(each.uid, each)
    told = [...kept.values()]
  }
  return { events, told }
}

test('what is told first is as its record says', () => {
  expect(tell({ holds: [event()] }).events).toEqual([event()])
})

test('what shows the same is told the same, whatever its record counts and by whichever name the product is reached', () => {
  const later = event({ sequence: 5, changedAt: '2020-06-03T00:00:00.000Z', url: '' })
  expect(tell({ holds: [event()] }, { holds: [later] }).events).toEqual([event({ url: '' })])
})

test('every change raises the sequence, be the record changed or not', () => {
  const moved = event({ location: 'Nhà văn hóa' })
  const { events } = tell(
    { holds: [event()] },
    { holds: [moved] },
    { holds: [event({ sequence: 9, summary: 'Khác' })] },
  )
  expect(events).toMatchObject([{ sequence: 9, summary: 'Khác', changedAt: '2020-06-05T00:00:00.000Z' }])
  expect(tell({ holds: [event()] }, { holds: [moved] }).events).toMatchObject([{ sequence: 4 }])
})

test('what is gone is told as cancelled, ever the same, and what comes back is told anew', () => {
  const gone = tell({ holds: [event()] }, { holds: [] }, { holds: [] })
  const cancelled = { status: 'CANCELLED', sequence: 4, location: '', description: 'Không còn', url: '' } as const
  expect(gone.events).toEqual([event({ ...cancelled, changedAt: '2020-06-04T00:00:00.000Z' })])
  expect(tell({ holds: [event()] }, { holds: [] }, { holds: [event()] }).events).toMatchObject([
    { status: 'CONFIRMED', sequence: 5 },
  ])
})

test('what is gone is forgotten when every telephone has heard of it', () => {
  expect(tell({ holds: [event()] }, { holds: [] }, { holds: [], after: goneDays }).events).toHaveLength(1)
  const { events, told } = tell({ holds: [event()] }, { holds: [] }, { holds: [], after: goneDays + 1 })
  expect([events, told]).toEqual([[], []])
})
