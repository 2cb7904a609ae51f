import { unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fetchPrint } from '../../../server/prints/actions.ts'
import { openDesk } from '../../../server/prints/desk.ts'
import type { Printers, PrintJob, PrintOrder, PrintRows } from '../../../server/prints/schema.ts'
import { changeOnList, takeOffList } from '../../support/delegates.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { listDelegates as listOf, printOf, printingAs } from '../../support/prints.ts'
import { buildDistricts, type Subtree } from '../../support/districts.ts'
import { readPdf, wordsOf } from '../documents/read-pdf.ts'

let office: TestOffice
let inside: Subtree
let outside: Subtree
let who: Browser
let congressId: string
let congress: string
beforeEach(async () => {
  office = await openOffice()
  ;({ inside, outside } = await buildDistricts(office))
  who = await signInAs(office, 'secretariat', inside.unitId)
  congressId = inside.ids['congress'] ?? ''
  congress = `/api/congresses/${congressId}`
  printing = printingAs(who, congressId)
})
afterEach(() => office.close())

const order = (values: Partial<PrintOrder> = {}) => printOf({ kind: 'badge', ...values })

const listDelegates = (names: readonly string[]) => listOf(office, congressId, names)

const rename = (id: string, name: string) => changeOnList(office, congressId, id, { name })

let printing: ReturnType<typeof printingAs>
const ended = () => printing.ended()
const print = (values?: Partial<PrintOrder>) => printing.print(values)
const plan = (values?: Partial<PrintOrder>) => printing.plan(values)
const history = () => printing.history()
const fetched = (path: string) => printing.fetched(path)
const pagesOf = async (bytes: Uint8Array) => (await readPdf(Buffer.from(bytes))).pages
const textOf = async (id: string): Promise<string> =>
  wordsOf(await pagesOf(await fetched(`/api/prints/${id}/pdf`))).normalize('NFC')
const people = ['Nguyễn Văn An', 'Trần Thị Bình', 'Lê Văn Cường']

describe('a print', () => {
  test('is made again byte for byte from what was kept, whatever changed since', async () => {
    const [first = ''] = await listDelegates(people)
    const { id } = await print()
    const before = await fetched(`/api/prints/${id}/pdf`)
    await rename(first, 'Phạm Văn Dũng')
    // Later, by a program that was started anew: nothing but the snapshot is there.
    const later = { ...office, now: () => new Date('2021-01-01T00:00:00.000Z') }
    const again = await fetchPrint(later, openDesk(), id)
    expect(again.pdf.equals(before)).toBe(true)
    expect(await textOf(id)).toContain('Nguyễn Văn An')
    expect(await textOf((await print()).id)).toContain('Phạm Văn Dũng')
  })

  test('can be read aloud where that is asked for, and is not tagged where not', async () => {
    await listDelegates(people)
    const isTagged = async (values: Partial<PrintOrder>) => {
      const bytes = await fetched(`/api/prints/${(await print(values)).id}/pdf`)
      return Buffer.from(bytes).toString('latin1').includes('/StructTreeRoot')
    }
    expect([await isTagged({ isTagged: true }), await isTagged({})]).toEqual([true, false])
  })

  test('stands in the history with who printed what, and how much', async () => {
    await listDelegates(people)
    await print({ copies: 2 })
    expect((await history()).prints[0]).toMatchObject({
      kind: 'badge',
      language: 'vi',
      accountName: 'secretariat for a test',
      at: '2020-06-22T02:00:00.000Z',
      documents: 6,
      copies: 2,
      pages: 1,
      sheets: 1,
      cuts: [],
    })
    const acts = (await who('GET', `/api/acts?congressId=${congressId}`)).body as { acts: { action: string }[] }
    expect(acts.acts[0]).toMatchObject({ action: 'paper-printed' })
  })

  test('tells which names found no room on their card', async () => {
    const long = 'Nguyễn '.repeat(60).trim()
    await listDelegates(['Trần Thị Bình', long])
    expect((await print()).cuts).toEqual([{ name: long.slice(0, 400), text: long }])
  })

  test('of the only paper of its kind has as many copies as are wanted', async () => {
    const { pages } = await print({ kind: 'programme' })
    expect((await print({ kind: 'programme', copies: 3 })).pages).toBe(pages * 3)
  })
})

