import { existsSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readWorkbook } from '../../../server/exchange/reading/read-workbook.ts'
import type { ImportPreview } from '../../../server/exchange/schema.ts'
import { changeOnList, putOnList } from '../../support/delegates.ts'
import { formWith } from '../../support/form.ts'
import { signInAs } from '../../support/office.ts'
import { lines, openDesk, type Desk } from './delegate-desk.ts'
import { sayings } from './uploads.ts'
import { workbookOf } from './workbooks.ts'

const inputs = new URL('../../../../shared/inputs/imports/', import.meta.url)

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.office.close())

describe('an exported list', () => {
  const everything = {
    address: 'Hòa thượng', name: 'Thích Minh Tâm', post: 'Trụ trì', unit: 'Chùa Cổ Lễ', delegation: 'Khối tôn giáo', class: 'Khách mời',
    structure: 'Tôn giáo; Nhân sĩ', sex: 'Nam', birthYear: '1950', phone: '0228 3849 123', number: '0086', seat: 'B12', door: '2',
    introduced: 'Đại diện', representative: 'Đại đức Thích Minh An', link: 'https://vi.du/d/k7m2q9x4', note: '=1+1 "ăn chay"',
  } // prettier-ignore
  const exported = async (query = '') =>
    (await desk.who('GET', `/api/congresses/${desk.congressId}/delegates.xlsx${query}`)).bytes

  test('is the same when it is imported again, twins and formulas and all that the wizard can write', async () => {
    const { office, congressId, preview, confirm } = desk
    await putOnList(office, congressId, [
      everything,
      { name: 'An' },
      { name: 'An' },
      { name: '=HYPERLINK("http://x.vn")' },
    ])
    const more = lines(
      'Họ tên\tTên in\tChức vụ in\tEmail\tDanh hiệu\tTrình độ\tLĩnh vực\tTrực tiếp lao động\tNgày sinh',
      'Bình\tThiếu tướng Bình\tTư lệnh\tb@example.com\tAnh hùng; Nhà giáo\tĐại học\tKinh tế\tx\t12/7/1968',
    )
    await confirm(await preview(more))
    const again = await preview(await exported())
    expect(again.totals).toEqual({ new: 0, changed: 0, same: 5, warning: 0, error: 0 })
    expect(again.columns.filter(({ field }) => field === null)).toEqual([])
    expect(again.columns.at(-1)?.field).toBe('systemCode')
    // By its codes a name is changed, too, also of a twin.
    const sheet = await readWorkbook(await exported())
    const rows = sheet.sheets[0]?.rows.map(({ cells }) => cells.map((cell) => cell?.text ?? '')) ?? []
    const at = rows[0]?.indexOf('Họ và tên') ?? -1
    const renamed = rows.map((cells, row) => (row === 3 ? cells.with(at, 'Ân') : cells))
    expect(sayings(await preview(workbookOf(renamed)))).toEqual(['2 same', '3 same', '4 changed', '5 same', '6 same'])
    // A row that was copied and written anew is somebody new.
    const copied = [...rows, (rows[1] ?? []).with(at, 'Thích Minh Đức').with(rows[0]?.indexOf('Số đại biểu') ?? -1, '')]
    expect((await preview(workbookOf(copied))).rows.at(-1)?.state).toBe('new')
  })

  test('says who stands by and who withdrew, and reads it back', async () => {
    const { who, congressId, preview, confirm } = desk
    for (const [name, standing] of [
      ['An', 'listed'],
      ['Bình', 'alternate'],
      ['Cường', 'withdrawn'],
    ] as const) {
      await who('POST', `/api/congresses/${congressId}/delegates`, { name, standing })
    }
    const { sheets } = await readWorkbook(await exported())
    const rows = sheets[0]?.rows.map(({ cells }) => cells.map((cell) => cell?.text ?? '')) ?? []
    const at = rows[0]?.indexOf('Trong danh sách') ?? -1
    expect(rows.map((cells) => cells[at])).toEqual(['Trong danh sách', 'Chính thức', 'Dự khuyết', 'Đã rút'])
    expect(sayings(await preview(await exported()))).toEqual(['2 same', '3 same', '4 same'])
    // Nobody withdraws by a file, nor comes back by an old one.
    const turned = rows.map((cells, row) => (row === 0 ? cells : cells.with(at, row === 3 ? 'Chính thức' : 'Đã rút')))
    const fault = 'error: standing withdrawn-in-list'
    expect(sayings(await preview(workbookOf(turned)))).toEqual([`2 ${fault}`, `3 ${fault}`, `4 ${fault}`])
    const empty = rows.map((cells, row) => (row === 0 ? cells : cells.with(at, '')))
    expect(sayings(await preview(workbookOf(empty)))).toEqual(['2 same', '3 same', '4 same'])
    await confirm(await preview(lines('Họ tên\tDự bị', 'An\tDự khuyết', 'Dung\tDự bị', 'Giang\tĐã rút')))
    const again = await readWorkbook(await exported())
    const standing = again.sheets[0]?.rows.map(({ cells }) => cells[at]?.text)
    expect(standing).toEqual(['Trong danh sách', 'Dự khuyết', 'Dự khuyết', 'Đã rút', 'Dự khuyết'])
  })

  test.each(['Dự bị', 'Dự khuyết', 'Chính thức/Dự khuyết', 'Trong danh sách'])('knows «%s»', async (heading) => {
    const { columns } = await desk.preview(lines(`Họ tên\t${heading}`, 'An\tDự khuyết'))
    expect(columns[1]).toMatchObject({ field: 'standing', isGuessed: heading !== 'Trong danh sách' })
  })

  test('of another congress is asked about before anything is imported, without a word of what the account may not see', async () => {
    const { office, outside, congressId, preview, confirm, say, secondCongress } = desk
    await putOnList(office, congressId, [{ name: 'An', birthYear: '1970' }])
    const other = await secondCongress()
    const shown = await preview(await exported(), other)
    expect(shown).toMatchObject({ isOtherCongress: true, notes: [{ code: 'other-congress' }, {}] })
    expect(shown.notes[0]?.details['title']).not.toBe('')
    expect(await confirm(shown, other)).toMatchObject({ status: 409, body: { code: 'import-of-other-congress' } })
    const accepted = await say(shown, { isOtherAccepted: true, decidedAll: 'same' })
    expect(await confirm(accepted, other)).toMatchObject({ status: 200, body: { created: 1 } })

    const stranger = await signInAs(office, 'secretariat', outside.unitId)
    const { headers, body } = formWith(await exported('?form=empty'))
    const theirs = await stranger(
      'POST',
      `/api/congresses/${outside.ids['congress'] ?? ''}/delegates-import`,
      body,
      headers,
    )
    expect((theirs.body as ImportPreview).notes[0]).toEqual({ code: 'other-congress', details: { title: '' } })
  })

  test('with nobody in it is a form with all columns and its choices', async () => {
    const { congressId } = desk
    const { sheets } = await readWorkbook(await exported('?form=empty'))
    const headings = sheets[0]?.rows.at(-1)?.cells.map((cell) => cell?.text) ?? []
    expect(headings.slice(0, 3)).toEqual(['Xưng hô', 'Họ và tên', 'Tên in'])
    expect(headings.at(-1)).toBe(`Mã hệ thống (${congressId})`)
    expect(sheets[1]?.rows[0]?.cells.map((cell) => cell?.text)).toEqual([
      ...['Đại biểu chính thức', 'Chính thức', 'Nam', 'Có'],
    ])
  })
})

