import { furtherDays } from '../../congresses/rules.ts'
import type { Congress, HalfDay } from '../../congresses/schema.ts'
import { dayNumber } from '../../format/dates.ts'
import type { Conflict } from '../schema.ts'
import { dateText, weekdayOf } from './days.ts'
import { isOn, missOfWindow, windowOf, type PlacedCongress, type RoadFacts } from './facts.ts'
import { conflictsOfMove, type Place } from './moves.ts'
import { createRoadIndex, placeCongress, putIn, takeOut, type RoadIndex } from './road-index.ts'
import { bestDays } from './ways-out.ts'

/** The first day for a congress, which stays as long as it was. */
export interface DayChoice {
  date: string
  halfDay: HalfDay
}

/** A congress without a date, with the days that it had before. */
export type Undated = Pick<Congress, 'id' | 'dateFrom' | 'dateTo' | 'formerDate' | 'formerDateTo'>

export interface DatesWish {
  congresses: readonly Undated[]
  /** First and last day that may be given, ISO dates. */
  from: string
  to: string
  /** 0 = Sunday … 6 = Saturday. */
  weekdays: readonly number[]
  /** Days chosen by hand: they stand, and the others are found round them. */
  byHand: ReadonlyMap<string, DayChoice>
  /** Those that will not be dated: their places are kept, so that nothing else moves, but nobody conflicts with them. */
  leftOut: ReadonlySet<string>
}

export interface ProposedDate {
  congressId: string
  /** null = no allowed day is possible. */
  choice: DayChoice | null
  /** The last day of the choice. */
  dateTo: string | null
  /** What it would take part in there; empty = free. */
  conflicts: Conflict[]
  /** `over`: its window ends before the span begins; `outside`: its window does not, yet the choice lies outside it. */
  window: 'over' | 'outside' | null
  /** The last day of its window; null = it has none. */
  windowTo: string | null
  /** The last day on which it may end so that the congresses above it can follow; null = none binds it. */
  latest: string | null
  /** Proposed on a later day than one that stood on a later day before. */
  isOvertaken: boolean
}

export interface Proposal {
  /** In the order in which they stood before. */
  dates: ProposedDate[]
  /** Over how many days the former ones reached, where the span is shorter and the distances had to shrink; else null. */
  drawnTogetherFrom: number | null
}

/**
 * Days for congresses that have none, in the order in which they stood before: near the day that keeps their former
 * distances, free of conflicts where the span has room, else where least breaks. Each one given counts for the next, lower ones
 * first: none is proposed after its upper congress, or nearer to it than the level's gap.
 */
export const proposeDates = (road: RoadFacts, wish: DatesWish): Proposal => {
  const index = createRoadIndex(road)
  const undated = inFormerOrder(wish.congresses)
  const before = new Map(undated.map(({ id }) => [id, index.congresses.get(id)]))
  const choices = new Map<string, DayChoice | null>()
  const give = (each: Undated, choice: DayChoice | null) => {
    choices.set(each.id, choice)
    if (choice) putDown(index, each, choice)
  }
  for (const each of undated) {
    const chosen = wish.byHand.get(each.id)
    if (chosen) give(each, chosen)
  }
  const together = togetherOf(wish)
  const latestOf = (id: string) => latestEnd(index, id, together)
  const { wishedOf, drawnTogetherFrom } = wishedDays(undated, wish, latestOf)
  for (const each of lowerFirst(index, undated)) {
    if (choices.has(each.id)) continue
    give(each, findDay(index, each, wish, { wished: wishedOf(each), latest: latestOf(each.id) }))
  }
  const limits = new Map(undated.map(({ id }) => [id, latestEnd(index, id)]))
  for (const id of wish.leftOut) {
    const placed = index.congresses.get(id)
    const stood = before.get(id)
    if (placed && stood) replace(index, placed, stood)
  }
  const overtaken = overtakenAmong(undated, choices, wish)
  const dates = undated.map((each) => {
    const choice = choices.get(each.id) ?? null
    const conflicts = choice && !wish.leftOut.has(each.id) ? conflictsAt(index, each, choice) : []
    const isOvertaken = overtaken.has(each.id)
    const limit = limits.get(each.id) ?? Infinity
    const latest = limit === Infinity ? null : dateText(limit)
    return { congressId: each.id, choice, conflicts, isOvertaken, latest, ...boundsOf(index, each, choice, wish) }
  })
  return { dates, drawnTogetherFrom }
}

const conflictsAt = (index: RoadIndex, each: Undated, choice: DayChoice): Conflict[] =>
  conflictsOfMove(index, each.id, placeOf(each, choice)).filter(isOfDays)

/** Whether a congress is late says nothing about a day that is still to be chosen. */
const isOfDays = ({ rule }: Conflict): boolean => rule !== 'late'

