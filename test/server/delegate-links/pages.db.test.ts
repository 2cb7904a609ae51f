import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LinkList, LinkRead, LinkRow, SlipsPrinted } from '../../../server/delegate-links/schema.ts'
import { raiseStamp } from '../../../server/history/queries.ts'
import type { ReleaseDraft } from '../../../server/releases/schema.ts'
import { putOnList } from '../../support/delegates.ts'
import { buildDistricts } from '../../support/districts.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { anItem, aSession, aSpeaker } from '../../support/records.ts'
import { readPdf, wordsOf } from '../documents/read-pdf.ts'

let office: TestOffice
let who: Browser
let congressId: string
let otherCongressId: string
let otherUnitId: string
let people: string[]

const an = { address: 'Đồng chí', name: 'Nguyễn Văn <b>An</b>', post: 'Chủ tịch', unit: 'xã Hải Anh', number: '0086' }
const people86 = [
  { ...an, class: 'Đại biểu chính thức', delegation: 'Huyện Hải Hậu', seat: 'F-21', door: 'B', phone: '0912 345 678' },
  { address: 'Hòa thượng', name: 'Thích Tâm Thiện', class: 'Khách mời', delegation: 'Khách mời' },
]

beforeEach(async () => {
  office = await openOffice()
  const { inside, outside } = await buildDistricts(office)
  congressId = inside.ids['congress'] ?? ''
  otherUnitId = outside.unitId
  otherCongressId = outside.ids['congress'] ?? ''
  who = await signInAs(office, 'organizer', inside.unitId)
  people = await putOnList(office, congressId, people86)
  await heldOn('2020-07-01')
})
afterEach(() => office.close())

const heldOn = (day: string) =>
  office.db.write(async (tx) => {
    await tx.update(tx.tables.congresses).set({ dateFrom: day, dateTo: day })
    await raiseStamp(tx)
  })

const post = async <T>(path: string, body: unknown = {}): Promise<T> => {
  const answer = await who('POST', path, body)
  expect(answer.status, path).toBeLessThan(300)
  return answer.body as T
}
const issue = () => post<{ count: number }>(`/api/congresses/${congressId}/links`, { delegateIds: null })
const printed = (delegateIds: readonly string[] | null) =>
  post<SlipsPrinted>(`/api/congresses/${congressId}/links/slips`, { delegateIds })
const slips = ({ at }: SlipsPrinted) => who('GET', `/api/congresses/${congressId}/links/slips.pdf?printed=${at}`)
const linkList = async () => (await who('GET', `/api/congresses/${congressId}/links`)).body as LinkList
const listed = async () => (await linkList()).rows
const rowOf = async (id: string | undefined): Promise<LinkRow> => {
  const row = (await listed()).find((each) => each.id === id)
  if (!row) throw new Error('the delegate is listed')
  return row
}
const linkOf = async (id: string | undefined, language = 'vi'): Promise<LinkRead & { path: string }> => {
  const { linkId } = await rowOf(id)
  const answer = await who('GET', `/api/delegate-links/${linkId ?? ''}?language=${language}`)
  expect(answer.status).toBe(200)
  const link = answer.body as LinkRead
  return { ...link, path: new URL(link.url).pathname }
}
/** Without any account. */
const open = (path: string, headers: Record<string, string> = {}) =>
  office.app.inject({ method: 'GET', url: path, headers })
const send = (path: string, values: Record<string, string>, headers: Record<string, string> = {}) =>
  office.app.inject({
    method: 'POST',
    url: path,
    payload: new URLSearchParams(values).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  })
const releaseProgramme = async () => {
  const session = await post<{ id: string }>(`/api/congresses/${congressId}/sessions`, aSession())
  const speaker = await post<{ id: string }>(
    `/api/congresses/${congressId}/speakers`,
    aSpeaker({ name: `Đ/c ${an.name}`, post: '' }),
  )
  const items = `/api/sessions/${session.id}/items`
  await post(items, anItem({ title: 'Chào cờ <i>', durationMinutes: 30 }))
  await post(items, anItem({ title: 'Tham luận', durationMinutes: 7, speakerIds: [speaker.id] }))
  await release()
  return session.id
}
const release = async () => {
  const { number, fingerprint } = (await who('GET', `/api/congresses/${congressId}/release-draft`)).body as ReleaseDraft
  const values = { name: 'Bản', note: '', day: '2020-03-02', number, fingerprint }
  await post(`/api/congresses/${congressId}/releases`, values)
}

