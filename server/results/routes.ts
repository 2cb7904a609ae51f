import type { FastifyReply } from 'fastify'
import { findCycle } from '../cycles/queries.ts'
import { notFound } from '../errors.ts'
import { sendXlsx, Xlsx } from '../http/downloads.ts'
import { ById, answer, type Feature } from '../http/feature.ts'
import { answerKeeper } from '../http/kept-answers.ts'
import { accountOf } from '../http/session.ts'
import { todayOf } from '../road/actions.ts'
import { templateOfRoad } from '../templates/source.ts'
import { changeHonourKinds, closeCongress } from './actions.ts'
import { exportResults } from './export.ts'
import { gatherSums } from './gather.ts'
import { findResult } from './queries.ts'
import { honourKindsOf } from './rules.ts'
import { congressesWithoutFigures, sumResults } from './rules/sums.ts'
import { Closed, CycleResults, HonourKinds, ResultChange, ResultOfCongress } from './schema.ts'

export const resultRoutes: Feature = async (app, { office }) => {
  const findKinds = async (cycleId: string) => {
    const cycle = await findCycle(office.db.read, cycleId)
    if (!cycle) throw notFound()
    return { kinds: [...honourKindsOf(cycle)], version: cycle.version }
  }

  app.get(
    '/api/congresses/:id/result',
    {
      config: { permission: { role: 'viewer', at: 'congress' } },
      schema: { params: ById, response: { 200: ResultOfCongress } },
    },
    async ({ congress }) => {
      if (!congress) throw notFound()
      const result = (await findResult(office.db.read, congress.id)) ?? null
      return { result, kinds: (await findKinds(congress.cycleId)).kinds }
    },
  )
  app.put(
    '/api/congresses/:id/result',
    {
      config: { permission: { role: 'organizer', at: 'congress' } },
      schema: { params: ById, body: ResultChange, response: { 200: Closed } },
    },
    async (request, reply) =>
      answer(reply, await closeCongress(office, accountOf(request), request.params.id, request.body)),
  )
  const answerKept = answerKeeper(office)
  app.get(
    '/api/cycles/:id/results',
    {
      // Like the road itself: each account gets the part that it may see, and 404 where that is nothing.
      config: { permission: { role: 'viewer', at: 'somewhere' } },
      schema: { params: ById, response: { 200: CycleResults } },
    },
    async (request, reply) =>
      answerKept(request, reply, async () => {
        const facts = await gatherSums(office.db.read, request.params.id, accountOf(request).duties)
        const sums = sumResults({ ...facts, today: todayOf(office, facts.cycle.standsOn) })
        const { fields } = await templateOfRoad(office.db.read, request.params.id, 'road-summary')
        const summarySymbol = fields.find(({ name }) => name === 'symbol')?.fallback ?? ''
        return { kinds: facts.kinds, sums, withoutFigures: congressesWithoutFigures(facts), summarySymbol }
      }),
  )
  app.get(
    '/api/cycles/:id/results.xlsx',
    {
      config: { permission: { role: 'viewer', at: 'somewhere' } },
      schema: { params: ById, response: { 200: Xlsx } },
    },
    async (request, reply) => {
      const file = await exportResults(office, accountOf(request).duties, request.params.id)
      return sendXlsx(reply as unknown as FastifyReply, file)
    },
  )
  app.get(
    '/api/cycles/:id/honour-kinds',
    {
      config: { permission: { role: 'viewer', at: 'cycle' } },
      schema: { params: ById, response: { 200: HonourKinds } },
    },
    async (request) => findKinds(request.params.id),
  )
  app.put(
    '/api/cycles/:id/honour-kinds',
    {
      config: { permission: { role: 'organizer', at: 'cycle' } },
      schema: { params: ById, body: HonourKinds, response: { 200: HonourKinds } },
    },
    async (request, reply) =>
      answer(reply, await changeHonourKinds(office, accountOf(request), request.params.id, request.body)),
  )
}
