import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Conflict } from '../../../server/conflicts/schema.ts'
import type { Congress, CongressEvent } from '../../../server/congresses/schema.ts'
import type { ActLine } from '../../../server/history/schema.ts'
import type { Road } from '../../../server/road/schema.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { aCalendarDay, aCongress, aCycle, aUnit } from '../../support/records.ts'

let office: TestOffice
let who: Browser
let district: string
let communes: string[]
let cycleId: string
beforeEach(async () => {
  office = await openOffice()
  who = await signInAs(office, 'administrator', null)
  district = await idOf('/api/units', aUnit({ name: 'Huyện Hải Hậu', type: 'Huyện' }))
  communes = []
  for (const name of ['Xã Hải Anh', 'Xã Hải Bắc', 'Xã Hải Châu']) {
    communes.push(await idOf('/api/units', aUnit({ name, parentId: district })))
  }
  cycleId = await idOf('/api/cycles', aCycle(district))
  const levelId = (await road()).levels[0]?.id ?? ''
  for (const unitId of communes) {
    await idOf(
      '/api/congresses',
      aCongress({ cycleId, levelId, unitId }, { dateFrom: '2020-07-04', dateTo: '2020-07-04' }),
    )
  }
})
afterEach(() => office.close())

const idOf = async (url: string, body: unknown) => {
  const answer = await who('POST', url, body)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return (answer.body as { id: string }).id
}
const road = async (reader = who) => (await reader('GET', `/api/cycles/${cycleId}/road`)).body as Road
const conflicts = async () =>
  (await who('GET', `/api/cycles/${cycleId}/conflicts`)).body as { open: Conflict[]; accepted: Conflict[] }
const openOf = async (rule: string) => (await conflicts()).open.filter((conflict) => conflict.rule === rule)
const accept = (warnings: readonly Conflict[], reader = who) =>
  reader('POST', '/api/acceptances/many', {
    cycleId,
    warnings: warnings.map(({ congressId, key, fingerprint }) => ({ congressId, key, fingerprint })),
    reason: 'Hội trường chỉ trống thứ Bảy',
    paperNumber: '12/UBND-NV',
  })
const undo = async (actId: string | null) => (await who('POST', `/api/acts/${actId ?? ''}/undo`)).status
const postpone = async (congresses: readonly Congress[]) =>
  who('POST', '/api/congresses/change-many', {
    congresses: congresses.map(({ id, version }) => ({ id, version })),
    changes: { state: 'postponed' },
    reason: 'Mưa bão',
    paperNumber: '07/TB-BTC',
  })
const date = (congresses: readonly Congress[], day: string, reader = who) =>
  reader('POST', '/api/congresses/date-many', {
    congresses: congresses.map(({ id, version }) => ({
      id,
      version,
      dateFrom: day,
      dateTo: day,
      halfDay: 'afternoon',
    })),
    reason: 'Hết bão',
    paperNumber: '09/TB-BTC',
  })

test('all warnings of a rule are accepted in one act, each with its own fingerprint, and one undo opens them again', async () => {
  const weekends = await openOf('weekend')
  const accepted = await accept(weekends)
  expect(accepted).toMatchObject({ status: 200, body: { accepted: 3 } })
  expect(await openOf('weekend')).toEqual([])
  const { acceptances } = await road()
  expect(acceptances.map(({ key, fingerprint }) => `${key} ${fingerprint}`).sort()).toEqual(
    weekends.map(({ key, fingerprint }) => `${key} ${fingerprint}`).sort(),
  )
  expect(new Set(acceptances.map(({ reason, paperNumber }) => `${reason} ${paperNumber}`))).toEqual(
    new Set(['Hội trường chỉ trống thứ Bảy 12/UBND-NV']),
  )
  const [newest] = ((await who('GET', '/api/acts')).body as { acts: ActLine[] }).acts
  const subject = 'Xã Hải Anh, Xã Hải Bắc, Xã Hải Châu'
  expect(newest).toMatchObject({ action: 'warnings-accepted', subject, unitId: district, changeCount: 3 })
  expect(await undo(accepted.actId)).toBe(204)
  expect(await openOf('weekend')).toHaveLength(3)
})

