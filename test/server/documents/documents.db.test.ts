import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PaperPages, PaperState } from '../../../server/documents/schema.ts'
import { readWorkbook } from '../../../server/exchange/reading/read-workbook.ts'
import type { CycleResults } from '../../../server/results/schema.ts'
import { browser, openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { aCongress, aUnit } from '../../support/records.ts'
import { buildDistricts, type Subtree } from '../../support/districts.ts'
import { linesOf, readPdf, wordsOf } from './read-pdf.ts'
import { readWord } from './read-word.ts'

let office: TestOffice
let inside: Subtree
let outside: Subtree
let who: Browser
let congress: string
beforeEach(async () => {
  office = await openOffice()
  ;({ inside, outside } = await buildDistricts(office))
  who = await signInAs(office, 'secretariat', inside.unitId)
  congress = `/api/congresses/${inside.ids['congress'] ?? ''}`
})
afterEach(() => office.close())

const papers = async () => ((await who('GET', `${congress}/papers`)).body as { papers: PaperState[] }).papers
const programme = async () => {
  const state = (await papers()).find(({ kind }) => kind === 'programme')
  if (!state) throw new Error('there is no programme')
  return state
}
const fill = (fields: Record<string, string>, version: number | null) =>
  who('PUT', `${congress}/papers/programme`, { fields, version })
const valuesOf = ({ fields }: PaperState) =>
  Object.fromEntries(fields.flatMap(({ name, value }) => (value === null ? [] : [[name, value]])))

const fetchPdf = async (url: string, unitId: string | null) => {
  const answer = await (await signInAs(office, 'viewer', unitId))('GET', url)
  return { ...answer, pages: (await readPdf(answer.bytes)).pages }
}

describe('what a secretary fills in for a paper', () => {
  test('is empty at first, with what will be printed instead and what stays blank', async () => {
    const state = await programme()
    expect(state).toMatchObject({ kind: 'programme', titles: { vi: 'Chương trình', en: 'Programme' }, version: null })
    expect(valuesOf(state)).toEqual({})
    expect(state.blanks).toEqual(['number', 'day', 'signer'])
    const fallbacks = Object.fromEntries(state.fields.map(({ name, fallback }) => [name, fallback]))
    expect(fallbacks).toMatchObject({
      title: 'Hội nghị điển hình tiên tiến xã Hải Anh',
      superior: 'UBND xã của Huyện Hải Hậu',
      issuer: 'Ban Tổ chức Hội nghị điển hình tiên tiến',
      symbol: 'CTr-BTCHN',
      number: '',
      issuerEnglish: 'Organizing Committee of the Conference of Exemplars',
    })
  })

  test('is kept, and what is emptied prints its fallback again', async () => {
    const first = await fill({ number: '12', signer: 'Nguyễn Văn An', superior: '' }, null)
    expect(first.status).toBe(200)
    expect(valuesOf(first.body as PaperState)).toEqual({ number: '12', signer: 'Nguyễn Văn An' })
    expect((first.body as PaperState).blanks).toEqual(['day'])
    const second = await fill({ signer: 'Nguyễn Văn An' }, (first.body as PaperState).version)
    expect(valuesOf(second.body as PaperState)).toEqual({ signer: 'Nguyễn Văn An' })
    expect(await programme()).toEqual(second.body)
  })

  test('is an act that can be undone', async () => {
    const done = await fill({ number: '12' }, null)
    expect((await who('POST', `/api/acts/${done.actId ?? ''}/undo`)).status).toBe(204)
    expect(await programme()).toMatchObject({ version: null, blanks: ['number', 'day', 'signer'] })
  })

  test('does not overwrite what somebody else filled in meanwhile', async () => {
    await fill({ number: '12' }, null)
    // Both versions are shown beside each other: what the other wrote comes back with its version.
    expect(await fill({ number: '13' }, null)).toMatchObject({
      status: 409,
      body: { code: 'stale', details: { current: { fields: { number: '12' }, version: 1 } } },
    })
    expect(valuesOf(await programme())).toEqual({ number: '12' })
  })

  test.each<[Record<string, string>, string, string]>([
    [{ nothing: 'x' }, 'fields.nothing', 'unknown-key'],
    [{ day: '2020-02-30' }, 'fields.day', 'not-a-date'],
    [{ signer: 'Một\nHai' }, 'fields.signer', 'wrong-form'],
    [{ signer: 'x'.repeat(301) }, 'fields.signer', 'too-long'],
  ])('refuses %j', async (fields, field, rule) => {
    expect(await fill(fields, null)).toMatchObject({
      status: 400,
      body: { code: 'invalid', details: [{ field, rule }] },
    })
    expect((await programme()).version).toBeNull()
  })

  test('has no place in a paper that there is not', async () => {
    expect((await who('PUT', `${congress}/papers/ballot`, { fields: {}, version: null })).status).toBe(404)
  })
})

describe('the programme as PDF', () => {
  test('prints what was filled in, in both editions, and opens in the browser', async () => {
    await fill({ number: '7', day: '2020-03-05', signer: 'Nguyễn Văn An' }, null)
    const { status, headers, pages } = await fetchPdf(`${congress}/papers/programme/pdf?language=vi`, inside.unitId)
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition':
        'inline; filename="Chuong trinh - Hoi nghi dien hinh tien tien xa Hai Anh.pdf"; ' +
        "filename*=UTF-8''Ch%C6%B0%C6%A1ng%20tr%C3%ACnh%20-%20H%E1%BB%99i%20ngh%E1%BB%8B%20%C4%91i%E1%BB%83n%20h%C3%ACnh%20ti%C3%AAn%20ti%E1%BA%BFn%20x%C3%A3%20H%E1%BA%A3i%20Anh.pdf",
    })
    const lines = pages.flatMap(linesOf)
    expect(lines).toContain('Số: 07/CTr-BTCHN')
    expect(lines.join(' ')).toContain('07 giờ 30 - 07 giờ 40 Chào cờ Đồng chí Trần Văn Bình')
    const english = await fetchPdf(`${congress}/papers/programme/pdf?language=en`, inside.unitId)
    expect(english.pages.flatMap(linesOf)).toContain('No.: 07/CTr-BTCHN')
  })

  test('knows two languages only', async () => {
    expect((await who('GET', `${congress}/papers/programme/pdf?language=fr`)).status).toBe(400)
  })
})

