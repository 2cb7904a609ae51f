import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DelegateList } from '../../../server/delegates/schema.ts'
import { gatherCongress } from '../../../server/documents/facts.ts'
import { planSeats } from '../../../server/documents/seat-places.ts'
import type { Hall } from '../../../server/halls/schema.ts'
import { newId } from '../../../server/office.ts'
import { gatherLive } from '../../../server/papers/signed.ts'
import { rowsFor } from '../../../server/papers/contents.ts'
import { seatFinder } from '../../../server/seating/own.ts'
import type { SeatingBoard, SeatingPlan } from '../../../server/seating/schema.ts'
import { buildDistricts, post, type WithId } from '../../support/districts.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { printingAs } from '../../support/prints.ts'
import { aHall, aPlan, seatsOf } from '../../support/seating.ts'

let office: TestOffice
let who: Browser
let congressId: string
let plan: SeatingPlan
let delegateId: string
const inHall = seatsOf(aHall())
  .slice(4)
  .map(({ id }) => id)
beforeEach(async () => {
  office = await openOffice()
  const { inside } = await buildDistricts(office)
  who = await signInAs(office, 'organizer', inside.unitId)
  congressId = inside.ids['congress'] ?? ''
  const drawn = { name: 'Hội trường lớn', drawing: aHall() }
  const hall = await post<Hall>(who, `/api/venues/${inside.ids['venue'] ?? ''}/halls`, drawn)
  plan = await post<SeatingPlan>(who, at('seating'), aPlan(hall.id))
  delegateId = (await post<WithId>(who, at('delegates'), { name: 'Trần An', class: 'official' })).id
})
afterEach(() => office.close())

const at = (path: string) => `/api/congresses/${congressId}/${path}`
const own = (path = '') => at(`seating/${plan.id}${path}`)
const seat = async (seatId = '') => {
  const { places } = (await who('GET', own())).body as SeatingBoard
  const placeId = places.find((each) => each.delegateId === delegateId)?.id ?? null
  const changed = { delegateId, seatId, isLocked: false, placeId }
  await who('PUT', own('/places'), { phaseId: '', places: [changed], isPlanned: false })
}
const chart = async () => {
  const facts = await gatherCongress(office.db.read, congressId)
  return planSeats(await rowsFor(office.db.read, facts, { list: 'seats', isChart: true }))
}

describe('the chart of a congress that is seated by plan', () => {
  test('has every seat of its hall with who sits there, doors and the stage, whatever the list of seats says', async () => {
    await seat(inHall[0])
    await post(who, at('lists/seats/rows'), { values: { seat: 'Z9', name: 'Ai Đó' } })
    const { seats, fixtures, beyond, twice } = await chart()
    expect(seats).toHaveLength(inHall.length)
    expect(seats.filter(({ name }) => name !== '').map(({ label, name }) => [label, name])).toEqual([['A1', 'Trần An']])
    expect(fixtures.map(({ text }) => text)).toEqual(['SÂN KHẤU', 'Cửa A', 'Cửa B'])
    expect([beyond, twice]).toEqual([[], []])
  })

  test('tells the seats that the cards and the door list tell, from one release to the next', async () => {
    await seat(inHall[0])
    await who('POST', own('/releases'), { note: '', version: 1 })
    const told = async () => {
      const { seats } = await chart()
      const { delegates } = (await who('GET', at('delegates'))).body as DelegateList
      return [
        seats.filter(({ name }) => name !== '').map(({ label, door }) => [label, door]),
        delegates.filter(({ seat: label }) => label !== '').map(({ seat: label, door }) => [label, door]),
      ]
    }
    const [before, cards] = await told()
    expect(before).toEqual([['A1', 'A']])
    expect(before).toEqual(cards)
    await seat(inHall[1])
    expect(await told()).toEqual([before, before])
    await who('POST', own('/releases'), { note: '', version: 2 })
    const [after, cardsAfter] = await told()
    expect(after).toEqual([['A2', 'A']])
    expect(after).toEqual(cardsAfter)
  })
})

