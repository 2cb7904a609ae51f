import { stageParts, type StagePart } from '../../halls/schema.ts'
import { canSeat, kindOf, takerOf, withoutSeat } from './can-seat.ts'
import { groundOf, type Ground } from './ground.ts'
import { delegatesRank, softRules, weightOf, type SeatedPerson, type SeatingProblem, type SoftRule } from './problem.ts'

/** Points of one breach of each rule, before its importance is looked at. */
export const points = {
  /** A place further back in precedence than is due. */
  rank: 1,
  /** A piece of a row (a column, in strips) beyond the fewest; a row left out between others of the delegation. */
  together: 4,
  /** A region between aisles beyond the fewest. */
  aisles: 4,
  /** A row (a column, in strips) before those who come first in the order. */
  order: 2,
  /** A seat away from the aisle; a row before who is called up first, or more than one behind within a batch. */
  honoured: 1,
  /** A row behind the first of the delegation. */
  heads: 2,
  /** A seat that is reached by steps. */
  'step-free': 20,
  /** One empty seat between others; somebody with nobody beside. */
  orphans: 2,
  /** Somebody who moves; as much more for each whose card is printed. */
  moves: 4,
  printed: 8,
} as const

/** A problem as it is reckoned with: people by their place in the list, seats by theirs in the hall; -1 = none. */
export interface Instance {
  problem: SeatingProblem
  ground: Ground
  weights: Readonly<Record<SoftRule, number>>
  placeOf: ReadonlyMap<string, number>
  /** Seats before the plan; those that stay whatever the plan. */
  standing: Int32Array
  locked: Uint8Array
  /** Kinds of people by what they may have, and whether they may, by `kind * seats + seat`: 1 = yes. */
  kind: Uint8Array
  fits: Uint8Array
  /** Place in precedence up to which nothing is lost; -1 = no rank. */
  due: Int32Array
  /** What each place lost, seat away from the aisle and seat with steps costs somebody, weighted; 0 = nothing. */
  placePrice: Int32Array
  aislePrice: Int32Array
  stepsPrice: Int32Array
  /** Whether any seat costs somebody more of itself than another: rank, honour, steps or a move. */
  cares: Uint8Array
  /** Whether a card with the seat before the plan is printed, and what each move away from it costs. */
  isPrinted: Uint8Array
  movePrice: Int32Array
  /** Delegation that somebody sits with; -1 = none: who sits by rank, honour or need is apart from it. */
  party: Int32Array
  isHead: Uint8Array
  parties: number
  partySizes: Int32Array
  /** The honoured before and after each in the order in which they go on stage. */
  calledBefore: Int32Array
  calledAfter: Int32Array
  /** Whom somebody must not be near, must be in one run with, and accompanies or is accompanied by. */
  apart: readonly (readonly number[])[]
  runs: readonly (readonly (readonly number[])[])[]
  companions: readonly (readonly number[])[]
}

