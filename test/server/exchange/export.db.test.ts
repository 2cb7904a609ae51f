import { unzipSync } from 'fflate'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Congress } from '../../../server/congresses/schema.ts'
import { readWorkbook } from '../../../server/exchange/reading/read-workbook.ts'
import { loadExample } from '../../../server/first-run/example.ts'
import { theProgram } from '../../../server/office.ts'
import type { Road } from '../../../server/road/schema.ts'
import type { Unit } from '../../../server/units/schema.ts'
import type { Venue } from '../../../server/venues/schema.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { aCongress, aCycle, aLevel, aUnit, aVenue } from '../../support/records.ts'
import { cellOf, confirm, preview, sayings, send } from './uploads.ts'
import { workbookOf } from './workbooks.ts'

let office: TestOffice
let who: Browser
let province: Unit
let district: Unit
let cycleId: string
let levelIds: string[]
beforeEach(async () => {
  office = await openOffice()
  who = await signInAs(office, 'administrator', null)
  province = await post<Unit>('/api/units', aUnit({ name: 'Tỉnh Nam Định', code: '36' }))
  district = await post<Unit>('/api/units', aUnit({ name: 'Huyện Hải Hậu', parentId: province.id, staffNumber: 90 }))
  const levels = [aLevel(), aLevel({ name: 'Cấp huyện', nameEnglish: 'District', forms: ['Đại hội thi đua yêu nước'] })]
  cycleId = (await post<{ id: string }>('/api/cycles', aCycle(province.id, levels))).id
  levelIds = (await road()).levels.map(({ id }) => id)
})
afterEach(() => office.close())

const post = async <T>(url: string, body: object): Promise<T> => {
  const answer = await who('POST', url, body)
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return answer.body as T
}
const road = async () => (await who('GET', `/api/cycles/${cycleId}/road`)).body as Road
const download = async (url: string, browser = who): Promise<Buffer> => {
  const answer = await browser('GET', url)
  if (answer.status !== 200) throw new Error(`${String(answer.status)} ${JSON.stringify(answer.body)}`)
  return answer.body as Buffer
}
/** The texts of the first sheet. */
const textsOf = async (bytes: Uint8Array) =>
  (await readWorkbook(bytes)).sheets[0]?.rows.map(({ cells }) => cells.map((cell) => cell?.text ?? '')) ?? []
const congresses = `congresses?cycleId=`
const intoCycle = () => `${congresses}${cycleId}&unitId=${province.id}`

const fillUnits = async () => {
  const other = await post<Unit>('/api/units', aUnit({ name: 'Huyện Giao Thủy', code: '0365', parentId: province.id }))
  const same = { name: 'Xã Tân Tiến', validFrom: '1990-01-02', windowTo: '2020-03-09', staffNumber: 0 }
  await post('/api/units', aUnit({ ...same, parentId: district.id, contactPhone: '0912345678', block: '=SUM(A1)' }))
  const second = await post<Unit>('/api/units', aUnit({ ...same, parentId: other.id, address: '+84 Xóm 5\n@chợ' }))
  await post('/api/units', aUnit({ name: 'Thôn 1', parentId: second.id, contactName: '-An' }))
  // Twins, told apart by nothing but what they hold.
  await post('/api/units', aUnit({ name: 'Tổ 1', parentId: second.id, address: 'phía đông' }))
  await post('/api/units', aUnit({ name: 'Tổ 1', parentId: second.id, address: 'phía tây' }))
}

test('exported units are the same when they are imported again, wherever from', async () => {
  await fillUnits()
  const under = await preview(
    who,
    `units?unitId=${province.id}`,
    await download(`/api/units.xlsx?unitId=${province.id}`),
  )
  expect(under.totals).toEqual({ new: 0, changed: 0, same: 7, warning: 0, error: 0 })
  expect(under.columns.every(({ field, isGuessed }) => field !== null && !isGuessed)).toBe(true)
  const all = await preview(who, 'units', await download('/api/units.xlsx'))
  expect(all.totals).toEqual({ new: 0, changed: 0, same: 8, warning: 0, error: 0 })
})