test('whoever has a printed card is known by the seat that it tells: after a move it says nothing any more', async () => {
  const isPrinted = async () => ((await who('GET', own())).body as SeatingBoard).people[0]?.isPrinted
  const { print } = printingAs(who, congressId)
  await seat(inHall[0])
  await who('POST', own('/releases'), { note: '', version: 1 })
  expect(await isPrinted()).toBe(false)
  await print({ kind: 'seat-card' })
  expect(await isPrinted()).toBe(true)
  await seat(inHall[1])
  await who('POST', own('/releases'), { note: '', version: 2 })
  expect(await isPrinted()).toBe(false)
  await print({ kind: 'seat-card' })
  expect(await isPrinted()).toBe(true)
})

describe('a plan that goes on in another hall after its release', () => {
  test('is printed in the hall of the release until it is released in the new one; neither hall can be deleted', async () => {
    await seat(inHall[0])
    await who('POST', own('/releases'), { note: '', version: 1 })
    const smaller = aHall()
    for (const block of smaller.levels[0]?.blocks ?? []) if (!block.isStage) block.rows.pop()
    const drawn = { name: 'Hội trường nhỏ', drawing: smaller }
    const other = await post<Hall>(who, `/api/venues/${plan.venueId}/halls`, drawn)
    await who('POST', own('/hall'), { hallId: other.id, number: 1, version: 2 })
    const told = async () => {
      const { standing } = (await gatherLive(office, congressId, 'seating-chart')).seats ?? {}
      return [(await chart()).seats.length, standing?.isHallOther]
    }
    expect(await told()).toEqual([inHall.length, true])
    const seatOnPage = await seatFinder(office.db)(congressId, 'A1')
    expect(seatOnPage?.hall.drawing).toEqual(aHall())

    expect((await who('POST', own('/releases'), { note: '', version: 3 })).body).toEqual({ number: 2 })
    expect(await told()).toEqual([seatsOf(smaller).length - 4, false])
    for (const { id, version } of [other, { id: plan.hallId, version: 1 }])
      expect(await who('DELETE', `/api/halls/${id}?version=${String(version)}`)).toMatchObject({
        status: 409,
        body: { code: 'in-use' },
      })
  })
})

describe('a phase of a plan', () => {
  test('is told with the blocks in which it puts people, of the release, and of the plan that was released last', async () => {
    const stage = newId()
    const phases = [
      { id: '', name: '' },
      { id: stage, name: 'Lên sân khấu' },
    ]
    const change = { name: plan.name, kind: plan.kind, layout: plan.layout, delegationOrder: [], version: plan.version }
    expect((await who('PUT', own(), { ...change, phases })).status).toBe(200)
    await seat(inHall[0])
    const onStage = seatsOf(aHall())[1]?.id ?? ''
    const called = { delegateId, seatId: onStage, isLocked: false, placeId: null }
    await who('PUT', own('/places'), { phaseId: stage, places: [called], isPlanned: false })
    const told = async () =>
      (await chart()).phases.map(({ name, seats }) => [
        name,
        seats.length,
        seats.flatMap((each) => (each.name === '' ? [] : [[each.id, each.name]])),
      ])
    const before = [['Lên sân khấu', 3, [[`${stage} ${onStage}`, 'Trần An']]]]
    expect(await told()).toEqual(before)
    await who('POST', own('/releases'), { note: '', version: 2 })
    const { places } = (await who('GET', own())).body as SeatingBoard
    const placeId = places.find(({ phaseId }) => phaseId === stage)?.id ?? null
    const elsewhere = { ...called, seatId: seatsOf(aHall())[2]?.id ?? '', placeId }
    await who('PUT', own('/places'), { phaseId: stage, places: [elsewhere], isPlanned: false })
    expect(await told()).toEqual(before)

    const other = await post<SeatingPlan>(who, at('seating'), { ...aPlan(plan.hallId), name: 'Chính thức 2' })
    expect(await told()).toEqual(before)
    const there = { delegateId, seatId: inHall[5] ?? '', isLocked: false, placeId: null }
    await who('PUT', at(`seating/${other.id}/places`), { phaseId: '', places: [there], isPlanned: false })
    await who('POST', at(`seating/${other.id}/releases`), { note: '', version: other.version })
    const { seats, phases: later } = await chart()
    expect([seats.filter(({ name }) => name !== '').map(({ id }) => id), later]).toEqual([[inHall[5]], []])
  })
})

