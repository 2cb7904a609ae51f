import type { FastifyInstance } from 'fastify'
import { Type, type Static, type TObject } from 'typebox'
import { placesOfDuties } from '../accounts/listing.ts'
import type { Duty } from '../accounts/schema.ts'
import type { Done } from '../history/actions.ts'
import type { Actor, Office } from '../office.ts'
import type { Place } from './places.ts'
import { answer, answerNothing, AtVersion, ById, Nothing } from './feature.ts'
import { accountOf } from './session.ts'

/** The four routes of a kind of record that its unit's organizers keep: list, create, change, delete. */
export interface Records<R extends TObject, N extends TObject, C extends TObject> {
  url: string
  shapes: { record: R; created: N; changed: C }
  /** Where the role is asked for: at the record's unit, and at the unit that a new one names. */
  at: Place
  newAt: Place
  /** Those that may be seen from these units (null = from everywhere), as an account with these duties may see them. */
  list: (unitIds: ReadonlySet<string> | null, duties: readonly Duty[]) => Promise<Static<R>[]>
  create: (office: Office, actor: Actor, values: Static<N>) => Promise<Done<Static<R>>>
  change: (office: Office, actor: Actor, id: string, values: Static<C>) => Promise<Done<Static<R>>>
  remove: (office: Office, actor: Actor, id: string, version: number) => Promise<Done<void>>
}

export const recordRoutes = <R extends TObject, N extends TObject, C extends TObject>(
  app: FastifyInstance,
  office: Office,
  { url, shapes, at, newAt, ...records }: Records<R, N, C>,
): void => {
  app.get(
    url,
    {
      config: { permission: { role: 'viewer', at: 'somewhere' } },
      schema: { response: { 200: Type.Array(plain(shapes.record)) } },
    },
    async (request) => {
      const { duties } = accountOf(request)
      return records.list(await placesOfDuties(office.db.read, duties, 'viewer'), duties)
    },
  )
  app.post(
    url,
    {
      config: { permission: { role: 'organizer', at: newAt } },
      schema: { body: plain(shapes.created), response: { 200: plain(shapes.record) } },
    },
    async (request, reply): Promise<unknown> => {
      const done = await records.create(office, accountOf(request), request.body as Static<N>)
      return answer(reply, done)
    },
  )
  app.put(
    `${url}/:id`,
    {
      config: { permission: { role: 'organizer', at } },
      schema: { params: ById, body: plain(shapes.changed), response: { 200: plain(shapes.record) } },
    },
    async (request, reply): Promise<unknown> => {
      const { id } = request.params as Static<typeof ById>
      const done = await records.change(office, accountOf(request), id, request.body as Static<C>)
      return answer(reply, done)
    },
  )
  app.delete(
    `${url}/:id`,
    {
      config: { permission: { role: 'organizer', at } },
      schema: { params: ById, querystring: AtVersion, response: { 204: Nothing } },
    },
    async (request, reply) => {
      const { id } = request.params as Static<typeof ById>
      const { version } = request.query as Static<typeof AtVersion>
      const done = await records.remove(office, accountOf(request), id, Number(version))
      return answerNothing(reply, done)
    },
  )
}

/** The schema without its type: which record it is, is known to the caller only. */
const plain = (schema: TObject): TObject => schema
