import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Unit } from '../../../server/units/schema.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { keepPhone } from '../../support/phones.ts'
import { aUnit } from '../../support/records.ts'
import { cellOf, confirm, preview, sayings, send } from './uploads.ts'
import { workbook, workbookOf } from './workbooks.ts'

let office: TestOffice
let who: Browser
let province: Unit
beforeEach(async () => {
  office = await openOffice()
  who = await signInAs(office, 'administrator', null)
  province = await create({ name: 'Tỉnh Nam Định' })
})
afterEach(() => office.close())

const create = async (values: Parameters<typeof aUnit>[0]) =>
  (await who('POST', '/api/units', aUnit(values))).body as Unit
const under = (id = province.id) => `units?unitId=${id}`
const list = async () => (await who('GET', '/api/units')).body as Unit[]
/** Name and name of the parent of every unit. */
const tree = async () => {
  const units = await list()
  const nameOf = (id: string | null) => units.find((unit) => unit.id === id)?.name ?? '-'
  return units.map(({ name, parentId }) => `${name} < ${nameOf(parentId)}`).sort()
}

test('a table with the office’s own names is shown first and then imported as shown, in one act that can be undone', async () => {
  const before = await list()
  const shown = await preview(
    who,
    under(),
    workbookOf([
      ['Biểu số 1: DANH SÁCH ĐƠN VỊ'],
      ['(kèm theo Công văn số 12)'],
      [],
      ['STT', 'Tên đơn vị', 'Mã', 'Loại hình', 'Khối thi đua', 'Biên chế', 'Người liên hệ', 'SĐT', 'Trực thuộc'],
      [1, 'Xã Hải Anh', '13984', 'Xã', '', 23, 'Trần Văn An', 912345678, 'Huyện Hải Hậu'],
      [2, 'Huyện Hải Hậu', '366', 'Huyện', 'Khối huyện', '1.250', 'Lê Thị Bình', '0912 345 679', ''],
      ['Tổng cộng', null, null, null, null, 1273],
    ]),
  )
  expect(shown).toMatchObject({ sheet: 'Sheet1', headerRow: 4, kind: 'units', fileName: 'Danh sách.xlsx' })
  expect(shown.columns.map(({ field }) => field)).toEqual([
    null, 'name', 'code', 'type', 'block', 'staffNumber', 'contactName', 'contactPhone', 'parent',
  ]) // prettier-ignore
  expect(shown.totals).toEqual({ new: 2, changed: 0, same: 0, warning: 1, error: 0 })
  expect(sayings(shown)).toEqual(['5 new: contactPhone zero-lost', '6 new'])
  expect(shown.notes.map(({ code }) => code)).toEqual(['rows-passed-over', 'empty-cells-keep'])
  expect(await list()).toEqual(before)

  const done = await confirm(who, shown)
  expect(done).toMatchObject({ status: 200, body: { created: 2, changed: 0, same: 0, skipped: 0 } })
  expect(await tree()).toEqual(['Huyện Hải Hậu < Tỉnh Nam Định', 'Tỉnh Nam Định < -', 'Xã Hải Anh < Huyện Hải Hậu'])
  expect((await list()).find(({ name }) => name === 'Xã Hải Anh')).toMatchObject({
    code: '13984', type: 'Xã', block: '', staffNumber: 23, contactName: 'Trần Văn An', contactPhone: '912345678', version: 1,
  }) // prettier-ignore
  expect((await list()).find(({ name }) => name === 'Huyện Hải Hậu')).toMatchObject({ staffNumber: 1250 })

  expect((await who('POST', `/api/acts/${done.actId ?? ''}/undo`)).status).toBe(204)
  expect(await list()).toEqual(before)
})

