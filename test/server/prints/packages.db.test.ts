import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readWorkbook } from '../../../server/exchange/reading/read-workbook.ts'
import { newId } from '../../../server/office.ts'
import type { PaperList } from '../../../server/documents/schema.ts'
import type { PackagePlan, PrintOrder } from '../../../server/prints/schema.ts'
import { changeOnList } from '../../support/delegates.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { listDelegates, printOf, printingAs } from '../../support/prints.ts'
import { buildDistricts } from '../../support/districts.ts'
import { readPdf } from '../documents/read-pdf.ts'
import { readWord } from '../documents/read-word.ts'

let office: TestOffice
let who: Browser
let congressId: string
let unitId: string
let congress: string
let printing: ReturnType<typeof printingAs>
beforeEach(async () => {
  office = await openOffice()
  const { inside } = await buildDistricts(office)
  who = await signInAs(office, 'secretariat', inside.unitId)
  congressId = inside.ids['congress'] ?? ''
  unitId = inside.unitId
  congress = `/api/congresses/${congressId}`
  printing = printingAs(who, congressId)
})
afterEach(() => office.close())

const people = ['Nguyễn Văn An', 'Trần Thị Bình', 'Lê Văn Cường']

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
    expect(await printing.plan(chart({ sheet: 'a1' }))).toMatchObject({ documents: 1, pages: 1 })
    expect(await printing.plan(chart({ sheet: 'a1-tiles' }))).toMatchObject({ documents: 1, pages: 16, sheets: 16 })
    expect(await printing.plan(chart({ sheet: 'a1-tiles', fromSheet: 15 }))).toMatchObject({ pages: 2 })
    const made = await printing.print(chart({ sheet: 'a3-tiles', copies: 2 }))
    expect(made).toMatchObject({ kind: 'seating-chart', pages: 9 })
    expect(
      (await readPdf(await printing.fetched(`/api/prints/${made.id}/pdf`))).pages.map(({ width, height }) =>
        Math.round(width + height),
      ),
    ).toEqual(Array.from({ length: 9 }, () => Math.round(((210 + 297) / 25.4) * 72)))
    const rest = await printing.print(chart({ sheet: 'a3-tiles', fromSheet: 5 }))
    expect(rest.pages).toBe(1)
    // What lies on the table is the same chart, on whatever paper.
    expect((await printing.history()).changes).toMatchObject([{ kind: 'seating-chart', changed: 0, added: 0 }])
  })

  test('are no larger than they may be, and small ones have their own size alone', async () => {
    await listSeats()
    const before = (await printing.history()).prints
    for (const [kind, sheet] of [
      ['programme-poster', 'a1'],
      ['badge', 'a3-tiles'],
    ] as const) {
      const answer = await who('POST', `${congress}/prints`, printOf({ kind, sheet }))
      expect(answer).toMatchObject({ status: 400, body: { details: [{ field: 'sheet', rule: 'not-a-choice' }] } })
    }
    expect((await printing.history()).prints).toEqual(before)
    expect(await who('GET', `${congress}/papers/programme/pdf?sheet=a3`)).toMatchObject({ status: 400 })
  })
})

