import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Congress } from '../../../server/congresses/schema.ts'
import type { Leave, Mention } from '../../../server/leaders/schema.ts'
import type { Post } from '../../../server/people/schema.ts'
import type { Programme } from '../../../server/programme/schema.ts'
import type { Road } from '../../../server/road/schema.ts'
import { readPdf, wordsOf } from '../documents/read-pdf.ts'
import { shippedTexts } from '../../../server/templates/source.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { aCongress, aCycle, aLeave, anItem, aPost, aSession, aUnit } from '../../support/records.ts'

let office: TestOffice
let who: Browser
let cycleId: string
let unitId: string
let provinceId: string
let before: Post
let after: Post
let congress: Congress
beforeEach(async () => {
  office = await openOffice()
  who = await signInAs(office, 'administrator', null)
  provinceId = await created('/api/units', aUnit({ name: 'Tỉnh Nam Định' }))
  unitId = await created('/api/units', aUnit({ name: 'Huyện Hải Hậu', parentId: provinceId }))
  cycleId = await created('/api/cycles', aCycle(provinceId))
  before = await aLeader('Phó Chủ tịch UBND tỉnh (VX)', 'Trần Văn Bình')
  after = await aLeader('Giám đốc Sở Nội vụ', 'Nguyễn Văn An')
  congress = await aCongressOn('2020-07-07', [before.id])
})
afterEach(() => office.close())

const created = async (url: string, body: object) => ((await who('POST', url, body)).body as { id: string }).id
const aLeader = async (name: string, personName: string, rank: Post['rank'] = null) => {
  const holders = [{ personName, from: null, to: null }]
  return (await who('POST', '/api/posts', { ...aPost(provinceId), name, rank, holders })).body as Post
}
const roadOf = async (by: Browser = who) => (await by('GET', `/api/cycles/${cycleId}/road`)).body as Road
const aCongressOn = async (date: string, postIds: string[]) => {
  const levelId = (await roadOf()).levels[0]?.id ?? ''
  const values = aCongress({ cycleId, levelId, unitId }, { dateFrom: date, dateTo: date, postIds })
  return (await who('POST', '/api/congresses', values)).body as Congress
}
const read = async (id = congress.id) => (await who('GET', `/api/congresses/${id}`)).body as Congress
const replacement = (more: object = {}) => ({
  postId: before.id,
  newPostId: after.id,
  congresses: [{ id: congress.id, version: congress.version }],
  reason: 'Đồng chí Bình họp đột xuất',
  paperNumber: '45/UBND-VP7',
  source: 'Điện thoại Văn phòng UBND tỉnh',
  ...more,
})
const replace = (more: object = {}, by = who) => by('POST', '/api/leader-replacements', replacement(more))
const mentions = async (by = who) =>
  (await by('GET', `/api/cycles/${cycleId}/leader-mentions?postId=${before.id}`)).body as Mention[]