test('the same file once more changes nothing', async () => {
  const file = 'Tên đơn vị;Mã;Cấp trên;Thành lập\nHuyện Hải Hậu;366;;01/01/1888\nXã Hải Anh;;Huyện Hải Hậu;\n'
  await confirm(who, await preview(who, under(), file))
  const before = await list()
  const again = await preview(who, under(), file)
  expect(sayings(again)).toEqual(['2 same', '3 same'])
  expect(await confirm(who, again)).toMatchObject({ status: 409, body: { code: 'nothing-to-import' } })
  expect(await list()).toEqual(before)
})

test('a unit is known by its code, else by its name under the same parent; empty cells leave what is there', async () => {
  const district = await create({ name: 'Huyện Hải Hậu', code: '366', parentId: province.id, block: 'Khối huyện' })
  await create({ name: 'Xã Hải Anh', parentId: district.id, staffNumber: 20, contactName: 'Trần Văn An' })
  const shown = await preview(
    who,
    under(),
    'Mã,Tên đơn vị,Cấp trên,Số người,Người liên hệ,Khối\n366,Huyện Hải Hậu mới,,,,\n,Xã Hải Anh,366,23,,\n',
  )
  expect(sayings(shown)).toEqual(['2 changed', '3 changed'])
  expect(cellOf(shown, 2, 'name')).toMatchObject({ state: 'changed', value: 'Huyện Hải Hậu mới', was: 'Huyện Hải Hậu' })
  expect(cellOf(shown, 3, 'staffNumber')).toMatchObject({ state: 'changed', value: '23', was: '20' })
  expect(cellOf(shown, 3, 'parent')).toMatchObject({ state: 'same', value: 'Huyện Hải Hậu' })
  expect((await confirm(who, shown)).body).toEqual({ created: 0, changed: 2, same: 0, skipped: 0 })
  expect(await list()).toMatchObject([
    { name: 'Tỉnh Nam Định', version: 1 },
    { name: 'Huyện Hải Hậu mới', code: '366', block: 'Khối huyện', version: 2 },
    { name: 'Xã Hải Anh', staffNumber: 23, contactName: 'Trần Văn An', parentId: district.id, version: 2 },
  ])
})

test('a telephone number that was kept before may stay, and no wrong one may take its place', async () => {
  const { id } = await create({ name: 'Xã Hải Anh', parentId: province.id })
  await keepPhone(office, 'units', id, 'hỏi văn thư')
  const same = await preview(who, under(), 'Tên đơn vị,SĐT,Biên chế\nXã Hải Anh,hỏi văn thư,23\n')
  expect(sayings(same)).toEqual(['2 changed'])
  expect(cellOf(same, 2, 'contactPhone')?.state).toBe('same')
  const other = await preview(who, under(), 'Tên đơn vị,SĐT\nXã Hải Anh,hỏi phó văn thư\n')
  expect(sayings(other)).toEqual(['2 error: contactPhone not-a-phone'])
})

test('two of one name under one parent are imported where their codes differ, and told of before', async () => {
  const file = 'Tên đơn vị,Mã\nTrường Tiểu học Hải Anh,T1\nTrường Tiểu học  hải anh,T2\nTrường Tiểu học Hải Lý,T3\n'
  const shown = await preview(who, under(), file)
  expect(sayings(shown)).toEqual(['2 new', '3 new: name namesake', '4 new'])
  expect(cellOf(shown, 3, 'name')).toMatchObject({ state: 'warning', details: { row: 2 } })
  expect(await confirm(who, shown)).toMatchObject({ status: 200, body: { created: 3, skipped: 0 } })
  expect(sayings(await preview(who, under(), file))).toEqual(['2 same', '3 same', '4 same'])
})

test('staff and contact are known by the short names that offices give them', async () => {
  for (const staff of ['CBCC', 'Số CBCC', 'Tổng số CBCC']) {
    const shown = await preview(who, under(), `Tên đơn vị,${staff},Liên hệ\nXã Hải Anh,23,Trần Văn An\n`)
    expect(shown.columns.map(({ field }) => field)).toEqual(['name', 'staffNumber', 'contactName'])
  }
})

