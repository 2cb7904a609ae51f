import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ImportPreview, ImportRow } from '../../../server/exchange/schema.ts'
import { putOnList } from '../../support/delegates.ts'
import { lines, openDesk, type Desk } from './delegate-desk.ts'
import { cellOf, sayings } from './uploads.ts'
import { workbookOf } from './workbooks.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.office.close())

const questionOf = ({ rows }: ImportPreview, row: number): ImportRow['question'] =>
  rows.find((each) => each.row === row)?.question
test('a list with the office’s own names is shown first, imported as shown, the same when it comes again, and undone as one', async () => {
  const { who, preview, confirm, list, everybody } = desk
  const file = workbookOf([
    ['DANH SÁCH ĐẠI BIỂU'],
    ['TT', 'Họ tên ĐB', 'Giới', 'NS', 'Đơn vị', 'Chức vụ, nghề nghiệp', 'Thành phần', 'Đoàn', 'Cơ cấu', 'SĐT'],
    [1, 'Nguyễn Văn An', 'Nam', 1974, 'Xã Hải Anh', 'Chủ tịch', 'Chính thức', 'Huyện Hải Hậu', 'Nữ; Trẻ', '0912 345 678'],
    [2, 'Trần Thị Bình', 'nữ', '12/7/1969', 'Xã Hải Bắc', 'Nông dân', 'khách mời', '', '', ''],
  ]) // prettier-ignore
  const shown = await preview(file)
  expect(shown.columns.map(({ field }) => field)).toEqual(
    [null, 'name', 'sex', 'birth', 'unit', 'post', 'class', 'delegation', 'structure', 'phone'], // prettier-ignore
  )
  expect(sayings(shown)).toEqual(['3 new', '4 new'])
  expect(await list()).toEqual([])
  const before = await everybody()
  const done = await confirm(shown)
  expect(done).toMatchObject({ status: 200, body: { created: 2, changed: 0, same: 0, skipped: 0 } })
  expect(await list()).toEqual([
    { name: 'Nguyễn Văn An', sex: 'Nam', birthYear: '1974', unit: 'Xã Hải Anh', post: 'Chủ tịch', class: 'Đại biểu chính thức', delegation: 'Huyện Hải Hậu', structure: 'Nữ; Trẻ', phone: '0912 345 678' },
    { name: 'Trần Thị Bình', sex: 'Nữ', birthYear: '1969', unit: 'Xã Hải Bắc', post: 'Nông dân', class: 'Khách mời' },
  ]) // prettier-ignore
  expect((await everybody()).find(({ name }) => name === 'Trần Thị Bình')?.birthDate).toBe('1969-07-12')

  const again = await preview(file)
  expect(again.totals).toEqual({ new: 0, changed: 0, same: 2, warning: 0, error: 0 })
  expect(await confirm(again)).toMatchObject({ status: 409, body: { code: 'nothing-to-import' } })

  expect((await who('POST', `/api/acts/${done.actId ?? ''}/undo`)).status).toBe(204)
  expect(await list()).toEqual([])
  expect(await everybody()).toEqual(before)
})

test('each wrong cell is told, and only rows without an error are imported', async () => {
  const { preview, confirm, list } = desk
  const shown = await preview(
    lines(
      'Họ và tên\tNăm sinh\tGiới tính\tThành phần\tEmail\tĐiện thoại\tTrực tiếp lao động\tGhi chú',
      'An\t20200\t\t\t\t\t\t',
      'Bình\t31/2/1970\t\t\t\t\t\t',
      'Cường\t2090\tkhác\tnhạc công\tnot an address\tsố nào\tcó lẽ\t' + 'x'.repeat(301),
      '\t1970\t\t\t\t\t\t',
      '=HYPERLINK("http://x.vn","Dung")\t1970\t\t\t\t\t\t@cmd',
    ),
  )
  expect(sayings(shown)).toEqual([
    '2 error: birth not-a-year',
    '3 error: birth no-such-day',
    '4 error: class class-not-known: sex sex-not-known: birth not-a-year: phone not-a-phone: email not-an-email: isDirectWorker yes-or-no: note too-long',
    '5 error: name required',
    '6 new: name name-odd',
  ])
  expect((await confirm(shown)).body).toMatchObject({ created: 1, skipped: 4 })
  expect(await list()).toMatchObject([{ name: '=HYPERLINK("http://x.vn","Dung")', note: '@cmd' }])
})

test('a cell is mended in its place, and the list is imported with what was written', async () => {
  const { who, preview, confirm, say, everybody } = desk
  const shown = await preview(lines('Họ và tên\tNăm sinh', 'An\t20200', 'Bình\t1970'))
  const mended = await say(shown, { mended: [{ row: 2, field: 'birth', text: '2000' }] })
  expect(sayings(mended)).toEqual(['2 new', '3 new'])
  expect(cellOf(mended, 2, 'birth')?.value).toBe('2000')
  const back = await say(mended, { mended: [{ row: 2, field: 'birth', text: null }] })
  expect(sayings(back)).toEqual(['2 error: birth not-a-year', '3 new'])
  await confirm(await say(back, { mended: [{ row: 2, field: 'birth', text: '1/2/2000' }] }))
  expect((await everybody()).find(({ name }) => name === 'An')?.birthDate).toBe('2000-02-01')
  const refused = await who('PUT', `/api/imports/${shown.id}/rows`, {})
  expect(refused.status).toBe(404)
})