const placeOf = (each: Undated, { date, halfDay }: DayChoice): Place => ({
  dateFrom: date,
  dateTo: dateText(dayNumber(date) + furtherDays(each)),
  halfDay,
  weekOf: null,
})

const placedAt = (index: RoadIndex, each: Undated, choice: DayChoice): PlacedCongress | null => {
  const stood = index.congresses.get(each.id)
  return stood ? placeCongress(index, { ...stood.congress, ...placeOf(each, choice), state: 'planned' }) : null
}

const putDown = (index: RoadIndex, each: Undated, choice: DayChoice): void => {
  const stood = index.congresses.get(each.id)
  const placed = placedAt(index, each, choice)
  if (stood && placed) replace(index, stood, placed)
}

const replace = (index: RoadIndex, stood: PlacedCongress, placed: PlacedCongress): void => {
  takeOut(index, stood)
  putIn(index, placed)
}

const findDay = (
  index: RoadIndex,
  each: Undated,
  wish: DatesWish,
  { wished, latest }: { wished: number; latest: number },
): DayChoice | null => {
  const stood = index.congresses.get(each.id)
  // As long as it was, and in its own half-day: only the day is looked for.
  const placed = stood && placedAt(index, each, { date: wish.from, halfDay: stood.congress.halfDay })
  if (!placed) return null
  const further = furtherDays(each)
  const from = Math.max(dayNumber(wish.from), earliestStart(index, each.id))
  const to = latest - further
  const isAllowed = (day: number) => isEachDayWished(day, further, wish.weekdays)
  const [best] = bestDays(index, placed, {
    wished: Math.min(Math.max(wished, from), Math.max(from, to)),
    from,
    to,
    isOffered: isAllowed,
    crowdOn: crowdOf(index, placed, { from, to, isAllowed }),
    count: 1,
  })
  return best ?? null
}

/** How many congresses of the level a day would have beyond its even share of those that stand on the allowed days. */
const crowdOf = (
  index: RoadIndex,
  { id, level }: PlacedCongress,
  { from, to, isAllowed }: { from: number; to: number; isAllowed: (day: number) => boolean },
): ((day: number) => number) => {
  const held = new Map<number, number>()
  for (let day = from; day <= to; day += 1) if (isAllowed(day)) held.set(day, 0)
  let there = 0
  for (const other of index.congresses.values()) {
    const before = held.get(other.firstDay)
    if (before === undefined || other.id === id || other.level.id !== level.id || !hasDays(other)) continue
    held.set(other.firstDay, before + 1)
    there += 1
  }
  const share = Math.ceil((there + 1) / Math.max(1, held.size))
  return (day) => Math.max(0, (held.get(day) ?? 0) + 1 - share)
}

/** Those that are dated together: further days by congress, and the last day for all. */
interface Together {
  further: ReadonlyMap<string, number>
  last: number
}

const togetherOf = ({ congresses, to }: DatesWish): Together => ({
  further: new Map(congresses.map((each) => [each.id, furtherDays(each)])),
  last: dayNumber(to),
})

const alone: Together = { further: new Map(), last: Infinity }

/** The last day on which a congress may end so that its upper one, and those above that, still follow by their gaps. */
const latestEnd = (index: RoadIndex, id: string, together = alone): number => {
  const placed = index.congresses.get(id)
  const upper = index.congresses.get(index.upperIds.get(id) ?? '')
  const own = together.further.has(id) ? together.last : Infinity
  if (!placed || !upper || !isOn(placed, 'before-lower')) return own
  const gap = placed.level.gapBeforeUpperDays
  if (hasDays(upper)) return Math.min(own, upper.firstDay - gap)
  // One that is linked to its equal binds nobody, and would be asked about for ever.
  if (upper.level.position <= placed.level.position) return own
  return Math.min(own, latestEnd(index, upper.id, together) - (together.further.get(upper.id) ?? 0) - gap)
}

/** The first day on which the lower congresses that have days lie far enough behind. */
const earliestStart = (index: RoadIndex, id: string): number =>
  (index.lowerIds.get(id) ?? []).reduce((earliest, lowerId) => {
    const lower = index.congresses.get(lowerId)
    if (!lower || !hasDays(lower) || !isOn(lower, 'before-lower')) return earliest
    return Math.max(earliest, lower.lastDay + lower.level.gapBeforeUpperDays)
  }, -Infinity)

const hasDays = ({ standing, hasDate, congress }: PlacedCongress): boolean =>
  standing !== 'absent' && (hasDate || congress.weekOf !== null)

const lowerFirst = (index: RoadIndex, undated: readonly Undated[]): Undated[] => {
  const positionOf = ({ id }: Undated) => index.congresses.get(id)?.level.position ?? 0
  return [...undated].sort((one, other) => positionOf(one) - positionOf(other))
}

const isEachDayWished = (day: number, further: number, weekdays: readonly number[]): boolean => {
  for (let at = day; at <= day + further; at += 1) if (!weekdays.includes(weekdayOf(at))) return false
  return true
}

