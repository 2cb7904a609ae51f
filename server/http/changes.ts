import { fastifySSE } from '@fastify/sse'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { Change } from '../../db/open.ts'
import { mayAt } from '../accounts/rules.ts'
import type { Office } from '../office.ts'
import { lineOfUnit } from '../units/queries.ts'
import { accountOf } from './session.ts'

/** Live changes: what happened, by whom, to those who may see it; the browser fetches again what it shows. */
export const changesRoutes = async (app: FastifyInstance, { office }: { office: Office }) => {
  await app.register(fastifySSE)
  app.get(
    '/api/changes',
    {
      sse: true,
      config: { permission: 'signed-in' },
      schema: { response: { 200: Type.String({ description: 'text/event-stream of `change` events' }) } },
    },
    async (request, reply) => {
      const { duties } = accountOf(request)
      const tell = async (change: Change) => {
        const line = change.unitId === null ? [] : await lineOfUnit(office.db.read, change.unitId)
        // What belongs to no unit (calendar of the whole installation) concerns everybody.
        if (change.unitId !== null && !mayAt(duties, 'viewer', line)) return
        if (reply.sse.isConnected) await reply.sse.send({ event: 'change', data: change })
      }
      reply.sse.keepAlive()
      const stop = office.db.onChange((change) => void tell(change).catch(() => reply.sse.close()))
      reply.sse.onClose(stop)
      await reply.sse.send({ event: 'ready', data: {} })
    },
  )
}
