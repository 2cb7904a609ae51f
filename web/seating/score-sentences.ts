import type { Impossible } from '../../server/seating/rules/impossible.ts'
import type { Forbidden, Reason } from '../../server/seating/rules/why.ts'
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

/** What speaks for a seat, as a sentence without its stop. */
export const reasonSentence = (state: SeatState, reason: Reason): string => {
  const { why } = words().seating
  const namesIn = (ids: readonly string[]) => namesOf(state, ids).join(', ')
  switch (reason.kind) {
    case 'rank':
      return why.rank(reason.place, reason.due)
    case 'delegation':
      return why.delegation(reason.count)
    case 'beside':
      return why.beside(namesIn([reason.personId]))
    case 'together':
      return why.together(namesIn(reason.personIds))
    case 'called-after':
      return why.calledAfter(namesIn([reason.personId]))
    default:
      return why.reasons[reason.kind]
  }
}

/** What forbids a seat, as a sentence without its stop; `seatId` = the seat that was asked for. */
export const forbiddenSentence = (state: SeatState, forbidden: Forbidden, seatId: string): string => {
  const { why } = words().seating
  if (forbidden.kind === 'locked' || forbidden.kind === 'taken') {
    const name = namesOf(state, [forbidden.personId]).join('')
    return forbidden.kind === 'locked' ? why.lockedPerson(name) : why.takenBy(name)
  }
  return faultSentence(state, forbidden.kind === 'bar' ? { seatId, ...forbidden } : forbidden)
}

/** Why not everybody can be seated, as a sentence without its stop. */
export const impossibleSentence = (state: SeatState, reason: Impossible): string => {
  const { impossible: text } = words().seating
  const names = 'personIds' in reason ? namesOf(state, reason.personIds).join(', ') : ''
  switch (reason.kind) {
    case 'too-few-seats':
      return text[reason.of](reason.people, reason.seats)
    case 'locked-twice':
      return text['locked-twice'](seatName(state, reason.seatId), names)
    case 'locked-barred':
      return text['locked-barred'](namesOf(state, [reason.personId]).join(''), seatName(state, reason.seatId))
    case 'row-too-short':
      return text['row-too-short'](reason.people, reason.seats)
    default:
      return text[reason.kind](names)
  }
}
