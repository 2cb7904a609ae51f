import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PaperList, PaperPages } from '../../../server/documents/schema.ts'
import type { PackagePlan, PrintRows } from '../../../server/prints/schema.ts'
import { buildDistricts, type Subtree } from '../../support/districts.ts'
import { putOnList, takeOffList } from '../../support/delegates.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { printOf, printingAs } from '../../support/prints.ts'
import { linesOf, readPdf } from '../documents/read-pdf.ts'

let office: TestOffice
let inside: Subtree
let outside: Subtree
let who: Browser
let congress: string
let printing: ReturnType<typeof printingAs>
beforeEach(async () => {
  office = await openOffice()
  ;({ inside, outside } = await buildDistricts(office))
  who = await signInAs(office, 'secretariat', inside.unitId)
  congress = `/api/congresses/${inside.ids['congress'] ?? ''}`
  printing = printingAs(who, inside.ids['congress'] ?? '')
})
afterEach(() => office.close())

const seat = (of: Subtree, people: readonly [seat: string, name: string][]) =>
  putOnList(
    office,
    of.ids['congress'] ?? '',
    people.map(([place, name]) => ({ seat: place, name, delegation: 'Xã Hải Anh', phone: '0912 345 678' })),
  )
const chart = 'seating-chart'
const countOf = async () => {
  const { papers } = (await who('GET', `${congress}/papers`)).body as PaperList
  return papers.find(({ kind }) => kind === chart)?.rowCount
}

test('a chart is drawn from the seats of the people who attend the congress, and of no other', async () => {
  const seated = await seat(inside, [
    ['Hàng A ghế 1', 'Nguyễn Văn An'],
    ['B-07', 'Trần Thị Bình'],
    ['', 'Lê Văn Cường'],
  ])
  await seat(outside, [['A3', 'Vũ Thị Giang']])
  expect(await countOf()).toBe(2)
  const { id } = await printing.print({ kind: chart })
  const first = await printing.fetched(`/api/prints/${id}/pdf`)
  const lines = (await readPdf(first)).pages.flatMap(linesOf).join('\n').normalize('NFC')
  expect(lines).toMatch(/A1[^]*An[^]*B7[^]*Bình/u)
  expect(lines).not.toMatch(/A3|Giang|Cường/u)
  expect((await printing.history()).changes).toMatchObject([{ kind: chart, changed: 0, added: 0 }])
  // Moved to another seat: what lies printed is no longer right, but stays as it was printed.
  for (const id of seated) await takeOffList(office, inside.ids['congress'] ?? '', id)
  await seat(inside, [['C2', 'Nguyễn Văn An']])
  expect((await printing.history()).changes).toMatchObject([{ kind: chart, changed: 1 }])
  expect((await printing.fetched(`/api/prints/${id}/pdf`)).equals(first)).toBe(true)
})

test('only the sheets whose seats changed are printed again, with these seats in a heavy frame', async () => {
  const people = (seats: readonly string[], delegation: string) =>
    putOnList(
      office,
      inside.ids['congress'] ?? '',
      seats.map((place) => ({ seat: place, name: `Trần Văn ${place}`, delegation })),
    )
  await people(['A1', 'A2'], 'Xã Hải Anh')
  const moved = await people(['B1', 'B2'], 'Xã Hải Bắc')
  const kind = 'seating-delegations'
  const print = async (values: { which: 'all' | 'changed'; kind?: string }) => {
    const { id } = await printing.print({ kind, ...values })
    return (await readPdf(await printing.fetched(`/api/prints/${id}/pdf`))).pages.map((page) =>
      linesOf(page).join('\n').normalize('NFC'),
    )
  }
  const note = 'Khung đậm: ghế đã đổi so với bản in trước'
  const first = await print({ which: 'all' })
  expect(first.map((page) => /Xã Hải (Anh|Bắc)/u.exec(page)?.[0])).toEqual(['Xã Hải Anh', 'Xã Hải Bắc'])
  await print({ which: 'all', kind: chart })
  expect(first.join()).not.toContain(note)
  expect((await who('POST', `${congress}/prints`, printOf({ kind, which: 'changed' }))).body).toMatchObject({
    code: 'nothing-changed',
  })
  await takeOffList(office, inside.ids['congress'] ?? '', moved[1] ?? '')
  await putOnList(office, inside.ids['congress'] ?? '', [{ seat: 'B2', name: 'Lê Thị Mới', delegation: 'Xã Hải Bắc' }])
  const rows = (await who('GET', `${congress}/papers/${kind}/rows?language=vi`)).body as PrintRows
  expect(rows.rows.map(({ name, state }) => [name, state])).toEqual([
    ['Xã Hải Anh', 'same'],
    ['Xã Hải Bắc', 'changed'],
  ])
  const [again = '', ...others] = await print({ which: 'changed' })
  expect(others).toEqual([])
  expect(again).toContain('Xã Hải Bắc')
  expect(again).toContain(note)
  expect(again).toContain('Lê Thị Mới')
  expect(again).not.toContain('Trần Văn A1')
  const [whole = ''] = await print({ which: 'changed', kind: chart })
  expect(whole).toContain(note)
  // The mark is no change of its own.
  expect((await who('POST', `${congress}/prints`, printOf({ kind, which: 'changed' }))).body).toMatchObject({
    code: 'nothing-changed',
  })
})

