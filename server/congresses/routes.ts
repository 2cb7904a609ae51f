import { Type } from 'typebox'
import { Acceptance, ManyAcceptances, NewAcceptance } from '../conflicts/schema.ts'
import { notFound } from '../errors.ts'
import { AtVersion, ById, Nothing, answer, answerNothing, type Feature } from '../http/feature.ts'
import { accountOf } from '../http/session.ts'
import { Count, Shape } from '../shapes.ts'
import * as actions from './actions.ts'
import { acceptMany, dateMany } from './many.ts'
import { listEvents } from './queries.ts'
import {
  Congress,
  CongressChange,
  CongressesForLevel,
  CongressEvent,
  DateChange,
  DatesForMany,
  ManyChange,
  NewCongress,
  StateChange,
} from './schema.ts'

export const congressRoutes: Feature = async (app, { office }) => {
  app.get(
    '/api/congresses/:id',
    {
      config: { permission: { role: 'viewer', at: 'congress' } },
      schema: { params: ById, response: { 200: Congress } },
    },
    async (request) => {
      if (!request.congress) throw notFound()
      return request.congress
    },
  )
  app.get(
    '/api/congresses/:id/events',
    {
      config: { permission: { role: 'viewer', at: 'congress' } },
      schema: { params: ById, response: { 200: Type.Array(CongressEvent) } },
    },
    async (request) => listEvents(office.db.read, request.params.id),
  )
  app.post(
    '/api/congresses',
    {
      config: { permission: { role: 'organizer', at: 'unit-in-body' } },
      schema: { body: NewCongress, response: { 200: Congress } },
    },
    async (request, reply) => answer(reply, await actions.createCongress(office, accountOf(request), request.body)),
  )
  app.put(
    '/api/congresses/:id',
    {
      config: { permission: { role: 'organizer', at: 'congress' } },
      schema: { params: ById, body: CongressChange, response: { 200: Congress } },
    },
    async (request, reply) =>
      answer(reply, await actions.changeCongress(office, accountOf(request), request.params.id, request.body)),
  )
  app.put(
    '/api/congresses/:id/date',
    {
      config: { permission: { role: 'organizer', at: 'congress' } },
      schema: { params: ById, body: DateChange, response: { 200: Congress } },
    },
    async (request, reply) =>
      answer(reply, await actions.moveCongress(office, accountOf(request), request.params.id, request.body)),
  )
  app.post(
    '/api/congresses/:id/state',
    {
      config: { permission: { role: 'organizer', at: 'congress' } },
      schema: { params: ById, body: StateChange, response: { 200: Congress } },
    },
    async (request, reply) =>
      answer(reply, await actions.changeState(office, accountOf(request), request.params.id, request.body)),
  )
  app.delete(
    '/api/congresses/:id',
    {
      config: { permission: { role: 'organizer', at: 'congress' } },
      schema: { params: ById, querystring: AtVersion, response: { 204: Nothing } },
    },
    async (request, reply) => {
      const version = Number(request.query.version)
      return answerNothing(reply, await actions.deleteCongress(office, accountOf(request), request.params.id, version))
    },
  )
  app.post(
    '/api/cycles/:id/congresses-for-level',
    {
      config: { permission: { role: 'organizer', at: 'cycle' } },
      schema: {
        params: ById,
        body: CongressesForLevel,
        response: { 200: Shape({ created: Count(), left: Count() }) },
      },
    },
    async (request, reply) =>
      answer(reply, await actions.createForLevel(office, accountOf(request), request.params.id, request.body)),
  )
  app.post(
    '/api/congresses/change-many',
    {
      config: { permission: { role: 'organizer', at: 'congresses-in-body' } },
      schema: { body: ManyChange, response: { 200: Shape({ changed: Count() }) } },
    },
    async (request, reply) => answer(reply, await actions.changeMany(office, accountOf(request), request.body)),
  )
  app.post(
    '/api/congresses/date-many',
    {
      config: { permission: { role: 'organizer', at: 'congresses-in-body' } },
      schema: { body: DatesForMany, response: { 200: Shape({ dated: Count() }) } },
    },
    async (request, reply) => answer(reply, await dateMany(office, accountOf(request), request.body)),
  )
  app.post(
    '/api/acceptances',
    {
      config: { permission: { role: 'organizer', at: 'congress-in-body' } },
      schema: { body: NewAcceptance, response: { 200: Acceptance } },
    },
    async (request, reply) => answer(reply, await actions.acceptWarning(office, accountOf(request), request.body)),
  )
  app.post(
    '/api/acceptances/many',
    {
      config: { permission: { role: 'organizer', at: 'warnings-in-body' } },
      schema: { body: ManyAcceptances, response: { 200: Shape({ accepted: Count() }) } },
    },
    async (request, reply) => answer(reply, await acceptMany(office, accountOf(request), request.body)),
  )
  app.delete(
    '/api/acceptances/:id',
    {
      config: { permission: { role: 'organizer', at: 'acceptance' } },
      schema: { params: ById, response: { 204: Nothing } },
    },
    async (request, reply) =>
      answerNothing(reply, await actions.withdrawAcceptance(office, accountOf(request), request.params.id)),
  )
}