describe('a leader', () => {
  test('replaced at several congresses is kept with the reason, and comes back in one undo', async () => {
    const second = await aCongressOn('2020-07-08', [before.id])
    const congresses = [congress, second].map(({ id, version }) => ({ id, version }))
    const done = await replace({ congresses })
    expect(done).toMatchObject({ status: 200, body: { replaced: 2 } })
    expect([(await read()).postIds, (await read(second.id)).postIds]).toEqual([[after.id], [after.id]])
    expect((await who('GET', `/api/congresses/${second.id}/leader-replacements`)).body).toMatchObject([
      {
        postBefore: 'Phó Chủ tịch UBND tỉnh (VX)',
        personBefore: 'Trần Văn Bình',
        postAfter: 'Giám đốc Sở Nội vụ',
        personAfter: 'Nguyễn Văn An',
        reason: 'Đồng chí Bình họp đột xuất',
        paperNumber: '45/UBND-VP7',
        source: 'Điện thoại Văn phòng UBND tỉnh',
        accountName: 'administrator for a test',
      },
    ])
    expect((await who('POST', `/api/acts/${done.actId ?? ''}/undo`)).status).toBe(204)
    expect([(await read()).postIds, (await read(second.id)).postIds]).toEqual([[before.id], [before.id]])
    expect((await who('GET', `/api/congresses/${second.id}/leader-replacements`)).body).toEqual([])
  })

  test.each([
    ['the same post', 'leader-same-leader', () => ({ newPostId: before.id })],
    ['one who does not attend', 'leader-not-attending', () => ({ postId: after.id, newPostId: before.id })],
  ])('is not replaced: %s', async (_name, code, values) => {
    expect(await replace(values())).toMatchObject({ status: 409, body: { code } })
    expect(await read()).toEqual(congress)
  })

  test('is not replaced by the same person in another post, nor by one who attends already', async () => {
    const again = await aLeader('Trưởng Ban Tổ chức', 'Trần Văn Bình')
    expect(await replace({ newPostId: again.id })).toMatchObject({ status: 409, body: { code: 'leader-same-leader' } })
    const both = await aCongressOn('2020-07-09', [before.id, after.id])
    const congresses = [congress, both].map(({ id, version }) => ({ id, version }))
    expect(await replace({ congresses })).toMatchObject({
      status: 409,
      body: { code: 'leader-attends-already', details: { congressIds: [both.id] } },
    })
    expect([await read(), await read(both.id)]).toEqual([congress, both])
  })

  test('may be replaced by one who is away or elsewhere: the conflicts say so', async () => {
    await aCongressOn('2020-07-07', [after.id])
    await who('POST', '/api/leaves', aLeave(after.holders[0]?.personId ?? ''))
    expect((await replace()).status).toBe(200)
    const { open } = (await who('GET', `/api/cycles/${cycleId}/conflicts`)).body as { open: { rule: string }[] }
    const ofLeaders = open.filter(({ rule }) => rule.startsWith('leader-')).map(({ rule }) => rule)
    expect(new Set(ofLeaders)).toEqual(new Set(['leader-on-leave', 'leader-twice']))
  })

  test('is replaced at no congress where one of them was changed since, or is of another’s unit', async () => {
    const other = await aCongressOn('2020-07-08', [before.id])
    const stale = [
      { id: congress.id, version: congress.version },
      { id: other.id, version: 7 },
    ]
    expect(await replace({ congresses: stale })).toMatchObject({ status: 409, body: { code: 'stale' } })
    const beside = await created('/api/units', aUnit({ name: 'Huyện Giao Thủy', parentId: provinceId }))
    const organizer = await signInAs(office, 'organizer', beside)
    expect(await replace({}, organizer)).toMatchObject({ status: 404 })
    const below = await signInAs(office, 'organizer', unitId)
    const hidden = await created('/api/posts', { ...aPost(beside), name: 'Chủ tịch UBND huyện Giao Thủy' })
    expect(await replace({ newPostId: hidden }, below)).toMatchObject({
      status: 400,
      body: { code: 'invalid', details: [{ field: 'newPostId', rule: 'not-known' }] },
    })
    expect(await read()).toEqual(congress)
  })

  test('leaves with a congress that is deleted, and comes back with it', async () => {
    await replace()
    const { version } = await read()
    const deleted = await who('DELETE', `/api/congresses/${congress.id}?version=${version}`)
    expect(deleted.status).toBe(204)
    expect((await who('POST', `/api/acts/${deleted.actId ?? ''}/undo`)).status).toBe(204)
    expect((await who('GET', `/api/congresses/${congress.id}/leader-replacements`)).body).toHaveLength(1)
  })
})

