import { afterEach, beforeEach, expect, test } from 'vitest'
import { offerFirstAdministrator } from '../../../server/accounts/links.ts'
import type { Account, LinkToPassOn, Session } from '../../../server/accounts/schema.ts'
import { browser, openOffice, signInAs, type Answer, type TestOffice } from '../../support/office.ts'
import { aUnit } from '../../support/records.ts'

let office: TestOffice
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.close())

const stranger = () => browser(office, null)
const password = 'một mật khẩu dài'

/** Sends a request and gives the cookie that it sets. */
const cookieFrom = async (url: string, payload: object): Promise<{ status: number; token: string | null }> => {
  const answer = await office.app.inject({ method: 'POST', url, payload })
  return { status: answer.statusCode, token: answer.cookies.find(({ name }) => name === 'tien-toi')?.value ?? null }
}
const session = async (token: string | null) => (await browser(office, token)('GET', '/api/session')).body as Session
const tokenIn = (answer: Answer) => (answer.body as { url: string }).url.split('/link/')[1] ?? ''

const makeFirstAdministrator = async () => {
  const token = (await offerFirstAdministrator(office)) ?? ''
  return cookieFrom(`/api/links/${token}`, { login: 'An@NamDinh.gov.vn', name: 'Nguyễn Văn An', password })
}

test('the first administrator is made with the link of the first start, once', async () => {
  const link = (await offerFirstAdministrator(office)) ?? ''
  expect((await stranger()('GET', `/api/links/${link}`)).body).toMatchObject({ kind: 'first-administrator' })
  const taken = await cookieFrom(`/api/links/${link}`, { login: 'an', name: 'An', password })
  expect(taken.status).toBe(204)
  expect(await session(taken.token)).toMatchObject({
    account: { login: 'an', name: 'An' },
    grants: [{ role: 'administrator', unitId: null }],
    hasAdministrator: true,
    needsFirstRun: true,
  })
  expect((await cookieFrom(`/api/links/${link}`, { login: 'bb', name: 'B', password })).status).toBe(410)
  expect(await offerFirstAdministrator(office)).toBeNull()
})

test('an older link for the first administrator loses its force when a newer one is made', async () => {
  const older = (await offerFirstAdministrator(office)) ?? ''
  await offerFirstAdministrator(office)
  expect((await stranger()('GET', `/api/links/${older}`)).status).toBe(410)
})

test('signing in needs the right password; the sign-in name forgives capitals', async () => {
  await makeFirstAdministrator()
  const wrong = await stranger()('POST', '/api/session', { login: 'an@namdinh.gov.vn', password: 'khác' })
  expect(wrong).toMatchObject({ status: 403, body: { code: 'wrong-password' } })
  const unknown = await stranger()('POST', '/api/session', { login: 'ai-đó', password })
  expect(unknown).toMatchObject({ status: 403, body: { code: 'wrong-password' } })
  const right = await cookieFrom('/api/session', { login: ' AN@namdinh.gov.vn', password })
  expect(await session(right.token)).toMatchObject({ account: { name: 'Nguyễn Văn An' } })
})

test('a locked account is told so by its right password alone', async () => {
  await makeFirstAdministrator()
  await office.db.write(async (tx) => void (await tx.update(tx.tables.accounts).set({ isDisabled: true })))
  const attempt = (typed: string) => stranger()('POST', '/api/session', { login: 'an@namdinh.gov.vn', password: typed })
  expect(await attempt('khác hẳn')).toMatchObject({ status: 403, body: { code: 'wrong-password' } })
  expect(await attempt(password)).toMatchObject({ status: 403, body: { code: 'account-locked' } })
})

test('after signing out the cookie is worth nothing', async () => {
  const { token } = await makeFirstAdministrator()
  const who = browser(office, token)
  expect((await who('DELETE', '/api/session')).status).toBe(204)
  expect((await who('GET', '/api/accounts')).status).toBe(401)
})

test('a changed password ends the sign-ins of every other browser', async () => {
  const here = await makeFirstAdministrator()
  const there = await cookieFrom('/api/session', { login: 'an@namdinh.gov.vn', password })
  const change = { currentPassword: password, newPassword: 'mật khẩu mới dài' }
  expect((await browser(office, here.token)('PUT', '/api/session/password', change)).status).toBe(204)
  expect((await session(there.token)).account).toBeNull()
  expect((await session(here.token)).account).toMatchObject({ name: 'Nguyễn Văn An' })
  expect((await cookieFrom('/api/session', { login: 'an@namdinh.gov.vn', password })).status).toBe(403)
})

