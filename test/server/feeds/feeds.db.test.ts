import ICAL from 'ical.js'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Congress } from '../../../server/congresses/schema.ts'
import type { Feed, FeedMade } from '../../../server/feeds/schema.ts'
import type { Road } from '../../../server/road/schema.ts'
import { browser, openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { aCongress, aCycle, aFeed, aLeave, anItem, aPost, aSession, aUnit, aVenue } from '../../support/records.ts'

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
    end: String(each.getFirstPropertyValue('dtend')),
    about: String(each.getFirstPropertyValue('description')),
    changed: String(each.getFirstPropertyValue('last-modified')),
  }))
}
const summaries = async (feed: FeedMade) => (await events(feed)).map(({ summary }) => summary)
/** Of the congress as it was made. */
const change = (values: Parameters<typeof aCongress>[1]) => {
  const made = { title: 'Hội nghị Hải Hậu', venueId, postIds: [postId], ...values }
  const { cycleId: _cycle, ...fields } = aCongress({ cycleId, levelId, unitId: districtId }, made)
  return { ...fields, reason: '', paperNumber: '', version: 1 }
}
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

  test('tells what is deleted as cancelled, and what is restored as it stands, each with a higher sequence', async () => {
    const feed = await made({})
    const [before] = await events(feed)
    const deleted = await who('DELETE', `/api/congresses/${congress.id}?version=1`)
    expect(deleted.status).toBe(204)
    const gone = { ...before, sequence: 1, status: 'CANCELLED', about: 'Không còn trong lịch này.' }
    expect(await events(feed)).toEqual([{ ...gone, changed: '2020-06-22T02:00:00Z' }])
    expect(await events(await made({ name: 'Máy mới' }))).toEqual([])
    expect((await who('POST', `/api/acts/${deleted.actId ?? ''}/undo`)).status).toBe(204)
    expect(await events(feed)).toMatchObject([{ uid: congress.id, sequence: 2, status: 'TENTATIVE' }])
  })

  test('tells what goes to another hall, or loses its day, as cancelled where it was', async () => {
    const otherVenueId = await created('/api/venues', { ...aVenue(districtId), name: 'Hội trường huyện' })
    const [here, there] = [
      await made({ kind: 'venue', targetId: venueId }),
      await made({ kind: 'venue', targetId: otherVenueId }),
    ]
    expect([await summaries(here), await summaries(there)]).toEqual([['Hội nghị Hải Hậu'], []])
    const { id } = congress
    const moved = change({ venueId: otherVenueId })
    expect((await who('PUT', `/api/congresses/${id}`, moved)).status).toBe(200)
    expect(await events(here)).toMatchObject([{ uid: id, sequence: 1, status: 'CANCELLED' }])
    expect(await events(there)).toMatchObject([{ uid: id, status: 'TENTATIVE', start: '2020-03-12T00:30:00Z' }])
    expect((await move(null, 2)).status).toBe(200)
    expect(await events(there)).toMatchObject([{ uid: id, status: 'CANCELLED', start: '2020-03-12T00:30:00Z' }])
  })

  test('keeps its sequence while it shows the same, and raises it when a unit or hall is renamed', async () => {
    const feed = await made({})
    const [before] = await events(feed)
    const { id } = congress
    const noted = change({ note: 'Chỉ văn phòng biết' })
    expect((await who('PUT', `/api/congresses/${id}`, noted)).status).toBe(200)
    expect(await events(feed)).toEqual([before])
    const unit = { ...district('Huyện Hải Hậu mới'), version: 1 }
    expect((await who('PUT', `/api/units/${districtId}`, unit)).status).toBe(200)
    const [after] = await events(feed)
    expect(after).toMatchObject({ sequence: 1, about: expect.stringContaining('Đơn vị: Huyện Hải Hậu mới') as string })
  })

  test('tells a leave that was moved and one that was deleted', async () => {
    const feed = await made({ kind: 'leader', targetId: postId })
    const leave = (await who('POST', '/api/leaves', aLeave(personId))).body as { id: string }
    const of = async () => (await events(feed)).find(({ uid }) => uid === leave.id)
    const before = await of()
    expect(before).toMatchObject({ sequence: 0, status: 'CONFIRMED' })
    const to = '2020-09-30'
    expect((await who('PUT', `/api/leaves/${leave.id}`, { ...aLeave(personId), to, version: 1 })).status).toBe(200)
    expect(await of()).toMatchObject({ sequence: 1, start: before?.start, end: '2020-09-30T10:00:00Z' })
    expect((await who('DELETE', `/api/leaves/${leave.id}?version=2`)).status).toBe(204)
    expect(await of()).toMatchObject({ sequence: 2, status: 'CANCELLED' })
  })

  test('lasts as long as its programme, from the first item to the last, without the rehearsal', async () => {
    const feed = await made({})
    const url = `/api/congresses/${congress.id}/sessions`
    const session = await created(url, { ...aSession(), startsAt: '08:00' })
    const rehearsal = await created(url, { ...aSession(), kind: 'rehearsal', startsAt: '05:00' })
    expect(await events(feed)).toMatchObject([{ start: '2020-03-12T00:30:00Z', end: '2020-03-12T04:30:00Z' }])
    for (const item of [anItem(), anItem({ fixedStart: '10:00', durationMinutes: 45 })]) {
      expect((await who('POST', `/api/sessions/${session}/items`, item)).status).toBe(200)
    }
    await who('POST', `/api/sessions/${rehearsal}/items`, anItem())
    expect(await events(feed)).toMatchObject([
      { sequence: 1, start: '2020-03-12T01:00:00Z', end: '2020-03-12T03:45:00Z' },
    ])
  })

  test('stands in the calendar of each unit that holds it, and names them all', async () => {
    const commune = await created(
      '/api/units',
      aUnit({ name: 'Xã Giao An', parentId: otherId, block: 'Khối thi đua 1' }),
    )
    const joint = await held(districtId, { title: 'Hội nghị chung', hostUnitIds: [otherId] })
    await held(districtId, {
      title: 'Hội nghị của khối',
      hostBlock: 'Khối thi đua 1',
      dateFrom: '2020-03-18',
      dateTo: '2020-03-18',
    })
    const theirs = await made({ targetId: otherId })
    expect(await summaries(theirs)).toEqual(['Hội nghị chung', 'Hội nghị Giao Thủy', 'Hội nghị của khối'])
    expect((await events(theirs))[0]?.about).toContain('Đơn vị: Huyện Hải Hậu; Huyện Giao Thủy')
    expect(await summaries(await made({ targetId: commune }))).toEqual(['Hội nghị của khối'])
    const clerk = await signInAs(office, 'secretariat', otherId)
    const [told] = await events(await made({ targetId: otherId }, clerk))
    expect(told).toMatchObject({ uid: joint.id, about: 'Đơn vị: Huyện Giao Thủy\nTrạng thái: dự kiến' })
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
