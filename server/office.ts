import { v7 } from 'uuid'
import type { Database } from '../db/open.ts'
import type { Settings } from './settings.ts'

/** What every action works with: the database, the clock and how this installation runs. */
export interface Office {
  db: Database
  now: () => Date
  settings: Settings
}

/** Who acts; the account is null for the program itself (first start, demo). */
export interface Actor {
  id: string | null
  name: string
}

export const theProgram: Actor = { id: null, name: 'Tiến Tới' }

/** New id: UUID v7, sortable by time of creation. */
export const newId = (): string => v7()
