import { answer, type Feature } from '../http/feature.ts'
import { accountOf } from '../http/session.ts'
import { CycleStart, CycleStarted } from '../cycles/schema.ts'
import { loadExample } from './example.ts'
import { startCycle } from './start.ts'

export const firstRunRoutes: Feature = async (app, { office }) => {
  app.post(
    '/api/example',
    {
      config: { permission: { role: 'administrator', at: 'installation' } },
      schema: { response: { 200: CycleStarted } },
    },
    async (request, reply) => answer(reply, await loadExample(office, accountOf(request))),
  )
  app.post(
    '/api/cycles/start',
    {
      config: { permission: { role: 'organizer', at: 'unit-in-body' } },
      schema: { body: CycleStart, response: { 200: CycleStarted } },
    },
    async (request, reply) => answer(reply, await startCycle(office, accountOf(request), request.body)),
  )
}