describe('papers and programmes that still name the former leader', () => {
  let itemId: string
  beforeEach(async () => {
    const sessionId = await created(`/api/congresses/${congress.id}/sessions`, aSession())
    const text = 'Đồng chí TRẦN VĂN BÌNH, Phó Chủ tịch UBND tỉnh (VX)'
    itemId = await created(`/api/sessions/${sessionId}/items`, anItem({ presenter: text }))
    await created(`/api/sessions/${sessionId}/items`, anItem({ presenter: 'Phó Chủ tịch UBND tỉnh' }))
    await created(`/api/sessions/${sessionId}/items`, anItem({ presenter: 'Phó Chủ tịch UBND tỉnh (KT)' }))
    const fields = { signer: 'Tran Van Binh' }
    await who('PUT', `/api/congresses/${congress.id}/papers/programme`, { fields, version: null })
    await replace()
  })
  const presenters = async () => {
    const { sessions } = (await who('GET', `/api/congresses/${congress.id}/programme`)).body as Programme
    return sessions.flatMap(({ items }) => items.map(({ presenter }) => presenter))
  }
  const mend = (mention: Mention, by = who) => {
    const { replacementId, kind, recordId, field, version } = mention
    return by('POST', `/api/leader-replacements/${replacementId}/mend`, { kind, recordId, field, version })
  }

  test('are listed with how they would read', async () => {
    const found = (await mentions()).map(({ kind, field, text, mended }) => [kind, field, text, mended])
    expect(found).toEqual([
      [
        'item',
        'presenter',
        'Đồng chí TRẦN VĂN BÌNH, Phó Chủ tịch UBND tỉnh (VX)',
        'Đồng chí NGUYỄN VĂN AN, Giám đốc Sở Nội vụ',
      ],
      ['item', 'presenter', 'Phó Chủ tịch UBND tỉnh', null],
      ['paper', 'signer', 'Tran Van Binh', 'Nguyễn Văn An'],
    ])
  })

  test('are mended one by one, undone, and never where the name is not plain', async () => {
    const [item, inPart, paper] = (await mentions()) as [Mention, Mention, Mention]
    expect(item.recordId).toBe(itemId)
    const done = await mend(item)
    expect(done.status).toBe(204)
    expect((await presenters())[0]).toBe('Đồng chí NGUYỄN VĂN AN, Giám đốc Sở Nội vụ')
    expect(await mend(inPart)).toMatchObject({ status: 409, body: { code: 'name-not-plain' } })
    expect((await mend(paper)).status).toBe(204)
    const { acts } = (await who('GET', `/api/acts?congressId=${congress.id}`)).body as { acts: { subject: string }[] }
    expect(acts.slice(0, 2).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/; Trần Văn Bình → Nguyễn Văn An - /),
      expect.stringMatching(/; Trần Văn Bình → Nguyễn Văn An - /),
    ])
    expect((await mentions()).map(({ text }) => text)).toEqual(['Phó Chủ tịch UBND tỉnh'])
    expect((await who('POST', `/api/acts/${done.actId ?? ''}/undo`)).status).toBe(204)
    expect((await presenters())[0]).toBe('Đồng chí TRẦN VĂN BÌNH, Phó Chủ tịch UBND tỉnh (VX)')
  })

  test('are mended as they were read or not at all', async () => {
    const [item] = (await mentions()) as [Mention]
    await who('PUT', `/api/items/${item.recordId}`, {
      ...withoutPosition(anItem({ presenter: 'Ông Trần Văn Bình' })),
      version: item.version,
    })
    expect(await mend(item)).toMatchObject({ status: 409, body: { code: 'stale' } })
    expect((await presenters())[0]).toBe('Ông Trần Văn Bình')
  })

  test('are nobody’s to read who does not see the congress, and are none once he attends again', async () => {
    const beside = await created('/api/units', aUnit({ name: 'Huyện Giao Thủy', parentId: provinceId }))
    expect(await mentions(await signInAs(office, 'organizer', beside))).toEqual([])
    const { version } = await read()
    const congresses = [{ id: congress.id, version }]
    await replace({ postId: after.id, newPostId: before.id, congresses })
    expect(await mentions()).toEqual([])
  })
})

describe('the week of a leader on paper', () => {
  const week = (by = who) => by('GET', `/api/cycles/${cycleId}/leader-week.pdf?postId=${before.id}&day=2020-07-09`)

  test('is a PDF for whoever sees the leader’s unit, and not there for others', async () => {
    expect(await week()).toMatchObject({ status: 200, headers: { 'content-type': 'application/pdf' } })
    expect(await week(await signInAs(office, 'organizer', unitId))).toMatchObject({ status: 404 })
  })

  test('holds the week of the day asked for, whichever it is', async () => {
    const text = wordsOf((await readPdf((await week()).bytes)).pages)
    for (const part of ['LỊCH CÔNG TÁC TUẦN', 'Trần Văn Bình', '06/7/2020', '12/7/2020', congress.title]) {
      expect(text).toContain(part)
    }
  })
})

