import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { attachment, sendDocx, sendXlsx } from '../http/downloads.ts'
import { answer, answerNothing, AtVersion, ById, Nothing, type Feature } from '../http/feature.ts'
import { accountOf } from '../http/session.ts'
import { uploadedFile } from '../http/uploads.ts'
import { Id, Line, OptionalLine, Shape } from '../shapes.ts'
import * as actions from './actions.ts'
import { CongressForms, FormFilled, OutsideFormChange, OutsideFormShown } from './schema.ts'

const OfNew = Shape({ unitId: Id, name: Type.Optional(OptionalLine(200)), list: Type.Optional(Line(60)) })
const OfEdition = Shape({ id: Id, file: Id })
const OfForm = Shape({ id: Id, form: Id })
const Kept = Shape({ id: Id })
const AnyBytes = Type.Unsafe<Buffer>({ type: 'string', format: 'binary', description: 'application/octet-stream' })

const looking = { role: 'viewer', at: 'outside-form-from-below' } as const
const keeping = { role: 'secretariat', at: 'outside-form' } as const

export const outsideFormRoutes: Feature = async (app, { office }) => {
  app.post(
    '/api/outside-forms',
    {
      config: { permission: { role: 'secretariat', at: 'unit-in-query' } },
      schema: { querystring: OfNew, response: { 200: Kept } },
    },
    async (request, reply) => {
      const { unitId, name = '', list = null } = request.query
      const sent = await sentFile(request as unknown as FastifyRequest)
      return answer(reply, await actions.addForm(office, accountOf(request), { unitId, name, list }, sent))
    },
  )
  app.get(
    '/api/outside-forms/:id',
    { config: { permission: looking }, schema: { params: ById, response: { 200: OutsideFormShown } } },
    async (request) => actions.showOutsideForm(office, accountOf(request).duties, request.params.id),
  )
  app.put(
    '/api/outside-forms/:id',
    {
      config: { permission: keeping },
      schema: { params: ById, body: OutsideFormChange, response: { 200: Kept } },
    },
    async (request, reply) =>
      answer(reply, await actions.changeForm(office, accountOf(request), request.params.id, request.body)),
  )
  app.delete(
    '/api/outside-forms/:id',
    {
      config: { permission: keeping },
      schema: { params: ById, querystring: AtVersion, response: { 204: Nothing } },
    },
    async (request, reply) => {
      const version = Number(request.query.version)
      return answerNothing(reply, await actions.deleteForm(office, accountOf(request), request.params.id, version))
    },
  )
  app.post(
    '/api/outside-forms/:id/editions',
    {
      config: { permission: keeping },
      schema: { params: ById, querystring: AtVersion, response: { 200: Kept } },
    },
    async (request, reply) => {
      const { params, query } = request
      const sent = await sentFile(request as unknown as FastifyRequest)
      const done = await actions.replaceForm(office, accountOf(request), params.id, Number(query.version), sent)
      return answer(reply, done)
    },
  )
  app.get(
    '/api/outside-forms/:id/editions/:file',
    { config: { permission: looking }, schema: { params: OfEdition, response: { 200: AnyBytes } } },
    async (request, reply) => {
      const { id, file } = request.params
      const { name, bytes } = await actions.openEdition(office, id, file)
      const dot = name.lastIndexOf('.')
      const headers = attachment(name.slice(0, dot), name.slice(dot + 1))
      return (reply as unknown as FastifyReply).type('application/octet-stream').headers(headers).send(bytes)
    },
  )
  app.get(
    '/api/congresses/:id/outside-forms',
    {
      config: { permission: { role: 'viewer', at: 'congress' } },
      schema: { params: ById, response: { 200: CongressForms } },
    },
    async (request) => actions.listCongressForms(office, accountOf(request).duties, request.params.id),
  )
  app.post(
    '/api/congresses/:id/outside-forms/:form/fill',
    {
      config: { permission: { role: 'secretariat', at: 'congress' } },
      schema: { params: OfForm, response: { 200: FormFilled } },
    },
    async (request) => {
      const { id, form } = request.params
      return actions.fillForCongress(office, accountOf(request), id, form)
    },
  )
  app.get(
    '/api/outside-fills/:id/file',
    {
      config: { permission: { role: 'viewer', at: 'outside-fill' } },
      schema: { params: ById, response: { 200: AnyBytes } },
    },
    async (request, reply) => {
      const { type, ...file } = await actions.openFill(office, request.params.id)
      const send = type === 'xlsx' ? sendXlsx : sendDocx
      return send(reply as unknown as FastifyReply, file)
    },
  )
}

const sentFile = async (request: FastifyRequest) => {
  const { fileName: name, bytes } = await uploadedFile(request)
  return { name, bytes }
}
