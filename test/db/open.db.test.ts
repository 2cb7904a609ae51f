import { afterEach, beforeEach, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { newId } from '../../server/office.ts'
import { knownByName } from '../../server/people/rules.ts'
import { openTestDatabase } from '../support/database.ts'

let db: Database
beforeEach(async () => {
  db = await openTestDatabase()
})
afterEach(() => db.close())

const stampOf = async (name: string) => {
  const { stamps } = db.read.tables
  return (await db.read.select().from(stamps).where(eq(stamps.name, name)))[0]?.value
}

test('a write is seen once it is committed', async () => {
  await db.write(async (tx) => {
    await tx.insert(tx.tables.stamps).values({ name: 'road', value: 1 })
  })
  expect(await stampOf('road')).toBe(1)
})

test('a write that throws leaves nothing behind', async () => {
  const attempt = db.write(async (tx) => {
    await tx.insert(tx.tables.stamps).values({ name: 'road', value: 1 })
    throw new Error('changed my mind')
  })
  await expect(attempt).rejects.toThrow('changed my mind')
  expect(await stampOf('road')).toBeUndefined()
})

test('writes that start together all count', async () => {
  await db.write(async (tx) => {
    await tx.insert(tx.tables.stamps).values({ name: 'road', value: 0 })
  })
  await Promise.all(
    Array.from({ length: 10 }, () =>
      db.write(async (tx) => {
        const { stamps } = tx.tables
        const [before] = await tx.select().from(stamps)
        await tx.update(stamps).set({ value: (before?.value ?? 0) + 1 })
      }),
    ),
  )
  expect(await stampOf('road')).toBe(10)
})

test('a prepared query answers with what is committed now', async () => {
  const stamps = db.prepared('all stamps', (read) => read.select().from(read.tables.stamps))
  expect(await stamps()).toEqual([])
  await db.write(async (tx) => {
    await tx.insert(tx.tables.stamps).values({ name: 'road', value: 7 })
  })
  expect(await stamps()).toEqual([{ name: 'road', value: 7 }])
})

test('many rows put in at once are read back as they were, with defaults for what an older row says nothing of', async () => {
  const texts = { code: '', name: 'Xã A', folded: 'xa a', type: '', block: '', contactName: '', contactPhone: '', address: '' } // prettier-ignore
  const from = { validFrom: null, validTo: null, windowFrom: null, windowTo: null, parentId: null, staffNumber: null }
  const unit = { id: newId(), ...texts, ...from, predecessorIds: [], version: 1 }
  const people = [
    { ...knownByName('Nguyễn Thị Đào'), id: newId(), titles: ['Bà mẹ', 'O\'Brien; "\\'], isDirectWorker: true },
    { ...knownByName('Lê Văn Cường'), id: newId(), birthYear: 1968, isDirectWorker: null },
  ].map((person) => ({ ...person, unitId: unit.id, version: 3 }))
  const [{ titles: _titles, email: _email, ...older }, ...others] = [
    ...people.map((person) => ({ ...person, id: newId() })),
  ] as [(typeof people)[0], ...typeof people]
  await db.write(async (tx) => {
    await tx.insertMany('units', [unit])
    await tx.insertMany('people', people)
    await tx.insertMany('people', [older as never, ...others])
  })
  const kept = await db.read.select().from(db.read.tables.people)
  expect(new Map(kept.map((person) => [person.id, person]))).toEqual(
    new Map([...people, { ...older, titles: [], email: '' }, ...others].map((person) => [person.id, person])),
  )
})
