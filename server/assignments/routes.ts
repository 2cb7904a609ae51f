import type { FastifyReply } from 'fastify'
import { Pdf, sendPdf, sendXlsx, Xlsx } from '../http/downloads.ts'
import { ById, Nothing, answerNothing, type Feature } from '../http/feature.ts'
import { accountOf } from '../http/session.ts'
import * as actions from './actions.ts'
import { showAssignments } from './board.ts'
import { exportAssignments } from './export.ts'
import { AssignmentBoard, AssignmentChange, RolesChange } from './schema.ts'
import { printSignIn } from './sign-in.ts'

const reading = { role: 'viewer', at: 'congress' } as const
const writing = { role: 'secretariat', at: 'congress' } as const

const printing = { role: 'viewer', at: 'session' } as const

export const assignmentRoutes: Feature = async (app, { office }) => {
  app.get(
    '/api/congresses/:id/assignments',
    { config: { permission: reading }, schema: { params: ById, response: { 200: AssignmentBoard } } },
    async (request) => showAssignments(office.db.read, request.params.id),
  )
  app.get(
    '/api/congresses/:id/assignments/export.xlsx',
    { config: { permission: reading }, schema: { params: ById, response: { 200: Xlsx } } },
    async (request, reply) =>
      sendXlsx(reply as unknown as FastifyReply, await exportAssignments(office.db.read, request.params.id)),
  )
  app.get(
    '/api/sessions/:id/sign-in-sheet.pdf',
    { config: { permission: printing }, schema: { params: ById, response: { 200: Pdf } } },
    async (request, reply) => sendPdf(reply as unknown as FastifyReply, await printSignIn(office, request.params.id)),
  )
  app.put(
    '/api/congresses/:id/assignments',
    { config: { permission: writing }, schema: { params: ById, body: AssignmentChange, response: { 204: Nothing } } },
    async (request, reply) =>
      answerNothing(reply, await actions.changeAssignment(office, accountOf(request), request.params.id, request.body)),
  )
  app.put(
    '/api/congresses/:id/roles',
    { config: { permission: writing }, schema: { params: ById, body: RolesChange, response: { 204: Nothing } } },
    async (request, reply) =>
      answerNothing(reply, await actions.changeRoles(office, accountOf(request), request.params.id, request.body)),
  )
}
