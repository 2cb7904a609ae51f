import { createDecipheriv, hkdfSync } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LinkList, LinkRead, LinkRow } from '../../../server/delegate-links/schema.ts'
import { raiseStamp } from '../../../server/history/queries.ts'
import { webFolderOf } from '../../../server/delegate-links/rules.ts'
import type { SealedPage } from '../../../server/delegate-pages/rules/sealed.ts'
import { putOnList } from '../../support/delegates.ts'
import { buildDistricts } from '../../support/districts.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'

let office: TestOffice
let who: Browser
let links: string

const an = { name: 'Nguyễn Văn </script><b>An', post: 'Chủ tịch', unit: 'xã Hải Anh', phone: '0912 345 678' }
const people = [
  { ...an, class: 'Đại biểu chính thức', delegation: 'Huyện Hải Hậu', seat: 'F-21', door: 'B' },
  { address: 'Hòa thượng', name: 'Thích Tâm Thiện', class: 'Khách mời', delegation: 'Khách mời' },
]

beforeEach(async () => {
  office = await openOffice()
  const { inside } = await buildDistricts(office)
  const congressId = inside.ids['congress'] ?? ''
  links = `/api/congresses/${congressId}/links`
  who = await signInAs(office, 'organizer', inside.unitId)
  await putOnList(office, congressId, people)
  const liaison = { liaison: 'Lê Thị Liên', liaisonPhone: '0988 111 222' }
  await office.db.write(async (tx) => void (await tx.update(tx.tables.delegations).set(liaison)))
  const day = { dateFrom: '2020-07-01', dateTo: '2020-07-01' }
  await office.db.write(async (tx) => void (await tx.update(tx.tables.congresses).set(day)))
  expect((await who('POST', links, { delegateIds: null })).status).toBe(200)
})
afterEach(() => office.close())

const rows = async () => ((await who('GET', links)).body as LinkList).rows
const rowOf = async (name: string): Promise<LinkRow> => {
  const row = (await rows()).find((each) => each.name === name)
  if (!row) throw new Error('the delegate is listed')
  return row
}
const urlOf = async ({ linkId }: LinkRow) =>
  ((await who('GET', `/api/delegate-links/${linkId ?? ''}`)).body as LinkRead).url

describe('the last day of a link', () => {
  test('is one that is not over yet, ends it, and is as usual again once undone', async () => {
    const row = await rowOf(an.name)
    const path = new URL(await urlOf(row)).pathname
    const open = async () => (await office.app.inject({ method: 'GET', url: path })).statusCode
    const set = (lastDay: string | null) =>
      who('PUT', `${links}/last-day`, { links: [{ id: row.linkId, version: row.version }], lastDay })
    const past = await set('2020-06-21')
    expect([past.status, (past.body as { code: string }).code]).toEqual([409, 'last-day-past'])
    const today = await set('2020-06-22')
    expect([(await rowOf(an.name)).lastDay, await open()]).toEqual(['2020-06-22', 200])
    await office.db.write(async (tx) => {
      await tx.update(tx.tables.cycles).set({ standsOn: '2020-06-23' })
      await raiseStamp(tx)
    })
    expect([(await rowOf(an.name)).state, await open()]).toEqual(['expired', 404])
    expect((await who('POST', `/api/acts/${today.actId ?? ''}/undo`)).status).toBe(204)
    expect([(await rowOf(an.name)).lastDay, await open()]).toEqual(['2020-07-15', 200])
  })
})

