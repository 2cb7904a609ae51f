import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Unit } from '../../../server/units/schema.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { keepPhone } from '../../support/phones.ts'
import { aUnit } from '../../support/records.ts'

let office: TestOffice
let administrator: Browser
beforeEach(async () => {
  office = await openOffice()
  administrator = await signInAs(office, 'administrator', null)
})
afterEach(() => office.close())

const create = async (values: Parameters<typeof aUnit>[0]): Promise<Unit> =>
  (await administrator('POST', '/api/units', aUnit(values))).body as Unit
const list = async (who = administrator) => ((await who('GET', '/api/units')).body as Unit[]).map(({ name }) => name)

test('a unit is created under its parent and listed', async () => {
  const province = await create({ name: 'Tỉnh Nam Định' })
  const district = await create({ name: 'Huyện Hải Hậu', parentId: province.id })
  expect(district).toMatchObject({ name: 'Huyện Hải Hậu', parentId: province.id, version: 1 })
  expect(await list()).toEqual(['Tỉnh Nam Định', 'Huyện Hải Hậu'])
})

test('text is kept as NFC without direction-changing characters', async () => {
  const unit = await create({ name: '  Xa\u0303 Ha\u0309i Anh\u202e  ' })
  expect(unit.name).toBe('Xã Hải Anh')
})

test('a stale change answers 409 with how the unit stands now and changes nothing', async () => {
  const unit = await create({ name: 'Xã Hải Anh' })
  const { id, version: _version, ...values } = unit
  const first = await administrator('PUT', `/api/units/${id}`, { ...values, name: 'Xã Hải Anh mới', version: 1 })
  expect(first.status).toBe(200)
  const second = await administrator('PUT', `/api/units/${id}`, { ...values, name: 'Xã khác', version: 1 })
  expect(second).toMatchObject({
    status: 409,
    body: { code: 'stale', details: { current: { name: 'Xã Hải Anh mới', version: 2 } } },
  })
  expect(await list()).toEqual(['Xã Hải Anh mới'])
})

test('unknown keys and overlong names are refused field by field', async () => {
  const answer = await administrator('POST', '/api/units', { ...aUnit({ name: 'x'.repeat(201) }), colour: 'red' })
  expect(answer).toMatchObject({
    status: 400,
    body: {
      code: 'invalid',
      details: expect.arrayContaining([
        { field: 'name', rule: 'too-long' },
        { field: 'colour', rule: 'unknown-key' },
      ]) as unknown,
    },
  })
  expect(await list()).toEqual([])
})

test('what is no telephone number is refused at its field, and what was kept before holds up no other change', async () => {
  const unit = await create({ name: 'Xã Hải Anh', contactPhone: '0228 3849 123 máy lẻ 12 / 0912 345 678' })
  const { id, ...values } = unit
  const put = (change: object) => administrator('PUT', `/api/units/${id}`, { ...values, ...change })
  const refused = { status: 400, body: { code: 'invalid', details: [{ field: 'contactPhone', rule: 'not-a-phone' }] } }
  expect(await put({ contactPhone: 'abc' })).toMatchObject(refused)
  expect(await administrator('POST', '/api/units', aUnit({ name: 'Xã B', contactPhone: 'abc' }))).toMatchObject(refused)
  expect(await list()).toEqual(['Xã Hải Anh'])
  await keepPhone(office, 'units', id, 'hỏi văn thư')
  expect(await put({ contactPhone: 'hỏi văn thư', staffNumber: 23 })).toMatchObject({ status: 200 })
  expect(await put({ contactPhone: 'hỏi phó văn thư', version: 2 })).toMatchObject(refused)
  expect(await put({ contactPhone: '', version: 2 })).toMatchObject({ status: 200 })
})

test('a unit cannot be put under itself', async () => {
  const province = await create({ name: 'Tỉnh Nam Định' })
  const district = await create({ name: 'Huyện Hải Hậu', parentId: province.id })
  const { id, ...values } = province
  const answer = await administrator('PUT', `/api/units/${id}`, { ...values, parentId: district.id })
  expect(answer).toMatchObject({ status: 409, body: { code: 'unit-under-itself' } })
})

test('a unit that others stand under is not deleted, and says which', async () => {
  const province = await create({ name: 'Tỉnh Nam Định' })
  await create({ name: 'Huyện Hải Hậu', parentId: province.id })
  const answer = await administrator('DELETE', `/api/units/${province.id}?version=1`)
  expect(answer).toMatchObject({
    status: 409,
    body: { code: 'in-use', details: { by: [{ kind: 'unit', name: 'Huyện Hải Hậu' }] } },
  })
  expect(await list()).toEqual(['Tỉnh Nam Định', 'Huyện Hải Hậu'])
})

