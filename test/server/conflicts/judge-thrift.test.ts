import { expect, test } from 'vitest'
import type { RoadFacts } from '../../../server/conflicts/rules.ts'
import { congress, find, level, road as roadWith, unit } from './road.ts'

const levels = (more: Parameters<typeof level>[2] = {}) => [
  level('grassroots', 0, { rulesOff: [], ...more }),
  level('above', 1, { rulesOff: [] }),
]
const road: typeof roadWith = (congresses, more) => roadWith(congresses, { levels: levels(), ...more })

const thrift = (facts: RoadFacts) =>
  find(facts)
    .filter(({ rule }) => rule === 'ceremony-twice' || rule === 'could-combine')
    .map(({ rule, congressId, otherCongressIds }) => `${rule} ${congressId} with ${otherCongressIds.join()}`)

test('a second congress of one unit at one level is one ceremony too many, listed under the last of them', () => {
  const first = congress('first', '2020-07-01')
  const second = congress('second', '2020-08-12')
  expect(thrift(road([first, second]))).toEqual(['ceremony-twice second with first'])
  expect(thrift(road([first, { ...second, unitId: 'other-commune' }]))).toEqual([])
  expect(thrift(road([first, { ...second, state: 'cancelled' }]))).toEqual([])
})

test('two that lie behind are said no more', () => {
  const held = { state: 'held' as const }
  expect(thrift(road([congress('first', '2020-03-02', held), congress('second', '2020-03-20', held)]))).toEqual([])
})

test('two congresses of one unit at two levels within a week could be one', () => {
  const one = congress('one', '2020-07-01')
  const other = congress('other', '2020-07-08', { levelId: 'above' })
  expect(thrift(road([one, other]))).toEqual(['could-combine other with one'])
  expect(thrift(road([one, { ...other, dateFrom: '2020-07-09', dateTo: '2020-07-09' }]))).toEqual([])
  expect(thrift(road([{ ...one, state: 'held' }, other]))).toEqual([])
})

const smallRoad = (staffNumber: number, rulesOff: RoadFacts['levels'][number]['rulesOff'] = []) =>
  road(
    [
      congress('one', '2020-07-01', { venueId: 'hall', expectedDelegates: 40 }),
      congress('other', '2020-07-02', { unitId: 'other-commune', venueId: 'hall', expectedDelegates: 50 }),
    ],
    {
      levels: levels({ staffThreshold: 200, rulesOff }),
      units: [
        unit('province', null),
        unit('district', 'province'),
        unit('commune', 'district', { staffNumber }),
        unit('other-commune', 'district', { staffNumber: 60 }),
      ],
    },
  )

test('neighbours with few staff who meet in one hall within a week and find seats together could meet as one', () => {
  expect(thrift(smallRoad(40))).toEqual(['could-combine other with one'])
  expect(thrift(smallRoad(200))).toEqual([])
  const crowded = smallRoad(40)
  const congresses = crowded.congresses.map((each) => ({ ...each, expectedDelegates: 60 }))
  expect(thrift({ ...crowded, congresses })).toEqual([])
})

test('one that is combined with another meeting, or held together with the others, is not doubted', () => {
  const facts = smallRoad(40)
  const bent = (more: Partial<RoadFacts['congresses'][number]>, id = 'other') => ({
    ...facts,
    congresses: facts.congresses.map((each) => (each.id === id ? { ...each, ...more } : each)),
  })
  expect(thrift(bent({ combinedWith: 'Hội nghị cán bộ, công chức' }))).toEqual([])
  expect(thrift(bent({ hostUnitIds: ['commune'] }))).toEqual([])
  expect(thrift(bent({ hostUnitIds: ['other-commune'] }, 'one'))).toEqual([])
  expect(thrift(bent({ hostUnitIds: ['district'] }))).toEqual(['could-combine other with one'])
  const inBlock = facts.units.map((each) => (each.id === 'commune' ? { ...each, block: 'Khối 1' } : each))
  expect(thrift({ ...bent({ hostBlock: 'Khối 1' }), units: inBlock })).toEqual([])
})

test('each can be switched off for a level', () => {
  expect(thrift(smallRoad(40, ['could-combine']))).toEqual([])
  const twice = [congress('first', '2020-07-01'), congress('second', '2020-08-12')]
  expect(thrift(road(twice, { levels: levels({ rulesOff: ['ceremony-twice'] }) }))).toEqual([])
})
