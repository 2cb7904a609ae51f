import { Type } from 'typebox'
import { placesOfDuties } from '../accounts/listing.ts'
import { notFound } from '../errors.ts'
import { AtVersion, ById, Nothing, answer, answerNothing, type Feature } from '../http/feature.ts'
import { accountOf } from '../http/session.ts'
import { changeCall, createCall, deleteCall } from './actions.ts'
import { listCalls, listCallsOfCongress, listCallsWithUnit } from './queries.ts'
import { callsToMake } from './rules.ts'
import { Call, CallChange, NewCall } from './schema.ts'

export const callRoutes: Feature = async (app, { office }) => {
  app.get(
    '/api/calls/to-make',
    {
      config: { permission: { role: 'viewer', at: 'somewhere' } },
      schema: { response: { 200: Type.Array(Call) } },
    },
    async (request) => {
      const mine = await placesOfDuties(office.db.read, accountOf(request).duties, 'viewer')
      return callsToMake(await listCalls(office.db.read)).filter(({ unitId }) => mine?.has(unitId) ?? true)
    },
  )
  app.get(
    '/api/units/:id/calls',
    {
      config: { permission: { role: 'viewer', at: 'unit' } },
      schema: { params: ById, response: { 200: Type.Array(Call) } },
    },
    async (request) => listCallsWithUnit(office.db.read, request.params.id),
  )
  app.get(
    '/api/congresses/:id/calls',
    {
      config: { permission: { role: 'viewer', at: 'congress' } },
      schema: { params: ById, response: { 200: Type.Array(Call) } },
    },
    async ({ congress }) => {
      if (!congress) throw notFound()
      return listCallsOfCongress(office.db.read, congress)
    },
  )
  app.post(
    '/api/calls',
    {
      config: { permission: { role: 'secretariat', at: 'unit-in-body' } },
      schema: { body: NewCall, response: { 200: Call } },
    },
    async (request, reply) => answer(reply, await createCall(office, accountOf(request), request.body)),
  )
  app.put(
    '/api/calls/:id',
    {
      config: { permission: { role: 'secretariat', at: 'call' } },
      schema: { params: ById, body: CallChange, response: { 200: Call } },
    },
    async (request, reply) =>
      answer(reply, await changeCall(office, accountOf(request), request.params.id, request.body)),
  )
  app.delete(
    '/api/calls/:id',
    {
      config: { permission: { role: 'secretariat', at: 'call' } },
      schema: { params: ById, querystring: AtVersion, response: { 204: Nothing } },
    },
    async (request, reply) => {
      const version = Number(request.query.version)
      return answerNothing(reply, await deleteCall(office, accountOf(request), request.params.id, version))
    },
  )
}
