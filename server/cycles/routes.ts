import { Type } from 'typebox'
import { placesOfDuties } from '../accounts/listing.ts'
import { AtVersion, ById, Nothing, answer, answerNothing, type Feature } from '../http/feature.ts'
import { accountOf } from '../http/session.ts'
import { subtreeOfUnits } from '../units/queries.ts'
import { changeCycle, changeLevel, createCycle, createLevel, deleteCycle, deleteLevel } from './actions.ts'
import { listCycles } from './queries.ts'
import { Cycle, CycleChange, Level, LevelChange, NewCycle, NewLevel } from './schema.ts'

export const cycleRoutes: Feature = async (app, { office }) => {
  app.get(
    '/api/cycles',
    {
      config: { permission: { role: 'viewer', at: 'somewhere' } },
      schema: { response: { 200: Type.Array(Cycle) } },
    },
    async (request) => {
      const { read } = office.db
      const mine = await placesOfDuties(read, accountOf(request).duties, 'viewer')
      const cycles = await listCycles(read)
      if (mine === null) return cycles
      // A road concerns everybody below the unit that keeps it.
      const isMine = await Promise.all(
        cycles.map(async ({ unitId }) => [...(await subtreeOfUnits(read, [unitId]))].some((id) => mine.has(id))),
      )
      return cycles.filter((_cycle, index) => isMine[index])
    },
  )
  app.post(
    '/api/cycles',
    {
      config: { permission: { role: 'organizer', at: 'unit-in-body' } },
      schema: { body: NewCycle, response: { 200: Cycle } },
    },
    async (request, reply) => answer(reply, await createCycle(office, accountOf(request), request.body)),
  )
  app.put(
    '/api/cycles/:id',
    {
      config: { permission: { role: 'organizer', at: 'cycle' } },
      schema: { params: ById, body: CycleChange, response: { 200: Cycle } },
    },
    async (request, reply) =>
      answer(reply, await changeCycle(office, accountOf(request), request.params.id, request.body)),
  )
  app.delete(
    '/api/cycles/:id',
    {
      config: { permission: { role: 'organizer', at: 'cycle' } },
      schema: { params: ById, querystring: AtVersion, response: { 204: Nothing } },
    },
    async (request, reply) => {
      const version = Number(request.query.version)
      return answerNothing(reply, await deleteCycle(office, accountOf(request), request.params.id, version))
    },
  )
  app.post(
    '/api/cycles/:id/levels',
    {
      config: { permission: { role: 'organizer', at: 'cycle' } },
      schema: { params: ById, body: NewLevel, response: { 200: Level } },
    },
    async (request, reply) =>
      answer(reply, await createLevel(office, accountOf(request), request.params.id, request.body)),
  )
  app.put(
    '/api/levels/:id',
    {
      config: { permission: { role: 'organizer', at: 'level' } },
      schema: { params: ById, body: LevelChange, response: { 200: Level } },
    },
    async (request, reply) =>
      answer(reply, await changeLevel(office, accountOf(request), request.params.id, request.body)),
  )
  app.delete(
    '/api/levels/:id',
    {
      config: { permission: { role: 'organizer', at: 'level' } },
      schema: { params: ById, querystring: AtVersion, response: { 204: Nothing } },
    },
    async (request, reply) => {
      const version = Number(request.query.version)
      return answerNothing(reply, await deleteLevel(office, accountOf(request), request.params.id, version))
    },
  )
}
