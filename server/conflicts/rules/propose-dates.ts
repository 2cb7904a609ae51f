import type { Congress, HalfDay } from '../../congresses/schema.ts'
import { dayNumber } from '../../format/dates.ts'
import type { Conflict } from '../schema.ts'
import { dateText, weekdayOf } from './days.ts'
import type { RoadFacts } from './facts.ts'
import { conflictsOfMove, type Place } from './moves.ts'
import { createRoadIndex, placeCongress, putIn, takeOut, type RoadIndex } from './road-index.ts'
import { bestDays } from './ways-out.ts'

/** A day for a congress of one day. */
export interface DayChoice {
  date: string
  halfDay: HalfDay
}

/** A congress without a date, with the one that it had before. */
export type Undated = Pick<Congress, 'id' | 'formerDate'>

export interface DatesWish {
  congresses: readonly Undated[]
  /** First and last day that may be given, ISO dates. */
  from: string
  to: string
  /** 0 = Sunday … 6 = Saturday. */
  weekdays: readonly number[]
  /** Days chosen by hand: they stand, and the others are found round them. */
  byHand: ReadonlyMap<string, DayChoice>
}

export interface ProposedDate {
  congressId: string
  /** null = no allowed day is possible. */
  choice: DayChoice | null
  /** What it would take part in there; empty = free. */
  conflicts: Conflict[]
}

/**
 * Days for congresses that have none, in the order in which they stood before: near the day that keeps their former
 * distances, free of conflicts where the span has room, else where least breaks. Each one given counts for the next.
 */
export const proposeDates = (road: RoadFacts, wish: DatesWish): ProposedDate[] => {
  const index = createRoadIndex(road)
  const ids = inFormerOrder(wish.congresses)
  const choices = new Map<string, DayChoice | null>()
  const give = (id: string, choice: DayChoice | null) => {
    choices.set(id, choice)
    if (choice) putDown(index, id, choice)
  }
  for (const id of ids) {
    const chosen = wish.byHand.get(id)
    if (chosen) give(id, chosen)
  }
  const wishedOf = wishedDays(ids, wish)
  for (const id of ids) if (!choices.has(id)) give(id, findDay(index, id, wish, wishedOf(id)))
  return ids.map((congressId) => {
    const choice = choices.get(congressId) ?? null
    const conflicts = choice ? conflictsOfMove(index, congressId, placeOf(choice)).filter(isOfDays) : []
    return { congressId, choice, conflicts }
  })
}

/** Whether a congress is late says nothing about a day that is still to be chosen. */
const isOfDays = ({ rule }: Conflict): boolean => rule !== 'late'

const placeOf = ({ date, halfDay }: DayChoice): Place => ({ dateFrom: date, dateTo: date, halfDay, weekOf: null })

const putDown = (index: RoadIndex, id: string, choice: DayChoice): void => {
  const before = index.congresses.get(id)
  if (!before) return
  takeOut(index, before)
  putIn(index, placeCongress(index, { ...before.congress, ...placeOf(choice), state: 'planned' }))
}

const findDay = (index: RoadIndex, id: string, { from, to, weekdays }: DatesWish, wished: number): DayChoice | null => {
  const placed = index.congresses.get(id)
  if (!placed) return null
  const [best] = bestDays(index, placed, {
    wished,
    from: dayNumber(from),
    to: dayNumber(to),
    isOffered: (day) => weekdays.includes(weekdayOf(day)),
    count: 1,
  })
  return best ?? null
}

const inFormerOrder = (congresses: readonly Undated[]): string[] => {
  const keyOf = ({ id, formerDate }: Undated) => `${formerDate ?? '9999'} ${id}`
  return [...congresses].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)).map(({ id }) => id)
}

/** The former dates moved so that the first one falls on the first day, drawn together where the span is shorter; those that had none are spread evenly. */
const wishedDays = (ids: readonly string[], { congresses, from, to }: DatesWish) => {
  const [first, last] = [dayNumber(from), dayNumber(to)]
  const former = new Map(
    congresses.flatMap(({ id, formerDate }) => (formerDate === null ? [] : [[id, dayNumber(formerDate)] as const])),
  )
  const begins = Math.min(...former.values())
  const reach = Math.max(...former.values()) - begins
  const shrink = reach > last - first ? (last - first) / reach : 1
  const places = new Map(ids.map((id, place) => [id, place]))
  return (id: string): number => {
    const stood = former.get(id)
    if (stood !== undefined) return first + Math.round((stood - begins) * shrink)
    return first + Math.floor(((places.get(id) ?? 0) * (last - first + 1)) / ids.length)
  }
}

/** The last day of a span that begins on `from` and gives `count` congresses room: as long as their former dates reached. */
export const lastDayFor = (congresses: readonly Undated[], from: string): string => {
  const days = congresses.flatMap(({ formerDate }) => (formerDate === null ? [] : dayNumber(formerDate)))
  const reach = days.length === 0 ? 0 : Math.max(...days) - Math.min(...days)
  return dateText(dayNumber(from) + Math.max(reach, shortestReach))
}

/** A fortnight at the least, so that there is something to choose from. */
const shortestReach = 13
