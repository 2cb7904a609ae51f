import * as postgres from 'drizzle-orm/pg-core'
import * as sqlite from 'drizzle-orm/sqlite-core'

/**
 * Column kits: the tables are written once, against the SQLite kit's types, and built twice. Only what both engines
 * hold alike is offered: text, integers, booleans and JSON. Ids, dates and instants are sortable text.
 */
export const sqliteKit = {
  table: sqlite.sqliteTable,
  text: (name: string) => sqlite.text(name),
  choice: <T extends string>(name: string) => sqlite.text(name).$type<T>(),
  integer: (name: string) => sqlite.integer(name),
  boolean: (name: string) => sqlite.integer(name, { mode: 'boolean' }),
  json: <T>(name: string) => sqlite.text(name, { mode: 'json' }).$type<T>(),
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
}

export type Kit = typeof sqliteKit

/** A table that others point at. */
export interface Keyed {
  id: sqlite.AnySQLiteColumn
}

/** The same surface on PostgreSQL, typed as the SQLite kit so that one source serves both. */
export const postgresKit = {
  table: postgres.pgTable,
  text: (name: string) => postgres.text(name),
  choice: <T extends string>(name: string) => postgres.text(name).$type<T>(),
  integer: (name: string) => postgres.integer(name),
  boolean: (name: string) => postgres.boolean(name),
  json: <T>(name: string) => postgres.jsonb(name).$type<T>(),
  index: postgres.index,
  uniqueIndex: postgres.uniqueIndex,
} as unknown as Kit