test('names that differ in their marks alone are two units where the file holds both', async () => {
  await create({ name: 'Xã Yên Đồng', parentId: province.id })
  const both = await preview(who, under(), 'Tên đơn vị\nXã Yên Đông\nXã Yên Đồng\n')
  expect(sayings(both)).toEqual(['2 new: name likely-duplicate', '3 same'])
  const alone = await preview(who, under(), 'Tên đơn vị\nXA YEN DONG\n')
  expect(sayings(alone)).toEqual(['2 changed: name name-differs'])
})

test('what the same name stands for is asked, and said by the upper unit or the code', async () => {
  const one = await create({ name: 'Huyện Một', parentId: province.id })
  const two = await create({ name: 'Huyện Hai', code: 'H2', parentId: province.id })
  await create({ name: 'Xã Tân Tiến', parentId: one.id })
  await create({ name: 'Xã Tân Tiến', code: 'TT', parentId: two.id })
  const shown = await preview(
    who,
    under(),
    'Tên đơn vị,Cấp trên\nThôn 1,Xã Tân Tiến\nThôn 2,Huyện Một / Xã Tân Tiến\nThôn 3,tt\nThôn 4,Xã Không Có\n',
  )
  expect(sayings(shown)).toEqual(['2 error: parent unit-ambiguous', '3 new', '4 new', '5 error: parent unit-not-known'])
  expect((await confirm(who, shown)).body).toEqual({ created: 2, changed: 0, same: 0, skipped: 2 })
  const units = await list()
  const parentOf = (name: string) => units.find((unit) => unit.name === name)?.parentId
  expect(units.find(({ id }) => id === parentOf('Thôn 2'))?.parentId).toBe(one.id)
  expect(units.find(({ id }) => id === parentOf('Thôn 3'))?.parentId).toBe(two.id)
})

describe('a row is left out, and says why, when', () => {
  test.each([
    ['it has no name', 'Tên đơn vị,Mã\n,12\n', ['2 error: name required']],
    [
      'it stands right below a row that is wrong',
      'Tên đơn vị,Biên chế\nXã A,nhiều\nXã A,12\n',
      ['2 error: staffNumber not-a-number', '3 new'],
    ],
    ['it stands twice in the file', 'Tên đơn vị\nXã A\nXã A\n', ['2 new', '3 error: name twice-in-file']],
    ['its code stands twice', 'Tên đơn vị,Mã\nXã A,1\nXã B,1\n', ['2 new', '3 error: name twice-in-file']],
    ['its number is none', 'Tên đơn vị,Biên chế\nXã A,12 người\n', ['2 error: staffNumber not-a-number']],
    ['its telephone number is none', 'Tên đơn vị,SĐT\nXã A,abc\n', ['2 error: contactPhone not-a-phone']],
    ['its number is too large', 'Tên đơn vị,Biên chế\nXã A,1.000.001\n', ['2 error: staffNumber number-too-large']],
    ['its day is none', 'Tên đơn vị,Thành lập\nXã A,30/02/2020\n', ['2 error: validFrom no-such-day']],
    ['its century is open', 'Tên đơn vị,Thành lập\nXã A,1/2/20\n', ['2 error: validFrom not-a-date']],
    [
      'its days are reversed',
      'Tên,Thành lập,Giải thể,Ngày giải thể\nXã A,2/1/2020,,1/1/2020\n',
      ['2 error: validTo dates-reversed'],
    ],
    ['its name is too long', `Tên đơn vị\n${'a'.repeat(201)}\n`, ['2 error: name too-long']],
    ['it stands under itself', 'Tên đơn vị,Cấp trên\nXã A,Xã A\n', ['2 error: parent unit-not-known']],
    [
      'rows stand under each other in a circle',
      'Tên đơn vị,Cấp trên\nXã A,Xã B\nXã B,Xã A\n',
      ['2 error: parent unit-under-itself', '3 error: parent parent-row-wrong'],
    ],
    [
      'the row of its parent is left out',
      'Tên đơn vị,Cấp trên,Biên chế\nXã A,Huyện B,1\nHuyện B,,x\n',
      ['2 error: parent parent-row-wrong', '3 error: staffNumber not-a-number'],
    ],
  ])('%s', async (_name, file, said) => {
    expect(sayings(await preview(who, under(), file))).toEqual(said)
  })

  test('a cell holds an error of Excel', async () => {
    const file = workbookOf([
      ['Tên đơn vị', 'Biên chế'],
      ['Xã A', { xml: '<c r="@" t="e"><v>#REF!</v></c>' }],
    ])
    const shown = await preview(who, under(), file)
    expect(cellOf(shown, 2, 'staffNumber')).toMatchObject({ code: 'cell-error', details: { value: '#REF!' } })
  })
})

