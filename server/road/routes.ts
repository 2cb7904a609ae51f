import { gzipSync } from 'node:zlib'
import type { FastifyReply } from 'fastify'
import { applyAcceptances, createRoadIndex, findConflicts } from '../conflicts/rules.ts'
import { notFound } from '../errors.ts'
import { stampReader } from '../history/queries.ts'
import { ById, type Feature } from '../http/feature.ts'
import { accountOf } from '../http/session.ts'
import { roadPart, todayOf } from './actions.ts'
import { visibleRoad } from './rules.ts'
import { Road, RoadConflicts } from './schema.ts'
import type { Duty } from '../accounts/schema.ts'

interface KeptRoad {
  stamp: string
  plain: Buffer
  zipped: Buffer
}

/** Roads kept ready at the same time: one per cycle and kind of view. */
const maxKept = 50

export const roadRoutes: Feature = async (app, { office }) => {
  const readStamp = stampReader(office.db)
  const kept = new Map<string, KeptRoad>()

  /** The road as this account may see it; 404 when it may see none of it. */
  const roadFor = async (cycleId: string, duties: readonly Duty[]) => {
    const whole = await roadPart(office.db.read, cycleId)
    const { congresses, ...rest } = whole
    const road = visibleRoad({ ...rest, congresses }, duties, todayOf(office, whole.cycle.standsOn))
    if (!road) throw notFound()
    return road
  }

  app.get(
    '/api/cycles/:id/road',
    {
      config: { permission: { role: 'viewer', at: 'somewhere' } },
      schema: { params: ById, response: { 200: Road } },
    },
    async (request, typedReply) => {
      // What is sent are the bytes of the answer, written by its schema below.
      const reply = typedReply as unknown as FastifyReply
      // The road is large and read by every page, but changes only with an act: it is composed once per act and day.
      const { duties } = accountOf(request)
      const key = `${request.params.id} ${JSON.stringify(duties)}`
      const stamp = `"${await readStamp()}-${todayOf(office, null)}"`
      void reply.header('etag', stamp).header('cache-control', 'private, no-cache').header('vary', 'cookie')
      let road = kept.get(key)
      if (road?.stamp !== stamp) {
        const plain = Buffer.from(String(reply.serialize(await roadFor(request.params.id, duties))))
        road = { stamp, plain, zipped: gzipSync(plain) }
        if (kept.size >= maxKept) kept.clear()
        kept.set(key, road)
      }
      if (request.headers['if-none-match'] === stamp) return reply.status(304).send()
      void reply.type('application/json; charset=utf-8')
      if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(road.plain)
      return reply.header('content-encoding', 'gzip').send(road.zipped)
    },
  )

  app.get(
    '/api/cycles/:id/conflicts',
    {
      config: { permission: { role: 'viewer', at: 'somewhere' } },
      schema: { params: ById, response: { 200: RoadConflicts } },
    },
    async (request) => {
      const road = await roadFor(request.params.id, accountOf(request).duties)
      const { open, accepted } = applyAcceptances(findConflicts(createRoadIndex(road)), road.acceptances)
      return { open, accepted: accepted.map(({ conflict }) => conflict) }
    },
  )
}
