import { movePeople, type MoveRefusal } from '../../server/seating/rules/moving.ts'
import type { PlaceChanges } from '../../server/seating/schema.ts'
import { words } from '../words/words.ts'
import { labelOf, type SeatState } from './seat-state.ts'

const mostNamed = 3

/** A write of places with the sentence that says what was done. */
export interface SeatAct {
  change: PlaceChanges
  sentence: string
}

/**
 * Puts people on seats from one on, and tells who is locked and stays; answers a sentence where nobody can be moved. `seen`
 * is what was shown when the seat was aimed at: nobody gives way who came to it since.
 */
export const actOfMove = (
  state: SeatState,
  ids: readonly string[],
  { to, seen }: { to: number; seen: SeatState },
): SeatAct | { refusal: string } => {
  const { locked } = state.occupancy
  const staying = ids.filter((id) => locked.has(id))
  const people = staying.length === ids.length ? ids : ids.filter((id) => !locked.has(id))
  const outcome = movePeople(state.hall, state.occupancy, { people, to })
  if ('refusal' in outcome) return { refusal: refusalSentence(state, outcome.refusal) }
  const come = [...outcome.moves.keys()].find((id) => !people.includes(id) && seatOf(seen, id) !== seatOf(state, id))
  if (come !== undefined) return { refusal: takenSentence(state, come, people) }
  const seats = new Map(
    [...outcome.moves].map(([id, at]) => [id, at === null ? null : (state.hall.seats[at]?.id ?? null)]),
  )
  return {
    change: changeOf(state, seats, false),
    sentence: `${moveSentence(state, people, outcome.moves)}${stayingSentence(state, staying)}`,
  }
}

/** Takes people off the seats that they have in this phase itself; whoever has none any more is passed over. */
export const actOfTakingOff = (state: SeatState, people: readonly string[]): SeatAct | { refusal: string } => {
  const sitting = people.filter((id) => state.occupancy.seatOf.has(id))
  const own = sitting.filter((id) => state.placeOf.has(id))
  if (own.length === 0 && sitting.length > 0) return { refusal: words().seating.stage.fromOpening }
  return {
    change: changeOf(state, new Map(own.map((id) => [id, null])), false),
    sentence: words().seating.done.off(own.length),
  }
}

/** Locks people where they sit, or lets them go. */
export const actOfLocking = (state: SeatState, people: readonly string[], isLocked: boolean): SeatAct => {
  const { done } = words().seating
  const seats = new Map(
    people.flatMap((id) => {
      const seat = state.hall.seats[state.occupancy.seatOf.get(id) ?? -1]
      return seat ? [[id, seat.id] as const] : []
    }),
  )
  const change = changeOf(state, seats, false, isLocked)
  return { change, sentence: isLocked ? done.locked(seats.size) : done.unlocked(seats.size) }
}

/** What is written for people to sit on these seats (by id; null = nowhere); who is locked stays so unless told. */
export const changeOf = (
  { phaseId, placeOf, occupancy }: SeatState,
  seats: ReadonlyMap<string, string | null>,
  isPlanned: boolean,
  isLocked?: boolean,
): PlaceChanges => ({
  phaseId,
  places: [...seats].map(([delegateId, seatId]) => ({
    ...{ delegateId, seatId, placeId: placeOf.get(delegateId)?.id ?? null },
    isLocked: seatId !== null && (isLocked ?? occupancy.locked.has(delegateId)),
  })),
  isPlanned,
})

const refusalSentence = ({ people, hall }: SeatState, refusal: MoveRefusal): string => {
  const { refusals } = words().seating
  switch (refusal.kind) {
    case 'locked':
      return refusals.locked(people.get(refusal.personId)?.name ?? '')
    case 'blocked':
      return refusals.blocked(hall.seats[refusal.seat]?.label ?? '')
    case 'too-few':
      return refusals.tooFew(refusal.wanted, refusal.seats)
  }
}

const seatOf = ({ occupancy }: SeatState, personId: string): number => occupancy.seatOf.get(personId) ?? -1

const takenSentence = (state: SeatState, come: string, people: readonly string[]): string => {
  const nameOf = (id = '') => state.people.get(id)?.name ?? ''
  const phase = state.board.plan.phases.find(({ id }) => id === state.phaseId)?.name ?? ''
  const names = { first: nameOf(come), second: nameOf(people[0]) }
  return words().errorsBeyond['seat-taken']({ seat: labelOf(state, come), ...names, phase })
}

const stayingSentence = ({ people }: SeatState, staying: readonly string[]): string => {
  if (staying.length === 0) return ''
  const names = staying.slice(0, mostNamed).map((id) => people.get(id)?.name ?? '')
  return words().seating.done.staying(names.join(', '), staying.length - names.length)
}

const moveSentence = (
  state: SeatState,
  people: readonly string[],
  moves: ReadonlyMap<string, number | null>,
): string => {
  const { done } = words().seating
  const [only = ''] = people
  if (people.length > 1) return done.many(people.length)
  const nameOf = (id: string) => state.people.get(id)?.name ?? ''
  const newSeat = (id: string) => state.hall.seats[moves.get(id) ?? -1]?.label ?? ''
  const other = [...moves.keys()].find((id) => id !== only)
  if (other === undefined || moves.get(other) === null)
    return done.moved(nameOf(only), newSeat(only) || labelOf(state, only))
  return done.swapped(nameOf(only), newSeat(only), nameOf(other), newSeat(other))
}
