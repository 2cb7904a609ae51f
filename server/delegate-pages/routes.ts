import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { answers } from '../delegates/schema.ts'
import { ApiError, notFound, tooManyRequests } from '../errors.ts'
import { writeCalendar } from '../feeds/rules/icalendar.ts'
import type { Feature } from '../http/feature.ts'
import { languageOf, packPage, pageFile, sendPage, type KeptPage } from '../http/pages.ts'
import { Choice, Id, Shape } from '../shapes.ts'
import { eventsOfPage } from './calendar.ts'
import { composeClosed, composePage, type PageFault } from './compose.ts'
import { counter } from './counting.ts'
import { composeDelegation, delegationOf } from './delegation.ts'
import { goneSessions, type DelegationRecord, type OpenRecord } from './gather.ts'
import { pageKeeper } from './keeping.ts'
import { linkOpener, noteOpened, pageOf, type Asked, type Opened } from './opening.ts'
import { longestReported } from '../delegate-links/schema.ts'
import { sendAnswer, sendNeeds, sendReport, withdrawNeeds, type Sender } from './sending.ts'
import { findIssuer } from '../delegate-links/queries.ts'

/** Whatever is asked for in the place of a code is answered alike. */
const ByCode = Shape({ code: Type.String({ maxLength: 200 }) })
const ByMember = Shape({ code: Type.String({ maxLength: 200 }), memberId: Id })
type ByCodeRequest = FastifyRequest<{ Params: { code: string; memberId?: string } }>
const Yes = Type.Optional(Type.Literal('yes'))
const Reported = Shape({
  name: Type.String({ maxLength: longestReported.name }),
  post: Type.String({ maxLength: longestReported.post }),
  workplace: Type.String({ maxLength: longestReported.workplace }),
})
const Stated = Type.Optional(Type.String({ maxLength: 300 }))
const Needs = Shape({ diet: Stated, health: Stated, consent: Yes, withdraw: Yes })
const Answered = Shape({ answer: Choice(answers), reason: Type.Optional(Type.String({ maxLength: 300 })) })
/** Four hundred telephones of a hall stand behind one address. */
const guarded = { rateLimit: { max: 1200, timeWindow: '1 minute' } }
const writing = { rateLimit: { max: 300, timeWindow: '1 minute' } }
const tenMinutes = 10 * 60 * 1000
/** Whoever has a link does not try: more wrong codes than these are guesses. */
const wrongCodes = { most: 60, milliseconds: tenMinutes }
const answersOfLink = { most: 20, milliseconds: tenMinutes }

/** Messengers look at what is sent through them before anybody does. */
const isPreview = ({ headers }: FastifyRequest): boolean =>
  /bot|crawl|spider|preview|facebookexternalhit|zalo.*(fetch|crawl)/iu.test(headers['user-agent'] ?? '')