/** Prepares a problem; those `without` a seat have none that they may be given. */
export const instanceOf = (problem: SeatingProblem, without: ReadonlySet<string> = new Set()): Instance => {
  const { people, hall } = problem
  const ground = groundOf(problem)
  const weights = Object.fromEntries(
    softRules.map((rule) => [rule, weightOf[problem.importance[rule]]]),
  ) as Instance['weights']
  const placeOf = new Map(people.map(({ id }, place) => [id, place]))
  const partyOf = partiesOf(problem, ground, weights)
  const parties = problem.delegations.length
  const partySizes = new Int32Array(parties)
  for (const party of partyOf) if (party !== -1) partySizes[party] = (partySizes[party] ?? 0) + 1
  const standing = new Int32Array(people.length).fill(-1)
  const [locked, isPrinted] = [new Uint8Array(people.length), new Uint8Array(people.length)]
  const movePrice = new Int32Array(people.length)
  for (const { personId, seatId, ...stood } of problem.standing) {
    const [place, seat] = [placeOf.get(personId), hall.placeOf.get(seatId)]
    if (place === undefined || seat === undefined) continue
    standing[place] = seat
    locked[place] = Number(stood.isLocked)
    isPrinted[place] = Number(stood.isPrinted)
    movePrice[place] = weights.moves * (points.moves + (stood.isPrinted ? points.printed : 0))
  }
  const due = duesOf(problem, ground, weights)
  const pricesOf = (
    rule: 'rank' | 'honoured' | 'step-free',
    counts: (person: SeatedPerson, place: number) => boolean,
  ) => Int32Array.from(people, (person, place) => (counts(person, place) ? weights[rule] * points[rule] : 0))
  const placePrice = pricesOf('rank', (_person, place) => due[place] !== -1)
  const aislePrice = pricesOf('honoured', ({ honoured }) => honoured !== null)
  const stepsPrice = pricesOf('step-free', ({ needsStepFree }) => needsStepFree)
  return {
    ...{ problem, ground, weights, placeOf, standing, locked, isPrinted, movePrice },
    ...fitsOf(problem, ground, without),
    ...{ due, placePrice, aislePrice, stepsPrice },
    cares: Uint8Array.from(people, (_person, place) =>
      Number(placePrice[place] !== 0 || aislePrice[place] !== 0 || stepsPrice[place] !== 0 || movePrice[place] !== 0),
    ),
    party: partyOf,
    isHead: Uint8Array.from(people, ({ isHead }) => Number(isHead)),
    ...{ parties, partySizes },
    ...calledOf(people, weights),
    ...tiesOf(problem, placeOf),
  }
}

const fitsOf = (
  { people, hall }: SeatingProblem,
  { isOpen }: Ground,
  without: ReadonlySet<string>,
): Pick<Instance, 'kind' | 'fits'> => {
  const kind = Uint8Array.from(people, (person) => (without.has(person.id) ? withoutSeat : kindOf(person)))
  const fits = new Uint8Array((withoutSeat + 1) * hall.seats.length)
  for (const each of new Set(kind)) {
    if (each === withoutSeat) continue
    const person = takerOf(each)
    for (const seat of hall.seats) {
      fits[each * hall.seats.length + seat.at] = Number(canSeat(person, seat, isOpen[seat.at] === 1) === null)
    }
  }
  return { kind, fits }
}

/**
 * Whoever has a rank sits by it, the honoured by the stage, others by their need, and all the rest with their delegation.
 * Where most of everybody have a rank, it sets nobody apart whose delegation is ranked as well.
 */
const partiesOf = (
  { people, delegations }: SeatingProblem,
  { openOnStage }: Ground,
  weights: Instance['weights'],
): Int32Array => {
  const at = new Map(delegations.map(({ id }, place) => [id, place]))
  const [all, ranked] = [new Map<string, number>(), new Map<string, number>()]
  const byId = new Map(people.map((person) => [person.id, person]))
  for (const { delegationId, rank } of people) {
    if (delegationId === null) continue
    all.set(delegationId, (all.get(delegationId) ?? 0) + 1)
    if (rank !== null) ranked.set(delegationId, (ranked.get(delegationId) ?? 0) + 1)
  }
  const isRankUsual = 2 * people.filter(({ rank }) => rank !== null).length > people.length
  const isApart = (person: SeatedPerson): boolean => {
    const { delegationId } = person
    if (delegationId === null || person.needsWheelchair) return true
    if (person.stage !== null && openOnStage > 0) return true
    if (person.needsStepFree && weights['step-free'] > 0) return true
    if (person.honoured !== null && weights.honoured > 0) return true
    const isRankOwn = !isRankUsual || 2 * (ranked.get(delegationId) ?? 0) <= (all.get(delegationId) ?? 0)
    return person.rank !== null && weights.rank > 0 && isRankOwn
  }
  return Int32Array.from(people, (person) => {
    const accompanied = person.companionOf === null ? undefined : byId.get(person.companionOf)
    const isWith = isApart(person) || (accompanied !== undefined && isApart(accompanied))
    return isWith ? -1 : (at.get(person.delegationId ?? '') ?? -1)
  })
}