describe('what changed since the last print', () => {
  test('is one card after one name changed, and only that is printed', async () => {
    const [, second = ''] = await listDelegates(people)
    await print()
    expect((await history()).changes).toEqual([
      {
        kind: 'badge',
        language: 'vi',
        printedAt: '2020-06-22T02:00:00.000Z',
        changed: 0,
        numbered: 0,
        added: 0,
        removed: [],
      },
    ])
    await rename(second, 'Trần Thị Bích')
    expect((await history()).changes).toMatchObject([{ kind: 'badge', changed: 1, added: 0, removed: [] }])
    expect(await plan({ which: 'changed' })).toMatchObject({ documents: 1, sheets: 1, left: 7 })
    const printed = await print({ which: 'changed' })
    const text = await textOf(printed.id)
    expect(text).toContain('Trần Thị Bích')
    expect(text).not.toContain('Nguyễn Văn An')
    expect((await history()).changes).toMatchObject([{ changed: 0 }])
    expect((await who('POST', `${congress}/prints`, order({ which: 'changed' }))).body).toMatchObject({
      code: 'nothing-changed',
    })
  })

  test('names who was added and who is no longer there', async () => {
    const [first = ''] = await listDelegates(people)
    await print()
    await takeOffList(office, congressId, first)
    await listDelegates(['Vũ Thị Giang'])
    expect((await history()).changes).toMatchObject([{ added: 1, removed: ['Nguyễn Văn An'] }])
    const { rows, removed } = (await who('GET', `${congress}/papers/badge/rows`)).body as PrintRows
    expect(rows.map(({ name, state }) => [name, state])).toContainEqual(['Vũ Thị Giang', 'new'])
    expect(removed).toEqual(['Nguyễn Văn An'])
    await print({ which: 'changed' })
    expect((await history()).changes).toMatchObject([{ changed: 0, added: 0, removed: [] }])
  })

  test('counts by language: what lies printed in Vietnamese is new in English', async () => {
    await listDelegates(people)
    await print()
    expect(await plan({ which: 'changed', language: 'en' })).toMatchObject({ documents: 3 })
  })
})

describe('sheets', () => {
  test('begin at any place, and go on after a jam with what did not come out', async () => {
    await listDelegates(Array.from({ length: 12 }, (_, index) => `Người thứ ${String(index + 1).padStart(2, '0')}`))
    expect(await plan()).toMatchObject({ documents: 12, sheets: 2, perSheet: 8, left: 4 })
    expect(await plan({ skipped: 5 })).toMatchObject({ sheets: 3, left: 7 })
    expect(await who('POST', `${congress}/print-plan`, order({ skipped: 8 }))).toMatchObject({
      status: 409,
      body: { code: 'place-beyond', details: { limit: 8 } },
    })
    const { id, sheets } = await print({ skipped: 5, fromSheet: 2 })
    expect(sheets).toBe(2)
    const text = await textOf(id)
    expect(text).not.toContain('Người thứ 03')
    expect(text).toContain('Người thứ 04')
    expect(text).toContain('Người thứ 12')
  })

  test('of letters go on with a page', async () => {
    await listDelegates(people)
    const { id, pages } = await print({ kind: 'invitation', fromSheet: 3 })
    expect(pages).toBe((await plan({ kind: 'invitation' })).pages - 2)
    expect(await textOf(id)).not.toContain('Nguyễn Văn An')
  })

  test('are refused where the print has fewer', async () => {
    await listDelegates(people)
    for (const kind of ['badge', 'invitation']) {
      expect(await who('POST', `${congress}/prints`, order({ kind, fromSheet: 99 }))).toMatchObject({
        status: 409,
        body: { code: 'sheet-beyond' },
      })
    }
    expect((await history()).prints.filter(({ kind }) => kind !== 'programme')).toEqual([])
  })
})

