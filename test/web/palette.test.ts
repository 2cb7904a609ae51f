import { expect, test } from 'vitest'
import { actionEntries, unitsOf } from '../../web/palette.ts'
import { searchBy } from '../../web/parts/search.ts'
import { session } from '../../web/session.ts'
import { loadedRoad, roadCongress } from './road/roads.ts'

test('a unit leads to where something of it is: the road, its congress without a day, the table', () => {
  const { road } = loadedRoad([
    roadCongress('dated', '2020-06-25'),
    roadCongress('undated', null, { unitId: 'district' }),
  ])
  expect(unitsOf(road).map(({ label, href }) => [label, href])).toEqual([
    ['province', '/units?q=province'],
    ['district', '/congresses/undated'],
    ['commune', '/road?q=commune'],
  ])
})

test('forms and the report are found as actions by those who may', () => {
  const found = (query: string) => searchBy(actionEntries(), ({ label }) => label, query).map(({ href }) => href)
  expect([found('lap phieu'), found('in bao cao')]).toEqual([[], ['/results']])
  session.set({
    ...session.get(),
    grants: [{ id: 'grant', unitId: null, unitName: '', role: 'organizer', maySeeSensitive: false }],
  })
  expect(found('lap phieu')).toEqual(['/forms?create=yes'])
})
