import { desc } from 'drizzle-orm'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { writeCode } from '../../../server/forms/code.ts'
import type { ReturnPreview } from '../../../server/forms/schema.ts'
import { fillForm, type Filling } from '../../support/fill-form.ts'
import { openOffice, type Browser, type TestOffice } from '../../support/office.ts'
import { aCycle, aUnit } from '../../support/records.ts'
import {
  buildFormsRoad,
  communes,
  confirmHeap,
  congressOf,
  filled,
  issuedOf,
  issueTo,
  newDay,
  readHeap,
  saidOf,
  sendHeap,
  type FormsRoad,
  type Sent,
} from './road.ts'

let office: TestOffice
let road: FormsRoad
let who: Browser
beforeEach(async () => {
  office = await openOffice()
  road = await buildFormsRoad(office)
  who = road.administrator
})
afterEach(() => office.close())

const [first = '', second = '', third = ''] = communes
const read = (files: Sent) => readHeap(who, road, files)

/** What the newest act wrote to. */
const tablesOfLastAct = async (): Promise<string[]> => {
  const { acts } = office.db.read.tables
  const [last] = await office.db.read.select().from(acts).orderBy(desc(acts.id)).limit(1)
  return [...new Set(last?.changes.map(({ table }) => table))]
}

describe('a form is known', () => {
  const changed = 'changed: dateFrom changed 17/3/2020'

  test('when it was renamed, rows and columns were put in, or only the code of the program is left', async () => {
    const forms = await issueTo(who, road, [first])
    const form = (filling: Filling) => filled(forms, first, { ...newDay, ...filling })
    for (const [name, bytes] of [
      ['x.xlsx', form({ rowsAbove: { row: 1, count: 3 } })],
      ['zalo_123.xlsx', form({ rowsAbove: { row: 9, count: 2 }, columnsBefore: 3 })],
      ['no hidden sheet.xlsx', form({ isHiddenSheetGone: true })],
      ['macros.xlsm', form({ hasMacros: true })],
    ] as const) {
      expect([name, saidOf(await read([[name, bytes]]))[name]]).toEqual([name, `fine ${changed}`])
    }
  })

  test('though its macros are neither run nor read, which is said', async () => {
    const forms = await issueTo(who, road, [first])
    const heap = await read([['a.xlsm', filled(forms, first, { ...newDay, hasMacros: true })]])
    expect(heap.files[0]?.notes).toEqual([{ code: 'macros-ignored', details: {} }])
  })

  test('by the name of its unit where the code is gone or altered, and waits for a person to say so', async () => {
    const forms = await issueTo(who, road, communes)
    const altered: Filling = { ...newDay, replace: [[/(TIENTOI1\.schedule\.\w\w\w)\w/gu, '$1z']] }
    const heap = await read([
      ['a.xlsx', filled(forms, first, { ...newDay, isCodeGone: true })],
      ['b.xlsx', filled(forms, second, altered)],
    ])
    expect(saidOf(heap)).toEqual({ 'a.xlsx': `code-missing ${changed}`, 'b.xlsx': `code-edited ${changed}` })
    expect(heap.files.map(({ isChosen, mayChoose, unitName }) => [unitName, isChosen, mayChoose])).toEqual([
      [first, false, true],
      [second, false, true],
    ])
    const chosen = (await who('PUT', `/api/returns/${heap.id}`, { chosen: [0] })).body as ReturnPreview
    expect(await confirmHeap(who, chosen)).toMatchObject({ status: 200, body: { changed: 1 } })
    expect(await issuedOf(who, road)).toEqual([`${first} 1 answered`, `${second} 1`, `${third} 1`])
  })

  test('as an older one once a newer was sent, and is not taken unless told', async () => {
    const old = await issueTo(who, road, [first])
    const newer = await issueTo(who, road, [first])
    const heap = await read([
      ['old.xlsx', filled(old, first, newDay)],
      ['new.xlsx', filled(newer, first, { answers: { 'Ngày tổ chức': '18/3/2020' } })],
    ])
    expect(heap.files.map(({ verdict, details, isChosen }) => ({ verdict, details, isChosen }))).toEqual([
      { verdict: 'older-issue', details: { issue: 1, newest: 2 }, isChosen: false },
      { verdict: 'fine', details: {}, isChosen: true },
    ])
  })

  test('as doubtful where the name on it is not that of its unit', async () => {
    const forms = await issueTo(who, road, [first])
    const heap = await read([
      ['a.xlsx', filled(forms, first, { ...newDay, replace: [['Đơn vị: Xã Hải Anh', 'Đơn vị: Xã Hải Bắc']] })],
    ])
    expect(heap.files[0]).toMatchObject({
      verdict: 'unit-differs',
      details: { written: 'Xã Hải Bắc', unit: first },
      isChosen: false,
      mayChoose: true,
    })
  })
})

