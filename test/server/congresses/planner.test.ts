import { describe, expect, test } from 'vitest'
import { planForLevel, proposeUnits, type PlannedRoad, type UnitWish } from '../../../server/congresses/planner.ts'
import type { Congress, CongressesForLevel } from '../../../server/congresses/schema.ts'
import type { Level } from '../../../server/cycles/schema.ts'
import type { Unit } from '../../../server/units/schema.ts'
import { aCalendarDay, aCongress, aLevel, aUnit } from '../../support/records.ts'

const level = (id: string, position: number, values: Partial<Level> = {}): Level => ({
  ...aLevel(),
  id,
  cycleId: 'cycle',
  position,
  version: 1,
  ...values,
})

const unit = (id: string, parentId: string | null, values: Partial<Unit> = {}): Unit => ({
  ...aUnit({ name: id, parentId }),
  id,
  predecessorIds: [],
  version: 1,
  ...values,
})

const congressAt = (levelId: string, unitId: string): Congress => ({
  ...aCongress({ cycleId: 'cycle', levelId, unitId }),
  id: `${unitId} at ${levelId}`,
  state: 'planned',
  isDateInvented: false,
  formerDate: null,
  formerDateTo: null,
  version: 1,
})

/** A province with a district of three kinds of communes and with a department; planned on Monday, 6 January 2020. */
const road = (more: Partial<PlannedRoad> = {}): PlannedRoad => ({
  cycle: { id: 'cycle', startsOn: '2019-06-01', endsOn: '2020-12-31' },
  today: '2020-01-06',
  levels: [level('grassroots', 0), level('above', 1, { windowFrom: '2020-04-01', windowTo: '2020-06-30' })],
  units: [
    unit('Tỉnh', null, { type: 'tỉnh' }),
    unit('Huyện', 'Tỉnh', { type: 'huyện', block: 'Cụm 1' }),
    unit('Xã', 'Huyện', { type: 'xã' }),
    unit('Phường', 'Huyện', { type: 'phường' }),
    unit('Thị trấn', 'Huyện', { type: 'thị trấn' }),
    unit('Sở', 'Tỉnh', { type: 'sở, ban, ngành', block: 'Khối 1' }),
  ],
  days: [],
  congresses: [],
  ...more,
})

const anyUnit: UnitWish = { types: [], blocks: [], underId: null }
const propose = (levelId: string, wish: Partial<UnitWish>, on: PlannedRoad) =>
  Object.fromEntries(proposeUnits(levelId, { ...anyUnit, ...wish }, on).map(({ unit, why }) => [unit.id, why]))

describe('which units are proposed for a level', () => {
  test('several types at once, and only those', () => {
    expect(propose('grassroots', { types: ['xã', 'phường', 'thị trấn'] }, road())).toEqual({
      Xã: null,
      Phường: null,
      'Thị trấn': null,
    })
  })

  test('types and blocks narrow each other', () => {
    expect(propose('above', { types: ['huyện', 'sở, ban, ngành'], blocks: ['Khối 1'] }, road())).toEqual({ Sở: null })
    expect(propose('above', { blocks: ['Khối 1', 'Cụm 1'] }, road())).toEqual({ Huyện: null, Sở: null })
  })

  test('under a unit, that unit itself is not meant', () => {
    expect(Object.keys(propose('grassroots', { underId: 'Huyện' }, road()))).toEqual(['Xã', 'Phường', 'Thị trấn'])
  })

  test('of all units those at the bottom, and above them, level by level, whoever has none yet', () => {
    const bottom = { Xã: null, Phường: null, 'Thị trấn': null, Sở: null }
    expect(propose('grassroots', {}, road())).toEqual({ Tỉnh: 'above-others', Huyện: 'above-others', ...bottom })
    const congresses = ['Xã', 'Phường', 'Thị trấn'].map((id) => congressAt('grassroots', id))
    expect(propose('above', {}, road({ congresses }))).toEqual({
      Tỉnh: 'above-others',
      Huyện: null,
      Xã: 'elsewhere',
      Phường: 'elsewhere',
      'Thị trấn': 'elsewhere',
      Sở: null,
    })
  })

  test('a unit above those that have theirs already still holds its own higher up', () => {
    const congresses = ['Xã', 'Phường', 'Thị trấn'].map((id) => congressAt('grassroots', id))
    expect(propose('grassroots', {}, road({ congresses }))).toMatchObject({ Xã: 'has-one', Huyện: 'above-others' })
  })

  test('a type that was asked for is proposed, though others stand under it', () => {
    expect(propose('grassroots', { types: ['huyện'] }, road())).toEqual({ Huyện: null })
  })

  test('a unit that ended before the window opens is not valid, and its successor is proposed', () => {
    const units = [
      unit('Xã cũ', null, { validTo: '2019-12-31' }),
      unit('Xã mới', null, { validFrom: '2020-01-01' }),
      unit('Xã sau này', null, { validFrom: '2020-04-01' }),
    ]
    const all = { 'Xã cũ': 'not-valid', 'Xã mới': null, 'Xã sau này': 'not-valid' }
    expect(propose('grassroots', {}, road({ units }))).toEqual(all)
  })

  test('behind a window that has passed it counts who exists today', () => {
    const units = [unit('Xã cũ', null, { validTo: '2020-02-29' }), unit('Xã mới', null, { validFrom: '2020-03-01' })]
    expect(propose('grassroots', {}, road({ units, today: '2020-06-22' }))).toEqual({
      'Xã cũ': 'not-valid',
      'Xã mới': null,
    })
  })
})

