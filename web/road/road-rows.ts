import { addDays, formatDayMonth, type Language } from '../../server/format/dates.ts'
import type { Severity } from '../../server/conflicts/schema.ts'
import type { Congress } from '../../server/congresses/schema.ts'
import type { Level } from '../../server/cycles/schema.ts'
import { missOfWindow, rollUp, type RollUp } from '../../server/conflicts/rules.ts'
import { heavier, type Marks } from '../../server/road/rules/filter.ts'
import { groupUnits } from '../../server/road/rules/order.ts'
import type { UpperCongress } from '../../server/road/schema.ts'
import { hostNames } from '../congresses/host-names.ts'
import type { Words } from '../words/words.ts'
import type { LoadedRoad } from './road-source.ts'
import { groupRowId } from './row-names.ts'
import type { TimelineBar, TimelineRow, TimelineRollUp } from './timeline-types.ts'

interface RowOptions {
  toggled: ReadonlySet<string>
  isFiltered: boolean
  /** Of units above, to be read only. */
  upper: readonly UpperCongress[]
  words: Words
  language: Language
}

/**
 * The rows of the timeline, top level first: a level, then its units, grouped by the unit above where there are many.
 * Levels stand open and groups closed; `toggled` holds the ids of rows that are the other way round.
 */
export const buildRows = (
  loaded: LoadedRoad,
  congresses: readonly Congress[],
  marks: Marks,
  options: RowOptions,
): TimelineRow[] => {
  const barOf = barMaker(loaded, marks, options)
  const counts = rollUp(loaded.index, new Set(congresses.map(({ id }) => id)))
  const levels = [...loaded.road.levels].reverse()
  return levels.flatMap((level) => {
    const own = congresses.filter(({ levelId }) => levelId === level.id)
    const upper = options.upper.filter(({ levelId }) => levelId === level.id)
    if (own.length === 0 && upper.length === 0 && options.isFiltered) return []
    const isOpen = !options.toggled.has(level.id)
    const isUpperOnly = own.length === 0 && upper.length > 0
    const row = levelRow(level, counts.levels.get(level.id), { isOpen, isUpperOnly, language: options.language })
    if (!isOpen) return [row]
    return [row, ...upperRows(loaded, upper, options), ...rowsBelow(loaded, level, own, marks, barOf, options)]
  })
}

/** One for each unit above. */
const upperRows = (
  { unit }: LoadedRoad,
  upper: readonly UpperCongress[],
  { words, language }: Pick<RowOptions, 'words' | 'language'>,
): TimelineRow[] =>
  [...groupBy(upper, ({ unitId }) => unitId)].map(([unitId, held]) => ({
    id: `upper/${held[0]?.levelId ?? ''}/${unitId}`,
    kind: 'unit',
    depth: 1,
    label: unit(unitId)?.name ?? '',
    count: words.road.upper,
    isOpen: null,
    bars: held.flatMap((congress) => upperBar(congress, words, language)),
    conflict: null,
  }))

const upperBar = (congress: UpperCongress, { road: { bar } }: Words, language: Language): TimelineBar[] => {
  const { id, state, halfDay, venueName, isDateInvented } = congress
  const days = daysOf(congress)
  if (days === null) return []
  const label = whenOf(congress, bar, language)
  const plain = { isLate: false, severity: null, isMovable: false, isInvented: isDateInvented }
  return [{ id, ...days, ...plain, halfDay, state, label, upper: { place: venueName } }]
}

const levelRow = (
  level: Level,
  counts: RollUp | undefined,
  { isOpen, isUpperOnly, language }: { isOpen: boolean; isUpperOnly: boolean; language: Language },
): TimelineRow => {
  return {
    id: level.id,
    kind: 'level',
    depth: 0,
    label: language === 'en' && level.nameEnglish !== '' ? level.nameEnglish : level.name,
    // Those of units above are read here, not counted.
    count: isUpperOnly ? null : String(counts?.total ?? 0),
    isOpen,
    bars: [],
    conflict: null,
    ...(counts ? { rollUp: asTimelineCounts(counts) } : {}),
    ...(level.windowFrom !== null && level.windowTo !== null
      ? { window: { from: level.windowFrom, to: level.windowTo } }
      : {}),
  }
}

const asTimelineCounts = ({ byState, late }: RollUp): TimelineRollUp => ({ ...byState, late })

type BarOf = (congress: Congress) => TimelineBar[]

