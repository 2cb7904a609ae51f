import { describe, expect, test } from 'vitest'
import { vi } from '../../../web/words/vi.ts'
import { judgeOf } from '../../../web/road/road-judge.ts'
import { marksOf } from '../../../server/road/rules/filter.ts'
import { buildRows } from '../../../web/road/road-rows.ts'
import type { Congress } from '../../../server/congresses/schema.ts'
import type { Unit } from '../../../server/units/schema.ts'
import { loadedRoad, roadCongress } from './roads.ts'

const rowsOf = (loaded: ReturnType<typeof loadedRoad>, shown = loaded.road.congresses) =>
  buildRows(loaded, shown, marksOf(loaded), {
    toggled: new Set(),
    isFiltered: shown.length !== loaded.road.congresses.length,
    upper: loaded.road.upper,
    words: vi,
    language: 'vi',
  })

/** The units of the road, the commune with a window of its own. */
const unitsWith = (window: Partial<Unit>): Unit[] =>
  loadedRoad([]).road.units.map((unit) => (unit.id === 'commune' ? { ...unit, ...window } : unit))

/** What stands on the bar, and what is said of the same day while the bar is dragged. */
const saidOf = (dateFrom: string, dateTo: string, more: Partial<Congress> = {}, window: Partial<Unit> = {}) => {
  const loaded = loadedRoad([roadCongress('a', dateFrom, { dateTo, ...more })], { units: unitsWith(window) })
  const [bar] = rowsOf(loaded).flatMap(({ bars }) => bars)
  const said = judgeOf(loaded, vi, 'vi')('a', { date: dateFrom, halfDay: 'morning', isWeekOnly: false }).sentences
  return [bar?.label, said.filter((sentence) => sentence.includes('khung'))]
}

describe('a bar and the day under it count alike how far the window is missed', () => {
  test('the last day of the window is inside', () => {
    expect(saidOf('2020-06-30', '2020-06-30')).toEqual(['30/6', []])
    expect(saidOf('2020-06-29', '2020-06-30')).toEqual(['29/6', []])
  })

  test('one day after', () => {
    expect(saidOf('2020-07-01', '2020-07-01')).toEqual([
      '01/7 · quá khung 1 ngày',
      ['commune: 01/7/2020, sau khung (hết 30/6/2020) 1 ngày.'],
    ])
  })

  test('two days across the end: the second counts', () => {
    expect(saidOf('2020-06-30', '2020-07-01')).toEqual([
      '30/6 · quá khung 1 ngày',
      ['commune: 01/7/2020, sau khung (hết 30/6/2020) 1 ngày.'],
    ])
  })

  test('two days behind the end: up to the second', () => {
    expect(saidOf('2020-07-13', '2020-07-14')).toEqual([
      '13/7 · quá khung 14 ngày',
      ['commune: 13/7/2020, sau khung (hết 30/6/2020) 14 ngày.'],
    ])
  })

  test('a day before the window', () => {
    const window = { windowFrom: '2020-06-29', windowTo: null }
    expect(saidOf('2020-06-26', '2020-06-26', {}, window)).toEqual([
      '26/6 · trước khung 3 ngày',
      ['commune: 26/6/2020, trước khung (từ 29/6/2020) 3 ngày.'],
    ])
    expect(saidOf('2020-06-29', '2020-06-29', {}, window)).toEqual(['29/6', []])
  })

  test('a week counts by its Monday, and what is postponed by its new day', () => {
    const week = { dateFrom: null, dateTo: null, weekOf: '2020-07-06' }
    expect(saidOf('2020-07-06', '2020-07-06', week)[0]).toBe('tuần 06/7 · quá khung 6 ngày')
    expect(saidOf('2020-07-06', '2020-07-06', { state: 'postponed' })[0]).toBe('Hoãn tới 06/7 · quá khung 6 ngày')
  })

  test('what was held or cancelled misses nothing any more', () => {
    for (const state of ['held', 'reported', 'cancelled'] as const) {
      expect(saidOf('2020-07-14', '2020-07-14', { state })[0]).toBe('14/7')
    }
  })
})

