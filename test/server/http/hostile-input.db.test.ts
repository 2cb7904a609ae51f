import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { stampReader } from '../../../server/history/queries.ts'
import type { Unit } from '../../../server/units/schema.ts'
import { browser, openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { aCongress, aCycle, aUnit } from '../../support/records.ts'

let office: TestOffice
let who: Browser
beforeEach(async () => {
  office = await openOffice()
  who = await signInAs(office, 'administrator', null)
})
afterEach(() => office.close())

const json = { 'content-type': 'application/json' }
/** Sends the text as it is. */
const sendRaw = (url: string, text: string, to: Browser = who) => to('POST', url, text, json)

test.each([
  ['brackets without end', `{"name":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ['objects in objects', `${'{"name":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
  ['a __proto__', '{"__proto__":{"isAdmin":true},"name":"x"}'],
  ['a constructor with a prototype', '{"constructor":{"prototype":{"isAdmin":true}},"name":"x"}'],
  ['no JSON', '{"name":'],
  ['an array', '[]'],
  ['a string', '"x"'],
  ['null', 'null'],
  ['nothing', ''],
])('a body of %s is refused and changes nothing', async (_name, text) => {
  const readStamp = stampReader(office.db)
  const before = await readStamp()
  expect(await sendRaw('/api/units', text)).toMatchObject({ status: 400, body: { code: 'invalid' } })
  const stranger = browser(office, null)
  expect(await sendRaw('/api/session', text, stranger)).toMatchObject({
    body: { code: expect.stringMatching(/^(invalid|file-too-large)$/) as unknown },
  })
  expect(await readStamp()).toBe(before)
  expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined()
})

test('a body with more faults than anybody reads is answered with the first of them', async () => {
  const wrong = Object.fromEntries(Array.from({ length: 50_000 }, (_each, index) => [`k${String(index)}`, 1]))
  const answer = await who('POST', '/api/units', wrong)
  expect(answer).toMatchObject({ status: 400, body: { code: 'invalid' } })
  expect(answer.bytes.length).toBeLessThan(20_000)
})

test('strangers send small bodies, accounts larger ones, nobody endless ones', async () => {
  const stranger = browser(office, null)
  const name = 'x'.repeat(9000)
  const large = await stranger('POST', '/api/session', { login: name, password: 'whatever it is' })
  expect(large).toMatchObject({ status: 413, body: { code: 'file-too-large' } })
  const link = await stranger('POST', `/api/links/${'x'.repeat(43)}`, { name })
  expect(link).toMatchObject({ status: 413, body: { code: 'file-too-large' } })
  const endless = await who('POST', '/api/units', aUnit({ name: 'x'.repeat(1_100_000) }))
  expect(endless).toMatchObject({ status: 413, body: { code: 'file-too-large' } })
})

test('texts lose what turns them round, ends them early or fits in no file', async () => {
  const name = '\u0000Xã\u202e \ud800Hải\udc00 \uffffAnh\ufffe\u061c\u2066 🎉'
  const created = await who('POST', '/api/units', aUnit({ name, address: '\u0000', contactName: 'A\u0000B' }))
  expect(created).toMatchObject({ status: 200, body: { name: 'Xã Hải Anh 🎉', address: '', contactName: 'AB' } })
  const [kept] = (await who('GET', '/api/units')).body as Unit[]
  expect(kept).toEqual(created.body)
  const form = await who('GET', '/api/units.xlsx')
  expect(form.status).toBe(200)
})

const cycleWithCongress = async (values: Parameters<typeof aCongress>[1]) => {
  const unit = (await who('POST', '/api/units', aUnit({}))).body as Unit
  const cycle = (await who('POST', '/api/cycles', { ...aCycle(unit.id), name: values?.title ?? '' })).body as {
    id: string
  }
  const { levels } = (await who('GET', `/api/cycles/${cycle.id}/road`)).body as { levels: { id: string }[] }
  const place = { cycleId: cycle.id, levelId: levels[0]?.id ?? '', unitId: unit.id }
  const congress = await who('POST', '/api/congresses', aCongress(place, values))
  return { cycleId: cycle.id, congressId: (congress.body as { id: string }).id }
}

/** What a file is called, to programs old and new. */
const plainHeader = /^(inline|attachment); filename="[\x20\x21\x23-\x7e]*\.(pdf|xlsx)"; filename\*=UTF-8''[\w.!~%-]+$/

test.each([
  ['breaks a header', 'A"\r\nset-cookie: tien-toi=x\r\n\r\n; filename=b.exe'],
  ['leads out of its folder', '../../../etc/passwd\\..\\x'],
  ['is cut in the middle of a sign', '🎉'.repeat(90)],
  ['is markup', '<script>alert(1)</script>{{signer}}# **x**'],
  ['is a formula', '=HYPERLINK("http://elsewhere.example","x")'],
])('a name that %s goes into no header and prints as it is', async (_name, title) => {
  const { cycleId, congressId } = await cycleWithCongress({ title: title.slice(0, 190), form: 'constructor' })
  const files = [
    `/api/congresses/${congressId}/papers/programme/pdf`,
    `/api/congresses/${congressId}/papers/programme/pdf?language=en`,
    `/api/cycles/${cycleId}/road.pdf?language=en`,
    `/api/cycles/${cycleId}/congresses.xlsx`,
  ]
  for (const url of files) {
    const { status, headers } = await who('GET', url)
    expect(status).toBe(200)
    expect(headers['content-disposition']).toMatch(plainHeader)
    expect(headers['set-cookie']).toBeUndefined()
    expect(headers['x-content-type-options']).toBe('nosniff')
  }
})

test('a form that is called like a part of every object is an ordinary form', async () => {
  const { congressId } = await cycleWithCongress({ title: 'Đại hội', form: 'constructor', ordinal: 'V' })
  const { body } = await who('GET', `/api/congresses/${congressId}/papers`)
  expect(JSON.stringify(body)).toContain('constructor V')
  expect(JSON.stringify(body)).not.toContain('native code')
})

test.each([
  '/..%2f..%2fpackage.json',
  '/%2e%2e/%2e%2e/package.json',
  '/assets/..%2f..%2f..%2fpackage.json',
  '/..\\..\\package.json',
  '/assets/%00',
  '/.env',
  '/%',
  '/api/../package.json',
])('the address %s leads to no file outside', async (url) => {
  const answer = await browser(office, null)('GET', url)
  expect(answer.body).not.toMatchObject({ name: 'tien-toi' })
  expect([200, 400, 403, 404]).toContain(answer.status)
  expect(String(answer.headers['content-type'])).toMatch(/^(text\/html|application\/json)/)
})

test('what nobody expected says nothing of itself', async () => {
  const failing = await openOffice()
  await failing.db.close()
  const answer = await browser(failing, null)('GET', '/api/session')
  expect(answer).toMatchObject({
    status: 500,
    body: { code: 'internal', message: 'Something went wrong on the server.', details: null },
  })
  await failing.app.close()
})

test('behind a proxy, guesses are counted by what the proxy saw, not by what the browser says', async () => {
  const proxied = await openOffice({ TRUST_PROXY: 'true' })
  const guess = (forged: string) =>
    browser(proxied, null)(
      'POST',
      '/api/session',
      { login: 'an', password: 'guess' },
      {
        'x-forwarded-for': `${forged}, 203.0.113.7`,
      },
    )
  const statuses: number[] = []
  for (let attempt = 0; attempt < 21; attempt += 1) statuses.push((await guess(`198.51.100.${String(attempt)}`)).status)
  expect(statuses).toEqual([...Array.from({ length: 20 }, () => 403), 429])
  await proxied.close()
})

test('who dribbles a request is cut off in the end', async () => {
  expect(office.app.server.requestTimeout).toBe(300_000)
  expect(office.app.server.headersTimeout).toBeGreaterThan(0)
})

test('a request that is no HTTP is answered shortly and closed', async () => {
  await office.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = office.app.server.address() as AddressInfo
  const answer = await new Promise<string>((resolve, reject) => {
    let text = ''
    const socket = connect(port, '127.0.0.1', () =>
      socket.write('GET /api/session HTTP/1.1\r\nHost: a\r\nHost: b\r\nX: \u0000\r\n\r\n'),
    )
    socket.on('data', (part) => (text += part.toString()))
    socket.on('close', () => resolve(text))
    socket.on('error', reject)
  })
  expect(answer).toMatch(/^HTTP\/1\.1 400 /)
})
