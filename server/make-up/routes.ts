import { Type } from 'typebox'
import { maySeeSensitiveAt } from '../accounts/rules.ts'
import { notFound } from '../errors.ts'
import { ById, type Feature } from '../http/feature.ts'
import { accountOf } from '../http/session.ts'
import { lineOfUnit } from '../units/queries.ts'
import { boundsOf, gatherMakeUp, listComparable } from './gather.ts'
import { Comparable, MakeUp, MakeUpQuery } from './schema.ts'

const permission = { role: 'viewer', at: 'congress' } as const

export const makeUpRoutes: Feature = async (app, { office }) => {
  app.get(
    '/api/congresses/:id/make-up',
    { config: { permission }, schema: { params: ById, querystring: MakeUpQuery, response: { 200: MakeUp } } },
    async (request) => {
      const { congress } = request
      if (!congress) throw notFound()
      const { of: base = 'official', version, bandsOf } = request.query
      const line = await lineOfUnit(office.db.read, congress.unitId)
      const { duties } = accountOf(request)
      const isTrusted = maySeeSensitiveAt(duties, line)
      const bounds = bandsOf === undefined ? undefined : await boundsOf(office.db.read, bandsOf, duties)
      return gatherMakeUp(office.db.read, congress.id, { base, isPublic: version === 'public', isTrusted, bounds })
    },
  )
  app.get(
    '/api/congresses/:id/make-up/comparable',
    { config: { permission }, schema: { params: ById, response: { 200: Type.Array(Comparable) } } },
    async (request) => listComparable(office.db.read, request.params.id, accountOf(request).duties),
  )
}
