import type { FastifyInstance, FastifyRequest } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import type { Row } from '../../db/rows.ts'
import { mayAt, maySeeSensitiveAt, maySomewhere } from '../accounts/rules.ts'
import type { Duty, Role } from '../accounts/schema.ts'
import { congressReader } from '../congresses/queries.ts'
import { forbidden, notFound, notSignedIn } from '../errors.ts'
import type { Office } from '../office.ts'
import { lineOfUnit } from '../units/queries.ts'
import { findPlaces, type At, type Place } from './places.ts'

/**
 * Who may call a route. `at` names where the role is asked for; `somewhere` is for lists, whose queries give each
 * account only what it may see. `isSensitive`: besides the role it must be allowed to know sensitive data there.
 */
export type Permission = 'anyone' | 'signed-in' | { role: Role; at: Place | 'somewhere'; isSensitive?: true }

declare module 'fastify' {
  interface FastifyRequest {
    /** The congress of the route, where its permission was asked for at one: read once for both. */
    congress: Row<'congresses'> | null
  }
  interface FastifyContextConfig {
    permission?: Permission
  }
  interface FastifyInstance {
    /** Every route of the API with who may call it. */
    permissions: { method: string; url: string; permission: Permission }[]
  }
}

/** Default deny: a route under /api without a permission, or without the shape of its answer, does not start. */
export const permissionsPlugin = fastifyPlugin((app: FastifyInstance, { office }: { office: Office }, done) => {
  const congressOf = congressReader(office.db)
  app.decorateRequest('congress', null)
  app.decorate('permissions', [])
  app.addHook('onRoute', (route) => {
    if (!route.url.startsWith('/api/')) return
    const name = `${String(route.method)} ${route.url}`
    if (!route.config?.permission) throw new Error(`${name} declares no permission`)
    app.permissions.push({ method: String(route.method), url: route.url, permission: route.config.permission })
    if (!route.schema?.response) throw new Error(`${name} declares no response schema`)
  })

  app.addHook('onRequest', async (request) => {
    const permission = permissionOf(request)
    if (permission === null || permission === 'anyone') return
    if (!request.signedIn) throw notSignedIn()
    if (permission === 'signed-in') return
    if (!maySomewhere(request.signedIn.duties, permission.role)) throw forbidden()
  })

  // After validation: the body that names a unit has its shape by now.
  app.addHook('preHandler', async (request) => {
    const permission = permissionOf(request)
    if (permission === null || typeof permission === 'string' || permission.at === 'somewhere') return
    const units = await findPlaces(permission.at)(office.db.read, request, congressOf)
    if (units.length === 0) throw notFound()
    await requireRole(office, request.signedIn?.duties ?? [], permission.role, units)
    if (permission.isSensitive) await requireSensitive(office, request.signedIn?.duties ?? [], units)
  })
  done()
})

/** By the route that answers, never by the address: `/%61pi/units` is the same route written otherwise. */
const permissionOf = (request: FastifyRequest) => request.routeOptions.config.permission ?? null

/** Demands that sensitive data may be known at every one of the units. */
export const requireSensitive = async (office: Office, duties: Duty[], units: At[]): Promise<void> => {
  for (const unit of units) {
    const line = unit === null ? null : await lineOfUnit(office.db.read, unit)
    if (!maySeeSensitiveAt(duties, line)) throw forbidden()
  }
}

/** Demands the role at every one of the units. Who may not even see one is told that there is no such thing. */
export const requireRole = async (office: Office, duties: Duty[], role: Role, units: At[]): Promise<void> => {
  if (mayAt(duties, role, null)) return
  for (const unit of units) {
    const line = unit === null ? null : await lineOfUnit(office.db.read, unit)
    if (mayAt(duties, role, line)) continue
    throw unit !== null && mayAt(duties, 'viewer', line) ? forbidden() : unit === null ? forbidden() : notFound()
  }
}
