import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { stampReader } from '../history/queries.ts'
import type { Office } from '../office.ts'
import { todayOf } from '../road/actions.ts'
import { accountOf } from './session.ts'

interface KeptAnswer {
  stamp: string
  plain: Buffer
  zipped: Buffer
}

/** Bytes of answers kept ready at the same time. */
const mostKept = 64 * 1024 * 1024
/** What fits into one packet is not packed. */
const leastZipped = 1400

/**
 * Answers that are large, are asked for again and again and change with an act or a day alone: each is composed once per
 * act and day for those who may see the same. `compose` gives what the schema of the answer writes; the browser that has
 * the answer already gets 304. A refusal that `compose` throws is not kept.
 */
export const answerKeeper = (office: Office) => {
  const readStamp = stampReader(office.db)
  const kept = new Map<string, KeptAnswer>()
  let size = 0
  const keep = (key: string, answer: KeptAnswer) => {
    size += sizeOf(answer) - sizeOf(kept.get(key))
    kept.delete(key)
    kept.set(key, answer)
    for (const [oldest, gone] of kept) {
      if (size <= mostKept || oldest === key) break
      kept.delete(oldest)
      size -= sizeOf(gone)
    }
  }
  return async (typedRequest: unknown, typedReply: unknown, compose: () => Promise<unknown>) => {
    const [request, reply] = [typedRequest as FastifyRequest, typedReply as FastifyReply]
    const key = `${request.url} ${JSON.stringify(accountOf(request).duties)}`
    const stamp = `"${String(await readStamp())}-${todayOf(office, null)}"`
    let answer = kept.get(key)
    if (answer?.stamp !== stamp) {
      const plain = Buffer.from(String(reply.serialize(await compose())))
      answer = { stamp, plain, zipped: await promisify(gzip)(plain) }
      keep(key, answer)
    }
    void reply
      .header('etag', stamp)
      .header('cache-control', 'private, no-cache')
      .header('vary', 'cookie, accept-encoding')
    if (request.headers['if-none-match'] === stamp) return sent(reply.status(304).send())
    void reply.type('application/json; charset=utf-8')
    const takesGzip = /\bgzip\b/u.test(String(request.headers['accept-encoding'] ?? ''))
    const isZipped = takesGzip && answer.plain.length >= leastZipped
    return sent(isZipped ? reply.header('content-encoding', 'gzip').send(answer.zipped) : reply.send(answer.plain))
  }
}

/** Fastify takes the reply itself for what is sent already: what the schema of the route would write is never returned. */
const sent = (reply: FastifyReply): never => reply as never

const sizeOf = (answer: KeptAnswer | undefined): number => (answer ? answer.plain.length + answer.zipped.length : 0)
