import ICAL from 'ical.js'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Congress } from '../../../server/congresses/schema.ts'
import type { Feed, FeedMade } from '../../../server/feeds/schema.ts'
import type { Road } from '../../../server/road/schema.ts'
import { browser, openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { aCongress, aCycle, aFeed, aLeave, aPost, aUnit, aVenue } from '../../support/records.ts'

let office: TestOffice
let who: Browser
let stranger: Browser
let provinceId: string
let districtId: string
let otherId: string
let cycleId: string
let levelId: string
let venueId: string
let postId: string
let personId: string
let congress: Congress
beforeEach(async () => {
  office = await openOffice()
  stranger = browser(office, null)
  who = await signInAs(office, 'administrator', null)
  provinceId = await created('/api/units', aUnit({ name: 'Tỉnh Nam Định' }))
  districtId = await created('/api/units', { ...district('Huyện Hải Hậu'), contactPhone: '0228 3877 123' })
  otherId = await created('/api/units', district('Huyện Giao Thủy'))
  cycleId = await created('/api/cycles', aCycle(provinceId))
  levelId = ((await who('GET', `/api/cycles/${cycleId}/road`)).body as Road).levels[0]?.id ?? ''
  venueId = await created('/api/venues', aVenue(districtId))
  const holders = [{ personName: 'Trần Văn Bình', from: null, to: null }]
  const post = (await who('POST', '/api/posts', { ...aPost(provinceId), holders })).body as {
    id: string
    holders: { personId: string }[]
  }
  postId = post.id
  personId = post.holders[0]?.personId ?? ''
  congress = await held(districtId, { title: 'Hội nghị Hải Hậu', venueId, postIds: [postId] })
  await held(otherId, { title: 'Hội nghị Giao Thủy', dateFrom: '2020-03-13', dateTo: '2020-03-13' })
})
afterEach(() => office.close())

const district = (name: string) => aUnit({ name, parentId: provinceId })
const created = async (url: string, body: object) => ((await who('POST', url, body)).body as { id: string }).id
const held = async (unitId: string, values: Parameters<typeof aCongress>[1]) =>
  (await who('POST', '/api/congresses', aCongress({ cycleId, levelId, unitId }, values))).body as Congress
const made = async (values: object, by = who) =>
  (await by('POST', '/api/feeds', { ...aFeed(districtId), ...values })).body as FeedMade
const path = ({ url }: FeedMade) => new URL(url).pathname
const events = async (feed: FeedMade) => {
  const { status, body } = await stranger('GET', path(feed))
  expect(status).toBe(200)
  return new ICAL.Component(ICAL.parse(String(body))).getAllSubcomponents('vevent').map((each) => ({
    uid: each.getFirstPropertyValue('uid'),
    summary: each.getFirstPropertyValue('summary'),
    sequence: each.getFirstPropertyValue('sequence'),
    status: each.getFirstPropertyValue('status'),
    start: String(each.getFirstPropertyValue('dtstart')),
    changed: String(each.getFirstPropertyValue('last-modified')),
  }))
}
const summaries = async (feed: FeedMade) => (await events(feed)).map(({ summary }) => summary)
const move = (date: string | null, version: number) =>
  who('PUT', `/api/congresses/${congress.id}/date`, {
    dateFrom: date,
    dateTo: date,
    halfDay: 'afternoon',
    weekOf: null,
    reason: '',
    paperNumber: '',
    version,
  })

describe('a calendar to subscribe to', () => {
  test('holds the congresses of a unit and below, a level, a venue, a leader', async () => {
    expect(await summaries(await made({}))).toEqual(['Hội nghị Hải Hậu'])
    expect(await summaries(await made({ targetId: provinceId }))).toEqual(['Hội nghị Hải Hậu', 'Hội nghị Giao Thủy'])
    expect((await summaries(await made({ kind: 'level', targetId: levelId }))).length).toBe(2)
    expect(await summaries(await made({ kind: 'venue', targetId: venueId }))).toEqual(['Hội nghị Hải Hậu'])
    await who('POST', '/api/leaves', aLeave(personId))
    expect(await summaries(await made({ kind: 'leader', targetId: postId }))).toEqual(['Hội nghị Hải Hậu', 'Vắng'])
  })

  test('follows a move and a cancellation: the same event, a higher sequence', async () => {
    const feed = await made({})
    const [before] = await events(feed)
    expect(before).toMatchObject({ uid: congress.id, sequence: 0, status: 'TENTATIVE', start: '2020-03-12T00:30:00Z' })
    await move('2020-03-17', 1)
    expect(await events(feed)).toMatchObject([{ uid: congress.id, sequence: 1, start: '2020-03-17T06:30:00Z' }])
    await who('POST', `/api/congresses/${congress.id}/state`, {
      state: 'cancelled',
      reason: 'Sáp nhập',
      paperNumber: '',
      newDate: null,
      version: 2,
    })
    const [after] = await events(feed)
    expect(after).toMatchObject({ uid: congress.id, sequence: 2, status: 'CANCELLED', start: '2020-03-17T06:30:00Z' })
    expect(after?.changed).toBe('2020-06-22T02:00:00Z')
  })

  test('shows one that was postponed without a day as cancelled on its former day', async () => {
    const feed = await made({})
    const state = { state: 'postponed', reason: 'Dịch bệnh', paperNumber: '', newDate: null, version: 1 }
    await who('POST', `/api/congresses/${congress.id}/state`, state)
    expect(await events(feed)).toMatchObject([{ uid: congress.id, status: 'CANCELLED', start: '2020-03-12T00:30:00Z' }])
  })

  test('is text/calendar for telephones and nothing for search engines; unchanged it answers 304', async () => {
    const feed = await made({})
    const first = await stranger('GET', path(feed))
    expect(first.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'x-robots-tag': 'noindex, nofollow',
      'cache-control': 'private, no-cache',
    })
    const again = await stranger('GET', path(feed), undefined, { 'if-none-match': first.etag ?? '' })
    expect([again.status, again.body]).toEqual([304, ''])
    const head = await office.app.inject({ method: 'HEAD', url: path(feed) })
    expect([head.statusCode, head.headers.etag, head.body]).toEqual([200, first.etag, ''])
    await move('2020-03-17', 1)
    const changed = await stranger('GET', path(feed), undefined, { 'if-none-match': first.etag ?? '' })
    expect([changed.status, changed.etag === first.etag]).toEqual([200, false])
    expect((await stranger('GET', '/robots.txt')).body).toBe('User-agent: *\nDisallow: /\n')
  })

  test('keeps of its link a hash only, and tells when a telephone last asked', async () => {
    const feed = await made({})
    const token = path(feed).split('/').at(-1)?.replace('.ics', '') ?? ''
    expect(Buffer.from(token, 'base64url').length).toBe(32)
    const rows = await office.db.read.select().from(office.db.read.tables.feeds)
    const acts = await office.db.read.select().from(office.db.read.tables.acts)
    expect(JSON.stringify([rows, acts])).not.toContain(token)
    expect((await who('GET', '/api/feeds')).body).toMatchObject([{ fetchedAt: null, isOpen: true }])
    await stranger('GET', path(feed))
    expect((await who('GET', '/api/feeds')).body).toMatchObject([{ fetchedAt: '2020-06-22T02:00:00.000Z' }])
  })
})

