import type { StagePart } from '../../halls/schema.ts'
import { canSeat, type SeatBar, type SeatTaker } from './can-seat.ts'
import { capacityOf, type Shortage } from './capacity.ts'
import { clustersOf, seatClusters } from './clusters.ts'
import { seatLocked } from './construct.ts'
import { instanceOf, type Instance } from './instance.ts'
import type { SeatingProblem } from './problem.ts'
import { emptyStanding } from './standing.ts'
import { areBeside, areNear } from './ties.ts'

/** Why not everybody can have a seat, or not all hard rules can hold. */
export type Impossible =
  /** So many people may have no other seats than so many; `of` = those in wheelchairs, or of one table on the stage, alone; or whoever comes. */
  | { kind: 'too-few-seats'; of: 'wheelchair' | StagePart | 'all'; people: number; seats: number }
  | { kind: 'locked-twice'; seatId: string; personIds: readonly string[] }
  | { kind: 'locked-barred'; personId: string; seatId: string; bar: SeatBar }
  /** Locked near one another, or away from one another, against what was asked. */
  | { kind: 'locked-near'; personIds: readonly [string, string] }
  | { kind: 'locked-not-beside'; personIds: readonly [string, string] }
  | { kind: 'locked-not-together'; personIds: readonly string[] }
  /** More than the longest row of seats without an aisle has. */
  | { kind: 'row-too-short'; personIds: readonly string[]; people: number; seats: number }
  /** No seats were found on which they would sit as asked, beside all others who are tied or locked. */
  | { kind: 'no-place-together'; personIds: readonly string[] }

/** Every reason there is; none = nothing is known to forbid a plan. */
export const whyImpossible = (problem: SeatingProblem): Impossible[] => {
  const { left, shortages } = capacityOf(problem)
  const instance = instanceOf(problem, new Set(left.map(({ id }) => id)))
  const locks = lockReasons(instance)
  const rows = rowReasons(instance)
  const told = new Set([...locks, ...rows].flatMap((reason) => ('personIds' in reason ? reason.personIds : [])))
  const short = shortages.map((each) => ({ ...each, of: shortOf(each.classes, problem) }))
  return [
    ...short.flatMap((one) => {
      const { of, people, seats } = one
      return short.some((other) => saysIt(other, one)) ? [] : [{ kind: 'too-few-seats' as const, of, people, seats }]
    }),
    ...locks,
    ...rows,
    ...placeReasons(instance).filter(({ personIds }) => !personIds.some((id) => told.has(id))),
  ]
}

interface Short extends Shortage {
  of: 'wheelchair' | StagePart | 'all'
}

/** Whether the wider of two shortages of whoever comes counts all that the narrower does: told both, they seem two. */
const saysIt = (wide: Short, narrow: Short): boolean =>
  wide !== narrow &&
  wide.of === 'all' &&
  narrow.of === 'all' &&
  narrow.classes.every((each) => wide.classes.includes(each))

const shortOf = (classes: readonly SeatTaker[], { hall, open }: SeatingProblem): Short['of'] => {
  if (classes.every(({ needsWheelchair }) => needsWheelchair)) return 'wheelchair'
  const part = classes[0]?.stage ?? null
  const isOneTable = part !== null && classes.every(({ stage }) => stage === part)
  return isOneTable && open.some((at) => hall.seats[at]?.stagePart === part) ? part : 'all'
}

const lockReasons = (instance: Instance): Impossible[] => {
  const { problem, locked, standing, ground } = instance
  const { people, hall } = problem
  const idOf = (person: number) => people[person]?.id ?? ''
  const reasons: Impossible[] = []
  const onSeat = new Map<number, number[]>()
  for (const [person, seat] of standing.entries()) {
    if (locked[person] === 1 && seat !== -1) onSeat.set(seat, [...(onSeat.get(seat) ?? []), person])
  }
  for (const [seat, here] of onSeat) {
    const there = hall.seats[seat]
    if (!there) continue
    if (here.length > 1) reasons.push({ kind: 'locked-twice', seatId: there.id, personIds: here.map(idOf) })
    for (const person of here) {
      const one = people[person]
      const bar = one ? canSeat(one, there, ground.isOpen[seat] === 1) : null
      if (bar) reasons.push({ kind: 'locked-barred', personId: idOf(person), seatId: there.id, bar })
    }
  }
  const seatOf = (person: number) => (locked[person] === 1 ? (standing[person] ?? -1) : -1)
  const runs = new Set<readonly number[]>()
  for (const person of people.keys()) {
    const seat = seatOf(person)
    if (seat === -1) continue
    for (const other of new Set(instance.apart[person])) {
      if (other > person && areNear(ground, seat, seatOf(other))) {
        reasons.push({ kind: 'locked-near', personIds: [idOf(person), idOf(other)] })
      }
    }
    for (const other of new Set(instance.companions[person])) {
      if (other > person && seatOf(other) !== -1 && !areBeside(ground, seat, seatOf(other))) {
        reasons.push({ kind: 'locked-not-beside', personIds: [idOf(person), idOf(other)] })
      }
    }
    for (const run of instance.runs[person] ?? []) runs.add(run)
  }
  for (const run of runs) {
    const held = run.filter((person) => seatOf(person) !== -1)
    const seats = held.flatMap((person) => hall.seats[seatOf(person)] ?? [])
    const places = seats.map(({ place }) => place)
    const isApart = seats.some(({ segment }) => segment !== seats[0]?.segment)
    const isTooWide = Math.max(...places) - Math.min(...places) >= run.length
    if (held.length > 1 && (isApart || isTooWide)) {
      reasons.push({ kind: 'locked-not-together', personIds: held.map(idOf) })
    }
  }
  return reasons
}

const rowReasons = ({ problem, runs, ground }: Instance): Extract<Impossible, { kind: 'row-too-short' }>[] => {
  const { people, hall } = problem
  let longest = 0
  for (const { seats } of hall.segments) {
    let length = 0
    for (const seat of seats) {
      length = ground.isOpen[seat] === 1 ? length + 1 : 0
      longest = Math.max(longest, length)
    }
  }
  return [...new Set(runs.flat())].flatMap((run) =>
    run.length > longest
      ? [
          {
            ...{ kind: 'row-too-short' as const, people: run.length, seats: longest },
            personIds: run.map((person) => people[person]?.id ?? ''),
          },
        ]
      : [],
  )
}

const placeReasons = (instance: Instance): Extract<Impossible, { kind: 'no-place-together' }>[] => {
  const standing = emptyStanding(instance)
  seatLocked(standing)
  const left = seatClusters(standing, clustersOf(instance), () => 0)
  return left.map((cluster) => ({
    kind: 'no-place-together',
    personIds: cluster.map((person) => instance.problem.people[person]?.id ?? ''),
  }))
}
