import { Type } from 'typebox'
import { answer, ById, type Feature } from '../http/feature.ts'
import { accountOf } from '../http/session.ts'
import * as actions from './actions.ts'
import { ChainStep, Choice, ChoosableList, Chosen } from './schema.ts'

const writing = { role: 'secretariat', at: 'congress' } as const

export const choosingRoutes: Feature = async (app, { office }) => {
  app.get(
    '/api/congresses/:id/choosable',
    { config: { permission: writing }, schema: { params: ById, response: { 200: ChoosableList } } },
    async (request) => actions.showChoosable(office.db.read, request.params.id, accountOf(request).duties),
  )
  app.post(
    '/api/congresses/:id/chosen',
    { config: { permission: writing }, schema: { params: ById, body: Choice, response: { 200: Chosen } } },
    async (request, reply) =>
      answer(reply, await actions.chooseDelegates(office, accountOf(request), request.params.id, request.body)),
  )
  app.get(
    '/api/delegates/:id/chain',
    {
      config: { permission: { role: 'viewer', at: 'delegate' } },
      schema: { params: ById, response: { 200: Type.Array(ChainStep) } },
    },
    async (request) => actions.showChain(office.db.read, request.params.id, accountOf(request).duties),
  )
}
