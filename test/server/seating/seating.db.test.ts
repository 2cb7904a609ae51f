import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DelegateList } from '../../../server/delegates/schema.ts'
import type { Hall } from '../../../server/halls/schema.ts'
import { seatedLosing } from '../../../server/seating/rules/losing.ts'
import type {
  ListedSeats,
  SeatedInHall,
  SeatingBoard,
  SeatingOverview,
  SeatingPlan,
} from '../../../server/seating/schema.ts'
import { newId } from '../../../server/office.ts'
import { buildDistricts, post, type Subtree, type WithId } from '../../support/districts.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { aHall, aPlan, seatsOf } from '../../support/seating.ts'

let office: TestOffice
let who: Browser
let inside: Subtree
let congressId: string
let hall: Hall
let plan: SeatingPlan
let people: string[]
const seats = seatsOf(aHall()).map(({ id }) => id)
const onStage = seats.slice(0, 4)
const inHall = seats.slice(4)
beforeEach(async () => {
  office = await openOffice()
  ;({ inside } = await buildDistricts(office))
  who = await signInAs(office, 'organizer', inside.unitId)
  congressId = inside.ids['congress'] ?? ''
  const drawn = { name: 'Hội trường lớn', drawing: aHall() }
  hall = await post<Hall>(who, `/api/venues/${inside.ids['venue'] ?? ''}/halls`, drawn)
  plan = await post<SeatingPlan>(who, at('seating'), aPlan(hall.id))
  people = []
  for (const name of ['Trần An', 'Lê Bình', 'Vũ Chi', 'Đỗ Dung']) {
    people.push((await post<WithId>(who, at('delegates'), { name, class: 'official' })).id)
  }
})
afterEach(() => office.close())

const at = (path: string) => `/api/congresses/${congressId}/${path}`
const own = (path = '') => at(`seating/${plan.id}${path}`)
const board = async () => (await who('GET', own())).body as SeatingBoard
const undo = (actId: string | null) => who('POST', `/api/acts/${actId ?? ''}/undo`)
const person = (place: number) => people[place] ?? ''

/** Puts people, by their places in the list, on seats of the hall or (below zero) on none. */
const seat = async (
  wanted: Record<number, string | null>,
  { phaseId = '', isLocked = false }: { phaseId?: string; isLocked?: boolean } = {},
) => {
  const { places } = await board()
  const changes = Object.entries(wanted).map(([place, seatId]) => {
    const delegateId = person(Number(place))
    const placeId = places.find((each) => each.delegateId === delegateId && each.phaseId === phaseId)?.id ?? null
    return { delegateId, seatId, isLocked, placeId }
  })
  return who('PUT', own('/places'), { phaseId, places: changes, isPlanned: false })
}
const seated = async () =>
  Object.fromEntries(
    (await board()).places.map(({ phaseId, delegateId, seatId }) => [
      `${phaseId === '' ? '' : 'phase '}${String(people.indexOf(delegateId))}`,
      seatId,
    ]),
  )
const withPhase = async () => {
  const phaseId = newId()
  const { version } = (await board()).plan
  const phases = [
    { id: '', name: '' },
    { id: phaseId, name: 'Đoàn Chủ tịch lên sân khấu' },
  ]
  const { name, kind, layout, delegationOrder } = plan
  expect((await who('PUT', own(), { name, kind, layout, delegationOrder, phases, version })).status).toBe(200)
  return phaseId
}

