import { unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { gatherCongress } from '../../../server/documents/facts.ts'
import { readWorkbook } from '../../../server/exchange/reading/read-workbook.ts'
import type { ImportPreview } from '../../../server/exchange/schema.ts'
import type { FormsIssued, IssuedForm, Refusal, ReturnPreview } from '../../../server/forms/schema.ts'
import type { QuotaBoard } from '../../../server/quotas/schema.ts'
import type { UnitList, UnitListBoard } from '../../../server/unit-lists/schema.ts'
import { post, type WithId } from '../../support/districts.ts'
import { fillForm } from '../../support/fill-form.ts'
import { fillTable, type TableRow } from '../../support/fill-table.ts'
import { formWith, formWithFiles } from '../../support/form.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { aCongress } from '../../support/records.ts'
import { buildFormsRoad, communes, confirmHeap, type FormsRoad, type Sent } from './road.ts'

const [anh, bac, chau] = communes as [string, string, string]

let office: TestOffice
let road: FormsRoad
let district: Browser
let congressId: string
beforeEach(async () => {
  office = await openOffice()
  road = await buildFormsRoad(office)
  district = await signInAs(office, 'organizer', idOf('Huyện Hải Hậu'))
  congressId = await aCongressAbove()
})
afterEach(() => office.close())

const idOf = (name: string) => road.units[name] ?? ''

/** A congress of the district to which the communes were sent their quotas. */
const aCongressAbove = async (title = 'Đại hội Thi đua yêu nước huyện'): Promise<string> => {
  const place = { cycleId: road.cycleId, levelId: road.levelId, unitId: idOf('Huyện Hải Hậu') }
  const { id } = await post<WithId>(district, '/api/congresses', aCongress(place, { title }))
  await post(district, `/api/congresses/${id}/quotas`, {
    rows: communes.map((name) => ({ unitId: idOf(name), name: '' })),
  })
  const aims = [{ attribute: 'women', value: '', op: 'at-least', amount: 30, isPercent: true }]
  const board = async () => ((await district('GET', `/api/congresses/${id}/quotas`)).body as QuotaBoard).quotas
  const named = async () => (await board()).map(({ id: quotaId, version }) => ({ id: quotaId, version }))
  const rows = (await named()).map((row) => ({ ...row, official: 3, guests: 1, aims }))
  await district('PUT', `/api/congresses/${id}/quotas`, { rows })
  await district('POST', `/api/congresses/${id}/quotas/send`, { rows: await named() })
  return id
}

const path = (name: string, of = congressId) => `/api/congresses/${of}/unit-lists/${idOf(name)}`
const listOf = async (name: string) => (await district('GET', path(name))).body as UnitList
const namesOf = async (name: string) => (await listOf(name)).delegates.map((each) => each.name).sort()
const issue = async (names: readonly string[], of = congressId): Promise<Record<string, Uint8Array>> => {
  const order = { unitIds: names.map(idOf), deadline: '2020-02-10' }
  const issued = await post<FormsIssued>(district, `/api/congresses/${of}/list-forms`, order)
  const { bytes } = await district('GET', `/api/form-batches/${issued.batchId}.zip`)
  const files = Object.entries(unzipSync(bytes))
  return Object.fromEntries(
    names.map((name) => [name, files.find(([file]) => file.endsWith(`- ${name}.xlsx`))?.[1] ?? new Uint8Array()]),
  )
}
const read = async (files: Sent, of: string | null = congressId, who = district): Promise<ReturnPreview> => {
  const { headers, body } = formWithFiles(files)
  const query = of === null ? '' : `?congressId=${of}`
  const answer = await who('POST', `/api/cycles/${road.cycleId}/returns${query}`, body, headers)
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return answer.body as ReturnPreview
}
const said = ({ files }: ReturnPreview) =>
  Object.fromEntries(
    files.map(({ name, verdict, state, rows, cells }) => [
      name,
      [
        `${verdict} ${state ?? '-'}`,
        ...rows.map((row) => `${row.state} ${row.name}`),
        ...cells.map(({ place, code }) => `${place} ${code ?? ''}`),
      ].join(', '),
    ]),
  )
const person = (name: string, year: string): TableRow => ({ 'Họ và tên': name, 'Năm sinh': year })
const linesOf = async (bytes: Uint8Array) =>
  (await readWorkbook(bytes)).sheets[0]?.rows.map(({ cells }) => cells.map((cell) => cell?.text ?? '')) ?? []

describe('a form for the list of a unit', () => {
  test('tells the quota and its aims in sentences, and holds who is entered, room for others and the drop-downs', async () => {
    await post(district, `${path(anh)}/delegates`, { name: '=1+1', birthYear: 1970, sex: 'female' })
    const forms = await issue([anh, bac])
    const lines = await linesOf(forms[anh] ?? new Uint8Array())
    expect(lines.slice(0, 7).map(([first]) => first)).toEqual([
      'Phiếu đăng ký đại biểu',
      expect.stringMatching(/^Kỳ đại hội: /u),
      `Đơn vị: ${anh}`,
      'Hội nghị, đại hội: Đại hội Thi đua yêu nước huyện',
      'Được phân bổ: 3 đại biểu chính thức, 1 khách mời.',
      'Cơ cấu: ít nhất 30% nữ.',
      'Xin gửi lại trước hết thứ Hai, 10/02/2020',
    ])
    expect(lines.at(-1)?.slice(0, 4)).toEqual(['', '=1+1', 'Nữ', '1970'])
    const xml = new TextDecoder().decode(unzipSync(forms[anh] ?? new Uint8Array())['xl/worksheets/sheet1.xml'])
    expect(xml).toContain('<sheetProtection')
    // Nine lines and the headings; somebody entered, three places still open, five to spare.
    expect(xml.match(/<row r="/gu)).toHaveLength(9 + 1 + (1 + 3 + 5))
    const lists = new TextDecoder().decode(unzipSync(forms[anh] ?? new Uint8Array())['xl/worksheets/sheet2.xml'])
    for (const word of ['Đại biểu chính thức', 'Khách mời', 'Nữ', 'TIENTOI1.delegates.']) expect(lists).toContain(word)
    const issued = (await district('GET', `/api/cycles/${road.cycleId}/forms`)).body as IssuedForm[]
    expect(issued.map(({ kind, unitName, deadline }) => [kind, unitName, deadline]).sort()).toEqual([
      ['delegates', anh, '2020-02-10'],
      ['delegates', bac, '2020-02-10'],
    ])
  })

  test('says before it is imported that the list will go over the quota, and nothing where it does not', async () => {
    const forms = await issue([anh, bac])
    const some = (count: number) => Array.from({ length: count }, (_each, at) => person(`Trần Văn ${'ABCDE'[at] ?? ''}`, '1970')) // prettier-ignore
    const { files } = await read([
      ['over.xlsx', fillTable(forms[anh] ?? new Uint8Array(), some(5))],
      ['within.xlsx', fillTable(forms[bac] ?? new Uint8Array(), some(3))],
    ])
    expect(files.map(({ notes }) => notes)).toEqual([[{ code: 'over-quota', details: { count: 2 } }], []])
  })

  test('tells the day by which the list is to be sent, to its unit, to the board and in the letter', async () => {
    const board = async () =>
      Object.fromEntries(
        ((await district('GET', `/api/congresses/${congressId}/unit-lists`)).body as UnitListBoard).lists.map(
          ({ name, deadline }) => [name, deadline],
        ),
      )
    const letter = async () => (await gatherCongress(office.db.read, congressId)).deadlines
    expect([await board(), await letter()]).toEqual([{ [anh]: null, [bac]: null, [chau]: null }, []])
    await issue([anh])
    await issue([anh, bac])
    expect(await board()).toEqual({ [anh]: '2020-02-10', [bac]: '2020-02-10', [chau]: null })
    expect(await listOf(anh)).toMatchObject({ deadline: '2020-02-10', isOverdue: true })
    expect(await letter()).toEqual(['2020-02-10'])
    // The newest form is what counts; it says no day.
    await post(district, `/api/congresses/${congressId}/list-forms`, { unitIds: [idOf(anh)], deadline: null })
    expect(await listOf(anh)).toMatchObject({ deadline: null, isOverdue: false })
    expect(await board()).toEqual({ [anh]: null, [bac]: '2020-02-10', [chau]: null })
  })

  test('comes back and is imported as it was shown, in one act, and says nothing when it comes again', async () => {
    const kept = await post<WithId>(district, `${path(anh)}/delegates`, { name: 'Trần Thị Bình', post: 'Phó Chủ tịch' })
    const forms = await issue([anh, bac])
    const standsBy = { ...person('Lê Văn Cường', '1981'), 'Trong danh sách': 'Dự khuyết' }
    const mine = fillTable(forms[anh] ?? new Uint8Array(), [{ 'Chức vụ': 'Chủ tịch' }, standsBy])
    const theirs = fillTable(forms[bac] ?? new Uint8Array(), [person('Đỗ Thị Gấm', '1975')])
    const files: Sent = [
      ['a.xlsx', mine],
      ['b.xlsx', theirs],
    ]
    const preview = await read(files)
    expect(said(preview)).toEqual({
      'a.xlsx': 'fine changed, changed Trần Thị Bình, new Lê Văn Cường',
      'b.xlsx': 'fine changed, new Đỗ Thị Gấm',
    })
    expect(preview.unanswered).toBe(0)
    // What is changed here meanwhile stays, where the form came back as it was sent.
    const [before] = (await listOf(anh)).delegates
    const values = { phone: '0912 345 678' }
    await district('PUT', `${path(anh)}/delegates`, { delegates: [{ id: kept.id, version: before?.version, values }] })
    const again = (await district('GET', `/api/returns/${preview.id}`)).body as ReturnPreview
    const done = await confirmHeap(district, again)
    expect(done.body).toEqual({ changed: 2, same: 0, refused: 0 })
    expect((await listOf(anh)).delegates).toMatchObject([
      { name: 'Trần Thị Bình', standing: 'listed', post: 'Chủ tịch', phone: '0912 345 678' },
      { name: 'Lê Văn Cường', standing: 'alternate', class: 'official', sendingUnitId: idOf(anh) },
    ])
    expect((await listOf(anh)).state).toBe('entered')
    const twice = await read(files)
    expect(said(twice)).toEqual({ 'a.xlsx': 'fine same', 'b.xlsx': 'fine same' })
    expect((await district('POST', `/api/acts/${done.actId ?? ''}/undo`)).status).toBe(204)
    expect([await namesOf(anh), await namesOf(bac)]).toEqual([['Trần Thị Bình'], []])
  })

  test('is not taken with a wrong row, for another congress, of a list that was sent, or of a unit that was merged', async () => {
    const forms = await issue([anh, bac, chau])
    const other = await issue([bac], await aCongressAbove('Đại hội khác'))
    const wrong = fillTable(forms[anh] ?? new Uint8Array(), [person('An', '1970'), person('Bình', '20200')])
    const named = fillTable(forms[anh] ?? new Uint8Array(), [{ ...person('An', '1970'), 'Đơn vị': bac }])
    await post(district, `${path(chau)}/delegates`, { name: 'Phạm Văn Dũng' })
    await district('POST', `${path(chau)}/submit`, { excessReason: '', version: 0 })
    const preview = await read([
      ['wrong.xlsx', wrong],
      ['named.xlsx', named],
      ['other.xlsx', other[bac] ?? new Uint8Array()],
      ['sent.xlsx', forms[chau] ?? new Uint8Array()],
      [`Đăng ký đại biểu - ${bac}.xlsx`, Buffer.from('PK\x03\x04 hỏng')],
    ])
    const sayings = said(preview)
    expect(sayings['wrong.xlsx']).toMatch(/^fine error, new An, error Bình, D\d+ not-a-year$/u)
    expect(sayings['named.xlsx']).toMatch(/^fine error, error An, F\d+ of-other-unit$/u)
    expect(sayings['other.xlsx']).toBe('other-congress -')
    expect(sayings['sent.xlsx']).toBe('list-closed -')
    expect(preview.files.filter(({ isChosen }) => isChosen)).toEqual([])
    expect(preview.files.map(({ contactPhone }) => contactPhone)).toEqual(Array(5).fill('0912 345 678'))
    expect((await confirmHeap(district, preview)).body).toMatchObject({ changed: 0, refused: 5 })
    const refusals = (await district('GET', `/api/cycles/${road.cycleId}/refusals`)).body as Refusal[]
    expect(refusals.find(({ fileName }) => fileName === 'wrong.xlsx')?.cells).toMatchObject([{ code: 'not-a-year' }])
    expect([await namesOf(anh), await namesOf(bac)]).toEqual([[], []])
  })

  test('with a wrong row waits until the cell is mended, and is then imported with the others', async () => {
    const forms = await issue([anh, bac])
    const wrong = fillTable(forms[anh] ?? new Uint8Array(), [person('An', '1970'), person('Bình', '20200')])
    const fine = fillTable(forms[bac] ?? new Uint8Array(), [person('Dũng', '1981')])
    const { id, files } = await read([
      ['wrong.xlsx', wrong],
      ['fine.xlsx', fine],
    ])
    const cell = files[0]?.cells.find(({ code }) => code === 'not-a-year')
    const mend = (field: string, text: string | null) =>
      district('PUT', `/api/returns/${id}`, { mended: [{ file: 0, row: cell?.row, field, text }] })
    // Only what is told can be written anew.
    expect(await mend('phone', '1')).toMatchObject({ status: 400, body: { code: 'invalid' } })
    const left = (await district('PUT', `/api/returns/${id}`, { chosen: [1] })).body as ReturnPreview
    expect(said(left)['wrong.xlsx']).toMatch(/^fine error, new An, error Bình/u)
    const emptied = (await mend('birth', '')).body as ReturnPreview
    expect(emptied.files[0]?.cells).toMatchObject([{ value: '', written: '20200' }])
    const back = (await mend('birth', null)).body as ReturnPreview
    expect(said(back)).toEqual(said(left))
    const mended = (await mend('birth', '2002')).body as ReturnPreview
    expect(said(mended)['wrong.xlsx']).toMatch(/^fine changed, new An, new Bình, D\d+ $/u)
    expect(mended.files[0]?.cells).toMatchObject([{ value: '2002', written: '20200', code: null }])
    expect(mended.files.map(({ isChosen }) => isChosen)).toEqual([true, true])
    expect((await confirmHeap(district, mended)).body).toEqual({ changed: 2, same: 0, refused: 0 })
    const { delegates } = await listOf(anh)
    expect(delegates.map((each) => [each.name, each.birthYear])).toEqual([
      ['An', 1970],
      ['Bình', 2002],
    ])
    expect(await namesOf(bac)).toEqual(['Dũng'])
  })

  test('with a row that may mean somebody of the list waits until it is said who is meant, or the row is left out', async () => {
    const forms = await issue([anh])
    const kept = await post<WithId>(district, `${path(anh)}/delegates`, { name: 'Nguyễn Văn An', birthYear: 1970 })
    const rows = [person('Nguyễn Van An', ''), { ...person('Bình', '1980'), 'Chức vụ': 'Chủ tịch' }]
    const { id, files } = await read([['a.xlsx', fillTable(forms[anh] ?? new Uint8Array(), rows)]])
    const [asking] = files[0]?.rows ?? []
    expect(files[0]).toMatchObject({ state: 'error', mayChoose: false, cells: [{ code: 'several-fit' }] })
    expect(asking).toMatchObject({ state: 'choose', question: { code: 'known-here', candidates: [{ id: kept.id }] } })
    const decide = async (decision: string | null, row = asking?.row ?? 0) =>
      district('PUT', `/api/returns/${id}`, { decided: [{ file: 0, row, decision }] })
    const after = async (decision: string | null) => (await decide(decision)).body as ReturnPreview
    // Neither somebody who is not offered nor a row that asks nothing.
    for (const answer of [await decide(idOf(anh)), await decide('new', (asking?.row ?? 0) + 1)]) {
      expect(answer).toMatchObject({ status: 400, body: { code: 'invalid' } })
    }
    expect(said(await after('skip'))).toEqual({ 'a.xlsx': 'fine changed, skipped Nguyễn Van An, new Bình' })
    expect(said(await after('new'))).toEqual({ 'a.xlsx': 'fine changed, new Nguyễn Van An, new Bình' })
    expect((await after(null)).files[0]).toMatchObject({ state: 'error', isChosen: false })
    const meant = await after(kept.id)
    expect(meant.files[0]).toMatchObject({ isChosen: true, rows: [{ question: { decision: kept.id } }, {}] })
    expect((await confirmHeap(district, meant)).body).toEqual({ changed: 1, same: 0, refused: 0 })
    expect((await listOf(anh)).delegates).toMatchObject([{ id: kept.id, birthYear: 1970 }, { name: 'Bình' }])
    expect(await namesOf(anh)).toHaveLength(2)
  })

  test('without its code is known by its words, and the newest of two is proposed', async () => {
    const forms = await issue([anh])
    const mine = fillTable(forms[anh] ?? new Uint8Array(), [person('Lê Văn Cường', '1981')])
    const bare = fillForm(mine, { isCodeGone: true, savedAt: '2020-02-01T08:00:00Z' })
    const later = fillForm(fillTable(mine, [person('Lê Văn Cương', '1981')]), { savedAt: '2020-02-02T08:00:00Z' })
    const first = fillForm(mine, { savedAt: '2020-02-01T08:00:00Z', hasMacros: true })
    expect(said(await read([['bare.xlsx', bare]]))).toEqual({ 'bare.xlsx': 'code-missing changed, new Lê Văn Cường' })
    const both = await read([
      ['later.xlsx', later],
      ['first.xlsx', first],
    ])
    expect(both.files.map(({ name, isChosen }) => [name, isChosen])).toEqual([
      ['later.xlsx', true],
      ['first.xlsx', false],
    ])
    expect(both.files[1]?.notes.map(({ code }) => code)).toContain('macros-ignored')
  })

  test('of another unit is not read by a unit, which takes its own once and returns it by its own page or heap', async () => {
    const commune = await signInAs(office, 'organizer', idOf(anh))
    const forms = await issue([anh, bac])
    expect(said(await read([['b.xlsx', forms[bac] ?? new Uint8Array()]], congressId, commune))).toEqual({
      'b.xlsx': 'not-yours -',
    })
    const own = await post<WithId>(commune, `${path(anh)}/form`, undefined)
    expect(await post<WithId>(commune, `${path(anh)}/form`, undefined)).toEqual(own)
    expect((await commune('POST', `${path(bac)}/form`)).status).toBe(404)
    expect(
      (await commune('POST', `/api/congresses/${congressId}/list-forms`, { unitIds: [idOf(anh)], deadline: null }))
        .status,
    ).toBe(404)
    const { bytes } = await commune('GET', `/api/forms/${own.id}.xlsx`)
    const mine = fillTable(bytes, [person('Lê Văn Cường', '1981')])
    const { headers, body } = formWith(mine)
    const wizard = (await commune('POST', `${path(anh)}/delegates-import`, body, headers)).body as ImportPreview
    expect(wizard.totals).toMatchObject({ new: 1, error: 0 })
    const done = await confirmHeap(commune, await read([['a.xlsx', mine]], null, commune))
    expect(await namesOf(anh)).toEqual(['Lê Văn Cường'])
    await commune('POST', `${path(anh)}/submit`, { excessReason: '', version: 0 })
    expect(await commune('POST', `/api/acts/${done.actId ?? ''}/undo`)).toMatchObject({
      ...{ status: 409, body: { code: 'unit-list-closed' } },
    })
  })

  test('is issued for units that were asked, and for no others', async () => {
    const order = { unitIds: [idOf('Xã Giao An')], deadline: null }
    expect((await district('POST', `/api/congresses/${congressId}/list-forms`, order)).status).toBe(404)
  })
})