test('where one of them changed meanwhile it is named and none is accepted', async () => {
  const weekends = await openOf('weekend')
  const [moved] = (await road()).congresses
  await who('PUT', `/api/congresses/${moved?.id ?? ''}/date`, {
    dateFrom: '2020-07-05',
    dateTo: '2020-07-05',
    halfDay: 'morning',
    weekOf: null,
    reason: '',
    paperNumber: '',
    version: 1,
  })
  expect(await accept(weekends)).toMatchObject({
    status: 409,
    body: {
      code: 'warnings-changed',
      details: { changed: [{ congressId: moved?.id, key: `weekend:${moved?.id ?? ''}` }] },
    },
  })
  expect((await road()).acceptances).toEqual([])
})

test('what was accepted already is not accepted twice', async () => {
  const weekends = await openOf('weekend')
  await accept(weekends.slice(0, 1))
  expect((await accept(weekends)).status).toBe(409)
  expect((await road()).acceptances).toHaveLength(1)
})

test('what is impossible cannot be among them', async () => {
  await idOf('/api/calendar-days', { ...aCalendarDay(null), kind: 'blocked', from: '2020-07-04', to: '2020-07-04' })
  const { open } = await conflicts()
  expect(open.filter(({ severity }) => severity === 'impossible')).toHaveLength(3)
  expect((await accept(open)).status).toBe(409)
  expect((await road()).acceptances).toEqual([])
})

test('an organizer accepts for the units below only, as they are warned there', async () => {
  const organizer = await signInAs(office, 'organizer', communes[0] ?? '')
  const weekends = await openOf('weekend')
  expect((await accept(weekends, organizer)).status).toBe(404)
  const { congresses } = await road(organizer)
  const own = weekends.filter(({ congressId }) => congressId === congresses[0]?.id)
  expect((await accept(own, organizer)).status).toBe(200)
  expect((await road()).acceptances).toHaveLength(1)
})

test('many are postponed without a date in one act, which can be undone', async () => {
  const before = (await road()).congresses
  const postponed = await postpone(before)
  expect((await road()).congresses.map(({ dateFrom }) => dateFrom)).toEqual([null, null, null])
  expect(await undo(postponed.actId)).toBe(204)
  const states = (each: readonly Congress[]) => each.map(({ state, dateFrom }) => `${state} ${dateFrom}`)
  expect(states((await road()).congresses)).toEqual(states(before))
})

test('the postponed ones are dated anew in one act and back on the road by it; its undo postpones them again', async () => {
  await postpone((await road()).congresses)
  const undated = (await road()).congresses
  expect(new Set(undated.map(({ state, dateFrom, formerDate }) => `${state} ${dateFrom} ${formerDate}`))).toEqual(
    new Set(['postponed null 2020-07-04']),
  )
  const dated = await date(undated, '2020-07-14')
  expect(dated).toMatchObject({ status: 200, body: { dated: 3 } })
  const back = (await road()).congresses
  expect(new Set(back.map((each) => `${each.state} ${each.dateFrom} ${each.halfDay} ${each.formerDate}`))).toEqual(
    new Set(['planned 2020-07-14 afternoon 2020-07-04']),
  )
  const events = (await who('GET', `/api/congresses/${back[0]?.id ?? ''}/events`)).body as CongressEvent[]
  expect(events).toMatchObject([
    { stateBefore: 'postponed', stateAfter: 'planned', dateBefore: null, dateAfter: '2020-07-14', reason: 'Hết bão' },
    { stateBefore: 'planned', stateAfter: 'postponed', dateBefore: '2020-07-04', dateAfter: null, reason: 'Mưa bão' },
  ])
  expect(await undo(dated.actId)).toBe(204)
  expect(new Set((await road()).congresses.map(({ state, dateFrom }) => `${state} ${dateFrom}`))).toEqual(
    new Set(['postponed null']),
  )
})