const rowsBelow = (
  loaded: LoadedRoad,
  level: Level,
  own: readonly Congress[],
  marks: Marks,
  barOf: BarOf,
  { toggled, isFiltered, words }: Pick<RowOptions, 'toggled' | 'isFiltered' | 'words'>,
): TimelineRow[] => {
  const byUnit = groupBy(own, ({ unitId }) => unitId)
  const unitRow = (unitId: string, depth: number): TimelineRow => {
    const held = byUnit.get(unitId) ?? []
    return {
      id: `${level.id}/${unitId}`,
      kind: 'unit',
      depth,
      label: labelOfUnit(unitId, held),
      count: null,
      isOpen: null,
      bars: held.flatMap(barOf),
      conflict: heaviestOf(held, marks),
    }
  }
  /** Where it is held together with others, they stand beside the name: its bar is theirs too. */
  const labelOfUnit = (unitId: string, held: readonly Congress[]): string => {
    const name = loaded.unit(unitId)?.name ?? ''
    const others = [...new Set(held.map((congress) => hostNames(congress, loaded)))].filter(Boolean)
    return others.length === 0 ? name : `${name} (${words.congresses.together(others.join('; '))})`
  }
  return groupUnits([...byUnit.keys()], loaded.unit).flatMap(({ parentId, unitIds }) => {
    if (parentId === null) return unitIds.map((unitId) => unitRow(unitId, 1))
    const id = groupRowId(level.id, parentId)
    const isOpen = isFiltered !== toggled.has(id)
    const congresses = unitIds.flatMap((unitId) => byUnit.get(unitId) ?? [])
    const group: TimelineRow = {
      id,
      kind: 'group',
      depth: 1,
      label: loaded.unit(parentId)?.name ?? '',
      count: String(unitIds.length),
      isOpen,
      bars: [],
      conflict: heaviestOf(congresses, marks),
      ...(isOpen ? {} : { hiddenBars: congresses.flatMap(barOf) }),
    }
    return isOpen ? [group, ...unitIds.map((unitId) => unitRow(unitId, 2))] : [group]
  })
}

const heaviestOf = (congresses: readonly Congress[], { heaviest }: Marks): Severity | null =>
  congresses.reduce<Severity | null>((found, { id }) => {
    const own = heaviest.get(id)
    return own === undefined ? found : heavier(found, own)
  }, null)

/** Makes the bar of a congress; none where it has neither day nor week. */
const barMaker =
  (loaded: LoadedRoad, { heaviest, late }: Marks, { words, language }: { words: Words; language: Language }): BarOf =>
  (congress) => {
    const { id, state, halfDay, isDateInvented } = congress
    const days = daysOf(congress)
    if (days === null) return []
    const isFinal = state === 'held' || state === 'reported' || state === 'cancelled'
    return [
      {
        id,
        ...days,
        halfDay,
        state,
        isLate: late.has(id),
        label: labelOf(congress, loaded, words, language),
        severity: heaviest.get(id) ?? null,
        isMovable: !isFinal && loaded.may('organizer', congress.unitId),
        isInvented: isDateInvented,
      },
    ]
  }

/** What stands on a bar: its day and, as long as the rules judge it, by how many days it misses the window. */
const labelOf = (congress: Congress, { index }: LoadedRoad, { road: { bar } }: Words, language: Language): string => {
  const when = whenOf(congress, bar, language)
  const placed = index.congresses.get(congress.id)
  const miss = placed?.standing === 'open' ? missOfWindow(placed) : null
  return miss === null ? when : bar.outside[miss.side](when, miss.days)
}

type Dated = Pick<Congress, 'state' | 'dateFrom' | 'dateTo' | 'weekOf'>

const whenOf = ({ state, dateFrom, weekOf }: Dated, bar: Words['road']['bar'], language: Language): string => {
  const day = formatDayMonth(dateFrom ?? weekOf ?? '', language)
  if (dateFrom === null) return bar.week(day)
  return state === 'postponed' ? bar.postponedTo(day) : day
}

/** The days that a bar covers; null where there is neither day nor week. */
const daysOf = ({ dateFrom, dateTo, weekOf }: Dated): Pick<TimelineBar, 'from' | 'to' | 'isWeekOnly'> | null => {
  const from = dateFrom ?? weekOf
  return from === null ? null : { from, to: dateTo ?? addDays(from, 6), isWeekOnly: dateFrom === null }
}

const groupBy = <T>(all: readonly T[], keyOf: (each: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const each of all) {
    const key = keyOf(each)
    const group = groups.get(key)
    if (group) group.push(each)
    else groups.set(key, [each])
  }
  return groups
}