/** Personal pages: by the code in the address alone, without an account. */
export const delegatePageRoutes: Feature = async (app, { office }) => {
  const { open, read } = linkOpener(office)
  const kept = pageKeeper<KeptPage>(office)
  const isGuessing = counter(wrongCodes)
  const isFlooding = counter(answersOfLink)
  const originOf = (request: FastifyRequest) => office.settings.publicUrl ?? `${request.protocol}://${request.host}`

  // A form is sent as browsers always did: it does without any script.
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 16 * 1024 },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  )
  app.addHook('onRequest', async (_request, reply) => {
    // The address is the key: no search engine keeps it, no page elsewhere hears of it. The browser still tells our own
    // server where a form comes from, by which that knows it as its own.
    void reply.header('x-robots-tag', 'noindex, nofollow, noarchive').header('referrer-policy', 'same-origin')
  })
  app.setErrorHandler(async (error: ApiError | (Error & { statusCode?: number }), request, reply) => {
    const status = error instanceof ApiError ? error.status : (error.statusCode ?? 500)
    if (status >= 500) request.log.error(error)
    const why = status === 404 ? 'gone' : status === 429 ? 'busy' : 'failed'
    return closed(reply as unknown as FastifyReply, status, why)
  })
  const closed = async (reply: FastifyReply, status: number, why: Parameters<typeof composeClosed>[0]) => {
    const { name = '', contactName = '', contactPhone = '' } = (await findIssuer(office.db.read)) ?? {}
    const issuer = { name: contactName || name, phone: contactPhone }
    return reply
      .status(status)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(composeClosed(why, issuer))
  }
  const opened = async (request: ByCodeRequest): Promise<Exclude<Opened, { kind: 'gone' }>> => {
    const found = await open(request.params.code)
    if (found.kind !== 'gone') return found
    if (isGuessing(request.ip, Date.now())) throw tooManyRequests(60)
    throw notFound()
  }

  const sendDelegation = async (
    request: FastifyRequest,
    reply: FastifyReply,
    found: Extract<Opened, { kind: 'delegation' }>,
    asked: Asked,
  ) => {
    const page = await packPage(composeDelegation(await delegationOf(office, found, asked)))
    return sendPage(request, reply.type('text/html; charset=utf-8'), page)
  }

  const fileOf = (name: string, type: string) => pageFile(new URL(`page/${name}`, import.meta.url), type)
  app.get('/d/page.css', { config: guarded }, fileOf('page.css', 'text/css'))
  app.get('/d/page.js', { config: guarded }, fileOf('page.js', 'text/javascript'))
  const worker = pageFile(new URL('../publications/page/worker.js', import.meta.url), 'text/javascript')
  app.get('/d/:code/worker.js', { config: guarded, schema: { params: ByCode } }, async (request, reply) => {
    void reply.header('service-worker-allowed', `/d/${encodeURIComponent(request.params.code)}`)
    return worker(request as never, reply as never)
  })
  app.get('/d/:code', { config: guarded, schema: { params: ByCode } }, async (request, typedReply) => {
    const reply = typedReply as unknown as FastifyReply
    const asked = { code: request.params.code, language: languageOf(request), origin: originOf(request) }
    const send = (page: KeptPage) => sendPage(request as never, reply.type('text/html; charset=utf-8'), page)
    const note = async (record: OpenRecord | DelegationRecord) => {
      if (!isPreview(request as never)) await noteOpened(office, record)
    }
    const { acts, standing } = await kept.find(asked)
    if (standing) {
      await note(standing.record)
      return send(standing.page)
    }
    const found = await opened(request)
    if (found.kind === 'withdrawn') return closed(reply, 410, 'withdrawn')
    await note(found.record)
    if (found.kind === 'delegation') return sendDelegation(request as never, reply, found, asked)
    const { record, today } = found
    const html = composePage({ ...(await pageOf(office, found, await read(record), asked)), fault: null })
    const page = await packPage(html)
    kept.keep(asked, { acts, today, record, page })
    return send(page)
  })
  app.get('/d/:code/calendar.ics', { config: guarded, schema: { params: ByCode } }, async (request, typedReply) => {
    const reply = typedReply as unknown as FastifyReply
    const found = await opened(request)
    if (found.kind === 'withdrawn') return closed(reply, 410, 'withdrawn')
    if (found.kind === 'delegation') throw notFound()
    const more = await read(found.record)
    const { programme } = more
    const asked = { code: request.params.code, language: languageOf(request), origin: originOf(request) }
    const page = await pageOf(office, found, more, asked)
    const gone = programme ? await goneSessions(office.db.read, page, programme) : []
    const { timeZone } = office.settings
    const events = programme ? eventsOfPage(page, programme, gone) : []
    return reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', 'attachment; filename="lich-dai-bieu.ics"')
      .header('cache-control', 'private, no-cache')
      .send(writeCalendar({ name: page.congress.title, timeZone }, events))
  })

  /** Does what a form asks for and shows the page again at the place of the form; what cannot be taken is said there. */
  const take = async (
    request: ByCodeRequest,
    reply: FastifyReply,
    place: string,
    work: (sender: Sender) => PageFault | Promise<void>,
  ) => {
    const found = await opened(request)
    if (found.kind === 'withdrawn') return closed(reply, 410, 'withdrawn')
    const { code, memberId = null } = request.params
    if (isFlooding(`${found.record.link.id} ${memberId ?? ''}`, Date.now())) throw tooManyRequests(60)
    const language = languageOf(request)
    const fault = await work({ code, memberId })
    if (fault === undefined || found.kind === 'delegation')
      return reply.redirect(`/d/${code}?lang=${language}#${place}`, 303)
    const asked = { code, language, origin: originOf(request) }
    const page = await pageOf(office, found, await read(found.record), asked)
    return reply
      .status(400)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(composePage({ ...page, fault }))
  }
  app.post('/d/:code/answer', { config: writing, schema: { params: ByCode, body: Answered } }, (request, reply) => {
    const { answer, reason = '' } = request.body
    return take(request as never, reply as never, 'answer', (sender) => {
      if (answer === 'declined' && reason === '') return 'reason-missing'
      return sendAnswer(office, sender, { answer, reason: answer === 'declined' ? reason : '' })
    })
  })
  app.post('/d/:code/report', { config: writing, schema: { params: ByCode, body: Reported } }, (request, reply) =>
    take(request as never, reply as never, 'report', (sender) => sendReport(office, sender, request.body)),
  )
  // What a liaison does for a member of the delegation: whoever answers for another need not know why.
  app.post(
    '/d/:code/members/:memberId/answer',
    { config: writing, schema: { params: ByMember, body: Answered } },
    (request, reply) => {
      const { answer, reason = '' } = request.body
      return take(request as never, reply as never, `m-${request.params.memberId}`, (sender) =>
        sendAnswer(office, sender, { answer, reason }),
      )
    },
  )
  app.post(
    '/d/:code/members/:memberId/report',
    { config: writing, schema: { params: ByMember, body: Reported } },
    (request, reply) =>
      take(request as never, reply as never, `m-${request.params.memberId}`, (sender) =>
        sendReport(office, sender, request.body),
      ),
  )
  app.post('/d/:code/needs', { config: writing, schema: { params: ByCode, body: Needs } }, (request, reply) => {
    const { diet = '', health = '', consent, withdraw } = request.body
    return take(request as never, reply as never, 'needs', (sender) => {
      if (withdraw !== undefined) return withdrawNeeds(office, sender)
      return consent === undefined ? 'consent-missing' : sendNeeds(office, sender, { diet, health })
    })
  })
}
