import { describe, expect, test } from 'vitest'
import { emptyVenue } from '../../../server/venues/rules.ts'
import { filterCongresses, marksOf, noRoadFilter, type RoadFilter } from '../../../server/road/rules/filter.ts'
import { monthChoices } from '../../../web/congresses/months.ts'
import { conflictsOf, filterOf, printPath, roadView } from '../../../web/road/road-filter.ts'
import { loadedRoad, roadCongress } from './roads.ts'

const venue = { ...emptyVenue, id: 'hall', unitId: 'district', name: 'hall', capacity: 500, version: 1 }
/** Two congresses in one hall at one time, a third after its window, a pilot with nothing wrong. */
const crowded = [
  roadCongress('a', '2020-06-25', { venueId: 'hall' }),
  roadCongress('b', '2020-06-25', { venueId: 'hall' }),
  roadCongress('c', '2020-07-14'),
  roadCongress('d', '2020-06-24', { isPilot: true }),
]
const everything = filterOf({ get: (name) => (name === 'order' ? '' : roadView[name]) })

const acceptanceOf = (loaded: ReturnType<typeof loadedRoad>, congressId: string) => {
  const conflict = loaded.open.find((each) => each.congressId === congressId)
  return {
    id: 'acceptance',
    congressId,
    key: conflict?.key ?? '',
    fingerprint: conflict?.fingerprint ?? '',
    reason: 'Tỉnh ủy đồng ý',
    paperNumber: '12-CV/TU',
    accountName: 'Trần Thị Hoa',
    at: '2020-06-20T02:00:00.000Z',
  }
}

describe('what the filters count', () => {
  const loaded = loadedRoad(crowded, { venues: [venue] })
  const marks = marksOf(loaded)
  const idsOf = (more: Partial<typeof everything>) =>
    filterCongresses(loaded, marks, { ...everything, ...more }).map(({ id }) => id)

  test('three congresses take part in two conflicts', () => {
    expect(idsOf({ hasConflict: true })).toEqual(['a', 'b', 'c'])
    expect(conflictsOf(loaded, null).open.length).toBe(2)
  })

  test('filters work together', () => {
    expect(idsOf({ isPilot: true })).toEqual(['d'])
    expect(idsOf({ hasConflict: true, isPilot: true })).toEqual([])
  })

  test('a filter keeps the conflicts of what it shows, be it listed first or as another', () => {
    const rulesOf = (id: string) => conflictsOf(loaded, new Set([id])).open.map(({ rule }) => rule)
    expect(['a', 'b', 'c', 'd'].map(rulesOf)).toEqual([['venue-twice'], ['venue-twice'], ['outside-window'], []])
  })
})

test('accepted conflicts follow the filter like open ones', () => {
  const open = loadedRoad(crowded, { venues: [venue] })
  const loaded = loadedRoad(crowded, { venues: [venue], acceptances: [acceptanceOf(open, 'c')] })
  const acceptedOf = (ids: string[] | null) =>
    conflictsOf(loaded, ids && new Set(ids)).accepted.map(({ acceptance: { paperNumber } }) => paperNumber)
  expect(acceptedOf(null)).toEqual(['12-CV/TU'])
  expect(acceptedOf(['c', 'd'])).toEqual(['12-CV/TU'])
  expect(acceptedOf(['a', 'b', 'd'])).toEqual([])
  expect(loaded.open.map(({ rule }) => rule)).toEqual(['venue-twice'])
})

test('what is late stays late after it was accepted', () => {
  const late = [roadCongress('a', '2020-06-12')]
  const loaded = loadedRoad(late, { acceptances: [acceptanceOf(loadedRoad(late), 'a')] })
  expect(loaded.open).toEqual([])
  expect([...marksOf(loaded).late]).toEqual(['a'])
  expect(marksOf(loaded).heaviest.size).toBe(0)
})

test('the months are counted among what the other filters leave, the chosen one even where nothing is left of it', () => {
  const loaded = loadedRoad([
    roadCongress('a', '2020-06-30', { dateTo: '2020-07-01', state: 'approved' }),
    roadCongress('b', '2020-07-14'),
    roadCongress('c', null, { weekOf: '2020-08-03' }),
  ])
  const kept = (more: Partial<RoadFilter>) => filterCongresses(loaded, marksOf(loaded), { ...noRoadFilter, ...more })
  expect(kept({ month: '2020-07' }).map(({ id }) => id)).toEqual(['a', 'b'])
  expect(kept({ month: '2020-07', state: 'approved' }).map(({ id }) => id)).toEqual(['a'])
  expect(monthChoices(kept({}), '')).toEqual([
    ['2020-06', '6/2020 (1)'],
    ['2020-07', '7/2020 (2)'],
    ['2020-08', '8/2020 (1)'],
  ])
  expect(monthChoices(kept({ state: 'approved' }), '2020-08')).toEqual([
    ['2020-06', '6/2020 (1)'],
    ['2020-07', '7/2020 (1)'],
    ['2020-08', '8/2020 (0)'],
  ])
})

test('the print asks for what is filtered on the screen', () => {
  expect(printPath('c', everything)).toBe('/api/cycles/c/road.pdf?language=vi')
  const view = { level: 'l', block: 'Cụm 1 & 2', conflicts: 'yes', pilots: 'yes', upper: 'u', q: 'hải', state: 'late' }
  const filter = filterOf({ get: (name) => ({ ...roadView, ...view })[name] })
  const ofTable = new URL(printPath('c', { ...noRoadFilter, month: '2020-07', line: '20.000' }), 'https://x')
  expect(Object.fromEntries(ofTable.searchParams)).toEqual({ language: 'vi', month: '2020-07', line: '20.000' })
  const { searchParams } = new URL(printPath('c', filter), 'https://x')
  expect(Object.fromEntries(searchParams)).toEqual({
    language: 'vi',
    levelId: 'l',
    block: 'Cụm 1 & 2',
    state: 'late',
    conflicts: 'yes',
    pilots: 'yes',
    upperId: 'u',
    text: 'hải',
  })
})
