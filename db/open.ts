import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { SQL } from 'drizzle-orm'
import type { Tables } from './tables.ts'

/** One thing that changed, told to every browser that may see it. */
export interface Change {
  /** Names of the tables touched. */
  tables: string[]
  unitId: string | null
  cycleId: string | null
  congressId: string | null
  accountName: string
}

type Drizzle = BetterSQLite3Database<Record<string, never>>

interface Preparable<T> {
  prepare(name: string): { execute(values?: Record<string, unknown>): T | Promise<T> }
}

/** Reads committed data only. */
export interface Reader extends Pick<Drizzle, 'select' | 'selectDistinct' | 'with' | '$with'> {
  readonly tables: Tables
  /** Rows of a raw, parameterized select, for what the builder cannot say (recursion). Only in `queries.ts`. */
  rows<T>(query: SQL): Promise<T[]>
}

/** The handle inside a write: the only one in scope there. */
export interface Writer extends Reader, Pick<Drizzle, 'insert' | 'update' | 'delete'> {
  /** Puts many rows into a table, as fast as the engine takes them; a column that a row says nothing of has its default. */
  insertMany<Name extends keyof Tables>(name: Name, rows: readonly Tables[Name]['$inferSelect'][]): Promise<void>
}

export interface Database {
  readonly engine: 'sqlite' | 'postgres'
  readonly read: Reader
  /**
   * Runs `work` in one transaction and commits it, or leaves nothing behind when it throws. Nothing may be awaited in
   * `work` but queries: on SQLite every other write waits for it.
   */
  write<T>(work: (tx: Writer) => Promise<T>): Promise<T>
  /**
   * A query built and compiled once per process. `name` is its key: give each query its own. Values go in through
   * `sql.placeholder`.
   */
  prepared<T>(name: string, build: (read: Reader) => Preparable<T>): (values?: Record<string, unknown>) => Promise<T>
  /** Tells every listener of every server of this database; call it after the commit. */
  announce(change: Change): Promise<void>
  onChange(listener: (change: Change) => void): () => void
  close(): Promise<void>
}

/** Keeps each compiled query of a handle under its name. */
export const keepPrepared = (read: Reader): Database['prepared'] => {
  const kept = new Map<string, { execute(values?: Record<string, unknown>): unknown }>()
  return <T>(name: string, build: (read: Reader) => Preparable<T>) =>
    async (values?: Record<string, unknown>) => {
      let query = kept.get(name)
      if (!query) {
        query = build(read).prepare(name)
        kept.set(name, query)
      }
      return (await query.execute(values)) as T
    }
}

/** Listeners of this process. */
export const listeners = () => {
  const all = new Set<(change: Change) => void>()
  return {
    tell: (change: Change) => {
      for (const listener of all) listener(change)
    },
    add: (listener: (change: Change) => void) => {
      all.add(listener)
      return () => void all.delete(listener)
    },
  }
}

export class DatabaseTooNew extends Error {
  override readonly name = 'DatabaseTooNew'
}

/** Opens the database that the settings name and brings its tables up to date. */
export const openDatabase = async (place: { url: string | null; folder: string }): Promise<Database> => {
  if (place.url === null) return (await import('./sqlite.ts')).openSqlite(place.folder)
  return (await import('./postgres.ts')).openPostgres(place.url)
}
