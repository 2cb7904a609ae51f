import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { hashToken } from '../accounts/passwords.ts'
import { signedInReader, type SignedIn } from '../accounts/queries.ts'
import { notSignedIn } from '../errors.ts'
import type { Office } from '../office.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in; null = nobody. Set before every handler under /api. */
    signedIn: SignedIn | null
  }
}

const cookieName = 'tien-toi'

export const readToken = (request: FastifyRequest): string | null => request.cookies[cookieName] ?? null

export const keepToken = (request: FastifyRequest, reply: FastifyReply, token: string): void => {
  void reply.setCookie(cookieName, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    // An office on a LAN runs without https: only a connection that has it may demand it.
    secure: request.protocol === 'https',
    maxAge: 60 * 24 * 60 * 60,
  })
}

export const dropToken = (reply: FastifyReply): void => {
  void reply.clearCookie(cookieName, { path: '/' })
}

/** The account of a handler whose permission demands one. */
export const accountOf = (request: FastifyRequest): SignedIn => {
  if (!request.signedIn) throw notSignedIn()
  return request.signedIn
}

export const sessionPlugin = fastifyPlugin((app: FastifyInstance, { office }: { office: Office }, done) => {
  const find = signedInReader(office.db)
  app.decorateRequest('signedIn', null)
  app.addHook('onRequest', async (request) => {
    const token = readToken(request)
    if (token === null || request.routeOptions.config.permission === undefined) return
    request.signedIn = await find(hashToken(token), office.now().toISOString())
  })
  done()
})
