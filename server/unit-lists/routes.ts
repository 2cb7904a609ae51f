import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { Delegate, DelegatesGone, Photo, Replacement, SensitiveChange, SensitiveData } from '../delegates/schema.ts'
import { sendPicture } from '../http/downloads.ts'
import { answer, answerNothing, AtVersion, AtVersionOrNone, ById, Nothing, type Feature } from '../http/feature.ts'
import { accountOf } from '../http/session.ts'
import { uploadedFile } from '../http/uploads.ts'
import { mostPhotoBytes } from '../people/schema.ts'
import { Id, Line, Shape } from '../shapes.ts'
import * as actions from './actions.ts'
import * as entering from './entering.ts'
import { handOverList } from './handing-over.ts'
import * as photos from './photos.ts'
import {
  ApprovalPaper,
  CorrectionRequest,
  HandingOver,
  ListToSend,
  MemberChanges,
  MembersChanged,
  NewMember,
  ReturnRemark,
  Submission,
  UnitList,
  UnitListBoard,
} from './schema.ts'
import { listListsToSend, showUnitList, showUnitLists } from './show.ts'

/** A congress and the unit whose list it is. */
const OfUnit = Shape({ id: Id, sendingUnitId: Id })
const OfMember = Shape({ id: Id, sendingUnitId: Id, delegateId: Id })
const placeOf = ({ id, sendingUnitId }: { id: string; sendingUnitId: string }) => ({
  congressId: id,
  unitId: sendingUnitId,
})

const reading = { role: 'viewer', at: 'sending-unit' } as const
const entry = { role: 'secretariat', at: 'sending-unit' } as const
const sending = { role: 'organizer', at: 'sending-unit' } as const
const deciding = { role: 'organizer', at: 'list-of-unit' } as const

export const unitListRoutes: Feature = async (app, { office }) => {
  app.get(
    '/api/unit-lists',
    {
      config: { permission: { role: 'secretariat', at: 'somewhere' } },
      schema: { response: { 200: Type.Array(ListToSend) } },
    },
    async (request) => listListsToSend(office.db.read, accountOf(request).duties),
  )
  app.get(
    '/api/congresses/:id/unit-lists',
    {
      config: { permission: { role: 'viewer', at: 'congress' } },
      schema: { params: ById, response: { 200: UnitListBoard } },
    },
    async (request) => showUnitLists(office.db.read, request.params.id),
  )
  app.get(
    '/api/congresses/:id/unit-lists/:sendingUnitId',
    { config: { permission: reading }, schema: { params: OfUnit, response: { 200: UnitList } } },
    async (request) => showUnitList(office, placeOf(request.params), accountOf(request).duties),
  )
  app.post(
    '/api/congresses/:id/unit-lists/:sendingUnitId/delegates',
    { config: { permission: entry }, schema: { params: OfUnit, body: NewMember, response: { 200: Delegate } } },
    async (request, reply) =>
      answer(reply, await entering.addMember(office, accountOf(request), placeOf(request.params), request.body)),
  )
  app.put(
    '/api/congresses/:id/unit-lists/:sendingUnitId/delegates',
    {
      config: { permission: entry },
      schema: { params: OfUnit, body: MemberChanges, response: { 200: MembersChanged } },
    },
    async (request, reply) =>
      answer(reply, await entering.changeMembers(office, accountOf(request), placeOf(request.params), request.body)),
  )
  app.get(
    '/api/congresses/:id/unit-lists/:sendingUnitId/delegates/:delegateId/sensitive',
    {
      config: { permission: { ...reading, isSensitive: true } },
      schema: { params: OfMember, response: { 200: SensitiveData } },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'private, no-store')
      const { params } = request
      return entering.showSensitiveOfMember(office.db.read, placeOf(params), params.delegateId)
    },
  )
  app.put(
    '/api/congresses/:id/unit-lists/:sendingUnitId/delegates/:delegateId/sensitive',
    {
      config: { permission: { ...entry, isSensitive: true } },
      schema: { params: OfMember, body: SensitiveChange, response: { 200: SensitiveData } },
    },
    async (request, reply) => {
      const { params, body } = request
      const done = entering.changeSensitiveOfMember(
        office,
        accountOf(request),
        placeOf(params),
        params.delegateId,
        body,
      )
      return answer(reply, await done)
    },
  )
  app.post(
    '/api/congresses/:id/unit-lists/:sendingUnitId/delegates/remove',
    { config: { permission: entry }, schema: { params: OfUnit, body: DelegatesGone, response: { 204: Nothing } } },
    async (request, reply) =>
      answerNothing(
        reply,
        await entering.removeMembers(office, accountOf(request), placeOf(request.params), request.body),
      ),
  )
  app.post(
    '/api/congresses/:id/unit-lists/:sendingUnitId/delegates/:delegateId/replace',
    {
      config: { permission: entry },
      schema: { params: OfMember, body: Replacement, response: { 200: Delegate } },
    },
    async (request, reply) => {
      const { delegateId, ...place } = request.params
      const by = accountOf(request)
      return answer(reply, await entering.replaceMember(office, by, placeOf(place), delegateId, request.body))
    },
  )
  // Without the ids of their acts: what the other side has seen is corrected, not undone.
  app.post(
    '/api/congresses/:id/unit-lists/:sendingUnitId/submit',
    { config: { permission: sending }, schema: { params: OfUnit, body: Submission, response: { 204: Nothing } } },
    async (request, reply) => {
      await actions.submitList(office, accountOf(request), placeOf(request.params), request.body)
      return reply.status(204).send(null)
    },
  )
  app.post(
    '/api/congresses/:id/unit-lists/:sendingUnitId/correction-request',
    {
      config: { permission: sending },
      schema: { params: OfUnit, body: CorrectionRequest, response: { 204: Nothing } },
    },
    async (request, reply) => {
      await actions.requestCorrection(office, accountOf(request), placeOf(request.params), request.body)
      return reply.status(204).send(null)
    },
  )
  app.post(
    '/api/congresses/:id/unit-lists/:sendingUnitId/approve',
    { config: { permission: deciding }, schema: { params: OfUnit, body: ApprovalPaper, response: { 204: Nothing } } },
    async (request, reply) => {
      await actions.approveList(office, accountOf(request), placeOf(request.params), request.body)
      return reply.status(204).send(null)
    },
  )
  app.post(
    '/api/congresses/:id/unit-lists/:sendingUnitId/return',
    { config: { permission: deciding }, schema: { params: OfUnit, body: ReturnRemark, response: { 204: Nothing } } },
    async (request, reply) => {
      await actions.returnList(office, accountOf(request), placeOf(request.params), request.body)
      return reply.status(204).send(null)
    },
  )
  app.post(
    '/api/congresses/:id/unit-lists/:sendingUnitId/hand-over',
    {
      config: { permission: { role: 'organizer', at: 'congress' } },
      schema: { params: OfUnit, body: HandingOver, response: { 204: Nothing } },
    },
    async (request, reply) =>
      answerNothing(reply, await handOverList(office, accountOf(request), placeOf(request.params), request.body)),
  )
  app.put(
    '/api/congresses/:id/unit-lists/:sendingUnitId/paper',
    {
      config: { permission: { role: 'secretariat', at: 'list-of-unit' } },
      schema: { params: OfUnit, body: ApprovalPaper, response: { 204: Nothing } },
    },
    async (request, reply) => {
      await actions.numberApproval(office, accountOf(request), placeOf(request.params), request.body)
      return reply.status(204).send(null)
    },
  )
}