test('a year of birth that makes somebody too young or too old is told, imported all the same, and mended in its place', async () => {
  const { office, congressId, preview, confirm, say, list } = desk
  const { congresses } = office.db.read.tables
  const held = (await office.db.read.select().from(congresses)).find(({ id }) => id === congressId)?.dateFrom
  const year = Number((held ?? office.now().toISOString()).slice(0, 4))
  const file = ['An', 'Bình', 'Cường', 'Dung'].map(
    (name, at) => `${name}\t${String(year - ([13, 14, 105, 106][at] ?? 0))}`,
  )
  const shown = await preview(lines('Họ và tên\tNăm sinh', ...file))
  expect(sayings(shown)).toEqual(['2 new: birth birth-too-young', '3 new', '4 new', '5 new: birth birth-too-old'])
  expect(cellOf(shown, 2, 'birth')).toMatchObject({ state: 'warning', details: { age: 13 } })
  const mended = await say(shown, { mended: [{ row: 2, field: 'birth', text: '1990' }] })
  expect(sayings(mended)).toEqual(['2 new', '3 new', '4 new', '5 new: birth birth-too-old'])
  expect((await confirm(mended)).body).toMatchObject({ created: 4, skipped: 0 })
  expect(await list()).toHaveLength(4)
  // What stands so on the list was meant.
  expect(sayings(await preview(lines('Họ và tên\tNăm sinh', ...file.slice(3))))).toEqual(['2 same'])
})

test('names in two columns are one, in the order that the headings have or a person chose', async () => {
  const { who, preview } = desk
  const english = await preview(lines('Title\tFirst name\tLast name\tEmail', '\tLucilia\tManilium\tl@example.com'))
  expect([english.nameOrder, cellOf(english, 2, 'name')?.value]).toEqual(['given-first', 'Lucilia Manilium'])
  const { sheet, headerRow, columns } = english
  const turned = await who('PUT', `/api/imports/${english.id}`, {
    ...{ sheet, headerRow, columns: columns.map(({ field }) => field) },
    nameOrder: 'family-first',
  })
  expect(cellOf(turned.body as ImportPreview, 2, 'name')?.value).toBe('Manilium Lucilia')
  const own = await preview(lines('Họ và tên đệm\tTên\tNS', 'Nguyễn Văn\tAn\t1970'))
  expect([own.nameOrder, cellOf(own, 2, 'name')?.value]).toEqual(['family-first', 'Nguyễn Văn An'])
})

