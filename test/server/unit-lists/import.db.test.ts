import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Delegate } from '../../../server/delegates/schema.ts'
import { readWorkbook } from '../../../server/exchange/reading/read-workbook.ts'
import type { ImportPreview } from '../../../server/exchange/schema.ts'
import type { Quota, QuotaBoard } from '../../../server/quotas/schema.ts'
import type { UnitList } from '../../../server/unit-lists/schema.ts'
import { buildDistricts, post, type Subtree, type WithId } from '../../support/districts.ts'
import { formWith } from '../../support/form.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { aCongress } from '../../support/records.ts'
import { lines } from '../exchange/delegate-desk.ts'
import { sayings } from '../exchange/uploads.ts'
import { workbookOf } from '../exchange/workbooks.ts'

let office: TestOffice
let inside: Subtree
let district: Browser
let commune: Browser
let congressId: string
let communeId: string
let leafId: string
beforeEach(async () => {
  office = await openOffice()
  ;({ inside } = await buildDistricts(office))
  communeId = inside.otherUnitId
  leafId = inside.ids['unit'] ?? ''
  district = await signInAs(office, 'organizer', inside.unitId)
  commune = await signInAs(office, 'organizer', communeId)
  congressId = await aCongressWithQuotas()
})
afterEach(() => office.close())

const aCongressWithQuotas = async (): Promise<string> => {
  const place = { cycleId: inside.ids['cycle'] ?? '', levelId: inside.ids['level'] ?? '', unitId: inside.unitId }
  const { id } = await post<WithId>(district, '/api/congresses', aCongress(place))
  const rows = [communeId, leafId].map((unitId) => ({ unitId, name: '' }))
  await post(district, `/api/congresses/${id}/quotas`, { rows })
  const { quotas } = (await district('GET', `/api/congresses/${id}/quotas`)).body as QuotaBoard
  const named = quotas.map(({ id: quotaId, version }: Quota) => ({ id: quotaId, version }))
  await district('POST', `/api/congresses/${id}/quotas/send`, { rows: named })
  return id
}

const path = (unitId = communeId, of = congressId) => `/api/congresses/${of}/unit-lists/${unitId}`
const list = async () => (await commune('GET', path())).body as UnitList
const people = async () => (await list()).delegates.map(({ name }) => name)
const send = (bytes: Uint8Array | string, to = path(), who = commune) => {
  const { headers, body } = formWith(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)
  return who('POST', `${to}/delegates-import`, body, headers)
}
const preview = async (bytes: Uint8Array | string, to = path()): Promise<ImportPreview> => {
  const answer = await send(bytes, to)
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return answer.body as ImportPreview
}
const confirm = ({ id, digest }: ImportPreview, to = path(), who = commune) =>
  who('POST', `${to}/delegates-import/confirm`, { id, digest })
const exported = async (query = '', who = commune, to = path()) =>
  (await who('GET', `${to}/delegates.xlsx${query}`)).bytes
const rowsOf = async (bytes: Uint8Array) =>
  (await readWorkbook(bytes)).sheets[0]?.rows.map(({ cells }) => cells.map((cell) => cell?.text ?? '')) ?? []
const submit = () => commune('POST', `${path()}/submit`, { excessReason: 'Đông', version: 0 })

