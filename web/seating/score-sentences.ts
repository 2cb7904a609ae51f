import type { Fault, Term } from '../../server/seating/rules/score.ts'
import { words } from '../words/words.ts'
import { delegationName, type SeatState } from './seat-state.ts'

const namesOf = (state: SeatState, ids: readonly string[]): string[] =>
  ids.map((id) => state.people.get(id)?.name ?? '')

const seatName = ({ hall }: SeatState, seatId: string | null): string =>
  hall.seats[hall.placeOf.get(seatId ?? '') ?? -1]?.label ?? ''

/** «Huyện Hải Hậu: bị chia thêm 1 phần»: whom a term of the score is about, and what it says. */
export const termSentence = (state: SeatState, term: Term): string => {
  const [person = ''] = namesOf(state, term.personIds)
  const about =
    term.delegationId !== null ? delegationName(state, term.delegationId) : person || seatName(state, term.seatId)
  return `${about}: ${termWords(term)}`
}

/** What a term says, without whom it is about. */
export const termWords = ({ kind, count }: Pick<Term, 'kind' | 'count'>): string => words().seating.terms[kind](count)

/** A hard rule that does not hold, as a sentence. */
export const faultSentence = (state: SeatState, fault: Fault): string => {
  const { faults } = words().seating
  switch (fault.kind) {
    case 'bar': {
      const [name = ''] = namesOf(state, [fault.personId])
      return faults[fault.bar](name, seatName(state, fault.seatId))
    }
    case 'no-seat':
      return faults['no-seat'](namesOf(state, [fault.personId]).join(''))
    case 'unlocked':
      return faults.unlocked(namesOf(state, [fault.personId]).join(''), seatName(state, fault.seatId))
    case 'double':
      return faults.double(seatName(state, fault.seatId), namesOf(state, fault.personIds).join(', '))
    case 'near':
    case 'not-beside': {
      const [one = '', other = ''] = namesOf(state, fault.personIds)
      return faults[fault.kind](one, other)
    }
    case 'not-together':
      return faults['not-together'](namesOf(state, fault.personIds).join(', '))
  }
}

/** Whom a broken hard rule is about. */
export const peopleOfFault = (fault: Fault): readonly string[] =>
  'personIds' in fault ? fault.personIds : [fault.personId]