test('exported units, imported where there is nothing, make the same tree', async () => {
  await fillUnits()
  const before = (await who('GET', '/api/units')).body as Unit[]
  const file = await download(`/api/units.xlsx?unitId=${province.id}`)
  const fresh = await openOffice()
  try {
    const there = await signInAs(fresh, 'administrator', null)
    const top = (await there('POST', '/api/units', aUnit({ name: province.name, code: province.code }))).body as Unit
    const shown = await preview(there, `units?unitId=${top.id}`, file)
    // The twins are one too many where nothing tells them apart.
    expect(sayings(shown).filter((said) => said.includes('error'))).toEqual(['8 error: name twice-in-file'])
    expect((await confirm(there, shown)).body).toEqual({ created: 6, changed: 0, same: 0, skipped: 1 })
    const after = (await there('GET', '/api/units')).body as Unit[]
    const paths = (units: Unit[]) => {
      const pathOf = (id: string | null): string => {
        const unit = units.find((each) => each.id === id)
        return unit ? `${pathOf(unit.parentId)} > ${unit.name} ${unit.address}` : ''
      }
      return units.map(({ id }) => pathOf(id)).sort()
    }
    expect(paths(after)).toEqual(paths(before).filter((path) => !path.endsWith('phía tây')))
  } finally {
    await fresh.close()
  }
})

test('texts that begin like formulas leave as texts and come back as they were', async () => {
  await fillUnits()
  const bytes = await download('/api/units.xlsx')
  const sheets = Object.entries(unzipSync(bytes)).filter(([name]) => name.includes('worksheets/sheet'))
  expect(sheets.length).toBe(2)
  expect(sheets.filter(([, xml]) => new TextDecoder().decode(xml).includes('<f>'))).toEqual([])
  const texts = (await textsOf(bytes)).flat()
  for (const text of ['=SUM(A1)', '+84 Xóm 5\n@chợ', '-An']) expect(texts).toContain(text)
})

test('the export offers what may be chosen', async () => {
  const parts = unzipSync(await download(`/api/cycles/${cycleId}/congresses.xlsx`))
  const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml'])
  expect(sheet).toContain('<dataValidations count="6">')
  expect(sheet).toMatch(
    /<dataValidation type="list" allowBlank="1" sqref="A2:A25000"><formula1>'Danh mục'!\$A\$1:\$A\$2</,
  )
  expect(sheet.indexOf('</sheetData>')).toBeLessThan(sheet.indexOf('<dataValidations'))
})

test('each account exports what it sees', async () => {
  await fillUnits()
  await post('/api/venues', aVenue(province.id))
  await post('/api/congresses', aCongress({ cycleId, levelId: levelIds[0] ?? '', unitId: district.id }))
  const mine = await signInAs(office, 'viewer', district.id)
  expect((await textsOf(await download('/api/units.xlsx', mine))).map(([name]) => name).slice(1)).toEqual([
    'Huyện Hải Hậu',
    'Xã Tân Tiến',
  ])
  expect((await textsOf(await download('/api/units.xlsx', mine)))[1]?.[2]).toBe('')
  expect(await textsOf(await download('/api/venues.xlsx', mine))).toHaveLength(1)
  expect(await textsOf(await download(`/api/cycles/${cycleId}/congresses.xlsx`, mine))).toHaveLength(2)
  expect((await mine('GET', `/api/units.xlsx?unitId=${province.id}`)).status).toBe(404)
})

