import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { Pdf, sendPdf } from '../http/downloads.ts'
import { AtVersion, ById, Nothing, answer, answerNothing, type Feature } from '../http/feature.ts'
import { accountOf } from '../http/session.ts'
import { Programme } from '../programme/schema.ts'
import { Choice, Id, Shape } from '../shapes.ts'
import * as actions from './actions.ts'
import { printChanges, printReleased } from './print.ts'
import { listReleases } from './queries.ts'
import {
  Correction,
  NewRelease,
  NewTellings,
  Release,
  ReleaseDraft,
  ReleaseRead,
  Releases,
  Telling,
  Tellings,
} from './schema.ts'
import { takeIntoDraft } from './take-back.ts'

const Language = Choice(['vi', 'en'] as const)
const OfPrint = Shape({ language: Type.Optional(Language) })
/** Set beside another release than the one before it. */
const OfChanges = Shape({ ...OfPrint.properties, against: Type.Optional(Id) })

export const releaseRoutes: Feature = async (app, { office }) => {
  const { read } = office.db
  app.get(
    '/api/congresses/:id/releases',
    {
      config: { permission: { role: 'viewer', at: 'congress' } },
      schema: { params: ById, response: { 200: Releases } },
    },
    async (request) => listReleases(read, request.params.id),
  )
  app.get(
    '/api/congresses/:id/release-draft',
    {
      config: { permission: { role: 'viewer', at: 'congress' } },
      schema: { params: ById, response: { 200: ReleaseDraft } },
    },
    async (request) => actions.draftRelease(read, request.params.id),
  )
  app.post(
    '/api/congresses/:id/releases',
    {
      config: { permission: { role: 'organizer', at: 'congress' } },
      schema: { params: ById, body: NewRelease, response: { 200: Release } },
    },
    // Without the id of its act: a release is corrected, not undone.
    async (request) =>
      (await actions.releaseProgramme(office, accountOf(request), request.params.id, request.body)).result,
  )
  app.get(
    '/api/releases/:id',
    {
      config: { permission: { role: 'viewer', at: 'release' } },
      schema: { params: ById, response: { 200: ReleaseRead } },
    },
    async (request) => actions.readRelease(read, request.params.id),
  )
  app.get(
    '/api/releases/:id/programme.pdf',
    {
      config: { permission: { role: 'viewer', at: 'release' } },
      schema: { params: ById, querystring: OfPrint, response: { 200: Pdf } },
    },
    async (request, reply) =>
      sendPdf(
        reply as unknown as FastifyReply,
        await printReleased(office, request.params.id, request.query.language ?? 'vi'),
      ),
  )
  app.get(
    '/api/releases/:id/changes.pdf',
    {
      config: { permission: { role: 'viewer', at: 'release' } },
      schema: { params: ById, querystring: OfChanges, response: { 200: Pdf } },
    },
    async (request, reply) => {
      const { language = 'vi', against = null } = request.query
      const printed = await printChanges(office, request.params.id, { against, language })
      return sendPdf(reply as unknown as FastifyReply, printed)
    },
  )
  app.post(
    '/api/releases/:id/correction',
    {
      config: { permission: { role: 'organizer', at: 'release' } },
      schema: { params: ById, body: Correction, response: { 200: Release } },
    },
    async (request) =>
      (await actions.correctRelease(office, accountOf(request), request.params.id, request.body)).result,
  )
  app.post(
    '/api/releases/:id/draft',
    {
      config: { permission: { role: 'secretariat', at: 'release' } },
      schema: { params: ById, response: { 200: Programme } },
    },
    async (request, reply) => answer(reply, await takeIntoDraft(office, accountOf(request), request.params.id)),
  )
  app.get(
    '/api/releases/:id/tellings',
    {
      config: { permission: { role: 'secretariat', at: 'release' } },
      schema: { params: ById, response: { 200: Tellings } },
    },
    async (request) => actions.listTold(read, request.params.id),
  )
  app.post(
    '/api/releases/:id/tellings',
    {
      config: { permission: { role: 'secretariat', at: 'release' } },
      schema: { params: ById, body: NewTellings, response: { 200: Type.Array(Telling) } },
    },
    async (request, reply) =>
      answer(reply, await actions.noteTold(office, accountOf(request), request.params.id, request.body.who)),
  )
  app.delete(
    '/api/tellings/:id',
    {
      config: { permission: { role: 'secretariat', at: 'telling' } },
      schema: { params: ById, querystring: AtVersion, response: { 204: Nothing } },
    },
    async (request, reply) => {
      const version = Number(request.query.version)
      return answerNothing(reply, await actions.withdrawTelling(office, accountOf(request), request.params.id, version))
    },
  )
}
