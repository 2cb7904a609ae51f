import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sql } from 'drizzle-orm'
import pg from 'pg'
import type { Change, Database } from '../../db/open.ts'
import { openPostgres, retrySerialization } from '../../db/postgres.ts'
import { newSchemaName } from '../support/database.ts'

const crossing = (code: string) => Object.assign(new Error('could not serialize access'), { code })

test('work that crossed another write is done again, at most ten times', async () => {
  let attempts = 0
  const work = (failures: number, code: string) => async () => {
    attempts += 1
    if (attempts <= failures) throw new Error('query failed', { cause: crossing(code) })
    return attempts
  }
  expect(await retrySerialization(work(3, '40001'))).toBe(4)
  attempts = 0
  expect(await retrySerialization(work(1, '40P01'))).toBe(2)
  attempts = 0
  await expect(retrySerialization(work(99, '40001'))).rejects.toThrow('query failed')
  expect(attempts).toBe(10)
  attempts = 0
  await expect(retrySerialization(work(99, '23505'))).rejects.toThrow('query failed')
  expect(attempts).toBe(1)
})

const url = process.env['TEST_ENGINE'] === 'postgres' ? process.env['TEST_DATABASE_URL'] : undefined

describe.runIf(url !== undefined)('two servers on one PostgreSQL', () => {
  let schema: string
  let keeper: pg.Client
  let here: Database
  let there: Database
  beforeEach(async () => {
    schema = newSchemaName()
    keeper = new pg.Client({ connectionString: url })
    await keeper.connect()
    await keeper.query(`CREATE SCHEMA ${schema}`)
    // Both bring the empty database up to date at the same time.
    ;[here, there] = await Promise.all([openPostgres(url ?? '', schema), openPostgres(url ?? '', schema)])
  })
  afterEach(async () => {
    await Promise.all([here.close(), there.close()])
    await keeper.query(`DROP SCHEMA ${schema} CASCADE`)
    await keeper.end()
  })

  const heardBy = (db: Database) =>
    new Promise<Change>((resolve) => {
      const stop = db.onChange((change) => {
        stop()
        resolve(change)
      })
    })

  /** The connections of these two alone: those that hear the schema's channel, and one of each pool. */
  const cutConnections = async () => {
    const pids = async (db: Database) => [
      ...(await db.read.rows<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`)),
      ...(await db.write((tx) => tx.rows<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`))),
    ]
    const listening = await keeper.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE query LIKE 'LISTEN tien_toi_changes${schema}'`,
    )
    const all = [...(await pids(here)), ...(await pids(there)), ...listening.rows]
    for (const { pid } of all) await keeper.query('SELECT pg_terminate_backend($1)', [pid])
    return listening.rows.length
  }

  const raise = async (db: Database) =>
    db.write(async (tx) => {
      const { stamps } = tx.tables
      const [before] = await tx.select().from(stamps)
      if (before) await tx.update(stamps).set({ value: before.value + 1 })
      else await tx.insert(stamps).values({ name: 'road', value: 1 })
    })

  const value = async (db: Database) => (await db.read.select().from(db.read.tables.stamps))[0]?.value

  test('writes that start together on both all count', async () => {
    await Promise.all(Array.from({ length: 60 }, (_each, index) => raise(index % 2 === 0 ? here : there)))
    expect([await value(here), await value(there)]).toEqual([60, 60])
  })

  test('what one announces the other hears', async () => {
    const change = { tables: ['units'], unitId: 'u', cycleId: null, congressId: null, accountName: 'Trần Văn An' }
    const heard = heardBy(there)
    await here.announce(change)
    expect(await heard).toEqual(change)
  })

  test('nothing is written through the handle for reading', async () => {
    const attempt = here.read.rows(sql`INSERT INTO stamps (name, value) VALUES ('road', 1) RETURNING name`)
    await expect(attempt).rejects.toMatchObject({ cause: { code: '25006' } })
    expect(await value(here)).toBeUndefined()
  })

  test('when the connections were cut, both go on, and everybody looks again', async () => {
    const heard = [heardBy(here), heardBy(there)]
    expect(await cutConnections()).toBe(2)
    const anything = { tables: [], unitId: null, cycleId: null, congressId: null, accountName: '' }
    expect(await Promise.all(heard)).toEqual([anything, anything])
    await raise(here)
    expect(await value(there)).toBe(1)
    const again = heardBy(there)
    await here.announce({ ...anything, tables: ['units'] })
    expect((await again).tables).toEqual(['units'])
  })

  test('a database of a newer version is refused and left as it is', async () => {
    await keeper.query(
      `INSERT INTO ${schema}.__drizzle_migrations (hash, created_at) VALUES ('of a later version', 99999999999999)`,
    )
    await expect(openPostgres(url ?? '', schema)).rejects.toMatchObject({ name: 'DatabaseTooNew' })
  })
})
