import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Programme } from '../../../server/programme/schema.ts'
import type { Release, ReleaseDraft, ReleaseRead, Tellings } from '../../../server/releases/schema.ts'
import { buildDistricts, type Subtree } from '../../support/districts.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { readPdf, wordsOf } from '../documents/read-pdf.ts'
import { anItem, aPost, aSession, aSpeaker } from '../../support/records.ts'

let office: TestOffice
let organizer: Browser
let secretary: Browser
let congressId: string
let sessionId: string
let inside: Subtree
beforeEach(async () => {
  office = await openOffice()
  ;({ inside } = await buildDistricts(office))
  congressId = inside.ids['congress'] ?? ''
  organizer = await signInAs(office, 'organizer', inside.unitId)
  secretary = await signInAs(office, 'secretariat', inside.unitId)
  sessionId = ((await secretary('POST', `/api/congresses/${congressId}/sessions`, aSession())).body as { id: string })
    .id
  for (const title of ['Đón tiếp', 'Văn nghệ', 'Khai mạc']) {
    await secretary('POST', `/api/sessions/${sessionId}/items`, anItem({ title, presenter: `Tổ ${title}` }))
  }
})
afterEach(() => office.close())

const draft = async () => (await secretary('GET', `/api/congresses/${congressId}/release-draft`)).body as ReleaseDraft
const release = (seen: ReleaseDraft, values: object = {}, who = organizer) => {
  const { number, fingerprint } = seen
  const body = { name: `Bản ${String(number)}`, note: '', day: '2020-03-02', number, fingerprint, ...values }
  return who('POST', `/api/congresses/${congressId}/releases`, body)
}
const released = async () => (await release(await draft())).body as Release
const list = async () => (await secretary('GET', `/api/congresses/${congressId}/releases`)).body as Release[]
const programme = async () => (await secretary('GET', `/api/congresses/${congressId}/programme`)).body as Programme
const change = async (title: string, values: object) => {
  const item = (await programme()).sessions.flatMap(({ items }) => items).find((each) => each.title === title)
  if (!item) throw new Error(`there is no ${title}`)
  const { durationMinutes, fixedStart, presenter, note, version } = item
  const body = { title, durationMinutes, fixedStart, presenter, note, version, ...values }
  expect((await secretary('PUT', `/api/items/${item.id}`, body)).status).toBe(200)
}