describe('a link that opens nothing', () => {
  test('is answered alike, be it wrong, revoked or mistyped', async () => {
    const feed = await made({})
    expect((await who('DELETE', `/api/feeds/${feed.feed.id}`)).status).toBe(204)
    const answers = await Promise.all(
      [path(feed), `/api/calendars/${'x'.repeat(43)}.ics`, '/api/calendars/x', '/api/calendars/..%2f..%2fetc'].map(
        async (url) => {
          const { status, body, headers } = await stranger('GET', url)
          return [status, body, headers['x-robots-tag']]
        },
      ),
    )
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1)
    expect(answers[0]).toMatchObject([404, { code: 'not-found' }, 'noindex, nofollow'])
  })

  test('is one whose maker was closed out or lost the role', async () => {
    const clerk = await signInAs(office, 'secretariat', districtId)
    const feed = await made({}, clerk)
    expect((await stranger('GET', path(feed))).status).toBe(200)
    const { grants, accounts, feeds } = office.db.read.tables
    const [row] = await office.db.read.select().from(feeds).where(eq(feeds.id, feed.feed.id))
    const ofMaker = row?.accountId ?? ''
    const set = (role: 'viewer' | 'secretariat', isDisabled: boolean) =>
      office.db.write(async (tx) => {
        await tx.update(grants).set({ role }).where(eq(grants.accountId, ofMaker))
        await tx.update(accounts).set({ isDisabled }).where(eq(accounts.id, ofMaker))
      })
    await set('viewer', false)
    expect((await stranger('GET', path(feed))).status).toBe(404)
    expect((await who('GET', '/api/feeds')).body as Feed[]).toMatchObject([{ isOpen: false }])
    await set('secretariat', true)
    expect((await stranger('GET', path(feed))).status).toBe(404)
    await set('secretariat', false)
    expect((await stranger('GET', path(feed))).status).toBe(200)
  })
})

test('a calendar shows no more than its maker sees, and is made only where the maker keeps it', async () => {
  const clerk = await signInAs(office, 'secretariat', districtId)
  await held(otherId, { title: 'Hội nghị kín', venueId })
  const feed = await made({ kind: 'venue', targetId: venueId }, clerk)
  expect(await summaries(feed)).toEqual(['Hội nghị Hải Hậu'])
  for (const target of [
    { targetId: otherId },
    { targetId: provinceId },
    { kind: 'level', targetId: levelId },
    { kind: 'leader', targetId: postId },
  ]) {
    const { status } = await clerk('POST', '/api/feeds', { ...aFeed(districtId), ...target })
    expect(status).toBe(404)
  }
  expect((await (await signInAs(office, 'viewer', districtId))('POST', '/api/feeds', aFeed(districtId))).status).toBe(
    403,
  )
  const beside = await signInAs(office, 'organizer', otherId)
  expect((await beside('GET', '/api/feeds')).body).toEqual([])
  expect((await beside('DELETE', `/api/feeds/${feed.feed.id}`)).status).toBe(404)
  expect(await summaries(feed)).toEqual(['Hội nghị Hải Hậu'])
})
