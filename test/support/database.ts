import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { getTableName, type Table } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { migrationsFolder } from '../../db/journal.ts'
import { keepPrepared, listeners, type Database, type Reader } from '../../db/open.ts'
import { asWriter, builtForPostgres, openPostgres, withTables } from '../../db/postgres.ts'
import { openSqlite } from '../../db/sqlite.ts'

/**
 * A fresh, empty database of the engine under test: a temporary file of SQLite; a schema of its own in one PGlite per
 * worker; or, where `TEST_DATABASE_URL` is set, a schema of a real PostgreSQL.
 */
export const openTestDatabase = async (): Promise<Database> => {
  if (process.env['TEST_ENGINE'] !== 'postgres') return openTemporarySqlite()
  const url = process.env['TEST_DATABASE_URL']
  return url === undefined ? openSchemaOfPglite() : openSchemaOfServer(url)
}

let migrated: Promise<string> | undefined
/** The file of an empty database with all its tables: to copy it takes a twentieth of the time of making one. */
const migratedSqlite = async (): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'tien-toi-migrated-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  await (await openSqlite(folder)).close()
  return join(folder, 'tien-toi.sqlite')
}

const openTemporarySqlite = async () => {
  migrated ??= migratedSqlite()
  const folder = mkdtempSync(join(tmpdir(), 'tien-toi-test-'))
  copyFileSync(await migrated, join(folder, 'tien-toi.sqlite'))
  const db = await openSqlite(folder)
  return {
    ...db,
    close: async () => {
      await db.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

let nextSchema = 1
/** A name that no other test gives its schema. */
export const newSchemaName = () => `test_${process.pid}_${nextSchema++}`

const openSchemaOfServer = async (url: string) => {
  const schema = newSchemaName()
  const { default: pg } = await import('pg')
  const keeper = new pg.Client({ connectionString: url })
  await keeper.connect()
  await keeper.query(`CREATE SCHEMA ${schema}`)
  const db = await openPostgres(url, schema)
  return {
    ...db,
    close: async () => {
      await db.close()
      await keeper.query(`DROP SCHEMA ${schema} CASCADE`)
      await keeper.end()
    },
  }
}

let pglite: Promise<PGlite> | undefined
/** Schemas that tests gave back: emptied they are ready far sooner than made anew. */
const emptied: string[] = []

const openSchemaOfPglite = async (): Promise<Database> => {
  pglite ??= PGlite.create()
  const client = await pglite
  const plain = drizzle(client)
  const schema = emptied.pop() ?? (await newSchema(client))
  await client.exec(`SET search_path TO ${schema}`)
  const heard = listeners()
  const db = withTables(plain)
  const read = db as unknown as Reader
  return {
    engine: 'postgres',
    read,
    write: (work) => plain.transaction((tx) => work(asWriter(tx))),
    // PGlite is one connection whose search_path changes from test to test: a plan kept under a name would belong to
    // another schema, so every schema numbers its own.
    prepared: (name, build) => keepPrepared(read)(`${schema}_${name}`, build),
    announce: async (change) => heard.tell(change),
    onChange: heard.add,
    close: async () => {
      const isWhole = await client.exec(empty(schema)).then(
        () => true,
        () => false,
      )
      // A test that broke its tables gives none back.
      if (isWhole) emptied.push(schema)
      else await client.exec(`DROP SCHEMA ${schema} CASCADE`)
      // What is closed answers nobody, as an engine of its own would not.
      await client.exec('SET search_path TO pg_temp')
    },
  }
}

/** Most tables are empty: to look costs nothing, while TRUNCATE makes a file anew for each of them. */
const empty = (schema: string) =>
  `SET session_replication_role = replica;
  ${everyTable.map((table) => `DELETE FROM ${schema}.${table}`).join(';\n')};
  SET session_replication_role = DEFAULT`
const everyTable = Object.values(builtForPostgres).map((table) => getTableName(table as unknown as Table))

const newSchema = async (client: PGlite): Promise<string> => {
  const schema = newSchemaName()
  await client.exec(`CREATE SCHEMA ${schema}; SET search_path TO ${schema}`)
  await migrate(drizzle(client), {
    migrationsFolder: fileURLToPath(migrationsFolder('postgres')),
    migrationsSchema: schema,
  })
  return schema
}
