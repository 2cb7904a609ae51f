import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import fastify from 'fastify'
import { Type } from 'typebox'
import { accountRoutes } from './accounts/routes.ts'
import { assignmentRoutes } from './assignments/routes.ts'
import { calendarRoutes } from './calendar/routes.ts'
import { bookingRoutes } from './bookings/routes.ts'
import { callRoutes } from './calls/routes.ts'
import { congressRoutes } from './congresses/routes.ts'
import { cycleRoutes } from './cycles/routes.ts'
import { delegateLinkRoutes } from './delegate-links/routes.ts'
import { delegatePageRoutes } from './delegate-pages/routes.ts'
import { choosingRoutes } from './choosing/routes.ts'
import { delegateRoutes } from './delegates/routes.ts'
import { documentRoutes } from './documents/routes.ts'
import { duplicateRoutes } from './duplicates/routes.ts'
import { englishRoutes } from './english/routes.ts'
import { exchangeRoutes, unitListExchangeRoutes } from './exchange/routes.ts'
import { feedRoutes } from './feeds/routes.ts'
import { fileRoutes } from './files/routes.ts'
import { firstRunRoutes } from './first-run/routes.ts'
import { formRoutes } from './forms/routes.ts'
import { historyRoutes } from './history/routes.ts'
import { changesRoutes } from './http/changes.ts'
import { sharedCompilers } from './http/compilers.ts'
import { cleanTextPlugin } from './http/clean-text.ts'
import { errorsPlugin } from './http/errors.ts'
import { headersPlugin } from './http/headers.ts'
import { permissionsPlugin } from './http/permissions.ts'
import type { App } from './http/feature.ts'
import { sessionPlugin } from './http/session.ts'
import { webFiles } from './http/web-files.ts'
import { interchangeRoutes } from './interchange/routes.ts'
import type { Office } from './office.ts'
import { leaderRoutes } from './leaders/routes.ts'
import { listRoutes } from './lists/routes.ts'
import { logoRoutes } from './logos/routes.ts'
import { makeUpRoutes } from './make-up/routes.ts'
import { outsideFormRoutes } from './outside-forms/routes.ts'
import { paperRoutes } from './papers/routes.ts'
import { postRoutes } from './people/routes.ts'
import { printRoutes } from './prints/routes.ts'
import { dayRoutes } from './day/routes.ts'
import { programmeRoutes } from './programme/routes.ts'
import { publicationRoutes } from './publications/routes.ts'
import { hallRoutes } from './halls/routes.ts'
import { groupRoutes } from './groups/routes.ts'
import { quotaRoutes } from './quotas/routes.ts'
import { releaseRoutes } from './releases/routes.ts'
import { seatingRoutes } from './seating/routes.ts'
import { resultRoutes } from './results/routes.ts'
import { roadRoutes } from './road/routes.ts'
import { templateRoutes } from './templates/routes.ts'
import { memberPhotoRoutes, unitListRoutes } from './unit-lists/routes.ts'
import { unitRoutes } from './units/routes.ts'
import { venueRoutes } from './venues/routes.ts'

const features = [
  accountRoutes,
  unitRoutes,
  venueRoutes,
  outsideFormRoutes,
  makeUpRoutes,
  paperRoutes,
  postRoutes,
  duplicateRoutes,
  leaderRoutes,
  feedRoutes,
  calendarRoutes,
  cycleRoutes,
  congressRoutes,
  roadRoutes,
  programmeRoutes,
  releaseRoutes,
  publicationRoutes,
  delegateLinkRoutes,
  delegatePageRoutes,
  dayRoutes,
  interchangeRoutes,
  resultRoutes,
  bookingRoutes,
  callRoutes,
  fileRoutes,
  documentRoutes,
  printRoutes,
  listRoutes,
  delegateRoutes,
  choosingRoutes,
  quotaRoutes,
  assignmentRoutes,
  unitListRoutes,
  memberPhotoRoutes,
  groupRoutes,
  hallRoutes,
  seatingRoutes,
  templateRoutes,
  logoRoutes,
  englishRoutes,
  historyRoutes,
  exchangeRoutes,
  unitListExchangeRoutes,
  formRoutes,
  firstRunRoutes,
]

/** One proxy in front: what it saw itself is the last entry, whatever the browser wrote before it. */
const isNearest = (_address: string, hop: number) => hop === 0

/** The whole server, ready to listen: plugins first, then the features. */
export const buildApp = async (office: Office, options: { isLogging?: boolean } = {}): Promise<App> => {
  const app = fastify({
    logger: options.isLogging === true ? { level: 'warn' } : false,
    trustProxy: office.settings.isProxyTrusted && isNearest,
    bodyLimit: 1024 * 1024,
    // Time to send a whole request, an upload over a slow line too; whoever dribbles longer is cut off.
    requestTimeout: 300_000,
    // Live changes keep their connections open; closing must not wait for them.
    forceCloseConnections: true,
    schemaController: { compilersFactory: sharedCompilers() },
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false, allErrors: true } },
  }).withTypeProvider<TypeBoxTypeProvider>()

  await app.register(errorsPlugin, { maxBytes: office.settings.maxUploadBytes })
  await app.register(headersPlugin)
  await app.register(cookie)
  await app.register(rateLimit, { global: false, skipOnError: false })
  await app.register(multipart, {
    limits: { fileSize: office.settings.maxUploadBytes, files: 1, fields: 10, parts: 12 },
  })
  await app.register(swagger, {
    openapi: { info: { title: 'Tiến Tới', version: '1', description: 'Congress planning and logistics.' } },
  })
  await app.register(sessionPlugin, { office })
  await app.register(permissionsPlugin, { office })
  await app.register(cleanTextPlugin)
  await app.register(changesRoutes, { office })
  for (const feature of features) await app.register(feature, { office })
  app.get(
    '/api/openapi.json',
    {
      config: { permission: 'anyone' },
      schema: { hide: true, response: { 200: Type.Object({}, { additionalProperties: true }) } },
    },
    async () => app.swagger(),
  )
  await app.register(webFiles)
  return app
}
