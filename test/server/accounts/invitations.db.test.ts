import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Account, Link, LinkMade, LinkToPassOn, NewInvitation } from '../../../server/accounts/schema.ts'
import type { ActList } from '../../../server/history/schema.ts'
import type { Static } from 'typebox'
import { browser, openOffice, signInAs, type Answer, type Browser, type TestOffice } from '../../support/office.ts'
import { aUnit } from '../../support/records.ts'

let office: TestOffice
let administrator: Browser
/** Of the administrator of one district. */
let district: Browser
let mine: string
let other: string
beforeEach(async () => {
  office = await openOffice()
  administrator = await signInAs(office, 'administrator', null)
  mine = await unit('Huyện Hải Hậu')
  other = await unit('Huyện Giao Thủy')
  district = await signInAs(office, 'administrator', mine)
})
afterEach(() => office.close())

const unit = async (name: string) =>
  ((await administrator('POST', '/api/units', aUnit({ name }))).body as { id: string }).id
const password = 'một mật khẩu dài'
const invitation = (values: Partial<NewInvitation> = {}): NewInvitation => ({
  login: 'binh',
  name: 'Trần Thị Bình',
  role: 'organizer',
  unitId: mine,
  ...values,
})
const tokenOf = (link: LinkMade | null) => link?.url.split('/link/')[1] ?? ''
const invite = async (values: Partial<NewInvitation> = {}, by = administrator) => {
  const made = await by('POST', '/api/invitations', invitation(values))
  expect(made.status).toBe(200)
  return tokenOf(made.body as LinkMade)
}
const tokenToPassOn = (answer: Answer) => {
  expect(answer.status).toBe(200)
  return tokenOf((answer.body as LinkToPassOn).link)
}
const listed = async () => (await administrator('GET', '/api/accounts')).body as Account[]
const binh = async () => (await listed()).find(({ login }) => login === 'binh')
const rolesOf = (holder: { grants: Account['grants'] } | undefined) =>
  holder?.grants.map(({ role, unitName }) => `${role} at ${unitName || 'everywhere'}`)
const open = async (token: string) => {
  const { status, body } = await browser(office, null)('GET', `/api/links/${token}`)
  return status === 200 ? { ...(body as Link), status } : { status, grants: [] }
}
const take = async (token: string) =>
  (await browser(office, null)('POST', `/api/links/${token}`, { name: 'Trần Thị Bình', password })).status
const lastAct = async () => ((await administrator('GET', '/api/acts')).body as Static<typeof ActList>).acts[0]

describe('an invitation that nobody took', () => {
  test('stands in the list with the day to which it can be taken, until it is taken', async () => {
    const token = await invite()
    expect(await binh()).toMatchObject({ hasPassword: false, invitedUntil: '2020-07-06T02:00:00.000Z' })
    expect((await open(token)) as Link).toMatchObject({ kind: 'invitation', expiresAt: '2020-07-06T02:00:00.000Z' })
    expect(await take(token)).toBe(204)
    expect(await binh()).toMatchObject({ hasPassword: true, invitedUntil: null })
  })

  test('stands there without a day once it has run out', async () => {
    await invite()
    await office.db.write(async (tx) => void (await tx.update(tx.tables.links).set({ expiresAt: '2020-06-21' })))
    expect(await binh()).toMatchObject({ hasPassword: false, invitedUntil: null })
  })

  test('is withdrawn with its roles and its account, and the name is free again', async () => {
    const token = await invite()
    const account = await binh()
    expect((await administrator('DELETE', `/api/accounts/${account?.id ?? ''}/invitation`)).status).toBe(204)
    expect(await open(token)).toMatchObject({ status: 410 })
    expect(await take(token)).toBe(410)
    expect(await binh()).toBeUndefined()
    expect(await lastAct()).toMatchObject({ action: 'invitation-withdrawn', subject: 'Trần Thị Bình', unitId: mine })
    expect(await take(await invite())).toBe(204)
  })

  test('is withdrawn with its last role', async () => {
    const token = await invite()
    const [grant] = (await binh())?.grants ?? []
    expect((await administrator('DELETE', `/api/grants/${grant?.id ?? ''}`)).status).toBe(204)
    expect(await open(token)).toMatchObject({ status: 410 })
    expect(await binh()).toBeUndefined()
  })

  test('can be taken by a new link, and no longer by the old one', async () => {
    const older = await invite()
    const made = await administrator('POST', `/api/accounts/${(await binh())?.id ?? ''}/new-password`)
    const newer = tokenOf(made.body as LinkMade)
    expect(await open(older)).toMatchObject({ status: 410 })
    expect(await open(newer)).toMatchObject({ kind: 'invitation', name: 'Trần Thị Bình' })
    expect(await lastAct()).toMatchObject({ action: 'invitation-renewed', subject: 'Trần Thị Bình' })
    expect(await take(newer)).toBe(204)
  })

  test('lost with a lock of its account does not come back when it is unlocked', async () => {
    const token = await invite()
    const { id = '', version = 0 } = (await binh()) ?? {}
    const change = { name: 'Bình', isDisabled: true, version }
    expect((await administrator('PUT', `/api/accounts/${id}`, change)).status).toBe(204)
    const back = { ...change, isDisabled: false, version: version + 1 }
    expect((await administrator('PUT', `/api/accounts/${id}`, back)).status).toBe(204)
    expect(await open(token)).toMatchObject({ status: 410 })
    expect(await binh()).toMatchObject({ isDisabled: false, invitedUntil: null })
  })

  test('is no invitation any more once it was taken: what is taken cannot be withdrawn', async () => {
    await take(await invite())
    const account = await binh()
    expect(await administrator('DELETE', `/api/accounts/${account?.id ?? ''}/invitation`)).toMatchObject({
      status: 409,
      body: { code: 'invitation-taken' },
    })
    expect(rolesOf(await binh())).toEqual(['organizer at Huyện Hải Hậu'])
  })
})

