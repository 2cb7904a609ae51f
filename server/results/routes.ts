import { findCycle } from '../cycles/queries.ts'
import { notFound } from '../errors.ts'
import { ById, answer, type Feature } from '../http/feature.ts'
import { accountOf } from '../http/session.ts'
import { changeHonourKinds, closeCongress } from './actions.ts'
import { findResult } from './queries.ts'
import { honourKindsOf } from './rules.ts'
import { Closed, HonourKinds, ResultChange, ResultOfCongress } from './schema.ts'

export const resultRoutes: Feature = async (app, { office }) => {
  const findKinds = async (cycleId: string) => {
    const cycle = await findCycle(office.db.read, cycleId)
    if (!cycle) throw notFound()
    return { kinds: [...honourKindsOf(cycle)], version: cycle.version }
  }

  app.get(
    '/api/congresses/:id/result',
    {
      config: { permission: { role: 'viewer', at: 'congress' } },
      schema: { params: ById, response: { 200: ResultOfCongress } },
    },
    async ({ congress }) => {
      if (!congress) throw notFound()
      const result = (await findResult(office.db.read, congress.id)) ?? null
      return { result, kinds: (await findKinds(congress.cycleId)).kinds }
    },
  )
  app.put(
    '/api/congresses/:id/result',
    {
      config: { permission: { role: 'organizer', at: 'congress' } },
      schema: { params: ById, body: ResultChange, response: { 200: Closed } },
    },
    async (request, reply) =>
      answer(reply, await closeCongress(office, accountOf(request), request.params.id, request.body)),
  )
  app.get(
    '/api/cycles/:id/honour-kinds',
    {
      config: { permission: { role: 'viewer', at: 'cycle' } },
      schema: { params: ById, response: { 200: HonourKinds } },
    },
    async (request) => findKinds(request.params.id),
  )
  app.put(
    '/api/cycles/:id/honour-kinds',
    {
      config: { permission: { role: 'organizer', at: 'cycle' } },
      schema: { params: ById, body: HonourKinds, response: { 200: HonourKinds } },
    },
    async (request, reply) =>
      answer(reply, await changeHonourKinds(office, accountOf(request), request.params.id, request.body)),
  )
}
