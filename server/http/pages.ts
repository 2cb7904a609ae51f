import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** A page or a file of it that is kept ready to be sent. */
export interface KeptPage {
  /** What it was made from, as one text. */
  stamp: string
  etag: string
  plain: Buffer
  packed: Buffer
}

export const packPage = async (text: string, stamp = ''): Promise<KeptPage> => {
  const plain = Buffer.from(text)
  const etag = `"${createHash('sha256').update(plain).digest('base64url')}"`
  return { stamp, etag, plain, packed: await promisify(gzip)(plain) }
}

/** 304 where the browser has it; packed where it takes that. */
export const sendPage = (request: FastifyRequest, reply: FastifyReply, page: KeptPage) => {
  void reply.header('etag', page.etag).header('cache-control', 'private, no-cache').header('vary', 'accept-encoding')
  if (request.headers['if-none-match'] === page.etag) return reply.status(304).send()
  const takesGzip = /\bgzip\b/u.test(String(request.headers['accept-encoding'] ?? ''))
  return takesGzip ? reply.header('content-encoding', 'gzip').send(page.packed) : reply.send(page.plain)
}

/** A file that pages need, read once. */
export const pageFile = (file: URL, type: string) => {
  let page: Promise<KeptPage> | null = null
  return async (request: FastifyRequest, reply: FastifyReply) => {
    page ??= readFile(file, 'utf8').then((text) => packPage(text))
    return sendPage(request, reply.type(`${type}; charset=utf-8`), await page)
  }
}

/** `?lang=en` */
export const languageOf = ({ query }: { query: unknown }) =>
  (query as Record<string, unknown>)['lang'] === 'en' ? ('en' as const) : ('vi' as const)