test('venues are imported by unit and name, exported, and the same when imported again', async () => {
  await post('/api/venues', aVenue(district.id))
  const file =
    'Tên hội trường,Đơn vị quản lý,Địa chỉ,Sức chứa\nNhà văn hóa,Huyện Hải Hậu,,450\nHội trường lớn,,Số 1,1.200\n,36,,\n'
  const shown = await preview(who, `venues?unitId=${province.id}`, file)
  expect(sayings(shown)).toEqual(['2 changed', '3 new', '4 error: name required'])
  expect((await confirm(who, shown)).body).toEqual({ created: 1, changed: 1, same: 0, skipped: 1 })
  expect((await who('GET', '/api/venues')).body).toMatchObject([
    { name: 'Nhà văn hóa', unitId: district.id, capacity: 450, version: 2 },
    { name: 'Hội trường lớn', unitId: province.id, capacity: 1200, address: 'Số 1' },
  ])
  const again = await preview(who, `venues?unitId=${province.id}`, await download('/api/venues.xlsx'))
  expect(again.totals).toEqual({ new: 0, changed: 0, same: 2, warning: 0, error: 0 })
})

test('venues keep whom to call and their layouts over an export, and are laid out from a table', async () => {
  const layouts = [
    { kind: 'u-shape' as const, capacity: 40 },
    { kind: 'theatre' as const, capacity: 1200 },
  ]
  await post('/api/venues', { ...aVenue(district.id), layouts, contactName: 'Ông Hải', contactPhone: '0228 3849 123' })
  const exported = await download('/api/venues.xlsx')
  expect((await textsOf(exported))[1]?.slice(4)).toEqual([
    'Kiểu rạp hát: 1200; Kiểu chữ U: 40',
    'Ông Hải',
    '0228 3849 123',
  ])
  expect((await preview(who, `venues?unitId=${province.id}`, exported)).totals).toMatchObject({ same: 1, changed: 0 })
  const rows = [
    ['Hội trường', 'Đơn vị', 'Sơ đồ bố trí', 'Người liên hệ', 'SĐT'],
    ['Nhà văn hóa', 'Huyện Hải Hậu', 'Hội trường: 1.200 chỗ; lop hoc 200', 'Bà Lan', 912345678],
    ['Rạp Khải Hoàn', '36', 'Hội trường: 500\nLớp học: 200, U-shape: 30', null, '0228 3849 123 máy lẻ 12'],
  ]
  const shown = await preview(who, `venues?unitId=${province.id}`, workbookOf(rows))
  expect(sayings(shown)).toEqual(['2 changed: contactPhone zero-lost', '3 new'])
  expect(cellOf(shown, 2, 'layouts')).toMatchObject({
    value: 'Kiểu rạp hát: 1200; Kiểu lớp học: 200',
    was: 'Kiểu rạp hát: 1200; Kiểu chữ U: 40',
  })
  const { sheet, headerRow, columns } = shown
  const chosen = await who('PUT', `/api/imports/${shown.id}`, {
    sheet,
    headerRow,
    columns: columns.map(({ field }) => field),
    restored: ['contactPhone.2'],
  })
  expect((await confirm(who, chosen.body as typeof shown)).status).toBe(200)
  expect((await who('GET', '/api/venues')).body).toMatchObject([
    {
      layouts: [
        { kind: 'theatre', capacity: 1200 },
        { kind: 'classroom', capacity: 200 },
      ],
      contactName: 'Bà Lan',
      contactPhone: '0912345678',
    },
    {
      layouts: [
        { kind: 'theatre', capacity: 500 },
        { kind: 'classroom', capacity: 200 },
        { kind: 'u-shape', capacity: 30 },
      ],
      contactPhone: '0228 3849 123 máy lẻ 12',
    },
  ])
})

