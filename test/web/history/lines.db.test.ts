import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ActLine } from '../../../server/history/schema.ts'
import type { Unit } from '../../../server/units/schema.ts'
import { wordChanges } from '../../../web/history/word-changes.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { aCongress, aCycle, aUnit } from '../../support/records.ts'
import '../../../web/words/rest.ts'

let office: TestOffice
let administrator: Browser
let unitId: string
let congressId: string

const create = async (url: string, body: object) => ((await administrator('POST', url, body)).body as { id: string }).id
const read = async (url: string) => (await administrator('GET', url)).body

beforeEach(async () => {
  office = await openOffice()
  administrator = await signInAs(office, 'administrator', null)
  unitId = await create('/api/units', aUnit({ name: 'Huyện Hải Hậu' }))
  const cycleId = await create('/api/cycles', aCycle(unitId))
  const { levels } = (await read(`/api/cycles/${cycleId}/road`)) as { levels: { id: string }[] }
  const place = { cycleId, levelId: levels[0]?.id ?? '', unitId }
  const date = { dateFrom: '2020-03-12', dateTo: '2020-03-12' }
  congressId = await create('/api/congresses', aCongress(place, date))
})
afterEach(() => office.close())

const lines = async (who: Browser = administrator) =>
  ((await who('GET', `/api/acts?congressId=${congressId}`)).body as { acts: ActLine[] }).acts
const move = (version: number, date: string) =>
  administrator('PUT', `/api/congresses/${congressId}/date`, {
    dateFrom: date,
    dateTo: date,
    halfDay: 'morning',
    weekOf: null,
    reason: '',
    paperNumber: '',
    version,
  })

test('the lines of several moves tell from which day to which, and that of an undoing the way back', async () => {
  await move(1, '2020-03-13')
  const second = await move(2, '2020-03-16')
  expect(second.status).toBe(200)
  await administrator('POST', `/api/acts/${second.actId ?? ''}/undo`)
  expect((await lines()).map(({ changed }) => wordChanges(changed)).slice(0, 3)).toEqual([
    'Ngày đầu: 16/3/2020 thành 13/3/2020',
    'Ngày đầu: 13/3/2020 thành 16/3/2020',
    'Ngày đầu: 12/3/2020 thành 13/3/2020',
  ])
})

test('texts are named but not told, numbers and missing values are', async () => {
  const units = (await read('/api/units')) as Unit[]
  const { id: _id, version: _version, ...values } = units.find(({ id }) => id === unitId)!
  await administrator('PUT', `/api/units/${unitId}`, {
    ...values,
    contactPhone: '0228 000 0001',
    staffNumber: 90,
    version: 1,
  })
  const { acts } = (await read('/api/acts')) as { acts: ActLine[] }
  const { changed } = acts.find(({ action }) => action === 'unit-changed') as ActLine
  expect(wordChanges(changed)).toBe('Số cán bộ, người lao động: chưa có thành 90 · Điện thoại')
  expect(JSON.stringify(changed)).not.toContain('0228 000')
})

test('who may not undo an act is not offered to', async () => {
  await move(1, '2020-03-13')
  const offered = async (who: Browser) => (await lines(who)).find(({ action }) => action === 'congress-moved')?.mayUndo
  expect(await offered(await signInAs(office, 'viewer', unitId))).toBe(false)
  expect(await offered(await signInAs(office, 'secretariat', unitId))).toBe(false)
  expect(await offered(await signInAs(office, 'organizer', unitId))).toBe(true)
  expect(await offered(administrator)).toBe(true)
})