describe('a paper page by page', () => {
  const pages = `papers/programme/pages`
  const viewer = () => signInAs(office, 'viewer', inside.unitId)

  test('says how many pages there are and shows one as a picture, as wide as is asked for', async () => {
    const answer = await (await viewer())('GET', `${congress}/${pages}`)
    expect(answer).toMatchObject({ status: 200, body: { pages: 1, width: 210, height: 297, onlyFirst: null } })
    const picture = await (await viewer())('GET', `${congress}/${pages}/1?width=480`)
    expect(picture.headers).toMatchObject({ 'content-type': 'image/webp', 'cache-control': 'private, no-cache' })
    const { width, height, format } = await sharp(picture.bytes).metadata()
    expect({ width, format }).toEqual({ width: 480, format: 'webp' })
    expect(height).toBeCloseTo((480 * 297) / 210, -1)
    // Not a white sheet: something is written on it.
    expect((await sharp(picture.bytes).stats()).channels[0]?.min).toBeLessThan(60)
  })

  test('is fetched again only when something on it changed', async () => {
    const read = await viewer()
    const path = `${congress}/${pages}/1?width=480`
    const etag = String((await read('GET', path)).headers['etag'])
    expect((await read('GET', path, undefined, { 'if-none-match': etag })).status).toBe(304)
    const before = (await read('GET', `${congress}/${pages}`)).body as PaperPages
    await fill({ signer: 'Nguyễn Văn An' }, null)
    expect((await read('GET', path, undefined, { 'if-none-match': etag })).status).toBe(200)
    expect(((await read('GET', `${congress}/${pages}`)).body as PaperPages).edition).not.toBe(before.edition)
  })

  test('has no page after the last, and none for an empty list but with samples', async () => {
    const read = await viewer()
    expect(await read('GET', `${congress}/${pages}/2`)).toMatchObject({ status: 404, body: { code: 'not-found' } })
    expect((await read('GET', `${congress}/${pages}/0`)).status).toBe(400)
    const letters = `${congress}/papers/invitation/pages`
    expect(await read('GET', letters)).toMatchObject({ status: 409, body: { code: 'nothing-to-print' } })
    expect((await read('GET', `${letters}?sample=yes`)).body).toMatchObject({ width: 210 })
    expect((await read('GET', `${letters}/1?sample=yes`)).status).toBe(200)
  })

  test('is not for those of another unit', async () => {
    const stranger = await signInAs(office, 'viewer', outside.unitId)
    expect((await stranger('GET', `${congress}/${pages}`)).status).toBe(404)
    expect((await stranger('GET', `${congress}/${pages}/1`)).status).toBe(404)
  })
})