test.each([
  ['no known layout', 'Sơ đồ bố trí', 'Kiểu ruộng bậc thang: 40', 'layouts layout-not-known'],
  ['a layout without seats', 'Sơ đồ bố trí', 'Lớp học', 'layouts layout-not-known'],
  ['a layout twice', 'Sơ đồ bố trí', 'Lớp học: 40; kiểu lớp học: 50', 'layouts layout-twice'],
  ['too many seats', 'Sơ đồ bố trí', 'Lớp học: 200001', 'layouts number-too-large'],
  ['half a seat', 'Sơ đồ bố trí', 'Lớp học: 1.5', 'layouts not-a-number'],
  ['only signs', 'Sơ đồ bố trí', ' ; ', 'layouts layout-not-known'],
  ['no telephone number', 'Điện thoại', 'hỏi bảo vệ', 'contactPhone not-a-phone'],
  ['too long a name', 'Người liên hệ', 'A'.repeat(121), 'contactName too-long'],
])('a venue with %s is left out, and what stands there stays', async (_name, heading, text, said) => {
  const venue = await post<Venue>('/api/venues', { ...aVenue(district.id), contactName: 'Ông Hải' })
  const shown = await preview(
    who,
    `venues?unitId=${province.id}`,
    workbookOf([
      ['Hội trường', heading],
      ['Nhà văn hóa', text],
    ]),
  )
  expect(sayings(shown)).toEqual([`2 error: ${said}`])
  expect((await confirm(who, shown)).body).toMatchObject({ code: 'nothing-to-import' })
  expect((await who('GET', '/api/venues')).body).toEqual([venue])
})

test('congresses are planned from a table, with their upper congresses and the proposals of their page', async () => {
  const commune = await post<Unit>(
    '/api/units',
    aUnit({ name: 'Xã Hải Anh', type: 'xã', parentId: district.id, staffNumber: 20 }),
  )
  const venue = await post<Venue>('/api/venues', aVenue(district.id))
  const rows = [
    ['STT', 'Đơn vị', 'Hình thức', 'Ngày tổ chức', 'Buổi', 'Địa điểm', 'Số đại biểu'],
    [
      1,
      'Xã Hải Anh',
      'Hội nghị điển hình tiên tiến',
      { xml: '<c r="@" s="1"><v>43902</v></c>' },
      'chiều',
      'nhà văn hoá',
      80,
    ],
    [2, 'Huyện Hải Hậu', 'Đại hội thi đua yêu nước', '12/6/2020', 'Cả ngày', '', 150],
  ]
  const shown = await preview(who, intoCycle(), workbookOf(rows))
  expect(sayings(shown)).toEqual(['2 new', '3 new'])
  expect(cellOf(shown, 2, 'title')?.value).toBe('Hội nghị điển hình tiên tiến xã Hải Anh giai đoạn 2015 - 2020')
  const done = await confirm(who, shown)
  expect(done.body).toEqual({ created: 2, changed: 0, same: 0, skipped: 0 })
  const after = (await road()).congresses
  const upper = after.find(({ unitId }) => unitId === district.id)
  expect(upper).toMatchObject({ dateFrom: '2020-06-12', dateTo: '2020-06-12', halfDay: 'day', state: 'planned' })
  expect(after.find(({ unitId }) => unitId === commune.id)).toMatchObject({
    dateFrom: '2020-03-12',
    halfDay: 'afternoon',
    venueId: venue.id,
    expectedDelegates: 80,
    assembly: 'everybody',
    upperCongressId: upper?.id,
  })
  expect((await who('POST', `/api/acts/${done.actId ?? ''}/undo`)).status).toBe(204)
  expect((await road()).congresses).toEqual([])
})

const planOne = (values: Parameters<typeof aCongress>[1] = {}) =>
  post<Congress>('/api/congresses', aCongress({ cycleId, levelId: levelIds[0] ?? '', unitId: district.id }, values))

