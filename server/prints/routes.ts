import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { findCongress } from '../congresses/queries.ts'
import { notFound } from '../errors.ts'
import { answer, ById, type Feature } from '../http/feature.ts'
import { Pdf, sendPdf, sendZip, Zip } from '../http/downloads.ts'
import { accountOf } from '../http/session.ts'
import { Choice, Id, Line, Shape } from '../shapes.ts'
import * as actions from './actions.ts'
import { zipOfPrint } from './archive.ts'
import { openDesk } from './desk.ts'
import { zipOfPackage } from './package.ts'
import { findPrintedSeats } from './printed-seats.ts'
import {
  PackageOrder,
  PackagePlan,
  PrintedSeats,
  PrintHistory,
  PrintJob,
  PrintOrder,
  PrintPlan,
  PrintRows,
  Printers,
} from './schema.ts'
import { unpackSnapshot } from './snapshot.ts'
import { drawTestSheet } from './test-sheet.ts'

const Language = Choice(['vi', 'en'] as const)
const OfKind = Shape({ id: Id, kind: Line(60) })
const InLanguage = Shape({ language: Type.Optional(Language) })
const Offset = Type.Optional(Type.String({ pattern: '^-?\\d{1,2}(\\.\\d{1,2})?$' }))
const OfTest = Shape({ language: Type.Optional(Language), x: Offset, y: Offset })
/** The names of as many as may be chosen, and of more, so that these are refused as too many. */
const orderBytes = 4 * 1024 * 1024

export const printRoutes: Feature = async (app, { office }) => {
  const desk = openDesk()
  app.addHook('onClose', () => desk.close())

  app.get(
    '/api/congresses/:id/prints',
    {
      config: { permission: { role: 'viewer', at: 'congress' } },
      schema: { params: ById, response: { 200: PrintHistory } },
    },
    async (request) => actions.listHistory(office, request.params.id),
  )
  app.get(
    '/api/congresses/:id/printed-seats',
    {
      config: { permission: { role: 'viewer', at: 'congress' } },
      schema: { params: ById, response: { 200: PrintedSeats } },
    },
    async (request) => findPrintedSeats(office.db.read, request.params.id),
  )
  app.get(
    '/api/congresses/:id/papers/:kind/rows',
    {
      config: { permission: { role: 'viewer', at: 'congress' } },
      schema: { params: OfKind, querystring: InLanguage, response: { 200: PrintRows } },
    },
    async (request) => {
      const { id, kind } = request.params
      return actions.listPrintRows(office, id, kind, request.query.language ?? 'vi')
    },
  )
  app.post(
    '/api/congresses/:id/print-plan',
    {
      bodyLimit: orderBytes,
      config: { permission: { role: 'secretariat', at: 'congress' } },
      schema: { params: ById, body: PrintOrder, response: { 200: PrintPlan } },
    },
    async (request) => actions.planPrint(office, request.params.id, request.body),
  )
  app.post(
    '/api/congresses/:id/prints',
    {
      bodyLimit: orderBytes,
      config: { permission: { role: 'secretariat', at: 'congress' } },
      schema: { params: ById, body: PrintOrder, response: { 200: PrintJob } },
    },
    async (request) => actions.startPrint(office, desk, accountOf(request), request.params.id, request.body),
  )
  app.post(
    '/api/congresses/:id/package-plan',
    {
      config: { permission: { role: 'secretariat', at: 'congress' } },
      schema: { params: ById, body: PackageOrder, response: { 200: PackagePlan } },
    },
    async (request) => actions.planPackage(office, request.params.id, request.body),
  )
  app.post(
    '/api/congresses/:id/package',
    {
      config: { permission: { role: 'secretariat', at: 'congress' } },
      schema: { params: ById, body: PackageOrder, response: { 200: PrintJob } },
    },
    async (request) => actions.startPackage(office, desk, accountOf(request), request.params.id, request.body),
  )
  app.get(
    '/api/congresses/:id/print-job',
    {
      config: { permission: { role: 'secretariat', at: 'congress' } },
      schema: { params: ById, response: { 200: PrintJob } },
    },
    async (request) => desk.find(accountOf(request), request.params.id),
  )
  app.post(
    '/api/congresses/:id/print-job/stop',
    {
      config: { permission: { role: 'secretariat', at: 'congress' } },
      schema: { params: ById, response: { 200: PrintJob } },
    },
    async (request) => {
      await desk.stop(accountOf(request), request.params.id)
      return desk.find(accountOf(request), request.params.id)
    },
  )
  app.get(
    '/api/prints/:id/pdf',
    {
      config: { permission: { role: 'viewer', at: 'print' } },
      schema: { params: ById, response: { 200: Pdf } },
    },
    async (request, reply) =>
      sendPdf(reply as unknown as FastifyReply, await actions.fetchPrint(office, desk, request.params.id)),
  )
  app.get(
    '/api/prints/:id/zip',
    {
      config: { permission: { role: 'viewer', at: 'print' } },
      schema: { params: ById, response: { 200: Zip } },
    },
    async (request, reply) => {
      const print = await actions.neededPrint(office.db.read, request.params.id)
      const pieces = zipOfPrint(await unpackSnapshot(print.snapshot), print.documents, office.settings.timeZone)
      return sendZip(reply as unknown as FastifyReply, { name: print.titles[print.language], pieces })
    },
  )
  app.get(
    '/api/print-packages/:id/zip',
    {
      config: { permission: { role: 'viewer', at: 'print-package' } },
      schema: { params: ById, response: { 200: Zip } },
    },
    async (request, reply) => {
      const { timeZone } = office.settings
      return sendZip(reply as unknown as FastifyReply, await zipOfPackage(office.db.read, request.params.id, timeZone))
    },
  )
  app.get(
    '/api/congresses/:id/printers',
    {
      config: { permission: { role: 'viewer', at: 'congress' } },
      schema: { params: ById, response: { 200: Printers } },
    },
    async (request) => actions.printersOf(office.db.read, (await congressOf(request.params.id)).unitId),
  )
  app.put(
    '/api/congresses/:id/printers',
    {
      config: { permission: { role: 'secretariat', at: 'congress' } },
      schema: { params: ById, body: Printers, response: { 200: Printers } },
    },
    async (request, reply) => {
      const congress = await congressOf(request.params.id)
      return answer(reply, await actions.changePrinters(office, accountOf(request), congress, request.body))
    },
  )
  app.get(
    '/api/printer-test',
    {
      config: { permission: { role: 'viewer', at: 'somewhere' } },
      schema: { querystring: OfTest, response: { 200: Pdf } },
    },
    async (request, reply) => {
      const { language = 'vi', x = '0', y = '0' } = request.query
      const pdf = await drawTestSheet({ x: Number(x), y: Number(y) }, language, office.now())
      return sendPdf(reply as unknown as FastifyReply, { title: 'May in', pdf })
    },
  )

  const congressOf = async (id: string) => {
    const congress = await findCongress(office.db.read, id)
    if (!congress) throw notFound()
    return congress
  }
}
