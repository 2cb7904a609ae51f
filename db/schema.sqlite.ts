import { sqliteKit } from './columns.ts'
import { tables } from './tables.ts'

/** What drizzle-kit compares with the migrations of SQLite. */
export const {
  units,
  venues,
  accounts,
  grants,
  shares,
  signIns,
  links,
  cycles,
  levels,
  calendarDays,
  people,
  posts,
  postHolders,
  congresses,
  congressEvents,
  acceptances,
  sessions,
  items,
  papers,
  calls,
  results,
  acts,
  stamps,
  imports,
  columnNames,
} = tables(sqliteKit)
