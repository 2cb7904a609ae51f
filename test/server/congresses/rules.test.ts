import { describe, expect, test } from 'vitest'
import {
  checkDates,
  checkStateChange,
  mayChangeState,
  openSteps,
  parentCongressFor,
  proposeAssembly,
  proposeTitle,
  stepsFrom,
  unitInSentence,
} from '../../../server/congresses/rules.ts'
import type { CongressState } from '../../../server/congresses/schema.ts'

const states: CongressState[] = ['planned', 'approved', 'preparing', 'held', 'reported', 'postponed', 'cancelled']

describe('states of a congress', () => {
  test('the allowed steps are these and no others', () => {
    const steps = states.flatMap((from) =>
      states.filter((to) => mayChangeState(from, to)).map((to) => `${from} → ${to}`),
    )
    expect(steps).toEqual([
      'planned → approved',
      'planned → preparing',
      'planned → held',
      'planned → postponed',
      'planned → cancelled',
      'approved → planned',
      'approved → preparing',
      'approved → held',
      'approved → postponed',
      'approved → cancelled',
      'preparing → approved',
      'preparing → held',
      'preparing → postponed',
      'preparing → cancelled',
      'held → preparing',
      'held → reported',
      'reported → held',
      'postponed → planned',
      'postponed → preparing',
      'postponed → held',
      'postponed → postponed',
      'postponed → cancelled',
      'cancelled → planned',
    ])
  })

  test('what comes next stands first, then what puts off, then corrections', () => {
    const listed = states.map((from) => stepsFrom(from).map(({ kind, to }) => `${kind} ${to}`))
    expect(listed).toEqual([
      ['forward approved', 'forward preparing', 'forward held', 'aside postponed', 'aside cancelled'],
      ['forward preparing', 'forward held', 'aside postponed', 'aside cancelled', 'back planned'],
      ['forward held', 'aside postponed', 'aside cancelled', 'back approved'],
      ['forward reported', 'back preparing'],
      ['back held'],
      ['forward planned', 'forward preparing', 'forward held', 'aside postponed', 'aside cancelled'],
      ['back planned'],
    ])
  })

  test('held is offered when the last day has come, not before it and not without a day', () => {
    const offered = (dateFrom: string | null, today: string) =>
      openSteps({ state: 'preparing', dateFrom, dateTo: dateFrom }, today).map(({ to }) => to)
    expect(offered('2020-06-22', '2020-06-22')).toEqual(['held', 'postponed', 'cancelled', 'approved'])
    expect(offered('2020-06-22', '2020-06-21')).toEqual(['postponed', 'cancelled', 'approved'])
    expect(offered(null, '2020-06-22')).toEqual(['postponed', 'cancelled', 'approved'])
  })

  const preparing = { state: 'preparing' as const, dateFrom: '2020-06-22', dateTo: '2020-06-23' }
  const change = (state: CongressState, more: { reason?: string; newDate?: string | null } = {}) => ({
    state,
    reason: more.reason ?? '',
    newDate: more.newDate ?? null,
  })

  test('postponing and cancelling need a reason that says something', () => {
    expect(checkStateChange(preparing, change('postponed'), '2020-06-22')).toEqual(['reason-missing'])
    expect(checkStateChange(preparing, change('cancelled', { reason: '  ' }), '2020-06-22')).toEqual(['reason-missing'])
    expect(checkStateChange(preparing, change('postponed', { reason: 'dịch bệnh' }), '2020-06-22')).toEqual([])
  })

  test('a congress is held only when its last day has come', () => {
    expect(checkStateChange(preparing, change('held'), '2020-06-22')).toEqual(['date-in-future'])
    expect(checkStateChange(preparing, change('held'), '2020-06-23')).toEqual([])
    expect(checkStateChange({ ...preparing, dateFrom: null, dateTo: null }, change('held'), '2020-06-23')).toEqual([
      'date-missing',
    ])
  })

  test('a new date comes only with postponing and must exist', () => {
    expect(checkStateChange(preparing, change('approved', { newDate: '2020-07-01' }), '2020-06-22')).toEqual([
      'new-date-unwanted',
    ])
    expect(
      checkStateChange(preparing, change('postponed', { reason: 'bão', newDate: '2020-07-01' }), '2020-06-22'),
    ).toEqual([])
    expect(
      checkStateChange(preparing, change('postponed', { reason: 'bão', newDate: '2020-06-31' }), '2020-06-22'),
    ).toEqual(['no-such-day'])
  })

  test('a step that is not in the list is refused', () => {
    expect(
      checkStateChange({ ...preparing, state: 'held' }, change('cancelled', { reason: 'x' }), '2020-06-23'),
    ).toEqual(['step-not-allowed'])
  })
})

describe('dates of a congress', () => {
  const dates = (dateFrom: string | null, dateTo: string | null, weekOf: string | null = null) =>
    checkDates({ dateFrom, dateTo, weekOf })

  test('both days or neither', () => {
    expect(dates(null, null)).toEqual([])
    expect(dates('2020-09-09', '2020-09-09')).toEqual([])
    expect(dates('2020-09-09', null)).toEqual(['date-incomplete'])
    expect(dates(null, '2020-09-09')).toEqual(['date-incomplete'])
  })

  test('the last day is not before the first', () => {
    expect(dates('2020-09-09', '2020-09-10')).toEqual([])
    expect(dates('2020-09-09', '2020-09-08')).toEqual(['dates-reversed'])
  })

  test('a week is named by its Monday and only while no day is fixed', () => {
    expect(dates(null, null, '2020-09-07')).toEqual([])
    expect(dates(null, null, '2020-09-08')).toEqual(['week-not-monday'])
    expect(dates('2020-09-09', '2020-09-09', '2020-09-07')).toEqual(['week-with-date'])
  })

  test('a day that the calendar does not have is refused', () => {
    expect(dates('2020-02-29', '2020-02-29')).toEqual([])
    expect(dates('2019-02-29', '2019-02-29')).toEqual(['no-such-day'])
  })
})

