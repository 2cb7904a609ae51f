import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type {
  CongressList,
  CongressLists,
  ListImported,
  ListPreview,
  ListRowShown,
} from '../../../server/lists/schema.ts'
import { formWith } from '../../support/form.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { buildDistricts, type Subtree } from '../../support/districts.ts'

let office: TestOffice
let who: Browser
let inside: Subtree
let outside: Subtree
let base: string
beforeEach(async () => {
  office = await openOffice()
  ;({ inside, outside } = await buildDistricts(office))
  who = await signInAs(office, 'secretariat', inside.unitId)
  base = `/api/congresses/${inside.ids['congress'] ?? ''}/lists`
})
afterEach(() => office.close())

const show = async (list = 'delegates') => (await who('GET', `${base}/${list}`)).body as CongressList
const names = async (list = 'delegates') => (await show(list)).rows.map(({ values }) => values['name'])
const add = async (values: Record<string, string>, list = 'delegates') => {
  const answer = await who('POST', `${base}/${list}/rows`, { values })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return answer.body as ListRowShown
}
const undo = (actId: string | null) => who('POST', `/api/acts/${actId ?? ''}/undo`)

/** The list whose tables are brought here; delegates are imported on a page of their own. */
const members = 'members'
const bring = async (table: string | Uint8Array, query = '', list = members) => {
  const { headers, body } = formWith(typeof table === 'string' ? Buffer.from(table) : table, 'dán.tsv')
  const preview = await who('POST', `${base}/${list}/preview?${query}`, body, headers)
  const confirm = (digest = (preview.body as ListPreview).digest) =>
    who('POST', `${base}/${list}/import?${query}&digest=${digest}`, body, headers)
  return { answer: preview, preview: preview.body as ListPreview, confirm }
}
const sayings = ({ rows }: ListPreview) =>
  rows.map(({ row, state, cells }) =>
    [
      `${String(row)} ${state}`,
      ...cells.flatMap(({ field, code, was }) =>
        code !== null ? [`${field} ${code}`] : was !== null ? [`${field} was ${was}`] : [],
      ),
    ].join(', '),
  )

