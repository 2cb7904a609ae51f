import { answer, type Feature } from '../http/feature.ts'
import { accountOf } from '../http/session.ts'
import { CycleStarted } from '../cycles/schema.ts'
import { loadExample } from './actions.ts'

export const exampleRoutes: Feature = async (app, { office }) => {
  app.post(
    '/api/example',
    {
      config: { permission: { role: 'administrator', at: 'installation' } },
      schema: { response: { 200: CycleStarted } },
    },
    async (request, reply) => answer(reply, await loadExample(office, accountOf(request))),
  )
}