describe('a unit that imports its list', () => {
  test('brings in what the level asks, sensitive data by those alone who may know them there', async () => {
    await office.db.write(async (tx) => {
      await tx.update(tx.tables.levels).set({ delegateFields: ['field', 'ethnicity'] })
    })
    const file =
      'Họ tên\tNgày sinh\tTrình độ\tLĩnh vực\tDân tộc\tGhế\nHà Thị Bình\t12/7/1990\tĐại học\tKinh tế\tThái\tA1\n'
    const shownTo = async (who: Browser) => {
      const shown = (await send(file, path(), who)).body as ImportPreview
      const unasked = shown.notes
        .filter(({ code }) => code === 'column-not-asked')
        .map(({ details }) => details['field'])
      return { shown, columns: shown.columns.map(({ field }) => field), unasked }
    }
    const clerk = await signInAs(office, 'organizer', communeId, false)
    const without = await shownTo(clerk)
    expect(without.columns).toEqual(['name', 'birth', null, 'field', null, null])
    expect(without.unasked).toEqual(['education', 'ethnicity'])
    // Told once: only what nobody knows of waits to be chosen.
    expect(without.shown.columns.filter(({ isLeftOut }) => isLeftOut).map(({ heading }) => heading)).toEqual(['Ghế'])
    const { shown, columns, unasked } = await shownTo(commune)
    expect(columns).toEqual(['name', 'birth', null, 'field', 'ethnicity', null])
    expect(unasked).toEqual(['education'])
    expect((await confirm(shown)).body).toMatchObject({ created: 1 })
    const { people: kept, sensitiveData } = office.db.read.tables
    const known = (await office.db.read.select().from(kept)).find(({ name }) => name === 'Hà Thị Bình')
    expect(known).toMatchObject({ birthYear: 1990, birthDate: null, education: '', field: 'Kinh tế' })
    expect(await office.db.read.select().from(sensitiveData)).toMatchObject([
      { personId: known?.id, ethnicity: 'Thái' },
    ])
    const [headings, row] = await rowsOf(await exported())
    expect(row?.[headings?.indexOf('Dân tộc') ?? -1]).toBe('Thái')
    expect(headings).not.toContain('Trình độ')
    expect(JSON.stringify(await rowsOf(await exported('', clerk)))).not.toMatch(/Dân tộc|Thái/u)
    const again = await preview(await exported())
    expect(sayings(again)).toEqual(['2 same'])
  })

  test('gets exactly what it was shown, in its own delegation, and takes it back in one act', async () => {
    const shown = await preview(
      lines('Họ tên\tNăm sinh\tThành phần', 'Trần Thị Bình\t1970\t', 'Lê Văn Cường\t1981\tKhách mời', 'Đỗ An\t20200\t'),
    )
    expect(sayings(shown)).toEqual(['2 new', '3 new', '4 error: birth not-a-year'])
    expect(shown.notes).toContainEqual({ code: 'class-official', details: { count: 1 } })
    expect(shown.notes).toContainEqual({ code: 'over-quota', details: { count: 2 } })
    expect(shown.fields.map(({ name }) => name)).not.toContain('seat')
    const done = await confirm(shown)
    expect(done.body).toEqual({ created: 2, changed: 0, same: 0, skipped: 1 })
    expect((await list()).delegates).toMatchObject([
      { name: 'Trần Thị Bình', class: 'official', sendingUnitId: communeId },
      { name: 'Lê Văn Cường', class: 'guest', sendingUnitId: communeId },
    ])
    expect((await list()).delegations).toHaveLength(1)
    expect((await commune('POST', `/api/acts/${done.actId ?? ''}/undo`)).status).toBe(204)
    expect(await people()).toEqual([])
  })

  test('changes whom it has, by name or code, and gets the same list back from its own export', async () => {
    await post<Delegate>(commune, `${path()}/delegates`, { name: 'Trần Thị Bình', birthYear: 1970 })
    await confirm(await preview(lines('Họ tên\tNăm sinh\tChức vụ', 'Trần Thị Bình\t1970\tChủ tịch')))
    expect((await list()).delegates).toMatchObject([{ name: 'Trần Thị Bình', post: 'Chủ tịch', class: 'official' }])
    const rows = await rowsOf(await exported())
    expect(rows[0]?.at(-1)).toBe(`Mã hệ thống (${congressId} ${communeId})`)
    expect(rows[0]).not.toContain('Đoàn')
    expect((await preview(await exported())).totals).toMatchObject({ same: 1, new: 0, changed: 0 })
    const renamed = rows.map((cells, row) =>
      row === 1 ? cells.with(rows[0]?.indexOf('Họ và tên') ?? 0, 'Bùi Thị Bình') : cells,
    )
    const shown = await preview(workbookOf(renamed))
    expect(sayings(shown)).toEqual(['2 changed'])
    await confirm(shown)
    expect(await people()).toEqual(['Bùi Thị Bình'])
  })

  test('names another delegation or unit in vain, and finds nobody of another list', async () => {
    await post(district, `${path(leafId)}/delegates`, { name: 'Phạm Văn Dũng', birthYear: 1960 })
    const [own, leaf] = [(await list()).unit.name, ((await district('GET', path(leafId))).body as UnitList).unit.name]
    const shown = await preview(
      lines(
        'Họ tên\tNăm sinh\tĐoàn\tĐơn vị',
        `An\t1970\t${own}\t${own}`,
        `Bình\t1971\t${leaf}\t`,
        `Cường\t1972\t\t${leaf}`,
        `Phạm Văn Dũng\t1960\t\t`,
      ),
    )
    expect(sayings(shown)).toEqual([
      '2 new',
      '3 error: delegation of-other-unit',
      '4 error: unit of-other-unit',
      '5 new',
    ])
    expect(JSON.stringify(shown)).not.toContain('known-')
  })

  test('is asked before it takes the workbook of another unit, and never its people', async () => {
    await post(district, `${path(leafId)}/delegates`, { name: 'Phạm Văn Dũng', birthYear: 1960 })
    const theirs = await exported('', district, path(leafId))
    const shown = await preview(theirs)
    expect(shown.notes[0]).toEqual({ code: 'other-unit', details: { unit: '' } })
    expect(sayings(shown)).toEqual(['2 error: name on-other-list'])
    const blank = await exported('?form=empty', district, path(leafId))
    const filled = (await rowsOf(blank)).concat([['', 'Người mới']])
    const other = await preview(workbookOf(filled))
    expect(await confirm(other)).toMatchObject({ status: 409, body: { code: 'import-of-other-congress' } })
    const second = await aCongressWithQuotas()
    const elsewhere = await preview(await exported(), path(communeId, second))
    expect(elsewhere.notes.map(({ code }) => code)).toContain('other-congress')
  })

  test('is refused while the list is sent: at the start, at the end and when it is undone', async () => {
    const shown = await preview(lines('Họ tên', 'Trần Thị Bình'))
    const first = await confirm(await preview(lines('Họ tên', 'Lê Văn Cường')))
    await submit()
    const closed = { status: 409, body: { code: 'unit-list-closed' } }
    expect(await send(lines('Họ tên', 'An'))).toMatchObject(closed)
    expect(await confirm(shown)).toMatchObject(closed)
    expect(await commune('POST', `/api/acts/${first.actId ?? ''}/undo`)).toMatchObject(closed)
    expect(await people()).toEqual(['Lê Văn Cường'])
  })

  test('reaches its own list alone, and whoever only looks imports nothing', async () => {
    expect((await send(lines('Họ tên', 'An'), path(leafId))).status).toBe(404)
    expect((await commune('GET', `${path(leafId)}/delegates.xlsx`)).status).toBe(404)
    const viewer = await signInAs(office, 'viewer', communeId)
    expect((await send(lines('Họ tên', 'An'), path(), viewer)).status).toBe(403)
    const shown = await preview(lines('Họ tên', 'An'))
    expect((await confirm(shown, `/api/congresses/${congressId}`)).status).toBe(404)
    // Nor does one list's dry run come into another of the same hands.
    const mine = await send(lines('Họ tên', 'An'), path(), district)
    expect((await confirm(mine.body as ImportPreview, path(leafId), district)).status).toBe(404)
    expect((await confirm(mine.body as ImportPreview, `/api/congresses/${congressId}`, district)).status).toBe(404)
    expect((await confirm(mine.body as ImportPreview, path(), district)).status).toBe(200)
  })

  test('takes a file of two hundred columns and one without headings', async () => {
    const wide = ['Họ tên', ...Array.from({ length: 199 }, (_each, at) => `Cột ${String(at)}`)].join('\t')
    expect(sayings(await preview(lines(wide, 'Trần Thị Bình')))).toEqual(['2 new'])
    expect((await preview(lines('Trần Thị Bình\t1970', 'Lê Văn Cường\t1971'))).headerRow).toBe(0)
  })
})