describe('rows of a list', () => {
  test('are added at the end, changed, and undone; what is left out of a change stays', async () => {
    const first = await add({ name: 'Nguyễn  Văn\tAn', sex: 'nam', unit: '' })
    expect(first.values).toEqual({ name: 'Nguyễn Văn An', sex: 'Nam' })
    await add({ name: 'Trần Thị Bình' })
    const changed = await who('PUT', `${base}/delegates/rows`, {
      rows: [{ id: first.id, version: first.version, values: { post: 'Chủ tịch' } }],
    })
    expect(changed.body).toMatchObject({ rows: [{ values: { name: 'Nguyễn Văn An', sex: 'Nam', post: 'Chủ tịch' } }] })
    expect((await undo(changed.actId)).status).toBe(204)
    expect((await show()).rows.map(({ values }) => values)).toEqual([
      { name: 'Nguyễn Văn An', sex: 'Nam' },
      { name: 'Trần Thị Bình' },
    ])
    const { lists } = (await who('GET', base)).body as CongressLists
    expect(lists.map(({ list, rowCount }) => [list, rowCount])).toEqual([
      ['delegates', 2],
      ['honours', 0],
      ['members', 0],
      ['quotas', 0],
      ['seats', 0],
    ])
  })

  test('are refused, with what is wrong, and nothing is kept', async () => {
    const refused = async (values: object) => (await who('POST', `${base}/delegates/rows`, { values })).body
    expect(await refused({ post: 'Chủ tịch' })).toMatchObject({
      details: [{ field: 'values.name', rule: 'required' }],
    })
    expect(await refused({ name: 'An', sex: 'khác' })).toMatchObject({
      details: [{ field: 'values.sex', rule: 'not-a-choice' }],
    })
    expect(await refused({ name: 'An', constructor: 'x' })).toMatchObject({
      details: [{ field: 'values.constructor', rule: 'unknown-key' }],
    })
    expect(await refused({ name: 'A'.repeat(301) })).toMatchObject({ code: 'invalid' })
    expect((await who('POST', `${base}/papers/rows`, { values: { name: 'An' } })).status).toBe(404)
    expect((await who('GET', `${base}/nothing`)).status).toBe(404)
    expect(await names()).toEqual([])
  })

  test('keep text that looks like markup or a formula as it is', async () => {
    const name = `<img src=x onerror=alert(1)> {{title}} =1+1 '); DROP TABLE list_rows;--`
    await add({ name })
    expect(await names()).toEqual([name])
    await add({ name }, members)
    const { bytes } = await who('GET', `${base}/members/export.xlsx`)
    expect(sayings((await bring(bytes)).preview)).toEqual(['2 same'])
  })

  test('of an old version change nothing and come back as they stand', async () => {
    const { id, version: first } = await add({ name: 'An' })
    const other = await add({ name: 'Bình' })
    const put = (version: number, name: string) =>
      who('PUT', `${base}/delegates/rows`, {
        rows: [
          { id: other.id, version: other.version, values: { post: 'Thư ký' } },
          { id, version, values: { name } },
        ],
      })
    expect(await put(7, 'Cường')).toMatchObject({
      status: 409,
      body: { code: 'stale', details: { current: { id, values: { name: 'An' } } } },
    })
    expect((await show()).rows.map(({ values }) => values)).toEqual([{ name: 'An' }, { name: 'Bình' }])
    expect((await put(first, 'Cường')).status).toBe(200)
  })

  test('go before another one, and an undo puts them back', async () => {
    const rows = []
    for (const name of ['An', 'Bình', 'Cường', 'Dung']) rows.push(await add({ name }))
    const [an, , cuong, dung] = rows
    const order = (ids: (string | undefined)[], beforeId: string | null) =>
      who('PUT', `${base}/delegates/order`, { ids, beforeId })
    const moved = await order([dung?.id, cuong?.id], an?.id ?? '')
    expect(await names()).toEqual(['Dung', 'Cường', 'An', 'Bình'])
    expect((await undo(moved.actId)).status).toBe(204)
    expect(await names()).toEqual(['An', 'Bình', 'Cường', 'Dung'])
    await order([an?.id], null)
    expect(await names()).toEqual(['Bình', 'Cường', 'Dung', 'An'])
    for (let at = 0; at < 30; at += 1) await order([(await show()).rows[3]?.id], (await show()).rows[1]?.id ?? null)
    expect(new Set(await names()).size).toBe(4)
  })

  test('are deleted together, and an undo brings them back to their places', async () => {
    for (const name of ['An', 'Bình', 'Cường']) await add({ name })
    const [an, , cuong] = (await show()).rows
    const gone = await who('POST', `${base}/delegates/rows/remove`, {
      rows: [an, cuong].map((row) => ({ id: row?.id, version: row?.version })),
    })
    expect(gone.status).toBe(204)
    expect(await names()).toEqual(['Bình'])
    expect((await undo(gone.actId)).status).toBe(204)
    expect(await names()).toEqual(['An', 'Bình', 'Cường'])
  })

  test('of another unit are not to be reached, nor through an own congress', async () => {
    const stranger = await signInAs(office, 'secretariat', outside.unitId)
    const { id, version } = await add({ name: 'An' })
    expect((await stranger('GET', `${base}/delegates`)).status).toBe(404)
    expect((await stranger('POST', `${base}/delegates/rows`, { values: { name: 'Bình' } })).status).toBe(404)
    const theirs = `/api/congresses/${outside.ids['congress'] ?? ''}/lists/delegates/rows`
    const rows = [{ id, version }]
    expect((await stranger('POST', `${theirs}/remove`, { rows })).status).toBe(409)
    expect((await stranger('PUT', theirs, { rows: [{ id, version, values: { name: 'X' } }] })).status).toBe(409)
    const viewer = await signInAs(office, 'viewer', inside.unitId)
    expect((await viewer('GET', `${base}/delegates`)).status).toBe(200)
    expect((await viewer('POST', `${base}/delegates/rows/remove`, { rows })).status).toBe(403)
    expect(await names()).toEqual(['An'])
  })
})