describe('a paper for Word and a list for Excel', () => {
  const fetchAs = async (edition: string, kind = 'plan') =>
    (await signInAs(office, 'viewer', inside.unitId))('GET', `${congress}/papers/${kind}/${edition}`)

  test('the Word file says what was filled in, and is saved under its title', async () => {
    await fill({ number: '7', day: '2020-03-05', signer: 'Nguyễn Văn An' }, null)
    const { status, headers, bytes } = await fetchAs('docx?language=vi', 'programme')
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
    expect(headers['content-disposition']).toContain(
      'attachment; filename="chuong-trinh-hoi-nghi-dien-hinh-tien-tien-xa-hai-anh.docx"',
    )
    const { paragraphs } = readWord(bytes)
    expect(paragraphs.map((text) => text.replaceAll('\u00a0', ' '))).toEqual(
      expect.arrayContaining(['Số: 07/CTr-BTCHN', '07 giờ 30 - 07 giờ 40', 'Chào cờ', 'Nguyễn Văn An']),
    )
  })

  test('a letter over the sample list says in Word that it is none, and one that is real does not', async () => {
    const marksIn = ({ bytes }: { bytes: Uint8Array }) =>
      Object.values(readWord(bytes).files).filter((xml) => /<v:textpath [^>]*string="MẪU"/u.test(xml)).length
    expect(marksIn(await fetchAs('docx?sample=yes', 'invitation'))).toBeGreaterThan(0)
    expect(marksIn(await fetchAs('docx?sample=yes', 'programme'))).toBe(0)
  })

  test('the workbook holds the sample list where it is asked for', async () => {
    const { status, headers, bytes } = await fetchAs('xlsx?sample=yes', 'delegates-by-delegation')
    expect(status).toBe(200)
    expect(headers['content-disposition']).toContain('.xlsx')
    const { sheets } = await readWorkbook(bytes)
    expect(sheets[0]?.rows.length).toBeGreaterThan(4)
  })

  test('there is none of what a kind does not have, nor in a language that it does not have', async () => {
    const answers = await Promise.all([
      fetchAs('docx', 'badge'),
      fetchAs('docx', 'seating-chart'),
      fetchAs('docx?language=en'),
      fetchAs('docx', 'ballot'),
      fetchAs('xlsx'),
      fetchAs('xlsx', 'invitation'),
    ])
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404))
  })

  test('a letter for each of an empty list is nothing to write', async () => {
    expect(await fetchAs('docx', 'invitation')).toMatchObject({ status: 409, body: { code: 'nothing-to-print' } })
  })

  test('who may not see the congress gets neither', async () => {
    const stranger = await signInAs(office, 'viewer', outside.unitId)
    for (const edition of ['docx', 'xlsx'])
      expect((await stranger('GET', `${congress}/papers/decision-committee/${edition}`)).status).toBe(404)
  })

  test('the state of a paper tells whether it has tables', async () => {
    const withTables = (await papers()).filter(({ hasTables }) => hasTables).map(({ kind }) => kind)
    expect(withTables).toContain('delegate-report')
    expect(withTables).not.toContain('plan')
  })
})

