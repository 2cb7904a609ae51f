/** A plan in a hall, with the seats on which somebody of the list sits there. */
export interface PlanSeated {
  name: string
  /** Title of the congress. */
  congress: string
  /** One for each person and phase. */
  places: { delegateId: string; seatId: string }[]
}

/** Plans in which somebody sits on a seat that goes, with how many people that are. */
export const seatedLosing = <T extends PlanSeated>(
  plans: readonly T[],
  isGone: (seatId: string) => boolean,
): (T & { count: number })[] =>
  plans.flatMap((plan) => {
    const losing = new Set(plan.places.flatMap(({ delegateId, seatId }) => (isGone(seatId) ? [delegateId] : [])))
    return losing.size === 0 ? [] : [{ ...plan, count: losing.size }]
  })
