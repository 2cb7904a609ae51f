import { canSeat, type SeatBar } from './can-seat.ts'
import { freeSeatsFor } from './hold.ts'
import { instanceOf } from './instance.ts'
import type { SeatingProblem } from './problem.ts'
import { faultsOf, partyTerms, personTerms, standingOf, termsOf, type Fault, type SeatOf, type Term } from './score.ts'
import { exchange, placesLost, put, softOf, type Standing } from './standing.ts'

/** What speaks for the seat that somebody has. */
export type Reason =
  | { kind: 'locked' | 'printed' | 'stage' | 'step-free' | 'wheelchair' | 'aisle' | 'head-in-front' }
  /** Not behind the place in precedence that is due; both count from 1. */
  | { kind: 'rank'; place: number; due: number }
  /** So many of the delegation sit in the same row, this one included. */
  | { kind: 'delegation'; delegationId: string; count: number }
  | { kind: 'beside'; personId: string }
  | { kind: 'together'; personIds: readonly string[] }
  | { kind: 'called-after'; personId: string }

export interface WhyHere {
  seatId: string | null
  reasons: readonly Reason[]
  /** What the seat costs, and what the delegation costs as it sits. */
  terms: readonly Term[]
}

/** Why somebody sits here: what speaks for the seat and what it costs. */
export const whyHere = (problem: SeatingProblem, seatOf: SeatOf, personId: string): WhyHere => {
  const instance = instanceOf(problem)
  const { standing } = standingOf(instance, seatOf)
  const person = instance.placeOf.get(personId) ?? -1
  const at = standing.seatAt[person] ?? -1
  const seat = problem.hall.seats[at]
  if (!seat) return { seatId: null, reasons: [], terms: [] }
  const party = instance.party[person] ?? -1
  return {
    seatId: seat.id,
    reasons: reasonsOf(standing, person, at),
    terms: [...personTerms(standing, person), ...(party === -1 ? [] : partyTerms(standing, party))],
  }
}

const reasonsOf = (standing: Standing, person: number, at: number): Reason[] => {
  const { instance, seatAt } = standing
  const { problem, ground } = instance
  const [one, seat] = [problem.people[person], problem.hall.seats[at]]
  if (!one || !seat) return []
  const reasons: Reason[] = []
  const idOf = (other: number) => problem.people[other]?.id ?? ''
  if (instance.locked[person] === 1) reasons.push({ kind: 'locked' })
  else if (instance.isPrinted[person] === 1 && instance.standing[person] === at) reasons.push({ kind: 'printed' })
  if (seat.isStage) reasons.push({ kind: 'stage' })
  if (one.needsWheelchair && seat.use === 'wheelchair') reasons.push({ kind: 'wheelchair' })
  if (one.needsStepFree && seat.isStepFree) reasons.push({ kind: 'step-free' })
  const due = instance.due[person] ?? -1
  if (due !== -1 && placesLost(instance, person, at) === 0) {
    const from = seat.isStage ? 0 : ground.openOnStage
    reasons.push({ kind: 'rank', place: (ground.order[at] ?? 0) - from + 1, due: due - from + 1 })
  }
  if (one.honoured !== null && seat.isAisle) reasons.push({ kind: 'aisle' })
  const before = instance.calledBefore[person] ?? -1
  const beforeAt = seatAt[before] ?? -1
  if (beforeAt !== -1 && (ground.line[beforeAt] ?? 0) <= seat.line) {
    reasons.push({ kind: 'called-after', personId: idOf(before) })
  }
  for (const other of new Set(instance.companions[person])) {
    if (ground.beside(at).includes(seatAt[other] ?? -1)) reasons.push({ kind: 'beside', personId: idOf(other) })
  }
  for (const run of instance.runs[person] ?? []) {
    reasons.push({ kind: 'together', personIds: run.filter((other) => other !== person).map(idOf) })
  }
  const party = instance.party[person] ?? -1
  if (party !== -1) {
    const row = problem.hall.segments[seat.segment]?.seats ?? []
    const count = row.filter((other) => instance.party[standing.personAt[other] ?? -1] === party).length
    if (instance.isHead[person] === 1 && seat.line === standing.firstLine[party])
      reasons.push({ kind: 'head-in-front' })
    if (count > 1) reasons.push({ kind: 'delegation', delegationId: problem.delegations[party]?.id ?? '', count })
  }
  return reasons
}

/** What forbids somebody a seat. */
export type Forbidden =
  | { kind: 'bar'; bar: SeatBar; personId: string }
  /** Locked to a seat; or sits there, while whoever asks has no seat to give for it. */
  | { kind: 'locked'; personId: string }
  | { kind: 'taken'; personId: string }
  | Fault

export interface TermChange extends Term {
  /** What it costs now and what it would. */
  before: number
  after: number
}

/** What it would be to sit elsewhere. */
export type WhyNot =
  | { kind: 'here' }
  | { kind: 'unknown' }
  /** Nothing else is reckoned: it may not be. */
  | { kind: 'forbidden'; why: readonly Forbidden[] }
  | {
      kind: 'costs'
      /** Who would have to take the seat that gets free; null = nobody sits there. */
      swapWith: string | null
      /** By how much the plan gets dearer; below 0 = cheaper. */
      added: number
      /** Sentences that would cost more or less, those that get the dearest first. */
      changes: readonly TermChange[]
    }

