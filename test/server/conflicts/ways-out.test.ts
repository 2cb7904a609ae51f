import { describe, expect, test } from 'vitest'
import {
  conflictsOfMove,
  createRoadIndex,
  findConflicts,
  judgeDays,
  nearestFreeDays,
  waysOut,
  type RoadFacts,
} from '../../../server/conflicts/rules.ts'
import type { WayOut } from '../../../server/conflicts/schema.ts'
import { congress, level, road, unit } from './road.ts'
import { seededRoad } from './seeded-road.ts'

/** Friday, 26 June 2020 in the morning: the vice-chair is at another congress already. */
const clash = (more: Partial<RoadFacts> = {}, moved: Parameters<typeof congress>[2] = {}) =>
  road(
    [
      congress('a', '2020-06-26', { state: 'preparing', postIds: ['vice-chair'] }),
      congress('b', '2020-06-26', { postIds: ['vice-chair'], ...moved }),
    ],
    more,
  )

describe('a move, asked for while dragging', () => {
  test('names the conflicts of the moved congress and those it causes in others', () => {
    const facts = road([
      congress('a', '2020-06-25', { state: 'planned', venueId: 'hall' }),
      congress('b', '2020-06-30', { state: 'preparing', venueId: 'hall' }),
    ])
    const index = createRoadIndex(facts)
    const found = conflictsOfMove(index, 'b', { dateFrom: '2020-06-25', dateTo: '2020-06-25', halfDay: 'morning' })
    expect(found.map(({ rule, congressId, otherCongressIds }) => [rule, congressId, otherCongressIds])).toEqual([
      ['venue-twice', 'a', ['b']],
    ])
    expect(findConflicts(index)).toEqual([])
  })

  test('may change hall and leaders, too', () => {
    const index = createRoadIndex(road([congress('a', '2020-06-25', { venueId: 'hall' }), congress('b', '2020-06-25')]))
    const place = { dateFrom: '2020-06-25', dateTo: '2020-06-25', halfDay: 'morning' as const }
    expect(conflictsOfMove(index, 'b', place)).toEqual([])
    expect(conflictsOfMove(index, 'b', { ...place, venueId: 'hall' }).map(({ rule }) => rule)).toEqual(['venue-twice'])
  })

  test('judges each day of a stretch with the heaviest severity', () => {
    const days = [{ id: 'x', from: '2020-06-25', to: '2020-06-25', kind: 'blocked' as const, unitId: null }]
    const also = [{ id: 'y', from: '2020-06-25', to: '2020-06-25', kind: 'holiday' as const, unitId: null }]
    const index = createRoadIndex(clash({ days: [...days, ...also] }))
    const judged = judgeDays(index, 'b', { from: '2020-06-24', to: '2020-06-27' })
    expect(judged.map(({ date, severity }) => [date, severity])).toEqual([
      ['2020-06-24', null],
      ['2020-06-25', 'impossible'],
      ['2020-06-26', 'serious'],
      ['2020-06-27', 'doubtful'],
    ])
    expect(judged[2]?.conflicts.map(({ rule }) => rule)).toEqual(['leader-twice'])
  })
})

