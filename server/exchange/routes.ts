import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { invalid } from '../errors.ts'
import { ById, Nothing, answer, type Feature } from '../http/feature.ts'
import { accountOf } from '../http/session.ts'
import { Choice, Id, Shape } from '../shapes.ts'
import * as actions from './actions.ts'
import { ImportChoice, ImportConfirmation, ImportDone, ImportPreview, importKinds } from './schema.ts'

export const exchangeRoutes: Feature = async (app, { office }) => {
  app.post(
    '/api/imports/:kind',
    {
      config: { permission: { role: 'organizer', at: 'unit-in-query' } },
      schema: {
        params: Shape({ kind: Choice(importKinds) }),
        querystring: Shape({ unitId: Type.Optional(Id), cycleId: Type.Optional(Id) }),
        response: { 200: ImportPreview },
      },
    },
    async (request) => {
      const { unitId = null, cycleId = null } = request.query
      const upload = { kind: request.params.kind, unitId, cycleId, ...(await fileOf(request)) }
      return actions.startImport(office, accountOf(request).id, upload)
    },
  )
  app.get(
    '/api/imports/:id',
    {
      config: { permission: { role: 'organizer', at: 'import' } },
      schema: { params: ById, response: { 200: ImportPreview } },
    },
    async (request) => (await actions.showImport(office, request.params.id)).preview,
  )
  app.put(
    '/api/imports/:id',
    {
      config: { permission: { role: 'organizer', at: 'import' } },
      schema: { params: ById, body: ImportChoice, response: { 200: ImportPreview } },
    },
    async (request) => actions.chooseColumns(office, request.params.id, request.body),
  )
  app.post(
    '/api/imports/:id/confirm',
    {
      config: { permission: { role: 'organizer', at: 'import' } },
      schema: { params: ById, body: ImportConfirmation, response: { 200: ImportDone } },
    },
    async (request, reply) =>
      answer(reply, await actions.confirmImport(office, accountOf(request), request.params.id, request.body.digest)),
  )
  app.delete(
    '/api/imports/:id',
    {
      config: { permission: { role: 'organizer', at: 'import' } },
      schema: { params: ById, response: { 204: Nothing } },
    },
    async (request, reply) => {
      await actions.cancelImport(office, request.params.id)
      void reply.status(204)
      return null
    },
  )
}

const fileOf = async (request: FastifyRequest): Promise<{ fileName: string; bytes: Uint8Array }> => {
  const file = request.isMultipart() ? await request.file() : undefined
  if (!file) throw invalid([{ field: 'file', rule: 'required' }])
  return { fileName: file.filename, bytes: await file.toBuffer() }
}
