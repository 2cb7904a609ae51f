import type { GroupRuleKind } from './choices.ts'

/** Somebody who is to be in a group; `values` by balance, '' = not said, so that nothing is balanced by it. */
export interface GroupPerson {
  id: string
  values: readonly string[]
}

/** A group with how many people it has at least and at most. */
export interface GroupSpace {
  id: string
  least: number
  most: number
}

/** People who are to be in one group, or each in another. */
export interface GroupRule {
  kind: GroupRuleKind
  personIds: readonly string[]
}

/** Who is to be put into which groups, and what has to hold: plain data, which a seed makes repeatable. */
export interface GroupProblem {
  people: readonly GroupPerson[]
  groups: readonly GroupSpace[]
  rules: readonly GroupRule[]
  /** Groups of those who stay where they are: chairs, and whom a hand holds. */
  fixed: ReadonlyMap<string, string>
  /** Groups of those who are in one now; whoever is in none comes anew. */
  now: ReadonlyMap<string, string>
}

/** People who move together: one, or all who are to be in one group. */
export interface Block {
  /** Its place in the list of blocks. */
  at: number
  /** Places in the list of people. */
  people: readonly number[]
  /** What is counted of them, each once, with how many of them it is counted of. */
  values: Int32Array
  amounts: Int32Array
  /** Of the first of them: what is counted of each balance in order, -1 = nothing. */
  traits: Int32Array
  /** The group that it stays in; -1 = any. */
  fixedAt: number
  /** Blocks that may not be where this one is. */
  apart: Set<Block>
  /** How many of them leave the group that they are in now, by group. */
  movedAt: Int32Array
}

/** What is counted in each group: its people, those of a delegation, women … */
export interface Counted {
  /** Place among the balances; null = the people themselves. */
  balance: number | null
  value: string
  total: number
}

/** A problem as it is reckoned with: everything by its place in a list. */
export interface Instance {
  problem: GroupProblem
  groupCount: number
  /** The people themselves first. */
  counted: readonly Counted[]
  /** Even shares of what is counted, rounded down and up, by `counted * groupCount + group`. */
  low: Int32Array
  high: Int32Array
  blocks: readonly Block[]
}

const rounding = 1e-9

/** Prepares a problem; null = somebody would have to be in two groups, or apart from oneself. */
export const instanceOf = (problem: GroupProblem): Instance | null => {
  const { people, groups, rules } = problem
  const placeOf = new Map(people.map(({ id }, place) => [id, place]))
  const counted: Counted[] = [{ balance: null, value: '', total: people.length }]
  const traitsOf = people.map(({ values }) => values.map(() => -1))
  const known = new Map<string, number>()
  for (const [place, { values }] of people.entries()) {
    for (const [balance, value] of values.entries()) {
      if (value === '') continue
      const key = `${String(balance)} ${value}`
      const at = known.get(key) ?? counted.push({ balance, value, total: 0 }) - 1
      known.set(key, at)
      const one = counted[at]
      if (one) one.total += 1
      traitsOf[place]?.splice(balance, 1, at)
    }
  }
  const blocks = blocksOf(problem, placeOf, traitsOf)
  if (!blocks || !setApart(rules, placeOf, blocks)) return null
  return { problem, groupCount: groups.length, counted, ...sharesOf(counted, evenSizes(problem)), blocks }
}

/** Even numbers of people, each group's within what it may have; the sum is all of them where that can be. */
export const evenSizes = ({ people, groups }: Pick<GroupProblem, 'people' | 'groups'>): number[] => {
  const sizesAt = (level: number) => groups.map(({ least, most }) => Math.min(most, Math.max(least, level)))
  let [low, high] = [0, people.length]
  // The level at which the sizes sum to all: halved until nothing is left to tell.
  for (let step = 0; step < 100 && groups.length > 0; step += 1) {
    const middle = (low + high) / 2
    if (sizesAt(middle).reduce((sum, size) => sum + size, 0) < people.length) low = middle
    else high = middle
  }
  return sizesAt(high)
}

