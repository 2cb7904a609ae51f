import { Type } from 'typebox'
import { ById, Nothing, answerNothing, type Feature } from '../http/feature.ts'
import { accountOf } from '../http/session.ts'
import { openPainter } from '../documents/pictures.ts'
import { Id, Line, Shape } from '../shapes.ts'
import { removeTemplate, restoreTemplate, saveTemplate } from './actions.ts'
import { previewTemplate } from './preview.ts'
import {
  OfLevel,
  PreviewOfTemplate,
  TemplateChange,
  TemplateList,
  TemplateLooked,
  TemplateRestore,
  TemplateTexts,
  TemplateView,
} from './schema.ts'
import { findTexts, listTemplates, viewTemplate } from './view.ts'

const OfKind = Shape({ id: Id, kind: Line(60) })
const OfVersion = Shape({ ...OfLevel.properties, number: Type.String({ pattern: '^\\d{1,6}$' }) })
const OfRemoval = Shape({ ...OfLevel.properties, version: Type.String({ pattern: '^[1-9]\\d{0,9}$' }) })

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