describe('who is meant', () => {
  test('is known by name and year or unit, keeps what the file does not say, and changes what it does', async () => {
    const { office, congressId, preview, confirm, list } = desk
    await putOnList(office, congressId, [
      { name: 'Nguyễn Văn An', birthYear: '1970', unit: 'Xã A', seat: 'B12' },
      { name: 'Trần Thị Bình', unit: 'Xã B' },
    ])
    const shown = await preview(
      lines(
        'Họ tên\tNăm sinh\tĐơn vị\tChức vụ',
        'nguyễn văn an\t12/7/1970\tXã A\tBí thư',
        'Trần Thị Bình\t1980\tXã B\t',
      ),
    )
    expect(shown.rows.map(({ state }) => state)).toEqual(['changed', 'changed'])
    expect(cellOf(shown, 2, 'birth')).toMatchObject({ state: 'changed', was: '1970' })
    await confirm(shown)
    expect(await list()).toMatchObject([{ post: 'Bí thư', seat: 'B12', unit: 'Xã A' }, { birthYear: '1980' }])
  })

  test('is asked where marks differ, a year differs in the same unit, or two are alike', async () => {
    const { office, congressId, preview, confirm, say, list } = desk
    const ids = await putOnList(office, congressId, [
      { name: 'Hoàng Thị Hòa', birthYear: '1970' },
      { name: 'Lê Văn Cường', birthYear: '1980', unit: 'Xã C' },
      { name: 'Phạm Văn Dũng', post: 'Bí thư' },
      { name: 'Phạm Văn Dũng', post: 'Chủ tịch' },
    ])
    const file = lines(
      'Họ tên\tNăm sinh\tĐơn vị\tGhi chú',
      'Hoàng Thị Hoa\t1970\t\ta',
      'Lê Văn Cường\t1981\tXã C\tb',
      'Phạm Văn Dũng\t\t\tc',
      'Lê Văn Cường\t1985\tXã D\td',
    )
    const shown = await preview(file)
    expect(shown.rows.map(({ state }) => state)).toEqual(['choose', 'choose', 'choose', 'new'])
    expect(shown.totals).toMatchObject({ choose: 3, new: 1 })
    expect(questionOf(shown, 4)?.candidates.map(({ id, post }) => [id, post])).toEqual([
      [ids[2], 'Bí thư'],
      [ids[3], 'Chủ tịch'],
    ])
    const decided = await say(shown, {
      decided: [
        { row: 2, decision: 'new' },
        { row: 3, decision: 'skip' },
        { row: 4, decision: ids[3] },
      ],
    })
    expect(decided.rows.map(({ state }) => state)).toEqual(['new', 'skipped', 'changed', 'new'])
    expect((await confirm(decided)).body).toEqual({ created: 2, changed: 1, same: 0, skipped: 1 })
    expect((await list()).map(({ name, note }) => [name, note])).toEqual([
      ['Hoàng Thị Hòa', undefined],
      ['Lê Văn Cường', undefined],
      ['Phạm Văn Dũng', undefined],
      ['Phạm Văn Dũng', 'c'],
      ['Hoàng Thị Hoa', 'a'],
      ['Lê Văn Cường', 'd'],
    ])
    // A decision about somebody who is none of them decides nothing.
    const foreign = await say(await preview(file), { decided: [{ row: 3, decision: congressId }] })
    expect(foreign.rows.map(({ state }) => state)).toEqual(['same', 'choose', 'same', 'same'])
  })

  test('somebody of another congress is proposed to be the same person, who is then kept once', async () => {
    const { office, outside, who, preview, confirm, say, list, everybody, secondCongress } = desk
    const other = await secondCongress()
    await putOnList(office, other, [
      { name: 'Nguyễn Văn An', birthYear: '1970', phone: '0912 345 678' },
      { name: 'Trần Thị Bình', birthYear: '1980' },
    ])
    await putOnList(office, outside.ids['congress'] ?? '', [{ name: 'Lê Văn Cường', birthYear: '1985' }])
    const before = (await everybody()).length
    const file = lines(
      'Họ tên\tNăm sinh\tĐiện thoại',
      'Nguyễn Văn An\t1970\t0913 345 678',
      'Trần Thị Bình\t1980\t',
      'Lê Văn Cường\t1985\t',
    )
    const shown = await preview(file)
    expect(shown.rows.map(({ state }) => state)).toEqual(['choose', 'choose', 'new'])
    expect(shown.exact).toEqual({ count: 2, decision: null })
    expect(questionOf(shown, 2)).toMatchObject({ code: 'known-elsewhere', isExact: true })
    const decided = await say(shown, { decidedAll: 'same', decided: [{ row: 3, decision: 'new' }] })
    expect(decided.rows.map(({ state }) => state)).toEqual(['new', 'new', 'new'])
    expect(cellOf(decided, 2, 'phone')).toMatchObject({ state: 'changed', was: '0912 345 678' })
    const done = await confirm(decided)
    expect(done.body).toMatchObject({ created: 3 })
    expect((await everybody()).length).toBe(before + 2)
    expect((await list(other))[0]).toMatchObject({ phone: '0913 345 678' })
    expect((await preview(file)).totals).toMatchObject({ same: 3, new: 0 })
    expect((await who('POST', `/api/acts/${done.actId ?? ''}/undo`)).status).toBe(204)
    expect((await list(other))[0]).toMatchObject({ phone: '0912 345 678' })
  })

  test('the same name and year twice in a file is an error where nothing differs, and asked where something does', async () => {
    const { preview, confirm, say } = desk
    const shown = await preview(
      lines(
        'Họ tên\tNăm sinh\tĐơn vị',
        'An\t1970\tXã A',
        'An\t1970\t',
        'An\t1970\tXã B',
        'Bình\t\tXã A',
        'Bình\t\tXã B',
      ),
    )
    expect(sayings(shown)).toEqual(['2 new', '3 error: name twice-in-file', '4 choose', '5 new', '6 new'])
    expect(questionOf(shown, 4)).toMatchObject({ code: 'same-in-file', details: { row: 2 }, candidates: [] })
    const decided = await say(shown, { decided: [{ row: 4, decision: 'new' }] })
    expect((await confirm(decided)).body).toMatchObject({ created: 4, skipped: 1 })
  })

  test('a number stands for one delegate', async () => {
    const { office, congressId, preview } = desk
    await putOnList(office, congressId, [
      { name: 'An', number: '0086' },
      { name: 'Bình', number: '0087' },
    ])
    const shown = await preview(lines('Họ tên\tSố thẻ', 'Cường\t0090', 'Dung\t0090', 'An\t86', 'Bình\t0087'))
    expect(sayings(shown)).toEqual(['2 new', '3 error: number twice-in-file', '4 changed: number zero-lost', '5 same'])
    const taken = await preview(lines('Họ tên\tSố thẻ', 'Em\t0086'))
    expect(taken.rows[0]).toMatchObject({
      state: 'error',
      question: { code: 'known-here', candidates: [{ name: 'An' }] },
    })
  })
})
