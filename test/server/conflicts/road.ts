import { createRoadIndex, findConflicts, type RoadFacts } from '../../../server/conflicts/rules.ts'
import type { Conflict, ConflictRule } from '../../../server/conflicts/schema.ts'

type Level = RoadFacts['levels'][number]
type Unit = RoadFacts['units'][number]
type Congress = RoadFacts['congresses'][number]

/** Parts of roads for tests: everything that a test does not name breaks no rule. */
export const level = (id: string, position: number, more: Partial<Level> = {}): Level => ({
  id,
  position,
  windowFrom: null,
  windowTo: null,
  maxDelegates: null,
  maxDays: null,
  staffThreshold: null,
  gapBeforeUpperDays: 0,
  leaderMaxPerDay: 5,
  lowestLeaderRank: null,
  // Tests put several congresses on one unit, which thrift would doubt.
  rulesOff: ['ceremony-twice', 'could-combine'],
  ...more,
})

export const unit = (id: string, parentId: string | null, more: Partial<Unit> = {}): Unit => ({
  id,
  parentId,
  block: '',
  staffNumber: null,
  validFrom: null,
  validTo: null,
  windowFrom: null,
  windowTo: null,
  ...more,
})

/** A congress of unit `commune` on `date` (null = none), which the test's other fields bend. */
export const congress = (id: string, date: string | null, more: Partial<Congress> = {}): Congress => ({
  id,
  levelId: 'grassroots',
  unitId: 'commune',
  state: 'planned',
  dateFrom: date,
  dateTo: date,
  halfDay: 'morning',
  weekOf: null,
  venueId: null,
  layout: null,
  expectedDelegates: null,
  expectedGuests: null,
  assembly: null,
  isPilot: false,
  hostUnitIds: [],
  hostBlock: '',
  combinedWith: '',
  upperCongressId: null,
  postIds: [],
  ...more,
})

/** A province, a district in it, two communes in that; three levels; today is Monday, 22 June 2020. */
export const road = (congresses: Congress[], more: Partial<RoadFacts> = {}): RoadFacts => ({
  today: '2020-06-22',
  levels: [level('grassroots', 0), level('above', 1), level('provincial', 2)],
  units: [
    unit('province', null),
    unit('district', 'province'),
    unit('commune', 'district'),
    unit('other-commune', 'district'),
  ],
  venues: [
    { id: 'hall', capacity: 100, layouts: [{ kind: 'classroom', capacity: 60 }] },
    { id: 'other-hall', capacity: null, layouts: [] },
  ],
  posts: [
    { id: 'vice-chair', rank: 'deputy', holders: [] },
    { id: 'council-head', rank: 'head', holders: [] },
  ],
  bookings: [],
  leaves: [],
  days: [],
  congresses,
  ...more,
})

/** The level of the communes bent; the others as they are. */
export const levels = (more: Partial<Level>): Level[] => [
  level('grassroots', 0, more),
  level('above', 1),
  level('provincial', 2),
]

export const find = (facts: RoadFacts): Conflict[] => findConflicts(createRoadIndex(facts))

export const rulesOf = (facts: RoadFacts): ConflictRule[] => find(facts).map(({ rule }) => rule)
