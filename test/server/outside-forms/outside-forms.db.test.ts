import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CongressForms, FormFilled, OutsideFormShown } from '../../../server/outside-forms/schema.ts'
import { readWorkbook } from '../../../server/exchange/reading/read-workbook.ts'
import { formWith } from '../../support/form.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { post, type Subtree, type WithId } from '../../support/districts.ts'
import { aCongress } from '../../support/records.ts'
import { buildSubtrees } from '../../support/subtrees.ts'
import { inline, partsOf, smallForm } from './forms.ts'

let office: TestOffice
let inside: Subtree
let outside: Subtree
let secretary: Browser

beforeEach(async () => {
  office = await openOffice()
  ;({ inside, outside } = await buildSubtrees(office))
  secretary = await signInAs(office, 'secretariat', inside.unitId)
})
afterEach(() => office.close())

const ministryForm = smallForm({
  name: 'Biểu 2',
  rows: [
    ['BIỂU SỐ 2'],
    ['TT', 'Họ và tên', 'Chức vụ', 'Nhiệm vụ'],
    ['(1)', '(2)', '(3)', '(4)'],
    [null, null, null, null],
    ['Cộng'],
  ],
})

const upload = async (who: Browser, unitId: string, bytes = ministryForm, name = 'Mẫu 2.xlsx') => {
  const form = formWith(Buffer.from(bytes), name)
  return who('POST', `/api/outside-forms?unitId=${unitId}&list=members`, form.body, form.headers)
}
const show = async (who: Browser, id: string) => (await who('GET', `/api/outside-forms/${id}`)).body as OutsideFormShown
const change = ({ name, list, fileId, marks, version }: OutsideFormShown, more: object = {}) => ({
  name,
  list,
  fileId,
  marks,
  version,
  ...more,
})
const congressId = () => inside.ids['congress'] ?? ''

