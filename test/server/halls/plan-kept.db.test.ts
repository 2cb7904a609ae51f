import { expect, test } from 'vitest'
import { readPretix } from '../../../server/halls/rules/pretix-read.ts'
import { writePretix } from '../../../server/halls/rules/pretix-write.ts'
import type { Hall, HallDetails } from '../../../server/halls/schema.ts'
import { buildDistricts } from '../../support/districts.ts'
import { openOffice, signInAs } from '../../support/office.ts'

const seat = (number: number) => ({
  ...{ seat_number: String(number), seat_guid: `A-${number}`, uuid: `seat-${number}`, category: 'Hạng nhất' },
  ...{
    position: { x: number * 25.1, y: 1 / 3 },
    radius: 8,
    extra: { nested: ['Nguyễn', { deep: [[[{ end: null }]]] }] },
  },
})
const plan = JSON.stringify({
  ...{ name: 'Nhà hát', categories: [{ name: 'Hạng nhất', color: '#f00' }], size: { width: 900, height: 900 } },
  zones: [
    {
      ...{ name: 'Tầng một', zone_id: 'Z', uuid: 'zone', position: { x: 10.1, y: 20.2 }, theirs: 1 },
      rows: [{ position: { x: 1.3, y: 2.7 }, row_number: 'A', uuid: 'row', seats: [1, 2, 3].map(seat) }],
      areas: [],
    },
  ],
})

test('a plan of another program is kept with all that it says, and goes out as it came', async () => {
  const office = await openOffice()
  const { inside } = await buildDistricts(office)
  const who = await signInAs(office, 'organizer', inside.unitId)
  const read = readPretix(plan, { block: String, newId: () => 'made' })
  if ('fault' in read) throw new Error(read.fault.kind)
  const kept = await who('POST', `/api/venues/${inside.ids['venue'] ?? ''}/halls`, {
    ...{ name: 'Nhà hát', drawing: read.drawing },
  })
  expect(kept.body).toMatchObject({ number: 1, seats: 3 })
  const { drawing } = (await who('GET', `/api/halls/${(kept.body as Hall).id}`)).body as HallDetails
  expect(drawing).toEqual(read.drawing)
  expect(JSON.parse(writePretix(drawing, { plan: '', category: '' }))).toMatchObject(JSON.parse(plan) as object)
  await office.close()
})
