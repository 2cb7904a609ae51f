import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { notFound } from '../errors.ts'

const built = fileURLToPath(new URL('../../web/dist', import.meta.url))

/** Serves the built front end; every page of it is the same document, whose router reads the address. */
export const webFiles = async (app: FastifyInstance) => {
  if (!existsSync(built)) return
  await app.register(fastifyStatic, {
    root: built,
    // A route for each of hundreds of files made every start wait; the one below finds them by their name.
    serve: false,
    dotfiles: 'ignore',
    preCompressed: true,
    // Its own would be written over what `setHeaders` says.
    cacheControl: false,
    setHeaders: (reply, path) => {
      // Names under assets/ carry a hash of their content.
      const isHashed = path.includes('/assets/') || path.includes('\\assets\\')
      void reply.setHeader('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.get<{ Params: { '*': string } }>('/*', async (request, reply) => {
    const path = request.params['*']
    if (path.startsWith('api/')) throw notFound()
    return reply.sendFile(/\.\w{2,5}$/.test(path) ? path : 'index.html')
  })
}
