import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readWorkbook } from '../../../server/exchange/reading/read-workbook.ts'
import type { ImportPreview } from '../../../server/exchange/schema.ts'
import { loadExample } from '../../../server/first-run/example.ts'
import { theProgram } from '../../../server/office.ts'
import type { NewVenue } from '../../../server/venues/schema.ts'
import { convert, sofficePath, type Files } from '../../support/libreoffice.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { aUnit, aVenue } from '../../support/records.ts'
import { preview, sayings } from './uploads.ts'

const name = sofficePath() === null ? 'LibreOffice (left out: no soffice on this machine)' : 'LibreOffice'

describe.skipIf(sofficePath() === null)(name, { timeout: 240_000 }, () => {
  let office: TestOffice
  let who: Browser
  let places: Record<string, string>
  let exports: Files
  let others: Files

  beforeAll(async () => {
    office = await openOffice()
    who = await signInAs(office, 'administrator', null)
    const { result } = await loadExample(office, theProgram)
    const { id } = (await who('POST', '/api/units', aUnit(awkward))).body as { id: string }
    await who('POST', '/api/venues', { ...aVenue(id), name: '=HYPERLINK("x")', capacity: 0, ...laidOut })
    const { cycleId } = result
    places = { units: 'units', venues: 'venues', congresses: `congresses?cycleId=${cycleId}` }
    exports = {
      units: await download('/api/units.xlsx'),
      venues: await download('/api/venues.xlsx'),
      congresses: await download(`/api/cycles/${cycleId}/congresses.xlsx`),
    }
    const faulty = await preview(who, 'units', faultyTable)
    others = {
      'form-units': await download('/api/import-forms/units.xlsx'),
      'form-venues': await download('/api/import-forms/venues.xlsx'),
      'form-congresses': await download(`/api/import-forms/congresses.xlsx?cycleId=${cycleId}`),
      faults: await download(`/api/imports/${faulty.id}/errors.xlsx`),
    }
  }, 120_000)
  afterAll(() => office.close())

  const download = async (url: string): Promise<Buffer> => {
    const answer = await who('GET', url)
    if (answer.status !== 200) throw new Error(`${url}: ${String(answer.status)}`)
    return answer.body as Buffer
  }

  /** What of the rows is not «the same», by file. */
  const differences = async (files: Files): Promise<Record<string, string[]>> => {
    const found: Record<string, string[]> = {}
    for (const [kind, bytes] of Object.entries(files)) {
      const shown: ImportPreview = await preview(who, places[kind] ?? '', bytes)
      const said = sayings(shown).filter((each) => !each.endsWith(' same'))
      found[kind] = [`${String(shown.totals.same)} same`, ...said, ...shown.notes.map(({ code }) => code)]
    }
    return found
  }
  const nothingDiffers = {
    units: ['289 same', 'empty-cells-keep'],
    venues: ['285 same', 'empty-cells-keep'],
    congresses: ['284 same', 'empty-cells-keep'],
  }

  test('shows every cell of every written workbook as it was written', async () => {
    const files = { ...exports, ...others }
    const saved = await convert(files, 'xlsx', 'xlsx')
    for (const [each, bytes] of Object.entries(files)) {
      expect([each, await textsIn(saved[each])]).toEqual([each, await textsIn(bytes)])
    }
  })

  test('saves exports that are the same when they are imported again', async () => {
    expect(await differences(await convert(exports, 'xlsx', 'xlsx'))).toEqual(nothingDiffers)
  })

  test('saves exports as text tables that are the same when they are imported again', async () => {
    expect(await differences(await convert(exports, 'xlsx', 'csv'))).toEqual(nothingDiffers)
  })

  test('saves exports in its own form and back, and they are the same when they are imported again', async () => {
    const own = await convert(exports, 'xlsx', 'ods')
    expect(await differences(await convert(own, 'ods', 'xlsx'))).toEqual(nothingDiffers)
  })

  test('saves the workbook of faults so that the same is wrong in it', async () => {
    const { faults } = await convert({ faults: others['faults'] ?? Buffer.of() }, 'xlsx', 'xlsx')
    const again = await preview(who, 'units', faults ?? Buffer.of())
    expect(sayings(again)).toEqual(sayings(await preview(who, 'units', faultyTable)))
    expect(sayings(again).filter((said) => said.includes('error'))).toHaveLength(2)
  })
})

/** What spreadsheet programs like to change. */
const awkward = {
  name: '=SUM(A1:A2)',
  code: '007',
  type: '1/2',
  block: 'TRUE',
  staffNumber: 0,
  contactName: '-An',
  contactPhone: '+84 912 345 678',
  address: 'Xóm 5\n@chợ "mới"; 1e3',
  validFrom: '1990-01-02',
}

const laidOut: Partial<NewVenue> = {
  layouts: [
    { kind: 'theatre', capacity: 0 },
    { kind: 'u-shape', capacity: 40 },
  ],
  contactName: '=An',
  contactPhone: '+84 912 345 678',
}

const faultyTable = 'Tên đơn vị,Biên chế,Có từ ngày\nXã A,nhiều,9/9/2020\nXã B,12,31/2/2020\nXã C,13,1/1/1990\n'

const textsIn = async (bytes = Buffer.of() as Uint8Array) =>
  (await readWorkbook(bytes)).sheets.map((sheet) => [
    sheet.name,
    ...sheet.rows.map(({ row, cells }) => [row, ...cells.map((cell) => cell?.text ?? null)]),
  ])
