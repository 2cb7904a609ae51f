import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fastify } from 'fastify'
import { roles, type Role } from '../../../server/accounts/schema.ts'
import { isAtLeast } from '../../../server/accounts/rules.ts'
import { stampReader } from '../../../server/history/queries.ts'
import { permissionsPlugin } from '../../../server/http/permissions.ts'
import { browser, openOffice, signInAs, type TestOffice } from '../../support/office.ts'
import type { Subtree } from '../../support/districts.ts'
import {
  buildSubtrees,
  handOverImports,
  sampleBody,
  sampleForm,
  sampleKind,
  sampleList,
  sampleQuery,
} from '../../support/subtrees.ts'

let office: TestOffice
let inside: Subtree
let outside: Subtree
beforeEach(async () => {
  office = await openOffice()
  ;({ inside, outside } = await buildSubtrees(office))
})
afterEach(() => office.close())

/** Routes whose call would end the test's own sign-in or never answer. */
const isApart = (route: { method: string; url: string }) =>
  route.url === '/api/changes' || (route.method === 'DELETE' && route.url === '/api/session')

/** Deletions last, children before what they belong to, so that every route finds its object. */
const order = [
  'file',
  'call',
  'item',
  'session',
  'acceptance',
  'congress',
  'level',
  'cycle',
  'share',
  'grant',
  'leave',
  'post',
  'venue',
  'unit',
]
const placeOf = (route: { permission: unknown }) => (route.permission as { at?: string }).at ?? ''
const routesInOrder = () => {
  const all = office.app.permissions.filter((route) => route.method !== 'HEAD' && !isApart(route))
  const rank = (route: (typeof all)[number]) =>
    route.method === 'DELETE' ? 1 + (order.includes(placeOf(route)) ? order.indexOf(placeOf(route)) : -1) : -1
  return [...all].sort((a, b) => rank(a) - rank(b))
}

const call = async (
  who: ReturnType<typeof browser>,
  { method, url }: { method: string; url: string },
  target: Subtree,
  at: string,
) => {
  const id = target.ids[at] ?? target.ids['unit'] ?? ''
  const path = url
    .replace(':token', 'x'.repeat(43))
    .replace(':id', id)
    .replace(':kind', sampleKind(url))
    .replace(':list', sampleList)
    .replace(':sendingUnitId', target.ids['sender'] ?? '')
    .replace(':planId', target.ids['seating-plan'] ?? '')
    .replace(':number', '1')
    .replace(':delegateId', target.ids['member'] ?? '')
    .replace(':form', target.ids['outside-form'] ?? '')
    .replace(':file', target.ids['edition'] ?? '')
    .replace(':page', '1')
  const form = sampleForm(method, url)
  const body = form ? form.body : sampleBody(method, url, target)
  return who(method as 'GET', path + sampleQuery(method, url, target), body, form?.headers)
}

const isDrawing = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'state' in body && body.state === 'drawing'

describe('every route × every role × inside and outside the subtree', () => {
  test.each([...roles])('%s', async (role: Role) => {
    const who = await signInAs(office, role, inside.unitId)
    await handOverImports(office)
    const readStamp = stampReader(office.db)
    const wrong: string[] = []
    for (const route of routesInOrder()) {
      const { permission } = route
      const name = `${route.method} ${route.url}`
      if (typeof permission === 'string') continue
      // Those who sign in here may know sensitive data from the organizer on.
      const mayKnow = permission.isSensitive !== true || isAtLeast(role, 'organizer')
      const isRoleEnough = isAtLeast(role, permission.role) && mayKnow

      if (permission.at !== 'somewhere') {
        const before = await readStamp()
        const answer = await call(who, route, outside, permission.at)
        if (answer.status !== 403 && answer.status !== 404) wrong.push(`${name} outside: ${answer.status}`)
        if ((await readStamp()) !== before) wrong.push(`${name} outside changed something`)
      }
      const answer = await call(who, route, inside, permission.at)
      const isRefused = [401, 403, 404].includes(answer.status)
      const isExpected = isRoleEnough && permission.at !== 'installation'
      if (answer.status === 400 || answer.status >= 500) {
        wrong.push(`${name} inside: ${answer.status} ${JSON.stringify(answer.body)}`)
      } else if (isRefused === isExpected) wrong.push(`${name} inside: ${answer.status}`)
      // A print that goes on by itself would write during the next call.
      if (isDrawing(answer.body)) await who('POST', `/api/congresses/${inside.ids['congress'] ?? ''}/print-job/stop`)
    }
    expect(wrong).toEqual([])
  })
})

test('nobody who is not signed in gets past a route that is not for anyone', async () => {
  const stranger = browser(office, null)
  const statuses = new Set<number>()
  for (const route of routesInOrder()) {
    if (route.permission === 'anyone') continue
    statuses.add((await call(stranger, route, inside, placeOf(route))).status)
  }
  expect([...statuses]).toEqual([401])
})

test('a secretariat may undo what it may do, and no organizer’s act', async () => {
  const organizer = await signInAs(office, 'organizer', inside.unitId)
  const secretariat = await signInAs(office, 'secretariat', inside.unitId)
  const url = `/api/congresses/${inside.ids['congress'] ?? ''}`
  const state = { state: 'approved', reason: '', paperNumber: '', newDate: null, version: 2 }
  const done = await organizer('POST', `${url}/state`, state)
  expect((await secretariat('POST', `/api/acts/${done.actId ?? ''}/undo`)).status).toBe(403)
  expect((await secretariat('GET', url)).body).toMatchObject({ state: 'approved' })
  expect((await organizer('POST', `/api/acts/${done.actId ?? ''}/undo`)).status).toBe(204)
  expect((await secretariat('GET', url)).body).toMatchObject({ state: 'planned' })
})

test('a disabled account is signed out at once', async () => {
  const who = await signInAs(office, 'viewer', inside.unitId)
  expect((await who('GET', '/api/units')).status).toBe(200)
  await office.db.write(async (tx) => {
    await tx.update(tx.tables.accounts).set({ isDisabled: true })
  })
  expect((await who('GET', '/api/units')).status).toBe(401)
})

test('a route without a permission, or without the shape of its answer, does not start', async () => {
  const bare = async (config: object, schema: object) => {
    const app = fastify()
    app.decorateRequest('signedIn', null)
    await app.register(permissionsPlugin, { office })
    return app.get('/api/open', { config, schema }, async () => null).ready()
  }
  await expect(bare({}, { response: { 204: {} } })).rejects.toThrow('declares no permission')
  await expect(bare({ permission: 'anyone' }, {})).rejects.toThrow('declares no response schema')
})

test('a write from another site is refused', async () => {
  const answer = await office.app.inject({
    method: 'POST',
    url: '/api/session',
    headers: { origin: 'https://elsewhere.example', host: 'tientoi.example' },
    payload: { login: 'demo', password: 'whatever it is' },
  })
  expect(answer.statusCode).toBe(403)
  expect(answer.json()).toMatchObject({ code: 'other-origin' })
})
