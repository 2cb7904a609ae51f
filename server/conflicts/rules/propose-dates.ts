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
 * distances, free of conflicts where the span has room, else where least breaks. Each one given counts for the next.
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
  const { wishedOf, drawnTogetherFrom } = wishedDays(undated, wish)
  for (const each of undated) if (!choices.has(each.id)) give(each, findDay(index, each, wish, wishedOf(each)))
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
    return { congressId: each.id, choice, conflicts, isOvertaken, ...boundsOf(index, each, choice, wish) }
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

const findDay = (index: RoadIndex, each: Undated, wish: DatesWish, wished: number): DayChoice | null => {
  const stood = index.congresses.get(each.id)
  // As long as it was, and in its own half-day: only the day is looked for.
  const placed = stood && placedAt(index, each, { date: wish.from, halfDay: stood.congress.halfDay })
  if (!placed) return null
  const further = furtherDays(each)
  const [best] = bestDays(index, placed, {
    wished,
    from: dayNumber(wish.from),
    to: dayNumber(wish.to) - further,
    isOffered: (day) => isEachDayWished(day, further, wish.weekdays),
    count: 1,
  })
  return best ?? null
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

/** The former days moved so that the first one falls on the first day, drawn together where the span is shorter; those that had none are spread evenly. */
const wishedDays = (undated: readonly Undated[], { from, to }: DatesWish) => {
  const [first, last] = [dayNumber(from), dayNumber(to)]
  const { begins, reach, needed, longest } = formerSpan(undated)
  const isDrawn = needed > last - first && reach > 0
  const shrink = isDrawn ? Math.max(0, last - first - longest) / reach : 1
  const places = new Map(undated.map(({ id }, place) => [id, place]))
  const wishedOf = ({ id, formerDate }: Undated): number =>
    formerDate === null
      ? first + Math.floor(((places.get(id) ?? 0) * (last - first + 1)) / undated.length)
      : first + Math.round((dayNumber(formerDate) - begins) * shrink)
  return { wishedOf, drawnTogetherFrom: isDrawn ? needed + 1 : null }
}

/** The first former day; days from it to the last first day (`reach`) and to the last day of all (`needed`); further days of the longest. */
const formerSpan = (undated: readonly Undated[]) => {
  const former = undated.flatMap((each) =>
    each.formerDate === null ? [] : [{ day: dayNumber(each.formerDate), further: furtherDays(each) }],
  )
  if (former.length === 0) return { begins: 0, reach: 0, needed: 0, longest: 0 }
  const begins = Math.min(...former.map(({ day }) => day))
  return {
    begins,
    reach: Math.max(...former.map(({ day }) => day)) - begins,
    needed: Math.max(...former.map(({ day, further }) => day + further)) - begins,
    longest: Math.max(...former.map(({ further }) => further)),
  }
}

/** The last day of a span that begins on `from` and gives congresses room: as long as their former days reached. */
export const lastDayFor = (congresses: readonly Undated[], from: string): string =>
  dateText(dayNumber(from) + Math.max(formerSpan(congresses).needed, shortestReach))

/** A fortnight at the least, so that there is something to choose from. */
const shortestReach = 13