describe('pages for a web host', () => {
  const host = 'http://example.vn/dai-bieu'
  const exported = async (query = `host=${host}/&language=vi`) => {
    const answer = await who('GET', `${links}/static-pages.zip?${query}`)
    expect(answer.status).toBe(200)
    const files = unzipSync(answer.bytes)
    const pages = Object.entries(files).filter(([name]) => name.startsWith('dua-len-mang/'))
    return { files, pages: new Map(pages.map(([name, bytes]) => [name.split('/')[1] ?? '', strFromU8(bytes)])) }
  }
  /** As another program would, by what is written of the form alone. */
  const opened = (text: string, code: string): SealedPage => {
    const sealed = Buffer.from(/<p id="sealed" hidden>([^<]+)</u.exec(text)?.[1] ?? '', 'base64')
    const key = Buffer.from(hkdfSync('sha256', code, 'tien-toi', 'page at a web host', 32))
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
    decipher.setAuthTag(sealed.subarray(-16))
    const packed = Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()])
    return JSON.parse(inflateRawSync(packed).toString()) as SealedPage
  }
  const codeOf = async (name: string) => (await urlOf(await rowOf(name))).split('/').at(-1) ?? ''

  test('open by their code alone, tell nothing in the clear, and bear names that nobody guesses', async () => {
    const { files, pages } = await exported()
    expect([...pages.keys()].every((name) => /^[0-9a-f]{32}\.html$/u.test(name))).toBe(true)
    expect(Object.keys(files).filter((name) => !name.startsWith('dua-len-mang/'))).toEqual([
      'giu-lai/phieu.pdf',
      'giu-lai/lien-ket.xlsx',
      'HUONG-DAN.txt',
    ])
    for (const text of pages.values()) {
      // What is sealed is noise in base64, which spells any four digits once in a while.
      const clear = text.replace(/<p id="sealed" hidden>[^<]+/u, '')
      expect(clear).not.toMatch(/Nguyễn|Thích|Hải|0912|0988|F-21|<b>An/u)
      expect(text).not.toMatch(/(src|href)="(?!data:|#)/u)
      // One of its own, and the two ends of script and style alone.
      expect(text.match(/<\/script/gu)).toHaveLength(1)
    }
    const code = await codeOf(an.name)
    const other = await codeOf('Thích Tâm Thiện')
    const own = [...pages.values()].filter((text) => {
      try {
        return opened(text, code).pages.vi.body !== ''
      } catch {
        return false
      }
    })
    expect(own).toHaveLength(1)
    expect(() => opened(own[0] ?? '', other)).toThrow()
    const { until, pages: both } = opened(own[0] ?? '', code)
    for (const told of ['Nguyễn Văn &lt;/script&gt;&lt;b&gt;An', 'F-21', 'trang này không tự đổi', 'tel:0988111222']) {
      expect(both.vi.body).toContain(told)
    }
    expect(both.en.body).toContain('this page does not change by itself')
    expect(both.vi.body).not.toMatch(/<form|<b>An|\sstyle=|\son\w+=|href="\/|src=/u)
    // The end of its last day, where the office is.
    expect(until).toBe(Date.parse('2020-07-15T17:00:00Z'))
    const file = [...pages].find(([, text]) => text === own[0])?.[0] ?? ''
    const sooner = (await exported(`host=${host}&until=2020-06-30`)).pages.get(file) ?? ''
    expect(opened(sooner, code).until).toBe(Date.parse('2020-06-30T17:00:00Z'))
    const workbook = Object.values(unzipSync(files['giu-lai/lien-ket.xlsx'] ?? new Uint8Array()))
      .map((bytes) => strFromU8(bytes))
      .join()
    expect(workbook).toContain(`${host}/${file}#${code}`)
    expect(strFromU8(files['HUONG-DAN.txt'] ?? new Uint8Array())).toContain('Trang đại biểu: 2.')
  })

  test('have the same names again, others once links are renewed, and none of who was revoked or withdrew', async () => {
    const first = [...(await exported()).pages.keys()].sort()
    expect([...(await exported()).pages.keys()].sort()).toEqual(first)
    const { linkId, version } = await rowOf(an.name)
    await who('POST', `${links}/renew`, { links: [{ id: linkId, version }] })
    const renewed = [...(await exported()).pages.keys()]
    expect(renewed.filter((name) => first.includes(name))).toHaveLength(1)
    await who('POST', `${links}/revoke`, { links: [{ id: linkId, version: 2 }] })
    expect((await exported()).pages.size).toBe(1)
    const plan = await who('GET', `${links}/static-pages?host=${host}`)
    expect(plan.body).toEqual({
      ...{ host, pages: 1, liaisons: 0 },
      leftOut: { none: 0, expired: 0, revoked: 1, withdrawn: 0 },
    })
    const { delegates } = office.db.read.tables
    await office.db.write(async (tx) => void (await tx.update(delegates).set({ standing: 'withdrawn' })))
    const none = await who('GET', `${links}/static-pages.zip?host=${host}`)
    expect([none.status, (none.body as { code: string }).code]).toEqual([409, 'no-open-links'])
  })

  test('are refused for what is no folder on the web, a day that is over, and delegates of others', async () => {
    const codeOfRefusal = async (query: string) =>
      ((await who('GET', `${links}/static-pages?${query}`)).body as { code: string }).code
    expect(await codeOfRefusal('host=ftp://example.vn')).toBe('web-host-unreadable')
    expect(await codeOfRefusal(`host=${host}&until=2020-06-21`)).toBe('last-day-past')
    expect(await codeOfRefusal(`host=${host}&delegates=${'0'.repeat(8)}`)).toBe('not-found')
    for (const text of ['', 'example.vn', 'javascript:alert(1)', 'http://', 'https://a:b@x.vn', 'https://x.vn/?a=1']) {
      expect(webFolderOf(text), text).toBeNull()
    }
    expect(webFolderOf(' https://X.vn/a b/index.html ')).toBe('https://x.vn/a%20b')
  })
})
