import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Account, LinkMade, Session } from '../../../server/accounts/schema.ts'
import { browser, openOffice, signInAs, type Answer, type Browser, type TestOffice } from '../../support/office.ts'
import { aUnit } from '../../support/records.ts'

let office: TestOffice
let administrator: Browser
let unitId: string
beforeEach(async () => {
  office = await openOffice()
  administrator = await signInAs(office, 'administrator', null)
  unitId = ((await administrator('POST', '/api/units', aUnit({}))).body as { id: string }).id
})
afterEach(() => office.close())

const password = 'một mật khẩu dài'
const tokenOf = (link: LinkMade | null) => link?.url.split('/link/')[1] ?? ''
const tokenIn = (answer: Answer) => tokenOf(answer.body as LinkMade)
const session = async (token: string | null) => (await browser(office, token)('GET', '/api/session')).body as Session

/** Takes a link or signs in; the token of the cookie, null where it is refused. */
const enter = async (url: string, payload: object, cookie?: string) => {
  const cookies = cookie === undefined ? {} : { cookies: { 'tien-toi': cookie } }
  const answer = await office.app.inject({ method: 'POST', url, payload, ...cookies })
  return answer.cookies.find(({ name }) => name === 'tien-toi')?.value ?? null
}
const invite = async (by = administrator) =>
  tokenIn(await by('POST', '/api/invitations', { login: 'an', name: 'An', role: 'viewer', unitId }))
const accountOf = async (login: string) =>
  ((await administrator('GET', '/api/accounts')).body as Account[]).find((each) => each.login === login) as Account
const newPassword = async (by = administrator) =>
  tokenIn(await by('POST', `/api/accounts/${(await accountOf('an')).id}/new-password`))
const isOpen = async (link: string) => (await browser(office, null)('GET', `/api/links/${link}`)).status === 200

test('signing in gives a cookie of its own, whatever cookie came along', async () => {
  const first = await enter(`/api/links/${await invite()}`, { name: 'An', password }, 'x'.repeat(43))
  const second = await enter('/api/session', { login: 'an', password }, first ?? '')
  expect([first, second]).toEqual([expect.stringMatching(/^[\w-]{43}$/), expect.stringMatching(/^[\w-]{43}$/)])
  expect(new Set([first, second, 'x'.repeat(43)]).size).toBe(3)
})

test('the cookie is for the server only and for pages of this site', async () => {
  const url = `/api/links/${await invite()}`
  const answer = await office.app.inject({ method: 'POST', url, payload: { name: 'An', password } })
  expect(answer.cookies).toMatchObject([{ name: 'tien-toi', httpOnly: true, sameSite: 'Lax', path: '/' }])
})

test('a link taken by two at the same time opens for one', async () => {
  const link = `/api/links/${await invite()}`
  const tokens = await Promise.all([0, 1, 2].map(() => enter(link, { name: 'An', password })))
  expect(tokens.filter((token) => token !== null)).toHaveLength(1)
})

test('a link for a new password shuts out whoever came in with the old one', async () => {
  const old = await enter(`/api/links/${await invite()}`, { name: 'An', password })
  expect((await session(old)).account).toMatchObject({ login: 'an' })
  const taken = await enter(`/api/links/${await newPassword()}`, { password: 'một mật khẩu khác' })
  expect((await session(taken)).account).toMatchObject({ login: 'an' })
  expect((await session(old)).account).toBeNull()
  expect(await enter('/api/session', { login: 'an', password })).toBeNull()
})

test('a changed password takes the force of a link for a new one', async () => {
  const token = await enter(`/api/links/${await invite()}`, { name: 'An', password })
  const link = await newPassword()
  expect(await isOpen(link)).toBe(true)
  const change = { currentPassword: password, newPassword: 'một mật khẩu khác' }
  expect((await browser(office, token)('PUT', '/api/session/password', change)).status).toBe(204)
  expect(await isOpen(link)).toBe(false)
})

test('a link made for a lesser account does not open a greater one', async () => {
  const district = await signInAs(office, 'administrator', unitId)
  await enter(`/api/links/${await invite(district)}`, { name: 'An', password })
  const link = await newPassword(district)
  expect(await isOpen(link)).toBe(true)
  const { id } = await accountOf('an')
  const grant = { unitId: null, role: 'administrator' }
  expect(await administrator('POST', `/api/accounts/${id}/grants`, grant)).toMatchObject({
    status: 200,
    body: { link: null },
  })
  expect(await enter(`/api/links/${link}`, { password: 'của người khác' })).toBeNull()
  expect((await district('POST', `/api/accounts/${id}/new-password`)).status).toBe(403)
})
