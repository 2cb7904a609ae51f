import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { sendXlsx, Xlsx } from '../http/downloads.ts'
import { ById, Nothing, answer, type Feature } from '../http/feature.ts'
import { accountOf } from '../http/session.ts'
import { uploadedFile } from '../http/uploads.ts'
import { Choice, Id, Shape } from '../shapes.ts'
import * as actions from './actions.ts'
import { exportCongresses, exportForm, exportUnits, exportVenues } from './exports.ts'
import { writeFaults } from './faults-workbook.ts'
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
      const upload = { kind: request.params.kind, unitId, cycleId, ...(await uploadedFile(request)) }
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
  app.get(
    '/api/imports/:id/errors.xlsx',
    {
      config: { permission: { role: 'organizer', at: 'import' } },
      schema: { params: ById, response: { 200: Xlsx } },
    },
    async (request, reply) =>
      sendXlsx(
        reply as unknown as FastifyReply,
        await writeFaults(await actions.showImport(office, request.params.id)),
      ),
  )
  // Like the lists themselves, each account gets what it may see.
  app.get(
    '/api/units.xlsx',
    {
      config: { permission: { role: 'viewer', at: 'somewhere' } },
      schema: { querystring: Shape({ unitId: Type.Optional(Id) }), response: { 200: Xlsx } },
    },
    async (request, reply) => {
      const { duties } = accountOf(request)
      const file = await exportUnits(office, duties, request.query.unitId ?? null)
      return sendXlsx(reply as unknown as FastifyReply, file)
    },
  )
  app.get(
    '/api/venues.xlsx',
    { config: { permission: { role: 'viewer', at: 'somewhere' } }, schema: { response: { 200: Xlsx } } },
    async (request, reply) =>
      sendXlsx(reply as unknown as FastifyReply, await exportVenues(office, accountOf(request).duties)),
  )
  app.get(
    '/api/cycles/:id/congresses.xlsx',
    {
      config: { permission: { role: 'viewer', at: 'somewhere' } },
      schema: { params: ById, response: { 200: Xlsx } },
    },
    async (request, reply) => {
      const file = await exportCongresses(office, accountOf(request).duties, request.params.id)
      return sendXlsx(reply as unknown as FastifyReply, file)
    },
  )
  app.get(
    '/api/import-forms/:kind.xlsx',
    {
      config: { permission: { role: 'viewer', at: 'somewhere' } },
      schema: {
        params: Shape({ kind: Choice(importKinds) }),
        querystring: Shape({ cycleId: Type.Optional(Id) }),
        response: { 200: Xlsx },
      },
    },
    async (request, reply) => {
      const wanted = { kind: request.params.kind, cycleId: request.query.cycleId ?? null }
      return sendXlsx(reply as unknown as FastifyReply, await exportForm(office, accountOf(request).duties, wanted))
    },
  )
}
