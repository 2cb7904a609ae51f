import type { SeatUse } from '../../halls/schema.ts'
import type { SeatedPerson } from './problem.ts'

/** What of a seat forbids somebody whatever else the plan is. */
export const seatBars = ['closed', 'stage', 'wheelchair', 'no-wheelchair', 'companion'] as const
export type SeatBar = (typeof seatBars)[number]

/**
 * Whether somebody may have a seat; null = yes. Closed to all; the stage to those who are not of its presidium or
 * secretariat; wheelchair seats to those who need none, other seats to those who do; companions' seats to whoever
 * accompanies nobody. Locked people, neighbours and the like are told by `faultsOf`.
 */
export const canSeat = (
  person: Pick<SeatedPerson, 'mayStage' | 'needsWheelchair' | 'companionOf'>,
  seat: { use: SeatUse; isStage: boolean },
  isOpen: boolean,
): SeatBar | null => {
  if (!isOpen || seat.use === 'blocked') return 'closed'
  if (seat.isStage && !person.mayStage) return 'stage'
  if (seat.use === 'wheelchair' && !person.needsWheelchair) return 'wheelchair'
  if (seat.use !== 'wheelchair' && person.needsWheelchair) return 'no-wheelchair'
  if (seat.use === 'companion' && person.companionOf === null) return 'companion'
  return null
}

/** People of one kind may have the same seats: bit 1 = the stage, 2 = a wheelchair seat, 4 = a companion's. */
export const kindOf = ({
  mayStage,
  needsWheelchair,
  companionOf,
}: Pick<SeatedPerson, 'mayStage' | 'needsWheelchair' | 'companionOf'>): number =>
  Number(mayStage) + 2 * Number(needsWheelchair) + 4 * Number(companionOf !== null)
