import { afterEach, beforeEach, expect, test } from 'vitest'
import { findRows } from '../../../server/lists/queries.ts'
import type { LogoOfUnit } from '../../../server/logos/schema.ts'
import { fetchPrint } from '../../../server/prints/actions.ts'
import { openDesk } from '../../../server/prints/desk.ts'
import { formWith } from '../../support/form.ts'
import { openOffice, signInAs, type Browser, type TestOffice } from '../../support/office.ts'
import { listDelegates, printingAs } from '../../support/prints.ts'
import type { Subtree } from '../../support/districts.ts'
import { buildSubtrees } from '../../support/subtrees.ts'
import { readPdf } from '../documents/read-pdf.ts'

let office: TestOffice
let organizer: Browser
let inside: Subtree
let outside: Subtree
beforeEach(async () => {
  office = await openOffice({ MAX_UPLOAD_MB: '20' })
  ;({ inside, outside } = await buildSubtrees(office))
  organizer = await signInAs(office, 'organizer', inside.unitId)
})
afterEach(() => office.close())

const svgOf = (colour: string) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" fill="${colour}"/></svg>`,
  )
const send = (unitId: string, bytes: Uint8Array, { version = 0, who = organizer } = {}) => {
  const { body, headers } = formWith(bytes, 'biểu trưng.svg')
  return who('POST', `/api/units/${unitId}/logo?version=${String(version)}`, body, headers)
}
const look = async (unitId: string, who = organizer) =>
  (await who('GET', `/api/units/${unitId}/logo`)).body as LogoOfUnit

test('a unit takes its own logo, else that of the nearest unit above it', async () => {
  const { unitId: district, otherUnitId: commune } = inside
  expect(await look(commune)).toEqual({ picture: null, from: null, version: null, mayChange: true })
  expect((await send(district, svgOf('red'))).status).toBe(204)
  const ofDistrict = await look(district)
  expect(ofDistrict).toMatchObject({ from: null, version: 1 })
  expect(await look(commune)).toMatchObject({
    picture: ofDistrict.picture,
    from: { unitId: district },
    version: null,
  })
  await send(commune, svgOf('blue'))
  const ofCommune = await look(commune)
  expect(ofCommune).toMatchObject({ from: null, version: 1 })
  expect(ofCommune.picture).not.toBe(ofDistrict.picture)
  expect(await look(district)).toEqual(ofDistrict)
  const viewer = await signInAs(office, 'viewer', district)
  expect(await look(district, viewer)).toEqual({ ...ofDistrict, mayChange: false })
  const stranger = await signInAs(office, 'organizer', outside.unitId)
  expect((await send(district, svgOf('green'), { who: stranger, version: 1 })).status).toBe(404)
})

test('a logo is replaced, removed and put back, and an old page writes over nothing', async () => {
  const { unitId } = inside
  await send(unitId, svgOf('red'))
  const first = await look(unitId)
  expect((await send(unitId, svgOf('blue'))).status).toBe(409)
  expect(await look(unitId)).toEqual(first)
  const replaced = await send(unitId, svgOf('blue'), { version: 1 })
  expect((await look(unitId)).picture).not.toBe(first.picture)
  await organizer('POST', `/api/acts/${replaced.actId ?? ''}/undo`)
  expect((await look(unitId)).picture).toBe(first.picture)
  const { version } = await look(unitId)
  const removed = await organizer('DELETE', `/api/units/${unitId}/logo?version=${String(version)}`)
  expect(await look(unitId)).toMatchObject({ picture: null, version: null })
  expect((await organizer('POST', `/api/acts/${removed.actId ?? ''}/undo`)).status).toBe(204)
  expect((await look(unitId)).picture).toBe(first.picture)
})

test('what is no logo is told in its own words and changes nothing', async () => {
  const { unitId } = inside
  await send(unitId, svgOf('red'))
  const before = await look(unitId)
  const sent = (bytes: Uint8Array) => send(unitId, bytes, { version: 1 })
  expect(await sent(Buffer.from('%PDF-1.7'))).toMatchObject({ status: 422, body: { code: 'logo-type-refused' } })
  expect(await sent(Buffer.from('<svg'))).toMatchObject({ status: 422 })
  expect(await sent(Buffer.alloc(11 * 1024 * 1024))).toMatchObject({ body: { code: 'logo-too-many-bytes' } })
  expect(await sent(Buffer.alloc(50 * 1024 * 1024))).toMatchObject({ status: 413, body: { code: 'file-too-large' } })
  expect(await look(unitId)).toEqual(before)
})

test('badges bear the logo, and those printed before are the same again after it was removed', async () => {
  const congressId = inside.ids['congress'] ?? ''
  await listDelegates(office, congressId, ['Nguyễn Văn An', 'Trần Thị Bình'])
  const people = await findRows(office.db.read, congressId, 'delegates')
  const { print, fetched } = printingAs(organizer, congressId)
  const pdfOf = (id: string) => fetched(`/api/prints/${id}/pdf`)
  const plain = await readPdf(await pdfOf((await print()).id))
  expect(plain.pages[0]?.pictures).toEqual([])
  await send(inside.unitId, svgOf('red'))
  const { id } = await print()
  const before = await pdfOf(id)
  const badges = (await readPdf(before)).pages.flatMap(({ pictures }) => pictures)
  expect(badges).toHaveLength(people.length)
  expect(before.toString('latin1').split('/Subtype /Image')).toHaveLength(3)
  await organizer('DELETE', `/api/units/${inside.unitId}/logo?version=1`)
  // By a program that was started anew: nothing but the snapshot is there.
  expect((await fetchPrint(office, openDesk(), id)).pdf.equals(before)).toBe(true)
})

test('a unit that is deleted takes its logo along, and comes back with it', async () => {
  const leaf = inside.ids['unit'] ?? ''
  const whole = await signInAs(office, 'administrator', null)
  const copies = await whole('DELETE', `/api/units/${leaf}/templates/programme?version=1`)
  expect(copies.status).toBe(204)
  const before = await look(leaf)
  expect(before.version).toBe(1)
  const deleted = await whole('DELETE', `/api/units/${leaf}?version=1`)
  expect(deleted.status).toBe(204)
  expect((await whole('POST', `/api/acts/${deleted.actId ?? ''}/undo`)).status).toBe(204)
  expect((await look(leaf)).picture).toBe(before.picture)
})