describe('the nearest free days', () => {
  const nearest = (facts: RoadFacts, around: string, count: number) =>
    nearestFreeDays(createRoadIndex(facts), 'b', around, count).map(({ date, halfDay }) => `${date} ${halfDay}`)

  test('begin with the other half of the day, then the days beside it, working days first', () => {
    expect(nearest(clash(), '2020-06-26', 4)).toEqual([
      '2020-06-26 afternoon',
      '2020-06-25 morning',
      '2020-06-25 afternoon',
      '2020-06-24 morning',
    ])
  })

  test('stay on working days and in the same week before they go to another', () => {
    expect(nearest(clash({ today: '2020-06-26' }), '2020-06-26', 3)).toEqual([
      '2020-06-26 afternoon',
      '2020-06-29 morning',
      '2020-06-29 afternoon',
    ])
  })

  test('keep whole days whole and several days as many', () => {
    expect(nearest(clash({}, { halfDay: 'day' }), '2020-06-26', 1)).toEqual(['2020-06-25 day'])
    expect(nearest(clash({}, { dateTo: '2020-06-28' }), '2020-06-26', 1)).toEqual(['2020-06-23 morning'])
  })

  test('never lie before today and are never impossible', () => {
    const days = [{ id: 'x', from: '2020-06-01', to: '2020-07-14', kind: 'blocked' as const, unitId: null }]
    expect(nearest(clash({ days }), '2020-06-26', 1)).toEqual(['2020-07-15 morning'])
    expect(nearest(clash({ today: '2020-06-25' }), '2020-06-26', 2)).toEqual([
      '2020-06-26 afternoon',
      '2020-06-25 morning',
    ])
  })

  test('lead back into the window', () => {
    const levels = [level('grassroots', 0, { windowFrom: '2020-06-01', windowTo: '2020-06-30' })]
    const facts = road([congress('b', '2020-07-14')], { levels })
    expect(nearest(facts, '2020-07-14', 2)).toEqual(['2020-06-30 morning', '2020-06-30 afternoon'])
  })

  test('are none where nothing near is better', () => {
    const units = [unit('commune', null, { validTo: '2020-05-31' })]
    expect(nearest(road([congress('b', '2020-06-26')], { units }), '2020-06-26', 3)).toEqual([])
  })

  test('break less than the day they are to replace, on a crowded road', () => {
    const facts = seededRoad(3, 150)
    const index = createRoadIndex(facts)
    const weigh = (id: string, date: string, halfDay: 'morning' | 'afternoon' | 'day') => {
      const found = conflictsOfMove(index, id, { dateFrom: date, dateTo: date, halfDay, weekOf: null })
      const heavy = found.filter(({ severity }) => severity !== 'doubtful').length
      return heavy * 1000 + found.length
    }
    const open = facts.congresses.filter(
      (each) => each.dateFrom !== null && each.dateFrom === each.dateTo && each.state === 'planned',
    )
    const worse = open.flatMap(({ id, dateFrom, halfDay }) =>
      nearestFreeDays(index, id, dateFrom ?? '', 3).filter(
        (day) => weigh(id, day.date, day.halfDay) > weigh(id, dateFrom ?? '', halfDay),
      ),
    )
    expect(open.length).toBeGreaterThan(20)
    expect(worse).toEqual([])
  })
})

describe('ways out', () => {
  const ways = (facts: RoadFacts): WayOut[][] => {
    const index = createRoadIndex(facts)
    return findConflicts(index).map((conflict) => waysOut(conflict, index))
  }
  const kinds = (facts: RoadFacts) => ways(facts).map((each) => each.map(({ kind }) => kind).join(', '))

  test('of a leader in two places: another leader first, the date as a last way, or acceptance', () => {
    expect(ways(clash())).toEqual([
      [
        { kind: 'change-leader', congressId: 'b', postId: 'vice-chair' },
        { kind: 'move', congressId: 'b', date: '2020-06-26', halfDay: 'afternoon' },
        { kind: 'telephone', congressId: 'b', unitId: 'commune' },
        { kind: 'accept', congressId: 'b' },
      ],
    ])
  })

  test('of congresses of two units that meet: telephone the other one', () => {
    const facts = road([
      congress('a', '2020-06-26', { unitId: 'other-commune', state: 'preparing', postIds: ['vice-chair'] }),
      congress('b', '2020-06-26', { postIds: ['vice-chair'] }),
    ])
    const [found] = ways(facts)
    expect(found?.find(({ kind }) => kind === 'telephone')).toEqual({
      kind: 'telephone',
      congressId: 'b',
      unitId: 'other-commune',
    })
  })

  test('of a late congress: telephone its unit', () => {
    const [found] = ways(road([congress('a', '2020-06-05')]))
    expect(found?.[0]).toEqual({ kind: 'telephone', congressId: 'a', unitId: 'commune' })
  })

  test('of the impossible: a move, never acceptance', () => {
    const days = [{ id: 'x', from: '2020-06-25', to: '2020-06-25', kind: 'blocked' as const, unitId: null }]
    expect(kinds(road([congress('a', '2020-06-25')], { days }))).toEqual(['move, move'])
  })

  test('of a hall given twice: another hall or another time; of one too small: another hall or fewer people', () => {
    const hall = { venueId: 'hall' }
    expect(kinds(road([congress('a', '2020-06-25', hall), congress('b', '2020-06-25', hall)]))).toEqual([
      'change-venue, move, telephone, accept',
    ])
    expect(kinds(road([congress('a', '2020-06-25', { ...hall, expectedDelegates: 105 })]))).toEqual([
      'change-venue, reduce, accept',
    ])
  })

  test('of a conflict whose congress is gone: none', () => {
    const [conflict] = findConflicts(createRoadIndex(clash()))
    if (!conflict) throw new Error('the clash finds a conflict')
    expect(waysOut(conflict, createRoadIndex(road([])))).toEqual([])
  })
})
