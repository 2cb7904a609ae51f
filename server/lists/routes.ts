import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { sendXlsx, Xlsx } from '../http/downloads.ts'
import { ById, Nothing, answer, answerNothing, type Feature } from '../http/feature.ts'
import { accountOf } from '../http/session.ts'
import { uploadedFile } from '../http/uploads.ts'
import { Choice, Id, Line, Shape } from '../shapes.ts'
import * as actions from './actions.ts'
import {
  CongressList,
  CongressLists,
  ListImported,
  ListPreview,
  ListRowChanges,
  ListRowOrder,
  ListRowsChanged,
  ListRowShown,
  ListRowsGone,
  NewListRow,
} from './schema.ts'

const OfList = Shape({ id: Id, list: Line(60) })
/** How a table is taken: what its columns are, commas between them and nothing for one that is left out. */
const taking = {
  columns: Type.Optional(Type.String({ maxLength: 4000 })),
  others: Type.Optional(Choice(['stay', 'go'] as const)),
}
const OfPreview = Shape(taking)
const OfImport = Shape({ ...taking, digest: Type.String({ minLength: 1, maxLength: 100 }) })

const reading = { role: 'viewer', at: 'congress' } as const
const writing = { role: 'secretariat', at: 'congress' } as const

const placeOf = ({ id, list }: { id: string; list: string }) => ({ congressId: id, list })

export const listRoutes: Feature = async (app, { office }) => {
  app.get(
    '/api/congresses/:id/lists',
    { config: { permission: reading }, schema: { params: ById, response: { 200: CongressLists } } },
    async (request) => actions.listLists(office.db.read, request.params.id),
  )
  app.get(
    '/api/congresses/:id/lists/:list',
    { config: { permission: reading }, schema: { params: OfList, response: { 200: CongressList } } },
    async (request) => actions.showList(office.db.read, placeOf(request.params)),
  )
  app.get(
    '/api/congresses/:id/lists/:list/export.xlsx',
    { config: { permission: reading }, schema: { params: OfList, response: { 200: Xlsx } } },
    async (request, reply) =>
      sendXlsx(reply as unknown as FastifyReply, await actions.exportList(office.db.read, placeOf(request.params))),
  )
  app.post(
    '/api/congresses/:id/lists/:list/rows',
    {
      config: { permission: writing },
      schema: { params: OfList, body: NewListRow, response: { 200: ListRowShown } },
    },
    async (request, reply) => {
      const { values } = request.body
      return answer(reply, await actions.addRow(office, accountOf(request), placeOf(request.params), values))
    },
  )
  app.put(
    '/api/congresses/:id/lists/:list/rows',
    {
      config: { permission: writing },
      schema: { params: OfList, body: ListRowChanges, response: { 200: ListRowsChanged } },
    },
    async (request, reply) =>
      answer(reply, await actions.changeRows(office, accountOf(request), placeOf(request.params), request.body)),
  )
  app.post(
    '/api/congresses/:id/lists/:list/rows/remove',
    {
      config: { permission: writing },
      schema: { params: OfList, body: ListRowsGone, response: { 204: Nothing } },
    },
    async (request, reply) =>
      answerNothing(reply, await actions.removeRows(office, accountOf(request), placeOf(request.params), request.body)),
  )
  app.put(
    '/api/congresses/:id/lists/:list/order',
    {
      config: { permission: writing },
      schema: { params: OfList, body: ListRowOrder, response: { 200: CongressList } },
    },
    async (request, reply) =>
      answer(reply, await actions.orderRows(office, accountOf(request), placeOf(request.params), request.body)),
  )
  app.post(
    '/api/congresses/:id/lists/:list/preview',
    {
      config: { permission: writing },
      schema: { params: OfList, querystring: OfPreview, response: { 200: ListPreview } },
    },
    async (request) => {
      const brought = await broughtOf(request as unknown as FastifyRequest, request.query)
      return actions.previewImport(office, placeOf(request.params), brought)
    },
  )
  app.post(
    '/api/congresses/:id/lists/:list/import',
    {
      config: { permission: writing },
      schema: { params: OfList, querystring: OfImport, response: { 200: ListImported } },
    },
    async (request, reply) => {
      const { digest, ...query } = request.query
      const brought = { ...(await broughtOf(request as unknown as FastifyRequest, query)), digest }
      return answer(reply, await actions.importTable(office, accountOf(request), placeOf(request.params), brought))
    },
  )
}

const broughtOf = async (
  request: FastifyRequest,
  { columns, others }: { columns?: string; others?: 'stay' | 'go' },
): Promise<actions.Brought> => ({
  ...(await uploadedFile(request)),
  columns: columns === undefined ? null : columns.split(',').map((name) => name || null),
  isWhole: others === 'go',
})