test('a deleted unit comes back when the act is undone, and goes again when the undoing is undone', async () => {
  const unit = await create({ name: 'Xã Hải Anh' })
  const deleted = await administrator('DELETE', `/api/units/${unit.id}?version=1`)
  const trash = async () =>
    ((await administrator('GET', '/api/acts?deleted=yes')).body as { acts: { subject: string }[] }).acts.map(
      ({ subject }) => subject,
    )
  expect(await list()).toEqual([])
  expect(await trash()).toEqual(['Xã Hải Anh'])
  const undone = await administrator('POST', `/api/acts/${deleted.actId ?? ''}/undo`)
  expect(undone.status).toBe(204)
  expect(await list()).toEqual(['Xã Hải Anh'])
  expect(await trash()).toEqual([])
  expect((await administrator('POST', `/api/acts/${undone.actId ?? ''}/undo`)).status).toBe(204)
  expect(await list()).toEqual([])
  expect(await trash()).toEqual(['Xã Hải Anh'])
})

test('an act cannot be undone once its record was changed again', async () => {
  const unit = await create({ name: 'Xã Hải Anh' })
  const { id, ...values } = unit
  const first = await administrator('PUT', `/api/units/${id}`, { ...values, name: 'Xã A' })
  await administrator('PUT', `/api/units/${id}`, { ...values, name: 'Xã B', version: 2 })
  expect(await administrator('POST', `/api/acts/${first.actId ?? ''}/undo`)).toMatchObject({
    status: 409,
    body: { code: 'cannot-undo' },
  })
  expect(await list()).toEqual(['Xã B'])
})

test('an organizer of a district sees and changes the district and nothing beside it', async () => {
  const province = await create({ name: 'Tỉnh Nam Định' })
  const mine = await create({ name: 'Huyện Hải Hậu', parentId: province.id })
  const other = await create({ name: 'Huyện Giao Thủy', parentId: province.id })
  const commune = await create({ name: 'Xã Hải Anh', parentId: mine.id })
  const organizer = await signInAs(office, 'organizer', mine.id)
  expect(await list(organizer)).toEqual(['Huyện Hải Hậu', 'Xã Hải Anh'])
  const { id: mineId, ...mineValues } = mine
  const kept = await organizer('PUT', `/api/units/${mineId}`, { ...mineValues, contactName: 'Vũ Văn Nam' })
  expect(kept.status).toBe(200)
  const { id, ...values } = other
  expect((await organizer('PUT', `/api/units/${id}`, { ...values, name: 'Của tôi' })).status).toBe(404)
  const moved = { ...commune, parentId: other.id }
  const { id: communeId, ...communeValues } = moved
  expect((await organizer('PUT', `/api/units/${communeId}`, communeValues)).status).toBe(404)
  expect(await list()).toEqual(['Tỉnh Nam Định', 'Huyện Hải Hậu', 'Huyện Giao Thủy', 'Xã Hải Anh'])
})

test('what an upper level shares can be seen but not changed', async () => {
  const province = await create({ name: 'Tỉnh Nam Định' })
  const mine = await create({ name: 'Huyện Hải Hậu', parentId: province.id })
  const shared = await create({ name: 'Huyện Giao Thủy', parentId: province.id })
  const organizer = await signInAs(office, 'organizer', mine.id)
  expect(await list(organizer)).toEqual(['Huyện Hải Hậu'])
  expect((await administrator('POST', '/api/shares', { unitId: shared.id, withUnitId: mine.id })).status).toBe(204)
  expect(await list(organizer)).toEqual(['Huyện Hải Hậu', 'Huyện Giao Thủy'])
  const { id, ...values } = shared
  expect(await organizer('PUT', `/api/units/${id}`, { ...values, name: 'Của tôi' })).toMatchObject({
    status: 403,
    body: { code: 'forbidden' },
  })
})

test('a day that is in no calendar is refused by its field', async () => {
  const answer = await administrator('POST', '/api/units', aUnit({ validFrom: '2020-02-31', validTo: '2020-02-29' }))
  expect(answer).toMatchObject({ status: 400, body: { details: [{ field: 'validFrom', rule: 'not-a-date' }] } })
  expect(await list()).toEqual([])
})
