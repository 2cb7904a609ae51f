import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { ImportConfirmation } from '../exchange/schema.ts'
import { sendXlsx, sendZip, Xlsx, Zip } from '../http/downloads.ts'
import { AtVersion, ById, Nothing, answer, answerNothing, type Feature } from '../http/feature.ts'
import { accountOf } from '../http/session.ts'
import * as actions from './actions.ts'
import { Id, Shape } from '../shapes.ts'
import { changeHeap } from './change-heap.ts'
import { findOwnForm, issueListForms, issueOwnForm } from './list-forms.ts'
import { dismissRefusal, listRefusals } from './refusals.ts'
import {
  FormOrder,
  FormsIssued,
  heapLimits,
  IssuedForm,
  ListFormOrder,
  OwnForm,
  Refusal,
  ReturnChoice,
  ReturnDone,
  ReturnPreview,
} from './schema.ts'

export const formRoutes: Feature = async (app, { office }) => {
  // Like the lists themselves, each account gets what it may see.
  app.get(
    '/api/cycles/:id/forms',
    {
      config: { permission: { role: 'viewer', at: 'somewhere' } },
      schema: { params: ById, response: { 200: Type.Array(IssuedForm) } },
    },
    async (request) => actions.listIssuedForms(office, accountOf(request).duties, request.params.id),
  )
  app.get(
    '/api/cycles/:id/form-reminders.xlsx',
    {
      config: { permission: { role: 'viewer', at: 'somewhere' } },
      schema: { params: ById, response: { 200: Xlsx } },
    },
    async (request, reply) => {
      const file = await actions.writeReminders(office, accountOf(request).duties, request.params.id)
      return sendXlsx(reply as unknown as FastifyReply, file)
    },
  )
  // The action asks for the role at every unit that is to get a form.
  app.post(
    '/api/cycles/:id/forms',
    {
      config: { permission: { role: 'organizer', at: 'somewhere' } },
      schema: { params: ById, body: FormOrder, response: { 200: FormsIssued } },
    },
    async (request, reply) =>
      answer(reply, await actions.issueForms(office, accountOf(request), request.params.id, request.body)),
  )
  app.post(
    '/api/congresses/:id/list-forms',
    {
      config: { permission: { role: 'organizer', at: 'congress' } },
      schema: { params: ById, body: ListFormOrder, response: { 200: FormsIssued } },
    },
    async (request, reply) =>
      answer(reply, await issueListForms(office, accountOf(request), request.params.id, request.body)),
  )
  app.post(
    '/api/congresses/:id/unit-lists/:sendingUnitId/form',
    {
      config: { permission: { role: 'secretariat', at: 'sending-unit' } },
      schema: { params: Shape({ id: Id, sendingUnitId: Id }), response: { 200: OwnForm } },
    },
    async (request, reply) => {
      const { id: congressId, sendingUnitId: unitId } = request.params
      const place = { congressId, unitId }
      const standing = await findOwnForm(office, place)
      return standing ?? answer(reply, await issueOwnForm(office, accountOf(request), place))
    },
  )
  app.get(
    '/api/forms/:id.xlsx',
    {
      config: { permission: { role: 'viewer', at: 'form' } },
      schema: { params: ById, response: { 200: Xlsx } },
    },
    async (request, reply) =>
      sendXlsx(reply as unknown as FastifyReply, await actions.writeOneForm(office, request.params.id)),
  )
  app.get(
    '/api/form-batches/:id.zip',
    {
      config: { permission: { role: 'viewer', at: 'form-batch' } },
      schema: { params: ById, response: { 200: Zip } },
    },
    async (request, reply) => {
      return sendZip(reply as unknown as FastifyReply, await actions.zipBatch(office, request.params.id))
    },
  )
  app.post(
    '/api/cycles/:id/returns',
    {
      config: { permission: { role: 'organizer', at: 'somewhere' } },
      schema: {
        params: ById,
        querystring: Shape({ congressId: Type.Optional(Id) }),
        response: { 200: ReturnPreview },
      },
    },
    async (request) => {
      const place = { cycleId: request.params.id, congressId: request.query.congressId ?? null }
      return actions.startReturn(office, accountOf(request), place, filesOf(request))
    },
  )
  app.get(
    '/api/returns/:id',
    {
      config: { permission: { role: 'organizer', at: 'return' } },
      schema: { params: ById, response: { 200: ReturnPreview } },
    },
    async (request) => actions.showReturn(office, request.params.id),
  )
  app.put(
    '/api/returns/:id',
    {
      config: { permission: { role: 'organizer', at: 'return' } },
      schema: { params: ById, body: ReturnChoice, response: { 200: ReturnPreview } },
    },
    async (request) => changeHeap(office, request.params.id, request.body),
  )
  app.post(
    '/api/returns/:id/confirm',
    {
      config: { permission: { role: 'organizer', at: 'return' } },
      schema: { params: ById, body: ImportConfirmation, response: { 200: ReturnDone } },
    },
    async (request, reply) =>
      answer(reply, await actions.confirmReturn(office, accountOf(request), request.params.id, request.body.digest)),
  )
  app.delete(
    '/api/returns/:id',
    {
      config: { permission: { role: 'organizer', at: 'return' } },
      schema: { params: ById, response: { 204: Nothing } },
    },
    async (request, reply) => {
      await actions.cancelReturn(office, request.params.id)
      void reply.status(204)
      return null
    },
  )
  // Like the lists themselves, each account gets what it may see.
  app.get(
    '/api/cycles/:id/refusals',
    {
      config: { permission: { role: 'viewer', at: 'somewhere' } },
      schema: { params: ById, response: { 200: Type.Array(Refusal) } },
    },
    async (request) => listRefusals(office.db.read, accountOf(request).duties, request.params.id),
  )
  app.delete(
    '/api/refusals/:id',
    {
      config: { permission: { role: 'organizer', at: 'refusal' } },
      schema: { params: ById, querystring: AtVersion, response: { 204: Nothing } },
    },
    async (request, reply) => {
      const version = Number(request.query.version)
      return answerNothing(reply, await dismissRefusal(office, accountOf(request), request.params.id, version))
    },
  )
}

/** The files of the form as they arrive; each is held only while it is read. */
async function* filesOf(request: FastifyRequest): AsyncGenerator<actions.SentFile> {
  if (!request.isMultipart()) return
  const limits = { files: heapLimits.files, parts: heapLimits.files + 10 }
  for await (const part of request.files({ limits, preservePath: true })) {
    yield { name: part.filename, bytes: await part.toBuffer() }
  }
}
