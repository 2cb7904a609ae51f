import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Publication } from '../../../server/publications/schema.ts'
import type { Programme } from '../../../server/programme/schema.ts'
import type { Release, ReleaseDraft } from '../../../server/releases/schema.ts'
import { buildDistricts } from '../../support/districts.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { anItem, aSession, aSpeaker } from '../../support/records.ts'
import { readPdf, wordsOf } from '../documents/read-pdf.ts'

let office: TestOffice
let who: Browser
let congressId: string
beforeEach(async () => {
  office = await openOffice()
  const { inside } = await buildDistricts(office)
  congressId = inside.ids['congress'] ?? ''
  who = await signInAs(office, 'organizer', inside.unitId)
  const session = (await who('POST', `/api/congresses/${congressId}/sessions`, aSession())).body as { id: string }
  const inner = { note: 'Ghi chú nội bộ', presidiumWords: 'Lời chủ tọa', announcerWords: 'Lời dẫn' }
  const title = 'Khai mạc <b>"&</b>'
  await who('POST', `/api/sessions/${session.id}/items`, anItem({ title, durationMinutes: 30, ...inner }))
  await who('POST', `/api/congresses/${congressId}/speakers`, aSpeaker({ note: 'Điện thoại 0912 345 678' }))
})
afterEach(() => office.close())

const release = async () => {
  const { number, fingerprint } = (await who('GET', `/api/congresses/${congressId}/release-draft`)).body as ReleaseDraft
  const body = { name: `Bản ${String(number)}`, note: 'Chỉ nội bộ', day: '2020-03-02', number, fingerprint }
  return (await who('POST', `/api/congresses/${congressId}/releases`, body)).body as Release
}
const publish = async () =>
  (await who('POST', `/api/congresses/${congressId}/publication`)).body as NonNullable<Publication>
/** Without any account. */
const read = (path: string, headers: Record<string, string> = {}) =>
  office.app.inject({ method: 'GET', url: path, headers })
const programme = async () => (await who('GET', `/api/congresses/${congressId}/programme`)).body as Programme