test('units that are here cannot be put under each other by one file', async () => {
  const one = await create({ name: 'Huyện Một', code: '1', parentId: province.id })
  await create({ name: 'Huyện Hai', code: '2', parentId: province.id })
  const shown = await preview(who, under(), 'Mã,Cấp trên,Tên đơn vị\n1,2,Huyện Một\n2,1,Huyện Hai\n')
  expect(sayings(shown)).toEqual(['2 error: parent unit-under-itself', '3 error: parent unit-under-itself'])
  const moved = await preview(who, under(), 'Mã,Cấp trên,Tên đơn vị\n2,1,Huyện Hai\n')
  expect(sayings(moved)).toEqual(['2 changed: parent unit-moves'])
  await confirm(who, moved)
  expect((await list()).find(({ code }) => code === '2')?.parentId).toBe(one.id)
})

test('headings of two rows with merged cells are understood', async () => {
  const merges = '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/><mergeCell ref="C2:D2"/></mergeCells>'
  const rows = [
    ['DANH SÁCH ĐƠN VỊ'],
    ['TT', 'Tên cơ quan, đơn vị', 'Người liên hệ', null],
    [null, null, 'Họ và tên', 'Số điện thoại'],
    ['(1)', '(2)', '(3)', '(4)'],
    ['1', 'Xã A', 'Trần Văn An', '0912345678'],
  ]
  const shown = await preview(who, under(), workbook([{ rows, after: merges }]))
  expect(shown.headerRow).toBe(3)
  expect(shown.columns.map(({ field }) => field)).toEqual([null, 'name', 'contactName', 'contactPhone'])
  expect(sayings(shown)).toEqual(['5 new'])
})

test('names that nobody knows are chosen once and known from then on', async () => {
  const file = workbook([
    { name: 'Bìa', rows: [['Sở Nội vụ']] },
    {
      name: 'Biểu',
      rows: [
        ['Nơi nào', 'Ai gọi', 'x'],
        ['Xã A', 'An', 'y'],
      ],
    },
  ])
  const first = await preview(who, under(), file)
  expect(first).toMatchObject({ sheets: ['Bìa', 'Biểu'], sheet: 'Bìa', headerRow: 1, rows: [] })
  expect(first.notes.map(({ code }) => code)).toEqual(['heading-not-found', 'column-missing'])
  expect(await confirm(who, first)).toMatchObject({ status: 409, body: { code: 'import-columns-missing' } })

  const choice = { sheet: 'Biểu', headerRow: 1, columns: ['name', 'contactName', null] }
  const chosen = await who('PUT', `/api/imports/${first.id}`, choice)
  expect(chosen).toMatchObject({ status: 200, body: { totals: { new: 1 }, headerRow: 1 } })
  expect(await who('GET', `/api/imports/${first.id}`)).toMatchObject({ status: 200, body: chosen.body as object })
  expect((await confirm(who, chosen.body as typeof first)).status).toBe(200)
  expect((await who('GET', `/api/imports/${first.id}`)).status).toBe(404)

  const second = await preview(who, under(), file)
  expect(second.sheet).toBe('Biểu')
  expect(second.columns).toEqual([
    { ...column, letter: 'A', heading: 'Nơi nào', field: 'name', sample: 'Xã A' },
    { ...column, letter: 'B', heading: 'Ai gọi', field: 'contactName', sample: 'An' },
    { ...column, letter: 'C', heading: 'x', field: null, sample: 'y', isLeftOut: true },
  ])
})

