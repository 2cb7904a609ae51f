import type { Reader } from '../../db/open.ts'
import { findRelease, findToldPlan, listPlans } from '../seating/queries.ts'
import { planOnPapers } from '../seating/rules/plan-on-papers.ts'

/** The plan that the papers of seats tell, with its release; undefined = as it is being made. null = there is no plan. */
export const findSeatPlan = async (read: Reader, congressId: string) => {
  const [plans, told] = [await listPlans(read, congressId), await findToldPlan(read, congressId)]
  const plan = planOnPapers(
    plans.map((each) => each.plan),
    told?.id ?? null,
  )
  if (!plan) return null
  return { plan, release: await findRelease(read, plan.id, plan.releasedNumber) }
}
