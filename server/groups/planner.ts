import { randomBy } from '../format/chance.ts'
import { emptyStanding, leastCost, put, sizeOf, type Standing } from './rules/balance.ts'
import { placeBound } from './rules/placing.ts'
import type { PlanMode } from './rules/choices.ts'
import { instanceOf, type Block, type GroupProblem } from './rules/problem.ts'
import { improve, movedIn } from './rules/improve.ts'
import { whyImpossible, type Impossible } from './rules/impossible.ts'

/** How everybody is put into groups. */
export interface GroupPlan {
  /** Group of each, by person. */
  groupOf: ReadonlyMap<string, string>
  /** Persons too many or too few beside even shares. */
  cost: number
  /** What no arrangement can be below; the plan is proven the best where its cost is the same. */
  least: number
  /** How many leave the group that they were in. */
  moved: number
  /** Fewer cannot move. Only said of a plan that was to move as few as can be. */
  isFewest: boolean
}

export interface Planning {
  mode: PlanMode
  /** The same problem and seed give the same plan. */
  seed: number
  /** Moves that are tried at most. */
  mostTries?: number
}

/** What one who stays weighs against the balance where as few as can be are to move. */
const priceOfMove = 1_000_000

/**
 * Puts people into groups: bound ones first by an exact search, the others one after another where it is most even, and
 * then by moves and swaps, sometimes a bad one, until the proven least is reached or `mostTries` were tried. Pauses
 * often: whoever drives it may let others be served.
 */
export function* planGroups(
  problem: GroupProblem,
  { mode, seed, mostTries = 30_000 + 800 * problem.people.length }: Planning,
): Generator<void, GroupPlan | Impossible> {
  const isMovingFree = mode === 'anew'
  const instance = instanceOf(problem)
  const placed = instance && placeBound(instance, isMovingFree)
  if (!instance || !placed?.best) return whyImpossible(problem, placed?.isProven ?? true)
  const random = randomBy(seed)
  const standing = emptyStanding(instance)
  for (const block of instance.blocks) put(standing, block, placed.best.groupOf[block.at] ?? -1)
  placeOthers(standing, isMovingFree, random)
  const least = leastCost(instance)
  const fewest = placed.best.moved
  yield* improve(standing, { least, fewest, price: isMovingFree ? 0 : priceOfMove, random, mostTries })
  const moved = movedIn(standing)
  return {
    groupOf: groupsOf(standing),
    ...{ cost: standing.cost, least, moved },
    isFewest: !isMovingFree && placed.isProven && moved === fewest,
  }
}

const groupsOf = ({ instance, groupOf }: Standing): Map<string, string> => {
  const { people, groups } = instance.problem
  return new Map(
    instance.blocks.flatMap((block) =>
      block.people.map((place) => [people[place]?.id ?? '', groups[groupOf[block.at] ?? -1]?.id ?? ''] as const),
    ),
  )
}

/** Puts those whom nothing binds in, alike ones after one another, each where it is most even and every group is filled. */
const placeOthers = (standing: Standing, isMovingFree: boolean, random: () => number): void => {
  const { instance, groupOf } = standing
  const { groups } = instance.problem
  const homeOf = ({ movedAt }: Block) => (isMovingFree || !movedAt.includes(1) ? -1 : movedAt.indexOf(0))
  const others = instance.blocks
    .filter(({ at }) => groupOf[at] === -1)
    .map((block) => ({ block, home: homeOf(block), key: block.values.join(' ') }))
    .sort(
      (one, other) =>
        Number(one.home === -1) - Number(other.home === -1) || (one.key < other.key ? -1 : one.key > other.key ? 1 : 0),
    )
  let left = others.length
  for (const { block, home } of others) {
    const lacking = groups.map(({ least }, group) => Math.max(0, least - sizeOf(standing, group)))
    const isTight = left <= lacking.reduce((sum, each) => sum + each, 0)
    const open = groups.flatMap(({ most }, group) =>
      sizeOf(standing, group) < most && (!isTight || (lacking[group] ?? 0) > 0) ? [group] : [],
    )
    put(standing, block, open.includes(home) ? home : mostEven(standing, block, open, random))
    left -= 1
  }
}

const mostEven = (standing: Standing, block: Block, open: readonly number[], random: () => number): number => {
  let [best, bestCost] = [-1, Infinity]
  for (const group of open) {
    put(standing, block, group)
    const cost = standing.cost + (sizeOf(standing, group) + random() / 2) / 1e6
    if (cost < bestCost) [best, bestCost] = [group, cost]
  }
  put(standing, block, -1)
  return best
}