describe('who attends in a leader’s place', () => {
  const standIns = async (by = who) => (await by('GET', `/api/cycles/${cycleId}/leader-stand-ins`)).body
  const week = (language = 'vi') =>
    who('GET', `/api/cycles/${cycleId}/leader-week.pdf?postId=${before.id}&day=2020-07-09&language=${language}`)
  const said = async (language?: string) => wordsOf((await readPdf((await week(language)).bytes)).pages)

  test('is told in the week of the one replaced, in either language, until he attends again', async () => {
    expect(await standIns()).toEqual([])
    await replace()
    expect(await standIns()).toEqual([
      {
        congressId: congress.id,
        postBeforeId: before.id,
        postAfter: 'Giám đốc Sở Nội vụ',
        personAfter: 'Nguyễn Văn An',
      },
    ])
    expect(await said()).toContain(`${congress.title} (đồng chí Nguyễn Văn An đi thay)`)
    expect(await said('en')).toContain('(Nguyễn Văn An attends instead)')
    const congresses = [{ id: congress.id, version: (await read()).version }]
    await replace({ postId: after.id, newPostId: before.id, congresses })
    expect(await standIns()).toMatchObject([{ postBeforeId: after.id, postAfter: 'Phó Chủ tịch UBND tỉnh (VX)' }])
    expect(await said()).not.toContain('đi thay')
  })

  test('is not told to those who do not see the congress', async () => {
    await replace()
    const beside = await created('/api/units', aUnit({ name: 'Huyện Giao Thủy', parentId: provinceId }))
    expect(await standIns(await signInAs(office, 'organizer', beside))).toEqual([])
  })

  test('is left out on a copy of the template that is older than the words for it', async () => {
    await replace()
    const texts = await shippedTexts('leader-week')
    texts['template.yaml'] = (texts['template.yaml'] ?? '').replaceAll(/^ +standIn: '.*\n/gmu, '')
    const url = `/api/units/${provinceId}/templates/leader-week`
    expect(await who('PUT', url, { levelId: null, texts, note: '', isDraft: false, version: 0 })).toMatchObject({
      status: 204,
    })
    expect(await week()).toMatchObject({ status: 200 })
    expect(await said()).not.toContain('đi thay')
  })
})

describe('a leave', () => {
  const personId = () => before.holders[0]?.personId ?? ''

  test('is a conflict at what the leader attends, and its reason is for those who keep leaves', async () => {
    const leave = (await who('POST', '/api/leaves', aLeave(personId()))).body as Leave
    const viewer = await signInAs(office, 'viewer', provinceId)
    expect((await who('GET', '/api/leaves')).body).toEqual([leave])
    expect((await viewer('GET', '/api/leaves')).body).toEqual([{ ...leave, reason: '' }])
    expect(JSON.stringify(await roadOf(viewer))).not.toContain(leave.reason)
    const { open } = (await viewer('GET', `/api/cycles/${cycleId}/conflicts`)).body as { open: object[] }
    expect(open).toContainEqual(
      expect.objectContaining({ rule: 'leader-on-leave', congressId: congress.id, date: '2020-07-07' }),
    )
  })

  test('of a leader above is not told below', async () => {
    await who('POST', '/api/leaves', aLeave(personId()))
    const below = await signInAs(office, 'organizer', unitId)
    expect((await roadOf(below)).leaves).toEqual([])
    expect((await below('GET', '/api/leaves')).body).toEqual([])
    expect((await roadOf()).leaves).toHaveLength(1)
  })

  test('that ends before it begins, or of nobody, is refused', async () => {
    const reversed = { ...aLeave(personId()), from: '2020-07-07', fromHalf: 'afternoon', toHalf: 'morning' }
    expect(await who('POST', '/api/leaves', reversed)).toMatchObject({
      status: 400,
      body: { details: [{ field: 'to', rule: 'reversed' }] },
    })
    expect((await who('POST', '/api/leaves', aLeave(congress.id))).status).toBe(404)
    expect((await who('GET', '/api/leaves')).body).toEqual([])
  })

  test('that was deleted comes back', async () => {
    const leave = (await who('POST', '/api/leaves', aLeave(personId()))).body as Leave
    const deleted = await who('DELETE', `/api/leaves/${leave.id}?version=1`)
    expect((await who('GET', '/api/leaves')).body).toEqual([])
    await who('POST', `/api/acts/${deleted.actId ?? ''}/undo`)
    expect((await who('GET', '/api/leaves')).body).toMatchObject([{ id: leave.id, reason: leave.reason }])
  })
})

const withoutPosition = ({ position: _position, ...item }: ReturnType<typeof anItem>) => item