describe('papers of seats say which state of the plan they tell', () => {
  const told = async (kind: string) => (await gatherLive(office, congressId, kind)).seats
  const standing = async (kind: string) => (await told(kind))?.standing

  test('before the first release, after it, and with changes that wait for the next', async () => {
    expect(await standing('seating-chart')).toMatchObject({ number: 0, unreleased: 0 })
    await seat(inHall[0])
    expect(await standing('seating-chart')).toMatchObject({ number: 0, unreleased: 1, isListed: false })
    await who('POST', own('/releases'), { note: '', version: 1 })
    expect(await standing('seating-chart')).toMatchObject({ number: 1, unreleased: 0, isHallOther: false })
    await seat(inHall[1])
    expect(await standing('seating-chart')).toMatchObject({ number: 1, unreleased: 1 })
    expect(await standing('door-list')).toMatchObject({ number: 1, unreleased: 1, isListed: true, elsewhere: 0 })
    expect(await told('badge')).toBeUndefined()
  })

  test('who withdrew is no change, and what the list says otherwise is told of what follows the list', async () => {
    await seat(inHall[0])
    await who('POST', own('/releases'), { note: '', version: 1 })
    const change = async (values: { seat: string } | { standing: 'withdrawn' }) => {
      const { delegates } = (await who('GET', at('delegates'))).body as DelegateList
      const { version = 0 } = delegates.find(({ id }) => id === delegateId) ?? {}
      return (await who('PUT', at('delegates'), { delegates: [{ id: delegateId, version, values }] })).status
    }
    expect(await change({ seat: 'A7' })).toBe(200)
    expect([await standing('seat-card'), await standing('seating-chart')]).toMatchObject([
      { elsewhere: 1, unreleased: 0 },
      { elsewhere: 0, unreleased: 0 },
    ])
    expect(await change({ standing: 'withdrawn' })).toBe(200)
    expect(await standing('seating-chart')).toMatchObject({ unreleased: 0 })
  })

  test('two on one seat in different phases are named on the door list', async () => {
    const phaseId = '0190a1b2-c3d4-7e5f-8a6b-0c1d2e3f4a5b'
    const phases = [
      { id: '', name: '' },
      { id: phaseId, name: 'Đợt 1' },
    ]
    const { name, kind, layout, delegationOrder } = plan
    await who('PUT', own(), { ...{ name, kind, layout, delegationOrder }, phases, version: 1 })
    const other = (await post<WithId>(who, at('delegates'), { name: 'Lê Bình', class: 'official' })).id
    await seat(inHall[0])
    const places = [{ delegateId: other, seatId: inHall[0], isLocked: false, placeId: null }]
    const away = [{ delegateId, seatId: inHall[1], isLocked: false, placeId: null }]
    await who('PUT', own('/places'), { phaseId, places: [...away, ...places], isPlanned: false })
    await who('POST', own('/releases'), { note: '', version: 2 })
    const people = [
      { name: 'Trần An', phase: '' },
      { name: 'Lê Bình', phase: 'Đợt 1' },
    ]
    expect((await told('door-list'))?.shared).toEqual([{ seat: 'A1', people }])
    expect((await told('seating-chart'))?.shared).toEqual([])
  })
})
