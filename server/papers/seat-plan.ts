import type { Reader } from '../../db/open.ts'
import { findRelease, findToldPlan, listPlans } from '../seating/queries.ts'

/**
 * The plan that the papers of seats tell, with its release: the official one that was released last; before there is any the
 * first official plan as it is being made, else the first of all. null = there is none.
 */
export const findSeatPlan = async (read: Reader, congressId: string) => {
  const [plans, told] = [await listPlans(read, congressId), await findToldPlan(read, congressId)]
  const found =
    plans.find(({ plan }) => plan.id === told?.id) ?? plans.find(({ plan }) => plan.kind === 'official') ?? plans[0]
  if (!found) return null
  const { plan } = found
  return { plan, release: await findRelease(read, plan.id, plan.releasedNumber) }
}