test('spare cards and letters bear no name, and are printed alone too', async () => {
  await listDelegates(people)
  expect(await plan({ spare: 4 })).toMatchObject({ documents: 7 })
  const { id } = await print({ kind: 'invitation', spare: 2 })
  const pages = await pagesOf(await fetched(`/api/prints/${id}/pdf`))
  expect(pages).toHaveLength((await plan({ kind: 'invitation' })).pages + 2)
  expect(wordsOf(pages.slice(-2))).not.toMatch(/Nguyễn Văn An|Lê Văn Cường/)
  expect(await print({ which: 'rows', spare: 8 })).toMatchObject({ documents: 8, sheets: 1 })
  // A programme is one for all: it has no spare.
  expect(await plan({ kind: 'programme', spare: 5 })).toMatchObject({ documents: 1 })
})

test('a zip holds each card by itself under a name that Windows keeps', async () => {
  await listDelegates(['Nguyễn Văn An', 'Ban: "A/B"?'])
  const { id } = await print({ skipped: 3 })
  const files = unzipSync(await fetched(`/api/prints/${id}/zip`))
  expect(Object.keys(files)).toEqual(['001 Nguyễn Văn An.pdf', '002 Ban A B.pdf'])
  const [first] = Object.values(files)
  expect(wordsOf(await pagesOf(first ?? new Uint8Array())).normalize('NFC')).toContain('Nguyễn Văn An')
})

describe('a long print', () => {
  const many = Array.from({ length: 2000 }, (_, index) => `Nguyễn Văn ${String(index)}`)

  test('of 2,000 letters tells how far it is while others are served', async () => {
    await listDelegates(many)
    const started = (await who('POST', `${congress}/prints`, order({ kind: 'invitation' }))).body as PrintJob
    expect(started).toMatchObject({ state: 'drawing', done: 0 })
    expect(started.all).toBeGreaterThanOrEqual(2000)
    expect((await who('POST', `${congress}/prints`, order())).body).toMatchObject({ code: 'print-running' })
    expect(await ended()).toMatchObject({ state: 'done', print: { documents: 2000 } })
  })

  test('is stopped, and leaves nothing', async () => {
    await listDelegates(many)
    await who('POST', `${congress}/prints`, order({ kind: 'invitation' }))
    const stopped = await who('POST', `${congress}/print-job/stop`)
    expect(stopped.body).toMatchObject({ state: 'stopped', print: null })
    const { prints, changes } = await history()
    expect(prints.filter(({ kind }) => kind === 'invitation')).toEqual([])
    expect(changes).toEqual([])
  })

  test('that finds the disk full says so, and leaves nothing', async () => {
    await listDelegates(people)
    const write = office.db.write
    office.db.write = () => Promise.reject(Object.assign(new Error('full'), { code: 'SQLITE_FULL' }))
    await who('POST', `${congress}/prints`, order())
    const job = await ended()
    office.db.write = write
    expect(job).toMatchObject({ state: 'failed', fault: 'disk-full', print: null })
    expect((await history()).changes).toEqual([])
  })

  test('of more than may be is refused before it begins', async () => {
    await listDelegates(many)
    expect(await who('POST', `${congress}/prints`, order({ copies: 50 }))).toMatchObject({
      status: 409,
      body: { code: 'print-too-large' },
    })
  })
})

