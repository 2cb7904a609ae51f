import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fillForm, type Filling } from '../../support/fill-form.ts'
import { convert, sofficePath, type Files } from '../../support/libreoffice.ts'
import { openOffice, type Browser, type TestOffice } from '../../support/office.ts'
import { buildFormsRoad, communes, issueTo, readHeap, saidOf, type FormsRoad } from './road.ts'

const name = sofficePath() === null ? 'LibreOffice (left out: no soffice on this machine)' : 'LibreOffice'
const [first = '', second = '', third = ''] = communes

describe.skipIf(sofficePath() === null)(name, { timeout: 240_000 }, () => {
  let office: TestOffice
  let road: FormsRoad
  let who: Browser
  let files: Files

  const answers = {
    'Ngày tổ chức': '17/3/2020',
    Buổi: 'Cả ngày',
    'Địa điểm': 'Nhà văn hóa',
    'Số đại biểu dự kiến': 95,
    'Điện thoại liên hệ': '0987 654 321',
  }
  const said = [
    'dateFrom changed 17/3/2020',
    'halfDay changed Cả ngày',
    'venue changed Nhà văn hóa',
    'expectedDelegates changed 95',
    'contactPhone changed 0987 654 321',
  ].join(': ')

  beforeAll(async () => {
    office = await openOffice()
    road = await buildFormsRoad(office)
    who = road.administrator
    const forms = await issueTo(who, road, communes)
    const form = (unit: string, filling: Filling) => fillForm(forms[unit] ?? new Uint8Array(), filling)
    files = {
      whole: form(first, { answers }),
      moved: form(second, { answers, rowsAbove: { row: 4, count: 3 }, columnsBefore: 2 }),
      untouched: forms[third] ?? new Uint8Array(),
    }
  }, 120_000)
  afterAll(() => office.close())

  /** What is said of the files after they were saved. */
  const saidAfter = async (saved: Files) => {
    const sent = Object.entries(saved).map(([each, bytes]) => [each, bytes] as const)
    return saidOf(await readHeap(who, road, sent))
  }
  const whole = { whole: `fine changed: ${said}`, moved: `fine changed: ${said}`, untouched: 'fine same' }

  test('saves forms that are known by their codes and say the same', async () => {
    expect(await saidAfter(await convert(files, 'xlsx', 'xlsx'))).toEqual(whole)
  })

  test('saves forms in its own kind and back, and they say the same', async () => {
    const own = await convert(files, 'xlsx', 'ods')
    expect(await saidAfter(await convert(own, 'ods', 'xlsx'))).toEqual(whole)
  })

  test('saves a form in its own kind alone, which is told with how to save it', async () => {
    const { untouched = new Uint8Array() } = await convert(
      { untouched: files['untouched'] ?? new Uint8Array() },
      'xlsx',
      'ods',
    )
    expect(saidOf(await readHeap(who, road, [['x.ods', untouched]]))).toEqual({ 'x.ods': 'foreign' })
  })
})
