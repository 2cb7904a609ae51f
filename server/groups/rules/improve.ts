import { costOfSwap, put, sizeOf, wrongOf, type Standing } from './balance.ts'
import type { Block } from './problem.ts'

export interface Improving {
  /** What the cost cannot be below. */
  least: number
  /** How many have to move whatever is done, and what each one who does weighs against the balance. */
  fewest: number
  price: number
  random: () => number
  mostTries: number
}

const triesBetweenPauses = 500
/** Looks for others who make up for the people of a block. */
const mostLooks = 30

/** How many are not in the group that they are in now. */
export const movedIn = ({ instance, groupOf }: Standing): number =>
  instance.blocks.reduce((sum, { at, movedAt }) => sum + (movedAt[groupOf[at] ?? -1] ?? 0), 0)

/**
 * Makes an arrangement more even: somebody goes to another group, or changes places with one of it, a block with as many
 * as it has people. What makes it worse is taken now and then. The best is what stands in the end.
 */
export function* improve(standing: Standing, improving: Improving): Generator<void, void> {
  const { least, fewest, price, random, mostTries } = improving
  const { instance, groupOf } = standing
  const movable = instance.blocks.filter(({ fixedAt }) => fixedAt === -1)
  const comers = movable.filter(({ movedAt }) => !movedAt.includes(1))
  if (movable.length === 0 || instance.groupCount < 2) return
  const any = (blocks: readonly Block[]) => blocks[Math.floor(random() * blocks.length)]
  let wrong: readonly Block[] = []
  let moved = movedIn(standing)
  const totalNow = () => standing.cost + price * moved
  let best = { total: totalNow(), groupOf: groupOf.slice() }
  for (let tries = 0; tries < mostTries && best.total > least + price * fewest; tries += 1) {
    if (tries % triesBetweenPauses === 0) {
      wrong = wrongOf(standing)
      yield
    }
    const likely = price > 0 && tries % 4 === 0 ? comers : wrong
    const one = any(tries % 2 === 0 && likely.length > 0 ? likely : movable)
    const other = any(movable)
    if (!one || !other) return
    const from = groupOf[one.at] ?? -1
    const isSwap = random() < 0.9
    const to = isSwap ? (groupOf[other.at] ?? -1) : Math.floor(random() * instance.groupCount)
    if (from === to) continue
    const others = isSwap ? fillUp(standing, one, other, () => any(movable)) : []
    if (!mayChange(standing, one, others, from, to)) continue
    const step = price === 0 ? 0 : movedMore(one, others, from, to)
    const isTaken = (cost: number) => {
      const added = cost + price * step
      return added <= 0 || random() < Math.exp(-added / warmthAt(tries, movable.length))
    }
    // Most tries are swaps of two people: what they cost is known before anybody is moved.
    const isPlain = others.length === 1 && one.people.length === 1 && other.people.length === 1
    if (isPlain && !isTaken(costOfSwap(standing, one, other, from, to))) continue
    const before = standing.cost
    change(standing, one, others, from, to)
    if (isPlain || isTaken(standing.cost - before)) {
      moved += step
      if (totalNow() < best.total) best = { total: totalNow(), groupOf: groupOf.slice() }
    } else change(standing, one, others, to, from)
  }
  for (const block of movable) put(standing, block, best.groupOf[block.at] ?? -1)
}

/** The other, and as many more of its group as it takes to make up for the first. */
const fillUp = ({ groupOf }: Standing, one: Block, other: Block, any: () => Block | undefined): readonly Block[] => {
  const others = [other]
  let lacking = one.people.length - other.people.length
  for (let look = 0; lacking > 0 && look < mostLooks; look += 1) {
    const more = any()
    if (!more || more.people.length > lacking || groupOf[more.at] !== groupOf[other.at] || others.includes(more))
      continue
    others.push(more)
    lacking -= more.people.length
  }
  return others
}

const change = (standing: Standing, one: Block, others: readonly Block[], from: number, to: number): void => {
  put(standing, one, to)
  for (const other of others) put(standing, other, from)
}

/** Cool to begin with, since what was built is even; then warmed up again and again, sooner where fewer are to be moved. */
const warmthAt = (tries: number, movable: number): number => {
  const turn = 1000 + 25 * movable
  return Math.floor(tries / turn) % 3 === 2 ? 0.8 - 0.7 * ((tries % turn) / turn) : 0.14
}

const movedMore = (one: Block, others: readonly Block[], from: number, to: number): number => {
  const more = ({ movedAt }: Block, left: number, entered: number) => (movedAt[entered] ?? 0) - (movedAt[left] ?? 0)
  return others.reduce((sum, other) => sum + more(other, to, from), more(one, from, to))
}

/** Whether both groups keep the numbers that they may have, and nobody meets whom to be apart from. */
const mayChange = (standing: Standing, one: Block, others: readonly Block[], from: number, to: number): boolean => {
  const { groups } = standing.instance.problem
  const more = others.reduce((left, other) => left - other.people.length, one.people.length)
  const [smaller, larger] = more > 0 ? [from, to] : [to, from]
  const by = Math.abs(more)
  if (by > 0) {
    if (sizeOf(standing, smaller) - by < (groups[smaller]?.least ?? 0)) return false
    if (sizeOf(standing, larger) + by > (groups[larger]?.most ?? 0)) return false
  }
  return mayBeIn(standing, one, to, others) && others.every((other) => mayBeIn(standing, other, from, [one]))
}

const mayBeIn = ({ groupOf }: Standing, { apart }: Block, group: number, leaving: readonly Block[]): boolean => {
  for (const other of apart) if (groupOf[other.at] === group && !leaving.includes(other)) return false
  return true
}
