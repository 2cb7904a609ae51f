import { isMatch } from '../../server/format/search.ts'
import type { IndexedHall } from '../../server/halls/rules/indexed.ts'
import { occupancyOf, type Occupancy } from '../../server/seating/rules/moving.ts'
import { seatsIn } from '../../server/seating/rules/occupancy.ts'
import { lockedIn, problemOf } from '../../server/seating/rules/problem-of.ts'
import { scoreOf, type Score } from '../../server/seating/rules/score.ts'
import { words } from '../words/words.ts'
import type { SeatingBoard, SeatingPerson, SeatPlace } from '../../server/seating/schema.ts'

/** A plan in one of its phases, ready to be drawn. */
export interface SeatState {
  board: SeatingBoard
  hall: IndexedHall
  phaseId: string
  people: ReadonlyMap<string, SeatingPerson>
  occupancy: Occupancy
  /** The place that each has in this phase itself, by person. */
  placeOf: ReadonlyMap<string, SeatPlace>
  /** Those without a seat in this phase, in the order of the list. */
  unseated: readonly SeatingPerson[]
  /** Batch and place in it, both from 1, of the honoured. */
  batchOf: ReadonlyMap<string, { batch: number; place: number }>
}

export const stateOf = (board: SeatingBoard, hall: IndexedHall, phaseId: string): SeatState => {
  const listed = new Set(board.people.map(({ id }) => id))
  const seats = new Map([...seatsIn(board.places, phaseId)].filter(([id]) => listed.has(id)))
  const occupancy = occupancyOf(hall, seats, lockedIn(board, phaseId))
  return {
    ...{ board, hall, phaseId, occupancy },
    people: new Map(board.people.map((person) => [person.id, person])),
    placeOf: new Map(
      board.places.flatMap((place) => (place.phaseId === phaseId ? [[place.delegateId, place] as const] : [])),
    ),
    unseated: board.people.filter(({ id }) => !occupancy.seatOf.has(id)),
    batchOf: new Map(
      board.batches.flatMap((ids, batch) =>
        ids.map((id, place) => [id, { batch: batch + 1, place: place + 1 }] as const),
      ),
    ),
  }
}

/** What is shown now, where that is the plan, hall and phase that were seen; else what was seen. */
export const latestOf = (seen: SeatState, shown: SeatState | null): SeatState =>
  shown?.board.plan.id === seen.board.plan.id && shown.hall === seen.hall && shown.phaseId === seen.phaseId
    ? shown
    : seen

/** What a person's seat is called; '' = none. */
export const labelOf = ({ hall, occupancy }: SeatState, personId: string): string => {
  const at = occupancy.seatOf.get(personId)
  return at === undefined ? '' : (hall.seats[at]?.label ?? '')
}

export const personAt = ({ people, occupancy }: SeatState, at: number): SeatingPerson | undefined =>
  people.get(occupancy.personAt.get(at) ?? '')

export const delegationName = ({ board }: SeatState, id: string | null): string =>
  board.delegations.find((each) => each.id === id)?.name ?? ''

/** Seats (places in the hall) of whom a search finds, by name, delegation or seat; null = nobody is sought. */
export const seatsFound = (seats: SeatState, sought: string): ReadonlySet<number> | null => {
  if (sought === '') return null
  const { people, occupancy, hall } = seats
  return new Set(
    [...occupancy.seatOf].flatMap(([id, at]) => {
      const { name = '', delegationId = null } = people.get(id) ?? {}
      const text = [name, delegationName(seats, delegationId), hall.seats[at]?.label].join(' ')
      return isMatch(text, sought) ? [at] : []
    }),
  )
}

/** A seat in words: what it is called, who sits there, of which delegation. */
export const describeSeat = (seats: SeatState, at: number): string => {
  const { seating } = words()
  const seat = seats.hall.seats[at]
  const person = personAt(seats, at)
  const facts = [
    seat?.label ?? '',
    person ? person.name : seating.seatEmpty,
    person ? delegationName(seats, person.delegationId) : '',
    seat && seat.use !== 'ordinary' ? seating.uses[seat.use] : '',
    person && seats.occupancy.locked.has(person.id) ? seating.locked : '',
  ]
  return facts.filter(Boolean).join(', ')
}

/** What the plan costs as it stands. */
export const scoreOfState = ({ board, hall, phaseId }: SeatState): Score => {
  const problem = problemOf(board, hall, phaseId)
  return scoreOf(problem, new Map(problem.standing.map(({ personId, seatId }) => [personId, seatId])))
}