describe('a further role', () => {
  const grant = async (by: Browser, values: object) =>
    by('POST', `/api/accounts/${(await binh())?.id ?? ''}/grants`, values)

  test('takes the force of the invitation made before it, and gives a new one that says both roles', async () => {
    const older = await invite({}, district)
    const newer = tokenToPassOn(await grant(administrator, { role: 'administrator', unitId: null }))
    expect(await take(older)).toBe(410)
    expect(rolesOf(await open(newer))).toEqual(['organizer at Huyện Hải Hậu', 'administrator at everywhere'])
    expect(await take(newer)).toBe(204)
  })

  test('that is held already stays one, and changes whether sensitive data may be seen under it', async () => {
    await invite()
    const seen = async () => (await binh())?.grants.map(({ maySeeSensitive }) => maySeeSensitive)
    expect(await seen()).toEqual([false])
    await grant(administrator, { role: 'organizer', unitId: mine, maySeeSensitive: true })
    expect(await seen()).toEqual([true])
    await grant(administrator, { role: 'organizer', unitId: mine })
    expect(await seen()).toEqual([false])
  })

  test('is said by an open invitation as long as it is held', async () => {
    await invite()
    const token = tokenToPassOn(await grant(administrator, { role: 'viewer', unitId: other }))
    const [first] = (await binh())?.grants ?? []
    expect((await administrator('DELETE', `/api/grants/${first?.id ?? ''}`)).status).toBe(204)
    expect(rolesOf(await open(token))).toEqual(['viewer at Huyện Giao Thủy'])
  })
})

describe('a newer invitation of the same sign-in name', () => {
  test('replaces the older, its name and its roles', async () => {
    const older = await invite()
    const newer = await invite({ login: 'BINH', name: 'Trần Bình', role: 'viewer', unitId: other })
    expect(await open(older)).toMatchObject({ status: 410 })
    expect(await open(newer)).toMatchObject({ name: 'Trần Bình', login: 'binh' })
    expect(rolesOf(await binh())).toEqual(['viewer at Huyện Giao Thủy'])
    expect(await lastAct()).toMatchObject({ action: 'invitation-replaced', subject: 'Trần Bình', unitId: other })
  })

  test('is refused once the older was taken', async () => {
    await take(await invite())
    const again = await administrator('POST', '/api/invitations', invitation({ role: 'viewer' }))
    expect(again).toMatchObject({ status: 409, body: { code: 'login-taken' } })
    expect(rolesOf(await binh())).toEqual(['organizer at Huyện Hải Hậu'])
  })

  test.each([null, 'other'] as const)('is refused to whoever does not administer the older one (%s)', async (where) => {
    const older = await invite({ role: 'administrator', unitId: where === null ? null : other })
    const before = rolesOf(await binh())
    const again = await district('POST', '/api/invitations', invitation({ role: 'viewer' }))
    expect(again).toMatchObject({ status: 409, body: { code: 'login-taken' } })
    expect(rolesOf(await binh())).toEqual(before)
    expect(await open(older)).toMatchObject({ status: 200 })
  })
})

describe('a duty handed over', () => {
  const handOver = async (by: Browser, unitId: string) => {
    const holder = invitation({ login: 'holder', name: 'Người giữ', unitId })
    expect((await administrator('POST', '/api/invitations', holder)).status).toBe(200)
    const grant = (await listed()).find(({ login }) => login === 'holder')?.grants[0]
    return by('POST', `/api/grants/${grant?.id ?? ''}/hand-over`, { login: 'binh', name: 'Bình' })
  }

  test('to an account that nobody took yet leaves one link to it', async () => {
    const older = await invite()
    const newer = tokenToPassOn(await handOver(administrator, other))
    expect(await open(older)).toMatchObject({ status: 410 })
    expect(rolesOf(await open(newer))).toEqual(['organizer at Huyện Hải Hậu', 'organizer at Huyện Giao Thủy'])
  })

  test('takes with it the invitation of a holder who never came', async () => {
    await handOver(administrator, other)
    expect((await listed()).map(({ login }) => login)).not.toContain('holder')
  })

  test('to somebody invited to more is refused: its link would open more than is the giver’s', async () => {
    const older = await invite({ role: 'administrator', unitId: null })
    expect(await handOver(district, mine)).toMatchObject({ status: 409, body: { code: 'login-taken' } })
    expect(rolesOf(await binh())).toEqual(['administrator at everywhere'])
    expect(await open(older)).toMatchObject({ status: 200 })
  })
})
