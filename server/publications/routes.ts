import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { findCongress } from '../congresses/queries.ts'
import { findCycle } from '../cycles/queries.ts'
import { writeCalendar } from '../feeds/rules/icalendar.ts'
import { stampReader } from '../history/queries.ts'
import { AtVersion, ById, Nothing, answer, answerNothing, type Feature } from '../http/feature.ts'
import { Pdf, sendPdf } from '../http/downloads.ts'
import { wallClockOf } from '../format/dates.ts'
import { languageOf, packPage, pageFile, sendPage, type KeptPage } from '../http/pages.ts'
import { accountOf } from '../http/session.ts'
import { momentOf } from '../road/actions.ts'
import { Choice, Shape } from '../shapes.ts'
import * as actions from './actions.ts'
import { composeGone, composePage, eventsOfProgramme } from './compose.ts'
import { gatherPublic } from './gather.ts'
import { printCode } from './print.ts'
import { findPublication, findPublicationByCode } from './queries.ts'
import { Publication, RenewedCode } from './schema.ts'

/** Whatever is asked for in the place of a code is answered alike. */
const ByCode = Shape({ code: Type.String({ maxLength: 200 }) })
const Language = Choice(['vi', 'en'] as const)
const OfPrint = Shape({ language: Type.Optional(Language) })
/** Four hundred telephones of a hall stand behind one address. */
const guarded = { rateLimit: { max: 1200, timeWindow: '1 minute' } }

/** Pages kept ready at the same time. */
const maxKept = 50

const fileOf = (name: string, type: string) => pageFile(new URL(`page/${name}`, import.meta.url), type)

export const publicationRoutes: Feature = async (app, { office }) => {
  const { read } = office.db
  const readStamp = stampReader(office.db)
  const kept = new Map<string, KeptPage>()
  const urlOf = (request: FastifyRequest, code: string) =>
    `${office.settings.publicUrl ?? `${request.protocol}://${request.host}`}/ct/${code}`
  const told = <T extends { code: string }>(request: FastifyRequest, { code, ...publication }: T) => ({
    ...publication,
    code,
    url: urlOf(request, code),
  })

  app.get(
    '/api/congresses/:id/publication',
    {
      config: { permission: { role: 'viewer', at: 'congress' } },
      schema: { params: ById, response: { 200: Publication } },
    },
    async (request) => {
      const publication = await findPublication(read, request.params.id)
      return publication ? told(request, publication) : null
    },
  )
  app.post(
    '/api/congresses/:id/publication',
    {
      config: { permission: { role: 'organizer', at: 'congress' } },
      schema: { params: ById, response: { 200: Publication } },
    },
    async (request, reply) =>
      told(request, answer(reply, await actions.publishProgramme(office, accountOf(request), request.params.id))),
  )
  app.put(
    '/api/congresses/:id/publication',
    {
      config: { permission: { role: 'organizer', at: 'congress' } },
      schema: { params: ById, body: RenewedCode, response: { 200: Publication } },
    },
    async (request, reply) => {
      const { version } = request.body
      return told(
        request,
        answer(reply, await actions.renewCode(office, accountOf(request), request.params.id, version)),
      )
    },
  )
  app.delete(
    '/api/congresses/:id/publication',
    {
      config: { permission: { role: 'organizer', at: 'congress' } },
      schema: { params: ById, querystring: AtVersion, response: { 204: Nothing } },
    },
    async (request, reply) => {
      const version = Number(request.query.version)
      const { id } = request.params
      return answerNothing(reply, await actions.unpublishProgramme(office, accountOf(request), id, version))
    },
  )
  app.get(
    '/api/congresses/:id/publication/code.pdf',
    {
      config: { permission: { role: 'viewer', at: 'congress' } },
      schema: { params: ById, querystring: OfPrint, response: { 200: Pdf } },
    },
    async (request, reply) => {
      const { language = 'vi' } = request.query
      const addressOf = (code: string) => urlOf(request, code)
      const printed = await printCode(office, { congressId: request.params.id, language, addressOf })
      return sendPdf(reply as unknown as FastifyReply, printed)
    },
  )

  app.get('/ct/page.css', { config: guarded }, fileOf('page.css', 'text/css'))
  app.get('/ct/page.js', { config: guarded }, fileOf('page.js', 'text/javascript'))
  app.get('/ct/:code/worker.js', { config: guarded, schema: { params: ByCode } }, async (request, reply) => {
    void reply.header('service-worker-allowed', `/ct/${encodeURIComponent(request.params.code)}`)
    return fileOf('worker.js', 'text/javascript')(request as never, reply as never)
  })
  app.get('/ct/:code', { config: guarded, schema: { params: ByCode } }, async (request, typedReply) => {
    const reply = typedReply as unknown as FastifyReply
    void secret(reply).type('text/html; charset=utf-8')
    const language = languageOf(request)
    const key = `${request.params.code} ${language}`
    const stamp = String(await readStamp())
    let page = kept.get(key)
    if (page?.stamp !== stamp) {
      const programme = await gatherPublic(read, request.params.code, language)
      if (!programme) return reply.status(404).header('cache-control', 'no-store').send(composeGone())
      page = await packPage(composePage(programme), stamp)
      if (kept.size >= maxKept) kept.clear()
      kept.set(key, page)
    }
    return sendPage(request, reply, page)
  })
  app.get('/ct/:code/time', { config: guarded, schema: { params: ByCode } }, async (request, reply) => {
    void reply.header('cache-control', 'no-store')
    const publication = await findPublicationByCode(read, request.params.code)
    const congress = publication && (await findCongress(read, publication.congressId))
    const cycle = congress && (await findCycle(read, congress.cycleId))
    const moment = new Date(momentOf(office, cycle?.standsOn ?? null))
    return { now: wallTime(moment, office.settings.timeZone) }
  })
  app.get('/ct/:code/calendar.ics', { config: guarded, schema: { params: ByCode } }, async (request, typedReply) => {
    const reply = typedReply as unknown as FastifyReply
    const programme = await gatherPublic(read, request.params.code, languageOf(request))
    if (!programme) return secret(reply).status(404).type('text/html; charset=utf-8').send(composeGone())
    const { items } = request.query as Record<string, unknown>
    const wanted = typeof items === 'string' ? new Set(items.split(',')) : null
    const { timeZone } = office.settings
    const text = writeCalendar(
      { name: programme.congress.title, timeZone },
      eventsOfProgramme(programme, { wanted, timeZone }),
    )
    return secret(reply)
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', 'attachment; filename="chuong-trinh.ics"')
      .header('cache-control', 'private, no-cache')
      .send(text)
  })
}

/** The address is a secret until its holder gives it away: no search engine keeps it, no page that it leads to hears of it. */
const secret = (reply: FastifyReply): FastifyReply =>
  reply.header('x-robots-tag', 'noindex, nofollow').header('referrer-policy', 'no-referrer')

/** `2020-09-09T07:30` of the clocks in the time zone. */
const wallTime = (moment: Date, timeZone: string): string =>
  wallClockOf(moment, timeZone).slice(0, 16).replace(' ', 'T')