test('a column that holds something and is not imported is named, with the field that it seems to mean', async () => {
  const rows = [
    ['STT', 'Tên đơn vị', 'Biên chế giao năm 2019', 'Zalo của chủ tịch', 'Cột trống'],
    ['1', 'Xã A', '23', '0912', null],
  ]
  const { columns } = await preview(who, under(), workbook([{ rows }]))
  const missed = columns.filter(({ isLeftOut }) => isLeftOut)
  expect(missed.map(({ heading, sample, likely }) => [heading, sample, likely])).toEqual([
    ['Biên chế giao năm 2019', '23', 'staffNumber'],
    ['Zalo của chủ tịch', '0912', null],
  ])
})

const column = { isGuessed: false, isLeftOut: false, likely: null }

test('formulas, foreign letters and hidden sheets are said with the dry run', async () => {
  const rows = [
    ['Tên đơn vị', 'Biên chế'],
    ['Xã A', { xml: '<c r="@"><f>11+1</f><v>12</v></c>' }],
  ]
  const file = workbook([{ rows }, { name: 'Kho', state: 'hidden', rows: [['a']] }])
  expect((await preview(who, under(), file)).notes).toEqual([
    { code: 'formulas-taken-as-values', details: { count: 1 } },
    { code: 'hidden-sheets', details: { count: 1 } },
    { code: 'empty-cells-keep', details: {} },
  ])
  const wide = await preview(who, under(), Buffer.from('\ufeffTên đơn vị\tMã\nXã A\t1\n', 'utf16le'))
  expect(wide.notes[0]).toEqual({ code: 'text-decoded', details: { encoding: 'UTF-16' } })
  expect(cellOf(wide, 2, 'name')?.value).toBe('Xã A')
})

test('decomposed letters are the same letters', async () => {
  await create({ name: 'Xã Hải Hậu', parentId: province.id })
  const shown = await preview(who, under(), 'Tên đơn vị\nXã Hải Hậu\n'.normalize('NFD'))
  expect(sayings(shown)).toEqual(['2 same'])
})

test('a file that is larger than the settings allow is refused', async () => {
  const small = await openOffice({ MAX_UPLOAD_MB: '1' })
  const there = await signInAs(small, 'administrator', null)
  const answer = await send(there, 'units', 'a'.repeat(1024 * 1024 + 1))
  await small.close()
  expect(answer).toMatchObject({ status: 413, body: { code: 'file-too-large' } })
})

test('another sheet is looked through for its own headings', async () => {
  const list = { name: 'Huyện', rows: [['DANH SÁCH'], ['Số TT', 'Tên đơn vị'], ['1', 'Huyện B']] }
  const file = workbook([
    {
      name: 'Xã',
      rows: [
        ['Tên đơn vị', 'Mã'],
        ['Xã A', '1'],
      ],
    },
    list,
  ])
  const first = await preview(who, under(), file)
  expect(first.sheet).toBe('Xã')
  const second = await who('PUT', `/api/imports/${first.id}`, { sheet: 'Huyện', headerRow: 1, columns: [] })
  expect(second.body).toMatchObject({ headerRow: 2, totals: { new: 1 }, rows: [{ row: 3 }] })
  const third = await who('PUT', `/api/imports/${first.id}`, { sheet: 'Huyện', headerRow: 1, columns: [] })
  expect(third.body).toMatchObject({ headerRow: 1, totals: { new: 0 }, rows: [] })
})

