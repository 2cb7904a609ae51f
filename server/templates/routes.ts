import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { attachment } from '../http/downloads.ts'
import { ById, Nothing, answer, answerNothing, type Feature } from '../http/feature.ts'
import { accountOf } from '../http/session.ts'
import { uploadedFile } from '../http/uploads.ts'
import { openPainter } from '../documents/pictures.ts'
import { Id, Line, Shape } from '../shapes.ts'
import { removeTemplate, restoreTemplate, saveTemplate } from './actions.ts'
import { checkZip, importZip, zipTemplates } from './archive.ts'
import { previewTemplate } from './preview.ts'
import {
  ImportedTemplates,
  OfLevel,
  PreviewOfTemplate,
  TemplateChange,
  TemplateList,
  TemplateLooked,
  TemplateRestore,
  TemplateTexts,
  TemplateView,
  ZipOfTemplates,
} from './schema.ts'
import { findTexts, listTemplates, viewTemplate } from './view.ts'

const OfKind = Shape({ id: Id, kind: Line(60) })
const OfVersion = Shape({ ...OfLevel.properties, number: Type.String({ pattern: '^\\d{1,6}$' }) })
const OfRemoval = Shape({ ...OfLevel.properties, version: Type.String({ pattern: '^[1-9]\\d{0,9}$' }) })

const OfExport = Shape({ kind: Type.Optional(Line(60)) })
const OfImport = Shape({ digest: Type.String({ minLength: 1, maxLength: 100 }) })
const zipType = 'application/zip'
const Zip = Type.Unsafe<Buffer>({ type: 'string', format: 'binary', description: zipType })

const reading = { role: 'viewer', at: 'unit' } as const
const writing = { role: 'administrator', at: 'unit' } as const

const placeOf = ({ id, kind }: { id: string; kind: string }, levelId: string | null | undefined) => ({
  unitId: id,
  kind,
  levelId: levelId ?? null,
})

export const templateRoutes: Feature = async (app, { office }) => {
  const painter = openPainter()
  app.addHook('onClose', () => painter.close())

  app.get(
    '/api/units/:id/templates',
    { config: { permission: reading }, schema: { params: ById, response: { 200: TemplateList } } },
    async (request) => listTemplates(office.db.read, accountOf(request).duties, request.params.id),
  )
  app.get(
    '/api/units/:id/templates.zip',
    {
      config: { permission: reading },
      schema: { params: ById, querystring: OfExport, response: { 200: Zip } },
    },
    async (request, reply) => {
      const { kind } = request.query
      const zip = await zipTemplates(office.db.read, request.params.id, kind ?? null)
      return (reply as unknown as FastifyReply)
        .type(zipType)
        .headers(attachment(`Mẫu văn bản${kind === undefined ? '' : ` ${kind}`}`, 'zip'))
        .send(zip)
    },
  )
  app.post(
    '/api/units/:id/templates/check-zip',
    { config: { permission: writing }, schema: { params: ById, response: { 200: ZipOfTemplates } } },
    async (request) => {
      const { bytes } = await uploadedFile(request as unknown as FastifyRequest)
      return checkZip(office.db.read, request.params.id, bytes)
    },
  )
  app.post(
    '/api/units/:id/templates/import-zip',
    {
      config: { permission: writing },
      schema: { params: ById, querystring: OfImport, response: { 200: ImportedTemplates } },
    },
    async (request, reply) => {
      const { bytes } = await uploadedFile(request as unknown as FastifyRequest)
      const brought = { bytes, digest: request.query.digest }
      return answer(reply, await importZip(office, accountOf(request), request.params.id, brought))
    },
  )
  app.get(
    '/api/units/:id/templates/:kind',
    {
      config: { permission: reading },
      schema: { params: OfKind, querystring: OfLevel, response: { 200: TemplateView } },
    },
    async (request) => viewTemplate(office.db.read, placeOf(request.params, request.query.level)),
  )
  app.get(
    '/api/units/:id/templates/:kind/texts',
    {
      config: { permission: reading },
      schema: { params: OfKind, querystring: OfVersion, response: { 200: TemplateTexts } },
    },
    async (request) => {
      const { level, number } = request.query
      return findTexts(office.db.read, placeOf(request.params, level), Number(number))
    },
  )
  app.post(
    '/api/units/:id/templates/:kind/preview',
    {
      config: { permission: reading },
      schema: { params: OfKind, body: PreviewOfTemplate, response: { 200: TemplateLooked } },
    },
    async (request) => previewTemplate(office, painter, placeOf(request.params, null), request.body),
  )
  app.put(
    '/api/units/:id/templates/:kind',
    {
      config: { permission: writing },
      schema: { params: OfKind, body: TemplateChange, response: { 204: Nothing } },
    },
    async (request, reply) => {
      const { levelId, ...change } = request.body
      const place = placeOf(request.params, levelId)
      return answerNothing(reply, await saveTemplate(office, accountOf(request), place, change))
    },
  )
  app.post(
    '/api/units/:id/templates/:kind/restore',
    {
      config: { permission: writing },
      schema: { params: OfKind, body: TemplateRestore, response: { 204: Nothing } },
    },
    async (request, reply) => {
      const { levelId, ...wish } = request.body
      const place = placeOf(request.params, levelId)
      return answerNothing(reply, await restoreTemplate(office, accountOf(request), place, wish))
    },
  )
  app.delete(
    '/api/units/:id/templates/:kind',
    {
      config: { permission: writing },
      schema: { params: OfKind, querystring: OfRemoval, response: { 204: Nothing } },
    },
    async (request, reply) => {
      const { level, version } = request.query
      const place = placeOf(request.params, level)
      return answerNothing(reply, await removeTemplate(office, accountOf(request), place, Number(version)))
    },
  )
}
