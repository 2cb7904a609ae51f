import { isWeekend } from '../conflicts/rules/days.ts'
import type { CalendarDay, DayKind } from '../calendar/schema.ts'
import type { Cycle, Level } from '../cycles/schema.ts'
import { dayNumber, isoDate } from '../format/dates.ts'
import { linesOf } from '../road/rules.ts'
import type { Unit } from '../units/schema.ts'
import { hostsOf, proposeAssembly, proposeTitle, unknownYet, upperFinder } from './rules.ts'
import type { Congress, CongressesForLevel, NewCongress } from './schema.ts'

/** One congress that would be created, or why it would not. */
export interface PlannedCongress {
  unitId: string
  /** null exactly when there is a problem. */
  congress: NewCongress | null
  problem: PlanProblem | null
}

/** It has a congress of the level already; it exists on no day on which it could hold one. */
export type PlanProblem = 'has-one' | 'not-valid'

/** Which units are meant: of one of these types, in one of these blocks, under this unit; empty and null = any. */
export interface UnitWish {
  types: readonly string[]
  blocks: readonly string[]
  underId: string | null
}

/**
 * Why no congress is proposed for a unit that is meant. Beside the problems: it holds its congress at another level, or
 * stands above units that are meant and so holds its own higher up. These two may be overruled by hand.
 */
export type WhyNone = PlanProblem | 'elsewhere' | 'above-others'

export interface ProposedUnit {
  unit: Unit
  /** null = a congress is proposed. */
  why: WhyNone | null
}

export interface PlannedRoad {
  cycle: Pick<Cycle, 'id' | 'startsOn' | 'endsOn'>
  /** The day that counts as today for the cycle. */
  today: string
  levels: readonly Level[]
  units: readonly Unit[]
  days: readonly CalendarDay[]
  congresses: readonly Congress[]
}

/** Days from–to as day numbers, both inclusive; empty when `to` lies before `from`. */
interface Span {
  from: number
  to: number
}

/**
 * What creating congresses for many units of a level would make: the preview in the browser and the deed on the server
 * are this one function. A unit that has a congress of the level is left as it is.
 */
export const planForLevel = (request: CongressesForLevel, road: PlannedRoad): PlannedCongress[] => {
  const level = road.levels.find(({ id }) => id === request.levelId)
  if (!level) return []
  const units = new Map(road.units.map((unit) => [unit.id, unit]))
  const wanted = request.unitIds.flatMap((id) => units.get(id) ?? [])
  const problemOf = problemFinder(level, road)
  const free = wanted.filter((unit) => problemOf(unit) === null)
  const upperOf = upperFinder(road)
  const weekOf = request.weeks === 'spread' ? spreadWeeks(free, level, road) : () => null

  return wanted.map((unit) => {
    const problem = problemOf(unit)
    if (problem !== null) return { unitId: unit.id, congress: null, problem }
    return {
      unitId: unit.id,
      problem: null,
      congress: {
        cycleId: road.cycle.id,
        levelId: level.id,
        unitId: unit.id,
        form: request.form,
        title: proposeTitle(unit, level, { form: request.form, ordinal: request.ordinal, cycle: road.cycle }),
        ...unknownYet,
        theme: request.theme,
        ordinal: request.ordinal,
        halfDay: request.halfDay,
        weekOf: weekOf(unit),
        expectedDelegates: request.expectedDelegates,
        assembly: proposeAssembly(unit.staffNumber, level.staffThreshold),
        upperCongressId: upperOf(unit, level)?.id ?? null,
      },
    }
  })
}

/** The units that are meant, in the order of the road, each with why none is proposed for it. */
export const proposeUnits = (levelId: string, wish: UnitWish, road: PlannedRoad): ProposedUnit[] => {
  const level = road.levels.find(({ id }) => id === levelId)
  if (!level) return []
  const lines = linesOf(road.units)
  const above = (unit: Unit) => lines(unit.id).slice(1)
  const problemOf = problemFinder(level, road)
  const elsewhere = new Set(
    road.congresses.filter((congress) => congress.levelId !== levelId).flatMap((each) => hostsOf(each, road.units)),
  )
  const meant = road.units
    .filter(
      (unit) =>
        isAmong(wish.types, unit.type) &&
        isAmong(wish.blocks, unit.block) &&
        (wish.underId === null || above(unit).includes(wish.underId)),
    )
    .map((unit) => ({ unit, why: problemOf(unit) ?? (elsewhere.has(unit.id) ? ('elsewhere' as const) : null) }))
  const uppers = new Set(
    meant.filter(({ why }) => why === null || why === 'has-one').flatMap(({ unit }) => above(unit)),
  )
  return meant.map(({ unit, why }) => ({ unit, why: why ?? (uppers.has(unit.id) ? 'above-others' : null) }))
}

