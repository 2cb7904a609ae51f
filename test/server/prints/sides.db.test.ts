import { afterEach, beforeEach, expect, test } from 'vitest'
import { drawPrint } from '../../../server/prints/parts.ts'
import { findPrint } from '../../../server/prints/queries.ts'
import { unpackSnapshot } from '../../../server/prints/snapshot.ts'
import { buildDistricts } from '../../support/districts.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { listDelegates, printOf, printingAs } from '../../support/prints.ts'
import { readPdf, type PdfPage } from '../documents/read-pdf.ts'

let office: TestOffice
let who: Browser
let congressId: string
let congress: string
let printing: ReturnType<typeof printingAs>
beforeEach(async () => {
  office = await openOffice()
  const { inside } = await buildDistricts(office)
  who = await signInAs(office, 'secretariat', inside.unitId)
  congressId = inside.ids['congress'] ?? ''
  congress = `/api/congresses/${congressId}`
  printing = printingAs(who, congressId)
  // A sheet of eight, and one on the next.
  await listDelegates(
    office,
    congressId,
    Array.from({ length: 9 }, (_, at) => `Nguyễn Văn ${'ABCDEGHIK'[at] ?? ''}`),
  )
})
afterEach(() => office.close())

const pagesOf = async (id: string) => (await readPdf(await printing.fetched(`/api/prints/${id}/pdf`))).pages
const placesOf = (page: PdfPage | undefined, text: string) =>
  (page?.texts ?? [])
    .filter((each) => each.text.normalize('NFC').includes(text))
    .map(({ x, width }) => (x + width / 2 < (page?.width ?? 0) / 2 ? 'left' : 'right'))
const heading = 'CHƯƠNG TRÌNH, NỘI QUY'

test('badges are printed on both sides, the back behind its front when the sheet is turned over its long edge', async () => {
  expect(await printing.plan({ sides: 'both' })).toMatchObject({ documents: 9, sheets: 2, pages: 4, left: 7 })
  const made = await printing.print({ sides: 'both' })
  expect(made).toMatchObject({ sheets: 2, pages: 4 })
  const [, back, lastFront, lastBack] = await pagesOf(made.id)
  expect(placesOf(back, heading)).toHaveLength(8)
  expect(placesOf(lastFront, 'Nguyễn Văn')).toEqual(['left'])
  expect(placesOf(lastBack, heading)).toEqual(['right'])
  expect(placesOf(lastBack, 'Đeo thẻ')).toEqual(['right'])
})

test('on their front alone they take half of the pages, and sheets and places are counted alike', async () => {
  for (const [sides, pages] of [
    ['front', 1],
    ['both', 2],
  ] as const) {
    expect(await printing.plan({ sides, skipped: 7 })).toMatchObject({ sheets: 2, pages: 2 * pages, left: 0 })
    expect(await printing.plan({ sides, skipped: 7, fromSheet: 2 })).toMatchObject({ sheets: 1, pages })
    const made = await printing.print({ sides, skipped: 7, fromSheet: 2 })
    const drawn = await pagesOf(made.id)
    expect(drawn).toHaveLength(pages)
    expect(placesOf(drawn[0], 'Nguyễn Văn')).toHaveLength(8)
  }
  const { id } = await printing.print({ sides: 'front' })
  for (const page of await pagesOf(id)) expect(placesOf(page, heading)).toEqual([])
})

test('the choice is kept with the print: drawn again, it is the same byte for byte', async () => {
  for (const sides of ['front', 'both'] as const) {
    const { id } = await printing.print({ sides })
    const snapshot = await unpackSnapshot((await findPrint(office.db.read, id))?.snapshot ?? '')
    expect(snapshot.order.sides).toBe(sides)
    expect((await drawPrint(snapshot)).pdf.equals(await printing.fetched(`/api/prints/${id}/pdf`))).toBe(true)
    // As prints were kept before there was a choice.
    const { sides: _sides, ...order } = snapshot.order
    expect((await drawPrint({ ...snapshot, order })).pages).toBe(4)
  }
})

test('blanks that bear the back already get their front alone', async () => {
  const overprint = { x: 0, y: 0 }
  expect(await printing.plan({ sides: 'both', overprint })).toMatchObject({ sheets: 2, pages: 2 })
  expect(await printing.print({ sides: 'both', overprint })).toMatchObject({ pages: 2 })
})

test('another back changes what lies printed on both sides, not what has its front alone', async () => {
  const changedOf = async () => (await printing.history()).changes.find(({ kind }) => kind === 'badge')?.changed
  const reword = async (text: string) => {
    const { papers } = (await who('GET', `${congress}/papers`)).body as {
      papers: { kind: string; version: number | null }[]
    }
    const version = papers.find(({ kind }) => kind === 'badge')?.version ?? null
    expect((await who('PUT', `${congress}/papers/badge`, { fields: { hallRules: text }, version })).status).toBe(200)
  }
  await printing.print({ sides: 'front' })
  await reword('Không mang đồ ăn vào hội trường.')
  expect(await changedOf()).toBe(0)
  await printing.print({ sides: 'both' })
  expect(await changedOf()).toBe(0)
  await reword('Không quay phim.')
  expect(await changedOf()).toBe(9)
})

test('a paper without a back is not printed on it', async () => {
  const answer = await who('POST', `${congress}/prints`, printOf({ kind: 'envelope', sides: 'both' }))
  expect(answer).toMatchObject({ status: 400, body: { details: [{ field: 'sides', rule: 'not-a-choice' }] } })
})