test('a week is judged as a week, not as its Monday', () => {
  const day = {
    id: 'd',
    from: '2020-06-29',
    to: '2020-06-29',
    kind: 'blocked' as const,
    name: 'Diễn tập',
    unitId: null,
  }
  const week = roadCongress('a', null, { weekOf: '2020-06-22' })
  const loaded = loadedRoad([week], { days: [{ ...day, sinceYear: null, basis: '', version: 1 }] })
  const judged = (isWeekOnly: boolean) => {
    const { title, severity } = judgeOf(loaded, vi, 'vi')('a', { date: day.from, halfDay: 'day', isWeekOnly })
    return [title, severity]
  }
  expect(judged(true)).toEqual(['Tuần 29/6 · được', null])
  expect(judged(false)).toEqual(['Thứ Hai 29/6 · không thể', 'impossible'])
})

test('the numbers of a level are those of what is shown, each congress once', () => {
  const loaded = loadedRoad([
    roadCongress('a', '2020-06-05', { state: 'held' }),
    roadCongress('b', '2020-06-05'),
    roadCongress('c', '2020-06-25', { state: 'preparing' }),
  ])
  const rollUpOf = (shown: Congress[]) => rowsOf(loaded, shown).find(({ id }) => id === 'grassroots')?.rollUp
  const none = { planned: 0, approved: 0, preparing: 0, held: 0, reported: 0, postponed: 0, cancelled: 0, late: 0 }
  expect(rollUpOf(loaded.road.congresses)).toEqual({ ...none, held: 1, late: 1, preparing: 1 })
  expect(rollUpOf(loaded.road.congresses.slice(0, 1))).toEqual({ ...none, held: 1 })
})

test('units stand as offices list them: by code, then those without one by name', () => {
  const [province, district] = loadedRoad([]).road.units
  const names: [string, string][] = [
    ['Sở Y tế', ''],
    ['Huyện Hải Hậu', '366'],
    ['Ban Dân vận', ''],
    ['Thành phố Nam Định', '356'],
  ]
  const units = names.map(([name, code]) => ({ ...district!, id: name, name, code }))
  const congresses = names.map(([unitId]) => roadCongress(unitId, '2020-06-24', { levelId: 'above', unitId }))
  const rows = rowsOf(loadedRoad(congresses, { units: [province!, ...units] }))
  expect(rows.filter(({ kind }) => kind === 'unit').map(({ label }) => label)).toEqual([
    'Thành phố Nam Định',
    'Huyện Hải Hậu',
    'Ban Dân vận',
    'Sở Y tế',
  ])
})

test('a congress above stands under its level, to be read and neither moved nor opened', () => {
  const district = {
    id: 'above-a',
    levelId: 'above',
    unitId: 'district',
    title: 'Hội nghị huyện',
    state: 'approved' as const,
    dateFrom: '2020-08-10',
    dateTo: '2020-08-11',
    halfDay: 'day' as const,
    weekOf: null,
    isDateInvented: true,
    venueName: 'Hội trường huyện',
  }
  const province = {
    ...district,
    id: 'above-b',
    levelId: 'provincial',
    unitId: 'province',
    dateFrom: null,
    dateTo: null,
  }
  const rows = rowsOf(loadedRoad([roadCongress('a', '2020-06-24')], { upper: [district, province] }))
  expect(rows.map(({ label, count, bars }) => [label, count, bars.length])).toEqual([
    ['provincial', null, 0],
    ['province', 'cấp trên', 0],
    ['above', null, 0],
    ['district', 'cấp trên', 1],
    ['grassroots', '1', 0],
    ['commune', null, 1],
  ])
  expect(rows[3]?.bars[0]).toMatchObject({
    from: '2020-08-10',
    to: '2020-08-11',
    state: 'approved',
    isMovable: false,
    isInvented: true,
    upper: { place: 'Hội trường huyện' },
  })
})
