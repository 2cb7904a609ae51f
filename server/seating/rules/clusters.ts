import { withoutSeat } from './can-seat.ts'
import type { Instance } from './instance.ts'
import { lift, mayHave, ownCost, put, type Standing } from './standing.ts'
import { brokenTies } from './ties.ts'

/** People who are tied to one another or may have few seats, so that they are seated before the others. */
export type Cluster = readonly number[]

/** Steps of the search after which the best so far is taken. */
const mostSteps = 60_000

/** Who is kept together or accompanied, with whom; whoever needs a wheelchair seat is alone in one at the least. */
export const clustersOf = ({ problem, runs, companions, locked, kind }: Instance): Cluster[] => {
  const { people } = problem
  const seen = new Uint8Array(people.length)
  const clusters: Cluster[] = []
  for (const person of people.keys()) {
    if (seen[person] === 1 || kind[person] === withoutSeat) continue
    const members = [person]
    seen[person] = 1
    for (const member of members) {
      for (const other of [...(runs[member] ?? []).flat(), ...(companions[member] ?? [])]) {
        if (seen[other] === 1 || kind[other] === withoutSeat) continue
        seen[other] = 1
        members.push(other)
      }
    }
    const isBound = members.length > 1 || people[person]?.needsWheelchair === true
    // Whoever is locked comes first: the others gather around.
    members.sort((one, other) => (locked[other] ?? 0) - (locked[one] ?? 0))
    if (isBound) clusters.push(reachable(members, runs, companions))
  }
  return clusters
}

/** In an order in which each is tied to somebody before, those in wheelchairs being followed by their companions. */
const reachable = (members: readonly number[], runs: Instance['runs'], companions: Instance['companions']): Cluster => {
  const [first = -1] = members
  const order = [first]
  for (const member of order) {
    for (const other of [...(companions[member] ?? []), ...(runs[member] ?? []).flat()]) {
      if (members.includes(other) && !order.includes(other)) order.push(other)
    }
  }
  return order
}

/**
 * Seats clusters so that all their ties hold: the one with the fewest seats first, each where it is best, and another
 * place for those before where nothing is left. Who has no place in the end stays without a seat, answered.
 */
export const seatClusters = (
  standing: Standing,
  clusters: readonly Cluster[],
  pull: (person: number, seat: number) => number,
): readonly Cluster[] => {
  const { instance } = standing
  const { ground } = instance
  const seatsOf = new Map<number, number[]>()
  const choices = (person: number): number[] => {
    const kind = instance.kind[person] ?? 0
    const known = seatsOf.get(kind) ?? [...ground.open].filter((seat) => mayHave(instance, person, seat))
    seatsOf.set(kind, known)
    return known
  }
  const tightness = (cluster: Cluster) => Math.min(...cluster.map((person) => choices(person).length)) / cluster.length
  const waiting = [...clusters].sort((one, other) => tightness(one) - tightness(other))
  let [steps, deepest] = [0, -1]
  let best: { person: number; seat: number }[] = []

  const seatMember = (cluster: Cluster, at: number, next: () => boolean): boolean => {
    const person = cluster[at]
    if (person === undefined) return next()
    if (standing.seatAt[person] !== -1) return brokenTies(standing, person) === 0 && seatMember(cluster, at + 1, next)
    const near = nearSeats(standing, cluster, at)
    const open = near ?? choices(person)
    const sorted = open
      .filter((seat) => standing.personAt[seat] === -1 && mayHave(instance, person, seat))
      .map((seat) => ({ seat, cost: ownCost(instance, person, seat) + pull(person, seat) }))
      .sort((one, other) => one.cost - other.cost)
    for (const { seat } of sorted) {
      steps += 1
      if (steps > mostSteps) return false
      put(standing, person, seat)
      // A run may be completed by those who are to come, but only all of it says so.
      const isLast = at === cluster.length - 1
      const holds = isLast ? cluster.every((each) => brokenTies(standing, each) === 0) : !isTooNear(standing, person)
      if (holds && seatMember(cluster, at + 1, next)) return true
      lift(standing, seat)
    }
    return false
  }
  const seatFrom = (at: number): boolean => {
    if (at > deepest) {
      deepest = at
      best = waiting.flatMap((cluster) =>
        cluster.flatMap((person) => {
          const seat = standing.seatAt[person] ?? -1
          return seat === -1 ? [] : [{ person, seat }]
        }),
      )
    }
    const cluster = waiting[at]
    return cluster === undefined || seatMember(cluster, 0, () => seatFrom(at + 1))
  }
  if (seatFrom(0)) return []
  for (const { person, seat } of best) if (standing.seatAt[person] === -1) put(standing, person, seat)
  const left: Cluster[] = []
  for (const cluster of waiting.slice(Math.max(0, deepest))) {
    const isSeated = seatMember(cluster, 0, () => true)
    if (!isSeated) left.push(cluster)
  }
  return left
}

/** Seats from which a tie to somebody seated already can hold; null = nobody to hold to. */
const nearSeats = ({ instance, seatAt }: Standing, cluster: Cluster, at: number): number[] | null => {
  const { ground, runs, companions } = instance
  const person = cluster[at] ?? -1
  const found: number[] = []
  let isBound = false
  for (const other of companions[person] ?? []) {
    const seat = seatAt[other] ?? -1
    if (seat === -1) continue
    isBound = true
    found.push(...ground.beside(seat))
  }
  if (isBound) return [...new Set(found)]
  for (const run of runs[person] ?? []) {
    for (const other of run) {
      const seat = seatAt[other] ?? -1
      if (other === person || seat === -1) continue
      isBound = true
      const { segment = -1, place = 0 } = ground.hall.seats[seat] ?? {}
      const row = ground.hall.segments[segment]?.seats ?? []
      found.push(...row.slice(Math.max(0, place - run.length + 1), place + run.length))
    }
  }
  return isBound ? [...new Set(found)] : null
}

const isTooNear = ({ instance, seatAt }: Standing, person: number): boolean => {
  const near = instance.ground.near(seatAt[person] ?? -1)
  return (instance.apart[person] ?? []).some((other) => near.includes(seatAt[other] ?? -1))
}