describe('a delegate’s page', () => {
  test('says to whom it is, where to be, what to do and where to sit, with nothing typed read as markup', async () => {
    await releaseProgramme()
    await issue()
    const { path } = await linkOf(people[0])
    const { statusCode, body, headers } = await open(path)
    expect(statusCode).toBe(200)
    expect(body).toContain('Kính gửi đồng chí Nguyễn Văn &lt;b&gt;An&lt;/b&gt;')
    expect(body).toContain('Chào cờ &lt;i&gt;')
    for (const told of ['Huyện Hải Hậu', 'F-21', 'cửa B', 'Tham luận, 7 phút', 'Sẵn sàng từ']) {
      expect(body).toContain(told)
    }
    expect(body).not.toMatch(/<b>An|<i>|\sstyle=|\son\w+=/u)
    expect(headers).toMatchObject({ 'x-robots-tag': 'noindex, nofollow, noarchive', 'referrer-policy': 'same-origin' })
    expect((await open(`${path}?lang=en`)).body).toContain('My sessions')
    expect((await open(path, { 'if-none-match': String(headers['etag']) })).statusCode).toBe(304)
  })

  test('addresses a monk as one, and says that the seat comes later and the programme is not out', async () => {
    await issue()
    const { body } = await open((await linkOf(people[1])).path)
    expect(body).toContain('Kính gửi Hòa thượng Thích Tâm Thiện')
    expect(body).toContain('sẽ báo sau')
    expect(body).toContain('Chương trình chưa được công bố')
    // Nothing of anybody else.
    expect(body).not.toMatch(/An&lt;|F-21|0912/u)
    // The secretariat, which may print slips of the draft by then, is told so.
    expect((await linkList()).isReleased).toBe(false)
    await releaseProgramme()
    expect((await linkList()).isReleased).toBe(true)
  })

  test('shows a change at once, and what the secretariat sees is what was answered', async () => {
    await issue()
    const { path } = await linkOf(people[0])
    expect(await rowOf(people[0])).toMatchObject({ state: 'issued', answer: null })
    await open(path, { 'user-agent': 'facebookexternalhit/1.1' })
    expect((await rowOf(people[0])).state).toBe('issued')
    await open(path)
    expect((await rowOf(people[0])).state).toBe('opened')
    const sent = await send(`${path}/answer`, { answer: 'confirmed' })
    expect(sent.statusCode).toBe(303)
    expect(sent.headers['location']).toBe(`${path}?lang=vi#answer`)
    expect((await open(path)).body).toContain('Đã xác nhận dự')
    expect(await rowOf(people[0])).toMatchObject({ answer: 'confirmed', answerReason: '' })
    await send(`${path}/answer`, { answer: 'declined', reason: 'Đi công tác' })
    expect(await rowOf(people[0])).toMatchObject({ answer: 'declined', answerReason: 'Đi công tác' })
    const acts = (await who('GET', `/api/acts?congressId=${congressId}`)).body as { acts: Record<string, unknown>[] }
    expect(acts.acts.map(({ action, accountName }) => [action, accountName]).slice(0, 2)).toEqual([
      ['delegate-declined', an.name],
      ['delegate-confirmed', an.name],
    ])
    expect(JSON.stringify(acts.acts)).not.toContain('công tác')
  })

  test('takes no refusal without a reason, nothing that is no answer, and nothing from another site', async () => {
    await issue()
    const { path } = await linkOf(people[0])
    const without = await send(`${path}/answer`, { answer: 'declined', reason: '  ' })
    expect(without.statusCode).toBe(400)
    expect(without.body).toContain('Xin ghi lý do không dự được.')
    expect((await send(`${path}/answer`, { answer: 'perhaps' })).statusCode).toBe(400)
    const evil = await send(`${path}/answer`, { answer: 'confirmed' }, { 'sec-fetch-site': 'cross-site' })
    expect(evil.statusCode).toBe(403)
    expect(await rowOf(people[0])).toMatchObject({ answer: null, answerReason: '' })
  })

  test('takes no answer once the congress is over, and does not open two weeks after', async () => {
    await issue()
    const { path } = await linkOf(people[0])
    await heldOn('2020-06-20')
    expect((await open(path)).body).toContain('Không còn nhận trả lời')
    await send(`${path}/answer`, { answer: 'confirmed' })
    expect((await rowOf(people[0])).answer).toBeNull()
    await heldOn('2020-06-07')
    const gone = await open(path)
    expect(gone.statusCode).toBe(404)
    expect(await rowOf(people[0])).toMatchObject({ state: 'expired' })
  })

  test('gives its sessions to a calendar, with a higher sequence and a cancellation as releases follow', async () => {
    const sessionId = await releaseProgramme()
    await issue()
    const { path } = await linkOf(people[0])
    const calendar = async () => (await open(`${path}/calendar.ics`)).body
    const first = await calendar()
    expect(first).toContain(`UID:${sessionId}`)
    expect(first).toContain('STATUS:CONFIRMED')
    const sequenceIn = (text: string) => Number(/SEQUENCE:(\d+)/u.exec(text)?.[1])
    await who('DELETE', `/api/sessions/${sessionId}?version=1`)
    await post(`/api/congresses/${congressId}/sessions`, { ...aSession(), title: 'Phiên khác' })
    await release()
    const second = await calendar()
    const [, ...events] = second.split('BEGIN:VEVENT')
    const old = events.find((event) => event.includes(`UID:${sessionId}`)) ?? ''
    expect(old).toContain('STATUS:CANCELLED')
    expect(sequenceIn(old)).toBeGreaterThan(sequenceIn(first))
    expect(events.filter((event) => event.includes('STATUS:CONFIRMED')).join()).toContain('Phiên khác')
  })
})