const plan = (unitIds: string[], on: PlannedRoad, more: Partial<CongressesForLevel> = {}) =>
  planForLevel(
    {
      levelId: 'grassroots',
      unitIds,
      form: 'Hội nghị điển hình tiên tiến',
      theme: '',
      ordinal: '',
      halfDay: 'morning',
      weeks: 'spread',
      expectedDelegates: null,
      ...more,
    },
    on,
  )
const weeks = (unitIds: string[], on: PlannedRoad) => plan(unitIds, on).map(({ congress }) => congress?.weekOf)
const communes = (count: number, values: Partial<Unit> = {}) =>
  Array.from({ length: count }, (_, index) => unit(`Xã ${String(index)}`, null, values))
const idsOf = (units: readonly Unit[]) => units.map(({ id }) => id)

describe('what is created for a level', () => {
  test('a unit that has one is left alone, one that is gone gets none', () => {
    const units = [...communes(2), unit('Xã cũ', null, { validTo: '2019-12-31' })]
    const planned = plan(idsOf(units), road({ units, congresses: [congressAt('grassroots', 'Xã 0')] }))
    expect(planned.map(({ problem }) => problem)).toEqual(['has-one', null, 'not-valid'])
    expect(planned.map(({ congress }) => congress === null)).toEqual([true, false, true])
  })

  test('a unit is given one by hand, though it holds another elsewhere', () => {
    const on = road({ congresses: [congressAt('above', 'Huyện')] })
    expect(plan(['Huyện'], on)[0]?.congress?.title).toBe('Hội nghị điển hình tiên tiến huyện giai đoạn 2015 - 2020')
  })

  test('weeks are spread over the window from first to last', () => {
    const units = communes(4)
    expect(weeks(idsOf(units), road({ units }))).toEqual(['2020-01-06', '2020-01-27', '2020-02-17', '2020-03-09'])
  })

  test('the week of Tết is given to nobody', () => {
    const units = communes(13)
    const tet = {
      ...aCalendarDay(null),
      id: 'tet',
      kind: 'tet' as const,
      from: '2020-01-23',
      to: '2020-01-29',
      version: 1,
    }
    const given = weeks(idsOf(units), road({ units, days: [tet] }))
    expect(given).not.toContain('2020-01-27')
    expect(given).toContain('2020-01-20')
    expect(given.at(-1)).toBe('2020-03-30')
  })

  test('no week behind today is given, and none where the window has passed', () => {
    const units = communes(2)
    expect(weeks(idsOf(units), road({ units, today: '2020-03-18' }))).toEqual(['2020-03-23', '2020-03-30'])
    expect(weeks(idsOf(units), road({ units, today: '2020-06-22' }))).toEqual([null, null])
  })

  test('a road that lies behind as a whole is planned as it was', () => {
    const units = communes(1)
    expect(weeks(idsOf(units), road({ units, today: '2026-01-05' }))).toEqual(['2020-01-06'])
  })

  test('a unit with a window of its own gets a week inside it', () => {
    const own = unit('Xã riêng', null, { windowFrom: '2020-03-01', windowTo: '2020-03-10' })
    const units = [...communes(2), own]
    expect(weeks(idsOf(units), road({ units }))).toEqual(['2020-01-06', '2020-02-17', '2020-03-02'])
  })

  test('a unit that ends inside the window gets a week while it exists', () => {
    const units = [...communes(1), unit('Xã cũ', null, { validTo: '2020-01-19' })]
    expect(weeks(idsOf(units), road({ units }))).toEqual(['2020-01-06', '2020-01-06'])
  })

  test('without a window no week is given', () => {
    const units = communes(1)
    const levels = [level('grassroots', 0, { windowFrom: null })]
    expect(weeks(idsOf(units), road({ units, levels }))).toEqual([null])
  })
})