describe('the public page of a programme', () => {
  test('is closed until it is opened, and again when it is closed or gets another address', async () => {
    expect((await who('GET', `/api/congresses/${congressId}/publication`)).body).toBeNull()
    await release()
    const { code, url, version } = await publish()
    expect(code).toMatch(/^[a-z2-9]{20}$/u)
    expect(url.endsWith(`/ct/${code}`)).toBe(true)
    expect((await read(`/ct/${code}`)).statusCode).toBe(200)
    const renewed = (await who('PUT', `/api/congresses/${congressId}/publication`, { version }))
      .body as NonNullable<Publication>
    expect((await read(`/ct/${code}`)).statusCode).toBe(404)
    expect((await read(`/ct/${renewed.code}`)).statusCode).toBe(200)
    await who('DELETE', `/api/congresses/${congressId}/publication?version=${String(renewed.version)}`)
    const gone = await read(`/ct/${renewed.code}`)
    expect(gone.statusCode).toBe(404)
    expect(gone.body).not.toContain('Khai mạc')
    expect((await read(`/ct/${renewed.code}/calendar.ics`)).statusCode).toBe(404)
  })

  test('shows the newest release and nothing of the draft, nor what is for the office alone', async () => {
    await release()
    const { code } = await publish()
    const [item] = (await programme()).sessions.flatMap(({ items }) => items).filter(({ title }) => title !== 'Chào cờ')
    if (!item) throw new Error('there is an item')
    const { id, durationMinutes, fixedStart, presenter, note, version } = item
    await who('PUT', `/api/items/${id}`, { title: 'Bế mạc', durationMinutes, fixedStart, presenter, note, version })
    const { body } = await read(`/ct/${code}`)
    expect(body).toContain('Khai mạc &lt;b&gt;&quot;&amp;&lt;/b&gt;')
    for (const hidden of ['Bế mạc', 'nội bộ', 'Lời chủ tọa', 'Lời dẫn', '0912 345 678']) {
      expect(body).not.toContain(hidden)
    }
    await release()
    expect((await read(`/ct/${code}`)).body).toContain('Bế mạc')
    expect(Buffer.byteLength(body)).toBeLessThan(100_000)
  })

  test('has nothing that the editor does not show, as it stands or as a change', async () => {
    await release()
    const { code } = await publish()
    const shown = async () => [...(await read(`/ct/${code}`)).body.matchAll(/<li\s+id="([^"]+)"/gu)].map(([, id]) => id)
    const before = await shown()
    const drafted = (await programme()).sessions.flatMap(({ items }) => items.map(({ id }) => id))
    expect(before.sort()).toEqual(drafted.sort())
  })

  test('is answered 304 while nothing changed, packed to whoever takes it, and kept from search engines', async () => {
    await release()
    const { code } = await publish()
    const first = await read(`/ct/${code}`)
    const { etag = '' } = first.headers as { etag?: string }
    expect(first.headers).toMatchObject({ 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'no-referrer' })
    expect(first.headers['content-security-policy']).toContain("default-src 'self'")
    expect(first.body).not.toMatch(/\sstyle=|\son\w+=|<script>/u)
    expect((await read(`/ct/${code}`, { 'if-none-match': etag })).statusCode).toBe(304)
    expect((await read(`/ct/${code}`, { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBe('gzip')
    expect((await read(`/ct/${code}?lang=en`)).headers['etag']).not.toBe(etag)
    for (const part of ['page.css', 'page.js', `${code}/worker.js`]) {
      expect((await read(`/ct/${part}`)).statusCode).toBe(200)
    }
    expect((await read(`/ct/${code}/worker.js`)).headers['service-worker-allowed']).toBe(`/ct/${code}`)
  })

  test('tells the time of the congress, and gives its items to a calendar', async () => {
    await release()
    const { code } = await publish()
    expect((await read(`/ct/${code}/time`)).json()).toEqual({
      now: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/u),
    })
    const calendar = await read(`/ct/${code}/calendar.ics`)
    expect(calendar.headers['content-type']).toContain('text/calendar')
    expect(calendar.body.match(/BEGIN:VEVENT/gu)).toHaveLength(2)
    const [item] = (await programme()).sessions.flatMap(({ items }) => items)
    expect((await read(`/ct/${code}/calendar.ics?items=${item?.id ?? ''}`)).body.match(/BEGIN:VEVENT/gu)).toHaveLength(
      1,
    )
  })

  test('names a place outside the hall alone, and says where none is chosen yet', async () => {
    const [session] = (await programme()).sessions
    if (!session) throw new Error('there is a session')
    const { id, version } = session
    const put = (values: object, seen: number) =>
      who('PUT', `/api/sessions/${id}`, { ...aSession(), kind: 'incense', isOutside: true, ...values, version: seen })
    await put({ room: 'Đền Trần' }, version)
    await release()
    const { code } = await publish()
    const locations = async () => [
      ...new Set((await read(`/ct/${code}/calendar.ics?items=${id}`)).body.match(/^LOCATION:.*$/gmu)),
    ]
    expect((await read(`/ct/${code}`)).body).toContain('<span>Đền Trần</span>')
    expect((await locations()).map((line) => line.trim())).toEqual(['LOCATION:Đền Trần'])
    await put({ room: '' }, version + 1)
    await release()
    expect((await read(`/ct/${code}`)).body).toContain('<span>chưa có nơi dâng hương</span>')
    expect((await locations()).map((line) => line.trim())).toEqual(['LOCATION:chưa có nơi dâng hương'])
  })

  test('says that nothing was released where nothing was', async () => {
    const { code } = await publish()
    expect((await read(`/ct/${code}`)).body).toContain('Chương trình chưa được công bố.')
    expect((await read(`/ct/${code}?lang=en`)).body).toContain('was not released yet')
  })

  test('is put up as a code with its address, by whoever may see the congress', async () => {
    const path = `/api/congresses/${congressId}/publication/code.pdf`
    expect((await who('GET', path)).status).toBe(404)
    const { url } = await publish()
    const { bytes } = await who('GET', path)
    expect(wordsOf((await readPdf(bytes)).pages).replaceAll(/\s/gu, '')).toContain(url.replaceAll(/\s/gu, ''))
  })
})
