import { readdirSync, readFileSync } from 'node:fs'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { migrationsFolder } from '../../db/journal.ts'
import { findRows } from '../../server/lists/queries.ts'
import { newId } from '../../server/office.ts'
import { listQuotas } from '../../server/quotas/queries.ts'
import { aCongress } from '../support/records.ts'
import { buildDistricts, post, type WithId } from '../support/districts.ts'
import { openOffice, signInAs } from '../support/office.ts'

test('quotas of lists that an older program kept are there with all that was said of them', async () => {
  const office = await openOffice()
  const { inside } = await buildDistricts(office)
  const who = await signInAs(office, 'administrator', null)
  const place = { cycleId: inside.ids['cycle'] ?? '', levelId: inside.ids['level'] ?? '', unitId: inside.unitId }
  const { id: congressId } = await post<WithId>(who, '/api/congresses', aCongress(place))
  const unit = 'Xã của Huyện Hải Hậu'
  const said: Record<string, string>[] = [
    { unit, total: '24', official: '22', guests: '2', women: '8', workers: '12', note: 'Có nhà giáo' },
    { unit: 'Khối doanh nghiệp', total: '1.024', women: 'khoảng 5' },
    { unit, official: '10', guests: '1', total: '12' },
    { unit: 'Hội Nông dân', total: '16', official: '15', note: 'Ghi sau' },
    { unit: `O'Brien "\\' =1+1` },
  ]
  const listed = said.map((values, position) => {
    return { id: newId(), congressId, list: 'quotas', position: position * 1024, values, version: 3 }
  })
  await office.db.write(async (tx) => {
    await tx.insert(tx.tables.listRows).values(listed)
  })
  const folder = migrationsFolder(office.db.engine)
  const name = readdirSync(folder).find((file) => file.endsWith('_quotas.sql')) ?? ''
  const statements = readFileSync(new URL(`${folder.href}/${name}`), 'utf8').split('--> statement-breakpoint')
  await office.db.write(async (tx) => {
    for (const statement of statements) {
      const isOfRows = /^\s*(?:INSERT|DELETE)/u.test(statement)
      if (isOfRows) await tx.rows(sql.raw(`${statement.trim().replace(/;$/u, '')} RETURNING 1`))
    }
  })

  expect((await findRows(office.db.read, congressId, 'quotas')).map(({ id, values }) => ({ id, values }))).toEqual(
    [
      said[0],
      { unit: 'Khối doanh nghiệp', total: '1024', official: '1024', note: 'Nữ: khoảng 5' },
      { unit, total: '11', official: '10', guests: '1', note: 'Tổng số: 12' },
      { unit: 'Hội Nông dân', total: '16', official: '15', guests: '1', note: 'Ghi sau' },
      { unit: `O'Brien "\\' =1+1`, total: '0' },
    ].map((values, at) => ({ id: listed[at]?.id, values })),
  )
  // The unit is known by its name once; whoever stands twice, or is none, keeps the name alone.
  const units = (await listQuotas(office.db.read, congressId)).map(({ quota }) => quota.unitId)
  expect(units).toEqual([inside.otherUnitId, null, null, null, null])
  const { listRows } = office.db.read.tables
  expect(await office.db.read.select().from(listRows).where(eq(listRows.list, 'quotas'))).toEqual([])
  await office.close()
})
