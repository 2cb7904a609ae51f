import type { SeatUse, StagePart } from '../../halls/schema.ts'
import type { SeatedPerson } from './problem.ts'

/** What of a seat forbids somebody whatever else the plan is. */
export const seatBars = ['closed', 'stage', 'other-table', 'wheelchair', 'no-wheelchair', 'companion'] as const
export type SeatBar = (typeof seatBars)[number]

/** What of somebody says which seats they may have. */
export type SeatTaker = Pick<SeatedPerson, 'stage' | 'needsWheelchair' | 'companionOf'>

/**
 * Whether somebody may have a seat; null = yes. Closed to all; the stage to those who are not of its presidium or
 * secretariat, and the table of one of them to the other; wheelchair seats to those who need none, other seats to those
 * who do; companions' seats to whoever accompanies nobody. Locked people, neighbours and the like are told by `faultsOf`.
 */
export const canSeat = (
  person: SeatTaker,
  seat: { use: SeatUse; isStage: boolean; stagePart: StagePart | null },
  isOpen: boolean,
): SeatBar | null => {
  if (!isOpen || seat.use === 'blocked') return 'closed'
  if (seat.isStage && person.stage === null) return 'stage'
  if (seat.stagePart !== null && seat.stagePart !== person.stage) return 'other-table'
  if (seat.use === 'wheelchair' && !person.needsWheelchair) return 'wheelchair'
  if (seat.use !== 'wheelchair' && person.needsWheelchair) return 'no-wheelchair'
  if (seat.use === 'companion' && person.companionOf === null) return 'companion'
  return null
}

/** People of one kind may have the same seats: bit 1 = the presidium's, 2 = the secretariat's, 4 = wheelchair, 8 = companion's. */
export const kindOf = ({ stage, needsWheelchair, companionOf }: SeatTaker): number =>
  (stage === null ? 0 : stage === 'presidium' ? 1 : 2) + 4 * Number(needsWheelchair) + 8 * Number(companionOf !== null)

/** Whom a kind stands for. */
export const takerOf = (kind: number): SeatTaker => ({
  stage: (kind & 1) !== 0 ? 'presidium' : (kind & 2) !== 0 ? 'secretariat' : null,
  needsWheelchair: (kind & 4) !== 0,
  companionOf: (kind & 8) !== 0 ? '' : null,
})

/** Whether a kind neither needs nor may have a seat for wheelchairs or who comes with them. */
export const isPlain = (kind: number): boolean => kind < 4

/** Of those who get no seat. */
export const withoutSeat = 16
