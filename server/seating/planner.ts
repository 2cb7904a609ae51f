import { randomBy } from '../format/chance.ts'
import { capacityOf } from './rules/capacity.ts'
import { seatDelegations, seatLocked, seatOthers, seatTheFew, seatWithinParties } from './rules/construct.ts'
import { keepMost } from './rules/fewest.ts'
import { holdTies } from './rules/hold.ts'
import { instanceOf, type Instance } from './rules/instance.ts'
import type { SeatingProblem } from './rules/problem.ts'
import { scoreOfStanding, seatsOf, type Score } from './rules/score.ts'
import { settle } from './rules/settle.ts'
import { emptyStanding, softOf, type Standing } from './rules/standing.ts'
import { stir } from './rules/stir.ts'
import { isTied } from './rules/ties.ts'

/** Everybody anew, those who stand somewhere at a price; or as they stand, as few as can be moving. */
export const seatingModes = ['anew', 'fewest'] as const
export type SeatingMode = (typeof seatingModes)[number]

export interface SeatPlanning {
  mode: SeatingMode
  /** The same problem and seed give the same plan, as long as nobody stops it. */
  seed: number
  /** With `fewest`: who is to have the seat that is due now (a new rank …); the others move only to make way. */
  changed?: readonly string[]
  /** How much is tried, 1 = the usual. */
  effort?: number
}

export interface SeatingProgress {
  /** Share of the work that is done, 0 to 1. */
  done: number
  /** Soft cost of the plan as it stands; it can be stopped with it by `planner.return`, or by asking `stop`. */
  cost: number
}

export interface SeatingPlan {
  seatOf: ReadonlyMap<string, string>
  score: Score
  /** For whom there is no seat, or none that keeps all hard rules: the last in line. In the order of the list. */
  unseated: readonly string[]
  /** Who sits elsewhere than before; newcomers and those who have no seat any more are not among them. */
  moved: readonly string[]
  /** No swap of two people and no move to a free seat makes it cheaper. Only said of a plan anew that was not stopped. */
  isSettled: boolean
  /** Fewer cannot move. Only said where as few as can be were to. */
  isFewest: boolean
}

/**
 * Seats people. Pauses often: whoever drives it may let others be served, and sets `stop.asked` to have the best so far,
 * which keeps all hard rules whenever it is asked for.
 */
export function* planSeating(
  problem: SeatingProblem,
  { mode, seed, changed = [], effort = 1 }: SeatPlanning,
  stop: { asked: boolean } = { asked: false },
): Generator<SeatingProgress, SeatingPlan> {
  const { left } = capacityOf(problem)
  const instance = instanceOf(problem, new Set(left.map(({ id }) => id)))
  const standing = emptyStanding(instance)
  seatLocked(standing)
  if (mode === 'fewest') {
    const isFewest = keepMost(standing, changed, randomBy(seed))
    return planOf(standing, { isSettled: false, isFewest })
  }
  const isSettled = yield* planAnew(standing, { random: randomBy(seed), effort, stop })
  return planOf(standing, { isSettled, isFewest: false })
}

interface Anew {
  random: () => number
  effort: number
  stop: { asked: boolean }
}

function* planAnew(standing: Standing, { random, effort, stop }: Anew): Generator<SeatingProgress, boolean> {
  const { instance } = standing
  const people = instance.problem.people.length
  const mayGoOn = () => !stop.asked
  const tries = Math.round(effort * (20_000 + 60 * people))
  seatTheFew(standing)
  yield { done: 0.05, cost: softOf(standing) }
  yield* reported(standing, seatDelegations(standing, { random, tries, mayGoOn }), 0.05, 0.4)
  seatOthers(standing)
  holdTies(standing)
  if (stop.asked) return false
  const stirring = { random, mostTries: Math.round(effort * (2000 + 4 * people)), mayGoOn }
  yield* reported(standing, stir(standing, stirring), 0.4, 0.7)
  if (stop.asked) return false
  seatWithinParties(standing, (person) => isFree(instance, person))
  return yield* reported(standing, settle(standing, mayGoOn), 0.7, 1)
}

const isFree = (instance: Instance, person: number): boolean =>
  instance.locked[person] === 0 && !isTied(instance, person)

/** Says at every pause how far it is: ever nearer to the end of its part, which nobody knows before. */
function* reported<T>(
  standing: Standing,
  work: Generator<void, T>,
  from: number,
  to: number,
): Generator<SeatingProgress, T> {
  let done = from
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    done += (to - done) * 0.05
    yield { done, cost: softOf(standing) }
  }
}

const planOf = (standing: Standing, said: Pick<SeatingPlan, 'isSettled' | 'isFewest'>): SeatingPlan => {
  const seatOf = seatsOf(standing)
  const score = scoreOfStanding(standing)
  return {
    ...{ seatOf, score, unseated: score.unseated },
    moved: standing.instance.problem.standing.flatMap(({ personId, seatId }) => {
      const now = seatOf.get(personId)
      return now !== undefined && now !== seatId ? [personId] : []
    }),
    ...said,
  }
}
