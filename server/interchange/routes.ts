import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { attachment } from '../http/downloads.ts'
import { ById, answer, type Feature } from '../http/feature.ts'
import { accountOf } from '../http/session.ts'
import { uploadedFile } from '../http/uploads.ts'
import { Line, Shape } from '../shapes.ts'
import * as actions from './actions.ts'
import { exportSchedule, type ExportKind } from './exports.ts'
import { scheduleLimits } from './rules.ts'
import { ScheduleImportDone, ScheduleImportPreview } from './schema.ts'

const Text = Type.Unsafe<string>({ type: 'string', format: 'binary', description: 'application/octet-stream' })
const types: Readonly<Record<ExportKind, string>> = {
  xml: 'application/xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
}

export const interchangeRoutes: Feature = async (app, { office }) => {
  const mostBytes = Math.min(scheduleLimits.bytes, office.settings.maxUploadBytes)
  const scheduleOf = (request: unknown) => uploadedFile(request as FastifyRequest, mostBytes)
  app.post(
    '/api/congresses/:id/schedule/preview',
    {
      config: { permission: { role: 'secretariat', at: 'congress' } },
      schema: { params: ById, response: { 200: ScheduleImportPreview } },
    },
    async (request) => actions.previewSchedule(office, request.params.id, await scheduleOf(request)),
  )
  app.post(
    '/api/congresses/:id/schedule/import',
    {
      config: { permission: { role: 'secretariat', at: 'congress' } },
      schema: { params: ById, querystring: Shape({ digest: Line(100) }), response: { 200: ScheduleImportDone } },
    },
    async (request, reply) => {
      const file = await scheduleOf(request)
      const { digest } = request.query
      return answer(
        reply,
        await actions.importSchedule(office, accountOf(request), request.params.id, { ...file, digest }),
      )
    },
  )
  const send = async (reply: unknown, congressId: string, kind: ExportKind) => {
    const { name, text } = await exportSchedule(office, congressId, kind)
    return (reply as FastifyReply).type(types[kind]).headers(attachment(name, kind)).send(text)
  }
  const reading = { permission: { role: 'viewer', at: 'congress' } } as const
  const schema = { params: ById, response: { 200: Text } }
  app.get('/api/congresses/:id/schedule.xml', { config: reading, schema }, async ({ params }, reply) =>
    send(reply, params.id, 'xml'),
  )
  app.get('/api/congresses/:id/schedule.json', { config: reading, schema }, async ({ params }, reply) =>
    send(reply, params.id, 'json'),
  )
  app.get('/api/congresses/:id/schedule.ics', { config: reading, schema }, async ({ params }, reply) =>
    send(reply, params.id, 'ics'),
  )
}
