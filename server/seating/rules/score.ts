import { canSeat, type SeatBar } from './can-seat.ts'
import { instanceOf, points, type Instance } from './instance.ts'
import type { SeatingProblem, SoftRule } from './problem.ts'
import {
  calledWrong,
  emptyStanding,
  isOrphan,
  mustClimb,
  orderWrong,
  partyPoints,
  placesLost,
  put,
  softOf,
  stepsToAisle,
  type Standing,
} from './standing.ts'
import { areBeside, areNear, isOneRun } from './ties.ts'

/** What a sentence of the score says; `count` is what its words tell (places, rows, seats …). */
export const termKinds = {
  'places-lost': 'rank',
  pieces: 'together',
  'rows-between': 'together',
  regions: 'aisles',
  'before-earlier': 'order',
  'from-aisle': 'honoured',
  'before-called': 'honoured',
  'behind-batch': 'honoured',
  'head-behind': 'heads',
  steps: 'step-free',
  'single-seat': 'orphans',
  alone: 'orphans',
  moved: 'moves',
  'moved-printed': 'moves',
} as const satisfies Record<string, SoftRule>
export type TermKind = keyof typeof termKinds

/** One printed sentence of the score. */
export interface Term {
  rule: SoftRule
  kind: TermKind
  cost: number
  /** Places in precedence, rows, seats, pieces … by which it is wrong. */
  count: number
  personIds: readonly string[]
  delegationId: string | null
  /** The seat that it is about, such as an empty one. */
  seatId: string | null
}

/** A hard rule that does not hold. */
export type Fault =
  | { kind: 'bar'; bar: SeatBar; personId: string; seatId: string }
  | { kind: 'no-seat'; personId: string; seatId: string }
  | { kind: 'double'; seatId: string; personIds: readonly string[] }
  | { kind: 'unlocked'; personId: string; seatId: string }
  | { kind: 'near'; personIds: readonly [string, string] }
  | { kind: 'not-together'; personIds: readonly string[] }
  | { kind: 'not-beside'; personIds: readonly [string, string] }

export interface Score {
  hard: readonly Fault[]
  /** The worst first; their costs sum to the total. */
  terms: readonly Term[]
  costByRule: Readonly<Record<SoftRule, number>>
  total: number
  /** People of the problem who have no seat, in the order of their list. */
  unseated: readonly string[]
}

export type SeatOf = ReadonlyMap<string, string>

/** What a plan costs and which hard rules it breaks; people who are not of the problem are not looked at. */
export const scoreOf = (problem: SeatingProblem, seatOf: SeatOf): Score => {
  const instance = instanceOf(problem)
  const { standing, doubles } = standingOf(instance, seatOf)
  return { ...scoreOfStanding(standing), hard: [...doubles, ...faultsOf(standing)] }
}

export const scoreOfStanding = (standing: Standing): Score => {
  const { problem } = standing.instance
  const terms = termsOf(standing)
  const costByRule = Object.fromEntries(Object.keys(problem.importance).map((rule) => [rule, 0])) as Record<
    SoftRule,
    number
  >
  for (const { rule, cost } of terms) costByRule[rule] += cost
  return {
    hard: faultsOf(standing),
    ...{ terms, costByRule },
    total: softOf(standing),
    unseated: problem.people.flatMap(({ id }, person) => (standing.seatAt[person] === -1 ? [id] : [])),
  }
}

/** Seats people as a plan says; of two on one seat the first in the list sits. */
export const standingOf = (instance: Instance, seatOf: SeatOf): { standing: Standing; doubles: Fault[] } => {
  const { people, hall } = instance.problem
  const standing = emptyStanding(instance)
  const doubles: Fault[] = []
  for (const [person, { id }] of people.entries()) {
    const seatId = seatOf.get(id)
    if (seatId === undefined) continue
    const seat = hall.placeOf.get(seatId)
    if (seat === undefined) {
      doubles.push({ kind: 'no-seat', personId: id, seatId })
      continue
    }
    const there = standing.personAt[seat] ?? -1
    if (there === -1) put(standing, person, seat)
    else doubles.push({ kind: 'double', seatId, personIds: [people[there]?.id ?? '', id] })
  }
  return { standing, doubles }
}

/** Who sits where, as ids. */
export const seatsOf = ({ instance: { problem }, seatAt }: Standing): Map<string, string> =>
  new Map(
    problem.people.flatMap(({ id }, person) => {
      const seat = problem.hall.seats[seatAt[person] ?? -1]
      return seat ? [[id, seat.id] as const] : []
    }),
  )

