import { describe, expect, it } from 'vitest'
import { dayNumber } from '../../../server/format/dates.ts'
import type { TimelineDeeds, TimelineHost } from '../../../web/road/timeline-host.ts'
import { pressKey } from '../../../web/road/timeline-keys.ts'
import { MoveController } from '../../../web/road/timeline-move.ts'
import { reachOf } from '../../../web/road/timeline-scale.ts'
import type { JudgedPlace, TimelineBar } from '../../../web/road/timeline-types.ts'
import { timeline } from '../../../web/words/vi/timeline.ts'
import { bar, row } from './timelines.ts'

const halfDays = { morning: 'Sáng', afternoon: 'Chiều', day: 'Cả ngày' }

/** What the element does for its parts, written down. The 26th is impossible, the 25th serious. */
const hostOf = (only: TimelineBar) => {
  const told: unknown[] = []
  const spoken: string[] = []
  const rows = [row('unit', [only])]
  const host = {
    rows,
    words: { ...timeline, halfDays, shortDate: (date: string) => date.slice(5) },
    active: { rowId: 'unit', barId: only.id },
    viewport: {
      width: 1000,
      scale: { origin: 0, end: 1, pxPerDay: 40 },
      reach: reachOf({ from: '2020-06-01', to: '2020-06-30' }),
      limits: reachOf({ from: '2020-01-01', to: '2020-12-31' }),
      revealDay: () => undefined,
    },
    judge: (_bar: string, { date }: JudgedPlace) => ({
      severity: date === '2020-06-26' ? 'impossible' : date === '2020-06-25' ? 'serious' : null,
      title: date,
      sentences: date === '2020-06-26' ? ['Ngày cấm.'] : [],
      nearest: [{ date: '2020-06-24', halfDay: 'morning', label: '24/6 sáng' }],
    }),
    findBar: () => ({ row: rows[0], bar: only }),
    tell: (name: string, detail: unknown) => told.push([name, detail]),
    announce: (text: string) => spoken.push(text),
    open: (place: unknown) => told.push(['opened', place]),
    closeMenu: () => false,
    paintRow: () => undefined,
    requestFrame: () => undefined,
    requestUpdate: () => undefined,
    addController: () => undefined,
  } as unknown as TimelineHost & TimelineDeeds
  const move = new MoveController(host)
  Object.assign(host, { move })
  const press = (key: string, altKey = false) =>
    pressKey(host, { key, altKey, ctrlKey: false, metaKey: false, shiftKey: false } as KeyboardEvent)
  return { host, move, told, spoken, press }
}

describe('a bar that is moved by keys', () => {
  it('goes a day or a week with Alt and an arrow, and is judged there', () => {
    const { move, spoken, press } = hostOf(bar('a', '2020-06-18'))
    press('ArrowDown', true)
    expect(move.now).toMatchObject({ mode: 'step', day: dayNumber('2020-06-25'), judgement: { severity: 'serious' } })
    expect(spoken.at(-1)).toBe('2020-06-25. Gần nhất còn trống: 24/6 sáng')
  })

  it('is told once it is dropped, with all its days', () => {
    const { move, told, press } = hostOf(bar('a', '2020-06-22', { to: '2020-06-23' }))
    press('ArrowRight', true)
    press('ArrowRight')
    expect(told).toEqual([])
    press('Enter')
    expect(move.now).toBeNull()
    expect(told).toEqual([
      ['bar-moved', { id: 'a', from: '2020-06-24', to: '2020-06-25', halfDay: 'day', isWeekOnly: false }],
    ])
  })

  it('stays where it was after Escape', () => {
    const { move, told, spoken, press } = hostOf(bar('a', '2020-06-22'))
    press('ArrowRight', true)
    press('Escape')
    expect([move.now, told, spoken.at(-1)]).toEqual([null, [], 'Đã thôi, ngày cũ được giữ.'])
  })

  it('is not dropped on an impossible day', () => {
    const { move, told, spoken, press } = hostOf(bar('a', '2020-06-25'))
    press('ArrowRight', true)
    press('Enter')
    expect([move.now?.mode, told]).toEqual(['step', []])
    expect(spoken.at(-1)).toBe('Không thể đặt vào ngày này. 2020-06-26. Ngày cấm. Gần nhất còn trống: 24/6 sáng')
  })

  it('does not move where it is fixed; Enter opens it', () => {
    const { move, told, press } = hostOf(bar('a', '2020-06-22', { isMovable: false }))
    expect(press('ArrowRight', true)).toBe(false)
    press('Enter')
    expect([move.now, told]).toEqual([null, [['opened', { rowId: 'unit', barId: 'a' }]]])
  })
})

describe('a bar that is dragged', () => {
  it('follows the pointer in half-days where it lasts for one', () => {
    const { move, host } = hostOf(bar('a', '2020-06-22', { halfDay: 'morning' }))
    const found = host.findBar('a')!
    move.start(found.row, found.bar, 'drag')
    move.dragTo(dayNumber('2020-06-23') + 0.6)
    expect(move.now).toMatchObject({ day: dayNumber('2020-06-23'), halfDay: 'afternoon' })
  })

  it('keeps to weeks where only the week is known, until a free day is chosen', () => {
    const { move, host, told } = hostOf(bar('a', '2020-06-22', { to: '2020-06-28', isWeekOnly: true }))
    const found = host.findBar('a')!
    move.start(found.row, found.bar, 'drag')
    move.dragTo(dayNumber('2020-07-01'))
    expect(move.now).toMatchObject({ day: dayNumber('2020-06-29'), isWeekOnly: true })
    move.goTo({ date: '2020-06-24', halfDay: 'morning', label: '24/6 sáng' })
    move.drop()
    expect(told).toEqual([
      ['bar-moved', { id: 'a', from: '2020-06-24', to: '2020-06-24', halfDay: 'morning', isWeekOnly: false }],
    ])
  })

  it('is judged by weeks as long as only the week is known', () => {
    const { move, host } = hostOf(bar('a', '2020-06-15', { to: '2020-06-21', isWeekOnly: true }))
    const asked: JudgedPlace[] = []
    const { judge } = host
    Object.assign(host, { judge: (id: string, place: JudgedPlace) => (asked.push(place), judge?.(id, place)) })
    const found = host.findBar('a')!
    move.start(found.row, found.bar, 'drag')
    move.dragTo(dayNumber('2020-06-23'))
    while (move.scan());
    expect(new Set(asked.map(({ isWeekOnly }) => isWeekOnly))).toEqual(new Set([true]))
    expect([...new Set(asked.map(({ date }) => date))].sort()).toEqual(
      ['01', '08', '15', '22', '29'].map((monday) => `2020-06-${monday}`),
    )
  })

  it('waits for a better day where it was let go on an impossible one', () => {
    const { move, host, told } = hostOf(bar('a', '2020-06-22'))
    const found = host.findBar('a')!
    move.start(found.row, found.bar, 'drag')
    move.dragTo(dayNumber('2020-06-26'))
    move.drop()
    expect([move.now?.mode, told]).toEqual(['step', []])
  })

  it('greys out the days of its row that are not free', () => {
    const { move, host } = hostOf(bar('a', '2020-06-22'))
    const found = host.findBar('a')!
    move.start(found.row, found.bar, 'drag')
    while (move.scan());
    expect(move.now?.runs).toEqual([
      { from: dayNumber('2020-06-25'), to: dayNumber('2020-06-26'), severity: 'serious' },
      { from: dayNumber('2020-06-26'), to: dayNumber('2020-06-27'), severity: 'impossible' },
    ])
  })
})
