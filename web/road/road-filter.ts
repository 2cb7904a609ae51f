import type { Conflict } from '../../server/conflicts/schema.ts'
import type { RoadFilter } from '../../server/road/rules/filter.ts'
import { language } from '../words/words.ts'
import type { LoadedRoad } from './road-source.ts'

/** What of the view of the road lives in the address. */
export const roadView = {
  from: '',
  to: '',
  preset: '',
  level: '',
  block: '',
  state: '',
  conflicts: '',
  pilots: '',
  upper: '',
  q: '',
  rows: '',
  view: 'timeline',
  order: 'severity',
  selected: '',
}

/** The filters that are on, as the address says. */
export const filterOf = (view: { get: (name: keyof typeof roadView) => string }): RoadFilter => ({
  levelId: view.get('level'),
  block: view.get('block'),
  state: view.get('state'),
  hasConflict: view.get('conflicts') !== '',
  isPilot: view.get('pilots') !== '',
  upperId: view.get('upper'),
  text: view.get('q'),
  month: '',
  line: '',
})

/** Address of the printed table of a road, of what the filter keeps. */
export const printPath = (cycleId: string, { hasConflict, isPilot, ...filter }: RoadFilter): string => {
  const asked = {
    language: language(),
    ...filter,
    conflicts: hasConflict ? 'yes' : '',
    pilots: isPilot ? 'yes' : '',
  }
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''))
  return `/api/cycles/${cycleId}/road.pdf?${query.toString()}`
}

/** The conflicts, open and accepted, that any of these congresses takes part in; null = all of them. */
export const conflictsOf = (
  { open, accepted }: Pick<LoadedRoad, 'open' | 'accepted'>,
  ids: ReadonlySet<string> | null,
): Pick<LoadedRoad, 'open' | 'accepted'> => {
  if (ids === null) return { open, accepted }
  const takesPart = ({ congressId, otherCongressIds }: Conflict) =>
    ids.has(congressId) || otherCongressIds.some((id) => ids.has(id))
  return { open: open.filter(takesPart), accepted: accepted.filter(({ conflict }) => takesPart(conflict)) }
}
