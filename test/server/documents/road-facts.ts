import { buildExample } from '../../../db/example/build.ts'
import type { RoadTableFacts } from '../../../server/documents/kinds/road-table.ts'
import { noRoadFilter } from '../../../server/road/rules/filter.ts'

/** The whole example road as its papers are printed from it, on 22 June 2020. */
export const wholeRoad = (values: Partial<RoadTableFacts['road']> = {}): RoadTableFacts => {
  const road = {
    ...buildExample(),
    posts: [],
    bookings: [],
    leaves: [],
    days: [],
    today: '2020-06-22',
    role: null,
    upper: [],
    acceptances: [],
    reasons: [],
    ...values,
  }
  const levels = road.levels.map((level) => ({
    level,
    congresses: road.congresses.filter(({ levelId }) => levelId === level.id),
  }))
  return { road, levels, filter: noRoadFilter, twins: new Map() }
}
