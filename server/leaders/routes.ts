import { Type } from 'typebox'
import { placesOfDuties } from '../accounts/listing.ts'
import { ById, Nothing, answer, answerNothing, type Feature } from '../http/feature.ts'
import { recordRoutes } from '../http/records.ts'
import { accountOf } from '../http/session.ts'
import { Id, Shape } from '../shapes.ts'
import { changeLeave, createLeave, deleteLeave, replaceLeader } from './actions.ts'
import { listMentions, mendMention } from './mentions.ts'
import { listLeaves, listReplacements } from './queries.ts'
import {
  KeptReplacement,
  LeaderReplacement,
  LeadersReplaced,
  Leave,
  LeaveChange,
  Mention,
  MentionMend,
  NewLeave,
  StandIn,
} from './schema.ts'
import { listStandIns } from './stand-ins.ts'

const OfLeader = Shape({ postId: Type.Optional(Id), congressId: Type.Optional(Id) })

export const leaderRoutes: Feature = async (app, { office }) => {
  recordRoutes(app, office, {
    url: '/api/leaves',
    shapes: { record: Leave, created: NewLeave, changed: LeaveChange },
    at: 'leave',
    newAt: 'person-in-body',
    list: async (units, duties) => {
      const keeping = await placesOfDuties(office.db.read, duties, 'organizer')
      const seen = (await listLeaves(office.db.read)).filter(({ unitId }) => units?.has(unitId) ?? true)
      return seen.map((leave) => ((keeping?.has(leave.unitId) ?? true) ? leave : { ...leave, reason: '' }))
    },
    create: createLeave,
    change: changeLeave,
    remove: deleteLeave,
  })
  app.post(
    '/api/leader-replacements',
    {
      config: { permission: { role: 'organizer', at: 'congresses-in-body' } },
      schema: { body: LeaderReplacement, response: { 200: LeadersReplaced } },
    },
    async (request, reply) => answer(reply, await replaceLeader(office, accountOf(request), request.body)),
  )
  app.get(
    '/api/congresses/:id/leader-replacements',
    {
      config: { permission: { role: 'viewer', at: 'congress' } },
      schema: { params: ById, response: { 200: Type.Array(KeptReplacement) } },
    },
    async (request) => listReplacements(office.db.read, [request.params.id]),
  )
  app.get(
    '/api/cycles/:id/leader-mentions',
    {
      config: { permission: { role: 'viewer', at: 'somewhere' } },
      schema: { params: ById, querystring: OfLeader, response: { 200: Type.Array(Mention) } },
    },
    async (request) => {
      const { postId = null, congressId = null } = request.query
      const { duties } = accountOf(request)
      return listMentions(office.db.read, duties, request.params.id, { postId, congressId })
    },
  )
  app.get(
    '/api/cycles/:id/leader-stand-ins',
    {
      config: { permission: { role: 'viewer', at: 'somewhere' } },
      schema: { params: ById, response: { 200: Type.Array(StandIn) } },
    },
    async (request) => listStandIns(office.db.read, accountOf(request).duties, request.params.id),
  )
  app.post(
    '/api/leader-replacements/:id/mend',
    {
      config: { permission: { role: 'secretariat', at: 'replacement' } },
      schema: { params: ById, body: MentionMend, response: { 204: Nothing } },
    },
    async (request, reply) =>
      answerNothing(reply, await mendMention(office, accountOf(request), request.params.id, request.body)),
  )
}
