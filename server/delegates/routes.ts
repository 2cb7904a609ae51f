import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { sendPicture } from '../http/downloads.ts'
import { AtVersion, AtVersionOrNone, ById, Nothing, answer, answerNothing, type Feature } from '../http/feature.ts'
import { answerKeeper } from '../http/kept-answers.ts'
import { accountOf } from '../http/session.ts'
import { uploadedFile } from '../http/uploads.ts'
import { mostPhotoBytes } from '../people/schema.ts'
import { Line, Shape } from '../shapes.ts'
import * as actions from './actions.ts'
import { openPhoto, removePhoto, savePhoto, showPhoto } from './photos.ts'
import { replaceDelegate } from './replacement.ts'
import { changeSensitive, showSensitive } from './sensitive.ts'
import {
  Delegate,
  DelegateChanges,
  DelegateList,
  DelegatesChanged,
  DelegatesGone,
  Delegation,
  DelegationChange,
  NewDelegate,
  NewDelegation,
  OtherPart,
  Photo,
  Replacement,
  SensitiveChange,
  SensitiveData,
} from './schema.ts'

const reading = { role: 'viewer', at: 'congress' } as const
const readingDelegate = { role: 'viewer', at: 'delegate' } as const
const writing = { role: 'secretariat', at: 'congress' } as const
const writingDelegation = { role: 'secretariat', at: 'delegation' } as const

export const delegateRoutes: Feature = async (app, { office }) => {
  const answerKept = answerKeeper(office)
  app.get(
    '/api/congresses/:id/delegates',
    { config: { permission: reading }, schema: { params: ById, response: { 200: DelegateList } } },
    async (request, reply) =>
      answerKept(request, reply, () => actions.showDelegates(office.db.read, request.params.id)),
  )
  app.post(
    '/api/congresses/:id/delegates',
    { config: { permission: writing }, schema: { params: ById, body: NewDelegate, response: { 200: Delegate } } },
    async (request, reply) =>
      answer(reply, await actions.createDelegate(office, accountOf(request), request.params.id, request.body)),
  )
  app.put(
    '/api/congresses/:id/delegates',
    {
      config: { permission: writing },
      schema: { params: ById, body: DelegateChanges, response: { 200: DelegatesChanged } },
    },
    async (request, reply) =>
      answer(reply, await actions.changeDelegates(office, accountOf(request), request.params.id, request.body)),
  )
  app.post(
    '/api/congresses/:id/delegates/remove',
    { config: { permission: writing }, schema: { params: ById, body: DelegatesGone, response: { 204: Nothing } } },
    async (request, reply) =>
      answerNothing(reply, await actions.removeDelegates(office, accountOf(request), request.params.id, request.body)),
  )
  app.post(
    '/api/delegates/:id/replace',
    {
      config: { permission: { role: 'secretariat', at: 'delegate' } },
      schema: { params: ById, body: Replacement, response: { 200: Delegate } },
    },
    async (request, reply) =>
      answer(reply, await replaceDelegate(office, accountOf(request), request.params.id, request.body)),
  )
  app.get(
    '/api/delegates/:id/other-parts',
    {
      config: { permission: { role: 'viewer', at: 'delegate' } },
      schema: { params: ById, response: { 200: Type.Array(OtherPart) } },
    },
    async (request) => {
      const duties = request.signedIn?.duties ?? []
      return actions.showOtherParts(office.db.read, request.params.id, duties)
    },
  )
  // Law 91/2025/QH15 lets those alone know it who need it for their work.
  app.get(
    '/api/delegates/:id/sensitive',
    {
      config: { permission: { role: 'viewer', at: 'delegate', isSensitive: true } },
      schema: { params: ById, response: { 200: SensitiveData } },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'private, no-store')
      return showSensitive(office.db.read, request.params.id)
    },
  )
  app.put(
    '/api/delegates/:id/sensitive',
    {
      config: { permission: { role: 'secretariat', at: 'delegate', isSensitive: true } },
      schema: { params: ById, body: SensitiveChange, response: { 200: SensitiveData } },
    },
    async (request, reply) =>
      answer(reply, await changeSensitive(office, accountOf(request), request.params.id, request.body)),
  )
  app.get(
    '/api/delegates/:id/photo',
    { config: { permission: readingDelegate }, schema: { params: ById, response: { 200: Photo } } },
    async (request) => showPhoto(office.db.read, request.params.id),
  )
  app.get(
    '/api/delegates/:id/photo/picture',
    {
      config: { permission: readingDelegate },
      schema: {
        params: ById,
        querystring: Shape({ stamp: Type.Optional(Line(64)) }),
        response: { 200: Type.Unsafe<Buffer>({ type: 'string', format: 'binary' }) },
      },
    },
    async (request, reply) =>
      sendPicture(request, reply as unknown as FastifyReply, await openPhoto(office, request.params.id)),
  )
  app.post(
    '/api/delegates/:id/photo',
    {
      config: { permission: { role: 'secretariat', at: 'delegate' } },
      schema: { params: ById, querystring: AtVersionOrNone, response: { 200: Photo } },
    },
    async (request, reply) => {
      const { params, query } = request
      const { bytes } = await uploadedFile(request as unknown as FastifyRequest, mostPhotoBytes)
      const sent = { bytes, version: Number(query.version) }
      return answer(reply, await savePhoto(office, accountOf(request), params.id, sent))
    },
  )
  app.delete(
    '/api/delegates/:id/photo',
    {
      config: { permission: { role: 'secretariat', at: 'delegate' } },
      schema: { params: ById, querystring: AtVersion, response: { 204: Nothing } },
    },
    async (request, reply) => {
      const version = Number(request.query.version)
      return answerNothing(reply, await removePhoto(office, accountOf(request), request.params.id, version))
    },
  )
  app.post(
    '/api/congresses/:id/delegations',
    { config: { permission: writing }, schema: { params: ById, body: NewDelegation, response: { 200: Delegation } } },
    async (request, reply) =>
      answer(reply, await actions.createDelegation(office, accountOf(request), request.params.id, request.body)),
  )
  app.put(
    '/api/delegations/:id',
    {
      config: { permission: writingDelegation },
      schema: { params: ById, body: DelegationChange, response: { 200: Delegation } },
    },
    async (request, reply) =>
      answer(reply, await actions.changeDelegation(office, accountOf(request), request.params.id, request.body)),
  )
  app.delete(
    '/api/delegations/:id',
    {
      config: { permission: writingDelegation },
      schema: { params: ById, querystring: AtVersion, response: { 204: Nothing } },
    },
    async (request, reply) => {
      const version = Number(request.query.version)
      return answerNothing(
        reply,
        await actions.removeDelegation(office, accountOf(request), request.params.id, version),
      )
    },
  )
}