/** Tables of the stage with the precedence of their open seats, the best first; one for all where seats are anybody's. */
const tablesOf = ({ hall, open, order }: Ground): { parts: readonly StagePart[]; orders: number[] }[] => {
  const seats = [...open].flatMap((at) => (hall.seats[at]?.isStage ? [{ at, part: hall.seats[at].stagePart }] : []))
  const ordersOf = (part: StagePart | null) =>
    seats
      .flatMap((seat) => (part === null || seat.part === part ? [order[seat.at] ?? 0] : []))
      .sort((one, other) => one - other)
  return seats.some(({ part }) => part === null)
    ? [{ parts: stageParts, orders: ordersOf(null) }]
    : stageParts.map((part) => ({ parts: [part], orders: ordersOf(part) }))
}

/** Tied people are all due the last of their places; those who may be on stage the stage's, the others the hall's. */
const duesOf = ({ people }: SeatingProblem, ground: Ground, weights: Instance['weights']): Int32Array => {
  const due = new Int32Array(people.length).fill(-1)
  if (weights.rank === 0) return due
  const rankOf = (place: number) => people[place]?.rank ?? delegatesRank
  const places = people.flatMap(({ needsWheelchair, companionOf }, place) =>
    needsWheelchair || companionOf !== null ? [] : [place],
  )
  const give = (ranked: number[], dueAt: (turn: number) => number): void => {
    ranked.sort((one, other) => rankOf(one) - rankOf(other))
    let last = ranked.length - 1
    for (let at = ranked.length - 1; at >= 0; at -= 1) {
      if (rankOf(ranked[at] ?? -1) !== rankOf(ranked[last] ?? -1)) last = at
      due[ranked[at] ?? -1] = dueAt(last)
    }
  }
  const staged = new Set<number>()
  for (const { parts, orders } of tablesOf(ground)) {
    const there = places.filter((place) => parts.some((part) => part === people[place]?.stage))
    give(there, (turn) => orders[turn] ?? -1)
    for (const place of there) if (due[place] !== -1) staged.add(place)
  }
  give(
    places.filter((place) => !staged.has(place)),
    (turn) => ground.openOnStage + turn,
  )
  // Those who have no rank are counted where they stand, but lose nothing.
  for (const place of places) if (people[place]?.rank === null && !staged.has(place)) due[place] = -1
  return due
}

const calledOf = (
  people: readonly SeatedPerson[],
  weights: Instance['weights'],
): Pick<Instance, 'calledBefore' | 'calledAfter'> => {
  const calledBefore = new Int32Array(people.length).fill(-1)
  const calledAfter = new Int32Array(people.length).fill(-1)
  if (weights.honoured === 0) return { calledBefore, calledAfter }
  const called = people.flatMap(({ honoured }, place) => (honoured === null ? [] : [place]))
  called.sort((one, other) => (people[one]?.honoured ?? 0) - (people[other]?.honoured ?? 0))
  for (const [turn, place] of called.entries()) {
    calledBefore[place] = called[turn - 1] ?? -1
    calledAfter[place] = called[turn + 1] ?? -1
  }
  return { calledBefore, calledAfter }
}

const tiesOf = (
  { people, apart, together }: SeatingProblem,
  placeOf: ReadonlyMap<string, number>,
): Pick<Instance, 'apart' | 'runs' | 'companions'> => {
  const placesOf = (ids: readonly string[]) => [...new Set(ids.flatMap((id) => placeOf.get(id) ?? []))]
  const ties = {
    apart: people.map((): number[] => []),
    runs: people.map((): number[][] => []),
    companions: people.map((): number[] => []),
  }
  for (const places of apart.map(placesOf)) {
    for (const place of places) ties.apart[place]?.push(...places.filter((other) => other !== place))
  }
  for (const run of together.map(placesOf)) {
    if (run.length > 1) for (const place of run) ties.runs[place]?.push(run)
  }
  for (const [place, { companionOf }] of people.entries()) {
    const other = companionOf === null ? undefined : placeOf.get(companionOf)
    if (other === undefined || other === place) continue
    ties.companions[place]?.push(other)
    ties.companions[other]?.push(place)
  }
  return ties
}
