import type { IndexedHall } from '../../halls/rules/indexed.ts'
import type { StagePart } from '../../halls/schema.ts'

/**
 * What a good plan is by, each of an importance of its own: rank to the front and centre, then right, then left; each
 * delegation in one piece; none cut by an aisle; delegations in their order; the honoured on aisle seats in the order of
 * their stage batches; heads at the front of their delegation; step-free seats for those who need them; no single empty
 * or lonely seat; few who move.
 */
export const softRules = [
  'rank',
  'together',
  'aisles',
  'order',
  'honoured',
  'heads',
  'step-free',
  'orphans',
  'moves',
] as const
export type SoftRule = (typeof softRules)[number]

/** Five steps: not looked at; a little; usual; much; above all else. */
export const importances = [0, 1, 2, 3, 4] as const
export type Importance = (typeof importances)[number]
/** What a point of a rule weighs by its importance. */
export const weightOf: Readonly<Record<Importance, number>> = { 0: 0, 1: 1, 2: 3, 3: 9, 4: 27 }

/** How delegations lie: one after another row by row from the stage, or beside one another as strips from front to back. */
export const delegationLayouts = ['rows', 'strips'] as const
export type DelegationLayout = (typeof delegationLayouts)[number]

/** Where those stand who have no rank of their own: whoever has a greater number sits behind them. */
export const delegatesRank = 500

/** Somebody who is to have a seat. */
export interface SeatedPerson {
  id: string
  /** 1 = the highest; ties and holes are usual. null = no rank of their own, one among the delegates. */
  rank: number | null
  delegationId: string | null
  isHead: boolean
  /** Place among the honoured in the order in which they go on stage, and the batch; null = not honoured. */
  honoured: number | null
  batch: number | null
  needsStepFree: boolean
  needsWheelchair: boolean
  /** Comes with this person, who needs a wheelchair seat or help: sits beside. */
  companionOf: string | null
  /** Whose place on the stage is theirs; null = they stay in the hall. */
  stage: StagePart | null
}

/** Where somebody sits before the plan. */
export interface Standing {
  personId: string
  /** Id of the seat. */
  seatId: string
  /** Stays there whatever the plan. */
  isLocked: boolean
  /** A card with this seat was printed: moving costs more. */
  isPrinted: boolean
}

export interface SeatingProblem {
  hall: IndexedHall
  /** Seats that a plan may give, by their place in the hall; those that somebody locked has are among them. */
  open: readonly number[]
  /** In the order of their list. */
  people: readonly SeatedPerson[]
  standing: readonly Standing[]
  /** In the order in which they are to sit. */
  delegations: readonly { id: string; name: string }[]
  layout: DelegationLayout
  /** Who must not sit beside one another or right behind, and who must sit in one row with nothing between. */
  apart: readonly (readonly string[])[]
  together: readonly (readonly string[])[]
  importance: Readonly<Record<SoftRule, Importance>>
}