const isAmong = (wanted: readonly string[], value: string) => wanted.length === 0 || wanted.includes(value)

const problemFinder = (level: Level, road: PlannedRoad) => {
  const taken = new Set(
    road.congresses.filter(({ levelId }) => levelId === level.id).flatMap((each) => hostsOf(each, road.units)),
  )
  return (unit: Unit): PlanProblem | null => {
    if (taken.has(unit.id)) return 'has-one'
    const { from, to } = daysOf(unit, level, road)
    return from > to ? 'not-valid' : null
  }
}

/**
 * The days on which the unit could still hold its congress: inside its window, not behind today, and while it exists.
 * Behind a window that has passed there is today; a road that lies behind as a whole is planned as it was.
 */
const daysOf = (unit: Unit, level: Level, { cycle, today }: PlannedRoad): Span => {
  const now = dayNumber(today > cycle.endsOn ? cycle.startsOn : today)
  const window = windowOf(unit, level)
  const opens = Math.max(now, window?.from ?? now)
  const closes = Math.max(now, window?.to ?? dayNumber(cycle.endsOn))
  return {
    from: unit.validFrom === null ? opens : Math.max(opens, dayNumber(unit.validFrom)),
    to: unit.validTo === null ? closes : Math.min(closes, dayNumber(unit.validTo)),
  }
}

/** The unit's own window, else the level's; null where a bound is missing or lies beyond the other. */
const windowOf = (unit: Unit, level: Level): Span | null => {
  const from = unit.windowFrom ?? level.windowFrom
  const to = unit.windowTo ?? level.windowTo
  return from === null || to === null || from > to ? null : { from: dayNumber(from), to: dayNumber(to) }
}

/** Gives the weeks of their windows out evenly to the units, in their order; null to a unit whose window has none left. */
const spreadWeeks = (units: readonly Unit[], level: Level, road: PlannedRoad) => {
  const isFree = workdayFinder(road.days)
  const groups = new Map<string, { weeks: number[]; unitIds: string[] }>()
  for (const unit of units) {
    const window = windowOf(unit, level)
    const days = daysOf(unit, level, road)
    const span = window === null ? null : { from: days.from, to: Math.min(days.to, window.to) }
    const key = JSON.stringify(span)
    const group = groups.get(key) ?? { weeks: span === null ? [] : weeksIn(span, isFree), unitIds: [] }
    group.unitIds.push(unit.id)
    groups.set(key, group)
  }
  const mondays = new Map<string, string>()
  for (const { weeks, unitIds } of groups.values()) {
    for (const [index, id] of unitIds.entries()) {
      const monday = weeks[Math.floor((index * weeks.length) / unitIds.length)]
      if (monday !== undefined) mondays.set(id, isoDate(monday))
    }
  }
  return ({ id }: Unit): string | null => mondays.get(id) ?? null
}

/** A week with fewer workdays than this, such as that of Tết, is given to nobody. */
const fewestWorkdays = 3

/** Mondays inside the span whose week has workdays enough. */
const weeksIn = ({ from, to }: Span, isFree: (day: number) => boolean): number[] => {
  // 1970-01-01 was a Thursday: day 4 a Monday.
  const first = Math.ceil((from - 4) / 7) * 7 + 4
  const mondays = Array.from({ length: Math.max(0, Math.floor((to - first) / 7) + 1) }, (_, week) => first + week * 7)
  return mondays.filter((monday) => [0, 1, 2, 3, 4].filter((day) => isFree(monday + day)).length >= fewestWorkdays)
}

/** Whether everybody works on a day: no weekend unless it is worked in exchange, no holiday, no Tết, not blocked. */
const workdayFinder = (days: readonly CalendarDay[]) => {
  const spansOf = (...kinds: readonly DayKind[]) =>
    days
      .filter(({ kind, unitId }) => unitId === null && kinds.includes(kind))
      .map(({ from, to }) => ({ from: dayNumber(from), to: dayNumber(to) }))
  const off = spansOf('holiday', 'tet', 'blocked')
  const worked = spansOf('working-day')
  const isIn = (spans: readonly Span[], day: number) => spans.some(({ from, to }) => day >= from && day <= to)
  return (day: number): boolean => (!isWeekend(day) || isIn(worked, day)) && !isIn(off, day)
}
