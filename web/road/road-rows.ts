import { addDays, formatDayMonth, type Language } from '../../server/format/dates.ts'
import type { Severity } from '../../server/conflicts/schema.ts'
import type { Congress } from '../../server/congresses/schema.ts'
import type { Level } from '../../server/cycles/schema.ts'
import { missOfWindow, rollUp, type RollUp } from '../../server/conflicts/rules.ts'
import type { Words } from '../words/words.ts'
import { heavier, type Marks } from './road-filter.ts'
import type { LoadedRoad } from './road-source.ts'
import { groupRowId } from './row-names.ts'
import type { TimelineBar, TimelineRow, TimelineRollUp } from './timeline-types.ts'

/** A level with many units is grouped by the unit above them. */
const fewUnits = 70

/**
 * The rows of the timeline, top level first: a level, then its units, grouped by the unit above where there are many.
 * Levels stand open and groups closed; `toggled` holds the ids of rows that are the other way round.
 */
export const buildRows = (
  loaded: LoadedRoad,
  congresses: readonly Congress[],
  marks: Marks,
  options: { toggled: ReadonlySet<string>; isFiltered: boolean; words: Words; language: Language },
): TimelineRow[] => {
  const barOf = barMaker(loaded, marks, options)
  const counts = rollUp(loaded.index, new Set(congresses.map(({ id }) => id)))
  const levels = [...loaded.road.levels].reverse()
  return levels.flatMap((level) => {
    const own = congresses.filter(({ levelId }) => levelId === level.id)
    if (own.length === 0 && options.isFiltered) return []
    const isOpen = !options.toggled.has(level.id)
    const row = levelRow(level, counts.levels.get(level.id), { isOpen, language: options.language })
    return isOpen ? [row, ...rowsBelow(loaded, level, own, marks, barOf, options)] : [row]
  })
}

const levelRow = (
  level: Level,
  counts: RollUp | undefined,
  { isOpen, language }: { isOpen: boolean; language: Language },
): TimelineRow => {
  return {
    id: level.id,
    kind: 'level',
    depth: 0,
    label: language === 'en' && level.nameEnglish !== '' ? level.nameEnglish : level.name,
    count: String(counts?.total ?? 0),
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
  { toggled, isFiltered }: { toggled: ReadonlySet<string>; isFiltered: boolean },
): TimelineRow[] => {
  const byUnit = groupBy(own, ({ unitId }) => unitId)
  const unitRow = (unitId: string, depth: number): TimelineRow => {
    const held = byUnit.get(unitId) ?? []
    return {
      id: `${level.id}/${unitId}`,
      kind: 'unit',
      depth,
      label: loaded.unit(unitId)?.name ?? '',
      count: null,
      isOpen: null,
      bars: held.flatMap(barOf),
      conflict: heaviestOf(held, marks),
    }
  }
  const compare = compareUnits(loaded)
  const unitIds = [...byUnit.keys()].sort(compare)
  if (unitIds.length <= fewUnits) return unitIds.map((unitId) => unitRow(unitId, 1))

  const byParent = groupBy(unitIds, (unitId) => loaded.unit(unitId)?.parentId ?? '')
  return [...byParent.entries()]
    .sort(([one], [other]) => compare(one, other))
    .flatMap(([parentId, children]) => {
      const id = groupRowId(level.id, parentId)
      const isOpen = isFiltered !== toggled.has(id)
      const congresses = children.flatMap((unitId) => byUnit.get(unitId) ?? [])
      const group: TimelineRow = {
        id,
        kind: 'group',
        depth: 1,
        label: loaded.unit(parentId)?.name ?? '',
        count: String(children.length),
        isOpen,
        bars: [],
        conflict: heaviestOf(congresses, marks),
        ...(isOpen ? {} : { hiddenBars: congresses.flatMap(barOf) }),
      }
      return isOpen ? [group, ...children.map((unitId) => unitRow(unitId, 2))] : [group]
    })
}

/** By code, as the office lists its units; units without one by name. */
const compareUnits = ({ unit }: LoadedRoad) => {
  const collator = new Intl.Collator('vi', { numeric: true })
  return (one: string, other: string): number => {
    const [a, b] = [unit(one), unit(other)]
    return collator.compare(a?.code ?? '', b?.code ?? '') || collator.compare(a?.name ?? '', b?.name ?? '')
  }
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
    const { id, state, halfDay, weekOf, isDateInvented } = congress
    const from = congress.dateFrom ?? weekOf
    if (from === null) return []
    const isWeekOnly = congress.dateFrom === null
    const to = congress.dateTo ?? addDays(from, 6)
    const isFinal = state === 'held' || state === 'reported' || state === 'cancelled'
    return [
      {
        id,
        from,
        to,
        halfDay,
        isWeekOnly,
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
  const day = formatDayMonth(congress.dateFrom ?? congress.weekOf ?? '', language)
  const when = congress.dateFrom === null ? bar.week(day) : congress.state === 'postponed' ? bar.postponedTo(day) : day
  const placed = index.congresses.get(congress.id)
  const miss = placed?.standing === 'open' ? missOfWindow(placed) : null
  return miss === null ? when : bar.outside[miss.side](when, miss.days)
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