describe('a form of others', () => {
  test('is uploaded, marked as its headings propose, filled, and filled again when the list changed', async () => {
    const { id } = (await upload(secretary, inside.unitId)).body as { id: string }
    const shown = await show(secretary, id)
    expect(shown.name).toBe('Mẫu 2')
    expect(shown.suggestion).toEqual({
      texts: ['ordinal', 'name', 'post', 'role'].map((name, at) => ({
        part: 'Biểu 2',
        at: `${'ABCD'[at] ?? ''}4`,
        text: `{{${name}}}`,
      })),
      repeat: { part: 'Biểu 2', at: '4' },
    })
    // Nothing is filled by a guess that nobody confirmed.
    const url = `/api/congresses/${congressId()}/outside-forms`
    expect(await secretary('POST', `${url}/${id}/fill`)).toMatchObject({
      status: 409,
      body: { code: 'form-without-marks' },
    })
    await secretary('PUT', `/api/outside-forms/${id}`, change(shown, { marks: shown.suggestion }))
    const first = (await secretary('POST', `${url}/${id}/fill`)).body as FormFilled
    expect(first.fill).toMatchObject({ rowCount: 1, changed: 0 })
    await secretary('POST', `/api/congresses/${congressId()}/lists/members/rows`, {
      values: { name: 'Lê Thị Hoa', role: 'Thành viên' },
    })
    const { fills } = (await secretary('GET', url)).body as CongressForms
    expect(fills.find(({ formId }) => formId === id)).toMatchObject({ rowCount: 1, changed: 1 })
    const { fill } = (await secretary('POST', `${url}/${id}/fill`)).body as FormFilled
    const file = await secretary('GET', `/api/outside-fills/${fill.id}/file`)
    expect(file.headers['content-disposition']).toContain('mau-2')
    const { sheets } = await readWorkbook(file.bytes)
    expect(sheets[0]?.rows.slice(3).map(({ cells }) => cells.map((cell) => cell?.text))).toEqual([
      ['1', 'Trần Văn Bình'],
      ['2', 'Lê Thị Hoa', undefined, 'Thành viên'],
      ['Cộng'],
    ])
  })

  test('takes its rows from the road below the unit, or from its results, and from nobody else', async () => {
    const place = { cycleId: inside.ids['cycle'] ?? '', levelId: inside.ids['level'] ?? '' }
    const administrator = await signInAs(office, 'administrator', null)
    const ofDistrict = await post<WithId>(
      administrator,
      '/api/congresses',
      aCongress({ ...place, unitId: inside.unitId }, { title: 'Hội nghị huyện Hải Hậu', dateFrom: null, dateTo: null }),
    )
    // On the same road, but another district's: whoever prints for this one does not know of it.
    await post(administrator, '/api/congresses', aCongress({ ...place, unitId: outside.otherUnitId }))
    const road = smallForm({
      rows: [
        ['TT', 'Đơn vị', 'Cấp', 'Tình trạng', 'Thời gian tổ chức', 'Địa điểm', 'Số đại biểu'],
        [inline('{{ordinal}}')],
      ],
    })
    const { id } = (await upload(secretary, inside.unitId, road, 'Lộ trình.xlsx')).body as { id: string }
    await secretary('PUT', `/api/outside-forms/${id}`, change(await show(secretary, id), { list: 'road' }))
    const shown = await show(secretary, id)
    const { lists } = shown
    expect(lists.map(({ titles }) => titles.vi)).toEqual(
      expect.arrayContaining(['Lộ trình', 'Kết quả tổ chức', 'Văn bản']),
    )
    const texts = ['unit', 'level', 'state', 'day', 'place', 'plannedDelegates'].map((name, at) => ({
      part: 'Sheet1',
      at: `${'BCDEFG'[at] ?? ''}2`,
      text: `{{${name}}}`,
    }))
    const marks = { texts, repeat: { part: 'Sheet1', at: '2' } }
    await secretary('PUT', `/api/outside-forms/${id}`, change(shown, { marks }))
    const rowsOf = async (congress: string) => {
      const answer = await secretary('POST', `/api/congresses/${congress}/outside-forms/${id}/fill`)
      expect(answer.status, JSON.stringify(answer.body)).toBe(200)
      const { bytes } = await secretary('GET', `/api/outside-fills/${(answer.body as FormFilled).fill.id}/file`)
      const { sheets } = await readWorkbook(bytes)
      return sheets[0]?.rows.slice(1).map(({ cells }) => cells.slice(1).map((cell) => cell?.number ?? cell?.text ?? ''))
    }
    const commune = ['Xã của Huyện Hải Hậu', 'Cấp cơ sở', 'Dự kiến', 43_907, '', 120]
    expect(await rowsOf(ofDistrict.id)).toEqual([['Huyện Hải Hậu', 'Cấp cơ sở', 'Dự kiến', '', '', 120], commune])
    expect(await rowsOf(congressId())).toEqual([commune])

    const held = await secretary('GET', `/api/congresses/${congressId()}/outside-forms`)
    expect((held.body as CongressForms).fills.find(({ formId }) => formId === id)).toMatchObject({ changed: 0 })
    await secretary(
      'PUT',
      `/api/outside-forms/${id}`,
      change(await show(secretary, id), {
        list: 'results',
        marks: {
          texts: [
            { part: 'Sheet1', at: 'B2', text: '{{unit}}' },
            { part: 'Sheet1', at: 'C2', text: '{{presentDelegates}}' },
            { part: 'Sheet1', at: 'D2', text: '{{collectives}}' },
          ],
          repeat: marks.repeat,
        },
      }),
    )
    expect(await rowsOf(ofDistrict.id)).toEqual([])
    await office.db.write(async (tx) => {
      await tx.insert(tx.tables.results).values({
        id: '018f0000-0000-7000-8000-00000000000f',
        congressId: congressId(),
        presentDelegates: 118,
        presentGuests: null,
        honours: [
          { kind: 'a', collectives: 2, individuals: 3 },
          { kind: 'b', collectives: 4, individuals: 0 },
        ],
        chosenUpward: 4,
        reportNumber: '',
        reportDate: null,
        sourceKind: 'own',
        source: '',
        note: '',
        version: 1,
      })
    })
    expect(await rowsOf(ofDistrict.id)).toEqual([['Xã của Huyện Hải Hậu', 118, 6]])
  })

  test('keeps its former editions when a newer one comes, and what came of each', async () => {
    const { id } = (await upload(secretary, inside.unitId)).body as { id: string }
    const before = await show(secretary, id)
    await secretary('PUT', `/api/outside-forms/${id}`, change(before, { marks: before.suggestion }))
    const newer = formWith(Buffer.from(smallForm({ name: 'Biểu khác', rows: [['x']] })), 'Mẫu 2 sửa.xlsx')
    await secretary('POST', `/api/outside-forms/${id}/editions?version=2`, newer.body, newer.headers)
    const after = await show(secretary, id)
    expect(after.editions.map(({ name }) => name)).toEqual(['Mẫu 2 sửa.xlsx', 'Mẫu 2.xlsx'])
    // The marks came along, and those without a place in it are told.
    expect(after.faults.map(({ kind, at }) => `${kind} ${at}`)).toContain('gone A4')
    await secretary(
      'PUT',
      `/api/outside-forms/${id}`,
      change(after, { fileId: before.fileId, marks: before.suggestion }),
    )
    expect(await show(secretary, id)).toMatchObject({ fileId: before.fileId, faults: [], placeCount: 4 })
    const { bytes } = await secretary('GET', `/api/outside-forms/${id}/editions/${before.fileId}`)
    expect(partsOf(bytes)).toEqual(partsOf(ministryForm))
  })

  test('is undone, deleted and brought back, with its bytes', async () => {
    const added = await upload(secretary, inside.unitId)
    const { id } = added.body as { id: string }
    const deleted = await secretary('DELETE', `/api/outside-forms/${id}?version=1`)
    expect(deleted.status).toBe(204)
    expect((await secretary('GET', `/api/outside-forms/${id}`)).status).toBe(404)
    expect((await secretary('POST', `/api/acts/${deleted.actId ?? ''}/undo`)).status).toBe(204)
    expect((await show(secretary, id)).editions).toHaveLength(1)
  })

  test('is handed down to units below, who fill it but do not change it; never up or across', async () => {
    const { id } = (await upload(secretary, inside.unitId)).body as { id: string }
    const below = await signInAs(office, 'secretariat', inside.otherUnitId)
    const shown = await show(below, id)
    expect(shown).toMatchObject({ name: 'Mẫu 2', isOwn: false })
    expect((await below('PUT', `/api/outside-forms/${id}`, change(shown))).status).toBe(403)
    await secretary('PUT', `/api/outside-forms/${id}`, change(shown, { marks: shown.suggestion }))
    expect((await below('POST', `/api/congresses/${congressId()}/outside-forms/${id}/fill`)).status).toBe(200)
    const other = await signInAs(office, 'secretariat', outside.unitId)
    const theirs = (await other('GET', `/api/congresses/${outside.ids['congress'] ?? ''}/outside-forms`)).body
    expect((theirs as CongressForms).forms.map((form) => form.id)).toEqual([outside.ids['outside-form']])
    expect((await other('GET', `/api/outside-forms/${id}`)).status).toBe(404)
    const across = `/api/congresses/${outside.ids['congress'] ?? ''}/outside-forms/${id}/fill`
    expect((await other('POST', across)).status).toBe(404)
    const own = (await below('GET', `/api/congresses/${congressId()}/outside-forms`)).body as CongressForms
    expect(own.forms.map((form) => form.id).sort()).toEqual([inside.ids['outside-form'], id].sort())
  })

  test('is refused with the reason, and nothing is kept of it', async () => {
    const { body: before } = await secretary('GET', `/api/congresses/${congressId()}/outside-forms`)
    const broken = smallForm({ rows: [[inline('</is>')]] })
    expect(await upload(secretary, inside.unitId, broken)).toMatchObject({ status: 422, body: { code: 'form-broken' } })
    expect(await upload(secretary, inside.unitId, Buffer.from('PK\u0003\u0004'))).toMatchObject({ status: 422 })
    expect(await upload(secretary, outside.unitId)).toMatchObject({ status: 404 })
    const { body: after } = await secretary('GET', `/api/congresses/${congressId()}/outside-forms`)
    expect(after).toEqual(before)
  })

  test('does not take marks that are no place in such a file, nor a list that is none', async () => {
    const { id } = (await upload(secretary, inside.unitId)).body as { id: string }
    const shown = await show(secretary, id)
    for (const marks of [
      { texts: [{ part: 'Biểu 2', at: '4', text: '{{name}}' }], repeat: null },
      { texts: [{ part: 'Biểu 2', at: 'XFE4', text: '{{name}}' }], repeat: null },
      { texts: [], repeat: { part: 'Biểu 2', at: 'A4' } },
    ]) {
      expect((await secretary('PUT', `/api/outside-forms/${id}`, change(shown, { marks }))).status).toBe(400)
    }
    expect((await secretary('PUT', `/api/outside-forms/${id}`, change(shown, { list: '../x' }))).status).toBe(400)
    expect(await show(secretary, id)).toEqual(shown)
  })
})
