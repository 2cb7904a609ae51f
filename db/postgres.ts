import { fileURLToPath } from 'node:url'
import { sql, type SQL } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { postgresKit } from './columns.ts'
import { migrationsFolder, refuseNewer } from './journal.ts'
import { keepPrepared, listeners, type Change, type Database, type Reader, type Writer } from './open.ts'
import { tables } from './tables.ts'

const channel = 'tien_toi_changes'
/** Keeps two servers that start together from migrating at the same time. */
const migrationLock = 7_205_112_009

/** Opens PostgreSQL: a read-only pool for reading, serializable transactions for writing, LISTEN/NOTIFY for changes. */
export const openPostgres = async (url: string, schema?: string): Promise<Database> => {
  const path = schema === undefined ? '' : ` -c search_path=${schema}`
  // A server that dies in the middle of a write must not keep all others from writing.
  const writing = openPool(url, 8, `-c idle_in_transaction_session_timeout=30s${path}`)
  await bringUpToDate(writing, schema).catch(async (error: unknown) => {
    await writing.end()
    throw error
  })
  const reading = openPool(url, 16, `-c default_transaction_read_only=on${path}`)
  const read = withTables(drizzle(reading)) as unknown as Reader
  const db = drizzle(writing)
  const heard = listeners()
  const ears = await listen(url, channel + (schema ?? ''), heard.tell)

  return {
    engine: 'postgres',
    read,
    write: (work) =>
      retrySerialization(() =>
        db.transaction(
          async (tx) => {
            await tx.execute(oneWriter)
            return work(asWriter(tx))
          },
          { isolationLevel: 'serializable' },
        ),
      ),
    prepared: keepPrepared(read),
    announce: async (change) => {
      // What was written is written, even where the others cannot be told just now.
      await writing.query('SELECT pg_notify($1, $2)', [channel + (schema ?? ''), JSON.stringify(change)]).catch(ignore)
    },
    onChange: heard.add,
    close: async () => {
      await ears.close()
      await Promise.all([reading.end(), writing.end()])
    },
  }
}

/**
 * One write at a time, as on SQLite: every act raises the same stamp, and what checks a whole road would cross every
 * other write. LOCK comes before the snapshot is taken, so that whoever waited sees what those before wrote.
 */
const oneWriter = sql`LOCK TABLE stamps IN EXCLUSIVE MODE`

/** A pool whose broken connections (the database was restarted) are replaced and never end the program. */
const openPool = (url: string, max: number, options: string): pg.Pool => {
  const pool = new pg.Pool({ connectionString: url, max, options, keepAlive: true })
  pool.on('error', ignore)
  pool.on('connect', (client) => client.on('error', ignore))
  return pool
}

/** Whoever asks next is told. */
const ignore = () => undefined

export const builtForPostgres = tables(postgresKit)

/** The handle with the product's tables and raw rows; each engine of the PostgreSQL family answers `execute` alike. */
export const withTables = <T extends { execute(query: SQL): PromiseLike<{ rows: unknown[] }> }>(db: T) =>
  Object.assign(db, { tables: builtForPostgres, rows: async (query: SQL) => (await db.execute(query)).rows })

/** The handle inside a write; rows go in by one statement for many, as each takes a turn over the network. */
export const asWriter = (tx: object): Writer => {
  const writer = withTables(tx as Parameters<typeof withTables>[0]) as unknown as Writer
  return Object.assign(writer, {
    insertMany: async (name: keyof typeof builtForPostgres, rows: readonly unknown[]) => {
      await writer.insert(writer.tables[name]).values(rows as never)
    },
  })
}

const serializationFailures = new Set(['40001', '40P01'])

/** Runs the work again while PostgreSQL says that it crossed another write (at most 10 times). */
export const retrySerialization = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
      const code = (cause as { code?: unknown }).code
      if (attempt === 10 || typeof code !== 'string' || !serializationFailures.has(code)) throw error
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * attempt))
    }
  }
}

const bringUpToDate = async (pool: pg.Pool, schema: string | undefined) => {
  const client = await pool.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock])
    const db = drizzle(client)
    const migrationsSchema = schema ?? 'public'
    refuseNewer('postgres', await lastApplied(db, migrationsSchema))
    await migrate(db, { migrationsFolder: fileURLToPath(migrationsFolder('postgres')), migrationsSchema })
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [migrationLock])
    client.release()
  }
}

const lastApplied = async (db: { execute(query: SQL): PromiseLike<{ rows: unknown[] }> }, schema: string) => {
  const name = `${schema}.__drizzle_migrations`
  const known = await db.execute(sql`SELECT to_regclass(${name}) AS known`)
  if ((known.rows[0] as { known: unknown }).known === null) return null
  const last = await db.execute(sql`SELECT max(created_at) AS last FROM ${sql.raw(name)}`)
  const value = (last.rows[0] as { last: string | number | null }).last
  return value === null ? null : Number(value)
}

/** What happened while nobody listened is unknown: no table named means any. */
const anything: Change = { tables: [], unitId: null, cycleId: null, congressId: null, accountName: '' }
const relistenDelay = 1000

/** One connection that only listens; it comes back by itself after the database was away. */
const listen = async (url: string, name: string, tell: (change: Change) => void) => {
  let client: pg.Client | null = null
  let retry: ReturnType<typeof setTimeout> | undefined
  let isClosed = false
  const connect = async () => {
    const next = new pg.Client({ connectionString: url, keepAlive: true })
    next.on('notification', (message) => tell(JSON.parse(message.payload ?? 'null') as Change))
    next.on('error', () => void next.end().catch(ignore))
    client = next
    await next.connect()
    await next.query(`LISTEN ${name}`)
    next.on('end', again)
  }
  const again = () => {
    void client?.end().catch(ignore)
    if (isClosed) return
    retry = setTimeout(() => {
      void connect().then(() => tell(anything), again)
    }, relistenDelay)
  }
  await connect()
  return {
    close: async () => {
      isClosed = true
      clearTimeout(retry)
      await client?.end().catch(ignore)
    },
  }
}