describe('seats', () => {
  test('are given, swapped and taken back in one act each, and undone', async () => {
    await seat({ 0: inHall[0] ?? '', 1: inHall[1] ?? '' })
    const swapped = await seat({ 0: inHall[1] ?? '', 1: inHall[0] ?? '' })
    expect(swapped.status).toBe(204)
    expect(await seated()).toEqual({ 0: inHall[1], 1: inHall[0] })
    await undo(swapped.actId)
    expect(await seated()).toEqual({ 0: inHall[0], 1: inHall[1] })
    await seat({ 0: null })
    expect(await seated()).toEqual({ 1: inHall[1] })
  })

  test('are undone and done again move by move, also of the same person', async () => {
    await seat({ 0: inHall[0] ?? '' })
    const first = await seat({ 0: inHall[1] ?? '' })
    const second = await seat({ 0: inHall[2] ?? '' })
    const secondBack = await undo(second.actId)
    expect(await seated()).toEqual({ 0: inHall[1] })
    const firstBack = await undo(first.actId)
    expect([firstBack.status, await seated()]).toEqual([204, { 0: inHall[0] }])
    expect((await undo(firstBack.actId)).status).toBe(204)
    expect((await undo(secondBack.actId)).status).toBe(204)
    expect(await seated()).toEqual({ 0: inHall[2] })
    // The move of before is refused once the seat is another's or the person's is another one.
    expect((await undo(first.actId)).status).toBe(409)
    expect(await seated()).toEqual({ 0: inHall[2] })
  })

  test('are given to one person each: a second one is refused by name, and nothing is changed', async () => {
    await seat({ 0: inHall[0] ?? '' })
    expect(await seat({ 1: inHall[0] ?? '', 2: inHall[5] ?? '' })).toMatchObject({
      status: 409,
      body: { code: 'seat-taken', details: { seat: 'A1', first: 'Trần An', second: 'Lê Bình', phase: '' } },
    })
    expect(await seat({ 1: inHall[3] ?? '', 2: inHall[3] ?? '' })).toMatchObject({ body: { code: 'seat-taken' } })
    expect(await seated()).toEqual({ 0: inHall[0] })
  })

  test('are not given over what another did meanwhile', async () => {
    await seat({ 0: inHall[0] ?? '' })
    const [seen] = (await board()).places
    await seat({ 0: inHall[1] ?? '' })
    const late = { delegateId: person(0), seatId: inHall[2] ?? '', isLocked: false, placeId: seen?.id ?? null }
    expect(await who('PUT', own('/places'), { phaseId: '', places: [late], isPlanned: false })).toMatchObject({
      status: 409,
      body: { code: 'stale' },
    })
    expect(await seated()).toEqual({ 0: inHall[1] })
  })

  test('of no hall, blocked ones, and for who is not on the list, are refused', async () => {
    const blocked = aHall()
    const [first] = blocked.levels[0]?.blocks.find(({ isStage }) => !isStage)?.rows[0]?.seats ?? []
    if (first) first.use = 'blocked'
    await who('POST', `/api/halls/${hall.id}/versions`, { drawing: blocked, note: '', version: 1 })
    expect((await who('POST', own('/hall'), { hallId: hall.id, number: 2, version: 1 })).body).toEqual({ lost: [] })
    expect(await seat({ 0: inHall[0] ?? '' })).toMatchObject({ status: 409, body: { code: 'seat-blocked' } })
    expect(await seat({ 0: 'nowhere', 1: inHall[1] ?? '' })).toMatchObject({
      status: 409,
      body: { code: 'seats-gone', details: { seats: '', more: 1 } },
    })
    const stranger = { delegateId: newId(), seatId: inHall[1] ?? '', isLocked: false, placeId: null }
    expect(await who('PUT', own('/places'), { phaseId: '', places: [stranger], isPlanned: false })).toMatchObject({
      status: 409,
      body: { code: 'seated-not-listed' },
    })
    expect(await seated()).toEqual({})
  })

  test('that went with a new drawing of the hall are refused by what they were called', async () => {
    const smaller = aHall()
    for (const block of smaller.levels[0]?.blocks ?? []) if (!block.isStage) block.rows.pop()
    await who('POST', `/api/halls/${hall.id}/versions`, { drawing: smaller, note: '', version: 1 })
    await who('POST', own('/hall'), { hallId: hall.id, number: 2, version: 1 })
    expect(await seat({ 0: inHall.at(-1) ?? '', 1: inHall.at(-2) ?? '', 2: inHall[0] ?? '' })).toMatchObject({
      status: 409,
      body: { code: 'seats-gone', details: { seats: 'C8, C7', more: 0 } },
    })
    expect(await seated()).toEqual({})
  })

  test('of another phase are beside those from the opening on, and one seat holds one person within it', async () => {
    const phaseId = await withPhase()
    await seat({ 0: inHall[0] ?? '', 1: inHall[1] ?? '' })
    await seat({ 0: onStage[0] ?? '' }, { phaseId })
    expect(await seated()).toEqual({ 0: inHall[0], 1: inHall[1], 'phase 0': onStage[0] })
    // Free in the phase, since its owner is on the stage then.
    expect((await seat({ 2: inHall[0] ?? '' }, { phaseId })).status).toBe(204)
    // Who sits there from the opening on sits there in the phase, too.
    expect(await seat({ 3: inHall[1] ?? '' }, { phaseId })).toMatchObject({
      status: 409,
      body: { details: { phase: 'Đoàn Chủ tịch lên sân khấu' } },
    })
    // And nobody comes from the opening on to a seat that the phase gave away.
    expect(await seat({ 3: onStage[0] ?? '' })).toMatchObject({ status: 409, body: { code: 'seat-taken' } })
  })

  test('of who withdrew go to who comes, and wait for who comes back', async () => {
    await seat({ 0: inHall[0] ?? '' })
    const { delegates } = (await who('GET', at('delegates'))).body as DelegateList
    const version = delegates.find(({ id }) => id === person(0))?.version
    const gone = { delegates: [{ id: person(0), version, values: { standing: 'withdrawn' } }] }
    expect((await who('PUT', at('delegates'), gone)).status).toBe(200)
    expect((await seat({ 1: inHall[0] ?? '' })).status).toBe(204)
    const { places } = await board()
    expect(places.find(({ delegateId }) => delegateId === person(0))).toMatchObject({ seatId: null, formerSeat: 'A1' })
  })

  test('go over to who comes in the place of a delegate', async () => {
    await seat({ 0: inHall[0] ?? '' })
    const { delegates } = (await who('GET', at('delegates'))).body as DelegateList
    const version = delegates.find(({ id }) => id === person(0))?.version ?? 0
    const newcomer = { name: 'Phạm Mới', sex: null, birthYear: null, phone: '', post: '', workplace: '' }
    const replaced = { alternateId: null, newcomer, reason: 'Ốm', takesPlace: true, version }
    const comes = await post<WithId>(who, `/api/delegates/${person(0)}/replace`, replaced)
    expect((await board()).places).toMatchObject([{ delegateId: comes.id, seatId: inHall[0] }])
  })
})

