import type { Block, GroupSpace, Instance } from './problem.ts'

/** A place for each block that rules bind; the others fit in beside them. */
export interface Placing {
  /** By block; -1 = it may go anywhere that has room. */
  groupOf: Int32Array
  /** How many people leave the group that they are in now, those whom no rule binds included. */
  moved: number
}

export interface Placed {
  /** null = none was found. */
  best: Placing | null
  /** Nothing was left untried that could be better: what was not found cannot be. */
  isProven: boolean
}

/** A group while it is filled. */
interface Filling extends GroupSpace {
  group: number
  load: number
}

/** Steps after which the search gives up. */
const mostSteps = 60_000

/**
 * Places the blocks that are held, kept together or kept apart so that everybody else has room, moving as few people as
 * can be from where they are, or not minding that: branch and bound, the largest first, each first where it is now.
 */
export const placeBound = (instance: Instance, isMovingFree: boolean): Placed => {
  const { blocks } = instance
  const fillings = instance.problem.groups.map((space, group) => ({ ...space, group, load: 0 }))
  const groupOf = new Int32Array(blocks.length).fill(-1)
  const isFree = ({ apart, people }: Block, { load, most, group }: Filling) =>
    load + people.length <= most && ![...apart].some((other) => groupOf[other.at] === group)
  const put = (block: Block, filling: Filling) => {
    groupOf[block.at] = filling.group
    filling.load += block.people.length
  }
  for (const block of blocks.filter(({ fixedAt }) => fixedAt !== -1)) {
    const filling = fillings[block.fixedAt]
    if (!filling || !isFree(block, filling)) return { best: null, isProven: true }
    put(block, filling)
  }
  const held = isMovingFree ? 0 : movedOf(blocks, groupOf)
  const isBound = ({ fixedAt, people, apart }: Block) => fixedAt === -1 && (people.length > 1 || apart.size > 0)
  const order = blocks
    .filter(isBound)
    .sort((one, other) => other.people.length - one.people.length || other.apart.size - one.apart.size)
  const rest = restOf(instance, isMovingFree)
  let best: Placing | null = null
  let steps = 0
  const visit = (depth: number, moved: number): void => {
    if (steps > mostSteps || (best !== null && moved >= best.moved)) return
    steps += 1
    const block = order[depth]
    if (!block) {
      const more = rest(fillings)
      if (more !== null && (best === null || moved + more < best.moved)) {
        best = { groupOf: groupOf.slice(), moved: moved + more }
      }
      return
    }
    for (const filling of fillingsToTry(block, fillings, isMovingFree)) {
      if (!isFree(block, filling)) continue
      put(block, filling)
      visit(depth + 1, moved + (isMovingFree ? 0 : (block.movedAt[filling.group] ?? 0)))
      groupOf[block.at] = -1
      filling.load -= block.people.length
    }
  }
  visit(0, held)
  return { best, isProven: steps <= mostSteps }
}

const movedOf = (blocks: readonly Block[], groupOf: Int32Array): number =>
  blocks.reduce((sum, { at, movedAt }) => sum + (movedAt[groupOf[at] ?? -1] ?? 0), 0)

/** Where it is now first, then where most room is; of groups that are alike and still empty, one. */
const fillingsToTry = ({ movedAt }: Block, fillings: readonly Filling[], isMovingFree: boolean): Filling[] => {
  const isLikeAnEarlier = ({ group, load, least, most }: Filling) =>
    load === 0 &&
    fillings.some((other) => other.group < group && other.load === 0 && other.least === least && other.most === most)
  const moved = ({ group }: Filling) => (isMovingFree ? 0 : (movedAt[group] ?? 0))
  const room = ({ most, load }: Filling) => most - load
  return fillings
    .filter((filling) => !isMovingFree || !isLikeAnEarlier(filling))
    .sort((one, other) => moved(one) - moved(other) || room(other) - room(one) || one.group - other.group)
}

/**
 * How many of those whom no rule binds have to leave their groups when the bound ones take these places; null = they
 * find no room, or too few are left to fill every group.
 */
const restOf = ({ blocks, problem: { people, groups, now } }: Instance, isMovingFree: boolean) => {
  const free = blocks.flatMap((block) =>
    block.fixedAt === -1 && block.people.length === 1 && block.apart.size === 0 ? block.people : [],
  )
  const groupIds = new Set(groups.map(({ id }) => id))
  const stands = new Map<string, number>()
  let news = 0
  for (const place of free) {
    const id = now.get(people[place]?.id ?? '') ?? ''
    if (groupIds.has(id)) stands.set(id, (stands.get(id) ?? 0) + 1)
    else news += 1
  }
  return (fillings: readonly Filling[]): number | null => {
    let [room, lacking, leaving, wanting] = [0, 0, 0, 0]
    for (const { id, least, most, load } of fillings) {
      const there = load + (stands.get(id) ?? 0)
      room += most - load
      lacking += Math.max(0, least - load)
      leaving += Math.max(0, there - most)
      wanting += Math.max(0, least - there)
    }
    if (room < free.length || lacking > free.length) return null
    return isMovingFree ? 0 : Math.max(leaving, wanting - news)
  }
}