test('an invitation makes an account with its role at its unit', async () => {
  const { token } = await makeFirstAdministrator()
  const administrator = browser(office, token)
  const unit = (await administrator('POST', '/api/units', aUnit({ name: 'Huyện Hải Hậu' }))).body as { id: string }
  const invitation = { login: 'binh', name: 'Trần Thị Bình', role: 'organizer', unitId: unit.id }
  const made = await administrator('POST', '/api/invitations', invitation)
  expect(made.status).toBe(200)
  const taken = await cookieFrom(`/api/links/${tokenIn(made)}`, { name: 'Trần Thị Bình', password })
  expect(await session(taken.token)).toMatchObject({
    account: { login: 'binh' },
    grants: [{ role: 'organizer', unitId: unit.id, unitName: 'Huyện Hải Hậu' }],
  })
  expect(await administrator('POST', '/api/invitations', invitation)).toMatchObject({
    status: 409,
    body: { code: 'login-taken' },
  })
})

test('a duty is handed to a successor in one act', async () => {
  const { token } = await makeFirstAdministrator()
  const administrator = browser(office, token)
  const unit = (await administrator('POST', '/api/units', aUnit({ name: 'Huyện Hải Hậu' }))).body as { id: string }
  const holder = await signInAs(office, 'organizer', unit.id)
  const accounts = (await administrator('GET', '/api/accounts')).body as Account[]
  const grant = accounts.flatMap(({ grants }) => grants).find(({ role }) => role === 'organizer')
  const handed = await administrator('POST', `/api/grants/${grant?.id ?? ''}/hand-over`, { login: 'cuc', name: 'Cúc' })
  expect(handed.status).toBe(200)
  expect((await holder('GET', '/api/units')).status).toBe(403)
  const { link } = handed.body as LinkToPassOn
  const taken = await cookieFrom(new URL(link?.url ?? '').pathname.replace('/link/', '/api/links/'), {
    name: 'Phạm Thị Cúc',
    password,
  })
  expect(await session(taken.token)).toMatchObject({
    account: { name: 'Phạm Thị Cúc' },
    grants: [{ role: 'organizer', unitId: unit.id }],
  })
})

test('the last administrator can neither be disabled nor lose the role', async () => {
  const { token } = await makeFirstAdministrator()
  const administrator = browser(office, token)
  const [account] = (await administrator('GET', '/api/accounts')).body as Account[]
  const disable = { name: 'An', isDisabled: true, version: account?.version }
  expect(await administrator('PUT', `/api/accounts/${account?.id ?? ''}`, disable)).toMatchObject({
    status: 409,
    body: { code: 'last-administrator' },
  })
  expect(await administrator('DELETE', `/api/grants/${account?.grants[0]?.id ?? ''}`)).toMatchObject({
    status: 409,
    body: { code: 'last-administrator' },
  })
  expect((await session(token)).grants).toMatchObject([{ role: 'administrator' }])
})

test('an administrator of a district cannot give a role beyond it', async () => {
  const { token } = await makeFirstAdministrator()
  const root = browser(office, token)
  const mine = (await root('POST', '/api/units', aUnit({ name: 'Huyện Hải Hậu' }))).body as { id: string }
  const administrator = await signInAs(office, 'administrator', mine.id)
  const everywhere = { login: 'dung', name: 'Dũng', role: 'administrator', unitId: null }
  expect((await administrator('POST', '/api/invitations', everywhere)).status).toBe(403)
  const accounts = (await root('GET', '/api/accounts')).body as Account[]
  expect(accounts.map(({ login }) => login)).not.toContain('dung')
})

test('guessing passwords is slowed down', async () => {
  const statuses = []
  for (let attempt = 0; attempt < 22; attempt++) {
    statuses.push((await stranger()('POST', '/api/session', { login: 'an', password: `guess ${attempt}` })).status)
  }
  expect(statuses.slice(0, 20).every((status) => status === 403)).toBe(true)
  expect(statuses.slice(20)).toEqual([429, 429])
})