describe('who may print', () => {
  test('a viewer looks at prints and makes none; of another unit there is nothing', async () => {
    await listDelegates(people)
    const { id } = await print()
    const viewer = await signInAs(office, 'viewer', inside.unitId)
    expect((await viewer('GET', `/api/prints/${id}/pdf`)).status).toBe(200)
    expect((await viewer('POST', `${congress}/prints`, order())).status).toBe(403)
    const stranger = await signInAs(office, 'administrator', outside.unitId)
    for (const path of [`/api/prints/${id}/pdf`, `/api/prints/${id}/zip`, `${congress}/prints`]) {
      expect((await stranger('GET', path)).status).toBe(404)
    }
    expect((await stranger('POST', `${congress}/prints`, order())).status).toBe(404)
  })

  test('an empty list, a kind that there is not, and blanks of a letter are refused', async () => {
    const refusedAs = async (values: Partial<PrintOrder>) => {
      const { status, body } = await who('POST', `${congress}/prints`, order(values))
      return [status, (body as { code: string }).code]
    }
    expect(await refusedAs({})).toEqual([409, 'nothing-to-print'])
    expect(await refusedAs({ kind: 'ballot' })).toEqual([404, 'not-found'])
    expect(await refusedAs({ kind: 'programme', overprint: { x: 0, y: 0 } })).toEqual([400, 'invalid'])
    expect(await refusedAs({ copies: 0 })).toEqual([400, 'invalid'])
  })
})

describe('printers of a unit', () => {
  test('are kept with what they are off by, each name once', async () => {
    const url = `${congress}/printers`
    const printers = [
      { name: 'Máy in phòng TCHC', x: 1.5, y: -0.5 },
      { name: 'Máy in văn thư', x: 0, y: 0.25 },
    ]
    expect((await who('GET', url)).body).toEqual({ printers: [], version: 0 })
    expect((await who('PUT', url, { printers, version: 0 })).body).toEqual({ printers, version: 1 })
    expect((await who('GET', url)).body).toEqual({ printers, version: 1 })
    expect((await who('PUT', url, { printers: [printers[0], printers[0]], version: 1 })).status).toBe(400)
    expect((await who('GET', url)).body).toEqual({ printers, version: 1 })
  })

  test('that a colleague changed meanwhile are not overwritten: the second is shown them as they stand', async () => {
    const url = `${congress}/printers`
    const [mine, theirs] = [[{ name: 'Máy in A', x: 1, y: 0 }], [{ name: 'Máy in B', x: 0, y: 2 }]]
    const colleague = await signInAs(office, 'secretariat', inside.unitId)
    const both = await Promise.all([
      who('PUT', url, { printers: mine, version: 0 }),
      colleague('PUT', url, { printers: theirs, version: 0 }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const kept = (await who('GET', url)).body
    const refused = both.find(({ status }) => status === 409)
    expect(refused?.body).toMatchObject({ code: 'stale', details: { current: kept } })
    const { status, actId } = await who('PUT', url, { printers: [...mine, ...theirs], version: 1 })
    expect([status, (await who('PUT', url, { printers: [], version: 1 })).status]).toEqual([200, 409])
    expect((await who('POST', `/api/acts/${actId ?? ''}/undo`)).status).toBe(204)
    expect((await who('GET', url)).body).toMatchObject({ printers: (kept as Printers).printers, version: 3 })
  })

  test('move what is printed on blanks, without what the blanks bear', async () => {
    await listDelegates(people)
    const { id } = await print({ overprint: { x: 1.5, y: -0.5 } })
    const [moved] = await pagesOf(await fetched(`/api/prints/${id}/pdf`))
    const [plain] = await pagesOf(await fetched(`/api/prints/${(await print()).id}/pdf`))
    expect(wordsOf(moved ? [moved] : [])).toContain('Nguyễn Văn An')
    expect(wordsOf(moved ? [moved] : [])).not.toContain('BAN TỔ CHỨC')
    expect(plain).not.toEqual(moved)
  })

  test('have a test sheet', async () => {
    const text = wordsOf(await pagesOf(await fetched('/api/printer-test?x=1.5&y=-0.5')))
    expect(text.normalize('NFC')).toContain('ngang 1,5 mm, dọc −0,5 mm')
  })
})
