import { Type } from 'typebox'
import { AtVersion, ById, Nothing, answer, answerNothing, type Feature } from '../http/feature.ts'
import { accountOf } from '../http/session.ts'
import { todayOf } from '../road/actions.ts'
import { Id, Line, Shape } from '../shapes.ts'
import { changeSeries, chooseSigner, createSeries, deleteSeries, numberPaper, stepPaper } from './actions.ts'
import { listFormerSigners, listOfferedSeries } from './life.ts'
import { requireKind } from './contents.ts'
import {
  FormerSignerPaper,
  NewNumberSeries,
  NumberOfPaper,
  NumberSeries,
  NumberSeriesChange,
  OfferedSeries,
  SignerOfPaper,
  StepOfPaper,
} from './schema.ts'

const OfKind = Shape({ id: Id, kind: Line(60) })

export const paperRoutes: Feature = async (app, { office }) => {
  app.post(
    '/api/congresses/:id/papers/:kind/steps',
    {
      config: { permission: { role: 'secretariat', at: 'congress' } },
      schema: { params: OfKind, body: StepOfPaper, response: { 204: Nothing } },
    },
    async (request, reply) => {
      const { id, kind } = request.params
      await requireKind(office.db.read, id, kind)
      return answerNothing(reply, await stepPaper(office, accountOf(request), id, kind, request.body))
    },
  )
  app.put(
    '/api/congresses/:id/papers/:kind/number',
    {
      config: { permission: { role: 'secretariat', at: 'congress' } },
      schema: { params: OfKind, body: NumberOfPaper, response: { 204: Nothing } },
    },
    async (request, reply) => {
      const { id, kind } = request.params
      await requireKind(office.db.read, id, kind)
      return answerNothing(reply, await numberPaper(office, accountOf(request), id, kind, request.body))
    },
  )
  app.put(
    '/api/congresses/:id/papers/:kind/signer',
    {
      config: { permission: { role: 'secretariat', at: 'congress' } },
      schema: { params: OfKind, body: SignerOfPaper, response: { 204: Nothing } },
    },
    async (request, reply) => {
      const { id, kind } = request.params
      await requireKind(office.db.read, id, kind)
      return answerNothing(reply, await chooseSigner(office, accountOf(request), id, kind, request.body))
    },
  )
  app.get(
    '/api/cycles/:id/former-signers',
    {
      config: { permission: { role: 'viewer', at: 'somewhere' } },
      schema: { params: ById, response: { 200: Type.Array(FormerSignerPaper) } },
    },
    async (request) => {
      const { duties } = accountOf(request)
      return listFormerSigners(office.db.read, duties, request.params.id, todayOf(office, null))
    },
  )
  app.get(
    '/api/congresses/:id/number-series',
    {
      config: { permission: { role: 'viewer', at: 'congress' } },
      schema: { params: ById, response: { 200: Type.Array(OfferedSeries) } },
    },
    async (request) => listOfferedSeries(office.db.read, request.params.id),
  )
  app.post(
    '/api/congresses/:id/number-series',
    {
      config: { permission: { role: 'secretariat', at: 'congress' } },
      schema: { params: ById, body: NewNumberSeries, response: { 200: NumberSeries } },
    },
    async (request, reply) =>
      answer(reply, await createSeries(office, accountOf(request), request.params.id, request.body)),
  )
  app.put(
    '/api/number-series/:id',
    {
      config: { permission: { role: 'secretariat', at: 'number-series' } },
      schema: { params: ById, body: NumberSeriesChange, response: { 200: NumberSeries } },
    },
    async (request, reply) =>
      answer(reply, await changeSeries(office, accountOf(request), request.params.id, request.body)),
  )
  app.delete(
    '/api/number-series/:id',
    {
      config: { permission: { role: 'secretariat', at: 'number-series' } },
      schema: { params: ById, querystring: AtVersion, response: { 204: Nothing } },
    },
    async (request, reply) => {
      const version = Number(request.query.version)
      return answerNothing(reply, await deleteSeries(office, accountOf(request), request.params.id, version))
    },
  )
}