const photoPath = '/api/congresses/:id/unit-lists/:sendingUnitId/delegates/:delegateId/photo'

export const memberPhotoRoutes: Feature = async (app, { office }) => {
  app.get(
    photoPath,
    { config: { permission: reading }, schema: { params: OfMember, response: { 200: Photo } } },
    async ({ params }) => photos.showPhotoOfMember(office.db.read, placeOf(params), params.delegateId),
  )
  app.get(
    `${photoPath}/picture`,
    {
      config: { permission: reading },
      schema: {
        params: OfMember,
        querystring: Shape({ stamp: Type.Optional(Line(64)) }),
        response: { 200: Type.Unsafe<Buffer>({ type: 'string', format: 'binary' }) },
      },
    },
    async (request, reply) => {
      const { params } = request
      const photo = await photos.openPhotoOfMember(office, placeOf(params), params.delegateId)
      return sendPicture(request, reply as unknown as FastifyReply, photo)
    },
  )
  app.post(
    photoPath,
    {
      config: { permission: entry },
      schema: { params: OfMember, querystring: AtVersionOrNone, response: { 200: Photo } },
    },
    async (request, reply) => {
      const { params, query } = request
      const { bytes } = await uploadedFile(request as unknown as FastifyRequest, mostPhotoBytes)
      const sent = { bytes, version: Number(query.version) }
      return answer(
        reply,
        await photos.savePhotoOfMember(office, accountOf(request), placeOf(params), params.delegateId, sent),
      )
    },
  )
  app.delete(
    photoPath,
    { config: { permission: entry }, schema: { params: OfMember, querystring: AtVersion, response: { 204: Nothing } } },
    async (request, reply) => {
      const { params, query } = request
      const version = Number(query.version)
      return answerNothing(
        reply,
        await photos.removePhotoOfMember(office, accountOf(request), placeOf(params), params.delegateId, version),
      )
    },
  )
}
