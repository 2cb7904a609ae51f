import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { sendXlsx, Xlsx } from '../http/downloads.ts'
import { answer, answerNothing, ById, Nothing, type Feature } from '../http/feature.ts'
import { accountOf } from '../http/session.ts'
import { notFound } from '../errors.ts'
import { findCongress } from '../congresses/queries.ts'
import { Id, Shape } from '../shapes.ts'
import * as actions from './actions.ts'
import { exportGroups } from './export.ts'
import { planBoard } from './planning.ts'
import {
  GoneFromGroups,
  GroupBoard,
  GroupChanges,
  GroupPlanSetting,
  MemberChanges,
  NewGroups,
  NewRule,
  PlanOrder,
  PlanPreview,
  RowsNamed,
} from './schema.ts'

const reading = { role: 'viewer', at: 'congress' } as const
const writing = { role: 'secretariat', at: 'congress' } as const

export const groupRoutes: Feature = async (app, { office }) => {
  app.get(
    '/api/congresses/:id/groups',
    { config: { permission: reading }, schema: { params: ById, response: { 200: GroupBoard } } },
    async (request) => actions.showGroups(office.db.read, request.params.id),
  )
  app.get(
    '/api/congresses/:id/groups/export.xlsx',
    { config: { permission: reading }, schema: { params: ById, response: { 200: Xlsx } } },
    async (request, reply) => {
      const congress = await findCongress(office.db.read, request.params.id)
      if (!congress) throw notFound()
      const board = await actions.showGroups(office.db.read, congress.id)
      return sendXlsx(reply as unknown as FastifyReply, await exportGroups(board, congress))
    },
  )
  app.put(
    '/api/congresses/:id/group-plan',
    { config: { permission: writing }, schema: { params: ById, body: GroupPlanSetting, response: { 204: Nothing } } },
    async (request, reply) =>
      answerNothing(reply, await actions.saveGroupPlan(office, accountOf(request), request.params.id, request.body)),
  )
  app.post(
    '/api/congresses/:id/groups',
    {
      config: { permission: writing },
      schema: { params: ById, body: NewGroups, response: { 200: Shape({ ids: Type.Array(Id) }) } },
    },
    async (request, reply) =>
      answer(reply, await actions.addGroups(office, accountOf(request), request.params.id, request.body)),
  )
  app.put(
    '/api/congresses/:id/groups',
    { config: { permission: writing }, schema: { params: ById, body: GroupChanges, response: { 204: Nothing } } },
    async (request, reply) =>
      answerNothing(reply, await actions.changeGroups(office, accountOf(request), request.params.id, request.body)),
  )
  app.post(
    '/api/congresses/:id/groups/remove',
    { config: { permission: writing }, schema: { params: ById, body: RowsNamed, response: { 204: Nothing } } },
    async (request, reply) =>
      answerNothing(reply, await actions.removeGroups(office, accountOf(request), request.params.id, request.body)),
  )
  app.put(
    '/api/congresses/:id/group-members',
    { config: { permission: writing }, schema: { params: ById, body: MemberChanges, response: { 204: Nothing } } },
    async (request, reply) =>
      answerNothing(reply, await actions.changeMembers(office, accountOf(request), request.params.id, request.body)),
  )
  app.post(
    '/api/congresses/:id/group-rules',
    { config: { permission: writing }, schema: { params: ById, body: NewRule, response: { 200: Shape({ id: Id }) } } },
    async (request, reply) =>
      answer(reply, await actions.addRule(office, accountOf(request), request.params.id, request.body)),
  )
  app.post(
    '/api/congresses/:id/group-rules/remove',
    { config: { permission: writing }, schema: { params: ById, body: RowsNamed, response: { 204: Nothing } } },
    async (request, reply) =>
      answerNothing(reply, await actions.removeRules(office, accountOf(request), request.params.id, request.body)),
  )
  app.post(
    '/api/congresses/:id/group-gone',
    { config: { permission: writing }, schema: { params: ById, body: GoneFromGroups, response: { 204: Nothing } } },
    async (request, reply) =>
      answerNothing(
        reply,
        await actions.settleGoneFromGroups(office, accountOf(request), request.params.id, request.body),
      ),
  )
  /** Nothing is written: whoever looks at the plan applies it as places of its members. */
  app.post(
    '/api/congresses/:id/groups/plan',
    { config: { permission: writing }, schema: { params: ById, body: PlanOrder, response: { 200: PlanPreview } } },
    async (request) => planBoard(await actions.showGroups(office.db.read, request.params.id), request.body),
  )
}
