import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { migrationsFolder } from '../../db/journal.ts'
import { countRows, findRows } from '../../server/lists/queries.ts'
import { newId } from '../../server/office.ts'
import { foldNames } from '../../server/people/refold.ts'
import { buildDistricts } from '../support/districts.ts'
import { openOffice } from '../support/office.ts'

const everything = {
  address: 'Đồng chí',
  name: 'Nguyễn Thị Đào',
  post: 'Bí thư',
  unit: 'xã Hải Anh',
  delegation: 'Huyện Hải Hậu',
  class: 'Đại biểu chính thức',
  structure: 'Nữ',
  sex: 'Nữ',
  birthYear: '1968',
  number: '0086',
  seat: 'B12',
  door: '2',
  phone: '0912 345 678',
  introduced: 'Có mặt',
  representative: 'Trần Văn Bình',
  link: 'https://vi.du/d/k7m2q9x4',
  note: 'Ăn chay',
}

test('people of lists that an older program kept are there with all that was said of them', async () => {
  const office = await openOffice()
  const { inside, outside } = await buildDistricts(office)
  const [congressId = '', otherId = ''] = [inside, outside].map(({ ids }) => ids['congress'])
  const listed = [
    { congressId, values: everything },
    { congressId, values: { name: `O'Brien "\\' =1+1`, delegation: 'Huyện Hải Hậu' } },
    { congressId: otherId, values: { name: 'Lê Văn Cường', delegation: 'Huyện Hải Hậu' } },
  ].map((row, position) => ({ id: newId(), list: 'delegates', position: position * 1024, version: 3, ...row }))
  const member = { id: newId(), congressId, list: 'members', position: 0, values: { name: 'Phạm Dung' }, version: 1 }
  await office.db.write(async (tx) => {
    await tx.insert(tx.tables.listRows).values([...listed, member])
  })
  const file = `${migrationsFolder(office.db.engine).href}/0025_people-once.sql`
  const statements = readFileSync(new URL(file), 'utf8').split('--> statement-breakpoint')
  await office.db.write(async (tx) => {
    for (const statement of statements) {
      const isOfRows = /^\s*(?:INSERT|DELETE)/u.test(statement)
      if (isOfRows) await tx.rows(sql.raw(`${statement.trim().replace(/;$/u, '')} RETURNING 1`))
    }
  })
  await foldNames(office.db)

  const rows = await findRows(office.db.read, congressId, 'delegates')
  expect(rows.map(({ id, values }) => ({ id, values }))).toEqual(
    listed.slice(0, 2).map(({ id, values }) => ({ id, values })),
  )
  expect((await findRows(office.db.read, otherId, 'delegates')).map(({ values }) => values)).toEqual([
    { name: 'Lê Văn Cường', delegation: 'Huyện Hải Hậu' },
  ])
  expect([...(await countRows(office.db.read, congressId))]).toEqual([
    ['members', 1],
    ['delegates', 2],
  ])
  const { people, delegations } = office.db.read.tables
  const folded = await office.db.read.select({ folded: people.folded }).from(people)
  expect(folded.map((person) => person.folded)).toContain('nguyen thi dao')
  expect(folded.filter((person) => person.folded === '')).toEqual([])
  // One delegation in each congress, however many come in it.
  expect((await office.db.read.select().from(delegations)).map((each) => each.congressId).sort()).toEqual(
    [congressId, otherId].sort(),
  )
  await office.close()
})