describe('a plan', () => {
  test('takes a changed hall and loses nobody: whose seat went waits, told by what it was called', async () => {
    await seat({ 0: inHall[0] ?? '', 1: inHall.at(-1) ?? '' })
    const smaller = aHall()
    for (const block of smaller.levels[0]?.blocks ?? []) if (!block.isStage) block.rows.pop()
    await who('POST', `/api/halls/${hall.id}/versions`, { drawing: smaller, note: '', version: 1 })
    expect((await board()).losing).toBe(1)
    const taken = await who('POST', own('/hall'), { hallId: hall.id, number: 2, version: 1 })
    expect((await board()).losing).toBe(0)
    expect(taken.body).toEqual({ lost: [{ delegateId: person(1), seat: 'C8' }] })
    expect((await board()).places).toMatchObject([
      { delegateId: person(0), seatId: inHall[0] },
      { delegateId: person(1), seatId: null, formerSeat: 'C8' },
    ])
    await undo(taken.actId)
    expect(await seated()).toEqual({ 0: inHall[0], 1: inHall.at(-1) })
  })

  test('tells whoever redraws its hall who sits on which seat, and others nothing', async () => {
    await seat({ 0: inHall[0] ?? '', 1: inHall.at(-1) ?? '' })
    const seatedIn = await who('GET', `/api/halls/${hall.id}/seated`)
    const { plans } = seatedIn.body as SeatedInHall
    expect(plans.map(({ name }) => name)).toEqual(['Chính thức'])
    expect(seatedLosing(plans, (seatId) => seatId === inHall.at(-1)).map(({ count }) => count)).toEqual([1])
    expect(seatedLosing(plans, (seatId) => seatId === inHall[5])).toEqual([])
    const viewer = await signInAs(office, 'viewer', inside.unitId)
    expect((await viewer('GET', `/api/halls/${hall.id}/seated`)).status).toBe(403)
  })

  test('is released as a copy: seats and doors stand in the list, and go from it with the next one', async () => {
    expect(await who('POST', own('/releases'), { note: '', version: 1 })).toMatchObject({
      body: { code: 'seating-empty' },
    })
    await seat({ 0: inHall[0] ?? '', 1: inHall.at(-1) ?? '' })
    const seatOf = async (place: number) => {
      const { delegates } = (await who('GET', at('delegates'))).body as DelegateList
      const { seat: label, door } = delegates.find(({ id }) => id === person(place)) ?? {}
      return [label, door]
    }
    expect((await who('POST', own('/releases'), { note: 'Lần đầu', version: 1 })).body).toEqual({ number: 1 })
    expect([await seatOf(0), await seatOf(1), await seatOf(2)]).toEqual([
      ['A1', 'A'],
      ['C8', 'B'],
      ['', ''],
    ])
    expect(await who('POST', own('/releases'), { note: '', version: 2 })).toMatchObject({
      status: 409,
      body: { code: 'nothing-to-release' },
    })
    await seat({ 0: null })
    const second = await who('POST', own('/releases'), { note: '', version: 2 })
    expect(second.body).toEqual({ number: 2 })
    expect(await seatOf(0)).toEqual(['', ''])
    expect(((await who('GET', own('/releases/1'))).body as { places: unknown[] }).places).toHaveLength(2)
    await undo(second.actId)
    expect(await seatOf(0)).toEqual(['A1', 'A'])
  })

  test('that was released is told beside what was typed into the list since, which is healed by a click or a release', async () => {
    await seat({ 0: inHall[0] ?? '', 1: inHall[1] ?? '' })
    await who('POST', own('/releases'), { note: '', version: 1 })
    const list = async () => ((await who('GET', at('delegates'))).body as DelegateList).delegates
    const typeSeat = async (place: number, label: string) => {
      const version = (await list()).find(({ id }) => id === person(place))?.version
      const changed = { delegates: [{ id: person(place), version, values: { seat: label } }] }
      expect((await who('PUT', at('delegates'), changed)).status).toBe(200)
    }
    const listedSeats = async () => (await who('GET', at('listed-seats'))).body as ListedSeats
    expect(await listedSeats()).toMatchObject({ planId: plan.id, elsewhere: [], twice: [] })
    await typeSeat(0, 'A2')
    await typeSeat(2, 'C8')
    // No seat of the hall: the list alone knows what it means.
    await typeSeat(3, 'Bàn 3')
    expect(await listedSeats()).toMatchObject({
      elsewhere: [
        { name: 'Trần An', listedSeat: 'A2', listedDoor: 'A', seat: 'A1', door: 'A', takenBy: 'Lê Bình' },
        { name: 'Vũ Chi', listedSeat: 'C8', seat: '', door: '', takenBy: '' },
      ],
      twice: [{ seat: 'A2', names: ['Trần An', 'Lê Bình'] }],
    })
    const healed = await who('POST', own('/listed-seats'))
    expect((await list()).map(({ seat: label }) => label)).toEqual(['A1', 'A2', '', 'Bàn 3'])
    expect(await listedSeats()).toMatchObject({ elsewhere: [], twice: [] })
    await undo(healed.actId)
    expect((await listedSeats()).elsewhere).toHaveLength(2)
    expect((await who('POST', own('/releases'), { note: '', version: 2 })).body).toEqual({ number: 2 })
    expect((await listedSeats()).elsewhere).toEqual([])
    expect(await who('POST', own('/releases'), { note: '', version: 3 })).toMatchObject({
      body: { code: 'nothing-to-release' },
    })
  })

  test('is told by the one that was released last, where two are official', async () => {
    await seat({ 0: inHall[0] ?? '' })
    await who('POST', own('/releases'), { note: '', version: 1 })
    const other = await post<SeatingPlan>(who, at('seating'), { ...aPlan(hall.id), name: 'Chính thức, lần hai' })
    const place = { delegateId: person(0), seatId: inHall[1] ?? '', isLocked: false, placeId: null }
    await who('PUT', at(`seating/${other.id}/places`), { phaseId: '', places: [place], isPlanned: false })
    await who('POST', at(`seating/${other.id}/releases`), { note: '', version: 1 })
    const listedSeats = async () => (await who('GET', at('listed-seats'))).body as ListedSeats
    expect(await listedSeats()).toMatchObject({ planId: other.id, elsewhere: [] })
    await seat({ 0: inHall[2] ?? '' })
    await who('POST', own('/releases'), { note: '', version: 2 })
    expect(await listedSeats()).toMatchObject({ planId: plan.id, elsewhere: [] })
  })

  test('that told nobody a seat writes none into the list', async () => {
    expect(await who('POST', own('/listed-seats'))).toMatchObject({ status: 409, body: { code: 'seats-not-told' } })
  })

  test('of a rehearsal is made from another one, and tells no delegate a seat', async () => {
    await seat({ 0: inHall[0] ?? '' }, { isLocked: true })
    const copy = { ...aPlan(hall.id), name: 'Tổng duyệt', kind: 'rehearsal', copyOf: plan.id }
    const made = await post<SeatingPlan>(who, at('seating'), copy)
    expect(await who('POST', at('seating'), copy)).toMatchObject({ body: { code: 'seating-plan-twice' } })
    const copied = (await who('GET', at(`seating/${made.id}`))).body as SeatingBoard
    expect(copied.places).toMatchObject([{ delegateId: person(0), seatId: inHall[0], isLocked: true }])
    await who('POST', at(`seating/${made.id}/releases`), { note: '', version: 1 })
    const { delegates } = (await who('GET', at('delegates'))).body as DelegateList
    expect(delegates.map(({ seat: label }) => label)).toEqual(['', '', '', ''])
    const overview = (await who('GET', at('seating'))).body as SeatingOverview
    expect(overview.plans.map(({ name, seated: count }) => [name, count])).toEqual([
      ['Chính thức', 1],
      ['Tổng duyệt', 1],
    ])
  })

  test('goes with all of it, and comes back', async () => {
    await seat({ 0: inHall[0] ?? '' })
    const gone = await who('DELETE', own('?version=1'))
    expect(gone.status).toBe(204)
    expect((await who('GET', own())).status).toBe(404)
    await undo(gone.actId)
    expect(await seated()).toEqual({ 0: inHall[0] })
  })

  test('of another congress is not there', async () => {
    const other = inside.ids['otherCongress'] ?? newId()
    expect((await who('GET', `/api/congresses/${other}/seating/${plan.id}`)).status).toBe(404)
  })
})