describe('a release', () => {
  test('follows the one before it in number and keeps what it told, whatever becomes of the programme', async () => {
    const first = await released()
    expect(first).toMatchObject({ number: 1, kind: 'release', name: 'Bản 1', day: '2020-03-02' })
    await change('Khai mạc', { title: 'Diễn văn khai mạc', durationMinutes: 15 })
    const second = await released()
    expect(second).toMatchObject({ number: 2, changeCount: 1 })
    expect((await list()).map(({ number }) => number)).toEqual([2, 1])
    const read = (await secretary('GET', `/api/releases/${first.id}`)).body as ReleaseRead
    expect(read.content.sessions.flatMap(({ items }) => items.map(({ title }) => title))).toContain('Khai mạc')
  })

  test('proposed in English is called in Vietnamese where the office writes; what was typed stays', async () => {
    expect((await release(await draft(), { name: 'Release 1' })).body).toMatchObject({ name: 'Bản 1' })
    await change('Khai mạc', { title: 'Diễn văn khai mạc' })
    expect((await release(await draft(), { name: 'Final' })).body).toMatchObject({ name: 'Final' })
  })

  test('is refused when somebody changed what it tells since it was seen; nothing is released and what moved comes back', async () => {
    const seen = await draft()
    await change('Văn nghệ', { durationMinutes: 12 })
    const answer = await release(seen)
    expect(answer).toMatchObject({ status: 409, body: { code: 'draft-moved' } })
    const { details } = answer.body as unknown as { details: ReleaseDraft }
    expect(details).toEqual(await draft())
    expect(await list()).toEqual([])
    expect((await release(details)).status).toBe(200)
  })

  test('is not held up by what only the run sheet tells, and takes it along', async () => {
    const seen = await draft()
    await change('Văn nghệ', { note: 'Bật nhạc' })
    expect((await release(seen)).status).toBe(200)
  })

  test('is refused when another was released since, and when there is nothing new', async () => {
    const seen = await draft()
    await released()
    expect(await release(seen)).toMatchObject({ status: 409, body: { code: 'draft-moved' } })
    expect(await release(await draft())).toMatchObject({ status: 409, body: { code: 'nothing-to-release' } })
    expect(await list()).toHaveLength(1)
  })

  test('of two at once only one goes out', async () => {
    const seen = await draft()
    const answers = await Promise.all([release(seen), release(seen)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await list()).toHaveLength(1)
  })

  test('of an empty programme does not go out', async () => {
    for (const { id, version } of (await programme()).sessions) {
      await secretary('DELETE', `/api/sessions/${id}?version=${String(version)}`)
    }
    expect(await release(await draft())).toMatchObject({ status: 409, body: { code: 'nothing-to-release' } })
  })

  test('is the organizers’ to make; the secretariat sees it', async () => {
    expect((await release(await draft(), {}, secretary)).status).toBe(403)
    expect(await list()).toEqual([])
  })
})

describe('a release that should not have gone out', () => {
  test('is taken back by a correction under a number of its own, with the reason', async () => {
    await released()
    await change('Khai mạc', { title: 'Bế mạc' })
    const wrong = await released()
    const correction = { name: 'Đính chính bản 2', reason: 'Ghi nhầm tên', day: '2020-03-03' }
    const corrected = await organizer('POST', `/api/releases/${wrong.id}/correction`, correction)
    expect(corrected.body).toMatchObject({ number: 3, kind: 'correction', note: 'Ghi nhầm tên', changeCount: 1 })
    const { content } = (await secretary('GET', `/api/releases/${(corrected.body as unknown as Release).id}`))
      .body as unknown as ReleaseRead
    expect(content.sessions.flatMap(({ items }) => items.map(({ title }) => title))).toContain('Khai mạc')
    expect((await list()).map(({ number }) => number)).toEqual([3, 2, 1])
    // The programme itself is left as it is: what was wrong is put right there and released anew.
    expect((await programme()).sessions.flatMap(({ items }) => items.map(({ title }) => title))).toContain('Bế mạc')
  })

  test('is never undone in silence, and only the newest is corrected', async () => {
    const first = await released()
    await change('Khai mạc', { title: 'Bế mạc' })
    await released()
    const correction = { name: 'Đính chính', reason: 'Nhầm', day: '2020-03-03' }
    const late = await organizer('POST', `/api/releases/${first.id}/correction`, correction)
    expect(late).toMatchObject({ status: 409, body: { code: 'draft-moved' } })
    const acts = (await organizer('GET', `/api/acts?congressId=${congressId}`)).body as unknown as {
      acts: { id: string; action: string; mayUndo: boolean }[]
    }
    const act = acts.acts.find(({ action }) => action === 'programme-released')
    expect(act?.mayUndo).toBe(false)
    expect(await organizer('POST', `/api/acts/${act?.id ?? ''}/undo`)).toMatchObject({
      status: 409,
      body: { code: 'correction-instead' },
    })
    expect(await list()).toHaveLength(2)
  })

  test('and was the first leaves nothing in force', async () => {
    const first = await released()
    const correction = { name: 'Rút lại', reason: 'Chưa duyệt', day: '2020-03-03' }
    const { body } = await organizer('POST', `/api/releases/${first.id}/correction`, correction)
    const read = (await secretary('GET', `/api/releases/${(body as unknown as Release).id}`))
      .body as unknown as ReleaseRead
    expect(read.content).toEqual({ sessions: [], speakers: [] })
  })
})

describe('a release that is taken back into the draft', () => {
  const take = (id: string) => secretary('POST', `/api/releases/${id}/draft`)
  const outline = async () => {
    const { sessions, tray, speakers } = await programme()
    const titles = (items: readonly { title: string }[]) => items.map(({ title }) => title)
    return [
      ...sessions.map(({ title, items }) => [title, ...titles(items)]),
      titles(tray),
      speakers.map(({ name }) => name),
    ]
  }
  test('is there again as it went out, with what came since in the tray; one undo puts all of it back', async () => {
    await secretary('POST', `/api/congresses/${congressId}/speakers`, aSpeaker({ name: 'Trần Thị Bình' }))
    const first = await released()
    const before = await outline()
    const { sessions, speakers } = await programme()
    const [, dance, opening] = sessions[0]?.items ?? []
    await secretary('PUT', `/api/sessions/${sessionId}/order`, {
      itemIds: [opening, sessions[0]?.items[0], dance].map((item) => item?.id ?? ''),
    })
    const [speaker] = speakers
    await secretary('DELETE', `/api/speakers/${speaker?.id ?? ''}?version=${String(speaker?.version)}`)
    await change('Khai mạc', { title: 'Bế mạc', durationMinutes: 45 })
    const { version } = (await programme()).sessions[0]?.items[2] ?? { version: 0 }
    await secretary('DELETE', `/api/items/${dance?.id ?? ''}?version=${String(version)}`)
    const evening = (await secretary('POST', `/api/congresses/${congressId}/sessions`, { ...aSession(), title: 'Tối' }))
      .body as unknown as { id: string }
    await secretary('POST', `/api/sessions/${evening.id}/items`, anItem({ title: 'Giao lưu' }))
    const since = await outline()
    expect(since.length).toBeGreaterThan(before.length)
    const taken = await take(first.id)
    expect(taken.status).toBe(200)
    expect(await outline()).toEqual([...before.slice(0, -2), ['Giao lưu'], ['Trần Thị Bình']])
    expect(await release(await draft())).toMatchObject({ status: 409, body: { code: 'nothing-to-release' } })
    expect((await secretary('POST', `/api/acts/${taken.actId ?? ''}/undo`)).status).toBe(204)
    expect(await outline()).toEqual(since)
  })

  test('leaves what was tapped on the day, and is refused where the draft says the same', async () => {
    const first = await released()
    expect(await take(first.id)).toMatchObject({ status: 409, body: { code: 'nothing-to-take' } })
    const [item] = (await programme()).sessions[0]?.items ?? []
    const tapped = { startedAt: '07:05', endedAt: null, version: item?.version ?? 0 }
    await secretary('PUT', `/api/items/${item?.id ?? ''}/actual-times`, tapped)
    await change('Đón tiếp', { title: 'Đón đại biểu' })
    await take(first.id)
    expect((await programme()).sessions[0]?.items[0]).toMatchObject({ title: 'Đón tiếp', startedAt: '07:05' })
  })
})

describe('who is told of a release', () => {
  const told = async (id: string) =>
    (await secretary('GET', `/api/releases/${id}/tellings`)).body as unknown as Tellings

  test('are only those whom it touches, each noted by whom and when, and taken back', async () => {
    await released()
    await change('Văn nghệ', { presenter: 'Đội tiêu binh' })
    const { id } = await released()
    const note = (who: string[]) => secretary('POST', `/api/releases/${id}/tellings`, { who })
    expect(await note(['to don tiep'])).toMatchObject({ status: 400, body: { code: 'invalid' } })
    expect((await told(id)).tellings).toEqual([])
    const noted = await note(['doi tieu binh', 'to van nghe'])
    expect(noted.status).toBe(200)
    // Told already stays as it is noted.
    expect((await note(['to van nghe'])).body).toEqual([])
    const { tellings } = await told(id)
    expect(tellings.map(({ who }) => who).sort()).toEqual(['doi tieu binh', 'to van nghe'])
    const [one] = tellings
    expect((await secretary('DELETE', `/api/tellings/${one?.id ?? ''}?version=1`)).status).toBe(204)
    expect((await told(id)).tellings).toHaveLength(1)
    expect((await secretary('POST', `/api/acts/${noted.actId ?? ''}/undo`)).status).toBe(409)
  })

  test('are found in the lists of the congress and the posts of its unit, with their telephones', async () => {
    const row = { values: { name: 'Nguyễn Văn An', phone: '0912 345 678' } }
    await secretary('POST', `/api/congresses/${congressId}/lists/delegates/rows`, row)
    await organizer('POST', '/api/posts', {
      ...aPost(inside.otherUnitId),
      name: 'Chủ tịch Hội Nông dân',
      phone: '0913 111 222',
    })
    await secretary('POST', `/api/congresses/${congressId}/speakers`, aSpeaker({ name: 'Trần Thị Bình' }))
    await change('Văn nghệ', { presenter: 'Đồng chí NGUYỄN VĂN AN, Giám đốc Sở; Chủ tịch Hội Nông dân' })
    const { id } = await released()
    expect((await told(id)).contacts).toEqual([
      { who: 'dong chi nguyen van an, giam doc so', phone: '0912 345 678' },
      { who: 'chu tich hoi nong dan', phone: '0913 111 222' },
    ])
  })

  test('are not given the telephone of a post whose name is but a part of theirs', async () => {
    const post = (name: string, phone: string) =>
      organizer('POST', '/api/posts', { ...aPost(inside.otherUnitId), name, phone })
    await post('Giám đốc Sở Nội vụ', '0913 111 222')
    await post('Phó Chủ tịch UBND tỉnh', '0913 333 444')
    const presenter =
      'Phó Giám đốc Sở Nội vụ; Đ/c Giám đốc Sở Nội vụ; Chủ tịch UBND tỉnh; Trần Văn Bình, Phó Chủ tịch UBND tỉnh'
    await change('Văn nghệ', { presenter })
    const { id } = await released()
    expect((await told(id)).contacts).toEqual([
      { who: 'd/c giam doc so noi vu', phone: '0913 111 222' },
      { who: 'tran van binh, pho chu tich ubnd tinh', phone: '0913 333 444' },
    ])
  })
})

describe('what is printed of a release', () => {
  test('is the programme as it went out, and what changed since the one before it, in both languages', async () => {
    const first = await released()
    await change('Khai mạc', { title: 'Diễn văn khai mạc', presenter: 'Bí thư Đảng ủy' })
    const second = await released()
    const text = async (path: string) => {
      const { bytes, status } = await secretary('GET', `/api/releases/${path}`)
      expect(status).toBe(200)
      return wordsOf((await readPdf(bytes)).pages).normalize('NFC')
    }
    expect(await text(`${first.id}/programme.pdf`)).not.toContain('Diễn văn khai mạc')
    expect(await text(`${second.id}/programme.pdf`)).toContain('Diễn văn khai mạc')
    const sheet = await text(`${second.id}/changes.pdf`)
    for (const words of ['Bản 2', 'So với Bản 1', 'Diễn văn khai mạc', 'Bí thư Đảng ủy', 'Mới tham gia']) {
      expect(sheet).toContain(words)
    }
    expect(sheet).not.toContain('Đón tiếp')
    const english = await text(`${second.id}/changes.pdf?language=en`)
    for (const words of ['Newly taking part', 'Release 2', 'Compared with Release 1']) expect(english).toContain(words)
    expect(await text(`${first.id}/changes.pdf?against=${second.id}`)).toContain('So với Bản 2')
    expect((await secretary('GET', `/api/releases/${second.id}/changes.pdf?against=${sessionId}`)).status).toBe(404)
  })
})

test('what was released, told and remarked goes with its congress into the trash and comes back with it', async () => {
  const { id } = await released()
  await secretary('POST', `/api/releases/${id}/tellings`, { who: ['to van nghe'] })
  const { version } = (await organizer('GET', `/api/congresses/${congressId}`)).body as unknown as { version: number }
  const deleted = await organizer('DELETE', `/api/congresses/${congressId}?version=${String(version)}`)
  expect(deleted.status).toBe(204)
  expect((await secretary('GET', `/api/releases/${id}`)).status).toBe(404)
  expect((await organizer('POST', `/api/acts/${deleted.actId ?? ''}/undo`)).status).toBe(204)
  expect(await list()).toHaveLength(1)
  const { tellings } = (await secretary('GET', `/api/releases/${id}/tellings`)).body as unknown as Tellings
  expect(tellings.map(({ who }) => who)).toEqual(['to van nghe'])
})
