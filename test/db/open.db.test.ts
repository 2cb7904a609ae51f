import { afterEach, beforeEach, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
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
