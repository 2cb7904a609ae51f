import { ById, answer, type Feature } from '../http/feature.ts'
import { accountOf } from '../http/session.ts'
import { changeActualTimes, clearActualTimes, tapItem } from './actions.ts'
import { Programme } from '../programme/schema.ts'
import { ActualTimes, OfficeClock, Tap } from './schema.ts'

/** What is done while a congress is held. */
export const dayRoutes: Feature = async (app, { office }) => {
  app.get(
    '/api/clock',
    { config: { permission: 'signed-in' }, schema: { response: { 200: OfficeClock } } },
    async () => ({ now: office.now().toISOString(), timeZone: office.settings.timeZone }),
  )
  app.post(
    '/api/items/:id/tap',
    {
      config: { permission: { role: 'secretariat', at: 'item' } },
      schema: { params: ById, body: Tap, response: { 200: Programme } },
    },
    async (request, reply) => answer(reply, await tapItem(office, accountOf(request), request.params.id, request.body)),
  )
  app.put(
    '/api/items/:id/actual-times',
    {
      config: { permission: { role: 'secretariat', at: 'item' } },
      schema: { params: ById, body: ActualTimes, response: { 200: Programme } },
    },
    async (request, reply) =>
      answer(reply, await changeActualTimes(office, accountOf(request), request.params.id, request.body)),
  )
  app.post(
    '/api/sessions/:id/clear-times',
    {
      config: { permission: { role: 'secretariat', at: 'session' } },
      schema: { params: ById, response: { 200: Programme } },
    },
    async (request, reply) => answer(reply, await clearActualTimes(office, accountOf(request), request.params.id)),
  )
}