test('what was being prepared goes on being prepared on its new date, what was approved is planned until that is approved', async () => {
  const [planned, approved, preparing] = (await road()).congresses
  const pass = async (id: string | undefined, state: string, newDate: string | null = null) => {
    const { version } = (await road()).congresses.find((each) => each.id === id)!
    const body = { state, reason: 'Theo thông báo', paperNumber: '', newDate, version }
    expect((await who('POST', `/api/congresses/${id ?? ''}/state`, body)).status).toBe(200)
  }
  await pass(approved?.id, 'approved')
  await pass(preparing?.id, 'approved')
  await pass(preparing?.id, 'preparing')
  await postpone((await road()).congresses)
  // Put off once more: what it was before the first time still counts.
  await pass(preparing?.id, 'postponed')
  const undated = await road()
  expect(new Map(undated.reasons.map(({ congressId, stateBefore }) => [congressId, stateBefore]))).toEqual(
    new Map([
      [planned?.id, 'planned'],
      [approved?.id, 'approved'],
      [preparing?.id, 'preparing'],
    ]),
  )
  await date(undated.congresses, '2020-07-14')
  expect((await road()).congresses.map(({ id, state }) => [id, state])).toEqual([
    [planned?.id, 'planned'],
    [approved?.id, 'planned'],
    [preparing?.id, 'preparing'],
  ])
})

test('a congress of several days keeps its length: without a new date it is remembered, with one it moves along', async () => {
  const [first, second] = (await road()).congresses
  const lengthen = async (congress: Congress | undefined) => {
    const days = { dateFrom: '2020-07-06', dateTo: '2020-07-08', halfDay: 'day', weekOf: null }
    const body = { ...days, reason: '', paperNumber: '', version: congress?.version }
    expect((await who('PUT', `/api/congresses/${congress?.id ?? ''}/date`, body)).status).toBe(200)
  }
  await lengthen(first)
  await lengthen(second)
  await postpone((await road()).congresses)
  const [undated, other] = (await road()).congresses
  expect(undated).toMatchObject({ dateFrom: null, formerDate: '2020-07-06', formerDateTo: '2020-07-08' })
  expect(other).toMatchObject({ dateFrom: null, formerDate: '2020-07-06', formerDateTo: '2020-07-08' })
  const body = { state: 'postponed', reason: 'Bão', paperNumber: '', newDate: '2020-07-20', version: undated?.version }
  const moved = await who('POST', `/api/congresses/${undated?.id ?? ''}/state`, body)
  expect(moved.body).toMatchObject({ dateFrom: '2020-07-20', dateTo: '2020-07-22', formerDateTo: '2020-07-08' })
})

test('a blocked day, a day that is none and a congress changed meanwhile leave every date as it is', async () => {
  await idOf('/api/calendar-days', { ...aCalendarDay(null), kind: 'blocked', from: '2020-07-14', to: '2020-07-14' })
  const all = (await road()).congresses
  expect(await date(all, '2020-07-14')).toMatchObject({ status: 409, body: { code: 'impossible' } })
  expect((await date(all, '2020-02-31')).status).toBe(400)
  const [first, ...others] = all
  expect(await date([...others, { ...first!, version: 9 }], '2020-07-15')).toMatchObject({ body: { code: 'stale' } })
  expect((await road()).congresses).toEqual(all)
})

test('an organizer dates no congress of other units', async () => {
  const organizer = await signInAs(office, 'organizer', communes[0] ?? '')
  const all = (await road()).congresses
  expect((await date(all, '2020-07-15', organizer)).status).toBe(404)
  expect((await road()).congresses).toEqual(all)
})
