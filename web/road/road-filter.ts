import { severities, type Conflict, type Severity } from '../../server/conflicts/schema.ts'
import type { Congress } from '../../server/congresses/schema.ts'
import type { UpperCongress } from '../../server/road/schema.ts'
import { isMatch } from '../parts/search.ts'
import type { LoadedRoad } from './road-source.ts'

/** What the filters of the road keep; empty text = everything. */
export interface RoadFilter {
  levelId: string
  block: string
  state: string
  hasConflict: boolean
  isPilot: boolean
  /** Only the congresses directly below this one. */
  upperId: string
  text: string
}

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
})

/** The heaviest open conflict of each congress that takes part in one, and which are late, be it accepted or not. */
export const marksOf = ({ open, accepted }: Pick<LoadedRoad, 'open' | 'accepted'>) => {
  const heaviest = new Map<string, Severity>()
  for (const { severity, congressId, otherCongressIds } of open) {
    for (const id of [congressId, ...otherCongressIds]) heaviest.set(id, heavier(heaviest.get(id) ?? null, severity))
  }
  const all = [...open, ...accepted.map(({ conflict }) => conflict)]
  return { heaviest, late: new Set(all.flatMap(({ rule, congressId }) => (rule === 'late' ? [congressId] : []))) }
}

export type Marks = ReturnType<typeof marksOf>

/** The heavier of a severity and what was found before. */
export const heavier = (one: Severity | null, other: Severity): Severity =>
  one !== null && severities.indexOf(one) <= severities.indexOf(other) ? one : other

/** The congresses that the filter keeps. */
export const filterCongresses = (loaded: LoadedRoad, marks: Marks, filter: RoadFilter): Congress[] =>
  loaded.road.congresses.filter((congress) => {
    const isLate = marks.late.has(congress.id)
    return (
      isWhereWanted(loaded, congress, filter) &&
      (filter.state === '' || (filter.state === 'late' ? isLate : congress.state === filter.state)) &&
      (!filter.hasConflict || marks.heaviest.has(congress.id)) &&
      (!filter.isPilot || congress.isPilot) &&
      (filter.upperId === '' || congress.upperCongressId === filter.upperId)
    )
  })

/** Those of units above that the filter keeps; what is not told of them, it cannot ask for. */
export const filterUpper = (loaded: LoadedRoad, filter: RoadFilter): UpperCongress[] =>
  filter.hasConflict || filter.isPilot || filter.upperId !== ''
    ? []
    : loaded.road.upper.filter(
        (congress) =>
          isWhereWanted(loaded, congress, filter) && (filter.state === '' || congress.state === filter.state),
      )

type Sought = Pick<Congress, 'unitId' | 'levelId' | 'title'> & Partial<Pick<Congress, 'hostUnitIds' | 'hostBlock'>>

const isWhereWanted = (
  { unit }: LoadedRoad,
  { unitId, levelId, title, hostUnitIds = [], hostBlock = '' }: Sought,
  { levelId: wantedLevel, block, text }: RoadFilter,
): boolean =>
  (wantedLevel === '' || levelId === wantedLevel) &&
  (block === '' || hostBlock === block || [unitId, ...hostUnitIds].some((id) => unit(id)?.block === block)) &&
  (text === '' || isMatch([...[unitId, ...hostUnitIds].map((id) => unit(id)?.name ?? ''), title].join(' '), text))

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