const sharesOf = (counted: readonly Counted[], sizes: readonly number[]) => {
  const all = sizes.reduce((sum, size) => sum + size, 0)
  const low = new Int32Array(counted.length * sizes.length)
  const high = new Int32Array(low.length)
  for (const [at, { total }] of counted.entries()) {
    for (const [group, size] of sizes.entries()) {
      const share = all === 0 ? 0 : (total * size) / all
      low[at * sizes.length + group] = Math.floor(share + rounding)
      high[at * sizes.length + group] = Math.ceil(share - rounding)
    }
  }
  return { low, high }
}

const blocksOf = (
  { people, groups, rules, fixed, now }: GroupProblem,
  placeOf: ReadonlyMap<string, number>,
  traitsOf: readonly (readonly number[])[],
): Block[] | null => {
  const groupAt = new Map(groups.map(({ id }, group) => [id, group]))
  const headOf = joined(people.length, rules, placeOf)
  const membersOf = new Map<number, number[]>()
  for (const place of people.keys()) {
    const head = headOf(place)
    membersOf.set(head, [...(membersOf.get(head) ?? []), place])
  }
  const blocks: Block[] = []
  for (const members of membersOf.values()) {
    const held = members.flatMap((place) => groupAt.get(fixed.get(people[place]?.id ?? '') ?? '') ?? [])
    const [fixedAt = -1] = held
    if (held.some((group) => group !== fixedAt)) return null
    const amounts = new Map([[0, members.length]])
    for (const at of members.flatMap((place) => traitsOf[place] ?? [])) {
      if (at !== -1) amounts.set(at, (amounts.get(at) ?? 0) + 1)
    }
    const homes = members.flatMap((place) => groupAt.get(now.get(people[place]?.id ?? '') ?? '') ?? [])
    blocks.push({
      at: blocks.length,
      people: members,
      values: Int32Array.from(amounts.keys()),
      amounts: Int32Array.from(amounts.values()),
      traits: Int32Array.from(traitsOf[members[0] ?? -1] ?? []),
      fixedAt,
      apart: new Set(),
      movedAt: Int32Array.from(groups.keys(), (group) => homes.filter((home) => home !== group).length),
    })
  }
  return blocks
}

/** Finds for each place the first of those whom rules keep together with it. */
const joined = (count: number, rules: readonly GroupRule[], placeOf: ReadonlyMap<string, number>) => {
  const above = Array.from({ length: count }, (_, place) => place)
  const headOf = (place: number): number => {
    let head = place
    while (above[head] !== head) head = above[head] ?? head
    return head
  }
  for (const { kind, personIds } of rules) {
    if (kind !== 'together') continue
    const [first = -1, ...others] = placesOf(personIds, placeOf)
    for (const other of others) {
      const [one, two] = [headOf(first), headOf(other)]
      above[Math.max(one, two)] = Math.min(one, two)
    }
  }
  return headOf
}

const placesOf = (ids: readonly string[], placeOf: ReadonlyMap<string, number>): number[] =>
  ids.flatMap((id) => placeOf.get(id) ?? [])

/** Notes which blocks may not meet; answers whether none of them would have to be apart from itself. */
const setApart = (
  rules: readonly GroupRule[],
  placeOf: ReadonlyMap<string, number>,
  blocks: readonly Block[],
): boolean => {
  const blockOf = new Map(blocks.flatMap((block) => block.people.map((place) => [place, block] as const)))
  for (const { kind, personIds } of rules) {
    if (kind !== 'apart') continue
    const apart = placesOf(personIds, placeOf).flatMap((place) => blockOf.get(place) ?? [])
    if (new Set(apart).size < apart.length) return false
    for (const one of apart) {
      for (const other of apart) if (one !== other) one.apart.add(other)
    }
  }
  return true
}
