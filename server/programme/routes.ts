import { Type } from 'typebox'
import { findCongress } from '../congresses/queries.ts'
import { listProgrammeTemplates } from '../documents/programme-templates.ts'
import { notFound } from '../errors.ts'
import { AtVersion, ById, Nothing, answer, answerNothing, type Feature } from '../http/feature.ts'
import { requireRole } from '../http/permissions.ts'
import { accountOf } from '../http/session.ts'
import * as actions from './actions.ts'
import { copyProgramme } from './copy.ts'
import {
  Arrangement,
  ItemChange,
  ItemOrder,
  NewItem,
  NewSession,
  NewRemark,
  NewSpeaker,
  Programme,
  ProgrammeCopy,
  ProgrammeItem,
  ProgrammeSession,
  ProgrammeStart,
  ProgrammeTemplate,
  ProgrammeView,
  Remark,
  RemarkAnswer,
  SessionChange,
  Speaker,
  SpeakerChange,
} from './schema.ts'
import { listRemarks } from './queries.ts'
import { answerRemark, createRemark, withdrawRemark } from './remarks.ts'
import { viewProgramme } from './view.ts'

export const programmeRoutes: Feature = async (app, { office }) => {
  app.get(
    '/api/congresses/:id/programme',
    {
      config: { permission: { role: 'viewer', at: 'congress' } },
      schema: { params: ById, response: { 200: ProgrammeView } },
    },
    async (request) => viewProgramme(office.db.read, request.params.id),
  )
  app.get(
    '/api/programme-templates',
    {
      config: { permission: 'signed-in' },
      schema: { response: { 200: Type.Array(ProgrammeTemplate) } },
    },
    async () =>
      (await listProgrammeTemplates()).map(({ sessions, ...template }) => ({
        ...template,
        sessionCount: sessions.length,
        itemCount: sessions.reduce((count, { items }) => count + items.length, 0),
      })),
  )
  app.post(
    '/api/congresses/:id/programme-from-template',
    {
      config: { permission: { role: 'secretariat', at: 'congress' } },
      schema: { params: ById, body: ProgrammeStart, response: { 200: Programme } },
    },
    async (request, reply) =>
      answer(reply, await actions.startFromTemplate(office, accountOf(request), request.params.id, request.body)),
  )
  app.post(
    '/api/congresses/:id/programme-copy',
    {
      config: { permission: { role: 'secretariat', at: 'congress' } },
      schema: { params: ById, body: ProgrammeCopy, response: { 200: Programme } },
    },
    async (request, reply) => {
      const { fromCongressId } = request.body
      // Only what the account may read anyway is taken over.
      const from = await findCongress(office.db.read, fromCongressId)
      if (!from) throw notFound()
      await requireRole(office, request.signedIn?.duties ?? [], 'viewer', [from.unitId])
      return answer(reply, await copyProgramme(office, accountOf(request), request.params.id, request.body))
    },
  )
  app.post(
    '/api/congresses/:id/sessions',
    {
      config: { permission: { role: 'secretariat', at: 'congress' } },
      schema: { params: ById, body: NewSession, response: { 200: ProgrammeSession } },
    },
    async (request, reply) =>
      answer(reply, await actions.createSession(office, accountOf(request), request.params.id, request.body)),
  )
  app.post(
    '/api/congresses/:id/tray-items',
    {
      config: { permission: { role: 'secretariat', at: 'congress' } },
      schema: { params: ById, body: NewItem, response: { 200: ProgrammeItem } },
    },
    async (request, reply) =>
      answer(reply, await actions.createTrayItem(office, accountOf(request), request.params.id, request.body)),
  )
  app.put(
    '/api/congresses/:id/arrangement',
    {
      config: { permission: { role: 'secretariat', at: 'congress' } },
      schema: { params: ById, body: Arrangement, response: { 200: Programme } },
    },
    async (request, reply) =>
      answer(reply, await actions.arrange(office, accountOf(request), request.params.id, request.body)),
  )
  app.post(
    '/api/congresses/:id/speakers',
    {
      config: { permission: { role: 'secretariat', at: 'congress' } },
      schema: { params: ById, body: NewSpeaker, response: { 200: Speaker } },
    },
    async (request, reply) =>
      answer(reply, await actions.createSpeaker(office, accountOf(request), request.params.id, request.body)),
  )
  app.put(
    '/api/speakers/:id',
    {
      config: { permission: { role: 'secretariat', at: 'speaker' } },
      schema: { params: ById, body: SpeakerChange, response: { 200: Speaker } },
    },
    async (request, reply) =>
      answer(reply, await actions.changeSpeaker(office, accountOf(request), request.params.id, request.body)),
  )
  app.delete(
    '/api/speakers/:id',
    {
      config: { permission: { role: 'secretariat', at: 'speaker' } },
      schema: { params: ById, querystring: AtVersion, response: { 204: Nothing } },
    },
    async (request, reply) => {
      const version = Number(request.query.version)
      return answerNothing(reply, await actions.deleteSpeaker(office, accountOf(request), request.params.id, version))
    },
  )
  app.put(
    '/api/sessions/:id',
    {
      config: { permission: { role: 'secretariat', at: 'session' } },
      schema: { params: ById, body: SessionChange, response: { 200: ProgrammeSession } },
    },
    async (request, reply) =>
      answer(reply, await actions.changeSession(office, accountOf(request), request.params.id, request.body)),
  )
  app.delete(
    '/api/sessions/:id',
    {
      config: { permission: { role: 'secretariat', at: 'session' } },
      schema: { params: ById, querystring: AtVersion, response: { 204: Nothing } },
    },
    async (request, reply) => {
      const version = Number(request.query.version)
      return answerNothing(reply, await actions.deleteSession(office, accountOf(request), request.params.id, version))
    },
  )
  app.post(
    '/api/sessions/:id/items',
    {
      config: { permission: { role: 'secretariat', at: 'session' } },
      schema: { params: ById, body: NewItem, response: { 200: ProgrammeItem } },
    },
    async (request, reply) =>
      answer(reply, await actions.createItem(office, accountOf(request), request.params.id, request.body)),
  )
  app.put(
    '/api/sessions/:id/order',
    {
      config: { permission: { role: 'secretariat', at: 'session' } },
      schema: { params: ById, body: ItemOrder, response: { 200: Programme } },
    },
    async (request, reply) =>
      answer(reply, await actions.orderItems(office, accountOf(request), request.params.id, request.body)),
  )
  app.put(
    '/api/items/:id',
    {
      config: { permission: { role: 'secretariat', at: 'item' } },
      schema: { params: ById, body: ItemChange, response: { 200: ProgrammeItem } },
    },
    async (request, reply) =>
      answer(reply, await actions.changeItem(office, accountOf(request), request.params.id, request.body)),
  )
  app.delete(
    '/api/items/:id',
    {
      config: { permission: { role: 'secretariat', at: 'item' } },
      schema: { params: ById, querystring: AtVersion, response: { 204: Nothing } },
    },
    async (request, reply) => {
      const version = Number(request.query.version)
      return answerNothing(reply, await actions.deleteItem(office, accountOf(request), request.params.id, version))
    },
  )
  app.get(
    '/api/congresses/:id/remarks',
    {
      config: { permission: { role: 'viewer', at: 'congress' } },
      schema: { params: ById, response: { 200: Type.Array(Remark) } },
    },
    async (request) => listRemarks(office.db.read, request.params.id),
  )
  app.post(
    '/api/congresses/:id/remarks',
    {
      config: { permission: { role: 'viewer', at: 'congress' } },
      schema: { params: ById, body: NewRemark, response: { 200: Remark } },
    },
    async (request, reply) =>
      answer(reply, await createRemark(office, accountOf(request), request.params.id, request.body)),
  )
  app.put(
    '/api/remarks/:id',
    {
      config: { permission: { role: 'secretariat', at: 'remark' } },
      schema: { params: ById, body: RemarkAnswer, response: { 200: Remark } },
    },
    async (request, reply) =>
      answer(reply, await answerRemark(office, accountOf(request), request.params.id, request.body)),
  )
  app.delete(
    '/api/remarks/:id',
    {
      config: { permission: { role: 'viewer', at: 'remark' } },
      schema: { params: ById, querystring: AtVersion, response: { 204: Nothing } },
    },
    async (request, reply) => {
      const version = Number(request.query.version)
      return answerNothing(reply, await withdrawRemark(office, accountOf(request), request.params.id, version))
    },
  )
}