test('exported congresses are the same when they are imported again', async () => {
  const other = await post<Unit>('/api/units', aUnit({ name: 'Huyện Giao Thủy', parentId: province.id }))
  const venue = await post<Venue>('/api/venues', aVenue(other.id))
  await post('/api/venues', aVenue(province.id))
  const together = { hostUnitIds: [other.id], hostBlock: 'Cụm số 1', combinedWith: 'Hội nghị cán bộ, công chức' }
  await planOne({
    ...together,
    venueId: venue.id,
    dateTo: '2020-03-13',
    note: '=1+1',
    isPilot: true,
    assembly: 'delegates',
  })
  await planOne({ title: 'Hội nghị thứ hai', dateFrom: null, dateTo: null, weekOf: '2020-03-09', ordinal: 'V' })
  const place = { cycleId, levelId: levelIds[1] ?? '', unitId: other.id }
  const late = await post<Congress>('/api/congresses', aCongress(place, { expectedGuests: null, venueId: venue.id }))
  const postponed = { state: 'postponed', reason: 'mưa bão', paperNumber: '', newDate: null, version: 1 }
  await post(`/api/congresses/${late.id}/state`, postponed)
  const again = await preview(who, intoCycle(), await download(`/api/cycles/${cycleId}/congresses.xlsx`))
  expect(sayings(again)).toEqual(['2 same', '3 same', '4 same'])
  expect(again.columns.filter(({ field }) => field === null)).toEqual([])
})

test('a moved congress says so in its history, and its last day and week follow', async () => {
  const moved = await planOne({ dateTo: '2020-03-13' })
  const shown = await preview(who, intoCycle(), 'Đơn vị;Ngày\nHuyện Hải Hậu;17/03/2020\n')
  expect(cellOf(shown, 2, 'dateFrom')).toMatchObject({ state: 'changed', value: '17/3/2020', was: '12/3/2020' })
  expect(cellOf(shown, 2, 'dateTo')).toMatchObject({ state: 'changed', value: '17/3/2020', was: '13/3/2020' })
  expect((await confirm(who, shown)).status).toBe(200)
  expect((await road()).congresses).toMatchObject([
    { dateFrom: '2020-03-17', dateTo: '2020-03-17', formerDate: '2020-03-12' },
  ])
  expect((await who('GET', `/api/congresses/${moved.id}/events`)).body).toMatchObject([
    { kind: 'date', dateBefore: '2020-03-12', dateAfter: '2020-03-17' },
  ])
})

test.each([
  ['an unknown unit', 'Đơn vị,Cấp\nXã Lạ,Cấp cơ sở\n', ['2 error: unit unit-not-known']],
  ['no level where there are several', 'Đơn vị\nHuyện Hải Hậu\n', ['2 error: level level-missing']],
  ['an unknown level', 'Đơn vị,Cấp\n36,Cấp lạ\n', ['2 error: level level-not-known']],
  ['an unknown venue', 'Đơn vị,Cấp,Hội trường\n36,Cấp huyện,Rạp\n', ['2 error: venue venue-not-known']],
  ['an unknown half-day', 'Đơn vị,Cấp,Buổi\n36,Cấp huyện,tối\n', ['2 error: halfDay half-day-not-known']],
  [
    'a state that is not planned',
    'Đơn vị,Cấp,Trạng thái\n36,Cấp huyện,Đã duyệt\n',
    ['2 error: state state-not-imported'],
  ],
  ['a last day alone', 'Đơn vị,Cấp,Đến ngày\n36,Cấp huyện,1/3/2020\n', ['2 error: dateTo date-without-first']],
  [
    'days reversed',
    'Đơn vị,Cấp,Từ ngày,Đến ngày\n36,Cấp huyện,2/3/2020,1/3/2020\n',
    ['2 error: dateTo dates-reversed'],
  ],
  ['a week beside a day', 'Đơn vị,Cấp,Ngày,Tuần\n36,Cấp huyện,2/3/2020,2/3/2020\n', ['2 error: weekOf week-with-date']],
  ['the same congress twice', 'Đơn vị,Cấp\n36,Cấp huyện\n36,Cấp huyện\n', ['2 new', '3 error: unit twice-in-file']],
])('a congress with %s is left out', async (_name, file, said) => {
  expect(sayings(await preview(who, intoCycle(), file))).toEqual(said)
})

