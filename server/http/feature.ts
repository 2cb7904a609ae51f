import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, RawServerDefault } from 'fastify'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Type } from 'typebox'
import type { Done } from '../history/actions.ts'
import type { Office } from '../office.ts'
import { Id, Shape } from '../shapes.ts'

/** The server as a feature's routes see it: bodies and answers are typed by their schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>

/** A feature registers its routes. */
export type Feature = (app: App, options: { office: Office }) => Promise<void>

export const ById = Shape({ id: Id })

/** Version of the record that is to be deleted, from the query string. */
export const AtVersion = Shape({ version: Type.String({ pattern: '^[1-9]\\d{0,9}$' }) })

/** The same of what may not be kept yet: 0 = it is not. */
export const AtVersionOrNone = Shape({ version: Type.String({ pattern: '^(0|[1-9]\\d{0,9})$' }) })

/** Answer without a body. */
export const Nothing = Type.Null({ description: 'nothing' })

/** Hands out the result of an act and, in a header, the act's id: with it the browser offers to undo. */
export const answer = <T>(reply: FastifyReply, { actId, result }: Done<T>): T => {
  void reply.header('act-id', actId)
  return result
}

export const answerNothing = (reply: FastifyReply, done: Done<unknown>): null => {
  void reply.header('act-id', done.actId).status(204)
  return null
}
