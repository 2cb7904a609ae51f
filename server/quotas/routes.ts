import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { findCycle } from '../cycles/queries.ts'
import { notFound } from '../errors.ts'
import { sendXlsx, Xlsx } from '../http/downloads.ts'
import { answer, answerNothing, ById, Nothing, type Feature } from '../http/feature.ts'
import { accountOf } from '../http/session.ts'
import { todayOf } from '../road/actions.ts'
import { Id, Shape } from '../shapes.ts'
import * as actions from './actions.ts'
import { lookingAs, showBoard } from './board.ts'
import { exportBoard } from './export.ts'
import { NewQuotas, QuotaBoard, QuotaChanges, QuotaPlan, QuotasNamed } from './schema.ts'

const reading = { role: 'viewer', at: 'congress' } as const
const writing = { role: 'secretariat', at: 'congress' } as const

export const quotaRoutes: Feature = async (app, { office }) => {
  const boardOf = async (request: FastifyRequest) => {
    const { congress } = request
    if (!congress) throw notFound()
    const cycle = await findCycle(office.db.read, congress.cycleId)
    const { duties } = accountOf(request)
    const looking = await lookingAs(office.db.read, congress, duties, todayOf(office, cycle?.standsOn ?? null))
    return { congress, board: await showBoard(office.db.read, congress.id, looking) }
  }

  app.get(
    '/api/congresses/:id/quotas',
    { config: { permission: reading }, schema: { params: ById, response: { 200: QuotaBoard } } },
    async (request) => (await boardOf(request as unknown as FastifyRequest)).board,
  )
  app.get(
    '/api/congresses/:id/quotas/export.xlsx',
    { config: { permission: reading }, schema: { params: ById, response: { 200: Xlsx } } },
    async (request, reply) => {
      const { board, congress } = await boardOf(request as unknown as FastifyRequest)
      return sendXlsx(reply as unknown as FastifyReply, await exportBoard(board, congress))
    },
  )
  app.post(
    '/api/congresses/:id/quotas',
    {
      config: { permission: writing },
      schema: { params: ById, body: NewQuotas, response: { 200: Shape({ ids: Type.Array(Id) }) } },
    },
    async (request, reply) =>
      answer(reply, await actions.addQuotas(office, accountOf(request), request.params.id, request.body)),
  )
  app.put(
    '/api/congresses/:id/quotas',
    {
      config: { permission: writing },
      schema: { params: ById, body: QuotaChanges, response: { 204: Nothing } },
    },
    async (request, reply) =>
      answerNothing(reply, await actions.changeQuotas(office, accountOf(request), request.params.id, request.body)),
  )
  app.post(
    '/api/congresses/:id/quotas/remove',
    {
      config: { permission: writing },
      schema: { params: ById, body: QuotasNamed, response: { 204: Nothing } },
    },
    async (request, reply) =>
      answerNothing(reply, await actions.removeQuotas(office, accountOf(request), request.params.id, request.body)),
  )
  app.post(
    '/api/congresses/:id/quotas/send',
    {
      config: { permission: writing },
      schema: { params: ById, body: QuotasNamed, response: { 204: Nothing } },
    },
    async (request, reply) =>
      answerNothing(reply, await actions.sendQuotas(office, accountOf(request), request.params.id, request.body)),
  )
  app.put(
    '/api/congresses/:id/quota-plan',
    {
      config: { permission: writing },
      schema: { params: ById, body: QuotaPlan, response: { 204: Nothing } },
    },
    async (request, reply) =>
      answerNothing(reply, await actions.saveQuotaPlan(office, accountOf(request), request.params.id, request.body)),
  )
}
