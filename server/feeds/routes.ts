import { createHash } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { placesOfDuties } from '../accounts/listing.ts'
import { notFound } from '../errors.ts'
import { stampReader } from '../history/queries.ts'
import { ById, Nothing, answer, answerNothing, type Feature } from '../http/feature.ts'
import { accountOf } from '../http/session.ts'
import { Shape } from '../shapes.ts'
import * as actions from './actions.ts'
import { Feed, FeedMade, NewFeed } from './schema.ts'

/** Whatever is asked for in the place of a token is answered alike. */
const ByToken = Shape({ token: Type.String({ maxLength: 200 }) })
const Calendar = Type.Unsafe<Buffer>({ type: 'string', format: 'binary', description: 'text/calendar' })
/** A telephone asks some times an hour; behind one address of an office there are many. */
const guarded = { rateLimit: { max: 240, timeWindow: '1 minute' } }

interface KeptCalendar {
  stamp: string
  etag: string
  text: Buffer
}

/** Calendars kept ready at the same time. */
const maxKept = 50

export const feedRoutes: Feature = async (app, { office }) => {
  const readStamp = stampReader(office.db)
  const kept = new Map<string, KeptCalendar>()

  const originOf = (request: { protocol: string; host: string }) =>
    office.settings.publicUrl ?? `${request.protocol}://${request.host}`

  app.get(
    '/api/feeds',
    {
      config: { permission: { role: 'secretariat', at: 'somewhere' } },
      schema: { response: { 200: Type.Array(Feed) } },
    },
    async (request) => {
      const mine = await placesOfDuties(office.db.read, accountOf(request).duties, 'secretariat')
      return actions.listFeedsOf(office.db.read, mine)
    },
  )
  app.post(
    '/api/feeds',
    {
      config: { permission: { role: 'secretariat', at: 'feed-target-in-body' } },
      schema: { body: NewFeed, response: { 200: FeedMade } },
    },
    async (request, reply) => {
      const { feed, token } = answer(reply, await actions.createFeed(office, accountOf(request), request.body))
      return { feed, url: `${originOf(request)}/api/calendars/${token}.ics` }
    },
  )
  app.delete(
    '/api/feeds/:id',
    {
      config: { permission: { role: 'secretariat', at: 'feed' } },
      schema: { params: ById, response: { 204: Nothing } },
    },
    async (request, reply) =>
      answerNothing(reply, await actions.revokeFeed(office, accountOf(request), request.params.id)),
  )
  app.get(
    '/api/calendars/:token',
    { config: { permission: 'anyone', ...guarded }, schema: { params: ByToken, response: { 200: Calendar } } },
    async (request, typedReply) => {
      const reply = typedReply as unknown as FastifyReply
      // The link is a secret: no search engine keeps it, no page that it leads to hears of it.
      void reply.header('x-robots-tag', 'noindex, nofollow').header('referrer-policy', 'no-referrer')
      const found = await actions.findOpenFeed(office, request.params.token.replace(/\.ics$/, ''))
      if (!found) {
        void reply.header('cache-control', 'no-store')
        throw notFound()
      }
      const origin = originOf(request)
      const key = `${found.feed.id} ${origin}`
      const stamp = `${String(await readStamp())} ${JSON.stringify(found.duties)}`
      let calendar = kept.get(key)
      if (calendar?.stamp !== stamp) {
        const text = Buffer.from(await actions.writeFeed(office, found, origin))
        calendar = { stamp, etag: `"${createHash('sha256').update(text).digest('base64url')}"`, text }
        if (kept.size >= maxKept) kept.clear()
        kept.set(key, calendar)
      }
      await actions.noteFetched(office, found.feed)
      void reply.header('etag', calendar.etag).header('cache-control', 'private, no-cache')
      if (request.headers['if-none-match'] === calendar.etag) return reply.status(304).send()
      return reply
        .type('text/calendar; charset=utf-8')
        .header('content-disposition', 'inline; filename="tien-toi.ics"')
        .send(calendar.text)
    },
  )
  app.get('/robots.txt', async (_request, reply) => {
    void reply.type('text/plain; charset=utf-8')
    return 'User-agent: *\nDisallow: /\n'
  })
}
