import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PaperState } from '../../../server/documents/schema.ts'
import type { PackagePlan, PrintRows } from '../../../server/prints/schema.ts'
import { buildDistricts, type Subtree } from '../../support/districts.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { printingAs, printOf } from '../../support/prints.ts'

let office: TestOffice
let inside: Subtree
let who: Browser
let congressId: string
let congress: string
let printing: ReturnType<typeof printingAs>
beforeEach(async () => {
  office = await openOffice()
  ;({ inside } = await buildDistricts(office))
  who = await signInAs(office, 'secretariat', inside.unitId)
  congressId = inside.ids['congress'] ?? ''
  congress = `/api/congresses/${congressId}`
  printing = printingAs(who, congressId)
})
afterEach(() => office.close())

const kind = 'plan'
const versionOf = async () => {
  const { papers } = (await who('GET', `${congress}/papers`)).body as { papers: PaperState[] }
  return papers.find((paper) => paper.kind === kind)?.version ?? 0
}
const fill = async (fields: Record<string, string>) =>
  expect((await who('PUT', `${congress}/papers/${kind}`, { fields, version: await versionOf() })).status).toBe(200)
const take = async (step: string) => {
  const wish = { step, reason: step === 'return' ? 'Sửa lại' : '', version: await versionOf() }
  expect((await who('POST', `${congress}/papers/${kind}/steps`, wish)).status).toBe(204)
}
const sign = async () => {
  for (const step of ['submit', 'sign']) await take(step)
}
const number = async (text: string, day = '2020-09-03') => {
  const wish = { seriesId: null, number: text, day, version: await versionOf() }
  expect((await who('PUT', `${congress}/papers/${kind}/number`, wish)).status).toBe(204)
}
const print = () => printing.print({ kind })
const state = async () =>
  ((await who('GET', `${congress}/papers/${kind}/rows`)).body as PrintRows).rows.map((row) => row.state)
const changes = async () =>
  (await printing.history()).changes.map(({ changed, numbered, added }) => ({ changed, numbered, added }))
const planOf = (which: 'changed' | 'numbered') => printing.plan({ kind, which })
const packageOf = async (which: 'changed' | 'numbered') =>
  (await who('POST', `${congress}/package-plan`, { language: 'vi', which })).body as PackagePlan

describe('a paper that lies printed without its number', () => {
  beforeEach(async () => {
    await fill({ purpose: 'Mục đích đã ký', day: '2020-09-01' })
    await take('submit')
    await print()
    await take('sign')
    expect(await state()).toEqual(['same'])
  })

  test('is one that got its number, not one that changed, and is printed as its own choice', async () => {
    await number('57')
    expect(await state()).toEqual(['numbered'])
    expect(await changes()).toEqual([{ changed: 0, numbered: 1, added: 0 }])
    expect(await planOf('changed')).toMatchObject({ code: 'nothing-changed' })
    expect(await planOf('numbered')).toMatchObject({ documents: 1 })
    expect((await packageOf('changed')).papers).toEqual([])
    expect((await packageOf('numbered')).papers).toMatchObject([{ kind, documents: 1 }])
    await printing.print({ kind, which: 'numbered' })
    expect(await state()).toEqual(['same'])
    expect((await who('POST', `${congress}/prints`, printOf({ kind, which: 'numbered' }))).body).toMatchObject({
      code: 'nothing-changed',
    })
  })

  test('that says something else too has changed', async () => {
    await take('return')
    await fill({ purpose: 'Mục đích khác', day: '2020-09-01' })
    await sign()
    await number('57')
    expect(await state()).toEqual(['changed'])
  })

  test('counts as changed where it was printed before this was kept', async () => {
    const { printMarks } = office.db.read.tables
    const [mark] = await office.db.read.select().from(printMarks)
    const rows = Object.fromEntries(Object.entries(mark?.rows ?? {}).map(([id, [hash, name]]) => [id, [hash, name]]))
    await office.db.write(async (tx) => {
      await tx
        .update(tx.tables.printMarks)
        .set({ rows: rows as NonNullable<typeof mark>['rows'] })
        .where(eq(printMarks.congressId, congressId))
    })
    await number('57')
    expect(await state()).toEqual(['changed'])
  })
})

test('a paper that lies printed under another number has changed', async () => {
  await sign()
  await number('57')
  await print()
  await number('58')
  expect(await state()).toEqual(['changed'])
  expect(await changes()).toEqual([{ changed: 1, numbered: 0, added: 0 }])
})