test('a seat that a delegation lost since is crossed out on its sheet and named, in the language of the print', async () => {
  const congressId = inside.ids['congress'] ?? ''
  const kind = 'seating-delegations'
  const put = (place: string, name: string, delegation: string) =>
    putOnList(office, congressId, [{ seat: place, name, delegation }])
  await put('A1', 'Trần Văn A1', 'Xã Hải Anh')
  const [gone = ''] = await put('A2', 'Trần Văn A2', 'Xã Hải Anh')
  await put('B1', 'Trần Văn B1', 'Xã Hải Bắc')
  const print = async (which: 'all' | 'changed', language: 'vi' | 'en') => {
    const { id } = await printing.print({ kind, which, language })
    const { pages } = await readPdf(await printing.fetched(`/api/prints/${id}/pdf`))
    return pages.map((page) => linesOf(page).join('\n').normalize('NFC'))
  }
  expect((await print('all', 'vi')).join()).not.toContain('không còn của đoàn')
  await print('all', 'en')
  await takeOffList(office, congressId, gone)
  await put('A2', 'Lê Thị Mới', 'Xã Hải Bắc')
  const [first = '', second = ''] = await print('changed', 'vi')
  expect(first).toContain('Ghế không còn của đoàn so với bản in trước: A2')
  expect(first).toContain('×')
  // Who got it has a new seat, and lost none.
  expect(second).toContain('Lê Thị Mới')
  expect(second).not.toContain('không còn của đoàn')
  expect((await print('changed', 'en'))[0]).toContain('No longer of the delegation since the print before: A2')
})

test('what is not on it is told before it is printed', async () => {
  await seat(inside, [
    ['A1', 'Nguyễn Văn An'],
    ['a-01', 'Trần Thị Bình'],
    ['Bàn chủ tọa', 'Lê Văn Cường'],
  ])
  const told = (faults: { sentence?: { vi: string } }[]) => faults.map(({ sentence }) => sentence?.vi).join('\n')
  const wanted =
    /1 chỗ ngồi không đọc được .*Lê Văn Cường \(«Bàn chủ tọa»\)[^]*Ghế A1 ghi cho 2 người: Nguyễn Văn An, Trần Thị Bình/u
  expect(told((await printing.plan({ kind: chart })).faults)).toMatch(wanted)
  const pages = (await who('GET', `${congress}/papers/${chart}/pages?language=vi`)).body as PaperPages
  expect(told(pages.faults)).toMatch(wanted)
})

test('without a seat that can be read there is no empty chart, but a word where seats are entered', async () => {
  const noChart = async () => [
    await who('GET', `${congress}/papers/${chart}/pdf`),
    await who('GET', `${congress}/papers/${chart}/pages?language=vi`),
    await who('POST', `${congress}/prints`, printOf({ kind: chart })),
  ]
  for (const people of [[], [['Bàn chủ tọa', 'Lê Văn Cường']]] as [string, string][][]) {
    if (people.length > 0) await seat(inside, people)
    for (const answer of await noChart()) expect(answer).toMatchObject({ status: 409, body: { code: 'no-seats' } })
    const { leftOut } = (await who('POST', `${congress}/package-plan`, { language: 'vi' })).body as PackagePlan
    expect(leftOut.find(({ kind }) => kind === chart)).toMatchObject({ why: 'empty' })
  }
  expect((await who('GET', `${congress}/papers/${chart}/pdf?sample=yes`)).status).toBe(200)
  expect((await printing.history()).prints).toEqual([])
})
