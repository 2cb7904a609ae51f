import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PrintOrder } from '../../../server/prints/schema.ts'
import { buildDistricts } from '../../support/districts.ts'
import { openOffice, signInAs, type TestOffice } from '../../support/office.ts'
import { listDelegates, printingAs } from '../../support/prints.ts'

let office: TestOffice
let printing: ReturnType<typeof printingAs>
beforeEach(async () => {
  office = await openOffice()
  const { inside } = await buildDistricts(office)
  const congressId = inside.ids['congress'] ?? ''
  printing = printingAs(await signInAs(office, 'secretariat', inside.unitId), congressId)
  await listDelegates(
    office,
    congressId,
    Array.from({ length: 12 }, (_, index) => `Người thứ ${String(index + 1)}`),
  )
})
afterEach(() => office.close())

/** Badges are eight a sheet: prints one after another, then the free places that are offered. */
const openAfter = async (...prints: Partial<PrintOrder>[]) => {
  for (const wish of prints) await printing.print(wish)
  return (await printing.history()).openSheets.map(({ kind, place }) => `${kind} ${String(place)}`)
}

test('a print that ends within a sheet is gone on with at its first free place, and tells what stayed free', async () => {
  expect(await openAfter({})).toEqual(['badge 5'])
  expect((await printing.history()).openSheets).toEqual([
    { kind: 'badge', isOverprint: false, perSheet: 8, place: 5, at: '2020-06-22T02:00:00.000Z' },
  ])
  expect(await openAfter({ skipped: 4 })).toEqual([])
  expect((await printing.history()).prints).toMatchObject([
    { perSheet: 8, place: 5, left: 0 },
    { perSheet: 8, place: 1, left: 4 },
  ])
})

test('a sheet that another print did not go on with is offered again once the newer one is used up', async () => {
  expect(await openAfter({ spare: 1 })).toEqual(['badge 6'])
  expect(await openAfter({})).toEqual(['badge 5'])
  expect(await openAfter({ skipped: 4 })).toEqual(['badge 6'])
  // A full sheet of its own leaves it as it is.
  expect(await openAfter({ spare: 4 })).toEqual(['badge 6'])
})

test('what is printed once more after a jam leaves its last sheet once', async () => {
  expect(await openAfter({}, { fromSheet: 2 })).toEqual(['badge 5'])
  expect(await openAfter({ skipped: 4 })).toEqual([])
})

test('blanks and plain sheets, and kinds, are told apart; papers have no places', async () => {
  expect(await openAfter({}, { overprint: { x: 0, y: 0 }, spare: 2 })).toEqual(['badge 5', 'badge 7'])
  expect(await openAfter({ kind: 'programme' })).toEqual(['badge 5', 'badge 7'])
  expect((await printing.history()).prints[0]).toMatchObject({ kind: 'programme', perSheet: null, left: null })
})
