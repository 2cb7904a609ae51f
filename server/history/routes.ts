import { notFound } from '../errors.ts'
import { placesOfDuties } from '../accounts/listing.ts'
import { ById, Nothing, answerNothing, type Feature } from '../http/feature.ts'
import { accountOf } from '../http/session.ts'
import { requireRole } from '../http/permissions.ts'
import { undoAct } from './actions.ts'
import { findAct, listActs } from './queries.ts'
import { placesOfChanges, roleToUndo } from './rules.ts'
import { ActFilter, ActList } from './schema.ts'
import { subtreeOfUnits } from '../units/queries.ts'

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
    async (request, reply) => {
      const account = accountOf(request)
      const act = await findAct(office.db.read, request.params.id)
      if (!act) throw notFound()
      const role = roleToUndo(act.changes)
      // An import touches hundreds of units: those under the act's own need no look of their own.
      const under = act.unitId === null ? null : await subtreeOfUnits(office.db.read, [act.unitId])
      const others = placesOfChanges(act.changes).filter((unit) => unit === null || under?.has(unit) === false)
      await requireRole(office, account.duties, role, [act.unitId, ...others])
      return answerNothing(reply, await undoAct(office, account, act.id))
    },
  )
}
