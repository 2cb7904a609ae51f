import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type BetterSqlite3 from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { getTableColumns, getTableName, type Column, type SQL } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { sqliteKit } from './columns.ts'
import { Sqlite } from './engine.ts'
import { isUpToDate, migrationsFolder, refuseNewer } from './journal.ts'
import { keepPrepared, listeners, type Database, type Reader, type Writer } from './open.ts'
import { tables } from './tables.ts'

const keptCopies = 5

/** Opens `tien-toi.sqlite` in the folder: a read-only connection for reading, one queue for writing. */
export const openSqlite = async (folder: string): Promise<Database> => {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'tien-toi.sqlite')
  await bringUpToDate(file, join(folder, 'copies'))

  const writerConnection = connect(file)
  const readerConnection = connect(file, true)
  const read = handle(readerConnection) as Reader
  const writer = withInserts(writerConnection)
  const heard = listeners()
  let queue: Promise<unknown> = Promise.resolve()

  const write = <T>(work: (tx: Writer) => Promise<T>): Promise<T> => {
    const run = async () => {
      writerConnection.exec('BEGIN IMMEDIATE')
      try {
        const result = await work(writer)
        writerConnection.exec('COMMIT')
        return result
      } catch (error) {
        if (writerConnection.inTransaction) writerConnection.exec('ROLLBACK')
        throw error
      }
    }
    const turn = queue.then(run)
    queue = turn.catch(() => undefined)
    return turn
  }

  return {
    engine: 'sqlite',
    read,
    write,
    prepared: keepPrepared(read),
    announce: async (change) => heard.tell(change),
    onChange: heard.add,
    close: async () => {
      await queue
      readerConnection.close()
      writerConnection.close()
    },
  }
}

const connect = (file: string, isReadOnly = false) => {
  const connection = new Sqlite(file, { readonly: isReadOnly })
  connection.pragma('busy_timeout = 5000')
  connection.pragma('foreign_keys = ON')
  if (isReadOnly) connection.pragma('query_only = ON')
  else {
    connection.pragma('journal_mode = WAL')
    // What was confirmed must survive a power cut in an office without a UPS.
    connection.pragma('synchronous = FULL')
  }
  return connection
}

const built = tables(sqliteKit)

const handle = (connection: BetterSqlite3.Database) => {
  const db = drizzle(connection)
  return Object.assign(db, { tables: built, rows: async (query: SQL) => db.all(query) })
}

/**
 * One statement for each table, compiled once and run row after row: building one for many rows, as drizzle does, takes
 * several times as long as running it.
 */
const withInserts = (connection: BetterSqlite3.Database): Writer => {
  const writer = handle(connection)
  const kept = new Map<string, Insert>()
  const insertOf = (name: keyof typeof built) => {
    const insert = kept.get(name) ?? compileInsert(connection, built[name])
    kept.set(name, insert)
    return insert
  }
  return Object.assign(writer, {
    insertMany: async (name: keyof typeof built, rows: readonly Record<string, unknown>[]) => {
      const insert = insertOf(name)
      // What an older version kept of a row says nothing of newer columns.
      if (rows.every(insert.isWhole)) rows.forEach(insert.run)
      else await writer.insert(built[name]).values(rows as never)
    },
  }) as Writer
}

interface Insert {
  isWhole: (row: Record<string, unknown>) => boolean
  run: (row: Record<string, unknown>) => void
}

const compileInsert = (connection: BetterSqlite3.Database, table: SQLiteTable): Insert => {
  const columns = Object.entries(getTableColumns(table))
  const names = columns.map(([, { name }]) => `"${name}"`).join(', ')
  const places = columns.map(() => '?').join(', ')
  const statement = connection.prepare(`INSERT INTO "${getTableName(table)}" (${names}) VALUES (${places})`)
  const driverValue = (column: Column, value: unknown) => (value === null ? null : column.mapToDriverValue(value))
  return {
    isWhole: (row) => columns.every(([field]) => row[field] !== undefined),
    run: (row) => void statement.run(columns.map(([field, column]) => driverValue(column, row[field]))),
  }
}

/** Refuse a newer database → copy the file → foreign keys off → migrate → check → the connection is thrown away. */
const bringUpToDate = async (file: string, copies: string) => {
  const isNew = !existsSync(file)
  if (!isNew) {
    const looking = new Sqlite(file, { readonly: true })
    const applied = lastApplied(looking)
    looking.close()
    refuseNewer('sqlite', applied)
    if (isUpToDate('sqlite', applied)) return
  }
  const connection = new Sqlite(file)
  try {
    if (!isNew) await copyAside(connection, copies)
    // With foreign keys on, drizzle's rebuilding of a table deletes the rows that point at it.
    connection.pragma('foreign_keys = OFF')
    migrate(drizzle(connection), { migrationsFolder: fileURLToPath(migrationsFolder('sqlite')) })
    const broken = connection.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0) throw new Error(`migration left ${broken.length} rows without the row they point at`)
  } finally {
    connection.close()
  }
}

const lastApplied = (connection: BetterSqlite3.Database): number | null => {
  const known = connection.prepare(`SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'`).get()
  if (!known) return null
  const row = connection.prepare('SELECT max(created_at) AS last FROM __drizzle_migrations').get() as {
    last: number | null
  }
  return row.last === null ? null : Number(row.last)
}

const copyAside = async (connection: BetterSqlite3.Database, copies: string) => {
  mkdirSync(copies, { recursive: true })
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-')
  await connection.backup(join(copies, `before-update-${stamp}.sqlite`))
  const old = readdirSync(copies).sort().slice(0, -keptCopies)
  for (const name of old) rmSync(join(copies, name))
}
