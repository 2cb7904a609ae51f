import type { FastifyInstance, FastifyRequest } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { otherOrigin } from '../errors.ts'

const policy = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "style-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ')

/**
 * Constant security headers in one hook. No HSTS and no `upgrade-insecure-requests`: offices run on a LAN without
 * https. Writes must come from our own pages: `Sec-Fetch-Site`, or `Origin` of a browser that does not send it.
 */
export const headersPlugin = fastifyPlugin((app: FastifyInstance, _options, done) => {
  app.addHook('onRequest', async (request, reply) => {
    reply.raw.setHeader('content-security-policy', policy)
    reply.raw.setHeader('x-content-type-options', 'nosniff')
    reply.raw.setHeader('referrer-policy', 'same-origin')
    reply.raw.setHeader('cross-origin-opener-policy', 'same-origin')
    reply.raw.setHeader('cross-origin-resource-policy', 'same-origin')
    if (request.method !== 'GET' && request.method !== 'HEAD' && !isSameOrigin(request)) throw otherOrigin()
  })
  done()
})

const isSameOrigin = (request: FastifyRequest): boolean => {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const origin = request.headers.origin
  if (origin === undefined) return true
  return URL.canParse(origin) && new URL(origin).host === request.host
}
