import { severities, type Conflict, type Severity } from '../../conflicts/schema.ts'
import type { Congress } from '../../congresses/schema.ts'
import { isMatch } from '../../format/search.ts'
import type { Unit } from '../../units/schema.ts'
import type { Road, UpperCongress } from '../schema.ts'

/** What the filters of the road keep, on the screen as on paper; empty text = everything. */
export interface RoadFilter {
  levelId: string
  block: string
  /** A state of congresses, or `late`. */
  state: string
  hasConflict: boolean
  isPilot: boolean
  /** Only the congresses directly below this one. */
  upperId: string
  text: string
  /** `2020-09`: a day of it, or the intended week, falls into this month. */
  month: string
  /** Words that stand in its line of a table; whoever draws the table looks for them. */
  line: string
}

/** Keeps everything. */
export const noRoadFilter: RoadFilter = {
  levelId: '',
  block: '',
  state: '',
  hasConflict: false,
  isPilot: false,
  upperId: '',
  text: '',
  month: '',
  line: '',
}

/** A road with its units at hand. */
export interface FilteredRoad {
  road: Pick<Road, 'congresses' | 'upper'>
  unit: (id: string) => Pick<Unit, 'name' | 'block'> | undefined
}

/** What the rules say of a road. */
export interface JudgedRoad {
  open: readonly Conflict[]
  accepted: readonly { conflict: Conflict }[]
}

/** The heaviest open conflict of each congress that takes part in one, and which are late, be it accepted or not. */
export const marksOf = ({ open, accepted }: JudgedRoad) => {
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
export const filterCongresses = (filtered: FilteredRoad, marks: Marks, filter: RoadFilter): Congress[] =>
  filtered.road.congresses.filter((congress) => {
    const isLate = marks.late.has(congress.id)
    return (
      isWhereWanted(filtered, congress, filter) &&
      (filter.state === '' || (filter.state === 'late' ? isLate : congress.state === filter.state)) &&
      (!filter.hasConflict || marks.heaviest.has(congress.id)) &&
      (!filter.isPilot || congress.isPilot) &&
      (filter.month === '' || monthsOf(congress).includes(filter.month)) &&
      (filter.upperId === '' || congress.upperCongressId === filter.upperId)
    )
  })

/** The months into which its first and last day fall, or its intended week. */
export const monthsOf = ({ dateFrom, dateTo, weekOf }: Pick<Congress, 'dateFrom' | 'dateTo' | 'weekOf'>): string[] => {
  const first = dateFrom ?? weekOf
  if (first === null) return []
  return [...new Set([first, dateTo ?? first].map((date) => date.slice(0, 7)))]
}

/** Those of units above that the filter keeps; what is not told of them, it cannot ask for. */
export const filterUpper = (filtered: FilteredRoad, filter: RoadFilter): UpperCongress[] =>
  filter.hasConflict || filter.isPilot || filter.upperId !== ''
    ? []
    : filtered.road.upper.filter(
        (congress) =>
          isWhereWanted(filtered, congress, filter) && (filter.state === '' || congress.state === filter.state),
      )

type Sought = Pick<Congress, 'unitId' | 'levelId' | 'title'> & Partial<Pick<Congress, 'hostUnitIds' | 'hostBlock'>>

const isWhereWanted = (
  { unit }: FilteredRoad,
  { unitId, levelId, title, hostUnitIds = [], hostBlock = '' }: Sought,
  { levelId: wantedLevel, block, text }: RoadFilter,
): boolean =>
  (wantedLevel === '' || levelId === wantedLevel) &&
  (block === '' || hostBlock === block || [unitId, ...hostUnitIds].some((id) => unit(id)?.block === block)) &&
  (text === '' || isMatch([...[unitId, ...hostUnitIds].map((id) => unit(id)?.name ?? ''), title].join(' '), text))
