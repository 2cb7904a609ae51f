import { ById, AtVersion, Nothing, answer, answerNothing, type Feature } from '../http/feature.ts'
import { requireRole } from '../http/permissions.ts'
import { accountOf } from '../http/session.ts'
import { mergePeople, roleToMerge, sayDistinct, unitsOfMerge, withdrawDistinct } from './actions.ts'
import { createFinder } from './finder.ts'
import { DistinctPair, Duplicates, Merge, Merged, NewDistinctPair } from './schema.ts'

export const duplicateRoutes: Feature = async (app, { office }) => {
  const find = createFinder(office)
  app.get(
    '/api/units/:id/duplicates',
    {
      config: { permission: { role: 'secretariat', at: 'unit' } },
      schema: { params: ById, response: { 200: Duplicates } },
    },
    async (request) => find(accountOf(request).duties, request.params.id),
  )
  app.post(
    '/api/people/merge',
    {
      config: { permission: { role: 'secretariat', at: 'people-in-body' } },
      schema: { body: Merge, response: { 200: Merged } },
    },
    async (request, reply) => {
      const account = accountOf(request)
      const { personIds } = request.body
      const role = await roleToMerge(office.db.read, personIds)
      await requireRole(office, account.duties, role, await unitsOfMerge(office.db.read, personIds))
      return answer(reply, await mergePeople(office, account, request.body))
    },
  )
  app.post(
    '/api/people/distinct',
    {
      config: { permission: { role: 'secretariat', at: 'people-in-body' } },
      schema: { body: NewDistinctPair, response: { 200: DistinctPair } },
    },
    async (request, reply) => answer(reply, await sayDistinct(office, accountOf(request), request.body)),
  )
  app.delete(
    '/api/people/distinct/:id',
    {
      config: { permission: { role: 'secretariat', at: 'distinct-pair' } },
      schema: { params: ById, querystring: AtVersion, response: { 204: Nothing } },
    },
    async (request, reply) => {
      const { version } = request.query
      return answerNothing(
        reply,
        await withdrawDistinct(office, accountOf(request), request.params.id, Number(version)),
      )
    },
  )
}