/** Hard rules that do not hold, each once. */
export const faultsOf = (standing: Standing): Fault[] => {
  const { instance, seatAt } = standing
  const { problem, ground } = instance
  const { people, hall } = problem
  const idOf = (person: number) => people[person]?.id ?? ''
  const faults: Fault[] = []
  const runs = new Set<readonly number[]>()
  for (const [person, one] of people.entries()) {
    const at = seatAt[person] ?? -1
    const seat = hall.seats[at]
    const stood = instance.standing[person] ?? -1
    if (instance.locked[person] === 1 && stood !== at) {
      faults.push({ kind: 'unlocked', personId: one.id, seatId: hall.seats[stood]?.id ?? '' })
    }
    if (!seat) continue
    const bar = canSeat(one, seat, ground.isOpen[at] === 1)
    if (bar) faults.push({ kind: 'bar', bar, personId: one.id, seatId: seat.id })
    for (const other of new Set(instance.apart[person])) {
      if (other > person && areNear(ground, at, seatAt[other] ?? -1)) {
        faults.push({ kind: 'near', personIds: [one.id, idOf(other)] })
      }
    }
    for (const other of new Set(instance.companions[person])) {
      const there = seatAt[other] ?? -1
      if (other > person && there !== -1 && !areBeside(ground, at, there)) {
        faults.push({ kind: 'not-beside', personIds: [one.id, idOf(other)] })
      }
    }
    for (const run of instance.runs[person] ?? []) {
      if (runs.has(run) || isOneRun(standing, run)) continue
      runs.add(run)
      faults.push({ kind: 'not-together', personIds: run.map(idOf) })
    }
  }
  return faults
}

/** Every sentence of the score, the worst first. */
export const termsOf = (standing: Standing): Term[] => {
  const { instance } = standing
  const { problem } = instance
  const terms: Term[] = []
  for (const person of problem.people.keys()) terms.push(...personTerms(standing, person))
  for (const party of problem.delegations.keys()) terms.push(...partyTerms(standing, party))
  if (instance.weights.orphans > 0) {
    for (const seat of instance.ground.open) {
      if (isOrphan(standing, seat)) terms.push(orphanTerm(standing, seat))
    }
  }
  return terms.sort((one, other) => other.cost - one.cost)
}

const term = (
  { weights }: Instance,
  kind: TermKind,
  by: { count: number; personIds?: readonly string[]; delegationId?: string; seatId?: string; each?: number },
): Term[] => {
  const rule = termKinds[kind]
  const cost = weights[rule] * (by.each ?? points[rule]) * by.count
  return cost === 0
    ? []
    : [
        {
          ...{ rule, kind, cost, count: by.count, personIds: by.personIds ?? [] },
          ...{ delegationId: by.delegationId ?? null, seatId: by.seatId ?? null },
        },
      ]
}

/** What somebody's seat costs of itself, and beside who is called up right before. */
export const personTerms = (standing: Standing, person: number): Term[] => {
  const { instance, seatAt } = standing
  const { people, hall } = instance.problem
  const seat = seatAt[person] ?? -1
  if (seat === -1) return []
  const id = people[person]?.id ?? ''
  const personIds = [id]
  const before = instance.calledBefore[person] ?? -1
  const called = before === -1 ? 0 : calledWrong(standing, before, person)
  const isInFront =
    before !== -1 && (instance.ground.line[seat] ?? 0) < (instance.ground.line[seatAt[before] ?? -1] ?? 0)
  const from = instance.standing[person] ?? -1
  const isPrinted = instance.isPrinted[person] === 1
  const move = isPrinted ? points.moves + points.printed : points.moves
  return [
    ...term(instance, 'places-lost', { count: placesLost(instance, person, seat), personIds }),
    ...term(instance, 'from-aisle', { count: stepsToAisle(instance, person, seat), personIds }),
    ...term(instance, isInFront ? 'before-called' : 'behind-batch', {
      count: called,
      personIds: [id, people[before]?.id ?? ''],
    }),
    ...term(instance, 'steps', { count: Number(mustClimb(instance, person, seat)), personIds }),
    ...(from === -1 || from === seat
      ? []
      : term(instance, isPrinted ? 'moved-printed' : 'moved', {
          ...{ count: 1, personIds, each: move, seatId: hall.seats[from]?.id ?? '' },
        })),
  ]
}

export const partyTerms = (standing: Standing, party: number): Term[] => {
  const { instance, seatAt } = standing
  const { delegations, people } = instance.problem
  const delegationId = delegations[party]?.id ?? ''
  const { pieces, gaps, regions, heads } = partyPoints(standing, party)
  const personIds =
    heads === 0
      ? []
      : people.flatMap(({ id }, person) =>
          instance.party[person] === party &&
          instance.isHead[person] === 1 &&
          (seatAt[person] ?? -1) !== -1 &&
          (instance.ground.line[seatAt[person] ?? -1] ?? 0) > (standing.firstLine[party] ?? 0)
            ? [id]
            : [],
        )
  return [
    ...term(instance, 'pieces', { count: pieces, delegationId }),
    ...term(instance, 'rows-between', { count: gaps, delegationId }),
    ...term(instance, 'regions', { count: regions, delegationId }),
    ...term(instance, 'head-behind', { count: heads, delegationId, personIds }),
    ...term(instance, 'before-earlier', { count: orderWrong(standing, party), delegationId }),
  ]
}

const orphanTerm = ({ instance, personAt }: Standing, seat: number): Term => {
  const { people, hall } = instance.problem
  const person = people[personAt[seat] ?? -1]
  return {
    ...{ rule: 'orphans', kind: person ? 'alone' : 'single-seat', count: 1, delegationId: null },
    cost: instance.weights.orphans * points.orphans,
    personIds: person ? [person.id] : [],
    seatId: hall.seats[seat]?.id ?? '',
  }
}
