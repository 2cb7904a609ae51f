import { unknownYet } from '../../../server/congresses/rules.ts'
import type { Congress } from '../../../server/congresses/schema.ts'
import type { Road } from '../../../server/road/schema.ts'
import { emptyUnit } from '../../../server/units/rules.ts'
import { loadRoad, type LoadedRoad } from '../../../web/road/road-source.ts'
import { aCongress, aCycle, aLevel } from '../../support/records.ts'

const place = { cycleId: 'cycle', levelId: 'grassroots', unitId: 'commune' }

/** A congress of unit `commune` on `date` (null = none), planned, which the test's other fields bend. */
export const roadCongress = (id: string, date: string | null, more: Partial<Congress> = {}): Congress => ({
  id,
  ...aCongress(place, { ...unknownYet, dateFrom: date, dateTo: date }),
  state: 'planned',
  isDateInvented: false,
  formerDate: null,
  formerDateTo: null,
  version: 1,
  ...more,
})

/** A road on 22 June 2020: a province, a district in it and a commune in that; the commune's level ends on 30 June. */
export const loadedRoad = (congresses: Congress[], more: Partial<Road> = {}): LoadedRoad => {
  const { levels: _levels, ...cycle } = aCycle('province')
  const level = (id: string, position: number, windowTo: string) => ({
    // Tests put several congresses on one unit, which thrift would doubt.
    ...aLevel({
      name: id,
      windowFrom: '2020-06-01',
      windowTo,
      gapBeforeUpperDays: 7,
      rulesOff: ['ceremony-twice', 'could-combine'],
    }),
    id,
    cycleId: 'cycle',
    position,
    version: 1,
  })
  const unit = (id: string, parentId: string | null) => ({ ...emptyUnit, id, parentId, name: id, version: 1 })
  return loadRoad({
    cycle: { ...cycle, id: 'cycle', isExample: false, version: 1 },
    today: '2020-06-22',
    role: null,
    levels: [
      level('grassroots', 0, '2020-06-30'),
      level('above', 1, '2020-08-31'),
      level('provincial', 2, '2020-09-30'),
    ],
    units: [unit('province', null), unit('district', 'province'), unit('commune', 'district')],
    venues: [],
    posts: [],
    bookings: [],
    leaves: [],
    days: [],
    congresses,
    upper: [],
    acceptances: [],
    reasons: [],
    ...more,
  })
}