test('the file with its errors comes back with what was mended, and is imported once it is whole', async () => {
  const { who, preview, confirm, say } = desk
  const shown = await preview(
    lines('Họ tên\tNăm sinh\tGiới tính', 'An\t20200\tNam', 'Bình\t1970\tkhác', 'Cường\t1980\tNam'),
  )
  await say(shown, { mended: [{ row: 2, field: 'birth', text: '2000' }] })
  const back = await who('GET', `/api/imports/${shown.id}/errors.xlsx`)
  const { sheets } = await readWorkbook(back.bytes)
  const rows = sheets[0]?.rows.map(({ cells }) => cells.map((cell) => cell?.text ?? '')) ?? []
  expect(rows[1]?.slice(0, 3)).toEqual(['An', '2000', 'Nam'])
  expect(rows[2]?.[3]).toContain('Giới tính: “khác” không phải giới tính')
  const whole = rows.map((cells, row) => (row === 2 ? cells.with(2, 'Nữ') : cells))
  expect((await confirm(await preview(workbookOf(whole)))).body).toMatchObject({ created: 3, skipped: 0 })
})

test('columns that a unit named itself are known to it from then on, and to no other', async () => {
  const { office, outside, who, preview, confirm } = desk
  const file = lines('Quý danh\tNăm sinh', 'An\t1970')
  const shown = await preview(file)
  const { sheet, headerRow } = shown
  const chosen = await who('PUT', `/api/imports/${shown.id}`, { sheet, headerRow, columns: ['name', 'birth'] })
  await confirm(chosen.body as ImportPreview)
  expect((await preview(file)).columns[0]).toMatchObject({ field: 'name', isGuessed: false })
  const stranger = await signInAs(office, 'secretariat', outside.unitId)
  const { headers, body } = formWith(Buffer.from(file))
  const theirs = await stranger(
    'POST',
    `/api/congresses/${outside.ids['congress'] ?? ''}/delegates-import`,
    body,
    headers,
  )
  expect((theirs.body as ImportPreview).columns[0]?.field).toBeNull()
})

test('nobody else sees or confirms a dry run, nor into another congress', async () => {
  const { office, inside, who, congressId, preview, list, secondCongress } = desk
  const shown = await preview(lines('Họ tên', 'An'))
  const colleague = await signInAs(office, 'secretariat', inside.unitId)
  expect((await colleague('GET', `/api/imports/${shown.id}`)).status).toBe(404)
  const { id, digest } = shown
  const taken = await colleague('POST', `/api/congresses/${congressId}/delegates-import/confirm`, { id, digest })
  expect(taken.status).toBe(404)
  const other = await secondCongress()
  expect((await who('POST', `/api/congresses/${other}/delegates-import/confirm`, { id, digest })).status).toBe(404)
  expect(await list()).toEqual([])
})

