import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CalendarDay } from '../../../server/calendar/schema.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { aCalendarDay, aCongress, aCycle, aLevel, aUnit } from '../../support/records.ts'

let office: TestOffice
let who: Browser
let unitId: string
beforeEach(async () => {
  office = await openOffice()
  who = await signInAs(office, 'administrator', null)
  unitId = ((await who('POST', '/api/units', aUnit({}))).body as { id: string }).id
})
afterEach(() => office.close())

const days = async () => (await who('GET', '/api/calendar-days')).body as CalendarDay[]
const addYear = (year: number, at: string | null = null) => who('POST', '/api/calendar-days/year', { year, unitId: at })

test('the holidays, exchanged Saturdays and anniversaries of a year come in one act, once, and can be undone', async () => {
  const added = await addYear(2019)
  expect(added).toMatchObject({ status: 200, body: { added: 5 + 2 + 20 } })
  const kinds = (await days()).map(({ from, kind, sinceYear }) => `${from} ${kind} ${sinceYear}`)
  expect(kinds).toContain('2019-05-04 working-day null')
  expect(kinds).toContain('2019-05-07 anniversary 1954')
  expect((await addYear(2019)).body).toEqual({ added: 0 })
  expect((await who('POST', `/api/acts/${added.actId ?? ''}/undo`)).status).toBe(204)
  expect(await days()).toEqual([])
})

test('a unit gets no second copy of what stands for everybody', async () => {
  await addYear(2020)
  expect((await addYear(2020, unitId)).body).toEqual({ added: 0 })
})

test.each([
  [
    { kind: 'working-day', from: '2020-05-04', to: '2020-05-04' },
    { field: 'from', rule: 'not-weekend' },
  ],
  [
    { kind: 'working-day', from: '2020-05-02', to: '2021-05-02' },
    { field: 'to', rule: 'too-large' },
  ],
  [
    { kind: 'holiday', sinceYear: 1945 },
    { field: 'sinceYear', rule: 'not-of-this-kind' },
  ],
  [
    { kind: 'anniversary', sinceYear: 2020 },
    { field: 'sinceYear', rule: 'too-large' },
  ],
  [
    { from: '2020-09-25', to: '2020-09-23' },
    { field: 'to', rule: 'reversed' },
  ],
])('%o is refused in its field and nothing is kept', async (wrong, fault) => {
  expect(await who('POST', '/api/calendar-days', { ...aCalendarDay(null), ...wrong })).toMatchObject({
    status: 400,
    body: { code: 'invalid', details: [fault] },
  })
  expect(await days()).toEqual([])
})

test('a Saturday that is worked in exchange is no weekend, and an anniversary no hindrance', async () => {
  const cycle = (await who('POST', '/api/cycles', aCycle(unitId, [aLevel({ windowTo: '2020-12-31' })]))).body as {
    id: string
  }
  const levelId = ((await who('GET', `/api/cycles/${cycle.id}/road`)).body as { levels: { id: string }[] }).levels[0]
    ?.id
  const place = { cycleId: cycle.id, levelId: levelId ?? '', unitId }
  await who('POST', '/api/congresses', aCongress(place, { dateFrom: '2020-07-04', dateTo: '2020-07-04' }))
  const rules = async () =>
    ((await who('GET', `/api/cycles/${cycle.id}/conflicts`)).body as { open: { rule: string }[] }).open.map(
      ({ rule }) => rule,
    )
  const onDay = { ...aCalendarDay(null), from: '2020-07-04', to: '2020-07-04' }
  await who('POST', '/api/calendar-days', { ...onDay, kind: 'anniversary', sinceYear: 1950 })
  expect(await rules()).toEqual(['weekend'])
  await who('POST', '/api/calendar-days', { ...onDay, kind: 'working-day' })
  expect(await rules()).toEqual([])
})
