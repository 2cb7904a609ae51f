import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { sendXlsx, Xlsx } from '../http/downloads.ts'
import { ById, Nothing, answer, type Feature } from '../http/feature.ts'
import { accountOf } from '../http/session.ts'
import { uploadedFile } from '../http/uploads.ts'
import { Choice, Id, Shape } from '../shapes.ts'
import * as actions from './actions.ts'
import { exportCongresses, exportDelegates, exportForm, exportUnitList, exportUnits, exportVenues } from './exports.ts'
import {
  DelegateConfirmation,
  ImportChoice,
  ImportConfirmation,
  ImportDone,
  ImportLook,
  ImportPreview,
  ImportRowsChoice,
  unitKinds,
} from './schema.ts'

/** A dry run is read by whoever began it. */
const writing = { role: 'secretariat', at: 'import' } as const

const ofDelegates = { kind: 'delegates', unitId: null, cycleId: null } as const

/** A congress and the unit that sends it a list. */
const OfUnit = Shape({ id: Id, sendingUnitId: Id })
/** What a unit enters into its own list. */
const entering = { role: 'secretariat', at: 'sending-unit' } as const

/** The list that a unit sends to a congress: it has no say there, and reaches nothing but its own. */
export const unitListExchangeRoutes: Feature = async (app, { office }) => {
  app.post(
    '/api/congresses/:id/unit-lists/:sendingUnitId/delegates-import',
    { config: { permission: entering }, schema: { params: OfUnit, response: { 200: ImportPreview } } },
    async (request) => {
      const { id: congressId, sendingUnitId } = request.params
      const upload = { ...ofDelegates, congressId, sendingUnitId, ...(await uploadedFile(request)) }
      return actions.startImport(office, accountOf(request), upload)
    },
  )
  app.post(
    '/api/congresses/:id/unit-lists/:sendingUnitId/delegates-import/confirm',
    {
      config: { permission: entering },
      schema: { params: OfUnit, body: DelegateConfirmation, response: { 200: ImportDone } },
    },
    async (request, reply) => {
      const { id: congressId, sendingUnitId } = request.params
      const confirmed = { ...request.body, congressId, sendingUnitId }
      return answer(reply, await actions.confirmImport(office, accountOf(request), confirmed))
    },
  )
  app.get(
    '/api/congresses/:id/unit-lists/:sendingUnitId/delegates.xlsx',
    {
      config: { permission: { role: 'viewer', at: 'sending-unit' } },
      schema: {
        params: OfUnit,
        querystring: Shape({ form: Type.Optional(Choice(['empty'] as const)) }),
        response: { 200: Xlsx },
      },
    },
    async (request, reply) => {
      const { id, sendingUnitId } = request.params
      const { duties } = accountOf(request)
      const list = { congressId: id, unitId: sendingUnitId }
      const file = await exportUnitList(office, duties, list, request.query.form === 'empty')
      return sendXlsx(reply as unknown as FastifyReply, file)
    },
  )
}

export const exchangeRoutes: Feature = async (app, { office }) => {
  app.post(
    '/api/imports/:kind',
    {
      config: { permission: { role: 'organizer', at: 'unit-in-query' } },
      schema: {
        params: Shape({ kind: Choice(unitKinds) }),
        querystring: Shape({ unitId: Type.Optional(Id), cycleId: Type.Optional(Id) }),
        response: { 200: ImportPreview },
      },
    },
    async (request) => {
      const { unitId = null, cycleId = null } = request.query
      const place = { kind: request.params.kind, unitId, cycleId, congressId: null, sendingUnitId: null }
      return actions.startImport(office, accountOf(request), { ...place, ...(await uploadedFile(request)) })
    },
  )
  app.post(
    '/api/congresses/:id/delegates-import',
    {
      config: { permission: { role: 'secretariat', at: 'congress' } },
      schema: { params: ById, response: { 200: ImportPreview } },
    },
    async (request) => {
      const place = { ...ofDelegates, congressId: request.params.id, sendingUnitId: null }
      return actions.startImport(office, accountOf(request), { ...place, ...(await uploadedFile(request)) })
    },
  )
  app.get(
    '/api/imports/:id',
    {
      config: { permission: writing },
      schema: {
        params: ById,
        querystring: Shape({ ...ImportLook, digest: Type.Optional(Type.String({ maxLength: 100 })) }),
        response: { 200: ImportPreview },
      },
    },
    async (request) => actions.showImport(office, request.params.id, accountOf(request), request.query),
  )
  app.put(
    '/api/imports/:id',
    {
      config: { permission: writing },
      schema: { params: ById, body: ImportChoice, response: { 200: ImportPreview } },
    },
    async (request) => actions.chooseColumns(office, request.params.id, accountOf(request), request.body),
  )
  app.put(
    '/api/imports/:id/rows',
    {
      config: { permission: writing },
      schema: {
        params: ById,
        querystring: Shape(ImportLook),
        body: ImportRowsChoice,
        response: { 200: ImportPreview },
      },
    },
    async (request) => {
      const choice = { ...request.body, look: request.query }
      return actions.chooseRows(office, request.params.id, accountOf(request), choice)
    },
  )
  app.post(
    '/api/imports/:id/confirm',
    {
      config: { permission: { role: 'organizer', at: 'import' } },
      schema: { params: ById, body: ImportConfirmation, response: { 200: ImportDone } },
    },
    async (request, reply) => {
      const confirmed = { id: request.params.id, digest: request.body.digest, congressId: null, sendingUnitId: null }
      return answer(reply, await actions.confirmImport(office, accountOf(request), confirmed))
    },
  )
  app.post(
    '/api/congresses/:id/delegates-import/confirm',
    {
      config: { permission: { role: 'secretariat', at: 'congress' } },
      schema: { params: ById, body: DelegateConfirmation, response: { 200: ImportDone } },
    },
    async (request, reply) => {
      const confirmed = { ...request.body, congressId: request.params.id, sendingUnitId: null }
      return answer(reply, await actions.confirmImport(office, accountOf(request), confirmed))
    },
  )
  app.delete(
    '/api/imports/:id',
    {
      config: { permission: writing },
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
      config: { permission: writing },
      schema: { params: ById, response: { 200: Xlsx } },
    },
    async (request, reply) =>
      sendXlsx(
        reply as unknown as FastifyReply,
        await actions.faultsOfImport(office, request.params.id, accountOf(request)),
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
    '/api/congresses/:id/delegates.xlsx',
    {
      config: { permission: { role: 'viewer', at: 'congress' } },
      schema: {
        params: ById,
        querystring: Shape({ form: Type.Optional(Choice(['empty'] as const)) }),
        response: { 200: Xlsx },
      },
    },
    async (request, reply) => {
      const { duties } = accountOf(request)
      const file = await exportDelegates(office, duties, request.params.id, request.query.form === 'empty')
      return sendXlsx(reply as unknown as FastifyReply, file)
    },
  )
  app.get(
    '/api/import-forms/:kind.xlsx',
    {
      config: { permission: { role: 'viewer', at: 'somewhere' } },
      schema: {
        params: Shape({ kind: Choice(unitKinds) }),
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