test('many rows are imported, undone and brought back as one act each', async () => {
  const { office, who, congressId, preview, confirm, list } = desk
  const names = Array.from({ length: 1500 }, (_each, at) => `Nguyễn Văn ${String(at)}\t1970`)
  const done = await confirm(await preview(lines('Họ tên\tNăm sinh', ...names)))
  expect(done.body).toMatchObject({ created: 1500 })
  const before = await list()
  const undone = await who('POST', `/api/acts/${done.actId ?? ''}/undo`)
  expect([undone.status, (await list()).length]).toEqual([204, 0])
  expect((await who('POST', `/api/acts/${undone.actId ?? ''}/undo`)).status).toBe(204)
  expect(await list()).toEqual(before)
  // What was changed since stands in the way of the whole.
  const [record] = await office.db.read.select().from(office.db.read.tables.delegates)
  await changeOnList(office, congressId, record?.id ?? '', { post: 'Bí thư' })
  expect(await who('POST', `/api/acts/${done.actId ?? ''}/undo`)).toMatchObject({ status: 409 })
  expect(await list()).toHaveLength(1500)
})

test('twenty thousand rows with a fault each are told page by page, and whole in the file that comes back', async () => {
  const { who, send } = desk
  const rows = Array.from({ length: 20_000 }, (_each, at) => `Nguyễn Văn ${String(at)}\t20200`)
  const answer = await send(lines('Họ tên\tNăm sinh', ...rows))
  const shown = answer.body as ImportPreview
  expect(shown).toMatchObject({ totals: { error: 20_000, new: 0 }, rowCount: 20_000, found: 20_000, page: 1 })
  expect(answer.bytes.length).toBeLessThan(100_000)
  const look = async (query: string) => (await who('GET', `/api/imports/${shown.id}?${query}`)).body as ImportPreview
  const last = await look(`show=error&page=999&digest=${shown.digest}`)
  expect([last.page, last.rows.length, last.rows.at(-1)?.row]).toEqual([200, 100, 20_001])
  expect((await look('show=new')).rows).toEqual([])
  const { sheets } = await readWorkbook((await who('GET', `/api/imports/${shown.id}/errors.xlsx`)).bytes)
  const told = sheets[0]?.rows.filter(({ cells }) => cells.at(-1)?.text.includes('không phải là năm'))
  expect(told).toHaveLength(20_000)
})

test('two hundred columns are read, those beyond are told, and what is not known is left to a person', async () => {
  const { preview } = desk
  const wide = (begin: string, of: (at: number) => string) =>
    [begin, ...Array.from({ length: 209 }, (_each, at) => of(at))].join('\t')
  const shown = await preview(
    lines(
      wide('Họ tên', (at) => `Cột ${String(at)}`),
      wide('An', () => 'x'),
    ),
  )
  expect(shown.columns).toHaveLength(200)
  expect(shown.notes[0]).toEqual({ code: 'columns-left-out', details: { count: 10 } })
  expect(sayings(shown)).toEqual(['2 new'])
})

describe.skipIf(!existsSync(inputs))('workbooks of another program', () => {
  const open = (name: string) => desk.preview(readFileSync(new URL(name, inputs)))

  test('are imported after a look at what their columns mean', async () => {
    const { confirm } = desk
    const shown = await open('evap-valid_user_import.xlsx')
    expect(shown.columns.map(({ field }) => field)).toEqual(['address', 'firstName', 'lastName', 'email'])
    expect(shown.rows.map(({ state, cells }) => [state, cells.find(({ field }) => field === 'name')?.value])).toEqual([
      ['new', 'Lucilia Manilium'],
      ['new', 'Bastius Quid'],
    ])
    expect((await confirm(shown)).body).toMatchObject({ created: 2, skipped: 0 })
  })

  test('that are no list are not guessed at, and every fault is named at once', async () => {
    const { who } = desk
    const shown = await open('evap-invalid_user_import.xlsx')
    expect(shown.notes.map(({ code }) => code)).toEqual(['heading-not-found', 'column-missing'])
    expect(shown.columns.map(({ field, sample }) => [field, sample])).toEqual([
      [null, 'Hopefully'],
      [null, 'this'],
      [null, 'file'],
      [null, 'does'],
    ])
    const { sheet, headerRow } = shown
    const columns = ['name', 'birth', 'sex', 'email']
    const chosen = await who('PUT', `/api/imports/${shown.id}`, { sheet, headerRow, columns })
    expect(sayings(chosen.body as ImportPreview)).toEqual([
      '1 error: sex sex-not-known: birth not-a-year: email not-an-email',
      '2 error: birth not-a-year',
    ])
  })
})
