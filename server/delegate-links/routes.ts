import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { Pdf, sendPdf, sendZip, Zip } from '../http/downloads.ts'
import { ById, Nothing, answer, answerNothing, type Feature } from '../http/feature.ts'
import { accountOf } from '../http/session.ts'
import { Choice, Instant, Shape } from '../shapes.ts'
import * as actions from './actions.ts'
import { listLinkRows } from './listing.ts'
import { readLink } from './reading.ts'
import {
  LastDayChosen,
  LinkList,
  LinkRead,
  LinksChanged,
  LinksToChange,
  LinksToIssue,
  ReportSettled,
  SlipsPrinted,
  SlipsToPrint,
  StaticOrder,
  StaticPlan,
} from './schema.ts'
import { printSlips } from './slips.ts'
import { planStaticPages } from './static-plan.ts'
import { zipOfStaticPages } from './static-zip.ts'

const Language = Choice(['vi', 'en'] as const)
const InLanguage = Shape({ language: Type.Optional(Language) })
/** Slips that were printed together, by the moment. */
const OfSlips = Shape({ language: Type.Optional(Language), printed: Instant })
/** Whoever hands out links sees names, posts and answers: what an office's own staff may. */
const permission = { role: 'secretariat', at: 'congress' } as const

export const delegateLinkRoutes: Feature = async (app, { office }) => {
  const originOf = (request: FastifyRequest) => office.settings.publicUrl ?? `${request.protocol}://${request.host}`

  app.get(
    '/api/congresses/:id/links',
    { config: { permission }, schema: { params: ById, response: { 200: LinkList } } },
    async (request) => ({
      ...(await listLinkRows(office, request.params.id)),
      origin: originOf(request as unknown as FastifyRequest),
    }),
  )
  app.post(
    '/api/congresses/:id/links',
    { config: { permission }, schema: { params: ById, body: LinksToIssue, response: { 200: LinksChanged } } },
    async (request, reply) =>
      answer(reply, await actions.issueLinks(office, accountOf(request), request.params.id, request.body)),
  )
  app.post(
    '/api/congresses/:id/links/renew',
    { config: { permission }, schema: { params: ById, body: LinksToChange, response: { 200: LinksChanged } } },
    async (request, reply) =>
      answer(reply, await actions.renewLinks(office, accountOf(request), request.params.id, request.body)),
  )
  app.post(
    '/api/congresses/:id/links/revoke',
    { config: { permission }, schema: { params: ById, body: LinksToChange, response: { 200: LinksChanged } } },
    async (request, reply) =>
      answer(reply, await actions.revokeLinks(office, accountOf(request), request.params.id, request.body)),
  )
  app.put(
    '/api/congresses/:id/links/last-day',
    { config: { permission }, schema: { params: ById, body: LastDayChosen, response: { 200: LinksChanged } } },
    async (request, reply) =>
      answer(reply, await actions.setLastDay(office, accountOf(request), request.params.id, request.body)),
  )
  app.get(
    '/api/delegate-links/:id',
    {
      config: { permission: { role: 'secretariat', at: 'delegate-link' } },
      schema: { params: ById, querystring: InLanguage, response: { 200: LinkRead } },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store')
      const { language = 'vi' } = request.query
      return readLink(office, request.params.id, { language, origin: originOf(request as unknown as FastifyRequest) })
    },
  )
  app.put(
    '/api/delegate-reports/:id',
    {
      config: { permission: { role: 'secretariat', at: 'delegate-report' } },
      schema: { params: ById, body: ReportSettled, response: { 204: Nothing } },
    },
    async (request, reply) =>
      answerNothing(reply, await actions.settleReport(office, accountOf(request), request.params.id, request.body)),
  )
  app.post(
    '/api/congresses/:id/links/slips',
    { config: { permission }, schema: { params: ById, body: SlipsToPrint, response: { 200: SlipsPrinted } } },
    async (request, reply) =>
      answer(reply, await actions.recordSlips(office, accountOf(request), request.params.id, request.body)),
  )
  app.get(
    '/api/congresses/:id/links/slips.pdf',
    {
      config: { permission },
      schema: { params: ById, querystring: OfSlips, response: { 200: Pdf } },
    },
    async (request, reply) => {
      const { language = 'vi', printed: at } = request.query
      const origin = originOf(request as unknown as FastifyRequest)
      const printed = await printSlips(office, { congressId: request.params.id, language, origin, at })
      return sendPdf(reply as unknown as FastifyReply, printed)
    },
  )
  app.get(
    '/api/congresses/:id/links/static-pages',
    { config: { permission }, schema: { params: ById, querystring: StaticOrder, response: { 200: StaticPlan } } },
    async (request) => planStaticPages(office, request.params.id, request.query),
  )
  app.get(
    '/api/congresses/:id/links/static-pages.zip',
    { config: { permission }, schema: { params: ById, querystring: StaticOrder, response: { 200: Zip } } },
    async (request, reply) =>
      sendZip(reply as unknown as FastifyReply, await zipOfStaticPages(office, request.params.id, request.query)),
  )
}
