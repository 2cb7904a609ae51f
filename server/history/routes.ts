import { notFound } from '../errors.ts'
import { placesOfDuties } from '../accounts/listing.ts'
import { ById, Nothing, answerNothing, type Feature } from '../http/feature.ts'
import { accountOf } from '../http/session.ts'
import { requireRole, requireSensitive } from '../http/permissions.ts'
import { placesToUndo, undoAct } from './actions.ts'
import { tellActs } from './lines.ts'
import { findAct, listActs } from './queries.ts'
import { isSensitiveAct, roleToUndo } from './rules.ts'
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
      const { duties } = accountOf(request)
      const mine = await placesOfDuties(office.db.read, duties, 'viewer')
      const { congressId, cursor, deleted, language = 'vi' } = request.query
      const acts = await listActs(office.db.read, {
        unitIds: mine === null ? null : [...mine],
        congressId: congressId ?? null,
        cursor: cursor ?? null,
        isDeletedOnly: deleted === 'yes',
        limit: pageLength,
      })
      const told = await tellActs(office.db.read, duties, acts, language)
      return { acts: told, next: acts.length === pageLength ? (acts.at(-1)?.id ?? null) : null }
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
      const places = await placesToUndo(office.db.read, act)
      await requireRole(office, account.duties, roleToUndo(act.changes), places)
      if (isSensitiveAct(act.changes)) await requireSensitive(office, account.duties, places)
      return answerNothing(reply, await undoAct(office, account, act.id))
    },
  )
}
