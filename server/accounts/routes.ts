import { Type } from 'typebox'
import { listCycles } from '../cycles/queries.ts'
import { ById, Nothing, answer, answerNothing, type Feature } from '../http/feature.ts'
import { accountOf, dropToken, keepToken, readToken } from '../http/session.ts'
import { Shape } from '../shapes.ts'
import { listUnits } from '../units/queries.ts'
import * as actions from './actions.ts'
import { invite, offerLink, withdrawInvitation } from './invitations.ts'
import { openLink, takeLink, type FreshLink } from './links.ts'
import { listAdministrators, listGrants, listShares } from './queries.ts'
import { listVisibleAccounts, placesOfDuties } from './listing.ts'
import {
  Account,
  AccountChange,
  HandOver,
  LanguageChange,
  Link,
  LinkAnswer,
  LinkMade,
  LinkToPassOn,
  NewGrant,
  NewInvitation,
  NewShare,
  PasswordChange,
  Session,
  Share,
  SignIn,
} from './schema.ts'

const ByToken = Shape({ token: Type.String({ pattern: '^[\\w-]{43}$' }) })
/** Strangers send a name and a password, no more. */
const smallBody = 8 * 1024
/** Guessing passwords or links is slowed down per address. */
const guarded = { rateLimit: { max: 20, timeWindow: '5 minutes' } }