describe('a package', () => {
  const unpacked = async () => {
    await who('POST', `${congress}/package`, { language: 'vi' })
    const { packageId } = await printing.ended()
    const path = `/api/print-packages/${packageId ?? ''}/zip`
    return { path, files: unzipSync(await printing.fetched(path)) }
  }

  test('is every paper that has something on it, in order, as PDF, for Word and its lists for Excel', async () => {
    await listDelegates(office, congressId, people)
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
    expect((await printing.history()).changes.find(({ kind }) => kind === 'badge')).toMatchObject({
      changed: 0,
      added: 0,
    })
  })

  test('has only what changed since it was printed, or only the papers that are chosen', async () => {
    const [first = ''] = await listDelegates(office, congressId, people)
    const plan = async (wanted: object) =>
      (await who('POST', `${congress}/package-plan`, { language: 'vi', ...wanted })).body as PackagePlan
    expect((await plan({ which: 'changed' })).papers).toEqual([])
    expect(await who('POST', `${congress}/package`, { language: 'vi', which: 'changed' })).toMatchObject({
      status: 409,
      body: { code: 'nothing-changed' },
    })
    const kinds = ['badge', 'programme']
    expect((await plan({ kinds })).papers.map(({ kind }) => kind).sort()).toEqual(kinds)
    await who('POST', `${congress}/package`, { language: 'vi', kinds })
    await printing.ended()
    await changeOnList(office, congressId, first, { name: 'Nguyễn Văn Ân' })
    expect((await plan({ which: 'changed' })).papers).toMatchObject([{ kind: 'badge', documents: 1 }])
    // In whichever language it lies printed: the package of the other one has it too.
    expect((await plan({ language: 'en', which: 'changed' })).papers).toMatchObject([{ kind: 'badge', language: 'vi' }])
    await who('POST', `${congress}/package`, { language: 'vi', which: 'changed' })
    const { packageId } = await printing.ended()
    const files = unzipSync(await printing.fetched(`/api/print-packages/${packageId ?? ''}/zip`))
    expect(Object.keys(files).filter((name) => name.startsWith('PDF/'))).toEqual(['PDF/01 Thẻ đại biểu.pdf'])
    expect((await plan({ which: 'changed' })).papers).toEqual([])
  })

  test('has an index that leads to each file without a network, and runs nothing', async () => {
    await listDelegates(office, congressId, people)
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

  /** A copy whose wording the program no longer understands, as after a new release. */
  const spoilTemplate = (kind: string) =>
    office.db.write(async (tx) => {
      const [id, now] = [newId(), office.now().toISOString()]
      const copy = { id, place: `${unitId} ${kind}`, kind, title: kind, unitId, levelId: null }
      await tx.insert(tx.tables.templateCopies).values({ ...copy, lastNumber: 1, inForce: 1, version: 1 })
      const files = { 'text.vi.md': '# GIẤY MỜI\n\n{{nobody}}\n' }
      const said = { files, isDraft: false, restored: null, shippedHash: '', note: '', accountName: '', at: now }
      await tx.insert(tx.tables.templateVersions).values({ id: newId(), copyId: id, number: 1, ...said, version: 1 })
    })

  test('tells before it is printed, and in its index, whose letters and texts are not printed as written and what is left out', async () => {
    const long = 'Nguyễn Thị Phương Thảo '.repeat(13).trim()
    await listDelegates(office, congressId, ['Nguyễn Văn An', 'Lê 🎉 Bình', long])
    await spoilTemplate('invitation')
    const { papers, leftOut } = (await who('POST', `${congress}/package-plan`, { language: 'vi' })).body as PackagePlan
    const badge = papers.find(({ kind }) => kind === 'badge')
    expect(badge).toMatchObject({ documents: 3, pages: 1 })
    expect(badge?.faults).toEqual([
      { name: 'Lê 🎉 Bình', text: '', letters: '🎉' },
      { name: long, text: long },
    ])
    expect(papers.map(({ kind }) => kind)).not.toContain('invitation')
    const at = { file: 'invitation/text.vi.md', line: 3 }
    expect(leftOut).toContainEqual({
      kind: 'invitation',
      titles: { vi: 'Giấy mời', en: 'Invitation' },
      why: 'faulty',
      at,
    })
    expect(leftOut.find(({ kind }) => kind === 'honours-by-batch')).toMatchObject({ why: 'empty', at: null })
    const { files } = await unpacked()
    const index = strFromU8(files['00 Mục lục.html'] ?? new Uint8Array())
    expect(index).toMatch(/Thẻ đại biểu: bản của Lê 🎉 Bình, không in được chữ 🎉/)
    expect(index).toContain(`bản của ${long}, chữ quá dài, đã cắt bớt: ${long}`)
    expect(index).toContain('Giấy mời: mẫu in có chỗ sai (invitation/text.vi.md, dòng 3)')
    expect(index).toMatch(/Danh sách khen thưởng[^<]*: danh sách còn trống/)
    // The others are looked at and printed as ever.
    const listed = (await who('GET', `${congress}/papers`)).body as PaperList
    expect(listed.faulty).toMatchObject([{ kind: 'invitation', ...at }])
    expect(listed.papers.length).toBeGreaterThan(papers.length)
    expect((await printing.history()).changes.map(({ kind }) => kind)).toContain('badge')
  })

  test('is the same again from what was kept, whatever changed since', async () => {
    const ids = await listDelegates(office, congressId, people)
    const { path, files } = await unpacked()
    await changeOnList(office, congressId, ids[0] ?? '', { name: 'Phạm Văn Đổi' })
    expect(Object.entries(unzipSync(await printing.fetched(path)))).toEqual(Object.entries(files))
  })
})

test('letters that no font has are told before the print, in the preview and after it', async () => {
  await listDelegates(office, congressId, ['Nguyễn Văn An', 'Lê 🎉 An'])
  const fault = { name: 'Lê 🎉 An', text: '', letters: '🎉' }
  expect((await printing.plan()).faults).toEqual([fault])
  expect((await who('GET', `${congress}/papers/badge/pages`)).body).toMatchObject({ faults: [fault] })
  expect((await printing.print()).cuts).toEqual([fault])
  expect((await printing.history()).prints[0]?.cuts).toEqual([fault])
})

test('spare ones are there for every kind of card with a name', async () => {
  await listDelegates(office, congressId, people)
  for (const kind of ['badge', 'invitation-card', 'reception-card', 'art-card', 'seat-card', 'table-tent']) {
    const [without, withSpare] = [await printing.plan({ kind }), await printing.plan({ kind, spare: 5 })]
    expect({ kind, more: withSpare.documents - without.documents }).toEqual({ kind, more: 5 })
  }
})

test('a print that found the disk full is made when there is room again', async () => {
  await listDelegates(office, congressId, people)
  const { write } = office.db
  office.db.write = () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))
  await who('POST', `${congress}/prints`, printOf({ kind: 'badge' }))
  expect(await printing.ended()).toMatchObject({ state: 'failed', fault: 'disk-full', print: null })
  office.db.write = write
  expect(await printing.print()).toMatchObject({ documents: people.length })
})
