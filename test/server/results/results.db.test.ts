import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Congress, CongressEvent } from '../../../server/congresses/schema.ts'
import type { Closed, CycleResults, HonourKinds, ResultOfCongress } from '../../../server/results/schema.ts'
import type { Road } from '../../../server/road/schema.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { aCalendarDay, aCongress, aCycle, aResult, aUnit } from '../../support/records.ts'

let office: TestOffice
let who: Browser
let cycleId: string
let congress: Congress
beforeEach(async () => {
  office = await openOffice()
  who = await signInAs(office, 'administrator', null)
  const unitId = await idOf('/api/units', aUnit({ name: 'Xã Hải Anh', type: 'Xã' }))
  cycleId = await idOf('/api/cycles', aCycle(unitId))
  const { levels } = (await who('GET', `/api/cycles/${cycleId}/road`)).body as Road
  const place = { cycleId, levelId: levels[0]?.id ?? '', unitId }
  congress = (await who('POST', '/api/congresses', aCongress(place))).body as Congress
})
afterEach(() => office.close())

const idOf = async (url: string, body: unknown) => {
  const answer = await who('POST', url, body)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return (answer.body as { id: string }).id
}
const url = () => `/api/congresses/${congress.id}`
const close = (values: Parameters<typeof aResult>[0] = {}) => who('PUT', `${url()}/result`, aResult(values))
const find = async () => (await who('GET', url())).body as Congress
const result = async () => ((await who('GET', `${url()}/result`)).body as ResultOfCongress).result
const events = async () => (await who('GET', `${url()}/events`)).body as CongressEvent[]
const undo = (actId: string | null) => who('POST', `/api/acts/${actId ?? ''}/undo`)

test('closing a congress records what it brought, on whose word, and that it was held', async () => {
  expect(await result()).toBeNull()
  const closed = await close({ sourceKind: 'call', source: 'Bà Lan, văn phòng xã' })
  expect(closed.status, JSON.stringify(closed.body)).toBe(200)
  expect(closed.body).toMatchObject({
    congress: { state: 'held', dateFrom: '2020-03-12', formerDate: null, version: 2 },
    result: { presentDelegates: 118, presentGuests: 9, chosenUpward: 4, sourceKind: 'call', version: 1 },
  })
  expect(await result()).toMatchObject({ honours: [{ kind: 'giay-khen-xa', collectives: 3, individuals: 12 }] })
  expect(await events()).toMatchObject([
    { kind: 'state', stateBefore: 'planned', stateAfter: 'held', sourceKind: 'call', source: 'Bà Lan, văn phòng xã' },
  ])
})

test('a congress held on another day moves there, and is reported once its report has a number', async () => {
  await close({ heldFrom: '2020-03-17', heldTo: '2020-03-18', reportNumber: '12/BC-UBND', reportDate: '2020-03-20' })
  expect(await find()).toMatchObject({
    state: 'reported',
    dateFrom: '2020-03-17',
    dateTo: '2020-03-18',
    formerDate: '2020-03-12',
  })
  expect(await events()).toMatchObject([
    { kind: 'state', dateBefore: '2020-03-12', dateAfter: '2020-03-17', paperNumber: '12/BC-UBND' },
  ])
})

test('a result is corrected, and goes back to held when its report number was a slip', async () => {
  await close({ reportNumber: '12/BC-UBND' })
  await close({ presentDelegates: 120, version: 1, congressVersion: 2 })
  expect(await find()).toMatchObject({ state: 'held' })
  expect(await result()).toMatchObject({ presentDelegates: 120, reportNumber: '', version: 2 })
})

test('undoing a closing puts the congress back as it stood, without result', async () => {
  const closed = await close({ heldFrom: '2020-03-17', heldTo: '2020-03-17' })
  expect((await undo(closed.actId)).status).toBe(204)
  expect(await find()).toMatchObject({ state: 'planned', dateFrom: '2020-03-12', formerDate: null })
  expect(await result()).toBeNull()
  expect(await events()).toEqual([])
})

test('a day on which nothing may be held does not keep what happened from being written down', async () => {
  const day = { ...aCalendarDay(null), kind: 'blocked', from: '2020-03-17', to: '2020-03-17', name: 'Bầu cử' }
  await idOf('/api/calendar-days', day)
  expect((await close({ heldFrom: '2020-03-17', heldTo: '2020-03-17' })).status).toBe(200)
})

