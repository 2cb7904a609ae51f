import { eq } from 'drizzle-orm'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sampleRows } from '../../../server/documents/samples.ts'
import { readTemplate } from '../../../server/documents/templates.ts'
import { readWorkbook } from '../../../server/exchange/reading/read-workbook.ts'
import { newId } from '../../../server/office.ts'
import { fetchPrint } from '../../../server/prints/actions.ts'
import { openDesk } from '../../../server/prints/desk.ts'
import type { PrintHistory, PrintJob, PrintOrder, PrintPlan, PrintRows } from '../../../server/prints/schema.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { printOf } from '../../support/prints.ts'
import { buildSubtrees, type Subtree } from '../../support/subtrees.ts'
import { readPdf, wordsOf } from '../documents/read-pdf.ts'
import { readWord } from '../documents/read-word.ts'

let office: TestOffice
let inside: Subtree
let outside: Subtree
let who: Browser
let congressId: string
let congress: string
beforeEach(async () => {
  office = await openOffice()
  ;({ inside, outside } = await buildSubtrees(office))
  who = await signInAs(office, 'secretariat', inside.unitId)
  congressId = inside.ids['congress'] ?? ''
  congress = `/api/congresses/${congressId}`
})
afterEach(() => office.close())

const order = (values: Partial<PrintOrder> = {}) => printOf({ kind: 'badge', ...values })

/** Puts delegates on the list of the congress, called by these names; gives the ids of their rows. */
const listDelegates = async (names: readonly string[]): Promise<string[]> => {
  const [sample] = sampleRows((await readTemplate('badge')).columns)
  const rows = names.map((name, position) => ({
    id: newId(),
    congressId,
    list: 'delegates',
    position,
    values: { ...sample?.values, name },
    version: 1,
  }))
  await office.db.write(async (tx) => {
    for (let start = 0; start < rows.length; start += 200) {
      await tx.insert(tx.tables.listRows).values(rows.slice(start, start + 200))
    }
  })
  return rows.map(({ id }) => id)
}

const rename = async (id: string, name: string): Promise<void> => {
  const { listRows } = office.db.read.tables
  const [row] = await office.db.read.select().from(listRows).where(eq(listRows.id, id))
  await office.db.write(async (tx) => {
    await tx
      .update(tx.tables.listRows)
      .set({ values: { ...row?.values, name } })
      .where(eq(tx.tables.listRows.id, id))
  })
}

