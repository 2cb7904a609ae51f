import type { SessionKind } from '../../server/programme/schema.ts'
import type { Keyed, Kit } from '../columns.ts'

/** Sessions of a congress and their items. */
export const programmeTables = (kit: Kit, congresses: Keyed) => {
  const congressId = () =>
    kit
      .text('congress_id')
      .notNull()
      .references(() => congresses.id)
  const sessions = kit.table(
    'sessions',
    {
      id: kit.text('id').primaryKey(),
      congressId: congressId(),
      position: kit.integer('position').notNull(),
      kind: kit.choice<SessionKind>('kind').notNull(),
      title: kit.text('title').notNull(),
      date: kit.text('date'),
      startsAt: kit.text('starts_at').notNull(),
      room: kit.text('room').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.index('sessions_congress').on(table.congressId)],
  )
  const items = kit.table(
    'items',
    {
      id: kit.text('id').primaryKey(),
      sessionId: kit
        .text('session_id')
        .notNull()
        .references(() => sessions.id),
      position: kit.integer('position').notNull(),
      title: kit.text('title').notNull(),
      durationMinutes: kit.integer('duration_minutes').notNull(),
      fixedStart: kit.text('fixed_start'),
      presenter: kit.text('presenter').notNull(),
      note: kit.text('note').notNull(),
      version: kit.integer('version').notNull(),
    },
    (table) => [kit.index('items_session').on(table.sessionId)],
  )
  return { sessions, items }
}