export const accountRoutes: Feature = async (app, { office }) => {
  const linkTo = (request: { protocol: string; host: string }, { token, expiresAt }: FreshLink) => ({
    url: `${office.settings.publicUrl ?? `${request.protocol}://${request.host}`}/link/${token}`,
    expiresAt,
  })

  app.get(
    '/api/session',
    { config: { permission: 'anyone' }, schema: { response: { 200: Session } } },
    async (request) => {
      const account = request.signedIn
      return {
        account,
        grants: account ? await listGrants(office.db.read, [account.id]) : [],
        hasAdministrator: (await listAdministrators(office.db.read)).length > 0,
        needsFirstRun: account !== null && (await listCycles(office.db.read)).length === 0,
      }
    },
  )
  app.post(
    '/api/session',
    {
      bodyLimit: smallBody,
      config: { permission: 'anyone', ...guarded },
      schema: { body: SignIn, response: { 204: Nothing } },
    },
    async (request, reply) => {
      keepToken(request, reply, await actions.signIn(office, request.body.login, request.body.password))
      return reply.status(204).send(null)
    },
  )
  app.delete(
    '/api/session',
    { config: { permission: 'signed-in' }, schema: { response: { 204: Nothing } } },
    async (request, reply) => {
      await actions.signOut(office, readToken(request) ?? '')
      dropToken(reply)
      return reply.status(204).send(null)
    },
  )
  app.put(
    '/api/session/password',
    {
      config: { permission: 'signed-in', ...guarded },
      schema: { body: PasswordChange, response: { 204: Nothing } },
    },
    async (request, reply) => {
      await actions.changePassword(office, accountOf(request), request.body, readToken(request) ?? '')
      return reply.status(204).send(null)
    },
  )
  app.put(
    '/api/session/language',
    { config: { permission: 'signed-in' }, schema: { body: LanguageChange, response: { 204: Nothing } } },
    async (request, reply) => {
      await actions.changeLanguage(office, accountOf(request), request.body.language)
      return reply.status(204).send(null)
    },
  )

  app.get(
    '/api/links/:token',
    { config: { permission: 'anyone', ...guarded }, schema: { params: ByToken, response: { 200: Link } } },
    async (request) => openLink(office, request.params.token),
  )
  app.post(
    '/api/links/:token',
    {
      bodyLimit: smallBody,
      config: { permission: 'anyone', ...guarded },
      schema: { params: ByToken, body: LinkAnswer, response: { 204: Nothing } },
    },
    async (request, reply) => {
      keepToken(request, reply, await takeLink(office, request.params.token, request.body))
      return reply.status(204).send(null)
    },
  )

  app.get(
    '/api/accounts',
    {
      config: { permission: { role: 'administrator', at: 'somewhere' } },
      schema: { response: { 200: Type.Array(Account) } },
    },
    async (request) => listVisibleAccounts(office, accountOf(request).duties),
  )
  app.post(
    '/api/invitations',
    {
      config: { permission: { role: 'administrator', at: 'unit-in-body' } },
      schema: { body: NewInvitation, response: { 200: LinkMade } },
    },
    async (request, reply) => linkTo(request, answer(reply, await invite(office, accountOf(request), request.body))),
  )
  app.put(
    '/api/accounts/:id',
    {
      config: { permission: { role: 'administrator', at: 'account' } },
      schema: { params: ById, body: AccountChange, response: { 204: Nothing } },
    },
    async (request, reply) => {
      await actions.changeAccount(office, accountOf(request), request.params.id, request.body)
      return reply.status(204).send(null)
    },
  )
  app.delete(
    '/api/accounts/:id/invitation',
    {
      config: { permission: { role: 'administrator', at: 'account' } },
      schema: { params: ById, response: { 204: Nothing } },
    },
    async (request, reply) =>
      answerNothing(reply, await withdrawInvitation(office, accountOf(request), request.params.id)),
  )
  app.post(
    '/api/accounts/:id/new-password',
    {
      config: { permission: { role: 'administrator', at: 'account' } },
      schema: { params: ById, response: { 200: LinkMade } },
    },
    async (request) => linkTo(request, await offerLink(office, accountOf(request), request.params.id)),
  )
  app.post(
    '/api/accounts/:id/grants',
    {
      config: { permission: { role: 'administrator', at: 'account' } },
      schema: { params: ById, body: NewGrant, response: { 200: LinkToPassOn } },
    },
    async (request) => {
      const link = await actions.grantRole(office, accountOf(request), request.params.id, request.body)
      return { link: link && linkTo(request, link) }
    },
  )
  app.delete(
    '/api/grants/:id',
    {
      config: { permission: { role: 'administrator', at: 'grant' } },
      schema: { params: ById, response: { 204: Nothing } },
    },
    async (request, reply) => {
      await actions.withdrawRole(office, accountOf(request), request.params.id)
      return reply.status(204).send(null)
    },
  )
  app.post(
    '/api/grants/:id/hand-over',
    {
      config: { permission: { role: 'administrator', at: 'grant' } },
      schema: { params: ById, body: HandOver, response: { 200: LinkToPassOn } },
    },
    async (request) => {
      const link = await actions.handOver(office, accountOf(request), request.params.id, request.body)
      return { link: link && linkTo(request, link) }
    },
  )

  app.get(
    '/api/shares',
    {
      config: { permission: { role: 'administrator', at: 'somewhere' } },
      schema: { response: { 200: Type.Array(Share) } },
    },
    async (request) => {
      const mine = await placesOfDuties(office.db.read, accountOf(request).duties, 'administrator')
      const names = new Map((await listUnits(office.db.read)).map(({ id, name }) => [id, name]))
      const shares = (await listShares(office.db.read)).filter(({ unitId }) => mine === null || mine.has(unitId))
      return shares.map((share) => ({
        ...share,
        unitName: names.get(share.unitId) ?? '',
        withUnitName: names.get(share.withUnitId) ?? '',
      }))
    },
  )
  app.post(
    '/api/shares',
    {
      config: { permission: { role: 'administrator', at: 'unit-in-body' } },
      schema: { body: NewShare, response: { 204: Nothing } },
    },
    async (request, reply) => answerNothing(reply, await actions.shareUnit(office, accountOf(request), request.body)),
  )
  app.delete(
    '/api/shares/:id',
    {
      config: { permission: { role: 'administrator', at: 'share' } },
      schema: { params: ById, response: { 204: Nothing } },
    },
    async (request, reply) =>
      answerNothing(reply, await actions.endShare(office, accountOf(request), request.params.id)),
  )
}