describe('what a delegate says by the page', () => {
  const written = { name: an.name, post: an.post, workplace: an.unit }
  const settle = (report: { id: string; version: number } | undefined, outcome: string) =>
    who('PUT', `/api/delegate-reports/${report?.id ?? ''}`, { outcome, version: report?.version })

  test('is wrong in name or post is taken over in one act, and back by one, or set aside', async () => {
    await issue()
    const { path } = await linkOf(people[0])
    await send(`${path}/report`, { ...written, name: 'Nguyễn Văn Ân', post: 'Bí thư' })
    expect((await open(path)).body).toContain('Nguyễn Văn Ân')
    const [name, post] = (await rowOf(people[0])).reports
    expect([name, post].map((each) => [each?.field, each?.was, each?.proposed])).toEqual([
      ['name', an.name, 'Nguyễn Văn Ân'],
      ['post', 'Chủ tịch', 'Bí thư'],
    ])
    const taken = await settle(name, 'taken')
    expect(taken.status).toBe(204)
    await settle(post, 'set-aside')
    const row = await rowOf(people[0])
    expect([row.name, row.post, row.reports]).toEqual(['Nguyễn Văn Ân', 'Chủ tịch, xã Hải Anh', []])
    expect((await settle(name, 'taken')).status).toBe(409)
    expect((await who('POST', `/api/acts/${taken.actId ?? ''}/undo`)).status).toBe(204)
    expect((await rowOf(people[0])).name).toBe(an.name)
    expect((await rowOf(people[0])).reports).toHaveLength(1)
  })

  test('said again follows the open one, and what reads the same is no report', async () => {
    await issue()
    const { path } = await linkOf(people[0])
    await send(`${path}/report`, written)
    expect((await rowOf(people[0])).reports).toEqual([])
    await send(`${path}/report`, { ...written, post: 'Bí thư' })
    await send(`${path}/report`, { ...written, post: 'Phó Bí thư' })
    expect((await rowOf(people[0])).reports.map(({ proposed }) => proposed)).toEqual(['Phó Bí thư'])
    expect((await send(`${path}/report`, { ...written, post: 'x'.repeat(301) })).statusCode).toBe(400)
  })

  test('about diet and health is kept only with consent, shown to nobody here, and taken back', async () => {
    await issue()
    const { path } = await linkOf(people[0])
    const needs = { diet: 'Ăn chay trường', health: 'Đi xe lăn' }
    const { sensitiveData, acts } = office.db.read.tables
    const kept = () => office.db.read.select().from(sensitiveData)
    const refused = await send(`${path}/needs`, needs)
    expect([refused.statusCode, await kept()]).toEqual([400, []])
    expect(refused.body).toContain('Xin đánh dấu đồng ý')
    expect(refused.body).not.toMatch(/<input type="checkbox"[^>]*checked/u)
    await send(`${path}/needs`, { ...needs, consent: 'yes' })
    expect(await kept()).toMatchObject([{ ...needs, consentAt: office.now().toISOString() }])
    expect((await open(path)).body).toContain('Đã gửi nhu cầu riêng')
    const seen = JSON.stringify([
      (await open(path)).body,
      await listed(),
      await linkOf(people[0]),
      (await who('GET', `/api/acts?congressId=${congressId}`)).body,
      (await office.db.read.select({ subject: acts.subject, reason: acts.reason }).from(acts)) as unknown,
    ])
    expect(seen).not.toMatch(/chay trường|xe lăn"/u)
    await send(`${path}/needs`, { withdraw: 'yes' })
    expect(await kept()).toEqual([])
  })
})

describe('a liaison’s page', () => {
  const liaisonPath = async (name: string) => {
    const { delegations } = office.db.read.tables
    await office.db.write(async (tx) => void (await tx.update(delegations).set({ liaison: 'Lê Thị Liên' })))
    const { delegations: all, origin } = await linkList()
    expect(origin).toMatch(/^http:\/\/[^/]+$/)
    const { id } = all.find((each) => each.name === name) ?? { id: '' }
    await post(`/api/congresses/${congressId}/links`, { delegateIds: [], delegationIds: [id] })
    const given = (await linkList()).delegations
    const linkId = given.find((each) => each.id === id)?.linkId ?? ''
    const { url, message } = (await who('GET', `/api/delegate-links/${linkId}`)).body as LinkRead
    expect(message).toContain('Lê Thị Liên')
    return new URL(url).pathname
  }

  test('shows the whole delegation, without why somebody declined, and nobody of another', async () => {
    await issue()
    await send(`${(await linkOf(people[0])).path}/answer`, { answer: 'declined', reason: 'Mổ tim' })
    const { body } = await open(await liaisonPath('Huyện Hải Hậu'))
    for (const told of ['Nguyễn Văn &lt;b&gt;An', 'F-21', '0912 345 678', 'không dự']) expect(body).toContain(told)
    expect(body).not.toMatch(/Mổ tim|Thích Tâm Thiện/u)
  })

  test('answers and corrects for a member, marked as the liaison’s, and for nobody else', async () => {
    const path = await liaisonPath('Huyện Hải Hậu')
    const sent = await send(`${path}/members/${people[0] ?? ''}/answer`, { answer: 'confirmed' })
    expect(sent.headers['location']).toBe(`${path}?lang=vi#m-${people[0] ?? ''}`)
    const report = { name: an.name, post: 'Bí thư', workplace: an.unit }
    await send(`${path}/members/${people[0] ?? ''}/report`, report)
    await send(`${path}/members/${people[1] ?? ''}/answer`, { answer: 'confirmed' })
    await send(`${path}/answer`, { answer: 'confirmed' })
    await send(`${path}/needs`, { diet: 'Ăn chay', consent: 'yes' })
    expect(await rowOf(people[0])).toMatchObject({ answer: 'confirmed', answeredBy: 'Lê Thị Liên' })
    expect((await rowOf(people[0])).reports).toMatchObject([{ proposed: 'Bí thư', saidBy: 'Lê Thị Liên' }])
    expect((await rowOf(people[1])).answer).toBeNull()
    expect(await office.db.read.select().from(office.db.read.tables.sensitiveData)).toEqual([])
    expect((await open(`${path}/calendar.ics`)).statusCode).toBe(404)
    // Neither does a delegate's own link do anything for another.
    await issue()
    const own = (await linkOf(people[1])).path
    await send(`${own}/members/${people[0] ?? ''}/answer`, { answer: 'declined' })
    expect((await rowOf(people[0])).answer).toBe('confirmed')
  })
})

describe('a personal link', () => {
  test('cannot be told from one that never was once it is revoked, renewed or mistyped', async () => {
    await issue()
    const { path } = await linkOf(people[0])
    expect(path).toMatch(/^\/d\/[a-z2-9]{26}$/u)
    const never = await open('/d/aaaaaaaaaaaaaaaaaaaaaaaaaa')
    expect(never.statusCode).toBe(404)
    expect(never.body).toContain('Liên kết không còn hiệu lực')
    // Who gave out the links is asked, not the unit above all others.
    expect(never.body).toContain('Huyện Hải Hậu')
    const changed = async (how: string) => {
      const { linkId, version } = await rowOf(people[0])
      await post(`/api/congresses/${congressId}/links/${how}`, { links: [{ id: linkId, version }] })
    }
    await changed('renew')
    const renewed = await linkOf(people[0])
    expect(renewed.path).not.toBe(path)
    expect((await open(renewed.path)).statusCode).toBe(200)
    await changed('revoke')
    for (const each of [path, renewed.path, `${path}x`, `/d/${'a'.repeat(99)}`, '/d/%00', `${path}/calendar.ics`]) {
      const answer = await open(each)
      expect([answer.statusCode, answer.body], each).toEqual([404, never.body])
    }
    expect((await send(`${path}/answer`, { answer: 'confirmed' })).statusCode).toBe(404)
    expect(await rowOf(people[0])).toMatchObject({ state: 'revoked', answer: null })
  })

  test('of somebody who was withdrawn says so and tells nothing', async () => {
    await issue()
    const { path } = await linkOf(people[0])
    const { delegates } = office.db.read.tables
    await office.db.write(async (tx) => void (await tx.update(delegates).set({ standing: 'withdrawn' })))
    const { statusCode, body } = await open(path)
    expect(statusCode).toBe(410)
    expect(body).toContain('Danh sách đại biểu đã thay đổi')
    expect(body).not.toMatch(/An&lt;|F-21|Hải Hậu|0086/u)
  })

  test('is kept as a hash: no table, no history and no list holds its code', async () => {
    await issue()
    const { url } = await linkOf(people[0])
    const code = url.split('/').pop() ?? ''
    const { delegateLinks, acts, secrets } = office.db.read.tables
    for (const table of [delegateLinks, acts, secrets]) {
      expect(JSON.stringify(await office.db.read.select().from(table as typeof acts))).not.toContain(code)
    }
    expect(JSON.stringify(await listed())).not.toContain(code)
  })

  test('is not guessed: after so many wrong codes an address is told to wait, while right ones still open', async () => {
    await issue()
    const { path } = await linkOf(people[0])
    const codes = Array.from({ length: 70 }, (_, at) => `/d/${String(at).padStart(26, 'a')}`)
    const answers: number[] = []
    for (const each of codes) answers.push((await open(each)).statusCode)
    expect(new Set(answers)).toEqual(new Set([404, 429]))
    expect(answers.at(-1)).toBe(429)
    expect((await open(path)).statusCode).toBe(200)
  })

  test('takes only so many answers', async () => {
    await issue()
    const { path } = await linkOf(people[0])
    const answers: number[] = []
    for (let at = 0; at < 25; at += 1) {
      const reason = `Lần ${String(at)}`
      answers.push((await send(`${path}/answer`, { answer: 'declined', reason })).statusCode)
    }
    expect(answers.at(-1)).toBe(429)
    expect((await rowOf(people[0])).answerReason).toBe('Lần 19')
  })

  test('is made once for each, for nobody who is withdrawn, and belongs to its congress alone', async () => {
    expect(await issue()).toEqual({ count: 2 })
    expect((await who('POST', `/api/congresses/${congressId}/links`, { delegateIds: null })).status).toBe(409)
    const { linkId, version } = await rowOf(people[0])
    const administrator = await signInAs(office, 'administrator', null)
    const foreign = `/api/congresses/${otherCongressId}/links`
    const outsider = await signInAs(office, 'administrator', otherUnitId)
    expect((await outsider('GET', `/api/delegate-links/${linkId ?? ''}`)).status).toBe(404)
    const body = { links: [{ id: linkId, version }] }
    expect((await administrator('POST', `${foreign}/revoke`, body)).status).toBe(404)
    expect((await rowOf(people[0])).state).toBe('issued')
  })

  test('is handed out as a text that says what the page says, and as a slip with its code', async () => {
    await releaseProgramme()
    await issue()
    const { url, message, short } = await linkOf(people[0])
    for (const told of ['Kính gửi đồng chí', 'F-21, cửa B', 'Tham luận, 7 phút', url]) expect(message).toContain(told)
    expect(short).toContain(url)
    expect((await linkOf(people[0], 'en')).message).toContain('Details and your reply')
    const { pages } = await readPdf((await slips(await printed([people[0] ?? '']))).bytes)
    expect(pages).toHaveLength(1)
    expect(wordsOf(pages)).toContain('F-21')
  })
})