/** The last day of the choice, and how it lies to the window of the congress. */
const boundsOf = (
  index: RoadIndex,
  each: Undated,
  choice: DayChoice | null,
  { from }: DatesWish,
): Pick<ProposedDate, 'dateTo' | 'window' | 'windowTo'> => {
  const placed = choice ? placedAt(index, each, choice) : (index.congresses.get(each.id) ?? null)
  const dateTo = choice ? (placed?.congress.dateTo ?? null) : null
  if (!placed || !isOn(placed, 'outside-window')) return { dateTo, window: null, windowTo: null }
  const { to } = windowOf(placed)
  const isOutside = choice !== null && missOfWindow(placed) !== null
  const window = to !== null && to < dayNumber(from) ? 'over' : isOutside ? 'outside' : null
  return { dateTo, window, windowTo: to === null ? null : dateText(to) }
}

const inFormerOrder = (congresses: readonly Undated[]): Undated[] => {
  const keyOf = ({ id, formerDate }: Undated) => `${formerDate ?? '9999'} ${id}`
  return [...congresses].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

/** Of the days that were proposed: whoever chooses one by hand knows its place. */
const overtakenAmong = (
  undated: readonly Undated[],
  choices: ReadonlyMap<string, DayChoice | null>,
  { byHand, leftOut }: DatesWish,
): ReadonlySet<string> => {
  const proposed = undated.flatMap(({ id, formerDate }) => {
    const date = choices.get(id)?.date
    const isProposed = formerDate !== null && date !== undefined && !byHand.has(id) && !leftOut.has(id)
    return isProposed ? [{ id, formerDate, date }] : []
  })
  const overtaken = new Set<string>()
  let [earliestAfter, earliestOfDay] = ['9999', '9999']
  for (const [at, { id, formerDate, date }] of [...proposed.entries()].reverse()) {
    if (proposed[at + 1]?.formerDate !== formerDate && earliestOfDay < earliestAfter) earliestAfter = earliestOfDay
    if (date > earliestAfter) overtaken.add(id)
    if (date < earliestOfDay) earliestOfDay = date
  }
  return overtaken
}

/**
 * The former days moved so that the first one falls on the first day; those that must end by one day are drawn together
 * where the time to it is shorter; those that had no day are spread evenly.
 */
const wishedDays = (undated: readonly Undated[], { from, to }: DatesWish, latestOf: (id: string) => number) => {
  const [first, last] = [dayNumber(from), dayNumber(to)]
  const { begins, reach, needed } = formerSpan(undated)
  const groups = new Map<number, Undated[]>()
  for (const each of undated) {
    const latest = latestOf(each.id)
    groups.set(latest, [...(groups.get(latest) ?? []), each])
  }
  const wished = new Map(
    [...groups].flatMap(([latest, group]) => {
      const room = Math.max(0, latest - first)
      const own = formerSpan(group, begins)
      const shrink = own.needed > room && own.reach > 0 ? Math.max(0, room - own.longest) / own.reach : 1
      return group.map(({ id, formerDate }, place) => {
        const days =
          formerDate === null
            ? Math.floor((place * (room + 1)) / group.length)
            : Math.round((dayNumber(formerDate) - begins) * shrink)
        return [id, first + days] as const
      })
    }),
  )
  const isDrawn = needed > last - first && reach > 0
  return { wishedOf: ({ id }: Undated) => wished.get(id) ?? first, drawnTogetherFrom: isDrawn ? needed + 1 : null }
}

/** The first former day; days from it to the last first day (`reach`) and to the last day of all (`needed`); further days of the longest. */
const formerSpan = (undated: readonly Undated[], earliest = Infinity) => {
  const former = undated.flatMap((each) =>
    each.formerDate === null ? [] : [{ day: dayNumber(each.formerDate), further: furtherDays(each) }],
  )
  if (former.length === 0) return { begins: 0, reach: 0, needed: 0, longest: 0 }
  const begins = Math.min(earliest, ...former.map(({ day }) => day))
  return {
    begins,
    reach: Math.max(...former.map(({ day }) => day)) - begins,
    needed: Math.max(...former.map(({ day, further }) => day + further)) - begins,
    longest: Math.max(...former.map(({ further }) => further)),
  }
}

/**
 * The last day of a span that begins on `from` and gives congresses room: as long as their former days reached, but not
 * beyond the day by which the last of them must be over for the congresses above.
 */
export const lastDayFor = (road: RoadFacts, congresses: readonly Undated[], from: string): string => {
  const index = createRoadIndex(road)
  const first = dayNumber(from)
  const latest = Math.max(...congresses.map(({ id }) => latestEnd(index, id)))
  return dateText(Math.max(first, Math.min(latest, first + Math.max(formerSpan(congresses).needed, shortestReach))))
}

/** A fortnight at the least, so that there is something to choose from. */
const shortestReach = 13
