import { ById, Nothing, answerNothing, type Feature } from '../http/feature.ts'
import { accountOf } from '../http/session.ts'
import * as actions from './actions.ts'
import { showAssignments } from './board.ts'
import { AssignmentBoard, AssignmentChange, RolesChange } from './schema.ts'

const reading = { role: 'viewer', at: 'congress' } as const
const writing = { role: 'secretariat', at: 'congress' } as const

export const assignmentRoutes: Feature = async (app, { office }) => {
  app.get(
    '/api/congresses/:id/assignments',
    { config: { permission: reading }, schema: { params: ById, response: { 200: AssignmentBoard } } },
    async (request) => showAssignments(office.db.read, request.params.id),
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