test.each([
  ['ends before it begins', { heldTo: '2020-03-11' }, 'heldTo', 'reversed'],
  ['is of a day that does not exist', { heldFrom: '2020-02-30' }, 'heldFrom', 'not-a-date'],
  ['is still to come', { heldFrom: '2020-06-22', heldTo: '2020-06-23' }, 'heldTo', 'in-future'],
  ['has a report from before it met', { reportDate: '2020-03-11' }, 'reportDate', 'before-held'],
  ['has a report of tomorrow', { reportDate: '2020-06-23' }, 'reportDate', 'in-future'],
  ['names nobody who called', { sourceKind: 'call', source: ' ' }, 'source', 'required'],
  ['has a negative number', { presentDelegates: -1 }, 'presentDelegates', 'too-small'],
  [
    'names an unknown kind',
    { honours: [{ kind: 'x', collectives: 1, individuals: 0 }] },
    'honours.0.kind',
    'not-known',
  ],
  [
    'gives a title of persons to a collective',
    { honours: [{ kind: 'cstd-co-so', collectives: 1, individuals: 0 }] },
    'honours.0.collectives',
    'individuals-only',
  ],
  [
    'gives a flag to a person',
    { honours: [{ kind: 'co-tinh', collectives: 1, individuals: 1 }] },
    'honours.0.individuals',
    'collectives-only',
  ],
] as const)('a result that %s is refused and changes nothing', async (_what, values, field, rule) => {
  const answer = await close(values as never)
  expect(answer).toMatchObject({ status: 400, body: { details: [{ field, rule }] } })
  expect([await find(), await result()]).toMatchObject([{ state: 'planned', version: 1 }, null])
})

test('nothing is closed that is cancelled', async () => {
  const state = { state: 'cancelled', reason: 'Sáp nhập', paperNumber: '', newDate: null, version: 1 }
  await who('POST', `${url()}/state`, state)
  expect(await close({ congressVersion: 2 })).toMatchObject({ status: 409, body: { code: 'step-not-allowed' } })
  expect([await find(), await result()]).toMatchObject([{ state: 'cancelled' }, null])
})

test('of two who close at once the second is told, whichever row moved on', async () => {
  await close()
  expect(await close()).toMatchObject({ status: 409, body: { code: 'stale' } })
  expect(await close({ version: 1 })).toMatchObject({ status: 409, body: { code: 'stale' } })
  expect(await close({ congressVersion: 2 })).toMatchObject({ status: 409, body: { code: 'stale' } })
  expect(await result()).toMatchObject({ version: 1 })
})

test('a congress goes with its result and comes back with it', async () => {
  const { congress: held } = (await close()).body as Closed
  const deleted = await who('DELETE', `${url()}?version=${String(held.version)}`)
  expect(deleted.status).toBe(204)
  expect((await undo(deleted.actId)).status).toBe(204)
  expect(await result()).toMatchObject({ presentDelegates: 118 })
})

test('results add up by level and unit, once for a congress that two hold, and nothing for one that is undone', async () => {
  const sums = async (reader = who) => (await reader('GET', `/api/cycles/${cycleId}/results`)).body as CycleResults
  const other = await idOf('/api/units', aUnit({ name: 'Xã Hải Minh', parentId: congress.unitId }))
  const place = { cycleId, levelId: congress.levelId, unitId: congress.unitId }
  await idOf(
    '/api/congresses',
    aCongress(place, { title: 'Chung', hostUnitIds: [other], dateFrom: null, dateTo: null }),
  )
  expect((await sums()).sums.road).toMatchObject({ total: 2, held: 0, presentDelegates: 0, late: 2 })
  const closed = await close({ heldFrom: '2020-04-02', heldTo: '2020-04-02', reportNumber: '12/BC-UBND' })
  const held = { total: 2, held: 1, reported: 1, late: 1, heldLate: 1, presentDelegates: 118, presentGuests: 9 }
  const honoured = { collectives: 3, individuals: 12, chosenUpward: 4 }
  const { sums: after, kinds } = await sums()
  const honours = [{ kind: 'giay-khen-xa', collectives: 3, individuals: 12 }]
  expect(after.road).toMatchObject({ ...held, ...honoured, honours })
  expect(after.levels).toMatchObject([{ levelId: congress.levelId, ...held, ...honoured, honours }])
  expect(after.units).toMatchObject([{ unitId: congress.unitId, ...held, ...honoured }])
  expect(kinds.length).toBeGreaterThan(10)
  const host = await sums(await signInAs(office, 'viewer', other))
  expect(host.sums.road.total).toBe(1)
  await undo(closed.actId)
  expect((await sums()).sums.road).toMatchObject({ total: 2, held: 0, individuals: 0 })
})