describe('the table of a road as PDF', () => {
  const road = (query = '') => `/api/cycles/${inside.ids['cycle'] ?? ''}/road.pdf${query}`

  test('holds the congresses of the road, or of one level', async () => {
    const { status, pages } = await fetchPdf(road(), inside.unitId)
    expect(status).toBe(200)
    expect(wordsOf(pages)).toContain('(Tính đến ngày 22/6/2020: 1 hội nghị, đại hội)')
    const level = await fetchPdf(road(`?levelId=${inside.ids['level'] ?? ''}&language=en`), inside.unitId)
    expect(level.pages.flatMap(linesOf).slice(0, 3)).toEqual([
      'Page 1/1',
      'LIST OF CONFERENCES AND CONGRESSES',
      'Grassroots',
    ])
    const empty = await fetchPdf(road('?levelId=&language=vi'), inside.unitId)
    expect(empty.status).toBe(200)
  })

  test('shows an account only the congresses that it may see', async () => {
    const administrator = await signInAs(office, 'administrator', null)
    const unit = (await administrator('POST', '/api/units', aUnit({ name: 'Xã Xuân Vinh', parentId: outside.unitId })))
      .body
    const place = {
      cycleId: inside.ids['cycle'] ?? '',
      levelId: inside.ids['level'] ?? '',
      unitId: (unit as { id: string }).id,
    }
    const made = await administrator('POST', '/api/congresses', aCongress(place, { title: 'Hội nghị xã Xuân Vinh' }))
    expect(made.status).toBe(200)
    const seenBy = async (unitId: string | null) =>
      wordsOf((await fetchPdf(road(), unitId)).pages).match(/Xã (Xuân Vinh|của Huyện Hải Hậu)/g)
    expect(await seenBy(null)).toEqual(['Xã của Huyện Hải Hậu', 'Xã Xuân Vinh'])
    expect(await seenBy(inside.unitId)).toEqual(['Xã của Huyện Hải Hậu'])
    expect(await seenBy(outside.unitId)).toEqual(['Xã Xuân Vinh'])
  })

  test('holds what the filters of the screen keep, units by code, and refuses a filter that is none', async () => {
    const administrator = await signInAs(office, 'administrator', null)
    const hold = async (name: string, code: string, dateFrom: string, block: string) => {
      const made = await administrator('POST', '/api/units', aUnit({ name, code, block, parentId: inside.unitId }))
      const place = {
        cycleId: inside.ids['cycle'] ?? '',
        levelId: inside.ids['level'] ?? '',
        unitId: (made.body as { id: string }).id,
      }
      const isPilot = block !== ''
      const values = { title: `Hội nghị ${name}`, dateFrom, dateTo: dateFrom, isPilot, venueId: null, postIds: [] }
      expect((await administrator('POST', '/api/congresses', aCongress(place, values))).status).toBe(200)
    }
    await hold('Xã Hải Hưng', '13976', '2020-03-11', 'Cụm ven biển')
    await hold('Xã Hải Anh', '13957', '2020-03-17', 'Cụm ven biển')
    await hold('Xã Hải Lý', '13969', '2020-09-22', '')
    const printed = async (query: string) => {
      const { status, pages } = await fetchPdf(road(`?${new URLSearchParams(query).toString()}`), inside.unitId)
      expect(status).toBe(200)
      return wordsOf(pages)
    }
    const unitsOf = async (query: string) => [
      ...new Set((await printed(query)).match(/(?<!nghị )Xã Hải (Anh|Hưng|Lý)/g)),
    ]
    expect(await unitsOf('')).toEqual(['Xã Hải Anh', 'Xã Hải Lý', 'Xã Hải Hưng'])
    expect(await unitsOf('block=Cụm ven biển')).toEqual(['Xã Hải Anh', 'Xã Hải Hưng'])
    expect(await unitsOf('block=Cụm ven biển&text=hung')).toEqual(['Xã Hải Hưng'])
    expect(await unitsOf('pilots=yes&state=planned')).toEqual(['Xã Hải Anh', 'Xã Hải Hưng'])
    expect(await unitsOf('conflicts=yes&text=hai ly')).toEqual(['Xã Hải Lý'])
    expect(await unitsOf('state=held')).toEqual([])
    expect(await unitsOf(`upperId=${inside.ids['congress'] ?? ''}`)).toEqual([])
    expect(await printed('block=Cụm ven biển&text=hung')).toContain('Lọc: Cụm ven biển; tìm “hung” (Tính đến')
    const refused = ['state=x', 'conflicts=1', 'pilots=no', 'upperId=x', `text=${'a'.repeat(201)}`]
    for (const query of refused) expect((await who('GET', road(`?${query}`))).status).toBe(400)
    expect((await who('GET', road(`?upperId=${outside.ids['congress'] ?? ''}`))).status).toBe(404)
  })

  test('is not there for who is not signed in, nor for a level of another road', async () => {
    expect((await browser(office, null)('GET', road())).status).toBe(401)
    expect((await who('GET', road(`?levelId=${outside.ids['level'] ?? ''}`))).status).toBe(404)
    expect((await who('GET', road('?levelId=x'))).status).toBe(400)
  })
})