test('a congress is not moved to a day that is blocked', async () => {
  const blocked = {
    from: '2020-03-17',
    to: '2020-03-17',
    kind: 'blocked',
    name: 'Diễn tập',
    sinceYear: null,
    unitId: province.id,
    basis: '',
  }
  await post('/api/calendar-days', blocked)
  await planOne()
  const shown = await preview(who, intoCycle(), 'Đơn vị,Ngày\nHuyện Hải Hậu,17/3/2020\n')
  expect(cellOf(shown, 2, 'dateFrom')).toMatchObject({ code: 'impossible', details: { rule: 'blocked-day' } })
})

test('congresses go into a cycle of the same road', async () => {
  expect(await send(who, `congresses?unitId=${province.id}`, 'Đơn vị\n36\n')).toMatchObject({ status: 400 })
  const elsewhere = await post<Unit>('/api/units', aUnit({ name: 'Tỉnh khác' }))
  expect((await send(who, `${congresses}${cycleId}&unitId=${elsewhere.id}`, 'Đơn vị\n36\n')).status).toBe(404)
})

test('the sheet comes back with what is wrong, row by row, and can be sent again', async () => {
  const rows = [
    ['DANH SÁCH'],
    [],
    ['Tên đơn vị', 'Tổng số cán bộ', 'Thành lập'],
    ['Xã A', 'nhiều', { xml: '<c r="@" s="1"><v>44000</v></c>' }],
    ['=Xã B', 12],
  ]
  const { id } = await preview(who, `units?unitId=${province.id}`, workbookOf(rows))
  const bytes = await download(`/api/imports/${id}/errors.xlsx`)
  const { sheets } = await readWorkbook(bytes)
  expect(sheets[0]?.rows.map(({ row }) => row)).toEqual([1, 3, 4, 5])
  expect((await textsOf(bytes)).slice(1)).toEqual([
    ['Tên đơn vị', 'Tổng số cán bộ', 'Thành lập', 'Lỗi và lời nhắc'],
    ['Xã A', 'nhiều', '18/06/2020', 'Tổng số cán bộ: không phải số nguyên'],
    ['=Xã B', '12'],
  ])
  const again = await preview(who, `units?unitId=${province.id}`, bytes)
  expect(sayings(again)).toEqual(['4 error: staffNumber not-a-number', '5 new'])
  // What was said before is not kept beside what is said now.
  expect(await textsOf(await download(`/api/imports/${again.id}/errors.xlsx`))).toEqual(await textsOf(bytes))
})

test.each(['units', 'venues', 'congresses'])(
  'the empty form for %s is understood and its example is not imported',
  async (kind) => {
    const form = await download(`/api/import-forms/${kind}.xlsx?cycleId=${cycleId}`)
    const shown = await preview(who, kind === 'congresses' ? intoCycle() : `${kind}?unitId=${province.id}`, form)
    expect(shown.columns.filter(({ field, isGuessed }) => field === null || isGuessed)).toEqual([])
    expect(shown.rows).toEqual([])
    expect(shown.notes).toContainEqual({
      code: 'rows-passed-over',
      details: { count: 1, rows: expect.stringMatching(/^[5-7]$/u) as string },
    })
  },
)

test('the whole example road is the same when its exports are imported again', async () => {
  const fresh = await openOffice()
  const there = await signInAs(fresh, 'administrator', null)
  const { result } = await loadExample(fresh, theProgram)
  const kinds = [
    ['units', '/api/units.xlsx'],
    ['venues', '/api/venues.xlsx'],
    [`${congresses}${result.cycleId}`, `/api/cycles/${result.cycleId}/congresses.xlsx`],
  ] as const
  const found: unknown[] = []
  for (const [path, url] of kinds) found.push((await preview(there, path, await download(url, there))).totals)
  await fresh.close()
  const all = (same: number) => ({ new: 0, changed: 0, same, warning: 0, error: 0 })
  expect(found).toEqual([all(288), all(284), all(284)])
})
