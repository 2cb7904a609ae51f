import { Type } from 'typebox'
import { answer, answerNothing, AtVersion, ById, Nothing, type Feature } from '../http/feature.ts'
import { accountOf } from '../http/session.ts'
import { Shape } from '../shapes.ts'
import * as actions from './actions.ts'
import { listHallsOf } from './queries.ts'
import { Hall, HallChange, HallCopy, HallDetails, NewDrawing, NewHall } from './schema.ts'

/** A drawing of the largest hall, in bytes. */
const bodyLimit = 24 * 1024 * 1024

export const hallRoutes: Feature = async (app, { office }) => {
  app.get(
    '/api/venues/:id/halls',
    {
      config: { permission: { role: 'viewer', at: 'venue' } },
      schema: { params: ById, response: { 200: Type.Array(Hall) } },
    },
    async (request) => (await listHallsOf(office.db.read, request.params.id)).map(actions.asTold),
  )
  app.post(
    '/api/venues/:id/halls',
    {
      config: { permission: { role: 'organizer', at: 'venue' } },
      bodyLimit,
      schema: { params: ById, body: NewHall, response: { 200: Hall } },
    },
    async (request, reply) =>
      answer(reply, await actions.createHall(office, accountOf(request), request.params.id, request.body)),
  )
  app.get(
    '/api/halls/:id',
    {
      config: { permission: { role: 'viewer', at: 'hall-from-below' } },
      schema: {
        params: ById,
        querystring: Shape({ number: Type.Optional(Type.String({ pattern: '^[1-9]\\d{0,6}$' })) }),
        response: { 200: HallDetails },
      },
    },
    async (request) => {
      const { number } = request.query
      return actions.showHall(office.db.read, request.params.id, number === undefined ? undefined : Number(number))
    },
  )
  app.put(
    '/api/halls/:id',
    {
      config: { permission: { role: 'organizer', at: 'hall' } },
      schema: { params: ById, body: HallChange, response: { 200: Hall } },
    },
    async (request, reply) =>
      answer(reply, await actions.renameHall(office, accountOf(request), request.params.id, request.body)),
  )
  app.post(
    '/api/halls/:id/versions',
    {
      config: { permission: { role: 'organizer', at: 'hall' } },
      bodyLimit,
      schema: { params: ById, body: NewDrawing, response: { 200: Hall } },
    },
    async (request, reply) =>
      answer(reply, await actions.saveDrawing(office, accountOf(request), request.params.id, request.body)),
  )
  /** Whoever may look at a hall may draw it once more at a venue of their own. */
  app.post(
    '/api/halls/:id/copy',
    {
      config: { permission: { role: 'organizer', at: 'hall-copied-to-venue' } },
      schema: { params: ById, body: HallCopy, response: { 200: Hall } },
    },
    async (request, reply) =>
      answer(reply, await actions.copyHall(office, accountOf(request), request.params.id, request.body)),
  )
  app.delete(
    '/api/halls/:id',
    {
      config: { permission: { role: 'organizer', at: 'hall' } },
      schema: { params: ById, querystring: AtVersion, response: { 204: Nothing } },
    },
    async (request, reply) => {
      const version = Number(request.query.version)
      return answerNothing(reply, await actions.deleteHall(office, accountOf(request), request.params.id, version))
    },
  )
}
