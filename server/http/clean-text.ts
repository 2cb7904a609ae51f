import type { FastifyInstance } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { invalid } from '../errors.ts'
import { cleanText } from '../format/search.ts'

/** The border: every text of a body is NFC, without control and direction-changing characters, trimmed. */
export const cleanTextPlugin = fastifyPlugin((app: FastifyInstance, _options, done) => {
  app.addHook('preValidation', async (request) => {
    if (request.body !== null && typeof request.body === 'object' && !request.isMultipart?.()) {
      refuseDeep(request.body)
      request.body = cleaned(request.body)
    }
  })
  done()
})

/** No shape is deeper, nor what a plan of another program says of a seat; a body of a million brackets would end the walk below. */
const deepest = 20

const refuseDeep = (body: object): void => {
  let level: unknown[] = [body]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) throw invalid([])
    level = level.flatMap((part) => (part !== null && typeof part === 'object' ? Object.values(part) : []))
  }
}

/** Passwords stay as typed but for NFC: a space at the end of one belongs to it. */
const isSecret = (key: string) => /password/i.test(key)

const cleaned = (value: unknown, key = ''): unknown => {
  if (typeof value === 'string') return isSecret(key) ? value.normalize('NFC') : cleanText(value)
  if (Array.isArray(value)) return value.map((part) => cleaned(part, key))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, cleaned(part, name)]))
}
