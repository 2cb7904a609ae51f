import { strFromU8, strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ImportPreview } from '../../../server/exchange/schema.ts'
import type { Unit } from '../../../server/units/schema.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { aUnit } from '../../support/records.ts'
import { cellOf, confirm, preview, sayings } from './uploads.ts'
import { workbookParts } from './workbooks.ts'

let office: TestOffice
let who: Browser
let province: Unit
beforeEach(async () => {
  office = await openOffice()
  who = await signInAs(office, 'administrator', null)
  province = (await who('POST', '/api/units', aUnit({ name: 'Tỉnh Nam Định' }))).body as Unit
})
afterEach(() => office.close())

test('zeros that Excel dropped are put back only where that is chosen, cell by cell or by column', async () => {
  const rows = [
    ['Tên đơn vị', 'Mã', 'Người liên hệ', 'SĐT'],
    ['Huyện Hải Hậu', '0366', 'Lê Thị Bình', 912345678],
    ['Huyện Ý Yên', 360, 'Trần Văn An', 2283849123],
    ['Huyện Vụ Bản', '0359', '', '9,12E+08'],
    ['Huyện Nghĩa Hưng', '0365', '', { xml: '<c r="@" s="3"><v>912345679</v></c>' }],
  ]
  const parts = workbookParts([{ rows }])
  const zeros = '<numFmt numFmtId="165" formatCode="0000000000"/></numFmts>'
  const styles = strFromU8(parts['xl/styles.xml'] ?? new Uint8Array())
    .replace('</numFmts>', zeros)
    .replace('</cellXfs>', '<xf numFmtId="165"/></cellXfs>')
  const shown = await preview(
    who,
    `units?unitId=${province.id}`,
    zipSync({ ...parts, 'xl/styles.xml': strToU8(styles) }),
  )
  expect(sayings(shown)).toEqual([
    '2 new: contactPhone zero-lost',
    '3 new: code zero-lost: contactPhone zero-lost',
    '4 error: contactPhone digits-lost',
    '5 new',
  ])
  expect(cellOf(shown, 2, 'contactPhone')).toMatchObject({
    value: '912345678', state: 'warning', details: { restored: '0912345678' },
  }) // prettier-ignore
  expect(cellOf(shown, 3, 'code')).toMatchObject({ value: '360', details: { restored: '0360' } })
  const choice = { sheet: shown.sheet, headerRow: shown.headerRow, columns: shown.columns.map(({ field }) => field) }
  const restored = ['contactPhone', 'contactPhone.3', 'code.3']
  const chosen = (await who('PUT', `/api/imports/${shown.id}`, { ...choice, restored })).body as ImportPreview
  expect(chosen.totals.warning).toBe(1)
  expect(cellOf(chosen, 2, 'contactPhone')).toMatchObject({
    value: '0912345678', state: 'new', code: 'zero-restored', details: { written: '912345678' },
  }) // prettier-ignore
  expect(await confirm(who, shown)).toMatchObject({ status: 409, body: { code: 'import-changed' } })
  expect((await confirm(who, chosen)).status).toBe(200)
  expect(
    ((await who('GET', '/api/units')).body as Unit[]).map(({ code, contactPhone }) => [code, contactPhone]),
  ).toEqual(
    expect.arrayContaining([
      ['0366', '0912345678'],
      ['0360', '2283849123'],
      ['0365', '0912345679'],
    ]),
  )
})