const ended = async (): Promise<PrintJob> => {
  for (;;) {
    const job = (await who('GET', `${congress}/print-job`)).body as PrintJob
    if (job.state !== 'drawing') return job
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
const print = async (values: Partial<PrintOrder> = {}): Promise<NonNullable<PrintJob['print']>> => {
  const started = await who('POST', `${congress}/prints`, order(values))
  expect(started.status).toBe(200)
  const job = await ended()
  expect(job).toMatchObject({ state: 'done', fault: null })
  if (!job.print) throw new Error('nothing was printed')
  return job.print
}
const plan = async (values: Partial<PrintOrder> = {}) =>
  (await who('POST', `${congress}/print-plan`, order(values))).body as PrintPlan
const history = async () => (await who('GET', `${congress}/prints`)).body as PrintHistory
const fetched = async (path: string): Promise<Buffer> => {
  const answer = await who('GET', path)
  expect(answer.status).toBe(200)
  return answer.bytes
}
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
    const { listRows } = office.db.read.tables
    await office.db.write(async (tx) => {
      await tx.delete(tx.tables.listRows).where(eq(listRows.id, first))
    })
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

describe('large papers', () => {
  const listSeats = () =>
    office.db.write(async (tx) => {
      const values = { seat: 'A1', x: '0', y: '0', name: 'Nguyễn Văn An', delegation: 'Đoàn huyện Hải Hậu' }
      await tx
        .insert(tx.tables.listRows)
        .values({ id: newId(), congressId, list: 'seats', position: 0, values, version: 1 })
    })
  const chart = (values: Partial<PrintOrder>) => ({ kind: 'seating-chart', ...values })

  test('are printed in the size that is chosen, or on A4 sheets, and go on after a jam', async () => {
    await listSeats()
    expect(await plan(chart({ sheet: 'a1' }))).toMatchObject({ documents: 1, pages: 1 })
    expect(await plan(chart({ sheet: 'a1-tiles' }))).toMatchObject({ documents: 1, pages: 16, sheets: 16 })
    expect(await plan(chart({ sheet: 'a1-tiles', fromSheet: 15 }))).toMatchObject({ pages: 2 })
    const made = await print(chart({ sheet: 'a3-tiles', copies: 2 }))
    expect(made).toMatchObject({ kind: 'seating-chart', pages: 9 })
    expect(
      (await pagesOf(await fetched(`/api/prints/${made.id}/pdf`))).map(({ width, height }) =>
        Math.round(width + height),
      ),
    ).toEqual(Array.from({ length: 9 }, () => Math.round(((210 + 297) / 25.4) * 72)))
    const rest = await print(chart({ sheet: 'a3-tiles', fromSheet: 5 }))
    expect(rest.pages).toBe(1)
    // What lies on the table is the same chart, on whatever paper.
    expect((await history()).changes).toMatchObject([{ kind: 'seating-chart', changed: 0, added: 0 }])
  })

  test('are no larger than they may be, and small ones have their own size alone', async () => {
    await listSeats()
    const before = (await history()).prints
    for (const [kind, sheet] of [
      ['programme-poster', 'a1'],
      ['badge', 'a3-tiles'],
    ] as const) {
      const answer = await who('POST', `${congress}/prints`, order({ kind, sheet }))
      expect(answer).toMatchObject({ status: 400, body: { details: [{ field: 'sheet', rule: 'not-a-choice' }] } })
    }
    expect((await history()).prints).toEqual(before)
    expect(await who('GET', `${congress}/papers/programme/pdf?sheet=a3`)).toMatchObject({ status: 400 })
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

describe('a package', () => {
  const unpacked = async () => {
    await who('POST', `${congress}/package`, { language: 'vi' })
    const { packageId } = await ended()
    const path = `/api/print-packages/${packageId ?? ''}/zip`
    return { path, files: unzipSync(await fetched(path)) }
  }

  test('is every paper that has something on it, in order, as PDF, for Word and its lists for Excel', async () => {
    await listDelegates(people)
    const { files } = await unpacked()
    const names = Object.keys(files)
    const inFolder = (folder: string) => names.filter((name) => name.startsWith(`${folder}/`))
    const numbers = inFolder('PDF').map((name) => Number(name.slice(4, 6)))
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
    expect(names.join('\n')).toMatch(/PDF\/\d\d Chương trình\.pdf/)
    expect(names.join('\n')).toMatch(/PDF\/\d\d Thẻ đại biểu\.pdf/)
    // A badge is no text; nobody is on the list of honours.
    expect(names.join('\n')).not.toMatch(/Thẻ đại biểu\.docx|khen thưởng theo đợt/i)
    const paragraphs = readWord(
      Buffer.from(files[names.find((name) => name.endsWith(' Chương trình.docx')) ?? ''] ?? []),
    )
    expect(paragraphs.paragraphs.join(' ')).toContain('Chào cờ')
    const list = names.find((name) => /Excel\/\d\d Danh sách đại biểu.*\.xlsx/.test(name)) ?? ''
    const workbook = await readWorkbook(Buffer.from(files[list] ?? []))
    expect(JSON.stringify(workbook)).toContain('Nguyễn Văn An')
    expect((await history()).changes.find(({ kind }) => kind === 'badge')).toMatchObject({ changed: 0, added: 0 })
  })

  test('has an index that leads to each file without a network, and runs nothing', async () => {
    await listDelegates(people)
    const { files } = await unpacked()
    const index = strFromU8(files['00 Mục lục.html'] ?? new Uint8Array())
    const links = [...index.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => decodeURIComponent(href))
    expect(links.sort()).toEqual(
      Object.keys(files)
        .filter((name) => name.includes('/'))
        .sort(),
    )
    expect(index).not.toMatch(/<script|https?:|src=/)
    expect(index).toContain('Chương trình')
  })

  test('is the same again from what was kept, whatever changed since', async () => {
    const ids = await listDelegates(people)
    const { path, files } = await unpacked()
    await rename(ids[0] ?? '', 'Phạm Văn Đổi')
    expect(Object.entries(unzipSync(await fetched(path)))).toEqual(Object.entries(files))
  })
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
    expect((await who('PUT', url, { printers })).body).toEqual({ printers })
    expect((await who('GET', url)).body).toEqual({ printers })
    expect((await who('PUT', url, { printers: [printers[0], printers[0]] })).status).toBe(400)
    expect((await who('GET', url)).body).toEqual({ printers })
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
    expect(text.normalize('NFC')).toContain('ngang 1,5 mm, dọc -0,5 mm')
  })
})
