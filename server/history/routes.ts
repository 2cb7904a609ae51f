import { placesOfDuties } from '../accounts/listing.ts'
import { ById, Nothing, answerNothing, type Feature } from '../http/feature.ts'
import { accountOf } from '../http/session.ts'
import { undoAct } from './actions.ts'
import { listActs } from './queries.ts'
import { ActFilter, ActList } from './schema.ts'

const pageLength = 100

export const historyRoutes: Feature = async (app, { office }) => {
  app.get(
    '/api/acts',
    {
      config: { permission: { role: 'viewer', at: 'somewhere' } },
      schema: { querystring: ActFilter, response: { 200: ActList } },
    },
    async (request) => {
      const mine = await placesOfDuties(office.db.read, accountOf(request).duties, 'viewer')
      const { congressId, cursor, deleted } = request.query
      const acts = await listActs(office.db.read, {
        unitIds: mine === null ? null : [...mine],
        congressId: congressId ?? null,
        cursor: cursor ?? null,
        isDeletedOnly: deleted === 'yes',
        limit: pageLength,
      })
      return { acts, next: acts.length === pageLength ? (acts.at(-1)?.id ?? null) : null }
    },
  )
  app.post(
    '/api/acts/:id/undo',
    {
      config: { permission: { role: 'secretariat', at: 'act' } },
      schema: { params: ById, response: { 204: Nothing } },
    },
    async (request, reply) => answerNothing(reply, await undoAct(office, accountOf(request), request.params.id)),
  )
}