describe('assembly type', () => {
  test('fewer staff than the threshold: everybody; more: delegates; exactly as many: open', () => {
    expect([199, 200, 201].map((staff) => proposeAssembly(staff, 200))).toEqual(['everybody', null, 'delegates'])
  })

  test('nothing is proposed where a number is unknown', () => {
    expect([proposeAssembly(null, 200), proposeAssembly(150, null)]).toEqual([null, null])
  })
})

describe('proposed title', () => {
  const cycle = { endsOn: '2020-12-31' }
  const lower = { forms: ['Hội nghị điển hình tiên tiến', 'Đại hội Thi đua yêu nước'] }

  test('a conference names the years behind', () => {
    expect(proposeTitle({ name: 'Hải Anh', type: 'Xã' }, lower, { form: null, ordinal: '', cycle })).toBe(
      'Hội nghị điển hình tiên tiến xã Hải Anh giai đoạn 2015 - 2020',
    )
  })

  test('a congress names its ordinal and the years ahead', () => {
    expect(
      proposeTitle({ name: 'Huyện Hải Hậu', type: 'Huyện' }, lower, {
        form: 'Đại hội Thi đua yêu nước',
        ordinal: 'V',
        cycle,
      }),
    ).toBe('Đại hội Thi đua yêu nước huyện Hải Hậu lần thứ V (2020 - 2025)')
  })

  test('a congress without an ordinal names the years alone', () => {
    expect(
      proposeTitle({ name: 'Sở Y tế', type: 'Sở' }, lower, { form: 'Đại hội Thi đua yêu nước', ordinal: '', cycle }),
    ).toBe('Đại hội Thi đua yêu nước Sở Y tế giai đoạn 2020 - 2025')
  })

  test.each([
    ['Huyện Hải Hậu', 'Huyện', 'huyện Hải Hậu'],
    ['Hải Anh', 'Xã', 'xã Hải Anh'],
    ['Thị trấn Mỹ Lộc', '', 'thị trấn Mỹ Lộc'],
    ['Thành phố Nam Định', 'Thành phố', 'thành phố Nam Định'],
    ['Thành phố Hồ Chí Minh', 'Thành phố', 'Thành phố Hồ Chí Minh'],
    ['Tỉnh Nam Định', 'Tỉnh', 'tỉnh Nam Định'],
    ['Phường 1', 'Phường', 'Phường 1'],
    ['1', 'Phường', 'Phường 1'],
    ['Sở Y tế', 'Sở', 'Sở Y tế'],
    ['Tỉnh Đoàn', 'Đoàn thể', 'Tỉnh Đoàn'],
    ['Huyện ủy Hải Hậu', '', 'Huyện ủy Hải Hậu'],
    ['Xã hội học', 'Viện', 'Xã hội học'],
    ['Công an tỉnh', 'Lực lượng vũ trang', 'Công an tỉnh'],
    ['Toàn quốc', '', 'toàn quốc'],
  ])('the unit «%s» of type «%s» stands in a sentence as «%s»', (name, type, expected) => {
    expect(unitInSentence({ name, type })).toBe(expected)
  })
})

describe('proposed upper congress', () => {
  const units = [
    { id: 'province', parentId: null },
    { id: 'district', parentId: 'province' },
    { id: 'commune', parentId: 'district' },
  ]
  const levels = [
    { id: 'grassroots', position: 0 },
    { id: 'above', position: 1 },
    { id: 'provincial', position: 2 },
  ]
  const congress = (id: string, unitId: string, levelId: string, state: CongressState = 'planned') => ({
    id,
    unitId,
    levelId,
    state,
  })
  const find = (congresses: ReturnType<typeof congress>[], unitId = 'commune', position = 0) =>
    parentCongressFor({ id: unitId }, { position }, { units, levels, congresses })?.id ?? null

  const provincial = congress('p', 'province', 'provincial')

  test('is that of the nearest unit above with a higher level', () => {
    expect(find([provincial, congress('d', 'district', 'above'), congress('c', 'commune', 'grassroots')])).toBe('d')
  })

  test('is the province where there is no district level', () => {
    expect(find([provincial, congress('d', 'district', 'grassroots')])).toBe('p')
  })

  test('is never a cancelled one, but may be a postponed one', () => {
    expect(find([provincial, congress('d', 'district', 'above', 'cancelled')])).toBe('p')
    expect(find([provincial, congress('d', 'district', 'above', 'postponed')])).toBe('d')
  })

  test('is none for the top of the road', () => {
    expect(find([provincial], 'province', 2)).toBeNull()
  })

  test('ends its search in a tree that bites its tail', () => {
    const ring = [
      { id: 'a', parentId: 'b' },
      { id: 'b', parentId: 'a' },
    ]
    expect(
      parentCongressFor({ id: 'a' }, { position: 0 }, { units: ring, levels, congresses: [provincial] }),
    ).toBeNull()
  })
})