test('a sheet or a field that is not there cannot be chosen', async () => {
  const { id } = await preview(who, under(), 'Tên đơn vị\nXã A\n')
  const choose = (sheet: string, columns: string[]) =>
    who('PUT', `/api/imports/${id}`, { sheet, headerRow: 1, columns })
  expect(await choose('Khác', ['name'])).toMatchObject({ status: 400, body: { details: [{ field: 'sheet' }] } })
  expect(await choose('CSV', ['capacity'])).toMatchObject({ status: 400, body: { details: [{ field: 'columns' }] } })
})

test('what changed between the dry run and its confirmation is shown again before anything is done', async () => {
  const district = await create({ name: 'Huyện Hải Hậu', parentId: province.id, staffNumber: 10 })
  const shown = await preview(who, under(), 'Tên đơn vị,Biên chế\nHuyện Hải Hậu,12\n')
  const { id, ...values } = district
  await who('PUT', `/api/units/${id}`, { ...values, staffNumber: 11 })
  const before = await list()
  expect(await confirm(who, shown)).toMatchObject({ status: 409, body: { code: 'import-changed' } })
  expect(await list()).toEqual(before)
  const again = (await who('GET', `/api/imports/${shown.id}`)).body as typeof shown
  expect(cellOf(again, 2, 'staffNumber')).toMatchObject({ was: '11' })
  expect((await confirm(who, again)).status).toBe(200)
})

test('a file that is no table is refused and nothing is kept', async () => {
  expect(await send(who, under(), new Uint8Array([0x25, 0x50, 0x44, 0x46]))).toMatchObject({
    status: 422,
    body: { code: 'not-a-spreadsheet' },
  })
  expect(await who('POST', `/api/imports/${under()}`)).toMatchObject({
    status: 400,
    body: { details: [{ field: 'file' }] },
  })
  const { imports } = office.db.read.tables
  expect(await office.db.read.select({ id: imports.id }).from(imports)).toEqual([])
})

test('an organizer imports under the own unit only, and nobody sees another’s dry run', async () => {
  const mine = await create({ name: 'Huyện Hải Hậu', code: '366', parentId: province.id })
  const other = await create({ name: 'Huyện Giao Thủy', code: '365', parentId: province.id })
  const organizer = await signInAs(office, 'organizer', mine.id)
  expect((await send(organizer, under(other.id), 'Tên đơn vị\nXã A\n')).status).toBe(404)
  expect((await send(organizer, 'units', 'Tên đơn vị\nXã A\n')).status).toBe(403)
  const secretariat = await signInAs(office, 'secretariat', mine.id)
  expect((await send(secretariat, under(mine.id), 'Tên đơn vị\nXã A\n')).status).toBe(403)

  const shown = await preview(
    organizer,
    under(mine.id),
    'Tên đơn vị,Mã,Cấp trên\nXã A,,\nCủa tôi,365,\nXã B,,Huyện Giao Thủy\n',
  )
  expect(sayings(shown)).toEqual(['2 new', '3 new', '4 error: parent unit-not-known'])
  for (const colleague of [who, await signInAs(office, 'organizer', mine.id)]) {
    expect((await colleague('GET', `/api/imports/${shown.id}`)).status).toBe(404)
    expect((await confirm(colleague, shown)).status).toBe(404)
    expect((await colleague('DELETE', `/api/imports/${shown.id}`)).status).toBe(404)
  }
  expect((await organizer('DELETE', `/api/imports/${shown.id}`)).status).toBe(204)
  expect((await organizer('GET', `/api/imports/${shown.id}`)).status).toBe(404)
})

test('the unit itself may stand in the list of what is under it', async () => {
  const shown = await preview(
    who,
    under(),
    'Tên đơn vị,Mã,Cấp trên\nTỉnh Nam Định,36,\nHuyện Hải Hậu,366,Tỉnh Nam Định\n',
  )
  expect(sayings(shown)).toEqual(['2 changed', '3 new'])
  await confirm(who, shown)
  expect(await tree()).toEqual(['Huyện Hải Hậu < Tỉnh Nam Định', 'Tỉnh Nam Định < -'])
})
