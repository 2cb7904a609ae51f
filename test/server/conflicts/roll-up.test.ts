import { describe, expect, test } from 'vitest'
import { createRoadIndex, findConflicts, rollUp, type RollUp } from '../../../server/conflicts/rules.ts'
import { congress, road } from './road.ts'
import { seededRoad } from './seeded-road.ts'

const short = (counts: RollUp | undefined) =>
  counts && [
    `${String(counts.total)} in all`,
    ...Object.entries(counts.byState).flatMap(([state, count]) => (count > 0 ? [`${String(count)} ${state}`] : [])),
    `${String(counts.late)} late`,
  ]

describe('the roll-up', () => {
  const index = createRoadIndex(
    road([
      congress('a', '2020-06-05', { state: 'held' }),
      congress('b', '2020-06-05', { unitId: 'other-commune' }),
      congress('c', null, { unitId: 'other-commune', state: 'cancelled' }),
      congress('d', '2020-07-05', { unitId: 'district', levelId: 'above', state: 'approved' }),
      congress('e', '2020-09-09', { unitId: 'province', levelId: 'provincial', state: 'preparing' }),
    ]),
  )
  const counts = rollUp(index)

  test('counts each congress of a level once, by its state or as late', () => {
    expect(short(counts.levels.get('grassroots'))).toEqual(['3 in all', '1 held', '1 cancelled', '1 late'])
    expect(short(counts.levels.get('above'))).toEqual(['1 in all', '1 approved', '0 late'])
    expect(short(counts.road)).toEqual(['5 in all', '1 approved', '1 preparing', '1 held', '1 cancelled', '1 late'])
  })

  test('counts each unit with all units below it, within a level as well', () => {
    expect(short(counts.units.get('district'))).toEqual(['4 in all', '1 approved', '1 held', '1 cancelled', '1 late'])
    expect(short(counts.levelUnits.get('grassroots')?.get('district'))).toEqual([
      '3 in all',
      '1 held',
      '1 cancelled',
      '1 late',
    ])
    expect(short(counts.units.get('commune'))).toEqual(['1 in all', '1 held', '0 late'])
    expect(counts.levelUnits.get('above')?.get('commune')).toBeUndefined()
  })

  test('counts a congress that several hold once in every sum, for each of them and for a whole block', () => {
    const joint = congress('a', '2020-06-05', { state: 'held', hostUnitIds: ['other-commune'] })
    const { road: all, units } = rollUp(createRoadIndex(road([joint])))
    expect(short(all)).toEqual(['1 in all', '1 held', '0 late'])
    for (const unitId of ['commune', 'other-commune', 'district', 'province']) {
      expect(short(units.get(unitId))).toEqual(['1 in all', '1 held', '0 late'])
    }
  })

  test('counts only those that are wanted', () => {
    const some = rollUp(index, new Set(['a', 'd']))
    expect(short(some.road)).toEqual(['2 in all', '1 approved', '1 held', '0 late'])
    expect(some.levels.get('provincial')).toBeUndefined()
  })

  test('calls as many late as there are conflicts that say so, level by level', () => {
    const facts = seededRoad(11, 400)
    const index = createRoadIndex(facts)
    const lateOnes = new Set(
      findConflicts(index).flatMap(({ rule, congressId }) => (rule === 'late' ? [congressId] : [])),
    )
    const late = facts.levels.map(({ id }) => [id, rollUp(index).levels.get(id)?.late])
    const expected = facts.levels.map(({ id }) => [
      id,
      facts.congresses.filter((c) => c.levelId === id && lateOnes.has(c.id)).length,
    ])
    expect(lateOnes.size).toBeGreaterThan(20)
    expect(late).toEqual(expected)
  })
})
