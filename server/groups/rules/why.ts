import type { GroupBoard } from '../schema.ts'
import { costOfSwap, offBy, offOf, put, sizeOf, type Off, type Standing } from './balance.ts'
import type { Block } from './problem.ts'
import { problemOf } from './problem-of.ts'
import { placesOf, standingOf } from './score.ts'

/** What would come of it if somebody were in this group. */
export interface Alternative {
  groupId: string
  isNow: boolean
  /** What going there alone adds to the cost; below 0 = it gets more even. */
  added: number
  /** What would be off then that is not now, or is more off than now. */
  worse: readonly Off[]
  isFull: boolean
  /** Those there from whom to be apart; those elsewhere with whom to be together. */
  apartFrom: readonly string[]
  togetherWith: readonly string[]
  /** The one of that group who could best come in exchange, with what that adds. */
  exchange: { personId: string; added: number } | null
}

/** Why somebody is in a group: what every other would cost. In the order of the groups. */
export const whyHere = (board: GroupBoard, personId: string): Alternative[] => {
  const problem = problemOf(board)
  const places = placesOf(board)
  const standing = standingOf(problem, places)
  const { blocks } = standing.instance
  const own = blocks.find(({ people }) => problem.people[people[0] ?? -1]?.id === personId)
  if (!own) return []
  const from = standing.groupOf[own.at] ?? -1
  const ruled = new Set(board.rules.flatMap(({ delegateIds }) => delegateIds))
  const idOf = ({ people }: Block) => problem.people[people[0] ?? -1]?.id ?? ''
  const canLeave = (block: Block) => !problem.fixed.has(idOf(block)) && !ruled.has(idOf(block))
  const before = { cost: standing.cost, off: offOf(standing) }
  return board.groups.map(({ id: groupId, most }, group) => {
    const isNow = group === from
    put(standing, own, group)
    const after = { cost: standing.cost, worse: worseOf(before.off, standing) }
    put(standing, own, from)
    return {
      groupId,
      isNow,
      added: after.cost - before.cost,
      worse: isNow ? [] : after.worse,
      isFull: !isNow && sizeOf(standing, group) >= most,
      ...ruledBy(board, personId, groupId, places),
      exchange: isNow || from === -1 ? null : bestExchange(standing, own, group, idOf, canLeave),
    }
  })
}

const keyOf = ({ balance, value, groupId }: Off) => `${String(balance)} ${value} ${groupId}`

const worseOf = (before: readonly Off[], standing: Standing): Off[] => {
  const by = ({ count, low, high }: Off) => offBy(count, low, high)
  const were = new Map(before.map((off) => [keyOf(off), by(off)]))
  return offOf(standing).filter((off) => by(off) > (were.get(keyOf(off)) ?? 0))
}

const ruledBy = (board: GroupBoard, personId: string, groupId: string, places: ReadonlyMap<string, string>) => {
  const others = (kind: 'together' | 'apart') =>
    board.rules
      .filter((rule) => rule.kind === kind && rule.delegateIds.includes(personId))
      .flatMap(({ delegateIds }) => delegateIds.filter((id) => id !== personId && places.has(id)))
  return {
    apartFrom: others('apart').filter((id) => places.get(id) === groupId),
    togetherWith: others('together').filter((id) => places.get(id) !== groupId),
  }
}

const bestExchange = (
  standing: Standing,
  own: Block,
  group: number,
  idOf: (block: Block) => string,
  canLeave: (block: Block) => boolean,
): Alternative['exchange'] => {
  const from = standing.groupOf[own.at] ?? -1
  let best: Alternative['exchange'] = null
  for (const other of standing.instance.blocks) {
    if (standing.groupOf[other.at] !== group || !canLeave(other)) continue
    const added = costOfSwap(standing, own, other, from, group)
    if (best === null || added < best.added) best = { personId: idOf(other), added }
  }
  return best
}