describe('a table that is brought', () => {
  test('is understood by its headings in both languages, and keeps the ids of those it knows again', async () => {
    const an = await add({ name: 'Nguyễn Văn An', unit: 'xã Hải Anh', post: 'Bí thư', role: 'Trưởng ban' }, members)
    const table = 'STT\tHỌ VÀ TÊN\tUnit\tChuc vu\n1\tNguyen van An\txa Hai Anh\tChủ tịch\n2\tTrần Thị Bình\t\t\n'
    const { preview, confirm } = await bring(table)
    expect(preview.columns.map(({ field }) => field)).toEqual([null, 'name', 'unit', 'post'])
    expect(sayings(preview)).toEqual([
      '2 changed, name was Nguyễn Văn An, post was Bí thư, unit was xã Hải Anh',
      '3 new',
    ])
    const done = await confirm()
    expect(done.body).toEqual({ created: 1, changed: 1, same: 0, removed: 0, skipped: 0 } satisfies ListImported)
    const { rows } = await show(members)
    expect(rows[0]).toMatchObject({ id: an.id, values: { post: 'Chủ tịch', role: 'Trưởng ban' } })
    expect((await undo(done.actId)).status).toBe(204)
    expect((await show(members)).rows).toMatchObject([{ id: an.id, values: { post: 'Bí thư' } }])
  })

  test('without headings is taken in the order of the list, from the name on', async () => {
    const { preview } = await bring('Trần Thị Bình\tHiệu trưởng\nLê Văn Cường\t\n')
    expect(preview.headerRow).toBeNull()
    expect(preview.columns.map(({ field }) => field)).toEqual(['name', 'post'])
    const chosen = await bring('Hiệu trưởng\tTrần Thị Bình\nGiám đốc\tLê Văn Cường\n', 'columns=post,name')
    expect(chosen.preview.rows[0]?.cells.map(({ field, value }) => [field, value])).toEqual([
      ['name', 'Trần Thị Bình'],
      ['post', 'Hiệu trưởng'],
    ])
    const wrong = await bring('a\tb\n', 'columns=post,nothing')
    expect(wrong.answer).toMatchObject({ status: 400, body: { details: [{ field: 'columns' }] } })
    expect((await bring('a\tb\n', 'columns=name,name')).answer.status).toBe(400)
  })

  test('says of each cell what is wrong, and only the rows without a fault are taken', async () => {
    const table = [
      'Họ và tên\tBan\tĐơn vị\tNhiệm vụ',
      'An\tBan Tổ chức\t\t',
      '\tĐoàn đại biểu\t\t',
      `Bình\tkhông rõ\t\t${'x'.repeat(301)}`,
      'Dung\tban to chuc\t\t',
      'Dung\tBan Tổ chức\t\tThành viên',
      'Dung\tĐoàn đại biểu\t\t',
    ].join('\n')
    const { preview, confirm } = await bring(table)
    expect(sayings(preview)).toEqual([
      '2 new',
      '3 error, name required',
      '4 error, body not-among-choices, role too-long',
      '5 new',
      '6 error, body twice-in-file',
      '7 new',
    ])
    expect((await confirm()).body).toMatchObject({ created: 3, skipped: 3 })
    expect((await show(members)).rows.map(({ values }) => [values['name'], values['body']])).toEqual([
      ['An', 'Ban Tổ chức'],
      ['Dung', 'Ban Tổ chức'],
      ['Dung', 'Đoàn đại biểu'],
    ])
  })

  test('knows a unit under the heading of several words that offices give it', async () => {
    const { preview } = await bring(
      'TT\tHọ và tên\tChức vụ\tCơ quan/đơn vị/địa phương\tQuê quán\n1\tAn\t\tSở Y tế\tÝ Yên\n',
    )
    expect(preview.columns.map(({ heading, field }) => `${heading}: ${field ?? '-'}`)).toEqual([
      ': -',
      'Họ và tên: name',
      'Chức vụ: post',
      'Cơ quan/đơn vị/địa phương: unit',
      'Quê quán: -',
    ])
  })

  test('of people who attend has a page of its own', async () => {
    expect((await bring('Họ tên\nAn\n', '', 'delegates')).answer.status).toBe(404)
    expect((await who('GET', `${base}/delegates/export.xlsx`)).status).toBe(404)
  })

  test('can replace the list: others go, empty cells empty, the order is that of the table, ids stay', async () => {
    for (const name of ['An', 'Bình', 'Cường']) await add({ name, post: 'Thư ký', role: 'Thành viên' }, members)
    const before = (await show(members)).rows
    const { preview, confirm } = await bring('Họ tên\tChức vụ\nCường\t\nDung\tGiám đốc\nAn\tThư ký\n', 'others=go')
    expect(preview.removed).toEqual(['Bình'])
    expect(sayings(preview)).toEqual(['2 changed, post was Thư ký', '3 new', '4 same'])
    const done = await confirm()
    expect(done.body).toMatchObject({ created: 1, changed: 1, same: 1, removed: 1 })
    const { rows } = await show(members)
    expect(rows.map(({ values }) => values)).toEqual([
      { name: 'Cường', role: 'Thành viên' },
      { name: 'Dung', post: 'Giám đốc' },
      { name: 'An', post: 'Thư ký', role: 'Thành viên' },
    ])
    expect([rows[0]?.id, rows[2]?.id]).toEqual([before[2]?.id, before[0]?.id])
    expect((await undo(done.actId)).status).toBe(204)
    expect((await show(members)).rows.map(({ id, values }) => ({ id, values }))).toEqual(
      before.map(({ id, values }) => ({ id, values })),
    )
  })

  test('a row with a fault does not make the one that it names go', async () => {
    await add({ name: 'An', post: 'Thư ký' }, members)
    const { preview, confirm } = await bring(`Họ tên\tChức vụ\nAn\t${'x'.repeat(301)}\nBình\t\n`, 'others=go')
    expect(preview.removed).toEqual([])
    await confirm()
    expect(await names(members)).toEqual(['An', 'Bình'])
  })

  test('is taken only as it was shown', async () => {
    const { confirm } = await bring('Họ tên\nAn\n')
    await add({ name: 'An', post: 'Thư ký' }, members)
    expect(await confirm()).toMatchObject({ status: 409, body: { code: 'import-changed' } })
    const again = await bring('Họ tên\nAn\n')
    expect(await again.confirm()).toMatchObject({ status: 409, body: { code: 'nothing-to-import' } })
    expect((await show(members)).rows).toHaveLength(1)
  })

  test('that is no table is refused, and so are too many rows', async () => {
    expect((await bring('<html><table></table></html>')).answer.status).toBe(422)
    expect((await bring(Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]))).answer.status).toBe(422)
    const many = Array.from({ length: 5001 }, (_each, at) => `Người ${String(at)}`).join('\n')
    expect((await bring(`Họ tên\n${many}`)).answer).toMatchObject({ status: 409, body: { code: 'list-full' } })
  })

  test.each([
    ['members', 'Ban\tHọ và tên\nBan Tổ chức\tAn\nTiểu ban Nội dung\tAn\n', 2],
    ['honours', 'Tập thể, cá nhân\tDanh hiệu\nXã A\tHuân chương\nXã A\tBằng khen\n', 2],
    ['quotas', 'Đơn vị\tTổng số\nHuyện A\t12\nHuyện B\t1.024\n', 2],
  ])('reads the list of %s back as it was exported', async (list, table, count) => {
    await (await bring(table, 'others=go', list)).confirm()
    const exported = await who('GET', `${base}/${list}/export.xlsx`)
    const { preview } = await bring(exported.bytes, 'others=go', list)
    expect(preview.totals).toMatchObject({ same: count, new: 0, changed: 0, error: 0 })
    expect(preview.removed).toEqual([])
  })

  test('of 5,000 rows is taken and undone as one act', { timeout: 120_000 }, async () => {
    const lines = Array.from({ length: 5000 }, (_each, at) => `Nguyễn Văn ${String(at)}\txã ${String(at % 226)}`)
    const done = await (await bring(`Họ và tên\tĐơn vị\n${lines.join('\n')}`)).confirm()
    expect(done.body).toMatchObject({ created: 5000 })
    const { rows } = await show(members)
    expect(rows).toHaveLength(5000)
    expect(rows[4999]?.values['name']).toBe('Nguyễn Văn 4999')
    expect((await who('POST', `${base}/members/rows`, { values: { name: 'An' } })).body).toMatchObject({
      code: 'list-full',
    })
    expect((await undo(done.actId)).status).toBe(204)
    expect((await show(members)).rows).toEqual([])
  })
})