describe('what seats are given by', () => {
  test('ranks and needs are kept of those on the list, over what was seen', async () => {
    const change = (values: object, version = 0) =>
      who('PUT', own('/needs'), { people: [{ delegateId: person(0), version, ...values }] })
    expect((await change({ rank: 3, needsWheelchair: true })).status).toBe(204)
    expect((await board()).people[0]).toMatchObject({ rank: 3, needsWheelchair: true, needsVersion: 1 })
    expect((await change({ rank: 1 })).status).toBe(409)
    expect((await change({ companionOf: person(0) }, 1)).status).toBe(400)
    expect((await change({ companionOf: newId() }, 1)).status).toBe(400)
    const refusal = { status: 409, body: { code: 'helper-in-wheelchair', details: { name: 'Trần An' } } }
    expect(await change({ companionOf: person(1) }, 1)).toMatchObject(refusal)
    const helper = { rank: null, companionOf: person(1), needsWheelchair: false }
    expect((await change(helper, 1)).status).toBe(204)
    expect((await board()).people[0]).toMatchObject(helper)
    expect(await change({ needsWheelchair: true }, 2)).toMatchObject(refusal)
  })

  test('batches are those of the list of honours until they are ordered by hand', async () => {
    const honour = (batch: string, name: string) =>
      post(who, at('lists/honours/rows'), { values: { batch, name, kind: 'Cá nhân', honour: 'Bằng khen' } })
    await honour('2', 'Trần An')
    await honour('1', 'Vũ Chi')
    await honour('2', 'Lê Bình')
    expect((await board()).batches).toEqual([[person(2)], [person(0), person(1)]])
    const order = (batches: string[][], version: number) => who('PUT', at('stage-order'), { batches, version })
    expect((await order([[person(1)], [person(1)]], 0)).status).toBe(400)
    expect((await order([[person(1), person(0)]], 0)).status).toBe(204)
    expect((await board()).batches).toEqual([[person(1), person(0)]])
    expect((await order([], 1)).status).toBe(204)
    expect((await board()).batches).toEqual([[person(2)], [person(0), person(1)]])
  })

  test('importance is the administrator’s to say, for the whole road', async () => {
    const { importance } = await board()
    const body = { importance: { ...importance, rank: 4 }, version: 0 }
    const cycleId = inside.ids['cycle'] ?? ''
    expect((await who('PUT', `/api/cycles/${cycleId}/seat-importance`, body)).status).toBe(403)
    const administrator = await signInAs(office, 'administrator', inside.unitId)
    expect((await administrator('PUT', `/api/cycles/${cycleId}/seat-importance`, body)).status).toBe(204)
    expect((await board()).importance.rank).toBe(4)
  })
})
