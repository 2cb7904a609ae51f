import type { Block, Counted, Instance } from './problem.ts'

/** How an arrangement stands: which group each block is in, and what is counted in each group. */
export interface Standing {
  instance: Instance
  /** By block; -1 = in none yet. */
  groupOf: Int32Array
  /** By `counted * groupCount + group`. */
  counts: Int32Array
  /** Persons too many or too few beside the even shares, over everything that is counted. */
  cost: number
}

export const emptyStanding = (instance: Instance): Standing => {
  const { low, blocks } = instance
  return {
    instance,
    groupOf: new Int32Array(blocks.length).fill(-1),
    counts: new Int32Array(low.length),
    cost: low.reduce((sum, each) => sum + each, 0),
  }
}

/** Persons beyond the even share, or missing to it. */
export const offBy = (count: number, low: number, high: number): number =>
  count < low ? low - count : count > high ? count - high : 0

/** Puts a block into a group, from where it is; -1 = into none. */
export const put = (standing: Standing, block: Block, group: number): void => {
  const from = standing.groupOf[block.at] ?? -1
  if (from === group) return
  if (from !== -1) standing.cost += count(standing, block, from, -1)
  if (group !== -1) standing.cost += count(standing, block, group, 1)
  standing.groupOf[block.at] = group
}

/** Counts a block in or out of a group; answers what that adds to the cost. */
const count = ({ instance, counts }: Standing, { values, amounts }: Block, group: number, sign: number): number => {
  const { groupCount, low, high } = instance
  let added = 0
  for (let each = 0; each < values.length; each += 1) {
    const cell = (values[each] ?? 0) * groupCount + group
    const before = counts[cell] ?? 0
    const least = low[cell] ?? 0
    const most = high[cell] ?? 0
    const after = before + sign * (amounts[each] ?? 0)
    counts[cell] = after
    added += offBy(after, least, most) - offBy(before, least, most)
  }
  return added
}

/** What it would add to the cost if two people, each alone, changed places. */
export const costOfSwap = (
  { instance, counts }: Standing,
  { traits }: Block,
  { traits: others }: Block,
  from: number,
  to: number,
): number => {
  const { groupCount, low, high } = instance
  const offAt = (cell: number, more: number) => offBy((counts[cell] ?? 0) + more, low[cell] ?? 0, high[cell] ?? 0)
  const change = (counted: number, sign: number) => {
    const here = counted * groupCount + from
    const there = counted * groupCount + to
    return offAt(here, -sign) - offAt(here, 0) + offAt(there, sign) - offAt(there, 0)
  }
  let added = 0
  for (let each = 0; each < traits.length; each += 1) {
    const one = traits[each] ?? -1
    const other = others[each] ?? -1
    if (one === other) continue
    if (one !== -1) added += change(one, 1)
    if (other !== -1) added += change(other, -1)
  }
  return added
}

/** Blocks of which a group has too many, or could spare for one that has too few: by moving them it gets more even. */
export const wrongOf = ({ instance, groupOf, counts }: Standing): Block[] => {
  const { groupCount, counted, low, high, blocks } = instance
  const isLacking = counted.map((_, at) => {
    const from = at * groupCount
    return counts.subarray(from, from + groupCount).some((has, group) => has < (low[from + group] ?? 0))
  })
  return blocks.filter(({ at, fixedAt, values }) => {
    if (fixedAt !== -1) return false
    return values.some((value) => {
      const cell = value * groupCount + (groupOf[at] ?? 0)
      const has = counts[cell] ?? 0
      return has > (high[cell] ?? 0) || (isLacking[value] === true && has > (low[cell] ?? 0))
    })
  })
}

/** How many people are in a group: the people themselves are counted first. */
export const sizeOf = ({ counts }: Standing, group: number): number => counts[group] ?? 0

/**
 * What no arrangement can be below: of each thing that is counted, those who are held in a group and those who go
 * together are so many too many where they are, and are missing in the other groups.
 */
export const leastCost = ({ groupCount, counted, low, high, blocks }: Instance): number => {
  const held = new Int32Array(low.length)
  const together: { value: number; amount: number }[] = []
  for (const { fixedAt, values, amounts } of blocks) {
    for (const [each, value] of values.entries()) {
      const amount = amounts[each] ?? 0
      if (fixedAt === -1) together.push({ value, amount })
      else held[value * groupCount + fixedAt] = (held[value * groupCount + fixedAt] ?? 0) + amount
    }
  }
  return counted.reduce((sum, { total }, value) => {
    const from = value * groupCount
    const shares = Array.from({ length: groupCount }, (_, group) => ({
      amount: held[from + group] ?? 0,
      least: low[from + group] ?? 0,
      most: high[from + group] ?? 0,
    }))
    // Nobody knows where a block will be: at best where the shares are the largest.
    const [least, most] = [Math.max(...shares.map((each) => each.least)), Math.max(...shares.map((each) => each.most))]
    const free = together.filter((each) => each.value === value && each.amount > 1)
    const bundles = [...shares, ...free.map(({ amount }) => ({ amount, least, most }))]
    const tooMany = bundles.reduce((all, each) => all + Math.max(0, each.amount - each.most), 0)
    const kept = bundles.reduce((all, each) => all + Math.max(0, each.amount - each.least), 0)
    const toSpare = total - shares.reduce((all, each) => all + each.least, 0)
    return sum + tooMany + Math.max(0, kept - toSpare)
  }, 0)
}

/** Something whose number in a group is off the even share. */
export interface Off {
  /** Place among the balances; null = the people of the group. */
  balance: Counted['balance']
  value: string
  groupId: string
  count: number
  low: number
  high: number
}

/** All that is off, the worst first: the cost is the sum of it. */
export const offOf = ({ instance, counts }: Standing): Off[] => {
  const { groupCount, counted, low, high, problem } = instance
  const found = counted.flatMap(({ balance, value }, at) =>
    problem.groups.map(({ id }, group) => {
      const cell = at * groupCount + group
      const [least = 0, most = 0] = [low[cell], high[cell]]
      return { balance, value, groupId: id, count: counts[cell] ?? 0, low: least, high: most }
    }),
  )
  const by = ({ count: has, low: least, high: most }: Off) => offBy(has, least, most)
  return found.filter((off) => by(off) > 0).sort((one, other) => by(other) - by(one))
}