describe('what cannot be imported has its reason, and changes nothing but the list of who is to be asked', () => {
  const refusedAs = async (files: Sent) => {
    const heap = await read(files)
    expect(heap.files.filter(({ mayChoose, state }) => mayChoose || state !== null)).toEqual([])
    const refused = heap.files.length
    expect(await confirmHeap(who, heap)).toMatchObject({ status: 200, body: { changed: 0, same: 0, refused } })
    expect(await tablesOfLastAct()).toEqual(['refusals'])
    return Object.fromEntries(heap.files.map(({ name, verdict, details }) => [name, { verdict, details }]))
  }

  test('a form of another cycle, named', async () => {
    const forms = await issueTo(who, road, [first])
    const other = await who('POST', '/api/cycles', {
      ...aCycle(road.units['Tỉnh Nam Định'] ?? ''),
      name: 'Đường tới Đại hội VI',
    })
    const { id } = other.body as { id: string }
    const answer = await sendHeap(who, id, [['a.xlsx', filled(forms, first, newDay)]])
    expect((answer.body as ReturnPreview).files[0]).toMatchObject({
      verdict: 'other-cycle',
      details: { cycle: 'Đường tới Đại hội V' },
      mayChoose: false,
    })
  })

  test('a form of a unit that was merged since names the unit that followed it', async () => {
    const forms = await issueTo(who, road, [first])
    const unitIds = [road.units[first] ?? '']
    const successor = aUnit({
      name: 'Xã Hải An',
      parentId: road.units['Huyện Hải Hậu'] ?? null,
      predecessorIds: unitIds,
    })
    await who('POST', '/api/units', successor)
    expect(await refusedAs([['a.xlsx', filled(forms, first, newDay)]])).toEqual({
      'a.xlsx': { verdict: 'unit-merged', details: { unit: first, successor: 'Xã Hải An' } },
    })
  })

  test('a form that was withdrawn, one of a congress that is no more, and one that nobody issued', async () => {
    const issuedFirst = await who('POST', `/api/cycles/${road.cycleId}/forms`, {
      kind: 'schedule',
      congressIds: [road.congresses[first]],
      deadline: null,
    })
    const { batchId } = issuedFirst.body as { batchId: string }
    const { bytes } = await who('GET', `/api/form-batches/${batchId}.zip`)
    const [withdrawn = new Uint8Array()] = Object.values(unzipSync(bytes))
    const forms = await issueTo(who, road, [second, third])
    expect((await who('POST', `/api/acts/${issuedFirst.actId ?? ''}/undo`)).status).toBe(204)
    const { id, version } = await congressOf(road, second)
    const deleted = await who('DELETE', `/api/congresses/${id}?version=${String(version)}`)
    expect(deleted.status).toBe(204)
    const target = { unitId: road.units[third] ?? '', congressId: road.congresses[third] ?? '' }
    const forged = writeCode({ kind: 'schedule', cycleId: road.cycleId, ...target, issue: 7 })
    expect(
      await refusedAs([
        ['withdrawn.xlsx', fillForm(withdrawn, newDay)],
        ['no congress.xlsx', filled(forms, second, newDay)],
        ['made up.xlsx', filled(forms, third, { ...newDay, replace: [[/TIENTOI1[\w.-]+/gu, forged]] })],
      ]),
    ).toEqual({
      'withdrawn.xlsx': { verdict: 'form-not-known', details: {} },
      'no congress.xlsx': { verdict: 'unit-gone', details: {} },
      'made up.xlsx': { verdict: 'form-not-known', details: {} },
    })
    // The form comes back with its congress.
    expect((await who('POST', `/api/acts/${deleted.actId ?? ''}/undo`)).status).toBe(204)
    expect(saidOf(await read([['a.xlsx', filled(forms, second, newDay)]]))).toEqual({
      'a.xlsx': 'fine changed: dateFrom changed 17/3/2020',
    })
  })

  test('a form without its code whose unit nobody can tell', async () => {
    const forms = await issueTo(who, road, [first])
    const gone: Filling = { ...newDay, isCodeGone: true, replace: [['Đơn vị: Xã Hải Anh', 'Đơn vị: Xã nào đó']] }
    expect(await refusedAs([['a.xlsx', filled(forms, first, gone)]])).toEqual({
      'a.xlsx': { verdict: 'unit-not-known', details: { unit: 'Xã nào đó' } },
    })
  })

  test('what is no form at all', async () => {
    const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
    const old = (stream: string) => Buffer.concat([Buffer.from(compound), Buffer.from(stream, 'utf16le')])
    const lockedZip = Buffer.from(zipSync({ 'a.xlsx': strToU8('x'.repeat(100)) }))
    // The bit that says that the content is encrypted, in both places where it stands.
    lockedZip[6] = 1
    lockedZip[lockedZip.indexOf('PK\u0001\u0002', 'latin1') + 8] = 1
    const nested = [1, 2, 3, 4].reduce(
      (inner: Uint8Array) => zipSync({ 'trong.zip': inner }),
      zipSync({ a: strToU8('x') }),
    )
    const verdicts = await refusedAs([
      ['2003.xls', old('Workbook')],
      ['mật khẩu.xlsx', old('EncryptedPackage')],
      ['mật khẩu.zip', lockedZip],
      ['báo cáo.doc', old('WordDocument')],
      ['ảnh chụp.xlsx', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10])],
      ['IMG_0001.HEIC', Buffer.from('\0\0\0\x18ftypheic')],
      ['phiếu.pdf', Buffer.from('%PDF-1.7')],
      ['danh sách.csv', Buffer.from('Tên,Ngày\nXã A,1/1/2020\n')],
      ['libre.ods', zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }] })],
      ['cắt ngang.xlsx', Buffer.from(zipSync({ a: strToU8('x') })).subarray(0, 40)],
      ['lồng nhau.zip', nested],
    ])
    expect(Object.entries(verdicts).map(([name, { verdict }]) => [name, verdict])).toEqual([
      ['2003.xls', 'legacy'],
      ['mật khẩu.xlsx', 'encrypted'],
      ['mật khẩu.zip', 'encrypted'],
      ['báo cáo.doc', 'word-document'],
      ['ảnh chụp.xlsx', 'picture'],
      ['IMG_0001.HEIC', 'picture'],
      ['phiếu.pdf', 'pdf'],
      ['danh sách.csv', 'not-a-form'],
      ['libre.ods', 'foreign'],
      ['cắt ngang.xlsx', 'broken'],
      ['lồng nhau.zip/trong.zip/trong.zip/trong.zip', 'too-deep'],
    ])
  })
})
