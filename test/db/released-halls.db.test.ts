import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { migrationsFolder } from '../../db/journal.ts'
import type { Hall } from '../../server/halls/schema.ts'
import type { SeatingPlan } from '../../server/seating/schema.ts'
import { buildDistricts, post, type WithId } from '../support/districts.ts'
import { openOffice, signInAs } from '../support/office.ts'
import { aHall, aPlan, seatsOf } from '../support/seating.ts'

test('a plan that was released before releases kept their hall was released in the hall that it is in', async () => {
  const office = await openOffice()
  const { inside } = await buildDistricts(office)
  const who = await signInAs(office, 'organizer', inside.unitId)
  const at = (path: string) => `/api/congresses/${inside.ids['congress'] ?? ''}/${path}`
  const drawn = { name: 'Hội trường', drawing: aHall() }
  const hall = await post<Hall>(who, `/api/venues/${inside.ids['venue'] ?? ''}/halls`, drawn)
  const plan = await post<SeatingPlan>(who, at('seating'), aPlan(hall.id))
  const delegateId = (await post<WithId>(who, at('delegates'), { name: 'Trần An', class: 'official' })).id
  const place = { delegateId, seatId: seatsOf(aHall()).at(-1)?.id, isLocked: false, placeId: null }
  await who('PUT', at(`seating/${plan.id}/places`), { phaseId: '', places: [place], isPlanned: false })
  await post(who, at(`seating/${plan.id}/releases`), { note: '', version: 1 })

  const { seatReleases } = office.db.read.tables
  const file = `${migrationsFolder(office.db.engine).href}/0044_released-halls.sql`
  const update = readFileSync(new URL(file), 'utf8').split('--> statement-breakpoint').at(-1) ?? ''
  await office.db.write(async (tx) => {
    await tx.update(seatReleases).set({ hallId: null })
    await tx.rows(sql.raw(`${update.trim().replace(/;$/u, '')} RETURNING 1`))
  })
  expect(await office.db.read.select({ hallId: seatReleases.hallId }).from(seatReleases)).toEqual([{ hallId: hall.id }])
  await office.close()
})
