import { applyAcceptances, createRoadIndex, findConflicts } from '../conflicts/rules.ts'
import { notFound } from '../errors.ts'
import { ById, type Feature } from '../http/feature.ts'
import { answerKeeper } from '../http/kept-answers.ts'
import { accountOf } from '../http/session.ts'
import { roadPart, todayOf } from './actions.ts'
import { visibleRoad } from './rules.ts'
import { Road, RoadConflicts } from './schema.ts'
import type { Duty } from '../accounts/schema.ts'

export const roadRoutes: Feature = async (app, { office }) => {
  const answerKept = answerKeeper(office)

  /** The road as this account may see it; 404 when it may see none of it. */
  const roadFor = async (cycleId: string, duties: readonly Duty[]) => {
    const whole = await roadPart(office.db.read, cycleId)
    const { congresses, ...rest } = whole
    const road = visibleRoad({ ...rest, congresses }, duties, todayOf(office, whole.cycle.standsOn))
    if (!road) throw notFound()
    return road
  }

  app.get(
    '/api/cycles/:id/road',
    {
      config: { permission: { role: 'viewer', at: 'somewhere' } },
      schema: { params: ById, response: { 200: Road } },
    },
    // Read by every page.
    async (request, reply) => answerKept(request, reply, () => roadFor(request.params.id, accountOf(request).duties)),
  )

  app.get(
    '/api/cycles/:id/conflicts',
    {
      config: { permission: { role: 'viewer', at: 'somewhere' } },
      schema: { params: ById, response: { 200: RoadConflicts } },
    },
    async (request) => {
      const road = await roadFor(request.params.id, accountOf(request).duties)
      const { open, accepted } = applyAcceptances(findConflicts(createRoadIndex(road)), road.acceptances)
      return { open, accepted: accepted.map(({ conflict }) => conflict) }
    },
  )
}
