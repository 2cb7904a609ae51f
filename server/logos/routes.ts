import type { FastifyRequest } from 'fastify'
import { AtVersion, AtVersionOrNone, ById, Nothing, answerNothing, type Feature } from '../http/feature.ts'
import { accountOf } from '../http/session.ts'
import { uploadedFile } from '../http/uploads.ts'
import { removeLogo, saveLogo, showLogo } from './actions.ts'
import { LogoOfUnit } from './schema.ts'

const writing = { role: 'organizer', at: 'unit' } as const

export const logoRoutes: Feature = async (app, { office }) => {
  app.get(
    '/api/units/:id/logo',
    {
      config: { permission: { role: 'viewer', at: 'unit' } },
      schema: { params: ById, response: { 200: LogoOfUnit } },
    },
    async (request) => showLogo(office.db.read, accountOf(request).duties, request.params.id),
  )
  app.post(
    '/api/units/:id/logo',
    {
      config: { permission: writing },
      schema: { params: ById, querystring: AtVersionOrNone, response: { 204: Nothing } },
    },
    async (request, reply) => {
      const { params, query } = request
      const { bytes } = await uploadedFile(request as unknown as FastifyRequest)
      const sent = { bytes, version: Number(query.version) }
      return answerNothing(reply, await saveLogo(office, accountOf(request), params.id, sent))
    },
  )
  app.delete(
    '/api/units/:id/logo',
    {
      config: { permission: writing },
      schema: { params: ById, querystring: AtVersion, response: { 204: Nothing } },
    },
    async (request, reply) => {
      const version = Number(request.query.version)
      return answerNothing(reply, await removeLogo(office, accountOf(request), request.params.id, version))
    },
  )
}