test('the workbook of results holds a row for each congress', async () => {
  await close()
  const { bytes } = await who('GET', `/api/cycles/${cycleId}/results.xlsx`)
  const parts = unzipSync(bytes)
  const part = (name: string) => strFromU8(parts[`xl/${name}.xml`] ?? new Uint8Array())
  const sheet = part('worksheets/sheet1')
  for (const number of ['118', '9', '3', '12', '4']) expect(sheet).toContain(`<v>${number}</v>`)
  const { sums } = (await who('GET', `/api/cycles/${cycleId}/results`)).body as CycleResults
  expect(sums.road).toMatchObject({ held: 1, withoutFigures: 0 })
  expect(part('sharedStrings')).toContain('đã tổ chức 1/1, trong đó 0 đã báo cáo, 0 chưa có số liệu; chậm 0, hoãn 0')
  expect(part('sharedStrings')).toContain('Chưa có số liệu: đã tổ chức mà chưa có số nào')
})

test('a congress that was held without a number told is counted as one without figures, until there is one', async () => {
  const answer = async () => (await who('GET', `/api/cycles/${cycleId}/results`)).body as CycleResults
  const sums = async () => (await answer()).sums.road
  const nothing = { presentDelegates: null, presentGuests: null, chosenUpward: null, honours: [] }
  expect((await close(nothing)).status).toBe(200)
  expect(await sums()).toMatchObject({ held: 1, withoutFigures: 1 })
  expect(await answer()).toMatchObject({ withoutFigures: [congress.id], summarySymbol: 'BC-BTCĐH' })
  expect((await close({ ...nothing, presentGuests: 0, version: 1, congressVersion: 2 })).status).toBe(200)
  expect(await sums()).toMatchObject({ held: 1, withoutFigures: 0 })
  expect((await answer()).withoutFigures).toEqual([])
})

test('a cycle counts honours by a list of its own, from which no kind in use is taken', async () => {
  const kindsUrl = `/api/cycles/${cycleId}/honour-kinds`
  const { kinds, version } = (await who('GET', kindsUrl)).body as HonourKinds
  const own = { key: 'ky-niem-chuong', name: 'Kỷ niệm chương', nameEnglish: '', receivers: 'individuals' }
  const changed = await who('PUT', kindsUrl, { kinds: [...kinds, own], version })
  expect(changed).toMatchObject({ status: 200, body: { version: version + 1 } })
  await close({ honours: [{ kind: own.key, collectives: 0, individuals: 7 }] })
  const without = { kinds, version: version + 1 }
  expect(await who('PUT', kindsUrl, without)).toMatchObject({ status: 409, body: { code: 'in-use' } })
  const twice = { kinds: [...kinds, own, own], version: version + 1 }
  expect(await who('PUT', kindsUrl, twice)).toMatchObject({ status: 400, body: { code: 'invalid' } })
  expect((await who('GET', kindsUrl)).body).toMatchObject({ kinds: [...kinds, own] })
})

test('a change of date or state names on whose word it was entered', async () => {
  const dates = { dateFrom: '2020-03-17', dateTo: '2020-03-17', halfDay: 'morning', weekOf: null }
  const why = { reason: 'Trùng họp', paperNumber: '', sourceKind: 'letter', source: 'CV 12/UBND' }
  await who('PUT', `${url()}/date`, { ...dates, ...why, version: 1 })
  await who('POST', `${url()}/state`, { state: 'approved', newDate: null, reason: '', paperNumber: '', version: 2 })
  expect(await events()).toMatchObject([
    { kind: 'state', sourceKind: null, source: '' },
    { kind: 'date', sourceKind: 'letter', source: 'CV 12/UBND' },
  ])
})