describe('the summary of a road as PDF', () => {
  const summary = (query = '') => `/api/cycles/${inside.ids['cycle'] ?? ''}/summary.pdf${query}`

  test('is one page with the numbers of the road, in both editions', async () => {
    const { status, headers, pages } = await fetchPdf(summary(), inside.unitId)
    expect([status, headers['content-type'], pages.length]).toEqual([200, 'application/pdf', 1])
    expect(wordsOf(pages)).toContain('hội nghị, đại hội (')
    const english = await fetchPdf(summary('?language=en'), inside.unitId)
    expect([english.status, english.pages.length]).toEqual([200, 1])
    expect(wordsOf(english.pages)).toContain('conferences and congresses held (')
  })

  test('is signed with what the address says, once and nowhere kept', async () => {
    const asked = {
      number: '7',
      day: '2020-06-22',
      capacity: 'KT. Trưởng ban\nPhó Trưởng ban',
      post: 'Phó Chủ tịch UBND tỉnh',
    }
    const query = new URLSearchParams({ ...asked, signer: 'Trần Lê Đoài' })
    const { pages } = await fetchPdf(summary(`?${String(query)}`), inside.unitId)
    const text = wordsOf(pages)
    expect(pages).toHaveLength(1)
    expect(text).toContain('Số: 07/BC-BTCĐH')
    expect(text).toContain('ngày 22 tháng 6 năm 2020')
    expect(text).toContain('KT. TRƯỞNG BAN PHÓ TRƯỞNG BAN PHÓ CHỦ TỊCH UBND TỈNH Trần Lê Đoài')
    expect(wordsOf((await fetchPdf(summary(), inside.unitId)).pages)).not.toContain('Trần Lê Đoài')
  })

  test.each(['day=2020-02-30', 'day=22/6/2020', `signer=${'x'.repeat(121)}`, 'stamp=yes'])(
    'is not printed with %s',
    async (query) => {
      expect(await who('GET', summary(`?${query}`))).toMatchObject({ status: 400, body: { code: 'invalid' } })
    },
  )

  test('is not there for a unit that holds no congress of the road', async () => {
    const viewer = await signInAs(office, 'viewer', outside.unitId)
    expect((await viewer('GET', summary())).status).toBe(404)
  })
})

describe('the table of results as PDF', () => {
  const table = (query = '') => `/api/cycles/${inside.ids['cycle'] ?? ''}/results.pdf${query}`

  test('reads as the sums of the page, in both editions, and says what its columns mean', async () => {
    const admin = await signInAs(office, 'administrator', null)
    const { levelId } = (await admin('GET', congress)).body as { levelId: string }
    const extra = { cycleId: inside.ids['cycle'] ?? '', levelId, unitId: inside.unitId }
    expect((await admin('POST', '/api/congresses', aCongress(extra))).status).toBe(200)
    const { sums } = (await admin('GET', `/api/cycles/${extra.cycleId}/results`)).body as CycleResults
    const { status, headers, pages } = await fetchPdf(table(), inside.unitId)
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'application/pdf',
      'private, no-cache',
    ])
    const { total, held, reported, withoutFigures, late, heldLate, postponed } = sums.road
    const share = new Intl.NumberFormat('vi', { style: 'percent', maximumFractionDigits: 1 }).format(held / total)
    const row = [total, held, share, reported, withoutFigures, late, heldLate, postponed].join(' ')
    expect(wordsOf(pages)).toContain(`Toàn lộ trình ${row}`)
    expect(wordsOf(pages)).toContain('Chưa có số liệu: đã tổ chức mà chưa có số nào')
    const english = wordsOf((await fetchPdf(table('?language=en'), inside.unitId)).pages)
    expect(english).toContain('RESULTS OF CONFERENCES AND CONGRESSES')
    expect(english).toContain('No figures: held, and no number')
    expect((await who('GET', table('?language=fr'))).status).toBe(400)
  })

  test('adds up only what the account may see, and is not there where that is nothing', async () => {
    const whole = wordsOf((await fetchPdf(table(), null)).pages)
    expect(whole).toContain('Toàn lộ trình')
    const viewer = await signInAs(office, 'viewer', outside.unitId)
    expect((await viewer('GET', table())).status).toBe(404)
    expect((await browser(office, null)('GET', table())).status).toBe(401)
  })
})