/** Why somebody does not sit there: what forbids it, or what it would cost to swap or to move. */
export const whyNot = (problem: SeatingProblem, seatOf: SeatOf, personId: string, seatId: string): WhyNot => {
  const instance = instanceOf(opened(problem, seatId))
  const { standing } = standingOf(instance, seatOf)
  const [person, to] = [instance.placeOf.get(personId), problem.hall.placeOf.get(seatId)]
  if (person === undefined || to === undefined) return { kind: 'unknown' }
  const from = standing.seatAt[person] ?? -1
  if (from === to) return { kind: 'here' }
  const other = standing.personAt[to] ?? -1
  const why = [...barsTo(standing, person, to), ...(other === -1 ? [] : barsTo(standing, other, from))]
  if (why.length > 0) return { kind: 'forbidden', why }
  const before = { faults: faultsOf(standing).map(keyOf), terms: termsOf(standing), cost: softOf(standing) }
  if (from === -1 && other !== -1)
    return { kind: 'forbidden', why: [{ kind: 'taken', personId: idOf(standing, other) }] }
  if (from === -1) put(standing, person, to)
  else exchange(standing, from, to)
  const faults = faultsOf(standing).filter((fault) => !before.faults.includes(keyOf(fault)))
  if (faults.length > 0) return { kind: 'forbidden', why: faults }
  return {
    kind: 'costs',
    swapWith: other === -1 ? null : idOf(standing, other),
    added: softOf(standing) - before.cost,
    changes: changesOf(before.terms, termsOf(standing)),
  }
}

/** With a seat that a hand may give though a plan leaves it empty: further back than people are, or reserved. */
const opened = (problem: SeatingProblem, seatId: string): SeatingProblem => {
  const { hall, open } = problem
  const seat = hall.seats[hall.placeOf.get(seatId) ?? -1]
  const isOfPhase = seat !== undefined && open.some((at) => hall.seats[at]?.isStage === seat.isStage)
  return isOfPhase && seat.use !== 'blocked' ? { ...problem, open: [...new Set([...open, seat.at])] } : problem
}

const idOf = ({ instance }: Standing, person: number): string => instance.problem.people[person]?.id ?? ''

const barsTo = (standing: Standing, person: number, to: number): Forbidden[] => {
  const { instance } = standing
  const [one, seat] = [instance.problem.people[person], instance.problem.hall.seats[to]]
  if (!one) return []
  if (instance.locked[person] === 1) return [{ kind: 'locked', personId: one.id }]
  const bar = seat ? canSeat(one, seat, instance.ground.isOpen[to] === 1) : null
  return bar ? [{ kind: 'bar', bar, personId: one.id }] : []
}

const keyOf = (fault: Fault): string => JSON.stringify(fault)

const changesOf = (before: readonly Term[], after: readonly Term[]): TermChange[] => {
  const key = ({ kind, personIds, delegationId, seatId }: Term) =>
    `${kind} ${personIds.join(' ')} ${delegationId ?? ''} ${seatId ?? ''}`
  const changes = new Map<string, TermChange>()
  for (const term of before) changes.set(key(term), { ...term, before: term.cost, after: 0 })
  for (const term of after) {
    changes.set(key(term), { ...term, before: changes.get(key(term))?.before ?? 0, after: term.cost })
  }
  return [...changes.values()]
    .filter((change) => change.before !== change.after)
    .sort((one, other) => other.after - other.before - (one.after - one.before))
}

/** People by what their seat costs, the dearest first, with the sentences that say why. */
export const whoSitsWrong = (
  problem: SeatingProblem,
  seatOf: SeatOf,
): { personId: string; seatId: string; cost: number; terms: readonly Term[] }[] => {
  const { standing } = standingOf(instanceOf(problem), seatOf)
  const ofPerson = new Map<string, Term[]>()
  for (const term of termsOf(standing)) {
    // A sentence about two tells of the first: who is called up before somebody who sits in front of them sits right.
    const [personId] = term.personIds
    if (personId !== undefined) ofPerson.set(personId, [...(ofPerson.get(personId) ?? []), term])
  }
  return [...ofPerson]
    .map(([personId, terms]) => ({
      ...{ personId, terms, seatId: seatOf.get(personId) ?? '' },
      cost: terms.reduce((sum, { cost }) => sum + cost, 0),
    }))
    .sort((one, other) => other.cost - one.cost)
}

/** The free seat that costs the least for somebody who has none, with what it adds; null = there is none. */
export const bestSeatFor = (
  problem: SeatingProblem,
  seatOf: SeatOf,
  personId: string,
): { seatId: string; added: number } | null => {
  const instance = instanceOf(problem)
  const { standing } = standingOf(instance, seatOf)
  const person = instance.placeOf.get(personId)
  if (person === undefined || standing.seatAt[person] !== -1) return null
  const [best] = freeSeatsFor(standing, person)
  const seat = problem.hall.seats[best?.seat ?? -1]
  return best && seat ? { seatId: seat.id, added: best.cost } : null
}
